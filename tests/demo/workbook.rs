//! The workbook of every command, opened by another library, beside the CSV and the GeoPackage of the same tables.

use std::collections::{BTreeMap, BTreeSet};

use bereik::model::Lang;
use bereik::text::{self, Text, coded, heading};
use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use rusqlite::{Connection, OpenFlags};

use super::plan::folder;
use super::{Results, STUDY, run};

const LANGUAGES: [(Lang, &str); 2] = [(Lang::Nl, "nl"), (Lang::En, "en")];

/// The results of a command in three formats.
fn results(command: &str, language: &str) -> Results {
    let folder = folder(&format!("book-{command}-{language}"));
    let out = folder.to_str().unwrap();
    let drawn: &[&str] = match command {
        "budget" => &[],
        "compare" => &["--no-maps", "--draws", "4"],
        _ => &["--no-maps"],
    };
    let said = run(&[&[command, STUDY, "--out", out, "--format", "csv,gpkg,xlsx", "--lang", language], drawn].concat(), &folder);
    Results { folder, said }
}

/// The tables of a result as they stand in its CSVs: names of columns, and rows.
fn tables(results: &Results) -> BTreeMap<String, (Vec<String>, Vec<Vec<String>>)> {
    let files = std::fs::read_dir(&results.folder).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let mut reader = csv::ReaderBuilder::new().from_path(&path).unwrap();
        let row = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let header = row(reader.headers().unwrap());
        (path.file_stem().unwrap().to_str().unwrap().to_owned(), (header, reader.records().map(|record| row(&record.unwrap())).collect()))
    };
    files.filter(|path| path.extension().is_some_and(|end| end == "csv")).map(read).collect()
}

/// Whether a cell is what the CSV has: the same number, the same text, or nothing.
fn is_same(cell: Option<&Data>, text: &str) -> bool {
    match cell {
        None | Some(Data::Empty) => text.is_empty(),
        Some(Data::Float(number)) => {
            // The CSV has it rounded.
            let decimals = text.split_once('.').map_or(0, |(_, decimals)| i32::try_from(decimals.len()).unwrap());
            let half = 0.5 * 10.0_f64.powi(-decimals);
            text.parse::<f64>().is_ok_and(|other| (other - number).abs() <= half * (1.0 + 1e-6))
        }
        Some(Data::String(found)) => found == text,
        _ => false,
    }
}

/// Columns of texts that are no codes: names, ids, and sentences that are in the language of the study in every format.
const NO_CODES: &str = "area across_in cell code desk desk_across dominated_by first_at_high first_at_low from from_name gain_unit id \
                        in_place_of in_place_of_name library municipality municipality_name name note paid_by payer place pool scenario \
                        serves site site_municipality time to to_name with without";

/// Whether a column is of numbers, or of texts that are no codes: its cells stand in the workbook as in the CSV.
fn has_no_codes(table: &str, column: &str, rows: &[Vec<String>], place: usize) -> bool {
    let is_number = rows.iter().all(|row| row[place].is_empty() || row[place].parse::<f64>().is_ok());
    is_number
        || NO_CODES.split(' ').any(|name| name == column)
        || matches!((table, column), ("curve" | "joint" | "plan-alternatives", "unit") | ("moments", "week"))
}

/// The words of the workbook for the codes of a column: every code has its words in the language, and one code is not told as another.
fn compare_codes(range: &Range<Data>, table: &str, column: &str, codes: &[&str], place: u32, text: &dyn Text) {
    let mut told: BTreeMap<&str, String> = BTreeMap::new();
    for (at, code) in (1..).zip(codes) {
        let found = match range.get_value((at, place)) {
            None | Some(Data::Empty) => String::new(),
            Some(Data::String(words)) => words.clone(),
            other => panic!("{table}, row {at}, column {column}: {other:?}"),
        };
        if let Some(before) = told.insert(code, found.clone()) {
            assert_eq!(before, found, "{table}, row {at}, column {column}: {code}");
        }
    }
    assert_eq!(told.remove("").unwrap_or_default(), "", "{table}, {column}");
    // Beside all desks together, the column of who shares a desk has ids.
    let is_id = |code: &str| (table, column) == ("shares", "desk") && code != "all";
    for (code, words) in &told {
        if is_id(code) {
            assert_eq!(words, code, "{table}, {column}");
            continue;
        }
        assert_eq!(text::cell(text, table, column, code).as_ref(), Some(words), "{table}, {column}: {code} has no words");
    }
    assert_eq!(told.values().collect::<BTreeSet<_>>().len(), told.len(), "{table}, {column}: {told:?}");
}

/// Compares a workbook with the tables beside it, cell by cell, and returns how many there were.
fn compare(results: &Results, command: &str, text: &dyn Text) -> usize {
    let tables = tables(results);
    let mut book: Xlsx<_> = open_workbook(results.folder.join(format!("{command}.xlsx"))).unwrap();
    let cover = text.book().cover;
    assert_eq!(book.sheet_names()[0], cover);
    let sheets: BTreeSet<String> = book.sheet_names().into_iter().skip(1).collect();
    let expected: BTreeSet<String> = tables.keys().map(|table| text.sheet(table).unwrap().to_owned()).collect();
    assert_eq!(sheets, expected);
    let mut cells = 0;
    for (table, (columns, rows)) in &tables {
        let range: Range<Data> = book.worksheet_range(text.sheet(table).unwrap()).unwrap();
        for (place, column) in (0..).zip(columns) {
            assert!(text.column(table, column).is_some(), "{table}: {column} has no label");
            assert!(is_same(range.get_value((0, place)), &heading(text, table, column)), "{table}: {column}");
        }
        for (place, column) in (0..).zip(columns) {
            let codes: Vec<&str> = rows.iter().map(|row| row[place as usize].as_str()).collect();
            match coded(table, column) {
                Some(_) => compare_codes(&range, table, column, &codes, place, text),
                None => {
                    assert!(has_no_codes(table, column, rows, place as usize), "{table}: are these codes? {column}: {:?}", codes.first());
                }
            }
        }
        for (at, row) in (1..).zip(rows) {
            for (place, value) in (0..).zip(row).filter(|(place, _)| coded(table, &columns[*place as usize]).is_none()) {
                let cell = range.get_value((at, place));
                assert!(is_same(cell, value), "{table}, row {at}, column {}: {cell:?} is not {value}", columns[place as usize]);
                cells += 1;
            }
        }
        assert_eq!(range.height(), rows.len() + 1, "{table}");
        let labels: BTreeSet<String> = columns.iter().map(|column| text.column(table, column).unwrap().label).collect();
        assert_eq!(labels.len(), columns.len(), "{table}: two columns have the same label");
    }
    aliases(results, command, text, &tables);
    cells
}

/// The layers have the same words as aliases.
fn aliases(results: &Results, command: &str, text: &dyn Text, tables: &BTreeMap<String, (Vec<String>, Vec<Vec<String>>)>) {
    let file = Connection::open_with_flags(results.folder.join(format!("{command}.gpkg")), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut query = file.prepare("SELECT table_name, column_name, title FROM gpkg_data_columns WHERE name = title").unwrap();
    let found: BTreeMap<(String, String), String> =
        query.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?))).unwrap().map(Result::unwrap).collect();
    let all = tables.iter().flat_map(|(table, (columns, _))| columns.iter().map(move |column| (table.clone(), column.clone())));
    let expected: BTreeMap<(String, String), String> = all
        .map(|(table, column)| (heading(text, &table, &column), (table, column)))
        .filter(|(label, key)| *label != key.1)
        .map(|(label, key)| (key, label))
        .collect();
    assert_eq!(found, expected);
    let count = |query: &str| -> i64 { file.query_row(query, [], |row| row.get(0)).unwrap() };
    assert_eq!(count("SELECT count(*) FROM gpkg_extensions WHERE extension_name = 'gpkg_schema'"), 2);
    assert_eq!(count("SELECT count(*) FROM gpkg_data_columns WHERE name <> title OR name IS NULL"), 0);
    // A style names its columns for versions of QGIS that do not read the extension.
    let styles = "SELECT count(*) FROM layer_styles WHERE styleQML NOT LIKE '%<aliases>%' OR styleQML NOT LIKE '%\"Symbology|Fields\"%'";
    if count("SELECT count(*) FROM sqlite_schema WHERE name = 'layer_styles'") > 0 {
        assert_eq!(count(styles), 0);
    }
}

#[test]
fn workbooks_are_the_tables_cell_by_cell() {
    for (lang, language) in LANGUAGES {
        for command in ["coverage", "border", "compare", "budget"] {
            let cells = compare(&results(command, language), command, text::of(lang));
            assert!(cells > 50, "{command}: {cells} cells");
        }
    }
    let [dutch, english] = super::plan::results();
    assert!(compare(dutch, "plan", text::of(Lang::Nl)) > 500);
    assert!(compare(english, "plan", text::of(Lang::En)) > 100);
}

/// The first sheet tells of every other, of every assumption of the manifest, and of every file that was read.
#[test]
fn the_first_sheet_is_complete() {
    let results = results("coverage", "nl");
    let mut book: Xlsx<_> = open_workbook(results.folder.join("coverage.xlsx")).unwrap();
    let range = book.worksheet_range("Overzicht").unwrap();
    let told: BTreeMap<String, (String, String)> =
        range.rows().map(|row| (row[0].to_string(), (row[1].to_string(), row[2].to_string()))).collect();
    for (name, title) in [("Vierkanten", "Afstand van elk vierkant tot het dichtstbijzijnde IDO"), ("Doelen", "Doelen: gehaald of niet")] {
        assert_eq!(told[name].0, title);
    }
    assert_eq!(told["Vierkanten"].1, tables(&results)["cells"].1.len().to_string());
    let manifest: serde_json::Value = serde_json::from_str(&results.text("manifest.json")).unwrap();
    let mut assumptions = 0;
    for (part, origin) in [("stated", "staat in de studie"), ("default", "standaard")] {
        for (key, value) in manifest["assumptions"][part].as_object().unwrap() {
            let (shown, from) = &told[key];
            // The same words and the same digits, whatever stands between thousands and before decimals; a range has words of its own.
            let is_range = key.starts_with("uncertain.");
            let bare = |text: &str| {
                text.chars().filter(|sign| sign.is_ascii_digit() || !is_range && sign.is_ascii_alphabetic()).collect::<String>()
            };
            assert_eq!((bare(shown), from.as_str()), (bare(value.as_str().unwrap()), origin), "{key}");
            assumptions += 1;
        }
    }
    assert!(assumptions > 30);
    assert_eq!((told["money.hour"].0.as_str(), told["money.direction"].0.as_str()), ("€\u{a0}38,00", "0,05"));
    for rows in manifest["rows"].as_array().unwrap() {
        assert_eq!(told[rows["file"].as_str().unwrap()].1, rows["used"].to_string());
    }
}

#[test]
fn the_same_workbook_every_time() {
    let folders = ["once", "again"].map(|name| {
        let folder = folder(&format!("book-{name}"));
        run(&["coverage", STUDY, "--out", folder.to_str().unwrap(), "--format", "xlsx", "--no-maps", "--threads", "2"], &folder);
        std::fs::read(folder.join("coverage.xlsx")).unwrap()
    });
    assert!(folders[0] == folders[1]);
}
