//! Which character separates the cells.

use super::records::{self, Layout, Mark};
use crate::load::error::Fault;
use crate::load::format::header;

/// What may separate, and which of two that fit equally well is taken: a semicolon file full of decimal commas fits the comma too.
const SEPARATORS: [u8; 4] = [b';', b'\t', b'|', b','];

/// The separator that a first line `sep=;` states for Excel, and where the table begins.
pub(super) fn stated(text: &[u8]) -> (Option<u8>, Mark) {
    let stated = text.strip_prefix(b"sep=").and_then(|rest| match rest {
        [separator, b'\r' | b'\n', ..] => Some(*separator),
        _ => None,
    });
    match stated {
        Some(separator) if separator.is_ascii() && !matches!(separator, b'"' | b'\r' | b'\n') => {
            (Some(separator), Mark { end: 5, ..Mark::BEGIN })
        }
        _ => (None, Mark::BEGIN),
    }
}

/// The separator under which the first rows make the best table; `;` when there is only one column.
pub(super) fn detect(text: &[u8], lone_returns: bool, start: Mark) -> u8 {
    let mut best = (b';', 0.0);
    for separator in SEPARATORS {
        let fit = fit(&records::sample(text, Layout { separator, lone_returns }, start, header::SAMPLE).rows);
        if fit > best.1 {
            best = (separator, fit);
        }
    }
    best.0
}

/// How well rows make a table, 0 to 1: the share of rows that stand below the header and are exactly as wide as it is. Without a header
/// half of the share that is as wide as the first row.
#[expect(clippy::cast_precision_loss, reason = "at most a sample of rows")]
fn fit(rows: &[Vec<String>]) -> f64 {
    let (at, weight) = match header::find(rows) {
        Ok(at) => (at, 1.0),
        // a header alone, whatever stands above it
        Err(Fault::Empty) => return if rows.last().is_some_and(|row| header::width(row) > 1) { 1.0 } else { 0.0 },
        Err(_) => (0, 0.5),
    };
    let Some(width) = rows.get(at).map(Vec::len).filter(|width| *width > 1) else { return 0.0 };
    let below = &rows[(at + 1).min(rows.len())..];
    let fitting = below.iter().filter(|row| row.len() >= width && header::width(row) <= width).count();
    weight * fitting as f64 / (rows.len() - 1).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_makes_a_table() {
        for (text, expected) in [
            ("naam;x;y\na;1,5;2,5\nb;3,5;4,5\n", ';'),
            ("x;y\n1,5;2,5\n3,5;4,5\n", ';'),
            ("naam;afstand, km\na;1,5\nb;2,5\nc;3,0\n", ';'),
            ("id,naam,lijst\n1,a,x;y\n2,b,z\n3,c,\n", ','),
            ("id,naam\n1,\"De Brug; zaal 2\"\n2,\"Het Huis; zaal 1\"\n", ','),
            ("naam\tx\ty\na, b\t1,5\t2,5\n", '\t'),
            ("naam|x\na|1\n", '|'),
            ("Bron: CBS, bewerkt\n\nnaam;x\na;1,0\nb;2,0\n", ';'),
            ("naam;x\na;1\nb\nc;2\nd;3;4\n", ';'),
            ("gemeente\nAa, aan zee\nBee\n", ';'),
            ("a,b,c\n", ','),
            ("1,2\n3,4\n", ','),
            ("\"a;b\",c\n\"d;e\",f\n", ','),
        ] {
            assert_eq!(char::from(detect(text.as_bytes(), false, Mark::BEGIN)), expected, "{text:?}");
        }
    }

    #[test]
    fn excel_may_state_it() {
        assert_eq!(stated(b"sep=,\r\na,b\r\n"), (Some(b','), Mark { start: 0, end: 5, line: 1 }));
        assert_eq!(stated(b"sep;a\n"), (None, Mark::BEGIN));
        assert_eq!(stated(b"sep="), (None, Mark::BEGIN));
    }
}
