//! What `SQLite` says of a table and its file before pages are read without it.

use rusqlite::{Connection, OptionalExtension};

use super::Odd;

/// Where the pages of a table are, and what its rows hold.
#[derive(Debug)]
pub(super) struct Layout {
    /// Its first page.
    pub(super) root: u32,
    /// Bytes of a page.
    pub(super) page: usize,
    /// Bytes of a page but those that an extension keeps for itself.
    pub(super) usable: usize,
    /// Pages of the file.
    pub(super) pages: u32,
    /// The columns in the order of a record: their names, and whether they hold real numbers only.
    pub(super) columns: Vec<(String, bool)>,
}

impl Layout {
    /// The layout of a table that has nothing out of the ordinary.
    pub(super) fn of(connection: &Connection, table: &str, reserved: u8) -> rusqlite::Result<Result<Self, Odd>> {
        let encoding: String = connection.query_row("PRAGMA encoding", [], |row| row.get(0))?;
        let number = |sql| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
        let (page, pages) = (number("PRAGMA page_size")?, number("PRAGMA page_count")?);
        let sql = "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?1 COLLATE NOCASE";
        let root = connection.query_row(sql, [table], |row| row.get::<_, i64>(0)).optional()?;
        let mut statement = connection.prepare("SELECT name, type, hidden FROM pragma_table_xinfo(?1) ORDER BY cid")?;
        let columns = statement.query_map([table], |row| Ok(((row.get(0)?, is_real(&row.get::<_, String>(1)?)), row.get::<_, i64>(2)?)))?;
        let columns: Vec<((String, bool), i64)> = columns.collect::<rusqlite::Result<_>>()?;
        // A generated column is in no record, and a column of that name is not the key.
        let is_plain = |((name, _), hidden): &((String, bool), i64)| *hidden == 0 && !name.eq_ignore_ascii_case("rowid");
        if encoding != "UTF-8" || !columns.iter().all(is_plain) {
            return Ok(Err(Odd));
        }
        let columns = columns.into_iter().map(|(column, _)| column).collect();
        Ok(Self::checked(root.unwrap_or(0), page, pages, reserved, columns))
    }

    fn checked(root: i64, page: i64, pages: i64, reserved: u8, columns: Vec<(String, bool)>) -> Result<Self, Odd> {
        let page = usize::try_from(page).map_err(|_| Odd)?;
        let usable = page.checked_sub(usize::from(reserved)).filter(|usable| (480..=65_536).contains(usable)).ok_or(Odd)?;
        let (root, pages) = (u32::try_from(root).map_err(|_| Odd)?, u32::try_from(pages).map_err(|_| Odd)?);
        Ok(Self { root, page, usable, pages, columns })
    }
}

/// Whether a column declared so holds real numbers where it holds numbers: § 3.1 of `SQLite`'s datatypes.
pub(super) fn is_real(declared: &str) -> bool {
    let declared = declared.to_ascii_uppercase();
    let has = |words: &[&str]| words.iter().any(|word| declared.contains(word));
    has(&["REAL", "FLOA", "DOUB"]) && !has(&["INT", "CHAR", "CLOB", "TEXT", "BLOB"])
}
