//! `setup` on a terminal: what it asks, what it writes, and that it changes nothing unless it is told to.

use crate::common::process::Group;
use crate::common::{Home, REMEMBRANCE, until};
use std::fs;
use std::io::{Read, Write};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::thread;

const CONFIG: &str = ".config/remembrance/config.toml";

/// Answers the questions of `setup`, as `typed_in` has it.
fn typed(home: &Home, answers: &[(&str, &str)]) -> (String, bool) {
    typed_in(home, "setup", answers)
}

/// Answers the questions of a command on a terminal: the keys of each are typed once it is shown. Gives all that was shown and
/// whether it ended well.
fn typed_in(home: &Home, command: &str, answers: &[(&str, &str)]) -> (String, bool) {
    let command = format!("stty cols 100 rows 40; {REMEMBRANCE} {command}");
    let mut script = home.command("script");
    script.args(["-qec", &command, "/dev/null"]).env("TERM", "xterm");
    let (mut child, _group) = Group::start(script.stdin(Stdio::piped()).stdout(Stdio::piped()));
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let shown = Arc::new(Mutex::new(Vec::new()));
    let all = Arc::clone(&shown);
    let reader = thread::spawn(move || {
        let mut piece = [0; 4096];
        while let Ok(length @ 1..) = stdout.read(&mut piece) {
            all.lock().unwrap().extend_from_slice(&piece[..length]);
        }
    });
    let text = || String::from_utf8_lossy(&shown.lock().unwrap()).into_owned();
    for (question, keys) in answers {
        // A question that is shown reads the terminal.
        until(&format!("{question:?} is asked"), || text().contains(question).then_some(()));
        stdin.write_all(keys.as_bytes()).and_then(|()| stdin.flush()).unwrap();
    }
    let status = until("it has ended", || child.try_wait().unwrap());
    reader.join().unwrap();
    (text(), status.success())
}

#[test]
fn answers_make_a_configuration_that_is_shown_first() {
    let home = Home::new();
    // English; the pack of Poland as well; a day of one's own; the hour and quiet hours; write it; no test notification.
    let answers = [
        ("Languages of notifications", "\r"),
        ("Packs of days", "poland \r"),
        ("A day of your own", "Grandmother\r"),
        ("Its date", "March 12\r"),
        ("The hour of reminders", "\r"),
        ("Quiet hours", "22:00-08:00\r"),
        ("Write it?", "y\r"),
        ("Show a test notification?", "n\r"),
    ];
    let (shown, is_well) = typed(&home, &answers);
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
fn an_interrupt_at_each_question_and_a_no_change_nothing() {
    let to_the_end = [
        ("Languages of notifications", "\r"),
        ("Packs of days", "\r"),
        ("A day of your own", "Grandmother\r"),
        ("Its date", "March 12\r"),
        ("The hour of reminders", "\r"),
        ("Quiet hours", "\r"),
        ("Write it?", "n\r"),
    ];
    let interrupted = (0..to_the_end.len()).map(|at| {
        let (question, _) = to_the_end[at];
        [&to_the_end[..at], &[(question, "\u{3}")]].concat()
    });
    for answers in interrupted.chain([to_the_end.to_vec()]) {
        let home = Home::new();
        let (shown, is_well) = typed(&home, &answers);
        assert!(!is_well && shown.contains("Nothing is changed."), "{answers:?}: {shown}");
        assert!(!home.path(CONFIG).exists(), "{answers:?}");
    }
}

#[test]
fn the_questions_are_in_the_language_of_the_person() {
    let table = [
        (
            "az",
            ["Bildirişlərin", "İzlənəcək", "Öz gününüz", "Xatırlatma", "Sakit", "Yazılsın?", "Sınaq"],
            "b\r",
            "systemd yoxdur",
        ),
        (
            "ru",
            ["Языки", "Наборы", "Свой день", "Час", "Тихие", "Записать?", "Показать"],
            "д\r",
            "нет systemd",
        ),
        (
            "tr",
            ["Bildirimlerin", "İzlenecek", "Kendi gününüz", "Hatırlatma", "Sessiz", "Yazılsın mı?", "Deneme"],
            "e\r",
            "systemd yok",
        ),
    ];
    for (language, questions, yes, last) in table {
        let home = Home::new();
        home.config(&format!("languages = [\"{language}\"]\n"));
        let mut answers: Vec<(&str, &str)> = questions.map(|question| (question, "\r")).to_vec();
        (answers[5].1, answers[6].1) = (yes, "\u{3}");
        let (shown, is_well) = typed(&home, &answers);
        // The configuration is written by then, and the last line says what to start where there is no service manager.
        assert!(is_well && shown.contains(last), "{shown}");
        assert!(fs::read_to_string(home.path(CONFIG)).unwrap().contains("remind = "), "{shown}");
        for english in ["Languages of", "Packs of", "Write it", "Show a test", "Yes", "(Y/n)"] {
            assert!(!shown.contains(english), "{english}: {shown}");
        }
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
    let written = |language: &str, command: &str, answers: &[(&str, &str)]| {
        let home = Home::new();
        home.config(&format!("languages = [\"{language}\"]\n"));
        let (shown, is_well) = typed_in(&home, command, answers);
        let text = fs::read_to_string(home.path(CONFIG)).unwrap();
        let (_, added) = text.split_once("\n\n").unwrap_or_default();
        (added.to_owned(), shown, is_well)
    };
    let nisan = "add Dede '23 Nisan'";
    let (text, shown, is_well) = written("tr", nisan, &[("Hangi tarihi", "\r")]);
    assert!(is_well && shown.contains("Hangi tarihi kastediyorsunuz?"), "{shown}");
    assert_eq!(text, "[day.dede]\nname = \"Dede\"\ndate = \"April 23\"\n", "{shown}");
    // One down.
    let (text, shown, _) = written("tr", nisan, &[("Hangi tarihi", "\x1b[B\r")]);
    assert_eq!(text, "[day.dede]\nname = \"Dede\"\ndate = \"23 Nisan (Hebrew)\"\n", "{shown}");
    // An interrupt changes nothing.
    let (text, shown, is_well) = written("tr", nisan, &[("Hangi tarihi", "\x03")]);
    assert!(!is_well && text.is_empty() && shown.contains("hiçbir şey değiştirilmedi"), "{shown}");

    let yahrzeit = "add Zeide 'yahrzeit of 1949-11-22'";
    let (text, shown, _) = written("en", yahrzeit, &[("Remind at that sunset", "\r")]);
    assert!(text.ends_with("\nremind = [\"1 day before sunset\", \"09:00\"]\n"), "{text}{shown}");
    let (text, shown, _) = written("en", yahrzeit, &[("Remind at that sunset", "n\r")]);
    assert!(text.ends_with("\ndate = \"yahrzeit of 1949-11-22\"\n"), "{text}{shown}");
}
