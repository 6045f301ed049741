//! `remembrance add`: adds a day of one's own to the configuration.

use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::edit::{NewDay, NewMoment, add_day, has_value, id_of};
use crate::day::Text;
use crate::rule::Rule;

#[derive(Debug, clap::Args)]
#[command(after_help = r#"Example: remembrance add Grandmother "March 12" --event 2018"#)]
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
    #[arg(long, value_name = "ZONE", requires = "moment")]
    zone: Option<String>,
    /// The file of its article in `articles`, beside the configuration
    #[arg(long, value_name = "FILE")]
    article: Option<String>,
    /// A web page about it
    #[arg(long, value_name = "URL")]
    link: Option<String>,
    /// Its id; by default made from the name
    #[arg(long, value_name = "ID")]
    id: Option<String>,
}

impl Run for AddArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::for_editing(global)?;
        let rules = rules(&self.rules)?;
        let days = &invocation.context.settings.plan.days;
        let text = invocation.own_text()?;
        let is_taken = |id: &str| days.iter().any(|day| day.id == id) || has_value(&text, &["day", id]);
        let first = rules.first().map(String::as_str).unwrap_or_default();
        let id = self.id.clone().unwrap_or_else(|| id_of(&self.name, first, is_taken));
        if let Some(day) = days.iter().find(|day| day.id == id) {
            return Err(Error::Taken { id, pack: day.pack.clone() });
        }
        let new = NewDay {
            id: id.clone(),
            name: Text::plain(&self.name),
            rules,
            since: self.since,
            until: self.until,
            event: self.event,
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
        let when: Vec<String> = day.rules.iter().map(Rule::explain).collect();
        let mut said = format!("Added `{id}`: {}, {}.\n", day.name.get(&context.languages), when.join("; "));
        said += &invocation.next_of(&context, day);
        if let Some(article) = &day.article {
            let folder = file.with_file_name("articles");
            if !folder.join(article).exists() {
                said += &format!("Its article does not exist yet: {}.\n", folder.join(article).display());
            }
        }
        print(&said)?;
        Ok(Outcome::Success)
    }
}

/// Each argument is a rule; words that only together are one are taken so: `add Ana March 12`.
fn rules(arguments: &[String]) -> Result<Vec<String>, Error> {
    let joined = arguments.join(" ");
    let wrong = arguments.iter().find_map(|rule| Some((rule, rule.parse::<Rule>().err()?)));
    match (wrong, joined.parse::<Rule>()) {
        (None, _) => Ok(arguments.to_vec()),
        (Some(_), Ok(_)) => Ok(vec![joined]),
        (Some(_), Err(error)) if arguments.iter().all(|argument| !argument.contains(' ')) => {
            Err(Error::Rule { phrase: joined, error })
        }
        (Some((rule, error)), Err(_)) => Err(Error::Rule { phrase: rule.clone(), error }),
    }
}

/// A moment: a time, and what happens then.
fn moment(text: &str, options: &AddArgs) -> Result<NewMoment, Error> {
    let wrong = || Error::Moment(text.to_owned());
    let (at, what) = text.trim().split_once(char::is_whitespace).ok_or_else(wrong)?;
    Ok(NewMoment { at: at.to_owned(), zone: options.zone.clone(), what: Text::plain(what.trim()) })
}
