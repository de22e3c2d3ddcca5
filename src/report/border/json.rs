//! Borders for a machine: every table, row by row.

use serde_json::{Map, Value};

use super::{Borders, findings, tables, without};
use crate::model::{Region, Study};
use crate::report::table_json::rows;
use crate::text::Text;

/// Every table as a list of rows with named values, an empty cell being `null`, and the findings in words.
///
/// # Errors
/// Only when a figure cannot be written as JSON, which finite numbers always can.
pub fn json(region: &Region, study: &Study, borders: &Borders, text: &dyn Text) -> Result<String, serde_json::Error> {
    let tables = tables(region, study, borders, text);
    let mut all: Map<String, Value> = tables.iter().map(|table| (table.name.replace('-', "_"), rows(table))).collect();
    all.insert("findings".to_owned(), [findings(region, borders, text), without(region, borders, text)].concat().into());
    serde_json::to_string_pretty(&Value::Object(all))
}
