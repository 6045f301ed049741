//! `remembrance setup`: a few questions in the terminal, and the configuration that the answers make.

use super::completions;
use super::date_phrase::{DatePhrase, meant};
use super::notify::NotifyArgs;
use super::output::print;
use super::question::{Choice, QuestionError, can_ask, checked, confirmed, ticked};
use super::service::enable_or_install;
use super::systemctl::UnitState;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::edit::{NewDay, NewValue, add_day, id_of, set_follow, set_value};
use crate::config::{Source, load};
use crate::day::{Offset, Text};
use crate::host::{locale, zones};
use crate::rule::{Rule, other_reading};
use crate::schedule::upcoming_date;
use crate::words::{LANGUAGES, MessageValue, Words};

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

/// Why nothing is asked.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// There is no terminal to ask in.
    #[error("setup asks questions in a terminal; without one, `remembrance setup --yes` takes options")]
    NoTerminal,
}

/// What the person wants.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Answers {
    languages: Vec<String>,
    /// Packs; the days of packs that were followed before stay.
    packs: Vec<String>,
    /// A name, and when it is.
    day: Option<(String, DatePhrase)>,
    hour: String,
    quiet: String,
}

impl Run for SetupArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        if !self.yes && !can_ask() {
            return Err(SetupError::NoTerminal.into());
        }
        let invocation = Invocation::for_asking(global)?;
        let defaults = self.defaults(&invocation);
        let mut languages = defaults.languages.clone();
        match self.set_up(global, &invocation, defaults, &mut languages) {
            // The person's own decision is no error.
            Err(Error::Question(QuestionError::Canceled)) => {
                print(&(Words::of_commands(&languages).say("setup-canceled", &[]) + "\n"))?;
                Ok(Outcome::Failed)
            }
            other => other,
        }
    }
}

impl SetupArgs {
    /// Asks, writes, and enables; `languages` are those to speak from then on.
    fn set_up(
        &self,
        global: &Global,
        invocation: &Invocation,
        defaults: Answers,
        languages: &mut Vec<String>,
    ) -> Result<Outcome, Error> {
        let answers = if self.yes { defaults } else { ask(&defaults, invocation, languages)? };
        let text = text(&answers, invocation)?;
        let words = Words::of_commands(&answers.languages);
        let file = invocation.paths.config_file.display().to_string();
        print(&format!("\n{}\n\n{text}\n", words.say("setup-file", &[("file", MessageValue::Text(&file))])))?;
        // All that changes something is asked before anything is changed.
        let asks = |question| confirmed(&words.say(question, &[]), true, &words);
        if !self.yes && !asks("setup-write")? {
            return Err(QuestionError::Canceled.into());
        }
        let service = UnitState::ask();
        let is_enabled =
            service.as_ref().is_ok_and(|unit| unit.active == "active" && unit.enabled.starts_with("enabled"));
        let wants_service =
            self.service || (!self.yes && service.is_ok() && !is_enabled && asks("setup-service")?);
        let context = {
            // Another command may have changed the file while the person answered.
            let locked = Invocation::for_editing(global)?;
            let text = self::text(&answers, &locked)?;
            locked.save(&locked.paths.config_file, &text)?
        };
        print(&invocation.next_of_all(&context))?;
        // Nothing depends on the answer: an interrupt is a no.
        if !self.yes && asks("setup-test").unwrap_or(false) {
            let today = invocation.today();
            let days = context.settings.plan.days.iter();
            let next = days.filter_map(|day| Some((upcoming_date(day, today)?, &day.id))).min();
            if let Some((_, day)) = next {
                NotifyArgs::of(day).run(global)?;
            }
        }
        if wants_service {
            enable_or_install()?;
            print(&(words.say("setup-enabled", &[]) + "\n"))?;
        } else if service.is_err() {
            print(&(words.say("setup-no-service", &[]) + "\n"))?;
        } else if !is_enabled {
            print(&(words.say("setup-not-enabled", &[]) + "\n"))?;
        }
        Ok(Outcome::Success)
    }

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
        let hour =
            settings.plan.days.iter().flat_map(|day| day.remind.iter()).find(|offset| offset.days == 0);
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

/// Asks for all that goes into the configuration; `spoken` becomes the languages that are chosen first.
fn ask(defaults: &Answers, invocation: &Invocation, spoken: &mut Vec<String>) -> Result<Answers, Error> {
    let words = Words::of_commands(&defaults.languages);
    let languages = LANGUAGES.iter().map(|(tag, _)| {
        let name = Words::choose(&[(*tag).to_owned()]).say("language-name", &[]);
        Choice { id: (*tag).to_owned(), shown: format!("{name} ({tag})") }
    });
    let say = |id: &str| words.say(id, &[]);
    let question = (&*say("setup-languages"), &*say("setup-tick"));
    let languages = ticked(question, languages.collect(), &defaults.languages)?;
    // From here on in the language that was chosen.
    spoken.clone_from(&languages);
    let words = Words::of_commands(&languages);
    let say = |id: &str| words.say(id, &[]);
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
    let mut follow = ticked((&say("setup-packs"), &say("setup-tick")), packs, &defaults.packs)?;
    follow.extend(defaults.packs.iter().filter(|name| name.contains('/')).cloned());
    let day = own_day(&words, &languages)?;
    let hour = checked(&say("setup-hour"), &defaults.hour, |hour| {
        hour.parse::<Offset>().map(drop).map_err(|error| error.to_string())
    })?;
    let quiet = checked(&say("setup-quiet"), &defaults.quiet, quiet_hours)?;
    Ok(Answers { languages, packs: follow, day, hour, quiet })
}

/// Whether a configuration takes these quiet hours.
fn quiet_hours(hours: &str) -> Result<(), String> {
    let text =
        set_value("", &["quiet"], &NewValue::Text(hours.to_owned())).map_err(|error| error.to_string())?;
    let source = Source { file: "quiet".to_owned(), text };
    match load(&[source], &zones::named).mistakes.first() {
        Some(mistake) => Err(mistake.message()),
        None => Ok(()),
    }
}

/// A day of the person's own; `None` where the name is left empty.
fn own_day(words: &Words, languages: &[String]) -> Result<Option<(String, DatePhrase)>, Error> {
    let name = checked(&words.say("setup-day", &[]), "", |_| Ok(()))?;
    if name.trim().is_empty() {
        return Ok(None);
    }
    let readers = languages.to_vec();
    let phrase = checked(&words.say("setup-date", &[]), "", move |phrase| {
        let is_read = other_reading(phrase, &readers).is_some();
        phrase.parse::<Rule>().map(drop).or_else(|error| is_read.then_some(()).ok_or(error.render(phrase)))
    })?;
    if phrase.trim().is_empty() {
        return Ok(None);
    }
    Ok(Some((name, meant(&phrase, languages)?)))
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
    if let Some((name, DatePhrase { phrase, .. })) = &answers.day {
        let days = &invocation.context.settings.plan.days;
        let id = id_of(name, phrase, |id| days.iter().any(|day| day.id == id));
        let day = NewDay { id, name: Text::plain(name), rules: vec![phrase.clone()], ..NewDay::default() };
        text = add_day(&text, &day).map_err(refused)?;
    }
    Ok(text)
}
