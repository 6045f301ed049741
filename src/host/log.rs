//! Log lines on standard error, with the priority that the journal reads (sd-daemon(3)).

use log::{Level, LevelFilter, Log, Metadata, Record};
use std::env;
use std::io::Write;

struct Stderr {
    for_journal: bool,
}

/// Starts logging: warnings, and more with each `-v`; the daemon says what it shows besides.
pub fn start(verbosity: u8, is_daemon: bool) {
    let level = match verbosity + u8::from(is_daemon) {
        0 => LevelFilter::Warn,
        1 => LevelFilter::Info,
        _ => LevelFilter::Debug,
    };
    let logger = Stderr { for_journal: env::var_os("JOURNAL_STREAM").is_some() };
    if log::set_boxed_logger(Box::new(logger)).is_ok() {
        log::set_max_level(level);
    }
}

impl Log for Stderr {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("remembrance")
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let (priority, word) = match record.level() {
            Level::Error => ("<3>", "error: "),
            Level::Warn => ("<4>", "warning: "),
            Level::Info => ("<6>", ""),
            Level::Debug | Level::Trace => ("<7>", ""),
        };
        let start = if self.for_journal { priority } else { word };
        // One write, so that no other program's words come between; nothing can be done where it is refused.
        let _ = std::io::stderr().write_all(format!("{start}{}\n", record.args()).as_bytes());
    }

    fn flush(&self) {}
}
