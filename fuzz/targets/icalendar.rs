//! Files of iCalendar.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| common::imported(&format!("BEGIN:VCALENDAR\n{text}")));
