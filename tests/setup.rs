//! `setup` on a terminal: what it asks, what it writes, and that it changes nothing unless it is told to.

mod common;

use common::{Home, REMEMBRANCE};
use std::fs;
use std::io::Write;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

const CONFIG: &str = ".config/remembrance/config.toml";

/// Types these keys on a terminal, one after the other; gives what was shown and whether it ended well.
fn typed(home: &Home, keys: &[&str]) -> (String, bool) {
    typed_in(home, "setup", keys)
}

/// The same in a command with its arguments, as a shell reads them.
fn typed_in(home: &Home, command: &str, keys: &[&str]) -> (String, bool) {
    let command = format!("stty cols 100 rows 40; {REMEMBRANCE} {command}");
    let mut script = home.command("script");
    script.args(["-qec", &command, "/dev/null"]).env("TERM", "xterm");
    let mut child = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for key in keys {
        // A prompt reads the terminal only once it is drawn.
        sleep(Duration::from_millis(700));
        if stdin.write_all(key.as_bytes()).and_then(|()| stdin.flush()).is_err() {
            break;
        }
    }
    let output = child.wait_with_output().unwrap();
    (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.success())
}

#[test]
fn answers_make_a_configuration_that_is_shown_first() {
    let home = Home::new();
    // English; the pack of Poland as well; a day of one's own; the hour and quiet hours; write it; no test, no service.
    let keys = [
        "\r",
        "poland",
        " ",
        "\r",
        "Grandmother\r",
        "March 12\r",
        "\r",
        "22:00-08:00\r",
        "y\r",
        "n\r",
        "n\r",
    ];
    let (shown, is_well) = typed(&home, &keys);
    assert!(is_well, "{shown}");
    let text = fs::read_to_string(home.path(CONFIG)).unwrap_or_else(|_| panic!("{shown}"));
    for expected in [
        "\"pl\"",
        "languages = [\"en\"]\n",
        "remind = [\"09:00\"]\n",
        "quiet = \"22:00-08:00\"\n",
        "[day.grandmother]\nname = \"Grandmother\"\ndate = \"March 12\"\n",
    ] {
        assert!(text.contains(expected), "{expected}: {text}\n{shown}");
    }
    assert!(shown.contains("config.toml will be:"), "{shown}");
    assert!(home.remembrance(&["check"]).status.success());
}

#[test]
fn an_interrupt_and_a_no_change_nothing() {
    for keys in [&["\r", "\u{3}"][..], &["\r", "\r", "\r", "\r", "\r", "n\r"]] {
        let home = Home::new();
        let (shown, is_well) = typed(&home, keys);
        assert!(!is_well && shown.contains("nothing is changed"), "{keys:?}: {shown}");
        assert!(!home.path(CONFIG).exists(), "{keys:?}");
    }
}

#[test]
fn options_do_the_same_without_questions() {
    let home = Home::new();
    let arguments =
        ["setup", "--yes", "--language", "az", "--pack", "az", "--hour", "08:30", "--quiet", "22:00-08:00"];
    let said = home.printed(&arguments);
    let text = fs::read_to_string(home.path(CONFIG)).unwrap();
    assert_eq!(text.lines().count(), 4, "{text}");
    for expected in
        ["follow = [\"az\"]", "languages = [\"az\"]", "remind = [\"08:30\"]", "quiet = \"22:00-08:00\""]
    {
        assert!(text.contains(expected), "{text}");
    }
    assert!(said.contains("növbəti: "), "{said}");
    let again = home.printed(&["setup", "--yes"]);
    assert_eq!(fs::read_to_string(home.path(CONFIG)).unwrap(), text, "{again}");
    let refused = home.remembrance(&["setup"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("`remembrance setup --yes`"), "{refused:?}");
}

#[test]
fn add_asks_which_of_two_dates_is_meant_and_whether_the_eve_counts() {
    let written = |language: &str, command: &str, keys: &[&str]| {
        let home = Home::new();
        home.config(&format!("languages = [\"{language}\"]\n"));
        let (shown, is_well) = typed_in(&home, command, keys);
        let text = fs::read_to_string(home.path(CONFIG)).unwrap();
        let (_, added) = text.split_once("\n\n").unwrap_or_default();
        (added.to_owned(), shown, is_well)
    };
    let nisan = "add Dede '23 Nisan'";
    let (text, shown, is_well) = written("tr", nisan, &["\r"]);
    assert!(is_well && shown.contains("Hangi tarihi kastediyorsunuz?"), "{shown}");
    assert_eq!(text, "[day.dede]\nname = \"Dede\"\ndate = \"April 23\"\n", "{shown}");
    // One down.
    let (text, shown, _) = written("tr", nisan, &["\x1b[B\r"]);
    assert_eq!(text, "[day.dede]\nname = \"Dede\"\ndate = \"23 Nisan (Hebrew)\"\n", "{shown}");
    // An interrupt changes nothing.
    let (text, shown, is_well) = written("tr", nisan, &["\x03"]);
    assert!(!is_well && text.is_empty() && shown.contains("nothing is changed"), "{shown}");

    let yahrzeit = "add Zeide 'yahrzeit of 1949-11-22'";
    let (text, shown, _) = written("en", yahrzeit, &["\r"]);
    assert!(text.ends_with("\nremind = [\"1 day before sunset\", \"09:00\"]\n"), "{text}{shown}");
    let (text, shown, _) = written("en", yahrzeit, &["n\r"]);
    assert!(text.ends_with("\ndate = \"yahrzeit of 1949-11-22\"\n"), "{text}{shown}");
}
