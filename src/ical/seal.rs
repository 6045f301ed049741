//! A line of a text with the fingerprint of the others: by it, a text that somebody changed is known.

use super::fingerprint;

/// How the line is written, and above which one it stands.
#[derive(Debug, Clone, Copy)]
pub struct Seal {
    /// What stands before the fingerprint.
    pub before: &'static str,
    /// What ends the line.
    pub after: &'static str,
    /// How the line below it begins.
    pub above: &'static str,
}

impl Seal {
    /// The text with the line in it.
    ///
    /// ```
    /// use remembrance::ical::Seal;
    /// let seal = Seal { before: "# ", after: "\n", above: "b" };
    /// let text = seal.put("a\nb\n");
    /// assert_eq!(text, "a\n# 78ed6781f136a14e\nb\n");
    /// assert!(seal.is_whole(&text));
    /// // Odd cases: what somebody changed, also what it takes to look whole, and what has no such line.
    /// assert!(!seal.is_whole(&text.replace('b', "c")) && !seal.is_whole(&text.replace("# ", "# 0")));
    /// assert!(!seal.is_whole("a\nb\n"));
    /// ```
    pub fn put(&self, text: &str) -> String {
        let (above, below) = text.split_at(text.find(self.above).unwrap_or_default());
        format!("{above}{}{:016x}{}{below}", self.before, fingerprint(text), self.after)
    }

    /// Whether nobody changed the text since it got the line.
    pub fn is_whole(&self, text: &str) -> bool {
        let whole = || {
            let (above, rest) = text.split_once(self.before)?;
            let (mark, below) = rest.split_once(self.after)?;
            Some(mark == format!("{:016x}", fingerprint(&format!("{above}{below}"))))
        };
        whole().unwrap_or(false)
    }
}
