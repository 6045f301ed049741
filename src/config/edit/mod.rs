//! Changes to the text of a configuration: comments, layout and line endings stay as they were.
//! The only folder that names `toml_edit`.
//!
//! Each takes a text and gives the changed text, or says why not. None looks at whether the result would
//! check: [`load`](super::load) does.

mod array;
mod error;
mod excerpt;
mod set;
mod slug;

pub use error::EditError;
pub use set::{NewValue, has_value, numbers, set_value, unset_value};
pub use slug::{id_of, slug};

use super::document;
use crate::day::Text;
use crate::rule::EventDate;
use excerpt::Excerpt;
use std::borrow::Cow;
use toml_edit::{Datetime, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

/// A day to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewDay {
    /// Its id; [`id_of`] makes one of its name.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// The phrases of its rules.
    pub rules: Vec<String>,
    /// The first year in which it is kept.
    pub since: Option<i32>,
    /// The last year in which it is kept.
    pub until: Option<i32>,
    /// The year or the date from which anniversaries are counted.
    pub event: Option<EventDate>,
    /// When to remind of it; `None` leaves it to the setting for every day.
    pub remind: Option<Vec<String>>,
    /// A moment of the day.
    pub moment: Option<NewMoment>,
    /// The file of its article.
    pub article: Option<String>,
    /// A page to open beside the article.
    pub link: Option<String>,
}

/// A moment of a day to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewMoment {
    /// The time on the wall clock.
    pub at: String,
    /// Where that clock hangs; `None` is wherever the machine is.
    pub zone: Option<String>,
    /// What is done then.
    pub what: Text,
}

/// Adds a table `[day.ID]` at the end.
///
/// # Errors
/// When the text is not TOML, or has a day of this id.
///
/// ```
/// use remembrance::{config::edit::{NewDay, add_day}, day::Text};
/// let ana = NewDay {
///     id: "ana".to_owned(),
///     name: Text::plain("Ana"),
///     rules: vec!["March 12".to_owned()],
///     ..NewDay::default()
/// };
/// let text = add_day("quiet = \"22:00-08:00\" # at night\n", &ana).unwrap();
/// assert_eq!(text, "quiet = \"22:00-08:00\" # at night\n\n[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\n");
/// assert_eq!(add_day(&text, &ana).unwrap_err().to_string(), "there is a day `ana` already");
/// ```
pub fn add_day(text: &str, day: &NewDay) -> Result<String, EditError> {
    keeping_endings(text, |text| {
        let document = excerpt::read(text)?;
        let days = document.root().get("day");
        if days.and_then(|days| days.as_table()?.get(&day.id)).is_some() {
            return Err(EditError::DayExists(day.id.clone()));
        }
        if days.is_some_and(document::Value::is_inline) {
            let mut excerpt = Excerpt::of(text, &["day"])?;
            if let Some(inline) = excerpt.document.get_mut("day").and_then(Item::as_inline_table_mut) {
                inline.insert(&day.id, Value::InlineTable(day.table().into_inline_table()));
            }
            return Ok(excerpt.whole());
        }
        let mut added = DocumentMut::new();
        let mut days = Table::new();
        days.set_implicit(true);
        days.insert(&day.id, Item::Table(day.table()));
        added.insert("day", Item::Table(days));
        let gap = match text {
            "" => "",
            text if text.ends_with("\n\n") => "",
            text if text.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        Ok(format!("{text}{gap}{added}"))
    })
}

impl NewDay {
    fn table(&self) -> Table {
        let mut table = Table::new();
        table.insert("name", Item::Value(of_text(&self.name)));
        match self.rules.as_slice() {
            [rule] => table.insert("date", value(rule)),
            rules => table.insert("date", value(rules.iter().collect::<Value>())),
        };
        match self.event {
            Some(EventDate::Year(year)) => table.insert("event", value(i64::from(year))),
            Some(EventDate::Date(date)) => {
                let date = date.to_string().parse::<Datetime>().expect("a date as ISO 8601 has it");
                table.insert("event", value(date))
            }
            None => None,
        };
        for (key, year) in [("since", self.since), ("until", self.until)] {
            if let Some(year) = year {
                table.insert(key, value(i64::from(year)));
            }
        }
        if let Some(remind) = &self.remind {
            table.insert("remind", value(remind.iter().collect::<Value>()));
        }
        if let Some(moment) = &self.moment {
            let mut inline = InlineTable::new();
            inline.insert("at", moment.at.as_str().into());
            if let Some(zone) = &moment.zone {
                inline.insert("zone", zone.as_str().into());
            }
            inline.insert("what", of_text(&moment.what));
            table.insert("moment", value(inline));
        }
        for (key, text) in [("article", &self.article), ("link", &self.link)] {
            if let Some(text) = text {
                table.insert(key, value(text));
            }
        }
        table
    }
}

/// A string, or a table of languages.
fn of_text(text: &Text) -> Value {
    match text.pairs().collect::<Vec<_>>().as_slice() {
        [(None, text)] => (*text).into(),
        pairs => {
            let pairs = pairs.iter().filter_map(|(language, text)| Some(((*language)?, *text)));
            Value::InlineTable(pairs.collect())
        }
    }
}

/// Takes the table of a day out, with the comment that stands right above it; `None` if there is no such day.
///
/// # Errors
/// When the text is not TOML.
///
/// ```
/// use remembrance::config::edit::remove_day;
/// let text = "# Mine.\n\n# Mother's mother.\n[day.nene]\nname = \"Nənə\"\n\n[day.ana]\nname = \"Ana\"\n";
/// assert_eq!(remove_day(text, "nene").unwrap().unwrap(), "# Mine.\n\n[day.ana]\nname = \"Ana\"\n");
/// assert_eq!(remove_day(text, "baba"), Ok(None));
/// ```
pub fn remove_day(text: &str, id: &str) -> Result<Option<String>, EditError> {
    let mut is_there = true;
    let changed = keeping_endings(text, |text| {
        let mut excerpt = Excerpt::of(text, &["day", id])?;
        let days = excerpt.document.get_mut("day").and_then(Item::as_table_like_mut);
        let Some(removed) = days.and_then(|days| days.remove(id)) else {
            is_there = false;
            return Ok(String::new());
        };
        if let Some(table) = removed.as_table() {
            leave_above(&mut excerpt.document, table);
        }
        Ok(excerpt.whole())
    })?;
    Ok(is_there.then_some(changed))
}

/// Leaves what stood above a removed table and was not about it: all before the last empty line.
fn leave_above(document: &mut DocumentMut, removed: &Table) {
    let above = removed.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
    let Some((left, _)) = above.rsplit_once("\n\n").filter(|(left, _)| !left.trim().is_empty()) else {
        return;
    };
    let after = removed.position().unwrap_or_default();
    let mut next = None;
    find_next(document.as_table_mut(), after, &mut next);
    if let Some(table) = next.and_then(|position| at_position(document.as_table_mut(), position)) {
        let prefix = table.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
        let prefix = format!("{left}\n{}{prefix}", if prefix.starts_with('\n') { "" } else { "\n" });
        table.decor_mut().set_prefix(prefix);
    } else {
        let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing(format!("{left}\n{trailing}"));
    }
}

/// The position of the first table of the file after `after`.
fn find_next(table: &mut dyn TableLike, after: isize, next: &mut Option<isize>) {
    for (_, item) in table.iter_mut() {
        if let Some(table) = item.as_table_mut() {
            if let Some(position) =
                table.position().filter(|position| *position > after && !table.is_implicit())
            {
                *next = Some(next.map_or(position, |next| next.min(position)));
            }
            find_next(table, after, next);
        } else if let Some(tables) = item.as_array_of_tables_mut() {
            for table in tables.iter_mut() {
                if let Some(position) = table.position().filter(|position| *position > after) {
                    *next = Some(next.map_or(position, |next| next.min(position)));
                }
                find_next(table, after, next);
            }
        }
    }
}

fn at_position(table: &mut Table, wanted: isize) -> Option<&mut Table> {
    for (_, item) in table.iter_mut() {
        let tables: Vec<&mut Table> = match item {
            Item::Table(table) => vec![table],
            Item::ArrayOfTables(tables) => tables.iter_mut().collect(),
            _ => continue,
        };
        for table in tables {
            if table.position() == Some(wanted) && !table.is_implicit() {
                return Some(table);
            }
            if let Some(found) = at_position(table, wanted) {
                return Some(found);
            }
        }
    }
    None
}

/// Sets what is followed, with as little changed as can be: entries that stay keep their place and comments.
///
/// # Errors
/// When the text is not TOML, or `follow` is no list.
///
/// ```
/// use remembrance::config::edit::set_follow;
/// let text = "follow = [\n    \"az\", # home\n    \"un\",\n]\n";
/// assert_eq!(
///     set_follow(text, &["az", "un", "ge"]).unwrap(),
///     "follow = [\n    \"az\", # home\n    \"un\",\n    \"ge\",\n]\n"
/// );
/// assert_eq!(set_follow(text, &["un"]).unwrap(), "follow = [\n    \"un\",\n]\n");
/// // Without a `follow`, it goes below the line of the sample that has its default.
/// assert_eq!(
///     set_follow("#follow = [\"x\"]\n[notification]\n", &["un"]).unwrap(),
///     "#follow = [\"x\"]\nfollow = [\"un\"]\n[notification]\n"
/// );
/// ```
pub fn set_follow(text: &str, wanted: &[&str]) -> Result<String, EditError> {
    keeping_endings(text, |text| {
        let mut excerpt = Excerpt::of(text, &["follow"])?;
        if let Some(item) = excerpt.document.get_mut("follow") {
            let list = item.as_array_mut().ok_or(EditError::FollowIsNotAList)?;
            array::set(list, wanted);
            return Ok(excerpt.whole());
        }
        let line = format!("follow = {}\n", wanted.iter().copied().collect::<Value>());
        let at = place_of_follow(text);
        let (above, below) = text.split_at_checked(at).unwrap_or((text, ""));
        let gap = if above.is_empty() || above.ends_with('\n') { "" } else { "\n" };
        Ok(format!("{above}{gap}{line}{below}"))
    })
}

/// The entries of `follow` in a text; `None` where it has none.
///
/// ```
/// use remembrance::config::edit::follow_of;
/// assert_eq!(follow_of("follow = [\"az\", \"-un\"]\n").unwrap(), ["az", "-un"]);
/// assert_eq!(follow_of("#follow = [\"az\"]\n"), None);
/// ```
pub fn follow_of(text: &str) -> Option<Vec<String>> {
    let document = excerpt::read(text.trim_start_matches('\u{feff}')).ok()?;
    let (_, entries) = document.root().get("follow")?.as_list()?;
    Some(entries.filter_map(|entry| entry.as_str().map(Cow::into_owned)).collect())
}

/// Where a new `follow` goes: below its line in the sample; else above the first key or table and its comment.
fn place_of_follow(text: &str) -> usize {
    let (mut at, mut above_comment) = (0, 0);
    let mut found = None;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let trimmed = line.trim();
        if trimmed.starts_with('[') {
            break;
        }
        if trimmed.starts_with("#follow =") || trimmed.starts_with("# follow =") {
            return end;
        }
        if trimmed.is_empty() {
            above_comment = end;
        } else if !trimmed.starts_with('#') {
            found = found.or(Some(above_comment));
        }
        at = end;
    }
    found.unwrap_or(if at == text.len() { at } else { above_comment })
}

/// Does `edit` on text with plain line endings and no byte order mark, and puts back what there was.
fn keeping_endings(
    text: &str,
    edit: impl FnOnce(&str) -> Result<String, EditError>,
) -> Result<String, EditError> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let is_crlf = body.contains("\r\n") && body.matches("\r\n").count() == body.matches('\n').count();
    if is_crlf {
        let changed = edit(&body.replace("\r\n", "\n"))?;
        return Ok(format!("{mark}{}", changed.replace('\n', "\r\n")));
    }
    edit(body).map(|changed| format!("{mark}{changed}"))
}

#[cfg(test)]
mod tests;
