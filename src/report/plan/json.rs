//! A plan for a machine: its value and every table, row by row.

use serde_json::{Map, Value};

use super::value::plain;
use super::{Planning, facts, tables};
use crate::model::{Region, Study};
use crate::plan::kernel::Ending;
use crate::report::table_json::rows;
use crate::text::Text;
use crate::units::Euros;

/// What was asked, how good the plan is, every table as a list of rows, and the facts in words.
///
/// # Errors
/// Only when a figure cannot be written as JSON, which finite numbers always can.
pub fn json(region: &Region, study: &Study, planning: &Planning, text: &dyn Text) -> Result<String, serde_json::Error> {
    let tables = tables(region, study, planning, text);
    let mut all: Map<String, Value> = tables.iter().map(|table| (table.name.replace('-', "_"), rows(table))).collect();
    let plan = &planning.plan;
    let goal = planning.find.goal;
    let finite = |value: f64| if value.is_finite() { Value::from(value) } else { Value::Null };
    let answer = serde_json::json!({
        "scenario": planning.name,
        "goal": goal.name(),
        "value": finite(plan.value),
        "bound": finite(plan.bound),
        "gap": finite(plan.gap(goal)),
        "ending": ending(plan.ending),
        "value_today": finite(planning.today),
        "shown": finite(plain(planning, plan.value)),
        "shown_bound": finite(plain(planning, plan.bound)),
        "shown_today": finite(plain(planning, planning.today)),
        "cost": planning.cost.as_f64(),
        "money": planning.money.map(Euros::as_f64),
        "nodes": plan.nodes,
        "work": plan.work,
    });
    all.insert("answer".to_owned(), answer);
    all.insert("facts".to_owned(), facts::facts(region, planning, text).into());
    serde_json::to_string_pretty(&Value::Object(all))
}

fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Optimal => "optimal",
        Ending::GoodEnough => "good enough",
        Ending::Worked => "cut by the work",
        Ending::Stopped => "cut by the clock",
    }
}
