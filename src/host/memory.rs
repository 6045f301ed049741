//! Where things lie in memory. glibc gives each thread a part of its own, and gives back only the end of a part, which
//! nothing in use lies above.

use std::hint::black_box;
use std::panic::resume_unwind;
use std::thread;

/// To free so many bytes has glibc join all small pieces that are free; from 128 KiB on they would be a part by themselves.
const JOINS: usize = 100 * 1024;

/// Does `work` in a thread of its own: what it takes, and what it gives, lies apart from all else.
pub(crate) fn apart<T: Send>(work: impl Fn() -> T + Sync) -> T {
    let done = thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, &work).ok()?;
        Some(thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    });
    // Where no thread is to be had, it can be done here as well.
    done.unwrap_or_else(work)
}

/// Gives back what was freed in small pieces at the end of this thread's part.
pub(crate) fn settle() {
    drop(black_box(Vec::<u8>::with_capacity(JOINS)));
}
