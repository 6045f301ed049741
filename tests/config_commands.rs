//! Changing the configuration by commands: what is said, what is written, and what is refused.

use crate::common::{Home, REMEMBRANCE, copy_program};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Output, Stdio};

const NOW: [&str; 2] = ["--now", "2026-11-23 12:00"];
const CONFIG: &str = ".config/remembrance/config.toml";

fn run(home: &Home, arguments: &[&str]) -> Output {
    home.remembrance(&[arguments, &NOW].concat())
}

/// What a command says that ends well.
fn says(home: &Home, arguments: &[&str]) -> String {
    home.printed(&[arguments, &NOW].concat())
}

/// What a command says that fails.
fn refuses(home: &Home, arguments: &[&str]) -> String {
    let output = run(home, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

fn text(home: &Home) -> String {
    fs::read_to_string(home.path(CONFIG)).unwrap()
}

#[test]
fn a_day_is_added_with_what_is_said_of_it_and_told_with_its_next_date() {
    let home = Home::new();
    assert_eq!(
        says(&home, &["init"]),
        format!(
            "Wrote {}: every key, with its default.\n1 day is kept; next: Black January, 2027-01-20 09:00.\n",
            home.path(CONFIG).display()
        )
    );
    assert!(home.path(".config/remembrance/remembrance.schema.json").exists());
    let sample = text(&home);
    let told = says(
        &home,
        &[
            "add",
            "Nənə Gülnarə",
            "March",
            "12",
            "--event",
            "2018",
            "--remind",
            "1 day before 18:00",
            "--remind",
            "09:00",
            "--moment",
            "12:00 Bir dəqiqəlik sükut",
            "--zone",
            "Asia/Baku",
            "--article",
            "nene.md",
        ],
    );
    assert!(
        told.starts_with(
            "Added `nene-gulnare`: Nənə Gülnarə.\n  date = \"March 12\"\n  event = 2018\n  remind = [\"1 day before 18:00\", \"09:00\"]\n\
             Next: Friday, March 12, 2027 · 9 years; the first reminder 2027-03-11 18:00.\n\
             Its article does not exist yet: "
        ),
        "{told}"
    );
    let expected = "
[day.nene-gulnare]
name = \"Nənə Gülnarə\"
date = \"March 12\"
event = 2018
remind = [\"1 day before 18:00\", \"09:00\"]
moment = { at = \"12:00\", zone = \"Asia/Baku\", what = \"Bir dəqiqəlik sükut\" }
article = \"nene.md\"
";
    assert_eq!(text(&home), sample.clone() + expected);
    let error = refuses(&home, &["add", "Nənə gülnarə", "March 13"]);
    assert_eq!(
        error,
        "error: there is a day of that name already; `--id` adds another one\n  nene-gulnare: Nənə Gülnarə, March 12\n"
    );
    says(&home, &["add", "Nənə Gülnarə", "March 13", "second Sunday of May", "--id", "nene-gulnare-2"]);
    assert!(text(&home).ends_with(
        "[day.nene-gulnare-2]\nname = \"Nənə Gülnarə\"\ndate = [\"March 13\", \"second Sunday of May\"]\n"
    ));
    says(&home, &["remove", "nene-gulnare-2"]);
    let told = says(&home, &["remove", "nene-gulnare"]);
    assert!(told.ends_with("1 day is kept; next: Black January, 2027-01-20 09:00.\n"), "{told}");
    assert_eq!(text(&home), sample);
    assert!(refuses(&home, &["init"]).contains("is there already; `remembrance edit` opens it"));
}

#[test]
fn what_would_not_check_is_not_written() {
    let home = Home::new();
    home.config("# Mine.\n");
    let table: [(&[&str], &str); 9] = [
        (
            &["add", "X", "second Sonday of May"],
            "       ^^^^^^ unknown weekday `Sonday`\nhelp: did you mean `Sunday`?",
        ),
        (&["add", "X", "May 1", "--since", "2020", "--until", "2019"], "`until` 2019 is before `since` 2020"),
        (
            &["add", "X", "February 29 else skip", "--since", "2026", "--until", "2027"],
            "the day `x` never comes",
        ),
        (&["add", "X", "May 1", "--link", "javascript:x"], "`javascript:x` is not a link"),
        (&["add", "X", "May 1", "--article", "../x.md"], "is outside the folder `articles`"),
        (&["add", "X", "May 1", "--moment", "12:00 W", "--zone", "Asia/Baki"], "`Asia/Baki`"),
        (&["add", "", "May 1"], "the text is empty"),
        (
            &["add", "X", "May 1", "--id", "az-black-january"],
            "`az-black-january` of the pack `az-january-20`",
        ),
        (&["follow", "az", "georgja"], "there is no pack or day `georgja`; did you mean `ge`?"),
    ];
    for (arguments, expected) in table {
        let error = refuses(&home, arguments);
        assert!(error.contains(expected), "{arguments:?}: {error}");
        assert_eq!(text(&home), "# Mine.\n");
    }
    // A file with a mistake in it is fixed before it is changed.
    home.config("qiet = \"\"\n");
    let error = refuses(&home, &["add", "X", "May 1"]);
    assert!(
        error.contains("has a mistake as it stands") && error.contains("did you mean `quiet`?"),
        "{error}"
    );
    home.config("quiet = \n");
    assert!(refuses(&home, &["add", "X", "May 1"]).contains("it is not valid TOML"));
    assert_eq!(text(&home), "quiet = \n");
    fs::write(home.path(CONFIG), b"# \xff\n").unwrap();
    assert!(refuses(&home, &["follow", "az"]).contains("line 1 is not UTF-8"));
    assert_eq!(fs::read(home.path(CONFIG)).unwrap(), b"# \xff\n");
}

#[test]
fn what_is_followed_is_changed_in_the_file_that_says_it() {
    let home = Home::new();
    let told = says(&home, &["follow", "az-khojaly", "un/un-holocaust"]);
    assert!(
        told.starts_with("Following `az/az-khojaly`.\nFollowing `un/un-holocaust`.\n  Wed 27 Jan 2027  "),
        "{told}"
    );
    assert!(told.ends_with("3 days are kept; next: Black January, 2027-01-20 09:00.\n"), "{told}");
    assert_eq!(text(&home), "follow = [\"az-january-20\", \"az/az-khojaly\", \"un/un-holocaust\"]\n");
    assert!(says(&home, &["follow", "un/un-holocaust"]).contains("is already followed"));
    // Lists add up; what is new goes into the uppermost file that has one.
    let more = ".config/remembrance/days.d/more.toml";
    home.write(more, "follow = [\n    \"az\", # home\n]\n");
    says(&home, &["follow", "ge"]);
    assert!(fs::read_to_string(home.path(more)).unwrap().contains("\"ge\""));
    let told = says(&home, &["unfollow", "az-khojaly", "ge"]);
    assert!(
        told.contains(
            "`az-khojaly` is no longer followed; the others of `az` are.\n`ge` is no longer followed.\n"
        ),
        "{told}"
    );
    let followed = fs::read_to_string(home.path(more)).unwrap();
    assert_eq!(followed, "follow = [\n    \"az\", # home\n    \"-az/az-khojaly\",\n]\n");
    assert_eq!(text(&home), "follow = [\"az-january-20\", \"un/un-holocaust\"]\n");
    assert!(refuses(&home, &["unfollow", "ge"]).contains("`ge` is not followed; these are: `az-january-20`"));
    assert!(
        refuses(&home, &["remove", "az-black-january"])
            .contains("`remembrance unfollow az-january-20/az-black-january`")
    );
    // Followed again, the day is no longer left out.
    says(&home, &["follow", "az-khojaly"]);
    assert_eq!(fs::read_to_string(home.path(more)).unwrap(), "follow = [\n    \"az\", # home\n]\n");
    fs::remove_file(home.path(more)).unwrap();
    says(&home, &["unfollow", "az-january-20", "un-holocaust"]);
    assert_eq!(text(&home), "follow = []\n");
}

#[test]
fn what_an_administrator_follows_is_left_out_and_named_with_its_file() {
    let home = Home::new();
    home.write("etc/remembrance/config.toml", "follow = [\"az\"]\n");
    let etc = home.path("etc").display().to_string();
    let run = |arguments: &[&str]| {
        let mut command = home.command(REMEMBRANCE);
        let output = command.args(arguments).env("XDG_CONFIG_DIRS", &etc).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run(&["follow", "un-holocaust"]);
    assert_eq!(text(&home), "follow = [\"un/un-holocaust\"]\n");
    run(&["unfollow", "az-khojaly"]);
    assert_eq!(text(&home), "follow = [\"un/un-holocaust\", \"-az/az-khojaly\"]\n");
    let told = run(&["check", "-v"]);
    for (value, file) in
        [("\"az\"", "etc/remembrance"), ("\"un/un-holocaust\"", ".config"), ("\"-az/az-khojaly\"", ".config")]
    {
        let is_it = |line: &&str| line.starts_with("follow") && line.contains(&format!("  {value}  "));
        let line = told.lines().find(is_it).unwrap_or_else(|| panic!("{value}: {told}"));
        assert!(line.contains(file) && line.ends_with("config.toml:1"), "{line}");
    }
    assert!(!told.contains("day.az-khojaly."), "{told}");
    run(&["unfollow", "az"]);
    assert!(text(&home).contains("\"-az\""), "{}", text(&home));
    assert!(!run(&["check", "-v"]).contains("day.az-"));
}

#[test]
fn a_linked_config_stays_a_link_and_a_table_over_a_packs_day_can_be_taken_away() {
    let home = Home::new();
    home.write("dotfiles/config.toml", "# Mine.\r\n\r\n[day.az-black-january]\r\nremind = [\"08:30\"]\r\n");
    fs::create_dir_all(home.path(".config/remembrance")).unwrap();
    symlink("../../dotfiles/config.toml", home.path(CONFIG)).unwrap();
    says(&home, &["add", "Ana", "May 1"]);
    assert!(home.path(CONFIG).is_symlink());
    assert!(text(&home).ends_with("\r\n\r\n[day.ana]\r\nname = \"Ana\"\r\ndate = \"May 1\"\r\n"));
    let told = says(&home, &["remove", "az-black-january"]);
    assert!(told.contains("The pack `az-january-20` still has it"), "{told}");
    assert_eq!(text(&home), "# Mine.\r\n\r\n[day.ana]\r\nname = \"Ana\"\r\ndate = \"May 1\"\r\n");
}

#[test]
fn check_tells_of_each_value_where_it_came_from_and_warns_without_failing() {
    let mut home = Home::new();
    home.set("XDG_CONFIG_DIRS", &home.path("etc").display().to_string());
    let etc = home.write("etc/remembrance/config.toml", "snooze = \"2 hours\"\nquiet = \"20:00-22:00\"\n");
    let own = home.config("quiet = \"08:00-10:00\"\n\n[day.ana]\nname = \"Ana\"\ndate = \"May 1\"\n");
    let output = run(&home, &["check", "-v"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    let line = |key: &str| {
        let line = text.lines().find(|line| line.starts_with(&format!("{key} "))).unwrap();
        line.rsplit("  ").next().unwrap().to_owned()
    };
    assert_eq!(line("snooze"), format!("{}:1", etc.display()));
    assert_eq!(line("quiet"), format!("{}:1", own.display()));
    assert_eq!((line("remind"), line("notification.length")), ("default".to_owned(), "default".to_owned()));
    assert_eq!(line("day.ana.date"), format!("{}:5", own.display()));
    assert_eq!(line("day.az-black-january.event"), "pack az-january-20");
    assert!(
        text.contains("warning: every reminder falls into the quiet hours, and waits until 10:00\n --> "),
        "{text}"
    );
    assert!(text.ends_with("No mistakes, 1 warning; 2 days are kept.\n"), "{text}");
    let found = home.json(&["check", "--json"]);
    let expected = json!([{
        "file": own, "line": 1, "column": 9, "help": null, "severity": "warning",
        "message": "every reminder falls into the quiet hours, and waits until 10:00"
    }]);
    assert_eq!(found, expected);
}

#[test]
fn mistakes_of_sense_are_told_where_they_stand() {
    let home = Home::new();
    let file = home.config(
        "quiet = \"11:00-13:00\"\n[day.a]\nname = \"A\"\ndate = \"2026-05-01\"\nsince = 2027\n[day.az-black-january]\nuntil = 1991\n\
         [day.b]\nname = \"B\"\ndate = \"May 1\"\narticle = \"b.md\"\nmoment = { at = \"12:00\", what = \"W\" }\n[day.az-blak-january]\nremind = []\n",
    );
    let found = home.remembrance(&["check", "--json"]);
    assert_eq!(found.status.code(), Some(1));
    let found: serde_json::Value = serde_json::from_slice(&found.stdout).unwrap();
    let told = |line: usize| {
        let mistake = found.as_array().unwrap().iter().find(|mistake| mistake["line"] == line).unwrap();
        assert_eq!(mistake["file"], json!(file));
        format!("{} | {}", mistake["message"].as_str().unwrap(), mistake["help"].as_str().unwrap_or_default())
    };
    assert_eq!(told(4), "the day `a` never comes: `2026-05-01` has no date from 2027 to 9999 | ");
    assert_eq!(told(7), "`until` 1991 is before `since` 1992 | ");
    assert!(
        told(11).starts_with("the article `b.md` of the day `b` is not there | it is looked for in "),
        "{}",
        told(11)
    );
    assert_eq!(told(12), "the moment of `b` at 12:00 falls into the quiet hours, and is not announced | ");
    assert_eq!(
        told(13),
        "the day `az-blak-january` lacks `name` and `date` | did you mean `az-black-january`?"
    );
    assert_eq!(found.as_array().unwrap().len(), 5);
}

/// Edits with these lines of shell as the editor, and these answers.
fn edits(home: &mut Home, editor: &str, answers: &str) -> (Option<i32>, String, String) {
    home.script("ed", editor);
    home.set("VISUAL", "ed -x");
    let mut command = home.command(REMEMBRANCE);
    command.arg("edit").args(NOW).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(answers.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let read = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), read(output.stdout), read(output.stderr))
}

#[test]
fn an_edited_config_is_checked_before_it_is_saved() {
    let mut home = Home::new();
    let file = home.config("# Mine.\n");
    let folder = |home: &Home| fs::read_dir(home.path(".config/remembrance")).unwrap().count();
    // The copy has the text, comes as the last argument, and lies beside the file.
    let (code, out, _) =
        edits(&mut home, "test \"$1\" = -x && grep -q Mine \"$2\" && echo 'qiet = \"\"' >> \"$2\"", "k\n");
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert_eq!(text(&home), "# Mine.\n");
    assert_eq!(folder(&home), 2, "what was written is kept");
    for entry in fs::read_dir(home.path(".config/remembrance")).unwrap().map(Result::unwrap) {
        if entry.path() != file {
            assert_eq!(fs::read_to_string(entry.path()).unwrap(), "# Mine.\nqiet = \"\"\n");
            fs::remove_file(entry.path()).unwrap();
        }
    }
    // A mistake, then fixed.
    let twice =
        "if grep -q qiet \"$2\"; then sed -i s/qiet/quiet/ \"$2\"; else echo 'qiet = \"\"' >> \"$2\"; fi";
    let (code, out, error) = edits(&mut home, twice, "what\n\n");
    assert_eq!(code, Some(0), "{error}");
    assert!(
        error.contains("did you mean `quiet`?") && error.contains(&format!("--> {}:2:1", file.display())),
        "{error}"
    );
    assert_eq!(error.matches("(e)dit again to fix it, (k)eep the old, or (s)ave anyway? [e] ").count(), 2);
    assert!(out.ends_with("1 day is kept; next: Black January, 2027-01-20 09:00.\n"), "{out}");
    assert_eq!(text(&home), "# Mine.\nquiet = \"\"\n");
    // Nobody answers: the old is kept.
    let (code, _, error) = edits(&mut home, "echo = > \"$2\"", "");
    assert_eq!(code, Some(1));
    assert!(error.contains("is as it was; what you wrote is in"), "{error}");
    assert_eq!(text(&home), "# Mine.\nquiet = \"\"\n");
    // Saved all the same.
    let (code, ..) = edits(&mut home, "echo 'qiet = 1' > \"$2\"", "s\n");
    assert_eq!((code, text(&home).as_str()), (Some(0), "qiet = 1\n"));
    let (code, out, _) = edits(&mut home, "true", "");
    assert_eq!((code, out.as_str()), (Some(0), "Nothing is changed.\n"));
    let (code, _, error) = edits(&mut home, "exit 3", "");
    assert_eq!(code, Some(1));
    assert!(error.contains("the editor `ed -x` failed (exit status: 3)"), "{error}");
    // Changed by somebody else meanwhile.
    let (code, _, error) =
        edits(&mut home, "echo '# theirs' > .config/remembrance/config.toml; echo '# ours' > \"$2\"", "");
    assert_eq!((code, text(&home).as_str()), (Some(1), "# theirs\n"));
    assert!(error.contains("was changed meanwhile and is left so"), "{error}");
}

#[test]
fn without_a_config_the_sample_is_edited() {
    let mut home = Home::new();
    let (code, ..) = edits(&mut home, "sed -i 's/^#quiet = .*/quiet = \"22:00-08:00\"/' \"$2\"", "");
    assert_eq!(code, Some(0));
    assert!(text(&home).contains("\nquiet = \"22:00-08:00\"\n"));
    assert!(text(&home).starts_with("#:schema ./remembrance.schema.json\n"));
    assert!(home.path(".config/remembrance/remembrance.schema.json").exists());
}

/// Root may read everything: what it is refused is seen as somebody else.
#[test]
fn what_may_not_be_read_is_told_by_name_and_the_rest_goes_on() {
    let home = Home::new();
    let files = [home.config("follow = []\n"), home.write(".config/remembrance/days.d/a.toml", "")];
    for file in &files {
        fs::set_permissions(file, fs::Permissions::from_mode(0o000)).unwrap();
    }
    let mut check = if fs::read(&files[0]).is_ok() {
        fs::set_permissions(home.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let program = home.path("bin/remembrance");
        copy_program(&program);
        let mut check = home.command("setpriv");
        check.args(["--reuid=4711", "--regid=4711", "--clear-groups"]).arg(program);
        check
    } else {
        home.command(REMEMBRANCE)
    };
    let output = check.args(["check", "--json"]).output().unwrap();
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let told: Vec<_> = found.iter().map(|mistake| mistake["message"].as_str().unwrap()).collect();
    let expected = files.map(|file| format!("cannot read `{}`: permission denied", file.display()));
    assert_eq!(told, expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_key_is_set_where_it_is_and_below_its_default_where_it_is_not() {
    let home = Home::new();
    says(&home, &["init"]);
    let sample = text(&home);
    let told = says(&home, &["set", "languages", "az", "en"]);
    assert!(
        told.starts_with("Yazıldı: languages = [\"az\", \"en\"].\n1 gün qeyd olunur; növbəti: "),
        "{told}"
    );
    assert!(text(&home).contains("\n#languages = []\nlanguages = [\"az\", \"en\"]\n"), "{}", text(&home));
    says(&home, &["set", "languages", "--default"]);
    assert_eq!(text(&home), sample);
    says(&home, &["add", "Grandmother", "March 12"]);
    says(&home, &["set", "day.grandmother.event", "2018"]);
    assert!(text(&home).ends_with("date = \"March 12\"\nevent = 2018\n"), "{}", text(&home));
    says(&home, &["set", "day.az-black-january.remind", "1 day before 18:00", "09:00"]);
    assert!(text(&home).ends_with("[day.az-black-january]\nremind = [\"1 day before 18:00\", \"09:00\"]\n"));
    // A value that a drop-in has is changed there.
    let more = home.write(".config/remembrance/days.d/more.toml", "quiet = \"22:00-08:00\" # night\n");
    says(&home, &["set", "quiet", "23:00-07:00"]);
    assert_eq!(fs::read_to_string(more).unwrap(), "quiet = \"23:00-07:00\" # night\n");
    let before = text(&home);
    for (arguments, expected) in [
        (&["set", "langages", "az"][..], "unknown key `langages`; did you mean `languages`?"),
        (&["set", "notification.length", "long"], "`notification.length` is a whole number, not `long`"),
        (&["set", "snooze", "soon"], "would have a mistake"),
        (&["set", "day.grandmother.date", "Febuary 3"], "would have a mistake"),
        (&["set", "catch-up", "--default"], "is not set in your configuration"),
    ] {
        let error = refuses(&home, arguments);
        assert!(error.contains(expected), "{arguments:?}: {error}");
    }
    assert_eq!(text(&home), before);
}

#[test]
fn the_editor_opens_at_the_day() {
    let mut home = Home::new();
    home.config("# Mine.\n\n[day.ana]\nname = \"Ana\"\ndate = \"May 1\"\n");
    home.script("nano", "echo \"$1\" > opened; sed -i 's/May 1/May 2/' \"$2\"");
    home.set("EDITOR", "nano");
    says(&home, &["edit", "ana"]);
    assert_eq!(fs::read_to_string(home.path("opened")).unwrap(), "+3\n");
    assert!(text(&home).ends_with("date = \"May 2\"\n"));
    // A pack's day has its table prepared; without a change nothing is written.
    home.script("nano", "tail -n 2 \"$2\" > opened");
    assert_eq!(says(&home, &["edit", "az-black-january"]), "Nothing is changed.\n");
    assert_eq!(fs::read_to_string(home.path("opened")).unwrap(), "# Black January\n[day.az-black-january]\n");
    assert!(refuses(&home, &["edit", "anna"]).contains("there is no day `anna`; did you mean `ana`?"));
}

#[test]
fn commands_at_once_lose_nothing_of_each_other() {
    let home = Home::new();
    home.config("# Mine.\n");
    let commands = (1..=12).map(|number| {
        let mut command = home.command(REMEMBRANCE);
        command.args(["add", &format!("Name {number}"), &format!("March {number}")]).stdout(Stdio::null());
        command.spawn().unwrap()
    });
    for mut command in commands.collect::<Vec<_>>() {
        assert!(command.wait().unwrap().success());
    }
    assert_eq!(text(&home).matches("[day.").count(), 12);
}

#[test]
fn a_file_is_checked_as_what_it_is() {
    let home = Home::new();
    let config = home.config("[day.x]\nname = \"X\"\ndate = \"May 3\"\narticle = \"x.md\"\n");
    home.write(".config/remembrance/articles/x.md", "# X\n\nA paragraph.\n");
    let check = |file: &str| {
        let output = home.remembrance(&["check", file]);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    // The article is looked for beside the file, wherever that is.
    assert_eq!(check(config.to_str().unwrap()), (Some(0), home.printed(&["check"])));
    let other =
        home.write("other/config.toml", "[day.x]\nname = \"X\"\ndate = \"May 3\"\narticle = \"x.md\"\n");
    let (code, text) = check(other.to_str().unwrap());
    assert!(code == Some(1) && text.contains("the article `x.md` of the day `x` is not there"), "{text}");
    let pack = "name = \"Ours\"\nregion = \"Asia\"\n[day.ana]\nname = \"Ana\"\ndate = \"March 12\"\nsymbol = \"rose\"\n";
    home.write("packs/ours.toml", pack);
    assert_eq!(check("packs/ours.toml"), (Some(0), "No mistakes.\n".to_owned()));
    home.write("packs/wrong.toml", &pack.replace("region", "regoin"));
    let (code, text) = check("packs/wrong.toml");
    assert!(
        code == Some(1) && text.contains("unknown key `regoin`") && text.ends_with("1 mistake.\n"),
        "{text}"
    );
    home.write(".config/remembrance/days.d/more.toml", "[day.y]\nname = \"Y\"\ndate = \"Mai 3rd of\"\n");
    let (code, text) = check(".config/remembrance/days.d/more.toml");
    assert!(code == Some(1) && text.contains(" --> .config/remembrance/days.d/more.toml:3:"), "{text}");
    home.write("articles/z.md", "# Only a title\n");
    let (code, text) = check("articles/z.md");
    assert!(code == Some(1) && text.contains("no paragraph that a notification could quote"), "{text}");
    assert_eq!(check(".config/remembrance/articles/x.md"), (Some(0), "No mistakes.\n".to_owned()));
    let (code, text) = check("missing.toml");
    assert!(code == Some(1) && text.contains("cannot read `missing.toml`: there is no such file"), "{text}");
}

#[test]
fn a_whole_date_of_the_past_is_kept_every_year_since() {
    let home = Home::new();
    let told = says(&home, &["add", "Babam", "2015-10-15"]);
    assert_eq!(
        told,
        "Added `babam`: Babam.\n  date = \"October 15\"\n  event = 2015\n\
         Next: Friday, October 15, 2027 · 12 years; the first reminder 2027-10-15 09:00.\n"
    );
    let error = refuses(&home, &["add", "Wedding", "2027-05-01"]);
    assert!(
        error.contains("2027-05-01 is in the future: keep it each year with the rule \"May 1\""),
        "{error}"
    );
    let told = says(&home, &["add", "Wedding", "2027-05-01", "--once"]);
    assert!(told.contains("  date = \"2027-05-01\"\nNext: Saturday, May 1, 2027; "), "{told}");
    let told = says(&home, &["add", "Deda", "1950-02-28", "--event", "1949", "--lang", "ru"]);
    assert!(
        told.starts_with("Добавлено: `deda`, Deda.\n  date = \"February 28\"\n  event = 1949\n"),
        "{told}"
    );
    assert!(told.contains("\nБлижайшая дата: ") && told.contains(" · 78 лет; "), "{told}");
}

#[test]
fn a_date_of_two_readings_is_refused_with_both_phrases_where_there_is_nobody_to_ask() {
    for (language, phrase, readings) in [
        ("tr", "23 Nisan", "iki türlü okunabilir; `April 23` veya `23 Nisan (Hebrew)` yazın"),
        ("ar", "10 Azar", "can be read two ways; write `March 10` or `10 Azar (Persian)`"),
        (
            "tr",
            "2 days before 23 Nisan; if Friday then skip",
            "`2 days before April 23; if Friday then skip` veya `2 days before 23 Nisan (Hebrew); if Friday then skip` yazın",
        ),
    ] {
        let home = Home::new();
        let text = format!("# Mine.\nlanguages = [\"{language}\"]\n");
        home.config(&text);
        let error = refuses(&home, &["add", "Dede", phrase]);
        assert!(error.contains(readings), "{error}");
        assert_eq!(fs::read_to_string(home.path(".config/remembrance/config.toml")).unwrap(), text);
        // Each of the two is taken, and `check` does not doubt it.
        for chosen in readings.split('`').skip(1).step_by(2) {
            says(&home, &["add", chosen, chosen]);
            assert!(home.printed(&["check"]).contains("No mistakes; "), "{chosen}");
        }
    }
    // A year tells which calendar it is, and a reader of English knows one month of the name only.
    let home = Home::new();
    home.config("languages = [\"tr\"]\n");
    let told = says(&home, &["add", "Dede", "23 Nisan 1998"]);
    assert!(told.contains("  date = \"April 23\"\n  event = 1998\n"), "{told}");
    let error = refuses(&home, &["add", "Nine", "23 Nisan 5758"]);
    assert!(error.contains("`yahrzeit of 23 Nisan 5758`"), "{error}");
    let told = says(&home, &["add", "Nine", "yahrzeit of 23 Nisan 5758"]);
    assert!(told.contains("  date = \"yahrzeit of 23 Nisan 5758\"\n"), "{told}");
    home.config("languages = [\"en\"]\n");
    let told = says(&home, &["add", "Dede", "23 Nisan"]);
    assert!(told.contains("  date = \"23 Nisan\"\n"), "{told}");
}

#[test]
fn the_evening_before_a_yahrzeit_is_an_option_and_advice() {
    let home = Home::new();
    home.config("remind = [\"1 week before 19:00\", \"08:00\"]\n");
    let told = says(&home, &["add", "Zeide", "yahrzeit of 1949-11-22"]);
    let command = "remembrance set day.zeide.remind '1 day before sunset' '1 week before 19:00' '08:00'";
    assert!(told.ends_with(&format!("To be reminded at that sunset, too:  {command}\n")), "{told}");
    // The advice works as it stands.
    let words: Vec<&str> = command
        .split('\'')
        .flat_map(|part| match part.trim() {
            "" => vec![],
            part if part.starts_with("remembrance ") => part.split(' ').skip(1).collect(),
            part => vec![part],
        })
        .collect();
    says(&home, &words);
    let eve = "remind = [\"1 day before sunset\", \"1 week before 19:00\", \"08:00\"]\n";
    assert!(text(&home).ends_with(eve), "{}", text(&home));
    let told = says(&home, &["add", "Bubbe", "yahrzeit of 1951-01-02", "--eve"]);
    assert!(told.contains(&format!("  {eve}")) && !told.contains("To be reminded"), "{told}");
    let told = says(&home, &["add", "Oma", "yahrzeit of 1951-01-02", "--remind", "10:00"]);
    assert!(told.contains("  remind = [\"10:00\"]\n") && !told.contains("To be reminded"), "{told}");
    let told = says(&home, &["add", "Opa", "March 3"]);
    assert!(!told.contains("sunset"), "{told}");
}

#[test]
fn the_event_of_a_new_day_is_a_year_or_a_date() {
    let home = Home::new();
    home.config("follow = []\n");
    let told = says(&home, &["add", "Hoca", "10 Muharram", "--event", "2015-10-23"]);
    assert!(told.contains("  event = 2015-10-23\n") && told.contains(" · 12 Hijri years"), "{told}");
    assert!(text(&home).contains("\nevent = 2015-10-23\n"), "{}", text(&home));
    let refused = home.remembrance(&["add", "Y", "22 Bahman", "--event", "1357"]);
    let message =
        "`--event 1357` is a Gregorian year; it looks like one of the Persian calendar: write `--event 1979`";
    let told = String::from_utf8_lossy(&refused.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(message), "{told}");
    let refused = home.remembrance(&["add", "X", "May 1", "--event", "15.10.2015"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("neither a year nor a date"), "{refused:?}");
}

#[test]
fn a_day_is_muted_for_a_year_or_always_and_reminded_of_again() {
    let home = Home::new();
    home.config("# Mine.\n");
    let next = |home: &Home| {
        let rows = home.json(&[&["next", "1", "--json"][..], &NOW].concat());
        rows[0]["date"].as_str().map(str::to_owned)
    };
    let told = says(&home, &["mute", "az-black-january"]);
    assert!(
        told.starts_with("`az-black-january` is muted in 2027. Remind of it again:  remembrance mute"),
        "{told}"
    );
    assert!(told.contains("the first reminder 2028-01-20 09:00"), "{told}");
    assert_eq!(text(&home), "# Mine.\n\n[day.az-black-january]\nskip = [2027]\n");
    assert_eq!(next(&home).as_deref(), Some("2028-01-20"));
    assert!(home.printed(&["list", "2027"]).contains("az-black-january"), "it stays in the list");
    says(&home, &["mute", "az-black-january", "--off"]);
    assert_eq!(next(&home).as_deref(), Some("2027-01-20"));
    says(&home, &["mute", "az-black-january", "--always"]);
    assert_eq!(next(&home), None);
    let told = says(&home, &["mute", "az-black-january", "--off"]);
    assert!(told.contains("the first reminder 2027-01-20 09:00"), "{told}");
    assert!(refuses(&home, &["mute", "az-black-january", "--off"]).contains("is not muted"));
    assert!(refuses(&home, &["mute", "az-khojaly"]).contains("is not followed"));
    home.config("[day.x]\nname = \"X\"\ndate = \"May 1\"\nskip = 2027\n");
    assert!(String::from_utf8_lossy(&run(&home, &["check"]).stdout).contains("expected a list of years"));
}

/// When the evening before January 20, 2027 is announced, as `next --json` says it.
fn evening_before(home: &Home) -> chrono::DateTime<chrono::FixedOffset> {
    let coming = home.json(&["next", "1", "--json", "--now", "2027-01-10 12:00"]);
    coming[0]["due"].as_str().unwrap().parse().unwrap()
}

#[test]
fn sunset_is_that_of_the_zones_chief_city_or_of_the_location() {
    // PyEphem 4.2.1, centre of the sun 50' below the horizon: Baku, Oslo (of zone.tab alone), Auckland, Jerusalem.
    let table = [
        ("Asia/Baku", "", "2027-01-19T17:42:46+04:00"),
        ("Europe/Oslo", "", "2027-01-19T15:58:01+01:00"),
        ("Pacific/Auckland", "", "2027-01-19T20:40:47+13:00"),
        ("Asia/Baku", "31.78, 35.2233", "2027-01-19T19:01:05+04:00"),
        ("UTC", "40.3833, 49.85", "2027-01-19T13:42:46+00:00"),
    ];
    let day = "[day.ana]\nname = \"Ana\"\ndate = \"January 20\"\nremind = [\"1 day before sunset\"]\n";
    for (zone, location, expected) in table {
        let mut home = Home::new();
        home.set("TZ", zone);
        home.config(&format!("follow = []\nlocation = \"{location}\"\n{day}"));
        let expected: chrono::DateTime<chrono::FixedOffset> = expected.parse().unwrap();
        let found = evening_before(&home);
        assert!((found - expected).num_seconds().abs() <= 120, "{zone} {location}: {found}, not {expected}");
    }
}

#[test]
fn a_hijri_day_is_kept_where_it_is_announced() {
    let home = Home::new();
    let day =
        "[day.ana]\nname = \"Ana\"\ndate = \"10 Muharram\"\n[day.other]\nname = \"B\"\ndate = \"June 26\"\n";
    for (adjust, expected) in [(-2, "2026-06-23"), (0, "2026-06-25"), (1, "2026-06-26"), (2, "2026-06-27")] {
        home.config(&format!("follow = []\nhijri-adjust = {adjust}\n{day}"));
        let coming = home.json(&["next", "2", "--json", "--now", "2026-06-01 12:00"]);
        let date = |id: &str| {
            let of = coming.as_array().unwrap().iter().find(|one| one["day"] == id);
            of.unwrap()["date"].as_str().unwrap().to_owned()
        };
        assert_eq!((date("ana").as_str(), date("other").as_str()), (expected, "2026-06-26"), "{adjust}");
    }
}

#[test]
fn set_takes_a_place_and_days_of_the_hijri_calendar() {
    let home = Home::new();
    says(&home, &["set", "location", "40.41, 49.87"]);
    says(&home, &["set", "hijri-adjust", "-1"]);
    let text = fs::read_to_string(home.path(".config/remembrance/config.toml")).unwrap();
    for line in ["location = \"40.41, 49.87\"", "hijri-adjust = -1"] {
        assert!(text.lines().any(|found| found == line), "{text}");
    }
    for wrong in [["set", "location", "Baku"], ["set", "hijri-adjust", "3"]] {
        assert_eq!(home.remembrance(&wrong).status.code(), Some(1), "{wrong:?}");
    }
}

#[test]
fn a_day_can_be_unfollowed_whatever_the_configuration_says_about_it() {
    let home = Home::new();
    home.config("follow = [\"az\"]\n");
    home.printed(&["mute", "az-khojaly", "--now", "2026-11-26"]);
    let muted = home.printed(&["mute", "az-khojaly", "--now", "2026-11-26"]);
    // The next date is the one that is announced, not the muted one.
    assert!(muted.contains("Next: Saturday, February 26, 2028"), "{muted}");
    home.printed(&["unfollow", "az-khojaly"]);
    let checked = home.remembrance(&["check"]);
    let said =
        String::from_utf8_lossy(&checked.stdout).into_owned() + &String::from_utf8_lossy(&checked.stderr);
    assert!(checked.status.success() && said.contains("the day `az-khojaly` is not followed"), "{said}");
    home.printed(&["unfollow", "az"]);
    let refused = home.remembrance(&["unfollow", "az"]);
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(said.contains("`az` is not followed; nothing is"), "{said}");
}

/// Commands that refuse, with what each says in English, Azerbaijani, Russian and Turkish.
const REFUSALS: &[(&[&str], [&str; 4])] = &[
    (
        &["add", "Dede", "Janury", "20"],
        [
            "cannot understand this date\nJanury 20\n^^^^^^ unknown month `Janury`\nhelp: did you mean `January`?",
            "bu tarix anlaşılmır\nJanury 20\n^^^^^^ naməlum ay: `Janury`\nməsləhət: `January` nəzərdə tuturdunuz?",
            "эта дата непонятна\nJanury 20\n^^^^^^ неизвестный месяц: `Janury`\nподсказка: может быть, `January`?",
            "bu tarih anlaşılamadı\nJanury 20\n^^^^^^ bilinmeyen ay: `Janury`\nöneri: `January` mı demek istediniz?",
        ],
    ),
    (
        &["add", "Dede", "2030-05-01"],
        ["is in the future", "hələ gəlməyib", "ещё не наступило", "henüz gelmedi"],
    ),
    (
        &["follow", "az-kojaly"],
        [
            "there is no pack or day `az-kojaly`; did you mean `az-khojaly`?",
            "`az-kojaly` adlı paket və ya gün yoxdur; `az-khojaly` nəzərdə tuturdunuz?",
            "нет ни набора, ни дня `az-kojaly`; может быть, `az-khojaly`?",
            "`az-kojaly` adlı bir paket veya gün yok; `az-khojaly` mı demek istediniz?",
        ],
    ),
    (&["packs", "polan"], ["there is no pack", "paket yoxdur", "набора `polan` нет", "paket yok"]),
    (&["unfollow", "un"], ["is not followed", "izlənmir", "вы не следите", "izlenmiyor"]),
    (&["set", "langages", "az"], ["unknown key", "naməlum açar", "неизвестный ключ", "bilinmeyen anahtar"]),
    (
        &["set", "quiet", "x"],
        ["would have a mistake", "səhv yaranardı", "появилась бы ошибка", "yanlış oluşacaktı"],
    ),
    (&["mute", "xyz"], ["there is no day", "adlı gün yoxdur", "дня `xyz` нет", "adlı bir gün yok"]),
    (
        &["list", "--from", "2027-02-01", "--to", "2027-01-01"],
        ["is after", "tarixindən sonradır", "позже, чем", "tarihinden sonra"],
    ),
    (&["setup"], ["in a terminal", "terminalda", "в терминале", "terminalde"]),
    (
        &["next", "--config", "none.toml"],
        ["there is no such file", "belə fayl yoxdur", "такого файла нет", "böyle bir dosya yok"],
    ),
];

#[test]
fn a_refusal_is_in_the_language_of_the_person() {
    let home = Home::new();
    for (arguments, sentences) in REFUSALS {
        for (language, sentence) in ["en", "az", "ru", "tr"].into_iter().zip(sentences) {
            let error = refuses(&home, &[*arguments, &["--lang", language]].concat());
            let label = ["error: ", "xəta: ", "ошибка: ", "hata: "];
            assert!(label.iter().any(|label| error.starts_with(label)), "{error}");
            assert!(error.starts_with("error: ") == (language == "en"), "{error}");
            assert!(error.contains(sentence), "{language} {arguments:?}: {error}");
        }
    }
    home.config("folow = []\n[day.x]\nname = \"X\"\ndate = \"Chinese 7/15\"\n");
    let output = home.command(REMEMBRANCE).args(["list", "2150", "--lang", "ru"]).output().unwrap();
    let warned = String::from_utf8_lossy(&output.stderr);
    assert!(
        warned.starts_with("предупреждение: ") && warned.contains("; все ошибки: `remembrance check`\n"),
        "{warned}"
    );
    assert!(
        warned.contains("предупреждение: день `x` пропущен: этот календарь известен для 1901–2100"),
        "{warned}"
    );
    // What has no sentence in another language is in English from its first word on.
    let error = refuses(&home, &["import", "none.ics", "--lang", "az"]);
    assert!(error.contains("\nerror: cannot read `none.ics`"), "{error}");
}
