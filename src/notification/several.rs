//! One notification for several days that are due at the same time.

use super::when::{moment, when};
use super::{Announcement, Notification, Style, summary};
use crate::article::excerpt;
use crate::schedule::{Now, ReminderKind};
use crate::words::{MessageValue, Words};
use chrono::{DateTime, TimeDelta, Utc};

/// The most days that are listed, however short their names are.
const MOST_LINES: usize = 12;

/// The most characters of one line.
const LONGEST_LINE: usize = 120;

/// How many days, in words: "5 days of remembrance".
///
/// ```
/// use remembrance::{notification::days_together, words::Words};
/// assert_eq!(days_together(5, &Words::choose(&["ru".to_owned()])), "5 памятных дней");
/// ```
pub fn days_together(count: usize, words: &Words) -> String {
    words.say("together", &[("count", count_value(count))])
}

fn count_value(count: usize) -> MessageValue<'static> {
    MessageValue::Count(i64::try_from(count).unwrap_or(i64::MAX))
}

/// One line of the list, and under which heading it stands.
struct Line {
    when: String,
    text: String,
    /// When its moment comes, where only that is announced.
    moment: Option<DateTime<Utc>>,
}

impl Line {
    fn of(subject: &Announcement<'_>, words: &Words, languages: &[String], now: Now<'_>) -> Self {
        let Announcement { day, date, kind, .. } = *subject;
        let moment = moment(day, date, words, languages, now);
        let name = || crate::text::one_line(day.name.get(languages));
        let (moment, text) = match (kind, moment) {
            (ReminderKind::Moment, Some((at, moment))) => (Some(at), joined(&name(), &moment, words)),
            // It may be one that has no notification of its own.
            (_, Some((at, moment))) if at - now.instant <= TimeDelta::days(1) => {
                (None, joined(&summary(day, date, words, languages), &moment, words))
            }
            _ => (None, summary(day, date, words, languages).into_owned()),
        };
        Self { when: when(*subject, words, now), text: excerpt(&text, LONGEST_LINE), moment }
    }
}

/// A name and what belongs to it: "Black January · A minute of silence at 12:00".
fn joined(name: &str, more: &str, words: &Words) -> String {
    words.say("summary", &[("name", MessageValue::Text(name)), ("years", MessageValue::Text(more))])
}

impl Notification {
    /// Puts reminders of several days into one notification, as they are true at `now`.
    ///
    /// As many are listed as fit the length that is quoted of an article, at least one; the others are counted. Days of
    /// today stand alone; where there are others, all stand in the order of their dates, under lines that say when they are.
    pub fn of_several(
        subjects: &[Announcement<'_>],
        style: &Style,
        words: &Words,
        languages: &[String],
        now: Now<'_>,
    ) -> Self {
        let mut subjects = subjects.to_vec();
        subjects.sort_by_key(|subject| (subject.date, subject.was_off));
        let lines: Vec<Line> =
            subjects.iter().map(|subject| Line::of(subject, words, languages, now)).collect();
        let today = words.say("today", &[]);
        let count = days_together(lines.len(), words);
        let are_today = lines.iter().all(|line| line.when == today);
        let mut text: Vec<String> = Vec::new();
        let (mut listed, mut room) = (0_usize, style.length);
        let mut when = today.as_str();
        for line in &lines {
            let is_new = !are_today && (listed == 0 || when != line.when);
            let heading = Some(line.when.as_str()).filter(|_| is_new);
            let taken =
                heading.into_iter().chain([line.text.as_str()]).map(|text| text.chars().count()).sum();
            if listed == MOST_LINES || (listed > 0 && room < taken) {
                break;
            }
            text.extend(heading.map(str::to_owned));
            text.push(if are_today { line.text.clone() } else { format!("– {}", line.text) });
            when = &line.when;
            (listed, room) = (listed + 1, room.saturating_sub(taken));
        }
        let more = lines.len() - listed;
        let more = (more > 0).then(|| words.say("together-more", &[("count", count_value(more))]));
        text.extend(more);
        let are_moments = subjects.iter().all(|subject| subject.kind == ReminderKind::Moment);
        let last = lines.iter().filter_map(|line| line.moment).max().filter(|_| are_moments);
        let by_calculation = subjects.iter().any(|subject| subject.day.is_hijri()) && !are_moments;
        let by_calculation = by_calculation.then(|| words.say("by-calculation", &[]));
        text.extend(by_calculation);
        Self {
            summary: if are_today { format!("{today}: {count}") } else { count },
            text: text.join("\n"),
            moment: None,
            read: Some(words.say("read", &[])),
            later: (!are_moments).then(|| words.say("later", &[])),
            image: None,
            goes_after: last.map(|at| at + TimeDelta::minutes(1) - now.instant),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::{Ceremony, Day, Moment};
    use crate::rule::EventDate;
    use crate::zone::Zone;
    use chrono::NaiveDate;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn day(name: &str, event: Option<i32>) -> Day {
        Day { event: event.map(EventDate::Year), ..Day::new("x", name, "January 20") }
    }

    fn of(days: &[(Day, &str, ReminderKind)], language: &str, style: &Style) -> Notification {
        let subjects = days.iter().map(|(day, on, kind)| Announcement {
            day,
            date: date(on),
            kind: *kind,
            was_off: true,
        });
        let languages = [language.to_owned()];
        let now = Now { instant: "2027-01-20T09:00:00Z".parse().unwrap(), zone: &Zone::utc() };
        let subjects: Vec<_> = subjects.collect();
        Notification::of_several(&subjects, style, &Words::choose(&languages), &languages, now)
    }

    fn today(names: &[&str]) -> Vec<(Day, &'static str, ReminderKind)> {
        names.iter().map(|name| (day(name, Some(1990)), "2027-01-20", ReminderKind::Day)).collect()
    }

    #[test]
    fn days_of_today_are_a_list_of_their_names() {
        let days = today(&["A", "B", "C", "D"]);
        let said = of(&days, "en", &Style::default());
        assert_eq!(said.summary, "Today: 4 days of remembrance");
        assert_eq!(said.body(), "A · 37 years\nB · 37 years\nC · 37 years\nD · 37 years");
        assert_eq!((said.read.as_deref(), said.later.as_deref()), (Some("Read"), Some("Later")));
        for (language, expected) in
            [("az", "Bu gün: 4 anım günü"), ("ru", "Сегодня: 4 памятных дня"), ("tr", "Bugün: 4 anma günü")]
        {
            assert_eq!(of(&days, language, &Style::default()).summary, expected);
        }
    }

    #[test]
    fn days_of_other_dates_stand_under_their_dates() {
        // In whatever order they came due.
        let mut days = today(&["A", "B"]);
        days.insert(1, (day("W", None), "2027-01-27", ReminderKind::Ahead));
        days.insert(0, (day("Z", None), "2027-01-19", ReminderKind::Day));
        days.push((day("Y", None), "2027-01-19", ReminderKind::Day));
        let said = of(&days, "en", &Style::default());
        assert_eq!(said.summary, "5 days of remembrance");
        let expected = "Yesterday, when the computer was off\n– Z\n– Y\nToday\n– A · 37 years\n– B · 37 years\n\
                        In one week, on Wednesday, January 27\n– W";
        assert_eq!(said.body(), expected);
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let names: Vec<String> = (0..1500).map(|number| format!("Event {number}")).collect();
        let days = today(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let said = of(&days, "en", &Style::default());
        assert_eq!(said.summary, "Today: 1500 days of remembrance");
        let lines: Vec<&str> = said.text.lines().collect();
        assert_eq!((lines.len(), lines.last()), (MOST_LINES + 1, Some(&"and 1488 more")));
        // A short length, and a name without end.
        let said = of(&days, "en", &Style { length: 45, ..Style::default() });
        assert_eq!(said.text, "Event 0 · 37 years\nEvent 1 · 37 years\nand 1498 more");
        let long = "long ".repeat(1000);
        let said = of(&today(&[&long, "B", "C", "D"]), "en", &Style::default());
        assert!(said.text.chars().count() < 300, "{}", said.text);
    }

    #[test]
    fn a_moment_of_the_next_hours_stands_beside_its_day() {
        let what = Ceremony::plain("Silence");
        let at = "12:00".parse().unwrap();
        let moment = Moment { at, zone: None, what, ahead: TimeDelta::minutes(5) };
        let mut days = today(&["A", "B", "C"]);
        days[1].0.extras.moment = Some(Box::new(moment));
        days.push((days[1].0.clone(), "2027-01-27", ReminderKind::Ahead));
        let said = of(&days, "en", &Style::default());
        let expected = "Today\n– A · 37 years\n– B · 37 years · Silence at 12:00\n– C · 37 years\n\
                        In one week, on Wednesday, January 27\n– B";
        assert_eq!(said.body(), expected);
    }

    #[test]
    fn moments_alone_cannot_be_put_off_and_go_when_they_are_over() {
        let with_moment = |name: &str, at: &str| {
            let what = Ceremony::plain("Silence");
            let moment = Moment { at: at.parse().unwrap(), zone: None, what, ahead: TimeDelta::minutes(5) };
            let mut day = day(name, None);
            day.extras.moment = Some(Box::new(moment));
            (day, "2027-01-20", ReminderKind::Moment)
        };
        let mut days = vec![with_moment("A", "09:05"), with_moment("B", "09:02")];
        let said = of(&days, "en", &Style::default());
        assert_eq!(said.text, "A · Silence at 09:05\nB · Silence at 09:02");
        assert_eq!((said.later, said.goes_after), (None, Some(TimeDelta::minutes(6))));
        days.extend(today(&["C"]));
        let said = of(&days, "en", &Style::default());
        assert_eq!((said.later.as_deref(), said.goes_after), (Some("Later"), None));
    }
}
