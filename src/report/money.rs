//! The tables of money: grants, what each pool has and spends, what each desk costs.

use super::columns::Columns;
use super::table::{Shapes, Table};
use serde_json::json;

use crate::budget::{Balance, Budget, DeskCost, Grant, Source, UnitCosts};
use crate::model::Region;
use crate::text::Text;
use crate::units::{Euros, Hours};

/// The name of the source of a grant.
#[must_use]
pub fn source_name(source: Source) -> &'static str {
    match source {
        Source::Annex => "annex",
        Source::Estimate => "estimate",
        Source::Partial => "partial estimate",
    }
}

/// What a year's money is and buys, for a machine; amounts in euros.
///
/// # Errors
/// Only when a figure cannot be written as JSON, which finite numbers always can.
pub fn json(budget: &Budget, costs: &UnitCosts) -> Result<String, serde_json::Error> {
    let grants: Vec<_> = budget
        .grants
        .iter()
        .map(|row| {
            json!({"municipality": row.code, "name": row.name, "inhabitants": row.inhabitants, "low_education": row.low_educated,
                "grant": row.amount.as_f64(), "source": source_name(row.source), "own": row.own.as_f64()})
        })
        .collect();
    let settled = |row: &Balance, amount: Euros| row.unknown.is_empty().then(|| amount.as_f64());
    let pools: Vec<_> = budget
        .pools
        .iter()
        .map(|row| {
            json!({"pool": row.name, "grants": row.grants.as_f64(), "own": row.own.as_f64(), "promotion": row.promotion.as_f64(),
                "direction": row.direction.as_f64(), "available": row.available.as_f64(), "desks": row.desks.as_f64(),
                "left": settled(row, row.settlement.left), "reserve": settled(row, row.settlement.reserve),
                "repay": settled(row, row.settlement.repay), "own_left": settled(row, row.settlement.own_left), "unknown": row.unknown,
                "unpriced": row.unpriced})
        })
        .collect();
    let desks: Vec<_> = budget
        .desks
        .iter()
        .map(|row| {
            json!({"site": row.id, "pool": row.pool.map(|pool| budget.pools[pool].name.clone()), "hours": row.hours.map(Hours::get),
                "fixed": row.cost.fixed.as_f64(), "for_hours": row.cost.hours.map(Euros::as_f64),
                "total": row.cost.total().map(Euros::as_f64)})
        })
        .collect();
    let bought = json!({"per_resident_within_norm": costs.per_resident.map(Euros::as_f64),
        "per_thousand_reachable_hours": costs.per_thousand_hours.map(Euros::as_f64),
        "per_point_of_moment_coverage": costs.per_point.map(Euros::as_f64)});
    serde_json::to_string_pretty(&json!({"grants": grants, "pools": pools, "desks": desks, "costs": bought}))
}

/// One row a municipality: its grant, and where the amount comes from.
#[must_use]
pub fn grants(budget: &Budget, text: &dyn Text) -> Table<'static> {
    let row = |of: fn(&Grant) -> Euros| move |row: &Grant| of(row).as_f64();
    Columns::of(&budget.grants)
        .text("municipality", |row| row.code.clone())
        .text("name", |row| row.name.clone())
        .number("inhabitants", 0, |row| row.inhabitants)
        .maybe("low_education", 0, |row| row.low_educated)
        .number("grant", 2, row(|row| row.amount))
        .text("source", |row| source_name(row.source).to_owned())
        .number("own", 2, row(|row| row.own))
        .table("grants", text.words().grants_title, Shapes::Nothing)
}

/// One row a pool: what it has, what today's desks cost, and what is left, reserved and repaid.
#[must_use]
pub fn budget(budget: &Budget, text: &dyn Text) -> Table<'static> {
    let row = |of: fn(&Balance) -> Euros| move |row: &Balance| of(row).as_f64();
    // What is left is not known while the cost of some desk is not.
    let settled = |of: fn(&Balance) -> Euros| move |row: &Balance| row.unknown.is_empty().then(|| of(row).as_f64());
    Columns::of(&budget.pools)
        .text("pool", |row| row.name.clone())
        .number("grants", 2, row(|row| row.grants))
        .number("own", 2, row(|row| row.own))
        .number("promotion", 2, row(|row| row.promotion))
        .number("direction", 2, row(|row| row.direction))
        .number("available", 2, row(|row| row.available))
        .number("desks", 2, row(|row| row.desks))
        .maybe("left", 2, settled(|row| row.settlement.left))
        .maybe("reserve", 2, settled(|row| row.settlement.reserve))
        .maybe("repay", 2, settled(|row| row.settlement.repay))
        .maybe("own_left", 2, settled(|row| row.settlement.own_left))
        .number("desks_of_unknown_cost", 0, |row| f64::from(u32::try_from(row.unknown.len()).unwrap_or(u32::MAX)))
        .table("budget", text.words().budget_title, Shapes::Nothing)
}

/// One row an open desk: hours and yearly cost.
#[must_use]
pub fn costs(region: &Region, budget: &Budget, text: &dyn Text) -> Table<'static> {
    let pool = |row: &DeskCost| row.pool.map_or(String::new(), |pool| budget.pools[pool].name.clone());
    Columns::of(&budget.desks)
        .text("site", |row| row.id.clone())
        .text("name", |row| region.sites[row.site].name.clone())
        .text("pool", pool)
        .maybe("hours", 2, |row| row.hours.map(Hours::get))
        .maybe("fixed", 2, |row| (!row.cost.unpriced).then(|| row.cost.fixed.as_f64()))
        .maybe("for_hours", 2, |row| row.cost.hours.map(Euros::as_f64))
        .maybe("total", 2, |row| row.cost.total().map(Euros::as_f64))
        .table("costs", text.words().costs_title, Shapes::Nothing)
}
