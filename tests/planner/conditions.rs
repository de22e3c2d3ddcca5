//! The conditions of a request on a plan, one by one, straight from their definitions.

use bereik::model::{Existing, Status};
use bereik::plan::{Condition, CountOf, Limit};
use bereik::week::Quarter;

use super::case::{Case, Choices, Desk};

impl Case {
    /// Whether a plan meets every condition.
    pub fn meets_all(&self, plan: &Choices) -> bool {
        Condition::ALL.iter().all(|condition| self.meets(plan, *condition))
    }

    /// Whether a plan meets the conditions of a kind.
    pub fn meets(&self, plan: &Choices, condition: Condition) -> bool {
        let desks = self.desks(plan);
        let has = |site: usize| desks.iter().any(|desk| desk.site == site);
        match condition {
            Condition::Budget => self.is_paid(&desks),
            Condition::Counts => self.request.counts.iter().all(|rule| {
                let number = counted(&desks, rule);
                number >= rule.least && rule.most.is_none_or(|most| number <= most)
            }),
            Condition::NotBoth => self.request.not_both.iter().all(|sites| sites.iter().filter(|site| has(**site)).count() <= 1),
            Condition::Apart => self.request.apart.is_none_or(|apart| self.nearest_two(&desks) >= apart.get()),
            Condition::EveryoneWithin => self.request.everyone_within.is_none_or(|(distance, share)| {
                let (near, all) = self.near(plan, distance.get());
                near >= share.get() * all - 1e-9 * all
            }),
            Condition::Staff => self.request.staff.iter().all(|staff| self.most_open(&desks, staff.library) <= staff.most),
            Condition::Required => self.required().into_iter().all(has),
        }
    }

    /// Sites that must have a desk: those asked for, and those of today that may not close.
    pub fn required(&self) -> Vec<usize> {
        let stays = |site: &usize| self.request.existing != Existing::MayClose && self.region.sites[*site].status == Status::Open;
        let is_required = |site: &usize| stays(site) || self.request.require.contains(site);
        self.request.sites.iter().copied().filter(is_required).collect()
    }

    /// What a pool pays for some desks; with `None` what all of them cost.
    pub fn spent(&self, desks: &[Desk], pool: Option<usize>) -> i64 {
        let pays = |desk: &&Desk| pool.is_none() || self.purse.of_site[desk.site] == pool;
        desks.iter().filter(pays).map(|desk| desk.cents).sum()
    }

    fn is_paid(&self, desks: &[Desk]) -> bool {
        match self.request.limit {
            None => true,
            Some(Limit::Amount(amount)) => self.spent(desks, None) <= amount.cents(),
            Some(Limit::Pools) => {
                (0..self.purse.pools.len()).all(|pool| self.spent(desks, Some(pool)) <= self.purse.pools[pool].available.cents().max(0))
            }
        }
    }

    /// A budget asks for prices: some desk that can be chosen has none, and the study has no rate.
    pub fn has_no_rate(&self) -> bool {
        let choices = self.choices();
        let can_be_chosen = |place: &usize| choices[*place].len() > 1;
        let places = (0..choices.len()).filter(can_be_chosen);
        let mut desks = places.flat_map(|place| choices[place].iter().filter_map(move |choice| self.desk(place, choice)));
        self.request.limit.is_some() && self.study.money.hour.is_none() && desks.any(|desk| !desk.is_priced)
    }

    fn nearest_two(&self, desks: &[Desk]) -> f64 {
        let fresh: Vec<usize> = desks.iter().filter(|desk| desk.is_new).map(|desk| desk.site).collect();
        let pairs = fresh.iter().flat_map(|one| fresh.iter().filter(move |other| *other > one).map(move |other| (*one, *other)));
        pairs.map(|(one, other)| self.away(one, other)).fold(f64::INFINITY, f64::min)
    }

    /// Metres between two sites in a straight line.
    pub fn away(&self, one: usize, other: usize) -> f64 {
        let (one, other) = (self.region.sites[one].at.0, self.region.sites[other].at.0);
        (one.x - other.x).hypot(one.y - other.y)
    }

    /// Residents who have an open desk within a distance under a plan, and all residents.
    pub fn near(&self, plan: &Choices, distance: f64) -> (f64, f64) {
        let sites = self.sites(plan);
        let open: Vec<_> = sites.iter().filter(|site| site.status == Status::Open).map(|site| site.at.0).collect();
        let (mut near, mut all) = (0.0, 0.0);
        for (cell, persons) in self.region.cells.residents().iter().enumerate().filter(|(cell, _)| self.counts[*cell]) {
            let at = self.region.cells.at.get()[cell];
            let metres = open.iter().map(|site| ((at.x - site.x).powi(2) + (at.y - site.y).powi(2)).sqrt()).fold(f64::INFINITY, f64::min);
            all += persons;
            near += if metres * self.study.reach.detour <= distance { *persons } else { 0.0 };
        }
        (near, all)
    }

    /// The most desks of a library that are open at one time.
    fn most_open(&self, desks: &[Desk], library: usize) -> u32 {
        let its: Vec<&Desk> = desks.iter().filter(|desk| self.region.sites[desk.site].library == Some(library)).collect();
        let open = |quarter: Quarter| its.iter().filter(|desk| desk.week.contains(quarter)).count();
        let most = (0..Quarter::COUNT).map(Quarter::wrapping).map(open).max().unwrap();
        u32::try_from(most).unwrap()
    }

    /// The part of the residents who are near under a plan.
    pub fn part_near(&self, plan: &Choices, distance: f64) -> f64 {
        let (near, all) = self.near(plan, distance);
        if all > 0.0 { near / all } else { 1.0 }
    }
}

/// How many desks a rule counts.
pub fn counted(desks: &[Desk], rule: &CountOf) -> u32 {
    let long = |desk: &&Desk| rule.hours.is_none_or(|least| desk.hours.is_some_and(|hours| hours >= least.get()));
    let found = desks.iter().filter(|desk| rule.sites.contains(&desk.site)).filter(long).count();
    u32::try_from(found).unwrap()
}
