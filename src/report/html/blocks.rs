//! The pieces of a section as HTML.

use std::fmt::Write;

use super::escape::escaped;
use super::map;
use crate::report::document::{Align, Block, Document, Figure, TextTable};

/// Words of more letters than this may break in a cell.
const LONG: usize = 28;
/// After how many letters they do.
const PART: usize = 8;

/// The list of sections, each a link.
pub(super) fn contents(document: &Document) -> String {
    let mut list = format!("<nav aria-label=\"{0}\">\n<h2>{0}</h2>\n<ol>\n", escaped(document.words.contents));
    for section in &document.sections {
        let class = if section.level > 1 { " class=\"inner\"" } else { "" };
        let _ = writeln!(list, "<li{class}><a href=\"#{}\">{}</a></li>", escaped(&section.id), escaped(&section.title));
    }
    list.push_str("</ol>\n</nav>\n");
    list
}

/// One piece; `heading` is the level of a heading inside it, `tables` counts the tables so far.
pub(super) fn block(block: &Block, heading: u8, scroll: &str, tables: &mut usize) -> String {
    match block {
        Block::Heading(text) => format!("<h{heading}>{}</h{heading}>\n", escaped(text)),
        Block::Paragraph(text) => format!("<p>{}</p>\n", escaped(text)),
        Block::Callout(text) => format!("<p class=\"callout\">{}</p>\n", escaped(text)),
        Block::List { items, numbered } => {
            let tag = if *numbered { "ol" } else { "ul" };
            let mut html = format!("<{tag}>\n");
            for item in items {
                let _ = writeln!(html, "<li>{}</li>", escaped(item));
            }
            html + &format!("</{tag}>\n")
        }
        Block::Terms(terms) => {
            let mut html = "<dl>\n".to_owned();
            for (term, means) in terms {
                let _ = writeln!(html, "<div><dt>{}</dt><dd>{}</dd></div>", escaped(term), escaped(means));
            }
            html + "</dl>\n"
        }
        Block::Table(shown) => {
            *tables += 1;
            table(shown, *tables, scroll)
        }
        Block::Figure(picture) => {
            let kind = picture.name.split('-').next().unwrap_or_default();
            format!("<figure class=\"{}\">\n{}</figure>\n", escaped(kind), figure(picture))
        }
        Block::Live(live) => map::live(live),
    }
}

/// A picture with its description, as an image of its own: nothing in it touches the page.
pub(super) fn figure(figure: &Figure) -> String {
    let mut address = String::with_capacity(figure.svg.len() + figure.svg.len() / 8);
    for letter in figure.svg.chars() {
        match letter {
            '%' => address.push_str("%25"),
            '#' => address.push_str("%23"),
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '"' => address.push_str("%22"),
            '&' => address.push_str("%26"),
            letter if letter.is_control() => address.push(' '),
            letter => address.push(letter),
        }
    }
    format!("<img alt=\"{}\" src=\"data:image/svg+xml;charset=utf-8,{address}\">\n", escaped(&figure.alt))
}

/// A value and what stands in brackets behind it: its range, which gets a line of its own.
fn with_range(cell: &str) -> Option<(&str, &str)> {
    let (value, rest) = cell.split_at_checked(cell.find(" (")?)?;
    rest.ends_with(')').then(|| (value, rest.trim_start()))
}

/// A cell in which long words, such as paths and sums of bytes, may break: what is wider than paper makes all of a print smaller.
fn broken(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 {
            html.push(' ');
        }
        let letters: Vec<char> = word.chars().collect();
        for part in letters.chunks(if letters.len() > LONG { PART } else { LONG }) {
            if !part.is_empty() && html.ends_with(|last| last != ' ') {
                html.push_str("<wbr>");
            }
            html.push_str(&escaped(&part.iter().collect::<String>()));
        }
    }
    html
}

/// A table in a frame of its own, which can be moved sideways in a narrow window.
fn table(shown: &TextTable, number: usize, scroll: &str) -> String {
    let side = |column: usize| match shown.aligns.get(column) {
        Some(Align::Right) => " class=\"number\"",
        _ => "",
    };
    let caption = escaped(&shown.caption);
    let mut html =
        format!("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{} {number}: {caption}\">\n<table>\n", escaped(scroll));
    let _ = writeln!(html, "<caption>{caption}</caption>");
    html.push_str("<thead><tr>");
    for (column, heading) in shown.headings.iter().enumerate() {
        let _ = if heading.is_empty() {
            write!(html, "<td></td>")
        } else {
            write!(html, "<th scope=\"col\"{}>{}</th>", side(column), escaped(heading))
        };
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in &shown.rows {
        html.push_str("<tr>");
        for (column, text) in row.iter().enumerate() {
            let _ = match (column, with_range(text)) {
                (0, _) => write!(html, "<th scope=\"row\">{}</th>", broken(text)),
                (_, Some((value, range))) => {
                    write!(html, "<td{}>{} <span class=\"range\">{}</span></td>", side(column), escaped(value), escaped(range))
                }
                _ => write!(html, "<td{}>{}</td>", side(column), broken(text)),
            };
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n</div>\n");
    html
}
