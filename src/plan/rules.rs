//! The conditions of a request on the options, as sides of the location problem; and those that nothing can meet.

use std::collections::{BTreeMap, HashSet};

use super::kernel::Side;
use super::menu::{Menu, PlanDesk};
use super::obstacle::{Condition, Obstacle};
use super::purse::Purse;
use super::request::{CountOf, Limit, Request};
use crate::model::{Existing, Region, Status, Study};
use crate::units::{Euros, Metres};
use crate::week::{Quarter, Week};

/// The conditions beside "one option a site".
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rules {
    /// Cents for all options together; `i64::MAX` for any.
    pub budget: i64,
    /// The conditions, each of its kind.
    pub sides: Vec<(Condition, Side)>,
    /// What nothing can meet.
    pub obstacles: Vec<Obstacle>,
}

impl Rules {
    /// The conditions of a request but for who lives within a distance. Numbers refer to [`Menu::options`]. Desks that stay count in every
    /// condition. O(options × conditions).
    #[must_use]
    pub fn new(region: &Region, study: &Study, request: &Request, menu: &Menu, purse: &Purse) -> Self {
        let mut rules = Self { budget: i64::MAX, ..Self::default() };
        let must = rules.required(region, request, menu);
        rules.money(study, request, menu, purse, &must);
        request.counts.iter().for_each(|count| rules.count(menu, count, &must));
        request.not_both.iter().for_each(|sites| rules.not_both(menu, sites, &must));
        rules.apart(region, request, menu, &must);
        request.staff.iter().for_each(|staff| rules.staff(region, menu, staff.library, staff.most));
        rules
    }

    fn side(&mut self, condition: Condition, side: Side) {
        let most_there_is: i64 = side.terms.iter().map(|(_, coefficient)| coefficient).sum();
        if side.least > 0 || side.most.is_some_and(|most| most < most_there_is) {
            self.sides.push((condition, side));
        }
    }

    /// Sites that must have a desk: those that are asked for, and today's that may only change their hours.
    fn required(&mut self, region: &Region, request: &Request, menu: &Menu) -> HashSet<usize> {
        self.obstacles.extend(menu.without_week.iter().map(|site| Obstacle::NoWeek { site: *site }));
        let stays = |site: usize| request.existing != Existing::MayClose && region.sites[site].status == Status::Open;
        let mut must = HashSet::new();
        for range in menu.sites() {
            let site = menu.options[range.start].site;
            if stays(site) || request.require.contains(&site) {
                must.insert(site);
                self.side(Condition::Required, Side::at_least(numbers(range), 1));
            }
        }
        must
    }

    fn money(&mut self, study: &Study, request: &Request, menu: &Menu, purse: &Purse, must: &HashSet<usize>) {
        let Some(limit) = request.limit else { return };
        if study.money.hour.is_none() && menu.options.iter().any(|option| !option.is_priced) {
            self.obstacles.push(Obstacle::NoHourRate);
            return;
        }
        match limit {
            Limit::Amount(amount) => self.budget = self.left(menu, must, None, amount).cents(),
            Limit::Pools => {
                let mut all = Euros::ZERO;
                let numbers: Vec<usize> = (0..purse.pools.len()).collect();
                for pool in &numbers {
                    let left = self.left(menu, must, Some(*pool), purse.pools[*pool].available);
                    all = all + left.max(Euros::ZERO);
                    let paid =
                        menu.options.iter().enumerate().filter(|(_, option)| option.pool == Some(*pool) && option.cost > Euros::ZERO);
                    let terms: Vec<(u32, i64)> = paid.map(|(option, desk)| (index(option), desk.cost.cents())).collect();
                    if !terms.is_empty() && numbers.len() > 1 {
                        self.side(Condition::Budget, Side { terms, least: 0, most: Some(left.cents().max(0)) });
                    }
                }
                self.budget = all.cents();
            }
        }
    }

    /// What a pool, or all money, has after the desks that stay; an obstacle where that is not enough for what must be there.
    fn left(&mut self, menu: &Menu, must: &HashSet<usize>, pool: Option<usize>, available: Euros) -> Euros {
        let pays = |desk: &&PlanDesk| pool.is_none() || desk.pool == pool;
        let kept: Euros = menu.kept.iter().filter(pays).map(|desk| desk.cost).sum();
        let cheapest = menu.sites().filter(|range| must.contains(&menu.options[range.start].site));
        let least: Euros = cheapest.filter_map(|range| menu.options[range].iter().filter(pays).map(|option| option.cost).min()).sum();
        // A pool that is short has nothing.
        let available = available.max(Euros::ZERO);
        if kept + least > available {
            self.obstacles.push(Obstacle::Budget { pool, needed: kept + least, available });
        }
        available - kept
    }

    fn count(&mut self, menu: &Menu, count: &CountOf, must: &HashSet<usize>) {
        let counts = |desk: &PlanDesk| {
            count.sites.binary_search(&desk.site).is_ok() && count.hours.is_none_or(|least| desk.hours.is_some_and(|hours| hours >= least))
        };
        let kept = menu.kept.iter().filter(|desk| counts(desk)).count();
        let (mut terms, mut possible, mut certain) = (Vec::new(), 0, 0);
        for range in menu.sites() {
            let before = terms.len();
            terms.extend(range.clone().filter(|option| counts(&menu.options[*option])).map(|option| (index(option), 1)));
            possible += usize::from(terms.len() > before);
            certain += usize::from(terms.len() - before == range.len() && must.contains(&menu.options[range.start].site));
        }
        let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        if count.least as usize > kept + possible {
            let possible = whole(kept + possible);
            self.obstacles.push(Obstacle::TooFew { within: count.within, hours: count.hours, asked: count.least, possible });
        }
        if let Some(most) = count.most.filter(|most| (*most as usize) < kept + certain) {
            self.obstacles.push(Obstacle::TooMany { within: count.within, most, present: whole(kept + certain) });
        }
        let shifted = |number: u32| (i64::from(number) - i64::try_from(kept).unwrap_or(i64::MAX)).max(0);
        self.side(Condition::Counts, Side { terms, least: shifted(count.least), most: count.most.map(shifted) });
    }

    fn not_both(&mut self, menu: &Menu, sites: &[usize], must: &HashSet<usize>) {
        let kept: Vec<usize> = menu.kept.iter().map(|desk| desk.site).filter(|site| sites.contains(site)).collect();
        let certain: Vec<usize> = kept.iter().copied().chain(sites.iter().copied().filter(|site| must.contains(site))).collect();
        if let [one, other, ..] = certain[..] {
            self.obstacles.push(Obstacle::NotBoth { sites: (one, other) });
        }
        let terms: Vec<u32> = (0..menu.options.len()).filter(|option| sites.contains(&menu.options[*option].site)).map(index).collect();
        let most = i64::from(kept.is_empty());
        self.side(Condition::NotBoth, Side::at_most(terms, most));
    }

    /// New desks near each other: sets of sites of which each is too near to every other, so that one condition stands for many pairs.
    fn apart(&mut self, region: &Region, request: &Request, menu: &Menu, must: &HashSet<usize>) {
        let Some(apart) = request.apart else { return };
        let fresh: Vec<std::ops::Range<usize>> = menu.sites().filter(|range| !menu.options[range.start].is_present).collect();
        let site = |place: usize| menu.options[fresh[place].start].site;
        let away = |one: usize, other: usize| {
            let (one, other) = (region.sites[site(one)].at.0, region.sites[site(other)].at.0);
            (one.x - other.x).hypot(one.y - other.y)
        };
        let near: Vec<Vec<usize>> = (0..fresh.len())
            .map(|one| (0..fresh.len()).filter(|other| *other != one && away(one, *other) < apart.get()).collect())
            .collect();
        let mut told: HashSet<(usize, usize)> = HashSet::new();
        for one in 0..fresh.len() {
            for other in near[one].iter().copied().filter(|other| *other > one) {
                if told.contains(&(one, other)) {
                    continue;
                }
                let mut set = vec![one, other];
                for more in near[one].iter().copied().filter(|more| *more != other) {
                    if set[1..].iter().all(|known| near[*known].contains(&more)) {
                        set.push(more);
                    }
                }
                set.sort_unstable();
                set.iter().for_each(|a| told.extend(set.iter().filter(|b| *b > a).map(|b| (*a, *b))));
                let must_have: Vec<usize> = set.iter().copied().map(site).filter(|site| must.contains(site)).collect();
                if let [a, b, ..] = must_have[..] {
                    let (a_at, b_at) = (region.sites[a].at.0, region.sites[b].at.0);
                    let metres = Metres::new((a_at.x - b_at.x).hypot(a_at.y - b_at.y)).unwrap_or_default();
                    self.obstacles.push(Obstacle::TooNear { sites: (a, b), apart: metres, asked: apart });
                }
                self.side(Condition::Apart, Side::at_most(set.iter().flat_map(|place| numbers(fresh[*place].clone())), 1));
            }
        }
    }

    /// Desks of a library that are open at one time: a condition for each set of options that some quarter hour has.
    fn staff(&mut self, region: &Region, menu: &Menu, library: usize, most: u32) {
        let its = |desk: &&PlanDesk| region.sites[desk.site].library == Some(library);
        let kept: Vec<&Week> = menu.kept.iter().filter(its).map(|desk| &desk.week).collect();
        let options: Vec<u32> = (0..menu.options.len()).filter(|option| its(&&menu.options[*option])).map(index).collect();
        // The same options and more desks that stay: only the strictest matters.
        let mut times: BTreeMap<Vec<u32>, (usize, Quarter)> = BTreeMap::new();
        for quarter in Week::ALWAYS.iter() {
            let present = kept.iter().filter(|week| week.contains(quarter)).count();
            let open: Vec<u32> = options.iter().copied().filter(|option| menu.options[*option as usize].week.contains(quarter)).collect();
            if present > 0 || !open.is_empty() {
                let known = times.entry(open).or_insert((present, quarter));
                if present > known.0 {
                    *known = (present, quarter);
                }
            }
        }
        let worst = times.values().copied().max_by_key(|(present, quarter)| (*present, std::cmp::Reverse(quarter.index())));
        if let Some((present, at)) = worst.filter(|(present, _)| *present > most as usize) {
            self.obstacles.push(Obstacle::Staff { library, most, present: u32::try_from(present).unwrap_or(u32::MAX), at });
        }
        let sets: Vec<(&Vec<u32>, usize)> = times.iter().map(|(open, (present, _))| (open, *present)).collect();
        let within = |one: &[u32], other: &[u32]| one.iter().all(|option| other.binary_search(option).is_ok());
        for (open, present) in &sets {
            let is_implied = sets.iter().any(|(other, more)| other.len() > open.len() && more >= present && within(open, other));
            if !is_implied && !open.is_empty() {
                let room = (i64::from(most) - i64::try_from(*present).unwrap_or(i64::MAX)).max(0);
                self.side(Condition::Staff, Side::at_most(open.iter().copied(), room));
            }
        }
    }
}

fn numbers(range: std::ops::Range<usize>) -> impl Iterator<Item = u32> {
    range.map(index)
}

pub(super) fn index(option: usize) -> u32 {
    u32::try_from(option).unwrap_or(u32::MAX)
}
