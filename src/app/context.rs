//! All that the program knows before it looks at the clock: settings, zone, languages.

use super::calendars::{self, Followed};
use super::{articles, sources};
use crate::article::Article;
use crate::config::{DayValues, Loaded, Merged, Mistake, Readership, Settings, Source, doubts, each_once};
use crate::day::Day;
use crate::host::paths::Paths;
use crate::host::{locale, zones};
use crate::notification::{Announcement, Notification};
use crate::schedule::Now;
use crate::short_text::ShortText;
use crate::sun::Coordinates;
use crate::words::Words;
use crate::zone::Zone;
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

/// The settings of this person on this machine, as read at one time.
#[derive(Debug, Clone)]
pub struct Context {
    /// Where the files lie.
    pub paths: Paths,
    /// The part of the configuration that has no mistake.
    pub settings: Settings,
    /// The mistakes in it, lowest layer first.
    pub mistakes: Vec<Mistake>,
    /// What is valid and may not be meant.
    pub warnings: Vec<Mistake>,
    /// The files that were read.
    pub sources: Vec<Source>,
    /// The packs of one's own, lowest layer first.
    pub packs: Vec<Source>,
    /// The files and folders that calendars are read from.
    pub calendar_paths: Vec<PathBuf>,
    /// The machine's zone.
    pub zone: Zone,
    /// The languages of this person, the most wanted first.
    pub languages: Vec<String>,
    /// Whether those of the desktop are among them: the configuration names none.
    pub follows_desktop: bool,
}

/// The languages that are known before the configuration is read.
#[derive(Debug, Clone, Copy)]
pub struct KnownLanguages<'a> {
    /// The one that was asked for on the command line; it goes before those of the configuration.
    pub wanted: Option<&'a str>,
    /// Those of the desktop, which count where the configuration names none.
    pub desktop: &'a [String],
}

/// The zone that the machine is in, with its sunrise and sunset at this place, else at its chief city.
pub(crate) fn machine_zone(location: Option<Coordinates>) -> Zone {
    let zone = zones::system();
    match location {
        Some(place) => zone.at_place(place),
        None => zone,
    }
}

impl Context {
    /// Reads it all; `language` goes before the languages of the configuration and the desktop.
    ///
    /// `now` decides which events of followed calendars are long over.
    pub fn read(paths: Paths, language: Option<&str>, now: DateTime<Utc>) -> Self {
        Self::read_with(paths, language, now, None)
    }

    /// The same, in a session with other languages than those of this process.
    pub fn read_for(paths: Paths, known: KnownLanguages<'_>, now: DateTime<Utc>) -> Self {
        Self::read_all(paths, known, now, None)
    }

    /// The same, with one file of the configuration as it is to be.
    pub fn read_with(
        paths: Paths,
        language: Option<&str>,
        now: DateTime<Utc>,
        instead: Option<&Source>,
    ) -> Self {
        Self::read_all(
            paths,
            KnownLanguages { wanted: language, desktop: &locale::languages() },
            now,
            instead,
        )
    }

    fn read_all(
        paths: Paths,
        known: KnownLanguages<'_>,
        now: DateTime<Utc>,
        instead: Option<&Source>,
    ) -> Self {
        let (sources, mut mistakes) = sources::config(&paths, instead);
        let (packs, more) = sources::packs(&paths);
        mistakes.extend(more);
        let zones = each_once(&zones::named);
        let merged = Merged::read(&sources, &zones);
        let follows_desktop = merged.languages().is_empty();
        let chosen = if follows_desktop { known.desktop } else { merged.languages() };
        let languages: Vec<String> =
            known.wanted.map(str::to_owned).into_iter().chain(chosen.iter().cloned()).collect();
        let zone = machine_zone(merged.location());
        let today = zone.civil(now).date();
        let followed = calendars::followed(&merged.calendars(), &languages, &zone, today);
        let Followed { days, mistakes: of_calendars, warnings: losses, paths: calendar_paths } = followed;
        let mut calendar_days: BTreeSet<ShortText> = days.iter().map(|(id, _)| id.clone()).collect();
        if !calendar_days.is_empty() {
            for id in merged.whole_days() {
                calendar_days.remove(id);
            }
        }
        let values = DayValues::new(&sources, &zones);
        let Loaded { mut settings, mistakes: more, mut warnings } = merged.settle(&values, &packs, days);
        for day in settings.plan.days.iter().filter(|day| day.extras.pack.is_some()) {
            calendar_days.remove(&day.id);
        }
        mistakes.extend(more);
        mistakes.extend(of_calendars);
        let reader = Readership { zone: &zone, languages: &languages, today };
        warnings.extend(doubts(&settings, &values, &reader));
        warnings.extend(losses);
        settings.plan.from_calendars = calendar_days;
        Self {
            paths,
            settings,
            mistakes,
            warnings,
            sources,
            packs,
            calendar_paths,
            zone,
            languages,
            follows_desktop,
        }
    }

    /// Drops the texts that it was read from, which only commands that change them need, and gives their hash.
    pub fn drop_texts(&mut self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for source in self.sources.iter().chain(&self.packs) {
            (&source.file, &source.text).hash(&mut hasher);
        }
        self.sources = Vec::new();
        self.packs = Vec::new();
        hasher.finish()
    }

    /// The present as `instant` is read here.
    pub fn at(&self, instant: DateTime<Utc>) -> Now<'_> {
        Now { instant, zone: &self.zone }
    }

    /// The day of this id, if it is kept.
    pub fn day(&self, id: &str) -> Option<&Day> {
        self.settings.plan.days.iter().find(|day| day.id == id)
    }

    /// The article of a day, where it has one; what is wrong with one is logged.
    pub fn article(&self, day: &Day) -> Option<articles::FoundArticle> {
        let (_, found, mistakes) = articles::in_one_language(day, &self.languages, &self.paths);
        mistakes.iter().for_each(|mistake| log::warn!("{}", mistake.in_one_line()));
        found
    }

    /// The language in which all of a notification of `day` can be said, if there is one.
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

    /// The words of this person's language, where `known` are not those: to read them takes longer than most commands.
    pub fn words_beside(&self, known: &Words) -> Option<Words> {
        (Words::chosen(&self.languages) != known.language()).then(|| self.words())
    }

    /// The words of the commands, in the first of this person's languages that has them.
    pub fn command_words(&self) -> Words {
        Words::of_commands(&self.languages)
    }
}
