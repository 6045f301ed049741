//! Calendars of other programs in and out, with those programs as judges: khal, python-icalendar, python-dateutil, libical.

use crate::common::{Home, REMEMBRANCE};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Output;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calendars").join(name)
}

/// A person who follows nothing, on November 23, 2026.
fn home() -> Home {
    let home = Home::new();
    home.config("follow = []\n");
    home
}

fn run(home: &Home, arguments: &[&str]) -> Output {
    let now = ["--now", "2026-11-23 12:00"];
    home.command(REMEMBRANCE).args(arguments).args(now).output().unwrap()
}

/// What a command printed, which ended well.
fn well(home: &Home, arguments: &[&str]) -> String {
    let output = run(home, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", error(&output));
    String::from_utf8(output.stdout).unwrap()
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What the judge says, which found no fault. The interpreter is the one that Debian's packages are for.
fn judge(home: &Home, arguments: &[&str]) -> String {
    let output = home.command("/usr/bin/python3").arg(sample("judge.py")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", error(&output));
    String::from_utf8(output.stdout).unwrap()
}

/// The dates of each day by its name, from 2020 to 2040.
fn listed(home: &Home) -> BTreeMap<String, BTreeSet<String>> {
    let list = home.json(&["list", "--from", "2020-01-01", "--to", "2040-12-31", "--json"]);
    let mut days = BTreeMap::<String, BTreeSet<String>>::new();
    for one in list.as_array().unwrap() {
        let text = |key: &str| one[key].as_str().unwrap().to_owned();
        days.entry(text("name")).or_default().insert(text("date"));
    }
    days
}

#[test]
fn what_is_exported_is_sound_and_has_our_dates() {
    let home = home();
    home.config("follow = [\"az\", \"gb\", \"il\", \"un\", \"jewish\", \"orthodox\", \"shia\"]\n");
    let said = well(&home, &["export", "--years", "15", "-o", "days.ics"]);
    let days: BTreeSet<String> = listed(&home).into_keys().collect();
    assert!(said.contains(&format!("of {} days", days.len())), "{said}");
    judge(&home, &["valid", "days.ics"]);
    let in_window = |date: &String| ("2026-01-01".."2041-01-01").contains(&date.as_str());
    let ours: BTreeSet<String> = listed(&home).into_values().flatten().filter(in_window).collect();
    let theirs: BTreeMap<String, BTreeSet<String>> =
        serde_json::from_str(&judge(&home, &["dates", "days.ics"])).unwrap();
    let theirs: BTreeSet<String> = theirs.into_values().flatten().filter(in_window).collect();
    assert_eq!(theirs, ours);
    for language in ["az", "ru", "tr"] {
        fs::write(home.path("x.ics"), well(&home, &["export", "--lang", language])).unwrap();
        judge(&home, &["valid", "x.ics"]);
    }
}

#[test]
fn khal_shows_the_days_of_a_folder() {
    let home = home();
    home.config("follow = [\"az-january-20\"]\n");
    well(&home, &["export", "-o", "memorial/"]);
    home.write(
        ".config/khal/config",
        &format!(
            "[calendars]\n[[memorial]]\npath = {}\n[locale]\nlocal_timezone = Asia/Baku\ndefault_timezone = Asia/Baku\n\
             dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n\
             longdatetimeformat = %Y-%m-%d %H:%M\ntimeformat = %H:%M\n",
            home.path("memorial").display()
        ),
    );
    let khal = home.command("khal").args(["list", "2027-01-20", "2027-01-21"]).output().unwrap();
    let said = String::from_utf8_lossy(&khal.stdout).into_owned();
    assert!(said.contains("Black January"), "{said}{}", error(&khal));
    assert!(said.contains("12:00-12:01 A minute of silence · Black January"), "{said}");
}

#[test]
fn some_hundred_random_recurrences_have_the_dates_of_dateutil() {
    let home = home();
    home.write("random.ics", &judge(&home, &["random", "20270120", "400"]));
    assert_eq!(
        well(&home, &["import", "random.ics"]),
        format!(
            "Imported 400 days into {}.\n",
            home.path(".config/remembrance/days.d/random.toml").display()
        )
    );
    let theirs: BTreeMap<String, BTreeSet<String>> =
        serde_json::from_str(&judge(&home, &["dates", "random.ics"])).unwrap();
    let ours = listed(&home);
    for (name, dates) in theirs.into_iter().filter(|(_, dates)| !dates.is_empty()) {
        assert_eq!(ours.get(&name), Some(&dates), "{name}");
    }
}

#[test]
fn the_dialects_of_calendars_are_understood() {
    let table: [(&str, &[&str], &[&str]); 6] = [
        (
            "google.ics",
            &["Grandmother 2027-03-12", "Walk to the memorial 2027-02-26", "Walk to the memorial 2029-02-26"],
            &[],
        ),
        ("apple.ics", &["Baba 2028-02-29"], &[]),
        (
            "outlook.ics",
            &["Kranzniederlegung 2027-11-21", "Kranzniederlegung 2028-11-19"],
            &["`LOCATION` is not carried"],
        ),
        (
            "nextcloud.ics",
            &["Память о дедушке, который любил долгие прогулки у моря и умел слушать 2027-05-16"],
            &["nextcloud.ics:28: `VTODO` is not an event"],
        ),
        (
            "family.vcf",
            &[
                "Ana Aliyeva: birthday 2027-03-12",
                "Ana Aliyeva: day of death 2027-03-01",
                "Vali Aliyev: Anniversary 2027-06-10",
                "Vali Aliyev: birthday 2027-02-28",
            ],
            &[],
        ),
        (
            "koi8.calendar",
            &[
                "День памяти жертв политических репрессий 2027-10-30",
                "Радоница 2027-05-11",
                "День памяти 2027-11-27",
            ],
            &["read as KOI8-R", ":9: `32/13` is not a date"],
        ),
    ];
    for (file, expected, told) in table {
        let home = home();
        let output = run(&home, &["import", sample(file).to_str().unwrap()]);
        let list = home.json(&["list", "--from", "2027-01-01", "--to", "2029-12-31", "--json"]);
        let said =
            |one: &Value| format!("{} {}", one["name"].as_str().unwrap(), one["date"].as_str().unwrap());
        let list: Vec<String> = list.as_array().unwrap().iter().map(said).collect();
        for one in expected {
            assert!(list.iter().any(|listed| listed == one), "{file}: {one}: {list:?}");
        }
        let error = error(&output);
        for one in told {
            assert!(error.contains(one), "{file}: {one}: {error}");
        }
        let has_loss = ["nextcloud.ics", "koi8.calendar"].contains(&file);
        assert_eq!(output.status.code(), Some(i32::from(has_loss)), "{file}: {error}");
        assert_eq!(home.printed(&["check"]).lines().count(), 1);
    }
}

#[test]
fn importing_again_changes_nothing() {
    let home = home();
    let google = sample("google.ics").to_str().unwrap().to_owned();
    well(&home, &["import", &google]);
    let table = home.path(".config/remembrance/days.d/google.toml");
    let (first, inode) = (fs::read_to_string(&table).unwrap(), fs::metadata(&table).unwrap().ino());
    assert!(well(&home, &["import", &google]).contains("nothing has changed"));
    assert_eq!(
        (fs::read_to_string(&table).unwrap(), fs::metadata(&table).unwrap().ino()),
        (first.clone(), inode)
    );
    // The words of the calendar are the article.
    let ids: Vec<&str> =
        first.lines().filter_map(|line| line.strip_prefix("[day.")?.strip_suffix(']')).collect();
    let shown: Vec<String> =
        ids.iter().map(|id| String::from_utf8(run(&home, &["show", id]).stdout).unwrap()).collect();
    assert!(shown.iter().any(|text| text.contains("She kept the garden.")), "{shown:?}");
    // What a person changed in it is not lost.
    fs::write(&table, first.replace("Grandmother", "Nənə")).unwrap();
    let refused = run(&home, &["import", &google]);
    assert!(error(&refused).contains("was changed by hand"), "{}", error(&refused));
    assert!(fs::read_to_string(&table).unwrap().contains("Nənə"));
}

#[test]
fn a_folder_of_events_is_written_once_and_kept_tidy() {
    let home = home();
    home.config("follow = [\"az\"]\n");
    home.write("memorial/mine.ics", "BEGIN:VCALENDAR\nPRODID:x\nEND:VCALENDAR\n");
    well(&home, &["export", "-o", "memorial"]);
    let state = || -> BTreeMap<PathBuf, u64> {
        let files = fs::read_dir(home.path("memorial")).unwrap().map(|entry| entry.unwrap());
        files.map(|file| (file.path(), file.metadata().unwrap().ino())).collect()
    };
    let first = state();
    assert!(well(&home, &["export", "-o", "memorial"]).contains(" 0 written"));
    assert_eq!(state(), first);
    // One event changes: only its file does, and it says when.
    home.config("follow = [\"az\"]\n[day.az-khojaly]\nname = \"Khojaly\"\nmoment = false\n");
    well(&home, &["export", "-o", "memorial"]);
    let changed = fs::read_to_string(home.path("memorial/az-khojaly.ics")).unwrap();
    assert!(
        changed.contains("SUMMARY:Khojaly\r\n") && changed.contains("DTSTAMP:20261123T080000Z"),
        "{changed}"
    );
    let second = state();
    let same = first.iter().filter(|(path, inode)| second.get(*path) == Some(inode)).count();
    // Its moment is gone, and so the record of the folder is another.
    assert_eq!((same, second.len()), (first.len() - 3, first.len() - 1));
    // Another selection into the same folder leaves what the first wrote.
    let said = well(&home, &["export", "un", "-o", "memorial"]);
    assert!(said.contains(" 0 removed"), "{said}");
    assert!(second.keys().all(|path| path.exists()), "{said}");
    // What another program changed is its own from then on, and so is what a person changed.
    let edited = changed.replace("-//remembrance//", "-//khal//");
    fs::write(home.path("memorial/az-khojaly.ics"), &edited).unwrap();
    let of_person = home.path("memorial/az-oath-day.ics");
    let other = state().into_keys().find(|path| {
        path.to_string_lossy().contains("/az-")
            && !path.to_string_lossy().contains("black")
            && !path.ends_with("az-khojaly.ics")
    });
    let of_person = other.unwrap_or(of_person);
    let text = fs::read_to_string(&of_person).unwrap().replace("SUMMARY:", "SUMMARY:Our ");
    fs::write(&of_person, &text).unwrap();
    home.config("follow = [\"az-january-20\"]\n");
    let output = run(&home, &["export", "-o", "memorial"]);
    assert!(error(&output).contains("was changed since it was exported"), "{}", error(&output));
    let left: Vec<PathBuf> = state()
        .into_keys()
        .filter(|path| {
            path.to_string_lossy().contains("/az-") && !path.to_string_lossy().contains("az-black")
        })
        .collect();
    let mut expected = vec![home.path("memorial/az-khojaly.ics"), of_person.clone()];
    expected.sort();
    assert_eq!(left, expected);
    assert_eq!(fs::read_to_string(home.path("memorial/az-khojaly.ics")).unwrap(), edited);
    assert_eq!(fs::read_to_string(of_person).unwrap(), text);
    // A file that is no export is not written over.
    let refused = run(&home, &["export", "-o", "memorial/mine.ics"]);
    assert!(error(&refused).contains("is not from an export"), "{}", error(&refused));
}

#[test]
fn bad_input_is_told_and_loses_nothing() {
    let home = home();
    let good = fs::read_to_string(sample("google.ics")).unwrap();
    home.write("a.ics", &good);
    well(&home, &["import", "a.ics"]);
    let table = home.path(".config/remembrance/days.d/a.toml");
    let kept = fs::read_to_string(&table).unwrap();
    let cases: [(&str, Vec<u8>, &str); 6] = [
        ("cut off", good.as_bytes()[..good.len() / 2].to_vec(), "the file was cut off"),
        ("binary", vec![0xff; 100], "no line begins with `BEGIN:`"),
        ("empty", Vec::new(), "it is empty"),
        ("deep", "BEGIN:X\n".repeat(100_000).into_bytes(), "nest too deep"),
        ("endless", "BEGIN:VEVENT\n".repeat(100_000).into_bytes(), "`VEVENT` has no end (99999 times)"),
        (
            "long",
            [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:".to_vec(), vec![b'x'; 7 << 20]].concat(),
            "the line is too long",
        ),
    ];
    let is_refused = |name: &str, path: &str, message: &str| {
        let output = run(&home, &["import", path, "--name", "a"]);
        let said = error(&output);
        assert!(said.contains(message), "{name}: {said}");
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert_eq!(fs::read_to_string(&table).unwrap(), kept, "{name}");
    };
    for (name, bytes, message) in cases {
        fs::write(home.path("a.ics"), bytes).unwrap();
        is_refused(name, "a.ics", message);
        is_refused(name, "a.ics", "nothing was changed");
    }
    fs::File::create(home.path("a.ics")).unwrap().set_len(300 << 20).unwrap();
    is_refused("300 MiB", "a.ics", "larger than 256 MiB");
    is_refused("missing", "missing.ics", "there is no such file");
    is_refused("a device", "/dev/zero", "it is not a regular file");
}

#[test]
fn a_calendar_cannot_change_the_days_of_others() {
    let home = home();
    home.config("follow = [\"az-january-20\"]\n");
    home.write(
        "evil.ics",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:az-black-january@remembrance\nSUMMARY:Something else\n\
         DTSTART:20270405\nEND:VEVENT\nEND:VCALENDAR\n",
    );
    let output = run(&home, &["import", "evil.ics"]);
    assert!(error(&output).contains("the day `az-black-january` is kept already"), "{}", error(&output));
    assert_eq!(output.status.code(), Some(1));
    assert!(listed(&home).contains_key("Black January"));
}

#[test]
fn a_calendar_that_is_followed_is_kept_live_and_never_written_to() {
    let mut home = home();
    let google = fs::read_to_string(sample("google.ics")).unwrap();
    let event = home.write(".calendars/memorial/a.ics", &google);
    home.config("follow = []\n[[calendar]]\npath = \"~/.calendars/memorial\"\n");
    assert!(listed(&home).contains_key("Grandmother"));
    assert_eq!(home.printed(&["check"]), "No mistakes; 2 days are kept.\n");

    let _bus = home.bus();
    let daemon = home.daemon("2027-03-11 12:00");
    daemon.notifies("STATUS=next: Grandmother, 2027-03-11 17:00");
    // Another program syncs: it writes beside and renames, as vdirsyncer does.
    let beside = home
        .write(".calendars/memorial/.b.tmp", &google.replace("Grandmother", "Nənə").replace("0c1v", "1c1v"));
    fs::rename(beside, home.path(".calendars/memorial/b.ics")).unwrap();
    fs::remove_file(&event).unwrap();
    daemon.notifies("STATUS=next: Nənə, 2027-03-11 17:00");
    // Half a file is no reason to forget what was whole.
    fs::write(home.path(".calendars/memorial/b.ics"), &google[..google.len() / 2]).unwrap();
    daemon.says("going on with the last good one");
    assert_eq!(fs::read_dir(home.path(".calendars/memorial")).unwrap().count(), 1);
    assert_eq!(daemon.ends("TERM"), Some(0));

    // More than the daemon can hold is told, and the days of the configuration are kept.
    let event = |n: usize| format!("BEGIN:VEVENT\nUID:{n}\nSUMMARY:S\nDTSTART:20270120\nEND:VEVENT\n");
    let many: String = (0..2001).map(event).collect();
    home.write(".calendars/memorial/b.ics", &format!("BEGIN:VCALENDAR\n{many}END:VCALENDAR\n"));
    assert!(String::from_utf8_lossy(&run(&home, &["check"]).stdout).contains("more than 2000 days"));

    // A calendar that is missing is told.
    let elsewhere = "follow = [\"az-january-20\"]\n[[calendar]]\npath = \"~/.calendars/none\"\n";
    home.config(elsewhere);
    let check = run(&home, &["check"]);
    assert!(String::from_utf8_lossy(&check.stdout).contains("there is no such file"));
}

#[test]
fn what_was_exported_is_known_where_it_comes_back() {
    let home = home();
    let own = "[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\n";
    home.config(&format!("follow = [\"az\", \"orthodox\"]\n{own}"));
    let days = listed(&home);
    let coming = |home: &Home| home.json(&["next", "40", "--json", "--now", "2027-01-19 12:00"]);
    let reminders = coming(&home);
    // README's two examples, a few times over.
    for _ in 0..3 {
        well(&home, &["export", "-o", "memorial/"]);
        let calendar = "[[calendar]]\npath = \"~/memorial\"\n";
        home.config(&format!("follow = [\"az\", \"orthodox\"]\n{own}{calendar}"));
        assert_eq!((listed(&home), coming(&home)), (days.clone(), reminders.clone()));
        assert_eq!(home.printed(&["check"]).lines().count(), 1);
    }
    // Another machine that keeps nothing else has each day once, with its moment, and exports none of them.
    let other = self::home();
    let folder = home.path("memorial");
    other.config(&format!("follow = []\n[[calendar]]\npath = \"{}\"\n", folder.display()));
    let due = |coming: &Value| -> Vec<(String, String)> {
        let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
        coming.as_array().unwrap().iter().map(|one| (text(one, "day"), text(one, "due"))).take(10).collect()
    };
    assert_eq!(due(&coming(&other)), due(&reminders));
    let exported = run(&other, &["export"]);
    assert!(!String::from_utf8_lossy(&exported.stdout).contains("BEGIN:VEVENT"));
    assert!(error(&exported).contains("from followed calendars"), "{}", error(&exported));
}

#[test]
fn an_import_never_takes_the_place_of_another_source() {
    let home = home();
    let event = |uid: &str, text: &str| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:{uid}\nSUMMARY:{uid}\nDTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\n\
             DESCRIPTION:{text}\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    home.write("family.ics", &event("a", "She kept the garden."));
    home.write("family.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nBDAY:19400420\nEND:VCARD\n");
    for said in ["", "nothing has changed"] {
        for file in ["family.ics", "family.vcf"] {
            let printed = well(&home, &["import", file]);
            assert!(printed.contains(said), "{printed}");
        }
    }
    assert!(listed(&home).contains_key("a") && listed(&home).contains_key("Ana: birthday"));
    let refused = run(&home, &["import", "family.vcf", "--name", "family"]);
    assert!(error(&refused).contains("is from another calendar"), "{}", error(&refused));
    // The same calendar from another folder is the same.
    home.write("moved/family.ics", &event("a", "She kept the garden."));
    well(&home, &["import", "moved/family.ics"]);
    assert_eq!(fs::read_dir(home.path(".config/remembrance/days.d")).unwrap().count(), 2);

    // What a person wrote among the articles stays, and is named.
    let articles = home.path(".config/remembrance/articles/imported/family");
    let article = fs::read_dir(&articles).unwrap().next().unwrap().unwrap().path();
    fs::write(&article, "a\n\nMy memoir\n").unwrap();
    fs::write(articles.join("my-own.txt"), "mine").unwrap();
    let output = run(&home, &["import", "moved/family.ics"]);
    assert_eq!(fs::read_to_string(&article).unwrap(), "a\n\nMy memoir\n");
    assert_eq!(fs::read_to_string(articles.join("my-own.txt")).unwrap(), "mine");
    for named in ["was changed since it was imported", "my-own.txt` is not from an import"] {
        assert!(error(&output).contains(named), "{}", error(&output));
    }
    // Through a link into another folder nothing is written.
    let elsewhere = home.path("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, home.path(".config/remembrance/articles/imported/b")).unwrap();
    home.write("b.ics", &event("b", "Another text."));
    let output = run(&home, &["import", "b.ics"]);
    assert!(error(&output).contains("is a link: no article was written"), "{}", error(&output));
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn what_a_followed_calendar_loses_is_told_by_its_file() {
    let home = home();
    let event = |n: usize, rule: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{n}\nSUMMARY:S{n}\nDTSTART;VALUE=DATE:20190312\nRRULE:FREQ={rule}\nEND:VEVENT\n"
        )
    };
    let calendar = |events: String| format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n");
    home.write("c/a.ics", &calendar(event(1, "YEARLY") + &event(2, "SECONDLY") + &event(3, "HOURLY")));
    home.write("c/b.ics", &calendar(event(4, "YEARLY")));
    home.write("c/j.ics", "[\"vcalendar\", [], []]\n");
    home.config("follow = [\"az-january-20\"]\n[[calendar]]\npath = \"~/c\"\n");
    let said = String::from_utf8(run(&home, &["check"]).stdout).unwrap();
    for one in
        ["`S2` is left out", "1 more are left out", "c/a.ics", "it is JSON, as jCal", "1 mistake, 1 warning"]
    {
        assert!(said.contains(one), "{one}: {said}");
    }
    fs::remove_file(home.path("c/j.ics")).unwrap();
    let doctor = String::from_utf8(run(&home, &["doctor"]).stdout).unwrap();
    assert!(doctor.contains("3 days are kept; ") && doctor.contains("`S2` is left out"), "{doctor}");
    let kept = listed(&home);
    assert!(["Black January", "S1", "S4"].iter().all(|name| kept.contains_key(*name)), "{:?}", kept.keys());
}

#[test]
fn a_folder_without_a_calendar_is_a_warning_and_one_with_an_empty_calendar_is_none() {
    let mut home = home();
    let _bus = home.bus();
    home.config("follow = [\"az-january-20\"]\n[[calendar]]\npath = \"~/c\"\n");
    home.write("c/notes.txt", "not a calendar\n");
    home.write("c/.hidden/a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
    let told = "there is no calendar in the folder";
    let checked = run(&home, &["check"]);
    let said = String::from_utf8(checked.stdout).unwrap();
    assert!(checked.status.success() && said.contains(told) && said.contains("1 warning"), "{said}");
    let doctor = String::from_utf8(run(&home, &["doctor"]).stdout).unwrap();
    assert!(doctor.contains(told), "{doctor}");
    // In the journal once, whatever is saved meanwhile.
    let daemon = home.daemon("2026-11-23 12:00");
    daemon.says(told);
    daemon.says("Next: ");
    let status = String::from_utf8(run(&home, &["status"]).stdout).unwrap();
    assert!(status.contains("\nThere is no calendar in the folder"), "{status}");
    home.config("follow = [\"az-january-20\"]\n[[calendar]]\npath = \"~/c\"\n# saved\n");
    daemon.says("Read the configuration again");
    let said = daemon.said();
    assert!(!said.iter().any(|line| line.contains(told)), "{said:?}");
    assert_eq!(daemon.ends("TERM"), Some(0));
    home.write("c/family.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n");
    let said = String::from_utf8(run(&home, &["check"]).stdout).unwrap();
    assert!(said.contains("No mistakes") && !said.contains(told), "{said}");
}

#[test]
fn files_of_calendar_include_those_of_their_folder_only() {
    let home = home();
    home.write("c/calendar.all", "#include <de/calendar.fest>\n#include \"calendar.own\"\n#include </etc/passwd>\n#include <../secret>\n");
    home.write("c/de/calendar.fest", "LANG=de_DE.UTF-8\n#include <calendar.all>\n03 Okt.\tEinheit\n");
    home.write("c/calendar.own", "06/01\tOurs\n");
    home.write("secret", "01/01\tNot to be read\n");
    let output = run(&home, &["import", "c/calendar.all"]);
    for named in [":3: `/etc/passwd` is not in this folder", ":4: `../secret` is not in this folder"] {
        assert!(error(&output).contains(named), "{}", error(&output));
    }
    assert_eq!(listed(&home).into_keys().collect::<Vec<_>>(), ["Einheit", "Ours"]);
    // A file of a folder may name that folder.
    home.write("de_DE/calendar.all", "#include <de_DE/calendar.fest>\n");
    home.write("de_DE/calendar.fest", "10/03\tTag der Einheit\n");
    well(&home, &["import", "de_DE/calendar.all", "--name", "german"]);
    assert!(listed(&home).contains_key("Tag der Einheit"));
    // A folder is read as a whole, each file once.
    let home = self::home();
    home.write("c/calendar.all", "#include <calendar.own>\n");
    home.write("c/calendar.own", "06/01\tOurs\n");
    well(&home, &["import", "c"]);
    assert_eq!(listed(&home).len(), 1);
}

/// The most memory that a command took, in KiB, and what it printed.
fn peak_kib(home: &Home, arguments: &[&str]) -> (u64, String) {
    let run =
        home.command("/usr/bin/python3").args(["-c", PEAK, REMEMBRANCE]).args(arguments).output().unwrap();
    let peak = error(&run).trim().parse().unwrap_or_else(|_| panic!("{}", error(&run)));
    (peak, String::from_utf8(run.stdout).unwrap())
}

/// Whatever stands beside January 20 is read in less than the daemon has, and January 20 is kept. `check` takes as much as
/// `list` does: it is the reading that takes it.
fn is_within_the_daemon(home: &Home, name: &str) {
    let (peak, list) = peak_kib(home, &["list", "2027", "--json"]);
    assert!(peak < 48 * 1024, "{name}: {peak} KiB");
    assert!(list.contains("Black January"), "{name}: {list}");
}

/// A file of many: all of them count, in one line, whether they say the same or not.
#[test]
fn events_that_cannot_be_carried_are_one_line_with_their_number() {
    let home = home();
    home.config("follow = []\n[[calendar]]\npath = \"~/c.ics\"\n");
    for (count, summary) in [(20_000, "S {}"), (20_000, "S"), (1000, "S {}"), (1001, "S {}"), (1002, "S {}")]
    {
        let event = |n: usize| {
            let summary = summary.replace("{}", &n.to_string());
            format!(
                "BEGIN:VEVENT\nUID:{n}@x\nSUMMARY:{summary}\nDTSTART:20190312\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n"
            )
        };
        let events: String = (0..count).map(event).collect();
        home.write("c.ics", &format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"));
        let check = run(&home, &["check", "--json"]);
        let told: Value = serde_json::from_slice(&check.stdout).unwrap();
        let ours: Vec<&str> =
            told.as_array().unwrap().iter().filter_map(|one| one["message"].as_str()).collect();
        let expected = format!("({} more are left out)", count - 1);
        assert!(ours.len() == 1 && ours[0].ends_with(&expected), "{count} {summary}: {ours:?}");
    }
}

/// Each of many files has its own number, also where there are more notes than are kept.
#[test]
fn events_of_many_files_that_cannot_be_carried_are_counted_for_each_file() {
    let home = home();
    home.config("follow = []\n[[calendar]]\npath = \"~/c\"\n");
    let event = |n: usize| {
        format!("BEGIN:VEVENT\nUID:{n}@x\nSUMMARY:S {n}\nDTSTART:20190312\nRRULE:FREQ=SECONDLY\nEND:VEVENT\n")
    };
    for file in 0..15 {
        let events: String = (0..1500).map(|n| event(file * 1500 + n)).collect();
        home.write(&format!("c/{file:02}.ics"), &format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"));
    }
    let check = run(&home, &["check", "--json"]);
    let told: Value = serde_json::from_slice(&check.stdout).unwrap();
    let told = told.as_array().unwrap();
    assert_eq!(told.len(), 15, "{told:?}");
    for one in told {
        assert!(one["message"].as_str().unwrap().ends_with("(1499 more are left out)"), "{one}");
    }
}

/// What `part` makes of each number below `count`, one after the other.
fn each(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

const OBSERVANCE: &str = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0400\nTZOFFSETTO:+0400\n\
                          RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\n";

fn vtimezone(number: usize) -> String {
    format!("BEGIN:VTIMEZONE\nTZID:Own {number}\n{OBSERVANCE}END:VTIMEZONE\n")
}

/// So many dates of the next years.
fn dates(count: usize) -> String {
    let date = |n: usize| format!("{:04}{:02}{:02}", 2027 + n / 336, n / 28 % 12 + 1, n % 28 + 1);
    (0..count).map(date).collect::<Vec<_>>().join(",")
}

/// Runs a command, and prints the most memory that it took where its errors would stand.
const PEAK: &str = "import resource, subprocess, sys\n\
                    subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL)\n\
                    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)\n";

/// Files of calendar(1) that would take minutes, or memory, without a bound.
#[test]
fn no_followed_file_of_calendar_takes_more_than_the_daemon_has() {
    let home = home();
    home.config("follow = [\"az-january-20\"]\n[[calendar]]\npath = \"~/calendar\"\n");
    let table = [
        ("continued lines", "01/20\tx\n".to_owned() + &"\tmore\n".repeat(1_300_000)),
        ("files to include", "#include <x>\n".repeat(600_000)),
        ("names of feasts", each(500_000, |n| format!("Easter=E{n}\n"))),
        ("one line", "01/20\t".to_owned() + &"x".repeat(8_000_000)),
    ];
    for (name, text) in table {
        home.write("calendar", &text);
        is_within_the_daemon(&home, name);
    }
}

/// What is imported is kept, or nothing is written: the configuration reads only so much text.
#[test]
fn an_import_that_the_configuration_would_not_read_is_refused() {
    let home = home();
    let event = |n: usize| {
        let text = "He was born in Baku. ".repeat(5);
        format!(
            "BEGIN:VEVENT\nUID:{n}@x\nSUMMARY:M {n}\nDTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\nDESCRIPTION:{text}\nEND:VEVENT\n"
        )
    };
    home.write("many.ics", &format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", each(10_000, event)));
    home.write(
        "more.ics",
        &format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", each(16_000, |n| event(n + 10_000))),
    );
    well(&home, &["import", "many.ics"]);
    let list = home.json(&["list", "--from", "2027-03-12", "--to", "2027-03-12", "--json"]);
    assert_eq!(list.as_array().unwrap().len(), 10_000);
    let refused = run(&home, &["import", "more.ics"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        error(&refused).contains("the configuration would have more than 2048 KiB"),
        "{}",
        error(&refused)
    );
    for written in ["days.d/more.toml", "articles/imported/more"] {
        assert!(!home.path(&format!(".config/remembrance/{written}")).exists(), "{written}");
    }
}

/// Tens of megabytes of pictures cost what is left without them, in an import and in the daemon.
#[test]
fn an_address_book_is_read_without_its_pictures() {
    let home = home();
    let picture = format!(" {}\r\n", "QUJD".repeat(18)).repeat(280);
    let card = |n: usize| {
        let day = n % 28 + 1;
        format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:P {n}\r\nPHOTO;ENCODING=b;TYPE=JPEG:QUJD\r\n{picture}BDAY:199001{day:02}\r\nEND:VCARD\r\n"
        )
    };
    home.write("people.vcf", &(0..1900).map(card).collect::<String>());
    let size = fs::metadata(home.path("people.vcf")).unwrap().len();
    assert!(size > 36 << 20, "{size}");
    // How much of the program itself is in memory depends on the machine; it is the same for one card.
    home.write("one.vcf", &card(0));
    let (one, _) = peak_kib(&home, &["import", "one.vcf"]);
    fs::remove_file(home.path(".config/remembrance/days.d/one.toml")).unwrap();
    let limit = one + 12 * 1024;
    let (peak, _) = peak_kib(&home, &["import", "people.vcf"]);
    assert_eq!(listed(&home).len(), 1900);
    assert!(peak < limit, "an import took {peak} KiB, that of one card {one}");
    fs::remove_file(home.path(".config/remembrance/days.d/people.toml")).unwrap();
    home.config("follow = []\n[[calendar]]\npath = \"~/people.vcf\"\n");
    let (peak, _) = peak_kib(&home, &["check"]);
    assert_eq!(listed(&home).len(), 1900);
    assert!(peak < limit, "following it took {peak} KiB, the import of one card {one}");
    // A mistake after all the pictures has the number of its line.
    let text = fs::read_to_string(home.path("people.vcf")).unwrap();
    home.write("people.vcf", &(text.clone() + "BEGIN:VCARD\r\nFN:X\r\nBDAY:never\r\nEND:VCARD\r\n"));
    let check = String::from_utf8(run(&home, &["check"]).stdout).unwrap();
    assert!(check.contains(&format!("people.vcf:{}", text.lines().count() + 3)), "{check}");
}

/// Events with these lines, each with a UID of its own.
fn many(count: usize, lines: &str) -> String {
    (0..count).map(|n| event(n, lines)).collect()
}

fn event(n: usize, lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:{n}@x\nSUMMARY:M {n}\n{lines}END:VEVENT\n")
}

const YEARLY: &str = "DTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY\n";
const TIMED: &str = "DTSTART;TZID=Asia/Baku:20190312T120000\nRRULE:FREQ=YEARLY\n";

/// Whether calendars of these events, each followed alone, are read within the daemon's memory.
fn are_within_the_daemon(table: &[(&str, String)]) {
    let home = home();
    home.config("follow = [\"az-january-20\"]\n[[calendar]]\npath = \"~/c.ics\"\n");
    for (name, events) in table {
        home.write("c.ics", &format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"));
        is_within_the_daemon(&home, name);
    }
}

#[test]
fn no_events_of_a_followed_calendar_take_more_memory_than_the_daemon_has() {
    let table = [
        ("yearly", many(40_000, YEARLY)),
        ("timed", many(17_500, TIMED)),
        ("single", many(60_000, "DTSTART;VALUE=DATE:20280312\n")),
        ("properties", format!("BEGIN:VEVENT\n{}END:VEVENT\n", "UID:1\n".repeat(1_300_000))),
        ("nested", "BEGIN:VEVENT\n".repeat(400_000)),
        ("changes", many(60_000, "DTSTART:20270120\nRECURRENCE-ID:20270120\n")),
        ("dates", many(300, &format!("{YEARLY}RDATE;VALUE=DATE:{}\n", dates(2000)))),
        (
            "lines of dates",
            event(1, &format!("{YEARLY}{}", format!("RDATE;VALUE=DATE:{}\n", dates(90_000)).repeat(8))),
        ),
    ];
    are_within_the_daemon(&table);
}

#[test]
fn no_zones_and_no_other_parts_of_a_followed_calendar_take_more_memory_than_the_daemon_has() {
    let table = [
        ("zones", (0..30_000).map(vtimezone).collect::<String>() + &event(1, TIMED)),
        ("changes of zones", vtimezone(1).replace("END:VT", &format!("{}END:VT", OBSERVANCE.repeat(60_000)))),
        (
            "names of zones",
            (0..60_000)
                .map(|n| {
                    event(
                        n,
                        &TIMED
                            .replace("2019", "2010")
                            .replace("RRULE:FREQ=YEARLY", "")
                            .replace("Asia/Baku", &format!("Z{n}")),
                    )
                })
                .collect(),
        ),
        ("calendars", "END:VCALENDAR\nBEGIN:VCALENDAR\n".repeat(250_000)),
        (
            "zones of calendars",
            each(150_000, |n| format!("X-WR-TIMEZONE:Z{n}\nEND:VCALENDAR\nBEGIN:VCALENDAR\n")),
        ),
        ("other components", each(250_000, |n| format!("BEGIN:X{n}\nEND:X{n}\n"))),
        ("descriptions", many(1900, &format!("{YEARLY}DESCRIPTION:{}\n", "x".repeat(4000)))),
        (
            "a long name of a card",
            format!(
                "END:VCALENDAR\nBEGIN:VCARD\nFN:{}\n{}END:VCARD\n",
                "x".repeat(1_000_000),
                "BDAY:x\n".repeat(5000)
            ),
        ),
        (
            "a long UID of a card",
            format!(
                "END:VCALENDAR\nBEGIN:VCARD\nFN:x\nUID:{}\n{}END:VCARD\n",
                "x".repeat(1_000_000),
                "BDAY:19900312\n".repeat(5000)
            ),
        ),
    ];
    are_within_the_daemon(&table);
}

#[test]
fn no_folder_of_calendars_takes_more_memory_than_the_daemon_has() {
    let home = home();
    // What many files of a folder have counts together.
    home.config("follow = [\"az-january-20\"]\n[[calendar]]\npath = \"~/c\"\n");
    for n in 0..900 {
        let text = event(n, &format!("{YEARLY}DESCRIPTION:{}\n", "x".repeat(60_000)));
        let text = text.replace("SUMMARY:", &format!("SUMMARY:{}", "x".repeat(60_000)));
        home.write(&format!("c/{n}.ics"), &format!("BEGIN:VCALENDAR\n{text}END:VCALENDAR\n"));
    }
    is_within_the_daemon(&home, "folder");
    home.config("follow = [\"az-january-20\"]\n[[calendar]]\npath = \"~/c.ics\"\n");
    // Thousands of old meetings do not count, and what is too much has a place.
    home.write(
        "c.ics",
        &format!(
            "BEGIN:VCALENDAR\n{}{}END:VCALENDAR\n",
            many(5000, "DTSTART:20180312\n"),
            event(9999, YEARLY).replace("M 9999", "Memorial")
        ),
    );
    assert!(listed(&home).contains_key("Memorial"));
    home.write("c.ics", &format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", many(2001, YEARLY)));
    let check = run(&home, &["check", "--json"]);
    let mistakes: Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!(mistakes[0]["line"], 2 + 2000 * 6);
}
