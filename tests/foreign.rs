//! What a person wrote or another program made stays as it is, whatever command is given in its place, and nothing is
//! written or removed through a link into another folder.

use crate::common::Home;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Output;

const CONFIG: &str = ".config/remembrance";
const NOW: [&str; 2] = ["--now", "2026-11-23 12:00"];

fn run(home: &Home, arguments: &[&str]) -> Output {
    home.remembrance(&[arguments, &NOW].concat())
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn well(home: &Home, arguments: &[&str]) {
    let output = run(home, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", error(&output));
}

/// What a command says that refuses something.
fn refused(home: &Home, arguments: &[&str]) -> String {
    let output = run(home, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", error(&output));
    error(&output)
}

/// The files below a folder and their texts; of a link, where it leads.
fn files(folder: &Path) -> BTreeMap<PathBuf, String> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_symlink() {
                found.insert(path.clone(), format!("-> {}", fs::read_link(&path).unwrap().display()));
            } else if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.clone(), fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

fn event(uid: &str, text: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{uid}\nSUMMARY:{uid}\nDTSTART;VALUE=DATE:20190312\n\
         RRULE:FREQ=YEARLY\nDESCRIPTION:{text}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

/// A person with a calendar, and a folder with files of another kind.
fn person() -> (Home, PathBuf) {
    let home = Home::new();
    home.config("follow = []\n");
    home.write("family.ics", &event("a", "She kept the garden."));
    home.write("elsewhere/notes", "mine\n");
    let elsewhere = home.path("elsewhere");
    (home, elsewhere)
}

fn link(to: &Path, at: &Path) {
    fs::create_dir_all(at.parent().unwrap()).unwrap();
    symlink(to, at).unwrap();
}

#[test]
fn an_import_writes_through_no_link() {
    // What the link is in the place of, and where in the folder elsewhere it leads.
    let table = [
        ("days.d", "", "is a link"),
        ("days.d", "missing", "is a link"),
        ("days.d/family.toml", "notes", ""),
        ("days.d/family.toml", "missing.toml", "is a link"),
        ("articles", "", "is a link: no article was written"),
        ("articles/imported", "", "is a link: no article was written"),
        ("articles/imported/family", "", "is a link: no article was written"),
        ("articles/imported/family/.at-work", "notes", "is not from an import: no article was written"),
        ("articles/imported/family/.remembrance-new", "notes", ""),
    ];
    for (place, to, said) in table {
        let (home, elsewhere) = person();
        let at = home.path(CONFIG).join(place);
        link(&elsewhere.join(to), &at);
        let before = files(&elsewhere);
        let output = run(&home, &["import", "family.ics"]);
        assert!(error(&output).contains(said), "{place}: {}", error(&output));
        assert_eq!(files(&elsewhere), before, "{place}");
        assert!(at.is_symlink(), "{place}");
        // A text that is not written is a loss, and no day names an article that is not there.
        if said.contains("no article") {
            assert_eq!(output.status.code(), Some(1), "{place}");
            well(&home, &["check"]);
        }
    }
    // An earlier import that was moved away, with a link in its place.
    let (home, elsewhere) = person();
    well(&home, &["import", "family.ics"]);
    let file = home.path(CONFIG).join("days.d/family.toml");
    fs::rename(&file, elsewhere.join("family.toml")).unwrap();
    link(&elsewhere.join("family.toml"), &file);
    home.write("family.ics", &event("b", "Another."));
    let before = files(&home.path(""));
    assert!(refused(&home, &["import", "family.ics"]).contains("family.toml` is a link"));
    assert_eq!(files(&home.path("")), before);
}

#[test]
fn a_page_and_an_export_are_written_through_no_link_to_what_a_person_wrote() {
    let (mut home, elsewhere) = person();
    home.script("xdg-open", "exit 0");
    home.set("LANG", "en_US.UTF-8");
    let read = ["read", "az-black-january"];
    for to in ["notes", "missing.html"] {
        let page = home.path(".cache/remembrance/az-black-january.2027-01-20.en.html");
        let _ = fs::remove_file(&page);
        link(&elsewhere.join(to), &page);
        let before = files(&elsewhere);
        let said = refused(&home, &read);
        assert!(said.contains("en.html`: it is not a regular file"), "{said}");
        assert_eq!(files(&elsewhere), before, "{to}");
        fs::remove_file(&page).unwrap();
        well(&home, &read);
    }
    link(&elsewhere.join("notes"), &home.path("out.ics"));
    let said = refused(&home, &["export", "-o", "out.ics"]);
    assert!(said.contains("is not from an export"), "{said}");
    assert_eq!(fs::read_to_string(elsewhere.join("notes")).unwrap(), "mine\n");
}

#[test]
fn a_link_that_leads_nowhere_is_told_and_does_not_count_as_nothing() {
    let (home, _) = person();
    link(&home.path("disk/days.d"), &home.path(CONFIG).join("days.d"));
    link(&home.path("disk/packs"), &home.path(CONFIG).join("packs"));
    for ledger in ["ledger.jsonl", "ledger-pretended.jsonl"] {
        link(&home.path("disk/ledger"), &home.path(".local/state/remembrance").join(ledger));
    }
    let check = run(&home, &["check"]);
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert_eq!(said.matches("it is a link that leads nowhere").count(), 2, "{said}");
    let said = refused(&home, &["history"]);
    assert!(said.contains("jsonl`: it is a link that leads nowhere"), "{said}");
}

#[test]
fn what_an_import_finds_under_its_own_names_stays_where_it_is_not_its_own() {
    let (home, _) = person();
    let note = home.write(&format!("{CONFIG}/articles/imported/family/.at-work"), "buy flowers\n");
    let output = run(&home, &["import", "family.ics"]);
    assert!(error(&output).contains(".at-work` is not from an import"), "{}", error(&output));
    assert_eq!(fs::read_to_string(note).unwrap(), "buy flowers\n");
    // A folder that cannot be made is told before an article is written.
    let (home, elsewhere) = person();
    home.write(&format!("{CONFIG}/days.d"), "mine\n");
    assert!(refused(&home, &["import", "family.ics"]).contains("days.d"));
    assert!(!home.path(CONFIG).join("articles").exists());
    assert_eq!(files(&elsewhere).len(), 1);
}

#[test]
fn an_export_leaves_what_was_changed_and_a_record_of_somebody_else() {
    let (home, elsewhere) = person();
    let out = home.path("out");
    let events =
        |folder: &Path| files(folder).into_values().filter(|text| text.contains("SUMMARY:Mine")).count();
    well(&home, &["export", "az", "-o", "out/"]);
    well(&home, &["export", "un", "-o", "out/"]);
    // One of each is changed; one is deleted, one is made a link.
    for pack in ["az-", "un-"] {
        let is_of = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with(pack);
        let paths: Vec<PathBuf> = files(&out).into_keys().filter(is_of).take(3).collect();
        let text = fs::read_to_string(&paths[0]).unwrap();
        fs::write(&paths[0], text.replace("SUMMARY:", "SUMMARY:Mine ")).unwrap();
        fs::remove_file(&paths[1]).unwrap();
        let moved = elsewhere.join(paths[2].file_name().unwrap());
        fs::rename(&paths[2], &moved).unwrap();
        link(&moved, &paths[2]);
    }
    let before = files(&elsewhere);
    // Also without a record, as where another program copied the calendars alone.
    for _ in 0..2 {
        for pack in ["az", "un"] {
            let said = error(&run(&home, &["export", pack, "-o", "out/"]));
            assert!(said.contains("stays as it is"), "{said}");
        }
        assert_eq!((events(&out), files(&elsewhere)), (2, before.clone()));
        fs::remove_file(out.join(".remembrance-export")).unwrap();
    }
    // The record.
    for (name, made) in [("link", true), ("file", false)] {
        let record = home.path(name).join(".remembrance-export");
        if made {
            link(&elsewhere.join("notes"), &record);
        } else {
            home.write(&format!("{name}/.remembrance-export"), "buy flowers\n");
        }
        let before = files(&home.path(name));
        let said = refused(&home, &["export", "az", "-o", &format!("{name}/")]);
        assert!(said.contains(".remembrance-export` is not from an export"), "{said}");
        assert_eq!((files(&home.path(name)), files(&elsewhere)), (before, files(&elsewhere)));
    }
    // One file.
    for arguments in [&["export", "az", "-o", "one"][..], &["export", "az", "--kholidays", "-o", "one"]] {
        well(&home, arguments);
        well(&home, arguments);
        let text = fs::read_to_string(home.path("one")).unwrap();
        for mine in
            [text.replacen("Black January", "My January", 1), format!("{text}\n"), "mine\n".to_owned()]
        {
            fs::write(home.path("one"), &mine).unwrap();
            let said = refused(&home, arguments);
            assert!(
                said.contains("since it was exported") || said.contains("is not from an export"),
                "{said}"
            );
            assert_eq!(fs::read_to_string(home.path("one")).unwrap(), mine);
        }
        fs::remove_file(home.path("one")).unwrap();
    }
}

#[test]
fn a_schema_of_somebody_else_stays_and_one_of_an_earlier_version_is_renewed() {
    let place = format!("{CONFIG}/remembrance.schema.json");
    let (home, elsewhere) = person();
    fs::remove_file(home.path(CONFIG).join("config.toml")).unwrap();
    home.write(&place, "{}\n");
    let output = run(&home, &["init"]);
    assert!(output.status.success() && error(&output).contains("stays as it is"), "{}", error(&output));
    assert_eq!(fs::read_to_string(home.path(&place)).unwrap(), "{}\n");
    for from in ["link", "person"] {
        fs::remove_file(home.path(CONFIG).join("config.toml")).unwrap();
        fs::remove_file(home.path(&place)).unwrap();
        if from == "link" {
            link(&elsewhere.join("notes"), &home.path(&place));
        }
        well(&home, &["init"]);
        assert_eq!(fs::read_to_string(elsewhere.join("notes")).unwrap(), "mine\n");
    }
    let ours = fs::read_to_string(home.path(&place)).unwrap();
    assert!(serde_json::from_str::<serde_json::Value>(&ours).unwrap()["properties"]["day"].is_object());
    let mine = ours.replacen("remembrance:", "remembrance, for me:", 1);
    assert_ne!(mine, ours);
    fs::write(home.path(&place), &mine).unwrap();
    run(&home, &["init"]);
    assert_eq!(fs::read_to_string(home.path(&place)).unwrap(), mine);
}

#[test]
fn a_config_behind_a_link_to_a_disk_that_is_not_there_is_not_begun_beside_it() {
    let (home, _) = person();
    let config = home.path(CONFIG).join("config.toml");
    fs::remove_file(&config).unwrap();
    link(&home.path("disk/config.toml"), &config);
    let said = refused(&home, &["add", "Ana", "March 12"]);
    assert!(said.contains("a link into a folder that is not there"), "{said}");
    assert!(!home.path("disk").exists() && config.is_symlink());
}

#[test]
fn uninstall_removes_nothing_behind_a_link() {
    let (mut home, elsewhere) = person();
    home.script("systemctl", "exit 0");
    let program = home.path("bin/remembrance");
    crate::common::copy_program(&program);
    home.set("LC_ALL", "C.UTF-8");
    let service = |home: &Home, what: &str| {
        let output = home.command(program.to_str().unwrap()).args(["service", what]).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    service(&home, "install");
    let data = home.path(".local/share");
    // A folder on the way, a file, and a file of the person's beside.
    fs::rename(data.join("icons"), elsewhere.join("icons")).unwrap();
    link(&elsewhere.join("icons"), &data.join("icons"));
    fs::rename(data.join("applications/remembrance.desktop"), elsewhere.join("desktop")).unwrap();
    link(&elsewhere.join("desktop"), &data.join("applications/remembrance.desktop"));
    home.write(".local/share/systemd/user/remembrance.service.d/mine.conf", "[Service]\n");
    let before = files(&elsewhere);
    let said = service(&home, "uninstall");
    assert_eq!(said.matches("Left as it is, since it is behind a link").count(), 3, "{said}");
    assert_eq!(files(&elsewhere), before);
    let left: Vec<_> = files(&data.join("systemd")).into_keys().collect();
    assert_eq!(left, [data.join("systemd/user/remembrance.service.d/mine.conf")]);
}
