//! No text forges a line of a message: what it quotes stands within its own lines, whatever line breaks it has.

use crate::common::{Home, REMEMBRANCE};
use std::process::Output;

/// Line breaks of every kind, and after each what could be taken for words of the program.
const BREAKS: &str =
    "a\nFORGED one\r\nFORGED two\rFORGED\u{b}FORGED\u{c}FORGED\u{85}FORGED\u{2028}FORGED\u{2029}FORGED";

fn assert_honest(what: &str, output: &Output) {
    assert!(output.status.code().is_some_and(|code| code < 3), "{what}: {output:?}");
    for bytes in [&output.stdout, &output.stderr] {
        let text = String::from_utf8_lossy(bytes);
        let forged = text.lines().find(|line| line.trim_start().starts_with("FORGED"));
        assert_eq!(forged, None, "{what}: {text}");
        assert!(!text.contains("twoFORGED") && !text.contains("FORGEDFORGED"), "{what}: {text}");
    }
}

/// The options of a command that take a value.
fn options(home: &Home, command: &str) -> Vec<String> {
    let help = home.printed(&[command, "--help"]);
    let words = help.lines().filter_map(|line| line.trim_start().split(" <").next());
    let options = words.filter_map(|words| words.split(' ').find(|word| word.starts_with("--")));
    options.filter(|option| *option != "--help").map(str::to_owned).collect()
}

#[test]
fn no_argument_and_no_option_forges_a_line() {
    let mut home = Home::new();
    home.set("EDITOR", "true");
    home.script("systemctl", "printf 'x\\nFORGED\\n' >&2; exit 1");
    home.script("xdg-open", "exit 0");
    let help = home.printed(&["--help"]);
    let commands = help.lines().take_while(|line| !line.starts_with("Options"));
    let commands = commands.filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next());
    let commands: Vec<&str> =
        commands.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())).collect();
    assert!(commands.len() > 25, "{commands:?}");
    for command in commands {
        let mut calls =
            vec![vec![command, BREAKS], vec![command, "own", BREAKS], vec![command, BREAKS, "March 1"]];
        let options = options(&home, command);
        let given: Vec<String> = options.iter().map(|option| format!("{option}={BREAKS}")).collect();
        calls.extend(options.iter().map(|option| vec![command, option, BREAKS]));
        calls.extend(given.iter().map(|given| vec![command, "own", "March 1", given]));
        let unknown = [format!("--{BREAKS}"), format!("-{BREAKS}")];
        calls.extend(unknown.iter().map(|option| vec![command, option]));
        // With a language or a file that are wrong the daemon runs.
        let is_daemon = |call: &Vec<&str>| {
            command == "run" && ["--lang", "--config"].iter().any(|option| call[1].starts_with(option))
        };
        for call in calls.iter().filter(|call| !is_daemon(call)) {
            assert_honest(&format!("{call:?}"), &home.remembrance(call));
        }
    }
    assert_honest("a command", &home.remembrance(&[BREAKS]));
    assert_honest("service install", &home.remembrance(&["service", "install"]));
}

#[test]
fn no_value_of_a_config_forges_a_line_of_its_mistakes() {
    let home = Home::new();
    let value = serde_json::to_string(BREAKS).unwrap().replace("\\u000b", "\\u000B");
    let of_day = |key: &str, value: &str| {
        format!("day = {{ x = {{ name = \"X\", date = \"May 1\", {key} = {value} }} }}\n")
    };
    let mut configs = Vec::new();
    for key in [
        "remind",
        "catch-up",
        "quiet",
        "location",
        "snooze",
        "notification.urgency",
        "notification.sound",
        &value,
    ] {
        configs.push(format!("{key} = {value}\n"));
    }
    for list in ["follow", "languages", "remind"] {
        configs.push(format!("{list} = [{value}]\n"));
    }
    configs.push(format!("calendar = [{{ path = {value} }}]\n"));
    configs.push(format!("calendar = [{{ path = \"/x\", {value} = 1 }}]\n"));
    configs.push(format!("day = {{ {value} = {{ name = \"X\", date = \"May 1\" }} }}\n"));
    for key in ["name", "since", "event", "article", "link", "moment", &value] {
        configs.push(of_day(key, &value));
        configs.push(of_day(key, &format!("{{ en = {value}, {value} = {value} }}")));
    }
    configs.push(of_day("moment", &format!("{{ at = \"12:00\", what = \"W\", zone = {value} }}")));
    for config in configs {
        home.config(&config);
        for call in [&["check"][..], &["check", "-v"], &["next"], &["doctor"], &["set", "snooze", "2 hours"]]
        {
            assert_honest(&format!("{config}: {call:?}"), &home.remembrance(call));
        }
    }
}

#[test]
fn no_name_of_a_file_or_folder_forges_a_line() {
    let home = Home::new();
    let name = BREAKS;
    home.write(&format!(".config/remembrance/days.d/{name}.toml"), "x = 1\nsnooze = \"2 hours\"\n");
    home.write(&format!(".config/remembrance/packs/{name}.toml"), "x = 1\n");
    home.write(&format!(".config/remembrance/articles/{name}.md"), "+++\nx = 1\n");
    let event =
        "BEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nEND:VEVENT\n";
    home.write(
        &format!("{name}.ics"),
        &format!("BEGIN:VCALENDAR\n{event}BEGIN:VEVENT\nSUMMARY:B\nDTSTART:x\nEND:VEVENT\nEND:VCALENDAR\n"),
    );
    home.write(&format!("{name}.txt"), "nothing\n");
    home.write(&format!("{name}.toml"), "");
    let [calendar, text, config, folder] = [".ics", ".txt", ".toml", "/"].map(|end| format!("{name}{end}"));
    for call in [
        &["check"][..],
        &["check", "-v"],
        &["doctor"],
        &["check", &calendar],
        &["check", &text],
        &["import", "-v", &calendar],
        &["import", &text],
        &["export", "-o", &text],
        &["export", "-o", &folder],
        &["export", "-o", &folder],
        &["export", "--kholidays", "-o", &folder],
        &["--config", &folder, "next"],
        &["--config", &config, "add", "N", "March 1"],
        &["--config", &config, "set", "snooze", "2 hours"],
        &["--config", &config, "set", "snooze", "--default"],
        &["--config", &config, "remove", "n"],
        &["--config", &config, "init"],
    ] {
        assert_honest(&format!("{call:?}"), &home.remembrance(call));
    }
    for variable in [
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_STATE_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "DBUS_SESSION_BUS_ADDRESS",
        "TZ",
        "LANG",
    ] {
        for call in [
            &["doctor"][..],
            &["status"],
            &["snooze"],
            &["add", "N", "March 1"],
            &["init"],
            &["history"],
            &["service", "install"],
            &["service", "uninstall"],
        ] {
            let mut command = home.command(REMEMBRANCE);
            let value = format!("{}/{BREAKS}", home.path("").display());
            assert_honest(
                &format!("{variable}, {call:?}"),
                &command.args(call).env(variable, value).output().unwrap(),
            );
        }
    }
}
