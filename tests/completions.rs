//! Completions in real shells: days, packs, zones, languages and keys.

use crate::common::{Home, REMEMBRANCE};
use std::fs;
use std::os::unix::fs::symlink;

/// A home with a day of its own, and the program in its path.
fn home() -> Home {
    let home = Home::new();
    home.config("follow = [\"az\"]\n[day.grandmother]\nname = \"Grandmother\"\ndate = \"March 12\"\n");
    symlink(REMEMBRANCE, home.path("bin/remembrance")).unwrap();
    home
}

/// What the program answers to a shell for this line; the last word is the one that is completed.
fn answered(home: &Home, words: &[&str]) -> Vec<String> {
    let mut command = home.command("remembrance");
    command.env("REMEMBRANCE_COMPLETE", "fish").arg("--").arg("remembrance").args(words);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn each_argument_is_completed_with_what_it_can_be() {
    let home = home();
    let table: [(&[&str], &[&str]); 11] = [
        (&["show", "az-kho"], &["az-khojaly"]),
        (&["show", "un-hol"], &["un-holocaust"]),
        (&["edit", "grand"], &["grandmother"]),
        (&["history", "un-hol"], &[]),
        (&["packs", "baltic"], &["baltic"]),
        (&["unfollow", ""], &["az"]),
        (&["add", "X", "March 1", "--zone", "Asia/Bak"], &["Asia/Baku"]),
        (&["--lang", "az"], &["az"]),
        (&["set", "notification.le"], &["notification.length"]),
        (&["set", "day.grandmother.ev"], &["day.grandmother.event"]),
        (&["complet"], &["completions"]),
    ];
    for (words, expected) in table {
        let answer = answered(&home, words);
        let values: Vec<&str> =
            answer.iter().map(String::as_str).filter(|word| !word.starts_with('-')).collect();
        assert_eq!(values, expected, "{words:?}");
    }
}

#[test]
fn bash_completes_a_day() {
    let home = home();
    fs::write(home.path("script"), home.printed(&["completions", "bash"])).unwrap();
    let ask = "source ./script; COMP_WORDS=(remembrance show az-kho); COMP_CWORD=2; \
        spec=$(complete -p remembrance); function=${spec#*-F }; ${function%% *} remembrance az-kho show; echo \"${COMPREPLY[@]}\"";
    let output = home.command("bash").args(["--norc", "-c", ask]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "az-khojaly\n", "{output:?}");
}

#[test]
fn fish_completes_a_day() {
    let home = home();
    fs::write(home.path("script"), home.printed(&["completions", "fish"])).unwrap();
    let ask = "source ./script; complete -C 'remembrance show az-kho'";
    let output = home.command("fish").args(["--no-config", "-c", ask]).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.starts_with("az-khojaly\t"), "{output:?}");
}

#[test]
fn zsh_completes_a_day_the_first_time_already() {
    let home = home();
    fs::create_dir(home.path("functions")).unwrap();
    fs::write(home.path("functions/_remembrance"), home.printed(&["completions", "zsh"])).unwrap();
    // A terminal, because zsh completes on none other.
    let ask = "zmodload zsh/zpty; zpty z zsh -f -i; zpty -w z \
        'PS1=; fpath=(./functions $fpath); autoload -U compinit; compinit -u -d ./dump; stty -echo 2>/dev/null; echo ready'; \
        while zpty -r z line; do [[ $line == *ready* && $line != *echo* ]] && break; done; \
        zpty -n -w z $'remembrance show az-kho\\t'; zpty -r z line '*jaly*'; print -r -- $line; \
        zpty -n -w z $'\\C-a: <\\C-e>\\n'; zpty -w z 'exit'; while zpty -r z line; do print -r -- $line; done";
    // Where nothing is completed, it would wait for ever.
    let output = home.command("timeout").args(["120", "zsh", "-f", "-c", ask]).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("az-khojaly"), "{output:?}");
}
