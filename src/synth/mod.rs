//! A country that does not exist, in the formats in which the real one is published: for the demo, for tests and for timing.
//!
//! [`generate`] is pure: the same [`Config`] gives the same [`Country`], whatever the machine's number of threads. [`write()`] puts it in
//! a folder. The way: a plane with an outline and a straight river (`plane`); towns, villages and the cells around them
//! (`settlements`, `territory`); one smooth bijection that bends all of it alike (`borders`); squares and their residents
//! (`raster`, `squares`, `residents`); official totals, libraries and venues.

mod borders;
mod config;
mod country;
mod dice;
mod libraries;
mod money;
mod names;
mod official;
mod plane;
mod raster;
mod residents;
mod settlements;
mod spots;
mod squares;
mod tables;
mod territory;
mod towns;
mod venues;
mod visits;
mod voronoi;
mod write;

pub use config::{Config, SynthError};
pub use country::{Branch, Candidate, Country, Figures, Library, Municipality, Neighbourhood, Squares};
pub use residents::{Persons, SECRET, published};
pub use write::write;

use dice::{Dice, Topic};
use names::Names;

/// Makes the country that `config` asks for. Time and memory grow with the land, which is at least 8 squares for each populated one
/// until the largest land (8 million squares) is reached.
///
/// # Errors
/// [`SynthError`] when the numbers asked for do not go together.
pub fn generate(config: &Config) -> Result<Country, SynthError> {
    config.check()?;
    let plane = plane::Plane::new(config);
    let mut names = Names::new(Dice::new(config.seed, Topic::Names), &config.region);
    let places = settlements::place(config, &plane, &mut names);
    let plots = territory::divide(config, &plane, &places);
    let land = borders::bend(&plane, &plots);
    let grid = raster::Grid::around(&land);
    let ground = spots::Ground::new(config, &plane, &places, &land, &grid);
    let squares = squares::populate(config, &places, &plots, &grid, &ground)?;
    let (municipalities, neighbourhoods) = official::publish(&places, &plots, &land, &squares);
    let libraries = libraries::share_out(config, &places, &municipalities);
    let (mut branches, candidates) = venues::furnish(config, &places, &plots, &municipalities, &libraries, &squares.published);
    visits::count(config.seed, &neighbourhoods, &mut branches);
    Ok(Country {
        region: config.region.clone(),
        municipalities,
        neighbourhoods,
        squares: squares.published,
        libraries,
        branches,
        candidates,
    })
}

#[cfg(test)]
mod tests;
