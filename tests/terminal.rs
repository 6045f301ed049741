//! What a person sees on a terminal: text set to its width, a year at a glance, a pager for what is long.

use crate::common::{Home, REMEMBRANCE};

/// Runs the program on a terminal of that size, and gives what it shows there.
fn on_terminal(home: &Home, columns: u32, rows: u32, arguments: &str) -> String {
    let command = format!("stty cols {columns} rows {rows}; {REMEMBRANCE} {arguments}");
    let output = home.command("script").args(["-qec", &command, "/dev/null"]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap().replace("\r\n", "\n")
}

/// The text without the sequences that style it.
fn unstyled(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    first + &pieces.map(|piece| piece.split_once('m').map_or(piece, |(_, text)| text)).collect::<String>()
}

fn home() -> Home {
    let mut home = Home::new();
    home.set("TERM", "xterm-256color");
    home.config(
        "[day.long]\nname = \"A day whose name is much longer than any column that a table could have for it to stand in\"\n\
         date = \"March 12\"\n[day.other]\nname = \"另一天\"\ndate = \"January 20\"\n",
    );
    home
}

#[test]
fn a_year_is_twelve_months_with_its_days_marked_and_named() {
    let home = home();
    let shown = on_terminal(&home, 80, 100, "list 2027");
    assert!(shown.contains("18 19 \u{1b}[1m\u{1b}[7m20\u{1b}[0m 21 22"), "{shown}");
    let plain = unstyled(&shown);
    assert!(plain.lines().all(|line| line.chars().count() <= 80), "{plain}");
    for month in ["January", "February", "March", "December"] {
        assert!(plain.contains(month), "{plain}");
    }
    assert!(plain.contains("\nWed 20 Jan 2027  Black January · 37 years"), "{plain}");
    assert!(plain.contains("Fri 12 Mar 2027  A day whose name") && plain.contains('…'), "{plain}");
    // Without colour a mark stands beside the number; in the language that is asked for.
    let plain = on_terminal(&home, 80, 100, "list 2027 --color never --lang ru");
    assert!(plain.contains("18 19 20*21 22 23 24     22 23 24 25 26 27 28     22 23"), "{plain}");
    assert!(plain.contains("       Январь                  Февраль                    Март\n"), "{plain}");
    assert!(plain.contains("Пн Вт Ср Чт Пт Сб Вс"), "{plain}");
    assert!(!plain.contains('\u{1b}'));
    // In a pipe there is a line a day, whole.
    let piped = home.printed(&["list", "2027"]);
    assert_eq!(piped.lines().count(), 3, "{piped}");
    assert!(piped.contains("to stand in") && !piped.contains('\u{1b}'), "{piped}");
}

#[test]
fn what_is_next_fits_the_terminal() {
    let shown = on_terminal(&home(), 80, 24, "next 6 --now 2026-11-23T10:00");
    let plain = unstyled(&shown);
    assert!(plain.starts_with("Wed 20 Jan 2027  09:00  Black January · 37 years\n"), "{plain}");
    assert!(plain.contains("  moment\n"), "{plain}");
    assert!(plain.lines().count() == 6 && plain.lines().all(|line| line.chars().count() <= 80), "{plain}");
}

#[test]
fn an_article_is_wrapped_and_styled_on_a_terminal_and_whole_in_a_pipe() {
    let home = home();
    home.write(
        ".config/remembrance/articles/other.md",
        "+++\nsources = [\"A source, https://example.org/a-very-long-address-that-is-not-broken-in-two-by-anything/at/all.html\"]\n+++\n\
         # Another day\n\nIt was **strong** and *soft*, and it goes on for long enough to need a second line on a terminal.\n\n\
         > A quotation that is long enough to need a second line on a terminal of fifty columns.\n\n- one\n- two\n\n1. first\n\n\
         ![A photograph](photo.png) \u{1b}[31m\u{202e}\n",
    );
    let shown = on_terminal(&home, 50, 100, "show other");
    assert!(shown.contains("It was \u{1b}[1mstrong\u{1b}[0m and \u{1b}[3msoft\u{1b}[0m"), "{shown}");
    let plain = unstyled(&shown);
    let expected = "Another day\n\nIt was strong and soft, and it goes on for long\nenough to need a second line on a terminal.\n\n\
                    │ A quotation that is long enough to need a second\n│ line on a terminal of fifty columns.\n\n• one\n• two\n\n1. first\n\n\
                    [A photograph] [31m\n\nSources\n 1. A source,\n    \
                    https://example.org/a-very-long-address-that-is-not-broken-in-two-by-anything/at/all.html\n";
    assert!(plain.ends_with(expected), "{plain}");
    let piped = home.printed(&["show", "other"]);
    assert!(piped.contains(
        "\nIt was strong and soft, and it goes on for long enough to need a second line on a terminal.\n"
    ));
    assert!(!piped.contains('\u{1b}') && !piped.contains('\u{202e}'), "{piped}");
}

#[test]
fn what_is_longer_than_the_screen_goes_to_the_pager() {
    let mut home = home();
    home.set("PAGER", "cat > paged; echo done");
    let shown = on_terminal(&home, 80, 24, "show az-black-january");
    assert_eq!(shown, "done\n");
    let paged = std::fs::read_to_string(home.path("paged")).unwrap();
    assert!(unstyled(&paged).starts_with("Black January\n\nOn the night"), "{paged}");
    // A screen that holds it all needs none; nor does a pipe; a pager that is not there loses nothing.
    assert!(on_terminal(&home, 80, 500, "show az-black-january").contains("Soviet troops"));
    assert!(home.printed(&["show", "az-black-january"]).contains("Soviet troops"));
    for pager in ["", "cat", "no-such-pager"] {
        home.set("PAGER", pager);
        assert!(on_terminal(&home, 80, 24, "show az-black-january").contains("Soviet troops"), "{pager:?}");
    }
}

#[test]
fn every_table_fits_terminals_of_40_60_80_and_120_columns() {
    let home = home();
    for (columns, months_beside) in [(40, 1), (60, 2), (80, 3), (120, 3)] {
        for arguments in ["list 2027", "next 6 --now 2026-11-23T10:00", "--now 2026-11-23T10:00"] {
            let plain = unstyled(&on_terminal(&home, columns, 200, arguments));
            for line in plain.lines() {
                assert!(width(line) <= columns as usize, "{columns} {arguments}: {line:?}");
            }
            // A name that is cut keeps its years; an id is whole or left out.
            assert!(plain.contains(" · 37 years"), "{columns} {arguments}: {plain}");
            assert!(!plain.contains("az-black-januar…"), "{columns} {arguments}: {plain}");
        }
        for arguments in ["follow az-kojaly", "remove az-black-january --lang ru", "add Ana 'Sunday or 7'"] {
            let refused = on_terminal(&home, columns, 200, &format!("{arguments}; true"));
            for line in refused.lines() {
                assert!(width(line) <= columns as usize, "{columns} {arguments}: {line:?}");
            }
            let is_whole = |id: &str| refused.contains(id) || !arguments.contains("az-");
            assert!(is_whole("az-khojaly`") || is_whole("/az-black-january`"), "{columns}: {refused}");
        }
        let year = unstyled(&on_terminal(&home, columns, 200, "list 2027"));
        let beside = year.lines().find(|line| line.contains("January")).unwrap();
        let names =
            ["January", "February", "March", "April"].iter().filter(|name| beside.contains(*name)).count();
        assert_eq!(names, months_beside, "{columns}: {beside}");
    }
}

/// The columns that a line takes: two for each letter of Chinese.
fn width(line: &str) -> usize {
    line.chars().map(|letter| if letter > '\u{2e80}' { 2 } else { 1 }).sum()
}
