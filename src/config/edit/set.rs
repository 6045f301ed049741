//! Setting and removing one value of a configuration, with as little changed as can be.

use super::error::EditError;
use super::excerpt::{Excerpt, read};
use super::keeping_endings;
use crate::config::document;
use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// A value of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewValue {
    /// A string.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// `true` or `false`.
    Flag(bool),
    /// A list.
    List(Vec<NewValue>),
}

impl NewValue {
    fn value(&self) -> Value {
        match self {
            Self::Text(text) => text.into(),
            Self::Integer(number) => (*number).into(),
            Self::Flag(flag) => (*flag).into(),
            Self::List(values) => values.iter().map(Self::value).collect(),
        }
    }
}

impl std::fmt::Display for NewValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.value().fmt(f)
    }
}

/// Sets the value at a path of keys: `["remind"]`, `["day", "ana", "event"]`.
///
/// A value that is there is replaced, and its comment kept. A new one goes below the line of the sample that has its
/// default, else to the end of its table; a new table goes to the end of the file.
///
/// # Errors
/// When the text is not TOML, or something on the path is not a table.
///
/// ```
/// use remembrance::config::edit::{NewValue, set_value};
/// let text = "#quiet = \"\"\nremind = [\"09:00\"] # early\n";
/// let list = NewValue::List(vec![NewValue::Text("08:00".to_owned())]);
/// assert_eq!(set_value(text, &["remind"], &list).unwrap(), "#quiet = \"\"\nremind = [\"08:00\"] # early\n");
/// let quiet = NewValue::Text("22:00-08:00".to_owned());
/// assert_eq!(
///     set_value("#quiet = \"\"\n\n[notification]\n", &["quiet"], &quiet).unwrap(),
///     "#quiet = \"\"\nquiet = \"22:00-08:00\"\n\n[notification]\n"
/// );
/// assert_eq!(
///     set_value("", &["day", "ana", "event"], &NewValue::Integer(2018)).unwrap(),
///     "[day.ana]\nevent = 2018\n"
/// );
/// ```
pub fn set_value(text: &str, path: &[&str], new: &NewValue) -> Result<String, EditError> {
    let Some((key, tables)) = path.split_last() else { return Ok(text.to_owned()) };
    keeping_endings(text, |text| {
        let mut excerpt = Excerpt::of(text, path)?;
        if let Some(item) = find(excerpt.document.as_table_mut(), path)? {
            let mut value = new.value();
            if let Some(old) = item.as_value() {
                *value.decor_mut() = old.decor().clone();
            }
            *item = Item::Value(value);
            return Ok(excerpt.whole());
        }
        let line = format!("{key} = {}\n", new.value());
        if let Some(at) = below_default(text, tables, key) {
            let (above, below) = text.split_at_checked(at).unwrap_or((text, ""));
            let gap = if above.is_empty() || above.ends_with('\n') { "" } else { "\n" };
            return Ok(format!("{above}{gap}{line}{below}"));
        }
        if let Some(table) = explicit_table(&mut excerpt.document, tables)? {
            table.insert(key, Item::Value(new.value()));
            return Ok(excerpt.whole());
        }
        let gap = if text.is_empty() || text.ends_with("\n\n") {
            ""
        } else if text.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        Ok(format!("{text}{gap}[{}]\n{line}", tables.join(".")))
    })
}

/// Removes the value at a path of keys; `None` if there is no value.
///
/// # Errors
/// When the text is not TOML, or something on the path is not a table.
///
/// ```
/// use remembrance::config::edit::unset_value;
/// let text = "[day.ana]\nname = \"Ana\"\nremind = []\n";
/// assert_eq!(unset_value(text, &["day", "ana", "remind"]).unwrap().unwrap(), "[day.ana]\nname = \"Ana\"\n");
/// assert_eq!(unset_value(text, &["quiet"]), Ok(None));
/// ```
pub fn unset_value(text: &str, path: &[&str]) -> Result<Option<String>, EditError> {
    let Some((key, tables)) = path.split_last() else { return Ok(None) };
    let mut is_there = false;
    let changed = keeping_endings(text, |text| {
        let mut excerpt = Excerpt::of(text, path)?;
        let document = &mut excerpt.document;
        let is_inline = find(document.as_table_mut(), tables)?.is_some_and(|table| table.is_inline_table());
        let table = find_table(document.as_table_mut(), tables)?;
        if let Some(table) = table.filter(|table| table.contains_key(key)) {
            is_there = true;
            if let Some(item) = table.get_mut(key).filter(|item| item.is_value() && !is_inline) {
                // The comments above belong to the key for the parser, and to the file for the person.
                *item = Item::Value(REMOVED.into());
                let edited = document.to_string();
                let edited: String =
                    edited.split_inclusive('\n').filter(|line| !line.contains(REMOVED)).collect();
                return Ok(excerpt.whole_of(&edited));
            }
            table.remove(key);
        }
        Ok(excerpt.whole())
    })?;
    Ok(is_there.then_some(changed))
}

/// Stands in for a value until its line is removed; no configuration has it.
const REMOVED: &str = "remembrance-removed-value";

/// The list of numbers at a path of keys; empty if there is no list.
pub fn numbers(text: &str, path: &[&str]) -> Vec<i64> {
    let list = |document: &document::Document<'_>| {
        let (_, numbers) = document.root().find(path)?.as_list()?;
        Some(numbers.filter_map(|number| number.as_integer()?.map(i64::from)).collect())
    };
    read(text.trim_start_matches('\u{feff}')).ok().and_then(|document| list(&document)).unwrap_or_default()
}

/// Whether there is a value or a table at a path of keys.
pub fn has_value(text: &str, path: &[&str]) -> bool {
    // Of what has too many values, those that are read count.
    let parsed = document::parse(text.trim_start_matches('\u{feff}'), 0);
    parsed.faults.is_empty() && parsed.document.root().find(path).is_some()
}

fn find_table<'t>(
    table: &'t mut dyn TableLike,
    path: &[&str],
) -> Result<Option<&'t mut dyn TableLike>, EditError> {
    let Some((first, rest)) = path.split_first() else { return Ok(Some(table)) };
    match table.get_mut(first) {
        None => Ok(None),
        Some(item) => match item.as_table_like_mut() {
            Some(table) => find_table(table, rest),
            None => Err(EditError::NotATable((*first).to_owned())),
        },
    }
}

fn find<'t>(table: &'t mut dyn TableLike, path: &[&str]) -> Result<Option<&'t mut Item>, EditError> {
    let Some((key, tables)) = path.split_last() else { return Ok(None) };
    Ok(find_table(table, tables)?.and_then(|table| table.get_mut(key)))
}

/// The table of this path where it has a header or is inline; not the root, and not one that is only implied.
fn explicit_table<'t>(
    document: &'t mut DocumentMut,
    path: &[&str],
) -> Result<Option<&'t mut dyn TableLike>, EditError> {
    if path.is_empty() {
        return Ok(Some(document.as_table_mut()));
    }
    let item = find(document.as_table_mut(), path)?;
    Ok(item.filter(|item| !item.as_table().is_some_and(Table::is_implicit)).and_then(Item::as_table_like_mut))
}

/// Where a new key goes in text that has a comment with its default, as the sample has; for keys of the root, also
/// above the first key and its comment.
fn below_default(text: &str, tables: &[&str], key: &str) -> Option<usize> {
    let header = (!tables.is_empty()).then(|| format!("[{}]", tables.join(".")));
    let is_default = |line: &str| {
        line.strip_prefix('#').is_some_and(|rest| {
            rest.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
        })
    };
    let (mut at, mut is_inside) = (0, header.is_none());
    for line in text.split_inclusive('\n') {
        at += line.len();
        let trimmed = line.trim();
        if trimmed.starts_with('[') {
            is_inside = header.as_deref() == Some(trimmed);
        } else if is_inside && is_default(trimmed) {
            return Some(at);
        }
    }
    header.is_none().then(|| super::place_of_follow(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> NewValue {
        NewValue::Text(value.to_owned())
    }

    #[test]
    fn a_key_goes_below_its_default_in_the_sample() {
        let sample = crate::config::SAMPLE;
        let table: [(&[&str], NewValue, &str); 3] = [
            (&["quiet"], text("22:00-08:00"), "#quiet = \"\"\nquiet = \"22:00-08:00\"\n"),
            (&["notification", "length"], NewValue::Integer(200), "#length = 300\nlength = 200\n"),
            (&["day", "x", "event"], NewValue::Integer(2018), "\n\n[day.x]\nevent = 2018\n"),
        ];
        for (path, value, expected) in table {
            let changed = set_value(sample, path, &value).unwrap();
            assert!(changed.contains(expected), "{path:?}: {changed}");
            assert!(has_value(&changed, path) && !has_value(sample, path));
            assert_eq!(set_value(&changed, path, &value).unwrap(), changed, "once more changes nothing");
            let unset = unset_value(&changed, path).unwrap().unwrap();
            assert!(!has_value(&unset, path));
        }
    }

    #[test]
    fn inline_tables_and_dotted_keys_are_changed_where_they_are() {
        let moment = "[day.x]\nmoment = { at = \"12:00\", what = \"W\" } # noon\n";
        assert_eq!(
            set_value(moment, &["day", "x", "moment", "at"], &text("13:00")).unwrap(),
            "[day.x]\nmoment = { at = \"13:00\", what = \"W\" } # noon\n"
        );
        let dotted = "notification.length = 200\n";
        assert_eq!(
            set_value(dotted, &["notification", "length"], &NewValue::Integer(100)).unwrap(),
            "notification.length = 100\n"
        );
        assert!(set_value("day = 1\n", &["day", "x", "event"], &NewValue::Integer(1)).is_err());
        assert_eq!(numbers("[day.x]\nskip = [2027, 2029]\n", &["day", "x", "skip"]), [2027, 2029]);
    }

    #[test]
    fn line_endings_stay() {
        let changed = set_value("quiet = \"\"\r\n", &["quiet"], &text("22:00-08:00")).unwrap();
        assert_eq!(changed, "quiet = \"22:00-08:00\"\r\n");
    }
}
