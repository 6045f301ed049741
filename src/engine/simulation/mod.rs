//! Whole histories of the engine on machines that fail, held against an oracle that keeps count.
//!
//! Each history is made from one number, its seed. When a promise is broken, the seed and the last
//! events are printed; `SEED=n cargo test --lib simulation` lives that history again.

mod faults;
mod history;
mod machine;
mod narrow;
mod oracle;
mod plans;
mod zones;

use faults::SimulatedFault;
use history::History;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::thread;

/// How many years one history lasts.
const YEARS: i64 = 20;

/// Lives one history; what was shown, or its last events where a promise was broken.
fn live_with(seed: u64, fault: Option<SimulatedFault>) -> Result<u64, String> {
    let mut history = History::new(seed, fault);
    catch_unwind(AssertUnwindSafe(|| history.live(YEARS))).map_err(|_| {
        let told: Vec<_> = history.told.iter().map(String::as_str).collect();
        told.join("\n")
    })
}

fn live(seed: u64) -> u64 {
    live_with(seed, None).unwrap_or_else(|told| {
        panic!("a promise is broken in the history of seed {seed}:\n{told}");
    })
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|value| value.parse().expect("a number"))
}

/// `YEARS` and `SEED` say how much is lived through, and where to begin; `make test` lives 1,000 years.
#[test]
fn the_promises_hold_whatever_happens() {
    if let Some(seed) = number("SEED").filter(|_| number("YEARS").is_none()) {
        live(seed);
        return;
    }
    let histories = number("YEARS").unwrap_or(200) / YEARS.unsigned_abs();
    let first = number("SEED").unwrap_or(0);
    let shown: u64 = (first..first + histories).map(live).sum();
    assert!(shown > histories * 10, "little was shown: {shown}");
    println!("{} years, seeds {first} to {}: {shown} notifications", histories * 20, first + histories - 1);
}

/// How many histories a fault may go unnoticed.
const NOTICED_WITHIN: u64 = 50;

#[test]
fn each_fault_breaks_a_promise_that_the_oracle_holds() {
    // Of a history that is to fail, no backtrace is wanted.
    let (hook, here) = (panic::take_hook(), thread::current().id());
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() != here {
            hook(info);
        }
    }));
    for fault in SimulatedFault::ALL {
        let noticed = (0..NOTICED_WITHIN).find(|seed| live_with(*seed, Some(fault)).is_err());
        let seed =
            noticed.unwrap_or_else(|| panic!("nobody notices {fault:?} in {NOTICED_WITHIN} histories"));
        println!("{fault:?}: noticed in the history of seed {seed}");
    }
}
