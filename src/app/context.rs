//! All that the program knows before it looks at the clock: settings, zone, languages.

use super::calendars::{self, Followed};
use super::{articles, sources};
use crate::article::Article;
use crate::config::{Loaded, Mistake, Settings, Source, load_with};
use crate::day::Day;
use crate::host::paths::Paths;
use crate::host::{locale, zones};
use crate::notification::{Announcement, Notification};
use crate::schedule::Now;
use crate::words::Words;
use crate::zone::Zone;
use chrono::{DateTime, Utc};
use std::path::PathBuf;

/// The settings of this person on this machine, as read at one time.
#[derive(Debug, Clone)]
pub struct Context {
    /// Where the files lie.
    pub paths: Paths,
    /// What is sound of the configuration.
    pub settings: Settings,
    /// What is not, lowest layer first.
    pub mistakes: Vec<Mistake>,
    /// What is sound and may not be meant.
    pub warnings: Vec<Mistake>,
    /// The files that were read.
    pub sources: Vec<Source>,
    /// The packs of one's own, lowest layer first.
    pub packs: Vec<Source>,
    /// The days of calendars that are followed, as files of a configuration.
    pub calendars: Vec<Source>,
    /// The files and folders that calendars are read from.
    pub calendar_paths: Vec<PathBuf>,
    /// The machine's zone.
    pub zone: Zone,
    /// The languages of this person, the most wanted first.
    pub languages: Vec<String>,
}

impl Context {
    /// Reads it all; `language` goes before the languages of the configuration and the desktop.
    ///
    /// `now` decides which events of followed calendars are long over.
    pub fn read(paths: Paths, language: Option<&str>, now: DateTime<Utc>) -> Self {
        Self::read_with(paths, language, now, None)
    }

    /// The same, with one file of the configuration as it is to be.
    pub fn read_with(
        paths: Paths,
        language: Option<&str>,
        now: DateTime<Utc>,
        instead: Option<&Source>,
    ) -> Self {
        let (sources, mut mistakes) = sources::config(&paths, instead);
        let (packs, more) = sources::packs(&paths);
        mistakes.extend(more);
        let mut loaded = load_with(&sources, &packs, &zones::named);
        let desktop = if loaded.settings.languages.is_empty() { locale::languages() } else { Vec::new() };
        let languages = language.map(str::to_owned).into_iter();
        let languages = languages
            .chain(loaded.settings.languages.iter().cloned())
            .chain(desktop)
            .collect::<Vec<String>>();
        let zone = zones::system();
        let followed = calendars::followed(&loaded.settings, &languages, &zone, zone.civil(now).date());
        if !followed.sources.is_empty() {
            loaded = load_layers(&followed.sources, &sources, &packs);
        }
        let Loaded { mut settings, mistakes: more, mut warnings } = loaded;
        mistakes.extend(more);
        let Followed { sources: calendars, mistakes: more, warnings: losses, paths: calendar_paths, ids } =
            followed;
        mistakes.extend(more);
        warnings.extend(losses);
        settings.plan.from_calendars = ids;
        Self {
            paths,
            settings,
            mistakes,
            warnings,
            sources,
            packs,
            calendars,
            calendar_paths,
            zone,
            languages,
        }
    }

    /// The present as `instant` is read here.
    pub fn at(&self, instant: DateTime<Utc>) -> Now<'_> {
        Now { instant, zone: &self.zone }
    }

    /// The day of this id.
    ///
    /// # Errors
    /// When none is kept; the message has the nearest that is.
    pub fn day(&self, id: &str) -> Result<&Day, String> {
        let days = &self.settings.plan.days;
        days.iter().find(|day| day.id == id).ok_or_else(|| {
            match crate::text::nearest(id, days.iter().map(|day| day.id.as_str())) {
                Some(near) => format!("there is no day `{id}`; did you mean `{near}`?"),
                None => {
                    format!("there is no day `{id}`; `remembrance list` names those that are kept")
                }
            }
        })
    }

    /// The article of a day, where it has one; what is wrong with one is logged.
    pub fn article(&self, day: &Day) -> Option<articles::FoundArticle> {
        let (_, found, mistakes) = articles::in_one_language(day, &self.languages, &self.paths);
        mistakes.iter().for_each(|mistake| log::warn!("{}", mistake.in_one_line()));
        found
    }

    /// The language in which all of a notification of `day` can be said; `None` where there is none.
    pub fn whole_language(&self, day: &Day) -> Option<String> {
        articles::in_one_language(day, &self.languages, &self.paths).0
    }

    /// The words of a notification: in one language, where that can be had.
    pub fn notification(
        &self,
        subject: Announcement<'_>,
        article: Option<&Article>,
        now: Now<'_>,
    ) -> Notification {
        let whole = self.whole_language(subject.day).map(|language| vec![language]);
        let languages = whole.as_ref().unwrap_or(&self.languages);
        Notification::new(subject, article, &self.settings.style, &Words::choose(languages), languages, now)
    }

    /// The words of this person's language.
    pub fn words(&self) -> Words {
        Words::choose(&self.languages)
    }

    /// The words of the commands, in the first of this person's languages that has them.
    pub fn command_words(&self) -> Words {
        Words::of_commands(&self.languages)
    }
}

/// Calendars lie below the files of the configuration: what those say of a day counts.
fn load_layers(calendars: &[Source], sources: &[Source], packs: &[Source]) -> Loaded {
    if calendars.is_empty() {
        return load_with(sources, packs, &zones::named);
    }
    let layers: Vec<Source> = calendars.iter().chain(sources).cloned().collect();
    load_with(&layers, packs, &zones::named)
}
