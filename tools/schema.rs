//! Writes the JSON Schema of a config from the types below, whose comments are the manual's text as well. A test holds the
//! file to it, and these types to the keys and defaults that the program knows.

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
    /// Packs to follow, or single days of one, e.g. `az/az-khojaly`. `remembrance packs` lists them. The lists of all
    /// files add up; `-` before a name, e.g. `-un` or `-az/az-khojaly`, leaves out what a lower file or the same list
    /// follows. Packs of your own are files in the folder `packs` beside the configuration.
    #[schemars(schema_with = "followed", extend("default" = ["az-january-20"], "examples" = [["az", "un/un-holocaust"]]))]
    follow: Option<Vec<String>>,
    /// Calendars of other programs to follow; they are read again when they change, and never written to. Each is a
    /// file of iCalendar, vCard or calendar(1), or a folder of them as vdirsyncer has it. Their days are kept like
    /// your own; a day of the configuration overrides one of a calendar. Written as a list, or as `[[calendar]]`
    /// tables. The calendars of all files add up; an empty list leaves out those of lower files.
    #[schemars(extend("default" = [], "examples" = [[{ "path": "~/.calendars/memorial" }]]))]
    calendar: Option<Vec<Calendar>>,
    /// The languages of notifications and articles, the preferred one first. An empty list means those of the
    /// desktop, then English.
    #[schemars(inner(regex(pattern = r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")), extend("default" = [], "examples" = [["az", "en"]]))]
    languages: Option<Vec<String>>,
    /// When to remind you of each day that has no `remind` of its own: a time on the day itself, or days or weeks
    /// before it. A time that a clock change skips means the first one after it. An empty list means no reminders.
    #[schemars(extend("default" = ["09:00"], "examples" = [["1 week before 19:00", "09:00"], "08:30"]))]
    remind: Option<Reminders>,
    /// How long after its day a reminder is still shown if it was missed while the machine was off, in whole days or
    /// weeks; older ones are recorded as missed.
    #[schemars(regex(pattern = r"^\d+ (days?|weeks?)$"), extend("default" = "3 days", "examples" = ["0 days", "1 week"]))]
    catch_up: Option<String>,
    /// Hours in which nothing is shown, also across midnight. A reminder due in them is shown at their end; a moment
    /// in them is not announced. Empty means none.
    #[schemars(regex(pattern = r"^(\d{1,2}:\d{2} ?[-–] ?\d{1,2}:\d{2})?$"), extend("default" = "", "examples" = ["22:00-08:00"]))]
    quiet: Option<String>,
    /// The place for `sunrise` and `sunset`: latitude and longitude in degrees, south and west negative. Empty means
    /// the chief city of the machine's time zone, from the zone tables of the system. A moment with a zone of its own
    /// uses that zone's chief city. Where the sun does not rise or set on a date, and where no place is known,
    /// sunrise is 06:00 and sunset 18:00; `remembrance check` warns of it.
    #[schemars(regex(pattern = r"^(\s*-?\d{1,2}(\.\d+)?\s*,\s*-?\d{1,3}(\.\d+)?\s*)?$"), extend("default" = "", "examples" = ["40.41, 49.87"]))]
    location: Option<String>,
    /// How many days later the days of the Hijri calendar are announced where you live than by calculation; earlier if
    /// negative.
    #[schemars(range(min = -2, max = 2), extend("default" = 0, "examples" = [1]))]
    hijri_adjust: Option<i8>,
    /// How long the action Later snoozes a notification, at least a minute.
    #[schemars(regex(pattern = DURATION), extend("default" = "1 hour", "examples" = ["30 minutes"]))]
    snooze: Option<String>,
    /// The look and sound of notifications.
    notification: Option<Notification>,
    /// Days of your own, each a table named by its id; and changes to days of packs.
    #[schemars(schema_with = "days")]
    day: Option<BTreeMap<String, Day>>,
}

/// A calendar of another program.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Calendar {
    /// The file or folder: an absolute path, or one that begins with `~/`.
    #[schemars(regex(pattern = r"^(/|~/)"))]
    path: String,
}

/// The look and sound of notifications.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
struct Notification {
    /// The urgency: the desktop may hide `low`; `critical` stays on the screen, on most desktops also with Do Not
    /// Disturb.
    #[schemars(extend("default" = "normal", "examples" = ["critical"]))]
    urgency: Option<Urgency>,
    /// How long a notification stays on the screen: `never` expires, or a time from `1 second` to `1 day`.
    #[schemars(regex(pattern = r"^(never|\d+ (seconds?|minutes?|hours?|days?))$"), extend("default" = "never", "examples" = ["20 seconds"]))]
    expire: Option<String>,
    /// The paragraph of the article that a notification quotes: `lead`, the first one, or `rotate`, another one each
    /// year.
    #[schemars(extend("default" = "lead", "examples" = ["rotate"]))]
    excerpt: Option<Excerpt>,
    /// The most characters that a notification quotes; it is cut at the end of a sentence, else of a word.
    #[schemars(range(min = 40, max = 2000), extend("default" = 300, "examples" = [120]))]
    length: Option<u16>,
    /// The name of a sound in the desktop's theme. Empty means silent.
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
    /// The name: a text, or a table with a text for each language.
    #[schemars(extend("examples" = ["Grandmother", { "en": "Grandmother", "az": "Nənə" }]))]
    name: Option<Text>,
    /// The date: a rule, or a list of rules, which add up; remembrance-rules(7) has every form.
    #[schemars(extend("examples" = ["March 12", "second Sunday of November", ["January 20", "10 Muharram"]]))]
    date: Option<Rules>,
    /// The year or the date that anniversaries are counted from; without `since`, the day is not kept before it.
    #[schemars(extend("examples" = [2018, "2018-03-12"]))]
    event: Option<Event>,
    /// The first year in which it is kept.
    #[schemars(range(min = 1, max = 9999), extend("examples" = [2019]))]
    since: Option<u16>,
    /// The last year in which it is kept.
    #[schemars(range(min = 1, max = 9999), extend("examples" = [2068]))]
    until: Option<u16>,
    /// Years without reminders of this day; `remembrance list` still has it. `remembrance mute` writes this key.
    #[schemars(inner(range(min = 1, max = 9999)), extend("examples" = [[2027]]))]
    skip: Option<Vec<u16>>,
    /// When to remind you of this day, instead of the general setting. An empty list means no reminders.
    #[schemars(extend("examples" = [["1 day before 18:00", "09:00"], []]))]
    remind: Option<Reminders>,
    /// A moment of the day, e.g. a minute of silence. It is announced shortly before, and never late. Within an hour of
    /// another reminder of the day, both are one notification at the earlier time. `false` switches off that of a
    /// pack's day.
    #[schemars(extend("examples" = [{ "at": "12:00", "zone": "Asia/Baku", "what": "A minute of silence", "ahead": "5 minutes" }, false]))]
    moment: Option<MomentOrNone>,
    /// Whether a moment of another zone is announced although it falls between 22:00 and 07:00 here. Otherwise only the
    /// other reminders of the day mention such a moment, while it is still to come.
    #[schemars(extend("default" = false, "examples" = [true]))]
    at_night: Option<bool>,
    /// The file of its article in the folder `articles` beside the configuration, Markdown or plain text. Default:
    /// `ID.LANG.md` there, `ID.md`, or the same with `.txt`; else the article that ships.
    #[schemars(regex(pattern = r"\.(md|MD|txt|TXT)$"), extend("examples" = ["grandmother.md"]))]
    article: Option<String>,
    /// A web page about the day, `https` or `http`: Read opens it if the day has no article.
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
    /// The time: of the clock, or by the sun.
    #[schemars(regex(pattern = r"^(\d{1,2}:\d{2}|(\d+ (minutes?|hours?) (before|after) )?(sunrise|sunset))$"), extend("examples" = ["12:00", "sunset"]))]
    at: String,
    /// The time zone, e.g. `Asia/Baku`; by default that of the machine.
    #[schemars(extend("examples" = ["Asia/Baku"]))]
    zone: Option<String>,
    /// What happens: a kind that has words in every language, e.g. `minute-of-silence`; a text; or a table with a
    /// text for each language, with `kind` for the languages that it lacks.
    #[schemars(extend("examples" = ["minute-of-silence", "A minute of silence"]))]
    what: Text,
    /// How long before the moment it is announced, at most a day.
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
