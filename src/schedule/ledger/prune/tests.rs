//! What stays of a ledger that is written anew.

use super::super::{KeptSince, Ledger, Record, State};
use super::*;
use crate::schedule::ReminderKind;
use chrono::TimeDelta;
use proptest::prelude::*;

fn instant(hours: i64) -> DateTime<Utc> {
    let start: DateTime<Utc> = "2027-01-01T00:00:00Z".parse().unwrap();
    start + TimeDelta::hours(hours)
}

/// An entry `hour` hours after the start.
fn entry(hour: i64, (day, state, slot, hours): (u8, u8, u8, i64)) -> LedgerLine {
    let states = [State::Shown, State::Read, State::Snoozed, State::Dismissed, State::Unseen, State::Missed];
    let state = states[usize::from(state) % states.len()];
    let at = instant(hour);
    let occurrence = OccurrenceId::new(["a", "b"][usize::from(day % 2)], "2027-01-20".parse().unwrap());
    let slot = Slot::try_from(["09:00", "1 week before 19:00"][usize::from(slot % 2)].to_owned()).unwrap();
    let spoken = Spoken { slot, kind: ReminderKind::Day, due: at };
    let is_put_off = matches!(state, State::Snoozed | State::Unseen);
    let is_of_reminder = matches!(state, State::Shown | State::Missed);
    LedgerEntry {
        reminders: if is_of_reminder { vec![spoken] } else { Vec::new() },
        until: is_put_off.then(|| at + TimeDelta::hours(hours)),
        ..LedgerEntry::of(occurrence, state, at)
    }
    .into()
}

/// That a day of this name was shown on each of these dates.
fn shown(day: &str, dates: impl IntoIterator<Item = NaiveDate>) -> Vec<LedgerLine> {
    let slot = Slot::try_from("09:00".to_owned()).unwrap();
    let entry = |date: NaiveDate| {
        let due = date.and_hms_opt(9, 0, 0).unwrap().and_utc();
        LedgerEntry {
            reminders: vec![Spoken { slot, kind: ReminderKind::Day, due }],
            ..LedgerEntry::of(OccurrenceId::new(day, date), State::Shown, due)
        }
        .into()
    };
    dates.into_iter().map(entry).collect()
}

/// The 20th of a month every so many months, the last in January 2047.
fn dates(count: u32, months: u32) -> impl Iterator<Item = NaiveDate> {
    let last: NaiveDate = "2047-01-20".parse().unwrap();
    (0..count).rev().map(move |back| last - chrono::Months::new(back * months))
}

fn ledger(lines: Vec<LedgerLine>) -> LedgerLines {
    LedgerLines { lines, ..LedgerLines::begun_at(instant(0)) }
}

fn kept_since(day: &str, at: &str) -> LedgerLine {
    LedgerLine::KeptSince(KeptSince { at: at.parse().unwrap(), kept: day.to_owned() })
}

const NOW: &str = "2047-01-20T12:00:00Z";

#[test]
fn five_years_stay_and_three_before_the_last_five_dates() {
    // Of a yearly day the last five, from 2043 on, and those from 2040 on; of a monthly one those from January 2042 on.
    for (count, months, first, kept) in [(20, 12, "2040-01-20", 8), (240, 1, "2042-01-20", 61)] {
        let pruned = pruned(ledger(shown("a", dates(count, months))), NOW.parse().unwrap()).unwrap();
        let [LedgerLine::Entry(oldest), ..] = pruned.lines.as_slice() else { panic!() };
        assert_eq!(oldest.occurrence.date, first.parse().unwrap());
        assert_eq!(pruned.lines.len(), kept);
    }
}

#[test]
fn a_ledger_is_written_anew_where_a_quarter_of_it_can_go() {
    let kept = kept_since("a", "2027-01-01T00:00:00Z");
    for (count, with_kept, is_worth) in
        [(10, false, false), (11, false, true), (10, true, false), (11, true, true)]
    {
        let lines: Vec<_> =
            shown("a", dates(count, 12)).into_iter().chain(with_kept.then(|| kept.clone())).collect();
        let found = pruned(ledger(lines.clone()), NOW.parse().unwrap());
        assert_eq!(found.is_ok(), is_worth, "{count} {with_kept}");
        if let Err(whole) = found {
            assert_eq!(whole.lines, lines);
        }
    }
}

#[test]
fn a_day_that_was_first_seen_by_a_clock_ahead_is_kept_since_that_was_found() {
    let found = ClockNote { at: "2047-01-10T00:00:00Z".parse().unwrap(), clock: ClockVerdict::WasAhead };
    let mut lines = shown("a", dates(20, 12));
    lines.extend([
        kept_since("b", "2050-01-01T00:00:00Z"),
        found.into(),
        kept_since("c", "2047-01-15T00:00:00Z"),
    ]);
    let pruned = pruned(ledger(lines), NOW.parse().unwrap()).unwrap();
    let [.., b, c] = pruned.lines.as_slice() else { panic!() };
    assert_eq!([b, c], [&kept_since("b", "2047-01-10T00:00:00Z"), &kept_since("c", "2047-01-15T00:00:00Z")]);
}

#[test]
fn a_ledger_whose_clock_is_in_doubt_is_not_shortened() {
    let mut lines = shown("a", dates(20, 12));
    lines.push(ClockNote { at: NOW.parse().unwrap(), clock: ClockVerdict::Doubted }.into());
    assert_eq!(shortened(ledger(lines.clone()), NOW.parse().unwrap(), 100).lines, lines);
    assert!(pruned(ledger(lines), NOW.parse().unwrap()).is_err());
}

#[test]
fn what_a_clock_ahead_recorded_is_void_and_so_is_a_snooze_that_was_ended_then() {
    let ahead = |at: &str| ClockNote { at: at.parse().unwrap(), clock: ClockVerdict::WasAhead }.into();
    let entry = |day: &str, state: State, at: &str, until: Option<&str>| {
        let occurrence = OccurrenceId::new(day, "2047-01-09".parse().unwrap());
        let until = until.map(|until| until.parse().unwrap());
        LedgerEntry { until, ..LedgerEntry::of(occurrence, state, at.parse().unwrap()) }.into()
    };
    let snoozed =
        |day: &str| entry(day, State::Snoozed, "2047-01-09T10:00:00Z", Some("2047-01-09T11:00:00Z"));
    let table: [(LedgerLine, bool); 10] = [
        (entry("shown", State::Shown, "2047-01-09T09:00:00Z", None), true),
        (snoozed("ended"), false),
        (snoozed("waiting"), true),
        // What was recorded a day later than it was is in doubt, and not void.
        (entry("shown", State::Shown, "2047-01-11T00:00:00Z", None), true),
        (entry("shown", State::Shown, "2047-01-11T00:00:01Z", None), false),
        (entry("shown", State::Read, "2050-01-01T00:00:00Z", None), false),
        (entry("ended", State::Read, "2050-01-01T00:00:00Z", None), false),
        (ahead("2047-01-10T00:00:00Z"), false),
        // What comes after is not looked at by that note, but by the next.
        (entry("later", State::Shown, "2050-01-01T00:00:00Z", None), false),
        (ahead("2047-02-10T00:00:00Z"), false),
    ];
    let (lines, expected): (Vec<_>, Vec<_>) = table.into_iter().unzip();
    assert_eq!(believed(&lines), Some(expected));
    // Without the second note it is believed.
    assert_eq!(believed(&lines[..9]).and_then(|all| all.last().copied()), Some(true));
}

proptest! {
    #[test]
    fn of_a_ledger_that_is_too_long_the_newest_stay(
        days in prop::collection::vec((1_usize..40, any::<bool>()), 0..30),
        most in 0_usize..6000,
    ) {
        // Each its own day, and of today, so that nothing else can go.
        let line = |(at, (length, is_kept)): (usize, (usize, bool))| {
            let day = format!("{at}{}", "x".repeat(length));
            if is_kept { vec![kept_since(&day, NOW)] } else { shown(&day, dates(1, 1)) }
        };
        let lines: Vec<LedgerLine> = days.into_iter().enumerate().flat_map(line).collect();
        let is_kept = |line: &&LedgerLine| matches!(line, LedgerLine::KeptSince(_));
        let size = |lines: &[&LedgerLine]| lines.iter().map(|line| line.text().len()).sum::<usize>();
        let short = shortened(ledger(lines.clone()), NOW.parse().unwrap(), most).lines;
        let (kept, entries): (Vec<_>, Vec<_>) = lines.iter().partition(is_kept);
        let (short_kept, short_entries): (Vec<_>, Vec<_>) = short.iter().partition(is_kept);
        prop_assert!(kept.ends_with(&short_kept) && entries.ends_with(&short_entries));
        if size(&kept) + size(&entries) <= most {
            prop_assert_eq!(short.len(), lines.len());
        } else {
            let of_kept = size(&kept).min(most / 2);
            for (short, all, room) in [(short_kept, kept, most / 2), (short_entries, entries, most - of_kept)] {
                prop_assert!(size(&short) <= room);
                // One more would be too many.
                let more = all.len().checked_sub(short.len() + 1).and_then(|from| all.get(from..));
                prop_assert!(more.is_none_or(|more| size(more) > room));
            }
        }
    }

    #[test]
    fn what_has_no_effect_is_missed_by_nobody(
        entries in prop::collection::vec((0_u8..2, 0_u8..6, 0_u8..2, 1_i64..9), 0..30)
    ) {
        let entries = (0..).zip(entries).map(|(hour, entry)| self::entry(hour, entry));
        let lines: Vec<LedgerLine> = entries.collect();
        let of = |lines: &[LedgerLine]| {
            Ledger::of(LedgerLines { lines: lines.to_vec(), ..LedgerLines::begun_at(instant(0)) })
        };
        let mut has_effect = what_has_effect(&lines).into_iter();
        let short: Vec<LedgerLine> = lines.iter().filter(|_| has_effect.next().unwrap()).cloned().collect();
        let (whole, short) = (of(&lines), of(&short));
        prop_assert_eq!(whole.latest, short.latest);
        for day in ["a", "b"] {
            let known = |ledger: &Ledger| {
                let record = ledger.of_occurrence(day, "2027-01-20".parse().unwrap()).cloned();
                record.filter(|record| *record != Record::default())
            };
            prop_assert_eq!(known(&whole), known(&short));
        }
    }
}
