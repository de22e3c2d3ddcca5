//! Targets by hand: what is wanted beside what is.

use std::collections::BTreeMap;

use bereik::crs::Planar;
use bereik::measure::{Target, TargetKind, coverage, desk_figures, targets};
use bereik::model::{Area, Per, Region, SiteHours, Status, Study, Targets};
use bereik::units::Hours;
use geo::{Coord, MultiPolygon, Rect};

use super::region::{measure, municipality, near, of_desk, region, share, site, study, timed};

fn found(region: &Region, study: &Study) -> Vec<Target> {
    let measured = measure(region, study);
    let figures = desk_figures(region, &measured.desks);
    targets(region, study, &coverage(region, study).areas, &measured.hours.places, &measured.desks, &figures)
}

fn hours(value: f64) -> Hours {
    Hours::new(value).unwrap()
}

/// 30 residents at a desk of 8 hours, 60 at one of 4, 10 at none; two municipalities, of which the second has the desk of 4 hours.
fn two_desks() -> Region {
    let sites = vec![
        site(0, (0.0, 0.0), of_desk(&timed("Mo 9:00-17:00"))),
        site(1, (5000.0, 0.0), of_desk(&timed("Mo 9:00-13:00"))),
        site(2, (9000.0, 0.0), SiteHours::default()),
    ];
    let cells = [((0.0, 0.0), vec![30.0]), ((5000.0, 0.0), vec![60.0]), ((9000.0, 0.0), vec![10.0])];
    let mut region = region(&["all"], &cells, sites);
    region.municipalities = (0..3).map(municipality).collect();
    region.in_study = vec![true, true, false];
    region.sites[1].municipality = Some(1);
    region.sites[2].status = Status::Candidate;
    // Areas from −1 to 1 km, 1 to 4 km, and 4 km to the second desk, which stands on its border.
    let area = |(number, from, to): (u32, f64, f64)| Area {
        code: format!("BU{number:08}"),
        name: format!("Buurt {number}"),
        municipality: None,
        shape: Planar(MultiPolygon::from(vec![Rect::new(Coord { x: from, y: -100.0 }, Coord { x: to, y: 100.0 }).to_polygon()])),
        published: BTreeMap::new(),
    };
    region.areas = [(0, -1000.0, 1000.0), (1, 1000.0, 4000.0), (2, 4000.0, 5000.0)].map(area).to_vec();
    region
}

#[test]
fn every_kind_by_hand() {
    let region = two_desks();
    let mut study = study(1000.0);
    study.targets = Targets {
        within_norm: Some(share(0.9)),
        hours: BTreeMap::from([(4, share(0.95)), (8, share(0.3))]),
        desk_with_hours: Some((hours(4.0), Per::Municipality)),
        branches_with_desk: Some(share(0.7)),
        visits: None,
    };
    let targets = found(&region, &study);
    let expected = [
        // 90 of 100 residents have a desk; just enough.
        (TargetKind::WithinNorm, 0.9, 0.9, true),
        (TargetKind::Hours(4), 0.95, 0.9, false),
        // 30 of 100 reach 8 hours.
        (TargetKind::Hours(8), 0.3, 0.3, true),
        // Both municipalities of the study; the third has none and is not of it.
        (TargetKind::DeskWithHours(hours(4.0), Per::Municipality), 1.0, 1.0, true),
        // Two of three branches.
        (TargetKind::BranchesWithDesk, 0.7, 2.0 / 3.0, false),
    ];
    assert_eq!(targets.len(), expected.len());
    for (target, (kind, wanted, is, met)) in targets.iter().zip(expected) {
        assert_eq!((target.kind, target.wanted, target.is_met()), (kind, share(wanted).into(), Some(met)));
        near(target.found.unwrap().get(), is, 1e-12);
    }
}

#[test]
fn a_desk_with_enough_hours_in_every_area() {
    let region = two_desks();
    let with = |least, per| {
        let mut study = study(1000.0);
        study.targets.desk_with_hours = Some((hours(least), per));
        found(&region, &study)[0].found.unwrap().get()
    };
    // The desk of 4 hours is too short for 4.25.
    near(with(4.25, Per::Municipality), 0.5, 0.0);
    // The first area has a desk inside, the third one on its border, the second none.
    near(with(4.0, Per::Area), 2.0 / 3.0, 1e-12);
    near(with(8.0, Per::Area), 1.0 / 3.0, 1e-12);
}

#[test]
fn what_is_not_stated_is_not_reported_and_what_cannot_be_told_is_not_judged() {
    let mut region = two_desks();
    assert_eq!(found(&region, &study(1000.0)), []);
    region.cells.counts[0].persons.fill(0.0);
    region.areas.clear();
    let mut study = study(1000.0);
    study.targets = Targets {
        within_norm: Some(share(0.9)),
        hours: BTreeMap::from([(4, share(0.9))]),
        desk_with_hours: Some((hours(4.0), Per::Area)),
        branches_with_desk: None,
        visits: None,
    };
    let targets = found(&region, &study);
    assert_eq!(targets.iter().map(|target| (target.found, target.is_met())).collect::<Vec<_>>(), [(None, None); 3]);
}

/// Rounding must not decide: ten tenths, added one by one, are less than one.
#[test]
fn everyone_is_everyone() {
    for places in [3u16, 6, 10, 49, 103] {
        let at = |place: u16| (5000.0 * f64::from(place), 0.0);
        let sites = (0..places).map(|place| site(usize::from(place), at(place), of_desk(&timed("Mo 9:00-13:00")))).collect();
        let cells: Vec<_> = (0..places).map(|place| (at(place), vec![f64::from(1 + place % 7)])).collect();
        let region = region(&["all"], &cells, sites);
        let mut study = study(1000.0);
        study.targets.hours = BTreeMap::from([(4, share(1.0))]);
        assert_eq!(found(&region, &study)[0].is_met(), Some(true), "{places} places");
    }
}
