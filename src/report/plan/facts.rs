//! What a plan means, in words.

use super::Planning;
use super::alternatives::difference;
use super::why::place_name;
use crate::compare::{DilemmaPoint, Fate, JointRow, Way, Why};
use crate::model::{Goal, Region};
use crate::plan::kernel::Ending;
use crate::text::{PlanFact, Text};
use crate::week::{Opening, Style};

/// How many places a sentence names.
const PLACES: usize = 2;
/// How many municipalities that lose a sentence names.
const LOSING: usize = 3;
/// Need of less than this is nobody's.
const SOMEONE: f64 = 0.5;

/// How good the plan is.
pub(in crate::report) fn quality(planning: &Planning, text: &dyn Text) -> String {
    let gap = planning.plan.gap(planning.find.goal);
    if gap <= 1e-9 {
        return text.plan_fact(&PlanFact::Proven);
    }
    text.plan_fact(&PlanFact::Gap { gap, clock: planning.plan.ending == Ending::Stopped })
}

/// One sentence for each new desk and each with other hours, from the most gain.
pub(in crate::report) fn reasons(region: &Region, planning: &Planning, text: &dyn Text) -> Vec<String> {
    let mut order: Vec<&Why> = planning.why.iter().collect();
    order.sort_by(|one, other| other.gain.total_cmp(&one.gain).then(one.site.cmp(&other.site)));
    let sentence = |why: &Why| {
        let desk = planning.desks.iter().find(|planned| planned.desk.site == why.site && planned.fate != Fate::Closes);
        let week = desk.map_or(String::new(), |planned| week_text(&planned.desk, text));
        let places: Vec<&str> = why.gains.iter().take(PLACES).map(|gain| place_name(region, gain.place)).collect();
        text.plan_fact(&PlanFact::Brings {
            site: &region.sites[why.site].name,
            week: &week,
            cost: why.cost,
            helped: (planning.find.goal == Goal::MomentCoverage && planning.total > 0.0).then(|| why.gain / planning.total),
            residents: why.new_residents,
            places: &places,
        })
    };
    order.into_iter().map(sentence).collect()
}

/// A week in the language of the study, in its one form.
pub(super) fn week_text(desk: &crate::plan::PlanDesk, text: &dyn Text) -> String {
    if desk.week.is_empty() {
        return desk.hours.map_or("–".to_owned(), |hours| text.opening(&Opening::Untimed(hours)));
    }
    text.opening(&Opening::Timed { week: desk.week })
}

/// A week that a study can be given.
pub(super) fn written(desk: &crate::plan::PlanDesk) -> String {
    desk.text.clone().unwrap_or_else(|| desk.week.text(Style::Osm))
}

/// The plans that are nearly as good.
pub(in crate::report) fn nearly(region: &Region, planning: &Planning, text: &dyn Text) -> Vec<String> {
    let value = planning.plan.value.abs();
    let sentence = |plan: &crate::plan::NextPlan| {
        let (with, without) = difference(planning, plan);
        let name = |site: &usize| region.sites[*site].name.as_str();
        let (instead, of): (Vec<&str>, Vec<&str>) = (with.iter().map(name).collect(), without.iter().map(name).collect());
        let loss = if value > 0.0 { (plan.value - planning.plan.value).abs() / value } else { 0.0 };
        text.plan_fact(&PlanFact::Next { loss, instead: &instead, of: &of })
    };
    planning.next.iter().map(sentence).collect()
}

/// What the dilemma comes to at the whole budget, with the study's tries where they are among those shown.
pub(in crate::report) fn dilemma(planning: &Planning, tries: u32, text: &dyn Text) -> Option<String> {
    let points = &planning.dilemma;
    let tries = if points.iter().any(|point| point.tries == tries) { tries } else { points.first()?.tries };
    let most = points.iter().map(|point| point.money).max()?;
    let at =
        |way: Way| -> Option<&DilemmaPoint> { points.iter().find(|point| point.way == way && point.money == most && point.tries == tries) };
    let (opens, lengthens, both) = (at(Way::Opens)?, at(Way::Lengthens)?, at(Way::Both)?);
    let values = (opens.value, lengthens.value, both.value);
    Some(text.plan_fact(&PlanFact::Dilemma { values, new: both.desks.1 }))
}

/// What each joint plan adds, and who is worse off with it.
pub(in crate::report) fn joint(region: &Region, planning: &Planning, text: &dyn Text) -> Vec<String> {
    let sentence = |plan: &crate::compare::JointPlan| {
        let sum = |of: fn(&JointRow) -> f64| plan.rows.iter().map(of).sum::<f64>();
        let share =
            |of: fn(&JointRow) -> f64| if plan.rows.is_empty() { 0.0 } else { sum(of) / sum(|row| row.need).max(f64::MIN_POSITIVE) };
        let pool = planning.purse.pools.get(plan.pool);
        let mut losing: Vec<&JointRow> = plan.rows.iter().filter(|row| row.separate - row.joint >= SOMEONE).collect();
        let loss = |row: &JointRow| row.separate - row.joint;
        losing.sort_by(|one, other| loss(other).total_cmp(&loss(one)).then(one.municipality.cmp(&other.municipality)));
        let names: Vec<&str> = losing.iter().map(|row| region.municipalities[row.municipality].name.as_str()).collect();
        let worse = &names[..names.len().min(LOSING)];
        text.plan_fact(&PlanFact::Joint {
            library: pool.map_or("", |pool| pool.name.as_str()),
            shares: (share(|row| row.separate), share(|row| row.joint)),
            money: plan.money,
            is_over: pool.is_some_and(|pool| plan.money > pool.available),
            worse,
            more: names.len() - worse.len(),
        })
    };
    planning.joint.iter().map(sentence).collect()
}

/// What the user should know before the figures.
pub(super) fn cautions(region: &Region, planning: &Planning, text: &dyn Text) -> Vec<String> {
    let mut cautions = Vec::new();
    let first = |sites: &[usize]| region.sites[sites[0]].name.as_str().to_owned();
    let menu = &planning.menu;
    if !menu.closed.is_empty() {
        cautions.push(text.plan_fact(&PlanFact::Closed { sites: menu.closed.len(), first: &first(&menu.closed) }));
    }
    if !menu.unpaid.is_empty() {
        cautions.push(text.plan_fact(&PlanFact::Unpaid { sites: menu.unpaid.len(), first: &first(&menu.unpaid) }));
    }
    let unpriced: Vec<usize> = planning.desks.iter().filter(|planned| !planned.desk.is_priced).map(|planned| planned.desk.site).collect();
    if planning.money.is_some() && !unpriced.is_empty() {
        cautions.push(text.plan_fact(&PlanFact::Unpriced { desks: unpriced.len(), first: &first(&unpriced) }));
    }
    let difference = (planning.thought - planning.plan.value).abs() / planning.plan.value.abs().max(f64::MIN_POSITIVE);
    if difference > 1e-4 && planning.plan.value != 0.0 {
        cautions.push(text.plan_fact(&PlanFact::Approximate { difference }));
    }
    cautions
}

/// Everything that is said, in order.
pub(super) fn facts(region: &Region, planning: &Planning, text: &dyn Text) -> Vec<String> {
    let mut facts = vec![quality(planning, text)];
    facts.extend(reasons(region, planning, text));
    facts.extend(nearly(region, planning, text));
    facts.extend(dilemma(planning, 0, text));
    facts.extend(joint(region, planning, text));
    facts.extend(cautions(region, planning, text));
    facts
}
