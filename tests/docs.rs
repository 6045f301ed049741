//! The documents say what the program does: every command in them runs, every configuration checks, every link leads somewhere.

use crate::common::{Home, REMEMBRANCE};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// README.md and the pages of `docs/`, with their texts.
fn documents() -> Vec<(PathBuf, String)> {
    let pages = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let pages = pages.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let mut paths: Vec<PathBuf> = pages.chain([root().join("README.md")]).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The fenced blocks of a language.
fn blocks<'t>(text: &'t str, language: &str) -> Vec<&'t str> {
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn every_command_in_the_documents_runs() {
    let mut count = 0;
    for (path, text) in documents() {
        let home = Home::new();
        home.script("xdg-open", "");
        home.write(
            "family.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\r\n\
             DTSTART;VALUE=DATE:20190312\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        );
        let scripts = [blocks(&text, "sh"), blocks(&text, "console")].concat();
        for line in scripts.iter().flat_map(|block| block.lines()) {
            let line = line.trim_start_matches("$ ");
            if !line.starts_with("remembrance") {
                assert!(line.starts_with("make "), "{}: {line}", path.display());
                continue;
            }
            let script = format!("remembrance() {{ {REMEMBRANCE} \"$@\"; }}; {line}");
            let output = home.command("sh").args(["-c", &script]).output().unwrap();
            assert!(output.status.success(), "{}: {line}: {output:?}", path.display());
            count += 1;
        }
    }
    assert!(count > 15, "{count}");
}

#[test]
fn every_configuration_in_the_documents_checks() {
    for (path, text) in documents() {
        for block in blocks(&text, "toml") {
            let home = Home::new();
            home.write(".calendars/memorial/empty.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
            home.config(block);
            let output = home.remembrance(&["check"]);
            assert!(output.status.success(), "{}: {output:?}", path.display());
        }
    }
}

#[test]
fn every_article_in_the_documents_checks() {
    for (path, text) in documents() {
        for block in blocks(&text, "markdown") {
            let home = Home::new();
            let article = home.write(".config/remembrance/articles/grandmother.md", block);
            // A picture, under the name that the article has for it.
            let picture = home.path(".config/remembrance/articles/garden.png");
            fs::copy("docs/pictures/dunst.png", picture).unwrap();
            let output = home.remembrance(&["check", article.to_str().unwrap()]);
            assert!(output.status.success(), "{}: {output:?}", path.display());
        }
    }
}

#[test]
fn every_link_in_the_documents_leads_to_a_file() {
    for (path, text) in documents() {
        for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            // An image with a title is one of an example.
            if !link.contains("://") && !link.contains('"') {
                let target = path.parent().unwrap_or(Path::new("/")).join(link);
                assert!(target.exists(), "{}: {link}", path.display());
            }
        }
    }
}

#[test]
fn the_readme_is_short() {
    let words = fs::read_to_string(root().join("README.md")).unwrap().split_whitespace().count();
    assert!(words < 700, "{words} words");
}
