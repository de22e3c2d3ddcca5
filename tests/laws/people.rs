//! What residents do: they are counted once, wherever they are counted.

use bereik::measure::{Coverage, Level, Summary, coverage};
use bereik::model::{Region, Texts};
use proptest::prelude::*;

use super::region::{regions, study};

/// The figures of one level and group, summed.
fn sum(coverage: &Coverage, level: Level, group: usize, of: impl Fn(&Summary) -> f64) -> f64 {
    coverage.areas.iter().filter(|row| row.level == level && row.group == group).map(|row| of(&row.summary)).sum()
}

/// Every cell twice, side by side.
fn twice(region: &Region) -> Region {
    let both = |values: &[u32]| values.iter().flat_map(|value| [*value, *value]).collect();
    let mut region = region.clone();
    let cells = &mut region.cells;
    let ids: Vec<String> = cells.ids.iter().flat_map(|id| [format!("{id}a"), format!("{id}b")]).collect();
    cells.ids = ids.iter().map(String::as_str).collect::<Texts>();
    cells.at.0 = cells.at.0.iter().flat_map(|at| [*at, *at]).collect();
    cells.municipality = both(&cells.municipality);
    cells.area = both(&cells.area);
    for count in &mut cells.counts {
        count.persons = count.persons.iter().flat_map(|persons| [*persons, *persons]).collect();
        count.hidden = count.hidden.iter().flat_map(|hidden| [*hidden, *hidden]).collect();
    }
    region
}

/// Every cell with twice its residents.
fn heavier(region: &Region) -> Region {
    let mut region = region.clone();
    region.cells.counts.iter_mut().flat_map(|count| &mut count.persons).for_each(|persons| *persons *= 2.0);
    region
}

proptest! {
    /// Persons are whole numbers, so their sums and the quantiles are exact; a mean may differ in its last digits.
    #[test]
    fn a_cell_of_twice_the_residents_is_the_cell_twice(region in regions(200, 12), norm in 100.0..9_000.0) {
        let study = study(norm, 1.0);
        let (heavy, double) = (coverage(&heavier(&region), &study), coverage(&twice(&region), &study));
        prop_assert_eq!(heavy.areas.len(), double.areas.len());
        for (one, other) in heavy.areas.iter().zip(&double.areas) {
            let (mean, same) = (one.summary.mean.map(bereik::units::Metres::get), other.summary.mean.map(bereik::units::Metres::get));
            prop_assert_eq!(mean.is_some(), same.is_some());
            prop_assert!(mean.zip(same).is_none_or(|(mean, same)| (mean - same).abs() <= 1e-9 * mean));
            let exact = |summary: &Summary| Summary { mean: None, ..summary.clone() };
            prop_assert_eq!(exact(&one.summary), exact(&other.summary));
        }
        prop_assert_eq!(heavy.catchments, double.catchments);
    }

    #[test]
    fn the_study_is_the_sum_of_its_municipalities_and_what_lies_outside(region in regions(300, 12), norm in 100.0..9_000.0) {
        let coverage = coverage(&region, &study(norm, 1.0));
        for group in 0..region.cells.counts.len() {
            for of in [|summary: &Summary| summary.residents, |summary: &Summary| summary.need, |summary: &Summary| summary.unreachable] {
                let parts = sum(&coverage, Level::Municipality, group, of);
                prop_assert_eq!(sum(&coverage, Level::Study, group, of), parts);
            }
        }
        // The need of everyone is what the cells say.
        let reported = (0..region.cells.len()).filter(|cell| region.reports_on(*cell));
        prop_assert_eq!(sum(&coverage, Level::Study, 0, |summary| summary.need), reported.map(|cell| coverage.need[cell]).sum::<f64>());
    }

    #[test]
    fn catchments_add_up_to_the_residents_who_have_a_desk(region in regions(300, 12), norm in 100.0..9_000.0, detour in 1.0..1.6) {
        let coverage = coverage(&region, &study(norm, detour));
        let everyone = &coverage.areas.iter().find(|row| row.level == Level::Study && row.group == 0).unwrap().summary;
        prop_assert_eq!(coverage.catchments.iter().map(|site| site.residents).sum::<f64>(), everyone.residents - everyone.unreachable);
        let around: f64 = (0..region.cells.len()).filter(|cell| !region.reports_on(*cell)).map(|cell| region.cells.residents()[cell]).sum();
        let from_around: f64 = coverage.catchments.iter().map(|site| site.residents_outside).sum();
        prop_assert_eq!(from_around, if coverage.distance.iter().all(|metres| metres.is_finite()) { around } else { 0.0 });
        for (site, catchment) in coverage.catchments.iter().enumerate() {
            prop_assert!(catchment.only_this <= catchment.within_norm, "site {}", site);
            // Whoever has no other desk within the norm has this one as the nearest.
            prop_assert!(catchment.only_this <= catchment.residents, "site {}", site);
        }
    }

    /// A share is of all residents; within a farther limit live no fewer; nine tenths live no nearer than half of them.
    #[test]
    fn figures_of_one_row_agree_with_each_other(region in regions(300, 12), norm in 100.0..9_000.0) {
        let coverage = coverage(&region, &study(norm, 1.0));
        for row in &coverage.areas {
            let figures = &row.summary;
            prop_assert!(figures.within_also.is_sorted());
            // The middle one of the further distances is the norm.
            prop_assert_eq!(figures.within_also[1], figures.within_norm);
            let values = [figures.residents, figures.unreachable].into_iter().chain(figures.hidden.map(bereik::units::Share::get));
            prop_assert!(values.chain(figures.within_norm.map(bereik::units::Share::get)).all(f64::is_sign_positive), "no -0");
            prop_assert!(figures.median <= figures.p90 && figures.unreachable <= figures.residents);
            prop_assert_eq!(figures.mean.is_some(), figures.residents > figures.unreachable);
            prop_assert_eq!(figures.within_norm.is_some(), figures.residents > 0.0);
            if figures.median.is_some_and(|median| median.get() <= norm) && figures.unreachable == 0.0 {
                prop_assert!(figures.within_norm.unwrap().get() >= 0.5);
            }
        }
    }
}
