//! The person's own files, and changing them: nothing is written that would not check.

use super::check::rendered;
use super::{Error, Invocation};
use crate::app::context::Context;
use crate::config::{Mistake, Source};
use crate::day::Day;
use crate::host::save::save;
use crate::schedule::{Plan, upcoming, upcoming_date};
use crate::text::one_line;
use crate::words::MessageValue;
use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};

impl Invocation {
    /// The text of the person's config file; empty if it does not exist.
    pub(super) fn own_text(&self) -> Result<String, Error> {
        self.text_of(&self.paths.config_file)
    }

    /// The text of one of the person's files; empty if it does not exist.
    pub(super) fn text_of(&self, path: &Path) -> Result<String, Error> {
        self.is_within_limits(path)?;
        let file = path.display().to_string();
        match self.context.sources.iter().find(|source| source.file == file) {
            Some(source) => Ok(source.text.clone()),
            // What is there and could not be read must not be taken for empty.
            None => Ok(crate::host::files::read(path)?.unwrap_or_default()),
        }
    }

    /// Refuses to change a file that is larger than what is read of one, before it costs what reading it would.
    pub(super) fn is_within_limits(&self, path: &Path) -> Result<(), Error> {
        let file = path.display().to_string();
        let is_over = |mistake: &&Mistake| mistake.file == file && mistake.fault.is_limit_of_file();
        match self.context.mistakes.iter().find(is_over) {
            Some(mistake) => Err(self.refused(path, std::slice::from_ref(mistake), &self.context)),
            None => Ok(()),
        }
    }

    /// That a file cannot be changed for these mistakes, which are in `context`.
    fn refused(&self, path: &Path, mistakes: &[Mistake], context: &Context) -> Error {
        let shown = rendered(mistakes, &context.sources, self.output);
        Error::Mistakes {
            file: path.to_owned(),
            was_wrong: mistakes.iter().any(|mistake| self.is_old(mistake)),
            rendered: shown.trim_end().to_owned(),
        }
    }

    /// The person's own files, the uppermost first: those of `days.d`, then the config file.
    pub(super) fn own_files(&self) -> Vec<PathBuf> {
        let drop_ins = self.paths.own_drop_ins();
        let is_own = |path: &PathBuf| path.starts_with(&drop_ins) || *path == self.paths.config_file;
        self.context.sources.iter().rev().map(|source| PathBuf::from(&source.file)).filter(is_own).collect()
    }

    /// The configuration as it would be with `text` in `path`.
    pub(super) fn context_with(&self, path: &Path, text: &str) -> Context {
        let source = Source { file: path.display().to_string(), text: text.to_owned() };
        Context::read_with(self.paths.clone(), self.global.lang.as_deref(), self.clock.now(), Some(&source))
    }

    /// Writes `text` to `path` where it checks, and gives the configuration as it is then.
    pub(super) fn save(&self, path: &Path, text: &str) -> Result<Context, Error> {
        let context = self.context_with(path, text);
        let mistakes = self.new_mistakes(path, &context);
        self.save_checked(path, text, context, &mistakes)
    }

    /// The same for a text with less in it than before: a configuration that was over a limit may still be, or there
    /// would be no way back.
    pub(super) fn save_smaller(&self, path: &Path, text: &str) -> Result<Context, Error> {
        let context = self.context_with(path, text);
        let mut mistakes = self.new_mistakes(path, &context);
        mistakes.retain(|mistake| !(mistake.fault.is_too_much() && self.is_old(mistake)));
        let context = self.save_checked(path, text, context, &mistakes)?;
        Self::mention_mistakes(&context);
        Ok(context)
    }

    fn save_checked(
        &self,
        path: &Path,
        text: &str,
        context: Context,
        mistakes: &[Mistake],
    ) -> Result<Context, Error> {
        if !mistakes.is_empty() {
            return Err(self.refused(path, mistakes, &context));
        }
        self.is_as_read(path)?;
        save(path, text)?;
        Ok(context)
    }

    /// Whether a mistake was there before the change; one on a line that moved is the same.
    fn is_old(&self, mistake: &Mistake) -> bool {
        self.context.mistakes.iter().any(|old| (&old.file, &old.fault) == (&mistake.file, &mistake.fault))
    }

    /// Whether a file is as it was read: an editor takes no lock.
    fn is_as_read(&self, path: &Path) -> Result<(), Error> {
        let file = path.display().to_string();
        let read = self.context.sources.iter().find(|source| source.file == file).map(|source| &source.text);
        if crate::host::files::read(path)?.as_ref() == read {
            return Ok(());
        }
        Err(Error::ChangedMeanwhile(path.to_owned()))
    }

    /// The mistakes in `path`, and those in other files that were not there before.
    pub(super) fn new_mistakes(&self, path: &Path, context: &Context) -> Vec<Mistake> {
        let file = path.display().to_string();
        let is_ours = |mistake: &&Mistake| mistake.file == file || !self.context.mistakes.contains(mistake);
        context.mistakes.iter().filter(is_ours).cloned().collect()
    }

    /// The next date of a day with its number, and its first reminder: a line for a person.
    pub(super) fn next_of(&self, context: &Context, day: &Day) -> String {
        let (now, words) = (context.at(self.clock.now()), context.command_words());
        let plan = &context.settings.plan;
        let plan = Plan {
            days: vec![day.clone()],
            from_calendars: plan.from_calendars.clone(),
            catch_up: plan.catch_up,
            quiet: plan.quiet,
            snooze: plan.snooze,
            clock_floor: plan.clock_floor,
        };
        let next = upcoming(&plan, &self.ledger_or_warning(), now, 1);
        // The date that is reminded of: a muted one comes before it.
        let date = next.first().map(|(_, date, _)| *date).or_else(|| upcoming_date(day, now.today()));
        let Some(date) = date else {
            return words.say("no-date-again", &[]) + "\n";
        };
        let years = day.anniversary(date);
        let years = years.map(|years| crate::notification::in_years(years, &context.words()));
        let date = words.date_long(date) + &years.map(|years| format!(" · {years}")).unwrap_or_default();
        let date = ("date", MessageValue::Text(&date));
        let said = match next.first() {
            Some((_, _, reminder)) => {
                let due = minute(context, reminder.due);
                words.say("next-of-day", &[date, ("due", MessageValue::Text(&due))])
            }
            None => words.say("next-of-day-silent", &[date]),
        };
        said + "\n"
    }

    /// How many days are kept, and the next reminder: a line for a person.
    pub(super) fn next_of_all(&self, context: &Context) -> String {
        let (words, ledger) = (context.command_words(), self.ledger_or_warning());
        let count = i64::try_from(context.settings.plan.days.len()).unwrap_or(i64::MAX);
        let kept = words.say("kept", &[("count", MessageValue::Count(count))]);
        let kept = ("kept", MessageValue::Text(&kept));
        let next = upcoming(&context.settings.plan, &ledger, context.at(self.clock.now()), 1);
        let said = match next.first() {
            Some((day, _, reminder)) => {
                let (name, due) = (one_line(day.name.get(&context.languages)), minute(context, reminder.due));
                words.say(
                    "kept-next",
                    &[kept, ("name", MessageValue::Text(&name)), ("due", MessageValue::Text(&due))],
                )
            }
            None => words.say("kept-none", &[kept]),
        };
        said + "\n"
    }
}

/// An instant as a person reads it.
fn minute(context: &Context, instant: DateTime<Utc>) -> String {
    context.zone.civil(instant).format("%Y-%m-%d %H:%M").to_string()
}
