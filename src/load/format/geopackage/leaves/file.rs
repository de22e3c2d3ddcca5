//! The pages of the file, read where they lie.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::Odd;
use super::layout::Layout;

/// Where programs lock the file; the page that holds this byte holds nothing else.
const LOCKED: usize = 1 << 30;

/// Bytes that are read at once at most, if that is more than a page.
const PIECE: usize = if cfg!(test) { 1 << 11 } else { 1 << 18 };

/// A file of pages.
pub(super) struct Pages<'a> {
    file: File,
    layout: &'a Layout,
    buffer: Vec<u8>,
}

impl<'a> Pages<'a> {
    pub(super) fn open(path: &Path, layout: &'a Layout) -> Result<Self, Odd> {
        Ok(Self { file: File::open(path).map_err(|_| Odd)?, layout, buffer: Vec::new() })
    }

    /// How many of these pages, at most all, are side by side from the first on and are read at once.
    pub(super) fn side_by_side(&self, pages: impl Iterator<Item = u32>) -> usize {
        let most = (PIECE / self.layout.page).max(1);
        let mut next = None;
        pages.take(most).take_while(|page| next.replace(page.wrapping_add(1)).is_none_or(|next| next == *page)).count()
    }

    /// So many pages from this one on, each without what is reserved.
    pub(super) fn read(&mut self, first: u32, count: usize) -> Result<impl Iterator<Item = &[u8]>, Odd> {
        let Layout { page: size, usable, pages, .. } = *self.layout;
        let last = usize::try_from(first).ok().and_then(|first| first.checked_add(count)?.checked_sub(1)).ok_or(Odd)?;
        let locked = u32::try_from(LOCKED / size + 1).map_err(|_| Odd)?;
        // The first page of a file holds its own tables.
        let in_file = first > 1 && u32::try_from(last).is_ok_and(|last| last <= pages && !(first..=last).contains(&locked));
        if !in_file || count > (PIECE / size).max(1) {
            return Err(Odd);
        }
        self.buffer.resize(count * size, 0);
        let at = u64::from(first - 1).checked_mul(u64::try_from(size).map_err(|_| Odd)?).ok_or(Odd)?;
        self.file.seek(SeekFrom::Start(at)).and_then(|_| self.file.read_exact(&mut self.buffer)).map_err(|_| Odd)?;
        Ok(self.buffer.chunks_exact(size).filter_map(move |page| page.get(..usable)))
    }
}
