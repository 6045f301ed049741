//! Notifications, to the very words.

use super::*;
use crate::article::Format;
use crate::day::Moment;
use crate::day::{Ceremony, CeremonyKind};
use crate::rule::EventDate;
use crate::zone::Zone;
use chrono::NaiveTime;

fn black_january() -> Day {
    let mut day = Day::new("az-black-january", "Black January", "January 20");
    day.event = Some(EventDate::Year(1990));
    day.extras.moment = Some(Box::new(Moment {
        at: NaiveTime::from_hms_opt(12, 0, 0).unwrap().into(),
        zone: Some(Zone::from_posix("Asia/Baku", "<+04>-4").unwrap()),
        what: Ceremony::Known(CeremonyKind::MinuteOfSilence),
        ahead: TimeDelta::minutes(5),
    }));
    day
}

fn notification(now: &str, zone: &Zone, kind: ReminderKind, language: &str) -> Notification {
    let day = black_january();
    let now = Now { instant: now.parse().unwrap(), zone };
    let subject = Announcement { day: &day, date: "2027-01-20".parse().unwrap(), kind, was_off: false };
    let article = Article::parse("# T\n\nTroops <entered> Baku & fired.", Format::Markdown).unwrap();
    let languages = [language.to_owned()];
    Notification::new(subject, Some(&article), &Style::default(), &Words::choose(&languages), &languages, now)
}

#[test]
fn a_notification_says_when_what_and_the_moment_ahead() {
    let baku = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap();
    let notification = notification("2027-01-20T05:00:00Z", &baku, ReminderKind::Day, "en");
    assert_eq!(notification.body(), "Today. Troops <entered> Baku & fired.\nA minute of silence at 12:00");
    assert!(notification.body_markup().contains("Troops &lt;entered&gt; Baku &amp; fired."));
}

#[test]
fn abroad_the_moment_is_told_in_both_times() {
    let table = [
        (
            "EST5EDT,M3.2.0,M11.1.0",
            "2027-01-20T02:00:00Z",
            "A minute of silence at 12:00 Baku time (03:00 here)",
        ),
        (
            "HST10",
            "2027-01-20T02:00:00Z",
            "A minute of silence at 12:00 Baku time (22:00 on January 19 here)",
        ),
    ];
    for (rules, now, expected) in table {
        let zone = Zone::from_posix("Here", rules).unwrap();
        assert_eq!(notification(now, &zone, ReminderKind::Day, "en").moment.as_deref(), Some(expected));
    }
}

#[test]
fn abroad_the_place_and_the_date_have_the_case_of_the_sentence() {
    let table = [
        ("az", "Bir dəqiqəlik sükut: Bakı vaxtı ilə saat 12:00 (burada 19 yanvar, saat 22:00)"),
        ("de", "Schweigeminute um 12:00 Uhr Bakuer Zeit (hier am 19. Januar um 22:00 Uhr)"),
        ("et", "Leinaseisak kell 12:00 Bakuu aja järgi (siin 19. jaanuaril kell 22:00)"),
        ("fa", "یک دقیقه سکوت در ساعت ۱۲:۰۰ به وقت باکو (اینجا ۱۹ ژانویه، ساعت ۲۲:۰۰)"),
        ("ja", "バクー時間12:00、1分間の黙祷（こちらでは1月19日22:00）"),
        ("ru", "Минута молчания в 12:00 по бакинскому времени (здесь 19 января в 22:00)"),
        ("tr", "Bir dakikalık saygı duruşu: Bakü saatiyle 12:00 (burada 19 Ocak, 22:00)"),
    ];
    let honolulu = Zone::from_posix("Here", "HST10").unwrap();
    for (language, expected) in table {
        let said = notification("2027-01-20T02:00:00Z", &honolulu, ReminderKind::Day, language).moment;
        assert_eq!(said.as_deref(), Some(expected));
    }
}

#[test]
fn a_moment_that_has_passed_is_not_announced() {
    let baku = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap();
    assert_eq!(notification("2027-01-20T08:01:00Z", &baku, ReminderKind::Day, "en").moment, None);
}

#[test]
fn the_notification_of_a_moment_says_how_soon_it_is() {
    let baku = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap();
    let table = [
        ("2027-01-20T07:55:00Z", "en", "In 5 minutes: A minute of silence at 12:00"),
        ("2027-01-20T07:59:30Z", "ru", "Через 1 минуту. Минута молчания в 12:00"),
        ("2027-01-20T08:00:00Z", "en", "Now: A minute of silence at 12:00"),
    ];
    for (now, language, expected) in table {
        let text = notification(now, &baku, ReminderKind::Moment, language).text;
        assert_eq!(text.strip_suffix(". Troops <entered> Baku & fired."), Some(expected));
    }
}

#[test]
fn lead_times_are_said_in_weeks_and_days() {
    let baku = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap();
    let table = [
        ("2027-01-06T15:00:00Z", "en", "In 2 weeks, on Wednesday, January 20"),
        ("2027-01-10T15:00:00Z", "en", "In 10 days, on Wednesday, January 20"),
        ("2027-01-19T15:00:00Z", "en", "Tomorrow, Wednesday, January 20"),
        ("2027-01-23T15:00:00Z", "en", "3 days ago, on Wednesday, January 20"),
        ("2027-01-13T15:00:00Z", "az", "Bir həftə sonra, 20 yanvar, çərşənbə"),
        ("2027-01-13T15:00:00Z", "ru", "Через неделю, в среду, 20 января"),
        ("2027-01-13T15:00:00Z", "tr", "Bir hafta sonra, 20 Ocak Çarşamba"),
    ];
    for (now, language, expected) in table {
        let text = notification(now, &baku, ReminderKind::Ahead, language).text;
        assert_eq!(text.strip_suffix(". Troops <entered> Baku & fired."), Some(expected));
    }
}

#[test]
fn a_hijri_day_counts_hijri_years_and_says_that_it_is_by_calculation() {
    let mut day = Day::new("ashura", "Ashura", "10 Muharram");
    day.event = Some(EventDate::Year(1980));
    let date = "2026-06-25".parse().unwrap();
    let zone = Zone::utc();
    let now = Now { instant: "2026-06-25T09:00:00Z".parse().unwrap(), zone: &zone };
    let subject = Announcement { day: &day, date, kind: ReminderKind::Day, was_off: false };
    let say = |language: &str| {
        let words = Words::choose(&[language.to_owned()]);
        Notification::new(subject, None, &Style::default(), &words, &[], now)
    };
    let english = say("en");
    assert_eq!(english.summary, "Ashura · 47 Hijri years");
    assert_eq!(english.text, "Today\nBy calculation; the day announced where you live may differ by one.");
    for (language, years) in
        [("az", "Hicri təqvimi ilə 47 il"), ("ru", "47 лет по хиджре"), ("tr", "hicri takvimle 47 yıl")]
    {
        assert_eq!(say(language).summary, format!("Ashura · {years}"));
    }
}

#[test]
fn a_moment_in_another_zone_is_told_as_people_of_each_language_write_it() {
    let tashkent = Zone::from_posix("Asia/Tashkent", "<+05>-5").unwrap();
    let baku = Zone::from_posix("Asia/Baku", "<+04>-4").unwrap();
    // For a reader in Berlin and for one in Honolulu, where it is still the day before.
    let berlin = Zone::from_posix("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
    let honolulu = Zone::from_posix("Pacific/Honolulu", "HST10").unwrap();
    let table = [
        ("en", "at 12:00 Baku time (09:00 here)", "at 12:00 Tashkent time (21:00 on January 19 here)"),
        (
            "az",
            ": Bakı vaxtı ilə saat 12:00 (burada 09:00)",
            ": Daşkənd vaxtı ilə saat 12:00 (burada 19 yanvar, saat 21:00)",
        ),
        (
            "ru",
            " в 12:00 по бакинскому времени (здесь в 09:00)",
            " в 12:00 (Ташкент), здесь 19 января в 21:00",
        ),
        ("tr", ": Bakü saatiyle 12:00 (burada 09:00)", ": Taşkent saatiyle 12:00 (burada 19 Ocak, 21:00)"),
        (
            "de",
            " um 12:00 Uhr Bakuer Zeit (hier 09:00 Uhr)",
            " um 12:00 Uhr Ortszeit (Tashkent), hier am 19. Januar um 21:00 Uhr",
        ),
    ];
    let date = "2027-01-20".parse().unwrap();
    for (language, in_baku, in_tashkent) in table {
        let languages = [language.to_owned()];
        let words = Words::choose(&languages);
        for (zone, reader, expected) in [(&baku, &berlin, in_baku), (&tashkent, &honolulu, in_tashkent)] {
            let mut day = black_january();
            day.extras.moment.as_mut().unwrap().zone = Some(zone.clone());
            let said = moment_of_day(&day, date, &words, &languages, reader).unwrap();
            assert!(said.ends_with(expected), "{language}: {said}");
        }
    }
}

#[test]
fn the_time_here_and_the_place_there_are_never_two_parentheses_in_a_row() {
    let zones = ["Asia/Tashkent", "Asia/Baku"].map(|name| Zone::from_posix(name, "<+05>-5").unwrap());
    let readers = ["HST10", "<+04>-4"].map(|rules| Zone::from_posix("Here", rules).unwrap());
    for (language, _) in crate::words::LANGUAGES {
        let languages = [(*language).to_owned()];
        let words = Words::choose(&languages);
        for (zone, reader) in zones.iter().zip(&readers).chain(zones.iter().zip(readers.iter().rev())) {
            let mut day = black_january();
            day.extras.moment.as_mut().unwrap().zone = Some(zone.clone());
            let said =
                moment_of_day(&day, "2027-01-20".parse().unwrap(), &words, &languages, reader).unwrap();
            let opened = said.matches(['(', '（']).count();
            assert_eq!((opened, said.matches(['{', '}']).count()), (1, 0), "{language}: {said}");
        }
    }
}
