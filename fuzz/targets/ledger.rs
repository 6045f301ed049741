//! A ledger: what was read is written so that it is read again, and judging it ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use remembrance::schedule::{Ledger, LedgerLines, history};

const HEADING: &str = "{\"ledger\":\"remembrance\",\"version\":1,\"begun\":\"2026-01-01T00:00:00Z\"}\n";

fuzz_target!(|text: &str| {
    for text in [text.to_owned(), format!("{HEADING}{text}")] {
        let Ok(lines) = LedgerLines::read(&text) else { continue };
        let again = LedgerLines::read(&lines.text()).expect("it is a ledger");
        assert_eq!((again.lines, again.damaged.len()), (lines.lines.clone(), 0));
        let ledger = Ledger::of(&lines);
        for now in ["0001-01-02T00:00:00Z", "2027-01-20T05:00:00Z", "9999-12-30T00:00:00Z"] {
            let _ = ledger.clock(now.parse().expect("it is a time"));
        }
        let _ = history(&lines);
    }
});
