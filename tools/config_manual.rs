//! Writes the manual page remembrance.toml(5) from the schema of a config. A test holds the file to it, and parses each example.

use super::{manpage, schema};
use roff::{Inline, Roff, bold, italic, roman};
use serde_json::Value;

/// The whole config that the page shows.
pub(crate) const EXAMPLE: &str = r#"follow = ["az", "un/un-holocaust"]
languages = ["az", "en"]
remind = ["1 week before 19:00", "09:00"]
quiet = "22:00-08:00"

[notification]
excerpt = "rotate"

[day.grandmother]
name = { en = "Grandmother", az = "Nənə" }
date = "March 12"
event = 2018
since = 2019
moment = { at = "12:00", what = "A minute of silence" }

# Of a day of a pack only what differs.
[day.az-black-january]
remind = ["08:30"]
"#;

/// The page, as roff.
pub(crate) fn page() -> String {
    let schema = schema::schema();
    let mut page = Roff::new();
    let title = manpage::title("REMEMBRANCE.TOML", "5");
    page.control("TH", title.iter().map(String::as_str));
    section(&mut page, "NAME");
    page.text([roman("remembrance.toml - configuration of remembrance")]);
    section(&mut page, "SYNOPSIS");
    page.text([italic("~/.config/remembrance/config.toml")]);
    section(&mut page, "DESCRIPTION");
    page.text(prose(
        "A TOML file, and others beside it. None is needed: every key has a default, and without any file January 20, \
         Black January, is kept. A saved file takes effect at once. Times are local wherever the machine is, unless a \
         zone is named.",
    ));
    page.control("PP", []);
    page.text(prose(
        "`remembrance init` writes a file with every key and its default as a comment, and a JSON Schema beside it \
         by which editors complete and check as you type. `remembrance add`, `remove`, `follow` and `unfollow` \
         change the file and leave its comments and layout as they are; `remembrance edit` opens it in your editor \
         and checks it before it is saved.",
    ));
    section(&mut page, "LAYERS");
    page.text(prose(
        "Each layer overrides those before it, key by key, also within a `[day.ID]` table; lists of what is followed add up:",
    ));
    for (place, what) in LAYERS {
        page.control("TP", []);
        page.text([italic(*place)]);
        page.text(prose(what));
    }
    page.control("PP", []);
    page.text(prose("`remembrance check -v` shows the origin of each value."));
    section(&mut page, "KEYS");
    keys(&mut page, &schema, &["notification", "day"]);
    section(&mut page, "[notification]");
    page.text(prose(&described(&schema["properties"]["notification"])));
    keys(&mut page, &schema["properties"]["notification"], &[]);
    section(&mut page, "[day.ID]");
    page.text(prose(&described(&schema["properties"]["day"])));
    page.text(prose(
        "An id consists of small letters, digits and hyphens. A day of your own needs a `name` and a `date`.",
    ));
    keys(&mut page, day(&schema), &[]);
    section(&mut page, "moment = { ... }");
    keys(&mut page, moment(&schema), &[]);
    section(&mut page, "DURATIONS");
    page.text(prose(
        "A duration is a whole number and a unit: `seconds`, `minutes`, `hours`, `days` or `weeks`.",
    ));
    section(&mut page, "EXAMPLE");
    page.control("EX", []);
    for line in EXAMPLE.lines() {
        page.text([roman(line)]);
    }
    page.control("EE", []);
    section(&mut page, "ARTICLES");
    page.text(prose(
        "An article is Markdown, `ID.LANG.md`, or plain text, `ID.LANG.txt`; without `LANG` it is for every language. The \
         first heading is the title, and the first paragraph is what a notification quotes. In plain text the first line \
         is the title, and empty lines separate paragraphs. Markdown is CommonMark with tables, footnotes and struck text. \
         An image beside the article is shown on its page and with the notification; its text is the caption and its \
         title the credit. HTML is shown as text, and nothing is fetched from elsewhere.",
    ));
    page.control("PP", []);
    page.text(prose(
        "Before it there may be front matter between `+++` lines, with `sources`, a list of texts, and `author`, `license` \
         and `excerpt`, which is quoted instead of the first paragraph.",
    ));
    section(&mut page, "MISTAKES");
    page.text(prose(
        "A mistake never stops the daemon. It goes on with the last configuration that had none; at its start, with all \
         that is valid, and without each table `[day.ID]` that has a mistake. A notification shows the first mistake with \
         its file and line, and another one says when it is fixed.",
    ));
    page.control("PP", []);
    page.text(prose(
        "`remembrance check` lists every mistake of every file with its line, and exits with 1 if there are any. It also \
         warns of what is valid and probably not intended, e.g. quiet hours that cover every reminder, a day that never \
         comes again, or a sunset where the sun does not set; for warnings alone it exits with 0. With `--json` each is \
         an object with `file`, `line`, `column`, `message` and `help`; a warning has `severity`, which is `warning`.",
    ));
    section(&mut page, "LIMITS");
    page.text(prose(
        "The daemon never takes more than 48 MiB, so what would cost more is refused with its file and line, and the rest is \
         kept. These are the most:",
    ));
    for (what, most) in remembrance::app::limits::limits() {
        page.control("TP", []);
        page.text([roman(what)]);
        page.text([roman(format!("{most}."))]);
    }
    page.control("PP", []);
    page.text(prose(
        "The ledger is shortened before it is larger: of 20,000 days with one reminder each, more than a year is kept. A larger one is \
         set aside, and a new one is begun. Commands read within the same limits; `set`, `remove`, `mute`, `follow` and `unfollow` \
         change the keys above the first table and the tables of one day, up to 50,000 words and signs.",
    ));
    section(&mut page, "SEE ALSO");
    page.text([bold("remembrance"), roman("(1), "), bold("remembrance-rules"), roman("(7)")]);
    manpage::folded(&page.render())
}

/// The layers, the lowest first.
const LAYERS: &[(&str, &str)] = &[
    ("built in", "The defaults below."),
    ("packs", "The days of the packs that `follow` names."),
    (
        "/etc/xdg/remembrance/config.toml",
        "What an administrator sets for everybody, and `days.d/*.toml` beside it.",
    ),
    ("~/.config/remembrance/config.toml", "Yours; `--config FILE` takes its place."),
    ("~/.config/remembrance/days.d/*.toml", "Drop-ins, in the order of their names."),
    (
        "~/.config/remembrance/packs/*.toml",
        "Packs of your own: `name` and `[day.ID]` tables. They count when they are followed.",
    ),
    (
        "~/.config/remembrance/articles/",
        "Articles about your days; one named after a day of a pack replaces the article that ships.",
    ),
];

/// The table of a day, in the schema.
pub(crate) fn day(schema: &Value) -> &Value {
    &schema["properties"]["day"]["additionalProperties"]
}

/// The table of a moment, in the schema.
pub(crate) fn moment(schema: &Value) -> &Value {
    &day(schema)["properties"]["moment"]["anyOf"][0]
}

/// The keys of a table: what each is for, its default, examples.
fn keys(page: &mut Roff, table: &Value, but: &[&str]) {
    let properties = table["properties"].as_object().expect("a table has keys");
    for (key, property) in properties.iter().filter(|(key, _)| !but.contains(&key.as_str())) {
        page.control("TP", []);
        page.text([bold(key.as_str())]);
        let mut text = prose(&described(property));
        if let Some(default) = property.get("default") {
            text.extend([roman(" Default: "), bold(toml(default)), roman(".")]);
        }
        page.text(text);
        for example in examples(property) {
            page.control("br", []);
            page.text([roman(format!("{key} = {}", toml(example)))]);
        }
    }
}

/// The examples of a key.
pub(crate) fn examples(property: &Value) -> impl Iterator<Item = &Value> {
    property["examples"].as_array().into_iter().flatten()
}

fn described(property: &Value) -> String {
    property["description"].as_str().expect("every key is described").to_owned()
}

/// A value as TOML has it.
pub(crate) fn toml(value: &Value) -> String {
    let all = |values: Vec<String>, open: &str, close: &str| format!("{open}{}{close}", values.join(", "));
    match value {
        Value::Array(items) => all(items.iter().map(toml).collect(), "[", "]"),
        Value::Object(pairs) => {
            all(pairs.iter().map(|(key, value)| format!("{key} = {}", toml(value))).collect(), "{ ", " }")
        }
        other => other.to_string(),
    }
}

/// Text in which what stands between backticks is bold.
fn prose(text: &str) -> Vec<Inline> {
    let parts = text.split('`').enumerate();
    parts.map(|(index, part)| if index % 2 == 1 { bold(part) } else { roman(part) }).collect()
}

fn section(page: &mut Roff, name: &str) {
    page.control("SH", [name]);
}
