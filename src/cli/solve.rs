//! `bereik solve`: the classic location problems, for researchers and for comparison.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use super::progress::Progress;
use super::{Exit, tell, use_threads};
use crate::model::Lang;
use crate::plan::classic::Solved;
use crate::plan::kernel::Ending;
use crate::run::{self, Failure, Goal, Problem, SolveRequest};

/// Solve a classic location problem (OR-Library, maximal covering, tables of distances) and say how good the answer is
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  bereik solve --pmed pmed1.txt\n  bereik solve --uflp cap71.txt\n  bereik solve --mclp SJC324.txt --demand demand-SJC324.dat --radius 800 -p 3\n  bereik solve --table distances.csv --goal p-center -p 4\n  bereik solve --cells cells.csv --candidates candidates.csv --goal p-median -p 50\n\nWithout --time and --work it searches until the answer is proven. The same work gives the same answer on any machine; time does not."
)]
#[command(group(clap::ArgGroup::new("file").required(true)))]
pub(super) struct Arguments {
    /// OR-Library p-median: `n edges p`, then edges
    #[arg(long, value_name = "FILE", conflicts_with_all = ["goal", "radius", "count"])]
    pmed: Option<PathBuf>,
    /// OR-Library facility location (`cap`), capacities left aside
    #[arg(long, value_name = "FILE", conflicts_with_all = ["goal", "radius", "count"])]
    uflp: Option<PathBuf>,
    /// Points that are clients and options: n, then x and y
    #[arg(long, value_name = "FILE", group = "file", requires = "demand")]
    mclp: Option<PathBuf>,
    /// The weights of the points of --mclp
    #[arg(long, value_name = "FILE", requires = "mclp")]
    demand: Option<PathBuf>,
    /// CSV with `distance`, `name` (option), `DestinationName` (client), `demand`
    #[arg(long, value_name = "FILE", group = "file")]
    table: Option<PathBuf>,
    /// CSV of clients with `x`, `y` and `aantal_inwoners`
    #[arg(long, value_name = "FILE", group = "file", requires = "candidates")]
    cells: Option<PathBuf>,
    /// CSV of options with `x` and `y`, for --cells
    #[arg(long, value_name = "FILE", requires = "cells")]
    candidates: Option<PathBuf>,
    /// What to choose for
    #[arg(long, value_enum, value_name = "GOAL", default_value = "maximal-covering")]
    goal: GoalName,
    /// Distance within which a client is served, in the unit of the file
    #[arg(long, value_name = "DISTANCE", value_parser = distance)]
    radius: Option<f64>,
    /// How many options to choose
    #[arg(short = 'p', long = "count", value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    count: Option<u32>,
    /// In set covering, leave out clients that no option is near enough to
    #[arg(long)]
    only_reachable: bool,
    /// Read and search so long at most, such as `10s`: the answer is then not the same on every machine
    #[arg(long, value_name = "TIME", value_parser = seconds)]
    time: Option<Duration>,
    /// Look at so many numbers at most; some 300 million take a second
    #[arg(long, value_name = "N")]
    work: Option<u64>,
    /// A gap that is good enough, such as `0.1%`
    #[arg(long, value_name = "GAP", value_parser = share, default_value = "0%")]
    gap: f64,
    /// Print the answer as JSON on standard output
    #[arg(long)]
    json: bool,
    /// Threads to use; default: as many as there are processors. The result is the same
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

/// A goal on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum GoalName {
    /// The most weight within a distance (Church & ReVelle)
    MaximalCovering,
    /// The least weighted distance (Hakimi)
    PMedian,
    /// The fewest options with everyone within a distance (Toregas)
    SetCovering,
    /// The least distance of who is farthest (Hakimi)
    PCenter,
}

fn distance(text: &str) -> Result<f64, String> {
    text.parse().ok().filter(|number: &f64| number.is_finite() && *number >= 0.0).ok_or_else(|| "a number of 0 or more".to_owned())
}

pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let expected = || "a time such as 10s, 2.5s or 3min".to_owned();
    let text = text.trim();
    let (number, unit) = match text.strip_suffix("min") {
        Some(number) => (number, 60.0),
        None => (text.strip_suffix('s').unwrap_or(text), 1.0),
    };
    let number: f64 = number.trim().replace(',', ".").parse().map_err(|_| expected())?;
    Duration::try_from_secs_f64(number * unit).map_err(|_| expected())
}

pub(super) fn share(text: &str) -> Result<f64, String> {
    let (number, per) = match text.trim().strip_suffix('%') {
        Some(number) => (number, 100.0),
        None => (text.trim(), 1.0),
    };
    let number: Option<f64> = number.trim().replace(',', ".").parse().ok();
    number.map(|number| number / per).filter(|share| (0.0..1.0).contains(share)).ok_or_else(|| "a share such as 0.1% or 0.001".to_owned())
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    use_threads(arguments.threads)?;
    let Some(problem) = problem(arguments) else { return Err(Failure::Ours("no problem was given".to_owned())) };
    let goal = match arguments.goal {
        GoalName::MaximalCovering => Goal::MaximalCovering,
        GoalName::PMedian => Goal::PMedian,
        GoalName::SetCovering => Goal::SetCovering,
        GoalName::PCenter => Goal::PCenter,
    };
    let request = SolveRequest {
        problem,
        goal,
        radius: arguments.radius,
        count: arguments.count,
        work: arguments.work,
        time: arguments.time,
        gap: arguments.gap,
        only_reachable: arguments.only_reachable,
    };
    let progress = Progress::new(Lang::En);
    let begun = Instant::now();
    let solved = run::solve(&request, &progress);
    progress.finish();
    let solved = solved.map_err(Failure::Solve)?;
    let answer = if arguments.json { json(&solved)? } else { lines(&solved) };
    tell::data(&answer, Lang::En)?;
    tell::talk(&format!("{:.2} s, {} nodes, {} numbers looked at", begun.elapsed().as_secs_f64(), solved.nodes, solved.work));
    Ok(Exit::Done)
}

fn problem(arguments: &Arguments) -> Option<Problem> {
    let Arguments { pmed, uflp, mclp, demand, table, cells, candidates, .. } = arguments;
    let one = |file: &Option<PathBuf>, make: fn(PathBuf) -> Problem| file.clone().map(make);
    let two = |first: &Option<PathBuf>, second: &Option<PathBuf>, make: fn(PathBuf, PathBuf) -> Problem| {
        first.clone().zip(second.clone()).map(|(first, second)| make(first, second))
    };
    one(pmed, Problem::Pmed)
        .or_else(|| one(uflp, Problem::Uflp))
        .or_else(|| two(mclp, demand, Problem::Mclp))
        .or_else(|| one(table, Problem::Table))
        .or_else(|| two(cells, candidates, Problem::Cells))
}

fn ending(solved: &Solved) -> &'static str {
    match solved.ending {
        Ending::Optimal => "optimal",
        Ending::GoodEnough => "within the gap that was asked",
        Ending::Worked => "cut by the work that was given",
        Ending::Stopped => "cut by the clock",
    }
}

fn lines(solved: &Solved) -> String {
    let options: Vec<String> = solved.options.iter().map(|option| (option + 1).to_string()).collect();
    format!(
        "value    {}\nbound    {}\ngap      {:.4} %\nending   {}\noptions  {} ({})\n",
        solved.value,
        solved.bound,
        100.0 * solved.gap(),
        ending(solved),
        options.join(" "),
        options.len()
    )
}

fn json(solved: &Solved) -> Result<String, Failure> {
    let options: Vec<u32> = solved.options.iter().map(|option| option + 1).collect();
    let value = serde_json::json!({
        "value": solved.value, "bound": solved.bound, "gap": solved.gap(), "ending": ending(solved), "options": options,
        "nodes": solved.nodes, "work": solved.work,
    });
    serde_json::to_string_pretty(&value).map(|text| format!("{text}\n")).map_err(|error| Failure::Ours(error.to_string()))
}
