//! `remembrance set`: sets one key of the configuration.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::SCHEMA;
use crate::config::edit::{NewValue, has_value, set_value, unset_value};
use crate::text::nearest;
use crate::words::MessageValue;
use serde_json::Value;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance set remind \"1 day before 18:00\" 09:00")]
pub(super) struct SetArgs {
    /// The key, e.g. `languages`, `notification.length` or `day.grandmother.event`
    #[arg(value_name = "KEY", add = super::completions::keys())]
    key: String,
    /// Its value; more than one makes a list
    #[arg(value_name = "VALUE", required_unless_present = "default", allow_negative_numbers = true)]
    values: Vec<String>,
    /// Remove the key, so that its default counts
    #[arg(long, conflicts_with = "values")]
    default: bool,
}

/// Why a key cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetError {
    /// The configuration has no such key.
    #[error("unknown key `{key}`; {}", match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "remembrance.toml(5) lists them".to_owned(),
    })]
    UnknownKey {
        /// What was given.
        key: String,
        /// The nearest key.
        near: Option<String>,
    },
    /// The value is not of the kind that the key has.
    #[error("`{key}` is {}, not `{value}`", if *is_number { "a whole number" } else { "`true` or `false`" })]
    WrongKind {
        /// The key.
        key: String,
        /// Whether the key has a whole number, and not `true` or `false`.
        is_number: bool,
        /// What was given.
        value: String,
    },
    /// The key is a table or a list of tables.
    #[error("`{0}` has keys of its own; `remembrance edit` opens the file")]
    Table(String),
    /// The key is not in a file of this person.
    #[error("`{0}` is not set in your configuration; its default counts already")]
    NotSet(String),
}

impl Run for SetArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = Invocation::for_editing(global)?;
        let path: Vec<&str> = self.key.split('.').collect();
        let kinds = kinds(&self.key, &path)?;
        if self.default {
            let file = invocation.file_with(&path).ok_or_else(|| SetError::NotSet(self.key.clone()))?;
            let changed = unset_value(&invocation.text_of(&file)?, &path);
            let changed = changed.map_err(|why| Error::ConfigEdit { file: file.clone(), why })?;
            let context = invocation.save(&file, &changed.unwrap_or_default())?;
            let next = invocation.next_of_all(&context);
            let file = file.display().to_string();
            let values = [("key", MessageValue::Text(&self.key)), ("file", MessageValue::Text(&file))];
            print(&format!("{}\n{next}", context.command_words().say("set-removed", &values)))?;
            return Ok(Outcome::Success);
        }
        let value = value(&self.key, &self.values, &kinds)?;
        let context = invocation.set(&path, &value)?;
        let setting = format!("{} = {value}", self.key);
        let said = context.command_words().say("set-to", &[("setting", MessageValue::Text(&setting))]);
        print(&format!("{said}\n{}", invocation.next_of_all(&context)))?;
        Ok(Outcome::Success)
    }
}

impl Invocation {
    /// Sets a value in the uppermost file that has it or its table, by default the config, and saves that file.
    pub(super) fn set(&self, path: &[&str], value: &NewValue) -> Result<crate::app::context::Context, Error> {
        let table = path.split_last().map(|(_, table)| table).filter(|table| !table.is_empty());
        let file = self.file_with(path).or_else(|| self.file_with(table?));
        let file = file.unwrap_or_else(|| self.paths.config_file.clone());
        let changed = set_value(&self.text_of(&file)?, path, value);
        self.save(&file, &changed.map_err(|why| Error::ConfigEdit { file: file.clone(), why })?)
    }

    /// The uppermost of the person's files that has a value or table.
    pub(super) fn file_with(&self, path: &[&str]) -> Option<PathBuf> {
        self.own_files().into_iter().find(|file| {
            let file = file.display().to_string();
            let mut sources = self.context.sources.iter();
            sources.any(|source| source.file == file && has_value(&source.text, path))
        })
    }
}

/// The keys that can be set, with those of these days.
pub(super) fn keys<'d>(days: impl IntoIterator<Item = &'d str>) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema that ships is JSON");
    let under = |node: &Value| -> Vec<String> {
        let properties = node.get("properties").and_then(Value::as_object);
        properties.into_iter().flatten().map(|(key, _)| key.clone()).collect()
    };
    let root = &schema["properties"];
    let mut keys = under(&schema);
    keys.extend(under(&root["notification"]).iter().map(|key| format!("notification.{key}")));
    let of_day = under(&root["day"]["additionalProperties"]);
    keys.extend(days.into_iter().flat_map(|day| of_day.iter().map(move |key| format!("day.{day}.{key}"))));
    keys.retain(|key| kinds(key, &key.split('.').collect::<Vec<_>>()).is_ok());
    keys
}

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ValueKind {
    Text,
    Integer,
    Flag,
    List,
}

/// The kinds of value that a key can have, by the schema of the configuration.
fn kinds(key: &str, path: &[&str]) -> Result<Vec<ValueKind>, SetError> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema that ships is JSON");
    let mut node = &schema;
    for (index, part) in path.iter().enumerate() {
        let properties = alternatives(node).find_map(|node| node.get("properties")?.as_object());
        let inside = properties.and_then(|properties| properties.get(*part));
        let any = || node.get("additionalProperties").filter(|inside| inside.is_object());
        let Some(inside) = inside.or_else(any) else {
            let known = properties.into_iter().flatten().map(|(key, _)| key.as_str());
            let near = nearest(part, known);
            let near = near.map(|near| [&path[..index], &[near], &path[index + 1..]].concat().join("."));
            return Err(SetError::UnknownKey { key: key.to_owned(), near });
        };
        node = inside;
    }
    let kind = |node: &Value| match node.get("type")?.as_str()? {
        "string" => Some(ValueKind::Text),
        "integer" => Some(ValueKind::Integer),
        "boolean" => Some(ValueKind::Flag),
        "array" if node["items"].get("properties").is_none() => Some(ValueKind::List),
        _ => None,
    };
    let kinds: Vec<ValueKind> = alternatives(node).filter_map(kind).collect();
    if kinds.is_empty() { Err(SetError::Table(key.to_owned())) } else { Ok(kinds) }
}

/// A node of the schema, or those that its `anyOf` lists.
fn alternatives(node: &Value) -> impl Iterator<Item = &Value> {
    let listed = node.get("anyOf").and_then(Value::as_array);
    listed.into_iter().flatten().chain(listed.is_none().then_some(node))
}

/// The value that the arguments make.
fn value(key: &str, values: &[String], kinds: &[ValueKind]) -> Result<NewValue, SetError> {
    let has = |kind| kinds.contains(&kind);
    let joined = values.join(" ");
    if let (true, Ok(flag)) = (has(ValueKind::Flag), joined.parse()) {
        return Ok(NewValue::Flag(flag));
    }
    if let (true, Ok(number)) = (has(ValueKind::Integer), joined.parse()) {
        return Ok(NewValue::Integer(number));
    }
    let scalar =
        |value: &String| value.parse().map_or_else(|_| NewValue::Text(value.clone()), NewValue::Integer);
    match (has(ValueKind::Text), has(ValueKind::List)) {
        // A list whose items are numbers has them as numbers: `skip`.
        (false, true) => Ok(NewValue::List(values.iter().map(scalar).collect())),
        (true, true) if values.len() > 1 => {
            Ok(NewValue::List(values.iter().cloned().map(NewValue::Text).collect()))
        }
        // Words that are not quoted: `set catch-up 3 days`.
        (true, _) => Ok(NewValue::Text(joined)),
        (false, false) => {
            let is_number = has(ValueKind::Integer);
            Err(SetError::WrongKind { key: key.to_owned(), is_number, value: joined })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(key: &str, values: &[&str]) -> Result<String, SetError> {
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let kinds = kinds(key, &key.split('.').collect::<Vec<_>>())?;
        value(key, &values, &kinds).map(|value| value.to_string())
    }

    #[test]
    fn a_value_is_of_the_kind_that_its_key_has() {
        let table: [(&str, &[&str], &str); 9] = [
            ("languages", &["az", "en"], r#"["az", "en"]"#),
            ("languages", &["az"], r#"["az"]"#),
            ("remind", &["1 day before 18:00", "09:00"], r#"["1 day before 18:00", "09:00"]"#),
            ("catch-up", &["3", "days"], r#""3 days""#),
            ("quiet", &["22:00-08:00"], r#""22:00-08:00""#),
            ("notification.length", &["200"], "200"),
            ("day.x.event", &["2018"], "2018"),
            ("day.x.date", &["March", "12"], r#"["March", "12"]"#),
            ("day.x.moment", &["false"], "false"),
        ];
        for (key, values, expected) in table {
            assert_eq!(made(key, values).as_deref(), Ok(expected), "{key}");
        }
    }

    #[test]
    fn what_cannot_be_set_is_answered_with_what_can() {
        let table: [(&str, &[&str], &str); 5] = [
            ("langages", &["az"], "unknown key `langages`; did you mean `languages`?"),
            (
                "notification.lenght",
                &["1"],
                "unknown key `notification.lenght`; did you mean `notification.length`?",
            ),
            ("day.x.evnt", &["1"], "unknown key `day.x.evnt`; did you mean `day.x.event`?"),
            ("notification.length", &["long"], "`notification.length` is a whole number, not `long`"),
            ("notification", &["x"], "`notification` has keys of its own; `remembrance edit` opens the file"),
        ];
        for (key, values, expected) in table {
            assert_eq!(made(key, values).unwrap_err().to_string(), expected);
        }
    }
}
