//! `remembrance edit`: opens the configuration in the editor, and checks it before saving.

use super::check::rendered;
use super::init::{renew_schema, write_schema};
use super::invocation::lock;
use super::output::{print, print_line};
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::Mistake;
use crate::config::SAMPLE;
use crate::config::edit::has_value;
use crate::host::beside::create_folders;
use crate::host::bus;
use crate::host::files::{self, FileError};
use crate::host::save::save;
use crate::host::streams::print_error;
use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead, Write, stdin};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use tempfile::NamedTempFile;

/// Why an edited configuration was not saved.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// No editor is known.
    #[error("there is no editor; name one in `EDITOR`")]
    None,
    /// The editor cannot be started.
    #[error("cannot start the editor `{editor}`: {error}")]
    NotStarted {
        /// The editor's command.
        editor: String,
        /// Why not.
        error: io::Error,
    },
    /// The editor failed.
    #[error("nothing is changed: the editor `{editor}` failed ({status})")]
    Failed {
        /// The editor's command.
        editor: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// The text has mistakes, and the person kept the old one.
    #[error("`{}` is as it was; what you wrote is in `{}`", file.display(), draft.display())]
    Kept {
        /// The configuration.
        file: PathBuf,
        /// What the person wrote.
        draft: PathBuf,
    },
    /// Another program changed the file while the editor was open.
    #[error("`{}` was changed meanwhile and is left so; what you wrote is in `{}`", file.display(), draft.display())]
    Changed {
        /// The configuration.
        file: PathBuf,
        /// What the person wrote.
        draft: PathBuf,
    },
}

/// What to do with a text that has mistakes.
enum Choice {
    Again,
    Keep,
    Save,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: EDITOR=nano remembrance edit grandmother")]
pub(super) struct EditArgs {
    /// Open the file at this day
    #[arg(add = super::completions::kept_days())]
    day: Option<String>,
}

impl Run for EditArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::for_asking(global)?;
        let config = &invocation.paths.config_file;
        let table = self.day.as_deref().map(|day| ["day", day]);
        let file = &table.and_then(|table| invocation.file_with(&table)).unwrap_or_else(|| config.clone());
        let old = files::read(file)?;
        renew_schema(config)?;
        let begun = old.clone().unwrap_or_else(|| SAMPLE.to_owned());
        let shown = match &self.day {
            Some(day) => with_day(&begun, day, invocation)?,
            None => begun.clone(),
        };
        let line = self.day.as_ref().and_then(|day| line_of(&shown, day));
        let draft = draft(config, &shown)?;
        loop {
            open(draft.path(), line)?;
            let text = files::read(draft.path())?.unwrap_or_default();
            if text == begun || text == shown {
                print("Nothing is changed.\n")?;
                return Ok(Outcome::Success);
            }
            let context = invocation.context_with(file, &text);
            let mistakes = invocation.new_mistakes(file, &context);
            let choice = if mistakes.is_empty() {
                Choice::Save
            } else {
                print_error(&rendered(&mistakes, &context.sources, invocation.output));
                ask(Mistake::count(&mistakes))?
            };
            let _lock = lock(&invocation.paths);
            match choice {
                Choice::Again => {}
                Choice::Keep => {
                    let kept = leave(draft)?;
                    return Err(EditorError::Kept { file: file.clone(), draft: kept }.into());
                }
                Choice::Save if files::read(file)? != old => {
                    let kept = leave(draft)?;
                    return Err(EditorError::Changed { file: file.clone(), draft: kept }.into());
                }
                Choice::Save => {
                    save(file, &text)?;
                    if old.is_none() {
                        write_schema(config)?;
                    }
                    print_line(&format!("Saved {}.", file.display()))?;
                    print(&invocation.next_of_all(&context))?;
                    return Ok(Outcome::Success);
                }
            }
        }
    }
}

/// The text with a table of this day: where a pack has the day and the file does not, a new one at the end.
fn with_day(text: &str, day: &str, invocation: &Invocation) -> Result<String, Error> {
    if line_of(text, day).is_some() || has_value(text, &["day", day]) {
        return Ok(text.to_owned());
    }
    let kept = invocation.day(day)?;
    Ok(format!(
        "{}\n\n# {}\n[day.{}]\n",
        text.trim_end(),
        kept.name.get(&invocation.context.languages),
        kept.id
    ))
}

/// The line of the table of a day, from 1.
fn line_of(text: &str, day: &str) -> Option<usize> {
    let header = format!("[day.{day}]");
    text.lines().position(|line| line.trim_start().starts_with(&header)).map(|index| index + 1)
}

/// A copy beside the file, where an editor finds the schema; its name is not one that the program reads.
fn draft(file: &Path, text: &str) -> Result<NamedTempFile, Error> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let made = create_folders(folder).and_then(|()| {
        let mut draft = tempfile::Builder::new().prefix(".edit-").suffix(".toml").tempfile_in(folder)?;
        draft.write_all(text.as_bytes())?;
        Ok(draft)
    });
    made.map_err(|error| FileError::write(folder, &error).into())
}

/// Leaves the copy where it is, and gives its name.
fn leave(draft: NamedTempFile) -> Result<PathBuf, Error> {
    match draft.keep() {
        Ok((_, path)) => Ok(path),
        Err(error) => Err(FileError::write(error.file.path(), &error.error).into()),
    }
}

/// Opens the editor and waits for it: `VISUAL`, else `EDITOR`, else what the system has.
fn open(path: &Path, line: Option<usize>) -> Result<(), EditorError> {
    let named =
        ["VISUAL", "EDITOR"].iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let known = || ["editor", "nano", "vi"].into_iter().find(|name| is_there(name)).map(str::to_owned);
    let editor = named.or_else(known).ok_or(EditorError::None)?;
    // By a shell, because an editor may come with arguments, as `code --wait`.
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(&editor);
    command.args(line.map_or_else(|| vec![path.into()], |line| at_line(&editor, path, line)));
    bus::sockets_only(&mut command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(EditorError::Failed { editor, status }),
        Err(error) => Err(EditorError::NotStarted { editor, error }),
    }
}

/// The arguments by which an editor opens a file at a line; an editor that is not known opens the file.
fn at_line(editor: &str, path: &Path, line: usize) -> Vec<OsString> {
    let program = editor.split_whitespace().next().unwrap_or_default();
    let mut with_line = path.as_os_str().to_owned();
    with_line.push(format!(":{line}"));
    match program.rsplit('/').next().unwrap_or_default() {
        "vi" | "vim" | "nvim" | "gvim" | "nano" | "pico" | "emacs" | "emacsclient" | "micro" | "kak"
        | "ne" | "joe" | "mcedit" | "mg" | "gedit" | "editor" | "sensible-editor" => {
            vec![format!("+{line}").into(), path.into()]
        }
        "code" | "codium" | "code-oss" => vec!["--goto".into(), with_line],
        "hx" | "helix" | "zed" | "subl" => vec![with_line],
        "kate" | "kwrite" => vec!["--line".into(), line.to_string().into(), path.into()],
        _ => vec![path.into()],
    }
}

fn is_there(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

/// Asks what to do, until there is an answer; no answer keeps the old.
fn ask(mistakes: usize) -> Result<Choice, Error> {
    let they = if mistakes == 1 { "it" } else { "them" };
    loop {
        print_error(&format!("(e)dit again to fix {they}, (k)eep the old, or (s)ave anyway? [e] "));
        let mut answer = String::new();
        let read = stdin().lock().read_line(&mut answer).map_err(Error::Input)?;
        if read == 0 {
            print_error("\n");
            return Ok(Choice::Keep);
        }
        match answer.trim().to_ascii_lowercase().as_str() {
            "" | "e" | "edit" => return Ok(Choice::Again),
            "k" | "keep" => return Ok(Choice::Keep),
            "s" | "save" => return Ok(Choice::Save),
            _ => {}
        }
    }
}
