//! `remembrance run`: the daemon, in the foreground.

use super::invocation::ledger_name;
use super::{Error, Global, Outcome, Run, run_daemon};
use crate::daemon::Start;
use crate::engine::LedgerFile;
use crate::host::on_screen::OnScreenFile;

#[derive(Debug, clap::Args)]
#[command(after_help = r#"Example: remembrance run --now "2027-01-20 08:59""#)]
pub(super) struct RunArgs;

impl Run for RunArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        // The daemon reads the configuration itself, once it watches for what changes in it.
        let (paths, clock) = (global.existing_paths()?, global.clock()?);
        let name = ledger_name(clock);
        let ledger = match LedgerFile::open(&paths.state, name, clock.now()) {
            Ok(ledger) => ledger,
            Err(in_use) => {
                log::warn!("{in_use}; this one ends");
                return Ok(Outcome::AlreadyRunning);
            }
        };
        let on_screen = Some(OnScreenFile::beside(&paths.state.join(name)));
        let language = global.lang.clone();
        run_daemon(Start { paths, language, clock, ledger, on_screen, rehearsed: None })
    }
}
