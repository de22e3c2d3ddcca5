//! A [`Document`] as one HTML page that needs nothing beside it: style, script, pictures and the numbers of maps stand in the file.
//!
//! The page works without its script: each map is then a picture. With the script a map can be moved, and shows what is chosen.

mod blocks;
mod escape;
mod map;

use std::fmt::Write;

use self::blocks::{block, contents};
use self::escape::escaped;
use super::document::{Block, Document};

/// How the page looks on a screen and on A4.
const STYLE: &str = include_str!("page.css");
/// What makes a map move.
const SCRIPT: &str = include_str!("map.js");

/// The whole page. The same document gives the same bytes. O(size of the document).
#[must_use]
pub fn html(document: &Document) -> String {
    let mut page = String::new();
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"Bereik {}\">\n\
         <title>{}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        escaped(&document.language),
        env!("CARGO_PKG_VERSION"),
        escaped(&document.title),
    );
    let first = document.sections.first().map_or("", |section| section.id.as_str());
    let _ = writeln!(page, "<a class=\"skip\" href=\"#{first}\">{}</a>", escaped(document.words.skip));
    let _ = write!(
        page,
        "<header>\n<h1>{}</h1>\n<p class=\"subtitle\">{}</p>\n</header>\n",
        escaped(&document.title),
        escaped(&document.subtitle)
    );
    page.push_str(&contents(document));
    page.push_str("<main>\n");
    let mut tables = 0;
    for section in &document.sections {
        let (class, heading) = (if section.new_page { " class=\"page\"" } else { "" }, section.level.clamp(1, 2) + 1);
        let id = escaped(&section.id);
        let _ = writeln!(page, "<section id=\"{id}\"{class} aria-labelledby=\"{id}-title\">");
        let _ = writeln!(page, "<h{heading} id=\"{id}-title\">{}</h{heading}>", escaped(&section.title));
        for one in &section.blocks {
            page.push_str(&block(one, heading + 1, document.words.scroll, &mut tables));
        }
        page.push_str("</section>\n");
    }
    let _ = write!(page, "</main>\n<footer><p>{}</p></footer>\n", escaped(&document.colophon));
    if document.sections.iter().flat_map(|section| &section.blocks).any(|block| matches!(block, Block::Live(_))) {
        let _ = write!(page, "<script>\n{SCRIPT}</script>\n");
    }
    page.push_str("</body>\n</html>\n");
    page
}

#[cfg(test)]
mod tests;
