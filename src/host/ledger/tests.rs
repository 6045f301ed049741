//! The ledger on a real folder: restarts, torn lines, damage, disks that refuse.

use super::*;
use crate::schedule::{Entry, State, history};
use chrono::NaiveDate;
use std::fs;

fn now() -> DateTime<Utc> {
    "2027-01-20T05:00:00Z".parse().unwrap()
}

fn entry(day: &str) -> Entry {
    Entry::of(day, NaiveDate::from_ymd_opt(2027, 1, 20).unwrap(), State::Shown, now())
}

fn line(day: &str) -> String {
    Line::from(entry(day)).text()
}

fn open(folder: &Path) -> LedgerFile {
    LedgerFile::open(folder, "ledger.jsonl", now()).unwrap()
}

#[test]
fn what_was_recorded_is_there_after_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("state/remembrance");
    let mut first = open(&folder);
    first.record(entry("x"), now());
    let before = first.ledger.clone();
    drop(first);
    assert_eq!(open(&folder).ledger, before);
    let text = fs::read_to_string(folder.join("ledger.jsonl")).unwrap();
    assert_eq!(text.lines().count(), 2);
}

#[test]
fn what_a_crash_left_of_a_line_is_cut_off() {
    let whole = Lines::begun_at(now()).text() + &line("x");
    // Part of a line, one without its end, a character cut in two, and what a power cut leaves of a page.
    let endless = line("z").trim_end().as_bytes().to_vec();
    for torn in [&b"{\"at\":\"2027"[..], &endless, b"\xd0", b"\0\0\0\0"] {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("ledger.jsonl");
        fs::write(&path, [whole.as_bytes(), torn].concat()).unwrap();
        let mut ledger = open(home.path());
        assert_eq!(ledger.ledger, Ledger::of(&Lines::read(&whole).unwrap()), "{torn:?}");
        ledger.record(entry("y"), now());
        assert_eq!(fs::read_to_string(&path).unwrap(), whole.clone() + &line("y"), "{torn:?}");
    }
}

#[test]
fn damage_within_a_ledger_hides_only_its_own_line() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ledger.jsonl");
    let bytes =
        [Lines::begun_at(now()).text().as_bytes(), b"{\"at\":\"\xff\"}\n", line("x").as_bytes()].concat();
    fs::write(&path, &bytes).unwrap();
    let mut ledger = open(home.path());
    let expected = Lines { lines: vec![entry("x").into()], ..Lines::begun_at(now()) };
    assert_eq!(ledger.ledger, Ledger::of(&expected));
    ledger.record(entry("y"), now());
    assert_eq!(fs::read(&path).unwrap(), [bytes, line("y").into_bytes()].concat());
}

#[test]
fn a_foreign_file_is_set_aside_each_time_and_kept() {
    let home = tempfile::tempdir().unwrap();
    for (number, poem) in [(1, "my poem\n"), (2, "another\n")] {
        fs::write(home.path().join("ledger.jsonl"), poem).unwrap();
        open(home.path()).record(entry("x"), now());
        let kept = home.path().join(format!("ledger.jsonl.set-aside-{number}"));
        assert_eq!(fs::read_to_string(kept).unwrap(), poem);
        let text = fs::read_to_string(home.path().join("ledger.jsonl")).unwrap();
        assert_eq!(text, Lines::begun_at(now()).text() + &line("x"));
    }
}

#[test]
fn a_folder_in_the_ledgers_place_is_set_aside_too() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("ledger.jsonl/within")).unwrap();
    open(home.path()).record(entry("x"), now());
    assert!(home.path().join("ledger.jsonl.set-aside-1/within").is_dir());
    assert!(home.path().join("ledger.jsonl").is_file());
}

#[test]
fn a_second_daemon_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let _first = open(home.path());
    let path = home.path().join("ledger.jsonl");
    assert_eq!(LedgerFile::open(home.path(), "ledger.jsonl", now()).unwrap_err(), InUse(path));
}

#[test]
fn what_the_disk_did_not_take_is_saved_once_it_does() {
    let home = tempfile::tempdir().unwrap();
    // A file where the folder should be refuses root too, as a mode would not.
    fs::write(home.path().join("state"), "").unwrap();
    let mut ledger = open(&home.path().join("state"));
    assert_eq!(ledger.retry(now()), None, "there is nothing to save yet");
    ledger.record(entry("x"), now());
    assert_eq!(ledger.retry(now()), Some(now() + RETRY));
    fs::remove_file(home.path().join("state")).unwrap();
    ledger.save(now());
    assert_eq!(ledger.retry(now()), None);
    let text = fs::read_to_string(home.path().join("state/ledger.jsonl")).unwrap();
    assert_eq!(text, Lines::begun_at(now()).text() + &line("x"));
}

/// A ledger of `years` years with a day that was shown, read and closed in each.
fn long(years: i32) -> Lines {
    let date = |year| NaiveDate::from_ymd_opt(year, 1, 20).unwrap();
    let year = |year: i32| {
        let at = date(year).and_hms_opt(5, 0, 0).unwrap().and_utc();
        [State::Shown, State::Read, State::Dismissed]
            .map(|state| Entry::of("x", date(year), state, at).into())
    };
    Lines { lines: (2027..2027 + years).flat_map(year).collect(), ..Lines::begun_at(now()) }
}

#[test]
fn a_long_ledger_is_pruned_of_what_cannot_matter_any_more() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ledger.jsonl");
    let later = "2327-06-01T00:00:00Z".parse().unwrap();
    fs::write(&path, long(300).text()).unwrap();
    assert!(fs::metadata(&path).unwrap().len() > Folder::WORTH_PRUNING);
    let ledger = LedgerFile::open(home.path(), "ledger.jsonl", later).unwrap();
    let kept = Lines::read(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(kept.lines, long(300).lines[292 * 3..]);
    assert_eq!((kept.begun, &ledger.ledger), (now(), &Ledger::of(&kept)));
    assert!(!home.path().join("ledger.jsonl.new").exists());
}

#[test]
fn a_short_ledger_is_left_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ledger.jsonl");
    fs::write(&path, long(20).text()).unwrap();
    LedgerFile::open(home.path(), "ledger.jsonl", "2127-06-01T00:00:00Z".parse().unwrap()).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), long(20).text());
}

#[test]
fn a_clock_decades_ahead_prunes_nothing_of_the_last_years() {
    let pruned = pruned(&long(12), "2090-01-01T00:00:00Z".parse().unwrap()).unwrap();
    assert_eq!(pruned.lines, long(12).lines[4 * 3..]);
    assert!(history(&pruned).is_empty(), "entries that settle nothing tell of no notice");
}
