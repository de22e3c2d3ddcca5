//! Measures against their definitions, computed naively.

use bereik::measure::{TRIES, week_curve};
use proptest::prelude::*;

use super::naive::Naive;
use super::random::{Raw, raws};
use super::region::measure;

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

/// A term of need: its weight, its persons in each cell, and the desks that each cell has within its norm.
type Term<'a> = (f64, &'a [f64], Vec<Vec<usize>>);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every group through a study of its own that gives its reach to everyone.
    #[test]
    fn reachable_hours_and_their_dayparts(raw in raws()) {
        let Raw { region, study } = raw;
        for count in &region.cells.counts {
            let reach = study.reach.of(&count.group);
            let mut own = study.clone();
            (own.reach.norm, own.reach.detour, own.reach.decay) = (reach.norm, reach.detour, reach.decay);
            let measured = measure(&region, &own);
            let naive = Naive { region: &region, study: &study };
            for cell in 0..region.cells.len() {
                let (found, expected) = (measured.hours.reachable.of(cell), naive.offered(&count.group, cell));
                prop_assert!(close(found.hours, expected.least), "{} is not {} in cell {cell}", found.hours, expected.least);
                prop_assert!(close(found.most, expected.most), "{} is not {} in cell {cell}", found.most, expected.most);
                for (found, expected) in found.dayparts.into_iter().zip(expected.dayparts) {
                    prop_assert!(close(found, expected), "{found} is not {expected} in a daypart of cell {cell}");
                }
                prop_assert_eq!(found.evening_or_saturday, expected.late);
                prop_assert_eq!(found.every_weekday, expected.days[..5].iter().all(|open| *open));
                prop_assert_eq!(found.untimed, expected.untimed);
            }
        }
    }

    /// The figures of the study, by group, are means over its residents.
    #[test]
    fn figures_of_groups(raw in raws()) {
        let Raw { region, study } = raw;
        let measured = measure(&region, &study);
        let naive = Naive { region: &region, study: &study };
        for (group, count) in region.cells.counts.iter().enumerate() {
            let row = &measured.hours.places[group];
            let cells: Vec<usize> = (0..region.cells.len()).filter(|cell| region.cells.municipality[*cell] == 0).collect();
            let residents: f64 = cells.iter().map(|cell| count.persons[*cell]).sum();
            prop_assert!(close(row.weight, residents));
            prop_assert_eq!(row.figures.is_some(), residents > 0.0);
            let Some(figures) = &row.figures else { continue };
            let mean = |value: &dyn Fn(usize) -> f64| cells.iter().map(|cell| count.persons[*cell] * value(*cell)).sum::<f64>() / residents;
            let offered = |cell| naive.offered(&count.group, cell);
            prop_assert!(close(figures.mean, mean(&|cell| offered(cell).least)));
            prop_assert!(close(figures.mean_most, mean(&|cell| offered(cell).most)));
            for (place, least) in [4.0, 8.0, 16.0, 24.0, 32.0, 40.0].into_iter().enumerate() {
                // Hours are sixteenths and parts of them: a hair must not decide what is at least 8.
                let hours = |cell: usize| if offered(cell).least >= least - 1e-9 { 1.0 } else { 0.0 };
                prop_assert!(close(figures.least[place], mean(&hours)));
            }
            prop_assert!(close(figures.dayparts[2], mean(&|cell| offered(cell).dayparts[2])));
            prop_assert!(close(figures.moment.helped, mean(&|cell| naive.moment(&count.group, cell, study.moments.tries.cast_signed()))));
            prop_assert!(close(figures.moment.always, mean(&|cell| naive.best(&count.group, cell))));
        }
    }

    /// M of every cell and group, for the tries that are always shown and those of the study.
    #[test]
    fn moment_coverage(raw in raws()) {
        let Raw { region, study } = raw;
        let measured = measure(&region, &study);
        let naive = Naive { region: &region, study: &study };
        for (group, count) in region.cells.counts.iter().enumerate() {
            for cell in 0..region.cells.len() {
                let found = measured.hours.moments.of(group, cell);
                for (place, tries) in TRIES.into_iter().enumerate() {
                    let expected = naive.moment(&count.group, cell, tries.cast_signed());
                    prop_assert!(close(found.tries[place], expected), "{} is not {expected}", found.tries[place]);
                }
                prop_assert!(close(found.helped, naive.moment(&count.group, cell, study.moments.tries.cast_signed())));
                prop_assert!(close(found.always, naive.best(&count.group, cell)));
            }
        }
    }

    /// At every quarter: how many desks are open, and for whom one of these is within the norm.
    #[test]
    fn the_curve_of_the_week(raw in raws()) {
        let Raw { region, study } = raw;
        let measured = measure(&region, &study);
        let mut desks_only = study.clone();
        desks_only.moments.outside_desk_hours = bereik::units::Share::default();
        let naive = Naive { region: &region, study: &desks_only };
        let curve = week_curve(&region, &study, &measured.hours, &measured.desks);
        prop_assert_eq!(curve.len(), 2688);
        let cells = region.cells.len();
        let reported: Vec<usize> = (0..cells).filter(|cell| region.cells.municipality[*cell] == 0).collect();
        // The terms of need: everyone, and each group with its surcharge, each by its own norm.
        let terms: Vec<Term> = region
            .cells
            .counts
            .iter()
            .enumerate()
            .map(|(group, count)| {
                let surcharge = study.need.surcharges.get(&count.group).copied().unwrap_or(0.0);
                let within = (0..cells).map(|cell| naive.within(&count.group, cell)).collect();
                (if group == 0 { study.need.all } else { surcharge }, count.persons.as_slice(), within)
            })
            .collect();
        for point in curve {
            let open = |site: &usize| naive.help(*site, point.quarter) >= 1.0;
            let sums = |(weight, persons, within): &Term| {
                let whole: f64 = reported.iter().map(|cell| weight * persons[*cell]).sum();
                let helped = reported.iter().filter(|cell| within[**cell].iter().any(open));
                (helped.map(|cell| weight * persons[*cell]).sum::<f64>(), whole)
            };
            let share = |(helped, whole): (f64, f64)| if whole > 0.0 { helped / whole } else { 0.0 };
            let (_, residents, within) = &terms[0];
            let everyone = share(sums(&(1.0, *residents, within.clone())));
            let need = share(terms.iter().map(sums).fold((0.0, 0.0), |sum, term| (sum.0 + term.0, sum.1 + term.1)));
            prop_assert_eq!(point.desks, measured.desks.iter().filter(|desk| open(&desk.site)).count());
            prop_assert!(close(point.residents, everyone));
            prop_assert!(close(point.need, need));
        }
    }
}
