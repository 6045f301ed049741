//! Every form of a rule, with an example and its policy: what the manual is made of.

/// One form of a rule.
///
/// # Examples
/// ```
/// use remembrance::rule::{FORMS, Rule};
///
/// let advent = FORMS.iter().find(|form| form.name == "Advent").unwrap();
/// assert_eq!(advent.phrase.parse::<Rule>().unwrap().explain(), advent.meaning);
/// // An odd case: most forms need no policy, and theirs is empty.
/// assert!(FORMS.iter().any(|form| form.policy.is_empty()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// What the form is called.
    pub name: &'static str,
    /// A phrase of this form.
    pub phrase: &'static str,
    /// The phrase in words, as [`Rule::explain`](super::Rule::explain) tells it.
    pub meaning: &'static str,
    /// A Gregorian year to show it in.
    pub year: i32,
    /// The dates of the phrase in that year, with a space between them.
    pub dates: &'static str,
    /// What is done where custom or calendars leave a choice, in whole sentences; often empty.
    pub policy: &'static str,
}

/// Every form of a rule, in the order of the manual.
pub const FORMS: &[Form] = &[
    Form {
        name: "fixed",
        phrase: "January 20",
        meaning: "January 20",
        year: 2026,
        dates: "2026-01-20",
        policy: "The month may stand first or last; `01-20` is the same.",
    },
    Form {
        name: "fixed, day first",
        phrase: "20 January",
        meaning: "January 20",
        year: 2026,
        dates: "2026-01-20",
        policy: "",
    },
    Form {
        name: "fixed, in digits",
        phrase: "01-20",
        meaning: "January 20",
        year: 2026,
        dates: "2026-01-20",
        policy: "The month stands first, as in ISO 8601.",
    },
    Form {
        name: "fixed, with dots",
        phrase: "20.01.",
        meaning: "January 20",
        year: 2026,
        dates: "2026-01-20",
        policy: "With dots the day stands first; a date with `/` is an error that shows what it can mean.",
    },
    Form {
        name: "fixed, in another language",
        phrase: "15 oktyabr",
        meaning: "October 15",
        year: 2026,
        dates: "2026-10-15",
        policy: "Months and weekdays of Azerbaijani, Turkish, Russian and ten other languages are understood where they mean one thing only: `23 Nisan` is the Hebrew month, and `check` warns those who read Turkish.",
    },
    Form {
        name: "once",
        phrase: "2026-05-01",
        meaning: "May 1, 2026, once",
        year: 2026,
        dates: "2026-05-01",
        policy: "A whole date comes once and never again.",
    },
    Form {
        name: "once, as people write it",
        phrase: "January 20, 1990",
        meaning: "January 20, 1990, once",
        year: 1990,
        dates: "1990-01-20",
        policy: "Also `20 Jan 1990` and `20.01.1990`.",
    },
    Form {
        name: "leap day",
        phrase: "February 29",
        meaning: "February 29, in common years February 28",
        year: 2027,
        dates: "2027-02-28",
        policy: "In common years the day before March 1 keeps it, so that it stays in its month; say `else` to have it otherwise.",
    },
    Form {
        name: "leap day, elsewhere",
        phrase: "February 29 else March 1",
        meaning: "February 29, in common years March 1",
        year: 2027,
        dates: "2027-03-01",
        policy: "The date after `else` must be in every year.",
    },
    Form {
        name: "leap day, leap years only",
        phrase: "February 29 else skip",
        meaning: "February 29, in leap years only",
        year: 2028,
        dates: "2028-02-29",
        policy: "",
    },
    Form {
        name: "weekday of a month",
        phrase: "second Sunday of November",
        meaning: "the second Sunday of November",
        year: 2026,
        dates: "2026-11-08",
        policy: "Ordinals are words or digits: `2nd`.",
    },
    Form {
        name: "last weekday of a month",
        phrase: "last Monday of May",
        meaning: "the last Monday of May",
        year: 2026,
        dates: "2026-05-25",
        policy: "",
    },
    Form {
        name: "last day of a month",
        phrase: "last day of February",
        meaning: "the last day of February",
        year: 2028,
        dates: "2028-02-29",
        policy: "Of any calendar: `last day of Safar`.",
    },
    Form {
        name: "fifth weekday",
        phrase: "fifth Sunday of March",
        meaning: "the fifth Sunday of March, in years that have one",
        year: 2026,
        dates: "2026-03-29",
        policy: "A month without a fifth has no date; write `last` to have one in every year.",
    },
    Form {
        name: "weekday on or after a date",
        phrase: "Sunday on or after July 16",
        meaning: "the Sunday on or after July 16",
        year: 2026,
        dates: "2026-07-19",
        policy: "The date itself, if it is that weekday.",
    },
    Form {
        name: "weekday on or before a date",
        phrase: "Monday on or before May 24",
        meaning: "the Monday on or before May 24",
        year: 2026,
        dates: "2026-05-18",
        policy: "",
    },
    Form {
        name: "weekday before a date",
        phrase: "Monday before May 25",
        meaning: "the last Monday before May 25",
        year: 2026,
        dates: "2026-05-18",
        policy: "Never the date itself.",
    },
    Form {
        name: "weekday after a date",
        phrase: "Tuesday after Easter",
        meaning: "the first Tuesday after Easter Sunday of the Western churches",
        year: 2026,
        dates: "2026-04-07",
        policy: "Never the date itself.",
    },
    Form {
        name: "weekday nearest a date",
        phrase: "Sunday nearest July 11",
        meaning: "the Sunday nearest July 11",
        year: 2026,
        dates: "2026-07-12",
        policy: "Three days either way hold each weekday once.",
    },
    Form {
        name: "n-th weekday from a date",
        phrase: "second Sunday before December 25",
        meaning: "the second Sunday before December 25",
        year: 2026,
        dates: "2026-12-13",
        policy: "The first is the nearest; before any feast or date.",
    },
    Form {
        name: "days from a date",
        phrase: "9 days after Orthodox Easter",
        meaning: "9 days after Easter Sunday of the Orthodox churches",
        year: 2026,
        dates: "2026-04-21",
        policy: "A date belongs to the year that it falls in, wherever it is counted from.",
    },
    Form {
        name: "days before a date",
        phrase: "2 days before Easter",
        meaning: "2 days before Easter Sunday of the Western churches",
        year: 2026,
        dates: "2026-04-03",
        policy: "",
    },
    Form {
        name: "weeks from a date",
        phrase: "6 weeks after Easter",
        meaning: "6 weeks after Easter Sunday of the Western churches",
        year: 2026,
        dates: "2026-05-17",
        policy: "",
    },
    Form {
        name: "days from one date",
        phrase: "40 days after 2026-05-01",
        meaning: "40 days after May 1, 2026",
        year: 2026,
        dates: "2026-06-10",
        policy: "",
    },
    Form {
        name: "n-th day from one date",
        phrase: "40th day from 2026-05-01",
        meaning: "the 40th day counted from and including May 1, 2026",
        year: 2026,
        dates: "2026-06-09",
        policy: "The date is the first day, as Orthodox, Muslim and Buddhist families count; `40th day after` is an error, since it is read both ways.",
    },
    Form {
        name: "months from one date",
        phrase: "6 months after 2026-01-31",
        meaning: "6 months after January 31, 2026",
        year: 2026,
        dates: "2026-07-31",
        policy: "The last day of the month where it is too short; `years` are counted, too.",
    },
    Form {
        name: "steps from steps",
        phrase: "Sunday before 40 days after Easter",
        meaning: "the last Sunday before 40 days after Easter Sunday of the Western churches",
        year: 2026,
        dates: "2026-05-10",
        policy: "Read from the right; eight steps at most.",
    },
    Form {
        name: "Easter",
        phrase: "Easter",
        meaning: "Easter Sunday of the Western churches",
        year: 2026,
        dates: "2026-04-05",
        policy: "Of the Western churches, by the Gregorian reckoning, from 1583 on (Meeus, Astronomical Algorithms, chapter 8).",
    },
    Form {
        name: "Orthodox Easter",
        phrase: "Orthodox Easter",
        meaning: "Easter Sunday of the Orthodox churches",
        year: 2026,
        dates: "2026-04-12",
        policy: "By the Julian reckoning, as a Gregorian date, from 326 on (Meeus, chapter 8).",
    },
    Form {
        name: "days that hang on Easter",
        phrase: "Ash Wednesday",
        meaning: "Ash Wednesday of the Western churches",
        year: 2026,
        dates: "2026-02-18",
        policy: "Shrove Tuesday, Ash Wednesday, Palm Sunday, Maundy Thursday, Good Friday, Holy Saturday, Easter Monday, Ascension, Pentecost, Whit Monday and Corpus Christi.",
    },
    Form {
        name: "days that hang on Orthodox Easter",
        phrase: "Orthodox Pentecost",
        meaning: "Pentecost of the Orthodox churches",
        year: 2026,
        dates: "2026-05-31",
        policy: "Those that the Orthodox churches have, and their own: Clean Monday and Radonitsa.",
    },
    Form {
        name: "Advent",
        phrase: "Advent",
        meaning: "the first Sunday of Advent",
        year: 2026,
        dates: "2026-11-29",
        policy: "The fourth Sunday before December 25.",
    },
    Form {
        name: "Qingming",
        phrase: "Qingming",
        meaning: "Qingming, the day on which the sun reaches 15 degrees of longitude in China",
        year: 2026,
        dates: "2026-04-05",
        policy: "As all 24 solar terms under their Chinese names: the day in China (GB/T 33661-2017; before 1929 by the clock of Peking), reckoned for 1800 to 2200.",
    },
    Form {
        name: "solstices and equinoxes",
        phrase: "winter solstice",
        meaning: "the winter solstice, the day on which the sun reaches 270 degrees of longitude by universal time",
        year: 2026,
        dates: "2026-12-21",
        policy: "By universal time, with the seasons of the north; `Dongzhi` is the day in China.",
    },
    Form {
        name: "solar term of another clock",
        phrase: "105 days after winter solstice (Korea)",
        meaning: "105 days after the winter solstice, the day on which the sun reaches 270 degrees of longitude in Korea",
        year: 2026,
        dates: "2026-04-06",
        policy: "`(China)`, `(Korea)`, `(Japan)`, `(Vietnam)` or `(UTC)`: Hansik, here.",
    },
    Form {
        name: "Hebrew calendar",
        phrase: "27 Nisan",
        meaning: "27 Nisan of the Hebrew calendar",
        year: 2026,
        dates: "2026-04-14",
        policy: "Days begin at sunset the day before: the date is that of the daylight.",
    },
    Form {
        name: "Hebrew month of leap years",
        phrase: "14 Adar I",
        meaning: "14 Adar I of the Hebrew calendar, in common years in Adar",
        year: 2026,
        dates: "2026-03-03",
        policy: "Adar of a common year serves Adar I and Adar II; `Adar` in a leap year is Adar II (Mishnah, Megillah 1:4; Reingold and Dershowitz).",
    },
    Form {
        name: "Hebrew day that some years lack",
        phrase: "30 Cheshvan",
        meaning: "30 Cheshvan of the Hebrew calendar, in years without it the last day of the month",
        year: 2028,
        dates: "2028-11-18",
        policy: "A month too short for the day has it on its last day, unless `else` says otherwise.",
    },
    Form {
        name: "day of another calendar, else another",
        phrase: "30 Cheshvan else 1 Kislev",
        meaning: "30 Cheshvan of the Hebrew calendar, in years without it 1 Kislev",
        year: 2028,
        dates: "2028-11-19",
        policy: "The date after `else` is of the same calendar and in every year of it.",
    },
    Form {
        name: "Hijri calendar",
        phrase: "10 Muharram",
        meaning: "10 Muharram of the Hijri calendar (Umm al-Qura, tabular before November 1882 and after November 2174)",
        year: 2026,
        dates: "2026-06-25",
        policy: "Umm al-Qura: as printed and announced in Saudi Arabia for 1924 to 2077 (van Gent; the tables of icu_calendar around them), tabular before November 1882 and after November 2174.",
    },
    Form {
        name: "Hijri calendar, tabular",
        phrase: "10 Muharram (tabular)",
        meaning: "10 Muharram of the tabular Hijri calendar",
        year: 2026,
        dates: "2026-06-26",
        policy: "Thirty-year cycles with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29; epoch Friday, July 16, 622 (Julian).",
    },
    Form {
        name: "Hijri day, kept a day later",
        phrase: "1 day after 10 Muharram",
        meaning: "1 day after 10 Muharram of the Hijri calendar (Umm al-Qura, tabular before November 1882 and after November 2174)",
        year: 2026,
        dates: "2026-06-26",
        policy: "Countries that sight the moon differ by a day; so can a rule.",
    },
    Form {
        name: "Persian calendar",
        phrase: "22 Bahman",
        meaning: "22 Bahman of the Persian calendar",
        year: 2026,
        dates: "2026-02-11",
        policy: "The civil calendar of Iran, by the equinox; known for 1800 to 2123.",
    },
    Form {
        name: "month of two calendars",
        phrase: "30 Tir (Persian)",
        meaning: "30 Tir of the Persian calendar",
        year: 2026,
        dates: "2026-07-21",
        policy: "Without the calendar it is an error that names both; `(Ethiopian)` is the other.",
    },
    Form {
        name: "Ethiopian calendar",
        phrase: "12 Yekatit",
        meaning: "12 Yekatit of the Ethiopian calendar",
        year: 2026,
        dates: "2026-02-19",
        policy: "February 19, and the 20th before a leap day; never a fixed date.",
    },
    Form {
        name: "Coptic calendar",
        phrase: "1 Thout",
        meaning: "1 Thout of the Coptic calendar",
        year: 2026,
        dates: "2026-09-11",
        policy: "Leap years are those divisible by four after adding one.",
    },
    Form {
        name: "Indian national calendar",
        phrase: "1 Chaitra",
        meaning: "1 Chaitra of the Indian national calendar",
        year: 2026,
        dates: "2026-03-22",
        policy: "The Saka calendar of 1957: March 22, in leap years the 21st.",
    },
    Form {
        name: "Julian calendar",
        phrase: "December 25 (Julian)",
        meaning: "25 December of the Julian calendar",
        year: 2026,
        dates: "2026-01-07",
        policy: "The Christmas of the Orthodox churches that keep it.",
    },
    Form {
        name: "Chinese calendar",
        phrase: "Chinese 7/15",
        meaning: "day 15 of month 7 of the Chinese calendar",
        year: 2026,
        dates: "2026-08-27",
        policy: "Month and day; known for 1901 to 2100 (Hong Kong Observatory; GB/T 33661-2017). In a leap month only if it says `leap`.",
    },
    Form {
        name: "Chinese leap month",
        phrase: "Chinese leap 8/10",
        meaning: "day 10 of leap month 8 of the Chinese calendar, in years without that leap month in month 8",
        year: 2026,
        dates: "2026-09-20",
        policy: "In years without that leap month it is kept in the month itself, as families do; `else skip` keeps it in the leap month only.",
    },
    Form {
        name: "Korean calendar",
        phrase: "Korean 4/8",
        meaning: "day 8 of month 4 of the Korean calendar",
        year: 2026,
        dates: "2026-05-24",
        policy: "By Korea's clock, which is an hour ahead of China's: the new year of 2027 is a day later (Korea Astronomy and Space Science Institute).",
    },
    Form {
        name: "Vietnamese calendar",
        phrase: "Vietnamese 3/10",
        meaning: "day 10 of month 3 of the Vietnamese calendar",
        year: 2026,
        dates: "2026-04-26",
        policy: "By the clock of Hanoi since 1968 (the tables of Ho Ngoc Duc), as the Chinese before; the South followed in 1975.",
    },
    Form {
        name: "lunar new year",
        phrase: "Chinese New Year",
        meaning: "day 1 of month 1 of the Chinese calendar",
        year: 2026,
        dates: "2026-02-17",
        policy: "Also `Korean New Year` and `Vietnamese New Year`.",
    },
    Form {
        name: "yahrzeit",
        phrase: "yahrzeit of 1949-11-22",
        meaning: "the yahrzeit of November 22, 1949 (1 Kislev 5710), each Hebrew year after it",
        year: 2026,
        dates: "2026-11-11",
        policy: "From the year after the death on. 30 Cheshvan and 30 Kislev go by what the first anniversary has, Adar of a common year is kept in Adar I, 30 Adar I in common years on 30 Shevat (Reingold and Dershowitz, as Hebcal).",
    },
    Form {
        name: "yahrzeit of a death after sunset",
        phrase: "yahrzeit of 1949-11-22 after sunset",
        meaning: "the yahrzeit of the evening of November 22, 1949 (2 Kislev 5710), each Hebrew year after it",
        year: 2026,
        dates: "2026-11-12",
        policy: "The Hebrew date is that of the next day.",
    },
    Form {
        name: "yahrzeit of a Hebrew date",
        phrase: "yahrzeit of 1 Kislev 5710",
        meaning: "the yahrzeit of 1 Kislev 5710, each Hebrew year after it",
        year: 2026,
        dates: "2026-11-11",
        policy: "",
    },
    Form {
        name: "lunar anniversary",
        phrase: "lunar anniversary of 1995-10-04",
        meaning: "the anniversary of October 4, 1995 by the lunar calendar (Chinese leap month 8, day 10), each year after it",
        year: 2026,
        dates: "2026-09-20",
        policy: "By the Chinese calendar, or by another with `(Korean)` or `(Vietnamese)` behind it; a leap month as above.",
    },
    Form {
        name: "moved by weekday",
        phrase: "27 Nisan; if Friday then Thursday before; if Sunday then Monday after",
        meaning: "27 Nisan of the Hebrew calendar; if that is a Friday, the Thursday before; if that is a Sunday, the Monday after",
        year: 2027,
        dates: "2027-05-04",
        policy: "Tested on the date before it is moved; the first that fits is made.",
    },
    Form {
        name: "moved from several weekdays",
        phrase: "4 Iyar; if Thursday or Friday then Wednesday before; if Sunday then Monday after",
        meaning: "4 Iyar of the Hebrew calendar; if that is a Thursday or a Friday, the Wednesday before; if that is a Sunday, the Monday after",
        year: 2026,
        dates: "2026-04-21",
        policy: "",
    },
    Form {
        name: "not kept on a weekday",
        phrase: "January 20; if Sunday then skip",
        meaning: "January 20; if that is a Sunday, not at all",
        year: 2026,
        dates: "2026-01-20",
        policy: "",
    },
    Form {
        name: "recurrence",
        phrase: "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10",
        meaning: "the dates of RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10",
        year: 2026,
        dates: "2026-11-08",
        policy: "RFC 5545 for whole days; where it leaves a choice, as python-dateutil. `BYWEEKNO` without `BYDAY` gives the weekday of the start, as libical and the table of the RFC have it, not each day of the week, as python-dateutil.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::Rule;

    #[test]
    fn each_example_means_what_the_manual_says_and_has_its_dates() {
        for form in FORMS {
            let rule: Rule = form.phrase.parse().unwrap_or_else(|error| panic!("{}: {error}", form.phrase));
            let dates: Vec<String> =
                rule.dates(form.year..=form.year).unwrap().iter().map(ToString::to_string).collect();
            assert_eq!(rule.explain(), form.meaning, "{}", form.phrase);
            assert_eq!(dates.join(" "), form.dates, "{}", form.phrase);
        }
    }

    #[test]
    fn no_two_forms_share_a_name() {
        let mut names: Vec<&str> = FORMS.iter().map(|form| form.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FORMS.len());
    }
}
