//! The commands, one file each. A command reads the clock once and hands it down.

mod add;
mod check;
mod completions;
mod config_edit;
mod dates;
mod dismiss;
mod doctor;
mod edit;
mod export;
mod follow;
mod history;
mod import;
mod init;
mod list;
mod man;
mod next;
mod notify;
mod output;
mod packs;
mod progress;
mod read;
mod rehearse;
mod remove;
mod run;
mod service;
mod show;
mod snooze;
mod status;
mod systemctl;
mod unfollow;

use crate::app::context::Context;
use crate::daemon::{Exit, Start};
use crate::host::clock::{self, Clock};
use crate::host::paths::Paths;
use crate::host::{locale, log, zones};
use clap::{Args, ColorChoice, Parser, Subcommand};
use output::Output;
use std::path::PathBuf;
use std::process::ExitCode;

/// What a command fails with: a message for the person.
pub type Error = String;

/// The exit code of a daemon that ends because another one runs; the unit does not start it again then.
const SURPLUS: u8 = 3;

/// Announces the remembrance days that you keep, each year, with an excerpt from an article.
#[derive(Debug, Parser)]
#[command(name = "remembrance", version, about, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    global: Global,
}

#[derive(Debug, Clone, Args)]
struct Global {
    /// Read this file instead of ~/.config/remembrance/config.toml
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Pretend that it is this time, as `2027-01-20 09:00`
    #[arg(long, global = true, value_name = "WHEN")]
    now: Option<String>,
    /// Speak this language where there is a choice
    #[arg(long, global = true, value_name = "LANG", value_parser = locale::named)]
    lang: Option<String>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// Say more of what is done; twice for how it was decided
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    verbose: u8,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the daemon in the foreground, as systemd does
    Run,
    /// See it work now: the daemon on a clock set to seconds before a day's next reminder
    Rehearse(rehearse::Options),
    /// What is coming
    Next(next::Options),
    /// The days of a year
    List(list::Options),
    /// What there is to follow: packs of days by region, or the days of one
    Packs(packs::Options),
    /// What a phrase like `second Sunday of November` means: its dates
    Dates(dates::Options),
    /// The article about a day
    Show(show::Options),
    /// The article about a day as a page in the browser
    Read(read::Options),
    /// Show the notification of a day now
    Notify(notify::Options),
    /// What was shown, when and how late; what was missed
    History(history::Options),
    /// Whether the daemon runs, and what is next
    Status(status::Options),
    /// What is wrong, and the command that mends it
    Doctor(doctor::Options),
    /// The systemd user unit, where no package has installed it
    #[command(subcommand)]
    Service(service::Action),
    /// Put off the notification that is on the screen
    Snooze(snooze::Options),
    /// Close the notification that is on the screen
    Dismiss(dismiss::Options),
    /// Keep a pack of days, or a day of one, from now on
    Follow(follow::Options),
    /// Let a pack of days, or a day of one, go
    Unfollow(unfollow::Options),
    /// Add a day of your own
    Add(add::Options),
    /// Remove a day of your own
    Remove(remove::Options),
    /// Open the configuration in your editor, and check it before it is saved
    Edit,
    /// Write a configuration with every key and its default
    Init,
    /// The days of another program's calendar into days.d: iCalendar, vCard, calendar(1)
    Import(import::Options),
    /// The days as a calendar for other programs and phones (iCalendar)
    Export(export::Options),
    /// Every mistake in the configuration; with -v, where each value came from
    Check(check::Options),
    /// A script that has a shell complete the commands
    Completions(completions::Options),
    /// This manual page, for `man -l -`
    Man,
}

/// What every command has at hand.
struct Invocation {
    global: Global,
    paths: Paths,
    context: Context,
    clock: Clock,
    output: Output,
}

impl Invocation {
    fn new(global: Global) -> Result<Self, Error> {
        Self::of(global, false)
    }

    /// The same; `may_be_new` says that the config which was named is made where it is not there.
    fn of(global: Global, may_be_new: bool) -> Result<Self, Error> {
        let (paths, clock) = paths_and_clock(&global, may_be_new)?;
        let context = Context::read(paths.clone(), global.lang.as_deref());
        let output = Output::new(global.color);
        Ok(Self { global, paths, context, clock, output })
    }

    /// Says of the mistakes in the configuration that there are some, for commands that go on with what is sound.
    fn mention_mistakes(&self) {
        if let Some(first) = self.context.mistakes.first() {
            let more = match self.context.mistakes.len() - 1 {
                0 => String::new(),
                more => format!(" ({more} more)"),
            };
            eprintln!("warning: {}{more}; `remembrance check` tells all", first.in_one_line());
        }
    }
}

/// What goes before the configuration: where it lies, and what time it is.
fn paths_and_clock(global: &Global, may_be_new: bool) -> Result<(Paths, Clock), Error> {
    let paths = Paths::find(global.config.clone())?;
    if let Some(file) = global.config.as_ref().filter(|file| !may_be_new && !file.exists()) {
        return Err(format!("cannot read `{}`: there is no such file", file.display()));
    }
    let now = global.now.as_deref().map(|now| clock::parse(now, &zones::system())).transpose()?;
    Ok((paths, now.map_or_else(Clock::default, Clock::showing)))
}

/// Runs the command that the arguments name.
///
/// # Errors
/// When it fails; the message is for the person, and the exit code is 1. Wrong usage ends the
/// program with 2 at once.
pub fn run() -> Result<ExitCode, Error> {
    let Cli { command, global } = Cli::parse();
    log::start(global.verbose, matches!(command, Some(Command::Run)));
    match command {
        Some(Command::Dates(options)) => return dates::run(&options, &global),
        Some(Command::Check(options)) => return check::run(&options, global),
        Some(Command::Service(action)) => return service::run(&action),
        Some(Command::Completions(options)) => return completions::run(&options),
        Some(Command::Man) => return man::run(),
        Some(Command::Status(options)) => return status::run(&options),
        Some(Command::Snooze(options)) => return snooze::run(&options),
        Some(Command::Dismiss(options)) => return dismiss::run(&options),
        Some(Command::Run) => return run::run(global),
        _ => {}
    }
    let makes_it = matches!(
        command,
        Some(Command::Init | Command::Edit | Command::Add(_) | Command::Follow(_) | Command::Unfollow(_))
    );
    let invocation = Invocation::of(global, makes_it)?;
    if !makes_it && !matches!(command, Some(Command::Doctor(_))) {
        invocation.mention_mistakes();
    }
    match command {
        None => next::run(&next::Options::default(), &invocation),
        Some(Command::Next(options)) => next::run(&options, &invocation),
        Some(Command::List(options)) => list::run(&options, &invocation),
        Some(Command::Packs(options)) => packs::run(&options, &invocation),
        Some(Command::Show(options)) => show::run(&options, &invocation),
        Some(Command::Read(options)) => read::run(&options, &invocation),
        Some(Command::History(options)) => history::run(&options, &invocation),
        Some(Command::Doctor(options)) => doctor::run(&options, &invocation),
        Some(Command::Follow(options)) => follow::run(&options, &invocation),
        Some(Command::Unfollow(options)) => unfollow::run(&options, &invocation),
        Some(Command::Add(options)) => add::run(&options, &invocation),
        Some(Command::Remove(options)) => remove::run(&options, &invocation),
        Some(Command::Edit) => edit::run(&invocation),
        Some(Command::Init) => init::run(&invocation),
        Some(Command::Notify(options)) => notify::run(&options, &invocation),
        Some(Command::Import(options)) => import::run(&options, &invocation),
        Some(Command::Export(options)) => export::run(&options, &invocation),
        Some(Command::Rehearse(options)) => rehearse::run(&options, invocation),
        Some(
            Command::Dates(_)
            | Command::Check(_)
            | Command::Service(_)
            | Command::Completions(_)
            | Command::Man
            | Command::Status(_)
            | Command::Snooze(_)
            | Command::Dismiss(_)
            | Command::Run,
        ) => Ok(ExitCode::SUCCESS),
    }
}

/// Runs the daemon on the one thread there is.
fn run_daemon(start: Start) -> Result<ExitCode, Error> {
    let ended = alone()?.block_on(crate::daemon::run(start));
    let code = |ended| match ended {
        Exit::Stopped => ExitCode::SUCCESS,
        Exit::AlreadyRunning => ExitCode::from(SURPLUS),
    };
    ended.map(code).map_err(|error| format!("the daemon cannot run: {error}"))
}

/// A runtime on this thread.
fn alone() -> Result<tokio::runtime::Runtime, Error> {
    let built = tokio::runtime::Builder::new_current_thread().enable_all().build();
    built.map_err(|error| format!("cannot start: {error}"))
}

/// This year, for commands that need no configuration.
fn this_year(global: &Global) -> Result<i32, Error> {
    use chrono::Datelike;
    let zone = zones::system();
    let now = match &global.now {
        Some(now) => clock::parse(now, &zone)?,
        None => Clock::default().now(),
    };
    Ok(zone.civil(now).year())
}
