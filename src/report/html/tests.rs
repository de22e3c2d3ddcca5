//! What a page holds.

use super::*;
use crate::report::document::{Align, Figure, LiveMap, LiveScenario, LiveSquares, LiveWords, Section, TextTable};

fn section(id: &str, level: u8, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), title: format!("Title of {id}"), level, new_page: level == 1, blocks }
}

fn document(sections: Vec<Section>) -> Document {
    Document { language: "nl".to_owned(), title: "A & B".to_owned(), sections, ..Document::default() }
}

#[test]
fn nothing_of_the_contents_is_taken_for_html() {
    let page = html(&document(vec![section("a", 1, vec![Block::Paragraph("<script>alert(1)</script>".to_owned())])]));
    assert!(page.contains("<title>A &amp; B</title>") && page.contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"));
    assert!(!page.contains("<script>"), "a page without maps has no script");
}

#[test]
fn headings_step_down_one_by_one_and_sections_are_named_by_them() {
    let page = html(&document(vec![
        section("a", 1, vec![Block::Heading("inside".to_owned())]),
        section("b", 2, vec![Block::Heading("deeper".to_owned())]),
    ]));
    assert!(
        page.contains("<section id=\"a\" class=\"page\" aria-labelledby=\"a-title\">\n<h2 id=\"a-title\">Title of a</h2>\n<h3>inside</h3>")
    );
    assert!(page.contains("<section id=\"b\" aria-labelledby=\"b-title\">\n<h3 id=\"b-title\">Title of b</h3>\n<h4>deeper</h4>"));
    assert!(page.contains("<li class=\"inner\"><a href=\"#b\">Title of b</a></li>"));
}

#[test]
fn a_table_names_its_rows_and_columns() {
    let table = TextTable {
        caption: "Shares, %".to_owned(),
        headings: vec![String::new(), "now".to_owned()],
        aligns: vec![Align::Left, Align::Right],
        rows: vec![vec!["within".to_owned(), "61%".to_owned()]],
    };
    let page = html(&document(vec![section("a", 1, vec![Block::Table(table)])]));
    assert!(page.contains("<caption>Shares, %</caption>\n<thead><tr><td></td><th scope=\"col\" class=\"number\">now</th></tr></thead>"));
    assert!(page.contains("<tr><th scope=\"row\">within</th><td class=\"number\">61%</td></tr>"));
}

#[test]
fn a_picture_is_an_image_of_its_own() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text fill=\"#fff\">100%</text></svg>";
    let page = html(&document(vec![section(
        "a",
        1,
        vec![Block::Figure(Figure { name: "x".to_owned(), alt: "It \"is\"".to_owned(), svg: svg.to_owned() })],
    )]));
    let expected = "<img alt=\"It &quot;is&quot;\" src=\"data:image/svg+xml;charset=utf-8,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E\
                    %3Ctext fill=%22%23fff%22%3E100%25%3C/text%3E%3C/svg%3E\">";
    assert!(page.contains(expected), "{page}");
}

#[test]
fn a_map_brings_its_numbers_and_its_picture() {
    let still = Figure { name: "map".to_owned(), alt: "Map".to_owned(), svg: "<svg></svg>".to_owned() };
    let scenario = |name: &str| LiveScenario { name: name.to_owned(), values: vec![], desks: vec![], figures: vec![] };
    let map = LiveMap {
        id: "m".to_owned(),
        still,
        squares: LiveSquares { names: vec!["</script>".to_owned()], ..LiveSquares::default() },
        borders: vec![],
        measures: vec![],
        scenarios: vec![scenario("now"), scenario("more")],
        chosen: 1,
        figures: vec![],
        words: LiveWords::default(),
    };
    let page = html(&document(vec![section("a", 1, vec![Block::Live(Box::new(map))])]));
    assert!(page.contains("<option value=\"1\" selected>more</option>") && page.contains("<div class=\"still\"><img alt=\"Map\""));
    assert!(page.contains("\"names\":[\"\\u003c/script>\"]"), "{page}");
    assert_eq!(page.matches("</script>").count(), 2, "its numbers, and the script of the page");
}
