//! The commands as a person or a program sees them: what they print, and how they end.

use crate::common::{Home, REMEMBRANCE};
use serde_json::json;
use std::fs;

const NOW: [&str; 2] = ["--now", "2026-11-23 10:00"];

fn with_now<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    arguments.iter().copied().chain(NOW).collect()
}

#[test]
fn next_tells_the_coming_reminders() {
    let home = Home::new();
    let coming = home.json(&with_now(&["next", "2", "--json"]));
    let first = &coming[0];
    assert_eq!(first["day"], "az-black-january");
    assert_eq!(first["name"], "Black January");
    assert_eq!((&first["date"], &first["anniversary"]), (&json!("2027-01-20"), &json!(37)));
    assert_eq!((&first["kind"], &first["due"]), (&json!("day"), &json!("2027-01-20T09:00:00+04:00")));
    assert_eq!(first["summary"], "Black January · 37 years");
    assert!(first["body"].as_str().unwrap().starts_with("Today. "));
    assert_eq!(
        (&coming[1]["kind"], &coming[1]["due"]),
        (&json!("moment"), &json!("2027-01-20T11:55:00+04:00"))
    );
    let text = home.printed(&with_now(&["next"]));
    assert!(text.starts_with("Wed 20 Jan 2027  09:00  Black January · 37 years\n"), "{text}");
    assert!(text.contains("\nWed 20 Jan 2027  11:55  Black January · 37 years  moment\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn a_reminder_ahead_names_the_date_of_its_day() {
    let home = Home::new();
    home.config("remind = [\"1 week before 19:00\"]\n");
    let text = home.printed(&with_now(&["next", "1"]));
    assert_eq!(text, "Wed 13 Jan 2027  19:00  Black January · 37 years  → Wed 20 Jan 2027\n");
}

#[test]
fn without_a_command_the_days_of_today_come_before_what_is_next() {
    let home = Home::new();
    let text = home.printed(&["--now", "2027-01-20 10:00"]);
    assert!(text.starts_with("Today, Wednesday, January 20\n  Black January · 37 years\n\nNext\n"), "{text}");
    let text = home.printed(&["--now", "2026-11-23 10:00"]);
    let expected =
        "No days today, Monday, November 23.\n\nNext\n  Wed 20 Jan 2027  09:00  Black January · 37 years\n";
    assert!(text.starts_with(expected), "{text}");
    let text = home.printed(&["--now", "2027-01-20 10:00", "--lang", "tr"]);
    assert!(text.starts_with("Bugün, 20 Ocak Çarşamba\n") && text.contains("\nSıradaki\n"), "{text}");
}

#[test]
fn today_is_made_for_scripts() {
    let home = Home::new();
    let on = |date: &'static str, more: &[&'static str]| [&["today", "--now", date], more].concat();
    assert_eq!(home.printed(&on("2027-01-20", &[])), "Black January · 37 years\n");
    let format = ["--format", "{{\"text\": \"{name} ({anniversary})\"}}"];
    assert_eq!(home.printed(&on("2027-01-20", &format)), "{\"text\": \"Black January (37)\"}\n");
    let json = home.json(&on("2027-01-20", &["--json"]));
    assert_eq!((&json[0]["day"], &json[0]["anniversary"]), (&json!("az-black-january"), &json!(37)));
    assert_eq!(home.printed(&on("2027-01-21", &[])), "", "nothing, and it ends well");
    assert_eq!(home.printed(&on("2027-01-21", &["--join", "; "])), "");
    home.config("[day.ana]\nname = \"Ana\"\ndate = \"January 20\"\n");
    assert_eq!(home.printed(&on("2027-01-20", &["--join", "; "])), "Ana; Black January · 37 years\n");
    assert_eq!(home.json(&on("2027-01-21", &["--json"])), json!([]));
    assert_eq!(home.remembrance(&on("2027-01-20", &["--format", "{nme}"])).status.code(), Some(2));
}

#[test]
fn a_year_of_two_digits_is_refused_with_the_one_that_is_meant() {
    let home = Home::new();
    let refused = home.remembrance(&["list", "27"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("did you mean 2027?"));
    let text = home.printed(&["list", "--from", "today", "--to", "2027-12-31", "--now", "2027-01-20"]);
    assert_eq!(text, "Wed 20 Jan 2027  Black January · 37 years  az-black-january\n");
    let text = home.printed(&["list", "--from", "2027-02-01", "--to", "2027-02-02"]);
    assert_eq!(text, "No days from Monday, February 1, 2027 to Tuesday, February 2, 2027.\n");
}

#[test]
fn list_tells_the_occurrences_of_a_year_or_a_span() {
    let home = Home::new();
    home.config("[day.leap]\nname = \"Leap day\"\ndate = \"February 29\"\n");
    let year = home.json(&["list", "2027", "--json"]);
    let expected = json!([
        { "day": "az-black-january", "name": "Black January", "date": "2027-01-20", "anniversary": 37, "pack": "az-january-20" },
        { "day": "leap", "name": "Leap day", "date": "2027-02-28", "anniversary": null, "pack": null },
    ]);
    assert_eq!(year, expected);
    let span = home.json(&["list", "--from", "2027-02-01", "--to", "2028-01-20", "--json"]);
    assert_eq!(span.as_array().unwrap().len(), 2);
    assert_eq!(
        home.remembrance(&["list", "--from", "2028-01-01", "--to", "2027-01-01"]).status.code(),
        Some(1)
    );
}

#[test]
fn dates_explains_a_phrase_and_answers_a_stream() {
    let home = Home::new();
    assert_eq!(
        home.printed(&["dates", "second Sunday of November", "--from", "2026", "--to", "2027"]),
        "the second Sunday of November\n2026-11-08  Sunday\n2027-11-14  Sunday\n"
    );
    assert_eq!(
        home.json(&["dates", "Orthodox Easter", "--from", "2026", "--to", "2026", "--json"]),
        json!(["2026-04-12"])
    );
    let wrong = home.remembrance(&["dates", "second Sonday of November"]);
    assert_eq!(wrong.status.code(), Some(1));
    let error = String::from_utf8(wrong.stderr).unwrap();
    assert_eq!(
        error,
        "error: cannot understand this date\nsecond Sonday of November\n       ^^^^^^ unknown weekday `Sonday`\nhelp: did you mean `Sunday`?\n"
    );

    let mut command = home.command(REMEMBRANCE);
    command.args(["dates", "-", "--from", "2027", "--to", "2027"]);
    let phrases = home.write("phrases", "January 20\nnonsense\nEaster\n");
    let output = command.stdin(fs::File::open(phrases).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!((lines[0], lines[2]), ("[\"2027-01-20\"]", "[\"2027-03-28\"]"));
    assert!(lines[1].starts_with("{\"error\":"), "{}", lines[1]);
}

#[test]
fn show_gives_the_article_with_its_sources() {
    let home = Home::new();
    let article = home.json(&["show", "az-black-january", "--json", "--lang", "az"]);
    assert_eq!(article["day"], "az-black-january");
    assert!(article["languages"].as_array().unwrap().len() >= 2, "{article}");
    assert!(article["sources"].as_array().unwrap().len() >= 2, "{article}");
    let text = home.printed(&["show", "az-black-january"]);
    assert!(text.starts_with("Black January\n\n") && text.contains("\nSources\n"), "{text}");
    assert!(!text.contains('\u{1b}'), "plain in a pipe");
    let wrong = home.remembrance(&["show", "az-black-janury"]);
    assert_eq!(
        String::from_utf8(wrong.stderr).unwrap(),
        "error: there is no day `az-black-janury`; did you mean `az-black-january`?\n"
    );
}

#[test]
fn an_own_article_in_plain_text_takes_the_place_of_the_one_that_ships() {
    let home = Home::new();
    home.write(
        ".config/remembrance/articles/az-black-january.txt",
        "What I saw\n\nThe tanks came\nbefore dawn.\n",
    );
    let article = home.json(&["show", "az-black-january", "--json"]);
    assert_eq!(
        (&article["title"], &article["text"]),
        (&json!("What I saw"), &json!("The tanks came before dawn."))
    );
}

#[test]
fn check_tells_every_mistake_and_ends_with_1() {
    let home = Home::new();
    assert_eq!(home.printed(&["check"]), "No mistakes; 1 day is kept.\n");
    let file = home.config("folow = []\n[day.x]\nname = \"X\"\ndate = \"Febuary 3\"\narticle = \"x.md\"\n");
    let output = home.remembrance(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(&format!(" --> {}:1:1\n", file.display())), "{text}");
    assert!(
        text.contains("4 | date = \"Febuary 3\"\n  |         ^^^^^^^\n") && text.ends_with("2 mistakes.\n"),
        "{text}"
    );
    let output = home.remembrance(&["check", "--json", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let mistakes: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = json!({
        "file": file, "line": 1, "column": 1, "message": "unknown key `folow`", "help": "did you mean `follow`?"
    });
    assert_eq!((mistakes.as_array().unwrap().len(), &mistakes[0]), (2, &expected));
    // What is valid is printed all the same, with a word about the rest.
    let output = home.remembrance(&with_now(&["next"]));
    assert!(output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("(1 more); `remembrance check` lists every mistake")
    );
    assert!(String::from_utf8_lossy(&output.stdout).contains("Black January"));
}

#[test]
fn check_tells_of_articles_that_are_not_there_or_not_sound() {
    let home = Home::new();
    home.config("[day.x]\nname = \"X\"\ndate = \"May 3\"\narticle = \"x.md\"\n");
    home.write(".config/remembrance/articles/az-black-january.md", "# Only a title\n");
    let output = home.remembrance(&["check"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("the article `x.md` of the day `x` is not there"), "{text}");
    assert!(text.contains("the article has no paragraph that a notification could quote"), "{text}");
}

#[test]
fn notify_prints_where_there_is_no_desktop_and_says_why() {
    let home = Home::new();
    let output = home.remembrance(&with_now(&["notify", "az-black-january", "--date", "2027-01-20"]));
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("Black January · 37 years\n\nIn 58 days, on Wednesday, January 20. "), "{text}");
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.starts_with("printed, because there is no session bus") && error.lines().count() == 1,
        "{error}"
    );
    let wrong = home.remembrance(&["notify", "az-black-january", "--date", "2027-01-21"]);
    assert_eq!(wrong.status.code(), Some(1));
    let error = String::from_utf8(wrong.stderr).unwrap();
    assert_eq!(error, "error: the day `az-black-january` is not kept on 2027-01-21; in 2027: 2027-01-20\n");
}

#[test]
fn a_rehearsal_without_a_desktop_prints_the_notification_and_ends_well() {
    let home = Home::new();
    let output = home.remembrance(&with_now(&["rehearse"]));
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("\nBlack January · 37 years\n\nToday. ")
            && text.contains("A minute of silence at 12:00"),
        "{text}"
    );
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no session bus"));
    assert!(!home.path(".local").exists(), "nothing is left of it");
}

#[test]
fn wrong_usage_ends_with_2() {
    let home = Home::new();
    for arguments in [
        &["nonsense"][..],
        &["next", "many"],
        &["dates"],
        &["list", "10000"],
        &["--lang", "../az"],
        &["read"],
    ] {
        assert_eq!(home.remembrance(arguments).status.code(), Some(2), "{arguments:?}");
    }
    let missing = home.remembrance(&["next", "--config", "no-such-file.toml"]);
    assert_eq!(missing.status.code(), Some(1));
    assert_eq!(home.remembrance(&["next", "--now", "noon"]).status.code(), Some(1));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = Home::new();
    let script = format!("{REMEMBRANCE} next 2000 2>err | head -n 1");
    let output = home.command("sh").args(["-c", &script]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    assert_eq!(fs::read_to_string(home.path("err")).unwrap(), "");
}

#[test]
fn history_tells_what_was_shown_late_answered_and_missed() {
    let home = Home::new();
    assert_eq!(home.printed(&["history"]), "No notifications yet.\n");
    assert_eq!(home.json(&["history", "--json"]), json!([]));
    let ledger = [
        r#"{"ledger":"remembrance","version":1,"begun":"2026-11-23T06:00:00Z"}"#,
        r#"{"at":"2027-01-20T05:00:00Z","day":"az-black-january","date":"2027-01-20","state":"shown","reminders":[{"slot":"09:00","kind":"day","due":"2027-01-20T05:00:00Z"}]}"#,
        r#"{"at":"2027-01-20T05:10:00Z","day":"az-black-january","date":"2027-01-20","state":"snoozed","until":"2027-01-20T06:10:00Z"}"#,
        r#"{"at":"2027-01-20T06:10:30Z","day":"az-black-january","date":"2027-01-20","state":"shown"}"#,
        r#"{"at":"2027-01-20T06:11:00Z","day":"az-black-january","date":"2027-01-20","state":"read"}"#,
        r#"{"at":"2027-01-20T05:"#,
        r#"{"at":"2028-03-01T00:00:00Z","day":"gone","date":"2028-02-20","state":"missed","reminders":[{"slot":"moment 12:00","kind":"moment","due":"2028-02-20T08:00:00Z"}]}"#,
    ];
    home.write(".local/state/remembrance/ledger.jsonl", &(ledger.join("\n") + "\n"));
    let told = |day, date, kind, due, shown, late, state| json!({ "day": day, "date": date, "kind": kind, "due": due, "shown": shown, "late_seconds": late, "state": state });
    let bj = |due, shown, late, state| {
        told("az-black-january", "2027-01-20", "day", due, json!(shown), json!(late), state)
    };
    let expected = json!([
        bj("2027-01-20T09:00:00+04:00", "2027-01-20T09:00:00+04:00", 0, "snoozed"),
        bj("2027-01-20T10:10:00+04:00", "2027-01-20T10:10:30+04:00", 30, "read"),
        told("gone", "2028-02-20", "moment", "2028-02-20T12:00:00+04:00", json!(null), json!(null), "missed"),
    ]);
    assert_eq!(home.json(&["history", "--json"]), expected);
    assert_eq!(home.json(&["history", "gone", "--json"]).as_array().unwrap().len(), 1);
    let text = home.printed(&["history"]);
    assert!(text.starts_with("2027-01-20 09:00  Black January  2027-01-20  snoozed\n"), "{text}");
    assert!(text.ends_with("2028-02-20 12:00  gone           2028-02-20  missed\n"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
}

#[test]
fn packs_lists_what_there_is_to_follow_and_the_days_of_one() {
    let home = Home::new();
    home.config("follow = [\"az\", \"family\", \"un/un-holocaust\"]\n");
    home.write(
        ".config/remembrance/packs/family.toml",
        "name = \"Our family\"\n[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\nsymbol = \"rose\"\n",
    );
    let packs = home.json(&["packs", "--json"]);
    let find = |id: &str| packs.as_array().unwrap().iter().find(|pack| pack["id"] == id).unwrap().clone();
    let family =
        json!({ "id": "family", "name": "Our family", "region": null, "days": ["ana"], "followed": true });
    assert_eq!(find("family"), family);
    let count = find("az")["days"].as_array().unwrap().len().to_string();
    assert_eq!((&find("az")["followed"], &find("un")["followed"]), (&json!(true), &json!(false)));

    let text = home.printed(&["packs"]);
    assert!(text.starts_with("Your own\n  family "), "{text}");
    let az = text.lines().find(|line| line.starts_with("  az ")).unwrap();
    assert_eq!(
        az.split_whitespace().collect::<Vec<_>>(),
        ["az", "Azerbaijan", count.as_str(), "days", "followed"]
    );
    assert!(text.lines().any(|line| line.starts_with("  un ") && line.ends_with("1 kept")), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");

    let days = home.json(&["packs", "az", "--json", "--lang", "az"]);
    let khojaly = days.as_array().unwrap().iter().find(|day| day["day"] == "az-khojaly").unwrap();
    assert!(khojaly["name"].as_str().unwrap().starts_with("Xocalı "));
    assert_eq!((&khojaly["date"], &khojaly["event"]), (&json!(["February 26"]), &json!(1992)));
    assert!(khojaly["seen"].is_array() && khojaly["symbol"] == "qırmızı qərənfil", "{khojaly}");
    assert_eq!(khojaly["languages"], json!(["az", "en", "ru", "tr"]));

    // The days of a pack come as the year has them.
    let text = home.printed(&["packs", "az"]);
    let at = |id: &str| text.find(id).unwrap();
    assert!(
        at("az/az-black-january") < at("az/az-khojaly") && at("az/az-khojaly") < at("az/az-genocide-day"),
        "{text}"
    );
    for (wrong, hint) in [("georgja", "did you mean `ge`?"), ("xyzzy", "`remembrance packs` lists them")] {
        let refused = home.remembrance(&["packs", wrong]);
        assert_eq!(refused.status.code(), Some(1));
        let error = String::from_utf8(refused.stderr).unwrap();
        assert!(error.contains(hint), "{error}");
    }
}

#[test]
fn a_snoozed_reminder_is_the_next_one() {
    let home = Home::new();
    let ledger = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ledgers/snoozed-ledger.jsonl");
    home.write(".local/state/remembrance/ledger.jsonl", &fs::read_to_string(ledger).unwrap());
    let now = ["--now", "2027-01-20 13:00"];
    let next = home.json(&[&["next", "--json"][..], &now].concat());
    assert_eq!(
        (&next[0]["date"], &next[0]["due"]),
        (&json!("2027-01-20"), &json!("2027-01-20T20:10:00+04:00"))
    );
    let said = home.printed(&[&["add", "Ana", "March 12"][..], &now].concat());
    assert!(said.contains("Next: Friday, March 12, 2027; the first reminder 2027-03-12 09:00"), "{said}");
    let said = home.printed(&[&["follow", "az/az-khojaly"][..], &now].concat());
    assert!(said.ends_with("next: Black January, 2027-01-20 20:10.\n"), "{said}");
    let said = home.remembrance(&[&["rehearse"][..], &now].concat());
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(
        said.starts_with("Rehearsing Black January: the clock is set to 3 seconds before 2027-01-20 20:10")
            && said.contains("\nBlack January · 37 years\n\nToday. "),
        "{said}"
    );
}

#[test]
fn a_day_of_the_catalogue_is_shown_whether_it_is_followed_or_not() {
    let home = Home::new();
    for name in ["az-khojaly", "az/az-khojaly"] {
        assert_eq!(home.json(&["show", name, "--json"])["day"], "az-khojaly");
    }
    let refused = |arguments: &[&str]| String::from_utf8(home.remembrance(arguments).stderr).unwrap();
    assert_eq!(
        refused(&["show", "az-kojaly"]),
        "error: there is no day `az-kojaly`; did you mean `az-khojaly`?\n"
    );
    assert_eq!(
        refused(&["rehearse", "az-khojaly"]),
        "error: the day `az-khojaly` is not followed; `remembrance follow az/az-khojaly` follows it\n"
    );
    assert_eq!(
        refused(&["follow", "az-kojaly"]),
        "error: there is no pack or day `az-kojaly`; did you mean `az-khojaly`?\n"
    );
}

#[test]
fn a_pack_is_found_by_its_name_and_told_with_the_command_that_follows_it() {
    let home = Home::new();
    for name in ["pl", "Poland", "poland", "polonya"] {
        let text = home.printed(&["packs", name]);
        assert!(text.contains("\nFollow all of them:  remembrance follow pl\n"), "{name}: {text}");
    }
    let refused = home.remembrance(&["packs", "polnd"]);
    assert_eq!(
        String::from_utf8_lossy(&refused.stderr),
        "error: there is no pack `polnd`; did you mean `pl`?\n"
    );
}

#[test]
fn search_finds_names_before_articles_whatever_the_letters() {
    let home = Home::new();
    home.config("[day.nene]\nname = \"Nənə Gülnarə\"\ndate = \"March 12\"\n");
    let text = home.printed(&["search", "gulnare"]);
    assert!(text.starts_with("* nene  Nənə Gülnarə\n\n"), "{text}");
    for word in ["xocali", "Xocalı", "KHOJALY"] {
        let text = home.printed(&["search", word]);
        assert!(text.starts_with("  az-khojaly  Khojaly "), "{word}: {text}");
    }
    let text = home.printed(&["search", "famine", "Ukraine"]);
    assert!(text.contains("  ua-holodomor  Holodomor Remembrance Day\n    …"), "{text}");
    assert_eq!(home.remembrance(&["search", "qwzx"]).status.code(), Some(1));
}

#[test]
fn a_language_without_words_for_the_commands_has_its_names_and_their_sentences_in_english() {
    let home = Home::new();
    home.config(
        "[day.a]\nname = { en = \"Day\", de = \"Gedenktag\" }\ndate = \"January 20\"\nevent = 2000\n",
    );
    for command in
        [&["today"][..], &["next"], &["list"], &["search", "gedenktag"], &["packs"], &["search", "xyzzy"]]
    {
        let output = home.remembrance(&with_now(&[&["--lang", "de"], command].concat()));
        assert!(
            matches!(output.status.code(), Some(0 | 1)) && output.stderr.is_empty(),
            "{command:?}: {output:?}"
        );
    }
    let next = home.printed(&with_now(&["--lang", "de", "next"]));
    assert!(next.contains("Wed 20 Jan 2027") && next.contains("Gedenktag · 27 Jahre"), "{next}");
}

#[test]
fn a_notification_is_wholly_of_one_language() {
    let home = Home::new();
    let day = "[day.a]\nname = { en = \"Day\", tr = \"Gün\" }\ndate = \"January 20\"\nevent = 2000\n\
               moment = { at = \"12:00\", zone = \"Asia/Tokyo\", what = \"minute-of-silence\" }\n";
    home.config(&format!("follow = []\n{day}"));
    let notification = |languages: &str| {
        let next = home.json(&with_now(&["--lang", languages, "next", "--json"]));
        (next[0]["summary"].clone(), next[0]["body"].clone())
    };
    home.write(".config/remembrance/articles/a.en.md", "# T\n\nIn English.\n");
    let english = "In 5 minutes: A minute of silence at 12:00 Tokyo time (07:00 here). In English.";
    assert_eq!(notification("tr"), (json!("Day · 27 years"), json!(english)));
    home.write(".config/remembrance/articles/a.tr.md", "# T\n\nTürkçe.\n");
    let turkish = "5 dakika sonra. Bir dakikalık saygı duruşu: Tokyo saatiyle 12:00 (burada 07:00). Türkçe.";
    assert_eq!(notification("tr"), (json!("Gün · 27 yıl"), json!(turkish)));
    // A file that is no article counts for no language.
    home.write(".config/remembrance/articles/a.tr.md", "\n");
    assert_eq!(notification("tr"), (json!("Day · 27 years"), json!(english)));
    // One that names no language is of each.
    home.write(".config/remembrance/articles/a.md", "# T\n\nBenim.\n");
    assert_eq!(notification("tr"), (json!("Gün · 27 yıl"), json!(turkish.replace("Türkçe", "Benim"))));
}

#[test]
fn the_manual_has_an_example_of_each_command_and_no_fault() {
    let home = Home::new();
    let page = home.write("remembrance.1", &home.printed(&["man"]));
    let text = fs::read_to_string(&page).unwrap();
    assert!(text.contains("remembrance next 3") && text.matches("Example:").count() > 25, "{text}");
    let page = page.to_str().unwrap();
    for (program, arguments) in [
        ("groff", &["-man", "-Tutf8", "-ww", "-z", page][..]),
        ("mandoc", &["-T", "lint", "-W", "warning", page]),
    ] {
        let output = home.command(program).args(arguments).output();
        let output = output.unwrap_or_else(|error| panic!("{program}: {error}; `make test` installs it"));
        let said = [output.stdout, output.stderr].concat();
        assert_eq!(String::from_utf8_lossy(&said), "", "{program}");
    }
}

#[test]
fn an_older_name_of_a_zone_without_a_file_of_its_own_is_the_newer_one() {
    let mut home = Home::new();
    home.write("zones/tzdata.zi", "# version 2026a\nZ Asia/Kolkata 5:30 - IST\nL Asia/Kolkata Asia/Older\n");
    fs::create_dir_all(home.path("zones/Asia")).unwrap();
    fs::copy("/usr/share/zoneinfo/Asia/Kolkata", home.path("zones/Asia/Kolkata")).unwrap();
    home.set("TZDIR", &home.path("zones").display().to_string());
    home.set("TZ", "Asia/Older");
    let coming = home.json(&with_now(&["next", "1", "--json"]));
    assert_eq!(coming[0]["due"], "2027-01-20T09:00:00+05:30");
    home.set("TZ", "Asia/Oldest");
    let coming = home.remembrance(&with_now(&["next", "1"]));
    let error = String::from_utf8_lossy(&coming.stderr).into_owned();
    assert!(error.contains("cannot use `TZ`"), "{error}");
}
