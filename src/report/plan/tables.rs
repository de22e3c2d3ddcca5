//! Every table of a plan, and those of the curve, the dilemma and joint plans.

use super::value::plain;
use super::{CENTS, OF_HOURS, PERSONS, Planning, SHARE, VALUE, alternatives, areas, desks, why};
use crate::compare::{DilemmaPoint, JointPlan, JointRow};
use crate::model::{Region, Study};
use crate::plan::CurvePoint;
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::Euros;

/// Every table and layer; those about what was not asked for are left out.
#[must_use]
pub fn tables<'a>(region: &'a Region, study: &'a Study, planning: &'a Planning, text: &dyn Text) -> Vec<Table<'a>> {
    let mut tables =
        vec![desks::desks(region, planning, text), areas::areas(region, study, planning, text), why::why(region, planning, text)];
    if !planning.alternatives.is_empty() {
        tables.push(alternatives::alternatives(region, planning, text));
    }
    if !planning.next.is_empty() {
        tables.push(alternatives::next(region, planning, text));
    }
    if !planning.curve.is_empty() {
        tables.push(curve(planning, text));
    }
    if !planning.dilemma.is_empty() {
        tables.push(dilemma(&planning.dilemma, text));
    }
    if !planning.joint.is_empty() {
        tables.push(joint(region, planning, text));
    }
    tables
}

/// One row a budget or number of desks: the best plan, its bound, and what the last euro brought.
fn curve<'a>(planning: &'a Planning, text: &dyn Text) -> Table<'a> {
    let points = &planning.curve;
    let rows: Vec<(Option<&CurvePoint>, &CurvePoint)> =
        points.iter().enumerate().map(|(place, point)| (place.checked_sub(1).map(|before| &points[before]), point)).collect();
    let new = |point: &CurvePoint| point.plan.chosen.iter().filter(|option| !planning.menu.options[**option as usize].is_present).count();
    let sign = if planning.find.goal.is_most() { 1.0 } else { -1.0 };
    let marginal = |(before, point): &(Option<&CurvePoint>, &CurvePoint)| {
        let before = (*before)?;
        let more = point.money?.as_f64() - before.money?.as_f64();
        (more > 0.0).then(|| sign * (point.plan.value - before.plan.value) / more * 1000.0)
    };
    Columns::of(&rows)
        .maybe("money", CENTS, |(_, point)| point.money.map(Euros::as_f64))
        .maybe("most_desks", 0, |(_, point)| point.most.map(f64::from))
        .number("cost", CENTS, |(_, point)| point.cost.as_f64())
        .number("new_desks", 0, |(_, point)| f64::from(u32::try_from(new(point)).unwrap_or(u32::MAX)))
        .number("value", VALUE, |(_, point)| point.plan.value)
        .number("bound", VALUE, |(_, point)| point.plan.bound)
        .number("gap", SHARE, |(_, point)| point.plan.gap(planning.find.goal))
        .number("value_shown", SHARE, |(_, point)| plain(planning, point.plan.value))
        .number("bound_shown", SHARE, |(_, point)| plain(planning, point.plan.bound))
        .maybe("gain_per_1000_euros", VALUE, marginal)
        .text("unit", |_| text.goal(planning.find.goal).unit.to_owned())
        .table("curve", text.plan().curve_title, Shapes::Nothing)
}

/// One row a number of tries, budget and way.
fn dilemma<'a>(points: &[DilemmaPoint], text: &dyn Text) -> Table<'a> {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    Columns::of(points)
        .number("tries", 0, |row| f64::from(row.tries))
        .number("money", CENTS, |row| row.money.as_f64())
        .text("way", |row| row.way.name().to_owned())
        .number("cost", CENTS, |row| row.cost.as_f64())
        .number("moment_coverage", SHARE, |row| row.value)
        .number("bound", SHARE, |row| row.bound)
        .number("desks", 0, |row| count(row.desks.0))
        .number("new_desks", 0, |row| count(row.desks.1))
        .number("desk_hours", OF_HOURS, |row| row.hours)
        .number("share_4_hours", SHARE, |row| row.least[0])
        .number("share_8_hours", SHARE, |row| row.least[1])
        .number("share_16_hours", SHARE, |row| row.least[2])
        .table("dilemma", text.plan().dilemma_title, Shapes::Nothing)
}

/// One row a pool and municipality, and one for all of it.
fn joint<'a>(region: &Region, planning: &Planning, text: &dyn Text) -> Table<'a> {
    let all = |plan: &JointPlan| {
        let sum = |of: fn(&JointRow) -> f64| plan.rows.iter().map(of).sum::<f64>();
        JointRow {
            municipality: usize::MAX,
            money: plan.money,
            separate_cost: plan.rows.iter().map(|row| row.separate_cost).sum(),
            joint_cost: plan.rows.iter().map(|row| row.joint_cost).sum(),
            need: sum(|row| row.need),
            separate: sum(|row| row.separate),
            joint: sum(|row| row.joint),
            desks: (plan.rows.iter().map(|row| row.desks.0).sum(), plan.rows.iter().map(|row| row.desks.1).sum()),
        }
    };
    let rows: Vec<(&JointPlan, JointRow)> = planning
        .joint
        .iter()
        .flat_map(|plan| std::iter::once((plan, all(plan))).chain(plan.rows.iter().map(move |row| (plan, row.clone()))))
        .collect();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let is_all = |row: &JointRow| row.municipality == usize::MAX;
    let of_need = |row: &JointRow, value: f64| (row.need > 0.0).then(|| value / row.need);
    let municipality = |row: &JointRow| region.municipalities.get(row.municipality);
    Columns::of(&rows)
        .text("pool", |(plan, _)| planning.purse.pools.get(plan.pool).map_or(String::new(), |pool| pool.name.clone()))
        .text("level", |(_, row)| if is_all(row) { "all" } else { "municipality" }.to_owned())
        .text("code", |(_, row)| municipality(row).map_or(String::new(), |one| one.code.clone()))
        .text("name", |(_, row)| municipality(row).map_or(String::new(), |one| one.name.clone()))
        .number("money", CENTS, |(_, row)| row.money.as_f64())
        .number("separate_cost", CENTS, |(_, row)| row.separate_cost.as_f64())
        .number("joint_cost", CENTS, |(_, row)| row.joint_cost.as_f64())
        .number("separate_desks", 0, |(_, row)| count(row.desks.0))
        .number("joint_desks", 0, |(_, row)| count(row.desks.1))
        .number("need", PERSONS, |(_, row)| row.need)
        .number("separate", VALUE, |(_, row)| row.separate)
        .number("joint", VALUE, |(_, row)| row.joint)
        .number("gain", VALUE, |(_, row)| row.joint - row.separate)
        .maybe("separate_share", SHARE, |(_, row)| of_need(row, row.separate))
        .maybe("joint_share", SHARE, |(_, row)| of_need(row, row.joint))
        .maybe("separate_gap", SHARE, |(plan, row)| is_all(row).then_some(plan.separate_gap))
        .maybe("joint_gap", SHARE, |(plan, row)| is_all(row).then_some(plan.joint_gap))
        .text("unit", |_| text.goal(planning.find.goal).unit.to_owned())
        .table("joint", text.plan().joint_title, Shapes::Nothing)
}
