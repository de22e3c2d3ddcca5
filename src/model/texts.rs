//! Many short texts in one buffer.

/// A column of texts in one buffer: 4 million identifiers are one allocation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    buffer: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Room for `rows` texts of about `bytes` bytes together.
    #[must_use]
    pub fn with_capacity(rows: usize, bytes: usize) -> Self {
        Self { buffer: String::with_capacity(bytes), ends: Vec::with_capacity(rows) }
    }

    /// Makes room for `rows` more texts of about `bytes` bytes together.
    pub fn reserve(&mut self, rows: usize, bytes: usize) {
        self.buffer.reserve(bytes);
        self.ends.reserve(rows);
    }

    /// Adds a text; an empty cell is the empty text.
    pub fn push(&mut self, text: &str) {
        self.buffer.push_str(text);
        self.ends.push(self.buffer.len());
    }

    /// The text of row `index`.
    ///
    /// # Panics
    /// When there is no such row: a fault of the caller, not of the data.
    #[must_use]
    pub fn get(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.buffer[start..self.ends[index]]
    }

    /// Number of texts.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Bytes of the longest text; 0 without texts.
    #[must_use]
    pub fn longest(&self) -> usize {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| end - start).max().unwrap_or(0)
    }

    /// Bytes of all texts together.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.buffer.len()
    }

    /// All texts in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// A column of texts that is still growing, from bytes that are most likely UTF-8: they are checked once, all together.
#[derive(Debug, Clone, Default)]
pub struct RawTexts {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl RawTexts {
    /// Adds a text.
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.ends.push(self.bytes.len());
    }

    /// The texts; bytes that are not UTF-8 are replaced by the sign for that.
    #[must_use]
    pub fn finish(self) -> Texts {
        let Self { bytes, ends } = self;
        // Texts that are valid together may still be cut inside a letter.
        match String::from_utf8(bytes) {
            Ok(buffer) if ends.iter().all(|end| buffer.is_char_boundary(*end)) => Texts { buffer, ends },
            Ok(buffer) => Self::repaired(buffer.as_bytes(), &ends),
            Err(error) => Self::repaired(error.as_bytes(), &ends),
        }
    }

    fn repaired(bytes: &[u8], ends: &[usize]) -> Texts {
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let mut texts = Texts::default();
        starts.zip(ends).for_each(|(start, end)| texts.push(&String::from_utf8_lossy(&bytes[start..*end])));
        texts
    }
}

impl<'a> FromIterator<&'a str> for Texts {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        let mut column = Self::default();
        texts.into_iter().for_each(|text| column.push(text));
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_replaced_one_by_one() {
        // "é" is C3 A9: cut in two it is no text on either side; E9 is é in Windows-1252.
        for (parts, expected) in [
            (vec![&b"caf\xC3\xA9"[..], b"x"], vec!["café", "x"]),
            (vec![b"caf\xC3", b"\xA9x", b"y"], vec!["caf\u{fffd}", "\u{fffd}x", "y"]),
            (vec![b"caf\xE9", b""], vec!["caf\u{fffd}", ""]),
        ] {
            let mut raw = RawTexts::default();
            parts.iter().for_each(|part| raw.push(part));
            assert_eq!(raw.finish().iter().collect::<Vec<_>>(), expected);
        }
    }
}
