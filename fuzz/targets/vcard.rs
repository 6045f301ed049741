//! Files of vCard.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| common::imported(&format!("BEGIN:VCARD\n{text}")));
