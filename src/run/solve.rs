//! `bereik solve`: a classic location problem from its file to its answer.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::crs::Planar;
use crate::load::benchmark::{self, BenchmarkError, Place};
use crate::plan::classic::{
    Neighbours, Points, Solved, Table, Unsolved, facility_location, maximal_covering, p_center, p_median, set_covering,
};
use crate::plan::kernel::Effort;
use crate::watch::{Stage, Stopped, Watch};

/// What to choose for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The most weight within a distance of `count` options.
    MaximalCovering,
    /// The least weighted distance to `count` options.
    PMedian,
    /// The fewest options with everyone within a distance.
    SetCovering,
    /// The least distance of who is farthest from `count` options.
    PCenter,
}

/// Where the problem stands.
#[derive(Debug, Clone)]
pub enum Problem {
    /// OR-Library's p-median.
    Pmed(PathBuf),
    /// OR-Library's facility location, without capacities.
    Uflp(PathBuf),
    /// Points and their weights, each point an option too.
    Mclp(PathBuf, PathBuf),
    /// A table of distances by facility and client.
    Table(PathBuf),
    /// CSVs of clients (`x`, `y`, `aantal_inwoners`) and of options (`x`, `y`).
    Cells(PathBuf, PathBuf),
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct SolveRequest {
    /// The problem.
    pub problem: Problem,
    /// The goal, where the problem does not say.
    pub goal: Goal,
    /// The distance of the covering goals.
    pub radius: Option<f64>,
    /// How many options, where the problem does not say.
    pub count: Option<u32>,
    /// The most work; no limit without.
    pub work: Option<u64>,
    /// The longest to read and search; where reading takes longer, it ends with what can be said at once.
    pub time: Option<Duration>,
    /// Leaves out clients that no option is near enough to, in set covering.
    pub only_reachable: bool,
    /// The gap that is good enough, as a share.
    pub gap: f64,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum SolveError {
    /// A file cannot be used.
    #[error("{0}")]
    File(#[from] BenchmarkError),
    /// An argument is lacking.
    #[error("this goal asks for {0}")]
    Lacking(&'static str),
    /// No set of options meets the conditions.
    #[error("no set of options does it: there are {options} options to choose from")]
    Impossible {
        /// How many there are.
        options: usize,
    },
    /// A client has no option that is near enough.
    #[error("client {client} (counted from 1) has no option near enough")]
    OutOfReach {
        /// By number, from 1.
        client: usize,
    },
    /// Nothing was found in the time or work that was given.
    #[error("no answer was found within the time or work that was given")]
    NothingYet,
    /// Asked to stop before the search began.
    #[error("stopped")]
    Stopped(#[from] Stopped),
}

/// Reads a problem and searches its answer.
///
/// # Errors
/// [`SolveError`].
pub fn solve(request: &SolveRequest, watch: &dyn Watch) -> Result<Solved, SolveError> {
    watch.next(Stage::Reading)?;
    let begun = Instant::now();
    let stop = || watch.is_stopped() || request.time.is_some_and(|time| begun.elapsed() >= time);
    let effort = Effort { most_work: request.work.unwrap_or(u64::MAX), gap: request.gap, stop: &stop };
    let located = match &request.problem {
        Problem::Uflp(file) => {
            let facilities = benchmark::facilities(file)?;
            watch.next(Stage::Planning)?;
            let solved = facility_location(&facilities.opening, &facilities.serving, effort);
            return solved.map_err(|unsolved| why(unsolved, facilities.opening.len()));
        }
        Problem::Pmed(file) => {
            let median = benchmark::median(file)?;
            let weights = vec![1.0; median.distances.len()];
            Located { places: Box::new(Table { distances: median.distances }), weights, goal: Goal::PMedian, count: Some(median.count) }
        }
        Problem::Mclp(points, demand) => {
            let places = benchmark::covering_points(points, demand)?;
            let at = at(&places);
            Located { places: Box::new(Points::new(&at, &at)), weights: weights(&places), goal: request.goal, count: None }
        }
        Problem::Table(file) => {
            let table = benchmark::distance_table(file)?;
            Located { places: Box::new(Table { distances: table.distances }), weights: table.weights, goal: request.goal, count: None }
        }
        Problem::Cells(cells, candidates) => {
            let (cells, candidates) = (benchmark::places(cells, Some("aantal_inwoners"))?, benchmark::places(candidates, None)?);
            let points = Points::new(&at(&cells), &at(&candidates));
            Located { places: Box::new(points), weights: weights(&cells), goal: request.goal, count: None }
        }
    };
    watch.next(Stage::Planning)?;
    let count = || request.count.or(located.count).ok_or(SolveError::Lacking("how many options to choose: -p"));
    let radius = || request.radius.ok_or(SolveError::Lacking("a distance: --radius"));
    let (places, weights) = (located.places.as_ref(), &located.weights);
    let solved = match located.goal {
        Goal::MaximalCovering => maximal_covering(places, weights, radius()?, count()?, effort),
        Goal::PMedian => p_median(places, weights, count()?, effort),
        Goal::SetCovering => set_covering(places, radius()?, request.only_reachable, effort),
        Goal::PCenter => p_center(places, count()?, effort),
    };
    solved.map_err(|unsolved| why(unsolved, places.options()))
}

struct Located {
    places: Box<dyn Neighbours>,
    weights: Vec<f64>,
    goal: Goal,
    count: Option<u32>,
}

fn at(places: &[Place]) -> Planar<Vec<geo::Coord<f64>>> {
    Planar(places.iter().map(|place| place.at.0).collect())
}

fn weights(places: &[Place]) -> Vec<f64> {
    places.iter().map(|place| place.weight).collect()
}

fn why(unsolved: Unsolved, options: usize) -> SolveError {
    match unsolved {
        Unsolved::Impossible => SolveError::Impossible { options },
        Unsolved::OutOfReach { client } => SolveError::OutOfReach { client: client + 1 },
        Unsolved::NothingYet => SolveError::NothingYet,
    }
}
