//! Writes the JSON Schema of a config from the types below, whose comments are the manual's text as well:
//! `cargo run --example schema > config/remembrance.schema.json`. A test holds the file to it, and these types to
//! the keys and defaults that the program knows.

#![allow(dead_code, reason = "the types are there for their schema")]

use remembrance::config::packs::Packs;
use remembrance::host::zones;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::collections::BTreeMap;

/// A configuration of remembrance: the days that a person keeps, and their reminders.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Config {
    /// The packs that are followed, or single days of one, as `az/az-khojaly`. `remembrance packs` lists them.
    /// The lists of all files add up; `-` before a name, as `-un` or `-az/az-khojaly`, leaves out what a file below
    /// or the same list follows. Packs of your own are files in the folder `packs` beside the config.
    #[schemars(schema_with = "followed", extend("default" = ["az-january-20"], "examples" = [["az", "un/un-holocaust"]]))]
    follow: Option<Vec<String>>,
    /// Calendars of other programs that are followed live and never written to: a file of iCalendar, vCard or
    /// calendar(1), or a folder of them as vdirsyncer keeps it. Their days are kept like your own; a day of the
    /// configuration counts before one of a calendar. A table `[[calendar]]` each serves as well as a list. The calendars
    /// of all files add up; an empty list leaves out those of the files below.
    #[schemars(extend("default" = [], "examples" = [[{ "path": "~/.calendars/memorial" }]]))]
    calendar: Option<Vec<Calendar>>,
    /// The languages of notifications and articles, the most wanted first: the first that a text has is taken. An
    /// empty list leaves it to the desktop, with English after it.
    #[schemars(inner(regex(pattern = r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")), extend("default" = [], "examples" = [["az", "en"]]))]
    languages: Option<Vec<String>>,
    /// When to remind of each day that does not say otherwise: a time on the day itself, or days or weeks before
    /// it. A time that a clock change skips is the first after it. An empty list: not at all.
    #[schemars(extend("default" = ["09:00"], "examples" = [["1 week before 19:00", "09:00"], "08:30"]))]
    remind: Option<Reminders>,
    /// How long after its day a reminder is still shown that was missed while the machine was off, in whole days
    /// or weeks; what is older is recorded as missed.
    #[schemars(regex(pattern = r"^\d+ (days?|weeks?)$"), extend("default" = "3 days", "examples" = ["0 days", "1 week"]))]
    catch_up: Option<String>,
    /// Hours in which nothing is shown, and which may go over midnight; what comes due in them waits for their
    /// end, and a moment in them is not announced. Empty: none.
    #[schemars(regex(pattern = r"^(\d{1,2}:\d{2} ?[-–] ?\d{1,2}:\d{2})?$"), extend("default" = "", "examples" = ["22:00-08:00"]))]
    quiet: Option<String>,
    /// Where the sun rises and sets for `sunrise` and `sunset`: latitude and longitude in degrees, south and west
    /// negative. Empty: the chief city of the machine's time zone, as the zone tables of the system have it. A moment with
    /// a zone of its own goes by the sun of that zone's chief city. Where the sun does not rise or set on a date, and where
    /// no place is known, sunrise is taken at 06:00 and sunset at 18:00; `remembrance check` says so.
    #[schemars(regex(pattern = r"^(\s*-?\d{1,2}(\.\d+)?\s*,\s*-?\d{1,3}(\.\d+)?\s*)?$"), extend("default" = "", "examples" = ["40.41, 49.87"]))]
    location: Option<String>,
    /// How many days later the days of the Hijri calendar are announced where you live than by calculation; earlier if
    /// negative.
    #[schemars(range(min = -2, max = 2), extend("default" = 0, "examples" = [1]))]
    hijri_adjust: Option<i8>,
    /// How long the action Later puts a notification off: a minute or more.
    #[schemars(regex(pattern = DURATION), extend("default" = "1 hour", "examples" = ["30 minutes"]))]
    snooze: Option<String>,
    /// How a notification looks and sounds.
    notification: Option<Notification>,
    /// The days of your own, each a table named by its id; and, of the days of a pack, what differs for you.
    #[schemars(schema_with = "days")]
    day: Option<BTreeMap<String, Day>>,
}

/// A calendar of another program.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Calendar {
    /// The file or folder: a whole path, or one from the home folder.
    #[schemars(regex(pattern = r"^(/|~/)"))]
    path: String,
}

/// How a notification looks and sounds.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Notification {
    /// How it presses: `low` may be passed over, `critical` stays in sight, also in do-not-disturb on most desktops.
    #[schemars(extend("default" = "normal", "examples" = ["critical"]))]
    urgency: Option<Urgency>,
    /// How long it stays on the screen: `never` goes by itself, or a time from `1 second` to `1 day`.
    #[schemars(regex(pattern = r"^(never|\d+ (seconds?|minutes?|hours?|days?))$"), extend("default" = "never", "examples" = ["20 seconds"]))]
    expire: Option<String>,
    /// What it quotes of the article: its first paragraph, `lead`, or with `rotate` another one each year.
    #[schemars(extend("default" = "lead", "examples" = ["rotate"]))]
    excerpt: Option<Excerpt>,
    /// How many characters it quotes at most; it is cut at the end of a sentence, else of a word.
    #[schemars(range(min = 40, max = 2000), extend("default" = 300, "examples" = [120]))]
    length: Option<u16>,
    /// A sound by its name in the desktop's theme. Empty: silence.
    #[schemars(regex(pattern = r"^[A-Za-z0-9._-]*$"), extend("default" = "", "examples" = ["message"]))]
    sound: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Urgency {
    Low,
    Normal,
    Critical,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Excerpt {
    Lead,
    Rotate,
}

/// A day that is kept.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Day {
    /// What it is called: a text, or a table with one for each language.
    #[schemars(extend("examples" = ["Grandmother", { "en": "Grandmother", "az": "Nənə" }]))]
    name: Option<Text>,
    /// When it is: a rule, or a list of rules on whose dates it is kept all; remembrance-rules(7) has every form.
    #[schemars(extend("examples" = ["March 12", "second Sunday of November", ["January 20", "10 Muharram"]]))]
    date: Option<Rules>,
    /// The year or the date that anniversaries are counted from; a day without `since` is not kept before it.
    #[schemars(extend("examples" = [2018, "2018-03-12"]))]
    event: Option<Event>,
    /// The first year in which it is kept.
    #[schemars(range(min = 1, max = 9999), extend("examples" = [2019]))]
    since: Option<u16>,
    /// The last year in which it is kept.
    #[schemars(range(min = 1, max = 9999), extend("examples" = [2068]))]
    until: Option<u16>,
    /// The years without reminders of this day; it is still listed in them. `remembrance mute` writes it.
    #[schemars(inner(range(min = 1, max = 9999)), extend("examples" = [[2027]]))]
    skip: Option<Vec<u16>>,
    /// When to remind of this day, in place of the setting for every day. An empty list: not at all.
    #[schemars(extend("examples" = [["1 day before 18:00", "09:00"], []]))]
    remind: Option<Reminders>,
    /// A moment of the day, as a minute of silence, which has a notification of its own shortly before and is never
    /// announced late; `false` where that of a pack's day is not wanted.
    #[schemars(extend("examples" = [{ "at": "12:00", "zone": "Asia/Baku", "what": "A minute of silence", "ahead": "5 minutes" }, false]))]
    moment: Option<MomentOrNone>,
    /// The file of its article in the folder `articles` beside the config, Markdown or plain text. Without it the
    /// article is `ID.LANG.md` there, `ID.md` or the same with `.txt`; else the one that ships.
    #[schemars(regex(pattern = r"\.(md|MD|txt|TXT)$"), extend("examples" = ["grandmother.md"]))]
    article: Option<String>,
    /// A page to open beside the article, or where there is none: `https` or `http`.
    #[schemars(regex(pattern = r"^https?://\S+$"), extend("examples" = ["https://example.org/grandmother"]))]
    link: Option<String>,
}

/// A year, or a date.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Event {
    Year(#[schemars(range(min = 1, max = 9999))] u16),
    Date(#[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))] String),
}

/// A moment of the day.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Moment {
    /// When it is: on a wall clock, or by the sun.
    #[schemars(regex(pattern = r"^(\d{1,2}:\d{2}|(\d+ (minutes?|hours?) (before|after) )?(sunrise|sunset))$"), extend("examples" = ["12:00", "sunset"]))]
    at: String,
    /// Where that clock hangs, as `Asia/Baku`; without it, wherever the machine is.
    #[schemars(extend("examples" = ["Asia/Baku"]))]
    zone: Option<String>,
    /// What is done then: a kind that has words in every language, e.g. `minute-of-silence`; a text; or a table with a
    /// text for each language, in which `kind` serves the languages that are not there.
    #[schemars(extend("examples" = ["minute-of-silence", "A minute of silence"]))]
    what: Text,
    /// How long before it is announced, a day at most.
    #[schemars(regex(pattern = DURATION), extend("default" = "5 minutes", "examples" = ["10 minutes"]))]
    ahead: Option<String>,
}

const DURATION: &str = r"^\d+ (seconds?|minutes?|hours?|days?|weeks?)$";

#[derive(JsonSchema)]
#[schemars(untagged)]
enum MomentOrNone {
    Moment(Moment),
    None(#[schemars(extend("const" = false))] bool),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Text {
    Plain(String),
    Languages(BTreeMap<String, String>),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Rules {
    One(String),
    Many(Vec<String>),
}

#[derive(JsonSchema)]
#[schemars(untagged)]
enum Reminders {
    One(Reminder),
    Many(Vec<Reminder>),
}

#[derive(JsonSchema)]
#[schemars(transparent)]
struct Reminder(
    #[schemars(regex(
        pattern = r"^\s*(\d+ (days?|weeks?) before|(\d+ (days?|weeks?) before )?(\d{1,2}:\d{2}|(\d+ (minutes?|hours?) (before|after) )?(sunrise|sunset)))\s*$"
    ))]
    String,
);

/// What ships is listed, so that editors complete it; what is one's own is taken too.
fn followed(_: &mut SchemaGenerator) -> Schema {
    let packs = Packs::new(&[]);
    let mut names = Vec::new();
    for pack in packs.all() {
        let (info, _) = packs.info(pack.id, &zones::named).expect("a pack that ships is known");
        names.push(info.id.clone());
        names.extend(info.days.iter().map(|entry| format!("{}/{}", info.id, entry.day.id)));
    }
    json_schema!({
        "type": "array",
        "items": { "anyOf": [{ "enum": names }, { "type": "string", "pattern": "^-?[a-z0-9-]+(/[a-z0-9-]+)?$" }] },
    })
}

fn days(generator: &mut SchemaGenerator) -> Schema {
    let day = generator.subschema_for::<Day>();
    json_schema!({ "type": "object", "additionalProperties": day })
}

/// The schema, as JSON.
pub(crate) fn schema() -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<Config>().to_value();
    tidy(&mut schema);
    schema["title"] = "remembrance".into();
    // Nothing is needed.
    schema.as_object_mut().map(|schema| schema.remove("required"));
    schema
}

/// The schema, as its file has it.
pub(crate) fn file() -> String {
    serde_json::to_string_pretty(&schema()).expect("a schema is JSON") + "\n"
}

/// Takes out what TOML does not have, null, and what says nothing to a person; sets each text on one line.
fn tidy(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|key, _| key != "format" && key != "title");
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|one| one != "null");
                if let [only] = types.as_slice() {
                    object["type"] = only.clone();
                }
            }
            if let Some(Value::Array(options)) = object.get_mut("anyOf") {
                options.retain(|one| one["type"] != "null");
                if let [Value::Object(only)] = options.as_slice() {
                    let only = only.clone();
                    object.remove("anyOf");
                    for (key, value) in only {
                        object.entry(key).or_insert(value);
                    }
                }
            }
            if let Some(Value::Array(options)) = object.get_mut("enum") {
                options.retain(|one| !one.is_null());
            }
            if let Some(Value::String(text)) = object.get_mut("description") {
                *text = text.replace('\n', " ");
            }
            object.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

#[allow(dead_code, reason = "a test and the manual take this file in for its schema")]
fn main() {
    print!("{}", file());
}
