//! Order, threads and place on the map change nothing.

use bereik::measure::Offer;
use bereik::model::Region;
use bereik::reach::Matrix;
use proptest::prelude::*;

use super::random::{Raw, raws, raws_of};
use super::region::{Measured, measure};

/// Everything that is computed, to the last bit: as text, for the median of the need is not a number.
fn bits(measured: &Measured) -> String {
    format!("{:?} {:?}", measured.hours.places, measured.hours.reachable) + &format!("{:?} {:?}", measured.hours.moments, measured.desks)
}

fn shuffled(length: usize, keys: &[u32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by_key(|place| keys[*place]);
    order
}

/// What the cells have, in the order of `cells`.
fn offers<'a>(measured: &'a Measured, cells: &[usize]) -> Vec<&'a Offer> {
    cells.iter().map(|cell| measured.hours.reachable.of(*cell)).collect()
}

fn with_cells(region: &Region, order: &[usize]) -> Region {
    let mut new = region.clone();
    let at = &region.cells.at.0;
    new.cells.at.0 = order.iter().map(|cell| at[*cell]).collect();
    new.cells.municipality = order.iter().map(|cell| region.cells.municipality[*cell]).collect();
    for (count, old) in new.cells.counts.iter_mut().zip(&region.cells.counts) {
        count.persons = order.iter().map(|cell| old.persons[*cell]).collect();
    }
    new
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn one_or_four_threads(raw in raws_of(400)) {
        let Raw { region, study } = raw;
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| bits(&measure(&region, &study)))
        };
        prop_assert_eq!(on(1), on(4));
    }

    /// What a cell has does not depend on the order of the cells; sums over cells go in their order, which is that of their ids.
    #[test]
    fn cells_in_any_order(raw in raws_of(40), keys in prop::collection::vec(any::<u32>(), 40)) {
        let Raw { region, study } = raw;
        let order = shuffled(region.cells.len(), &keys);
        let (before, after) = (measure(&region, &study), measure(&with_cells(&region, &order), &study));
        let as_new: Vec<usize> = (0..order.len()).collect();
        prop_assert_eq!(offers(&before, &order), offers(&after, &as_new));
        for group in 0..region.cells.counts.len() {
            for (new, old) in order.iter().enumerate() {
                prop_assert_eq!(before.hours.moments.of(group, *old), after.hours.moments.of(group, new));
            }
        }
        for (before, after) in before.hours.places.iter().zip(&after.hours.places) {
            prop_assert_eq!(before.weight.to_bits(), after.weight.to_bits(), "persons are whole numbers");
            let Some((before, after)) = before.figures.as_ref().zip(after.figures.as_ref()) else { continue };
            prop_assert!((before.mean - after.mean).abs() < 1e-9 && (before.moment.helped - after.moment.helped).abs() < 1e-12);
            prop_assert!(before.median.is_nan() || before.median.to_bits() == after.median.to_bits());
        }
    }

    /// Desks that are equally good are taken in the order of their sites, which is that of their ids: another one shows in the last bit
    /// of M at most, and in no hours.
    #[test]
    fn sites_in_any_order(raw in raws(), keys in prop::collection::vec(any::<u32>(), 8)) {
        let Raw { region, study } = raw;
        let order = shuffled(region.sites.len(), &keys);
        let mut other = region.clone();
        other.sites = order.iter().map(|site| region.sites[*site].clone()).collect();
        let (before, after) = (measure(&region, &study), measure(&other, &study));
        let cells: Vec<usize> = (0..region.cells.len()).collect();
        prop_assert_eq!(offers(&before, &cells), offers(&after, &cells));
        for group in 0..region.cells.counts.len() {
            for cell in &cells {
                let (before, after) = (before.hours.moments.of(group, *cell), after.hours.moments.of(group, *cell));
                prop_assert_eq!(before.always.to_bits(), after.always.to_bits());
                prop_assert!((before.helped - after.helped).abs() < 1e-12, "{before:?} {after:?}");
            }
        }
    }

    /// Whole eighths of a metre, so that every difference of coordinates stays exact.
    #[test]
    fn everything_elsewhere(raw in raws_of(40), east in -800_000i32..800_000, north in -800_000i32..800_000) {
        let Raw { region, study } = raw;
        let (east, north) = (f64::from(east) / 8.0, f64::from(north) / 8.0);
        let mut moved = region.clone();
        let ats = moved.cells.at.0.iter_mut().chain(moved.sites.iter_mut().map(|site| &mut site.at.0));
        ats.for_each(|at| (at.x, at.y) = (at.x + east, at.y + north));
        let (before, after) = (measure(&region, &study), measure(&moved, &study));
        let rows = |matrix: &Matrix| (0..matrix.cells()).map(|cell| matrix.row(cell).collect::<Vec<_>>()).collect::<Vec<_>>();
        prop_assert_eq!(rows(&before.matrix), rows(&after.matrix));
        prop_assert_eq!(bits(&before), bits(&after));
    }
}
