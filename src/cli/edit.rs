//! `remembrance edit`: opens the configuration in the editor, and checks it before saving.

use super::check::rendered;
use super::init::{renew_schema, write_schema};
use super::output::print;
use super::{Error, Global, Invocation, Outcome, Run};
use crate::config::SAMPLE;
use crate::host::files::{self, FileError};
use crate::host::save::save;
use std::env;
use std::fs;
use std::io::{self, BufRead, Write, stdin};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use tempfile::NamedTempFile;

/// Why an edited configuration was not saved.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// No editor is known.
    #[error("there is no editor; name one in `EDITOR`")]
    None,
    /// The editor cannot be started.
    #[error("cannot start the editor `{editor}`: {error}")]
    NotStarted {
        /// The editor's command.
        editor: String,
        /// Why not.
        error: io::Error,
    },
    /// The editor failed.
    #[error("nothing is changed: the editor `{editor}` failed ({status})")]
    Failed {
        /// The editor's command.
        editor: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// The text has mistakes, and the person kept the old one.
    #[error("`{}` is as it was; what you wrote is in `{}`", file.display(), draft.display())]
    Kept {
        /// The configuration.
        file: PathBuf,
        /// What the person wrote.
        draft: PathBuf,
    },
    /// Another program changed the file while the editor was open.
    #[error("`{}` was changed meanwhile and is left so; what you wrote is in `{}`", file.display(), draft.display())]
    Changed {
        /// The configuration.
        file: PathBuf,
        /// What the person wrote.
        draft: PathBuf,
    },
}

/// What to do with a text that has mistakes.
enum Choice {
    Again,
    Keep,
    Save,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: EDITOR=nano remembrance edit")]
pub(super) struct EditArgs;

impl Run for EditArgs {
    fn run(&self, global: &Global) -> Result<Outcome, Error> {
        let invocation = &Invocation::for_editing(global)?;
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
                return Ok(Outcome::Success);
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
                    return Err(EditorError::Kept { file: file.clone(), draft: kept }.into());
                }
                Choice::Save if files::read(file)? != old => {
                    let kept = leave(draft)?;
                    return Err(EditorError::Changed { file: file.clone(), draft: kept }.into());
                }
                Choice::Save => {
                    save(file, &text)?;
                    if old.is_none() {
                        write_schema(file)?;
                    }
                    print(&format!("Saved {}.\n{}", file.display(), invocation.next_of_all(&context)))?;
                    return Ok(Outcome::Success);
                }
            }
        }
    }
}

/// A copy beside the file, where an editor finds the schema; its name is not one that the program reads.
fn draft(file: &Path, text: &str) -> Result<NamedTempFile, Error> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let made = fs::create_dir_all(folder).and_then(|()| {
        let mut draft = tempfile::Builder::new().prefix(".edit-").suffix(".toml").tempfile_in(folder)?;
        draft.write_all(text.as_bytes())?;
        Ok(draft)
    });
    made.map_err(|error| FileError::write(folder, &error).into())
}

/// Leaves the copy where it is, and gives its name.
fn leave(draft: NamedTempFile) -> Result<PathBuf, Error> {
    match draft.keep() {
        Ok((_, path)) => Ok(path),
        Err(error) => Err(FileError::write(error.file.path(), &error.error).into()),
    }
}

/// Opens the editor and waits for it: `VISUAL`, else `EDITOR`, else what the system has.
fn open(path: &Path) -> Result<(), EditorError> {
    let named =
        ["VISUAL", "EDITOR"].iter().find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let known = || ["editor", "nano", "vi"].into_iter().find(|name| is_there(name)).map(str::to_owned);
    let editor = named.or_else(known).ok_or(EditorError::None)?;
    // By a shell, because an editor may come with arguments, as `code --wait`.
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg(&editor).arg(path);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(EditorError::Failed { editor, status }),
        Err(error) => Err(EditorError::NotStarted { editor, error }),
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
        eprint!("(e)dit again to fix {they}, (k)eep the old, or (s)ave anyway? [e] ");
        let mut answer = String::new();
        let read = stdin().lock().read_line(&mut answer).map_err(Error::Input)?;
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
