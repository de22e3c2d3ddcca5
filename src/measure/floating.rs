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

/// The floating catchment of every cell and site (method §4): R = s / Σ a·f, then A = Σ f·R; with selection weights G = f / Σ f in both
/// steps for [`Floating::ThreeStep`].
///
/// `supply` has one value a site (staffed places × hours a week; 0 for what is not open), `need` one a cell: that of cells outside the study
/// counts too, for they come as well. Contract: Σ need · access = Σ supply over the sites that any need reaches. O(pairs), in parallel over
/// cells; sums go in the order of the cells.
#[must_use]
pub fn floating(matrix: &Matrix, supply: &[f64], need: &[f64], zones: &Zones, floating: Floating) -> Access {
    let choice = |cell: usize| match floating {
        Floating::ThreeStep => matrix.row(cell).map(|(_, metres)| zones.weight(floating, metres)).sum::<f64>(),
        _ => 1.0,
    };
    let weight = |metres: f64, choice: f64| {
        let weight = zones.weight(floating, metres);
        if floating == Floating::ThreeStep && choice > 0.0 { weight * (weight / choice) } else { weight }
    };
    let mut reaching = vec![0.0; supply.len()];
    for (cell, need) in need.iter().enumerate().filter(|(_, need)| **need > 0.0) {
        let choice = choice(cell);
        matrix.row(cell).for_each(|(site, metres)| reaching[site] += need * weight(metres, choice));
    }
    let ratio: Vec<f64> =
        supply.iter().zip(&reaching).map(|(supply, reaching)| if *reaching > 0.0 { supply / reaching } else { 0.0 }).collect();
    let access = |cell: usize| {
        let choice = choice(cell);
        matrix.row(cell).map(|(site, metres)| ratio[site] * weight(metres, choice)).sum::<f64>() + 0.0
    };
    let access = (0..matrix.cells()).into_par_iter().map(access).collect();
    Access { ratio, access }
}
