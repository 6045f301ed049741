//! The session bus, the notification server, and what opens a page.

use super::Check;
use crate::cli::systemctl::{LONGEST_ANSWER, ask};
use crate::cli::{Error, runtime};
use crate::dbus::{Client, DaemonStatus, InquiryError, Server, Unreached, inquire};
use crate::engine::ShowError;
use std::env;
use tokio::time::timeout;

/// The status of the daemon.
pub(super) fn daemon() -> Result<Result<DaemonStatus, Unreached>, Error> {
    let asked = async { Client::connect().await?.told().await };
    let slow = || Unreached::Failed(NO_ANSWER.to_owned());
    Ok(runtime()?.block_on(async { timeout(LONGEST_ANSWER, asked).await.unwrap_or_else(|_| Err(slow())) }))
}

/// What is said of a program on the bus that does not answer.
const NO_ANSWER: &str = "it does not answer within 2 seconds";

pub(super) fn server() -> Result<Vec<Check>, Error> {
    let asked = runtime()?.block_on(async { timeout(LONGEST_ANSWER, inquire()).await });
    let install = "install a notification server, e.g. dunst or mako, and start it with the session";
    let end = "end that program, or log out and in again: notifications wait until it answers";
    Ok(match asked {
        Err(_) => vec![Check::ok("session bus", "reachable"), Check::wrong("server", NO_ANSWER, end)],
        Ok(Err(unshown @ InquiryError::Absent(ShowError::NoBus(_)))) => {
            let message = format!("{unshown}: is this a session of the desktop?");
            vec![Check::wrong("session bus", message, "systemctl --user start dbus.socket")]
        }
        Ok(Err(silent @ InquiryError::Silent(_))) => {
            vec![Check::ok("session bus", "reachable"), Check::wrong("server", silent.to_string(), end)]
        }
        Ok(Err(unshown)) => {
            vec![Check::ok("session bus", "reachable"), Check::wrong("server", unshown.to_string(), install)]
        }
        Ok(Ok(server)) => {
            let mut checks = vec![Check::ok("session bus", "reachable"), abilities(&server)];
            checks.extend(quiet(&server));
            checks
        }
    })
}

fn abilities(server: &Server) -> Check {
    let can = |ability: &str| server.abilities.iter().any(|known| known == ability);
    let name = &server.name;
    match (can("body"), can("actions")) {
        (true, true) => Check::ok("server", format!("{name}, with text and buttons")),
        (has_text, _) => {
            let missing = if has_text { "no buttons" } else { "only the name of a day" };
            let help = "remembrance show, read, snooze and dismiss do what a notification cannot";
            Check::note("server", format!("{name} shows {missing}"), help)
        }
    }
}

/// Whether Do Not Disturb is on, for servers that let it be read.
fn quiet(server: &Server) -> Option<Check> {
    let check = "do not disturb";
    let fix = match server.name.split(' ').next() {
        Some("gnome-shell") => "gsettings set org.gnome.desktop.notifications show-banners true",
        Some("dunst") => "dunstctl set-paused false",
        Some("mako") => "makoctl mode -r do-not-disturb",
        Some("SwayNotificationCenter") => "swaync-client --dnd-off",
        Some("Xfce") => "xfconf-query -c xfce4-notifyd -p /do-not-disturb -s false",
        _ => "turn Do Not Disturb off in the desktop's settings",
    };
    Some(if server.is_quiet? {
        Check::note(check, "Do Not Disturb is on: notifications are held back", fix)
    } else {
        Check::ok(check, "off")
    })
}

/// What opens a page, and whether it will find the screen.
pub(super) fn browser() -> Check {
    let is_there = |folder: std::path::PathBuf| folder.join("xdg-open").is_file();
    if !env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(is_there)) {
        return Check::note("browser", "there is no `xdg-open` to open an article with", "install xdg-utils");
    }
    // A screen in the environment of this command only was not imported into the manager.
    let screens = ["WAYLAND_DISPLAY", "DISPLAY"];
    let here: Vec<&str> = screens.into_iter().filter(|name| env::var_os(name).is_some()).collect();
    let known = ask("systemctl", &["--user", "--no-pager", "show-environment"]).unwrap_or_default();
    let is_known = |name: &&str| known.lines().any(|line| line.starts_with(&format!("{name}=")));
    if !here.is_empty() && !known.is_empty() && !here.iter().any(is_known) {
        let help = format!("systemctl --user import-environment {}", here.join(" "));
        return Check::note("browser", "the service manager does not know the screen of this session", &help);
    }
    Check::ok("browser", "opened by xdg-open")
}
