//! What borders always obey, and flows against their definitions quarter by quarter.

use bereik::measure::border::{Basis, BorderEffect, Cases, Compared, Flows, Party, Side, Territory, effects, flows, library_use};
use bereik::measure::{coverage, desks, distances_only, pairs};
use bereik::model::{CostKey, Group, Library, NONE, Period, Region, Status, Study};
use bereik::week::{Opening, Week};
use proptest::prelude::*;

use super::naive::weight;
use super::random::raws_of;
use super::region::near;

/// Random regions whose sites stand in any municipality or none and are run by any library or none; both municipalities in the study or one.
fn bordered() -> impl Strategy<Value = (Region, Study)> {
    let sites = prop::collection::vec((0usize..3, 0usize..3), 8);
    let served = prop::collection::vec(any::<bool>(), 4);
    (raws_of(16), sites, served, any::<bool>()).prop_map(|(raw, sites, served, both)| {
        let (mut region, study) = (raw.region, raw.study);
        for (site, (municipality, library)) in region.sites.iter_mut().zip(sites) {
            site.municipality = (municipality < 2).then_some(municipality);
            site.library = (library < 2).then_some(library);
        }
        let serves = |library: usize| {
            let served: Vec<usize> = (0..2).filter(|municipality| served[2 * library + municipality]).collect();
            served.into_iter().map(|index| (index, Period::default())).collect()
        };
        region.libraries = (0..2).map(|library| Library { name: format!("Library {library}"), municipalities: serves(library) }).collect();
        region.in_study[1] = both;
        (region, study)
    })
}

fn flows_of(region: &Region, study: &Study) -> Vec<Flows> {
    flows(region, study, &coverage(region, study), &pairs(region, study), &desks(region, study.moments.outside_desk_hours))
}

fn effects_of(region: &Region, study: &Study) -> Vec<BorderEffect> {
    let coverage = coverage(region, study);
    let open = desks(region, study.moments.outside_desk_hours);
    effects(region, study, &Cases::of(region, study, &coverage, &pairs(region, study), &open), &coverage.need)
}

fn distance(region: &Region, cell: usize, site: usize) -> f64 {
    let (from, to) = (region.cells.at.0[cell], region.sites[site].at.0);
    ((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y)).sqrt()
}

/// The hours in which a site's desk is open, by the rule that the building's stand in where the desk's are unknown.
fn week(region: &Region, site: usize) -> Week {
    let hours = &region.sites[site].hours;
    match hours.desk.as_ref().or(hours.building.as_ref()) {
        Some(Opening::Timed { week }) => *week,
        _ => Week::EMPTY,
    }
}

/// What goes from each municipality to each site, and last to none: by definition, for all residents.
fn by_definition(region: &Region, study: &Study, basis: Basis) -> Vec<Vec<f64>> {
    let reach = study.reach.of(&Group::All);
    let open: Vec<usize> = (0..region.sites.len()).filter(|site| region.sites[*site].status == Status::Open).collect();
    let beta = |cell: usize, site: usize| {
        reach.decay.at(distance(region, cell, site) * reach.detour) * study.suitability.of(region.sites[site].venue, &Group::All).max(0.0)
    };
    let mut sums = vec![vec![0.0; region.sites.len() + 1]; region.municipalities.len()];
    let mut known: Vec<f64> = open.iter().filter_map(|site| hours(region, *site)).collect();
    known.sort_by(f64::total_cmp);
    let median = match known.len() {
        0 => 1.0,
        count => f64::midpoint(known[(count - 1) / 2], known[count / 2]),
    };
    for cell in 0..region.cells.len() {
        let (municipality, persons) = (region.cells.municipality[cell], region.cells.residents()[cell]);
        if municipality == NONE {
            continue;
        }
        let sums = &mut sums[municipality as usize];
        let nearest = |among: &[usize]| {
            let by_distance = |a: &&usize, b: &&usize| distance(region, cell, **a).total_cmp(&distance(region, cell, **b));
            among.iter().min_by(by_distance).copied().unwrap_or(region.sites.len())
        };
        match basis {
            Basis::Nearest => sums[nearest(&open)] += persons,
            Basis::Expected => {
                let drawn = |site: usize| hours(region, site).unwrap_or(median).sqrt() * beta(cell, site);
                let all: f64 = open.iter().map(|site| drawn(*site)).sum();
                if all > 0.0 {
                    open.iter().for_each(|site| sums[*site] += persons * drawn(*site) / all);
                } else {
                    sums[region.sites.len()] += persons;
                }
            }
            Basis::Moments => {
                for quarter in Week::ALWAYS.iter() {
                    let now: Vec<usize> =
                        open.iter().copied().filter(|site| week(region, *site).contains(quarter) && beta(cell, *site) > 0.0).collect();
                    sums[nearest(&now)] += persons * weight(&Group::All, quarter);
                }
            }
        }
    }
    sums
}

/// Hours a week, timed or not.
fn hours(region: &Region, site: usize) -> Option<f64> {
    let hours = &region.sites[site].hours;
    hours.desk.as_ref().or(hours.building.as_ref()).map(|opening| opening.hours().get())
}

/// A figure of an effect, with the border and without.
type Pair = (f64, f64);

/// Every figure with the border and without, turned so that more is worse.
fn compared(effect: &BorderEffect) -> Vec<Pair> {
    let Some((with, without)) = effect.with_border.zip(effect.without_border) else { return Vec::new() };
    let figures = |of: &Compared| {
        let minus = |value: Option<f64>| -value.unwrap_or(0.0);
        [of.mean.get(), of.p90.get(), -of.within_norm, minus(of.hours), minus(of.moments)]
    };
    figures(&with).into_iter().zip(figures(&without)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn flows_are_those_of_their_definitions((region, study) in bordered()) {
        for found in flows_of(&region, &study) {
            let expected = by_definition(&region, &study, found.basis);
            for (municipality, expected) in expected.iter().enumerate() {
                let mut sums = vec![0.0; region.sites.len() + 1];
                for flow in found.flows.iter().filter(|flow| flow.from == Territory::Municipality(municipality)) {
                    sums[flow.site.unwrap_or(region.sites.len())] += flow.residents;
                }
                for (found, expected) in sums.iter().zip(expected) {
                    near(*found, *expected, 1e-8);
                }
            }
        }
    }

    /// On every basis the residents and the need of each origin, and nobody else.
    #[test]
    fn rows_add_up((region, study) in bordered()) {
        let need = coverage(&region, &study).need;
        for found in flows_of(&region, &study) {
            for municipality in 0..2 {
                let of = |values: &[f64]| -> f64 {
                    (0..region.cells.len()).filter(|cell| region.cells.municipality[*cell] == municipality).map(|cell| values[cell]).sum()
                };
                let rows = || found.flows.iter().filter(|flow| flow.from == Territory::Municipality(municipality as usize));
                near(rows().map(|flow| flow.residents).sum(), of(region.cells.residents()), 1e-9);
                near(rows().map(|flow| flow.need).sum(), of(&need), 1e-9);
            }
        }
    }

    #[test]
    fn a_border_never_helps((region, study) in bordered()) {
        let effects = effects_of(&region, &study);
        for effect in &effects {
            prop_assert!(compared(effect).iter().all(|(with, without)| *with >= without - 1e-9), "{effect:?}");
            prop_assert!(effect.without >= 0.0 && effect.without <= effect.weight && effect.only_across <= effect.weight);
        }
        // With the desks of the library as well fewer are without.
        for own in effects.iter().filter(|effect| effect.side == Side::Own) {
            let same = |other: &&BorderEffect| other.side == Side::Library && other.party == own.party && other.who == own.who;
            let library = effects.iter().find(same).unwrap();
            prop_assert!(library.without <= own.without && library.only_across <= own.only_across);
        }
    }

    /// One municipality has no borders, and where every desk is its own nothing lies across.
    #[test]
    fn without_a_border_nothing_is_lost((mut region, study) in bordered()) {
        region.cells.municipality.iter_mut().for_each(|municipality| *municipality = 0);
        region.sites.iter_mut().for_each(|site| site.municipality = Some(0));
        for effect in effects_of(&region, &study) {
            let desk = region.sites.iter().any(|site| site.status == Status::Open);
            prop_assert!(compared(&effect).iter().all(|(with, without)| with.to_bits() == without.to_bits()), "{effect:?}");
            prop_assert!(!desk || effect.without <= 0.0);
            prop_assert!(effect.only_across <= 0.0);
        }
    }

    /// What a municipality brings to the shared desks, to other desks and to none is its need.
    #[test]
    fn all_need_of_a_member_goes_somewhere((region, study) in bordered()) {
        let coverage = coverage(&region, &study);
        for used in library_use(&region, &study, &coverage, &pairs(&region, &study), &flows_of(&region, &study)) {
            let weights = |key: CostKey| &used.whole[CostKey::ALL.iter().position(|known| *known == key).unwrap()];
            for member in 0..used.members.len() {
                let all = weights(CostKey::ExpectedUse)[member] + used.elsewhere[member] + used.unreached[member];
                near(all, weights(CostKey::Need)[member], 1e-9);
            }
        }
    }

    #[test]
    fn distances_only_are_those_of_the_coverage((region, study) in bordered()) {
        let (whole, only) = (coverage(&region, &study), distances_only(&region, &study));
        prop_assert_eq!((&whole.site, &whole.distance, &whole.need), (&only.site, &only.distance, &only.need));
        prop_assert!(only.areas.is_empty() && only.catchments.is_empty());
    }

    /// The effect on the study is that on its municipalities together, by persons.
    #[test]
    fn the_study_is_its_municipalities((region, study) in bordered()) {
        let effects = effects_of(&region, &study);
        for whole in effects.iter().filter(|effect| effect.party == Party::Study) {
            let parts = || effects.iter().filter(|part| matches!(part.party, Party::Municipality(_)) && (part.side, part.who) == (whole.side, whole.who));
            let sum = |value: fn(&BorderEffect) -> f64| parts().map(value).sum::<f64>();
            near(whole.weight, sum(|part| part.weight), 1e-9);
            near(whole.without, sum(|part| part.without), 1e-9);
            let metres = |effect: &BorderEffect| effect.metres().unwrap_or(0.0) * effect.compared();
            near(metres(whole), sum(metres), 1e-6 * (1.0 + metres(whole)));
            near(whole.within_norm().unwrap_or(0.0), sum(|part| part.within_norm().unwrap_or(0.0)), 1e-9);
        }
    }
}
