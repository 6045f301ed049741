//! The days that have a name of their own: the feasts of the churches, the terms of the sun, the new years by the moon.

use super::calendars::Calendar;
use super::easter::{EasterDay, Feast, Rite};
use super::solar::{Meridian, SolarTerm};
use super::words::packed;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedDate {
    Feast(Feast),
    /// By the clock that is usual for the name: China's for its own names, universal time for the seasons.
    SolarTerm(SolarTerm),
    /// The first day of a calendar of numbered months.
    NewYear(Calendar),
}

impl NamedDate {
    /// The name as it is usually written, without what stands in parentheses behind it.
    pub(super) fn name(self) -> &'static str {
        match self {
            NamedDate::Feast(Feast::Easter { rite: Rite::Orthodox, day: EasterDay::EASTER }) => {
                "Orthodox Easter"
            }
            NamedDate::Feast(Feast::Easter { day, .. }) => day.name(),
            NamedDate::Feast(Feast::Advent) => "Advent",
            NamedDate::SolarTerm(term) => match (term.meridian, term.season()) {
                (Meridian::Universal, Some(season)) => season,
                _ => SolarTerm::NAMES[term.fifteenth as usize],
            },
            NamedDate::NewYear(Calendar::Korean) => "Korean New Year",
            NamedDate::NewYear(Calendar::Vietnamese) => "Vietnamese New Year",
            NamedDate::NewYear(Calendar::Tibetan) => "Tibetan New Year",
            NamedDate::NewYear(_) => "Chinese New Year",
        }
    }
}

/// The most words that a name has: `Chinese New Year`.
pub(super) const LONGEST_NAME: usize = 3;

const fn easter(offset: i32) -> NamedDate {
    let day = EasterDay { offset };
    // Of the names in the table only these two are the Orthodox churches' own.
    let rite = if offset == -48 || offset == 9 { Rite::Orthodox } else { Rite::Western };
    NamedDate::Feast(Feast::Easter { rite, day })
}

const fn term(fifteenth: u8) -> NamedDate {
    NamedDate::SolarTerm(SolarTerm { fifteenth, meridian: Meridian::China })
}

const fn season(fifteenth: u8) -> NamedDate {
    NamedDate::SolarTerm(SolarTerm { fifteenth, meridian: Meridian::Universal })
}

/// Whether a name starts with these letters.
pub(super) fn starts_a_name(letters: &[u8]) -> bool {
    // Most words are turned away here: their first letters are none of a name's.
    let shortened = letters.get(..STARTS_OF).unwrap_or(letters);
    let Some(start) = packed(shortened) else { return false };
    let at = STARTS.partition_point(|name| *name < start);
    let others = u128::MAX.checked_shr(8 * u32::try_from(shortened.len()).unwrap_or(0)).unwrap_or(0);
    if STARTS.get(at).is_none_or(|name| name & !others != start) {
        return false;
    }
    let at = NAMES.partition_point(|(name, _)| name.as_bytes() < letters);
    NAMES.get(at).is_some_and(|(name, _)| name.as_bytes().starts_with(letters))
}

/// How many letters are in [`STARTS`].
const STARTS_OF: usize = 16;

/// The first letters of [`NAMES`] as numbers, which are compared faster than texts.
static STARTS: [u128; NAMES.len()] = {
    let mut all = [0; NAMES.len()];
    let mut at = 0;
    while at < NAMES.len() {
        let name = NAMES[at].0.as_bytes();
        let shortened = if name.len() > STARTS_OF { name.split_at(STARTS_OF).0 } else { name };
        all[at] = packed(shortened).expect("it is short enough");
        at += 1;
    }
    all
};

/// What these letters name; see [`Key`](super::lexer::Key).
pub(super) fn named_date(letters: &[u8]) -> Option<NamedDate> {
    let at = NAMES.binary_search_by(|(name, _)| name.as_bytes().cmp(letters)).ok()?;
    Some(NAMES[at].1)
}

/// All names, in the order of their letters.
#[rustfmt::skip]
pub(super) const NAMES: &[(&str, NamedDate)] = &[
    ("advent", NamedDate::Feast(Feast::Advent)),
    ("adventsun", NamedDate::Feast(Feast::Advent)),
    ("adventsunday", NamedDate::Feast(Feast::Advent)),
    ("ascension", easter(39)),
    ("ascensionday", easter(39)),
    ("ascensionthu", easter(39)),
    ("ascensionthur", easter(39)),
    ("ascensionthurs", easter(39)),
    ("ascensionthursday", easter(39)),
    ("ashwed", easter(-46)),
    ("ashwednesday", easter(-46)),
    ("autumnalequinox", season(12)),
    ("autumnequinox", season(12)),
    ("bailu", term(11)),
    ("brightmon", easter(1)),
    ("brightmonday", easter(1)),
    ("chinesenewyear", NamedDate::NewYear(Calendar::Chinese)),
    ("chingming", term(1)),
    ("chunfen", term(0)),
    ("chushu", term(10)),
    ("cleanmon", easter(-48)),
    ("cleanmonday", easter(-48)),
    ("corpuschristi", easter(60)),
    ("dahan", term(20)),
    ("dashu", term(8)),
    ("daxue", term(17)),
    ("decembersolstice", season(18)),
    ("dongzhi", term(18)),
    ("easter", easter(0)),
    ("easterday", easter(0)),
    ("eastermon", easter(1)),
    ("eastermonday", easter(1)),
    ("eastersun", easter(0)),
    ("eastersunday", easter(0)),
    ("fallequinox", season(12)),
    ("firstadvent", NamedDate::Feast(Feast::Advent)),
    ("goodfri", easter(-2)),
    ("goodfriday", easter(-2)),
    ("greatfri", easter(-2)),
    ("greatfriday", easter(-2)),
    ("greatsat", easter(-1)),
    ("greatsaturday", easter(-1)),
    ("greatthu", easter(-3)),
    ("greatthur", easter(-3)),
    ("greatthurs", easter(-3)),
    ("greatthursday", easter(-3)),
    ("guyu", term(2)),
    ("hanlu", term(13)),
    ("holyfri", easter(-2)),
    ("holyfriday", easter(-2)),
    ("holysat", easter(-1)),
    ("holysaturday", easter(-1)),
    ("holythu", easter(-3)),
    ("holythur", easter(-3)),
    ("holythurs", easter(-3)),
    ("holythursday", easter(-3)),
    ("jingzhe", term(23)),
    ("junesolstice", season(6)),
    ("koreannewyear", NamedDate::NewYear(Calendar::Korean)),
    ("lichun", term(21)),
    ("lidong", term(15)),
    ("liqiu", term(9)),
    ("lixia", term(3)),
    ("losar", NamedDate::NewYear(Calendar::Tibetan)),
    ("mangzhong", term(5)),
    ("marchequinox", season(0)),
    ("maundythu", easter(-3)),
    ("maundythur", easter(-3)),
    ("maundythurs", easter(-3)),
    ("maundythursday", easter(-3)),
    ("orthodoxpascha", NamedDate::Feast(Feast::Easter { rite: Rite::Orthodox, day: EasterDay::EASTER })),
    ("palmsun", easter(-7)),
    ("palmsunday", easter(-7)),
    ("pascha", NamedDate::Feast(Feast::Easter { rite: Rite::Orthodox, day: EasterDay::EASTER })),
    ("pentecost", easter(49)),
    ("pentecostmon", easter(50)),
    ("pentecostmonday", easter(50)),
    ("pentecostsun", easter(49)),
    ("pentecostsunday", easter(49)),
    ("qingming", term(1)),
    ("qiufen", term(12)),
    ("radonitsa", easter(9)),
    ("radunitsa", easter(9)),
    ("seollal", NamedDate::NewYear(Calendar::Korean)),
    ("septemberequinox", season(12)),
    ("shrovetue", easter(-47)),
    ("shrovetuesday", easter(-47)),
    ("shuangjiang", term(14)),
    ("springequinox", season(0)),
    ("springfestival", NamedDate::NewYear(Calendar::Chinese)),
    ("summersolstice", season(6)),
    ("tet", NamedDate::NewYear(Calendar::Vietnamese)),
    ("tibetannewyear", NamedDate::NewYear(Calendar::Tibetan)),
    ("vernalequinox", season(0)),
    ("vietnamesenewyear", NamedDate::NewYear(Calendar::Vietnamese)),
    ("whitmon", easter(50)),
    ("whitmonday", easter(50)),
    ("whitsun", easter(49)),
    ("whitsunday", easter(49)),
    ("wintersolstice", season(18)),
    ("xiaohan", term(19)),
    ("xiaoman", term(4)),
    ("xiaoshu", term(7)),
    ("xiaoxue", term(16)),
    ("xiazhi", term(6)),
    ("yushui", term(22)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::words::word;

    #[test]
    fn names_stand_in_the_order_of_their_letters_and_are_no_other_words() {
        assert!(NAMES.is_sorted_by(|a, b| a.0.as_bytes() < b.0.as_bytes()));
        assert!(NAMES.iter().all(|(name, _)| word(name.as_bytes()).is_none()));
    }

    #[test]
    fn a_name_has_the_rite_that_has_it() {
        for (name, date) in NAMES {
            if let NamedDate::Feast(Feast::Easter { rite, day }) = date {
                assert!(day.is_of(*rite), "{name}");
                assert!(*rite == day.usual_rite() || name.ends_with("pascha"), "{name}");
            }
        }
    }
}
