//! A table of distances: a row for each pair of facility and client, as PySAL's example of San Francisco has it.

use std::collections::BTreeMap;
use std::path::Path;

use super::{BenchmarkError, text_of};

/// Distances between named clients and facilities.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DistanceTable {
    /// The facilities, in the order of the file.
    pub options: Vec<String>,
    /// The clients, in the order of the file.
    pub clients: Vec<String>,
    /// What each client weighs.
    pub weights: Vec<f64>,
    /// By client and facility; infinite for a pair that the file does not have.
    pub distances: Vec<Vec<f64>>,
}

/// Reads a CSV with the columns `distance`, `name` (of the facility), `DestinationName` (of the client) and `demand`.
///
/// # Errors
/// [`BenchmarkError`] with the line, or the column that is not there.
pub fn distance_table(file: &Path) -> Result<DistanceTable, BenchmarkError> {
    let text = text_of(file)?;
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let column = |column: &'static str| {
        let missing = || BenchmarkError::NoColumn { file: file.to_owned(), column, has: header.iter().collect::<Vec<_>>().join(", ") };
        header.iter().position(|name| name == column).ok_or_else(missing)
    };
    let (distance, option, client, demand) = (column("distance")?, column("name")?, column("DestinationName")?, column("demand")?);
    let mut table = DistanceTable::default();
    let (mut options, mut clients) = (BTreeMap::new(), BTreeMap::new());
    let mut pairs = Vec::new();
    for (line, record) in (2..).zip(reader.records()) {
        let record = record.unwrap_or_default();
        let number = |column: usize, expected: &'static str| {
            let found = record.get(column).unwrap_or_default().trim();
            let unexpected = || BenchmarkError::Unexpected { file: file.to_owned(), line, found: found.to_owned(), expected };
            found.parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0).ok_or_else(unexpected)
        };
        let name = |column: usize| record.get(column).unwrap_or_default().to_owned();
        let option = *options.entry(name(option)).or_insert_with(|| {
            table.options.push(name(option));
            table.options.len() - 1
        });
        let weight = number(demand, "a demand of 0 or more")?;
        let client = *clients.entry(name(client)).or_insert_with(|| {
            table.clients.push(name(client));
            table.weights.push(weight);
            table.clients.len() - 1
        });
        pairs.push((client, option, number(distance, "a distance of 0 or more")?));
    }
    table.distances = vec![vec![f64::INFINITY; table.options.len()]; table.clients.len()];
    pairs.into_iter().for_each(|(client, option, distance)| table.distances[client][option] = distance);
    Ok(table)
}
