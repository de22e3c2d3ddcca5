//! The planner on families of problems: maximal covering, p-median, p-center, set covering, and places with hours under a budget.
//!
//! `cargo bench --bench planner` draws a country by rule and prints value, bound, gap and seconds of each problem. With
//! `BEREIK_PLAN_DATA=FOLDER` it takes `cells.csv` (`x`, `y`, `aantal_inwoners`, `aantal_inwoners_65_jaar_en_ouder`) and `candidates.csv` (`x`, `y`,
//! `fixed_cost`, `hour_cost`) instead, `BEREIK_PLAN_RADIUS` is in metres (5000), `BEREIK_PLAN_GAP` a share that is good enough (0), and
//! `BEREIK_PLAN_ONLY` names the problems: `covering,median,center,cover,hours,unnested`. Seconds are those of the wall: count CPU from outside.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench that cannot set itself up has failed; what it prints is its result")]

mod country;
mod hours;

use std::time::Instant;

use bereik::crs::Planar;
use bereik::plan::classic::{Points, Solved, maximal_covering, p_center, p_median, set_covering};
use bereik::plan::kernel::Effort;

use country::{Country, number};

fn main() {
    let country = Country::chosen();
    let radius = number("BEREIK_PLAN_RADIUS", 5_000.0);
    let effort = Effort { gap: number("BEREIK_PLAN_GAP", 0.0), ..Effort::default() };
    let only = std::env::var("BEREIK_PLAN_ONLY").unwrap_or_else(|_| "covering,median,center,cover,hours,unnested".to_owned());
    let count = u32::try_from(country.sites.len() / 20).unwrap().max(1);
    println!("{} cells, {} sites, {radius} m, p = {count}", country.cells.len(), country.sites.len());
    let points = Points::new(&Planar(country.cells.clone()), &Planar(country.sites.clone()));
    for name in only.split(',').map(str::trim) {
        let begun = Instant::now();
        let solved = match name {
            "covering" => maximal_covering(&points, &country.residents, radius, count, effort).unwrap(),
            "median" => p_median(&points, &country.residents, count, effort).unwrap(),
            "center" => p_center(&points, count, effort).unwrap(),
            "cover" => set_covering(&points, 2.0 * radius, true, effort).unwrap(),
            "hours" => hours::places_and_hours(&country, &points, radius, &hours::NESTED, 1, effort),
            "unnested" => hours::places_and_hours(&country, &points, radius, &hours::UNNESTED, 3, effort),
            other => panic!("no problem is called {other}"),
        };
        tell(name, &solved, begun);
    }
}

fn tell(name: &str, solved: &Solved, begun: Instant) {
    let (value, bound, gap) = (solved.value, solved.bound, 100.0 * solved.gap());
    let (seconds, nodes) = (begun.elapsed().as_secs_f64(), solved.nodes);
    println!("{name:>9}  value {value:.3}  bound {bound:.3}  gap {gap:.3} %  {:?}  {nodes} nodes  {seconds:.2} s", solved.ending);
}
