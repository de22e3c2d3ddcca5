//! Who wins and who loses by a scenario, and who loses the only desk within reach.

use std::collections::BTreeMap;

use super::network::Fate;
use super::outcome::Outcome;
use crate::measure::{Level, Place, places};
use crate::model::{NONE, Region};
use crate::units::Metres;

/// A change of distance that people notice.
pub const NOTICED_METRES: f64 = 500.0;
/// A change of reachable hours a week that people notice.
pub const NOTICED_HOURS: f64 = 4.0;

/// How the residents of one group in one place fare, against today. All are persons.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// The level.
    pub level: Level,
    /// Index of the municipality or area.
    pub index: Option<usize>,
    /// Index of the group in [`crate::model::Cells::counts`].
    pub group: usize,
    /// Residents, of the scenario.
    pub residents: f64,
    /// More than [`NOTICED_METRES`] nearer to a desk.
    pub nearer: f64,
    /// More than [`NOTICED_METRES`] farther.
    pub farther: f64,
    /// More than [`NOTICED_HOURS`] more reachable hours a week.
    pub more_hours: f64,
    /// More than [`NOTICED_HOURS`] fewer.
    pub fewer_hours: f64,
}

impl Shift {
    /// Whether anyone notices.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.nearer + self.farther + self.more_hours + self.fewer_hours > 0.0
    }
}

/// Residents of one group who lose the only desk within their norm when a desk closes or moves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lost {
    /// The desk that was nearest and closes or moves, by index in the sites.
    pub site: usize,
    /// Index of the group in [`crate::model::Cells::counts`].
    pub group: usize,
    /// Residents who had it nearest and within their norm, and have no desk within the norm then.
    pub residents: f64,
}

/// Winners and losers by place and group, with the residents of the scenario: levels and places in their order, groups by index. Who has no desk
/// in one case and has one in the other is nearer, or farther, than any number of metres. O(cells × groups).
#[must_use]
pub fn shifts(today: &Outcome, then: &Outcome) -> Vec<Shift> {
    let region = &then.situation.region;
    let metres = |outcome: &Outcome, cell: usize| outcome.figures.distance[cell];
    let mut shifts = Vec::new();
    for Place { level, index, cells } in places(region).into_iter().filter(|place| place.level != Level::Outside) {
        for (group, count) in region.cells.counts.iter().enumerate() {
            let mut shift = Shift { level, index, group, residents: 0.0, nearer: 0.0, farther: 0.0, more_hours: 0.0, fewer_hours: 0.0 };
            for cell in &cells {
                let cell = *cell as usize;
                let persons = count.persons[cell];
                shift.residents += persons;
                let (before, after) = (metres(today, cell), metres(then, cell));
                if before > after + NOTICED_METRES || before.is_infinite() && after.is_finite() {
                    shift.nearer += persons;
                }
                if after > before + NOTICED_METRES || after.is_infinite() && before.is_finite() {
                    shift.farther += persons;
                }
                if let (Some(before), Some(after)) = (today.hours.get(cell), then.hours.get(cell)) {
                    shift.more_hours += if after - before > NOTICED_HOURS { persons } else { 0.0 };
                    shift.fewer_hours += if before - after > NOTICED_HOURS { persons } else { 0.0 };
                }
            }
            shifts.push(shift);
        }
    }
    shifts
}

/// Who loses the only desk within the norm, by desk that closes or moves and group, with the residents of the scenario and the norm of `today`: nobody
/// may be forgotten. Each counts for the desk that is nearest today. Desks by site, groups by index; rows of nobody are left out.
/// O(cells × groups).
#[must_use]
pub fn lost(today: &Outcome, then: &Outcome) -> Vec<Lost> {
    let (region, study): (&Region, _) = (&then.situation.region, &today.situation.study);
    let leaves = |fate: Fate| matches!(fate, Fate::Closes | Fate::Moves);
    let leaving: Vec<usize> = then.situation.fates.iter().filter(|(_, fate)| leaves(*fate)).map(|(site, _)| *site).collect();
    let mut sums: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (group, count) in region.cells.counts.iter().enumerate() {
        let reach = study.reach.of(&count.group);
        let factor = reach.detour / study.reach.detour;
        let is_within = |metres: f64| Metres::new(metres * factor).is_some_and(|metres| metres.get() <= reach.norm.get() * (1.0 + 1e-12));
        for cell in (0..region.cells.len()).filter(|cell| region.reports_on(*cell) && count.persons[*cell] > 0.0) {
            let site = today.nearest[cell];
            if site == NONE || leaving.binary_search(&(site as usize)).is_err() {
                continue;
            }
            if is_within(today.figures.distance[cell]) && !is_within(then.figures.distance[cell]) {
                *sums.entry((site as usize, group)).or_default() += count.persons[cell];
            }
        }
    }
    sums.into_iter().map(|((site, group), residents)| Lost { site, group, residents }).collect()
}
