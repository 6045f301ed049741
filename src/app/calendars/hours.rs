//! Followed events at hours of their own: however many fall on one date, few of its minutes have a notification.

use crate::config::DayLayer;
use crate::rule::dates_of;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The most hours that followed events of one date have of their own, moments and alarms together.
pub(super) const MOST_HOURS: usize = 50;

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

fn hours(layer: &DayLayer) -> usize {
    let moments = usize::from(matches!(layer.extras.moment, Some(Some(_))));
    moments + layer.remind.as_ref().map_or(0, |remind| remind.len())
}

/// Takes the hours from the events of each date that has too many, by the date from `today` on that comes next: they are
/// announced like days that have none, together. Gives those dates.
pub(super) fn limit(days: &mut [(String, DayLayer)], today: NaiveDate) -> Vec<Crowded> {
    if days.iter().map(|(_, layer)| hours(layer)).sum::<usize>() <= MOST_HOURS {
        return Vec::new();
    }
    let mut dates: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
    for (index, (_, layer)) in days.iter().enumerate().filter(|(_, (_, layer))| hours(layer) > 0) {
        let years = today.year()..=today.year().saturating_add(1);
        let known = layer.rules.as_ref().and_then(|rules| dates_of(rules, years).ok()).unwrap_or_default();
        if let Some(next) = known.into_iter().filter(|date| *date >= today).min() {
            dates.entry(next).or_default().push(index);
        }
    }
    dates.retain(|_, events| events.iter().map(|at| hours(&days[*at].1)).sum::<usize>() > MOST_HOURS);
    for at in dates.values().flatten() {
        let layer = &mut days[*at].1;
        layer.remind = None;
        layer.extras.moment = None;
    }
    let crowded =
        |(date, events): (NaiveDate, Vec<usize>)| Crowded { date, events: events.len(), first: events[0] };
    dates.into_iter().map(crowded).collect()
}
