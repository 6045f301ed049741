//! The systemd user unit and the daemon.

use super::Check;
use crate::cli::systemctl::{UNIT, UnitState, ask};
use crate::dbus::{DaemonStatus, Unreached};

/// The unit; `None` where the service manager cannot be asked.
pub(super) fn unit(unit: Option<&UnitState>, is_running: bool) -> Check {
    match unit {
        Some(unit) => of_unit(unit, is_running, last_error),
        None if is_running => Check::note(
            "unit",
            "there is no service manager for this person; the daemon runs without",
            "remembrance run",
        ),
        None => {
            let help = "start `remembrance run` with the session";
            Check::wrong("unit", "there is no service manager for this person", help)
        }
    }
}

fn of_unit(unit: &UnitState, is_running: bool, last_error: impl FnOnce() -> Option<String>) -> Check {
    let check = "unit";
    let enable = "remembrance service enable";
    if unit.load == "not-found" && is_running {
        return Check::note(
            check,
            "not installed: the daemon will be gone after a login",
            "remembrance service install",
        );
    }
    if let Some(mask) = &unit.mask_for_all {
        let message = format!("an administrator has disabled it for everybody: `{}`", mask.display());
        return Check::wrong(check, message, "start `remembrance run` with the session");
    }
    match (unit.load.as_str(), unit.active.as_str(), unit.enabled.as_str()) {
        ("not-found", ..) => Check::wrong(check, "not installed", "remembrance service install"),
        _ if unit.is_masked() => {
            Check::wrong(check, "disabled for this person (masked)", "remembrance service enable")
        }
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
        (_, "active" | "reloading", "disabled") => {
            Check::wrong(check, "active, and not enabled for the next login", "remembrance service enable")
        }
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
    ask("journalctl", &arguments).ok().filter(|said| !said.is_empty())
}

/// The daemon itself.
pub(super) fn daemon(unit: Option<&UnitState>, daemon: &Result<DaemonStatus, Unreached>) -> Check {
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
                "service enable",
            ),
            (
                "LoadState=loaded\nActiveState=inactive\nUnitFileState=disabled",
                State::Wrong,
                "inactive, disabled",
                "service enable",
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
                "disabled for this person (masked)",
                "service enable",
            ),
            (
                "LoadState=bad-setting\nActiveState=inactive\nUnitFileState=enabled",
                State::Wrong,
                "the unit file has a mistake",
                "verify",
            ),
        ];
        for (shown, state, message, help) in table {
            let check = of_unit(&UnitState::read(shown), false, || Some("no disk".to_owned()));
            assert_eq!((check.state, check.message.as_str()), (state, message), "{shown}");
            assert!(check.help.unwrap_or_default().contains(help), "{shown}");
        }
    }
}
