//! Any bytes at all as a configuration: an answer in time, few words, no panic.
//!
//! `CASES=2000000 cargo test --release --test integration config_hostile::any_bytes -- --nocapture` tries as many mutations of
//! real files; `SEED` begins elsewhere.

use crate::common::process::of_this_thread;
use crate::common::{Home, REMEMBRANCE};
use remembrance::config::edit::{NewDay, add_day, follow_of, remove_day, set_follow};
use remembrance::config::{Loaded, SAMPLE, Source, load, load_with, origins};
use remembrance::day::Text;
use remembrance::host::zones;
use std::fs;
use std::time::Duration;

const MIB: usize = 1024 * 1024;

fn loaded(text: &str) -> Loaded {
    load(&[Source { file: "c.toml".to_owned(), text: text.to_owned() }], &zones::named)
}

/// A text of about this many bytes.
fn of_size(bytes: usize, part: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(bytes + 100);
    let mut index = 0;
    while text.len() < bytes {
        text += &part(index);
        index += 1;
    }
    text
}

/// Texts that take the longest, of this many bytes.
fn hostile(bytes: usize) -> Vec<(&'static str, String)> {
    let of = |part: &str| part.repeat(bytes / part.len());
    let day = |index: usize| format!("[day.d{index}]\nname = \"D\"\n");
    vec![
        ("sound days", of_size(bytes, |index| day(index) + "date = \"May 1\"\n")),
        ("unknown keys", of_size(bytes, |index| format!("key{index} = 1\n"))),
        ("unknown keys of days", of_size(bytes, |index| day(index) + "nmae = \"X\"\n")),
        ("days without a date", of_size(bytes, day)),
        ("days of dotted keys", of_size(bytes, |index| format!("day.d{index}.name = \"D\"\n"))),
        (
            "days that never come",
            of_size(bytes, |index| {
                day(index) + "date = \"February 29 else skip\"\nsince = 2025\nuntil = 2027\n"
            }),
        ),
        (
            "days that come late",
            of_size(bytes, |index| {
                day(index)
                    + "date = \"RRULE:FREQ=YEARLY;INTERVAL=9;BYMONTH=2;BYMONTHDAY=29 from 1999-01-01\"\n"
            }),
        ),
        (
            "days out of their calendar",
            of_size(bytes, |index| day(index) + "date = \"Chinese 7/15\"\nsince = 5000\n"),
        ),
        ("wrong rules", of_size(bytes, |index| day(index) + "date = \"second Sonday of Mai\"\n")),
        ("a long rule", format!("[day.a]\nname = \"A\"\ndate = \"{}\"\n", of("1 day after "))),
        ("many rules", format!("[day.a]\nname = \"A\"\ndate = [{}]\n", of("\"10 Muharram\","))),
        ("many reminders", format!("remind = [{}]\n", of("\"1 day before 09:00\","))),
        ("unknown packs", format!("follow = [{}]\n", of_size(bytes, |index| format!("\"pack{index}\",")))),
        ("one pack", format!("follow = [{}]\n", of("\"az\","))),
        (
            "quiet days",
            "quiet = \"08:00-10:00\"\n".to_owned()
                + &of_size(bytes, |index| day(index) + "date = \"May 1\"\nremind = \"09:00\"\n"),
        ),
        ("a long key", format!("{} = 1\n", of("a"))),
        ("a long id", format!("[day.{}]\n", of("a"))),
        ("a long name", format!("[day.a]\nname = \"{}\"\ndate = \"May 1\"\n", of("ə "))),
        ("dotted keys", format!("{}a = 1\n", of("a."))),
        ("brackets", of("[")),
        ("lists", format!("a = {}", of("["))),
        ("flat lists", format!("a = [{}]", of("[],"))),
        ("tables", format!("a = {}", of("{ a = "))),
        ("quotes", of("\"")),
        ("broken lines", of("= \n")),
        ("broken strings", of("a = \"x\n")),
        ("headers", of("[day.a]\n")),
        ("lists of tables", of("[[a]]\n")),
        ("comments", of("#\n")),
        ("blanks", of(" ")),
        ("broken among days", of_size(bytes, |index| day(index) + "date = May 1\n")),
        ("letters of four bytes", of("\u{1F56F}")),
        ("control characters", of("\u{7f}\u{1}")),
        ("returns", of("\r")),
    ]
}

#[test]
fn hostile_texts_are_answered_in_few_words() {
    for (name, text) in hostile(MIB / 8) {
        let begun = of_this_thread();
        let found = loaded(&text);
        let took = of_this_thread().saturating_sub(begun);
        assert!(took < Duration::from_secs(30), "{name}: {took:?}");
        assert!(found.mistakes.len() + found.warnings.len() <= 203, "{name}: {}", found.mistakes.len());
        for mistake in found.mistakes.iter().chain(&found.warnings) {
            let told = mistake.render(&text, false);
            assert!(told.len() < 5000, "{name}: {} bytes", told.len());
        }
    }
}

/// Reading a config of any size and any content takes less memory than the daemon may have in all, and January 20 is
/// kept where the config is left out.
#[test]
fn no_config_takes_more_than_48_mib() {
    let home = Home::new();
    let worst = [
        "sound days",
        "many rules",
        "flat lists",
        "days without a date",
        "days of dotted keys",
        "lists of tables",
        "returns",
        "a long key",
    ];
    for bytes in [7 * MIB, 2 * MIB - 64 * 1024] {
        for (name, text) in hostile(bytes).into_iter().filter(|(name, _)| worst.contains(name)) {
            home.config(&text);
            let limited = "ulimit -d 49152; exec \"$0\" next";
            let mut command = home.command("sh");
            let output = command.args(["-c", limited, REMEMBRANCE]).output().unwrap();
            let said = String::from_utf8_lossy(&output.stdout);
            let warned = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{name}, {bytes} bytes: {:?} {warned}", output.status);
            if bytes > 2 * MIB {
                assert!(said.contains("Black January"), "{name}: {said}");
                assert!(warned.contains("more than 2048 KiB of text with this file"), "{name}: {warned}");
            }
        }
    }
}

/// What each command does to a text that no person wrote, with the memory that the daemon may have: it changes it, or says
/// at which line it does not, and leaves it as it was.
#[test]
fn a_command_that_changes_the_config_takes_no_more_than_48_mib_and_loses_nothing() {
    let home = Home::new();
    let edits: [&[&str]; 6] = [
        &["add", "Mother", "May 1"],
        &["remove", "d5"],
        &["set", "quiet", "22:00-08:00"],
        &["follow", "un"],
        &["mute", "d5"],
        &["setup", "--yes"],
    ];
    let day = |index: usize| format!("[day.d{index}]\nname = \"The day {index}\"\ndate = \"May 1\"\n");
    let legal: String = (0..18_000).map(day).collect();
    let values = hostile(2 * MIB - 64 * 1024).into_iter().find(|(name, _)| *name == "flat lists").unwrap().1;
    let large = hostile(7 * MIB).into_iter().find(|(name, _)| *name == "sound days").unwrap().1;
    let texts = [
        ("18,000 days", legal, None),
        ("values", values, Some("config.toml:1:400001")),
        ("7 MiB", large, Some("2048 KiB")),
    ];
    for (name, text, place) in texts {
        for edit in edits {
            let config = home.config(&text);
            let limited = "ulimit -d 49152; exec \"$0\" \"$@\"";
            let mut command = home.command("sh");
            let output = command.args(["-c", limited, REMEMBRANCE]).args(edit).output().unwrap();
            let (status, said) = (output.status, String::from_utf8_lossy(&output.stderr));
            let now = fs::read_to_string(&config).unwrap();
            match place {
                None => assert!(status.success() && now != text, "{name}, {edit:?}: {status:?} {said}"),
                Some(place) => {
                    assert_eq!(status.code(), Some(1), "{name}, {edit:?}: {said}");
                    assert!(said.contains(place), "{name}, {edit:?}: {said}");
                    assert!(now == text, "{name}, {edit:?}");
                }
            }
        }
    }
}

/// Runs a command with the memory that the daemon may have.
fn limited(home: &Home, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = home.command("sh");
    command.args(["-c", "ulimit -d 49152; exec \"$0\" \"$@\"", REMEMBRANCE]).args(arguments);
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Two steps above the limit a day can be removed although there are still too many then, and added only below it; an
/// import does not go over it.
#[test]
fn a_config_of_too_many_days_is_made_smaller_by_commands() {
    let home = Home::new();
    let day = |index: usize| format!("[day.d{index}]\nname = \"The day {index}\"\ndate = \"May 1\"\n");
    let config =
        home.config(&("follow = [\"az\", \"un\"]\n".to_owned() + &(0..11_000).map(day).collect::<String>()));
    let more = config.with_file_name("days.d").join("more.toml");
    fs::create_dir_all(more.parent().unwrap()).unwrap();
    fs::write(&more, (11_000..20_002).map(day).collect::<String>()).unwrap();
    let steps: [(&[&str], bool, &str); 7] = [
        (&["add", "Mother", "May 1"], false, "more than 20000 days"),
        (&["remove", "d7"], true, "more than 20000 days"),
        (&["unfollow", "un"], true, "more than 20000 days"),
        (&["set", "quiet", "22:00-08:00"], true, ""),
        (&["remove", "d20001"], true, ""),
        (&["add", "Mother", "May 1"], false, "more than 20000 days"),
        (&["remove", "d15000"], true, ""),
    ];
    for (step, is_done, says) in steps {
        let (code, said) = limited(&home, step);
        assert_eq!(code, Some(i32::from(!is_done)), "{step:?}: {said}");
        assert!(said.contains(says) && said.is_empty() == says.is_empty(), "{step:?}: {said}");
    }
    assert_eq!(limited(&home, &["add", "Mother", "May 1"]), (Some(0), String::new()));
    // With one more there would be too many.
    let calendar = home.path("one.ics");
    let event =
        "BEGIN:VEVENT\nUID:1@x\nSUMMARY:One\nDTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nEND:VEVENT\n";
    fs::write(&calendar, format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR\n")).unwrap();
    let calendar = calendar.to_str().unwrap();
    let (code, said) = limited(&home, &["import", calendar]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("would have 20001 days"), "{said}");
    assert_eq!(limited(&home, &["remove", "mother"]), (Some(0), String::new()));
    assert_eq!(limited(&home, &["import", calendar]).0, Some(0));
}

fn ms_of<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let before = of_this_thread();
    let done = work();
    (of_this_thread().saturating_sub(before).as_secs_f64() * 1e3, done)
}

/// Prints how long each takes: `cargo test --release --test integration config_hostile::how_long -- --nocapture --ignored`.
#[test]
#[ignore = "a measurement"]
fn how_long_a_mib_takes() {
    for (name, text) in hostile(MIB) {
        let (took, found) = ms_of(|| loaded(&text));
        let (parsed, _) = ms_of(|| toml::de::DeTable::parse_recoverable(&text));
        let all = || found.mistakes.iter().map(|mistake| mistake.render(&text, false).len()).sum::<usize>();
        let (told, bytes) = ms_of(all);
        let count = found.mistakes.len();
        println!(
            "{name:28} {took:6.1} ms, of which TOML {parsed:6.1}; {count:3} mistakes told in {told:4.1} ms and {bytes} bytes"
        );
    }
}

/// What mutations begin with.
fn seeds() -> Vec<Vec<u8>> {
    let full = "follow = [\"az\", \"un/un-holocaust\"]\nlanguages = [\"az\"]\nremind = [\"1 week before 19:00\"]\ncatch-up = \"5 days\"\nquiet = \"22:00-08:00\"\nsnooze = \"2 hours\"\n[notification]\nurgency = \"low\"\nexpire = \"20 seconds\"\nlength = 200\nsound = \"bell\"\n[day.a]\nname = { en = \"A\", az = \"Ə\" }\ndate = [\"March 12\", \"27 Nisan; if Friday then Thursday before\"]\nsince = 2019\nuntil = 2050\nevent = 2018\nremind = \"09:00\"\nmoment = { at = \"12:00\", zone = \"Asia/Baku\", what = \"S\", ahead = \"10 minutes\" }\narticle = \"a.md\"\nlink = \"https://example.org\"\n[day.az-black-january]\nmoment = false\ndate = 2026-05-01\n";
    let rules = "[day.b]\nname = \"B\"\ndate = \"RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10\"\n[day.c]\nname = '''C'''\ndate = \"yahrzeit of 1949-11-22\"\n[day.d]\nname = \"D\"\ndate = \"Chinese leap 8/10\"\n";
    [full, rules, SAMPLE].map(|text| text.as_bytes().to_vec()).to_vec()
}

fn mutate(bytes: &mut Vec<u8>, random: &mut fastrand::Rng) {
    const PARTS: [&str; 18] = [
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'''",
        "=",
        "\n",
        "[[",
        "[day.a]",
        "9999999999",
        "-",
        "\u{feff}",
        "\u{0}",
        "ə",
        "\\u0000",
        "else skip",
        "; if Friday then",
    ];
    for _ in 0..random.usize(1..8) {
        let at = random.usize(0..=bytes.len());
        match random.u8(0..6) {
            0 => bytes.insert(at, random.u8(..)),
            1 if at < bytes.len() => bytes[at] = random.u8(..),
            2 => drop(bytes.drain(at..bytes.len().min(at + random.usize(1..20)))),
            3 => drop(bytes.splice(at..at, PARTS[random.usize(..PARTS.len())].bytes())),
            4 => {
                let from = random.usize(0..=at);
                let copy: Vec<u8> = bytes[from..at.min(from + 200)].to_vec();
                let to = random.usize(0..=bytes.len());
                drop(bytes.splice(to..to, copy));
            }
            _ if at < bytes.len() => bytes[at] ^= 1 << random.u8(0..8),
            _ => {}
        }
    }
}

#[test]
fn any_bytes_are_read_told_and_edited_without_a_panic() {
    let number = |name: &str| std::env::var(name).ok().and_then(|value| value.parse::<u64>().ok());
    let (cases, first) = (number("CASES").unwrap_or(300), number("SEED").unwrap_or(0));
    let seeds = seeds();
    let mut longest = (Duration::ZERO, String::new());
    let mut sound = 0;
    for seed in first..first + cases {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut bytes = seeds[random.usize(..seeds.len())].clone();
        mutate(&mut bytes, &mut random);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let begun = of_this_thread();
        let as_file = |file: &str| [Source { file: file.to_owned(), text: text.clone() }];
        let found = load_with(&as_file("c.toml"), &as_file("packs/p.toml"), &zones::named);
        let took = of_this_thread().saturating_sub(begun);
        if took > longest.0 {
            longest = (took, format!("seed {seed}"));
        }
        sound += usize::from(found.mistakes.is_empty());
        for mistake in found.mistakes.iter().chain(&found.warnings) {
            let _ = mistake.render(&text, true);
        }
        if seed % 8 == 0 {
            let _ = origins(&as_file("c.toml"), &[], &found.settings, &zones::named);
        }
        let day = NewDay {
            id: "new".to_owned(),
            name: Text::plain("N"),
            rules: vec!["May 1".to_owned()],
            ..NewDay::default()
        };
        let before = loaded(&text);
        if let Ok(added) = add_day(&text, &day) {
            // What was sound stays so, with one more day.
            if before.mistakes.is_empty() {
                let after = loaded(&added);
                assert_eq!(
                    (after.mistakes, after.settings.plan.days.len()),
                    (vec![], before.settings.plan.days.len() + 1),
                    "seed {seed}: {added}"
                );
            }
        }
        if let Ok(Some(removed)) = remove_day(&text, "a") {
            assert!(
                !before.mistakes.is_empty() || loaded(&removed).mistakes.is_empty(),
                "seed {seed}: {removed}"
            );
        }
        if let Ok(followed) = set_follow(&text, &["un", "az-january-20"]) {
            assert!(follow_of(&followed).is_some(), "seed {seed}: {followed}");
            if before.mistakes.is_empty() {
                // What was followed before keeps its place.
                let mut follow = loaded(&followed).settings.follow;
                follow.sort();
                assert_eq!(follow, ["az-january-20", "un"], "seed {seed}: {followed}");
            }
        }
    }
    println!(
        "{cases} cases from seed {first}, {sound} of them sound; the longest took {:?}: {}",
        longest.0, longest.1
    );
}
