//! Mistakes that no single value shows: a day that never comes, quiet hours that leave nothing to say.

use super::mistake::{Mistake, Source};
use super::origin::Places;
use crate::day::{Day, Offset};
use crate::schedule::{Plan, Quiet};
use chrono::NaiveTime;

/// How many years of dates are looked through in one configuration; what is not found by then is not judged.
const MOST_YEARS: i32 = 40_000;

/// The year from which a day's dates are looked for first: every calendar is sound then.
const FIRST_LOOK: i32 = 2020;

/// What is wrong with these days, which the files name.
pub(super) fn of_days(days: &[Day], sources: &[Source]) -> Vec<Mistake> {
    let mut places = None;
    let mut mistakes = Vec::new();
    let mut left = MOST_YEARS;
    for day in days {
        let Some((key, message)) = fault(day, &mut left) else {
            continue;
        };
        let places = places.get_or_insert_with(|| Places::new(sources));
        let place = places.of_day(&day.id, key).or_else(|| places.of_day(&day.id, ""));
        mistakes.extend(place.and_then(|place| place.tell(sources, message, None)));
        if mistakes.len() >= super::MOST_TOLD {
            break;
        }
    }
    mistakes
}

/// The key that makes no sense, and why.
fn fault(day: &Day, left: &mut i32) -> Option<(&'static str, String)> {
    if let (Some(since), Some(until)) = (day.since, day.until)
        && until < since
    {
        return Some(("until", format!("`until` {until} is before `since` {since}")));
    }
    let (first, last) = (day.since.unwrap_or(1), day.until.unwrap_or(9999));
    let start = FIRST_LOOK.clamp(first, last);
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
    Some(("date", format!("the day `{}` never comes: {why}", day.id)))
}

/// What quiet hours leave nothing of.
///
/// A reminder that falls into them waits for their end; a moment is not announced at all.
pub(super) fn of_quiet_hours(plan: &Plan, sources: &[Source]) -> Vec<Mistake> {
    let Some(quiet) = plan.quiet else {
        return Vec::new();
    };
    let is_swallowed = |day: &&Day| {
        !day.remind.is_empty()
            && day.remind.iter().all(|offset: &Offset| offset.at.clock().is_some_and(|at| holds(quiet, at)))
    };
    let reminded = plan.days.iter().filter(|day| !day.remind.is_empty()).count();
    let swallowed: Vec<&Day> = plan.days.iter().filter(is_swallowed).collect();
    let end = quiet.to.format("%H:%M");
    let mut told: Vec<(Option<&str>, &str, String)> = Vec::new();
    if !swallowed.is_empty() && swallowed.len() == reminded {
        let message = format!("every reminder falls into the quiet hours, and waits until {end}");
        told.push((None, "quiet", message));
    } else {
        told.extend(swallowed.iter().map(|day| {
            let id = &day.id;
            let message =
                format!("every reminder of `{id}` falls into the quiet hours, and waits until {end}");
            (Some(id.as_str()), "remind", message)
        }));
    }
    let with_moment = plan.days.iter().filter_map(|day| Some((day, day.moment.as_ref()?)));
    // Elsewhere the moment comes at another time of this clock, which depends on the date.
    let silenced = with_moment.filter(|(_, moment)| {
        let at = moment.at.clock().filter(|_| moment.zone.is_none());
        at.is_some_and(|at| holds(quiet, at) && holds(quiet, at - moment.ahead))
    });
    told.extend(silenced.map(|(day, moment)| {
        let (id, at) = (&day.id, moment.at);
        let message =
            format!("the moment of `{id}` at {at} falls into the quiet hours, and is not announced");
        (Some(id.as_str()), "moment", message)
    }));
    if told.is_empty() {
        return Vec::new();
    }
    let places = Places::new(sources);
    let tell = |(id, key, message): (Option<&str>, &str, String)| {
        let of_day = id.and_then(|id| places.of_day(id, key));
        let mistake = of_day.or_else(|| places.of("quiet"))?.tell(sources, message, None)?;
        Some(mistake.as_warning())
    };
    told.into_iter().take(super::MOST_TOLD).filter_map(tell).collect()
}

fn holds(quiet: Quiet, time: NaiveTime) -> bool {
    if quiet.from <= quiet.to {
        quiet.from <= time && time < quiet.to
    } else {
        quiet.from <= time || time < quiet.to
    }
}
