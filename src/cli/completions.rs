//! `remembrance completions`: what a shell needs to complete the commands.

use super::output::print;
use super::{Cli, Error};
use clap::CommandFactory;
use clap_complete::Shell;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The shell that is to complete
    shell: Shell,
}

pub(super) fn run(options: &Options) -> Result<ExitCode, Error> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "remembrance", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(ExitCode::SUCCESS)
}
