//! Scenarios for a machine: every table, row by row, and what each does in words.

use serde_json::{Map, Value};

use super::certain_facts::certain_facts;
use super::facts::facts;
use super::{Comparison, tables, visits};
use crate::model::Study;
use crate::report::table_json::rows;
use crate::text::Text;

/// Every table as a list of rows, what is to be known of today, and the facts of each scenario by its name.
///
/// # Errors
/// Only when a figure cannot be written as JSON, which finite numbers always can.
pub fn json(study: &Study, comparison: &Comparison, text: &dyn Text) -> Result<String, serde_json::Error> {
    let tables = tables(study, comparison, text);
    let mut all: Map<String, Value> = tables.iter().map(|table| (table.name.replace('-', "_"), rows(table))).collect();
    let told = comparison.scenarios.iter().map(|one| (one.outcome.situation.name.clone(), facts(comparison, one, text).into()));
    all.insert("facts_today".to_owned(), visits::today(comparison, text).into());
    all.insert("facts".to_owned(), Value::Object(told.collect()));
    let certain = certain_facts(comparison, text);
    if !certain.is_empty() {
        all.insert("certainty".to_owned(), certain.into());
    }
    serde_json::to_string_pretty(&Value::Object(all))
}
