//! Dates in Chinese characters, as Chinese, Japanese and Korean calendars write them: `2015年10月15日`, `农历七月十五`.

use super::super::parse::parse_in;
use super::super::words::month_name;

/// Festivals, and the phrases for them.
const FESTIVALS: &[(&str, &[&str])] = &[
    ("Qingming", &["清明", "清明节", "清明節"]),
    ("Chinese New Year", &["春节", "春節"]),
    ("Chinese 5/5", &["端午", "端午节", "端午節"]),
    ("Chinese 7/15", &["中元", "中元节", "中元節", "鬼节", "鬼節", "盂兰盆节", "盂蘭盆節"]),
    ("Chinese 8/15", &["中秋", "中秋节", "中秋節"]),
    ("Chinese 9/9", &["重阳", "重阳节", "重陽", "重陽節"]),
    ("Korean 8/15", &["추석"]),
    ("Korean 1/1", &["설날"]),
];

/// What says that a date is of the lunar calendar, and of which.
const LUNAR: &[(&str, &str)] = &[
    ("农历", "Chinese"),
    ("農曆", "Chinese"),
    ("阴历", "Chinese"),
    ("陰曆", "Chinese"),
    ("旧历", "Chinese"),
    ("舊曆", "Chinese"),
    ("음력", "Korean"),
];

/// The phrases of a date in these characters.
pub(super) fn phrases(sentence: &str) -> Option<Vec<String>> {
    let narrow = |letter: char| match letter {
        // The digits of East Asian width (U+FF10 to U+FF19).
        '０'..='９' => char::from_u32(u32::from(letter) - 0xff10 + u32::from('0')).unwrap_or(letter),
        _ => letter,
    };
    let text: String = sentence.chars().filter(|letter| !letter.is_whitespace()).map(narrow).collect();
    if text.is_ascii() {
        return None;
    }
    if let Some((phrase, _)) = FESTIVALS.iter().find(|(_, names)| names.contains(&text.as_str())) {
        return Some(vec![(*phrase).to_owned()]);
    }
    let lunar = LUNAR.iter().find_map(|(prefix, calendar)| Some((text.strip_prefix(prefix)?, *calendar)));
    let (rest, calendar) = lunar.map_or((text.as_str(), None), |(rest, calendar)| (rest, Some(calendar)));
    let (year, rest) = match rest.split_once(['年', '년']) {
        Some((year, rest)) => (Some(gregorian_year(year)?), rest),
        None => (None, rest),
    };
    let (month, day) = rest.split_once(['月', '월'])?;
    let (leap, month) = match month.strip_prefix(['闰', '閏', '윤']) {
        Some(month) => ("leap ", month),
        None => ("", month),
    };
    let plain = day.trim_end_matches(['日', '号', '號', '일']);
    // The first ten days of a lunar month are written so: `初一`.
    let is_of_moon = calendar.is_some() || !leap.is_empty() || plain.starts_with(['初', '廿']);
    let (month, is_moon_month) = number_of_month(month)?;
    let day = number(plain.trim_start_matches('初'))?;
    let lunar = format!("{} {leap}{month}/{day}", calendar.unwrap_or("Chinese"));
    let civil = format!("{} {day}", month_name(u8::try_from(month).ok()?));
    // A month and a day in words, without the sign of a day, are mostly meant by the moon.
    let is_either = year.is_none() && !rest.contains(|letter: char| letter.is_ascii_digit());
    let phrases = match year {
        _ if year.is_none() && (is_of_moon || is_moon_month) => vec![lunar],
        None if is_either => vec![lunar, civil],
        Some(year) if !is_of_moon && !is_moon_month => vec![format!("{civil}, {year}")],
        None => vec![civil],
        Some(_) => return None,
    };
    phrases.iter().map(|phrase| Some(parse_in(phrase, &[]).ok()?.to_string())).collect()
}

/// A year in digits, or one of an era of Japan, as `昭和20` is 1945.
fn gregorian_year(text: &str) -> Option<i32> {
    const ERAS: [(&str, i32); 5] =
        [("明治", 1867), ("大正", 1911), ("昭和", 1925), ("平成", 1988), ("令和", 2018)];
    match ERAS.iter().find_map(|(era, before)| Some((text.strip_prefix(era)?, *before))) {
        Some(("元", before)) => Some(before + 1),
        Some((year, before)) => Some(before + i32::try_from(number(year)?).ok()?),
        None => text.parse().ok(),
    }
}

/// The number of a month, and whether only a lunar month has this name.
fn number_of_month(text: &str) -> Option<(u32, bool)> {
    Some(match text {
        "正" => (1, true),
        "冬" => (11, true),
        "腊" | "臘" => (12, true),
        _ => (number(text).filter(|month| (1..=12).contains(month))?, false),
    })
}

/// A number up to 39 in digits or in characters: `二十一`, `廿一`, `15`.
fn number(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let ones = |text: &str| {
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (None, _) => Some(0),
            (Some(letter), None) => {
                "一二三四五六七八九".chars().zip(1..).find(|(one, _)| *one == letter).map(|(_, n)| n)
            }
            _ => None,
        }
    };
    let found = match (text.split_once('十'), text.strip_prefix('廿')) {
        (Some((tens, rest)), _) => ones(tens)?.max(1) * 10 + ones(rest)?,
        (None, Some(rest)) => 20 + ones(rest)?,
        (None, None) => ones(text)?,
    };
    (1..40).contains(&found).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::super::super::Rule;
    use super::*;

    #[test]
    fn a_date_in_chinese_characters_is_the_phrase_for_it() {
        let table: &[(&str, &[&str])] = &[
            ("清明节", &["Qingming"]),
            ("正月初一", &["Chinese 1/1"]),
            ("农历七月十五", &["Chinese 7/15"]),
            ("農曆 閏六月 廿三", &["Chinese leap 6/23"]),
            ("腊月三十", &["Chinese 12/30"]),
            ("八月十五", &["Chinese 8/15", "August 15"]),
            ("음력 8월 15일", &["Korean 8/15"]),
            ("8月15日", &["August 15"]),
            ("１月２０日", &["January 20"]),
            ("昭和20年8月15日", &["1945-08-15"]),
            ("令和元年5月1日", &["2019-05-01"]),
            ("5월 18일", &["May 18"]),
            ("2015年10月15日", &["2015-10-15"]),
        ];
        for (sentence, expected) in table {
            assert_eq!(phrases(sentence).unwrap_or_default(), *expected, "{sentence}");
            let error = sentence.parse::<Rule>().unwrap_err();
            assert!(expected.iter().all(|phrase| error.help().unwrap().contains(phrase)), "{sentence}");
        }
        for sentence in ["十三月一日", "8月32日", "十", "月", "日本", "二〇一五年"] {
            assert_eq!(phrases(sentence), None, "{sentence}");
        }
    }
}
