//! The machine's own zone and zones by name, from the system's zone files.

use crate::sun::Coordinates;
use crate::text::nearest;
use crate::zone::{Zone, ZoneError};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Where zone files lie, unless `TZDIR` says otherwise.
const FOLDERS: [&str; 3] = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo"];

/// Zones that the packs that ship name, for a machine without zone files: a POSIX `TZ` string each,
/// as the footer of the zone's file has it (tz database 2026a).
const WITHOUT_FILES: [(&str, &str); 33] = [
    ("Africa/Algiers", "CET-1"),
    ("Africa/Asmara", "EAT-3"),
    ("America/Mexico_City", "CST6"),
    ("America/Montevideo", "<-03>3"),
    ("America/New_York", "EST5EDT,M3.2.0,M11.1.0"),
    ("America/Toronto", "EST5EDT,M3.2.0,M11.1.0"),
    ("Asia/Baku", "<+04>-4"),
    ("Asia/Beirut", "EET-2EEST,M3.5.0/0,M10.5.0/0"),
    ("Asia/Colombo", "<+0530>-5:30"),
    ("Asia/Dhaka", "<+06>-6"),
    ("Asia/Dubai", "<+04>-4"),
    // POSIX has no hour 26; the fourth Friday is right but for some weeks of March.
    ("Asia/Jerusalem", "IST-2IDT,M3.4.5/2,M10.5.0"),
    ("Asia/Kolkata", "IST-5:30"),
    ("Asia/Nicosia", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("Asia/Seoul", "KST-9"),
    ("Asia/Shanghai", "CST-8"),
    ("Asia/Taipei", "CST-8"),
    ("Asia/Tokyo", "JST-9"),
    ("Asia/Yangon", "<+0630>-6:30"),
    ("Asia/Yerevan", "<+04>-4"),
    ("Europe/Amsterdam", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Brussels", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Dublin", "IST-1GMT0,M10.5.0,M3.5.0/1"),
    ("Europe/Istanbul", "<+03>-3"),
    ("Europe/Kyiv", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("Europe/London", "GMT0BST,M3.5.0/1,M10.5.0"),
    ("Europe/Moscow", "MSK-3"),
    ("Europe/Rome", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Europe/Sofia", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("Europe/Tallinn", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("Europe/Vilnius", "EET-2EEST,M3.5.0/3,M10.5.0/4"),
    ("Europe/Warsaw", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ("Pacific/Honolulu", "HST10"),
];

/// The largest zone file that is read, in bytes; those of the tz database have less than 4 KiB.
const LARGEST: u64 = 256 * 1024;

/// The zone that the machine is in: `TZ`, else `/etc/localtime`, else UTC with a warning.
pub fn system() -> Zone {
    match env::var("TZ").ok().filter(|zone| !zone.is_empty()) {
        Some(tz) => from_variable(&tz).unwrap_or_else(|error| {
            log::warn!("cannot use `TZ`: {error}; times are in UTC");
            Zone::utc()
        }),
        None => from_file(Path::new("/etc/localtime"), &system_name()).unwrap_or_else(|error| {
            log::debug!("{error}; times are in UTC");
            Zone::utc()
        }),
    }
}

/// The value of `TZ`: `:NAME`, a name, a path, or rules as POSIX writes them.
fn from_variable(tz: &str) -> Result<Zone, ZoneError> {
    let name = tz.strip_prefix(':').unwrap_or(tz);
    if name.starts_with('/') {
        return from_file(Path::new(name), name);
    }
    match named(name) {
        Err(error) if tz.starts_with(':') => Err(error),
        Err(error) => Zone::from_posix(tz, tz).map_err(|_| error),
        found => found,
    }
}

/// The name of the zone that `/etc/localtime` leads to.
fn system_name() -> String {
    let target = fs::read_link("/etc/localtime").unwrap_or_default();
    let target = target.to_string_lossy();
    target.split_once("/zoneinfo/").map_or_else(|| "local time".to_owned(), |(_, name)| name.to_owned())
}

/// The chief city of a zone, from the tables beside the zone files; `None` where they do not list it, e.g. `UTC`, and
/// on a machine that has none.
///
/// `zone.tab` has the zones that `zone1970.tab` counts to a neighbour; an older name of a zone leads to its newer one.
/// The zones of `Etc/` are those of no place.
fn chief_city(name: &str) -> Option<Coordinates> {
    if name.starts_with("Etc/") {
        return None;
    }
    let read = |file: &str| folders().find_map(|folder| fs::read_to_string(folder.join(file)).ok());
    let listed = |name: &str| {
        let tables = ["zone1970.tab", "zone.tab"].into_iter();
        tables.filter_map(read).find_map(|table| Coordinates::of_zone(&table, name))
    };
    listed(name).or_else(|| listed(&newer_name(name)?))
}

/// The newer name of a zone, where `name` is an older one.
fn newer_name(name: &str) -> Option<String> {
    let zones = folders().find_map(|folder| fs::read_to_string(folder.join("tzdata.zi")).ok())?;
    // `L TARGET NAME`
    let end = format!(" {name}\n");
    let mut targets = zones.match_indices(&end).filter_map(|(at, _)| {
        let line = zones.get(..at)?.rsplit('\n').next()?;
        line.strip_prefix("L ").filter(|target| !target.contains(' '))
    });
    targets.next().map(str::to_owned)
}

/// The zone of this name, as `Asia/Baku`, at its chief city.
///
/// # Errors
/// When it is not a name of a zone, or the machine has no such zone; the message has the nearest that it has.
pub fn named(name: &str) -> Result<Zone, ZoneError> {
    let is_name = !name.is_empty()
        && name.split('/').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"_+-".contains(&b))
        });
    if !is_name {
        return Err(ZoneError::NotAName(name.to_owned()));
    }
    let file = |name: &str| folders().map(|folder| folder.join(name)).find(|path| path.is_file());
    // Debian 13 and others have the files of older names in a package of their own, which few machines have.
    if let Some(path) = file(name).or_else(|| file(&newer_name(name)?)) {
        return from_file(&path, name);
    }
    if let Some((_, rules)) = WITHOUT_FILES.iter().find(|(known, _)| *known == name) {
        return Zone::from_posix(name, rules).map(|zone| zone.at_chief_city(chief_city));
    }
    let names = names();
    if names.is_empty() {
        return Err(ZoneError::NoFiles(name.to_owned()));
    }
    let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
    Err(ZoneError::Unknown { name: name.to_owned(), near })
}

fn folders() -> impl Iterator<Item = PathBuf> {
    let asked = env::var_os("TZDIR").map(PathBuf::from).filter(|folder| folder.is_absolute());
    asked.into_iter().chain(FOLDERS.iter().map(PathBuf::from))
}

fn from_file(path: &Path, name: &str) -> Result<Zone, ZoneError> {
    let wrong = |why: &str| ZoneError::File { file: path.to_owned(), why: why.to_owned() };
    let size = fs::metadata(path).map_err(|error| wrong(&crate::text::reason(&error)))?;
    if !size.is_file() || size.len() > LARGEST {
        return Err(wrong("it is not a zone file"));
    }
    let bytes = fs::read(path).map_err(|error| wrong(&crate::text::reason(&error)))?;
    Zone::from_tzif(name, &bytes)
        .map(|zone| zone.at_chief_city(chief_city))
        .map_err(|error| wrong(&error.to_string()))
}

/// The names of the zones that this machine has.
pub fn names() -> Vec<String> {
    let tables = folders().filter_map(|folder| fs::read_to_string(folder.join("tzdata.zi")).ok());
    let mut names = Vec::new();
    for table in tables.take(1) {
        for line in table.lines() {
            let mut words = line.split(' ');
            match (words.next(), words.next(), words.next()) {
                (Some("Z"), Some(name), _) | (Some("L"), _, Some(name)) => names.push(name.to_owned()),
                _ => {}
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::packs::PACKS;
    use crate::ical::fingerprint;
    use chrono::{NaiveDate, TimeDelta};
    use std::collections::BTreeSet;

    #[test]
    fn a_zone_lies_at_its_chief_city() {
        // Of zone1970.tab, of zone.tab alone, and an older name.
        for (name, latitude, longitude) in
            [("Asia/Baku", 40.38, 49.85), ("Europe/Oslo", 59.92, 10.75), ("Asia/Calcutta", 22.53, 88.37)]
        {
            let place = named(name).unwrap().coordinates().unwrap();
            assert!((place.latitude - latitude).abs() < 0.01, "{name}: {place:?}");
            assert!((place.longitude - longitude).abs() < 0.01, "{name}: {place:?}");
        }
        assert_eq!(named("UTC").unwrap().coordinates(), None);
    }

    #[test]
    fn a_wall_clock_time_is_the_first_instant_that_shows_it_near_every_clock_change() {
        let noon =
            |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_hms_opt(12, 0, 0).unwrap().and_utc();
        let mut seen = BTreeSet::new();
        for name in names() {
            let Some(bytes) = folders().find_map(|folder| fs::read(folder.join(&name)).ok()) else {
                continue;
            };
            if !seen.insert(fingerprint(&String::from_utf8_lossy(&bytes))) {
                continue;
            }
            let zone = named(&name).unwrap();
            let (mut day, end) = (noon(1966), noon(2040));
            let mut offset = zone.offset(day);
            while day < end {
                let next = day + TimeDelta::days(1);
                let then = zone.offset(next);
                if offset != then {
                    let instants: Vec<_> = (-64..112)
                        .map(|half| day + TimeDelta::minutes(30 * half))
                        .map(|instant| (zone.civil(instant), instant))
                        .collect();
                    for hour in [-20, -9, -1, 0, 1, 7, 23] {
                        let shown = zone.civil(day + TimeDelta::hours(hour));
                        let first = instants.iter().find(|(at, _)| *at == shown).map(|(_, instant)| *instant);
                        assert_eq!(Some(zone.instant(shown)), first, "{name} {shown}");
                    }
                }
                (day, offset) = (next, then);
            }
        }
    }

    #[test]
    fn every_zone_of_a_pack_is_known_without_zone_files() {
        let lines = PACKS.iter().flat_map(|pack| pack.text.lines());
        let named: BTreeSet<&str> =
            lines.filter_map(|line| line.strip_prefix("zone = \"")?.strip_suffix('"')).collect();
        let known: BTreeSet<&str> = WITHOUT_FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(named.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    #[test]
    fn rules_of_zones_are_those_of_the_zone_files() {
        for (name, rules) in WITHOUT_FILES {
            assert!(Zone::from_posix(name, rules).is_ok(), "{name}");
            // Only zones that the machine has can be compared, and those of old tables may lack a name.
            let Some(bytes) = folders().find_map(|folder| fs::read(folder.join(name)).ok()) else {
                continue;
            };
            let text = String::from_utf8_lossy(&bytes);
            let footer = text.lines().last().unwrap_or_default();
            assert_eq!(footer.replace("M3.4.4/26", "M3.4.5/2"), rules, "{name}");
        }
    }
}
