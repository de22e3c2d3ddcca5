//! CSV as RFC 4180 has it: commas, quotes where they are needed, a header; the lines end in LF.

use std::io::{self, Write};

use super::chunks::write_rows;
use super::decimal::push_fixed;
use super::table::{Table, Values};
use crate::model::Texts;

/// Writes a table, without its geometry. An empty cell is an empty field; in a table of one column it is `""`, since a reader may
/// skip a line without anything.
///
/// Rows are made by all cores in chunks and written in order, the same bytes for any number of threads; memory does not grow with the
/// rows.
///
/// # Errors
/// Those of `output`.
pub fn write(table: &Table, output: &mut dyn Write) -> io::Result<()> {
    let mut header = Vec::new();
    end_fields(&mut header, table.columns.iter().map(|column| column.name.as_str()));
    output.write_all(&header)?;
    let fields: Vec<Field> = table.columns.iter().map(|column| Field::new(&column.values)).collect();
    let alone = fields.len() == 1;
    write_rows(table.rows, output, |rows, buffer| {
        for row in rows {
            let start = buffer.len();
            for field in &fields {
                field.push(row, buffer);
                buffer.push(b',');
            }
            if alone && buffer.len() == start + 1 {
                buffer.splice(start..start, *b"\"\"");
            }
            end_line(buffer, fields.is_empty());
        }
        Ok(())
    })
}

/// A column made ready: what is the same for many rows is done once.
enum Field<'a> {
    Owned(&'a [String]),
    Picked(&'a Texts, &'a [u32]),
    /// Names in quotes already where they need them.
    Named(&'a [u32], Vec<Name>),
    Numbers(&'a [f64], u8),
}

impl<'a> Field<'a> {
    fn new(values: &'a Values) -> Self {
        match values {
            Values::Owned(texts) => Self::Owned(texts),
            Values::Picked { texts, rows } => Self::Picked(texts, rows),
            Values::Named { codes, names } => Self::Named(codes, names.iter().map(|name| Name::new(name)).collect()),
            Values::Numbers { values, decimals } => Self::Numbers(values, *decimals),
        }
    }

    /// Adds the cell of a row; nothing where the column is too short.
    #[inline]
    fn push(&self, row: usize, buffer: &mut Vec<u8>) {
        match self {
            Self::Owned(texts) => push_text(buffer, texts.get(row).map_or("", String::as_str)),
            Self::Picked(texts, rows) => push_text(buffer, rows.get(row).map_or("", |&at| texts.get(at as usize))),
            Self::Named(codes, names) => {
                if let Some(name) = codes.get(row).and_then(|&code| names.get(code as usize)) {
                    name.push(buffer);
                }
            }
            Self::Numbers(values, decimals) => {
                push_fixed(buffer, values.get(row).copied().unwrap_or(f64::NAN), *decimals);
            }
        }
    }
}

/// Adds a text, in quotes when it holds a comma, a quote or a line end.
#[inline]
fn push_text(buffer: &mut Vec<u8>, text: &str) {
    let start = buffer.len();
    buffer.extend_from_slice(text.as_bytes());
    // One look at every byte without a branch: texts are short and hardly ever need quotes.
    let special = text.bytes().fold(false, |special, byte| special | matches!(byte, b',' | b'"' | b'\n' | b'\r'));
    if special {
        buffer.truncate(start);
        buffer.push(b'"');
        for byte in text.bytes() {
            if byte == b'"' {
                buffer.push(b'"');
            }
            buffer.push(byte);
        }
        buffer.push(b'"');
    }
}

/// A name as it is written, with room behind it when it is short: to copy a fixed number of bytes and cut off the end is cheaper than
/// to copy just what is needed.
enum Name {
    Short([u8; 24], usize),
    Long(Vec<u8>),
}

impl Name {
    fn new(text: &str) -> Self {
        let mut long = Vec::new();
        push_text(&mut long, text);
        let mut short = [0; 24];
        match short.get_mut(..long.len()) {
            Some(start) => {
                start.copy_from_slice(&long);
                Self::Short(short, long.len())
            }
            None => Self::Long(long),
        }
    }

    #[inline]
    fn push(&self, buffer: &mut Vec<u8>) {
        match self {
            Self::Short(bytes, length) => {
                let end = buffer.len() + length;
                buffer.extend_from_slice(bytes);
                buffer.truncate(end);
            }
            Self::Long(bytes) => buffer.extend_from_slice(bytes),
        }
    }
}

/// Adds a line of texts.
fn end_fields<'a>(buffer: &mut Vec<u8>, texts: impl Iterator<Item = &'a str>) {
    let mut none = true;
    for text in texts {
        push_text(buffer, text);
        buffer.push(b',');
        none = false;
    }
    end_line(buffer, none);
}

/// Ends a line: the comma behind the last field makes way.
#[inline]
fn end_line(buffer: &mut Vec<u8>, empty: bool) {
    if !empty {
        buffer.pop();
    }
    buffer.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::example;
    use crate::report::table::{Column, Shapes};

    fn written(table: &Table) -> String {
        let mut output = Vec::new();
        write(table, &mut output).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn every_kind_of_value() {
        let texts = example::texts();
        insta::assert_snapshot!(written(&example::squares(&texts)), @r#"
        cell,municipality,remark,residents,distance_m
        E1550N4630,Waterstreek,,5,0.00
        E1551N4630,"Oud ""Zand"", dorp","a, b",,1234.57
        E1552N4631,,"two
        lines",120,
        "#);
    }

    #[test]
    fn what_is_written_is_read_back_by_another_reader() {
        let texts = example::texts();
        let written = written(&example::squares(&texts));
        let mut reader = ::csv::Reader::from_reader(written.as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 3);
        assert_eq!(rows.iter().map(|row| row[0].to_owned()).collect::<Vec<_>>(), texts.iter().collect::<Vec<_>>());
        assert_eq!(&rows[1][1], "Oud \"Zand\", dorp");
        assert_eq!(&rows[2][2], "two\nlines");
    }

    #[test]
    fn an_empty_cell_alone_on_its_line_is_seen() {
        let values = Values::Numbers { values: vec![1.0, f64::NAN].into(), decimals: 0 };
        let columns = vec![Column { name: "n".to_owned(), values }];
        let table = Table { name: "t", title: String::new(), columns, rows: 2, shapes: Shapes::Nothing };
        assert_eq!(written(&table), "n\n1\n\"\"\n");
    }

    #[test]
    fn any_number_of_threads_writes_the_same() {
        let rows = 50_000;
        let ids = (0..rows).map(|row| format!("E{row:04}")).collect::<Vec<_>>();
        let numbers: Vec<f64> = (0..rows).map(|row| f64::from(row) / 7.0).collect();
        let columns = vec![
            Column { name: "id".to_owned(), values: Values::Owned(ids) },
            Column { name: "x".to_owned(), values: Values::Numbers { values: numbers.into(), decimals: 3 } },
        ];
        let table = Table { name: "t", title: String::new(), columns, rows: 50_000, shapes: Shapes::Nothing };
        let by = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| written(&table));
        let one = by(1);
        assert!(one == by(4));
        // 49,999 / 7 = 7142.714…
        assert!(one.ends_with("\nE49999,7142.714\n"));
        assert_eq!(one.lines().count(), 50_001);
    }
}
