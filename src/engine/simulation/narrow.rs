//! Years on a disk that has too little room for them: what the scheduler says is what it would say of a ledger that
//! keeps everything.

use super::faults::without_the_past;
use super::plans::any_plan;
use super::zones::SimulatedZone;
use crate::engine::{Disk, LedgerFile};
use crate::schedule::{KeptSince, Ledger, LedgerEntry, LedgerLine, Now, State, step};
use chrono::{DateTime, Days, TimeDelta, Utc};
use std::cell::RefCell;
use std::io;
use std::panic::catch_unwind;
use std::rc::Rc;

/// What is on the disk.
#[derive(Debug, Default)]
struct Files {
    ledger: Option<Vec<u8>>,
    beside: Option<Vec<u8>>,
    /// How often the ledger was written anew.
    shortened: usize,
}

/// A disk whose ledger has room for some months.
#[derive(Debug)]
struct NarrowDisk {
    files: Rc<RefCell<Files>>,
    /// Where it takes too much away, the time by which it does.
    takes_at: Option<DateTime<Utc>>,
}

impl Disk for NarrowDisk {
    const WORTH_PRUNING: u64 = 4 * 1024;
    const LARGEST: u64 = 12 * 1024;

    fn read(&mut self) -> Result<Option<Vec<u8>>, String> {
        let ledger = self.files.borrow().ledger.clone();
        let length = ledger.as_ref().map_or(0, Vec::len) as u64;
        assert!(length <= Self::LARGEST, "a ledger of {length} bytes cannot be read any more");
        Ok(ledger)
    }

    fn append(&mut self, text: &str) -> io::Result<()> {
        self.files.borrow_mut().ledger.get_or_insert_default().extend(text.bytes());
        Ok(())
    }

    fn cut(&mut self, _: u64) -> io::Result<()> {
        unreachable!("nothing is torn here")
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn write_beside(&mut self, text: &str) -> io::Result<()> {
        let text = self.takes_at.map_or_else(|| text.to_owned(), |now| without_the_past(text, now));
        self.files.borrow_mut().beside = Some(text.into_bytes());
        Ok(())
    }

    fn replace(&mut self) -> io::Result<()> {
        let mut files = self.files.borrow_mut();
        files.ledger = files.beside.take();
        files.shortened += 1;
        Ok(())
    }

    fn set_aside(&mut self) -> io::Result<String> {
        unreachable!("the ledger is one of ours")
    }

    fn place(&self) -> String {
        "narrow".to_owned()
    }
}

/// Lives thirty years with both ledgers; how often the narrow one was shortened.
fn live(seed: u64, takes_too_much: bool) -> usize {
    let mut chance = fastrand::Rng::with_seed(seed);
    let plan = any_plan(&mut chance);
    let zone = SimulatedZone::ALL[chance.usize(..SimulatedZone::ALL.len())].zone();
    let mut now: DateTime<Utc> = "2026-12-01T08:00:00Z".parse().unwrap();
    let end = now + Days::new(30 * 365);
    let files = Rc::<RefCell<Files>>::default();
    let on_disk = |now: DateTime<Utc>| {
        LedgerFile::on(NarrowDisk { files: Rc::clone(&files), takes_at: takes_too_much.then_some(now) }, now)
    };
    let (mut narrow, mut whole) = (on_disk(now), Ledger::default());
    while now < end {
        let at = Now { instant: now, zone: &zone };
        let (mut said, expected) = (step(&plan, &narrow.ledger, at), step(&plan, &whole, at));
        // That something was missed long ago may be recorded once more.
        said.missed.retain(|missed| missed.date > now.date_naive() - Days::new(100));
        assert!(
            said.missed.iter().all(|missed| expected.missed.contains(missed)),
            "seed {seed}, {now}: {said:?}"
        );
        assert_eq!(
            (&said.show, said.clock, said.wake),
            (&expected.show, expected.clock, expected.wake),
            "seed {seed}, {now}"
        );
        let mut lines: Vec<LedgerLine> = Vec::new();
        lines.extend(expected.new.iter().map(|day| KeptSince { at: now, kept: day.id.to_string() }.into()));
        lines.extend(expected.clock.map(LedgerLine::Clock));
        lines.extend(expected.missed.iter().map(|missed| LedgerEntry::missed(missed, now).into()));
        for show in &expected.show {
            lines.push(LedgerEntry::shown(show, now).into());
            match chance.u32(0..4) {
                0 => {
                    let until = now + TimeDelta::minutes(chance.i64(10..3000));
                    lines.push(LedgerEntry::snoozed(show.occurrence(), now, until).into());
                }
                1 => lines.push(LedgerEntry::of(show.occurrence(), State::Dismissed, now).into()),
                _ => {}
            }
        }
        lines.iter().for_each(|line| whole.record(line));
        if !lines.is_empty() {
            narrow.record_all(lines, now);
        }
        if chance.u32(0..20) == 0 {
            narrow = on_disk(now);
        }
        now = expected.wake.map_or(end, |wake| wake.max(now + TimeDelta::seconds(1)));
        match chance.u32(0..60) {
            // The machine is off, or its clock is set back.
            0 => now += TimeDelta::hours(chance.i64(0..24 * 20)),
            1 => now -= TimeDelta::hours(chance.i64(0..24 * 20)),
            _ => {}
        }
    }
    files.borrow().shortened
}

#[test]
fn a_ledger_without_room_says_what_one_that_keeps_everything_says() {
    // In the history of seed 165 the clock comes into doubt when there is hardly any room left.
    let shortened: usize = (0..40).chain(160..170).map(|seed| live(seed, false)).sum();
    assert!(shortened > 100, "it was shortened {shortened} times");
    let noticed = (0..40).find(|seed| catch_unwind(|| live(*seed, true)).is_err());
    assert!(noticed.is_some(), "nobody notices that a ledger loses what still counts");
}
