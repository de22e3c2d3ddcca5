//! Where the table begins: finding the row with the names of the columns, below titles and notes.
//!
//! Files from spreadsheets carry titles, sources, dates and blank rows above the table. The header is the first row that is as wide as
//! the table, is mostly names, and is not itself a row of figures.

use std::collections::BTreeSet;

use super::number;
use crate::load::error::Fault;

/// Rows that are looked at.
pub(super) const SAMPLE: usize = 200;

/// Finds the header among the first rows of a file that are not blank: its index.
///
/// # Errors
/// [`Fault::Empty`] when there is no row, or none below the header; [`Fault::NoHeader`] when no row looks like one.
pub(super) fn find(rows: &[Vec<String>]) -> Result<usize, Fault> {
    if rows.is_empty() {
        return Err(Fault::Empty);
    }
    let table = table_width(rows);
    let found = [Rigour::Strict, Rigour::Lenient].into_iter().find_map(|rigour| search(rows, table, rigour)).ok_or(Fault::NoHeader)?;
    if found + 1 == rows.len() && rows.len() < SAMPLE { Err(Fault::Empty) } else { Ok(found) }
}

/// Names for the first `width` columns: line ends and doubled spaces taken out, `column N` where there is none, `_2` behind a name that
/// occurs before.
pub(super) fn names(cells: &[String], width: usize) -> Vec<String> {
    let mut taken = BTreeSet::new();
    (0..width)
        .map(|index| {
            let words: Vec<&str> = cells.get(index).map(|cell| cell.split_whitespace().collect()).unwrap_or_default();
            let name = if words.is_empty() { format!("column {}", index + 1) } else { words.join(" ") };
            let mut unique = name.clone();
            let mut count = 1;
            while !taken.insert(unique.clone()) {
                count += 1;
                unique = format!("{name}_{count}");
            }
            unique
        })
        .collect()
}

/// Cells up to the last one that is not blank.
pub(super) fn width<T: AsRef<str>>(cells: &[T]) -> usize {
    cells.iter().rposition(|cell| !cell.as_ref().trim().is_empty()).map_or(0, |last| last + 1)
}

#[derive(Clone, Copy, PartialEq)]
enum Rigour {
    /// At least two thirds of the table's columns have a name, and the row has a cell for each of them.
    Strict,
    /// At least half of them have a name.
    Lenient,
}

fn search(rows: &[Vec<String>], table: usize, rigour: Rigour) -> Option<usize> {
    for (index, cells) in rows.iter().enumerate() {
        let wide = width(cells);
        let below = rows.get(index + 1);
        if is_data(cells, below.map(Vec::as_slice)) {
            if wide * 3 >= table * 2 {
                return None;
            }
            continue;
        }
        if below.is_none() && rows[..index].iter().any(|above| width(above) >= wide) {
            continue;
        }
        let columns = wide.max(table);
        let (named, distinct) = count_names(cells);
        let enough = match rigour {
            Rigour::Strict => cells.len() >= table && named * 3 >= columns * 2,
            Rigour::Lenient => named * 2 >= columns,
        };
        if enough && named > 0 && distinct * 2 >= named {
            // a line on the source just above the header may have as many cells as the table
            let better = named < columns && below.is_some_and(|next| count_names(next).1 >= columns && rows.len() > index + 2);
            return Some(if better { index + 1 } else { index });
        }
    }
    None
}

/// The width at which the table is largest: (columns − 1) × (rows that reach that far), so that many narrow notes do not outvote it. A
/// width that a single row reaches, or one in ten, is not the table's: a note far to the right.
pub(super) fn table_width(rows: &[Vec<String>]) -> usize {
    let widths: Vec<usize> = rows.iter().map(|row| width(row)).collect();
    let reach = |columns: usize| widths.iter().filter(|width| **width >= columns).count();
    let least = if rows.len() > 2 { (rows.len() / 10 + 1).max(2) } else { 1 };
    let candidates: BTreeSet<usize> = widths.iter().copied().filter(|columns| reach(*columns) >= least).collect();
    candidates.into_iter().max_by_key(|columns| columns.saturating_sub(1) * reach(*columns)).unwrap_or(0)
}

/// Names in a row, and how many of them differ. A year is a name when it stands among names.
fn count_names(cells: &[String]) -> (usize, usize) {
    let filled = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let (years, names): (Vec<&str>, Vec<&str>) =
        filled.filter(|cell| is_year(cell) || number::parse(cell).is_none()).partition(|cell| is_year(cell));
    if names.is_empty() {
        return (0, 0);
    }
    let distinct: BTreeSet<&&str> = names.iter().chain(&years).collect();
    (names.len() + years.len(), distinct.len())
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year))
}

/// Whether a row is one of figures: a number, not a year, with a number below it or nothing below at all.
fn is_data(cells: &[String], below: Option<&[String]>) -> bool {
    let figure = |cell: &String| number::parse(cell).is_some();
    cells
        .iter()
        .enumerate()
        .any(|(column, cell)| figure(cell) && !is_year(cell.trim()) && below.is_none_or(|below| below.get(column).is_some_and(figure)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split(';').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn the_header_is_found_below_what_stands_above_it() {
        for (text, expected) in [
            ("naam;x;y\na;1;2\nb;3;4", 0),
            ("Inwoners per gemeente\nBron: CBS\nnaam;x;y\na;1;2\nb;3;4", 2),
            // a spreadsheet writes a title with the separators of the table below it
            ("Inwoners per gemeente;;\nBron: CBS;2023;\nnaam;x;y\na;1;2\nb;3;4", 2),
            // a note with separators of its own
            ("Bron: CBS;bewerkt;2023;Voorburg\ngm;naam;a;b;c\nGM1;A;1;2;3\nGM2;B;1;2;3", 1),
            // more notes than rows
            ("een\ntwee\ndrie\nvier\nvijf\nnaam;x;y\na;1;2", 5),
            // figures above the table that are not the table
            ("Aantal;345;;\nTotaal;17000000;;\nnaam;x;y;z\na;1;2;3\nb;1;2;3", 2),
            // groups of columns above the names
            (";Inwoners;;;Woningen;\nnaam;man;vrouw;totaal;koop;huur\na;1;2;3;4;5\nb;1;2;3;4;5", 1),
            // years as names, and a table of text only
            ("gemeente;2020;2021;2022\na;1;2;3\nb;1;2;3", 0),
            ("naam;plaats\nDe Brug;Aa\nHet Huis;Bee", 0),
            // a name missing, names twice, the last columns mostly empty, a column without a name
            (";aantal\nAa;5\nBee;6", 0),
            ("x;x\na;b\nc;d", 0),
            ("naam;x;opmerking;bron\na;1\nb;2\nc;3;nat;eigen", 0),
            ("a;b;\n1;2;3\n1;2;3", 0),
            ("gemeente\nAa\nBee", 0),
        ] {
            assert_eq!(find(&rows(text)), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_table_without_header_or_rows_is_told() {
        assert_eq!(find(&[]), Err(Fault::Empty));
        assert_eq!(find(&rows("naam;x;y")), Err(Fault::Empty));
        assert_eq!(find(&rows("Titel\nnaam;x;y")), Err(Fault::Empty));
        assert_eq!(find(&rows("1;2;3\n4;5;6")), Err(Fault::NoHeader));
        assert_eq!(find(&rows("1;2;3")), Err(Fault::NoHeader));
        assert_eq!(find(&rows("GM0014;Groningen;5\nGM0034;Almere;6\nGM0037;Stadskanaal;.")), Err(Fault::NoHeader));
    }

    #[test]
    fn every_column_has_a_name_of_its_own() {
        let cells = ["naam", "", " Aantal \n inwoners", "naam", "naam_2", "column 2"].map(str::to_owned);
        assert_eq!(names(&cells, 7), ["naam", "column 2", "Aantal inwoners", "naam_2", "naam_2_2", "column 2_2", "column 7"]);
    }
}
