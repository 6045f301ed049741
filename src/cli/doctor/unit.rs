//! The systemd user unit and the daemon.

use super::Check;
use crate::cli::systemctl::{UNIT, asked, systemctl};
use crate::dbus::{DaemonStatus, Unreached};

/// The properties of the unit.
#[derive(Debug, Default, PartialEq, Eq)]
struct Unit {
    load: String,
    active: String,
    enabled: String,
    result: String,
    restarts: u32,
    process: u32,
}

impl Unit {
    /// Reads the lines of `systemctl show`.
    fn read(shown: &str) -> Self {
        let mut unit = Self::default();
        for (name, value) in shown.lines().filter_map(|line| line.split_once('=')) {
            match name {
                "LoadState" => value.clone_into(&mut unit.load),
                "ActiveState" => value.clone_into(&mut unit.active),
                "UnitFileState" => value.clone_into(&mut unit.enabled),
                "Result" => value.clone_into(&mut unit.result),
                "NRestarts" => unit.restarts = value.parse().unwrap_or(0),
                "MainPID" => unit.process = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        unit
    }
}

pub(super) fn checks(daemon: &Result<DaemonStatus, Unreached>) -> Vec<Check> {
    let properties = "LoadState,ActiveState,UnitFileState,Result,NRestarts,MainPID";
    let unit = systemctl(&["show", UNIT, "--property", properties]).map(|shown| Unit::read(&shown));
    let mut checks = vec![match &unit {
        Ok(unit) => of_unit(unit, daemon.is_ok(), last_error),
        Err(_) if daemon.is_ok() => Check::note(
            "unit",
            "there is no service manager for this person; the daemon runs without",
            "remembrance run",
        ),
        Err(_) => {
            let help = "start `remembrance run` with the session";
            Check::wrong("unit", "there is no service manager for this person", help)
        }
    }];
    checks.push(of_daemon(unit.ok().as_ref(), daemon));
    checks
}

fn of_unit(unit: &Unit, is_running: bool, last_error: impl FnOnce() -> Option<String>) -> Check {
    let check = "unit";
    let enable = "systemctl --user enable --now remembrance";
    if unit.load == "not-found" && is_running {
        return Check::note(
            check,
            "not installed: the daemon will be gone after a login",
            "remembrance service install",
        );
    }
    match (unit.load.as_str(), unit.active.as_str(), unit.enabled.as_str()) {
        ("not-found", ..) => Check::wrong(check, "not installed", "remembrance service install"),
        ("masked", ..) | (_, _, "masked" | "masked-runtime") => Check::wrong(
            check,
            "masked: it is disabled for this person",
            "systemctl --user unmask remembrance",
        ),
        ("bad-setting" | "error", ..) => Check::wrong(
            check,
            "the unit file has a mistake",
            "systemd-analyze --user verify remembrance.service",
        ),
        (_, "failed", _) => {
            let why = last_error().unwrap_or_else(|| unit.result.clone());
            let fix = "systemctl --user reset-failed remembrance; systemctl --user start remembrance";
            Check::wrong(check, format!("it has failed: {why}"), fix)
        }
        (_, "active" | "reloading", "disabled") => Check::wrong(
            check,
            "active, and not enabled for the next login",
            "systemctl --user enable remembrance",
        ),
        (_, "active" | "reloading", enabled) => {
            let message = format!("active, {enabled}");
            match unit.restarts {
                0 => Check::ok(check, message),
                restarts => {
                    let times = if restarts == 1 { "once".to_owned() } else { format!("{restarts} times") };
                    let help = "journalctl --user -u remembrance -p warning";
                    Check::note(check, format!("{message}; restarted {times} after a failure"), help)
                }
            }
        }
        (_, "activating", _) => {
            let why = last_error().unwrap_or_else(|| "it is starting".to_owned());
            Check::wrong(check, format!("being started: {why}"), "journalctl --user -u remembrance -n 20")
        }
        (_, active, enabled) => Check::wrong(check, format!("{active}, {enabled}"), enable),
    }
}

/// The last error that the journal has of the unit, as long as it is of this boot.
fn last_error() -> Option<String> {
    let arguments = [
        "--user",
        "--unit",
        UNIT,
        "--boot",
        "--priority",
        "warning",
        "--lines",
        "1",
        "--output",
        "cat",
        "--quiet",
    ];
    asked("journalctl", &arguments).ok().filter(|said| !said.is_empty())
}

fn of_daemon(unit: Option<&Unit>, daemon: &Result<DaemonStatus, Unreached>) -> Check {
    let check = "daemon";
    match daemon {
        Err(Unreached::NoBus(_)) => {
            let message = "it cannot be reached without a session bus";
            Check::wrong(check, message, "systemctl --user restart remembrance")
        }
        Err(why) => Check::wrong(check, why.to_string(), "systemctl --user restart remembrance"),
        Ok(status) if status.version != env!("CARGO_PKG_VERSION") => {
            let message =
                format!("version {} runs, and {} is installed", status.version, env!("CARGO_PKG_VERSION"));
            Check::note(check, message, "systemctl --user restart remembrance")
        }
        Ok(status) if status.held > 0 => {
            let message = format!("the desktop has not accepted {} of its notifications", status.held);
            Check::wrong(check, message, "journalctl --user -u remembrance -n 20")
        }
        Ok(status) => {
            let is_by_hand = unit.is_some_and(|unit| status.process != Some(unit.process));
            let by = if is_by_hand { ", started by hand" } else { "" };
            Check::ok(check, format!("{}{by}", status.status))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    #[test]
    fn each_state_of_the_unit_has_its_word_and_its_remedy() {
        let table = [
            (
                "LoadState=not-found\nActiveState=inactive",
                State::Wrong,
                "not installed",
                "remembrance service install",
            ),
            (
                "LoadState=loaded\nActiveState=active\nUnitFileState=enabled\nNRestarts=0",
                State::Ok,
                "active, enabled",
                "",
            ),
            (
                "LoadState=loaded\nActiveState=active\nUnitFileState=enabled\nNRestarts=2",
                State::Note,
                "active, enabled; restarted 2 times after a failure",
                "journalctl",
            ),
            (
                "LoadState=loaded\nActiveState=active\nUnitFileState=disabled",
                State::Wrong,
                "active, and not enabled for the next login",
                "enable remembrance",
            ),
            (
                "LoadState=loaded\nActiveState=inactive\nUnitFileState=disabled",
                State::Wrong,
                "inactive, disabled",
                "enable --now",
            ),
            (
                "LoadState=loaded\nActiveState=failed\nUnitFileState=enabled\nResult=exit-code",
                State::Wrong,
                "it has failed: no disk",
                "reset-failed",
            ),
            (
                "LoadState=masked\nActiveState=inactive\nUnitFileState=masked",
                State::Wrong,
                "masked: it is disabled for this person",
                "unmask",
            ),
            (
                "LoadState=bad-setting\nActiveState=inactive\nUnitFileState=enabled",
                State::Wrong,
                "the unit file has a mistake",
                "verify",
            ),
        ];
        for (shown, state, message, help) in table {
            let check = of_unit(&Unit::read(shown), false, || Some("no disk".to_owned()));
            assert_eq!((check.state, check.message.as_str()), (state, message), "{shown}");
            assert!(check.help.unwrap_or_default().contains(help), "{shown}");
        }
    }
}
