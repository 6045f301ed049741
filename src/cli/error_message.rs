//! What a command fails with, in the language of the person: for the commands that speak it.

use super::add::AddError;
use super::output::Output;
use super::question::QuestionError;
use super::service::ServiceError;
use super::set::SetError;
use super::setup::SetupError;
use super::{Error, Global, Invocation, LookupError};
use crate::config::edit::EditError;
use crate::host::files::{FileError, FileFault};
use crate::host::locale;
use crate::message::Message;
use crate::rule::RuleError;
use crate::text::unbroken;
use crate::words::Words;
use clap::ColorChoice;
use std::borrow::Cow;
use std::fmt;
use std::io::ErrorKind;

/// What a person reads when a command failed: the mistake after the word for one.
#[derive(Debug)]
pub struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Failure {
    /// In the first language of this person that the commands speak, where the mistake is translated, else in English.
    pub(super) fn new(error: &Error, global: &Global) -> Self {
        let languages = match Invocation::quietly(global) {
            Ok(invocation) => invocation.context.languages,
            Err(_) => global.lang.iter().cloned().chain(locale::languages()).collect(),
        };
        let words = Words::of_commands(&languages);
        let translated = error.translated(&words).and_then(|text| {
            let label = words.error(&Message::new("label-error"))?;
            Some(format!("{label}: {text}"))
        });
        translated.map_or_else(|| Self::in_english(error), |text| Self::wrapped(error, &text))
    }

    /// Before it is known whose language it is.
    pub(super) fn in_english(error: &Error) -> Self {
        Self::wrapped(error, &format!("error: {error}"))
    }

    /// Wrapped to the terminal, but for the lines that show a place: the phrase and the carets below it, and mistakes.
    fn wrapped(error: &Error, text: &str) -> Self {
        let output = Output::of(ColorChoice::Auto, true);
        let text = if error.has_lines() { Cow::Borrowed(text) } else { unbroken(text) };
        let is_help = |index: usize| index > 2 && matches!(error, Error::Rule { .. });
        let line = |(index, line): (usize, &str)| {
            if index == 0 || is_help(index) { output.wrap_words(line) } else { line.to_owned() }
        };
        Self(text.lines().enumerate().map(line).collect::<Vec<_>>().join("\n"))
    }
}

impl Error {
    /// Whether the message has more than one line; what these quote has no line breaks of its own.
    fn has_lines(&self) -> bool {
        matches!(
            self,
            Self::Rule { .. }
                | Self::Mistakes { .. }
                | Self::Add(AddError::SameName { .. })
                | Self::Service(ServiceError::NotStarted(_))
        )
    }

    /// The mistake in other words than English, where there are some.
    fn translated(&self, words: &Words) -> Option<String> {
        if let Self::Rule { phrase, error } = self {
            let heading = words.error(&Message::new("rule-heading"))?;
            return Some(format!("{heading}\n{}", rendered(error, phrase, words)?));
        }
        let text = words.error(&self.message()?)?;
        match self {
            Self::Mistakes { rendered, .. } => Some(format!("{text}\n\n{rendered}")),
            Self::ConfigEdit { why, .. } => Some(format!("{text}: {}", words.error(&why.message())?)),
            Self::File(error) => Some(format!("{text}: {}", fault_in(error.fault(), words)?)),
            _ => Some(text),
        }
    }

    fn message(&self) -> Option<Message> {
        Some(match self {
            Self::Lookup(error) => error.message(),
            Self::Add(error) => error.message(),
            Self::Question(error) => error.message(),
            Self::Setup(SetupError::NoTerminal) => Message::new("setup-no-terminal"),
            Self::Set(error) => error.message(),
            Self::Years(error) => error.message(),
            Self::File(error) => {
                let (name, path) = match error {
                    FileError::Read(path, _) => ("file-read", path),
                    FileError::Write(path, _) => ("file-write", path),
                    FileError::Remove(path, _) => ("file-remove", path),
                };
                Message::new(name).with("file", path.display())
            }
            Self::Now(error) => Message::new("not-a-time").with("text", error.text()),
            Self::NotRunning => Message::new("not-running"),
            Self::NoHome(_) => Message::new("no-home"),
            Self::EmptySpan { from, to } => Message::new("empty-span").with("from", from).with("to", to),
            Self::TooManyOccurrences { most } => Message::new("too-many-occurrences").with("most", most),
            Self::NoSuchYear => Message::new("no-such-year"),
            Self::NotKept { day, date, known } if known.is_empty() => {
                Message::new("not-kept-that-year").with("day", day).with("date", date)
            }
            Self::NotKept { day, date, known } => Message::new("not-kept")
                .with("day", day)
                .with("date", date)
                .with("known", known.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
            Self::Over(day) => Message::new("day-over").with("day", day),
            Self::NoArticle { day, file } => {
                Message::new("no-article").with("day", day).with("file", file.display())
            }
            Self::BrokenArticle(day) => Message::new("broken-article").with("day", day),
            Self::ChangedMeanwhile(file) => Message::new("changed-meanwhile").with("file", file.display()),
            Self::ConfigEdit { file, .. } => Message::new("config-edit").with("file", file.display()),
            Self::Mistakes { file, was_wrong: true, .. } => {
                Message::new("has-a-mistake").with("file", file.display())
            }
            Self::Mistakes { file, .. } => Message::new("would-have-a-mistake").with("file", file.display()),
            Self::ConfigExists(file) => Message::new("config-exists").with("file", file.display()),
            Self::DayOfPack { day, pack } => Message::new("day-of-pack").with("day", day).with("pack", pack),
            Self::DayOfOthers(day) => Message::new("day-of-others").with("day", day),
            Self::NotFollowed { name, followed } if followed.is_empty() => {
                Message::new("nothing-followed").with("name", name)
            }
            Self::NotFollowed { name, followed } => {
                let followed: Vec<String> = followed.iter().map(|name| format!("`{name}`")).collect();
                Message::new("not-followed").with("name", name).with("followed", followed.join(", "))
            }
            Self::NotMuted(day) => Message::new("not-muted").with("day", day),
            Self::NothingToRehearse => Message::new("nothing-to-rehearse"),
            _ => return None,
        })
    }
}

/// A phrase with the mistake in it.
fn rendered(error: &RuleError, phrase: &str, words: &Words) -> Option<String> {
    let say = |message: Option<Message>| message.and_then(|message| words.error(&message));
    let label = words.error(&Message::new("label-help"))?;
    let message = say(error.message()).unwrap_or_else(|| error.to_string());
    let help = say(error.help_message()).or_else(|| error.help());
    Some(error.render_as(phrase, &message, help.map(|help| format!("{label}: {help}")).as_deref()))
}

/// Why a file cannot be had.
fn fault_in(fault: &FileFault, words: &Words) -> Option<String> {
    let name = match fault {
        FileFault::System(ErrorKind::NotFound, _) => "fault-not-found",
        FileFault::System(ErrorKind::PermissionDenied, _) => "fault-denied",
        FileFault::System(ErrorKind::StorageFull, _) => "fault-full",
        FileFault::System(ErrorKind::ReadOnlyFilesystem, _) => "fault-read-only",
        FileFault::IsFolder => "fault-folder",
        // What the system says beside these, it says in English.
        _ => return Some(fault.to_string()),
    };
    words.error(&Message::new(name))
}

impl EditError {
    fn message(&self) -> Message {
        match self {
            Self::Syntax => Message::new("edit-syntax"),
            Self::TooLarge { line } => Message::new("edit-too-large").with("line", line),
            Self::DayExists(day) => Message::new("edit-day-exists").with("day", day),
            Self::NotATable(key) => Message::new("edit-not-a-table").with("key", key),
            Self::FollowIsNotAList => Message::new("edit-follow"),
        }
    }
}

impl LookupError {
    fn message(&self) -> Message {
        match self {
            Self::Day { name, near: Some(near) } => {
                Message::new("lookup-day-near").with("name", name).with("near", near)
            }
            Self::Day { name, near: None } => Message::new("lookup-day").with("name", name),
            Self::NotFollowed { day, pack } => {
                Message::new("lookup-not-followed").with("day", day).with("pack", pack)
            }
            Self::Pack { name, near: Some(near) } => {
                Message::new("lookup-pack-near").with("name", name).with("near", near)
            }
            Self::Pack { name, near: None } => Message::new("lookup-pack").with("name", name),
            Self::PackOrDay { name, near: Some(near) } => {
                Message::new("lookup-either-near").with("name", name).with("near", near)
            }
            Self::PackOrDay { name, near: None } => Message::new("lookup-either").with("name", name),
            Self::DayOfPack { pack, day, near: Some(near) } => Message::new("lookup-day-of-pack-near")
                .with("pack", pack)
                .with("day", day)
                .with("near", format!("{pack}/{near}")),
            Self::DayOfPack { pack, day, near: None } => {
                Message::new("lookup-day-of-pack").with("pack", pack).with("day", day)
            }
        }
    }
}

impl AddError {
    fn message(&self) -> Message {
        match self {
            Self::Future { date, yearly } => {
                Message::new("add-future").with("date", date).with("yearly", yearly)
            }
            Self::SameName { id, name, rules } => {
                Message::new("add-same-name").with("id", id).with("name", name).with("rules", rules)
            }
            Self::Taken { id, pack: None } => Message::new("add-taken").with("id", id),
            Self::Taken { id, pack: Some(pack) } => {
                Message::new("add-taken-by-pack").with("id", id).with("pack", pack)
            }
            Self::TwoReadings { phrase, first, second } => Message::new("add-two-readings")
                .with("phrase", phrase)
                .with("first", first)
                .with("second", second),
            Self::EventOfCalendar { event, calendar, gregorian } => Message::new("add-event-of-calendar")
                .with("event", event)
                .with("calendar", calendar)
                .with("gregorian", gregorian),
            Self::Moment(text) => Message::new("add-moment").with("text", text),
        }
    }
}

impl QuestionError {
    fn message(&self) -> Message {
        match self {
            Self::Canceled => Message::new("question-canceled"),
            Self::Failed(why) => Message::new("question-failed").with("why", why),
        }
    }
}

impl SetError {
    fn message(&self) -> Message {
        match self {
            Self::UnknownKey { key, near: Some(near) } => {
                Message::new("set-unknown-key-near").with("key", key).with("near", near)
            }
            Self::UnknownKey { key, near: None } => Message::new("set-unknown-key").with("key", key),
            Self::WrongKind { key, is_number: true, value } => {
                Message::new("set-not-a-number").with("key", key).with("value", value)
            }
            Self::WrongKind { key, value, .. } => {
                Message::new("set-not-a-flag").with("key", key).with("value", value)
            }
            Self::Table(key) => Message::new("set-table").with("key", key),
            Self::NotSet(key) => Message::new("set-not-set").with("key", key),
        }
    }
}
