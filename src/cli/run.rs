//! `remembrance run`: the daemon, in the foreground.

use super::{Error, Global, SURPLUS, paths_and_clock, run_daemon};
use crate::daemon::Start;
use crate::engine::LedgerFile;
use crate::host::on_screen::OnScreenFile;
use std::process::ExitCode;

/// The name of the ledger in the state folder.
pub(super) const LEDGER: &str = "ledger.jsonl";

/// The ledger of a daemon that pretends: what it writes must not silence the real one.
pub(super) const PRETENDED_LEDGER: &str = "ledger-pretended.jsonl";

pub(super) fn run(global: Global) -> Result<ExitCode, Error> {
    // The daemon reads the configuration itself, once it watches for what changes in it.
    let (paths, clock) = paths_and_clock(&global, false)?;
    let name = if clock.is_pretended() { PRETENDED_LEDGER } else { LEDGER };
    let ledger = match LedgerFile::open(&paths.state, name, clock.now()) {
        Ok(ledger) => ledger,
        Err(in_use) => {
            log::warn!("{in_use}; this one ends");
            return Ok(ExitCode::from(SURPLUS));
        }
    };
    let on_screen = Some(OnScreenFile::beside(&paths.state.join(name)));
    run_daemon(Start { paths, language: global.lang, clock, ledger, on_screen, rehearsed: None })
}
