//! Mistakes that no single value shows: a day that never comes, quiet hours in which all is said.

use super::MOST_TOLD;
use super::Settings;
use super::fault::Fault;
use super::merge::Merged;
use super::mistake::Mistake;
use super::origin::DayValues;
use crate::day::{Day, KeptYear, Offset};
use crate::rule::Rule;

/// How many years of dates are looked through in one configuration; what is not found by then is not judged.
const MOST_YEARS: i32 = 40_000;

/// The year from which a day's dates are looked for first: every calendar covers it.
const FIRST_LOOK: i32 = 2020;

/// What is wrong with the days that the files name.
pub(super) fn of_days(settings: &Settings, values: &DayValues<'_>) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let mut left = MOST_YEARS;
    for day in &settings.plan.days {
        let Some((key, fault)) = fault(day, &mut left) else { continue };
        let Some(place) = values.own(&day.id, key).or_else(|| values.of_id(&day.id)) else { continue };
        mistakes.push(place.mistake(values.sources(), fault));
        if mistakes.len() >= MOST_TOLD {
            break;
        }
    }
    mistakes
}

/// The key that makes no sense, and why.
fn fault(day: &Day, left: &mut i32) -> Option<(&'static str, Fault)> {
    if let (Some(since), Some(until)) = (day.since, day.until)
        && until < since
    {
        return Some(("until", Fault::UntilBeforeSince { until: until.get(), since: since.get() }));
    }
    let (first, last) = (day.since.map_or(1, KeptYear::get), day.until.map_or(KeptYear::LAST, KeptYear::get));
    let start = FIRST_LOOK.clamp(first, last);
    if (2001..=2100).contains(&start) && day.rules.iter().any(Rule::comes_every_year) {
        return None;
    }
    let mut error = None;
    // Nearly every day has a date in the first of these.
    for years in [start..=start, start..=last.min(start + 60), first..=last] {
        *left -= years.end() - years.start() + 1;
        if *left < 0 {
            return None;
        }
        match day.dates(years) {
            Ok(dates) if dates.is_empty() => {}
            Ok(_) => return None,
            Err(out_of_range) => error = error.or(Some(out_of_range)),
        }
    }
    let rules: Vec<String> = day.rules.iter().map(|rule| format!("`{rule}`")).collect();
    let rules = rules.join(", ");
    let why = match error {
        Some(error) => error.to_string(),
        None if first == last => format!("{rules} has no date in {first}"),
        None => format!("{rules} has no date from {first} to {last}"),
    };
    Some(("date", Fault::NeverComes { day: day.id.to_string(), why }))
}

/// What the quiet hours take.
///
/// A reminder that falls into them waits for their end; a moment is not announced at all.
pub(super) fn of_quiet_hours(settings: &Settings, merged: &Merged, values: &DayValues<'_>) -> Vec<Mistake> {
    let plan = &settings.plan;
    let Some(quiet) = plan.quiet else {
        return Vec::new();
    };
    let is_swallowed = |day: &&Day| {
        !day.remind.is_empty()
            && day.remind.iter().all(|offset: &Offset| offset.at.clock().is_some_and(|at| quiet.holds(at)))
    };
    let reminded = plan.days.iter().filter(|day| !day.remind.is_empty()).count();
    let swallowed: Vec<&Day> = plan.days.iter().filter(is_swallowed).collect();
    let until = quiet.to;
    let mut found: Vec<(Option<&str>, &str, Fault)> = Vec::new();
    if !swallowed.is_empty() && swallowed.len() == reminded {
        found.push((None, "quiet", Fault::QuietReminders { day: None, until }));
    } else {
        found.extend(swallowed.iter().map(|day| {
            let fault = Fault::QuietReminders { day: Some(day.id.to_string()), until };
            (Some(day.id.as_str()), "remind", fault)
        }));
    }
    let with_moment = plan.days.iter().filter_map(|day| Some((day, day.extras.moment.as_ref()?)));
    // Elsewhere the moment comes at another time of this clock, which depends on the date.
    let silenced = with_moment.filter(|(_, moment)| {
        let at = moment.at.clock().filter(|_| moment.zone.is_none());
        at.is_some_and(|at| quiet.holds(at) && quiet.holds(at - moment.ahead))
    });
    found.extend(silenced.map(|(day, moment)| {
        (Some(day.id.as_str()), "moment", Fault::QuietMoment { day: day.id.to_string(), at: moment.at })
    }));
    let mistake = |(id, key, fault): (Option<&str>, &str, Fault)| {
        let of_day = id.and_then(|id| values.own(id, key));
        let place = of_day.or(merged.quiet.as_ref().map(|quiet| quiet.place))?;
        Some(place.mistake(values.sources(), fault).as_warning())
    };
    found.into_iter().take(MOST_TOLD).filter_map(mistake).collect()
}
