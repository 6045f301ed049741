//! `remembrance add`: adds a day of one's own to the configuration.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::edit::{NewDay, NewMoment, add_day, has_value, id_of};
use crate::day::{Day, Text};
use crate::rule::Rule;
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
    /// The year of the event, for counting anniversaries
    #[arg(long, value_name = "YEAR")]
    event: Option<i32>,
    /// The first year in which it is kept
    #[arg(long, value_name = "YEAR")]
    since: Option<i32>,
    /// The last year in which it is kept
    #[arg(long, value_name = "YEAR")]
    until: Option<i32>,
    /// When to remind you, e.g. `1 day before 18:00`; may be given more than once
    #[arg(long, value_name = "WHEN")]
    remind: Vec<String>,
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
        let Dated { rules, event } = self.dated(rules(&self.rules)?, invocation.today())?;
        let text = invocation.own_text()?;
        let id = self.new_id(&rules, &text, invocation)?;
        let new = NewDay {
            id: id.clone(),
            name: Text::plain(&self.name),
            rules: rules.iter().map(ToString::to_string).collect(),
            since: self.since,
            until: self.until,
            event,
            remind: (!self.remind.is_empty()).then(|| self.remind.clone()),
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
        if let Some(article) = &day.article {
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

/// The rules of a new day, and the year of its event.
struct Dated {
    rules: Vec<Rule>,
    event: Option<i32>,
}

impl AddArgs {
    /// A whole date of the past is kept every year since: its year is that of the event.
    fn dated(&self, mut rules: Vec<Rule>, today: NaiveDate) -> Result<Dated, Error> {
        let mut event = self.event;
        if let ([rule], false) = (rules.as_mut_slice(), self.once)
            && let Some(date) = whole_date(rule)
        {
            let yearly = date.format("%B %-d").to_string();
            if date > today {
                return Err(AddError::Future { date, yearly }.into());
            }
            *rule = yearly.parse().map_err(|error| Error::Rule { phrase: yearly, error })?;
            event = event.or(Some(date.year()));
        }
        Ok(Dated { rules, event })
    }

    /// The id of the new day: the one that was given, else one made from the name, which no other day may have.
    fn new_id(&self, rules: &[Rule], text: &str, invocation: &Invocation) -> Result<String, AddError> {
        let days = &invocation.context.settings.plan.days;
        let is_taken = |id: &str| days.iter().any(|day| day.id == id) || has_value(text, &["day", id]);
        let Some(id) = &self.id else {
            let name = self.name.to_lowercase();
            let is_so_called = |day: &&Day| day.name.pairs().any(|(_, other)| other.to_lowercase() == name);
            if let Some(day) = days.iter().find(is_so_called) {
                return Err(AddError::SameName {
                    id: day.id.clone(),
                    name: one_line(day.name.get(&invocation.context.languages)),
                    rules: day.rules.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
                });
            }
            let first = rules.first().map(ToString::to_string).unwrap_or_default();
            return Ok(id_of(&self.name, &first, is_taken));
        };
        match days.iter().find(|day| day.id == *id) {
            Some(day) => Err(AddError::Taken { id: id.clone(), pack: day.pack.clone() }),
            None => Ok(id.clone()),
        }
    }
}

/// The date of a rule that is one whole date, e.g. `2015-10-15`.
fn whole_date(rule: &Rule) -> Option<NaiveDate> {
    if rule.is_once() { rule.to_string().parse().ok() } else { None }
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
    lines
}

/// Each argument is a rule; words that only together are one are taken so: `add Ana March 12`.
fn rules(arguments: &[String]) -> Result<Vec<Rule>, Error> {
    let joined = arguments.join(" ");
    let parsed: Result<Vec<Rule>, _> = arguments
        .iter()
        .map(|phrase| phrase.parse::<Rule>().map_err(|error| Error::Rule { phrase: phrase.clone(), error }))
        .collect();
    match (parsed, joined.parse::<Rule>()) {
        (Ok(rules), _) => Ok(rules),
        (Err(_), Ok(rule)) => Ok(vec![rule]),
        (Err(_), Err(error)) if arguments.iter().all(|argument| !argument.contains(' ')) => {
            Err(Error::Rule { phrase: joined, error })
        }
        (Err(error), Err(_)) => Err(error),
    }
}

/// A moment: a time, and what happens then.
fn moment(text: &str, options: &AddArgs) -> Result<NewMoment, AddError> {
    let wrong = || AddError::Moment(text.to_owned());
    let (at, what) = text.trim().split_once(char::is_whitespace).ok_or_else(wrong)?;
    Ok(NewMoment { at: at.to_owned(), zone: options.zone.clone(), what: Text::plain(what.trim()) })
}
