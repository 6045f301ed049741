//! Events of calendars at hours of their own: however many fall on one date, few of its minutes have a notification.

use crate::config::{CalendarFault, DayLayer};
use crate::ical::{Imported, Note};
use crate::rule::{Rule, dates_of};
use crate::short_text::ShortText;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The most hours that events of one date have of their own, moments and alarms together.
const MOST_HOURS: usize = 50;

/// A date whose events have too many hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Crowded {
    /// The date.
    pub(super) date: NaiveDate,
    /// How many events with hours there are.
    pub(super) events: usize,
    /// The place of the first of them among the days.
    pub(super) first: usize,
}

impl Crowded {
    /// What is said of it.
    pub(super) fn fault(&self) -> CalendarFault {
        CalendarFault::CrowdedDate { date: self.date, events: self.events, most: MOST_HOURS }
    }
}

/// A day that can have hours of its own.
pub(super) trait WithHours {
    /// How many it has.
    fn hours(&self) -> usize;

    /// Its dates in these years.
    fn dates(&self, years: RangeInclusive<i32>) -> Vec<NaiveDate>;

    /// Takes them away.
    fn lose_hours(&mut self);
}

impl WithHours for (ShortText, DayLayer) {
    fn hours(&self) -> usize {
        let moments = usize::from(matches!(self.1.extras.moment, Some(Some(_))));
        moments + self.1.remind.as_ref().map_or(0, |remind| remind.len())
    }

    fn dates(&self, years: RangeInclusive<i32>) -> Vec<NaiveDate> {
        self.1.rules.as_ref().and_then(|rules| dates_of(rules, years).ok()).unwrap_or_default()
    }

    fn lose_hours(&mut self) {
        self.1.remind = None;
        self.1.extras.moment = None;
    }
}

impl WithHours for Imported {
    fn hours(&self) -> usize {
        usize::from(self.moment.is_some()) + self.remind.as_ref().map_or(0, Vec::len)
    }

    fn dates(&self, years: RangeInclusive<i32>) -> Vec<NaiveDate> {
        let rules: Vec<Rule> = self.rules.iter().filter_map(|phrase| phrase.parse().ok()).collect();
        dates_of(&rules, years).unwrap_or_default()
    }

    fn lose_hours(&mut self) {
        (self.moment, self.remind) = (None, None);
    }
}

/// Takes the hours from the events of each date that has too many, by the date from `today` on that comes next: they are
/// announced like days that have none, together. Gives those dates.
pub(super) fn limit<D: WithHours>(days: &mut [D], today: NaiveDate) -> Vec<Crowded> {
    if days.iter().map(WithHours::hours).sum::<usize>() <= MOST_HOURS {
        return Vec::new();
    }
    let mut dates: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for (index, day) in days.iter().enumerate().filter(|(_, day)| day.hours() > 0) {
        let known = day.dates(today.year()..=today.year().saturating_add(1));
        if let Some(next) = known.into_iter().filter(|date| *date >= today).min() {
            dates.entry(next).or_default().push(index);
        }
    }
    dates.retain(|_, events| events.iter().map(|at| days[*at].hours()).sum::<usize>() > MOST_HOURS);
    dates.values().flatten().for_each(|at| days[*at].lose_hours());
    let crowded =
        |(date, events): (NaiveDate, Vec<usize>)| Crowded { date, events: events.len(), first: events[0] };
    dates.into_iter().map(crowded).collect()
}

/// The same for what is imported: what is said of each date, with the line of its first event.
pub fn limit_hours(days: &mut [Imported], today: NaiveDate) -> Vec<Note> {
    let crowded = limit(days, today);
    let note = |crowded: Crowded| Note {
        line: days[crowded.first].line,
        message: crowded.fault().to_string(),
        is_loss: false,
        count: 1,
    };
    crowded.into_iter().map(note).collect()
}
