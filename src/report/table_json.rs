//! Tables as JSON: a list of rows with named values, an empty cell being `null`.

use serde_json::Value;

use super::table::{Table, Values};

/// The rows of a table, numbers with as many decimals as in the other formats.
pub(super) fn rows(table: &Table) -> Value {
    let row = |row: usize| -> Value { table.columns.iter().map(|column| (column.name.clone(), value(&column.values, row))).collect() };
    (0..table.rows).map(row).collect()
}

fn value(values: &Values, row: usize) -> Value {
    match values {
        Values::Owned(texts) => texts[row].as_str().into(),
        Values::Picked { texts, rows } => texts.get(rows[row] as usize).into(),
        Values::Named { codes, names } => names.get(codes[row] as usize).copied().into(),
        Values::Numbers { values, decimals } => {
            // As many decimals as in the tables.
            let factor = 10_f64.powi(i32::from(*decimals));
            let rounded = (values[row] * factor).round() / factor;
            if rounded.is_finite() { rounded.into() } else { Value::Null }
        }
    }
}
