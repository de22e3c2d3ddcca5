//! The curve over the week: at each quarter hour, the share of people with an open desk within their norm.

use super::desk::Desk;
use super::reachable::Reachable;
use crate::model::{Region, Scope};
use crate::week::{Classes, Dayparts, Quarter, Week};

/// The shares at one quarter hour of the cycle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekPoint {
    /// When.
    pub quarter: Quarter,
    /// How many desks of the study and its surroundings are open.
    pub desks: usize,
    /// Share of the residents of the study with one of these within the norm.
    pub residents: f64,
    /// Share of their need.
    pub need: f64,
}

/// The points of the whole cycle, in order; shares are 0 where nobody lives. Only desks of which the times are known take part.
///
/// `reachable` is that of everyone, `need` one value a cell. Quarter hours that no desk tells apart are computed once:
/// O(cells + sets · classes of hours).
#[must_use]
pub fn week_curve(region: &Region, reachable: &Reachable, desks: &[Desk], need: &[f64], dayparts: &Dayparts) -> Vec<WeekPoint> {
    let mut by_set = vec![(0.0, 0.0); reachable.offers.len()];
    let residents = region.cells.residents();
    let (mut all_residents, mut all_need) = (0.0, 0.0);
    for cell in (0..region.cells.len()).filter(|cell| region.reports_on(*cell)) {
        let sums = &mut by_set[reachable.set[cell] as usize];
        *sums = (sums.0 + residents[cell], sums.1 + need[cell]);
        (all_residents, all_need) = (all_residents + residents[cell], all_need + need[cell]);
    }
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let near = desks.iter().filter(|desk| region.site_scope[desk.site] != Scope::Beyond);
    let weeks: Vec<&Week> = reachable.offers.iter().map(|offer| &offer.week).chain(near.map(|desk| &desk.week)).collect();
    let classes = Classes::new(&weeks, dayparts);
    let point = |class: usize| {
        let has = |week: usize| classes.of(week)[class / 64] >> (class % 64) & 1 == 1;
        let open = (0..by_set.len()).filter(|set| has(*set)).map(|set| by_set[set]);
        let (residents, need) = open.fold((0.0, 0.0), |sum, of_set| (sum.0 + of_set.0, sum.1 + of_set.1));
        let desks = (by_set.len()..weeks.len()).filter(|week| has(*week)).count();
        (desks, share(residents, all_residents), share(need, all_need))
    };
    let points: Vec<(usize, f64, f64)> = (0..classes.len()).map(point).collect();
    Week::ALWAYS
        .iter()
        .map(|quarter| {
            let (desks, residents, need) = classes.class_of(quarter).map_or((0, 0.0, 0.0), |class| points[class]);
            WeekPoint { quarter, desks, residents, need }
        })
        .collect()
}
