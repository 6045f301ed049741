//! The tables `[[calendar]]`: calendars of other programs that are followed.

use super::reader::{Reader, Value};

const KEYS: [&str; 1] = ["path"];

/// The most calendars that are followed.
const MOST: usize = 50;

impl Reader<'_> {
    /// The paths of a list of calendars; one with a mistake in it is left out, and told.
    pub(super) fn calendars(&mut self, value: &Value<'_>) -> Option<Vec<String>> {
        let Some(items) = value.get_ref().as_array() else {
            self.tell(
                value.span(),
                "expected a list of calendars",
                Some("for example `calendar = [{ path = \"~/.calendars/memorial\" }]`".to_owned()),
            );
            return None;
        };
        if items.len() > MOST {
            self.tell(value.span(), format!("more than {MOST} calendars are followed"), None);
            return None;
        }
        let mut paths = Vec::new();
        for item in items {
            let Some(table) = self.table(item, "a table `[[calendar]]`") else { continue };
            let mut path = None;
            for (key, value) in table {
                match key.get_ref().as_ref() {
                    "path" => path = Some(self.parsed(value, self::path)),
                    unknown => self.unknown(unknown, key.span(), &KEYS, "`[[calendar]]`"),
                }
            }
            match path {
                Some(path) => paths.extend(path),
                None => self.tell(item.span(), "the calendar lacks `path`", None),
            }
        }
        Some(paths)
    }
}

/// Reads the path of a calendar: from the root, or from the home folder.
fn path(text: &str) -> Result<String, String> {
    let is_whole = text.starts_with('/') || text.starts_with("~/");
    if !is_whole || text.contains(char::is_control) {
        return Err(format!("`{text}` is not a whole path; write it like `~/.calendars/memorial`"));
    }
    Ok(text.to_owned())
}
