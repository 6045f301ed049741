//! Configurations and what they come to: settings by table, mistakes to the very words.

use super::*;
use crate::day::{Ceremony, CeremonyKind, Offset, Text};
use crate::rule::EventDate;
use crate::schedule::Slot;
use chrono::TimeDelta;
use proptest::prelude::*;

fn zones(name: &str) -> Result<Zone, ZoneError> {
    match name {
        "Asia/Baku" => Zone::from_posix(name, "<+04>-4"),
        _ => Err(ZoneError::Unknown { name: name.to_owned(), near: None }),
    }
}

fn load_text(text: &str) -> Loaded {
    load(&[Source { file: "c.toml".to_owned(), text: text.to_owned() }], &zones)
}

fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded.settings.plan.days.iter().map(|day| day.id.as_str()).collect()
}

fn told(text: &str) -> Vec<String> {
    load_text(text).mistakes.iter().map(Mistake::in_one_line).collect()
}

#[test]
fn without_any_file_january_20_is_kept() {
    let loaded = load(&[], &zones);
    assert_eq!(loaded.mistakes, []);
    assert_eq!(ids(&loaded), ["az-black-january"]);
    let day = &loaded.settings.plan.days[0];
    assert_eq!((day.extras.pack.as_deref(), day.event), (Some(DEFAULT_PACK), Some(EventDate::Year(1990))));
    assert_eq!(*day.remind, [Offset::default()]);
    assert_eq!(day.extras.moment.as_ref().unwrap().zone, zones("Asia/Baku").ok());
    assert_eq!(loaded.settings.style, Style::default());
    assert_eq!((loaded.settings.plan.catch_up, loaded.settings.plan.quiet), (3, None));
}

#[test]
fn every_key_is_taken() {
    let loaded = load_text(
        r#"
        follow = ["az-january-20/az-black-january"]
        languages = ["az", "en"]
        remind = ["1 week before 19:00", "09:00"]
        catch-up = "5 days"
        quiet = "22:00-08:00"
        snooze = "2 hours"

        [notification]
        urgency = "low"
        expire = "20 seconds"
        excerpt = "rotate"
        length = 200
        sound = "bell"

        [day.grandmother]
        name = { en = "Grandmother", az = "Nənə" }
        date = ["March 12", "second Sunday of May"]
        since = 2019
        until = 2050
        event = 2018
        remind = ["1 day before 18:00", "09:00", "09:00"]
        moment = { at = "12:00", zone = "Asia/Baku", what = "A minute of silence", ahead = "10 minutes" }
        article = "grandmother.md"
        link = "https://example.org/g"

        [day.az-black-january]
        remind = "10:00"
        "#,
    );
    assert_eq!(loaded.mistakes, []);
    assert_eq!(ids(&loaded), ["az-black-january", "grandmother"]);
    let Settings { plan, style, languages, .. } = &loaded.settings;
    assert_eq!(languages, &["az", "en"]);
    assert_eq!((plan.catch_up, plan.snooze), (5, TimeDelta::hours(2)));
    assert_eq!((style.rotate, style.length, style.sound.as_deref()), (true, 200, Some("bell")));
    assert_eq!(style.expire, Some(TimeDelta::seconds(20)));
    let [january, grandmother] = plan.days.as_slice() else { panic!() };
    // A pack's day keeps what the person's table does not name.
    assert_eq!(
        (january.event, &*january.remind),
        (Some(EventDate::Year(1990)), ["10:00".parse().unwrap()].as_slice())
    );
    assert_eq!(grandmother.name.get(&["az".to_owned()]), "Nənə");
    assert_eq!((grandmother.rules.len(), grandmother.remind.len()), (2, 2));
    assert_eq!(grandmother.extras.moment.as_ref().unwrap().ahead, TimeDelta::minutes(10));
    assert_eq!(Slot::Offset(grandmother.remind[0]).to_string(), "1 day before 18:00");
}

#[test]
fn upper_layers_override_lower_ones_key_by_key() {
    let source = |file: &str, text: &str| Source { file: file.to_owned(), text: text.to_owned() };
    let lower = source(
        "etc.toml",
        "quiet = \"22:00-08:00\"\nremind = [\"08:00\"]\n[day.a]\nname = \"A\"\ndate = \"May 1\"\nevent = 1900\n",
    );
    let upper = source("home.toml", "quiet = \"\"\nfollow = []\n[day.a]\nname = \"B\"\n");
    let loaded = load(&[lower, upper], &zones);
    assert_eq!(loaded.mistakes, []);
    let plan = &loaded.settings.plan;
    assert_eq!((ids(&loaded), plan.quiet), (vec!["a"], None));
    assert_eq!((plan.days[0].name.get(&[]), plan.days[0].event), ("B", Some(EventDate::Year(1900))));
    assert_eq!(*plan.days[0].remind, ["08:00".parse().unwrap()]);
}

#[test]
fn what_is_done_at_a_moment_is_a_kind_a_text_or_both() {
    let text = |pairs: &[(&str, &str)]| {
        Text::from_pairs(pairs.iter().map(|(language, text)| ((*language).to_owned(), (*text).to_owned())))
    };
    let sirens = Some(CeremonyKind::Sirens);
    let table = [
        ("\"minute-of-silence\"", Ceremony::Known(CeremonyKind::MinuteOfSilence)),
        ("\"silence\"", Ceremony::Known(CeremonyKind::Silence)),
        ("\"A minute of silence\"", Ceremony::plain("A minute of silence")),
        ("\"pause\"", Ceremony::plain("pause")),
        ("{ kind = \"sirens\" }", Ceremony::Known(CeremonyKind::Sirens)),
        ("{ en = \"W\" }", Ceremony::Written { text: text(&[("en", "W")]), kind: None }),
        ("{ kind = \"sirens\", en = \"W\" }", Ceremony::Written { text: text(&[("en", "W")]), kind: sirens }),
    ];
    for (what, expected) in table {
        let moment = format!("moment = {{ at = \"12:00\", what = {what} }}");
        let loaded = load_text(&format!("follow = []\n[day.x]\nname = \"X\"\ndate = \"May 1\"\n{moment}\n"));
        assert_eq!(loaded.mistakes, [], "{what}");
        assert_eq!(loaded.settings.plan.days[0].extras.moment.as_ref().unwrap().what, expected, "{what}");
    }
}

#[test]
fn what_is_followed_adds_up_and_can_be_left_out() {
    let table: [(&[&str], &[&str]); 9] = [
        (&[], &[DEFAULT_PACK]),
        (&["[]"], &[]),
        (&["[\"ge\"]", "[\"un/un-holocaust\"]"], &["ge", "un/un-holocaust"]),
        (&["[\"ge\", \"tr\"]", "[\"-ge\"]"], &["tr"]),
        (&["[\"un/un-holocaust\"]", "[\"-un\"]"], &[]),
        // An upper file may take it up again.
        (&["[\"ge\"]", "[\"-ge\"]", "[\"ge\"]"], &["ge"]),
        // What only leaves out does not take the place of the default.
        (&["[\"-ge\"]"], &[DEFAULT_PACK]),
        (&["[\"-az-january-20\"]"], &[]),
        (&["[\"ge\"]", "[]"], &["ge"]),
    ];
    for (files, expected) in table {
        let sources: Vec<Source> = files
            .iter()
            .enumerate()
            .map(|(index, follow)| Source {
                file: format!("{index}.toml"),
                text: format!("follow = {follow}\n"),
            })
            .collect();
        let loaded = load(&sources, &zones);
        assert_eq!(
            (loaded.mistakes, loaded.settings.follow),
            (vec![], expected.iter().map(|name| (*name).to_owned()).collect()),
            "{files:?}"
        );
    }
    let loaded = load_text("follow = [\"az\", \"-az/az-khojaly\"]");
    assert!(!ids(&loaded).contains(&"az-khojaly") && ids(&loaded).contains(&"az-black-january"));
    assert_eq!(
        told("follow = [\"-azz\", \"-az/az-khojali\"]"),
        [
            "c.toml:1:11: there is no pack `azz`; did you mean `az`?",
            "c.toml:1:19: the pack `az` has no day `az-khojali`; did you mean `az/az-khojaly`?",
        ]
    );
}

#[test]
fn days_of_calendars_lie_below_and_are_changed_key_by_key() {
    let layer = |name: &str| DayLayer {
        name: Some(crate::day::Text::plain(name)),
        rules: Some(["March 12".parse().unwrap()].into()),
        event: Some(EventDate::Year(1990)),
        ..DayLayer::default()
    };
    let calendars = ["a", "b", "az-black-january", "whole"].map(|id| (id.into(), layer(id))).to_vec();
    let text = "[day.a]\nremind = \"10:00\"\n[day.whole]\nname = \"Own\"\ndate = \"May 1\"\n";
    let sources = [Source { file: "c.toml".to_owned(), text: text.to_owned() }];
    let loaded = Merged::read(&sources, &zones).settle(&DayValues::new(&sources, &zones), &[], calendars);
    assert_eq!(
        (loaded.mistakes.as_slice(), ids(&loaded)),
        ([].as_slice(), vec!["a", "az-black-january", "b", "whole"])
    );
    let [a, january, b, whole] = loaded.settings.plan.days.as_slice() else { panic!() };
    assert_eq!((a.event, &*a.remind), (Some(EventDate::Year(1990)), ["10:00".parse().unwrap()].as_slice()));
    assert_eq!((&*b.remind, b.extras.pack.as_ref()), ([Offset::default()].as_slice(), None));
    // A day of a pack, and a whole one of the files, is no calendar's day that has its id.
    assert_eq!(
        (january.extras.pack.as_deref(), whole.name.get(&[]), whole.event),
        (Some(DEFAULT_PACK), "Own", None)
    );
}

#[test]
fn what_would_cost_too_much_memory_is_refused_with_its_place() {
    let day = |index: usize| format!("[day.d{index}]\nname = \"D\"\ndate = \"May 1\"\n");
    let many = |count: usize| (0..count).map(day).collect::<Vec<_>>().concat();
    let loaded = load_text(&many(merge::MOST_DAYS + 5));
    assert_eq!(loaded.settings.plan.days.len(), merge::MOST_DAYS + 1);
    let told: Vec<String> = loaded.mistakes.iter().map(Mistake::in_one_line).collect();
    assert_eq!(told, ["c.toml:60001:6: the configuration has more than 20000 days; the rest is left out"]);
    let table = [
        (
            format!("[day.x]\nname = \"X\"\ndate = [{}]\n", "\"May 1\",".repeat(51)),
            "more than 50 dates of one day",
        ),
        (format!("remind = [{}]\n", "\"09:00\",".repeat(51)), "more than 50 reminders"),
        (format!("languages = [{}]\n", "\"az\",".repeat(1001)), "more than 1000 languages"),
        (
            format!("a = [{}]\n", "[],".repeat(210_000)),
            "this file has more than 200000 values; its rest is not read",
        ),
    ];
    for (text, expected) in table {
        let loaded = load_text(&text);
        assert!(
            loaded.mistakes.iter().any(|mistake| mistake.message() == expected),
            "{expected}: {:?}",
            loaded.mistakes
        );
        assert_eq!(ids(&loaded), ["az-black-january"]);
    }
}

#[test]
fn a_moment_or_all_reminders_of_a_day_can_be_switched_off() {
    let loaded = load_text("[day.az-black-january]\nmoment = false\nremind = []\n");
    assert_eq!(loaded.mistakes, []);
    assert_eq!(
        (&loaded.settings.plan.days[0].extras.moment, loaded.settings.plan.days[0].remind.len()),
        (&None, 0)
    );
}

#[test]
fn mistakes_are_told_with_place_fault_and_way_out() {
    let table = [
        ("folow = []", "c.toml:1:1: unknown key `folow`; did you mean `follow`?"),
        (
            "xyzzy = 1",
            "c.toml:1:1: unknown key `xyzzy`; a config has `follow`, `calendar`, `languages`, `remind`, `catch-up`, `quiet`, `location`, `hijri-adjust`, `snooze`, `notification` and `day`",
        ),
        (
            "follow = [\"az-janury-20\"]",
            "c.toml:1:11: there is no pack `az-janury-20`; did you mean `az-january-20`?",
        ),
        (
            "follow = [\"az-january-20/az-black\"]",
            "c.toml:1:11: the pack `az-january-20` has no day `az-black`; did you mean `az-january-20/az-black-january`?",
        ),
        ("follow = \"az\"", "c.toml:1:10: expected a list of strings, found a string"),
        (
            "remind = [\"25:00\"]",
            "c.toml:1:11: `25:00` is not a time; the day ends at 23:59; for example `\"09:00\"` or `\"1 week before 19:00\"`",
        ),
        ("catch-up = 3", "c.toml:1:12: expected a string, found an integer"),
        ("quiet = \"22:00\"", "c.toml:1:9: `22:00` is not a span of hours; write it like `22:00-08:00`"),
        (
            "[notification]\nurgency = \"hihg\"",
            "c.toml:2:11: `hihg` is not one of `low`, `normal` and `critical`",
        ),
        ("[notification]\nlength = 5", "c.toml:2:10: `5` is not between 40 and 2000"),
        ("hijri-adjust = 3", "c.toml:1:16: `3` is not between -2 and 2"),
        ("hijri-adjust = -3", "c.toml:1:16: `-3` is not between -2 and 2"),
        (
            "location = \"Baku\"",
            "c.toml:1:12: `Baku` is not a place; write latitude and longitude in degrees, e.g. `40.41, 49.87`",
        ),
        (
            "[day.X]\nname = \"X\"",
            "c.toml:1:6: `X` is not an id; small letters, digits and hyphens make one, at most 64",
        ),
        (
            "[day.x]\nname = \"X\"",
            "c.toml:1:6: the day `x` lacks `date`; for example `date = \"January 20\"`",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = \"second Sonday of May\"",
            "c.toml:3:16: unknown weekday `Sonday`; did you mean `Sunday`?",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = [\"May 1\", \"May 32\"]",
            "c.toml:3:19: `May 32` is not a date; May has 31 days",
        ),
        ("[day.x]\nname = \"\"\ndate = \"May 1\"", "c.toml:2:8: the text is empty"),
        (
            "[day.x]\nname = \"X\"\ndate = \"May 1\"\nsince = 2000\nuntil = 1999",
            "c.toml:5:9: `until` 1999 is before `since` 2000",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = \"May 1\"\narticle = \"../x.md\"",
            "c.toml:4:11: `../x.md` is outside the folder `articles`",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = \"May 1\"\nlink = \"javascript:x\"",
            "c.toml:4:8: `javascript:x` is not a link; `https://` and `http://` are known",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = \"May 1\"\nmoment = { what = \"W\" }",
            "c.toml:4:10: the moment lacks `at`; for example `{ at = \"12:00\", what = \"A minute of silence\" }`",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = \"May 1\"\nmoment = { at = \"12:00\", what = \"minute-of-silense\" }",
            "c.toml:4:33: `minute-of-silense` is not a kind of ceremony; did you mean `minute-of-silence`?",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = \"May 1\"\nmoment = { at = \"12:00\", what = { kind = \"x\", en = \"W\" } }",
            "c.toml:4:42: `x` is not a kind of ceremony; the kinds are `minute-of-silence`, `two-minutes-of-silence`, \
             `silence`, `sirens`, `sirens-and-minute-of-silence`, `sirens-and-two-minutes-of-silence`, \
             `bell-and-minute-of-silence`, `candles` and `commemoration`",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = \"May 1\"\nmoment = { at = \"12:00\", what = {} }",
            "c.toml:4:33: the text is empty",
        ),
        (
            "[day.x]\nname = \"X\"\ndate = \"May 1\"\nmoment = { at = \"12:00\", what = \"W\", zone = \"Asia/Baki\" }",
            "c.toml:4:45: there is no time zone `Asia/Baki`; write it like `Asia/Baku`",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(told(text), [expected], "{text}");
    }
}

#[test]
fn what_is_changed_of_a_day_that_is_not_followed_is_a_warning() {
    for text in [
        "follow = []\n[day.az-black-january]\nremind = \"10:00\"",
        "follow = [\"az\", \"-az/az-khojaly\"]\n[day.az-khojaly]\nskip = [2027]",
        "follow = [\"pl\"]\n[day.az-khojaly]\nname = \"X\"",
    ] {
        let loaded = load_text(text);
        let warnings: Vec<String> = loaded.warnings.iter().map(Mistake::in_one_line).collect();
        assert!(
            loaded.mistakes.is_empty() && warnings.len() == 1,
            "{text}: {:?} {warnings:?}",
            loaded.mistakes
        );
        assert!(
            warnings[0].contains(" is not followed: this has no effect; `remembrance follow az"),
            "{warnings:?}"
        );
    }
}

#[test]
fn all_mistakes_come_at_once_and_the_sound_days_are_kept() {
    let text = "snoze = \"1 hour\"\n[day.a]\nname = \"A\"\ndate = \"Maay 1\"\n[day.b]\nname = \"B\"\ndate = \"May 1\"\nremid = []\n[day.c]\nname = \"C\"\ndate = \"May 1\"\n";
    let loaded = load_text(text);
    assert_eq!(loaded.mistakes.len(), 3);
    assert_eq!(ids(&loaded), ["az-black-january", "c"]);
}

#[test]
fn broken_syntax_is_told_without_its_echo() {
    let text = "[day.a]\nname = \"A\ndate = \"May 1\"\n\n[day.b]\nname = \"B\"\ndate = \"May 1\"\n";
    let loaded = load_text(text);
    assert!(
        loaded.mistakes.iter().all(|mistake| mistake.line == 2 || mistake.line == 3),
        "{:?}",
        loaded.mistakes
    );
    assert_eq!(ids(&loaded), ["az-black-january", "b"]);
}

#[test]
fn a_mistake_is_rendered_with_its_line_and_a_caret() {
    let text = "[day.a]\nname = \"Ə\"\ndaet = \"May 1\"\n";
    let mistake = &load_text(text).mistakes[0];
    let expected = "\
error: unknown key `daet`
 --> c.toml:3:1
  |
3 | daet = \"May 1\"
  | ^^^^
  |
  = help: did you mean `date`?";
    assert_eq!(mistake.render(text, false), expected);
    assert!(mistake.render(text, true).contains('\u{1b}'));
}

#[test]
fn a_line_of_any_length_and_ending_is_shown_in_part() {
    let long = format!("quiet = [{}]", "\"ə\", ".repeat(1000));
    for text in [long.as_str(), "\r\r\r", "x = 1\r\nquiet\r\n", "a = \"\r"] {
        for mistake in load_text(text).mistakes {
            let told = mistake.render(text, false);
            assert!(told.contains(&format!("--> c.toml:{}:", mistake.line)), "{told}");
            assert!(told.len() < 2000, "{told}");
        }
    }
}

#[test]
fn at_most_fifty_mistakes_of_a_file_are_told_and_how_many_more_there_are() {
    let text: Vec<String> = (0..70).map(|index| format!("key{index:02} = 1")).collect();
    let told = told(&text.join("\n"));
    assert_eq!(told.len(), 51);
    assert_eq!(told[50], "c.toml:50:1: and 20 more in this file");
}

#[test]
fn what_is_sound_is_not_counted_where_more_is_wrong_than_is_listed() {
    let wrong = |index: usize| {
        let dates = format!("[\"May 1\", \"June {}\"]", index % 30 + 1);
        format!("[day.d{index}]\nname = \"D\"\ndate = {dates}\nsince = 2040\nuntil = 2039\n")
    };
    let last = "[day.x]\nname = \"X\"\ndate = \"July 7\"\n[day.y]\nname = \"Y\"\ndate = \"Jull 7\"\n";
    let loaded = load_text(&((0..70).map(wrong).collect::<String>() + last));
    assert_eq!((loaded.mistakes.len(), Mistake::count(&loaded.mistakes)), (51, 71));
    assert_eq!(ids(&loaded), ["az-black-january", "x"]);
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "(\\PC|\n|[=\\[\\]{}\"'.#]){0,200}") {
        for mistake in load_text(&text).mistakes {
            let _ = mistake.render(&text, false);
        }
    }

    #[test]
    fn known_keys_with_any_values_do_not_panic(
        lines in prop::collection::vec((
            prop::sample::select(vec!["follow", "remind", "name", "date", "moment", "[day.a]", "[notification]", "quiet", "expire", "length", "since"]),
            prop::sample::select(vec!["1", "\"\"", "\"09:00\"", "[1]", "{}", "{ at = 1 }", "2026-05-01", "\"May 1\"", "true", "99999999999999999999"]),
        ), 0..12)
    ) {
        let text: String = lines.iter().map(|(key, value)| if key.starts_with('[') { format!("{key}\n") } else { format!("{key} = {value}\n") }).collect();
        for mistake in load_text(&text).mistakes {
            let _ = mistake.render(&text, false);
        }
    }
}
