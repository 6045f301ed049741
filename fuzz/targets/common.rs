//! Calendars of other programs: what is imported is a configuration without mistakes, and what is exported comes back.

use remembrance::config::{Severity, Source, load};
use remembrance::host::zones;
use remembrance::ical::{ImportContext, read, table};
use remembrance::words::Words;

/// Reads a text as a calendar, and what was read as a drop-in of the configuration.
pub fn imported(text: &str) {
    let words = Words::choose(&[]);
    let local = zones::named("Asia/Baku").expect("the zone files are there");
    let today = "2026-11-26".parse().expect("it is a date");
    let context =
        ImportContext { most_days: 100, ..ImportContext::new(&zones::named, &words, &local, today) };
    let found = read(text, &context);
    assert!(found.days.len() <= 100);
    let lines = text.lines().count().max(1);
    for note in &found.notes {
        assert!(note.line <= lines + 1, "{note:?}");
    }
    let written = table(&found.days, "fuzzed", None);
    let source = Source { file: "fuzzed.toml".to_owned(), text: written.clone() };
    let mistakes = load(&[source], &zones::named).mistakes;
    let mistake = mistakes.iter().find(|mistake| mistake.severity == Severity::Error);
    assert!(mistake.is_none(), "{}\n{written}", mistake.map(|one| one.in_one_line()).unwrap_or_default());
}
