//! The unit under a real `systemd --user`, in a mount namespace of its own.

use crate::common::without::not_tried;
use crate::common::{REMEMBRANCE, process};
use std::path::Path;
use std::process::Command;

// No pid namespace: the lock of its Xvfb would name a process that the Xvfb of other tests takes for dead, and its display
// for free.
const NAMESPACES: [&str; 2] = ["--mount", "--kill-child"];

/// Runs a part of `tests/systemd.sh`, which says what it holds.
fn holds(part: &str) {
    let root = env!("CARGO_MANIFEST_DIR");
    let script = format!("{root}/tests/systemd.sh");
    let mut can = Command::new("unshare");
    if !can.args(NAMESPACES).arg("true").output().is_ok_and(|output| output.status.success()) {
        not_tried("this user cannot make a mount namespace: root can");
        return;
    }
    let mut unshare = Command::new("unshare");
    let output = process::output(unshare.args(NAMESPACES).args(["bash", &script, REMEMBRANCE, root, part]));
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{wrong}");
    assert!(said.ends_with("all is well\n"), "{said}\n{wrong}");
}

#[test]
fn the_unit_starts_shows_reloads_comes_back_and_stops() {
    holds("person");
}

#[test]
fn the_unit_runs_where_there_are_no_user_namespaces_and_for_no_greeter() {
    holds("without_namespaces");
}

#[test]
fn on_dbus_broker_a_display_and_a_language_that_come_later_count() {
    if !Path::new("/usr/bin/dbus-broker-launch").exists() {
        not_tried("dbus-broker is not installed");
        return;
    }
    holds("broker");
}

#[test]
fn an_article_that_cannot_be_opened_is_told_and_setup_enables_the_service() {
    holds("first_minutes");
}

#[test]
fn the_unit_of_a_package_is_disabled_and_enabled_by_one_person() {
    holds("package");
}
