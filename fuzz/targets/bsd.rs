//! Files of calendar(1).
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| common::imported(text));
