//! Small regions worked out by hand.

use std::collections::BTreeMap;

use bereik::measure::{Who, week_curve};
use bereik::model::{Group, Region, SiteHours, Suitability, Venue};
use bereik::week::{Dayparts, Opening, Profile, Quarter, Week, Weekday};

use super::region::{Measured, measure, near, of_desk, region, share, site, study, timed, untimed};

/// The worked example of method §5: A helps fully and is open 8 hours, B halves and is open 20, of which 4 are A's.
#[test]
fn the_example_of_the_method() {
    let desk = |number, text| site(number, (0.0, 0.0), of_desk(&timed(text)));
    // Monday 12–16 is in both.
    let mut sites = vec![desk(0, "Mo 8:00-16:00"), desk(1, "Mo 12:00-16:00; Tu,We 9:00-17:00")];
    sites[1].venue = Venue::CareHome;
    let region = region(&["all"], &[((0.0, 0.0), vec![100.0])], sites);
    let mut study = study(1000.0);
    study.suitability = Suitability(BTreeMap::from([(Venue::CareHome, BTreeMap::from([(Group::All, share(0.5))]))]));
    // Weekdays 5 × 13 hours and Saturday 8: 73 hours, alike when Sunday has none.
    let dayparts = Dayparts::new(&BTreeMap::from([("sunday".to_owned(), String::new())])).unwrap();
    let anytime = Profile::mix(&dayparts, &BTreeMap::from([("anytime".to_owned(), 1.0)])).unwrap();
    study.moments.profiles = BTreeMap::from([(Group::All, anytime)]);
    study.moments.dayparts = dayparts;
    let measured = measure(&region, &study);
    let moment = measured.hours.moments.of(0, 0);
    // k = 1: 0.5·8/73 + 0.5·24/73 = 16/73 = 0.2192.
    near(moment.tries[0], 0.2192, 0.000_05);
    near(moment.tries[0], 16.0 / 73.0, 1e-12);
    // k = 3: 0.5·(1 − (65/73)³) + 0.5·(1 − (49/73)³) = 1 − (274,625 + 117,649) / (2 · 389,017) = 385,760 / 778,034 = 0.49581. Method §5 goes
    // on with 0.8904 and 0.6712, rounded, and so arrives at 0.49585, written 0.4959.
    near(moment.tries[1], 385_760.0 / 778_034.0, 1e-12);
    near(moment.tries[1], 0.4959, 0.0001);
    // k = 10: (65/73)¹⁰ = 0.313260, (49/73)¹⁰ = 0.018567; 1 − 0.331827 / 2 = 0.834087.
    near(moment.tries[2], 0.834_087, 0.000_001);
    near(moment.always, 1.0, 0.0);
    // Three tries are the default.
    near(moment.helped, moment.tries[1], 0.0);
    near(measured.of(Who::Need).moment.helped, moment.helped, 1e-15);
}

/// Four cells on a line, 2 km apart but for the last, and desks of every kind of hours.
fn on_a_line() -> Region {
    let sites = vec![
        // A: 3 hours in a morning, 3 in an evening.
        site(0, (0.0, 0.0), of_desk(&timed("Mo 9:00-12:00; Tu 17:00-20:00"))),
        // B: of its 5 hours 2 are also A's.
        site(1, (1000.0, 0.0), of_desk(&timed("Mo 10:00-13:00; Sa 10:00-12:00"))),
        // C: six hours, nobody knows when.
        site(2, (3000.0, 0.0), of_desk(&untimed(6.0))),
        // D: only the building is known, 5 hours.
        site(3, (3500.0, 0.0), SiteHours { building: Some(timed("Mo-Fr 9:00-10:00")), ..SiteHours::default() }),
        // E: 2 hours, and 6 more in the building beside them.
        site(4, (5000.0, 0.0), SiteHours { building: Some(timed("We 9:00-17:00")), ..of_desk(&timed("We 9:00-11:00")) }),
    ];
    let cells = [((0.0, 0.0), vec![10.0]), ((2000.0, 0.0), vec![20.0]), ((4000.0, 0.0), vec![30.0]), ((9000.0, 0.0), vec![40.0])];
    region(&["all"], &cells, sites)
}

fn line_with(outside: f64) -> Measured {
    let mut study = study(1000.0);
    study.moments.outside_desk_hours = share(outside);
    measure(&on_a_line(), &study)
}

#[test]
fn hours_are_those_of_the_union() {
    let measured = line_with(0.0);
    let offer = |cell| measured.hours.reachable.of(cell);
    // Cell 0 has A, and B on the norm itself: Monday 9–13, Tuesday 17–20, Saturday 10–12 are 4 + 3 + 2 = 9 hours, not 6 + 5.
    near(offer(0).hours, 9.0, 0.0);
    near(offer(0).most, 9.0, 0.0);
    // Morning Monday 9–12, afternoon Monday 12–13.
    assert_eq!(offer(0).dayparts.map(f64::to_bits), [3.0, 1.0, 3.0, 2.0, 0.0, 0.0].map(f64::to_bits));
    assert!(offer(0).evening_or_saturday && !offer(0).every_weekday && !offer(0).untimed);
    // Cell 3 has nothing.
    assert_eq!(*offer(3), measured.hours.reachable.offers[0]);
    assert!(offer(3).week.is_empty() && offer(3).hours.to_bits() == 0 && !offer(3).every_weekday && !offer(3).evening_or_saturday);
}

#[test]
fn hours_without_times_are_a_range() {
    let measured = line_with(0.0);
    // Cell 1 has the 5 hours of B and the 6 of C: 6 if C is open whenever B is, 11 if never. In no daypart, in no evening.
    let offer = measured.hours.reachable.of(1);
    assert_eq!([offer.hours, offer.most].map(f64::to_bits), [6.0, 11.0].map(f64::to_bits));
    assert_eq!(offer.dayparts.map(f64::to_bits), [2.0, 1.0, 0.0, 2.0, 0.0, 0.0].map(f64::to_bits));
    assert!(offer.untimed && offer.evening_or_saturday);
    assert_eq!(offer.week.hours().get().to_bits(), 5.0_f64.to_bits());
}

#[test]
fn a_building_stands_in_for_a_desk_of_which_nothing_is_known() {
    let measured = line_with(0.0);
    // Cell 2 has C, D (Monday to Friday 9–10, of its building) and E (Wednesday 9–11): 5 + 1 hours and C's six, all within or none.
    let offer = measured.hours.reachable.of(2);
    assert_eq!([offer.hours, offer.most].map(f64::to_bits), [6.0, 12.0].map(f64::to_bits));
    assert!(offer.every_weekday && !offer.evening_or_saturday);
    assert!(measured.desks.iter().all(|desk| desk.beside.is_empty()));
}

#[test]
fn help_beside_the_desk_counts_for_its_part() {
    let measured = line_with(0.25);
    // E's building is open Wednesday 11–17 beside its desk: 6 hours, 1.5 of them count. D's hours are those of its building already.
    let offer = measured.hours.reachable.of(2);
    assert_eq!([offer.hours, offer.most].map(f64::to_bits), [7.5, 13.5].map(f64::to_bits));
    // Mornings: 5 + 1 of desks, a quarter of Wednesday 11–12; afternoon: a quarter of 12–17.
    assert_eq!(offer.dayparts.map(f64::to_bits), [6.25, 1.25, 0.0, 0.0, 0.0, 0.0].map(f64::to_bits));
    assert_eq!(offer.week.hours().get().to_bits(), 6.0_f64.to_bits(), "the week is that of the desks");
    // In M it is a desk with a quarter of β. Default profile: a quarter in 20 morning hours, a quarter in 25 afternoon hours. Desks: 6 morning
    // hours; with the building 7 and 5. k = 1: 0.75·6·0.0125 + 0.25·(7·0.0125 + 5·0.01) = 0.05625 + 0.034375.
    near(measured.hours.moments.of(0, 2).tries[0], 0.090_625, 1e-12);
}

#[test]
fn the_study_is_the_mean_of_its_residents() {
    let measured = line_with(0.25);
    let figures = measured.of(Who::Group(0));
    // 10, 20, 30 and 40 residents with 9, 6, 7.5 and 0 hours, and at most 9, 11, 13.5 and 0.
    near(figures.mean, 0.9 + 1.2 + 2.25, 1e-12);
    near(figures.mean_most, 0.9 + 2.2 + 4.05, 1e-12);
    // 40 of 100 have 0 hours, 60 at most 6.
    near(figures.median, 6.0, 0.0);
    // At least 4 hours: the first three cells; at least 8: the first.
    for (found, expected) in figures.least.into_iter().zip([0.6, 0.1, 0.0, 0.0, 0.0, 0.0]) {
        near(found, expected, 1e-12);
    }
    // Mornings: 3·0.1 + 2·0.2 + 6.25·0.3; afternoons: 0.1 + 0.2 + 1.25·0.3; evening 0.3; Saturday 2·0.3.
    for (found, expected) in figures.dayparts.into_iter().zip([2.575, 0.675, 0.3, 0.6, 0.0, 0.0]) {
        near(found, expected, 1e-12);
    }
    // Cells 0 and 1 by A's evening and B's Saturday; cell 2 every weekday; C in cells 1 and 2.
    near(figures.evening_or_saturday, 0.3, 1e-12);
    near(figures.every_weekday, 0.3, 1e-12);
    near(figures.untimed, 0.5, 1e-12);
}

#[test]
fn the_curve_over_the_week() {
    let (region, measured) = (on_a_line(), line_with(0.25));
    let curve = week_curve(&region, &study(1000.0), &measured.hours, &measured.desks);
    assert_eq!(curve.len(), 2688);
    let at = |week, day, hour: u16| {
        let point = curve[usize::from(Quarter::at(week, day, hour * 60).index())];
        assert_eq!(point.quarter, Quarter::at(week, day, hour * 60));
        (point.desks, (point.residents * 100.0).round().to_bits(), (point.need * 100.0).round().to_bits())
    };
    let of = |desks, residents: f64, need: f64| (desks, residents.to_bits(), need.to_bits());
    // Monday 9: A for cell 0, D for cell 2. Monday 10: A and B for cells 0 and 1. Wednesday 9: D and E; at 12 only E's building.
    assert_eq!(at(0, Weekday::Monday, 9), of(2, 40.0, 40.0));
    assert_eq!(at(3, Weekday::Monday, 10), of(2, 30.0, 30.0));
    assert_eq!(at(1, Weekday::Wednesday, 9), of(2, 30.0, 30.0));
    assert_eq!(at(1, Weekday::Wednesday, 12), of(0, 0.0, 0.0));
    assert_eq!(at(2, Weekday::Saturday, 11), of(1, 30.0, 30.0));
}

/// Once in the cycle is a quarter of an hour a week for every hour.
#[test]
fn the_first_tuesday_counts_for_a_quarter() {
    let mut week = Week::EMPTY;
    week.insert_range(Quarter::at(0, Weekday::Tuesday, 17 * 60), 16);
    let region = region(&["all"], &[((0.0, 0.0), vec![3.0])], vec![site(0, (0.0, 0.0), of_desk(&Opening::Timed { week }))]);
    let measured = measure(&region, &study(500.0));
    let offer = measured.hours.reachable.of(0);
    near(offer.hours, 1.0, 0.0);
    near(offer.dayparts[2], 1.0, 0.0);
    assert!(offer.evening_or_saturday);
    // The evenings, 20 hours, have 0.3 of the default profile: 0.3 / 20 in one try.
    near(measured.hours.moments.of(0, 0).tries[0], 0.015, 1e-12);
}

/// Hours without times, in a building of which the times are known.
#[test]
fn the_least_effect_of_hours_without_times_keeps_the_rest_of_the_building() {
    // 6 hours at the desk, some time; the library is open 40, of which the hours beside the desk count for a quarter.
    let hours = SiteHours { building: Some(timed("Mo-Fr 9:00-17:00")), ..of_desk(&untimed(6.0)) };
    let region = region(&["all"], &[((0.0, 0.0), vec![1.0])], vec![site(0, (0.0, 0.0), hours)]);
    let offer = |outside| {
        let mut study = study(500.0);
        study.moments.outside_desk_hours = share(outside);
        let measured = measure(&region, &study);
        let offer = measured.hours.reachable.of(0);
        [offer.hours, offer.most].map(f64::to_bits)
    };
    // At least: the desk is open while the library is, 6 + 34/4; at most: while it is not, 6 + 40/4.
    assert_eq!(offer(0.25), [14.5, 16.0].map(f64::to_bits));
    assert_eq!(offer(0.0), [6.0, 6.0].map(f64::to_bits));
    assert_eq!(offer(1.0), [40.0, 46.0].map(f64::to_bits));
}
