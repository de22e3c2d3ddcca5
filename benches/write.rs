//! Time of writing a table as CSV, by rows: the cost of a row must not grow with their number.

use std::hint::black_box;
use std::io;

use bereik::model::Texts;
use bereik::report::{Column, Shapes, Table, Values, csv};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// What the table of cells borrows.
struct Source {
    ids: Texts,
    rows: Vec<u32>,
    names: Vec<String>,
}

impl Source {
    fn new(rows: u32) -> Self {
        let ids: Vec<String> = (0..rows).map(|row| format!("E{:04}N{:04}", row % 2800, row / 2800)).collect();
        Self {
            ids: ids.iter().map(String::as_str).collect(),
            rows: (0..rows).collect(),
            names: (0..800).map(|number| format!("Desk {number}")).collect(),
        }
    }

    /// Like the table of cells: three columns of text and four of numbers.
    fn table(&self) -> Table<'_> {
        let numbers = |factor: f64, decimals| Values::Numbers {
            values: self.rows.iter().map(|&row| f64::from(row.wrapping_mul(2_654_435_761) % 1_000_003) * factor).collect(),
            decimals,
        };
        let named = |length: u32| Values::Named {
            codes: self.rows.iter().map(|row| row.wrapping_mul(40_503) / 7 % length).collect::<Vec<_>>().into(),
            names: self.names.iter().map(String::as_str).collect(),
        };
        let columns = [
            ("cell", Values::Picked { texts: &self.ids, rows: &self.rows }),
            ("municipality", named(342)),
            ("site", named(800)),
            ("residents", numbers(0.000_5, 0)),
            ("need", numbers(0.000_7, 1)),
            ("distance_m", numbers(0.012_345_67, 2)),
            ("share", numbers(0.000_000_987, 3)),
        ];
        let columns = columns.map(|(name, values)| Column { name: name.to_owned(), values }).into();
        Table { name: "cells", title: String::new(), columns, rows: self.rows.len(), shapes: Shapes::Nothing }
    }
}

fn write(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("write/csv");
    group.sample_size(20);
    for rows in [10_000, 100_000, 400_000] {
        let source = Source::new(rows);
        let table = source.table();
        group.throughput(Throughput::Elements(u64::from(rows)));
        group.bench_with_input(BenchmarkId::from_parameter(rows), &table, |bencher, table| {
            bencher.iter(|| csv::write(black_box(table), &mut io::sink()));
        });
    }
    group.finish();
}

criterion_group!(benches, write);
criterion_main!(benches);
