//! What this program writes: nothing in the way makes it wait, nothing of others is written through or taken away, and
//! nobody else can read it.

use crate::common::server::desk;
use crate::common::without::not_tried;
use crate::common::{Home, REMEMBRANCE, Running, copy_program, until};
use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;

const DUE: &str = "2027-01-20 09:00";
const STATE: &str = ".local/state/remembrance";

/// What can be in the way of a file.
const OBSTACLES: [&str; 7] = ["fifo", "folder", "socket", "link", "dangling", "device", "hard link"];

fn obstruct(home: &Home, place: &Path, obstacle: &str) {
    let mine = home.write("mine.txt", "what a person wrote\n");
    match obstacle {
        "fifo" => assert!(Command::new("mkfifo").arg(place).status().unwrap().success()),
        "folder" => {
            fs::create_dir(place).unwrap();
            fs::write(place.join("within"), "mine").unwrap();
        }
        "socket" => drop(UnixListener::bind(place).unwrap()),
        "link" => symlink(mine, place).unwrap(),
        "dangling" => symlink(home.path("nowhere"), place).unwrap(),
        "device" => symlink("/dev/full", place).unwrap(),
        _ => fs::hard_link(mine, place).unwrap(),
    }
}

fn is_untouched(home: &Home, place: &Path, obstacle: &str) -> bool {
    let kind = fs::symlink_metadata(place).unwrap().file_type();
    let is_there = match obstacle {
        "fifo" => kind.is_fifo(),
        "folder" => place.join("within").exists(),
        "socket" => kind.is_socket(),
        "hard link" => fs::metadata(place).unwrap().nlink() == 2,
        _ => kind.is_symlink(),
    };
    is_there
        && fs::read_to_string(home.path("mine.txt")).unwrap() == "what a person wrote\n"
        && !home.path("nowhere").exists()
}

#[test]
fn nothing_in_the_place_of_a_new_file_stops_or_disarms_the_daemon() {
    for name in ["lock", "jsonl.new", "screen.json.new", "screen.json"] {
        for obstacle in OBSTACLES {
            // An old lock or list that also has another name is still a regular file.
            if obstacle == "hard link" && ["lock", "screen.json"].contains(&name) {
                continue;
            }
            let (home, _bus, server) = desk();
            fs::create_dir_all(home.path(STATE)).unwrap();
            let place = home.path(STATE).join(format!("ledger-pretended.{name}"));
            obstruct(&home, &place, obstacle);
            let daemon = home.daemon(DUE);
            server.receives();
            let at = format!("{obstacle} at {name}");
            until(&format!("it is recorded: {at}"), || (home.states() == ["shown"]).then_some(()));
            daemon.notifies("next: ");
            match name {
                "lock" => drop(daemon.says("no lock on")),
                "screen.json" => drop(daemon.says("screen.json`: it is not a regular file")),
                _ => {}
            }
            let said = daemon.said().join("\n");
            assert_eq!(daemon.ends("TERM"), Some(0), "{at}");
            assert!(is_untouched(&home, &place, obstacle), "{at}: {said}");
        }
    }
}

#[test]
fn what_is_in_the_place_of_the_ledger_is_set_aside_or_told() {
    for obstacle in ["fifo", "folder", "socket", "device"] {
        let (home, _bus, server) = desk();
        fs::create_dir_all(home.path(STATE)).unwrap();
        let place = home.path(STATE).join("ledger-pretended.jsonl");
        obstruct(&home, &place, obstacle);
        let daemon = home.daemon(DUE);
        server.receives();
        daemon.says("ledger-pretended.jsonl`: ");
        until("it is recorded", || (home.states() == ["shown"]).then_some(()));
        assert_eq!(daemon.ends("TERM"), Some(0));
        let aside = home.path(STATE).join("ledger-pretended.jsonl.set-aside-1");
        assert!(is_untouched(&home, &aside, obstacle), "{obstacle}");
    }
}

#[test]
fn no_file_that_is_deleted_lets_a_second_daemon_in() {
    let home = Home::new();
    let first = home.start(&["run"]);
    until("it has its ledger", || home.path(STATE).join("ledger.jsonl").exists().then_some(()));
    first.says("waiting for one");
    for entry in fs::read_dir(home.path(STATE)).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    let mut second = Running::new(home.command(REMEMBRANCE).args(["run"]), None);
    assert_eq!(second.exits(), Some(3));
    drop(first);
    let third = home.start(&["run"]);
    third.says("waiting for one");
}

#[test]
fn a_command_says_what_it_waits_for_and_goes_on_once_it_is_there() {
    let home = Home::new();
    let config = home.config("follow = []\n");
    let folder = fs::File::open(config.parent().unwrap()).unwrap();
    folder.lock().unwrap();
    let mut command = home.command(REMEMBRANCE);
    let command = Running::new(command.args(["add", "Ana", "March 12"]), None);
    command.says("waiting for another program that has locked");
    assert_eq!(fs::read_to_string(&config).unwrap(), "follow = []\n");
    folder.unlock().unwrap();
    until("it is done", || fs::read_to_string(&config).unwrap().contains("Ana").then_some(()));
}

#[test]
fn a_stranger_with_the_name_on_the_bus_keeps_no_notification_back() {
    let (home, _bus, server) = desk();
    // Of the real clock, which a day that is kept today is due on.
    let today = home.command("date").arg("+%B %-d").output().unwrap().stdout;
    let today = String::from_utf8(today).unwrap();
    home.config(&format!(
        "follow = []\nremind = [\"00:00\"]\n[day.own]\nname = \"Own\"\ndate = \"{}\"\n",
        today.trim()
    ));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let address = format!("unix:path={}", home.path("run/bus").display());
    let stranger = runtime.block_on(async {
        let stranger = zbus::connection::Builder::address(address.as_str()).build().await.unwrap();
        let bus = Some("org.freedesktop.DBus");
        // It lets nobody take the name from it.
        let body = ("org.remembrance.Remembrance1", 4_u32);
        stranger.call_method(bus, "/org/freedesktop/DBus", bus, "RequestName", &body).await.unwrap();
        stranger
    });
    let daemon = home.start(&["run"]);
    daemon.says(&format!(
        "another program (process {}) has `org.remembrance.Remembrance1`",
        std::process::id()
    ));
    assert_eq!(server.receives().summary, "Own");
    let status = home.remembrance(&["status"]);
    let said = String::from_utf8_lossy(&status.stdout).into_owned();
    let expected = format!("on the bus (process {}) does not answer within 30 seconds", std::process::id());
    assert!(said.contains(&expected), "{said}");
    runtime.block_on(stranger.close()).unwrap();
    until("the daemon has the name", || home.remembrance(&["status"]).status.success().then_some(()));
}

/// The rights of everything below a folder that are not those of its owner alone.
fn open_to_others(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let metadata = fs::symlink_metadata(&path).unwrap();
            let expected = if metadata.is_dir() { 0o700 } else { 0o600 };
            let mode = metadata.permissions().mode() & 0o777;
            if mode != expected {
                found.push(format!("{}: {mode:o}", path.display()));
            }
            if metadata.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}

#[test]
fn folders_and_files_are_for_their_owner_alone_whatever_the_umask() {
    for umask in ["0000", "0022", "0277"] {
        let (home, _bus, server) = desk();
        home.script("xdg-open", "exit 0");
        home.write("family.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDESCRIPTION:Text\nDTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n");
        let run = |arguments: &str| {
            let script = format!("umask {umask}; exec {REMEMBRANCE} {arguments}");
            let output = home.command("sh").args(["-c", &script]).output().unwrap();
            assert!(output.status.success(), "{umask}: {arguments}: {output:?}");
        };
        run("add Ana 'March 12'");
        run("follow az");
        run("import family.ics");
        run("read az-black-january");
        let script = format!("umask {umask}; exec {REMEMBRANCE} run --now '{DUE}'");
        let daemon = Running::new(home.command("sh").args(["-c", &script]), None);
        server.receives();
        daemon.says("Next: ");
        for folder in [".config", ".local", ".cache"] {
            assert_eq!(open_to_others(&home.path(folder)), Vec::<String>::new(), "{umask}, {folder}");
        }
        drop(daemon);
    }
}

#[test]
fn what_an_administrator_makes_is_as_readable_as_its_folder() {
    let home = Home::new();
    let folder = home.path("etc");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let script = format!("umask 022; exec {REMEMBRANCE} --config etc/config.toml add Ana 'March 12'");
    assert!(home.command("sh").args(["-c", &script]).output().unwrap().status.success());
    let mode = fs::metadata(folder.join("config.toml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
}

#[test]
fn a_file_of_a_person_stays_theirs_when_root_changes_it() {
    if Command::new("id").arg("-u").output().unwrap().stdout != b"0\n" {
        not_tried("only root can give a file away");
        return;
    }
    let home = Home::new();
    let config = home.config("# mine\n");
    for path in [config.as_path(), config.parent().unwrap()] {
        std::os::unix::fs::chown(path, Some(1234), Some(2345)).unwrap();
    }
    fs::set_permissions(&config, fs::Permissions::from_mode(0o640)).unwrap();
    home.printed(&["add", "Ana", "March 12"]);
    home.write("a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n");
    home.printed(&["import", "a.ics"]);
    for name in ["config.toml", "days.d", "days.d/a.toml"] {
        let found = fs::metadata(config.parent().unwrap().join(name)).unwrap();
        assert_eq!((found.uid(), found.gid()), (1234, 2345), "{name}");
    }
    assert_eq!(fs::metadata(&config).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn an_installation_overwrites_nothing_that_it_did_not_write() {
    let mut home = Home::new();
    home.script("systemctl", "exit 0");
    let unit = ".local/share/systemd/user/remembrance.service";
    let program = home.path("bin/remembrance");
    copy_program(&program);
    home.set("LC_ALL", "C.UTF-8");
    let install =
        |home: &Home| home.command(program.to_str().unwrap()).args(["service", "install"]).output().unwrap();
    let text = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    home.write(unit, "# mine\n");
    let output = install(&home);
    assert!(!output.status.success() && text(&output).contains("nothing is installed"), "{output:?}");
    assert_eq!(fs::read_to_string(home.path(unit)).unwrap(), "# mine\n");
    fs::remove_file(home.path(unit)).unwrap();
    symlink(home.write("mine.txt", "mine\n"), home.path(unit)).unwrap();
    let output = install(&home);
    assert!(!output.status.success() && text(&output).contains("nothing is installed"), "{output:?}");
    assert_eq!(fs::read_to_string(home.path("mine.txt")).unwrap(), "mine\n");
    fs::remove_file(home.path(unit)).unwrap();
    // There is no bus to ask the daemon on; what was written is written again.
    for _ in 0..2 {
        install(&home);
        assert!(fs::read_to_string(home.path(unit)).unwrap().contains("bin/remembrance run"));
    }
    fs::write(home.path(unit), "# mine\n").unwrap();
    let output = home.command(program.to_str().unwrap()).args(["service", "uninstall"]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(fs::read_to_string(home.path(unit)).unwrap(), "# mine\n");
    assert!(!home.path(".local/share/applications/remembrance.desktop").exists());
}
