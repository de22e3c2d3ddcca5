//! The curve: how good the best plan is for every budget, or every number of desks.

use super::kernel::Effort;
use super::obstacle::Condition;
use super::purse::{PoolMoney, Purse};
use super::question::{Plan, Question};
use super::request::{Limit, Request, Within};
use crate::units::Euros;

/// How far beyond the money of the study the curve goes, in eighths.
const EIGHTHS: i64 = 12;

/// One point of the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct CurvePoint {
    /// What there is for desks a year; `None` where desks are counted.
    pub money: Option<Euros>,
    /// How many desks there may be; `None` where money is counted.
    pub most: Option<u32>,
    /// What the plan costs a year.
    pub cost: Euros,
    /// The plan.
    pub plan: Plan,
}

/// The best plans from what must be there to half more than there is, in one run: each point starts from the plan before it, so that more
/// never gives less, and a bound holds for every smaller budget too. Points that no plan meets are left out.
#[must_use]
pub fn curve(question: &Question, effort: Effort, known: &Plan) -> Vec<CurvePoint> {
    let is_most = question.request.goal.is_most();
    let mut points: Vec<CurvePoint> = Vec::new();
    for step in steps(question) {
        let asked = step.ask(question);
        let mut plans: Vec<Vec<u32>> = vec![known.chosen.clone()];
        plans.extend(points.last().map(|point| point.plan.chosen.clone()));
        let Ok(plan) = asked.solve(effort, &plans) else { continue };
        points.push(CurvePoint { money: step.money(), most: step.most(), cost: question.cost(&plan.chosen), plan });
    }
    for place in 1..points.len() {
        let before = points[place - 1].clone();
        let plan = &mut points[place].plan;
        if if is_most { before.plan.value > plan.value } else { before.plan.value < plan.value } {
            (plan.value, plan.chosen) = (before.plan.value, before.plan.chosen);
            points[place].cost = before.cost;
        }
    }
    for place in (1..points.len()).rev() {
        let bound = points[place].plan.bound;
        let before = &mut points[place - 1].plan;
        // A bound is never better than the value that is known.
        before.bound = if is_most { before.bound.min(bound).max(before.value) } else { before.bound.max(bound).min(before.value) };
    }
    points
}

/// What is different at a point.
enum Step {
    Money(Limit, Purse, Euros),
    Desks(u32),
}

impl Step {
    fn ask<'a>(&self, question: &Question<'a>) -> Question<'a> {
        match self {
            Self::Money(limit, purse, _) => question.with_money(*limit, purse),
            Self::Desks(most) => question.with_most(*most),
        }
    }

    fn money(&self) -> Option<Euros> {
        match self {
            Self::Money(_, _, money) => Some(*money),
            Self::Desks(_) => None,
        }
    }

    fn most(&self) -> Option<u32> {
        match self {
            Self::Money(..) => None,
            Self::Desks(most) => Some(*most),
        }
    }
}

fn steps(question: &Question) -> Vec<Step> {
    let money = |eighths| question.money(eighths).map(|(limit, purse, total)| Step::Money(limit, purse, total));
    if question.request.limit.is_some() {
        return (0..=EIGHTHS).filter_map(money).collect();
    }
    let of_all = question.request.counts.iter().filter(|count| count.within == Within::Study && count.hours.is_none());
    let Some(most) = of_all.filter_map(|count| count.most).min() else { return Vec::new() };
    let present = u32::try_from(question.menu.kept.len()).unwrap_or(u32::MAX);
    let last = most.saturating_add(most.saturating_sub(present).div_ceil(2).max(1));
    let by = (last.saturating_sub(present) / 24).max(1);
    (present..=last).step_by(by as usize).map(Step::Desks).collect()
}

impl<'a> Question<'a> {
    /// The same with at most so many desks in the study; how many there must be stays.
    #[must_use]
    pub fn with_most(&self, most: u32) -> Question<'a> {
        let mut request: Request = self.request.clone();
        for count in request.counts.iter_mut().filter(|count| count.within == Within::Study && count.hours.is_none()) {
            count.most = count.most.map(|_| most);
        }
        self.with_request(request, self.purse.clone())
    }

    /// So many eighths of the money that is free, on top of what must be there: the limit, the purse, and all money together. `None` where
    /// money does not count.
    #[must_use]
    pub fn money(&self, eighths: i64) -> Option<(Limit, Purse, Euros)> {
        let part = |must: Euros, there_is: Euros| {
            let free = (there_is.cents() - must.cents()).max(0);
            Euros::from_cents(must.cents() + free / 8 * eighths + free % 8 * eighths / 8)
        };
        match self.request.limit? {
            Limit::Amount(amount) => {
                let money = part(self.must(None), amount);
                Some((Limit::Amount(money), self.purse.clone(), money))
            }
            Limit::Pools => {
                let pool = |(index, pool): (usize, &PoolMoney)| {
                    let must = self.must(Some(index));
                    PoolMoney { name: pool.name.clone(), available: part(must, pool.available.max(must)) }
                };
                let purse = Purse { pools: self.purse.pools.iter().enumerate().map(pool).collect(), ..self.purse.clone() };
                let total = purse.total();
                Some((Limit::Pools, purse, total))
            }
        }
    }

    /// What must be there costs at least so much a year: the desks that stay, and the cheapest option of every site that must have one.
    #[must_use]
    pub fn must(&self, pool: Option<usize>) -> Euros {
        let pays = |of: Option<usize>| pool.is_none() || of == pool;
        let kept: Euros = self.menu.kept.iter().filter(|desk| pays(desk.pool)).map(|desk| desk.cost).sum();
        let required = self.rules.sides.iter().filter(|(condition, _)| *condition == Condition::Required);
        let cheapest = required.filter_map(|(_, side)| {
            let desks = side.terms.iter().map(|(option, _)| &self.menu.options[*option as usize]);
            desks.filter(|desk| pays(desk.pool)).map(|desk| desk.cost).min()
        });
        kept + cheapest.sum()
    }

    /// The yearly cost of the whole network with these options.
    #[must_use]
    pub fn cost(&self, chosen: &[u32]) -> Euros {
        let chosen = chosen.iter().map(|option| &self.menu.options[*option as usize]);
        self.menu.kept.iter().chain(chosen).map(|desk| desk.cost).sum()
    }
}
