//! Log lines on standard error, with the priority that the journal reads (sd-daemon(3)).

use super::streams::log_line;
use log::{Level, LevelFilter, Log, Metadata, Record};

struct Stderr;

/// Starts logging: warnings, and more with each `-v`; the daemon says what it shows besides.
pub fn start(verbosity: u8, is_daemon: bool) {
    let level = match verbosity + u8::from(is_daemon) {
        0 => LevelFilter::Warn,
        1 => LevelFilter::Info,
        _ => LevelFilter::Debug,
    };
    if log::set_logger(&Stderr).is_ok() {
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
        log_line(priority, word, &record.args().to_string());
    }

    fn flush(&self) {}
}
