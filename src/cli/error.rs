//! What a command can fail with: an enum for the program, a sentence for the person.

use super::add::AddError;
use super::edit::EditorError;
use super::import::ImportError;
use super::lookup::LookupError;
use super::question::QuestionError;
use super::service::ServiceError;
use super::set::SetError;
use super::setup::SetupError;
use crate::app::pages::PageError;
use crate::config::edit::EditError;
use crate::dbus::Unreached;
use crate::host::clock::NotATime;
use crate::host::files::FileError;
use crate::host::paths::Homeless;
use crate::rule::{OutOfRange, RuleError};
use crate::text::unbroken;
use chrono::NaiveDate;
use std::io;
use std::path::PathBuf;

/// What a command fails with; the message names the place, the fault and the way out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file cannot be read, written or removed.
    #[error(transparent)]
    File(#[from] FileError),
    /// The daemon cannot be reached.
    #[error("cannot reach the daemon: {0}")]
    Daemon(Unreached),
    /// No daemon runs.
    #[error("remembrance is not running")]
    NotRunning,
    /// The daemon refuses.
    #[error("{0}")]
    Refused(String),
    /// A phrase names no date.
    #[error("cannot understand this date\n{}", error.render(phrase))]
    Rule {
        /// The phrase.
        phrase: String,
        /// What is wrong with it.
        error: RuleError,
    },
    /// A calendar does not reach these years.
    #[error(transparent)]
    Years(#[from] OutOfRange),
    /// No day or pack has this name.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// A page cannot be written or opened.
    #[error(transparent)]
    Page(#[from] PageError),
    /// The editor did not do its work.
    #[error(transparent)]
    Editor(#[from] EditorError),
    /// A calendar is not imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A question has no answer.
    #[error(transparent)]
    Question(#[from] QuestionError),
    /// `setup` cannot ask.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// A key cannot be set.
    #[error(transparent)]
    Set(#[from] SetError),
    /// The systemd user service cannot be changed.
    #[error(transparent)]
    Service(#[from] ServiceError),
    /// Another program fails.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// Standard input cannot be read.
    #[error("cannot read standard input: {0}")]
    Input(#[source] io::Error),
    /// Standard output cannot be written.
    #[error("cannot write: {0}")]
    Output(#[source] io::Error),
    /// The thread that the command runs on cannot be set up.
    #[error("cannot start: {0}")]
    Runtime(#[source] io::Error),
    /// The daemon ends with an error.
    #[error("the daemon cannot run: {0}")]
    DaemonFailed(#[source] io::Error),
    /// There is no home folder for this person.
    #[error(transparent)]
    NoHome(#[from] Homeless),
    /// The argument of `--now` is not a time.
    #[error(transparent)]
    Now(#[from] NotATime),
    /// `--from` is after `--to`.
    #[error("`--from {from}` is after `--to {to}`")]
    EmptySpan {
        /// The start.
        from: String,
        /// The end.
        to: String,
    },
    /// More days are in the span than are listed.
    #[error("more than {most} days; list fewer, e.g. `--from 2027-01-01 --to 2027-01-31`")]
    TooManyOccurrences {
        /// How many are listed at most.
        most: usize,
    },
    /// A year before 1 or after 9999.
    #[error("years go from 1 to 9999")]
    NoSuchYear,
    /// A day is not kept on this date.
    #[error("the day `{day}` is not kept on {date}; in {}: {}", date.format("%Y"), listed(known))]
    NotKept {
        /// The id of the day.
        day: String,
        /// The date that was asked for.
        date: NaiveDate,
        /// The dates of its year.
        known: Vec<NaiveDate>,
    },
    /// There are neither one date for all days nor one for each.
    #[error("{days} days and {dates} dates; give one date for all days, or one for each")]
    DatesOfDays {
        /// How many days were named.
        days: usize,
        /// How many dates were named.
        dates: usize,
    },
    /// A day has no date from now on.
    #[error("the day `{0}` does not come again")]
    Over(String),
    /// A day has no article.
    #[error("the day `{day}` has no article; write one to `{}`", file.display())]
    NoArticle {
        /// The id of the day.
        day: String,
        /// Where the article would be read from.
        file: PathBuf,
    },
    /// The article of this day cannot be read.
    #[error("the article of the day `{0}` has a mistake; `remembrance check` shows its line")]
    BrokenArticle(String),
    /// A day is not added.
    #[error(transparent)]
    Add(#[from] AddError),
    /// Another program changed a file between reading and writing.
    #[error("nothing is changed: `{}` was changed by another program meanwhile; try again", .0.display())]
    ChangedMeanwhile(PathBuf),
    /// A file of the configuration cannot be changed as it stands.
    #[error("`{}`: {why}", file.display())]
    ConfigEdit {
        /// The file.
        file: PathBuf,
        /// Why not.
        why: EditError,
    },
    /// A change was refused because the configuration has, or would have, a mistake.
    #[error(
        "nothing is changed: `{}` {}\n\n{rendered}",
        unbroken(&file.display().to_string()),
        if *was_wrong { "has a mistake as it stands" } else { "would have a mistake" }
    )]
    Mistakes {
        /// The file.
        file: PathBuf,
        /// Whether the mistake was there before.
        was_wrong: bool,
        /// The mistakes, as `check` shows them.
        rendered: String,
    },
    /// `init` finds a configuration.
    #[error("`{}` is there already; `remembrance edit` opens it", .0.display())]
    ConfigExists(PathBuf),
    /// A day of a pack cannot be removed, only unfollowed.
    #[error(
        "the day `{day}` comes with the pack `{pack}`; `remembrance unfollow {pack}/{day}` stops following it"
    )]
    DayOfPack {
        /// The id of the day.
        day: String,
        /// The pack.
        pack: String,
    },
    /// A day is in none of the person's own files.
    #[error("the day `{0}` is in no file of yours; `remembrance check -v` shows where it is from")]
    DayOfOthers(String),
    /// A pack or day is not followed.
    #[error("`{name}` is not followed; {}", those_followed(followed))]
    NotFollowed {
        /// What was to be unfollowed.
        name: String,
        /// What is followed.
        followed: Vec<String>,
    },
    /// A day is not muted by a file of this person.
    #[error("the day `{0}` is not muted")]
    NotMuted(String),
    /// No reminder is left to rehearse.
    #[error("there is nothing to rehearse: no upcoming days")]
    NothingToRehearse,
    /// The ledger is not one of this version.
    #[error("cannot read `{}`: it is not a ledger of this version", .0.display())]
    ForeignLedger(PathBuf),
    /// The target of an export is a file of another program.
    #[error("`{}` is not from an export; move it away, or name another file or folder", .0.display())]
    ForeignExport(PathBuf),
    /// The target of an export was exported before, and changed since.
    #[error("`{}` was changed since it was exported; move it away, or name another file", .0.display())]
    EditedExport(PathBuf),
}

impl ProgramError {
    /// What the program said, or why it said nothing.
    pub(super) fn reason(&self) -> String {
        match self {
            Self::Failed { said, .. } if !said.is_empty() => crate::text::one_line(said),
            other => other.to_string(),
        }
    }
}

impl From<Unreached> for Error {
    fn from(why: Unreached) -> Self {
        match why {
            Unreached::Failed(why) => Self::Refused(why),
            Unreached::NotRunning => Self::NotRunning,
            no_bus @ Unreached::NoBus(_) => Self::Daemon(no_bus),
        }
    }
}

/// Why another program did not do what it was run for.
#[derive(Debug, thiserror::Error)]
pub enum ProgramError {
    /// It could not be started.
    #[error("cannot run `{program}`: {error}")]
    NotStarted {
        /// The program.
        program: String,
        /// Why not.
        error: io::Error,
    },
    /// It failed.
    #[error("`{command}` failed: {said}")]
    Failed {
        /// The program with its arguments.
        command: String,
        /// What it printed to standard error.
        said: String,
    },
    /// It takes too long.
    #[error("`{command}` does not answer within {seconds} seconds")]
    Slow {
        /// The program with its arguments.
        command: String,
        /// How long it was waited for.
        seconds: u64,
    },
}

fn listed(dates: &[NaiveDate]) -> String {
    if dates.is_empty() {
        return "never".to_owned();
    }
    dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn those_followed(names: &[String]) -> String {
    if names.is_empty() { "nothing is".to_owned() } else { format!("these are: {}", quoted(names)) }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
