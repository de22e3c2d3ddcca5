//! Measures against their definitions, computed naively.

use bereik::measure::{TRIES, week_curve};
use bereik::week::Dayparts;
use proptest::prelude::*;

use super::naive::Naive;
use super::random::{Raw, raws};
use super::region::measure;

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

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
        let need: Vec<f64> = (0u8..).zip(region.cells.residents()).map(|(cell, residents)| residents * (1.0 + f64::from(cell % 3))).collect();
        let curve = week_curve(&region, &measured.hours.reachable, &measured.desks, &need, &Dayparts::default());
        prop_assert_eq!(curve.len(), 2688);
        let all = bereik::model::Group::All;
        let within: Vec<Vec<usize>> = (0..need.len()).map(|cell| naive.within(&all, cell)).collect();
        let reported: Vec<usize> = (0..need.len()).filter(|cell| region.cells.municipality[*cell] == 0).collect();
        for point in curve {
            let open = |site: &usize| naive.help(*site, point.quarter) >= 1.0;
            let helped: Vec<usize> = reported.iter().copied().filter(|cell| within[*cell].iter().any(open)).collect();
            let part = |of: &[f64]| {
                let whole: f64 = reported.iter().map(|cell| of[*cell]).sum();
                if whole > 0.0 { helped.iter().map(|cell| of[*cell]).sum::<f64>() / whole } else { 0.0 }
            };
            prop_assert_eq!(point.desks, measured.desks.iter().filter(|desk| open(&desk.site)).count());
            prop_assert!(close(point.residents, part(region.cells.residents())));
            prop_assert!(close(point.need, part(&need)));
        }
    }
}
