//! From the first page of a table down to its leaves.

use super::Odd;
use super::file::Pages;
use super::layout::Layout;
use super::page::{Page, array, varint};

/// The most levels of a table, as `SQLite` has it.
const DEEPEST: usize = 20;

/// A page and the keys that may be in it or below it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) page: u32,
    /// Below all its keys.
    pub(super) above: i64,
    /// Its last key at most.
    pub(super) last: i64,
}

/// The leaves of a table by ascending key. O(pages of the table), and never more of them than the file has.
pub(super) fn leaves(pages: &mut Pages<'_>, layout: &Layout) -> Result<Vec<Node>, Odd> {
    let most = usize::try_from(layout.pages).map_err(|_| Odd)?;
    let mut level = vec![Node { page: layout.root, above: i64::MIN, last: i64::MAX }];
    // Every leaf is equally deep: the first page of a level tells of all.
    for _ in 0..DEEPEST {
        let mut below = Vec::new();
        for node in &level {
            let bytes = pages.read(node.page, 1)?.next().ok_or(Odd)?;
            let page = Page::new(bytes)?;
            match (page.is_leaf(), below.is_empty()) {
                (true, true) => return Ok(level),
                (true, false) => return Err(Odd),
                (false, _) => push_children(page, *node, &mut below)?,
            }
            if below.len() > most {
                return Err(Odd);
            }
        }
        level = below;
    }
    Err(Odd)
}

/// Adds the pages below an inner page: they share its keys out in ascending order, and none is without.
fn push_children(page: Page<'_>, node: Node, below: &mut Vec<Node>) -> Result<(), Odd> {
    let mut above = node.above;
    for cell in page.cells() {
        let cell = cell?;
        let last = varint(cell.get(4..).ok_or(Odd)?)?.0.cast_signed();
        if last <= above || last >= node.last {
            return Err(Odd);
        }
        below.push(Node { page: u32::from_be_bytes(array(cell, 0)?), above, last });
        above = last;
    }
    if page.is_empty() {
        return Err(Odd);
    }
    below.push(Node { page: page.last_child()?, above, last: node.last });
    Ok(())
}
