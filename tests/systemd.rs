//! The unit under a real `systemd --user`, in a mount namespace of its own.

use crate::common::without::not_tried;
use crate::common::{REMEMBRANCE, process};
use std::process::Command;

// No pid namespace: the lock of its Xvfb would name a process that the Xvfb of other tests takes for dead, and its display
// for free.
const NAMESPACES: [&str; 2] = ["--mount", "--kill-child"];

#[test]
fn the_unit_starts_shows_reloads_comes_back_and_stops() {
    let root = env!("CARGO_MANIFEST_DIR");
    let script = format!("{root}/tests/systemd.sh");
    let mut can = Command::new("unshare");
    if !can.args(NAMESPACES).arg("true").output().is_ok_and(|output| output.status.success()) {
        not_tried("this user cannot make a mount namespace: root can");
        return;
    }
    let mut unshare = Command::new("unshare");
    let output = process::output(unshare.args(NAMESPACES).args(["bash", &script, REMEMBRANCE, root]));
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{wrong}");
    assert!(said.ends_with("all is well\n"), "{said}\n{wrong}");
}
