//! The configuration, the clock, the time zone and the ledger.

use super::Check;
use crate::cli::Invocation;
use crate::dbus::DaemonStatus;
use crate::host::files;
use crate::host::on_screen::OnScreenFile;

pub(super) fn configuration(invocation: &Invocation) -> Check {
    let (check, mistakes) = ("configuration", &invocation.context.mistakes);
    let days = invocation.context.settings.plan.days.len();
    match mistakes.as_slice() {
        [] if days == 0 => Check::wrong(check, "no day is kept", "remembrance packs"),
        [] => {
            let kept = format!("{days} {} kept", if days == 1 { "day is" } else { "days are" });
            match invocation.context.warnings.as_slice() {
                [] => Check::ok(check, kept),
                [first] => {
                    Check::note(check, format!("{kept}; {}", first.in_one_line()), "remembrance check")
                }
                [first, more @ ..] => {
                    let message = format!("{kept}; {} ({} more)", first.in_one_line(), more.len());
                    Check::note(check, message, "remembrance check")
                }
            }
        }
        [first] => Check::wrong(check, first.in_one_line(), "remembrance check"),
        [first, more @ ..] => {
            let message = format!("{} ({} more)", first.in_one_line(), more.len());
            Check::wrong(check, message, "remembrance check")
        }
    }
}

pub(super) fn clock(invocation: &Invocation) -> Check {
    let now = invocation.clock.now();
    let shown = invocation.context.zone.stamp(now).format("%Y-%m-%d %H:%M");
    let fix = "timedatectl set-ntp true";
    if now < invocation.context.settings.plan.clock_floor {
        let message = format!("it shows {shown}, which cannot be right: nothing is shown until it is set");
        return Check::wrong("clock", message, fix);
    }
    // A ledger that cannot be read is reported by its own check.
    let ledger = invocation.ledger().unwrap_or_default();
    match ledger.latest().filter(|_| ledger.clock(now).wake.is_some()) {
        Some(latest) => {
            let recorded = invocation.context.zone.stamp(latest).format("%Y-%m-%d %H:%M");
            let message = format!("it shows {shown}, and something was recorded at {recorded}: is it right?");
            Check::wrong("clock", message, fix)
        }
        None => Check::ok("clock", format!("it shows {shown}")),
    }
}

pub(super) fn zone(invocation: &Invocation) -> Check {
    let zone = &invocation.context.zone;
    let is_set = std::env::var_os("TZ").is_some_and(|zone| !zone.is_empty());
    if !is_set && !std::path::Path::new("/etc/localtime").exists() {
        let message = "the machine has none, so times are in UTC";
        return Check::note("time zone", message, "timedatectl set-timezone REGION/CITY");
    }
    Check::ok("time zone", zone.name())
}

/// Whether the ledger can be written; the daemon, which holds it open, knows best.
pub(super) fn ledger(invocation: &Invocation, daemon: Option<&DaemonStatus>) -> Check {
    let path = invocation.ledger_file();
    let place = path.display();
    if daemon.is_some_and(|status| !status.is_saved) {
        let message =
            format!("the daemon cannot write `{place}`; after a restart reminders may be shown again");
        return Check::wrong("ledger", message, "journalctl --user -u remembrance -n 20");
    }
    if let Err(error) = files::read_bytes(&path) {
        return Check::wrong("ledger", error.to_string(), &format!("ls -l {place}"));
    }
    let on_screen = OnScreenFile::beside(&path);
    if let Err(error) = on_screen.is_own() {
        let place = on_screen.path().display();
        let message =
            format!("`{place}`: {error}; a daemon that is restarted does not hear open notifications");
        return Check::note("ledger", message, &format!("ls -l {place}"));
    }
    let folder = path.ancestors().skip(1).find(|folder| folder.exists()).unwrap_or(&path);
    match tempfile::tempfile_in(folder) {
        Ok(_) => Check::ok("ledger", path.display().to_string()),
        Err(error) => {
            let why = crate::text::reason(&error);
            let message =
                format!("cannot write to `{}`: {why}; reminders may be shown again", folder.display());
            Check::wrong("ledger", message, &format!("ls -ld {}", folder.display()))
        }
    }
}
