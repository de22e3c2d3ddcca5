//! The desks of a study counted by hand, beside those of the country.

use bereik::measure::{DeskFigures, desk_figures, desks};
use bereik::model::{Region, Scope, SiteHours, Status, Venue};
use bereik::units::{Hours, Share};

use super::region::{municipality, near, of_desk, region, site, timed, untimed};

/// Municipalities 0 and 1 are the study, 2 is next to it.
fn three_municipalities() -> Region {
    let staffed = |hours: SiteHours, number| SiteHours { staffed: Hours::new(number), ..hours };
    let building = SiteHours { building: Some(timed("Mo-Fr 9:00-17:00")), ..SiteHours::default() };
    let place = (0.0, 0.0);
    let mut sites = vec![
        // 8 hours, the end of the first class; 15 staffed hours make a vestiging.
        site(0, place, staffed(of_desk(&timed("Mo,Th 13:00-17:00")), 15.0)),
        // Only the building is known: 40 hours, the last class.
        site(1, place, building),
        // 12 hours, nobody knows when.
        site(2, place, of_desk(&untimed(12.0))),
        // A branch without a desk; 4 staffed hours make a servicepunt.
        site(3, place, staffed(of_desk(&timed("Mo 13:00-17:00")), 4.0)),
        // Not of the study.
        site(4, place, staffed(of_desk(&timed("Mo 13:00-17:00")), 30.0)),
        // Nothing is known.
        site(5, place, SiteHours::default()),
        // 37.5 hours; fewer than 4 staffed hours are no label.
        site(6, place, staffed(of_desk(&timed("Mo-Fr 9:00-16:30")), 3.5)),
    ];
    sites[1].venue = Venue::VillageHall;
    sites[3].status = Status::Candidate;
    sites[5].venue = Venue::CareHome;
    (sites[3].municipality, sites[4].municipality) = (Some(1), Some(2));
    let mut region = region(&["all"], &[(place, vec![1.0])], sites);
    region.municipalities = (0..3).map(municipality).collect();
    region.in_study = vec![true, true, false];
    region.site_scope[4] = Scope::Surroundings;
    region
}

#[test]
fn desks_by_hand() {
    let region = three_municipalities();
    let figures = desk_figures(&region, &desks(&region, Share::default()));
    let expected = DeskFigures {
        // 0, 1, 2, 5 and 6; of 5 no hours are known.
        desks: 5,
        classes: [1, 1, 0, 0, 1, 1],
        unknown: 1,
        building: 1,
        untimed: 1,
        // 0, 2 and 6.
        inside: 3,
        municipalities: 2,
        with_desk: 1,
        // 0, 2, 3 and 6; not 3.
        branches: 4,
        branches_with_desk: 3,
        labels: [1, 1, 1],
    };
    assert_eq!(figures, expected);
    // One of the four with known hours in each of these classes; three of four branches.
    assert_eq!(figures.shares(), Some([0.25, 0.25, 0.0, 0.0, 0.25, 0.25]));
    near(figures.share_of_branches().unwrap().get(), 0.75, 0.0);
}

/// A desk of the study's library just over its border is not the study's, and no municipality has it.
#[test]
fn without_desks_there_are_no_shares() {
    let mut region = three_municipalities();
    region.site_scope.fill(Scope::Surroundings);
    let figures = desk_figures(&region, &desks(&region, Share::default()));
    assert_eq!(figures, DeskFigures { municipalities: 2, ..DeskFigures::default() });
    assert_eq!((figures.shares(), figures.share_of_branches()), (None, None));
}
