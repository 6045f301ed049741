//! Rules as their usual phrases, which parse back to the same rules.

use super::Rule;
use super::anchor::Anchor;
use super::calendar_date::{CalendarDate, NamedDay};
use super::calendar_names::Named;
use super::calendars::{Calendar, Civil};
use super::easter::Feast;
use super::gregorian::{Missing, MonthDay, Nth};
use super::personal::Death;
use super::recurrence::{FREQUENCIES, Recurrence};
use super::solar::{Meridian, SolarTerm};
use super::step::{Move, Relation, RuleStep, Side, Unit};
use super::words::{WEEKDAY_CODES, month_name, ordinal, weekday_name};
use chrono::Weekday;
use std::fmt::{Display, Formatter, Result};

impl Display for Rule {
    /// The usual phrase of the rule, which parses back to it.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for step in self.steps.iter().rev() {
            write!(f, "{step} ")?;
        }
        write!(f, "{}", self.anchor)?;
        for one in &self.moves {
            write!(f, "; {one}")?;
        }
        Ok(())
    }
}

impl Display for Anchor {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Anchor::Fixed(date) => write!(f, "{date}"),
            Anchor::LeapDay(missing) => write!(f, "{}{missing}", MonthDay::LEAP_DAY),
            Anchor::Once(date) => write!(f, "{date}"),
            Anchor::Weekday { nth, weekday, month } => {
                write!(f, "{nth} {} of {}", weekday_name(*weekday), month_name(*month))
            }
            Anchor::LastDay(month) => write!(f, "last day of {}", month_name(*month)),
            Anchor::Feast(feast) => write!(f, "{feast}"),
            Anchor::SolarTerm(term) => write!(f, "{term}"),
            Anchor::Calendar(CalendarDate { date, missing }) => write!(f, "{date}{missing}"),
            Anchor::LastDayOf(named) => match named.calendar {
                Calendar::Tabular | Calendar::Julian => {
                    write!(f, "last day of {} ({})", named.name(), named.calendar.name())
                }
                _ if named.is_shared() => {
                    write!(f, "last day of {} ({})", named.name(), named.calendar.name())
                }
                _ => write!(f, "last day of {}", named.name()),
            },
            Anchor::Yahrzeit(death) => write!(f, "yahrzeit of {death}"),
            Anchor::LunarAnniversary { calendar: Calendar::Chinese, date } => {
                write!(f, "lunar anniversary of {date}")
            }
            Anchor::LunarAnniversary { calendar, date } => {
                write!(f, "lunar anniversary of {date} ({})", calendar.name())
            }
            Anchor::Recurrence(recurrence) => write!(f, "{recurrence}"),
        }
    }
}

impl Display for MonthDay {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} {}", month_name(self.month), self.day)
    }
}

impl Display for NamedDay {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let NamedDay { named, day } = self;
        match named.calendar {
            calendar if calendar.has_numbered_months() => {
                let leap = if named.month.leap { "leap " } else { "" };
                write!(f, "{} {leap}{}/{day}", named.calendar.name(), named.month.number)
            }
            Calendar::Tabular => write!(f, "{day} {} (tabular)", named.name()),
            Calendar::Julian => write!(f, "{} {day} (Julian)", named.name()),
            _ if named.is_shared() => write!(f, "{day} {} ({})", named.name(), named.calendar.name()),
            _ => write!(f, "{day} {}", named.name()),
        }
    }
}

impl Display for Nth {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Nth::FromStart(n) => f.write_str(&ordinal((*n).into())),
            Nth::Last => f.write_str("last"),
        }
    }
}

impl<T: Display> Display for Missing<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Missing::Usual => Ok(()),
            Missing::Skip => f.write_str(" else skip"),
            Missing::Instead(date) => write!(f, " else {date}"),
        }
    }
}

impl Display for Feast {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Feast::Easter { rite, day } if *rite == day.usual_rite() => f.write_str(day.name()),
            Feast::Easter { day, .. } => write!(f, "Orthodox {}", day.name()),
            Feast::Advent => f.write_str("Advent"),
        }
    }
}

impl Display for SolarTerm {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let name = SolarTerm::NAMES[usize::from(self.fifteenth)];
        match (self.meridian, self.season()) {
            (Meridian::China, _) => f.write_str(name),
            (Meridian::Universal, Some(season)) => f.write_str(season),
            (clock, season) => write!(f, "{} ({})", season.unwrap_or(name), clock.name()),
        }
    }
}

impl Display for Death {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Death::ByDay(date) => write!(f, "{date}"),
            Death::AfterSunset(date) => write!(f, "{date} after sunset"),
            Death::Hebrew(Civil { year, month, day }) => {
                let named = Named { calendar: Calendar::Hebrew, month: *month, in_leap_years: false };
                write!(f, "{day} {} {year:04}", named.name())
            }
        }
    }
}

impl Display for RuleStep {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match *self {
            RuleStep::Count { count, unit, side } => {
                let (count, unit) = match unit {
                    Unit::Day => (count, "day"),
                    Unit::Week => (count, "week"),
                    Unit::Month if count > 0 && count % 12 == 0 => (count / 12, "year"),
                    Unit::Month => (count, "month"),
                };
                let plural = if count == 1 { "" } else { "s" };
                write!(f, "{count} {unit}{plural} {side}")
            }
            RuleStep::NthDay { n } => write!(f, "{} day from", ordinal(n)),
            RuleStep::Weekday { nth: 1, weekday, relation } => {
                write!(f, "{} {relation}", weekday_name(weekday))
            }
            RuleStep::Weekday { nth, weekday, relation } => {
                write!(f, "{} {} {relation}", ordinal(nth.into()), weekday_name(weekday))
            }
        }
    }
}

impl Display for Side {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(if *self == Side::Before { "before" } else { "after" })
    }
}

impl Display for Relation {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Relation::Before => "before",
            Relation::OnOrBefore => "on or before",
            Relation::Nearest => "nearest",
            Relation::OnOrAfter => "on or after",
            Relation::After => "after",
        })
    }
}

impl Display for Move {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str("if ")?;
        for (n, weekday) in self.when.iter().enumerate() {
            let or = if n == 0 { "" } else { " or " };
            write!(f, "{or}{}", weekday_name(weekday))?;
        }
        match &self.then {
            Some(step) => write!(f, " then {step}"),
            None => f.write_str(" then skip"),
        }
    }
}

impl Display for Recurrence {
    /// The parts in the order of RFC 5545, without those that say what is so anyway.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let named = |weekday: Weekday| WEEKDAY_CODES[weekday.num_days_from_monday() as usize].0;
        let frequency =
            FREQUENCIES.iter().find(|(_, one)| *one == self.frequency).map_or("", |(name, _)| name);
        write!(f, "RRULE:FREQ={frequency}")?;
        if let Some(until) = self.until {
            write!(f, ";UNTIL={}", until.format("%Y%m%d"))?;
        }
        if let Some(count) = self.count {
            write!(f, ";COUNT={count}")?;
        }
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        let lists = [
            ("BYMONTH", &self.months),
            ("BYWEEKNO", &self.weeks),
            ("BYYEARDAY", &self.year_days),
            ("BYMONTHDAY", &self.month_days),
        ];
        for (name, list) in lists {
            write_list(f, name, list.iter().map(ToString::to_string))?;
        }
        let weekday = |(n, weekday): &(i16, Weekday)| match n {
            0 => named(*weekday).to_owned(),
            _ => format!("{n}{}", named(*weekday)),
        };
        write_list(f, "BYDAY", self.weekdays.iter().map(weekday))?;
        write_list(f, "BYSETPOS", self.positions.iter().map(ToString::to_string))?;
        if self.week_start != Weekday::Mon {
            write!(f, ";WKST={}", named(self.week_start))?;
        }
        write!(f, " from {}", self.start)
    }
}

fn write_list(f: &mut Formatter<'_>, name: &str, list: impl Iterator<Item = String>) -> Result {
    let list: Vec<String> = list.collect();
    if list.is_empty() { Ok(()) } else { write!(f, ";{name}={}", list.join(",")) }
}
