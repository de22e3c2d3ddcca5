//! Rows of numbers of which most are absent.

use std::ops::Range;

use super::effort::{Cut, Looks};

/// A sparse matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparse {
    starts: Vec<u32>,
    index: Vec<u32>,
    value: Vec<f64>,
}

impl Default for Sparse {
    fn default() -> Self {
        Self { starts: vec![0], index: Vec::new(), value: Vec::new() }
    }
}

impl Sparse {
    /// No rows yet, with room for so many entries.
    #[must_use]
    pub fn with_capacity(entries: usize) -> Self {
        Self { starts: vec![0], index: Vec::with_capacity(entries), value: Vec::with_capacity(entries) }
    }

    /// Adds an entry to the row that is being written.
    pub fn push(&mut self, index: u32, value: f64) {
        self.index.push(index);
        self.value.push(value);
    }

    /// Ends the row that is being written.
    pub fn end_row(&mut self) {
        self.starts.push(u32::try_from(self.index.len()).unwrap_or(u32::MAX));
    }

    /// Entries of the row that is being written.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.index.len() - self.starts.last().map_or(0, |start| *start as usize)
    }

    /// How many rows have ended.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many entries there are.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.index.len()
    }

    fn range(&self, row: usize) -> Range<usize> {
        self.starts[row] as usize..self.starts[row + 1] as usize
    }

    /// The columns and values of a row.
    ///
    /// # Panics
    /// When there is no such row: a fault of the caller.
    #[must_use]
    pub fn row(&self, row: usize) -> (&[u32], &[f64]) {
        let range = self.range(row);
        (&self.index[range.clone()], &self.value[range])
    }

    /// The entries of a row, in their order.
    pub fn entries_of(&self, row: usize) -> impl Iterator<Item = (u32, f64)> + Clone {
        let (index, value) = self.row(row);
        index.iter().copied().zip(value.iter().copied())
    }

    /// The greatest value of a row whose values descend; 0 for an empty one.
    #[must_use]
    pub fn first(&self, row: usize) -> f64 {
        self.row(row).1.first().copied().unwrap_or(0.0)
    }

    /// Values multiplied by a number.
    pub fn scale_row(&mut self, row: usize, by: f64) {
        let range = self.range(row);
        self.value[range].iter_mut().for_each(|value| *value *= by);
    }

    /// Rows become columns, each ascending. O(entries + columns).
    pub(super) fn transposed(&self, columns: usize, looks: &mut Looks) -> Result<Self, Cut> {
        let mut starts = vec![0u32; columns + 1];
        for row in 0..self.rows() {
            looks.after(self.range(row).len())?;
            self.row(row).0.iter().for_each(|column| starts[*column as usize + 1] += 1);
        }
        for column in 0..columns {
            starts[column + 1] += starts[column];
        }
        let mut next = starts.clone();
        let (mut index, mut value) = (zeros(self.entries(), looks)?, zeros(self.entries(), looks)?);
        for row in 0..self.rows() {
            looks.after(self.range(row).len())?;
            for (column, number) in self.entries_of(row) {
                let place = &mut next[column as usize];
                index[*place as usize] = u32::try_from(row).unwrap_or(u32::MAX);
                value[*place as usize] = number;
                *place += 1;
            }
        }
        Ok(Self { starts, index, value })
    }
}

/// So many zeros, a stretch at a time: memory that is new takes longer to clear than to compute with.
fn zeros<T: Clone + Default>(count: usize, looks: &mut Looks) -> Result<Vec<T>, Cut> {
    let mut zeros = Vec::with_capacity(count);
    while zeros.len() < count {
        zeros.resize(count.min(zeros.len() + Looks::EVERY), T::default());
        looks.after(Looks::EVERY)?;
    }
    Ok(zeros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_twice_sorts() {
        let mut sparse = Sparse::default();
        for row in [&[(2, 5.0), (0, 1.0)][..], &[], &[(2, 7.0)]] {
            row.iter().for_each(|(index, value)| sparse.push(*index, *value));
            assert_eq!(sparse.pending(), row.len());
            sparse.end_row();
        }
        let turned = sparse.transposed(3, &mut Looks::new(&|| false)).unwrap();
        assert_eq!(
            (turned.row(0), turned.row(1), turned.row(2)),
            ((&[0][..], &[1.0][..]), (&[][..], &[][..]), (&[0, 2][..], &[5.0, 7.0][..]))
        );
        assert_eq!(turned.transposed(3, &mut Looks::new(&|| false)).unwrap().row(0), (&[0, 2][..], &[1.0, 5.0][..]));
        assert_eq!((sparse.rows(), sparse.entries(), sparse.first(0), sparse.first(1)), (3, 3, 5.0, 0.0));
    }
}
