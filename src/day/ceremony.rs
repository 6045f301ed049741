//! What is done at a moment: a minute of silence, sirens, a text of one's own.

use crate::day::Text;

/// What is done at a moment of a day.
///
/// ```
/// use remembrance::{day::{Ceremony, CeremonyKind, Text}};
/// let known = Ceremony::Known(CeremonyKind::MinuteOfSilence);
/// assert!(known.speaks("ka"));
/// // A text speaks the languages that it is written in; one without a language speaks all.
/// let text = Text::from_pairs([("az".to_owned(), "Sükut".to_owned())]);
/// assert!(!Ceremony::Written { text: text.clone(), kind: None }.speaks("ka"));
/// assert!(Ceremony::Written { text, kind: Some(CeremonyKind::Silence) }.speaks("ka"));
/// assert!(Ceremony::plain("We light her lamp").speaks("ka"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ceremony {
    /// One of the kinds that every language has words for.
    Known(CeremonyKind),
    /// A text, and the kind whose words serve the languages that the text lacks.
    Written {
        /// The words.
        text: Text,
        /// The nearest kind; without it, the text is all there is.
        kind: Option<CeremonyKind>,
    },
}

impl Ceremony {
    /// A text that is the same in every language.
    pub fn plain(text: &str) -> Self {
        Self::Written { text: Text::plain(text), kind: None }
    }

    /// Whether there are words for it in `language`.
    pub fn speaks(&self, language: &str) -> bool {
        match self {
            Self::Known(_) | Self::Written { kind: Some(_), .. } => true,
            Self::Written { text, kind: None } => text.speaks(language),
        }
    }
}

/// A ceremony that is usual enough to have words in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CeremonyKind {
    /// A minute of silence.
    MinuteOfSilence,
    /// Two minutes of silence.
    TwoMinutesOfSilence,
    /// Silence of another length.
    Silence,
    /// Sirens.
    Sirens,
    /// Sirens, and a minute of silence.
    SirensAndMinuteOfSilence,
    /// Sirens, and two minutes of silence.
    SirensAndTwoMinutesOfSilence,
    /// A bell, and a minute of silence.
    BellAndMinuteOfSilence,
    /// Candles are lit.
    Candles,
    /// Another ceremony: wreaths, a flag, a march.
    Commemoration,
}

impl CeremonyKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::MinuteOfSilence,
        Self::TwoMinutesOfSilence,
        Self::Silence,
        Self::Sirens,
        Self::SirensAndMinuteOfSilence,
        Self::SirensAndTwoMinutesOfSilence,
        Self::BellAndMinuteOfSilence,
        Self::Candles,
        Self::Commemoration,
    ];

    /// Its id in a config, and that of its message in each language.
    pub fn id(self) -> &'static str {
        match self {
            Self::MinuteOfSilence => "minute-of-silence",
            Self::TwoMinutesOfSilence => "two-minutes-of-silence",
            Self::Silence => "silence",
            Self::Sirens => "sirens",
            Self::SirensAndMinuteOfSilence => "sirens-and-minute-of-silence",
            Self::SirensAndTwoMinutesOfSilence => "sirens-and-two-minutes-of-silence",
            Self::BellAndMinuteOfSilence => "bell-and-minute-of-silence",
            Self::Candles => "candles",
            Self::Commemoration => "commemoration",
        }
    }

    /// The kind with this id, if the text is one.
    ///
    /// ```
    /// use remembrance::day::CeremonyKind;
    /// assert_eq!(CeremonyKind::of_id("sirens"), Some(CeremonyKind::Sirens));
    /// assert_eq!(CeremonyKind::of_id("A minute of silence"), None);
    /// ```
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}
