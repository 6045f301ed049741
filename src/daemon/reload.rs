//! Reading the configuration again, and showing its mistakes once, and that they are fixed.

use super::watch::{self, Watch};
use super::{Daemon, systemd};
use crate::app::context::{Context, KnownLanguages};
use crate::app::sources;
use crate::config::Mistake;
use crate::dbus::desktop::NotificationSubject;
use crate::host::memory::{apart, settle};
use crate::host::paths::Paths;
use crate::notification::{Notification, days_together};
use chrono::{DateTime, Utc};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

/// A configuration of more text, in bytes, is read in a thread of its own.
const LARGE: u64 = 64 * 1024;

/// What is wrong in the configuration, and what of it is still to be told on the desktop.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    pub(super) mistakes: Vec<Mistake>,
    news: Option<News>,
    /// What the desktop is being told.
    telling: Option<News>,
    /// What it did not take.
    untold: Option<News>,
    /// The desktop has shown a mistake that still stands.
    is_told: bool,
    /// The hash of the texts that were read last.
    content_hash: u64,
    /// The hash of the warnings that were logged last.
    warnings_hash: u64,
}

/// What is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    Mistakes,
    Fixed,
}

impl Trouble {
    /// What is wrong at the start; a rehearsal tells nothing of it on the desktop.
    pub(super) fn at_start(context: &Context, content_hash: u64, is_rehearsal: bool) -> Self {
        let mut trouble = Self { content_hash, ..Self::default() };
        trouble.found(context);
        if is_rehearsal {
            trouble.news = None;
        }
        trouble
    }

    /// Has the desktop told again what it did not take: something has changed.
    pub(super) fn try_again(&mut self) {
        self.news = self.news.or(self.untold.take());
    }

    /// Whether something is to be told on the desktop.
    pub(super) fn has_news(&self) -> bool {
        self.news.is_some()
    }

    /// Takes up what was found at a reading, and says whether all is well.
    fn found(&mut self, context: &Context) -> bool {
        let told = |mistake: &Mistake| log::warn!("{}", mistake.in_one_line());
        context.mistakes.iter().for_each(told);
        // Of the mistakes it has to be said each time that they still stand; what only may be wrong is said once.
        let mut hasher = DefaultHasher::new();
        context.warnings.iter().for_each(|warning| warning.in_one_line().hash(&mut hasher));
        let hash = hasher.finish();
        if std::mem::replace(&mut self.warnings_hash, hash) != hash {
            context.warnings.iter().for_each(told);
        }
        if context.mistakes.is_empty() {
            if !self.mistakes.is_empty() {
                log::info!("The mistakes in the configuration are fixed.");
            }
            self.untold = None;
            self.news = self.is_told.then_some(News::Fixed);
        } else if self.mistakes != context.mistakes {
            self.news = Some(News::Mistakes);
        }
        self.mistakes.clone_from(&context.mistakes);
        self.mistakes.is_empty()
    }
}

/// Reads the configuration once, so that no change is overlooked: its folders are watched before, `calendars` among them.
///
/// Which calendars it follows is known only once it is read. Those that were not watched are watched then, and it is
/// read again only where one of them was changed in the meantime.
///
/// One of thousands of days lies in the memory of a thread of its own, so that nothing of the daemon lies above it and
/// holds it when a smaller one follows.
pub(super) fn read(
    watch: &mut Watch,
    paths: &Paths,
    known: KnownLanguages<'_>,
    rehearsed: Option<&str>,
    calendars: &[PathBuf],
    now: DateTime<Utc>,
) -> (Context, u64) {
    watch.wait_for_config(paths, calendars);
    let begun = SystemTime::now();
    let read_here = || Context::read_for(paths.clone(), known, now);
    let read = || if sources::size(paths) > LARGE { apart(read_here) } else { read_here() };
    let mut context = read();
    if context.calendar_paths != calendars {
        watch.wait_for_config(paths, &context.calendar_paths);
        if watch::has_changed_since(&context.calendar_paths, begun) {
            context = read();
        }
    }
    if let Some(id) = rehearsed {
        context.settings.plan.days.retain(|day| day.id == *id);
        context.settings.plan.quiet = None;
    }
    let content_hash = context.drop_texts();
    if !context.mistakes.is_empty() {
        // What is kept lies scattered among the mistakes that were told of, and holds it: a copy lies together, and the
        // allocator can give the rest back.
        context = context.clone();
    }
    (context, content_hash)
}

impl Daemon {
    /// Reads the configuration again: parse, replace, and the next turn does the rest.
    ///
    /// Where there are mistakes in it, the daemon keeps the last one as a whole. What only seems to have
    /// changed is passed over, unless somebody asked.
    pub(super) fn reload(&mut self, is_asked: bool) {
        if is_asked {
            systemd::reloading();
        }
        let known = KnownLanguages { wanted: self.language.as_deref(), desktop: &self.desktop_languages };
        let (context, content_hash) = read(
            &mut self.watch,
            &self.context.paths,
            known,
            self.rehearsal.as_ref().map(|(day, _)| day.as_str()),
            &self.context.calendar_paths,
            self.clock.now(),
        );
        let is_other_text = std::mem::replace(&mut self.trouble.content_hash, content_hash) != content_hash;
        // Calendars are not among the texts; what they give is.
        let is_new = is_other_text
            || self.trouble.mistakes != context.mistakes
            || (context.mistakes.is_empty() && context.settings != self.context.settings);
        if is_new || is_asked {
            self.apply(context);
        }
        if is_asked {
            systemd::ready();
        }
    }

    fn apply(&mut self, context: Context) {
        if self.trouble.found(&context) {
            log::info!("Read the configuration again: {} days.", context.settings.plan.days.len());
            self.context = Arc::new(context);
        } else {
            drop(context);
            log::warn!("the configuration has mistakes; going on with the last good one");
        }
        // What was large was there.
        apart(settle);
        self.repack();
        self.trouble.try_again();
        self.engine.try_again();
    }

    /// Copies what was made while more was in memory than now: it lies above all that, and the allocator gives back only
    /// what nothing lies above. The copies lie below.
    fn repack(&mut self) {
        self.watch.repack();
        self.trouble.mistakes = self.trouble.mistakes.clone();
    }

    /// Tells on the desktop, once, that the configuration has mistakes or is in order again, and which pages could not
    /// be opened.
    pub(super) fn tell_news(&mut self, context: &Context) {
        if let Some(news) = self.trouble.news.take() {
            let mistakes = &self.trouble.mistakes;
            let notification = match (news, mistakes.first()) {
                (News::Mistakes, Some(first)) => Notification::of_mistakes(
                    &first.in_one_line(),
                    Mistake::count(mistakes),
                    &context.words(),
                ),
                _ => Notification::of_fixed(context.settings.plan.days.len(), &context.words()),
            };
            self.trouble.telling = Some(news);
            self.tell(NotificationSubject::Configuration, notification, context);
        }
        for occurrences in std::mem::take(&mut self.unopened) {
            let words = context.words();
            let (name, command) = match occurrences.as_slice() {
                [one] => {
                    let name = context.day(&one.day).map_or("", |day| day.name.get(&context.languages));
                    (name.to_owned(), format!("show {}", one.day))
                }
                several => {
                    let dates = || several.iter().map(|id| id.date);
                    let (from, to) = (dates().min().unwrap_or_default(), dates().max().unwrap_or_default());
                    (days_together(several.len(), &words), format!("list --from {from} --to {to}"))
                }
            };
            let notification = Notification::of_unopened(&name, &command, &words);
            self.tell(NotificationSubject::Reading(occurrences), notification, context);
        }
    }

    fn tell(&mut self, about: NotificationSubject, notification: Notification, context: &Context) {
        if let Some(outgoing) = self.desktop.outgoing(&about, &notification, &context.settings.style) {
            self.tasks.deliver(None, about, notification, outgoing);
        }
    }

    /// The desktop has taken what is no reminder, or has not: then the log has to do.
    pub(super) fn told(&mut self, about: &NotificationSubject, is_shown: bool) {
        if *about == NotificationSubject::Configuration
            && let Some(news) = self.trouble.telling.take()
        {
            if is_shown {
                self.trouble.is_told = news == News::Mistakes;
            } else {
                log::debug!("what is to be said of the configuration is not shown");
                self.trouble.untold = Some(news);
            }
        }
    }
}
