//! Rules in words, for a person who wants to know what a phrase means.

use super::Rule;
use super::anchor::Anchor;
use super::calendar_date::CalendarDate;
use super::calendar_names::Named;
use super::calendars::{Calendar, Civil, Month};
use super::easter::{EasterDay, Feast, Rite};
use super::gregorian::{Missing, Nth};
use super::personal::Death;
use super::solar::{Meridian, SolarTerm};
use super::step::{Relation, RuleStep};
use super::words::{month_name, ordinal, weekday_name};
use chrono::{Datelike, NaiveDate};

impl Rule {
    /// The rule in words, as a fragment of an English sentence, with calendar and policy where they matter.
    ///
    /// # Examples
    /// ```
    /// use remembrance::rule::Rule;
    ///
    /// let told = |phrase: &str| phrase.parse::<Rule>().unwrap().explain();
    /// assert_eq!(told("2nd Sunday of November"), "the second Sunday of November");
    /// // An odd case: what happens in years without the date.
    /// assert_eq!(told("February 29"), "February 29, in common years February 28");
    /// ```
    pub fn explain(&self) -> String {
        let mut told = String::new();
        for step in self.steps.iter().rev() {
            told += &explain_step(*step);
            told.push(' ');
        }
        told += &explain_anchor(&self.anchor);
        if self.steps.is_empty() && matches!(self.anchor, Anchor::Once(_)) {
            told += ", once";
        }
        for one in &self.moves {
            let days: Vec<&str> = one.when.iter().map(weekday_name).collect();
            told.push_str("; if that is a ");
            told.push_str(&days.join(" or a "));
            told.push_str(", ");
            match &one.then {
                None => told += "not at all",
                Some(step @ RuleStep::Weekday { .. }) => told = told + "the " + &step.to_string(),
                Some(step) => told += &step.to_string(),
            }
        }
        told
    }
}

fn explain_step(step: RuleStep) -> String {
    match step {
        RuleStep::Count { .. } => step.to_string(),
        RuleStep::NthDay { n } => format!("the {} day counted from and including", ordinal(n)),
        RuleStep::Weekday { nth: 1, weekday, relation: relation @ Relation::Before } => {
            format!("the last {} {relation}", weekday_name(weekday))
        }
        RuleStep::Weekday { nth: 1, weekday, relation: relation @ Relation::After } => {
            format!("the first {} {relation}", weekday_name(weekday))
        }
        RuleStep::Weekday { .. } => format!("the {step}"),
    }
}

fn explain_anchor(anchor: &Anchor) -> String {
    match anchor {
        Anchor::Fixed(date) => date.to_string(),
        Anchor::LeapDay(Missing::Usual) => "February 29, in common years February 28".to_owned(),
        Anchor::LeapDay(Missing::Skip) => "February 29, in leap years only".to_owned(),
        Anchor::LeapDay(Missing::Instead(date)) => format!("February 29, in common years {date}"),
        Anchor::Once(date) => long_date(*date),
        Anchor::Weekday { nth: Nth::FromStart(5), weekday, month } => {
            let (weekday, month) = (weekday_name(*weekday), month_name(*month));
            format!("the {} {weekday} of {month}, in years that have one", ordinal(5))
        }
        Anchor::Weekday { .. } => format!("the {anchor}"),
        Anchor::LastDay(month) => format!("the last day of {}", month_name(*month)),
        Anchor::Feast(Feast::Advent) => "the first Sunday of Advent".to_owned(),
        Anchor::Feast(Feast::Easter { rite, day }) => {
            let rite = if *rite == Rite::Western { "Western" } else { "Orthodox" };
            let name = if *day == EasterDay::EASTER { "Easter Sunday" } else { day.name() };
            format!("{name} of the {rite} churches")
        }
        Anchor::SolarTerm(term) => explain_term(*term),
        Anchor::Calendar(date) => explain_calendar_date(date),
        Anchor::LastDayOf(named) => {
            format!("the last day of {} of the {}", named.name(), calendar_phrase(named.calendar))
        }
        Anchor::Yahrzeit(death) => {
            let hebrew = civil(Calendar::Hebrew, death.hebrew());
            let of = match death {
                Death::ByDay(date) => format!("{} ({hebrew})", long_date(*date)),
                Death::AfterSunset(date) => format!("the evening of {} ({hebrew})", long_date(*date)),
                Death::Hebrew(_) => hebrew,
            };
            format!("the yahrzeit of {of}, each Hebrew year after it")
        }
        Anchor::LunarAnniversary { calendar, date } => {
            let day = civil(*calendar, calendar.date(date.num_days_from_ce()));
            format!(
                "the anniversary of {} by the lunar calendar ({day}), each year after it",
                long_date(*date)
            )
        }
        Anchor::Recurrence(recurrence) => format!("the dates of {recurrence}"),
    }
}

/// `May 1, 2026`
pub(super) fn long_date(date: NaiveDate) -> String {
    let month = u8::try_from(date.month()).expect("a month is small");
    format!("{} {}, {}", month_name(month), date.day(), date.year())
}

/// A date of another calendar, and what becomes of it in years without it.
fn explain_calendar_date(CalendarDate { date, missing }: &CalendarDate) -> String {
    let Named { calendar, month, .. } = date.named;
    let told = match calendar {
        Calendar::UmmAlQura => {
            let tables = "Umm al-Qura, tabular before November 1882 and after November 2174";
            format!("{date} of the Hijri calendar ({tables})")
        }
        Calendar::Tabular => format!("{} {} of the tabular Hijri calendar", date.day, date.named.name()),
        _ if calendar.has_numbered_months() => {
            let leap = if month.leap { "leap " } else { "" };
            format!("day {} of {leap}month {} of the {} calendar", date.day, month.number, calendar.name())
        }
        Calendar::Hebrew if date.named.name() == "Adar" => {
            format!("{} Adar of the Hebrew calendar (Adar II in leap years)", date.day)
        }
        _ => format!("{} {} of the {}", date.day, date.named.name(), calendar_phrase(calendar)),
    };
    let otherwise = match (missing, date.named) {
        _ if date.named.is_sure(date.day) => return told,
        (Missing::Skip, _) => ", only in years that have it".to_owned(),
        (Missing::Instead(other), _) => format!(", in years without it {other}"),
        (Missing::Usual, Named::ADAR_I) if date.day == 30 => ", in common years 29 Adar".to_owned(),
        (Missing::Usual, Named::ADAR_I | Named::ADAR_II) => ", in common years in Adar".to_owned(),
        (Missing::Usual, Named { month: Month { leap: true, number }, calendar, .. }) => {
            let skipped = if calendar == Calendar::Tibetan {
                "; the day after where its number is skipped"
            } else {
                ""
            };
            format!(", in years without that leap month in month {number}{skipped}")
        }
        (Missing::Usual, Named { calendar: Calendar::Tibetan, .. }) => {
            ", in years without it, where its number is skipped, the day after".to_owned()
        }
        (Missing::Usual, _) => ", in years without it the last day of the month".to_owned(),
    };
    told + &otherwise
}

/// `Qingming, the day on which the sun reaches 15 degrees of longitude in China`
fn explain_term(term: SolarTerm) -> String {
    let name = term.season().map_or_else(
        || SolarTerm::NAMES[usize::from(term.fifteenth)].to_owned(),
        |season| format!("the {season}"),
    );
    let clock = match term.meridian {
        Meridian::Universal => "by universal time".to_owned(),
        clock => format!("in {}", clock.name()),
    };
    format!("{name}, the day on which the sun reaches {} degrees of longitude {clock}", term.degrees())
}

/// The calendar as a sentence has it.
fn calendar_phrase(calendar: Calendar) -> String {
    match calendar {
        Calendar::UmmAlQura => "Hijri calendar".to_owned(),
        Calendar::Tabular => "tabular Hijri calendar".to_owned(),
        Calendar::Bangladesh => "Bengali calendar of Bangladesh".to_owned(),
        _ => format!("{} calendar", calendar.name()),
    }
}

/// `1 Kislev 5710`, `leap month 8, day 10`
fn civil(calendar: Calendar, Civil { year, month, day }: Civil) -> String {
    match calendar {
        _ if calendar.has_numbered_months() => {
            let leap = if month.leap { "leap " } else { "" };
            format!("{} {leap}month {}, day {day}", calendar.name(), month.number)
        }
        _ => format!("{day} {} {year}", Named { calendar, month, in_leap_years: false }.name()),
    }
}
