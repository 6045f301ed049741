//! `remembrance edit`: the configuration in the person's editor, checked before it takes the place of the old.

use super::check::rendered;
use super::init::{renew_schema, write_schema};
use super::output::print;
use super::{Error, Invocation};
use crate::config::SAMPLE;
use crate::host::files;
use crate::host::save::save;
use std::env;
use std::fs;
use std::io::{BufRead, Write, stdin};
use std::path::Path;
use std::process::{Command, ExitCode};
use tempfile::NamedTempFile;

/// What to do with a text that has mistakes.
enum Choice {
    Again,
    Keep,
    Save,
}

pub(super) fn run(invocation: &Invocation) -> Result<ExitCode, Error> {
    let file = &invocation.paths.config_file;
    let old = files::read(file)?;
    renew_schema(file)?;
    let begun = old.clone().unwrap_or_else(|| SAMPLE.to_owned());
    let draft = draft(file, &begun)?;
    loop {
        open(draft.path())?;
        let text = files::read(draft.path())?.unwrap_or_default();
        if text == begun {
            print("Nothing is changed.\n")?;
            return Ok(ExitCode::SUCCESS);
        }
        let context = invocation.context_with(file, &text);
        let mistakes = invocation.new_mistakes(file, &context);
        let choice = if mistakes.is_empty() {
            Choice::Save
        } else {
            eprint!("{}", rendered(&mistakes, &context.sources, invocation.output));
            ask(mistakes.len())?
        };
        match choice {
            Choice::Again => {}
            Choice::Keep => {
                let kept = leave(draft)?;
                return Err(format!("`{}` is as it was; what you wrote is in `{kept}`", file.display()));
            }
            Choice::Save if files::read(file)? != old => {
                let kept = leave(draft)?;
                let file = file.display();
                return Err(format!(
                    "`{file}` was changed meanwhile and is left so; what you wrote is in `{kept}`"
                ));
            }
            Choice::Save => {
                save(file, &text)?;
                if old.is_none() {
                    write_schema(file)?;
                }
                print(&format!("Saved {}.\n{}", file.display(), invocation.next_of_all(&context)))?;
                return Ok(ExitCode::SUCCESS);
            }
        }
    }
}

/// A copy beside the file, so that an editor finds the schema; its name is none that is read.
fn draft(file: &Path, text: &str) -> Result<NamedTempFile, Error> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let made = fs::create_dir_all(folder).and_then(|()| {
        let mut draft = tempfile::Builder::new().prefix(".edit-").suffix(".toml").tempfile_in(folder)?;
        draft.write_all(text.as_bytes())?;
        Ok(draft)
    });
    made.map_err(|error| format!("cannot write in `{}`: {}", folder.display(), crate::text::reason(&error)))
}

/// Leaves the copy where it is, and gives its name.
fn leave(draft: NamedTempFile) -> Result<String, Error> {
    let kept = draft.keep().map_err(|error| format!("cannot keep what you wrote: {error}"))?;
    Ok(kept.1.display().to_string())
}

/// Opens the editor and waits for it: `VISUAL`, else `EDITOR`, else what the system has.
fn open(path: &Path) -> Result<(), Error> {
    let named =
        ["VISUAL", "EDITOR"].iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let known = || ["editor", "nano", "vi"].into_iter().find(|name| is_there(name)).map(str::to_owned);
    let editor = named.or_else(known).ok_or("there is no editor; name one in `EDITOR`")?;
    // By a shell, because an editor may come with arguments, as `code --wait`.
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(&editor).arg(path);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("nothing is changed: the editor `{editor}` failed ({status})")),
        Err(error) => Err(format!("cannot start the editor `{editor}`: {error}")),
    }
}

fn is_there(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(program).is_file())
}

/// Asks what to do, until there is an answer; no answer keeps the old.
fn ask(mistakes: usize) -> Result<Choice, Error> {
    let they = if mistakes == 1 { "it" } else { "them" };
    loop {
        eprint!("(e)dit again to mend {they}, (k)eep the old, or (s)ave anyway? [e] ");
        let mut answer = String::new();
        let read = stdin()
            .lock()
            .read_line(&mut answer)
            .map_err(|error| format!("cannot read an answer: {error}"))?;
        if read == 0 {
            eprintln!();
            return Ok(Choice::Keep);
        }
        match answer.trim().to_ascii_lowercase().as_str() {
            "" | "e" | "edit" => return Ok(Choice::Again),
            "k" | "keep" => return Ok(Choice::Keep),
            "s" | "save" => return Ok(Choice::Save),
            _ => {}
        }
    }
}
