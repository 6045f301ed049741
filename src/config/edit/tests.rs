//! Edits change what they are asked to and nothing else.

use super::*;
use proptest::prelude::*;

fn day(id: &str) -> NewDay {
    NewDay {
        id: id.to_owned(),
        name: Text::plain("A \"quoted\" \\ name"),
        rules: vec!["May 1".to_owned()],
        ..NewDay::default()
    }
}

#[test]
fn a_day_is_written_with_all_that_is_said_of_it() {
    let names = [("en", "Mother"), ("az", "Ana")].map(|(l, t)| (l.to_owned(), t.to_owned()));
    let full = NewDay {
        name: Text::from_pairs(names),
        rules: vec!["May 1".to_owned(), "May 9".to_owned()],
        since: Some(2019),
        until: Some(2050),
        event: Some(EventDate::Year(2018)),
        remind: Some(vec!["1 day before 18:00".to_owned()]),
        moment: Some(NewMoment {
            at: "12:00".to_owned(),
            zone: Some("Asia/Baku".to_owned()),
            what: Text::plain("Silence"),
        }),
        article: Some("ana.md".to_owned()),
        link: Some("https://example.org".to_owned()),
        ..day("ana")
    };
    let expected = "\
[day.ana]
name = { en = \"Mother\", az = \"Ana\" }
date = [\"May 1\", \"May 9\"]
event = 2018
since = 2019
until = 2050
remind = [\"1 day before 18:00\"]
moment = { at = \"12:00\", zone = \"Asia/Baku\", what = \"Silence\" }
article = \"ana.md\"
link = \"https://example.org\"
";
    assert_eq!(add_day("", &full).unwrap(), expected);
}

#[test]
fn a_day_is_added_below_whatever_is_there() {
    let table = [
        ("# Only a comment", "# Only a comment\n\n[day.a]\n"),
        ("a = 1\n\n", "a = 1\n\n[day.a]\n"),
        (
            "[day.b]\nname = \"B\"\n[notification]\n# last\n",
            "[day.b]\nname = \"B\"\n[notification]\n# last\n\n[day.a]\n",
        ),
        ("day = { b = { name = \"B\" } }\n", "day = { b = { name = \"B\" } , a = {"),
        ("a = 1\r\n", "a = 1\r\n\r\n[day.a]\r\n"),
        ("\u{feff}a = 1\n", "\u{feff}a = 1\n\n[day.a]\n"),
    ];
    for (text, expected) in table {
        let added = add_day(text, &day("a")).unwrap();
        assert!(added.starts_with(expected), "{text:?}: {added:?}");
        assert!(added.strip_prefix('\u{feff}').unwrap_or(&added).parse::<DocumentMut>().is_ok(), "{added}");
        assert_eq!(added.contains("\r\n"), text.contains("\r\n"));
    }
    assert!(add_day("a = \n", &day("a")).unwrap_err() == EditError::Syntax);
}

#[test]
fn a_day_is_taken_out_with_its_comment_and_its_tables() {
    let table = [
        ("[day.a]\nx = 1\n[day.a.moment]\ny = 1\n[notification]\n", "[notification]\n"),
        ("x = 1 # x\n# of a\n[day.a]\n# within a\ny = 1 # y\n", "x = 1 # x\n"),
        ("#:schema x\n\n# of a\n[day.a]\ny = 1\n# end\n", "#:schema x\n# end\n"),
        ("# head\n\n[day.a]\n[day.b]\nz = 1\n", "# head\n\n[day.b]\nz = 1\n"),
        ("day.a.x = 1\nday.b.x = 1\n", "day.b.x = 1\n"),
        ("day = { a = { x = 1 }, b = {} }\n", "day = { b = {} }\n"),
        ("[day]\na.x = 1 # x\nb.x = 1\n", "[day]\nb.x = 1\n"),
        ("[day.a]\r\nx = 1\r\n\r\n[day.b]\r\n", "\r\n[day.b]\r\n"),
    ];
    for (text, expected) in table {
        assert_eq!(remove_day(text, "a").unwrap().unwrap(), expected, "{text:?}");
    }
}

#[test]
fn what_is_followed_changes_in_its_place() {
    let table: [(&str, &[&str], &str); 9] = [
        ("follow = [\"az\"] # home\n", &["az", "un"], "follow = [\"az\", \"un\"] # home\n"),
        ("follow = [ \"az\", \"un\" ]\n", &["un"], "follow = [ \"un\" ]\n"),
        ("follow = [\"az\", \"un\"]\n", &["az"], "follow = [\"az\"]\n"),
        ("follow = []\n", &["az"], "follow = [\"az\"]\n"),
        (
            "follow = [\n  \"az\", # home\n  # all of them\n  \"un\", # world\n  \"ge\" # near\n]\n",
            &["az", "ge", "tr"],
            "follow = [\n  \"az\", # home\n  \"ge\", # near\n  \"tr\",\n]\n",
        ),
        ("", &["az"], "follow = [\"az\"]\n"),
        (
            "# NotificationSubject.\n\n# Quiet.\nquiet = \"\"\n",
            &["az"],
            "# NotificationSubject.\n\nfollow = [\"az\"]\n# Quiet.\nquiet = \"\"\n",
        ),
        (
            "# NotificationSubject.\n\n# A.\n[day.a]\n",
            &["az"],
            "# NotificationSubject.\n\nfollow = [\"az\"]\n# A.\n[day.a]\n",
        ),
        ("#:schema x", &["az"], "#:schema x\nfollow = [\"az\"]\n"),
    ];
    for (text, wanted, expected) in table {
        assert_eq!(set_follow(text, wanted).unwrap(), expected, "{text:?}");
    }
    assert!(set_follow("follow = 1\n", &[]).is_err());
}

#[test]
fn every_name_has_an_id() {
    for name in [
        "",
        "-",
        "…",
        "日本",
        "Ə",
        "ı",
        "x".repeat(500).as_str(),
        "İstanbul",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    ] {
        let id = id_of(name, "May 1", |_| false);
        assert!(crate::config::values::id(&id).is_ok(), "{name:?}: {id:?}");
    }
    assert_eq!(slug("İstanbul"), "istanbul");
}

/// Texts of small configs, with comments and odd spacing.
fn texts() -> impl Strategy<Value = String> {
    let line = prop::sample::select(vec![
        "# comment",
        "",
        "x = 1",
        "  y  =  [1,2]  # odd",
        "s = '''\n[day.no]\n'''",
        "[notification]",
        "[day.a]",
        "[day.b] # b",
        "[day.b.moment]",
        "[[calendar]]",
        "name = \"N\"",
        "follow = [ \"az\" , \"un\" ]",
        "#follow = []",
    ]);
    prop::collection::vec(line, 0..12).prop_map(|lines| lines.join("\n"))
}

fn is_within(lines: &str, text: &str) -> bool {
    let mut rest = text.lines();
    lines.lines().all(|line| rest.any(|other| other == line))
}

proptest! {
    #[test]
    fn adding_keeps_every_line_in_its_order(text in texts()) {
        if let Ok(added) = add_day(&text, &day("new")) {
            prop_assert!(is_within(&text, &added), "{}", added);
            prop_assert!(added.parse::<DocumentMut>().is_ok(), "{}", added);
            let back = remove_day(&added, "new").unwrap().unwrap();
            prop_assert_eq!(back.trim_end(), text.trim_end());
        }
    }

    #[test]
    fn removing_adds_nothing_and_leaves_the_other_tables(text in texts()) {
        if let Ok(Some(removed)) = remove_day(&text, "a") {
            let mut expected = text.parse::<DocumentMut>().unwrap();
            expected["day"].as_table_like_mut().unwrap().remove("a");
            let plain = |document: &DocumentMut| document.to_string().lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(plain(&removed.parse().unwrap()), plain(&expected));
        }
    }

    #[test]
    fn following_keeps_all_but_that_one_line(text in texts()) {
        if let Ok(changed) = set_follow(&text, &["az", "ge"]) {
            let document: DocumentMut = changed.parse().unwrap();
            let follow: Vec<_> = document["follow"].as_array().unwrap().iter().filter_map(|v| v.as_str()).collect();
            prop_assert_eq!(follow, ["az", "ge"]);
            let other = |text: &str| text.lines().filter(|line| !line.starts_with("follow")).collect::<Vec<_>>().join("\n");
            prop_assert!(is_within(&other(&text), &changed), "{}", changed);
        }
    }
}

/// Tables as a person may have laid them out, none of which an edit of `ana` is about.
const OTHERS: [&str; 7] = [
    "[day.b]\nname   =   \"B\"   # three blanks\ndate = \"May 1\"\n",
    "  [ day . \"c d\" ]\n  name=\"C\"\n\n\n",
    "[[calendar]]\npath = \"a\"\n[[calendar]]\npath = \"b\"\n",
    "[day.e]\nname = \"\"\"\n[day.ana]\n# no comment\n\"\"\"\ndate = \"May 1\"\n",
    "[day.f.moment]\nat = \"12:00\" # noon\n# last\n\n",
    "[notification]\n\tlength = 0x1_00\n",
    "[day.g]\nmoment = { at = \"12:00\" , what = \"W\" }\r\nskip = [\n  2027, # one\n]\n",
];

const ANA: &str = "# Mother.\n[day.ana]\nname = \"Ana\" # mine\ndate = \"May 1\"\n";

proptest! {
    #[test]
    fn an_edit_leaves_every_other_table_as_it_is(
        above in proptest::sample::subsequence(OTHERS.to_vec(), 0..=7),
        at in 0_usize..8,
        last_line in prop::bool::ANY,
    ) {
        let at = at.min(above.len());
        let (before, after) = above.split_at(at);
        let root = "remind = [ \"09:00\" ] # early\n\n";
        let whole = |root: &str, ana: &str| format!("{root}{}{ana}{}", before.concat(), after.concat());
        let cut = |text: String| if last_line { text } else { text.trim_end_matches('\n').to_owned() };
        let text = cut(whole(root, ANA));
        let event = ["day", "ana", "event"];
        let set = set_value(&text, &event, &NewValue::Integer(2018)).unwrap();
        prop_assert!(set.contains("date = \"May 1\"\nevent = 2018\n"), "{}", set);
        let end = |text: &str| text.trim_end().to_owned();
        prop_assert_eq!(end(&set.replace("event = 2018\n", "")), end(&text));
        prop_assert!(has_value(&set, &event));
        prop_assert_eq!(end(&unset_value(&set, &event).unwrap().unwrap()), end(&text));
        let early = NewValue::List(vec![NewValue::Text("08:00".to_owned())]);
        prop_assert_eq!(
            set_value(&text, &["remind"], &early).unwrap(),
            text.replacen("[ \"09:00\" ]", "[\"08:00\"]", 1)
        );
        prop_assert_eq!(set_follow(&text, &["un"]).unwrap(), format!("follow = [\"un\"]\n{text}"));
        let removed = remove_day(&text, "ana").unwrap().unwrap();
        for other in &above {
            prop_assert!(removed.contains(other.trim_end()), "{}", removed);
        }
        prop_assert!(!removed.contains("Mother"), "{}", removed);
        prop_assert!(!has_value(&removed, &["day", "ana"]));
    }
}

#[test]
fn a_text_of_twenty_thousand_days_is_changed_and_one_that_costs_too_much_is_refused_with_its_line() {
    let of = |index: usize| format!("[day.d{index}]\nname = \"D\"\ndate = \"May 1\"\n");
    let days: String = (0..20_000).map(of).collect();
    let text = format!("{days}{ANA}");
    let changed = set_value(&text, &["day", "ana", "event"], &NewValue::Integer(2018)).unwrap();
    assert_eq!(changed, format!("{text}event = 2018\n"));
    assert_eq!(remove_day(&text, "d0").unwrap().unwrap(), text.replacen(&of(0), "", 1));
    assert_eq!(follow_of(&format!("follow = [\"az\"]\n{text}")).unwrap(), ["az"]);
    let list = format!("{ANA}skip = [{}]\n", "2027,".repeat(60_000));
    let values = format!("\n\nskip = [{}]\n", "1,".repeat(250_000));
    let table = [
        (&list, ["day", "ana", "skip"].as_slice(), 2),
        (&values, &["quiet"], 3),
        (&"#\n".repeat(60_000), &["quiet"], 1),
    ];
    for (text, path, line) in table {
        let refused = set_value(text, path, &NewValue::Integer(1)).unwrap_err();
        assert_eq!(refused, EditError::TooLarge { line });
    }
    // A day is added where the rest need not be changed.
    assert!(add_day(&list, &day("a")).is_ok());
}
