//! `remembrance completions`: what a shell needs to complete the commands.

use super::output::print;
use super::{Cli, Error, Exit, Global, Run};
use clap::CommandFactory;
use clap_complete::Shell;

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell that is to complete
    shell: Shell,
}

impl Run for CompletionsArgs {
    fn run(&self, _: &Global) -> Result<Exit, Error> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "remembrance", &mut script);
        print(&String::from_utf8_lossy(&script))?;
        Ok(Exit::Success)
    }
}
