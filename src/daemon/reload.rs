//! Reading the configuration again, and telling what is wrong in it, once, and that it is mended.

use super::{Daemon, systemd};
use crate::app::context::World;
use crate::config::Mistake;
use crate::dbus::desktop::About;
use crate::notification::Notice;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// What is wrong in the configuration, and what of it is still to be told on the desktop.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    pub(super) mistakes: Vec<Mistake>,
    news: Option<News>,
    /// The desktop has told of a mistake that stands.
    is_told: bool,
    /// What was read last, in short.
    read: u64,
}

/// What is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    Mistakes,
    Mended,
}

impl Trouble {
    /// What is wrong at the start; a rehearsal tells nothing of it on the desktop.
    pub(super) fn of(world: &World, is_rehearsal: bool) -> Self {
        let mut trouble = Self { read: in_short(world), ..Self::default() };
        trouble.found(world);
        if is_rehearsal {
            trouble.news = None;
        }
        trouble
    }

    /// Takes up what was found at a reading, and says whether all is well.
    fn found(&mut self, world: &World) -> bool {
        world
            .mistakes
            .iter()
            .chain(&world.warnings)
            .for_each(|mistake| log::warn!("{}", mistake.in_one_line()));
        if world.mistakes.is_empty() {
            if !self.mistakes.is_empty() {
                log::info!("The configuration is mended.");
            }
            self.news = self.is_told.then_some(News::Mended);
        } else if self.mistakes != world.mistakes {
            self.news = Some(News::Mistakes);
        }
        self.mistakes.clone_from(&world.mistakes);
        self.mistakes.is_empty()
    }
}

/// A number that is another one when something else was read.
fn in_short(world: &World) -> u64 {
    let mut hasher = DefaultHasher::new();
    for source in world.sources.iter().chain(&world.packs).chain(&world.calendars) {
        (&source.file, &source.text).hash(&mut hasher);
    }
    for mistake in &world.mistakes {
        (&mistake.file, &mistake.message).hash(&mut hasher);
    }
    hasher.finish()
}

impl Daemon {
    /// Reads the configuration again: parse, replace, and the next turn does the rest.
    ///
    /// Where there are mistakes in it, the daemon goes on with the last one as a whole. What only seems to have
    /// changed is passed over, unless somebody asked.
    pub(super) fn reload(&mut self, is_asked: bool) {
        self.watch.wait_for_config(&self.world.paths, &self.world.calendar_paths);
        if is_asked {
            systemd::reloading();
        }
        let mut world = (self.read)();
        if world.calendar_paths != self.world.calendar_paths {
            self.watch.wait_for_config(&world.paths, &world.calendar_paths);
            world = (self.read)();
        }
        let read = in_short(&world);
        let is_new = std::mem::replace(&mut self.trouble.read, read) != read;
        if is_new || is_asked {
            self.take_up(world);
        }
        if is_asked {
            systemd::ready();
        }
    }

    fn take_up(&mut self, world: World) {
        if self.trouble.found(&world) {
            log::info!("Read the configuration again: {} days.", world.settings.plan.days.len());
            self.world = Arc::new(world);
        } else {
            log::warn!("the configuration has mistakes; going on with the last good one");
        }
        self.keeper.held.try_again();
    }

    /// Tells on the desktop, once, that the configuration has mistakes, and that they are mended.
    pub(super) async fn tell_trouble(&mut self, world: &World) {
        let Some(news) = self.trouble.news else {
            return;
        };
        let mistakes = &self.trouble.mistakes;
        let notice = match (news, mistakes.first()) {
            (News::Mistakes, Some(first)) => {
                Notice::of_mistakes(&first.in_one_line(), mistakes.len(), &world.words())
            }
            _ => Notice::of_mended(world.settings.plan.days.len(), &world.words()),
        };
        match self.desktop.show(About::Configuration, &notice, &world.settings.style).await {
            Ok(()) => {
                self.trouble.news = None;
                self.trouble.is_told = news == News::Mistakes;
            }
            Err(unshown) => {
                log::debug!("what is to be said of the configuration is not shown yet: {unshown}");
            }
        }
    }
}
