//! The command line as clap sees it, with the commands grouped under headings in `--help`; `remembrance help`.

use super::output::Output;
use super::{Cli, Error, Global, Outcome, Run, say, say_text};
use crate::text::nearest;
use clap::builder::styling::Style;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ColorChoice, Command, CommandFactory};
use std::fmt::Write;

/// The headings of `--help`, and their commands, most used first.
const GROUPS: [(&str, &[&str]); 6] = [
    ("See", &["today", "next", "list", "show", "read", "search", "dates"]),
    ("Keep", &["setup", "packs", "follow", "unfollow", "add", "remove"]),
    ("Change", &["set", "mute", "edit", "check", "init"]),
    (
        "Service",
        &["status", "doctor", "service", "snooze", "dismiss", "history", "notify", "rehearse", "run"],
    ),
    ("Calendars", &["import", "export"]),
    ("More", &["help", "completions", "man"]),
];

const EXAMPLES: &str = "Examples:
  remembrance follow az               Follow the days of Azerbaijan
  remembrance add Ana \"March 12\"      Add a day of your own
  remembrance rehearse                See the next notification now";

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance help service enable")]
pub(super) struct HelpArgs {
    /// The command, e.g. `add` or `service enable`; by default all of them
    #[arg(value_name = "COMMAND", add = super::completions::commands())]
    command: Vec<String>,
}

impl Run for HelpArgs {
    fn run(&self, _: &Global) -> Result<Outcome, Error> {
        let mut whole = command();
        whole.build();
        let mut found = &mut whole;
        for name in &self.command {
            if found.find_subcommand(name).is_none() {
                let near = nearest(name, found.get_subcommands().map(Command::get_name));
                let advice = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                let message = format!("there is no command `{name}`{advice}");
                say(&found.error(ErrorKind::InvalidSubcommand, message))?;
                return Ok(Outcome::Usage);
            }
            found = found.find_subcommand_mut(name).expect("it was found above");
        }
        let text = found.render_long_help();
        say_text(&text, false)?;
        Ok(Outcome::Success)
    }
}

/// The whole command line.
pub(super) fn command() -> Command {
    let command = Cli::command().after_help(EXAMPLES).max_term_width(100);
    let template = format!(
        "{{about}}\n\n{{usage-heading}} {{usage}}\n{}\n{}\n{{options}}{{after-help}}\n",
        groups(&command),
        heading("Options")
    );
    command.help_template(template)
}

/// What people type for a command of another name.
const OTHER_NAMES: [(&[&str], &str); 14] = [
    (&["stop", "disable", "off", "quit", "kill"], "service disable"),
    (&["start", "enable", "on", "restart"], "service enable"),
    (&["install"], "service install"),
    (&["uninstall", "purge"], "service uninstall"),
    (&["test", "preview", "demo", "try"], "rehearse"),
    (&["delete", "rm", "del"], "remove"),
    (&["config", "configure", "settings", "init-config"], "edit"),
    (&["subscribe", "keep"], "follow"),
    (&["unsubscribe"], "unfollow"),
    (&["upcoming", "coming"], "next"),
    (&["days", "ls", "calendar", "year"], "list"),
    (&["validate", "lint", "verify"], "check"),
    (&["open", "article"], "read"),
    (&["log", "logs", "missed"], "history"),
];

/// An error of clap's; an unknown command that other programs have is answered with ours.
pub(super) fn with_advice(mut stopped: clap::Error) -> clap::Error {
    let typed = match stopped.get(ContextKind::InvalidSubcommand) {
        Some(ContextValue::String(typed)) => typed.to_lowercase(),
        _ => return stopped,
    };
    if let Some((_, meant)) = OTHER_NAMES.iter().find(|(names, _)| names.contains(&typed.as_str())) {
        let meant = ContextValue::Strings(vec![(*meant).to_owned()]);
        stopped.insert(ContextKind::SuggestedSubcommand, meant);
    }
    stopped
}

/// The commands under their headings, each with what it does.
fn groups(command: &Command) -> String {
    let about = |name: &str| match command.find_subcommand(name) {
        Some(found) => found.get_about().map(ToString::to_string).unwrap_or_default(),
        None => String::new(),
    };
    let output = Output::new(ColorChoice::Auto);
    let widest = GROUPS.iter().flat_map(|(_, names)| *names).map(|name| name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (title, names) in GROUPS {
        let _ = write!(text, "\n{}\n", heading(title));
        for name in names {
            let bold = Style::new().bold();
            let first = format!("  {bold}{name:widest$}{bold:#}  ");
            let _ = writeln!(text, "{}", output.wrap_within(&about(name), &first, &" ".repeat(widest + 4)));
        }
    }
    text
}

fn heading(title: &str) -> String {
    let style = Style::new().bold().underline();
    format!("{style}{title}:{style:#}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_command_is_under_one_heading() {
        let listed: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| *names).copied().collect();
        let mut command = command();
        command.build();
        let commands: BTreeSet<&str> = command.get_subcommands().map(Command::get_name).collect();
        assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), commands);
        assert_eq!(listed.len(), commands.len());
    }

    #[test]
    fn every_command_has_an_example_that_parses() {
        let mut all = command();
        all.build();
        for sub in all.get_subcommands() {
            let help = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
            let example =
                help.strip_prefix("Example: ").unwrap_or_else(|| panic!("{}: {help}", sub.get_name()));
            let example = example.split([';', '|', '>']).next().unwrap();
            let mut words = words(example);
            words.retain(|word| !word.contains('='));
            assert_eq!((words[0].as_str(), words[1].as_str()), ("remembrance", sub.get_name()), "{example}");
            let parsed = command().try_get_matches_from(&words);
            assert!(parsed.is_ok(), "{example}: {}", parsed.unwrap_err());
        }
    }

    #[test]
    fn the_name_of_another_program_leads_to_the_command_that_does_it() {
        for (names, meant) in OTHER_NAMES {
            for name in names {
                let stopped = command().try_get_matches_from(["remembrance", name]).unwrap_err();
                let said = with_advice(stopped).to_string();
                assert!(said.contains(&format!("tip: a similar subcommand exists: '{meant}'")), "{said}");
            }
            let words = std::iter::once("remembrance").chain(meant.split(' ')).chain(["--help"]);
            let stopped = command().try_get_matches_from(words).unwrap_err();
            assert_eq!(stopped.kind(), ErrorKind::DisplayHelp, "{meant}");
        }
    }

    /// The words of a line of shell with quotes.
    fn words(line: &str) -> Vec<String> {
        let parts = line.split(['"', '\'']).enumerate();
        let words = parts.flat_map(|(index, part)| {
            if index % 2 == 1 {
                vec![part.to_owned()]
            } else {
                part.split_whitespace().map(str::to_owned).collect()
            }
        });
        words.collect()
    }
}
