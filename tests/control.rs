//! The daemon as other programs reach it: its name on a real session bus, and the commands that use it.

use crate::common::server::{Manner, Server, desk};
use crate::common::{Home, REMEMBRANCE, Running, until};
use serde_json::Value;
use std::process::Output;

const NAME: &str = "org.remembrance.Remembrance1";
const PATH: &str = "/org/remembrance/Remembrance1";
const DUE: &str = "2027-01-20 09:00";

fn busctl(home: &Home, arguments: &[&str]) -> Output {
    home.command("busctl").args(["--user", "--json=short"]).args(arguments).output().unwrap()
}

/// Calls a method of the daemon, and gives the answer.
fn called(home: &Home, method: &[&str]) -> Value {
    let output = busctl(home, &[&["call", NAME, PATH, NAME], method].concat());
    assert!(output.status.success(), "{method:?}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap_or_default()
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A daemon whose notification of January 20 is on the screen, and its id.
fn with_a_notification(home: &mut Home) -> (Running, Server, Running, u32) {
    let bus = home.bus();
    let server = Server::start(home, Manner::Accept);
    let daemon = home.daemon(DUE);
    let id = server.receives().id;
    daemon.says("Shown");
    daemon.says("Next: Black January");
    (bus, server, daemon, id)
}

#[test]
fn status_tells_what_is_next_and_what_is_on_the_screen() {
    let mut home = Home::new();
    let (_bus, _server, daemon, _) = with_a_notification(&mut home);
    let text = home.printed(&["status"]);
    assert!(text.starts_with("Running since 2027-01-20 09:00, process "), "{text}");
    assert!(text.contains(&format!("process {}.\n", daemon.child.id())), "{text}");
    assert!(text.contains("\nNext: Black January, 2027-01-20 11:55\n"), "{text}");
    assert!(text.contains("\nOn the screen: Black January, Wed 20 Jan 2027\n"), "{text}");
    let json = home.json(&["status", "--json"]);
    assert_eq!((&json["running"], &json["held"], &json["saved"]), (&true.into(), &0.into(), &true.into()));
    assert_eq!(json["next"]["due"], "2027-01-20T11:55:00+04:00");
    assert_eq!(json["next"]["kind"], "moment");
    assert_eq!(json["on_screen"][0]["day"], "az-black-january");
    assert_eq!(json["version"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn without_a_daemon_status_says_so_and_what_to_do() {
    let mut home = Home::new();
    let output = home.remembrance(&["status"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).starts_with("Cannot reach the daemon: there is no session bus ("), "{output:?}");
    let _bus = home.bus();
    let output = home.remembrance(&["status"]);
    assert_eq!(output.status.code(), Some(1));
    let text = stdout(&output);
    assert!(text.starts_with("Not running") && text.contains("remembrance service enable"), "{text}");
    let output = home.remembrance(&["status", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json, serde_json::json!({ "running": false, "reason": "remembrance is not running" }));
    let output = home.remembrance(&["snooze"]);
    assert_eq!(
        (output.status.code(), stderr(&output)),
        (Some(1), "error: remembrance is not running\n".to_owned())
    );
}

#[test]
fn snooze_and_dismiss_answer_the_notification_on_the_screen() {
    let mut home = Home::new();
    home.config("snooze = \"1 minute\"\n");
    let (_bus, server, daemon, id) = with_a_notification(&mut home);
    let other = home.remembrance(&["snooze", "az-khojaly"]);
    assert_eq!(other.status.code(), Some(1));
    assert_eq!(stderr(&other), "error: no notification of `az-khojaly` is on the screen\n");
    assert_eq!(home.printed(&["snooze"]), "Snoozed until 2027-01-20 09:01: Black January, Wed 20 Jan 2027\n");
    assert_eq!(server.is_told_to_close(), id);
    daemon.says("Snoozed: `az-black-january` until 09:01.");
    // What the server says of that is no answer of the person.
    server.closes(id, 3);
    assert_eq!(home.json(&["status", "--json"])["on_screen"], serde_json::json!([]));
    assert_eq!(home.states(), ["shown", "snoozed"]);
    assert_eq!(daemon.ends("TERM"), Some(0));

    let daemon = home.daemon("2027-01-20 09:02");
    let id = server.receives().id;
    daemon.says("Shown");
    assert_eq!(home.printed(&["dismiss", "az-black-january"]), "Dismissed: Black January, Wed 20 Jan 2027\n");
    assert_eq!(server.is_told_to_close(), id);
    assert_eq!(home.states(), ["shown", "snoozed", "shown", "dismissed"]);
    let nothing = home.remembrance(&["dismiss"]);
    assert_eq!(stderr(&nothing), "error: no notification is on the screen\n");
}

#[test]
fn a_snooze_is_as_long_as_the_person_says() {
    let mut home = Home::new();
    home.config("follow = [\"az-january-20\"]\n[day.a]\nname = \"A\"\ndate = \"January 20\"\n");
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon(DUE);
    let ids = [server.receives().id, server.receives().id];
    daemon.says("Shown: `a`");
    daemon.says("Shown: `az-black-january`");
    let wrong = home.remembrance(&["snooze", "--for", "10 s"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("`10 seconds` is too short; `1 minute` is the least"), "{wrong:?}");
    // All that is on the screen.
    let said = home.printed(&["snooze", "--for", "30m"]);
    let mut lines: Vec<&str> = said.lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "Snoozed until 2027-01-20 09:30: A, Wed 20 Jan 2027",
            "Snoozed until 2027-01-20 09:30: Black January, Wed 20 Jan 2027"
        ]
    );
    let mut closed = [server.is_told_to_close(), server.is_told_to_close()];
    closed.sort_unstable();
    assert_eq!(closed, ids);
    let ledger = home.ledger();
    let until: Vec<_> = ledger.iter().filter_map(|line| Some(&line["until"].as_str()?[..19])).collect();
    assert_eq!(until, ["2027-01-20T05:30:00", "2027-01-20T05:30:00"]);
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn whoever_listens_is_reminded_too() {
    let mut home = Home::new();
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    let listener = home.listener();
    let daemon = home.daemon(DUE);
    server.receives();
    let signal: Value = serde_json::from_str(&listener.says("\"Reminded\"")).unwrap();
    assert_eq!((&signal["interface"], &signal["path"]), (&NAME.into(), &PATH.into()));
    let told = &signal["payload"]["data"];
    for (index, expected) in ["az-black-january", "2027-01-20", "Black January · 37 years"].iter().enumerate()
    {
        assert_eq!(told[index], *expected);
    }
    assert!(told[3].as_str().unwrap().starts_with("Today. On the night"), "{told}");
    assert_eq!(daemon.ends("TERM"), Some(0));
    assert!(!listener.said().iter().any(|line| line.contains("Reminded")), "it was told twice");
}

#[test]
fn the_interface_is_what_introspection_says() {
    let mut home = Home::new();
    let (_bus, _server, _daemon, _) = with_a_notification(&mut home);
    assert!(stdout(&busctl(&home, &["tree", "--list", NAME])).contains(PATH));
    let introspected = busctl(&home, &["introspect", "--xml-interface", NAME, PATH]);
    let xml = stdout(&introspected);
    // Each method answers, each property has a value.
    let properties = called_properties(&home);
    let names = |tag: &str| -> Vec<String> {
        let ours = xml.split("</interface>").next().unwrap();
        let tag = format!("<{tag} name=\"");
        let after = ours.split(&tag).skip(1);
        after.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    assert_eq!(names("method"), ["Next", "History", "Snooze", "Dismiss", "Reload"]);
    for property in names("property") {
        assert!(properties.get(&property).is_some(), "{property}");
        let got = busctl(&home, &["get-property", NAME, PATH, NAME, &property]);
        assert!(got.status.success(), "{property}: {got:?}");
    }
    let next = called(&home, &["Next", "u", "2"]);
    let first = &next["data"][0][0];
    assert_eq!(
        (&first["day"]["data"], &first["anniversary"]["data"]),
        (&"az-black-january".into(), &37.into())
    );
    assert_eq!(next["data"][0].as_array().unwrap().len(), 2);
    let told = called(&home, &["History", "s", ""]);
    assert_eq!(told["data"][0][0]["state"]["data"], "shown");
    assert_eq!(told["data"][0][0]["shown"]["data"].as_str().unwrap()[..16], *"2027-01-20T09:00");
    assert_eq!(called(&home, &["Reload"])["data"][0], serde_json::json!([]));
    home.config("folow = []\n");
    let mistakes = called(&home, &["Reload"]);
    assert!(mistakes["data"][0][0].as_str().unwrap().contains("config.toml:1:1: "), "{mistakes}");

    for (wrong, why) in [
        (vec!["call", NAME, PATH, NAME, "Nothing"], "there is no `Nothing` here"),
        (vec!["call", NAME, PATH, "org.else", "Next"], "there is no `org.else` here"),
        (vec!["call", NAME, "/else", NAME, "Reload"], "there is no `/else` here"),
        (vec!["get-property", NAME, PATH, NAME, "Nothing"], "there is no `Nothing` here"),
        (vec!["set-property", NAME, PATH, NAME, "Pending", "u", "1"], "can be read only"),
        (vec!["call", NAME, PATH, NAME, "Next", "s", "two"], ""),
    ] {
        let output = busctl(&home, &wrong);
        assert!(!output.status.success() && stderr(&output).contains(why), "{wrong:?}: {output:?}");
    }
}

fn called_properties(home: &Home) -> Value {
    let output = busctl(home, &["call", NAME, PATH, "org.freedesktop.DBus.Properties", "GetAll", "s", NAME]);
    serde_json::from_slice::<Value>(&output.stdout).unwrap()["data"][0].clone()
}

#[test]
fn a_second_daemon_on_the_same_bus_ends_and_says_who_runs() {
    let mut home = Home::new();
    let _bus = home.bus();
    let daemon = home.start(&["run"]);
    home.owns(NAME);
    let mut second = home.command(REMEMBRANCE);
    second.arg("run").env("XDG_STATE_HOME", home.path("elsewhere"));
    let second = second.output().unwrap();
    assert_eq!(second.status.code(), Some(3));
    let process = daemon.child.id();
    let said = stderr(&second);
    assert!(
        said.contains(&format!("another daemon (process {process}) has `{NAME}` on this bus; this one ends")),
        "{said}"
    );
    assert_eq!(home.json(&["status", "--json"])["process"], process);
}

#[test]
fn a_daemon_with_a_pretended_clock_gives_way_to_a_real_one_and_goes_on() {
    let mut home = Home::new();
    let _bus = home.bus();
    let pretended = home.daemon("2027-01-19 12:00");
    home.owns(NAME);
    let real = home.start(&["run"]);
    let process = || home.json(&["status", "--json"])["process"].clone();
    until("the real one has the name", || (process() == real.child.id()).then_some(()));
    let third = home.start(&["run", "--now", "2027-01-19 12:00", "--config", "/dev/null"]);
    third.says("remembrance is running already");
    assert_eq!(pretended.ends("TERM"), Some(0));
    let late = home.daemon("2027-01-19 12:00");
    late.says(&format!("Another daemon (process {}) answers on the bus", real.child.id()));
    assert_eq!(late.ends("TERM"), Some(0));
}

#[test]
fn after_the_bus_is_back_the_name_is_too() {
    let mut home = Home::new();
    let bus = home.bus();
    let daemon = home.start(&["run"]);
    home.owns(NAME);
    assert_eq!(bus.ends("TERM"), Some(0));
    daemon.says("the session bus is gone");
    let _bus = home.bus();
    home.owns(NAME);
    assert_eq!(home.json(&["status", "--json"])["process"], daemon.child.id());
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_rehearsal_answers_to_nobody() {
    let (home, _bus, server) = desk();
    let rehearsal = home.start(&["rehearse"]);
    server.receives();
    rehearsal.says("On the screen now");
    assert_eq!(home.remembrance(&["status"]).status.code(), Some(1));
}

#[test]
fn a_change_of_the_status_is_told_on_the_bus() {
    let mut home = Home::new();
    let _bus = home.bus();
    let mut watch = home.command("busctl");
    watch.args(["--user", "monitor", "--match", &format!("type='signal',path='{PATH}'")]);
    let watch = Running::new(&mut watch, None);
    watch.says("Monitoring");
    let daemon = home.daemon("2027-01-20 08:00");
    daemon.notifies("READY=1");
    // Now it is due.
    home.config("remind = [\"08:00\"]\n");
    daemon.says("printed and not shown");
    watch.says("PropertiesChanged");
    watch.says("waiting for the desktop to take a notification; next: Black January");
}
