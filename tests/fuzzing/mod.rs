//! What holds of any text that somebody else wrote: the checks that `make fuzz` runs on texts without end, and `tests/fuzzed.rs`
//! on the seeds.

#![allow(dead_code, reason = "each fuzz target uses one of them")]

use remembrance::article::{Article, Format, Labels, Page, excerpt, page};
use remembrance::config::edit::{NewDay, add_day, remove_day, set_follow};
use remembrance::config::{Mistake, Severity, Source, load};
use remembrance::day::Text;
use remembrance::host::zones;
use remembrance::ical::{ImportContext, read, table};
use remembrance::rule::Rule;
use remembrance::schedule::{Ledger, LedgerLines, history};
use remembrance::words::Words;

/// A check, and the folder of its seeds.
pub(crate) type Target = (&'static str, fn(&str));

/// Every check.
pub(crate) const TARGETS: [Target; 7] = [
    ("article", article),
    ("bsd", bsd),
    ("config", config),
    ("icalendar", icalendar),
    ("ledger", ledger),
    ("phrase", phrase),
    ("vcard", vcard),
];

/// An article: its page runs nothing and fetches nothing.
pub(crate) fn article(text: &str) {
    for format in [Format::Markdown, Format::Plain] {
        let Ok(article) = Article::parse(text, format) else { continue };
        assert!(!article.lead().is_empty());
        let quote = excerpt(article.lead(), 300);
        assert!(quote.chars().count() <= 301, "{quote:?}");
        let labels = Labels { language: "en", sources: "Sources", languages: "Languages" };
        let html = page(
            &article,
            Page {
                language: "en",
                name: "Heading",
                years: None,
                dates: &[],
                date: "2027-01-20".parse().expect("it is a date"),
                date_words: "January 20",
                moment: None,
                next: None,
                labels,
                link: None,
                others: &[],
                images: &[],
            },
        );
        for tag in html.split('<').skip(1) {
            let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
            let forbidden = ["script", "iframe", "object", "embed", "form", "input", "base", "svg", "link"];
            assert!(!forbidden.contains(&name.to_ascii_lowercase().as_str()), "<{tag}");
            // Outside of quotes no attribute is a handler.
            let tag = tag.split('>').next().unwrap_or_default();
            let unquoted: String = tag.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            assert!(!unquoted.to_ascii_lowercase().contains(" on"), "<{tag}>");
            for address in
                ["href=\"", "src=\""].iter().filter_map(|name| tag.split_once(name)).map(|(_, rest)| rest)
            {
                let is_safe = ["http://", "https://", "#", "data:image/"].iter().any(|start| {
                    address.get(..start.len()).is_some_and(|part| part.eq_ignore_ascii_case(start))
                });
                assert!(is_safe, "<{tag}>");
            }
        }
    }
}

/// A configuration: every mistake has its place, and what is changed by a command can be read again.
pub(crate) fn config(text: &str) {
    let source = Source { file: "config.toml".to_owned(), text: text.to_owned() };
    let loaded = load(std::slice::from_ref(&source), &zones::named);
    for mistake in &loaded.mistakes {
        assert!(mistake.span.end <= text.len() && text.is_char_boundary(mistake.span.start));
        let line = mistake.in_one_line();
        assert!(!line.contains(char::is_control), "{line:?}");
        for is_coloured in [false, true] {
            let rendered = mistake.render(text, is_coloured);
            let plain = rendered.replace("\u{1b}[", "").replace('\n', "");
            assert!(!plain.contains(char::is_control), "{rendered:?}");
        }
    }
    for day in loaded.settings.plan.days.iter().take(20) {
        if let Ok(dates) = day.dates(2020..=2030) {
            assert!(dates.is_sorted());
        }
    }
    let day = NewDay {
        id: "fuzzed".to_owned(),
        name: Text::plain("Fuzzed"),
        rules: vec!["May 1".to_owned()],
        ..NewDay::default()
    };
    if let Ok(more) = add_day(text, &day)
        && let Ok(less) = remove_day(&more, "fuzzed")
    {
        less.expect("what was added is there to remove");
    }
    let _ = set_follow(text, &["az"]);
}

/// A ledger: what was read is written so that it is read again, and judging it ends.
pub(crate) fn ledger(text: &str) {
    const HEADING: &str = "{\"ledger\":\"remembrance\",\"version\":1,\"begun\":\"2026-01-01T00:00:00Z\"}\n";
    for text in [text.to_owned(), format!("{HEADING}{text}")] {
        let Ok(lines) = LedgerLines::read(&text) else { continue };
        let again = LedgerLines::read(&lines.text()).expect("it is a ledger");
        assert_eq!((again.lines, again.damaged.len()), (lines.lines.clone(), 0));
        let ledger = Ledger::of(lines.clone());
        for now in ["0001-01-02T00:00:00Z", "2027-01-20T05:00:00Z", "9999-12-30T00:00:00Z"] {
            let _ = ledger.clock(now.parse().expect("it is a time"));
        }
        let _ = history(&lines);
    }
}

/// The phrase of a rule: what is understood is written so that it is understood again, as the same rule.
pub(crate) fn phrase(phrase: &str) {
    match phrase.parse::<Rule>() {
        Ok(rule) => {
            let written = rule.to_string();
            let again: Rule = written.parse().unwrap_or_else(|error| panic!("{written:?}: {error}"));
            assert_eq!(again, rule, "{written:?}");
            let _ = rule.explain();
            for years in [2020..=2030, 1..=3, 9997..=9999] {
                if let Ok(dates) = rule.dates(years) {
                    assert!(dates.is_sorted(), "{dates:?}");
                }
            }
        }
        Err(error) => {
            let _ = error.render(phrase);
        }
    }
}

/// Files of calendar(1).
pub(crate) fn bsd(text: &str) {
    imported(text);
}

/// Files of iCalendar.
pub(crate) fn icalendar(text: &str) {
    imported(&format!("BEGIN:VCALENDAR\n{text}"));
}

/// Files of vCard.
pub(crate) fn vcard(text: &str) {
    imported(&format!("BEGIN:VCARD\n{text}"));
}

/// Calendars of other programs: what is imported is a configuration without mistakes.
fn imported(text: &str) {
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
    assert!(mistake.is_none(), "{}\n{written}", mistake.map(Mistake::in_one_line).unwrap_or_default());
}
