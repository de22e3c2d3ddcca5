//! A [`Document`] as Markdown (`CommonMark` with tables), with its pictures as files beside it.

use std::fmt::Write;

use super::document::{Align, Block, Document, Figure, TextTable};

/// The whole text. Pictures are `NAME.png`. The same document gives the same bytes. O(size of the document).
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut text = format!("# {}\n\n{}\n", escaped(&document.title), escaped(&document.subtitle));
    for section in &document.sections {
        let level = usize::from(section.level.clamp(1, 2)) + 1;
        let _ = write!(text, "\n{} {}\n", "#".repeat(level), escaped(&section.title));
        for one in &section.blocks {
            let _ = write!(text, "\n{}", block(one, level + 1));
        }
    }
    let _ = write!(text, "\n---\n\n{}\n", escaped(&document.colophon));
    text
}

fn block(block: &Block, heading: usize) -> String {
    match block {
        Block::Heading(text) => format!("{} {}\n", "#".repeat(heading), escaped(text)),
        Block::Paragraph(text) => format!("{}\n", escaped(text)),
        Block::Callout(text) => format!("> **{}**\n", escaped(text)),
        Block::List { items, numbered } => {
            let mark = |place: usize| if *numbered { format!("{}.", place + 1) } else { "-".to_owned() };
            let line = |(place, item): (usize, &String)| {
                [
                    mark(place),
                    " ".to_owned(),
                    escaped(item),
                    "
"
                    .to_owned(),
                ]
                .concat()
            };
            items.iter().enumerate().map(line).collect()
        }
        Block::Terms(terms) => terms.iter().map(|(term, means)| ["- **", &escaped(term), "**: ", &escaped(means), "\n"].concat()).collect(),
        Block::Table(shown) => table(shown),
        Block::Figure(picture) => figure(picture),
        Block::Live(map) => figure(&map.still),
    }
}

fn figure(figure: &Figure) -> String {
    format!("![{}]({}.png)\n", escaped(&figure.alt), figure.name)
}

fn table(shown: &TextTable) -> String {
    let line = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    let mut text = format!("**{}**\n\n", escaped(&shown.caption));
    text.push_str(&line(&mut shown.headings.iter().map(|heading| escaped(heading))));
    let side = |column: usize| if shown.aligns.get(column) == Some(&Align::Right) { "---:" } else { "---" };
    text.push_str(&line(&mut (0..shown.headings.len()).map(|column| side(column).to_owned())));
    shown.rows.iter().for_each(|row| text.push_str(&line(&mut row.iter().map(|cell| escaped(cell)))));
    text
}

/// A text on one line in which nothing is taken for Markdown, HTML or the border of a cell.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' => safe.extend(['\\', letter]),
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Section;

    #[test]
    fn each_piece_has_its_form() {
        let table = TextTable {
            caption: "Inwoners".to_owned(),
            headings: vec![String::new(), "nu".to_owned()],
            aligns: vec![Align::Left, Align::Right],
            rows: vec![vec!["Lent | Oost".to_owned(), "1.240".to_owned()]],
        };
        let blocks = vec![
            Block::Heading("Wie".to_owned()),
            Block::Callout("Kies *dit*".to_owned()),
            Block::List { items: vec!["a".to_owned(), "b".to_owned()], numbered: true },
            Block::Terms(vec![("norm".to_owned(), "2 km".to_owned())]),
            Block::Table(table),
            Block::Figure(Figure { name: "map".to_owned(), alt: "Kaart".to_owned(), svg: String::new() }),
        ];
        let section = Section { id: "a".to_owned(), title: "Antwoord".to_owned(), level: 1, new_page: false, blocks };
        let document = Document {
            title: "Advies".to_owned(),
            subtitle: "voor <de raad>".to_owned(),
            colophon: "Bereik".to_owned(),
            sections: vec![section],
            ..Document::default()
        };
        let expected = "# Advies\n\nvoor \\<de raad\\>\n\n## Antwoord\n\n### Wie\n\n> **Kies \\*dit\\***\n\n1. a\n2. b\n\n- **norm**: 2 km\n\n\
                        **Inwoners**\n\n|  | nu |\n| --- | ---: |\n| Lent \\| Oost | 1.240 |\n\n![Kaart](map.png)\n\n---\n\nBereik\n";
        assert_eq!(markdown(&document), expected);
    }
}
