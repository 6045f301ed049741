//! A bar on the terminal for what takes its time, and nothing at all for what does not.

use crate::host::streams::redraw;
use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

/// What is done sooner shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the bar is drawn anew.
const EVERY: Duration = Duration::from_millis(100);

/// How wide the bar itself is.
const WIDTH: usize = 30;

/// How far something has come.
pub(super) struct Progress {
    what: &'static str,
    begun: Instant,
    drawn: Option<Instant>,
    is_terminal: bool,
}

impl Progress {
    pub(super) fn new(what: &'static str) -> Self {
        Self { what, begun: Instant::now(), drawn: None, is_terminal: stderr().is_terminal() }
    }

    /// How many of all are done.
    pub(super) fn at(&mut self, done: usize, all: usize) {
        let now = Instant::now();
        let is_time = self.drawn.map_or(now - self.begun >= PATIENCE, |drawn| now - drawn >= EVERY);
        if self.is_terminal && is_time {
            let filled = done * WIDTH / all.max(1);
            let bar = "#".repeat(filled) + &" ".repeat(WIDTH - filled.min(WIDTH));
            redraw(&format!("{} [{bar}] {} %", self.what, done * 100 / all.max(1)));
            self.drawn = Some(now);
        }
    }

    /// Leaves the line as it was.
    pub(super) fn clear(&self) {
        if self.drawn.is_some() {
            redraw("");
        }
    }
}
