//! How often the planner picks each site when assumptions are drawn.

use std::collections::{BTreeMap, BTreeSet};

/// The sites that a plan chose, by index in the sites of the region: desks that stay whatever the plan are none.
pub type Chosen = BTreeSet<usize>;

/// A site of which the planner had the choice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pick {
    /// The scenario that asks for a plan, from 1.
    pub scenario: usize,
    /// The site, by index.
    pub site: usize,
    /// The part of the plans that have a desk there.
    pub share: f64,
    /// Whether the plan of the study has.
    pub in_plan: bool,
}

/// The plans of one scenario under drawn assumptions.
#[derive(Debug, Clone, PartialEq)]
pub struct Picks {
    /// The scenario that asks for a plan, from 1.
    pub scenario: usize,
    /// How often was drawn, and in how many draws there is a plan.
    pub draws: (usize, usize),
    /// Each site that some plan has, or that of the study; the one that is picked most first, then by site.
    pub sites: Vec<Pick>,
}

/// Counts over the draws; `None` is a draw without a plan, which counts for no site.
#[must_use]
pub fn picks(scenario: usize, study: &Chosen, draws: &[Option<Chosen>]) -> Picks {
    let plans: Vec<&Chosen> = draws.iter().flatten().collect();
    let mut counts: BTreeMap<usize, u32> = study.iter().map(|site| (*site, 0)).collect();
    for plan in &plans {
        plan.iter().for_each(|site| *counts.entry(*site).or_default() += 1);
    }
    let all = f64::from(u32::try_from(plans.len()).unwrap_or(u32::MAX)).max(1.0);
    let pick = |(site, count)| Pick { scenario, site, share: f64::from(count) / all, in_plan: study.contains(&site) };
    let mut sites: Vec<Pick> = counts.into_iter().map(pick).collect();
    sites.sort_by(|one, other| other.share.total_cmp(&one.share).then(one.site.cmp(&other.site)));
    Picks { scenario, draws: (draws.len(), plans.len()), sites }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(sites: &[usize]) -> Chosen {
        sites.iter().copied().collect()
    }

    /// Four draws, one without a plan: 1 in three of three, 2 in two, 4 in one; 3 of the study in none.
    #[test]
    fn sites_by_hand() {
        let draws = [Some(chosen(&[1, 2])), None, Some(chosen(&[1, 2])), Some(chosen(&[1, 4]))];
        let found = picks(1, &chosen(&[1, 3]), &draws);
        assert_eq!(found.draws, (4, 3));
        let rows: Vec<(usize, f64, bool)> = found.sites.iter().map(|pick| (pick.site, pick.share, pick.in_plan)).collect();
        assert_eq!(rows, [(1, 1.0, true), (2, 2.0 / 3.0, false), (4, 1.0 / 3.0, false), (3, 0.0, true)]);
    }
}
