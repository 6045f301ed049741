//! The commands, one file each. A command reads the clock once and hands it down.

mod add;
mod check;
mod check_file;
mod completions;
mod config_edit;
mod date_phrase;
mod dates;
mod dismiss;
mod doctor;
mod edit;
mod error;
mod error_message;
mod export;
mod export_folder;
mod export_stamp;
mod follow;
mod help;
mod history;
mod import;
mod init;
mod invocation;
mod list;
mod lookup;
mod man;
mod mute;
mod next;
mod notify;
mod occurrences;
mod output;
mod packs;
mod progress;
mod question;
mod read;
mod rehearse;
mod remove;
mod run;
mod search;
mod service;
mod set;
mod setup;
mod short_date;
mod show;
mod snooze;
mod status;
mod systemctl;
mod table;
mod template;
mod today;
mod unfollow;

pub use add::AddError;
pub use edit::EditorError;
pub use error::{Error, ProgramError};
pub use error_message::Failure;
pub use import::ImportError;
pub use lookup::LookupError;
pub use question::QuestionError;
pub use service::ServiceError;
pub use set::SetError;
pub use setup::SetupError;

use crate::daemon::{self, Start};
use crate::host::streams::{print_error, trusted};
use crate::host::{locale, log, memory};
use crate::text::{is_left_out, unbroken};
use clap::builder::StyledStr;
use clap::{Args, ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};
use invocation::Invocation;
use output::Output;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::env;
use std::path::PathBuf;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It did what was asked.
    Success = 0,
    /// It failed, or found problems.
    Failed = 1,
    /// The arguments are wrong.
    Usage = 2,
    /// Another daemon of this person runs; the unit does not start this one again.
    AlreadyRunning = 3,
}

/// A command: its arguments, and what it does.
trait Run {
    /// Does it; the global options say with which configuration and at what time.
    fn run(&self, global: &Global) -> Result<Outcome, Error>;
}

/// Reminds you of remembrance days, each year, with an excerpt from an article.
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
    /// Read this file instead of `~/.config/remembrance/config.toml`
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Pretend that it is this time, e.g. `2027-01-20 09:00`
    #[arg(long, global = true, value_name = "WHEN")]
    now: Option<String>,
    /// Preferred language, e.g. `az`
    #[arg(long, global = true, value_name = "LANG", value_parser = locale::named, add = completions::languages())]
    lang: Option<String>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,
    /// More detail; `-vv` also explains decisions
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    verbose: u8,
}

#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Command {
    /// Run the daemon in the foreground, as systemd does
    Run(run::RunArgs),
    /// Preview a reminder: run the daemon with its clock set to just before it
    Rehearse(rehearse::RehearseArgs),
    /// Show the days of today
    Today(today::TodayArgs),
    /// Show upcoming reminders
    Next(next::NextArgs),
    /// List the days of a year
    List(list::ListArgs),
    /// List packs to follow, or the days of one
    Packs(packs::PacksArgs),
    /// Search the names and articles of every day
    Search(search::SearchArgs),
    /// Show the dates of a phrase, e.g. `second Sunday of November`
    Dates(dates::DatesArgs),
    /// Show the article about a day
    Show(show::ShowArgs),
    /// Open the article about a day in the browser
    Read(read::ReadArgs),
    /// Show the notification of a day now
    Notify(notify::NotifyArgs),
    /// Show past notifications, and those that were missed
    History(history::HistoryArgs),
    /// Show whether the daemon is running, and what is next
    Status(status::StatusArgs),
    /// Diagnose problems and suggest fixes
    Doctor(doctor::DoctorArgs),
    /// Enable, disable, install or remove the systemd user service
    Service(service::ServiceArgs),
    /// Snooze open notifications
    Snooze(snooze::SnoozeArgs),
    /// Dismiss open notifications
    Dismiss(dismiss::DismissArgs),
    /// Answer a few questions and write the configuration
    Setup(setup::SetupArgs),
    /// Follow a pack of days, or a day of one
    Follow(follow::FollowArgs),
    /// Stop following a pack or a day
    Unfollow(unfollow::UnfollowArgs),
    /// Add a day of your own
    Add(add::AddArgs),
    /// Remove a day of your own
    Remove(remove::RemoveArgs),
    /// Set a key of the configuration, e.g. `languages az en`
    Set(set::SetArgs),
    /// Mute a day: no reminders this year, or always
    Mute(mute::MuteArgs),
    /// Edit the configuration, and check it before saving
    Edit(edit::EditArgs),
    /// Write a configuration with every key and its default
    Init(init::InitArgs),
    /// Import days from iCalendar, vCard or calendar(1)
    Import(import::ImportArgs),
    /// Export days as iCalendar, for phones and other programs
    Export(export::ExportArgs),
    /// Check the configuration and list every mistake; with -v, the origin of each value
    Check(check::CheckArgs),
    /// Show help for a command
    Help(help::HelpArgs),
    /// Generate shell completions
    Completions(completions::CompletionsArgs),
    /// Print the manual page, for `man -l -`
    Man(man::ManArgs),
}

impl Command {
    fn runner(&self) -> &dyn Run {
        match self {
            Self::Run(args) => args,
            Self::Rehearse(args) => args,
            Self::Today(args) => args,
            Self::Next(args) => args,
            Self::List(args) => args,
            Self::Packs(args) => args,
            Self::Search(args) => args,
            Self::Dates(args) => args,
            Self::Show(args) => args,
            Self::Read(args) => args,
            Self::Notify(args) => args,
            Self::History(args) => args,
            Self::Status(args) => args,
            Self::Doctor(args) => args,
            Self::Service(args) => args,
            Self::Snooze(args) => args,
            Self::Dismiss(args) => args,
            Self::Setup(args) => args,
            Self::Follow(args) => args,
            Self::Unfollow(args) => args,
            Self::Add(args) => args,
            Self::Remove(args) => args,
            Self::Set(args) => args,
            Self::Mute(args) => args,
            Self::Edit(args) => args,
            Self::Init(args) => args,
            Self::Import(args) => args,
            Self::Export(args) => args,
            Self::Check(args) => args,
            Self::Help(args) => args,
            Self::Completions(args) => args,
            Self::Man(args) => args,
        }
    }
}

/// Runs the command that the arguments name.
///
/// # Errors
/// When the command fails; the message is for the person.
pub fn run() -> Result<Outcome, Failure> {
    if let Some(answered) = completions::answer() {
        return Ok(answered);
    }
    // The other commands, and what only help and mistakes show, take longer to make than most commands take to run.
    let matches = match command_alone() {
        Some(command) => command.try_get_matches(),
        None => Cli::command().try_get_matches(),
    };
    let matches = matches.or_else(|_| help::command().try_get_matches());
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(stopped) => {
            let stopped = help::with_advice(stopped);
            let exit = if stopped.use_stderr() { Outcome::Usage } else { Outcome::Success };
            return say(&stopped).map(|()| exit).map_err(|error| Failure::in_english(&error));
        }
    };
    let is_daemon = matches!(cli.command, Some(Command::Run(_)));
    if !is_daemon {
        memory::keep();
    }
    log::start(cli.global.verbose, is_daemon);
    let done = match &cli.command {
        Some(command) => command.runner().run(&cli.global),
        None => today::overview(&cli.global),
    };
    done.map_err(|error| Failure::new(&error, &cli.global))
}

/// The command line with the one command that seems to be named.
fn command_alone() -> Option<clap::Command> {
    let named = env::args_os().skip(1).find(|argument| !argument.as_encoded_bytes().starts_with(b"-"))?;
    let all = Command::augment_subcommands(clap::Command::new(""));
    let command = all.find_subcommand(named)?.clone();
    Some(
        Global::augment_args(clap::Command::new("remembrance").disable_help_subcommand(true))
            .subcommand(command),
    )
}

/// Prints help, the version, or what is wrong with the arguments.
fn say(stopped: &clap::Error) -> Result<(), Error> {
    say_text(&stopped.render(), stopped.use_stderr())
}

/// Prints a text of clap's.
fn say_text(text: &StyledStr, is_error: bool) -> Result<(), Error> {
    // A wrong argument is quoted, whatever is in it.
    let is_clean = !text.to_string().contains(|letter| letter != '\n' && is_left_out(letter));
    let is_coloured = is_clean && Output::of(ColorChoice::Auto, is_error).is_coloured;
    let text = if is_coloured { trusted(&text.ansi().to_string()) } else { text.to_string() };
    if is_error {
        print_error(&with_unbroken_arguments(text));
        Ok(())
    } else {
        output::print(&text)
    }
}

/// The text in which each argument that it quotes is on one line.
fn with_unbroken_arguments(text: String) -> String {
    let arguments = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let quoted = arguments.flat_map(|argument| {
        let value = argument.split_once('=').map(|(_, value)| value.to_owned());
        value.into_iter().chain([argument])
    });
    let broken = quoted.filter(|argument| matches!(unbroken(argument), Cow::Owned(_)));
    // As clap shows it, without most control characters.
    let mut pairs: Vec<(String, String)> = broken
        .map(|argument| (StyledStr::from(&argument).to_string(), unbroken(&argument).into_owned()))
        .collect();
    // One may be part of another.
    pairs.sort_by_key(|(shown, _)| Reverse(shown.len()));
    pairs.iter().fold(text, |text, (shown, unbroken)| text.replace(shown, unbroken))
}

/// Runs the daemon on this thread.
fn run_daemon(start: Start) -> Result<Outcome, Error> {
    match runtime()?.block_on(daemon::run(start)).map_err(Error::DaemonFailed)? {
        daemon::Exit::Stopped => Ok(Outcome::Success),
        daemon::Exit::AlreadyRunning => Ok(Outcome::AlreadyRunning),
    }
}

/// A runtime on this thread.
fn runtime() -> Result<tokio::runtime::Runtime, Error> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::Runtime)
}
