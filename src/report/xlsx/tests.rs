//! A workbook read back by another library, and its parts as they lie in the file.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};

use super::*;
use crate::report::book::{Cover, Entry, Form, Heading, List, Sheet};
use crate::report::example;
use crate::report::table::{Column, Shapes, Table, Values};

fn written(book: &Book) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(book, &mut bytes).unwrap();
    bytes
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// A part of the file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    file.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The cells of a sheet, row by row.
fn cells(range: &Range<Data>) -> Vec<Vec<Data>> {
    range.rows().map(<[Data]>::to_vec).collect()
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

fn column(name: &str, values: Values<'static>) -> Column<'static> {
    Column { name: name.to_owned(), values }
}

/// Texts that look like something else, and every form of number.
fn odd() -> Table<'static> {
    let texts = ["=1+1", "+31", "0612", "1e5", "<a&b>", "tab\tand\nline"];
    let numbers = |values: [f64; 6], decimals: u8| Values::Numbers { values: values.to_vec().into(), decimals };
    Table {
        name: "odd",
        title: String::new(),
        columns: vec![
            column("text", Values::Owned(texts.map(str::to_owned).to_vec())),
            column("share", numbers([0.0, 1.0, 0.12345, f64::NAN, 0.5, -0.25], 4)),
            column("euros", numbers([-131_411.625, 0.0, 1.0, 2.0, f64::INFINITY, 1e12], 2)),
        ],
        rows: 6,
        shapes: Shapes::Nothing,
    }
}

fn odd_book<'a>(table: &'a Table<'a>) -> Book<'a> {
    let forms = [("tekst", Form::Decimals(0)), ("aandeel (%)", Form::Percent), ("kosten per jaar (€)", Form::Euros)];
    let headings = forms.map(|(label, form)| Heading { label: label.to_owned(), form, words: BTreeMap::new() }).to_vec();
    Book { cover: None, sheets: vec![Sheet { table, name: "Vreemd".to_owned(), headings, forms: Vec::new(), rows: table.rows }] }
}

#[test]
fn tables_come_back_as_they_were() {
    let (texts, borders) = (example::texts(), example::borders());
    let tables = [example::squares(&texts), example::points(), example::polygons(&borders), example::figures()];
    let mut file = opened(written(&Book::plain(&tables)));
    assert_eq!(file.sheet_names(), ["cells", "sites", "areas", "study"]);
    let expected = [
        ["cell", "municipality", "remark", "residents", "distance_m"].map(text).to_vec(),
        vec![text("E1550N4630"), text("Waterstreek"), Data::Empty, Data::Float(5.0), Data::Float(0.0)],
        vec![text("E1551N4630"), text("Oud \"Zand\", dorp"), text("a, b"), Data::Empty, Data::Float(1234.565)],
        vec![text("E1552N4631"), Data::Empty, text("two\nlines"), Data::Float(120.0), Data::Empty],
    ];
    assert_eq!(cells(&file.worksheet_range("cells").unwrap()), expected);
    assert_eq!(cells(&file.worksheet_range("study").unwrap()), [vec![text("share")], vec![Data::Float(0.625)]]);
}

#[test]
fn texts_stay_texts_and_what_is_no_number_is_empty() {
    let table = odd();
    let bytes = written(&odd_book(&table));
    let range = opened(bytes.clone()).worksheet_range("Vreemd").unwrap();
    let texts: Vec<Data> = range.rows().skip(1).map(|row| row[0].clone()).collect();
    assert_eq!(texts, ["=1+1", "+31", "0612", "1e5", "<a&b>", "tab\tand\nline"].map(text));
    let numbers: Vec<Data> = range.rows().skip(1).map(|row| row[2].clone()).collect();
    let whole = [-131_411.625, 0.0, 1.0, 2.0].map(Data::Float);
    assert_eq!(numbers, [&whole[..], &[Data::Empty, Data::Float(1e12)]].concat());
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "no formula");
    let file = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let names: Vec<String> = file.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert!(names.iter().all(|name| !name.to_lowercase().contains("vba")), "no macro: {names:?}");
}

/// The header is frozen with the texts that tell rows apart, all columns have a filter, and numbers their form.
#[test]
fn headers_filters_and_forms() {
    let table = odd();
    let bytes = written(&odd_book(&table));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/>"), "{sheet}");
    assert!(sheet.contains("<autoFilter ref=\"A1:C7\"/>"), "{sheet}");
    // The longest header takes two lines.
    assert!(sheet.contains("<row r=\"1\" ht=\"30\" customHeight=\"1\">"), "{sheet}");
    assert!(sheet.contains("<cols>") && sheet.contains("fitToHeight=\"0\""), "{sheet}");
    let styles = part(&bytes, "xl/styles.xml");
    for form in ["formatCode=\"0.0%\"", "formatCode=\"&quot;€&quot; #,##0\"", "<b/>", "wrapText=\"1\""] {
        assert!(styles.contains(form), "{form} is not in {styles}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("_xlnm._FilterDatabase"));
}

/// Codes are written in words where their column has them, and a row has its own form of numbers where the sheet says so.
#[test]
fn codes_are_words_and_rows_have_their_form() {
    let table = odd();
    let mut book = odd_book(&table);
    book.sheets[0].headings[0].words = BTreeMap::from([("0612".to_owned(), "twaalf".to_owned())]);
    book.sheets[0].forms = vec![Form::Euros, Form::Percent, Form::Decimals(0), Form::Euros, Form::Percent, Form::Euros];
    let bytes = written(&book);
    let range = opened(bytes.clone()).worksheet_range("Vreemd").unwrap();
    let texts: Vec<Data> = range.rows().skip(1).map(|row| row[0].clone()).collect();
    assert_eq!(texts, ["=1+1", "+31", "twaalf", "1e5", "<a&b>", "tab\tand\nline"].map(text));
    assert_eq!(range.get_value((3, 1)), Some(&Data::Float(0.12345)));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let style = |cell: &str| {
        let rest = sheet.split(&format!("<c r=\"{cell}\" s=\"")).nth(1).unwrap_or_else(|| panic!("{cell} is not in {sheet}"));
        rest.split('"').next().unwrap().to_owned()
    };
    // Both columns of a row have one form, and rows of one form are alike.
    assert_eq!((style("B2"), style("B3")), (style("C2"), style("C3")));
    assert!(
        style("B7") == style("C5")
            && style("C5") == style("C2")
            && style("B3") != style("C2")
            && style("B4") != style("C2")
            && style("B3") == style("B6")
    );
}

#[test]
fn two_runs_give_the_same_bytes() {
    let texts = example::texts();
    let tables = [example::squares(&texts), odd()];
    let book = Book::plain(&tables);
    assert!(written(&book) == written(&book));
    assert!(part(&written(&book), "docProps/core.xml").contains("2000-01-01T00:00:00Z"));
}

/// A sheet without room for all rows has the first of them; the first sheet leads to the others.
#[test]
fn the_first_sheet_leads_to_the_others() {
    let table = odd();
    let mut book = odd_book(&table);
    book.sheets[0].rows = 2;
    let rows = vec![[Entry::Sheet("Vreemd".to_owned()), Entry::Text("alleen de eerste 2".to_owned()), Entry::Count(6)]];
    let columns = ["werkblad", "wat erin staat", "rijen"].map(str::to_owned);
    let list = List { title: "Werkbladen".to_owned(), columns, rows };
    let [name, title, subtitle, note] = ["Overzicht", "IDO's", "Bereik", "Uitleg"].map(str::to_owned);
    book.cover = Some(Cover { name, title, subtitle, note, lists: vec![list] });
    let bytes = written(&book);
    let mut file = opened(bytes.clone());
    assert_eq!(file.sheet_names(), ["Overzicht", "Vreemd"]);
    assert_eq!(file.worksheet_range("Vreemd").unwrap().height(), 3);
    let cover = cells(&file.worksheet_range("Overzicht").unwrap());
    assert_eq!((&cover[0][0], &cover[2][0], &cover[4][0]), (&text("IDO's"), &text("Uitleg"), &text("Werkbladen")));
    assert_eq!(cover[6], [text("Vreemd"), text("alleen de eerste 2"), Data::Float(6.0)]);
    assert!(
        part(&bytes, "xl/worksheets/sheet1.xml").contains("<hyperlink ref=\"A7\" location=\"&apos;Vreemd&apos;!A1\"")
            || part(&bytes, "xl/worksheets/sheet1.xml").contains("<hyperlink ref=\"A7\" location=\"'Vreemd'!A1\"")
    );
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:title>IDO's</dc:title>"));
}

#[test]
fn a_text_is_no_longer_than_a_cell() {
    // Each sign takes two units of UTF-16.
    let long = "𝄞".repeat(20_000);
    let table = Table { columns: vec![column("text", Values::Owned(vec![long]))], rows: 1, ..odd() };
    let mut file = opened(written(&Book::plain(std::slice::from_ref(&table))));
    let Data::String(found) = file.worksheet_range("odd").unwrap().get((1, 0)).unwrap().clone() else { panic!("no text") };
    assert!(found.encode_utf16().count() == 32_767 && found.ends_with('…'));
}

#[test]
fn an_empty_table_has_its_header() {
    let none = Table { columns: vec![column("text", Values::Owned(Vec::new()))], rows: 0, ..odd() };
    let nothing = Table { columns: Vec::new(), name: "nothing", ..none.clone() };
    let tables = [none, nothing];
    let mut file = opened(written(&Book::plain(&tables)));
    assert_eq!(cells(&file.worksheet_range("odd").unwrap()), [vec![text("text")]]);
    assert_eq!(file.worksheet_range("nothing").unwrap().height(), 0);
}
