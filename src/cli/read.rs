//! `remembrance read`: the article about a day as a page in the browser.

use super::{Context, Error, alone};
use crate::host::open;
use std::process::ExitCode;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The id of the day, as `az-black-january`
    day: String,
}

pub(super) fn run(options: &Options, context: &Context) -> Result<ExitCode, Error> {
    let world = &context.world;
    let day = world.day(&options.day)?;
    let (_, date) = super::notify::occurrence(day, None, world.at(context.clock.now()))?;
    let page = open::write_page(world, day, date)?;
    alone()?.block_on(open::open(&page, None))?;
    Ok(ExitCode::SUCCESS)
}
