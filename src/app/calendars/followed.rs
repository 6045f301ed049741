//! The calendars that a configuration follows, as layers of days below it.

use super::hours;
use super::read::{MOST_BROKEN, read};
use crate::config::{CalendarFault, DayLayer, Fault, Mistake, Zones, each_once};
use crate::host::memory::apart;
use crate::host::{files, zones};
use crate::ical::{self, Imported, Note, SharedParts};
use crate::short_text::ShortText;
use crate::words::Words;
use crate::zone::Zone;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many days back the events of a followed calendar are kept: longer than any catch-up, so that nothing is missed.
const KEPT_BACK: u64 = 366;

/// The most days that followed calendars give together: the daemon keeps them in its memory, of which it has little.
pub const MOST_FOLLOWED: usize = 2000;
/// The most dates and rules of the days of followed calendars.
pub const MOST_FOLLOWED_RULES: usize = 20_000;

/// What followed calendars give.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    /// The days, the first of two with one id.
    pub days: Vec<(ShortText, DayLayer)>,
    /// What is wrong with calendars as a whole.
    pub mistakes: Vec<Mistake>,
    /// What of single events cannot be carried.
    pub warnings: Vec<Mistake>,
    /// The files and folders that they are read from.
    pub paths: Vec<PathBuf>,
}

/// Reads the calendars that a configuration follows, by the paths that it has for them.
///
/// What of an event cannot be carried is a warning; what keeps a calendar from being read is a mistake. What is over
/// since long before `today` is not read.
///
/// They are read in a thread of their own, and what it found is copied. What a daemon keeps of a calendar would lie
/// scattered among the several times as much that reading it needs for a while, and hold it; a thread has its own part of
/// the memory (glibc's arenas), which is empty once the copy is made, and goes back to the system.
pub fn followed(calendars: &[String], languages: &[String], local: &Zone, today: NaiveDate) -> Followed {
    if calendars.is_empty() {
        return Followed::default();
    }
    apart(|| read_all(calendars, languages, local, today)).copied()
}

impl Followed {
    /// A copy that shares nothing with the original; what its days share among themselves, those of the copy do too.
    fn copied(&self) -> Self {
        let mut copy = self.clone();
        let (mut rules, mut remind) = (HashMap::new(), HashMap::new());
        for (_, layer) in &mut copy.days {
            layer.rules = layer.rules.take().map(|shared| copy_of(&shared, &mut rules));
            layer.remind = layer.remind.take().map(|shared| copy_of(&shared, &mut remind));
        }
        copy
    }
}

/// The one copy of what several share, by where it lies.
fn copy_of<T: Clone>(shared: &Arc<[T]>, copies: &mut HashMap<*const T, Arc<[T]>>) -> Arc<[T]> {
    Arc::clone(copies.entry(shared.as_ptr()).or_insert_with(|| shared.iter().cloned().collect()))
}

fn read_all(calendars: &[String], languages: &[String], local: &Zone, today: NaiveDate) -> Followed {
    let mut followed = Followed::default();
    let zones: &Zones<'_> = &each_once(&zones::named);
    let words = Words::choose(languages);
    // Where the days of each calendar begin among all.
    let mut begins = Vec::new();
    let mut layers = Layers { zones, shared: SharedParts::default(), ids: HashSet::new() };
    for written in calendars {
        let path = match written.strip_prefix("~/").zip(env::home_dir()) {
            Some((rest, home)) => home.join(rest),
            None => PathBuf::from(written),
        };
        let context = ical::ImportContext {
            since: today.checked_sub_days(Days::new(KEPT_BACK)),
            most_days: MOST_FOLLOWED,
            most_rules: MOST_FOLLOWED_RULES,
            with_texts: false,
            ..ical::ImportContext::new(zones, &words, local, today)
        };
        begins.push((followed.days.len(), written));
        match read(&path, None, &context, files::LARGEST, &mut |_, _| {}) {
            Ok(found) => {
                if found.files == 0 {
                    let fault = CalendarFault::NoneIn(path.display().to_string());
                    followed.warnings.push(Mistake::of_file(written, Fault::Calendar(fault)).as_warning());
                }
                followed.warnings.extend(losses(&found.notes));
                followed.mistakes.extend(found.broken);
                if let Some((file, line)) = &found.too_many {
                    followed.mistakes.push(too_many(&file.display().to_string(), *line));
                } else {
                    let days = layers.of_days(found.days, written, &mut followed.mistakes);
                    let both = || followed.days.iter().chain(&days);
                    let rules =
                        both().map(|(_, day)| day.rules.as_ref().map_or(0, |rules| rules.len())).sum();
                    if context.is_exceeded_by(both().count(), rules) {
                        followed.mistakes.push(too_many(written, 1));
                    } else {
                        followed.days.extend(days);
                    }
                }
            }
            Err(error) => {
                followed.mistakes.push(Mistake::of_file(written, Fault::Unreadable(error.to_string())));
            }
        }
        followed.paths.push(path);
    }
    for crowded in hours::limit(&mut followed.days, today).into_iter().take(MOST_BROKEN) {
        let calendar = begins.iter().rev().find(|(begin, _)| *begin <= crowded.first);
        let fault = Fault::Calendar(crowded.fault());
        let warning = |(_, written): &(usize, &String)| Mistake::of_file(written, fault).as_warning();
        followed.warnings.extend(calendar.map(warning));
    }
    followed
}

/// That the calendars have more days than the daemon keeps, from this line of a file on.
fn too_many(file: &str, line: usize) -> Mistake {
    let fault = CalendarFault::TooManyDays { days: MOST_FOLLOWED, rules: MOST_FOLLOWED_RULES };
    Mistake::of_line(file, line, Fault::Calendar(fault))
}

/// A warning for each file that has what cannot be carried: the first of it, and how much there is.
fn losses(notes: &[(PathBuf, Note)]) -> Vec<Mistake> {
    let mut files: BTreeMap<&Path, (&Note, usize)> = BTreeMap::new();
    for (file, note) in notes {
        log::debug!("{}:{}: {}", file.display(), note.line, note.message);
        if note.is_loss {
            files.entry(file).or_insert((note, 0)).1 += note.count;
        }
    }
    let (all, last) = (files.len(), files.len().min(MOST_BROKEN));
    let warning = |(index, (file, (first, count))): (usize, (&Path, (&Note, usize)))| {
        let file = file.display().to_string();
        let more_files = if index + 1 == last { all - last } else { 0 };
        let (first_message, more) = (first.message.clone(), count - 1);
        let fault = CalendarFault::Losses { first: first_message, more, more_files, file: file.clone() };
        Mistake::of_line(&file, first.line, Fault::Calendar(fault)).as_warning()
    };
    files.into_iter().take(MOST_BROKEN).enumerate().map(warning).collect()
}

/// Makes layers of imported days.
struct Layers<'z> {
    zones: &'z Zones<'z>,
    shared: SharedParts,
    /// The ids of the days so far.
    ids: HashSet<String>,
}

impl Layers<'_> {
    /// The days of a calendar that no calendar before it has; a date that is not a rule is a mistake of its line.
    fn of_days(
        &mut self,
        days: Vec<Imported>,
        file: &str,
        mistakes: &mut Vec<Mistake>,
    ) -> Vec<(ShortText, DayLayer)> {
        let mut layers = Vec::with_capacity(days.len());
        for day in days {
            if !self.ids.insert(day.id.clone()) {
                continue;
            }
            let line = day.line;
            match day.into_layer(&mut self.shared, self.zones) {
                Ok(layer) => layers.push(layer),
                Err(error) => mistakes.push(Mistake::of_line(file, line, Fault::Rule(error))),
            }
        }
        layers
    }
}
