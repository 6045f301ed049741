//! Arguments in, exit code out; the one place that prints an error.

use remembrance::cli::{self, Outcome};
use remembrance::host::streams::print_error;
use std::process::ExitCode;

fn main() -> ExitCode {
    let exit = cli::run().unwrap_or_else(|failure| {
        print_error(&format!("{failure}\n"));
        Outcome::Failed
    });
    ExitCode::from(exit as u8)
}
