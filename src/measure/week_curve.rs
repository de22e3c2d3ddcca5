//! The curve over the week: at each quarter hour, the share of people with an open desk within their norm.

use super::desk::Desk;
use super::hours::HoursCoverage;
use super::reachable::Reachable;
use crate::model::{Region, Scope, Study};
use crate::week::{Classes, Quarter, Week};

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
/// Each term of need goes by the norm of its group. Quarter hours that no desk tells apart are computed once:
/// O(cells × terms + sets · classes of hours).
#[must_use]
pub fn week_curve(region: &Region, study: &Study, hours: &HoursCoverage, desks: &[Desk]) -> Vec<WeekPoint> {
    let reaches: Vec<&Reachable> = std::iter::once(&hours.reachable).chain(&hours.others).collect();
    // The sets of all reaches one after the other, with the residents and the need that have each.
    let starts: Vec<usize> = reaches.iter().scan(0, |next, reach| Some(std::mem::replace(next, *next + reach.offers.len()))).collect();
    let mut by_set = vec![(0.0, 0.0); reaches.iter().map(|reach| reach.offers.len()).sum()];
    let (mut all_residents, mut all_need) = (0.0, 0.0);
    for (group, count) in region.cells.counts.iter().enumerate() {
        let weight = study.need.weight(&count.group);
        if group > 0 && weight <= 0.0 {
            continue;
        }
        let place = hours.of_group[group].map_or(0, |other| other + 1);
        for cell in (0..region.cells.len()).filter(|cell| region.reports_on(*cell)) {
            let (residents, need) = (if group == 0 { count.persons[cell] } else { 0.0 }, weight * count.persons[cell]);
            let sums = &mut by_set[starts[place] + reaches[place].set[cell] as usize];
            *sums = (sums.0 + residents, sums.1 + need);
            (all_residents, all_need) = (all_residents + residents, all_need + need);
        }
    }
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let near = desks.iter().filter(|desk| region.site_scope[desk.site] != Scope::Beyond);
    let offers = reaches.iter().flat_map(|reach| &reach.offers).map(|offer| &offer.week);
    let weeks: Vec<&Week> = offers.chain(near.map(|desk| &desk.week)).collect();
    let classes = Classes::new(&weeks, &study.moments.dayparts);
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
