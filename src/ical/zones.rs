//! The zone that a `TZID` names: those of the tz database, with what programs put around them, those of Windows, and
//! those that the file itself describes.

use super::ImportContext;
use super::line::Component;
use super::vtimezone::Observances;
use super::when::WallClock;
use super::zone_names::{self, ZoneNames};
use crate::zone::Zone;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Zones of half and quarter hours, of which none has a clock change; whole hours have `Etc/GMT-4`.
const ODD_OFFSETS: [(i32, &str); 8] = [
    (210, "Asia/Tehran"),
    (270, "Asia/Kabul"),
    (330, "Asia/Kolkata"),
    (345, "Asia/Kathmandu"),
    (390, "Asia/Yangon"),
    (525, "Australia/Eucla"),
    (570, "Australia/Darwin"),
    (-570, "Pacific/Marquesas"),
];

/// The most names that are looked for, and the most changes of clocks that a file describes. The tz database has 600 names.
const MOST_NAMES: usize = 1000;
const MOST_CHANGES: usize = 5000;

/// Finds zones by what calendars call them.
pub(super) struct ZoneFinder<'c> {
    context: &'c ImportContext<'c>,
    /// The zones that the file describes, under their names there.
    of_file: BTreeMap<String, Observances>,
    /// How many changes of the clock those have.
    changes: usize,
    /// What was found before; a calendar names few zones and each of them often.
    found: RefCell<BTreeMap<String, Option<Zone>>>,
}

impl<'c> ZoneFinder<'c> {
    pub(super) fn new(context: &'c ImportContext<'c>) -> Self {
        Self { context, of_file: BTreeMap::new(), changes: 0, found: RefCell::default() }
    }

    /// Takes up a VTIMEZONE of the file; one that is too much is passed over, and its name has to do.
    pub(super) fn describe(&mut self, component: &Component) {
        if let Some((name, observances)) = Observances::read(component) {
            let before = self.of_file.get(&name).map_or(0, Observances::len);
            let after = self.changes - before + observances.len();
            if after <= MOST_CHANGES {
                self.changes = after;
                self.of_file.insert(name, observances);
            }
        }
    }

    /// The clock that a `TZID` names, or `None` where nothing says which it is.
    pub(super) fn clock(&self, name: &str) -> Option<WallClock> {
        let zone = self.zone(name)?;
        Some(if zone.name() == "UTC" { WallClock::Utc } else { WallClock::Zone(zone) })
    }

    /// The zone of this name.
    pub(super) fn zone(&self, name: &str) -> Option<Zone> {
        if let Some(found) = self.found.borrow().get(name) {
            return found.clone();
        }
        if self.found.borrow().len() >= MOST_NAMES {
            return None;
        }
        let found = self.by_name(name).or_else(|| self.by_description(name));
        self.found.borrow_mut().insert(name.to_owned(), found.clone());
        found
    }

    fn by_name(&self, written: &str) -> Option<Zone> {
        let name = without_prefix(written.trim().trim_matches('"'));
        self.plain(name)
            .or_else(|| self.of_windows(name))
            .or_else(|| self.of_offset(name))
            .or_else(|| self.displayed(name))
            .or_else(|| self.plain(numbered(name)?))
            .or_else(|| self.of_windows(numbered(name)?))
            .or_else(|| self.tail(name))
    }

    fn known(&self, name: &str) -> Option<Zone> {
        if name == "UTC" { Some(Zone::utc()) } else { (self.context.zones)(name).ok() }
    }

    /// A name of the tz database, in any case and of any age; the newest that this machine has.
    fn plain(&self, name: &str) -> Option<Zone> {
        if ["UTC", "Z", "GMT", "UCT", "Zulu", "Etc/UTC", "Etc/GMT"]
            .iter()
            .any(|utc| utc.eq_ignore_ascii_case(name))
        {
            return Some(Zone::utc());
        }
        let is_it = |known: &str| known.eq_ignore_ascii_case(name);
        let names = zone_names::TZ.lines().find(|names| names.split(' ').any(is_it));
        let newest = names.and_then(|names| names.split(' ').find_map(|name| self.known(name)));
        newest.or_else(|| self.known(name))
    }

    fn of_windows(&self, name: &str) -> Option<Zone> {
        // Windows also writes the name of the summer half, and that of the registry without its middle.
        let daylight = name.to_ascii_lowercase().replace(" daylight time", " standard time");
        let is_it = |(windows, _): &(&str, &str)| windows.eq_ignore_ascii_case(&daylight);
        let (_, zone) = zone_names::WINDOWS.pairs().chain(zone_names::OLD_WINDOWS.pairs()).find(is_it)?;
        self.plain(zone)
    }

    /// `GMT+0100`, `UTC-5`, `(UTC+04:00)`, `+04:00`.
    fn of_offset(&self, name: &str) -> Option<Zone> {
        let name = name.trim_matches(['(', ')']);
        let lower = name.to_ascii_lowercase();
        let rest = lower.strip_prefix("gmt").or_else(|| lower.strip_prefix("utc")).unwrap_or(&lower);
        self.fixed(offset(rest.trim())?)
    }

    /// The zone that is always this many minutes from UTC.
    pub(super) fn fixed(&self, minutes: i32) -> Option<Zone> {
        if minutes == 0 {
            return Some(Zone::utc());
        }
        if minutes % 60 == 0 {
            // POSIX counts westwards.
            return self.known(&format!("Etc/GMT{:+}", -minutes / 60));
        }
        ODD_OFFSETS.iter().find(|(odd, _)| *odd == minutes).and_then(|(_, name)| self.known(name))
    }

    /// `(UTC+01:00) Amsterdam, Berlin, Bern`, `Eastern Time (US & Canada)`: as Windows shows a zone to people.
    fn displayed(&self, name: &str) -> Option<Zone> {
        let (said, places) = match name.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            Some((said, places)) => (Some(said), places.trim()),
            None => (None, name),
        };
        let minutes = said.and_then(|said| {
            let lower = said.to_ascii_lowercase();
            offset(lower.trim_start_matches("gmt").trim_start_matches("utc").trim())
        });
        let fits = |zone: &Zone| minutes.is_none_or(|minutes| standard_minutes(zone) == minutes);
        let lower = places.to_ascii_lowercase();
        // Old names say what the clock is called, then where: `Greenwich Mean Time : Dublin, Edinburgh`.
        let lower = lower.rsplit(" : ").next().unwrap_or_default();
        let in_table = |table: ZoneNames, place: &str| {
            table.pairs().find(|(known, _)| *known == place).and_then(|(_, zone)| self.known(zone))
        };
        if let Some(zone) = in_table(zone_names::DISPLAYED, lower).filter(|zone| said.is_none() || fits(zone))
        {
            return Some(zone);
        }
        if said.is_none() && !lower.contains(", ") {
            return None;
        }
        for place in lower.split(',').map(str::trim).filter(|place| !place.is_empty()) {
            let city = place.replace(' ', "_");
            let of_city = || {
                let ends = |name: &&str| {
                    name.len() > city.len()
                        && name
                            .get(name.len() - city.len()..)
                            .is_some_and(|end| end.eq_ignore_ascii_case(&city))
                        && name.get(..name.len() - city.len()).is_some_and(|start| start.ends_with('/'))
                };
                zone_names::TZ
                    .lines()
                    .flat_map(|names| names.split(' '))
                    .filter(ends)
                    .find_map(|name| self.plain(name).filter(fits))
            };
            let found = in_table(zone_names::CITIES, place)
                .or_else(|| in_table(zone_names::DISPLAYED, place))
                .filter(fits)
                .or_else(of_city);
            if found.is_some() {
                return found;
            }
        }
        minutes.and_then(|minutes| self.fixed(minutes))
    }

    /// Programs put their own before the name: `/freeassociation.sourceforge.net/Europe/Berlin`.
    fn tail(&self, name: &str) -> Option<Zone> {
        let parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
        // At most three parts make a name, as in `America/Argentina/Buenos_Aires`; one alone could be anything.
        let tails = [3, 2].into_iter().filter(|count| *count < parts.len());
        tails
            .filter_map(|count| parts.get(parts.len() - count..))
            .find_map(|tail| self.plain(&tail.join("/")))
    }

    /// The zone whose clock goes as the file says: its name there, else the machine's own, else one of Windows's.
    fn by_description(&self, name: &str) -> Option<Zone> {
        let observances = self.of_file.get(name)?;
        if let Some(zone) = observances.location.as_deref().and_then(|location| self.by_name(location)) {
            return Some(zone);
        }
        let samples: Vec<(DateTime<Utc>, i32)> = observances.samples(self.context.today)?;
        let goes_so = |zone: &Zone| {
            samples.iter().all(|(instant, seconds)| zone.offset(*instant).local_minus_utc() == *seconds)
        };
        let local = Some(self.context.local.clone()).filter(|zone| self.known(zone.name()).is_some());
        let is_fixed = samples.windows(2).all(|two| two[0].1 == two[1].1);
        let fixed = || samples.first().filter(|_| is_fixed).and_then(|(_, seconds)| self.fixed(seconds / 60));
        let of_windows =
            || zone_names::WINDOWS.pairs().filter_map(|(_, name)| self.plain(name)).find(goes_so);
        local.filter(goes_so).or_else(|| fixed().filter(goes_so)).or_else(of_windows)
    }
}

/// The minutes from UTC when no summer time is kept.
fn standard_minutes(zone: &Zone) -> i32 {
    let of_month = |month| {
        let date = NaiveDate::from_ymd_opt(2026, month, 1).unwrap_or_default();
        zone.offset(date.and_time(chrono::NaiveTime::MIN).and_utc()).local_minus_utc() / 60
    };
    of_month(1).min(of_month(7))
}

/// What stands before the names of some programs.
fn without_prefix(name: &str) -> &str {
    const MICROSOFT: &str = "tzone://microsoft/";
    let name = match name.get(..MICROSOFT.len()) {
        Some(start) if start.eq_ignore_ascii_case(MICROSOFT) => {
            name.get(MICROSOFT.len()..).unwrap_or_default()
        }
        _ => name,
    };
    name.trim_start_matches('/')
}

/// The name without the number that Outlook and Evolution put behind one that comes twice.
fn numbered(name: &str) -> Option<&str> {
    let rest = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let rest = rest.strip_suffix([' ', '-']).filter(|_| rest.len() < name.len())?;
    Some(rest.trim_end())
}

/// `+0100`, `-5`, `+04:00`, `+04.00` in minutes.
fn offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'+' => (1, text.get(1..)?),
        b'-' => (-1, text.get(1..)?),
        _ => return None,
    };
    let plain: String = digits.chars().filter(|c| !matches!(c, ':' | '.')).collect();
    if plain.is_empty() || plain.len() > 4 || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i32 = plain.parse().ok()?;
    let (hours, minutes) = if plain.len() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// How far apart the instants lie at which two clocks are compared.
pub(super) const SAMPLED: TimeDelta = TimeDelta::days(5);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    fn finds(name: &str) -> Option<String> {
        // A machine that has each zone under its newest name.
        let zones = |name: &str| {
            let known = zone_names::TZ.lines().any(|names| names.split(' ').next() == Some(name));
            let posix = match name {
                "America/New_York" => "EST5EDT,M3.2.0,M11.1.0",
                "Europe/Amsterdam" | "Europe/Berlin" => "CET-1CEST,M3.5.0,M10.5.0/3",
                "Europe/Minsk" => "<+03>-3",
                _ => "UTC0",
            };
            if known {
                Zone::from_posix(name, posix)
            } else {
                Err(crate::zone::ZoneError::NoFiles(name.to_owned()))
            }
        };
        let (words, local) = (Words::choose(&[]), Zone::utc());
        let context = ImportContext::new(&zones, &words, &local, NaiveDate::default());
        ZoneFinder::new(&context).zone(name).map(|zone| zone.name().to_owned())
    }

    #[test]
    fn a_zone_is_found_under_the_names_that_programs_give_it() {
        let table = [
            ("Europe/Berlin", Some("Europe/Berlin")),
            ("europe/BERLIN", Some("Europe/Berlin")),
            ("america/argentina/buenos_aires", Some("America/Argentina/Buenos_Aires")),
            ("/freeassociation.sourceforge.net/Europe/Berlin", Some("Europe/Berlin")),
            ("/citadel.org/20211207_1/Europe/Berlin", Some("Europe/Berlin")),
            ("/softwarestudio.org/Olson_20011030_5/America/New_York", Some("America/New_York")),
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("W. Europe Standard Time 1", Some("Europe/Berlin")),
            ("W. Europe Daylight Time", Some("Europe/Berlin")),
            ("AZERBAIJAN STANDARD TIME", Some("Asia/Baku")),
            ("America/Los_Angeles-1", Some("America/Los_Angeles")),
            ("Europe/Kiev", Some("Europe/Kyiv")),
            ("US/Eastern", Some("America/New_York")),
            ("EST5EDT", Some("America/New_York")),
            ("Asia/Calcutta", Some("Asia/Kolkata")),
            ("Etc/GMT-4", Some("Etc/GMT-4")),
            ("GMT+0100", Some("Etc/GMT-1")),
            ("UTC-5", Some("Etc/GMT+5")),
            ("GMT+0530", Some("Asia/Kolkata")),
            ("tzone://Microsoft/Utc", Some("UTC")),
            ("Jerusalem Standard Time", Some("Asia/Jerusalem")),
            ("Russia TZ 5 Standard Time", Some("Asia/Novosibirsk")),
            ("Z", Some("UTC")),
            ("Eastern Time (US & Canada)", Some("America/New_York")),
            ("(UTC-05:00) Eastern Time (US & Canada)", Some("America/New_York")),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", Some("Europe/Amsterdam")),
            ("Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", Some("Europe/Amsterdam")),
            ("(GMT+03.00) Minsk", Some("Europe/Minsk")),
            ("(UTC+04:00)", Some("Etc/GMT-4")),
            ("(UTC+04:00) Nowhere", Some("Etc/GMT-4")),
            ("Berlin", None),
            ("Customized Time Zone", None),
            ("tzone://Microsoft/Custom", None),
            ("Custom Zone 1", None),
            ("", None),
        ];
        for (name, expected) in table {
            assert_eq!(finds(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn every_zone_of_windows_has_one_of_the_tz_database() {
        for (windows, zone) in zone_names::WINDOWS.pairs() {
            let expected = if zone == "Etc/UTC" { "UTC" } else { zone };
            assert_eq!(finds(windows).as_deref(), Some(expected), "{windows}");
        }
        assert!(zone_names::WINDOWS.lines().is_sorted());
    }
}
