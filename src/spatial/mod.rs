//! Geometry that both loading and reach need: points grouped by tile, the tiles that borders cross, points joined to polygons.

mod borders;
mod join;
mod tiles;

pub use join::{Joined, Joiner};
pub use tiles::{Tile, Tiles};
