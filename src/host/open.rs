//! Opening an article in the browser: the page is written to the cache folder, and `xdg-open` does the rest.

use super::articles::Found;
use super::files::reason;
use super::world::World;
use crate::article::{Page, page};
use crate::day::Day;
use crate::notice::summary;
use chrono::NaiveDate;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use tokio::process::Command;

/// Writes the page of a day's article and says where it is.
///
/// # Errors
/// When the day has no article, or the cache folder cannot be written; the message says why.
pub fn write_page(world: &World, day: &Day, date: NaiveDate) -> Result<PathBuf, String> {
    let Found { language, article, .. } =
        world.article(day).ok_or_else(|| format!("the day `{}` has no article", day.id))?;
    let words = world.words();
    let language = if language.is_empty() { words.language() } else { language.as_str() };
    let about = Page {
        language,
        heading: &summary(day, date, &words, &world.languages),
        date: &words.date_long(date),
        sources: &words.say("sources", &[]),
        link: day.link.as_deref(),
    };
    let html = page(&article, about);
    let folder = &world.paths.cache;
    let path = folder.join(format!("{}.{language}.html", day.id));
    let wrong = |error: std::io::Error| format!("cannot write `{}`: {}", path.display(), reason(&error));
    fs::create_dir_all(folder).map_err(wrong)?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(wrong)?;
    file.write_all(html.as_bytes()).map_err(wrong)?;
    file.persist(&path).map_err(|error| wrong(error.error))?;
    Ok(path)
}

/// Starts `xdg-open` on a page, passing on the desktop's permission to come to the front.
///
/// # Errors
/// When it cannot be started or says that it failed.
pub async fn open(path: &std::path::Path, token: Option<&str>) -> Result<(), String> {
    let mut command = Command::new("xdg-open");
    command.arg(path).stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null());
    if let Some(token) = token {
        command.env("XDG_ACTIVATION_TOKEN", token).env("DESKTOP_STARTUP_ID", token);
    }
    match command.status().await {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`xdg-open {}` failed: {status}", path.display())),
        Err(error) => Err(format!("cannot start `xdg-open`: {}; install xdg-utils", reason(&error))),
    }
}
