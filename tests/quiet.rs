//! Do Not Disturb of real notification servers: nothing is handed to a server that would swallow it, `status` and
//! `doctor` tell of it, and what waited is shown as soon as it is over.

use crate::common::server::{Manner, Server};
use crate::common::without::not_tried;
use crate::common::{Home, Running, until};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

const DUE: &str = "2027-01-20 09:00";
const SERVER: &str = "org.freedesktop.Notifications";

/// Runs a program of this home to its end.
fn does(home: &Home, command: &[&str]) {
    let output = home.command(command[0]).args(&command[1..]).output().unwrap();
    assert!(output.status.success(), "{command:?}: {output:?}");
}

/// A screen of Wayland without a device, and the folder of its socket; `None` where sway is not installed.
fn sway(home: &mut Home) -> Option<(Running, tempfile::TempDir)> {
    if !Path::new("/usr/bin/sway").exists() {
        not_tried("sway is not installed");
        return None;
    }
    // sway does not run as root, which CI is: it runs as nobody then, in a folder that is open to both.
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let settings = folder.path().join("config");
    fs::write(&settings, "output HEADLESS-1 resolution 800x500\nxwayland disable\n").unwrap();
    let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
    let prefix: &[&str] = if is_root {
        &["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    } else {
        &["env"]
    };
    let mut command = home.command(prefix[0]);
    command.args(&prefix[1..]).args(["sway", "--config"]).arg(settings).current_dir(folder.path());
    for (name, value) in
        [("WLR_BACKENDS", "headless"), ("WLR_LIBINPUT_NO_DEVICES", "1"), ("WLR_RENDERER", "pixman")]
    {
        command.env(name, value);
    }
    command.env("XDG_RUNTIME_DIR", folder.path()).env("HOME", folder.path());
    let sway = Running::new(&mut command, None);
    let display = until("sway is there", || {
        let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let is_socket = |path: &PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with("wayland-") && !name.ends_with("lock")
        };
        names.into_iter().find(is_socket)
    });
    home.set("WAYLAND_DISPLAY", &display.display().to_string());
    home.set("GDK_BACKEND", "wayland");
    Some((sway, folder))
}

/// Starts a server, and waits until it has its name.
fn server(home: &Home, program: &str) -> Running {
    let server = Running::new(&mut home.command(program), None);
    home.owns(SERVER);
    server
}

/// The daemon waits while `on` is in force, says so, and shows the notification after `off`.
fn waits_for_the_end(home: &Home, on: &dyn Fn(), off: &dyn Fn(), is_heard: bool) {
    on();
    let daemon = home.daemon(DUE);
    daemon.says("Waiting for the end of Do Not Disturb");
    let status = home.printed(&["status"]);
    assert!(status.contains("Waiting for the end of Do Not Disturb"), "{status}");
    let doctor = String::from_utf8(home.remembrance(&["doctor"]).stdout).unwrap();
    assert!(doctor.contains("Do Not Disturb"), "{doctor}");
    assert!(home.states().is_empty(), "{:?}", home.states());
    off();
    if !is_heard {
        daemon.signal("HUP");
    }
    daemon.says("Shown: `az-black-january`");
    assert_eq!(home.states(), ["shown"]);
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn dunst_is_waited_for() {
    let mut home = Home::new();
    let _bus = home.bus();
    let _screen = home.screen();
    let _dunst = home.dunst();
    let set = |value: &str| does(&home, &["dunstctl", "set-paused", value]);
    waits_for_the_end(&home, &|| set("true"), &|| set("false"), true);
}

#[test]
fn xfce_is_waited_for() {
    let mut home = Home::new();
    let _bus = home.bus();
    let _screen = home.screen();
    let library = format!("/usr/lib/{}-linux-gnu/xfce4", std::env::consts::ARCH);
    let _settings = Running::new(&mut home.command(&format!("{library}/xfconf/xfconfd")), None);
    home.owns("org.xfce.Xfconf");
    let _server = server(&home, &format!("{library}/notifyd/xfce4-notifyd"));
    let set = |value: &str| {
        let name = "org.xfce.Xfconf";
        let call = ["busctl", "--user", "call", name, "/org/xfce/Xfconf", name, "SetProperty", "ssv"];
        does(&home, &[&call[..], &["xfce4-notifyd", "/do-not-disturb", "b", value]].concat());
    };
    waits_for_the_end(&home, &|| set("true"), &|| set("false"), true);
}

#[test]
fn mako_is_waited_for() {
    let mut home = Home::new();
    let _bus = home.bus();
    let Some(_sway) = sway(&mut home) else { return };
    home.write(".config/mako/config", "[mode=do-not-disturb]\ninvisible=1\n");
    let _server = server(&home, "mako");
    let mode = |arguments: &[&str]| does(&home, &[&["makoctl", "mode"], arguments].concat());
    // mako 1.7 tells nobody when a mode ends.
    waits_for_the_end(&home, &|| mode(&["-a", "do-not-disturb"]), &|| mode(&["-s", "default"]), false);
}

#[test]
fn swaync_is_waited_for() {
    let mut home = Home::new();
    let _bus = home.bus();
    let Some(_sway) = sway(&mut home) else { return };
    // There is no service on this bus that would write its settings.
    home.set("GSETTINGS_BACKEND", "memory");
    let _server = server(&home, "swaync");
    let set = |argument: &str| does(&home, &["swaync-client", argument]);
    waits_for_the_end(&home, &|| set("--dnd-on"), &|| set("--dnd-off"), true);
}

#[test]
fn plasma_is_waited_for_by_its_property() {
    let mut home = Home::new();
    let _bus = home.bus();
    let server = Server::of("KDE", &home, Manner::Accept, &["actions", "body", "body-markup", "inhibitions"]);
    waits_for_the_end(&home, &|| server.inhibits(true), &|| server.inhibits(false), true);
    assert_eq!(server.receives().summary, "Black January · 37 years");
}

#[test]
fn gnome_is_waited_for_by_its_setting() {
    let mut home = Home::new();
    let _bus = home.bus();
    let _server = Server::of("GNOME", &home, Manner::Accept, &["actions", "body", "body-markup"]);
    // gsettings reads what is in this file.
    home.write("show-banners", "true\n");
    home.script(
        "gsettings",
        "[ \"$*\" = 'get org.gnome.desktop.notifications show-banners' ] && cat \"$HOME/show-banners\"",
    );
    // dconf tells of each change; anybody may emit a signal, which says only that it is time to look.
    let set = |value: &str| {
        let notify = "busctl --user emit /ca/desrt/dconf/Writer/user ca.desrt.dconf.Writer Notify sass \
                      /org/gnome/desktop/notifications/show-banners 1 '' tag";
        does(&home, &["sh", "-c", &format!("echo {value} > \"$HOME/show-banners\"; {notify}")]);
    };
    waits_for_the_end(&home, &|| set("false"), &|| set("true"), true);
}
