//! OR-Library: uncapacitated p-median (`pmed`) and facility location (`cap`) problems (Beasley 1990).

use std::path::Path;

use super::{BenchmarkError, Words, text_of};

/// A p-median problem on a graph: every vertex is a client of weight 1 and an option.
#[derive(Debug, Clone, PartialEq)]
pub struct Median {
    /// Shortest ways between all vertices; infinite where there is none.
    pub distances: Vec<Vec<f64>>,
    /// How many options to choose.
    pub count: u32,
}

/// Reads `n edges p` and edges `i j cost`; an edge that is given again counts as it was given last. Ways by Floyd & Warshall, O(n³).
///
/// # Errors
/// [`BenchmarkError`] with the line.
pub fn median(file: &Path) -> Result<Median, BenchmarkError> {
    /// More vertices than this have a table of ways that does not fit in memory.
    const MOST: usize = 20_000;
    let text = text_of(file)?;
    let mut words = Words::of(file, &text);
    let vertices = words.number("a number of vertices from 1 to 20,000", |count: &usize| (1..=MOST).contains(count))?;
    let edges = words.number("a number of edges", |_: &usize| true)?;
    let count = words
        .number("a number of options to choose, at most that of the vertices", |count: &u32| *count >= 1 && *count as usize <= vertices)?;
    let mut distances = vec![vec![f64::INFINITY; vertices]; vertices];
    for _ in 0..edges {
        let mut vertex = || words.number("the number of a vertex", |vertex: &usize| (1..=vertices).contains(vertex));
        let (one, other) = (vertex()? - 1, vertex()? - 1);
        let length = words.number("a length of 0 or more", |length: &f64| *length >= 0.0 && length.is_finite())?;
        distances[one][other] = length;
        distances[other][one] = length;
    }
    (0..vertices).for_each(|vertex| distances[vertex][vertex] = 0.0);
    for middle in 0..vertices {
        let onward = distances[middle].clone();
        for row in distances.iter_mut().filter(|row| row[middle].is_finite()) {
            let first = row[middle];
            row.iter_mut().zip(&onward).for_each(|(way, onward)| *way = way.min(first + onward));
        }
    }
    Ok(Median { distances, count })
}

/// A facility location problem.
#[derive(Debug, Clone, PartialEq)]
pub struct Facilities {
    /// What it costs to open each facility.
    pub opening: Vec<f64>,
    /// What it costs to serve each client from each facility.
    pub serving: Vec<Vec<f64>>,
}

/// Reads `facilities clients`, then capacity (passed over) and cost of each facility, then of each client its demand (passed over: the costs
/// are for all of it) and the cost from each facility.
///
/// # Errors
/// [`BenchmarkError`] with the line.
pub fn facilities(file: &Path) -> Result<Facilities, BenchmarkError> {
    let text = text_of(file)?;
    let mut words = Words::of(file, &text);
    let options = words.number("a number of facilities", |count: &usize| (1..=1_000_000).contains(count))?;
    let clients = words.number("a number of clients", |count: &usize| *count <= 10_000_000)?;
    let mut opening = Vec::new();
    for _ in 0..options {
        words.skip();
        opening.push(words.number("a cost of 0 or more", |cost: &f64| *cost >= 0.0 && cost.is_finite())?);
    }
    let mut serving = Vec::new();
    for _ in 0..clients {
        words.real("the demand of a client")?;
        let row: Result<Vec<f64>, _> =
            (0..options).map(|_| words.number("a cost of 0 or more", |cost: &f64| *cost >= 0.0 && cost.is_finite())).collect();
        serving.push(row?);
    }
    Ok(Facilities { opening, serving })
}
