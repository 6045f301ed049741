//! A saved configuration takes effect at once, however it is saved; a broken one is reported once, and so is its repair.

use crate::common::server::{Manner, Server, desk};
use crate::common::without::not_tried;
use crate::common::{Home, REMEMBRANCE, Running};
use std::fs;
use std::os::unix::fs::symlink;

const NOW: &str = "2027-01-19 12:00";
const CONFIG: &str = ".config/remembrance/config.toml";

/// A config with this many days of one's own, beside January 20.
fn days(count: usize) -> String {
    let days = (0..count).map(|day| format!("[day.d{day}]\nname = \"D\"\ndate = \"May 1\"\n"));
    days.collect::<Vec<_>>().concat()
}

/// Waits until the daemon has taken a configuration with this many days into use, January 20 among them.
fn keeps(daemon: &Running, count: usize) {
    daemon.says(&format!("Read the configuration again: {} days.", count + 1));
}

fn ready(home: &Home) -> Running {
    let daemon = home.daemon(NOW);
    daemon.notifies("READY=1");
    daemon
}

#[test]
fn a_file_that_is_written_renamed_over_or_removed_takes_effect() {
    let home = Home::new();
    home.config(&days(1));
    let daemon = ready(&home);
    home.config(&days(2));
    keeps(&daemon, 2);
    // As vim and others do: the old is moved away, the new is renamed into its place.
    let file = home.path(CONFIG);
    fs::rename(&file, file.with_file_name("config.toml~")).unwrap();
    home.write(".config/remembrance/.config.toml.new", &days(3));
    fs::rename(file.with_file_name(".config.toml.new"), &file).unwrap();
    keeps(&daemon, 3);
    home.write(".config/remembrance/days.d/more.toml", "[day.x]\nname = \"X\"\ndate = \"May 2\"\n");
    keeps(&daemon, 4);
    fs::remove_file(home.path(".config/remembrance/days.d/more.toml")).unwrap();
    keeps(&daemon, 3);
    home.write(".config/remembrance/packs/own.toml", "[day.y]\nname = \"Y\"\ndate = \"May 2\"\n");
    daemon.says("Read the configuration again: 4 days.");
    home.config("follow = [\"own\", \"az-january-20\"]\n");
    keeps(&daemon, 1);
    fs::remove_file(&file).unwrap();
    keeps(&daemon, 0);
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn a_folder_that_comes_later_is_seen() {
    let home = Home::new();
    let daemon = ready(&home);
    home.config(&days(1));
    keeps(&daemon, 1);
    // Moved away as a whole, and back.
    fs::rename(home.path(".config/remembrance"), home.path("away")).unwrap();
    keeps(&daemon, 0);
    fs::rename(home.path("away"), home.path(".config/remembrance")).unwrap();
    keeps(&daemon, 1);
    home.config(&days(2));
    keeps(&daemon, 2);
}

#[test]
fn a_linked_file_is_seen_where_it_lies_and_so_is_another_link() {
    let home = Home::new();
    let one = home.write("dotfiles/one/config.toml", &days(1));
    let two = home.write("dotfiles/two/config.toml", &days(2));
    fs::create_dir_all(home.path(".config/remembrance")).unwrap();
    symlink("../../dotfiles/one/config.toml", home.path(CONFIG)).unwrap();
    let daemon = ready(&home);
    fs::write(&one, days(3)).unwrap();
    keeps(&daemon, 3);
    fs::write(one.with_file_name("new"), days(4)).unwrap();
    fs::rename(one.with_file_name("new"), &one).unwrap();
    keeps(&daemon, 4);
    symlink(&two, home.path("link")).unwrap();
    fs::rename(home.path("link"), home.path(CONFIG)).unwrap();
    keeps(&daemon, 2);
    fs::write(&two, days(5)).unwrap();
    keeps(&daemon, 5);
}

#[test]
fn the_administrators_files_are_seen_too() {
    let mut home = Home::new();
    let etc = home.path("etc").display().to_string();
    home.set("XDG_CONFIG_DIRS", &etc);
    let daemon = ready(&home);
    home.write("etc/remembrance/config.toml", &days(1));
    keeps(&daemon, 1);
    home.write("etc/remembrance/days.d/x.toml", "[day.x]\nname = \"X\"\ndate = \"May 2\"\n");
    keeps(&daemon, 2);
}

#[test]
fn a_broken_save_is_told_once_with_its_line_and_its_mending_too() {
    let (home, _bus, server) = desk();
    home.config(&days(1));
    let daemon = ready(&home);
    home.config(&(days(1) + "\nquiet = \"22\"\n"));
    let told = server.receives();
    assert_eq!(told.summary, "The configuration has a mistake");
    assert!(told.body.contains("config.toml:5:1: unknown key `quiet`"), "{}", told.body);
    daemon.says("going on with the last good one");
    // The same mistake again, in other words around it.
    home.config(&(days(1) + "\nquiet = \"22\"\n# to be fixed\n"));
    daemon.says("going on with the last good one");
    // Another one takes the place of the first.
    home.config("qiet = \"\"\n");
    let other = server.receives();
    assert!(other.body.contains("did you mean `quiet`?"), "{}", other.body);
    assert_eq!(other.replaces, told.id);
    home.config(&days(2));
    let fixed = server.receives();
    assert_eq!((fixed.summary.as_str(), fixed.replaces), ("The configuration is in order again", told.id));
    assert_eq!((fixed.body.as_str(), fixed.timeout), ("3 days are kept.", 20_000));
    daemon.says("The mistakes in the configuration are fixed.");
    keeps(&daemon, 2);
    assert!(!server.has_received());
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn what_cannot_be_read_is_told_and_mending_it_by_hand_too() {
    let home = Home::new();
    let file = home.config(&days(1));
    let daemon = ready(&home);
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    daemon.says("config.toml`: it is a folder");
    fs::remove_dir(&file).unwrap();
    keeps(&daemon, 0);
    assert!(home.command("mkfifo").arg(&file).status().unwrap().success());
    daemon.says("config.toml`: it is not a regular file");
    fs::remove_file(&file).unwrap();
    symlink(&file, &file).unwrap();
    daemon.says("too many levels of symbolic links");
    fs::remove_file(&file).unwrap();
    home.config(&days(2));
    keeps(&daemon, 2);
}

#[test]
fn an_article_that_is_edited_is_quoted_as_it_is_when_the_notification_comes() {
    let mut home = Home::new();
    let _bus = home.bus();
    let server = Server::of("KDE", &home, Manner::Accept, &["actions", "body", "inhibitions"]);
    server.inhibits(true);
    let article = ".config/remembrance/articles/az-black-january.md";
    home.write(article, "# Old\n\nThe old words.\n");
    let daemon = home.daemon("2027-01-20 09:00");
    daemon.says("Waiting for the end of Do Not Disturb");
    home.write(article, "# New\n\nThe new words.\n");
    server.inhibits(false);
    assert!(server.receives().body.contains("The new words."));
}

#[test]
fn what_lies_beside_the_configuration_and_is_none_of_it_is_passed_over() {
    let home = Home::new();
    home.config(&days(1));
    home.write(".config/remembrance/days.d/README", "");
    let daemon = ready(&home);
    home.write(".config/remembrance/.config.toml.swp", "");
    home.write(".config/remembrance/days.d/README", "words\n");
    home.write(".config/other/config.toml", "x");
    // Saved without a change.
    home.config(&days(1));
    daemon.signal("HUP");
    keeps(&daemon, 1);
    home.config(&days(2));
    keeps(&daemon, 2);
    let again =
        daemon.said().into_iter().filter(|line| line.contains("Read the configuration again")).count();
    assert_eq!(again, 0, "it was read for nothing");
}

/// Starts the daemon where this system call fails; `None` where nothing can be traced.
fn failing(home: &Home, call: &str, error: &str) -> Option<Running> {
    if !home.command("strace").args(["-o", "/dev/null", "true"]).status().unwrap().success() {
        not_tried("strace cannot trace here");
        return None;
    }
    let mut command = home.command("strace");
    command.args(["--quiet=all", "-o", "/dev/null", "-e", &format!("trace={call}")]);
    command.args(["-e", &format!("inject={call}:error={error}"), REMEMBRANCE, "run", "--now", NOW]);
    Some(Running::new(&mut command, None))
}

#[test]
fn without_inotify_the_daemon_goes_on_and_reads_when_it_is_asked() {
    // No instance is left, or no watch.
    for (call, error) in [("inotify_init1", "EMFILE"), ("inotify_add_watch", "ENOSPC")] {
        let home = Home::new();
        home.config(&days(1));
        let Some(daemon) = failing(&home, call, error) else { return };
        daemon.says("changes of the configuration are not noticed: ");
        daemon.says("Next: ");
        home.config(&days(2));
        // strace hands signals that it gets to nobody: the daemon is its child.
        let children = format!("/proc/{0}/task/{0}/children", daemon.child.id());
        let child = fs::read_to_string(children).unwrap();
        assert!(home.command("kill").args(["-s", "HUP", child.trim()]).status().unwrap().success());
        keeps(&daemon, 2);
        assert!(!daemon.said().iter().any(|line| line.contains("are not noticed")), "it is said once");
    }
}

#[test]
fn a_bus_is_found_also_where_no_watch_is_left_for_its_socket() {
    let mut home = Home::new();
    let Some(daemon) = failing(&home, "inotify_add_watch", "ENOSPC") else { return };
    daemon.says("there is no session bus");
    let _bus = home.bus();
    daemon.says("The session bus is there.");
}
