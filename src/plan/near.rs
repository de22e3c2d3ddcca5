//! Who must have a desk within a distance: "everyone, or so many, within S".

use std::collections::HashMap;

use super::kernel::Side;
use super::menu::Menu;
use super::obstacle::Obstacle;
use super::rules::index;
use crate::crs::Planar;
use crate::model::Region;
use crate::reach::{matrix, nearest};
use crate::spatial::Tiles;
use crate::units::{Metres, Share};

/// The residents of a study by the options that lie near enough for them.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// How far a desk may be, detour included.
    pub distance: Metres,
    /// Residents who have a desk that stays near enough.
    pub kept: f64,
    /// Options that lie near enough, ascending, with the residents who have just these and no desk that stays.
    pub rows: Vec<(Vec<u32>, f64)>,
    /// Residents whom no option can serve, by cell.
    pub beyond: Vec<(usize, f64)>,
    /// All residents.
    pub total: f64,
}

impl Near {
    /// Finds them among the cells that count. Distances are those of everyone, whatever their group. O(pairs).
    #[must_use]
    pub fn new(region: &Region, counts: &[bool], menu: &Menu, distance: Metres, detour: f64) -> Self {
        let mut near = Self { distance, kept: 0.0, rows: Vec::new(), beyond: Vec::new(), total: 0.0 };
        let mut options: HashMap<usize, Vec<u32>> = HashMap::new();
        menu.options.iter().enumerate().for_each(|(option, desk)| options.entry(desk.site).or_default().push(index(option)));
        let stays = menu.kept.iter().chain(&menu.others).map(|desk| desk.site);
        let mut sites: Vec<usize> = stays.chain(options.keys().copied()).collect();
        sites.sort_unstable();
        let sites: Vec<_> = sites.into_iter().map(|site| (index(site), region.sites[site].at)).collect();
        let limit = Metres::new(distance.get() / detour).unwrap_or(distance);
        let pairs = matrix(&region.cells.at, &Tiles::new(region.cells.at.get()), &sites, limit);
        let mut places: HashMap<Vec<u32>, usize> = HashMap::new();
        for (cell, residents) in region.cells.residents().iter().copied().enumerate() {
            if residents <= 0.0 || !counts[cell] {
                continue;
            }
            near.total += residents;
            let within = pairs.row(cell).filter(|(_, metres)| metres * detour <= distance.get()).map(|(site, _)| site);
            let (mut row, mut is_kept) = (Vec::new(), false);
            for site in within {
                match options.get(&site) {
                    Some(options) => row.extend(options),
                    None => is_kept = true,
                }
            }
            if is_kept {
                near.kept += residents;
            } else if row.is_empty() {
                near.beyond.push((cell, residents));
            } else {
                row.sort_unstable();
                let rows = &mut near.rows;
                let place = *places.entry(row).or_insert_with_key(|row| {
                    rows.push((row.clone(), 0.0));
                    rows.len() - 1
                });
                near.rows[place].1 += residents;
            }
        }
        near
    }

    /// Residents who must be near an option when `share` of all must be near a desk; 0 or less when those that stay are enough. A part in 10⁹
    /// is rounding.
    #[must_use]
    pub fn asked(&self, share: Share) -> f64 {
        share.get() * self.total - self.kept - 1e-9 * self.total
    }

    /// Residents without a desk that stays who have one of these options near enough. O(rows · options of a row).
    #[must_use]
    pub fn served(&self, open: &[u32]) -> f64 {
        let is_near = |row: &Vec<u32>| open.iter().any(|option| row.binary_search(option).is_ok());
        self.rows.iter().filter(|(options, _)| is_near(options)).map(|(_, residents)| residents).sum()
    }

    /// What stands in the way of `share` of the residents having a desk near enough.
    #[must_use]
    pub fn obstacles(&self, region: &Region, menu: &Menu, detour: f64, share: Share) -> Vec<Obstacle> {
        let beyond: f64 = self.beyond.iter().map(|(_, residents)| residents).sum();
        if share.get() < 1.0 {
            let possible = if self.total > 0.0 { 1.0 - beyond / self.total } else { 1.0 };
            let is_short = possible < share.get() - 1e-9;
            return is_short
                .then_some(Obstacle::TooFewNear { possible, asked: share.get(), distance: self.distance })
                .into_iter()
                .collect();
        }
        if self.beyond.is_empty() {
            return Vec::new();
        }
        let mut sites: Vec<usize> = menu.kept.iter().chain(&menu.others).chain(&menu.options).map(|desk| desk.site).collect();
        sites.sort_unstable();
        sites.dedup();
        let sites: Vec<_> = sites.into_iter().map(|site| (index(site), region.sites[site].at)).collect();
        let cells = Planar(self.beyond.iter().map(|(cell, _)| region.cells.at.get()[*cell]).collect::<Vec<_>>());
        let found = nearest(&cells, &Tiles::new(cells.get()), &sites);
        let mut by_municipality: Vec<(Option<usize>, f64, f64)> = Vec::new();
        for ((cell, residents), metres) in self.beyond.iter().zip(&found.distance) {
            let municipality = Some(region.cells.municipality[*cell] as usize).filter(|index| *index < region.municipalities.len());
            match by_municipality.iter_mut().find(|(known, ..)| *known == municipality) {
                Some((_, sum, farthest)) => (*sum, *farthest) = (*sum + residents, farthest.max(metres * detour)),
                None => by_municipality.push((municipality, *residents, metres * detour)),
            }
        }
        by_municipality.sort_by_key(|(municipality, ..)| *municipality);
        let obstacle = |(municipality, residents, farthest): (Option<usize>, f64, f64)| Obstacle::TooFar {
            municipality,
            residents,
            nearest: Metres::new(farthest),
            distance: self.distance,
        };
        by_municipality.into_iter().map(obstacle).collect()
    }

    /// Conditions that everyone is served: one for each row of which no other is a part. O(rows² · options of a row), as rows are few.
    #[must_use]
    pub fn sides(&self) -> Vec<Side> {
        let mut rows: Vec<&Vec<u32>> = self.rows.iter().map(|(row, _)| row).collect();
        rows.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
        let mut kept: Vec<&Vec<u32>> = Vec::new();
        // A row that holds another one is served when that is; it holds the first option of it.
        let mut by_first: HashMap<u32, Vec<&Vec<u32>>> = HashMap::new();
        for row in rows {
            let holds = |smaller: &&Vec<u32>| smaller.iter().all(|option| row.binary_search(option).is_ok());
            if !row.iter().any(|option| by_first.get(option).is_some_and(|rows| rows.iter().any(holds))) {
                by_first.entry(row[0]).or_default().push(row);
                kept.push(row);
            }
        }
        kept.into_iter().map(|row| Side::at_least(row.iter().copied(), 1)).collect()
    }
}
