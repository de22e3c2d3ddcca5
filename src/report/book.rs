//! Tables with the words that people read around them: what a workbook and the layers of QGIS are made of.

use std::collections::BTreeMap;

use super::manifest::assumptions;
use super::table::{Column, Table, Values};
use crate::load::found::FileReport;
use crate::model::Study;
use crate::text::{self, Text, Unit, heading};

/// The most rows of a table that a sheet has room for: 2^20 less the header.
pub const MOST_ROWS: usize = 1_048_575;

/// The most characters of the name of a sheet.
const LONGEST_NAME: usize = 31;

/// Tables with their words.
#[derive(Debug, Clone)]
pub struct Book<'a> {
    /// What stands on the first sheet; `None` for tables of which nothing is known but their names.
    pub cover: Option<Cover>,
    /// The tables.
    pub sheets: Vec<Sheet<'a>>,
}

/// The first sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// Its name.
    pub name: String,
    /// What all is about.
    pub title: String,
    /// What made it.
    pub subtitle: String,
    /// How to read it.
    pub note: String,
    /// The sheets, the assumptions, the sources.
    pub lists: Vec<List>,
}

/// A list on the first sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// What stands above it.
    pub title: String,
    /// Its columns.
    pub columns: [String; 3],
    /// Its rows.
    pub rows: Vec<[Entry; 3]>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A text.
    Text(String),
    /// A number of things.
    Count(usize),
    /// The name of a sheet, which it leads to.
    Sheet(String),
}

/// A table and its words.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    /// The table.
    pub table: &'a Table<'a>,
    /// Its name for people, which no other has, as Excel takes it.
    pub name: String,
    /// What stands above each column.
    pub headings: Vec<Heading>,
    /// The form of the numbers of each row, where a column says in what the row is measured; empty elsewhere.
    pub forms: Vec<Form>,
    /// How many of its rows, from the first, a sheet has room for.
    pub rows: usize,
}

/// What stands above a column, and how its cells are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The label with its unit.
    pub label: String,
    /// The form of its numbers.
    pub form: Form,
    /// What is written for the codes of the column; a text that is not among them is written as it is.
    pub words: BTreeMap<String, String>,
}

/// How a number is shown; the number itself stays whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// With so many decimals.
    Decimals(u8),
    /// A share as a percentage with one decimal.
    Percent,
    /// Whole euros.
    Euros,
}

/// The tables of a study with their words, for a workbook or layers. Sheets are in the order of the tables; the first lists them, and
/// every assumption.
#[must_use]
pub fn book<'a>(study: &Study, tables: &'a [Table<'a>], text: &dyn Text) -> Book<'a> {
    let words = text.book();
    let mut names = vec![words.cover.to_owned()];
    let sheets: Vec<Sheet> = tables
        .iter()
        .map(|table| {
            let name = free(text.sheet(table.name).unwrap_or(table.name), &names);
            names.push(name.clone());
            let headings = table.columns.iter().map(|column| {
                let unit = text.column(table.name, &column.name).map_or(Unit::None, |known| known.unit);
                Heading {
                    label: heading(text, table.name, &column.name),
                    form: form(unit, &column.values),
                    words: words_of(table.name, column, text),
                }
            });
            Sheet { table, name, headings: headings.collect(), forms: forms(table), rows: table.rows.min(MOST_ROWS) }
        })
        .collect();
    let columns = |columns: [&str; 3]| columns.map(str::to_owned);
    let listed = sheets.iter().map(|sheet| {
        let holds = if sheet.rows < sheet.table.rows {
            format!("{} ({})", sheet.table.title, text.sheet_is_cut(sheet.rows, sheet.table.rows))
        } else {
            sheet.table.title.clone()
        };
        [Entry::Sheet(sheet.name.clone()), Entry::Text(holds), Entry::Count(sheet.table.rows)]
    });
    let origin = |is_default: bool| if is_default { words.default } else { words.stated };
    let assumed = assumptions(study).into_iter().map(|(key, value, is_default)| {
        let value = text::stated(text, &key, &value);
        [key, value, origin(is_default).to_owned()]
    });
    let lists = vec![
        List { title: words.sheets.to_owned(), columns: columns(words.sheet_columns), rows: listed.collect() },
        List {
            title: words.assumptions.to_owned(),
            columns: columns(words.assumption_columns),
            rows: assumed.map(|row| row.map(Entry::Text)).collect(),
        },
    ];
    let cover = Cover {
        name: words.cover.to_owned(),
        title: study.title.clone(),
        subtitle: format!("{} {}", words.subtitle, env!("CARGO_PKG_VERSION")),
        note: words.note.to_owned(),
        lists,
    };
    Book { cover: Some(cover), sheets }
}

impl<'a> Book<'a> {
    /// Tables under the names that scripts read, without a first sheet.
    #[must_use]
    pub fn plain(tables: &'a [Table<'a>]) -> Self {
        let sheet = |table: &'a Table<'a>| {
            let headings = table.columns.iter().map(|column| Heading {
                label: column.name.clone(),
                form: form(Unit::None, &column.values),
                words: BTreeMap::new(),
            });
            Sheet { table, name: free(table.name, &[]), headings: headings.collect(), forms: Vec::new(), rows: table.rows.min(MOST_ROWS) }
        };
        Self { cover: None, sheets: tables.iter().map(sheet).collect() }
    }

    /// The same with the files that were read at the end of the first sheet.
    #[must_use]
    pub fn with_sources(mut self, files: &[FileReport], text: &dyn Text) -> Self {
        let words = text.book();
        let row = |file: &FileReport| {
            [Entry::Text(file.file.clone()), Entry::Text(text.role(file.role).to_owned()), Entry::Count(file.rows_used)]
        };
        if let Some(cover) = &mut self.cover {
            cover.lists.push(List {
                title: words.sources.to_owned(),
                columns: words.source_columns.map(str::to_owned),
                rows: files.iter().map(row).collect(),
            });
        }
        self
    }
}

/// The words for the codes of a column, each once.
fn words_of(table: &str, column: &Column, text: &dyn Text) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    let Values::Owned(codes) = &column.values else { return words };
    if text::coded(table, &column.name).is_none() {
        return words;
    }
    for code in codes.iter().filter(|code| !code.is_empty()) {
        if !words.contains_key(code) {
            words.insert(code.clone(), text::cell(text, table, &column.name, code).unwrap_or_else(|| code.clone()));
        }
    }
    words
}

/// The form of each row, by the column that says in what it is measured; empty where there is none, or where it says nothing of a row.
fn forms(table: &Table) -> Vec<Form> {
    let units = table.columns.iter().find(|column| text::coded(table.name, &column.name) == Some(text::Coded::Unit));
    let Some(Values::Owned(codes)) = units.map(|column| &column.values) else { return Vec::new() };
    let none = Values::Owned(Vec::new());
    codes.iter().map(|code| text::unit_of(code).map(|unit| form(unit, &none))).collect::<Option<_>>().unwrap_or_default()
}

/// How the numbers of a column are shown.
fn form(unit: Unit, values: &Values) -> Form {
    match unit {
        Unit::Persons | Unit::Need | Unit::Metres | Unit::PersonKilometres | Unit::Count | Unit::Weeks => Form::Decimals(0),
        Unit::Share | Unit::Points => Form::Percent,
        Unit::Euros => Form::Euros,
        Unit::Hours | Unit::Visits => Form::Decimals(1),
        Unit::Supply => Form::Decimals(3),
        Unit::None | Unit::Code | Unit::Number => match values {
            Values::Numbers { decimals, .. } => Form::Decimals((*decimals).min(3)),
            _ => Form::Decimals(0),
        },
    }
}

/// A name as Excel takes it that is not taken yet, where capitals do not matter: `Budget`, `Budget (2)`.
fn free(wanted: &str, taken: &[String]) -> String {
    let is_free = |name: &str| !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let plain: String = wanted.chars().map(|sign| if "[]:*?/\\'".contains(sign) { ' ' } else { sign }).collect();
    let numbered = (1_u32..).map(|number| {
        let end = if number == 1 { String::new() } else { format!(" ({number})") };
        let start: String = plain.chars().take(LONGEST_NAME - end.len()).collect();
        format!("{start}{end}")
    });
    numbered.into_iter().find(|name| is_free(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_free_and_short() {
        let taken = ["Budget".to_owned(), "budget (2)".to_owned()];
        assert_eq!(free("Plan", &taken), "Plan");
        assert_eq!(free("BUDGET", &taken), "BUDGET (3)");
        assert_eq!(free("a/b:c'd", &[]), "a b c d");
        let long = "x".repeat(40);
        let first = free(&long, &[]);
        assert_eq!(first.len(), 31);
        assert_eq!(free(&long, std::slice::from_ref(&first)), format!("{} (2)", "x".repeat(27)));
    }
}
