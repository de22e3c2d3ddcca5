//! From straight pieces of the plane to the polygons that are published: every vertex that lies on an edge becomes part of it, long edges
//! get vertices in between, and all of them are bent. Neighbours share every vertex of their border, so polygons neither overlap nor
//! leave gaps.

use geo::{BooleanOps, Coord, LineString, MapCoordsInPlace, MultiPolygon, Polygon};
use rstar::{AABB, RTree};

use super::plane::Plane;
use super::territory::{Piece, Plots};
use super::voronoi::distance;

/// Vertices this near to each other are one, and this near to an edge are on it; metres.
const SAME: f64 = 0.005;

/// The polygons of a country, RD New, rounded to millimetres.
pub(super) struct Land {
    /// The land of each municipality.
    pub(super) municipalities: Vec<MultiPolygon<f64>>,
    /// The water of each municipality, where it has any.
    pub(super) water: Vec<Option<MultiPolygon<f64>>>,
    /// The neighbourhoods, in the order of [`Plots::neighbourhoods`].
    pub(super) neighbourhoods: Vec<MultiPolygon<f64>>,
}

/// Bends all pieces. O(n log n) in the number of vertices.
pub(super) fn bend(plane: &Plane, plots: &Plots) -> Land {
    let rings = plots.neighbourhoods.iter().map(|plot| &plot.ring).chain(plots.land.iter().chain(&plots.water).map(|piece| &piece.ring));
    let nodes = Nodes { tree: RTree::bulk_load(rings.flatten().map(|p| [p.x, p.y]).collect()), plane };
    let count = plots.land.iter().map(|piece| piece.municipality + 1).max().unwrap_or(0);
    let of = |pieces: &[Piece], municipality: usize| -> Vec<Polygon<f64>> {
        pieces.iter().filter(|piece| piece.municipality == municipality).map(|piece| nodes.polygon(&piece.ring)).collect()
    };
    Land {
        municipalities: (0..count).map(|municipality| MultiPolygon(of(&plots.land, municipality))).collect(),
        water: (0..count).map(|municipality| joined(of(&plots.water, municipality))).collect(),
        neighbourhoods: plots.neighbourhoods.iter().map(|plot| MultiPolygon(vec![nodes.polygon(&plot.ring)])).collect(),
    }
}

/// The two halves of a river as one shape: they share the line in its middle, which a valid shape may not have.
fn joined(pieces: Vec<Polygon<f64>>) -> Option<MultiPolygon<f64>> {
    let mut pieces = pieces.into_iter();
    let first = MultiPolygon(vec![pieces.next()?]);
    Some(pieces.fold(first, |sum, piece| {
        let mut both = sum.union(&piece);
        both.map_coords_in_place(|p| Coord { x: (p.x * 1000.0).round() / 1000.0, y: (p.y * 1000.0).round() / 1000.0 });
        both
    }))
}

/// All vertices of the plane.
struct Nodes<'a> {
    tree: RTree<[f64; 2]>,
    plane: &'a Plane,
}

impl Nodes<'_> {
    /// The one point that stands for all vertices next to `p`.
    fn canonical(&self, p: Coord<f64>) -> Coord<f64> {
        let near = AABB::from_corners([p.x - SAME, p.y - SAME], [p.x + SAME, p.y + SAME]);
        self.tree
            .locate_in_envelope(&near)
            .map(|&[x, y]| Coord { x, y })
            .min_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)))
            .unwrap_or(p)
    }

    /// A bent polygon with every vertex that lies on its edges.
    fn polygon(&self, ring: &[Coord<f64>]) -> Polygon<f64> {
        let mut line: Vec<Coord<f64>> = Vec::new();
        for (&from, &to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            self.edge(self.canonical(from), self.canonical(to), &mut line);
        }
        let mut bent: Vec<Coord<f64>> = line.into_iter().map(|p| self.plane.bend(p)).collect();
        bent.dedup();
        Polygon::new(LineString(bent), Vec::new())
    }

    /// Adds an edge to `line`, without its end.
    fn edge(&self, from: Coord<f64>, to: Coord<f64>, line: &mut Vec<Coord<f64>>) {
        let length = distance(from, to);
        if length < SAME {
            return;
        }
        let way = (to - from) / length;
        let corners =
            AABB::from_corners([from.x.min(to.x) - SAME, from.y.min(to.y) - SAME], [from.x.max(to.x) + SAME, from.y.max(to.y) + SAME]);
        let mut stops: Vec<(f64, Coord<f64>)> = self
            .tree
            .locate_in_envelope(&corners)
            .map(|&[x, y]| Coord { x, y })
            .filter(|&p| ((p.x - from.x) * way.y - (p.y - from.y) * way.x).abs() < SAME)
            .map(|p| self.canonical(p))
            .map(|p| ((p.x - from.x) * way.x + (p.y - from.y) * way.y, p))
            .filter(|&(along, p)| along > 0.0 && along < length && p != from && p != to)
            .collect();
        stops.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.x.total_cmp(&b.1.x)).then(a.1.y.total_cmp(&b.1.y)));
        stops.dedup_by(|a, b| a.1 == b.1);
        stops.push((length, to));
        let mut at = from;
        for (_, stop) in stops {
            self.steps(at, stop, line);
            at = stop;
        }
    }

    /// Adds the straight way between two vertices in equal steps, without its end: the same points in both directions.
    fn steps(&self, from: Coord<f64>, to: Coord<f64>, line: &mut Vec<Coord<f64>>) {
        let forward = (from.x, from.y) < (to.x, to.y);
        let (low, high) = if forward { (from, to) } else { (to, from) };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a country is not larger than 10,000 steps")]
        let count = (distance(low, high) / self.plane.spacing).ceil().max(1.0) as u32;
        line.push(from);
        for step in 1..count {
            let part = f64::from(if forward { step } else { count - step }) / f64::from(count);
            line.push(low + (high - low) * part);
        }
    }
}
