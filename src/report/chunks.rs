//! Rows made into bytes by all cores and written in order.

use std::io::{self, Write};
use std::ops::Range;

use rayon::prelude::*;

/// Rows a chunk. Fixed, so that the bytes do not depend on the number of threads; some 400 kB, more than a file's buffer, which then
/// is passed by.
const ROWS: usize = 8192;

/// Writes `rows` rows: `fill` makes the bytes of a range of them. While one batch of chunks is written the next is made; what is in
/// memory is two batches, four chunks a thread, whatever the number of rows.
///
/// # Errors
/// The first that `fill` or `output` gives.
pub(super) fn write_rows(
    rows: usize,
    output: &mut dyn Write,
    fill: impl Fn(Range<usize>, &mut Vec<u8>) -> io::Result<()> + Sync,
) -> io::Result<()> {
    let at_once = rayon::current_num_threads().max(1) * 2;
    let mut making = Batch::new(at_once);
    let mut made = Batch::new(at_once);
    let mut start = 0;
    while start < rows || !made.is_empty() {
        let mut written = Ok(());
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| making.make(start..rows, &fill));
            written = made.write(output);
        });
        written?;
        start = rows.min(start + at_once * ROWS);
        std::mem::swap(&mut making, &mut made);
    }
    Ok(())
}

/// The buffers of a few chunks, kept from batch to batch.
struct Batch {
    chunks: Vec<Vec<u8>>,
    result: io::Result<()>,
}

impl Batch {
    fn new(chunks: usize) -> Self {
        Self { chunks: vec![Vec::new(); chunks], result: Ok(()) }
    }

    fn is_empty(&self) -> bool {
        self.result.is_ok() && self.chunks.iter().all(Vec::is_empty)
    }

    /// Makes as many chunks of `rows` as there are buffers; the buffers that are left over are empty.
    fn make(&mut self, rows: Range<usize>, fill: &(impl Fn(Range<usize>, &mut Vec<u8>) -> io::Result<()> + Sync)) {
        self.result = self.chunks.par_iter_mut().enumerate().with_max_len(1).try_for_each(|(index, chunk)| {
            chunk.clear();
            let first = rows.start + index * ROWS;
            if first < rows.end { fill(first..rows.end.min(first + ROWS), chunk) } else { Ok(()) }
        });
    }

    fn write(&mut self, output: &mut dyn Write) -> io::Result<()> {
        std::mem::replace(&mut self.result, Ok(()))?;
        self.chunks.iter().try_for_each(|chunk| output.write_all(chunk))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The row numbers, one a line, through `threads` threads.
    fn numbers(rows: usize, threads: usize) -> Vec<u8> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let mut output = Vec::new();
            write_rows(rows, &mut output, |range, chunk| range.into_iter().try_for_each(|row| writeln!(chunk, "{row}"))).unwrap();
            output
        })
    }

    #[test]
    fn every_row_once_in_order_whatever_the_threads() {
        for rows in [0, 1, ROWS - 1, ROWS, ROWS + 1, 4 * ROWS, 9 * ROWS + 7] {
            let expected: Vec<u8> = (0..rows).flat_map(|row| format!("{row}\n").into_bytes()).collect();
            for threads in [1, 2, 4] {
                assert!(numbers(rows, threads) == expected, "{rows} rows, {threads} threads");
            }
        }
    }

    #[test]
    fn a_failure_while_making_or_writing_ends_it() {
        let fill = |range: Range<usize>, _: &mut Vec<u8>| if range.contains(&100_000) { Err(io::Error::other("row")) } else { Ok(()) };
        assert_eq!(write_rows(200_000, &mut Vec::new(), fill).unwrap_err().to_string(), "row");
        let mut small = [0_u8; 1000];
        let fill = |range: Range<usize>, chunk: &mut Vec<u8>| chunk.write_all(&vec![b'x'; range.len()]);
        assert_eq!(write_rows(200_000, &mut small.as_mut_slice(), fill).unwrap_err().kind(), io::ErrorKind::WriteZero);
    }
}
