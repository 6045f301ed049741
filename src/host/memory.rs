//! Where things lie in memory. glibc gives each thread a part of its own, and gives back only the end of a part, which
//! nothing in use lies above.

use std::hint::black_box;
use std::panic::resume_unwind;
use std::thread;

/// To free so many bytes has glibc join all small pieces that are free; from 128 KiB on they would be a part by themselves.
const JOINS: usize = 100 * 1024;

/// What a command takes without asking the system again; most of it is never touched, and then takes nothing.
const AHEAD: usize = 8 * 1024 * 1024;

/// Has what is freed used again rather than given back, for a command, which ends soon: each new page of memory costs it
/// more than a thousand instructions.
///
/// glibc maps large pieces by themselves until one is freed; from then on, pieces up to that size come from the heap, and
/// the heap keeps twice as much.
pub(crate) fn keep() {
    for _ in 0..2 {
        let mut piece = Vec::<u8>::new();
        // Where it cannot be had, little is lost.
        let _ = piece.try_reserve_exact(AHEAD);
        drop(black_box(piece));
    }
}

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
