//! What leaves the program for a terminal, the journal, the bus or a page is clean, whatever it was given.
//!
//! Hostile texts stand wherever a text can come from: values and keys of a config, names of files, articles, calendars,
//! the ledger, arguments. Then every command runs.

use crate::common::server::{Manner, Server};
use crate::common::{Home, REMEMBRANCE, until};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::os::unix::fs::MetadataExt;
use std::process::{Output, Stdio};

/// A title, a colour, the clipboard, a screen erased: as C0 and as C1; overrides and isolates of direction; a line that
/// the journal would take for an emergency.
const ATTACKS: [&str; 4] = [
    "\u{1b}]0;title\u{7}\u{1b}[38;5;201mx\u{8}\u{7f}\u{0}",
    "\u{9b}2J\u{9d}52;c;QQ==\u{9c}",
    "\u{202e}desrever\u{202c}\u{2066}isolated\u{2069}\u{206e}digits\u{206f}\u{e0001}",
    "one\n<0>two\r\n<0>three\rfour\u{2028}<0>line\u{85}next",
];

const LEDGER: &str = ".local/state/remembrance/ledger.jsonl";
const PRETENDED: &str = ".local/state/remembrance/ledger-pretended.jsonl";

/// What must not leave: line ends and tabs aside, all control characters, and what turns the direction around.
fn forbidden(text: &str) -> Option<char> {
    text.replace("\r\n", "\n").chars().find(|letter| {
        (letter.is_control() && !['\n', '\t'].contains(letter))
            || matches!(*letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{206a}'..='\u{206f}' | '\u{e0001}')
    })
}

/// The text without the styles that the program has: bold, italic, inverted, dim, and those of mistakes and of help.
fn unstyled(text: &str) -> String {
    let known = ["0", "1", "3", "4", "7", "32", "33", "36", "90", "91", "92", "93", "94", "96"];
    known.iter().fold(text.to_owned(), |text, code| text.replace(&format!("\u{1b}[{code}m"), ""))
}

fn assert_clean(what: &str, text: &str) {
    let plain = unstyled(text);
    assert_eq!(forbidden(&plain), None, "{what}:\n{plain:?}");
}

/// A TOML string with all of this in it.
fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for letter in text.chars() {
        match letter {
            '\\' | '"' => quoted.extend(['\\', letter]),
            _ if letter.is_control() => write!(quoted, "\\u{:04X}", u32::from(letter)).unwrap(),
            _ => quoted.push(letter),
        }
    }
    quoted + "\""
}

/// A ledger that is whole, with the name of a day that attacks, and a line that is none.
fn hostile_ledger(attack: &str) -> String {
    let line = |day: &str, slot: &str| {
        let (day, slot) = (serde_json::to_string(day).unwrap(), serde_json::to_string(slot).unwrap());
        format!(
            "{{\"at\":\"2026-12-20T05:00:00Z\",\"day\":{day},\"date\":\"2026-12-20\",\"state\":\"shown\",\
             \"reminders\":[{{\"slot\":{slot},\"kind\":\"day\",\"due\":\"2026-12-20T05:00:00Z\"}}]}}\n"
        )
    };
    let heading = "{\"ledger\":\"remembrance\",\"version\":1,\"begun\":\"2025-01-20T05:00:00Z\"}\n";
    let hostile = line(&format!("own{attack}"), "09:00") + &line("other", attack);
    format!("{heading}{hostile}{}{}\n", line("own", "09:00"), attack.replace('\0', ""))
}

/// A home in which every file attacks. The day `own` is sound, so that its article reaches a person.
fn hostile_home(attack: &str) -> Home {
    let mut home = Home::new();
    let config = ".config/remembrance";
    let (name, plain) = (quoted(&format!("Name {attack}")), attack.replace('\0', ""));
    let source = quoted(&format!("https://example.org/{attack}"));
    let entities =
        attack.chars().fold(String::new(), |text, letter| text + &format!("&#{};", u32::from(letter)));
    home.config(&format!(
        "remind = [\"1 day before 09:00\", \"09:00\"]\n\
         [day.own]\nname = \"Name\"\ndate = [\"January 20\", \"January 21\"]\nevent = 1990\n\
         [day.own.moment]\nat = \"12:00\"\nwhat = \"Silence\"\nahead = \"5 minutes\"\n\
         [day.other]\nname = {{ en = {name}, az = {name} }}\ndate = \"27 Nisan\"\narticle = \"other.txt\"\n\
         [[calendar]]\npath = \"~/.config/remembrance/family.ics\"\n"
    ));
    // A file whose name attacks, with mistakes that quote what attacks.
    let file = plain.replace('/', "").replace('\n', "\\n");
    home.write(
        &format!("{config}/days.d/z{file}.toml"),
        &format!("[day.x]\nname = \"X\"\ndate = {name}\n{name} = 1\nlink = {name}\n# {plain}\n"),
    );
    home.write(
        &format!("{config}/articles/own.md"),
        &format!(
            "+++\nsources = [{name}, {source}]\nauthor = {name}\nlicense = {name}\n+++\n\
             # Title {plain} {entities}\n\nLead {plain} {entities}\n\n![alt {entities}](a.png \"{entities}\")\n\n\
             | a {entities} |\n|---|\n| {plain} |\n\n```\n{plain}\n```\n\n[link](https://example.org/{entities})\n"
        ),
    );
    home.write(&format!("{config}/articles/other.txt"), &format!("Title {plain}\n\nLead {plain} words\n"));
    home.write(
        &format!("{config}/packs/mine.toml"),
        &format!("name = {name}\n[day.of-mine]\nname = {name}\ndate = \"March 12\"\n"),
    );
    home.write(
        &format!("{config}/family.ics"),
        &format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a{0}\nSUMMARY:Sum {0}\nDESCRIPTION:Text {0}\nLOCATION:{0}\nURL:https://example.org/{0}\n\
             DTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\nSUMMARY:B\n\
             DTSTART;TZID={0}:20190312T000000\nRRULE:FREQ={0}YEARLY\nX-{0}:1\nEND:VEVENT\nEND:VCALENDAR\n",
            plain.replace(['\n', '\r'], "")
        ),
    );
    home.write(
        "cards.vcf",
        &format!(
            "BEGIN:VCARD\nVERSION:4.0\nFN:{0}\nBDAY:{0}\nANNIVERSARY:19900120\nEND:VCARD\n",
            plain.replace(['\n', '\r'], "")
        ),
    );
    home.write(
        "days.calendar",
        &format!("01/20\tDay {plain}\n{plain}\tNone\nLANG={plain}\n#include <{plain}>\n"),
    );
    home.write(LEDGER, &hostile_ledger(attack));
    home.set("EDITOR", "false");
    home.script("xdg-open", "cat \"$1\" > \"$HOME/opened\"");
    home.script("systemctl", "exit 1");
    home
}

/// Every command as it may be called, with what attacks among the arguments.
fn calls(attack: &str) -> Vec<Vec<String>> {
    let plain = attack.replace('\0', "");
    let table: [&[&str]; 56] = [
        &[],
        &["--help"],
        &["today", "--now", "2027-01-20 10:00"],
        &["today", "--json", "--now", "2027-01-20 10:00"],
        &["today", "--format", "{name} {summary} ATTACK", "--now", "2027-01-20 10:00"],
        &["today", "--format", "{ATTACK}"],
        &["next", "9"],
        &["next", "--json"],
        &["list"],
        &["list", "2027", "--json"],
        &["list", "--from", "ATTACK"],
        &["packs"],
        &["packs", "mine"],
        &["packs", "--json"],
        &["packs", "ATTACK"],
        &["search", "Name"],
        &["search", "ATTACK"],
        &["dates", "January 20 ATTACK"],
        &["dates", "January 20", "--json"],
        &["show", "own"],
        &["show", "other"],
        &["show", "own", "--json"],
        &["show", "ATTACK"],
        &["read", "own"],
        &["read", "ATTACK"],
        &["notify", "own"],
        &["notify", "ATTACK"],
        &["history"],
        &["history", "--json"],
        &["status"],
        &["status", "--json"],
        &["doctor"],
        &["service", "ATTACK"],
        &["service", "enable"],
        &["snooze"],
        &["dismiss", "ATTACK"],
        &["setup", "--yes", "--pack", "ATTACK"],
        &["follow", "ATTACK"],
        &["unfollow", "ATTACK"],
        &["add", "ATTACK", "ATTACK"],
        &["remove", "ATTACK"],
        &["set", "ATTACK", "ATTACK"],
        &["mute", "ATTACK"],
        &["edit"],
        &["init"],
        &["import", "--dry-run", "-v", ".config/remembrance/family.ics"],
        &["import", "-v", "cards.vcf"],
        &["import", "days.calendar"],
        &["import", "ATTACK"],
        &["export"],
        &["export", "-o", "out.ics"],
        &["check", "-v"],
        &["check", "--json"],
        &["--config", "ATTACK", "next"],
        &["--now", "ATTACK", "next"],
        &["--lang", "ATTACK", "next"],
    ];
    let more: [&[&str]; 5] = [
        &["ATTACK"],
        &["completions", "bash"],
        &["man"],
        &["rehearse", "own"],
        &["check", "days.calendar", "ATTACK", ".config/remembrance/articles/own.md"],
    ];
    let table = table.iter().chain(&more);
    table.map(|call| call.iter().map(|word| word.replace("ATTACK", &plain)).collect()).collect()
}

fn clean_output(what: &str, output: &Output) {
    for (stream, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        let text = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{what}, {stream}: {error}"));
        assert_clean(&format!("{what}, {stream}"), text);
        assert!(!text.contains("201m") || !text.contains("\u{1b}[38"), "{what}, {stream}: {text:?}");
    }
}

#[test]
fn no_command_prints_what_a_terminal_must_not_get() {
    let help = Home::new().printed(&["--help"]);
    for attack in ATTACKS {
        let home = hostile_home(attack);
        let mut seen = Vec::new();
        for call in calls(attack) {
            let arguments: Vec<&str> = call.iter().map(String::as_str).chain(["--color", "always"]).collect();
            let output = home.remembrance(&arguments);
            clean_output(&format!("{arguments:?}"), &output);
            assert_ne!(output.status.code(), None, "{arguments:?} was killed");
            seen.extend(call.first().cloned());
        }
        // A command that is new belongs in the table.
        let commands = help.lines().take_while(|line| !line.starts_with("Options"));
        let commands = commands.filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next());
        for command in commands.filter(|word| word.chars().all(|letter| letter.is_ascii_lowercase())) {
            let is_tried = command == "help" || command == "run" || seen.iter().any(|one| one == command);
            assert!(is_tried, "`{command}` is not in the table");
        }
        home.write(LEDGER, &hostile_ledger(attack));
        let told = home.json(&["history", "--json"]);
        assert!(told.as_array().is_some_and(|told| told.len() >= 2), "the ledger is read: {told}");
        let page = fs::read_to_string(home.path("opened"))
            .unwrap_or_else(|error| panic!("{attack:?}: {error}: {:?}", home.remembrance(&["read", "own"])));
        assert_clean("the page", &page);
        let exported = fs::read_to_string(home.path("out.ics")).expect("the days were exported");
        assert_clean("the calendar", &exported);
    }
}

#[test]
fn completions_are_clean_for_a_shell() {
    for attack in ATTACKS {
        let home = hostile_home(attack);
        for words in [["remembrance", "show", ""], ["remembrance", "follow", ""]] {
            let mut command = home.command(REMEMBRANCE);
            command.args(["--"]).args(words).env("REMEMBRANCE_COMPLETE", "fish");
            clean_output(&format!("{words:?}"), &command.output().unwrap());
        }
    }
}

/// A daemon whose streams lead to a file, as they lead to the journal; ends when it has printed a notification.
fn journal_of(home: &Home) -> String {
    let path = home.path("journal");
    let file = File::create(&path).unwrap();
    let found = file.metadata().unwrap();
    let mut command = home.command(REMEMBRANCE);
    command.args(["run", "-vv", "--now", "2027-01-20 09:00"]).stdin(Stdio::null());
    command.env("JOURNAL_STREAM", format!("{}:{}", found.dev(), found.ino()));
    let mut daemon = command.stdout(file.try_clone().unwrap()).stderr(file).spawn().unwrap();
    let is_done = |text: &String| text.contains("is printed and not shown") || text.contains("Next: ");
    until("the daemon has said what comes next", || {
        Some(fs::read_to_string(&path).unwrap_or_default()).filter(is_done)
    });
    let kill = std::process::Command::new("kill").arg(daemon.id().to_string()).status().unwrap();
    assert!(kill.success());
    daemon.wait().unwrap();
    fs::read_to_string(&path).unwrap()
}

#[test]
fn no_text_forges_a_line_of_the_journal() {
    for attack in ATTACKS {
        let home = hostile_home(attack);
        let journal = journal_of(&home);
        assert_clean("the journal", &journal);
        for line in journal.lines() {
            let priority = line.get(..3).unwrap_or_default();
            assert!(["<3>", "<4>", "<6>", "<7>"].contains(&priority), "{line:?}\n{journal}");
        }
        assert!(journal.contains("Name · 37 years"), "the notification is printed: {journal}");
    }
}

#[test]
fn nothing_on_the_bus_carries_a_control_character() {
    for attack in ATTACKS {
        let mut home = hostile_home(attack);
        let _bus = home.bus();
        for abilities in [&["actions", "body"][..], &["actions", "body", "body-markup"]] {
            let server = Server::with(&home, Manner::Accept, abilities);
            // A daemon of a pretended clock has a ledger of its own.
            home.write(PRETENDED, &hostile_ledger(attack));
            let daemon = home.daemon("2027-01-20 09:00");
            let mut notifications = vec![server.receives()];
            while let Some(more) = server.received_within_a_moment() {
                notifications.push(more);
            }
            for shown in notifications {
                assert!(!shown.summary.contains(['\n', '\r']), "{:?}", shown.summary);
                let texts = [shown.summary, shown.body, shown.icon].into_iter().chain(shown.actions);
                texts
                    .chain(shown.hints.into_values())
                    .for_each(|text| assert_clean("the notification", &text));
            }
            let ask = [
                "--user",
                "--json=short",
                "call",
                "org.remembrance.Remembrance1",
                "/org/remembrance/Remembrance1",
            ];
            for call in [
                &["org.freedesktop.DBus.Properties", "GetAll", "s", "org.remembrance.Remembrance1"][..],
                &["org.remembrance.Remembrance1", "Next", "u", "20"],
                &["org.remembrance.Remembrance1", "History", "s", ""],
            ] {
                let answer = home.command("busctl").args(ask).args(call).output().unwrap();
                assert!(answer.status.success(), "{answer:?}");
                let answer: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
                assert!(call[1] != "History" || answer.to_string().contains("2026-12-20"), "{answer}");
                strings(&answer, &mut |text| {
                    assert_clean("an answer on the bus", text);
                    assert!(!text.contains('\n'), "{text:?}");
                });
            }
            daemon.ends("TERM");
            server.vanishes();
        }
    }
}

/// What the notification server says of itself and of its refusal, and what the environment has.
#[test]
fn what_a_server_and_the_environment_say_is_clean_wherever_it_is_printed() {
    for attack in ATTACKS {
        let mut home = hostile_home(attack);
        let _bus = home.bus();
        let attack = attack.replace('\0', "");
        let vendor: &'static str = attack.clone().leak();
        let _server = Server::of(vendor, &home, Manner::Refuse, &["actions", "body", vendor]);
        let journal = journal_of(&home);
        assert_clean("the journal", &journal);
        assert!(journal.contains("not today, says"), "{journal}");
        assert!(
            journal.lines().all(|line| line.starts_with('<') && line.get(2..3) == Some(">")),
            "{journal}"
        );
        let commands: [&[&str]; 5] =
            [&["doctor"], &["status"], &["rehearse", "own"], &["notify", "own"], &["doctor", "--json"]];
        for command in commands {
            clean_output(&format!("{command:?}"), &home.remembrance(command));
        }
        for name in [
            "LANG",
            "LC_ALL",
            "LANGUAGE",
            "TZ",
            "DISPLAY",
            "XDG_CURRENT_DESKTOP",
            "DBUS_SESSION_BUS_ADDRESS",
            "XDG_RUNTIME_DIR",
            "XDG_STATE_HOME",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME",
            "XDG_CONFIG_DIRS",
            "COLUMNS",
            "HOME",
        ] {
            let is_path = name == "HOME" || name.starts_with("XDG_") && name != "XDG_CURRENT_DESKTOP";
            let value = if is_path { format!("/{attack}") } else { attack.clone() };
            for command in [&["doctor"][..], &["check", "-v"], &["status"]] {
                let mut process = home.command(REMEMBRANCE);
                let output = process.args(command).env(name, &value).output().unwrap();
                clean_output(&format!("{name}, {command:?}"), &output);
            }
        }
    }
}

/// Each text in a value of JSON.
fn strings(value: &serde_json::Value, each: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => each(text),
        serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, each)),
        serde_json::Value::Object(values) => values.values().for_each(|value| strings(value, each)),
        _ => {}
    }
}
