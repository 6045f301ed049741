//! `remembrance completions`: generates shell completions.

use super::output::print;
use super::{Error, Global, Outcome, Run};
use clap_complete::Shell;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: remembrance completions bash > ~/.local/share/bash-completion/completions/remembrance"
)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

impl Run for CompletionsArgs {
    fn run(&self, _: &Global) -> Result<Outcome, Error> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::help::command(), "remembrance", &mut script);
        print(&String::from_utf8_lossy(&script))?;
        Ok(Outcome::Success)
    }
}
