//! The places that figures are given for, with their cells.

use crate::model::Region;

/// The levels results are given for, widest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Everything the study reports on.
    Study,
    /// A municipality.
    Municipality,
    /// A finer area.
    Area,
    /// Cells of the surroundings in no municipality; only in a study about all municipalities, and in no other row.
    Outside,
}

/// A place with its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The level.
    pub level: Level,
    /// Index of the municipality or area; `None` for the study as a whole and for what lies outside.
    pub index: Option<usize>,
    /// Its cells, ascending.
    pub cells: Vec<u32>,
}

/// The places of a region: the study, its municipalities, its areas, and what lies outside where that is anything. Levels in their order,
/// places by index. Only cells that are reported on, and those outside. O(cells).
#[must_use]
pub fn places(region: &Region) -> Vec<Place> {
    let all = || 0u32..u32::try_from(region.cells.len()).unwrap_or(u32::MAX);
    // Most cells are reported on, as a rule: room for all of them at once is cheaper than growing.
    let mut reported = Vec::with_capacity(region.cells.len());
    reported.extend(all().filter(|cell| region.reports_on(*cell as usize)));
    let outside: Vec<u32> = all().filter(|cell| region.is_outside(*cell as usize)).collect();
    let by_municipality = members(&reported, &region.cells.municipality, region.municipalities.len());
    let by_area = members(&reported, &region.cells.area, region.areas.len());
    let mut places = vec![Place { level: Level::Study, index: None, cells: reported }];
    let of_study = by_municipality.into_iter().enumerate().filter(|(index, _)| region.in_study[*index]);
    places.extend(of_study.map(|(index, cells)| Place { level: Level::Municipality, index: Some(index), cells }));
    places.extend(by_area.into_iter().enumerate().map(|(index, cells)| Place { level: Level::Area, index: Some(index), cells }));
    if !outside.is_empty() {
        places.push(Place { level: Level::Outside, index: None, cells: outside });
    }
    places
}

/// The municipalities of the study, or its areas, as in [`places`] and nothing else; empty for the other levels. O(cells).
#[must_use]
pub fn places_at(region: &Region, level: Level) -> Vec<Place> {
    let reported = || {
        let all = 0u32..u32::try_from(region.cells.len()).unwrap_or(u32::MAX);
        all.filter(|cell| region.reports_on(*cell as usize)).collect::<Vec<u32>>()
    };
    let (cells, is_shown): (Vec<Vec<u32>>, &dyn Fn(usize) -> bool) = match level {
        Level::Municipality => {
            (members(&reported(), &region.cells.municipality, region.municipalities.len()), &|index| region.in_study[index])
        }
        Level::Area => (members(&reported(), &region.cells.area, region.areas.len()), &|_| true),
        Level::Study | Level::Outside => return Vec::new(),
    };
    let shown = cells.into_iter().enumerate().filter(|(index, _)| is_shown(*index));
    shown.map(|(index, cells)| Place { level, index: Some(index), cells }).collect()
}

/// The cells of each place, by counting.
fn members(cells: &[u32], place: &[u32], places: usize) -> Vec<Vec<u32>> {
    let mut counts = vec![0; places];
    let place_of = |cell: u32| place[cell as usize] as usize;
    cells.iter().map(|cell| place_of(*cell)).filter(|place| *place < places).for_each(|place| counts[place] += 1);
    let mut members: Vec<Vec<u32>> = counts.into_iter().map(Vec::with_capacity).collect();
    for cell in cells {
        if let Some(members) = members.get_mut(place_of(*cell)) {
            members.push(*cell);
        }
    }
    members
}
