//! Arguments in, exit code out; the one place that prints an error.

use remembrance::cli::{self, Outcome};
use std::process::ExitCode;

fn main() -> ExitCode {
    let exit = cli::run().unwrap_or_else(|error| {
        eprintln!("error: {error}");
        Outcome::Failed
    });
    ExitCode::from(exit as u8)
}
