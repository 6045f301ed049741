//! Arguments in, exit code out; the one place that prints an error.

use std::process::ExitCode;

fn main() -> ExitCode {
    match remembrance::cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
