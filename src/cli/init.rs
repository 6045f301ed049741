//! `remembrance init`: writes the commented sample, and the schema that editors complete it by.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::{SAMPLE, SCHEMA};
use crate::host::save::save;
use std::path::Path;

/// The name of the schema beside the config, as the first line of the sample has it.
const SCHEMA_FILE: &str = "remembrance.schema.json";

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance init")]
pub(super) struct InitArgs;

impl Run for InitArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::for_editing(global)?;
        let file = &invocation.paths.config_file;
        if file.symlink_metadata().is_ok() {
            renew_schema(file)?;
            return Err(Error::ConfigExists(file.clone()));
        }
        let context = invocation.save(file, SAMPLE)?;
        write_schema(file)?;
        let next = invocation.next_of_all(&context);
        print(&format!("Wrote {}: every key, with its default.\n{next}", file.display()))?;
        Ok(Outcome::Success)
    }
}

/// Writes the schema beside the config.
pub(super) fn write_schema(config: &Path) -> Result<(), Error> {
    Ok(save(&config.with_file_name(SCHEMA_FILE), SCHEMA)?)
}

/// Brings the schema beside the config up to date, where there is one.
pub(super) fn renew_schema(config: &Path) -> Result<(), Error> {
    let path = config.with_file_name(SCHEMA_FILE);
    match crate::host::files::read(&path) {
        Ok(Some(text)) if text != SCHEMA => write_schema(config),
        _ => Ok(()),
    }
}
