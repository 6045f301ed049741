//! What time zones are called: tables in text, read line by line. A table of `&str` would be relocated at each start, and
//! the memory of that stays.

/// A table in text; lines that begin with `#` are its comment.
#[derive(Clone, Copy)]
pub(super) struct ZoneNames(&'static str);

/// The names that each zone of the tz database has had, separated by spaces, the present one first.
pub(super) const TZ: ZoneNames = ZoneNames(include_str!("zone_names/tz.txt"));

/// The names of Windows and Outlook, in order, and the zone for each where no country is named.
pub(super) const WINDOWS: ZoneNames = ZoneNames(include_str!("zone_names/windows.tsv"));

/// Names that older versions of Windows used.
pub(super) const OLD_WINDOWS: ZoneNames = ZoneNames(include_str!("zone_names/old_windows.tsv"));

/// Names without a city that Windows, Outlook and Exchange show for a zone, in lowercase.
pub(super) const DISPLAYED: ZoneNames = ZoneNames(include_str!("zone_names/displayed.tsv"));

/// Cities in such names that the tz database spells otherwise or does not have, in lowercase.
pub(super) const CITIES: ZoneNames = ZoneNames(include_str!("zone_names/cities.tsv"));

impl ZoneNames {
    /// The lines, without the comment.
    pub(super) fn lines(self) -> impl Iterator<Item = &'static str> {
        self.0.lines().filter(|line| !line.starts_with('#'))
    }

    /// The name and the zone of each line.
    pub(super) fn pairs(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.lines().map(|line| line.split_once('\t').expect("a line has a name, a tab and a zone"))
    }
}
