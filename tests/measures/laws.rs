//! What moment coverage always obeys.

use bereik::measure::{Moment, coverage};
use bereik::model::{Decay, Group, GroupReach, Region, SiteHours, Status, Study};
use bereik::week::{Opening, Week};
use proptest::prelude::*;

use super::random::{Raw, raws, weeks};
use super::region::{Measured, RawCell, measure, metres, near, of_desk, region, site, study, timed};

/// Rounding, in sums of parts of 1.
const HAIR: f64 = 1e-12;

/// M of every group and cell.
fn moments(region: &Region, study: &Study) -> Vec<Moment> {
    let Measured { hours, .. } = measure(region, study);
    let pairs = (0..region.cells.counts.len()).flat_map(|group| (0..region.cells.len()).map(move |cell| (group, cell)));
    pairs.map(|(group, cell)| *hours.moments.of(group, cell)).collect()
}

/// M for the tries of the study and for the others.
fn all(moment: &Moment) -> [f64; 4] {
    let [one, three, ten] = moment.tries;
    [moment.helped, one, three, ten]
}

/// The hours of a site with more: in the field that counts.
fn with(hours: &SiteHours, more: &Week) -> SiteHours {
    let mut hours = hours.clone();
    let counts = if hours.desk.is_some() || hours.building.is_none() { &mut hours.desk } else { &mut hours.building };
    let known = counts.as_ref().and_then(Opening::week).copied().unwrap_or_default();
    *counts = Some(Opening::Timed { week: known.union(more) });
    hours
}

/// The sites of a region with a week of their own each.
fn opened(region: &Region, week: impl Fn(usize) -> Week) -> Region {
    let mut region = region.clone();
    for (number, site) in region.sites.iter_mut().enumerate() {
        site.status = Status::Open;
        site.hours.desk = Some(Opening::Timed { week: week(number) });
    }
    region
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_desk_or_an_hour_more_never_harms(raw in raws(), which in any::<prop::sample::Index>(), more in weeks()) {
        let Raw { region, study } = raw;
        prop_assume!(!region.sites.is_empty());
        let (mut desk, mut hour) = (region.clone(), region.clone());
        let site = which.index(region.sites.len());
        desk.sites[site].status = Status::Open;
        hour.sites[site].hours = with(&region.sites[site].hours, &more);
        let before = moments(&region, &study);
        for after in [moments(&desk, &study), moments(&hour, &study)] {
            for (before, after) in before.iter().zip(&after) {
                prop_assert!(all(before).iter().zip(all(after)).all(|(before, after)| after >= before - HAIR), "{before:?} {after:?}");
                prop_assert!(after.always >= before.always);
            }
        }
    }

    /// The same hours add no more to more hours.
    #[test]
    fn more_adds_less(
        raw in raws(),
        small in prop::collection::vec(weeks(), 8),
        extra in prop::collection::vec(prop::option::of(weeks()), 8),
        which in any::<prop::sample::Index>(),
        added in weeks(),
        never in prop::collection::vec(any::<bool>(), 8),
    ) {
        let Raw { region, study } = raw;
        prop_assume!(!region.sites.is_empty());
        let site = which.index(region.sites.len());
        let small = |number: usize| if never[number] { Week::EMPTY } else { small[number] };
        let large = |number: usize| small(number).union(&extra[number].unwrap_or_default());
        let and = |number: usize, week: Week| if number == site { week.union(&added) } else { week };
        let of = |week: &dyn Fn(usize) -> Week| moments(&opened(&region, week), &study);
        let (from_small, to_small) = (of(&small), of(&|number| and(number, small(number))));
        let (from_large, to_large) = (of(&large), of(&|number| and(number, large(number))));
        for pair in 0..from_small.len() {
            for k in 0..4 {
                let to_few = all(&to_small[pair])[k] - all(&from_small[pair])[k];
                let to_many = all(&to_large[pair])[k] - all(&from_large[pair])[k];
                prop_assert!(to_many <= to_few + HAIR, "{to_many} is more than {to_few}");
            }
        }
    }

    /// Always open, near as a step, suitable: M is the share within the norm, for any number of tries.
    #[test]
    fn without_hours_it_is_the_share_within_the_norm(raw in raws()) {
        let Raw { mut region, mut study } = raw;
        for site in &mut region.sites {
            site.hours = of_desk(&Opening::Timed { week: Week::ALWAYS });
        }
        study.suitability.0.clear();
        study.reach.decay = Decay::Step { norm: study.reach.norm };
        study.reach.groups.values_mut().for_each(|reach| reach.decay = Decay::Step { norm: reach.norm });
        let (measured, coverage) = (measure(&region, &study), coverage(&region, &study));
        let groups = region.cells.counts.len();
        // The rows of hours have one more for each place: the need.
        let rows = measured.hours.places.chunks(groups + 1).flat_map(|rows| &rows[..groups]);
        prop_assert_eq!(measured.hours.places.len() / (groups + 1), coverage.areas.len() / groups);
        for (row, area) in rows.zip(&coverage.areas) {
            prop_assert_eq!((row.level, row.index), (area.level, area.index));
            prop_assert_eq!(row.figures.is_some(), area.summary.within_norm.is_some());
            let Some((figures, within)) = row.figures.as_ref().zip(area.summary.within_norm) else { continue };
            let within = within.get();
            prop_assert!(all(&figures.moment).iter().all(|helped| (helped - within).abs() < HAIR), "{:?} {within}", figures.moment);
            prop_assert!((figures.moment.lost_to_distance() - (1.0 - within)).abs() < HAIR);
            prop_assert!((figures.mean - 168.0 * within).abs() < 168.0 * HAIR);
        }
    }

    #[test]
    fn between_nothing_and_all_and_growing_with_tries(raw in raws()) {
        let Raw { region, study } = raw;
        for moment in moments(&region, &study) {
            let [one, three, ten] = moment.tries;
            prop_assert!(one >= 0.0 && one <= three + HAIR && three <= ten + HAIR && ten <= moment.always + HAIR, "{moment:?}");
            prop_assert!(moment.helped >= one - HAIR && moment.helped <= ten + HAIR, "tries are from 1 to 5");
            prop_assert!(moment.always <= 1.0 && moment.lost_to_distance() >= 0.0 && moment.lost_to_hours() >= -HAIR, "{moment:?}");
            let whole = moment.helped + moment.lost_to_distance() + moment.lost_to_hours();
            prop_assert!((whole - 1.0).abs() < HAIR, "{whole}");
        }
    }
}

/// A group whose way is exactly its norm has it within, in the figures of distance as in those of hours, whatever the detour of everyone.
#[test]
fn the_norm_itself_is_within_for_a_group_with_its_own_detour() {
    for (everyone, own) in [(1.2, 1.6), (1.2, 1.3), (1.1, 1.0), (1.0, 1.4)] {
        for straight in [50.0, 100.0, 200.0, 1300.0, 2000.0] {
            let cells: [RawCell; 1] = [((straight, 0.0), vec![5.0, 3.0])];
            let region = region(&["all", "65+"], &cells, vec![site(0, (0.0, 0.0), of_desk(&timed("Mo 9:00-17:00")))]);
            let mut study = study(10_000.0);
            let norm = metres(straight * own);
            let reach = GroupReach { norm, detour: own, decay: Decay::Step { norm } };
            (study.reach.detour, study.reach.also) = (everyone, vec![norm]);
            study.reach.groups.insert(Group::parse("65+"), reach);
            let summary = &coverage(&region, &study).areas[1].summary;
            near(summary.within_norm.unwrap().get(), 1.0, 0.0);
            near(summary.within_also[0].unwrap().get(), 1.0, 0.0);
            near(measure(&region, &study).hours.moments.of(1, 0).always, 1.0, 0.0);
        }
    }
}
