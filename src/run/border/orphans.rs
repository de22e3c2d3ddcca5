//! What the options of municipalities without a library or a desk cost: what `budget` needs, out of the measures.

use crate::budget::{Budget, hours_for, yearly_cost};
use crate::measure::Desk;
use crate::measure::border::{Orphan, OrphanOption};
use crate::model::{Region, Study};
use crate::report::border::PricedOption;
use crate::units::{Euros, Hours};

/// The options with their price: for each municipality first those inside, then those across the border, and in each the most residents
/// within the norm for a euro first, what has no known price last; ties as they come.
///
/// A site that is no desk has the hours its file gives for one; else the median of the desks whose hours are known, and says so.
pub(super) fn priced(region: &Region, study: &Study, desks: &[Desk], budget: &Budget, orphans: &[Orphan]) -> Vec<PricedOption> {
    let typical = median(desks);
    let mut priced = Vec::new();
    for orphan in orphans {
        let code = &region.municipalities[orphan.municipality].code;
        let grant = budget.grants.iter().find(|grant| grant.code == *code).map_or(Euros::ZERO, |grant| grant.amount);
        let mut options: Vec<PricedOption> =
            orphan.options.iter().map(|option| price(region, study, typical, orphan.municipality, grant, *option)).collect();
        options.sort_by(|a, b| {
            let value = |option: &PricedOption| option.residents_for_a_thousand().unwrap_or(-1.0);
            b.option.inside.cmp(&a.option.inside).then(value(b).total_cmp(&value(a)))
        });
        priced.extend(options);
    }
    priced
}

fn price(region: &Region, study: &Study, typical: Option<Hours>, municipality: usize, grant: Euros, option: OrphanOption) -> PricedOption {
    let site = &region.sites[option.site];
    // A branch's building hours say nothing of a desk that is not there yet.
    let stated = if option.open { site.hours.opening() } else { site.hours.desk.as_ref() };
    let stated = stated.map(crate::week::Opening::hours);
    let hours = stated.or(typical);
    let new = !option.open;
    PricedOption {
        municipality,
        option,
        hours,
        assumed: stated.is_none(),
        cost: yearly_cost(&study.money, site.venue, site.costs, hours, new).total(),
        grant,
        bought: hours_for(&study.money, site.venue, site.costs, grant, new),
    }
}

/// The median of the known hours of desks.
fn median(desks: &[Desk]) -> Option<Hours> {
    let mut known: Vec<f64> = desks.iter().filter_map(|desk| Some(desk.hours()?.get())).collect();
    known.sort_by(f64::total_cmp);
    match known.len() {
        0 => None,
        count if count % 2 == 1 => Hours::new(known[count / 2]),
        count => Hours::new(f64::midpoint(known[count / 2 - 1], known[count / 2])),
    }
}
