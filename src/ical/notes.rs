//! What could not be carried, bounded: a file of a million mistakes is told as one that has many.

use super::Note;

/// The most notes that are kept of one file.
const MOST: usize = 1000;

/// The notes of one file, in the order in which they came up.
#[derive(Debug, Default)]
pub(super) struct Notes {
    kept: Vec<Note>,
    /// How often the last note came up again right after itself.
    repeats: usize,
    /// What came after the most: the first line of it, how many notes, and how many of them are losses.
    beyond: Option<(usize, usize, usize)>,
}

impl Notes {
    pub(super) fn push(&mut self, note: Note) {
        if let Some(last) = self.kept.last()
            && self.beyond.is_none()
            && (&last.message, last.is_loss) == (&note.message, note.is_loss)
        {
            self.repeats += note.count;
            return;
        }
        self.close();
        if self.kept.len() < MOST {
            self.kept.push(note);
            return;
        }
        let (_, count, losses) = self.beyond.get_or_insert((note.line, 0, 0));
        *count += note.count;
        *losses += if note.is_loss { note.count } else { 0 };
    }

    /// Says how often the last note came up.
    fn close(&mut self) {
        let repeats = std::mem::take(&mut self.repeats);
        if let (Some(last), true) = (self.kept.last_mut(), repeats > 0) {
            last.count += repeats;
            last.message += &format!(" ({} times)", last.count);
        }
    }

    /// All of them in the order of lines, and how many more there are.
    pub(super) fn finish(mut self) -> Vec<Note> {
        self.close();
        self.kept.sort_by_key(|note| note.line);
        if let Some((line, count, losses)) = self.beyond {
            let message = format!("and {count} more from here on");
            let is_loss = losses > 0;
            self.kept.push(Note { line, message, is_loss, count: if is_loss { losses } else { count } });
        }
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_mistakes_are_a_thousand_notes() {
        let mut notes = Notes::default();
        (1..=3).for_each(|line| notes.push(Note::left_out(line, "the same")));
        (4..=1_000_000).for_each(|line| notes.push(Note::detail(line, format!("no {line}"))));
        notes.push(Note::left_out(2_000_000, "one loss"));
        let notes = notes.finish();
        assert_eq!(notes.len(), MOST + 1);
        assert_eq!((notes[0].message.as_str(), notes[0].count), ("the same (3 times)", 3));
        assert_eq!((notes[MOST].line, notes[MOST].is_loss, notes[MOST].count), (1003, true, 1));
        assert_eq!(notes[MOST].message, "and 998999 more from here on");
    }
}
