//! Remembrance days on the Linux desktop: each year, on the day, a notification with an excerpt from an
//! article about it.
//!
//! ```text
//!   on disk        |   pure                                                         |  the context
//!   config, packs -+-> config --> day + rule --> occurrences --> schedule::step ----+-> desktop
//!   articles ------+-> article ------------------------------------> notification --------+-> terminal, page
//!   ledger --------+----------------------------------------------->  | ^ | wake ---+-> clock (one timer)
//!      ^           |                                                  | now         |     |
//!      +-----------+-- what the desktop really showed <---------------+-------------+-----+
//! ```
//!
//! Everything that decides is a function of its arguments: it reads no clock, no file, no variable
//! and no bus. `tests/architecture.rs` holds the pure modules to that, and this map to the files.
//!
//! # Modules, in reading order
//!
//! Each imports only from those above it.
//!
//! - [`text`]: text helpers that more than one module needs. Pure.
//! - [`hash`]: a hash of short texts. Pure.
//! - [`rare`]: a value that few have. Pure.
//! - [`short_text`]: texts that are short and stay as they are. Pure.
//! - [`message`]: a sentence by its name, with what is put in. Pure.
//! - [`occurrence`]: one day on one date, the key that everything shares. Pure.
//! - [`sun`]: where the sun stands, when it rises and sets. Pure.
//! - [`zone`]: a time zone as a value. Pure.
//! - [`offset`]: when to remind: how many days before, at which time of the clock or of the sun. Pure.
//! - [`rule`]: a phrase like `second Sunday of November`, and the dates it gives. Pure.
//! - [`day`]: a remembrance day: names, rules, when to remind of it. Pure.
//! - [`schedule`]: what to show now, and when to look again; what the ledger says. Pure.
//! - [`words`]: what the program says, in each language. Pure.
//! - [`article`]: the text about a day: parsed, quoted, made a page. Pure.
//! - [`notification`]: a reminder in words. Pure.
//! - [`config`]: from TOML to settings, with every mistake in it; the packs that ship. Pure.
//! - [`ical`]: calendars in and out: days as iCalendar, and days from iCalendar, vCard and calendar(1). Pure.
//! - [`engine`]: ask the scheduler, show, record, retry: over a screen, a disk and a clock that are arguments. Pure.
//! - [`host`]: the machine: files, zone, languages, clock, the ledger's folder.
//! - `dbus`: notifications out and answers in, the daemon's interface and its client.
//! - [`app`]: what a person's settings come to: context, articles, pages, followed calendars.
//! - `daemon`: the loop; timer, inotify, signals, systemd.
//! - [`cli`]: the commands, one file each.
//!
//! # Promises
//!
//! 1. A reminder is shown at the first moment, at or after its due time, at which the daemon runs, the
//!    desktop can show notifications, and quiet hours are over. Never before.
//! 2. It is recorded only after the desktop accepted it, and then never shown again unless the person
//!    snoozed it, or the desktop removed it before the person answered. A crash between the two shows it
//!    twice rather than never.
//! 3. Whatever the clock, the zone or the machine does, promise 1 holds; a late notification says so, past
//!    `catch-up` a reminder is recorded as missed, and a moment is never shown late.
//! 4. A clock that cannot be right shows nothing until it is set.
//! 5. Idle means idle: one thread, one timer, no polling, no network.
//! 6. Nothing from a config, an article or the bus can run a program, leave its folders, or reach the
//!    network.
//! 7. Killed at any instruction, it keeps the old ledger or the new one, and says so.

pub mod app;
pub mod article;
pub mod cli;
pub mod config;
mod daemon;
pub mod day;
mod dbus;
pub mod engine;
pub mod hash;
pub mod host;
pub mod ical;
pub mod message;
pub mod notification;
pub mod occurrence;
pub mod offset;
pub mod rare;
pub mod rule;
pub mod schedule;
pub mod short_text;
pub mod sun;
pub mod text;
pub mod words;
pub mod zone;
