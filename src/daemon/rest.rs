//! Giving back at rest what only work needs: the pages of the program's own code, and the heap that is free.
//!
//! Reading a configuration and reaching the desktop touches most of the program once; between two
//! reminders, which are months apart, a few pages of it wait for a timer. The kernel keeps the rest
//! mapped until memory runs short. This tells it at once that they are not needed: they stay in the
//! page cache, and what is needed again is mapped again in microseconds. It takes the daemon's
//! proportional memory at idle from 2.8 to under 2 MiB (`make bench`), and keeps it there however
//! large the program grows.

#![allow(
    unsafe_code,
    reason = "madvise(2) and malloc_trim(3) have no safe form; the one use of each is below"
)]

use rustix::mm::{Advice, madvise};
use std::ffi::c_void;
use std::fs;
use std::ops::Range;

/// Where the program's code, and what it only ever reads, lie in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Code(Vec<Range<usize>>);

impl Code {
    /// Finds the code of this program; nothing where `/proc` does not tell.
    pub(super) fn find() -> Self {
        let maps = fs::read_to_string("/proc/self/maps").unwrap_or_default();
        Self(find_in(&maps, Self::find as *const () as usize).unwrap_or_default())
    }

    /// Gives the pages of the code back to the kernel until they are needed again.
    pub(super) fn give_back(&self) {
        for range in &self.0 {
            // SAFETY: the range is one whole mapping of this program's file that is never writable:
            // the code, or what lies before it from the start of the file, where the linker puts
            // nothing that is relocated. The loader neither moves nor unmaps it. Its pages are clean
            // copies of the file, which cannot be written to while it runs (ETXTBSY), so dropping
            // them loses nothing: the next access reads the same bytes again.
            let given = unsafe { madvise(range.start as *mut c_void, range.len(), Advice::LinuxDontNeed) };
            if let Err(error) = given {
                log::debug!("the pages of the code stay: {error}");
            }
        }
    }
}

/// Gives the kernel back what was freed in the midst of the heap; glibc does so by itself at its end alone.
pub(super) fn give_back_heap() {
    #[cfg(target_env = "gnu")]
    {
        // SAFETY: this is its declaration in malloc.h; it takes any number, and touches only memory that is free.
        unsafe extern "C" {
            safe fn malloc_trim(pad: usize) -> std::ffi::c_int;
        }
        let _ = malloc_trim(0);
    }
}

/// A line of `/proc/PID/maps` (proc_pid_maps(5)) that is of a file.
struct Mapping<'m> {
    range: Range<usize>,
    rights: &'m str,
    offset: &'m str,
    file: &'m str,
}

fn mapping(line: &str) -> Option<Mapping<'_>> {
    let mut fields = line.splitn(6, ' ');
    let (range, rights, offset) = (fields.next()?, fields.next()?, fields.next()?);
    let file = fields.nth(2)?.trim_start();
    let (start, end) = range.split_once('-')?;
    let number = |text| usize::from_str_radix(text, 16).ok();
    file.starts_with('/').then_some(Mapping { range: number(start)?..number(end)?, rights, offset, file })
}

/// The mapping of code that holds `address`, and the one from the start of the same file.
fn find_in(maps: &str, address: usize) -> Option<Vec<Range<usize>>> {
    let mappings = || maps.lines().filter_map(mapping);
    let code = mappings().find(|mapping| mapping.rights == "r-xp" && mapping.range.contains(&address))?;
    let is_start = |mapping: &Mapping<'_>| {
        mapping.file == code.file
            && mapping.rights == "r--p"
            && mapping.offset.bytes().all(|digit| digit == b'0')
    };
    Some(mappings().find(is_start).into_iter().map(|start| start.range).chain([code.range.clone()]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_never_written_is_found() {
        let maps = "1000-2000 r--p 00000000 08:01 7          /usr/bin/a b\n\
                    2000-5000 r-xp 00001000 08:01 7          /usr/bin/a b\n\
                    5000-6000 r--p 00004000 08:01 7          /usr/bin/a b\n\
                    6000-7000 rw-p 00005000 08:01 7          /usr/bin/a b\n\
                    7000-8000 r-xp 00000000 00:00 0          [vdso]\n\
                    8000-9000 r--p 00000000 08:01 9          /usr/lib/libc.so.6\n";
        assert_eq!(find_in(maps, 0x3000).unwrap(), [0x1000..0x2000, 0x2000..0x5000]);
        for elsewhere in [0x1800, 0x5800, 0x6800, 0x7800, 0x9800] {
            assert!(find_in(maps, elsewhere).is_none());
        }
    }

    #[test]
    fn the_program_goes_on_after_giving_its_code_back() {
        let code = Code::find();
        assert_eq!(code.0.len(), 2);
        for _ in 0..3 {
            code.give_back();
            assert_eq!("January 20".parse::<crate::rule::Rule>().unwrap().to_string(), "January 20");
        }
    }
}
