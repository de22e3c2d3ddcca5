//! Flows by moment on a small region made by hand, against loops over every quarter of the cycle that use nothing of the library: weeks,
//! dayparts, profiles and distances are written out again here, from method §3, §5 and §8.
//!
//! West (0) and East (1) are in the study, South (2) is not and takes part. Distances are in metres; everyone makes a detour of 1.25 and goes at
//! most 3 km, those of 65 and older 1.5 and 2 km. Desk 5 is a village hall, which is nothing for them; desk 6 has hours without times; site 7 is
//! closed.

use std::collections::BTreeMap;

use bereik::measure::border::{Basis, Territory, flows};
use bereik::measure::{coverage, desks, pairs};
use bereik::model::{Decay, Group, GroupReach, Region, Status, Study, Suitability, Venue};

use super::region::{metres, municipality, near, of_desk, region, share, site, study, timed, untimed};

/// Where each cell is, its municipality, all residents and those of 65 and older.
const CELLS: [((f64, f64), u32, [f64; 2]); 13] = [
    ((0.0, 0.0), 0, [100.0, 20.0]),
    ((900.0, 300.0), 0, [45.0, 15.0]),
    ((1000.0, 0.0), 0, [80.0, 0.0]),
    ((1700.0, -400.0), 0, [12.5, 12.5]),
    ((2000.0, 0.0), 0, [33.0, 7.0]),
    ((2100.0, 100.0), 1, [61.0, 19.0]),
    ((2600.0, 800.0), 1, [140.0, 60.0]),
    ((3000.0, 0.0), 1, [90.0, 30.0]),
    ((3900.0, -700.0), 1, [25.0, 5.0]),
    ((9000.0, 9000.0), 1, [10.0, 4.0]),
    ((2000.0, -1200.0), 2, [70.0, 22.0]),
    ((2400.0, -2000.0), 2, [0.0, 0.0]),
    ((900.0, -1500.0), 2, [55.0, 1.0]),
];

/// A desk of the test: where, in which municipality, its hours as people write them, and whether it is open by the week of the cycle (from 0),
/// the day (Monday is 0) and the minute of the day.
type RawDesk = ((f64, f64), usize, &'static str, fn(u32, u32, u32) -> bool);

const DESKS: [RawDesk; 6] = [
    // Two desks that are equally far from the cell at 1000 m: the first of the two is taken while both are open.
    ((500.0, 0.0), 0, "ma-vr 9.00-12.30", |_, day, at| day <= 4 && (540..750).contains(&at)),
    ((1500.0, 0.0), 0, "ma,wo 10-17; za 10-13", |_, day, at| {
        ([0, 2].contains(&day) && (600..1020).contains(&at)) || (day == 5 && (600..780).contains(&at))
    }),
    ((2500.0, 0.0), 1, "di 17-21; 1e za van de maand 9-17", |week, day, at| {
        (day == 1 && (1020..1260).contains(&at)) || (week == 0 && day == 5 && (540..1020).contains(&at))
    }),
    ((2700.0, 600.0), 1, "om de week do 13.15-18.45", |week, day, at| week % 2 == 0 && day == 3 && (795..1125).contains(&at)),
    ((2200.0, -1000.0), 2, "zo 11-15; vr 7-9", |_, day, at| {
        (day == 6 && (660..900).contains(&at)) || (day == 4 && (420..540).contains(&at))
    }),
    ((2000.0, 200.0), 1, "ma-do 14-20", |_, day, at| day <= 3 && (840..1200).contains(&at)),
];

/// The village hall.
const HALL: usize = 5;

fn region_and_study() -> (Region, Study) {
    let mut sites: Vec<_> = (0..).zip(DESKS).map(|(number, (at, _, hours, _))| site(number, at, of_desk(&timed(hours)))).collect();
    sites.push(site(6, (2050.0, 0.0), of_desk(&untimed(12.0))));
    sites.push(site(7, (0.0, 10.0), of_desk(&timed("ma-zo 0-24"))));
    sites[7].status = Status::Candidate;
    sites[HALL].venue = Venue::VillageHall;
    sites.iter_mut().zip(DESKS).for_each(|(site, (_, stands_in, ..))| site.municipality = Some(stands_in));
    let cells: Vec<_> = CELLS.into_iter().map(|(at, _, persons)| (at, persons.to_vec())).collect();
    let mut region = region(&["all", "65+"], &cells, sites);
    region.municipalities.extend([municipality(1), municipality(2)]);
    region.in_study = vec![true, true, false];
    region.cells.municipality = CELLS.into_iter().map(|(_, of, _)| of).collect();
    let mut study = study(2000.0);
    study.surroundings = metres(50_000.0);
    study.reach.detour = 1.25;
    study.reach.decay = Decay::Linear { full: metres(500.0), none: metres(3000.0) };
    let old = GroupReach { norm: metres(1000.0), detour: 1.5, decay: Decay::Step { norm: metres(2000.0) } };
    study.reach.groups = BTreeMap::from([(Group::parse("65+"), old)]);
    study.need.surcharges = BTreeMap::from([(Group::parse("65+"), 0.5)]);
    study.suitability = Suitability(BTreeMap::from([(Venue::VillageHall, BTreeMap::from([(Group::parse("65+"), share(0.0))]))]));
    (region, study)
}

/// The chance that someone comes in one quarter: the weight of its daypart over the quarters of the daypart in the cycle. Everyone is half
/// `office` and half `working`.
fn weight(is_old: bool, day: u32, at: u32) -> f64 {
    let weights = if is_old { [0.5, 0.4, 0.0, 0.1, 0.0] } else { [0.25, 0.25, 0.3, 0.15, 0.05] };
    let (part, hours) = match (day, at / 60) {
        (0..=4, 8..=11) => (0, 20.0),
        (0..=4, 12..=16) => (1, 25.0),
        (0..=4, 17..=20) => (2, 20.0),
        (5, 9..=16) => (3, 8.0),
        (6, 12..=16) => (4, 5.0),
        _ => return 0.0,
    };
    weights[part] / (hours * 4.0 * 4.0)
}

/// For each municipality and desk, and last for none: the residents and the need.
fn by_loops() -> Vec<[[f64; 2]; 7]> {
    let mut sums = vec![[[0.0; 2]; 7]; 3];
    for ((x, y), of, [all, old]) in CELLS {
        for (is_old, residents, need) in [(false, all, all), (true, 0.0, 0.5 * old)] {
            for (week, day, quarter) in (0..4).flat_map(|week| (0..7).flat_map(move |day| (0..96).map(move |quarter| (week, day, quarter))))
            {
                let mut best = (f64::INFINITY, 6);
                for (number, ((east, north), _, _, is_open)) in DESKS.into_iter().enumerate() {
                    let metres = f64::hypot(x - east, y - north);
                    // The straight line falls to nothing at 3 km; the step of 65 and older has its 2 km in it.
                    let reaches = if is_old { metres * 1.5 <= 2000.0 && number != HALL } else { metres * 1.25 < 3000.0 };
                    if reaches && is_open(week, day, quarter * 15) && metres < best.0 {
                        best = (metres, number);
                    }
                }
                let chance = weight(is_old, day, quarter * 15);
                let sum = &mut sums[of as usize][best.1];
                sum[0] += residents * chance;
                sum[1] += need * chance;
            }
        }
    }
    sums
}

#[test]
fn flows_by_moment_are_those_of_plain_loops() {
    let (region, study) = region_and_study();
    let open = desks(&region, study.moments.outside_desk_hours);
    let found = flows(&region, &study, &coverage(&region, &study), &pairs(&region, &study), &open);
    let found = found.iter().find(|flows| flows.basis == Basis::Moments).unwrap();
    let expected = by_loops();
    for (municipality, expected) in expected.iter().enumerate() {
        let mut sums = [[0.0; 2]; 7];
        for flow in found.flows.iter().filter(|flow| flow.from == Territory::Municipality(municipality)) {
            let sum = &mut sums[flow.site.unwrap_or(6)];
            sum[0] += flow.residents;
            sum[1] += flow.need;
        }
        for (found, expected) in sums.iter().zip(expected) {
            near(found[0], expected[0], 1e-9);
            near(found[1], expected[1], 1e-9);
        }
    }
    // Nothing is trivially equal: each desk is used from more than one municipality, and somebody finds none.
    for desk in 0..7 {
        assert!(expected.iter().filter(|sums| sums[desk][0] > 0.01).count() > 1, "{desk}: {expected:?}");
    }
    // The residents are those of the cells: the chances of a cycle add up to 1.
    for (municipality, residents) in [(0, 270.5), (1, 326.0), (2, 125.0)] {
        near(expected[municipality].iter().map(|sum| sum[0]).sum(), residents, 1e-9);
    }
}
