//! What holds for every phrase that people could write: advice names nothing else than what was meant, and whatever is
//! understood is written back as a phrase that means the same.
//!
//! The phrases are as good as random, from a seed that a failure prints: with the variables `RULE_SEED` and `RULE_CASES` the
//! tests are built with another one and for more cases.

use super::anchor::Anchor;
use super::calendar_names::{CALENDARS, Named, months};
use super::error_kind::RuleErrorKind;
use super::foreign_names;
use super::lexer::Key;
use super::local_names::{local_words, other_reading};
use super::month_table::MONTHS;
use super::names::{NAMES, NamedDate, named_date};
use super::words::{MONTHS as GREGORIAN, WORDS, Word, month_name, weekday_name, word};
use super::{Rule, RuleError};

/// Numbers as good as random (xorshift64*), the same for a seed.
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap() % count
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// From 1 to a number.
    fn to(&mut self, last: usize) -> usize {
        self.below(last) + 1
    }
}

/// The seed of this run and how many cases it tries.
fn seed_and_cases(usual: usize) -> (u64, usize) {
    let cases = option_env!("RULE_CASES").and_then(|cases| cases.parse().ok());
    let seed = option_env!("RULE_SEED").and_then(|seed| seed.parse().ok());
    (seed.unwrap_or(1), cases.unwrap_or(usual))
}

/// A name that rules know, what it is, and how it is usually written.
struct Known {
    name: &'static str,
    usual: String,
    /// A phrase with `_` in the place of the name.
    phrase: &'static str,
}

/// Every month, weekday and feast, in every spelling and language that is written in Latin letters.
fn vocabulary() -> Vec<Known> {
    let of_word = |name: &'static str, word: Word| match word {
        Word::Month(month) => Some(Known { name, usual: month_name(month).to_owned(), phrase: "15 _" }),
        Word::Weekday(day) => {
            Some(Known { name, usual: weekday_name(day).to_owned(), phrase: "second _ of March" })
        }
        _ => None,
    };
    let words = WORDS.iter().map(|(name, word)| (*name, *word)).chain(local_words());
    let words = words.filter_map(|(name, word)| of_word(name, word));
    let months =
        MONTHS.iter().map(|(name, named)| Known { name, usual: named.name().to_owned(), phrase: "5 _" });
    let feasts = NAMES.iter().map(|(name, date)| Known {
        name,
        usual: date.name().to_owned(),
        phrase: "9 days after _",
    });
    words.chain(months).chain(feasts).filter(|known| known.name.len() > 1).collect()
}

/// The word with one letter left out, added, changed, or swapped with its neighbour.
fn with_slip(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let letter = char::from(b"abcdefghijklmnopqrstuvwxyz"[random.below(26)]);
    let at = random.below(letters.len());
    match random.below(4) {
        0 if letters.len() > 1 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letter),
        2 => letters[at] = letter,
        _ => {
            let next = (at + 1).min(letters.len() - 1);
            letters.swap(at, next);
        }
    }
    letters.into_iter().collect()
}

/// True for a word that is a name as it stands.
fn is_known(word_text: &str) -> bool {
    let key = Key::of(word_text);
    let letters = key.as_bytes();
    word(letters).is_some() || !months(letters).is_empty() || named_date(letters).is_some()
}

#[test]
fn a_slip_is_answered_with_what_was_meant_or_with_what_is_nearer() {
    let (seed, cases) = seed_and_cases(700);
    let (mut random, all) = (Random::new(seed), vocabulary());
    let mut answered = 0;
    for case in 0..cases {
        let known = &all[random.below(all.len())];
        let mut typed = with_slip(known.name, &mut random);
        if random.below(2) == 0 {
            typed = with_slip(&typed, &mut random);
        }
        if is_known(&typed) {
            continue;
        }
        let phrase = known.phrase.replace('_', &typed);
        let Err(error) = phrase.parse::<Rule>() else {
            panic!("seed {seed}, case {case}: {phrase} is a rule")
        };
        let RuleErrorKind::UnknownWord { near, .. } = &error.kind else { continue };
        let (start, end) = (error.span.start, error.span.end);
        for (name, _) in near {
            let advised = format!("{}{name}{}", &phrase[..start], &phrase[end..]);
            if let Err(error) = advised.parse::<Rule>() {
                // A name of two calendars is answered with both.
                let is_shared = matches!(error.kind, RuleErrorKind::SharedMonth { .. });
                assert!(is_shared, "seed {seed}, case {case}: {phrase} is answered with {advised}: {error}");
            }
        }
        answered += usize::from(!near.is_empty());
        if near.is_empty() || near.iter().any(|(name, _)| *name == known.usual) {
            continue;
        }
        // Then the word is nearer to what is offered than to any spelling of what was meant, or begins a name.
        let rank = |name: &str| (strsim::osa_distance(name, &typed), !name.starts_with(&typed[..1]));
        let least =
            |of: &dyn Fn(&Known) -> bool| all.iter().filter(|one| of(one)).map(|one| rank(one.name)).min();
        let meant = least(&|one| one.usual == known.usual);
        let offered = least(&|one| near.iter().any(|(name, _)| *name == one.usual));
        let begins = all.iter().any(|one| one.name.starts_with(&typed) && one.usual != known.usual);
        let is_elsewhere = !super::elsewhere::meant_by(&typed).is_empty();
        assert!(
            offered < meant || begins || is_elsewhere,
            "seed {seed}, case {case}: {phrase} for {}: {near:?}",
            known.usual
        );
    }
    assert!(answered * 3 > cases, "only {answered} of {cases} slips were answered");
}

/// The phrases that a message advises, whole.
fn advised(error: &RuleError) -> Vec<String> {
    let help = error.help().unwrap_or_default();
    let Some((_, ways)) = help.split_once("write ") else { return Vec::new() };
    ways.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The anchors that are meant: those of the phrases that are rules.
fn anchors(phrases: impl IntoIterator<Item = String>) -> Vec<Anchor> {
    phrases.into_iter().filter_map(|phrase| phrase.parse::<Rule>().ok()).map(|rule| rule.anchor).collect()
}

/// A date of a month, with and without each calendar.
fn with_calendars(date: &str) -> Vec<String> {
    let named = CALENDARS.iter().map(|(name, _)| format!("{date} ({name})"));
    named.chain([date.to_owned()]).collect()
}

/// A phrase that is likely to be refused, and what it can mean.
fn doubtful(random: &mut Random) -> (String, Vec<Anchor>) {
    const WEEKDAYS: [&str; 7] =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    const NTH: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "last"];
    let (name, _): (&str, Named) = random.of(MONTHS);
    let (day, month, year) = (random.to(32), random.to(13), random.below(2100));
    let (weekday, gregorian) = (random.of(&WEEKDAYS), random.of(&GREGORIAN));
    let (said, _) = random.of(CALENDARS);
    let numbered = random.of(&["Chinese", "Korean", "Vietnamese", "Tibetan"]);
    let dates = |years: &[String]| -> Vec<Anchor> {
        let readings = [(day, month), (month, day)].into_iter().filter(|(_, month)| (1..=12).contains(month));
        let all = readings.map(|(day, month)| format!("{} {day}", GREGORIAN[month - 1]));
        anchors(all.flat_map(|date| years.iter().map(move |year| format!("{date}{year}"))))
    };
    match random.below(14) {
        0 => (format!("{day} {name}"), anchors(with_calendars(&format!("{day} {name}")))),
        1 => (format!("{name} {day} ({said})"), anchors(with_calendars(&format!("{day} {name}")))),
        2 => {
            let year = year + 1000 + random.below(3000);
            let date = format!("{day} {name}");
            let mut meant = anchors(with_calendars(&date));
            meant.extend(anchors([format!("yahrzeit of {date} {year}")]));
            let other = other_reading(&format!("{date} {year}"), &["tr".to_owned(), "ar".to_owned()]);
            meant.extend(other.map(|rule| rule.anchor));
            (format!("{date} {year}"), meant)
        }
        3 => {
            let nth = random.of(&NTH);
            let dates = if nth == "last" { format!("last day of {name}") } else { format!("1 {name}") };
            (format!("{nth} {weekday} of {name}"), anchors(with_calendars(&dates)))
        }
        4 => (format!("last day of {name}"), anchors(with_calendars(&format!("last day of {name}")))),
        5 => {
            let meant = dates(&[String::new()]);
            (format!("{day}/{month}"), [meant, anchors([format!("Chinese {day}/{month}")])].concat())
        }
        6 => {
            let (sign, year) = (random.of(&['/', '-']), year.to_string());
            (format!("{day:02}{sign}{month:02}{sign}{year}"), dates(&[format!(", {year}")]))
        }
        7 => {
            let date = format!("{day}/{month}/{}", year.max(1000));
            let dates = dates(&[format!(", {}", year.max(1000))]);
            let yahrzeits = dates.iter().map(|date| format!("yahrzeit of {date}"));
            (format!("yahrzeit of {date}"), [anchors(yahrzeits), dates.clone()].concat())
        }
        8 => {
            let n = random.of(&["40th", "9th", "ninth", "100th"]);
            let side = random.of(&["after", "before"]);
            let date = format!("{gregorian} {day}");
            (format!("{n} day {side} {date}"), anchors([date]))
        }
        9 => {
            let date = format!("{numbered} {month}/{day}");
            let phrase = format!("{numbered} leap {month}/{day} else skip");
            (phrase.clone(), anchors([date, phrase]))
        }
        10 => {
            let date = format!("{}-{month:02}-{day:02}", 1902 + year % 100);
            let (yahrzeit, phrase) =
                (format!("yahrzeit of {date}"), format!("lunar anniversary of {date} ({said})"));
            (phrase.clone(), anchors([yahrzeit, phrase]))
        }
        11 => {
            let all = NTH.iter().map(|nth| format!("{nth} {weekday} of {gregorian}"));
            (format!("{weekday} of {gregorian}"), anchors(all))
        }
        12 => {
            let (feast, _): (&str, NamedDate) = random.of(NAMES);
            let rite = random.of(&["", "Orthodox ", "Western "]);
            // `Easter Monday` is a name.
            let names = [format!("{rite}{feast}"), format!("{rite}{feast}{weekday}")];
            (format!("{rite}{feast} {weekday}"), anchors(names))
        }
        _ => {
            let (month, day) = (random.to(31), random.to(31));
            let swapped =
                [(day, month), (month, day)].into_iter().filter(|(_, month)| (1..=12).contains(month));
            let all = swapped.map(|(day, month)| format!("{} {day}", GREGORIAN[month - 1]));
            (format!("{day}{}{month}", random.of(&['.', '-'])), anchors(all))
        }
    }
}

#[test]
fn each_advised_phrase_is_a_rule_of_the_same_day_month_calendar_or_feast() {
    let (seed, cases) = seed_and_cases(4_000);
    let mut random = Random::new(seed);
    let mut advice = 0;
    for case in 0..cases {
        let (phrase, meant) = doubtful(&mut random);
        match phrase.parse::<Rule>() {
            Ok(rule) => {
                assert!(
                    meant.contains(&rule.anchor),
                    "seed {seed}, case {case}: {phrase} is taken for {rule}"
                );
            }
            Err(error) => {
                for way in advised(&error) {
                    let rule: Rule = way.parse().unwrap_or_else(|wrong: RuleError| {
                        panic!("seed {seed}, case {case}: {phrase} is answered with {way}: {wrong}")
                    });
                    assert!(
                        meant.contains(&rule.anchor),
                        "seed {seed}, case {case}: {phrase} is answered with {way}"
                    );
                    advice += 1;
                }
            }
        }
    }
    assert!(advice > cases / 5, "{advice} of {cases}");
}

/// Every word that a phrase can have, in every language, and some that none has.
fn all_words() -> Vec<&'static str> {
    let numbers = "0 1 2 9 15 29 30 31 40 1990 5710 1445 15.10. 12/03 01-20 2026-05-01 20th 99999999999 - / . , ; ( ) : '";
    let others = "Rabi al- Dhu Jumada I II Sheni anniversary of RRULE:FREQ=YEARLY;BYDAY=2SU COUNT=3 xyz Magh Pascua é ʿ \u{301} 月";
    let words = WORDS.iter().map(|(name, _)| *name);
    let months = MONTHS.iter().map(|(name, _)| *name);
    let names = NAMES.iter().map(|(name, _)| *name).chain(CALENDARS.iter().map(|(name, _)| *name));
    let local = local_words().map(|(name, _)| name).chain(foreign_names::names());
    words.chain(months).chain(names).chain(local).chain(numbers.split(' ')).chain(others.split(' ')).collect()
}

/// A walk that mostly goes on as phrases do: a word of any table, a number, or a word of the grammar.
fn walk(words: &[&str], random: &mut Random) -> String {
    const GRAMMAR: [&str; 24] = [
        "of",
        "after",
        "before",
        "on or after",
        "nearest",
        "days after",
        "second",
        "last",
        "last day of",
        "else",
        "skip",
        "; if Sunday then",
        "Monday after",
        "yahrzeit of",
        "lunar anniversary of",
        "leap",
        "Orthodox",
        "9",
        "15",
        "29",
        "1990",
        "(Hebrew)",
        "40th day from",
        "Chinese 7/15",
    ];
    let mut phrase = String::new();
    for _ in 0..random.to(9) {
        phrase += if random.below(2) == 0 { random.of(&GRAMMAR) } else { random.of(words) };
        if random.below(12) > 0 {
            phrase.push(' ');
        }
    }
    phrase
}

#[test]
fn no_walk_over_the_words_of_all_languages_panics_or_changes_its_meaning_when_it_is_written_back() {
    let (seed, cases) = seed_and_cases(1_500);
    let (mut random, words) = (Random::new(seed), all_words());
    let languages = ["tr", "ar", "az", "ru"].map(str::to_owned);
    let mut rules = 0;
    for case in 0..cases {
        let phrase = walk(&words, &mut random);
        let found = phrase.parse::<Rule>();
        assert_eq!(
            super::parse::without_advice(&phrase).as_ref().ok(),
            found.as_ref().ok(),
            "seed {seed}: {phrase:?}"
        );
        match found {
            Ok(rule) => {
                let usual = rule.to_string();
                let again = usual.parse::<Rule>();
                assert_eq!(again.as_ref(), Ok(&rule), "seed {seed}, case {case}: {phrase:?} is {usual}");
                assert_eq!(again.unwrap().to_string(), usual, "seed {seed}, case {case}: {phrase:?}");
                let year = i32::try_from(random.to(9999)).unwrap();
                let _ = (rule.explain(), rule.dates(year..=year), rule.with_calendar());
                rules += 1;
            }
            Err(error) => {
                assert!(phrase.get(error.span.clone()).is_some(), "seed {seed}, case {case}: {phrase:?}");
                let _ = error.render(&phrase);
                for way in advised(&error) {
                    assert!(way.parse::<Rule>().is_ok(), "seed {seed}, case {case}: {phrase:?}: {way}");
                }
            }
        }
        let _ = other_reading(&phrase, &languages);
    }
    assert!(rules > cases / 200, "only {rules} of {cases} are rules");
}

#[test]
fn a_rule_in_any_spelling_is_the_rule_that_it_is_echoed_as() {
    for (name, named) in MONTHS {
        for day in [1, 5, 19] {
            let Ok(rule) = format!("{day} {name}").parse::<Rule>() else { continue };
            assert_eq!(rule.anchor.calendar(), Some(named.calendar), "{name}");
            assert_eq!(format!("{name} {day}").parse(), Ok(rule.clone()), "{name}");
            assert_eq!(format!("the {day}th of {name}").parse(), Ok(rule.clone()), "{name}");
            assert_eq!(rule.to_string().parse(), Ok(rule), "{name}");
        }
    }
    for (name, word) in local_words() {
        match word {
            Word::Month(month) => {
                let said = format!("5 {name}").parse::<Rule>().unwrap().to_string();
                assert_eq!(said, format!("{} 5", month_name(month)), "{name}");
            }
            Word::Weekday(day) => {
                let said = format!("third {name} of May").parse::<Rule>().unwrap().to_string();
                assert_eq!(said, format!("third {} of May", weekday_name(day)), "{name}");
            }
            _ => {}
        }
    }
}
