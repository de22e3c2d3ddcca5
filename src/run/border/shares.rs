//! The costs of libraries shared over their municipalities: what `budget` needs, out of the measures.

use std::collections::BTreeMap;

use crate::budget::{Budget, SharedCost, share_cost};
use crate::measure::border::LibraryUse;
use crate::model::{CostKey, Region};
use crate::units::Euros;

/// For each library its whole offer and then each desk, by every key. A desk of unknown cost is shared as nothing and counted.
pub(super) fn shares(region: &Region, budget: &Budget, uses: &[LibraryUse]) -> Vec<SharedCost> {
    let costs: BTreeMap<usize, Option<Euros>> = budget.desks.iter().map(|desk| (desk.site, desk.cost.total())).collect();
    let cost = |site: usize| costs.get(&site).copied().flatten();
    let mut shared = Vec::new();
    for used in uses.iter().filter(|used| !used.desks.is_empty()) {
        let grants: Vec<Euros> = used
            .members
            .iter()
            .map(|member| {
                let code = &region.municipalities[*member].code;
                budget.grant_to(used.library, code).unwrap_or(Euros::ZERO)
            })
            .collect();
        let by = |weights: &[f64]| -> Vec<(usize, f64, Euros)> {
            used.members.iter().zip(weights).zip(&grants).map(|((member, weight), grant)| (*member, *weight, *grant)).collect()
        };
        let mut share = |site: Option<usize>, sites: &[usize], weights: &[Vec<f64>; 5]| {
            let known: Vec<Euros> = sites.iter().filter_map(|site| cost(*site)).collect();
            let (whole, unknown) = (known.iter().copied().sum(), sites.len() - known.len());
            for (key, weights) in CostKey::ALL.into_iter().zip(weights) {
                let shares = share_cost(whole, &by(weights));
                shared.push(SharedCost { library: used.library, site, key, cost: whole, unknown, shares });
            }
        };
        let sites: Vec<usize> = used.desks.iter().map(|(site, _)| *site).collect();
        share(None, &sites, &used.whole);
        used.desks.iter().for_each(|(site, weights)| share(Some(*site), &[*site], weights));
    }
    shared
}
