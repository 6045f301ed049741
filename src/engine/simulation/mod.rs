//! Whole histories of the engine on machines that fail, held against an oracle that keeps count.
//!
//! Each history is made from one number, its seed. When a promise is broken, the seed and the last
//! events are printed; `SEED=n cargo test --lib simulation` lives that history again.

mod history;
mod machine;
mod oracle;
mod zones;

use history::History;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How many years one history lasts.
const YEARS: i64 = 20;

fn live(seed: u64) -> u64 {
    let mut history = History::new(seed);
    catch_unwind(AssertUnwindSafe(|| history.live(YEARS))).unwrap_or_else(|_| {
        let told: Vec<_> = history.told.iter().map(String::as_str).collect();
        panic!("a promise is broken in the history of seed {seed}:\n{}", told.join("\n"));
    })
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|value| value.parse().expect("a number"))
}

/// `YEARS` and `SEED` say how much is lived through, and where to begin.
#[test]
fn the_promises_hold_whatever_happens() {
    if let Some(seed) = number("SEED").filter(|_| number("YEARS").is_none()) {
        live(seed);
        return;
    }
    let histories = number("YEARS").unwrap_or(1000) / YEARS.unsigned_abs();
    let first = number("SEED").unwrap_or(0);
    let shown: u64 = (first..first + histories).map(live).sum();
    assert!(shown > histories * 10, "little was shown: {shown}");
    println!("{} years, seeds {first} to {}: {shown} notifications", histories * 20, first + histories - 1);
}
