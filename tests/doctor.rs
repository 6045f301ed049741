//! What `doctor` finds on a real bus, with real servers, and without.

use crate::common::Home;
use crate::common::server::{Manner, Server};
use serde_json::Value;

/// The checks by name, and the exit code.
fn doctor(home: &Home) -> (Vec<Value>, Option<i32>) {
    let output = home.remembrance(&["doctor", "--json"]);
    let checks = serde_json::from_slice(&output.stdout);
    (checks.unwrap_or_else(|_| panic!("{output:?}")), output.status.code())
}

fn found(checks: &[Value], name: &str) -> (String, String, String) {
    let check = checks.iter().find(|check| check["check"] == name);
    let check = check.unwrap_or_else(|| panic!("nothing of {name}: {checks:?}"));
    let text = |key: &str| check[key].as_str().unwrap_or_default().to_owned();
    (text("state"), text("message"), text("help"))
}

/// A home with a manager that says what it is told.
fn with_manager(home: &Home, unit: &str) {
    let shown = unit.replace(' ', "\\n");
    let text = format!("case \"$*\" in *show-environment*) ;; *) printf '{shown}\\n';; esac");
    home.script("systemctl", &text);
    home.script("xdg-open", "");
    home.script("journalctl", "echo 'cannot run: no timer'");
}

const ACTIVE: &str = "LoadState=loaded ActiveState=active UnitFileState=enabled NRestarts=0";

#[test]
fn without_a_problem_every_line_is_ok() {
    let mut home = Home::new();
    let _bus = home.bus();
    let _server = Server::start(&home, Manner::Accept);
    with_manager(&home, ACTIVE);
    let daemon = home.start(&["run"]);
    daemon.notifies("STATUS=next");
    home.owns("org.remembrance.Remembrance1");
    let (checks, code) = doctor(&home);
    assert_eq!(code, Some(0), "{checks:?}");
    for name in [
        "configuration",
        "clock",
        "time zone",
        "ledger",
        "session bus",
        "server",
        "browser",
        "unit",
        "daemon",
    ] {
        assert_eq!(found(&checks, name).0, "ok", "{name}: {checks:?}");
    }
    assert_eq!(found(&checks, "time zone").1, "Asia/Baku");
    let text = home.printed(&["doctor"]);
    assert!(
        text.contains("ok     configuration   1 day is kept\n") && text.ends_with("No problems found.\n"),
        "{text}"
    );
    assert!(text.contains("ok     daemon          next: Black January, "), "{text}");
}

#[test]
fn a_problem_has_the_command_that_fixes_it() {
    let mut home = Home::new();
    home.config("folow = []\n");
    with_manager(&home, "LoadState=loaded ActiveState=failed UnitFileState=enabled Result=exit-code");
    let (checks, code) = doctor(&home);
    assert_eq!(code, Some(1));
    let (state, message, help) = found(&checks, "configuration");
    assert_eq!((state.as_str(), help.as_str()), ("wrong", "remembrance check"));
    assert!(message.contains("config.toml:1:1: unknown key `folow`"), "{message}");
    assert_eq!(found(&checks, "session bus").0, "wrong");
    assert_eq!(found(&checks, "unit").1, "it has failed: cannot run: no timer");
    assert!(found(&checks, "daemon").1.contains("without a session bus"));
    let output = home.remembrance(&["doctor"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("\nWRONG  unit            it has failed: cannot run: no timer\n"), "{text}");
    assert!(
        text.contains(&format!("{}systemctl --user reset-failed remembrance;", " ".repeat(23))),
        "{text}"
    );
    assert!(text.ends_with("4 problems found.\n"), "{text}");

    let _bus = home.bus();
    let (checks, _) = doctor(&home);
    assert_eq!(found(&checks, "session bus").0, "ok");
    let (state, message, _) = found(&checks, "server");
    assert_eq!(
        (state.as_str(), message.as_str()),
        ("wrong", "there is no notification server on the session bus")
    );
    assert_eq!(found(&checks, "daemon").2, "systemctl --user restart remembrance");
}

#[test]
fn a_server_without_buttons_is_noted() {
    let mut home = Home::new();
    let _bus = home.bus();
    let _server = Server::with(&home, Manner::Accept, &["body", "body-markup"]);
    let (checks, _) = doctor(&home);
    let (state, message, help) = found(&checks, "server");
    assert_eq!((state.as_str(), message.as_str()), ("note", "Scripted 1 shows no buttons"));
    assert!(help.contains("snooze"), "{help}");
}

#[test]
fn a_clock_behind_what_was_recorded_is_doubted() {
    let home = Home::new();
    let entry =
        r#"{"at":"2126-01-20T05:00:00Z","day":"az-black-january","date":"2126-01-20","state":"shown"}"#;
    let ledger =
        format!("{}\n{entry}\n", r#"{"ledger":"remembrance","version":1,"begun":"2026-01-01T00:00:00Z"}"#);
    home.write(".local/state/remembrance/ledger.jsonl", &ledger);
    let (checks, _) = doctor(&home);
    let (state, message, help) = found(&checks, "clock");
    assert_eq!((state.as_str(), help.as_str()), ("wrong", "timedatectl set-ntp true"));
    assert!(message.contains("something was recorded at 2126-01-20 09:00"), "{message}");
    let output = home.remembrance(&["doctor", "--json", "--now", "1999-01-01"]);
    let checks: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert!(found(&checks, "clock").1.contains("1999-01-01 00:00, which cannot be right"), "{checks:?}");
}

#[test]
fn what_cannot_be_written_down_is_wrong() {
    let mut home = Home::new();
    let _bus = home.bus();
    // A file where the folder should be: nobody, not even root, can write below it.
    home.write(".local/state/remembrance", "");
    let daemon = home.start(&["run"]);
    daemon.says("cannot save the ledger");
    home.owns("org.remembrance.Remembrance1");
    let (checks, _) = doctor(&home);
    let (state, message, _) = found(&checks, "ledger");
    assert_eq!(state, "wrong");
    assert!(message.starts_with("the daemon cannot write"), "{message}");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert_eq!(found(&doctor(&home).0, "ledger").0, "wrong");
}

#[test]
fn do_not_disturb_of_dunst_is_told_with_what_ends_it() {
    let mut home = Home::new();
    let _bus = home.bus();
    let _screen = home.screen();
    let _dunst = home.dunst();
    assert_eq!(found(&doctor(&home).0, "do not disturb").1, "off");
    assert!(home.command("dunstctl").args(["set-paused", "true"]).status().unwrap().success());
    let (state, _, help) = found(&doctor(&home).0, "do not disturb");
    assert_eq!((state.as_str(), help.as_str()), ("note", "dunstctl set-paused false"));
}

#[test]
fn a_daemon_by_hand_without_a_unit_is_told_from_one_that_lasts() {
    let mut home = Home::new();
    let _bus = home.bus();
    let _server = Server::start(&home, Manner::Accept);
    with_manager(&home, "LoadState=not-found ActiveState=inactive");
    let (checks, _) = doctor(&home);
    assert_eq!(found(&checks, "unit").2, "remembrance service install");
    let _daemon = home.start(&["run"]);
    home.owns("org.remembrance.Remembrance1");
    let (checks, code) = doctor(&home);
    assert_eq!((found(&checks, "unit").0.as_str(), code), ("note", Some(0)));
    assert!(found(&checks, "daemon").1.ends_with(", started by hand"), "{checks:?}");
}

#[test]
fn a_server_that_hangs_is_not_waited_for() {
    let mut home = Home::new();
    let _bus = home.bus();
    let _screen = home.screen();
    let dunst = home.dunst();
    dunst.signal("STOP");
    home.script("systemctl", "exec sleep 600");
    let begun = std::time::Instant::now();
    let (checks, code) = doctor(&home);
    assert_eq!(code, Some(1));
    assert!(found(&checks, "server").1.contains("does not answer"), "{checks:?}");
    // It takes some seconds; what is waited for would take ten minutes.
    assert!(begun.elapsed() < std::time::Duration::from_secs(120), "{:?}", begun.elapsed());
    dunst.signal("CONT");
}

#[test]
fn a_masked_a_missing_and_a_failed_unit_are_told_apart() {
    let mut home = Home::new();
    let _bus = home.bus();
    for (unit, status, help) in [
        (
            "LoadState=masked ActiveState=inactive UnitFileState=masked",
            "Not running: disabled for this person (masked).",
            "remembrance service enable",
        ),
        (
            "LoadState=not-found ActiveState=inactive",
            "Not running: the service is not installed.",
            "remembrance service install",
        ),
        (
            "LoadState=loaded ActiveState=failed UnitFileState=enabled Result=exit-code",
            "Not running: the service failed (exit-code).",
            "reset-failed",
        ),
    ] {
        with_manager(&home, unit);
        let output = home.remembrance(&["status"]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.starts_with(status), "{text}");
        assert!(found(&doctor(&home).0, "unit").2.contains(help), "{unit}");
    }
}

/// A manager that keeps the state of one unit in files, as systemd does where a package enabled it for everybody.
const MANAGER: &str = r#"echo "$*" >> calls
masked() { [ -e masked ]; }
case "$*" in
*" show "*) if masked; then echo LoadState=masked; echo UnitFileState=masked; else echo LoadState=loaded; echo UnitFileState=enabled; fi
    echo ActiveState=inactive;;
*" mask "*) : > masked;;
*unmask*) rm masked;;
esac"#;

#[test]
fn what_a_package_enabled_for_everybody_is_disabled_by_a_mask() {
    let mut home = Home::new();
    let _bus = home.bus();
    home.script("systemctl", MANAGER);
    let text = home.printed(&["service", "disable"]);
    assert!(text.starts_with("The service is stopped and disabled for you"), "{text}");
    let calls = std::fs::read_to_string(home.path("calls")).unwrap();
    assert!(calls.contains("disable --now --quiet remembrance.service"), "{calls}");
    assert!(home.path("masked").exists());
    let output = home.remembrance(&["service", "disable"]);
    assert!(output.status.success(), "disabled again");
    let _daemon = home.start(&["run"]);
    home.owns("org.remembrance.Remembrance1");
    let text = home.printed(&["service", "enable"]);
    assert!(text.starts_with("The service is enabled and running; next: "), "{text}");
    assert!(!home.path("masked").exists());
}

#[test]
fn uninstall_removes_nothing_that_the_program_did_not_write() {
    let home = Home::new();
    home.write("docs/thesis.html", "x");
    std::fs::create_dir_all(home.path(".cache")).unwrap();
    std::os::unix::fs::symlink(home.path("docs"), home.path(".cache/remembrance")).unwrap();
    let unit = home.write(".local/share/systemd/user/remembrance.service", "[Service]\nExecStart=mine\n");
    home.script("systemctl", "");
    let text = home.printed(&["service", "uninstall"]);
    assert!(text.contains("Left as it is, since it was changed: "), "{text}");
    assert!(home.path("docs/thesis.html").exists() && unit.exists());
    // A folder that is shared with the settings keeps them; pages go.
    std::fs::remove_file(home.path(".cache/remembrance")).unwrap();
    home.write(".cache/remembrance/config.toml", "");
    home.script("xdg-open", "");
    home.printed(&["read", "az-black-january"]);
    assert!(std::fs::read_dir(home.path(".cache/remembrance")).unwrap().count() > 1);
    home.printed(&["service", "uninstall"]);
    let left: Vec<_> = std::fs::read_dir(home.path(".cache/remembrance")).unwrap().collect();
    assert_eq!(left.len(), 1);
}

/// A ledger of `tests/ledgers` in a new home.
fn with_ledger(name: &str) -> Home {
    let home = Home::new();
    let text =
        std::fs::read_to_string(format!("{}/tests/ledgers/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    home.write(".local/state/remembrance/ledger.jsonl", &text);
    home
}

#[test]
fn a_clock_whose_doubt_is_settled_is_ok() {
    let home = with_ledger("was-ahead-ledger.jsonl");
    for (now, state) in
        [("2027-01-25 12:00", "ok"), ("2027-01-18 17:00", "ok"), ("2027-01-17 17:00", "wrong")]
    {
        let output = home.remembrance(&["doctor", "--json", "--now", now]);
        let checks: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found(&checks, "clock").0, state, "{now}: {checks:?}");
    }
}
