//! What distances do when sites, places or the detour change.

use bereik::measure::coverage;
use bereik::model::{NONE, Scope, Status};
use proptest::prelude::*;

use super::common::scan;
use super::region::{place, regions, site, study};

proptest! {
    /// The oracle of every other law.
    #[test]
    fn the_nearest_site_is_that_of_a_scan_of_all_pairs(region in regions(400, 40), norm in 100.0..9_000.0) {
        let coverage = coverage(&region, &study(norm, 1.0));
        for (cell, (site, metres)) in scan(&region).into_iter().enumerate() {
            prop_assert_eq!((coverage.site[cell], coverage.distance[cell]), (site, metres));
        }
    }

    #[test]
    fn a_site_added_raises_no_distance_and_lowers_no_share(
        region in regions(200, 12), added in place(), norm in 100.0..9_000.0, detour in 1.0..1.6,
    ) {
        let study = study(norm, detour);
        let before = coverage(&region, &study);
        let mut more = region.clone();
        more.sites.push(site(region.sites.len(), added, Status::Open));
        more.site_scope.push(Scope::Study);
        let after = coverage(&more, &study);
        for (before, after) in before.distance.iter().zip(&after.distance) {
            prop_assert!(after <= before);
        }
        for (before, after) in before.areas.iter().zip(&after.areas) {
            let (old, new) = (&before.summary, &after.summary);
            prop_assert!(new.within_norm >= old.within_norm);
            prop_assert!(new.within_also.iter().zip(&old.within_also).all(|(new, old)| new >= old));
            prop_assert!(new.unreachable <= old.unreachable);
            // Means and quantiles are over those who have a desk: comparable once everyone had one.
            if old.unreachable == 0.0 && old.residents > 0.0 {
                prop_assert!(new.median <= old.median && new.p90 <= old.p90);
                prop_assert!(new.mean.unwrap().get() <= old.mean.unwrap().get() * (1.0 + 1e-12));
            }
        }
        // A desk nearer to everyone takes people from the others and gives them none.
        for (before, after) in before.catchments.iter().zip(&after.catchments) {
            prop_assert!(after.residents <= before.residents && after.only_this <= before.only_this);
            prop_assert_eq!(after.within_norm, before.within_norm);
        }
    }

    /// Whole metres keep the eighths exact, so that nothing at all may change.
    #[test]
    fn one_vector_for_all_points_changes_nothing(
        region in regions(300, 20), east in -90_000i32..90_000, north in -90_000i32..90_000, norm in 100.0..9_000.0, detour in 1.0..1.6,
    ) {
        let study = study(norm, detour);
        let mut moved = region.clone();
        let sites = moved.sites.iter_mut().map(|site| &mut site.at.0);
        for at in moved.cells.at.0.iter_mut().chain(sites) {
            at.x += f64::from(east);
            at.y += f64::from(north);
        }
        prop_assert_eq!(coverage(&region, &study), coverage(&moved, &study));
    }

    #[test]
    fn a_detour_multiplies_every_distance(region in regions(200, 12), norm in 100.0..9_000.0, detour in 1.0..3.0) {
        let straight = coverage(&region, &study(norm, 1.0));
        let winding = coverage(&region, &study(norm, detour));
        prop_assert_eq!(&straight.site, &winding.site);
        for (straight, winding) in straight.distance.iter().zip(&winding.distance) {
            prop_assert_eq!(straight * detour, *winding);
        }
        // Twice the way and twice the norm (a doubling is exact): the same people are within.
        let twice = coverage(&region, &study(2.0 * norm, 2.0));
        prop_assert_eq!(&straight.catchments, &twice.catchments);
        for (straight, twice) in straight.areas.iter().zip(&twice.areas) {
            prop_assert_eq!(straight.summary.within_norm, twice.summary.within_norm);
            prop_assert_eq!(&straight.summary.within_also, &twice.summary.within_also);
            let double = |metres: Option<bereik::units::Metres>| metres.map(|metres| 2.0 * metres.get());
            prop_assert_eq!(double(straight.summary.mean), twice.summary.mean.map(bereik::units::Metres::get));
            prop_assert_eq!(double(straight.summary.p90), twice.summary.p90.map(bereik::units::Metres::get));
        }
    }

    /// A candidate, a required and an excluded site are nobody's desk.
    #[test]
    fn only_open_sites_take_part(region in regions(100, 12)) {
        let all = coverage(&region, &study(1_000.0, 1.0));
        let mut open = region.clone();
        open.sites.retain(|site| site.status == Status::Open);
        open.site_scope.truncate(open.sites.len());
        let alone = coverage(&open, &study(1_000.0, 1.0));
        prop_assert_eq!(&all.distance, &alone.distance);
        prop_assert_eq!(&all.areas, &alone.areas);
        let id = |region: &bereik::model::Region, site: u32| {
            (site != NONE).then(|| region.sites[site as usize].id.clone())
        };
        for (one, other) in all.site.iter().zip(&alone.site) {
            prop_assert_eq!(id(&region, *one), id(&open, *other));
        }
    }
}
