//! `remembrance setup`: a few questions in the terminal, and the configuration that the answers make.

use super::completions;
use super::notify::NotifyArgs;
use super::output::print;
use super::service::enable_or_install;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::edit::{NewDay, NewValue, add_day, id_of, set_follow, set_value};
use crate::config::{Source, load};
use crate::day::{Offset, Text};
use crate::host::{locale, zones};
use crate::rule::Rule;
use crate::schedule::upcoming_date;
use crate::words::{LANGUAGES, MessageValue, Words};
use inquire::validator::Validation;
use inquire::{Confirm, InquireError, MultiSelect, Text as Question};
use std::fmt;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance setup --yes --language az --language en --pack az --hour 09:00")]
pub(super) struct SetupArgs {
    /// Ask nothing; use the options, and the defaults for the rest
    #[arg(short, long)]
    yes: bool,
    /// A language of notifications and articles; may be given more than once
    #[arg(long, value_name = "LANG", value_parser = locale::named, add = completions::languages())]
    language: Vec<String>,
    /// A pack to follow; may be given more than once
    #[arg(long, value_name = "PACK", add = completions::packs())]
    pack: Vec<String>,
    /// The hour of reminders, e.g. `09:00`
    #[arg(long, value_name = "TIME")]
    hour: Option<String>,
    /// Quiet hours, e.g. `22:00-08:00`
    #[arg(long, value_name = "HOURS")]
    quiet: Option<String>,
    /// Enable the service
    #[arg(long)]
    service: bool,
}

/// Why there were no answers.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The person ended the questions.
    #[error("nothing is changed")]
    Canceled,
    /// There is no terminal to ask in.
    #[error("setup asks questions in a terminal; without one, `remembrance setup --yes` takes options")]
    NoTerminal,
    /// The terminal fails.
    #[error("cannot ask: {0}")]
    Failed(InquireError),
}

impl From<InquireError> for SetupError {
    fn from(error: InquireError) -> Self {
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => Self::Canceled,
            InquireError::NotTTY => Self::NoTerminal,
            other => Self::Failed(other),
        }
    }
}

/// What the person wants.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Answers {
    languages: Vec<String>,
    /// Packs; the days of packs that were followed before stay.
    packs: Vec<String>,
    /// A name and a rule.
    day: Option<(String, Rule)>,
    hour: String,
    quiet: String,
}

impl Run for SetupArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = Invocation::for_asking(global)?;
        let defaults = self.defaults(&invocation);
        let answers = if self.yes { defaults } else { ask(&defaults, &invocation)? };
        let text = text(&answers, &invocation)?;
        let words = Words::of_commands(&answers.languages);
        let say = |id: &str| words.say(id, &[]);
        let file = invocation.paths.config_file.display().to_string();
        print(&format!("\n{}\n\n{text}\n", words.say("setup-file", &[("file", MessageValue::Text(&file))])))?;
        if !self.yes && !confirmed(&say("setup-write"), true)? {
            return Err(SetupError::Canceled.into());
        }
        let context = {
            // Another command may have changed the file while the person answered.
            let locked = Invocation::for_editing(global)?;
            let text = self::text(&answers, &locked)?;
            locked.save(&locked.paths.config_file, &text)?
        };
        print(&invocation.next_of_all(&context))?;
        if !self.yes && confirmed(&say("setup-test"), true)? {
            let today = invocation.today();
            let days = context.settings.plan.days.iter();
            let next = days.filter_map(|day| Some((upcoming_date(day, today)?, &day.id))).min();
            if let Some((_, day)) = next {
                NotifyArgs::of(day).run(global)?;
            }
        }
        if self.service || (!self.yes && confirmed(&say("setup-service"), true)?) {
            enable_or_install()?;
        }
        Ok(Outcome::Success)
    }
}

impl SetupArgs {
    /// The options, else what the configuration has, else the defaults of the program.
    fn defaults(&self, invocation: &Invocation) -> Answers {
        let settings = &invocation.context.settings;
        let or = |given: &[String], otherwise: Vec<String>| {
            if given.is_empty() { otherwise } else { given.to_vec() }
        };
        let mut spoken = invocation.context.languages.clone();
        if spoken.is_empty() {
            spoken.push("en".to_owned());
        }
        let hour = settings.plan.days.iter().flat_map(|day| &day.remind).find(|offset| offset.days == 0);
        let hour = hour.map_or_else(|| "09:00".to_owned(), |offset| offset.at.to_string());
        let quiet = settings
            .plan
            .quiet
            .map(|quiet| format!("{}-{}", quiet.from.format("%H:%M"), quiet.to.format("%H:%M")));
        Answers {
            languages: or(&self.language, spoken),
            packs: or(&self.pack, settings.follow.clone()),
            day: None,
            hour: self.hour.clone().unwrap_or(hour),
            quiet: self.quiet.clone().or(quiet).unwrap_or_default(),
        }
    }
}

/// One of several that can be ticked: an id, and how it is shown.
struct Choice {
    id: String,
    shown: String,
}

impl fmt::Display for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

fn ask(defaults: &Answers, invocation: &Invocation) -> Result<Answers, SetupError> {
    let words = Words::of_commands(&defaults.languages);
    let languages = LANGUAGES.iter().map(|(tag, _)| {
        let name = Words::choose(&[(*tag).to_owned()]).say("language-name", &[]);
        Choice { id: (*tag).to_owned(), shown: format!("{name} ({tag})") }
    });
    let languages = ticked(&words, "setup-languages", languages.collect(), &defaults.languages)?;
    // From here on in the language that was chosen.
    let words = Words::of_commands(&languages);
    let mut packs: Vec<Choice> = invocation
        .pack_infos()
        .into_iter()
        .map(|info| {
            let region =
                info.region.as_deref().map_or_else(|| words.say("region-own", &[]), |one| words.region(one));
            Choice { shown: format!("{region} · {} ({})", info.name.get(&languages), info.id), id: info.id }
        })
        .collect();
    packs.sort_by(|a, b| a.shown.cmp(&b.shown));
    let mut follow = ticked(&words, "setup-packs", packs, &defaults.packs)?;
    follow.extend(defaults.packs.iter().filter(|name| name.contains('/')).cloned());
    let day = own_day(&words)?;
    let hour = checked(&words, "setup-hour", &defaults.hour, |hour| {
        hour.parse::<Offset>().map(drop).map_err(|error| error.to_string())
    })?;
    let quiet = checked(&words, "setup-quiet", &defaults.quiet, quiet_hours)?;
    Ok(Answers { languages, packs: follow, day, hour, quiet })
}

/// Asks which of these, in a list to search and tick.
fn ticked(
    words: &Words,
    question: &'static str,
    choices: Vec<Choice>,
    defaults: &[String],
) -> Result<Vec<String>, SetupError> {
    let at = choices.iter().enumerate().filter(|(_, choice)| defaults.contains(&choice.id));
    let at: Vec<usize> = at.map(|(index, _)| index).collect();
    let (question, help) = (words.say(question, &[]), words.say("setup-tick", &[]));
    let asked = MultiSelect::new(&question, choices).with_default(&at).with_help_message(&help).prompt()?;
    Ok(asked.into_iter().map(|choice| choice.id).collect())
}

/// Asks for a text that is empty or passes a check.
fn checked(
    words: &Words,
    question: &'static str,
    default: &str,
    check: impl Fn(&str) -> Result<(), String> + Clone + 'static,
) -> Result<String, SetupError> {
    let question = words.say(question, &[]);
    let validator = move |text: &str| {
        Ok(match if text.is_empty() { Ok(()) } else { check(text) } {
            Ok(()) => Validation::Valid,
            Err(why) => Validation::Invalid(why.into()),
        })
    };
    Ok(Question::new(&question).with_default(default).with_validator(validator).prompt()?)
}

/// Whether a configuration takes these quiet hours.
fn quiet_hours(hours: &str) -> Result<(), String> {
    let text = set_value("", &["quiet"], &NewValue::Text(hours.to_owned()))?;
    let source = Source { file: "quiet".to_owned(), text };
    match load(&[source], &zones::named).mistakes.first() {
        Some(mistake) => Err(mistake.message()),
        None => Ok(()),
    }
}

/// A day of the person's own; `None` where the name is left empty.
fn own_day(words: &Words) -> Result<Option<(String, Rule)>, SetupError> {
    let name = Question::new(&words.say("setup-day", &[])).prompt()?;
    if name.trim().is_empty() {
        return Ok(None);
    }
    let rule = checked(words, "setup-date", "", |phrase| {
        phrase.parse::<Rule>().map(drop).map_err(|error| error.render(phrase))
    })?;
    Ok(rule.parse().ok().map(|rule| (name, rule)))
}

fn confirmed(question: &str, default: bool) -> Result<bool, SetupError> {
    Ok(Confirm::new(question).with_default(default).prompt()?)
}

/// The text of the configuration with the answers in it.
fn text(answers: &Answers, invocation: &Invocation) -> Result<String, Error> {
    let file = &invocation.paths.config_file;
    let refused = |why| Error::ConfigEdit { file: file.clone(), why };
    let list = |values: &[String]| NewValue::List(values.iter().cloned().map(NewValue::Text).collect());
    let mut text = invocation.own_text()?;
    let follow: Vec<&str> = answers.packs.iter().map(String::as_str).collect();
    if answers.packs != invocation.context.settings.follow {
        text = set_follow(&text, &follow).map_err(refused)?;
    }
    text = set_value(&text, &["languages"], &list(&answers.languages)).map_err(refused)?;
    if !answers.hour.is_empty() {
        text = set_value(&text, &["remind"], &list(std::slice::from_ref(&answers.hour))).map_err(refused)?;
    }
    if !answers.quiet.is_empty() {
        text = set_value(&text, &["quiet"], &NewValue::Text(answers.quiet.clone())).map_err(refused)?;
    }
    if let Some((name, rule)) = &answers.day {
        let days = &invocation.context.settings.plan.days;
        let phrase = rule.to_string();
        let id = id_of(name, &phrase, |id| days.iter().any(|day| day.id == id));
        let day = NewDay { id, name: Text::plain(name), rules: vec![phrase], ..NewDay::default() };
        text = add_day(&text, &day).map_err(refused)?;
    }
    Ok(text)
}
