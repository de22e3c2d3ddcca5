//! Moment coverage, covering and gradual covering as one location problem: what each desk is worth to each row of demand.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use rayon::prelude::*;

use super::demand::{Demand, Row};
use super::hits::{Hit, MOST_WEEKS, Weeks, hits};
use super::menu::{Menu, PlanDesk};
use crate::model::{Goal, Study};
use crate::week::Week;

/// The most sets of weeks that are told apart for one row.
const MOST_SETS: usize = 128;
/// The most desks of different value that are told apart among those that stay, for one row.
const MOST_LEVELS: usize = 24;
/// How many weeks of options there is room for beside them; what there are more counts as one that holds them all.
const ROOM: usize = MOST_WEEKS - MOST_LEVELS;

/// A client of the location problem: options with what each is worth to it.
pub type Client = Vec<(u32, f64)>;

/// The clients of a plan and what the desks that stay are worth already.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Serving {
    /// Value of the desks that stay.
    pub base: f64,
    /// What options add, client by client.
    pub clients: Vec<Client>,
    /// Whether every set of hours is told apart; else clients gain at least what they do.
    pub is_exact: bool,
}

/// The clients of a goal to be large, in the order of the rows and their sets of weeks.
///
/// A row is worth need × β of its best desk; with hours, need × the expected best β that is met (method §5): a client for each set of weeks
/// that people can hit, to whom a desk is worth its β when its week is hit, its part when only its building is open then, and nothing else.
/// The desks that stay are worth what they are: only what an option adds counts. O(rows × sets × options near), in parallel.
#[must_use]
pub fn serving(study: &Study, goal: Goal, tries: u32, menu: &Menu, demand: &Demand, sites: usize) -> Serving {
    let work = Work::new(study, tries, menu, demand, sites);
    let of_row = |cache: &mut Cache, row: &Row| if goal.has_hours() { work.timed(row, cache) } else { work.untimed(row) };
    let rows: Vec<OfRow> = demand
        .rows
        .par_chunks(64)
        .map_init(Cache::default, |cache, rows| rows.iter().map(|row| of_row(cache, row)).collect::<Vec<_>>())
        .flatten_iter()
        .collect();
    let base = rows.iter().map(|row| row.base).sum();
    let is_exact = rows.iter().all(|row| row.is_exact);
    Serving { base, clients: rows.into_iter().flat_map(|row| row.clients).collect(), is_exact }
}

/// What a row comes to.
struct OfRow {
    base: f64,
    clients: Vec<Client>,
    is_exact: bool,
}

/// What is the same for all rows.
struct Work<'a> {
    study: &'a Study,
    outside: f64,
    tries: u32,
    demand: &'a Demand,
    /// For each site of the region its options.
    options: Vec<std::ops::Range<usize>>,
    /// For each site of the region the desk that stays there.
    staying: Vec<Option<&'a PlanDesk>>,
    /// Every different week of an option, and that of each option, with the one beside it.
    weeks: Vec<&'a Week>,
    week_of: Vec<(Option<u32>, Option<u32>)>,
}

/// Sets of weeks that were worked out before: profile, weeks of options, weeks of desks that stay.
type Cache = HashMap<(u32, Vec<u32>, Vec<Week>), Rc<(Vec<Hit>, bool)>>;

impl<'a> Work<'a> {
    fn new(study: &'a Study, tries: u32, menu: &'a Menu, demand: &'a Demand, sites: usize) -> Self {
        let mut options = vec![0..0; sites];
        for range in menu.sites() {
            let site = menu.options[range.start].site;
            options[site] = range;
        }
        let mut staying = vec![None; sites];
        menu.kept.iter().chain(&menu.others).for_each(|desk| staying[desk.site] = Some(desk));
        let (mut weeks, mut numbers) = (Vec::new(), HashMap::new());
        let mut number = |week: &'a Week| {
            let number = |weeks: &mut Vec<&'a Week>| {
                weeks.push(week);
                u32::try_from(weeks.len() - 1).unwrap_or(u32::MAX)
            };
            (!week.is_empty()).then(|| *numbers.entry(week).or_insert_with(|| number(&mut weeks)))
        };
        let week_of = menu.options.iter().map(|option| (number(&option.week), number(&option.beside))).collect();
        let outside = study.moments.outside_desk_hours.get();
        Self { study, outside, tries, demand, options, staying, weeks, week_of }
    }

    /// What the best desk leaves, whenever it is open.
    fn untimed(&self, row: &Row) -> OfRow {
        let need: f64 = row.need.iter().map(|(_, need)| need).sum();
        let staying = row.sites.iter().filter(|(site, _)| self.staying[*site as usize].is_some());
        let floor = staying.map(|(_, beta)| *beta).fold(0.0, f64::max);
        let adds = |(site, beta): &(u32, f64)| {
            let value = need * (beta - floor);
            self.options[*site as usize].clone().map(move |option| (index(option), value))
        };
        let client: Client = row.sites.iter().filter(|(_, beta)| *beta > floor).flat_map(adds).collect();
        OfRow { base: need * floor, clients: if client.is_empty() { Vec::new() } else { vec![client] }, is_exact: true }
    }

    /// What is met at hours drawn from the profile.
    fn timed(&self, row: &Row, cache: &mut Cache) -> OfRow {
        let staying = self.levels(row);
        let base = self.worth(row, &staying);
        let near: Vec<(f64, std::ops::Range<usize>)> = row
            .sites
            .iter()
            .map(|(site, beta)| (*beta, self.options[*site as usize].clone()))
            .filter(|(_, options)| !options.is_empty())
            .collect();
        let best = near.iter().map(|(beta, _)| *beta).fold(0.0, f64::max);
        let mut ids: Vec<u32> = Vec::new();
        for option in near.iter().flat_map(|(_, options)| options.clone()) {
            ids.extend(self.week_of[option].0);
            ids.extend(self.week_of[option].1);
        }
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return OfRow { base, clients: Vec::new(), is_exact: true };
        }
        // Above the best option no level is told apart: nothing is gained there.
        let mut levels: Vec<(f64, Week)> = Vec::new();
        for (beta, week) in staying {
            match levels.last_mut() {
                Some((_, last)) if beta >= best => *last = week,
                _ => levels.push((beta, week)),
            }
        }
        let is_told = levels.len() <= MOST_LEVELS;
        levels.truncate(MOST_LEVELS);
        let (sets, is_exact) = self.sets(row, &ids, &levels, cache);
        let bit = |place: usize| -> Weeks { 1 << place.min(ROOM - 1) };
        let place = |id: Option<u32>| id.and_then(|id| ids.binary_search(&id).ok()).map_or(0, bit);
        let places: Vec<(f64, u32, Weeks, Weeks)> = near
            .iter()
            .flat_map(|(beta, options)| options.clone().map(move |option| (*beta, option)))
            .map(|(beta, option)| (beta, index(option), place(self.week_of[option].0), place(self.week_of[option].1)))
            .collect();
        let first_level = ids.len().min(ROOM);
        let client = |(set, need): (&Weeks, &f64)| {
            let floor =
                levels.iter().enumerate().find(|(level, _)| set >> (first_level + level) & 1 == 1).map_or(0.0, |(_, (beta, _))| *beta);
            let value = |(beta, option, week, beside): &(f64, u32, Weeks, Weeks)| {
                let met = if set & week != 0 {
                    *beta
                } else if set & beside != 0 {
                    beta * self.outside
                } else {
                    0.0
                };
                (met > floor).then(|| (*option, need * (met - floor)))
            };
            places.iter().filter_map(value).collect::<Client>()
        };
        OfRow { base, clients: sets.iter().map(client).filter(|client| !client.is_empty()).collect(), is_exact: is_exact && is_told }
    }

    /// The need of a row by the set of weeks it hits: bits of `ids`, then of `levels`.
    fn sets(&self, row: &Row, ids: &[u32], levels: &[(f64, Week)], cache: &mut Cache) -> (BTreeMap<Weeks, f64>, bool) {
        let mut sets = BTreeMap::new();
        let mut is_exact = ids.len() <= ROOM;
        for (profile, need) in &row.need {
            let key = (*profile, ids.to_vec(), levels.iter().map(|(_, week)| *week).collect::<Vec<_>>());
            let found = cache.entry(key).or_insert_with_key(|(_, _, held)| {
                // Weeks beyond the room are one that holds them all.
                let rest = ids.iter().skip(ROOM - 1).fold(Week::EMPTY, |all, week| all.union(self.weeks[*week as usize]));
                let own = if ids.len() > ROOM { ROOM - 1 } else { ids.len() };
                let mut weeks: Vec<&Week> = ids[..own].iter().map(|week| self.weeks[*week as usize]).collect();
                if ids.len() > ROOM {
                    weeks.push(&rest);
                }
                let first = weeks.len();
                weeks.extend(held);
                let held = (first..weeks.len()).fold(0, |set, week| set | 1 << week);
                let profile = &self.demand.profiles[*profile as usize];
                Rc::new(hits(&weeks, held, &self.study.moments.dayparts, profile, self.tries, MOST_SETS))
            });
            is_exact &= found.1;
            found.0.iter().for_each(|hit| *sets.entry(hit.weeks).or_insert(0.0) += need * hit.chance);
        }
        (sets, is_exact)
    }

    /// The desks near a row that stay, from the best: β and the union of the weeks up to it.
    fn levels(&self, row: &Row) -> Vec<(f64, Week)> {
        let mut met: Vec<(f64, Week)> = Vec::new();
        for (site, beta) in &row.sites {
            let Some(desk) = self.staying[*site as usize] else { continue };
            met.push((*beta, desk.week));
            if self.outside > 0.0 {
                met.push((beta * self.outside, desk.beside));
            }
        }
        met.retain(|(_, week)| !week.is_empty());
        met.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let mut levels: Vec<(f64, Week)> = Vec::new();
        for (beta, week) in met {
            let union = levels.last().map_or(week, |(_, last)| last.union(&week));
            match levels.last_mut() {
                Some((known, last)) if *known <= beta => *last = union,
                _ => levels.push((beta, union)),
            }
        }
        levels
    }

    /// Σ need × Σ (β − next β) × (1 − (1 − U)^k) over the levels (method §5).
    fn worth(&self, row: &Row, levels: &[(f64, Week)]) -> f64 {
        let of_profile = |(profile, need): &(u32, f64)| {
            let profile = &self.demand.profiles[*profile as usize];
            let mut sum = 0.0;
            for (place, (beta, week)) in levels.iter().enumerate() {
                let next = levels.get(place + 1).map_or(0.0, |(beta, _)| *beta);
                let missed = (1.0 - profile.share(week)).clamp(0.0, 1.0);
                sum += (beta - next) * (1.0 - missed.powi(i32::try_from(self.tries).unwrap_or(i32::MAX)));
            }
            need * sum
        };
        row.need.iter().map(of_profile).sum()
    }
}

fn index(option: usize) -> u32 {
    u32::try_from(option).unwrap_or(u32::MAX)
}
