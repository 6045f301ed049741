//! What a machine cannot do is passed over there, and said; in CI it fails.

use std::io::{self, Write};

/// Says why something is not tried. It is seen where the test passes, too: the stream itself is not captured.
///
/// # Panics
/// In CI, which has to try everything.
pub(crate) fn not_tried(why: &str) {
    assert!(std::env::var_os("CI").is_none(), "CI has to try it, and {why}");
    let _ = writeln!(io::stderr(), "not tried: {why}");
}
