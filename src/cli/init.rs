//! `remembrance init`: writes the commented sample, and the schema that editors complete it by.

use super::output::{print, print_line};
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::{SAMPLE, SCHEMA};
use crate::host::files;
use crate::host::save::save;
use crate::host::streams::print_error_line;
use crate::ical::Seal;
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
        print_line(&format!("Wrote {}: every key, with its default.", file.display()))?;
        print(&next)?;
        Ok(Outcome::Success)
    }
}

/// The line by which a schema is known to be as this program, or an earlier one, wrote it.
const SEAL: Seal = Seal {
    before: "  \"$comment\": \"Written by remembrance; fingerprint ",
    after: "\",\n",
    above: "  \"$schema\"",
};

/// Writes the schema beside the config; a file of somebody else that has its name stays.
pub(super) fn write_schema(config: &Path) -> Result<(), Error> {
    let path = config.with_file_name(SCHEMA_FILE);
    if path.symlink_metadata().is_ok() && !is_ours(&path) {
        print_error_line(&format!(
            "`{}` was not written by this program, or was changed, and stays as it is",
            path.display()
        ));
        return Ok(());
    }
    Ok(save(&path, &SEAL.put(SCHEMA))?)
}

/// Brings the schema beside the config up to date, where there is one that this program wrote.
pub(super) fn renew_schema(config: &Path) -> Result<(), Error> {
    let path = config.with_file_name(SCHEMA_FILE);
    let is_new = || files::read(&path).is_ok_and(|text| text.is_some_and(|text| text == SEAL.put(SCHEMA)));
    if is_ours(&path) && !is_new() { write_schema(config) } else { Ok(()) }
}

fn is_ours(path: &Path) -> bool {
    !path.is_symlink() && files::read(path).is_ok_and(|text| text.is_some_and(|text| SEAL.is_whole(&text)))
}
