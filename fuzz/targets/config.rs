//! A configuration: every mistake has its place, and what is changed by a command can be read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use remembrance::config::edit::{NewDay, add_day, remove_day, set_follow};
use remembrance::config::{Source, load};
use remembrance::day::Text;
use remembrance::host::zones;

fuzz_target!(|text: &str| {
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
});
