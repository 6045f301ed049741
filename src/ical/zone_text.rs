//! A zone written down for other programs (RFC 5545, section 3.6.5): its offset, and when its clock changes each year.

use super::shape::candidates;
use super::write::line;
use crate::rule::Rule;
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// How many years a rule for the changes is tried for.
const TRIED: i32 = 28;

/// A change of the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    /// What the clock shows when it changes.
    at: NaiveDateTime,
    /// The offsets from UTC before and after, in seconds.
    from: i32,
    to: i32,
}

/// The VTIMEZONE of a zone from the first day of a year on; `None` where its changes follow no yearly rule.
pub(super) fn description(zone: &Zone, year: i32) -> Option<String> {
    let begin = NaiveDate::from_ymd_opt(year, 1, 1)?;
    let changes = changes(zone, begin, TRIED);
    let mut parts = String::new();
    let first = zone.offset(begin.and_time(NaiveTime::MIN).and_utc()).local_minus_utc();
    match changes.as_slice() {
        [] => parts += &observance("STANDARD", begin.and_time(NaiveTime::MIN), first, first, None),
        [one, other, ..] => {
            // The year may begin in either half.
            for kind in [one, other] {
                let of_kind = |change: &&Change| (change.from, change.to) == (kind.from, kind.to);
                let dates: Vec<NaiveDate> =
                    changes.iter().filter(of_kind).map(|change| change.at.date()).collect();
                let is_at_one_time =
                    changes.iter().filter(of_kind).all(|change| change.at.time() == kind.at.time());
                let rule = yearly(&dates).filter(|_| is_at_one_time)?;
                let name = if kind.to > kind.from { "DAYLIGHT" } else { "STANDARD" };
                // A year before, so that the first day of the year has its offset.
                let rule_text: Rule = format!("RRULE:{rule} from {}-01-01", year - 1).parse().ok()?;
                let start = rule_text.dates(year - 1..=year - 1).ok()?.first().copied()?;
                parts += &observance(name, start.and_time(kind.at.time()), kind.from, kind.to, Some(&rule));
            }
            let is_one_of_two = |change: &Change| {
                [one, other].iter().any(|kind| (kind.from, kind.to) == (change.from, change.to))
            };
            if !changes.iter().all(is_one_of_two) || changes.len() != usize::try_from(2 * TRIED).ok()? {
                return None;
            }
        }
        [_] => return None,
    }
    let head = line("BEGIN", "VTIMEZONE") + &line("TZID", zone.name()) + &line("X-LIC-LOCATION", zone.name());
    Some(head + &parts + &line("END", "VTIMEZONE"))
}

/// The rule of these dates, one a year.
fn yearly(dates: &[NaiveDate]) -> Option<String> {
    let first = dates.first()?;
    candidates(dates).into_iter().find(|parts| {
        let rule: Option<Rule> = format!("RRULE:{parts} from {first}").parse().ok();
        let (from, to) = (chrono::Datelike::year(first), dates.last().map_or(0, chrono::Datelike::year));
        rule.and_then(|rule| rule.dates(from..=to).ok()).as_deref() == Some(dates)
    })
}

fn observance(name: &str, start: NaiveDateTime, from: i32, to: i32, rule: Option<&str>) -> String {
    line("BEGIN", name)
        + &line("DTSTART", &start.format("%Y%m%dT%H%M%S").to_string())
        + &line("TZOFFSETFROM", &offset_text(from))
        + &line("TZOFFSETTO", &offset_text(to))
        + &rule.map(|rule| line("RRULE", rule)).unwrap_or_default()
        + &line("END", name)
}

/// `+0400`
fn offset_text(seconds: i32) -> String {
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.abs());
    let rest = if all % 60 == 0 { String::new() } else { format!("{:02}", all % 60) };
    format!("{sign}{:02}{:02}{rest}", all / 3600, all % 3600 / 60)
}

/// The changes of a clock in this many years.
fn changes(zone: &Zone, begin: NaiveDate, years: i32) -> Vec<Change> {
    let offset = |instant: DateTime<Utc>| zone.offset(instant).local_minus_utc();
    let mut at = begin.and_time(NaiveTime::MIN).and_utc();
    let end = at + TimeDelta::days(i64::from(years) * 365 + i64::from(years) / 4);
    let mut found = Vec::new();
    while at < end {
        let next = at + TimeDelta::days(1);
        if offset(at) != offset(next) {
            // The first second with the new offset.
            let (mut low, mut high) = (at, next);
            while high - low > TimeDelta::seconds(1) {
                let middle = low + (high - low) / 2;
                let middle = middle - TimeDelta::nanoseconds(i64::from(middle.timestamp_subsec_nanos()));
                if offset(middle) == offset(at) { low = middle } else { high = middle }
            }
            let (from, to) = (offset(at), offset(next));
            found.push(Change { at: (high + TimeDelta::seconds(from.into())).naive_utc(), from, to });
        }
        at = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_written_as_its_clock_goes() {
        let write = |name: &str, posix: &str| description(&Zone::from_posix(name, posix).unwrap(), 2026);
        let baku = write("Asia/Baku", "<+04>-4").unwrap();
        assert!(
            baku.contains(
                "DTSTART:20260101T000000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0400\r\nEND:STANDARD"
            ),
            "{baku}"
        );
        let berlin = write("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        for part in [
            "BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        ] {
            assert!(berlin.contains(part), "{berlin}");
        }
        // Where July is winter, and where the clock changes on the Friday before a Sunday.
        assert!(write("Australia/Sydney", "AEST-10AEDT,M10.1.0,M4.1.0/3").is_some());
        assert!(write("Asia/Jerusalem", "IST-2IDT,M3.4.5/2,M10.5.0").unwrap().contains("BYDAY=4FR"));
        assert!(write("Asia/Kolkata", "IST-5:30").unwrap().contains("TZOFFSETTO:+0530"));
    }
}
