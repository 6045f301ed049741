//! The components of a file, one after the other: no more of it is held than the one that is read.
//!
//! What is nested in a calendar is given as soon as it ends, and the calendar itself, with its own properties only, when
//! that ends. A component that never ends is ended by what cannot be within it: the next event, the next card.

use super::Note;
use super::line::{Component, LONGEST, Unfold, Unfolded, name_of, parse, shortened};
use super::notes::Notes;
use std::collections::VecDeque;

/// Components within components are read to this depth; iCalendar has three.
const DEEPEST: usize = 8;

/// The most lines that are kept of one component.
const MOST_LINES: usize = 5000;

/// What stands at the top of a file.
const TOPS: [&str; 2] = ["VCALENDAR", "VCARD"];

/// What stands in a calendar and nowhere else.
const IN_CALENDAR: [&str; 6] = ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"];

/// What is done with a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// It is read.
    Keep,
    /// It says something that is not carried.
    Count,
    /// It says nothing of a day.
    Pass,
}

/// A component that has ended.
#[derive(Debug)]
pub(super) enum Piece {
    /// One within a calendar, and where it begins in the file, in bytes.
    Inside(Component, usize),
    /// One at the top; a calendar without what was within it.
    Top(Component),
}

/// Reads the components of a text; what is wrong on the way is noted.
pub(super) struct Stream<'t, 'n> {
    lines: Unfold<'t>,
    /// The components that have begun, the outermost first, and where.
    open: Vec<(Component, usize)>,
    done: VecDeque<Piece>,
    want: fn(&str, &str) -> Want,
    notes: &'n mut Notes,
    /// The line of the outermost component that never ends: the file was cut off.
    pub(super) cut_off: Option<usize>,
}

impl<'t, 'n> Stream<'t, 'n> {
    /// Reads a whole text; `want` decides on a property by the names of its component and its own, in capitals.
    pub(super) fn new(text: &'t str, want: fn(&str, &str) -> Want, notes: &'n mut Notes) -> Self {
        let lines = Unfold::new(text);
        Self { lines, open: Vec::new(), done: VecDeque::new(), want, notes, cut_off: None }
    }

    /// Reads from lines that begin with a component within a calendar.
    pub(super) fn within(lines: Unfold<'t>, want: fn(&str, &str) -> Want, notes: &'n mut Notes) -> Self {
        let calendar = Component { name: "VCALENDAR".to_owned(), ..Component::default() };
        Self { lines, open: vec![(calendar, 0)], done: VecDeque::new(), want, notes, cut_off: None }
    }

    /// How far it has read, in bytes.
    pub(super) fn offset(&self) -> usize {
        self.lines.offset()
    }

    fn line(&mut self, unfolded: &Unfolded<'_>) {
        // Files that were put together have a mark at the beginning of each.
        let (number, text) = (unfolded.number, unfolded.text.trim_start_matches('\u{feff}'));
        if text.trim().is_empty() {
            return;
        }
        let Some(name) = name_of(text).filter(|_| text.len() < LONGEST) else {
            let is_long = text.len() >= LONGEST;
            // Pictures are long, and nobody misses them.
            let is_passed = is_long && name_of(text).is_some_and(|name| self.want(name) == Want::Pass);
            if !is_passed {
                let message = if is_long { "the line is too long" } else { "not a property" };
                self.notes.push(Note::left_out(number, format!("{message}: `{}`", shortened(text))));
            }
            return;
        };
        if name.eq_ignore_ascii_case("BEGIN") || name.eq_ignore_ascii_case("END") {
            let value = text.split_once(':').map_or("", |(_, value)| value);
            let value = value.trim().to_ascii_uppercase();
            if name.len() == 3 {
                self.end(&value, number);
            } else {
                self.begin(value, unfolded);
            }
            return;
        }
        if self.open.is_empty() {
            let message = format!("`{}` stands outside of everything", shortened(name));
            self.notes.push(Note::left_out(number, message));
            return;
        }
        let want = self.want(name);
        let Some((component, _)) = self.open.last_mut() else { return };
        match want {
            Want::Pass => {}
            Want::Count => {
                if text.rsplit_once(':').is_some_and(|(_, value)| !value.trim().is_empty()) {
                    count(component, &name.to_ascii_uppercase(), number);
                }
            }
            Want::Keep if component.lines.len() >= MOST_LINES => {
                component.too_long.get_or_insert(number);
            }
            Want::Keep => {
                if let Some(line) = parse(number, text) {
                    component.lines.push(line);
                } else {
                    let message = format!("not a property: `{}`", shortened(text));
                    self.notes.push(Note::left_out(number, message));
                }
            }
        }
    }

    fn want(&self, name: &str) -> Want {
        let component = self.open.last().map_or("", |(component, _)| component.name.as_str());
        (self.want)(component, &name.to_ascii_uppercase())
    }

    fn begin(&mut self, name: String, unfolded: &Unfolded<'_>) {
        let (is_top, is_inner) = (TOPS.contains(&name.as_str()), IN_CALENDAR.contains(&name.as_str()));
        // A card of vCard 2.1 may hold that of an agent.
        let is_agent =
            || self.open.last().is_some_and(|(open, _)| open.lines.last().is_some_and(|l| l.name == "AGENT"));
        let top = self.open.first().map_or("", |(top, _)| top.name.as_str());
        let in_calendar = top == "VCALENDAR";
        let ends_from = match (is_top, is_inner) {
            (true, _) if !is_agent() => Some(0),
            (_, true) if in_calendar => Some(1),
            (_, true) if IN_CALENDAR.contains(&top) => Some(0),
            _ => self.open.iter().rposition(|(open, _)| open.name == name).filter(|_| name == "VALARM"),
        };
        if let Some(from) = ends_from.filter(|from| *from < self.open.len()) {
            let (lost, _) = &self.open[from];
            let message = format!("`{}` has no end", shortened(&lost.name));
            self.notes.push(Note::detail(lost.number, message));
            while self.open.len() > from {
                self.close();
            }
        }
        if self.open.len() >= DEEPEST {
            self.notes.push(Note::left_out(unfolded.number, "components nest too deep"));
            return;
        }
        let component = Component { name, number: unfolded.number, ..Component::default() };
        self.open.push((component, unfolded.offset));
    }

    fn end(&mut self, name: &str, number: usize) {
        let Some(at) = self.open.iter().rposition(|(component, _)| component.name == name) else {
            self.notes.push(Note::left_out(number, format!("`END:{}` ends nothing", shortened(name))));
            return;
        };
        while self.open.len() > at + 1 {
            if let Some((lost, _)) = self.open.last() {
                let message = format!("`{}` has no end", shortened(&lost.name));
                self.notes.push(Note::left_out(lost.number, message));
            }
            self.close();
        }
        self.close();
    }

    /// Ends the innermost component.
    fn close(&mut self) {
        let Some((component, offset)) = self.open.pop() else { return };
        match self.open.as_mut_slice() {
            // An event that stands alone, as servers keep them.
            [] if IN_CALENDAR.contains(&component.name.as_str()) => {
                self.done.push_back(Piece::Inside(component, offset));
            }
            [] => self.done.push_back(Piece::Top(component)),
            [(top, _)] if top.name == "VCALENDAR" => self.done.push_back(Piece::Inside(component, offset)),
            [.., (outer, _)] if outer.inner.len() < MOST_LINES => outer.inner.push(component),
            [.., (outer, _)] => {
                outer.too_long.get_or_insert(component.number);
            }
        }
    }

    /// What is left at the end of the text.
    fn cut_off(&mut self) {
        let (Some((first, _)), Some((innermost, _))) = (self.open.first(), self.open.last()) else { return };
        self.cut_off = Some(first.number);
        let message = format!("`{}` has no end: the file was cut off", shortened(&innermost.name));
        self.notes.push(Note::left_out(innermost.number, message));
        // What was whole before the cut is still worth reading.
        self.open.truncate(1);
        if IN_CALENDAR.iter().any(|name| self.open.first().is_some_and(|(first, _)| first.name == *name)) {
            self.open.clear();
        }
        self.close();
    }
}

/// Counts a property that is not carried.
fn count(component: &mut Component, name: &str, number: usize) {
    let counted = &mut component.not_carried;
    if let Some((_, _, count)) = counted.iter_mut().find(|(known, ..)| known == name) {
        *count += 1;
    } else if counted.len() < 100 {
        counted.push((name.to_owned(), number, 1));
    }
}

impl Iterator for Stream<'_, '_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            if let Some(piece) = self.done.pop_front() {
                return Some(piece);
            }
            match self.lines.next() {
                Some(unfolded) => self.line(&unfolded),
                None if self.open.is_empty() => return None,
                None => self.cut_off(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the pieces with how many lines and inner components they have, the notes, and where it was cut off.
    fn read(text: &str) -> (Vec<String>, Vec<String>, Option<usize>) {
        let mut notes = Notes::default();
        let mut stream = Stream::new(text, |_, _| Want::Keep, &mut notes);
        let said = |piece: Piece| match piece {
            Piece::Inside(c, _) => format!("  {}@{} {} {}", c.name, c.number, c.lines.len(), c.inner.len()),
            Piece::Top(c) => format!("{}@{} {} {}", c.name, c.number, c.lines.len(), c.inner.len()),
        };
        let pieces: Vec<String> = stream.by_ref().map(said).collect();
        let cut_off = stream.cut_off;
        let notes = notes.finish().iter().map(|note| format!("{}: {}", note.line, note.message)).collect();
        (pieces, notes, cut_off)
    }

    #[test]
    fn what_is_broken_costs_itself_only() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nnothing\nEND:VEVENT\nBEGIN:VEVENT\nBEGIN:VALARM\n\
                    END:VEVENT\nEND:X\nEND:VCALENDAR\nafter:all\n";
        let (pieces, notes, cut_off) = read(text);
        assert_eq!(pieces, ["  VEVENT@2 1 0", "  VEVENT@6 0 1", "VCALENDAR@1 0 0"]);
        let expected = [
            "4: not a property: `nothing`",
            "7: `VALARM` has no end",
            "9: `END:X` ends nothing",
            "11: `after` stands outside of everything",
        ];
        assert_eq!(notes, expected);
        assert_eq!(cut_off, None);
    }

    #[test]
    fn a_missing_end_costs_one_component_at_most() {
        let table = [
            ("BEGIN:VCARD|FN:a|BEGIN:VCARD|FN:b|END:VCARD", "VCARD@1 1 0,VCARD@3 1 0"),
            ("BEGIN:VCARD|AGENT:|BEGIN:VCARD|FN:b|END:VCARD|END:VCARD", "VCARD@1 1 1"),
            (
                "BEGIN:VCALENDAR|BEGIN:VTIMEZONE|BEGIN:STANDARD|BEGIN:VEVENT|END:VEVENT|END:VCALENDAR",
                "  VTIMEZONE@2 0 1,  VEVENT@4 0 0,VCALENDAR@1 0 0",
            ),
            (
                "BEGIN:VCALENDAR|BEGIN:VEVENT|BEGIN:VALARM|BEGIN:VALARM|END:VALARM|END:VEVENT|END:VCALENDAR",
                "  VEVENT@2 0 2,VCALENDAR@1 0 0",
            ),
            (
                "BEGIN:VEVENT|END:VEVENT|BEGIN:VEVENT|BEGIN:VEVENT|END:VEVENT",
                "  VEVENT@1 0 0,  VEVENT@3 0 0,  VEVENT@4 0 0",
            ),
            (
                "BEGIN:VCALENDAR|BEGIN:VEVENT|BEGIN:VCALENDAR|END:VCALENDAR",
                "  VEVENT@2 0 0,VCALENDAR@1 0 0,VCALENDAR@3 0 0",
            ),
        ];
        for (text, expected) in table {
            let (pieces, notes, cut_off) = read(&text.replace('|', "\n"));
            assert_eq!(pieces.join(","), expected, "{text}: {notes:?}");
            assert!(cut_off.is_none() && notes.len() <= 1, "{text}: {notes:?}");
        }
    }

    #[test]
    fn a_file_that_was_cut_off_is_told_and_keeps_what_was_whole() {
        let (pieces, notes, cut_off) = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nBEGIN:VEVENT\nUID:");
        assert_eq!((pieces.len(), cut_off), (2, Some(1)));
        assert_eq!(notes, ["4: `VEVENT` has no end: the file was cut off"]);
        let (_, notes, cut_off) = read(&"BEGIN:X\n".repeat(400_000));
        assert_eq!((notes.len(), cut_off), (2, Some(1)));
        let long = format!("BEGIN:VEVENT\n{}END:VEVENT\n", "UID:1\n".repeat(100_000));
        assert!(read(&long).0[0].contains(" 5000 "));
    }
}
