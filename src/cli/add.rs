//! `remembrance add`: adds a day of one's own to the configuration.

use super::date_phrase::{DatePhrase, meant};
use super::output::print;
use super::question::{can_ask, confirmed};
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::edit::{NewDay, NewMoment, add_day, has_value, id_of};
use crate::day::{Day, Offset, Text};
use crate::rule::{EventDate, Rule, other_reading};
use crate::text::one_line;
use crate::words::MessageValue;
use chrono::{Datelike, NaiveDate};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance add Grandmother 2018-03-12")]
pub(super) struct AddArgs {
    /// The name of the day
    name: String,
    /// The date, e.g. `March 12` or `second Sunday of May`; more than one makes a list
    #[arg(required = true, value_name = "RULE")]
    rules: Vec<String>,
    /// The year or the date of the event, for counting anniversaries
    #[arg(long, value_name = "YEAR")]
    event: Option<EventDate>,
    /// The first year in which it is kept
    #[arg(long, value_name = "YEAR")]
    since: Option<i32>,
    /// The last year in which it is kept
    #[arg(long, value_name = "YEAR")]
    until: Option<i32>,
    /// When to remind you, e.g. `1 day before 18:00`; may be given more than once
    #[arg(long, value_name = "WHEN")]
    remind: Vec<String>,
    /// Remind on the evening before, too, as a yahrzeit begins at sunset
    #[arg(long)]
    eve: bool,
    /// A moment of the day, e.g. `12:00 A minute of silence`
    #[arg(long, value_name = "TIME WHAT")]
    moment: Option<String>,
    /// The time zone of the moment, e.g. `Asia/Baku`; by default that of the machine
    #[arg(long, value_name = "ZONE", requires = "moment", add = super::completions::time_zones())]
    zone: Option<String>,
    /// The file of its article in `articles`, beside the configuration
    #[arg(long, value_name = "FILE")]
    article: Option<String>,
    /// A web page about it
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    /// Keep it on a whole date only, not every year since
    #[arg(long)]
    once: bool,
    /// Its id; by default made from the name
    #[arg(long, value_name = "ID")]
    id: Option<String>,
}

/// Why a day is not added.
#[derive(Debug, thiserror::Error)]
pub enum AddError {
    /// The date is one day in the future.
    #[error(
        "{date} is in the future: keep it each year with the rule \"{yearly}\", or with `--once` on that date only"
    )]
    Future {
        /// The date.
        date: NaiveDate,
        /// The same date in every year, as a rule.
        yearly: String,
    },
    /// A day of this name is kept already.
    #[error("there is a day of that name already; `--id` adds another one\n  {id}: {name}, {rules}")]
    SameName {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// Its rules.
        rules: String,
    },
    /// The id of the new day is taken.
    #[error("there is a day `{id}`{} already; `--id` gives this one another", of_pack(pack.as_deref()))]
    Taken {
        /// The id.
        id: String,
        /// The pack that the other day is from.
        pack: Option<String>,
    },
    /// A date means one thing in English and another in a language of the person.
    #[error("`{phrase}` can be read two ways; write `{first}` or `{second}`")]
    TwoReadings {
        /// What was written.
        phrase: String,
        /// A phrase that means the one.
        first: String,
        /// A phrase that means the other.
        second: String,
    },
    /// The event is in a year of the day's own calendar.
    #[error(
        "`--event {event}` is a Gregorian year; it looks like one of the {calendar} calendar: write `--event {gregorian}`"
    )]
    EventOfCalendar {
        /// The year as it was written.
        event: i32,
        /// The calendar of the day.
        calendar: &'static str,
        /// The Gregorian year that is meant.
        gregorian: i32,
    },
    /// The argument of `--moment` is not a moment.
    #[error("`{0}` is not a moment; write it like `12:00 A minute of silence`")]
    Moment(String),
}

fn of_pack(pack: Option<&str>) -> String {
    pack.map(|pack| format!(" of the pack `{pack}`")).unwrap_or_default()
}

impl Run for AddArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::for_editing(global)?;
        let languages = &invocation.context.languages;
        let Dated { rules, event } = self.dated(rules(&self.rules, languages)?, invocation)?;
        let text = invocation.own_text()?;
        let id = self.new_id(&rules, &text, invocation)?;
        let (remind, is_eve_advised) = self.reminders(&rules, invocation)?;
        let new = NewDay {
            id: id.clone(),
            name: Text::plain(&self.name),
            rules: rules.into_iter().map(|reading| reading.phrase).collect(),
            since: self.since,
            until: self.until,
            event,
            remind,
            moment: self.moment.as_deref().map(|moment| self::moment(moment, self)).transpose()?,
            article: self.article.clone(),
            link: self.link.clone(),
        };
        let file = &invocation.paths.config_file;
        let changed = add_day(&text, &new).map_err(|why| Error::ConfigEdit { file: file.clone(), why })?;
        let context = invocation.save(file, &changed)?;
        let day = context.settings.plan.days.iter().find(|day| day.id == id);
        let day = day.expect("what was saved without a mistake has the day");
        let (words, name) = (context.command_words(), one_line(day.name.get(&context.languages)));
        let mut said = words
            .say("added", &[("id", MessageValue::Text(&id)), ("name", MessageValue::Text(&name))])
            + "\n";
        said += &written(&new);
        said += &invocation.next_of(&context, day);
        if is_eve_advised {
            let command = MessageValue::Text(&eve_command(&id, &context.settings.remind));
            said += &(words.say("eve-advice", &[("command", command)]) + "\n");
        }
        if let Some(article) = &day.extras.article {
            let article = file.with_file_name("articles").join(article);
            if !article.exists() {
                let article = article.display().to_string();
                said += &(words.say("no-article-yet", &[("file", MessageValue::Text(&article))]) + "\n");
            }
        }
        print(&said)?;
        Ok(Outcome::Success)
    }
}

/// When a new day is, and the year of its event.
struct Dated {
    rules: Vec<DatePhrase>,
    event: Option<EventDate>,
}

impl AddArgs {
    /// A whole date of the past is kept every year since: its year is that of the event.
    fn dated(&self, mut rules: Vec<DatePhrase>, invocation: &Invocation) -> Result<Dated, Error> {
        let mut event = self.event;
        if let ([reading], false) = (rules.as_mut_slice(), self.once)
            && let Some((yearly, EventDate::Date(date))) = reading.rule.every_year_since()
        {
            if date > invocation.today() {
                return Err(AddError::Future { date, yearly: yearly.to_string() }.into());
            }
            *reading = DatePhrase::of(yearly, &invocation.context.languages);
            event = event.or(Some(EventDate::Year(date.year())));
        }
        if let (Some(event), [DatePhrase { rule, .. }]) = (event, rules.as_slice())
            && let Some(gregorian) = rule.event_meant(event, invocation.today())
        {
            let (event, calendar) = (event.year(), rule.calendar_name().unwrap_or_default());
            return Err(AddError::EventOfCalendar { event, calendar, gregorian }.into());
        }
        Ok(Dated { rules, event })
    }

    /// When to remind of the new day, and whether to say that a yahrzeit begins on the evening before: where it is not asked.
    fn reminders(
        &self,
        rules: &[DatePhrase],
        invocation: &Invocation,
    ) -> Result<(Option<Vec<String>>, bool), Error> {
        let context = &invocation.context;
        let usual = || context.settings.remind.iter().map(ToString::to_string).collect::<Vec<_>>();
        let given = if self.remind.is_empty() { None } else { Some(self.remind.clone()) };
        let is_open = given.is_none() && !self.eve && rules.iter().any(|one| one.rule.is_yahrzeit());
        let words = context.command_words();
        let with_eve =
            self.eve || (is_open && can_ask() && confirmed(&words.say("ask-eve", &[]), true, &words)?);
        if !with_eve {
            return Ok((given, is_open && !can_ask()));
        }
        let mut remind = given.unwrap_or_else(usual);
        if !remind.iter().any(|one| one == EVE) {
            remind.insert(0, EVE.to_owned());
        }
        Ok((Some(remind), false))
    }

    /// The id of the new day: the one that was given, else one made from the name, which no other day may have.
    fn new_id(&self, rules: &[DatePhrase], text: &str, invocation: &Invocation) -> Result<String, AddError> {
        let days = &invocation.context.settings.plan.days;
        let is_taken = |id: &str| days.iter().any(|day| day.id == id) || has_value(text, &["day", id]);
        let Some(id) = &self.id else {
            let name = self.name.to_lowercase();
            let is_so_called = |day: &&Day| day.name.pairs().any(|(_, other)| other.to_lowercase() == name);
            if let Some(day) = days.iter().find(is_so_called) {
                return Err(AddError::SameName {
                    id: day.id.to_string(),
                    name: one_line(day.name.get(&invocation.context.languages)),
                    rules: day.rules.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
                });
            }
            let first = rules.first().map(|one| one.phrase.clone()).unwrap_or_default();
            return Ok(id_of(&self.name, &first, is_taken));
        };
        match days.iter().find(|day| day.id == *id) {
            Some(day) => Err(AddError::Taken { id: id.clone(), pack: day.extras.pack.clone() }),
            None => Ok(id.clone()),
        }
    }
}

/// The evening on which a day of the Hebrew calendar begins.
const EVE: &str = "1 day before sunset";

/// The command that has a day be reminded of on its eve, beside its other reminders.
fn eve_command(id: &str, usual: &[Offset]) -> String {
    let usual = usual.iter().map(|offset| format!(" '{offset}'"));
    format!("remembrance set day.{id}.remind '{EVE}'{}", usual.collect::<String>())
}

/// The lines of the new day that say when it is, as they were written.
fn written(day: &NewDay) -> String {
    let rules: Vec<String> = day.rules.iter().map(|rule| format!("\"{rule}\"")).collect();
    let mut lines = match rules.as_slice() {
        [rule] => format!("  date = {rule}\n"),
        rules => format!("  date = [{}]\n", rules.join(", ")),
    };
    if let Some(event) = day.event {
        lines += &format!("  event = {event}\n");
    }
    if let Some(remind) = &day.remind {
        let remind: Vec<String> = remind.iter().map(|one| format!("\"{one}\"")).collect();
        lines += &format!("  remind = [{}]\n", remind.join(", "));
    }
    lines
}

/// Each argument is a rule; words that only together are one are taken so: `add Ana March 12`.
fn rules(arguments: &[String], languages: &[String]) -> Result<Vec<DatePhrase>, Error> {
    let is_rule = |phrase: &str| phrase.parse::<Rule>().is_ok() || other_reading(phrase, languages).is_some();
    let joined = arguments.join(" ");
    let are_all_rules = arguments.iter().all(|argument| is_rule(argument));
    let are_words = arguments.iter().all(|argument| !argument.contains(' '));
    if !are_all_rules && (is_rule(&joined) || are_words) {
        return Ok(vec![meant(&joined, languages)?]);
    }
    arguments.iter().map(|phrase| meant(phrase, languages)).collect()
}

/// A moment: a time, and what happens then.
fn moment(text: &str, options: &AddArgs) -> Result<NewMoment, AddError> {
    let wrong = || AddError::Moment(text.to_owned());
    let (at, what) = text.trim().split_once(char::is_whitespace).ok_or_else(wrong)?;
    Ok(NewMoment { at: at.to_owned(), zone: options.zone.clone(), what: Text::plain(what.trim()) })
}
