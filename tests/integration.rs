//! Every test but those of tests/architecture.rs, in one program: a file of this folder is a module here.
//!
//! `cargo test --test integration page::` runs those of tests/page.rs. They run side by side in one process, so none of them
//! changes a variable or the current folder of its own process: a program that a test starts gets both by `common::Home`.

mod common;
mod fuzzing;
#[path = "../tools"]
mod tools {
    pub(crate) mod config_manual;
    pub(crate) mod licences;
    mod manpage;
    pub(crate) mod manual;
    pub(crate) mod schema;
}

mod articles;
mod bus_address;
mod calendars;
mod catalogue;
mod catalogue_articles;
mod cldr;
mod commands;
mod completions;
mod config;
mod config_commands;
mod config_hostile;
mod control;
mod desktop;
mod docs;
mod doctor;
mod foreign;
mod forged;
mod fuzzed;
mod guarded;
mod killed;
mod licences;
mod live;
mod long_messages;
mod machine;
mod manual;
mod many;
mod page;
mod quiet;
mod release;
mod replaced;
mod rule_phrases;
mod rule_properties;
mod rule_sun;
mod rule_tables;
mod server;
mod setup;
mod systemd;
mod terminal;
mod together;
mod unseen;
mod upgrade;
mod way_out;
