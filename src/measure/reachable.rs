//! Reachable hours: in how many hours of the week, and when, people find an open desk within their norm.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use super::desk::Desk;
use crate::model::{GroupReach, NONE};
use crate::reach::Matrix;
use crate::units::{Hours, Share};
use crate::week::{Daypart, Dayparts, Week, Weekday};

/// What one set of desks offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The union of the weeks of its desks.
    pub week: Week,
    /// Hours a week in the union; hours beside the desk's own count for their part. Untimed hours at their least possible effect.
    pub hours: f64,
    /// The same with untimed hours at their greatest possible effect.
    pub most: f64,
    /// Hours a week in each of [`Daypart::ALL`], then outside them.
    pub dayparts: [f64; 6],
    /// Whether a desk is open in an evening or on Saturday.
    pub evening_or_saturday: bool,
    /// Whether some desk is open on each weekday, if not every week.
    pub every_weekday: bool,
    /// Whether some of its desks have hours of which only the number is known, or nothing.
    pub untimed: bool,
}

/// The desks that each cell has within a norm, and what they offer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reachable {
    /// For each cell the set of desks, by index in `offers`.
    pub set: Vec<u32>,
    /// What each set offers; the first is that of no desk.
    pub offers: Vec<Offer>,
}

impl Reachable {
    /// The offer to a cell.
    #[must_use]
    pub fn of(&self, cell: usize) -> &Offer {
        &self.offers[self.set[cell] as usize]
    }
}

/// Finds what each cell can reach within the norm of `reach` (method §3): h = hours of the **union** of the weeks.
///
/// `desks` are the open ones; help beside desk hours counts for `outside`. Cells with the same desks are computed once: O(pairs + sets · desks
/// in a set). Sets are numbered in the order of the first cell that has them.
#[must_use]
pub fn reachable(matrix: &Matrix, desks: &[Desk], reach: GroupReach, dayparts: &Dayparts, outside: Share) -> Reachable {
    let mut places = vec![NONE; desks.iter().map(|desk| desk.site + 1).max().unwrap_or(0)];
    desks.iter().zip(0..).for_each(|(desk, place)| places[desk.site] = place);
    let chunks: Vec<Range<usize>> =
        (0..matrix.cells()).step_by(CELLS_A_CHUNK).map(|first| first..matrix.cells().min(first + CELLS_A_CHUNK)).collect();
    let runs: Vec<Vec<(usize, Vec<u32>)>> = chunks.into_par_iter().map(|cells| runs(matrix, &places, reach, cells)).collect();
    let mut numbers: HashMap<&[u32], u32> = HashMap::from([(&[][..], 0)]);
    let mut sets: Vec<&[u32]> = vec![&[]];
    let mut set = Vec::with_capacity(matrix.cells());
    for (cells, near) in runs.iter().flatten() {
        let number = *numbers.entry(near).or_insert_with(|| {
            sets.push(near);
            u32::try_from(sets.len() - 1).unwrap_or(u32::MAX)
        });
        set.extend(std::iter::repeat_n(number, *cells));
    }
    let masks = Masks::new(dayparts);
    let offers = sets.par_iter().map(|set| masks.offer(set.iter().map(|place| &desks[*place as usize]), outside.get())).collect();
    Reachable { set, offers }
}

/// Cells that one thread looks at in a row.
const CELLS_A_CHUNK: usize = 4096;

/// The desks within the norm of each of these cells, by their place among the desks: cells side by side mostly have the same, so it is told how
/// many in a row do. `places` has the place of each site; [`NONE`], or nothing, for what is no desk.
fn runs(matrix: &Matrix, places: &[u32], reach: GroupReach, cells: Range<usize>) -> Vec<(usize, Vec<u32>)> {
    let mut runs: Vec<(usize, Vec<u32>)> = Vec::new();
    let mut near = Vec::new();
    for cell in cells {
        let within = matrix.row(cell).filter(|(_, metres)| metres * reach.detour <= reach.norm.get());
        near.clear();
        near.extend(within.filter_map(|(site, _)| places.get(site).copied()).filter(|place| *place != NONE));
        match runs.last_mut() {
            Some((count, same)) if *same == near => *count += 1,
            _ => runs.push((1, near.clone())),
        }
    }
    runs
}

/// The hours a week that some desks offer together: [`Offer::hours`] and nothing else of it.
#[must_use]
pub fn offered_hours<'a>(desks: impl Iterator<Item = &'a Desk>, outside: Share) -> f64 {
    let together = Together::of(desks);
    least_hours(together.least, together.week.hours().get(), together.beside.hours().get(), outside.get())
}

/// The union of weeks, and what is known only as a number.
struct Together {
    week: Week,
    /// What is open beside it.
    beside: Week,
    /// The most untimed hours of one desk, and those of all.
    least: f64,
    sum: f64,
    untimed: bool,
}

impl Together {
    fn of<'a>(desks: impl Iterator<Item = &'a Desk>) -> Self {
        let mut all = Self { week: Week::EMPTY, beside: Week::EMPTY, least: 0.0, sum: 0.0, untimed: false };
        for desk in desks {
            all.week = all.week.union(&desk.week);
            all.beside = all.beside.union(&desk.beside);
            let hours = desk.untimed.map_or(0.0, Hours::get);
            (all.least, all.sum) = (all.least.max(hours), all.sum + hours);
            all.untimed |= !desk.timed;
        }
        all.beside = all.beside.minus(&all.week);
        all
    }
}

/// Hours at their least: untimed ones fall in the timed ones as far as they can, then in those beside a desk, which they make full.
fn least_hours(least: f64, full: f64, beside: f64, outside: f64) -> f64 {
    let least = least.max(full);
    least + outside * (beside - (least - full)).max(0.0)
}

/// The parts of the week that an offer is split into.
struct Masks {
    dayparts: Vec<Week>,
    /// Weekday evenings and Saturday.
    late: Week,
    /// Monday to Friday.
    weekdays: Vec<Week>,
}

impl Masks {
    fn new(dayparts: &Dayparts) -> Self {
        let mut masks: Vec<Week> = Daypart::ALL.into_iter().map(|daypart| *dayparts.mask(daypart)).collect();
        masks.push(dayparts.other());
        let late = dayparts.mask(Daypart::WeekdayEvening).union(&Week::whole_day(Weekday::Saturday));
        Self { dayparts: masks, late, weekdays: Weekday::ALL[..5].iter().map(|day| Week::whole_day(*day)).collect() }
    }

    fn offer<'a>(&self, desks: impl Iterator<Item = &'a Desk>, outside: f64) -> Offer {
        let Together { week, beside, least, sum, untimed } = Together::of(desks);
        let timed = |mask: &Week| (f64::from(week.common(mask)) + outside * f64::from(beside.common(mask))) / QUARTERS_AN_HOUR_OF_CYCLE;
        // Hours without times that fall in hours beside a desk make these full.
        let (full, beside) = (week.hours().get(), beside.hours().get());
        let most = (full + sum).min(HOURS_A_WEEK);
        let mut split = [0.0; 6];
        split.iter_mut().zip(&self.dayparts).for_each(|(hours, mask)| *hours = timed(mask));
        Offer {
            hours: least_hours(least, full, beside, outside),
            most: most + outside * beside.min(HOURS_A_WEEK - most),
            dayparts: split,
            evening_or_saturday: week.common(&self.late) > 0,
            every_weekday: self.weekdays.iter().all(|day| week.common(day) > 0),
            untimed,
            week,
        }
    }
}

/// Quarters of the cycle that make one hour a week.
const QUARTERS_AN_HOUR_OF_CYCLE: f64 = 16.0;
const HOURS_A_WEEK: f64 = 168.0;
