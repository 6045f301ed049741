//! `remembrance man`: the manual page remembrance(1), generated from the commands.

use super::output::print;
use super::{Error, Global, Outcome, Run};
use crate::config::RELEASED;
use clap::{Arg, ArgAction, Command};
use clap_mangen::Man;
use std::io;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The sections after the commands.
const REST: &str = r#".SH EXIT STATUS
.TP
0
Success.
.TP
1
It failed, or found problems.
.TP
2
Wrong usage.
.TP
3
\fBrun\fR only: another daemon of this person is already running.
.SH FILES
.TP
\fI~/.config/remembrance/config.toml\fR
The configuration; beside it \fIdays.d/*.toml\fR, \fIpacks/*.toml\fR and \fIarticles/\fR.
.TP
\fI/etc/xdg/remembrance/\fR
The administrator's configuration, with the same layout; the person's overrides it.
.TP
\fI~/.local/state/remembrance/ledger.jsonl\fR
What was shown, snoozed, read and missed.
.TP
\fI~/.cache/remembrance/\fR
Pages for the browser.
.SH ENVIRONMENT
.TP
\fBXDG_CONFIG_HOME\fR, \fBXDG_CONFIG_DIRS\fR, \fBXDG_STATE_HOME\fR, \fBXDG_CACHE_HOME\fR
The folders of these files, by the XDG Base Directory Specification.
.TP
\fBLANGUAGE\fR, \fBLC_ALL\fR, \fBLC_MESSAGES\fR, \fBLANG\fR
The languages, if the configuration names none.
.TP
\fBTZ\fR
The time zone, by default that of the machine.
.TP
\fBNO_COLOR\fR, \fBPAGER\fR
Whether to use colour, and the pager for long output.
.SH D-BUS
The daemon has the name \fBorg.remembrance.Remembrance1\fR on the session bus, and the object
\fI/org/remembrance/Remembrance1\fR there: \fBbusctl --user introspect org.remembrance.Remembrance1
/org/remembrance/Remembrance1\fR shows its methods and properties.
.PP
For each notification on the screen it sends the signal \fBReminded\fR with the day, its date, the summary and the body.
A notification that lists several days is one signal: its day and date are those of one of them.
The daemon itself reaches no network. To have the notifications on a phone as well, e.g. by
ntfy, install \fBjq\fR and \fBcurl\fR, write this to
\fI~/.config/systemd/user/remembrance-ntfy.service\fR and enable it with \fBsystemctl \-\-user
enable \-\-now remembrance-ntfy\fR:
.PP
.nf
[Unit]
Description=Remembrance days on the phone
[Service]
Environment=TOPIC=a-topic-of-your-own
ExecStart=/bin/sh -c 'busctl --user --json=short monitor --match type=signal,member=Reminded | \e
  jq --unbuffered -c ".payload.data | select(.[3]) | {topic: env.TOPIC, title: .[2], message: .[3]}" | \e
  while read -r message; do curl -sS --retry 9 --retry-connrefused -d "$$message" https://ntfy.sh; done'
Restart=always
[Install]
WantedBy=default.target
.fi
.SH LICENCE
The program is under MIT or Apache-2.0, as you like; its articles are under CC BY 4.0. The libraries in the binary
and their licences are listed in \fITHIRD-PARTY-LICENSES.txt\fR, in
\fI/usr/share/doc/remembrance\fR or \fI/usr/share/licenses/remembrance\fR.
.SH SEE ALSO
\fBremembrance.toml\fR(5), \fBremembrance-rules\fR(7), \fBsystemctl\fR(1), \fBjournalctl\fR(1)
"#;

#[derive(Debug, clap::Args)]
#[command(after_help = "Example: remembrance man | man -l -")]
pub(super) struct ManArgs;

impl Run for ManArgs {
    fn run(&self, _: &Global) -> Result<Outcome, Error> {
        print(&page().map_err(Error::Output)?)?;
        Ok(Outcome::Success)
    }
}

/// The page, as roff.
fn page() -> io::Result<String> {
    let command = super::help::command();
    let man = Man::new(command.clone()).date("").source("remembrance").manual("remembrance");
    let mut page = Vec::new();
    let date = RELEASED.format("%Y-%m-%d");
    page.extend_from_slice(
        format!(".TH REMEMBRANCE 1 {date} \"remembrance {VERSION}\" remembrance\n").as_bytes(),
    );
    man.render_name_section(&mut page)?;
    page.extend_from_slice(b".SH SYNOPSIS\n");
    page.extend_from_slice(synopsis(&command, "").as_bytes());
    page.extend_from_slice(b" [\\fICOMMAND\\fR]\n");
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    page.extend_from_slice(b".SH COMMANDS\nWithout a command: the days of today, then what is next.\n");
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let sub = &made(sub);
        render(sub, sub.get_name(), &mut page)?;
        for below in sub.get_subcommands() {
            render(below, &format!("{} {}", sub.get_name(), below.get_name()), &mut page)?;
        }
    }
    page.extend_from_slice(REST.as_bytes());
    Ok(tidied(&String::from_utf8_lossy(&page)))
}

/// A command with its arguments, which clap makes when it is called.
fn made(sub: &Command) -> Command {
    let mut sub =
        sub.clone().disable_help_flag(true).disable_version_flag(true).disable_help_subcommand(true);
    sub.build();
    sub
}

/// The page without empty lines, blanks at the ends of lines and repeated definitions, its text in short lines.
fn tidied(page: &str) -> String {
    let mut text = String::new();
    let (mut is_defined, mut is_literal, mut is_tag) = (false, false, false);
    for line in page.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        if line == ".br" && text.ends_with(".br\n") {
            continue;
        }
        if line.starts_with(".ie ") || line.starts_with(".el ") {
            if is_defined {
                continue;
            }
            is_defined = line.starts_with(".el ");
        }
        match line {
            ".nf" => is_literal = true,
            ".fi" => is_literal = false,
            _ => {}
        }
        // A line that begins with a dot or a quote is a request.
        let is_text = !is_literal && !is_tag && !line.starts_with(['.', '\'']);
        // The whole line after it is the tag of a paragraph.
        is_tag = line == ".TP";
        text += &if is_text && !line.contains(" .") { wrapped(line) } else { line.to_owned() };
        text.push('\n');
    }
    text
}

/// A line of running text in lines of at most 78 columns.
fn wrapped(line: &str) -> String {
    let mut lines: Vec<String> = vec![String::new()];
    for word in line.split(' ') {
        match lines.last_mut() {
            Some(last) if last.is_empty() => last.push_str(word),
            Some(last) if last.len() + 1 + word.len() <= 78 => *last += &format!(" {word}"),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// Text as roff takes it.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-")
}

/// How a command is called: its options with their values, then its arguments.
fn synopsis(command: &Command, name: &str) -> String {
    let mut text = format!("\\fB{}\\fR", escaped(format!("remembrance {name}").trim_end()));
    let (arguments, options): (Vec<&Arg>, Vec<&Arg>) =
        command.get_arguments().partition(|argument| argument.is_positional());
    for argument in options.iter().chain(&arguments) {
        let values = argument.get_value_names().filter(|_| argument.get_action().takes_values());
        let value = values.map(|names| format!("\\fI{}\\fR", escaped(&names.join(" "))));
        let long = argument.get_long().map(|long| format!("\\fB{}\\fR", escaped(&format!("--{long}"))));
        let call: Vec<String> = long.into_iter().chain(value).collect();
        let (open, close) = if argument.is_required_set() { ("", "") } else { ("[", "]") };
        let is_repeated = matches!(argument.get_action(), ArgAction::Append | ArgAction::Count)
            || argument.get_num_args().is_some_and(|count| count.max_values() > 1);
        let dots = if is_repeated { "..." } else { "" };
        text += &format!(" {open}{}{close}{dots}", call.join(" "));
    }
    if command.has_subcommands() && !name.is_empty() {
        text += " \\fICOMMAND\\fR";
    }
    text
}

/// One command: how it is called, what it does, its own options.
fn render(sub: &Command, name: &str, page: &mut Vec<u8>) -> io::Result<()> {
    let man = Man::new(
        sub.clone()
            .bin_name(format!("remembrance {name}"))
            .disable_help_flag(true)
            .disable_version_flag(true),
    );
    let mut own = Vec::new();
    own.extend_from_slice(format!(".SS {name}\n{}\n", synopsis(sub, name)).as_bytes());
    let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
    own.extend_from_slice(format!("\n.PP\n{about}.\n").as_bytes());
    if sub.get_arguments().next().is_some() {
        man.render_options_section(&mut own)?;
    }
    let help = sub.get_after_help().map(ToString::to_string).unwrap_or_default();
    if let Some(example) = help.strip_prefix("Example: ") {
        own.extend_from_slice(format!(".PP\nExample:\n.PP\n.nf\n{}\n.fi\n", escaped(example)).as_bytes());
    }
    let own = String::from_utf8_lossy(&own);
    let lines = own.lines().filter(|line| !line.is_empty() && *line != ".SH OPTIONS");
    for line in lines {
        page.extend_from_slice(format!("{line}\n").as_bytes());
    }
    Ok(())
}
