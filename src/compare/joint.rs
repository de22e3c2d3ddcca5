//! What a joint plan is worth: the best plan of municipalities together beside the best that each makes alone.

use super::network::{desks_of, planned};
use super::why::with;
use super::worth::worth;
use crate::model::{NONE, Region};
use crate::plan::kernel::Effort;
use crate::plan::{Given, Limit, Menu, PlanDesk, Purse, Question, Request, Within};
use crate::units::Euros;

/// Municipalities that can plan together, and what each has for desks.
#[derive(Debug, Clone, PartialEq)]
pub struct JointPool {
    /// The pool, by index in [`Purse::pools`].
    pub pool: usize,
    /// The municipalities, by index, with the money that each brings.
    pub members: Vec<(usize, Euros)>,
}

/// One municipality in both plans.
#[derive(Debug, Clone, PartialEq)]
pub struct JointRow {
    /// The municipality, by index.
    pub municipality: usize,
    /// The money it brings.
    pub money: Euros,
    /// What its own plan costs: more than its money when its desks of today do.
    pub separate_cost: Euros,
    /// What the desks on its territory cost in the joint plan.
    pub joint_cost: Euros,
    /// Its need.
    pub need: f64,
    /// The value of its residents when everyone plans alone, in the unit of the goal.
    pub separate: f64,
    /// The same in the joint plan.
    pub joint: f64,
    /// Desks on its territory in either plan.
    pub desks: (usize, usize),
}

/// Both plans of a pool.
#[derive(Debug, Clone, PartialEq)]
pub struct JointPlan {
    /// The pool, by index.
    pub pool: usize,
    /// What all of them may spend: the pool, or what the separate plans cost where that is more.
    pub money: Euros,
    /// By municipality.
    pub rows: Vec<JointRow>,
    /// How far the separate plans can be from the best, together, as a share.
    pub separate_gap: f64,
    /// How far the joint plan can be from the best.
    pub joint_gap: f64,
}

impl JointPlan {
    /// What the joint plan adds, in the unit of the goal. Not negative: the joint search starts from the separate plans, and these are the
    /// joint plan where nothing better meets the conditions.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.rows.iter().map(|row| row.joint - row.separate).sum()
    }
}

/// The value of a joint plan (method §8) for goals to be large, pool by pool with at least two municipalities.
///
/// Alone, a municipality spends its own money on its own territory for its own residents, and looks at no desk of another; what its desks of
/// today cost it has in any case. Conditions on the study as a whole are left out then. Together they spend the pool for all residents, from
/// the union of the separate plans. Both are measured with every desk there is.
#[must_use]
pub fn joint(given: Given, region: &mut Region, request: &Request, purse: &Purse, pools: &[JointPool], effort: Effort) -> Vec<JointPlan> {
    if !request.goal.is_most() {
        return Vec::new();
    }
    pools.iter().filter(|pool| pool.members.len() > 1).filter_map(|pool| of_pool(given, region, request, purse, pool, effort)).collect()
}

fn of_pool(given: Given, region: &mut Region, request: &Request, purse: &Purse, pool: &JointPool, effort: Effort) -> Option<JointPlan> {
    let members: Vec<usize> = pool.members.iter().map(|(member, _)| *member).collect();
    let mut union: Vec<PlanDesk> = Vec::new();
    let (mut costs, mut over, mut value) = (Vec::new(), 0.0, 0.0);
    for (member, money) in &pool.members {
        let counts = lives_in(given, &[*member]);
        let own = of_members(given.region, request, &[*member], false);
        let alone = Given { counts: &counts, ..given };
        // What stands there is paid in any case.
        let must = Question::new(alone, Request { limit: None, ..own.clone() }, purse.clone()).must(None);
        let limited = Request { limit: Some(Limit::Amount((*money).max(must))), ..own };
        // Every option: what one plan has no need of, another may.
        let mut menu = Menu::new(given.region, given.study, &limited, purse);
        menu.others.clear();
        let question = Question::of_menu(alone, limited, purse.clone(), menu);
        let plan = question.solve(effort, &[]).ok()?;
        costs.push(question.cost(&plan.chosen));
        over += plan.bound - plan.value;
        value += plan.value;
        union.extend(plan.chosen.iter().map(|option| question.menu.options[*option as usize].clone()));
    }
    let counts = lives_in(given, &members);
    let together = of_members(given.region, request, &members, true);
    let spent: Euros = costs.iter().copied().sum();
    let money = purse.pools.get(pool.pool).map_or(spent, |pool| pool.available).max(spent);
    let together = Request { limit: Some(Limit::Amount(money)), ..together };
    let menu = Menu::new(given.region, given.study, &together, purse);
    let question = Question::of_menu(Given { counts: &counts, ..given }, together, purse.clone(), menu);
    let known: Vec<Vec<u32>> = question.menu.find(&union).into_iter().collect();
    let plan = question.solve(effort, &known).ok()?;
    let chosen: Vec<u32> = known.first().cloned().unwrap_or_default();
    let (separate_desks, mut joint_desks) = (desks_of(&question.menu, &chosen), desks_of(&question.menu, &plan.chosen));
    let measured = |region: &mut Region, desks: &[super::PlannedDesk]| {
        let sites = planned(region, desks);
        with(region, &sites, |region| worth(region, given.study, request.goal, given.tries, given.kappa, &counts).cells)
    };
    let (separate, mut joint) = (measured(region, &separate_desks), measured(region, &joint_desks));
    // Conditions may part what the separate plans have side by side, as two desks near a border: together they can still do that.
    if joint.iter().sum::<f64>() < separate.iter().sum() {
        (joint_desks, joint) = (separate_desks.clone(), separate.clone());
    }
    let rows = pool.members.iter().zip(&costs).map(|((municipality, money), cost)| {
        let here = |cell: &usize| given.region.cells.municipality[*cell] as usize == *municipality;
        let sum = |values: &[f64]| (0..values.len()).filter(here).map(|cell| values[cell]).sum::<f64>() + 0.0;
        let stands = |desks: &[super::PlannedDesk]| -> Vec<PlanDesk> {
            let here = |desk: &PlanDesk| given.region.sites[desk.site].municipality == Some(*municipality);
            desks.iter().filter(|planned| planned.fate != super::Fate::Closes).map(|planned| planned.desk.clone()).filter(here).collect()
        };
        let joint_here = stands(&joint_desks);
        JointRow {
            municipality: *municipality,
            money: *money,
            separate_cost: *cost,
            joint_cost: joint_here.iter().map(|desk| desk.cost).sum(),
            need: sum(given.need),
            separate: sum(&separate),
            joint: sum(&joint),
            desks: (stands(&separate_desks).len(), joint_here.len()),
        }
    });
    let rows = rows.collect();
    let separate_gap = if value > 0.0 { over / value } else { 0.0 };
    Some(JointPlan { pool: pool.pool, money, rows, separate_gap, joint_gap: plan.gap(request.goal) })
}

/// The cells of some municipalities among those that count.
fn lives_in(given: Given, members: &[usize]) -> Vec<bool> {
    let of_cell = |(cell, counts): (usize, &bool)| {
        let municipality = given.region.cells.municipality[cell];
        *counts && municipality != NONE && members.contains(&(municipality as usize))
    };
    given.counts.iter().enumerate().map(of_cell).collect()
}

/// The request on the territory of some municipalities.
fn of_members(region: &Region, request: &Request, members: &[usize], together: bool) -> Request {
    let is_here = |site: usize| region.sites[site].municipality.is_some_and(|municipality| members.contains(&municipality));
    let mut own = request.clone();
    let (sites, weeks) = request.sites.iter().copied().zip(request.weeks.iter().cloned()).filter(|(site, _)| is_here(*site)).unzip();
    (own.sites, own.weeks) = (sites, weeks);
    own.counts.retain(|count| count.within != Within::Study && count.sites.iter().all(|site| is_here(*site)));
    own.require.retain(|site| is_here(*site));
    own.everyone_within =
        request.everyone_within.filter(|_| together && members.len() == region.in_study.iter().filter(|own| **own).count());
    own
}
