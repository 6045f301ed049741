//! The sample, the schema and the manual of a config say what the program knows, no more and no less.

use crate::common::without;
use crate::tools::{config_manual as manual, schema};
use remembrance::config::{SAMPLE, SCHEMA, Source, load};
use remembrance::host::zones;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn loaded(text: &str) -> remembrance::config::Loaded {
    load(&[Source { file: "c.toml".to_owned(), text: text.to_owned() }], &zones::named)
}

/// The sample with its defaults in force.
fn uncommented() -> String {
    let is_default = |rest: &&str| rest.starts_with(|first: char| first.is_ascii_lowercase());
    let lines = SAMPLE.lines().map(|line| line.strip_prefix('#').filter(is_default).unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// The sample with its example days in force.
fn with_days() -> String {
    let lines = SAMPLE.lines().filter_map(|line| line.strip_prefix("#     "));
    lines.collect::<Vec<_>>().join("\n")
}

/// The keys of the schema, with where they stand.
fn keys(schema: &Value) -> Vec<(String, &Value)> {
    let of = |table: &'static str, at: &'static str| {
        let properties = schema.pointer(at).unwrap()["properties"].as_object().unwrap();
        properties.iter().map(move |(key, property)| (format!("{table}{key}"), property))
    };
    let day = "/properties/day/additionalProperties";
    let tables = [
        ("", ""),
        ("notification.", "/properties/notification"),
        ("day.x.", day),
        ("day.x.moment.", "/properties/day/additionalProperties/properties/moment/anyOf/0"),
    ];
    tables.into_iter().flat_map(|(table, at)| of(table, at)).collect()
}

#[test]
fn the_schema_is_the_one_that_the_types_make() {
    assert!(SCHEMA == schema::file(), "write it anew: make manual");
}

#[test]
fn the_manual_is_the_one_that_the_schema_makes() {
    let written = fs::read_to_string(root("man/remembrance.toml.5")).unwrap();
    assert!(written == manual::page(), "write it anew: make manual");
}

#[test]
fn the_schema_has_the_keys_that_the_program_knows() {
    let schema = schema::schema();
    // A mistake in the name of a key is told with all that there are.
    let table = [
        ("", "xyzzy = 1", &schema["properties"]),
        ("[notification]", "[notification]\nxyzzy = 1", &schema["properties"]["notification"]["properties"]),
        ("[day]", "[day.x]\nxyzzy = 1", &manual::day(&schema)["properties"]),
        (
            "moment",
            "[day.x]\nmoment = { at = \"12:00\", what = \"W\", xyzzy = 1 }",
            &manual::moment(&schema)["properties"],
        ),
    ];
    for (name, text, properties) in table {
        let help = loaded(text).mistakes[0].help().unwrap();
        let known: BTreeSet<&str> =
            help.split('`').skip(1).step_by(2).filter(|word| !word.starts_with('[')).collect();
        let listed: BTreeSet<&str> = properties.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(known, listed, "{name}");
    }
}

#[test]
fn the_sample_changes_nothing_and_names_every_key_with_its_default() {
    let plain = loaded("");
    assert_eq!(loaded(SAMPLE), plain);
    let mut all = loaded(&uncommented());
    assert_eq!(all.mistakes, []);
    // What is the same as said by default.
    assert_eq!(all.settings.follow, plain.settings.follow);
    all.settings.follow.clone_from(&plain.settings.follow);
    assert_eq!((all.settings, all.warnings), (plain.settings, plain.warnings));
    let schema = schema::schema();
    let tables: [(&str, &Value); 2] =
        [("", &schema), ("notification", &schema["properties"]["notification"])];
    for (table, schema) in tables {
        for (key, property) in schema["properties"].as_object().unwrap() {
            if ["notification", "day"].contains(&key.as_str()) {
                continue;
            }
            let line = format!("#{key} = {}", manual::toml(&property["default"]));
            assert!(SAMPLE.lines().any(|found| found == line), "the sample of `{table}` has no line {line}");
        }
    }
}

#[test]
fn the_days_of_the_sample_name_every_key_of_a_day() {
    let found = loaded(&with_days());
    assert_eq!((found.mistakes.as_slice(), found.settings.plan.days.len()), ([].as_slice(), 2));
    let schema = schema::schema();
    for (key, _) in keys(&schema).iter().filter(|(key, _)| key.starts_with("day.")) {
        let key = key.rsplit('.').next().unwrap();
        assert!(with_days().contains(&format!("{key} = ")), "{key}");
    }
}

#[test]
fn each_default_and_each_example_of_the_schema_is_sound() {
    let schema = schema::schema();
    for (key, property) in keys(&schema) {
        for value in manual::examples(property).chain(property.get("default")) {
            let value = manual::toml(value);
            let moment = "at = \"12:00\"\nwhat = \"W\"\n";
            let text = match key.rsplit_once('.') {
                None => format!("{key} = {value}"),
                Some(("notification", key)) => format!("[notification]\n{key} = {value}"),
                Some(("day.x", key @ ("name" | "date"))) => {
                    let other = if key == "name" { "date = \"May 1\"" } else { "name = \"X\"" };
                    format!("[day.x]\n{other}\n{key} = {value}")
                }
                Some(("day.x", key)) => format!("[day.x]\nname = \"X\"\ndate = \"May 1\"\n{key} = {value}"),
                Some((_, key)) => {
                    let lines: Vec<&str> = moment.lines().filter(|line| !line.starts_with(key)).collect();
                    let lines = lines.join(
                        "
",
                    );
                    format!(
                        "[day.x]\nname = \"X\"\ndate = \"May 1\"\n[day.x.moment]\n{lines}\n{key} = {value}"
                    )
                }
            };
            assert_eq!(loaded(&text).mistakes, [], "{text}");
        }
    }
    let example = loaded(manual::EXAMPLE);
    assert_eq!((example.mistakes, example.warnings), (vec![], vec![]));
}

#[test]
fn a_reader_of_manual_pages_finds_no_fault() {
    let page = root("man/remembrance.toml.5");
    let Ok(output) = Command::new("groff").args(["-man", "-Tutf8", "-ww", "-z"]).arg(page).output() else {
        without::not_tried("groff is not installed");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

/// Taplo, which Even Better TOML is made of, where it was installed: `npm install --prefix target/taplo @taplo/cli`.
#[test]
fn taplo_finds_what_we_find() {
    let taplo = root("target/taplo/node_modules/.bin/taplo");
    if !taplo.exists() {
        without::not_tried("Taplo is not in target/taplo: `tests/needs.sh test` fetches it");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("remembrance.schema.json"), SCHEMA).unwrap();
    let first = SAMPLE.lines().next().unwrap();
    let table = [
        (SAMPLE.to_owned(), true),
        (uncommented(), true),
        (with_days(), true),
        (manual::EXAMPLE.to_owned(), true),
        ("[day.az-black-january]\nmoment = false\nremind = []\n".to_owned(), true),
        ("folow = []".to_owned(), false),
        ("quiet = \"22\"".to_owned(), false),
        ("[notification]\nlength = 5".to_owned(), false),
        ("[day.x]\nmoment = true".to_owned(), false),
    ];
    // All of them at once: most of its time goes into starting.
    let mut command = Command::new(&taplo);
    command.current_dir(home.path()).args(["lint", "--no-auto-config", "--colors", "never"]);
    for (index, (text, is_sound)) in table.iter().enumerate() {
        let name = format!("{index}.toml");
        fs::write(home.path().join(&name), format!("{first}\n{text}\n")).unwrap();
        command.arg(name);
        assert_eq!(loaded(text).mistakes.is_empty(), *is_sound, "{text}");
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains(&format!("total={} excluded=0", table.len())), "{said}");
    let refused: Vec<&str> = said.lines().filter(|line| line.contains("invalid file")).collect();
    for (index, (text, is_sound)) in table.iter().enumerate() {
        let is_refused = refused.iter().any(|line| line.contains(&format!("/{index}.toml\"")));
        assert_eq!(!is_refused, *is_sound, "{text}\n{said}");
    }
}
