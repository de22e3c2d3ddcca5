//! Floating catchment: supply against the need of all who can reach it.

use rayon::prelude::*;

use crate::reach::Matrix;
use crate::units::Metres;

/// The members of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Floating {
    /// Two steps; every desk within the limit counts alike (Luo & Wang 2003).
    TwoStep,
    /// Two steps with a weight for each third of the limit (Luo & Qi 2009).
    Enhanced,
    /// As enhanced, and people divide themselves over the desks by these weights (Wan, Zou & Sternberg 2012).
    ThreeStep,
}

impl Floating {
    /// Every member.
    pub const ALL: [Self; 3] = [Self::TwoStep, Self::Enhanced, Self::ThreeStep];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TwoStep => "2sfca",
            Self::Enhanced => "e2sfca",
            Self::ThreeStep => "3sfca",
        }
    }
}

/// What distance leaves of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Zones {
    /// The farthest that counts.
    pub limit: Metres,
    /// Factor from straight-line distance to the way people go.
    pub detour: f64,
    /// The weight in each third of the limit, from near to far.
    pub weights: [f64; 3],
}

impl Zones {
    /// The weight of a pair at a straight-line distance; the border of a zone belongs to the nearer one.
    fn weight(&self, floating: Floating, metres: f64) -> f64 {
        let (metres, limit) = (metres * self.detour, self.limit.get());
        match floating {
            _ if metres > limit => 0.0,
            Floating::TwoStep => 1.0,
            _ if metres <= limit / 3.0 => self.weights[0],
            _ if metres <= limit * 2.0 / 3.0 => self.weights[1],
            _ => self.weights[2],
        }
    }
}

/// Supply for need.
#[derive(Debug, Clone, PartialEq)]
pub struct Access {
    /// R: supply of each site for one unit of the need that reaches it; 0 where nobody does.
    pub ratio: Vec<f64>,
    /// A: what each cell can reach of it, in supply for one unit of need.
    pub access: Vec<f64>,
}

/// Need that goes the same way: the people of groups with one reach and one liking for venues.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Its need, one value a cell.
    pub need: Vec<f64>,
    /// How far it goes.
    pub zones: Zones,
    /// How well each site suits it, 0 to 1; empty when every site does.
    pub suitability: Vec<f64>,
}

impl Term {
    /// What distance and venue leave of a pair.
    fn weight(&self, floating: Floating, site: usize, metres: f64) -> f64 {
        self.zones.weight(floating, metres) * self.suitability.get(site).copied().unwrap_or(1.0)
    }

    /// The sites of a cell with the weight of each; with selection weights for [`Floating::ThreeStep`].
    fn row<'a>(&'a self, matrix: &'a Matrix, floating: Floating, cell: usize) -> impl Iterator<Item = (usize, f64)> + 'a {
        let row = matrix.row(cell).map(move |(site, metres)| (site, self.weight(floating, site, metres)));
        let choice = if floating == Floating::ThreeStep { row.clone().map(|(_, weight)| weight).sum::<f64>() } else { 0.0 };
        row.map(move |(site, weight)| (site, if choice > 0.0 { weight * (weight / choice) } else { weight }))
    }
}

/// The floating catchment of every cell and site for need that all goes the same way: [`floating_of`] with one term.
#[must_use]
pub fn floating(matrix: &Matrix, supply: &[f64], need: &[f64], zones: &Zones, floating: Floating) -> Access {
    floating_of(matrix, supply, &[Term { need: need.to_vec(), zones: *zones, suitability: Vec::new() }], floating)
}

/// The floating catchment of every cell and site (method §4): R = s / Σ a·f, then A = Σ f·R; with selection weights G = f / Σ f in both
/// steps for [`Floating::ThreeStep`].
///
/// `supply` has one value a site (staffed places × hours a week; 0 for what is not open). Each term of need has its own f; A of a cell is the
/// mean over its need, that of the first term where nobody has any. Need of cells outside the study counts too, for it comes as well.
/// Contract: Σ need · access = Σ supply over the sites that any need reaches. O(pairs × terms), in parallel over cells; sums go in the order
/// of terms and cells.
#[must_use]
pub fn floating_of(matrix: &Matrix, supply: &[f64], terms: &[Term], floating: Floating) -> Access {
    let mut reaching = vec![0.0; supply.len()];
    for term in terms {
        for (cell, need) in term.need.iter().enumerate().filter(|(_, need)| **need > 0.0) {
            term.row(matrix, floating, cell).for_each(|(site, weight)| reaching[site] += need * weight);
        }
    }
    let ratio: Vec<f64> =
        supply.iter().zip(&reaching).map(|(supply, reaching)| if *reaching > 0.0 { supply / reaching } else { 0.0 }).collect();
    let of_term = |term: &Term, cell: usize| term.row(matrix, floating, cell).map(|(site, weight)| ratio[site] * weight).sum::<f64>() + 0.0;
    let access = |cell: usize| {
        let need: f64 = terms.iter().map(|term| term.need[cell]).sum();
        match terms {
            [] => 0.0,
            [only] => of_term(only, cell),
            [first, ..] if need <= 0.0 => of_term(first, cell),
            _ => terms.iter().map(|term| term.need[cell] * of_term(term, cell)).sum::<f64>() / need,
        }
    };
    let access = (0..matrix.cells()).into_par_iter().map(access).collect();
    Access { ratio, access }
}

#[cfg(test)]
mod tests {
    use geo::Coord;

    use super::*;
    use crate::crs::Planar;
    use crate::reach::matrix;
    use crate::spatial::Tiles;

    /// One desk of 12 hours; a cell at its door and one at 3 km. Everyone goes 5 km, a group only 1 km, and likes the venue for a half.
    /// Need of everyone 4 and 6, of the group 2 and 8: what reaches the desk is 4 + 6 + ½·2 + 0 = 11, R = 12/11. In the first cell
    /// everyone has 12/11 and the group 6/11: (4·12/11 + 2·6/11) / 6 = 60/66. In the second (6·12/11 + 8·0) / 14 = 72/154.
    #[test]
    fn each_group_goes_its_own_way() {
        let cells = Planar(vec![Coord { x: 0.0, y: 0.0 }, Coord { x: 3000.0, y: 0.0 }]);
        let km = |value: f64| Metres::new(value * 1000.0).unwrap();
        let pairs = matrix(&cells, &Tiles::new(&cells.0), &[(0, Planar(Coord { x: 0.0, y: 0.0 }))], km(5.0));
        let zones = |limit| Zones { limit, detour: 1.0, weights: [1.0, 1.0, 1.0] };
        let terms = [
            Term { need: vec![4.0, 6.0], zones: zones(km(5.0)), suitability: Vec::new() },
            Term { need: vec![2.0, 8.0], zones: zones(km(1.0)), suitability: vec![0.5] },
        ];
        let found = floating_of(&pairs, &[12.0], &terms, Floating::TwoStep);
        for (found, expected) in [(found.ratio[0], 12.0 / 11.0), (found.access[0], 60.0 / 66.0), (found.access[1], 72.0 / 154.0)] {
            assert!((found - expected).abs() < 1e-12, "{found} {expected}");
        }
        // Σ need · access = 6·60/66 + 14·72/154 = 5.4545 + 6.5455 = 12, the supply.
        assert!((6.0 * found.access[0] + 14.0 * found.access[1] - 12.0).abs() < 1e-12);
    }
}
