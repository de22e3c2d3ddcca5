//! The tables of who uses whose desk.

use std::collections::BTreeMap;

use super::names::{code, name, reached, scope};
use super::{PERSONS, SHARE};
use crate::measure::border::{Basis, FlowBalance, Flows, Territory};
use crate::model::Region;
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;

/// A flow between territories.
struct Row {
    basis: Basis,
    from: Territory,
    to: Option<Territory>,
    residents: f64,
    need: f64,
    /// Of the residents of `from`.
    share: Option<f64>,
}

/// One row a basis, municipality of residence and municipality of the desk. Residents of a municipality of the study add up to all of its
/// residents; of others only those stand here who use a desk of the study, as far as they live in its surroundings.
pub(super) fn flows(region: &Region, flows: &[Flows], text: &dyn Text) -> Table<'static> {
    let rows: Vec<Row> = flows.iter().flat_map(|flows| rows(region, flows)).collect();
    Columns::of(&rows)
        .text("basis", |row| row.basis.name().to_owned())
        .text("from", |row| code(region, row.from))
        .text("from_name", |row| name(region, row.from, text))
        .text("from_scope", |row| scope(region, row.from).to_owned())
        .text("to", |row| row.to.map_or(String::new(), |to| code(region, to)))
        .text("to_name", |row| row.to.map_or_else(|| nowhere(row.basis, text).to_owned(), |to| name(region, to, text)))
        .text("to_scope", |row| reached(region, row.from, row.to).to_owned())
        .number("residents", PERSONS, |row| row.residents)
        .number("need", PERSONS, |row| row.need)
        .maybe("share", SHARE, |row| row.share)
        .table("flows", text.border().flows_title, Shapes::Nothing)
}

fn rows(region: &Region, flows: &Flows) -> Vec<Row> {
    let by_territory = flows.by_territory(region);
    let mut whole: BTreeMap<Territory, f64> = BTreeMap::new();
    by_territory.iter().for_each(|(from, _, residents, _)| *whole.entry(*from).or_default() += residents);
    let shown = |(from, to): (Territory, Option<Territory>)| is_reported(region, from) || to.is_some_and(|to| to.is_in_study(region));
    let kept = by_territory.into_iter().filter(|(from, to, ..)| shown((*from, *to)));
    kept.map(|(from, to, residents, need)| {
        let all = whole[&from];
        let share = (is_reported(region, from) && all > 0.0).then(|| residents / all);
        Row { basis: flows.basis, from, to, residents, need, share }
    })
    .collect()
}

/// Whether all residents of a territory stand in the table: it is of the study, or the study is about everything there is.
fn is_reported(region: &Region, from: Territory) -> bool {
    from.is_in_study(region) || region.is_about_all()
}

/// One row a basis and municipality: who stays, who goes, who comes.
pub(super) fn balances(region: &Region, balances: &[FlowBalance], text: &dyn Text) -> Table<'static> {
    let share = |row: &FlowBalance, part: f64| (row.residents > 0.0).then(|| part / row.residents);
    Columns::of(balances)
        .text("basis", |row| row.basis.name().to_owned())
        .text("municipality", |row| region.municipalities[row.municipality].code.clone())
        .text("name", |row| region.municipalities[row.municipality].name.clone())
        .number("residents", PERSONS, |row| row.residents)
        .number("own", PERSONS, |row| row.own)
        .number("out", PERSONS, |row| row.out)
        .number("none", PERSONS, |row| row.none)
        .number("in", PERSONS, |row| row.comes_in)
        .number("net", PERSONS, FlowBalance::net)
        .maybe("share_own", SHARE, |row| share(row, row.own))
        .maybe("share_out", SHARE, |row| share(row, row.out))
        .table("flow-balance", text.border().balance_title, Shapes::Nothing)
}

/// A desk with the people of one territory who use it.
struct Use {
    basis: Basis,
    site: usize,
    from: Territory,
    residents: f64,
    need: f64,
    share: f64,
}

/// One row a basis, desk and municipality of residence: whom each desk serves. Desks of the study, and others that its residents use.
pub(super) fn users(region: &Region, flows: &[Flows], text: &dyn Text) -> Table<'static> {
    let mut rows = Vec::new();
    for flows in flows {
        let mut by_site: BTreeMap<usize, Vec<(Territory, f64, f64)>> = BTreeMap::new();
        for flow in &flows.flows {
            let Some(site) = flow.site else { continue };
            if flow.from.is_in_study(region) || Territory::of_site(region, site).is_in_study(region) {
                by_site.entry(site).or_default().push((flow.from, flow.residents, flow.need));
            }
        }
        for (site, uses) in by_site {
            let all: f64 = uses.iter().map(|(_, residents, _)| residents).sum();
            let row = |(from, residents, need)| Use {
                basis: flows.basis,
                site,
                from,
                residents,
                need,
                share: if all > 0.0 { residents / all } else { f64::NAN },
            };
            rows.extend(uses.into_iter().map(row));
        }
    }
    Columns::of(&rows)
        .text("basis", |row| row.basis.name().to_owned())
        .text("site", |row| region.sites[row.site].id.clone())
        .text("name", |row| region.sites[row.site].name.clone())
        .text("municipality", |row| code(region, Territory::of_site(region, row.site)))
        .text("from", |row| code(region, row.from))
        .text("from_name", |row| name(region, row.from, text))
        .number("residents", PERSONS, |row| row.residents)
        .number("need", PERSONS, |row| row.need)
        .number("share", SHARE, |row| row.share)
        .table("desk-users", text.border().users_title, Shapes::Nothing)
}

/// Why people use no desk.
fn nowhere(basis: Basis, text: &dyn Text) -> &'static str {
    match basis {
        Basis::Nearest => text.words().unreachable,
        Basis::Expected => text.border().out_of_reach,
        Basis::Moments => text.border().none_open,
    }
}
