//! The unit under a real `systemd --user`, in a mount namespace of its own.

use std::env;
use std::process::Command;

#[test]
fn the_unit_starts_shows_reloads_comes_back_and_stops() {
    let root = env!("CARGO_MANIFEST_DIR");
    let script = format!("{root}/tests/systemd.sh");
    let mut can = Command::new("unshare");
    if !can.args(["--mount", "true"]).output().is_ok_and(|output| output.status.success()) {
        // Only root can have a mount namespace everywhere; CI is root.
        assert!(env::var_os("CI").is_none(), "cannot make a mount namespace");
        eprintln!("skipped: this user cannot make a mount namespace");
        return;
    }
    let output = Command::new("unshare")
        .args(["--mount", "--kill-child", "bash", &script, env!("CARGO_BIN_EXE_remembrance"), root])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{wrong}");
    assert!(said.ends_with("all is well\n"), "{said}\n{wrong}");
}
