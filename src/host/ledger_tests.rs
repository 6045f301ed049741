//! The ledger on a real folder: restarts, torn lines, damage, disks that refuse.

use super::*;
use crate::occurrence::OccurrenceId;
use crate::schedule::{
    KeptSince, Ledger, LedgerEntry, LedgerLine, LedgerLines, ReminderKind, Slot, Spoken, State, history,
    pruned,
};
use chrono::{NaiveDate, TimeDelta};
use std::cell::RefCell;
use std::fs;
use std::rc::Rc;

fn now() -> DateTime<Utc> {
    "2027-01-20T05:00:00Z".parse().unwrap()
}

fn entry(day: &str) -> LedgerEntry {
    LedgerEntry::of(
        OccurrenceId::new(day, NaiveDate::from_ymd_opt(2027, 1, 20).unwrap()),
        State::Shown,
        now(),
    )
}

fn line(day: &str) -> String {
    LedgerLine::from(entry(day)).text()
}

fn open(folder: &Path) -> LedgerFile<Folder> {
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
    let whole = LedgerLines::begun_at(now()).text() + &line("x");
    // Part of a line, one without its end, a character cut in two, and what a power cut leaves of a page.
    let endless = line("z").trim_end().as_bytes().to_vec();
    for torn in [&b"{\"at\":\"2027"[..], &endless, b"\xd0", b"\0\0\0\0"] {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("ledger.jsonl");
        fs::write(&path, [whole.as_bytes(), torn].concat()).unwrap();
        let mut ledger = open(home.path());
        assert_eq!(ledger.ledger, Ledger::of(LedgerLines::read(&whole).unwrap()), "{torn:?}");
        ledger.record(entry("y"), now());
        assert_eq!(fs::read_to_string(&path).unwrap(), whole.clone() + &line("y"), "{torn:?}");
    }
}

#[test]
fn damage_within_a_ledger_hides_only_its_own_line() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ledger.jsonl");
    let bytes =
        [LedgerLines::begun_at(now()).text().as_bytes(), b"{\"at\":\"\xff\"}\n", line("x").as_bytes()]
            .concat();
    fs::write(&path, &bytes).unwrap();
    let mut ledger = open(home.path());
    let expected = LedgerLines { lines: vec![entry("x").into()], ..LedgerLines::begun_at(now()) };
    assert_eq!(ledger.ledger, Ledger::of(expected));
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
        assert_eq!(text, LedgerLines::begun_at(now()).text() + &line("x"));
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
    assert_eq!(ledger.retry(now()), Some(now() + TimeDelta::hours(1)));
    fs::remove_file(home.path().join("state")).unwrap();
    ledger.save(now());
    assert_eq!(ledger.retry(now()), None);
    let text = fs::read_to_string(home.path().join("state/ledger.jsonl")).unwrap();
    assert_eq!(text, LedgerLines::begun_at(now()).text() + &line("x"));
}

/// A ledger that was begun a day before.
fn other() -> String {
    LedgerLines::begun_at(now() - TimeDelta::days(1)).text() + &line("other")
}

/// What somebody does to the file of a daemon that is at work.
type Meddling = fn(&Path);

#[test]
fn whatever_happens_to_the_file_of_a_daemon_at_work_nothing_recorded_is_lost() {
    let heading = || LedgerLines::begun_at(now()).text();
    let table: [(&str, Meddling, &[&str], Option<&str>); 8] = [
        ("left alone", |_| {}, &["x", "y"], None),
        ("removed", |path| fs::remove_file(path).unwrap(), &["x", "y"], None),
        ("moved away", |path| fs::rename(path, path.with_extension("old")).unwrap(), &["x", "y"], None),
        ("replaced", |path| replace(path, &other()), &["other", "x", "y"], None),
        (
            "replaced by its own copy",
            |path| replace(path, &fs::read_to_string(path).unwrap()),
            &["x", "y"],
            None,
        ),
        ("replaced by an empty one", |path| replace(path, ""), &["x", "y"], None),
        ("replaced by a torn one", |path| replace(path, &(other() + "{\"at\"")), &["other", "x", "y"], None),
        ("replaced by a poem", |path| replace(path, "my poem\n"), &["x", "y"], Some("my poem\n")),
    ];
    for (what, meddle, expected, aside) in table {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("ledger.jsonl");
        let mut ledger = open(home.path());
        ledger.record(entry("x"), now());
        meddle(&path);
        ledger.record(entry("y"), now());
        assert!(ledger.is_saved(), "{what}");
        let begins = if expected.contains(&"other") {
            LedgerLines::begun_at(now() - TimeDelta::days(1)).text()
        } else {
            heading()
        };
        let text = begins + &expected.iter().map(|day| line(day)).collect::<String>();
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{what}");
        // And so it is known, now and after a restart.
        assert_eq!(ledger.ledger, Ledger::of(LedgerLines::read(&text).unwrap()), "{what}");
        let kept = fs::read_to_string(home.path().join("ledger.jsonl.set-aside-1")).ok();
        assert_eq!(kept.as_deref(), aside, "{what}");
        // What was put right once is left alone.
        ledger.save(now());
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{what}");
    }
}

/// Puts another file in the place of one, as an editor or a backup does.
fn replace(path: &Path, text: &str) {
    fs::write(path.with_extension("new"), text).unwrap();
    fs::rename(path.with_extension("new"), path).unwrap();
}

/// A ledger of `years` years with a day that was shown, read and closed in each.
fn long(years: i32) -> LedgerLines {
    let date = |year| NaiveDate::from_ymd_opt(year, 1, 20).unwrap();
    let year = |year: i32| {
        let at = date(year).and_hms_opt(5, 0, 0).unwrap().and_utc();
        [State::Shown, State::Read, State::Dismissed]
            .map(|state| LedgerEntry::of(OccurrenceId::new("x", date(year)), state, at).into())
    };
    LedgerLines { lines: (2027..2027 + years).flat_map(year).collect(), ..LedgerLines::begun_at(now()) }
}

#[test]
fn a_long_ledger_is_pruned_of_what_cannot_matter_any_more() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("ledger.jsonl");
    let later = "2327-06-01T00:00:00Z".parse().unwrap();
    fs::write(&path, long(300).text()).unwrap();
    assert!(fs::metadata(&path).unwrap().len() > Folder::WORTH_PRUNING);
    let ledger = LedgerFile::open(home.path(), "ledger.jsonl", later).unwrap();
    let kept = LedgerLines::read(&fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(kept.lines, long(300).lines[292 * 3..]);
    assert_eq!((kept.begun, &ledger.ledger), (now(), &Ledger::of(kept.clone())));
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
    let pruned = pruned(long(12), "2090-01-01T00:00:00Z".parse().unwrap()).unwrap();
    assert_eq!(pruned.lines, long(12).lines[4 * 3..]);
    assert!(history(&pruned).is_empty(), "entries that settle nothing are not history");
}

/// Twenty thousand days, all that a configuration may have, and what is recorded of each in the year after `begun`.
const MOST_DAYS: usize = 20_000;
/// How many of them come in four weeks.
const OF_STEP: usize = MOST_DAYS / 13;

fn entries(days: std::ops::Range<usize>, date: NaiveDate, state: State) -> Vec<LedgerLine> {
    let at = date.and_hms_opt(5, 0, 0).unwrap().and_utc();
    let of = |index: usize| {
        let slot = Slot::try_from("09:00".to_owned()).unwrap();
        let spoken = Spoken { slot, kind: ReminderKind::Day, due: at };
        let occurrence = OccurrenceId::new(format!("a-day-of-mine-{index}"), date);
        let entry = LedgerEntry::of(occurrence, state, at);
        LedgerLine::from(match state {
            State::Snoozed => LedgerEntry { until: Some(at + TimeDelta::hours(1)), ..entry },
            _ => LedgerEntry { reminders: vec![spoken], ..entry },
        })
    };
    days.map(of).collect()
}

/// That all are kept since `begun`.
fn of_twenty_thousand_days(home: &Path, begun: DateTime<Utc>) -> LedgerFile<Folder> {
    let mut ledger = LedgerFile::open(home, "ledger.jsonl", begun).unwrap();
    let kept = |index: usize| KeptSince { at: begun, kept: format!("a-day-of-mine-{index}") }.into();
    ledger.record_all((0..MOST_DAYS).map(kept), begun);
    ledger
}

fn names_in(home: &Path) -> Vec<String> {
    fs::read_dir(home).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_ledger_of_twenty_thousand_days_a_year_is_shortened_before_it_is_too_long_to_be_read() {
    let home = tempfile::tempdir().unwrap();
    let begun: DateTime<Utc> = "2027-01-01T00:00:00Z".parse().unwrap();
    let mut file = of_twenty_thousand_days(home.path(), begun);
    let path = home.path().join("ledger.jsonl");
    let (mut longest, mut last) = (0, begun);
    let date = |step: i32| begun.date_naive() + TimeDelta::weeks(4) * step;
    for step in 0..4 * 13 {
        let first = usize::try_from(step % 13).unwrap() * OF_STEP;
        last = date(step).and_hms_opt(6, 0, 0).unwrap().and_utc();
        file.record_all(entries(first..first + OF_STEP, date(step), State::Shown), last);
        longest = longest.max(fs::metadata(&path).unwrap().len());
    }
    // Two years and more of 20,000 notifications fit.
    assert!(longest > Folder::LARGEST / 4 * 3 && longest < Folder::LARGEST, "{longest}");
    let known = file.ledger.clone();
    drop(file);
    // After a restart it is known what was known, the reminders of the last months among it.
    let file = LedgerFile::open(home.path(), "ledger.jsonl", last).unwrap();
    assert!(file.ledger == known);
    assert_eq!(names_in(home.path()), ["ledger.jsonl"]);
    let lines = LedgerLines::read(&fs::read_to_string(&path).unwrap()).unwrap().lines;
    let kept = lines.iter().filter(|line| matches!(line, LedgerLine::KeptSince(_))).count();
    assert_eq!(kept, MOST_DAYS);
    for date in (4 * 13 - 12..4 * 13).map(date) {
        let is_of =
            |line: &&LedgerLine| matches!(line, LedgerLine::Entry(entry) if entry.occurrence.date == date);
        assert_eq!(lines.iter().filter(is_of).count(), OF_STEP, "{date}");
    }
}

#[test]
fn twenty_thousand_days_on_one_date_that_are_put_off_again_and_again_are_not_forgotten() {
    let home = tempfile::tempdir().unwrap();
    let date = NaiveDate::from_ymd_opt(2027, 5, 1).unwrap();
    let now = date.and_hms_opt(12, 0, 0).unwrap().and_utc();
    let mut file = of_twenty_thousand_days(home.path(), now - TimeDelta::days(30));
    for state in [State::Shown, State::Snoozed, State::Shown] {
        file.record_all(entries(0..MOST_DAYS, date, state), now);
        let length = fs::metadata(home.path().join("ledger.jsonl")).unwrap().len();
        assert!(length <= Folder::LARGEST, "{length}");
        drop(file);
        file = LedgerFile::open(home.path(), "ledger.jsonl", now).unwrap();
        let lines = file.lines().lines;
        assert!(lines.ends_with(&entries(0..MOST_DAYS, date, state)), "{state:?}: {} lines", lines.len());
    }
    assert_eq!(names_in(home.path()), ["ledger.jsonl"]);
}

/// A folder that counts what is asked of it.
struct Counted {
    folder: Folder,
    calls: Rc<RefCell<Vec<&'static str>>>,
}

impl Counted {
    fn say(&mut self, call: &'static str) -> &mut Folder {
        self.calls.borrow_mut().push(call);
        &mut self.folder
    }
}

impl Disk for Counted {
    const WORTH_PRUNING: u64 = 1000;

    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        self.say("read").read()
    }

    fn append(&mut self, text: &str) -> io::Result<()> {
        self.say("append").append(text)
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.say("cut").cut(length)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.say("sync").sync()
    }

    fn write_beside(&mut self, text: &str) -> io::Result<()> {
        self.say("write beside").write_beside(text)
    }

    fn replace(&mut self) -> io::Result<()> {
        self.say("replace").replace()
    }

    fn set_aside(&mut self) -> io::Result<String> {
        self.say("set aside").set_aside()
    }

    fn place(&self) -> String {
        self.folder.place()
    }
}

/// A ledger whose file has this text at first, and what it asks of the disk.
fn counted(home: &Path, text: Option<&str>) -> (LedgerFile<Counted>, impl Fn() -> String) {
    if let Some(text) = text {
        fs::write(home.join("ledger.jsonl"), text).unwrap();
    }
    let calls = Rc::new(RefCell::new(Vec::new()));
    let folder = Folder::open(home, "ledger.jsonl").unwrap();
    let ledger = LedgerFile::on(Counted { folder, calls: Rc::clone(&calls) }, now());
    (ledger, move || calls.take().join(", "))
}

#[test]
fn the_disk_is_asked_for_no_more_than_is_needed() {
    let home = tempfile::tempdir().unwrap();
    let (mut ledger, calls) = counted(home.path(), None);
    assert_eq!(calls(), "read, write beside, replace");
    ledger.save(now());
    assert_eq!(calls(), "", "there is nothing to save");
    ledger.record(entry("x"), now());
    assert_eq!(calls(), "append, sync");
    drop(ledger);
    let (mut ledger, calls) = counted(home.path(), None);
    ledger.save(now());
    assert_eq!(calls(), "read, sync");
    drop(ledger);
    // A torn line is cut off at once; a file that a crash left empty is begun anew.
    let torn = LedgerLines::begun_at(now()).text() + "{\"at";
    let (ledger, calls) = counted(home.path(), Some(&torn));
    assert_eq!(calls(), "read, sync, cut, append, sync");
    drop(ledger);
    let (_ledger, calls) = counted(home.path(), Some(""));
    assert_eq!(calls(), "read, write beside, replace");
}

#[test]
fn a_ledger_that_cannot_be_shortened_is_read_again_only_when_it_has_doubled() {
    let home = tempfile::tempdir().unwrap();
    let (mut ledger, calls) = counted(home.path(), None);
    // All of the same year: nothing can go. Each line has 79 bytes, the heading 69.
    let mut reads = Vec::new();
    for count in 1..=60 {
        ledger.record(entry("x"), now());
        if calls().contains("read") && count > 1 {
            reads.push(fs::metadata(home.path().join("ledger.jsonl")).unwrap().len());
        }
    }
    let is_first = |length: u64, past: u64| (past..past + 100).contains(&length);
    assert_eq!(reads.len(), 3, "{reads:?}");
    assert!(
        is_first(reads[0], 1000) && is_first(reads[1], 2 * reads[0]) && is_first(reads[2], 2 * reads[1]),
        "{reads:?}"
    );
}

#[test]
fn a_ledger_that_was_shortened_is_left_alone_until_it_has_doubled() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("ledger.jsonl"), long(300).text()).unwrap();
    let folder = Folder::open(home.path(), "ledger.jsonl").unwrap();
    let calls = Rc::default();
    let later = "2327-06-01T00:00:00Z".parse().unwrap();
    let mut ledger = LedgerFile::on(Counted { folder, calls: Rc::clone(&calls) }, later);
    assert_eq!(calls.take().join(", "), "read, sync, write beside, replace");
    let length = || fs::metadata(home.path().join("ledger.jsonl")).unwrap().len();
    let shortened = length();
    assert!(shortened > Counted::WORTH_PRUNING);
    while !calls.take().contains(&"read") {
        assert!(length() < 3 * shortened, "it is never read again");
        ledger.record(entry("x"), later);
    }
    assert!((2 * shortened..2 * shortened + 100).contains(&length()), "{shortened}, {}", length());
}
