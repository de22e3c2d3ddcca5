//! Expected use: by hand, against its definition on random regions, and its bands against `SciPy`.

use std::collections::BTreeMap;

use bereik::compare::{Situation, outcome};
use bereik::measure::{
    Asked, Band, DemandBasis, Dispersion, TargetKind, Usage, Verdict, asked, demand, desks, need, pairs, quantile, usage,
};
use bereik::model::{
    Changes, Decay, Group, Reach, Region, Registered, RegisteredPlace, Registrations, Scope, SiteWeek, Status, Study, Suitability,
};
use bereik::units::Ratio;
use proptest::prelude::*;

use super::random::raws_of;
use super::region::{metres, near, of_desk, region, site, study, timed};

fn asked_of(region: &Region, study: &Study) -> Asked {
    asked(region, study, &pairs(region, study), &desks(region, study.moments.outside_desk_hours))
}

fn today(region: &Region, study: &Study) -> Usage {
    let asked = asked_of(region, study);
    usage(region, &asked, demand(region, &need(&region.cells, &study.need), &asked), true)
}

fn registered(visits: f64, weeks: f64) -> Registered {
    Registered { visits, weeks }
}

/// Two villages on one line, 100 residents at 0 m and 40 at 1000 m; a desk of 4 hours a week at 0 m, and one of 16 hours at 2000 m, which draws
/// twice as strongly. Reach is halved with every kilometre, up to 4 km.
fn two_desks() -> (Region, Study) {
    let cells = [((0.0, 0.0), vec![100.0]), ((1000.0, 0.0), vec![40.0])];
    let short = site(0, (0.0, 0.0), of_desk(&timed("ma 9-13")));
    let long = site(1, (2000.0, 0.0), of_desk(&timed("ma,di 9-17")));
    let mut study = study(2000.0);
    study.reach.decay = Decay::Exponential { half: metres(1000.0), limit: metres(4000.0) };
    (region(&["all"], &cells, vec![short, long]), study)
}

/// At 0 m the desks draw 2·1 and 4·¼: ⅔ go to the short one, of whom all come, and ⅓ to the long one, of whom a quarter comes: 66⅔ and 8⅓. At 1000 m
/// they draw 2·½ and 4·½: a half comes of a third and of two thirds of 40, 6⅔ and 13⅓. Together 73⅓ and 21⅔, 95 in all.
#[test]
fn what_is_asked_by_hand() {
    let (region, study) = two_desks();
    let asked = asked_of(&region, &study);
    near(asked.desks[0].1, 220.0 / 3.0, 1e-9);
    near(asked.desks[1].1, 65.0 / 3.0, 1e-9);
    near(asked.cells[0], 75.0, 1e-9);
    near(asked.cells[1], 20.0, 1e-9);
}

/// 110 visits in 10 weeks and 65 in 5 are 24 a week, so κ = 24/95. The short desk should have 18.53 a week and has 11; in its 10 weeks 156 to
/// 216 would be usual, and for the long one 16 to 39 in 5 weeks. Percentiles by `SciPy` 1.17.1, `nbinom.ppf` with size = mean / 2.
#[test]
fn kappa_the_trial_and_the_verdict_by_hand() {
    let (mut region, study) = two_desks();
    region.registrations.desks = BTreeMap::from([(0, registered(110.0, 10.0)), (1, registered(65.0, 5.0))]);
    let usage = today(&region, &study);
    assert_eq!((usage.demand.basis, usage.demand.dispersion), (DemandBasis::Desks, Dispersion::Assumed));
    near(usage.demand.kappa, 24.0 / 95.0, 1e-12);
    near(usage.week, 24.0, 1e-9);
    let [short, long] = usage.desks[..] else { panic!("two desks") };
    near(short.trial, 240.842_105_263_157_9, 1e-9);
    near(long.trial, 71.157_894_736_842_1, 1e-9);
    assert_eq!((short.band, long.band), (Band { low: 207, high: 276 }, Band { low: 53, high: 90 }));
    assert_eq!((short.verdict, long.verdict), (Some(Verdict::Below), Some(Verdict::Above)));
    assert_eq!(usage.of(1), Some(&long));
    assert_eq!(usage.of(2), None);
}

/// 58,000 visits in 274 days of 17,942,942 residents are 0.0000825813 a week for each. Half of the residents weigh twice: a unit of need makes two thirds.
#[test]
fn without_registrations_the_country_tells() {
    let (mut region, mut study) = two_desks();
    near(today(&region, &study).demand.kappa, 8.258_131_943_008_667e-5, 1e-15);
    let old = Group::parse("65+");
    let counts = &mut region.cells.counts;
    counts.push(bereik::model::Count { group: old.clone(), persons: vec![50.0, 20.0], hidden: Vec::new(), modelled: false });
    study.need.surcharges.insert(old, 1.0);
    let usage = today(&region, &study);
    assert_eq!((usage.demand.basis, usage.demand.dispersion), (DemandBasis::Country, Dispersion::Assumed));
    near(usage.demand.kappa, 8.258_131_943_008_667e-5 / 1.5, 1e-15);
    assert!(usage.desks.iter().all(|desk| desk.verdict.is_none() && desk.registered.is_none()));
    // Nobody came, and a desk that nobody is near to: neither tells anything.
    region.registrations.desks = BTreeMap::from([(0, registered(0.0, 10.0))]);
    assert_eq!(today(&region, &study).demand.basis, DemandBasis::Country);
    region.sites[1].at = bereik::crs::Planar(geo::Coord { x: 90_000.0, y: 0.0 });
    region.registrations.desks = BTreeMap::from([(1, registered(20.0, 10.0))]);
    assert_eq!(today(&region, &study).demand.basis, DemandBasis::Country);
}

/// Four places of 100 residents at one desk, of which three had 100 visits and one 20: 80 are expected of each. Σ(x − m)² = 4800, 4/3 of it less
/// Σm = 320 is 6080, over Σm² = 25600 is 0.2375. `SciPy` 1.17.1: `nbinom.ppf([.1, .9])` of mean 80 and size 1/0.2375 is 35 and 134.
#[test]
fn a_place_that_asks_less_than_expected_is_named() {
    let cells: Vec<_> = (0..4).map(|_| ((0.0, 0.0), vec![100.0])).collect();
    let mut region = region(&["all"], &cells, vec![site(0, (0.0, 0.0), of_desk(&timed("ma 9-13")))]);
    let place = |cell: u32| RegisteredPlace {
        code: format!("BU{cell}"),
        name: String::new(),
        cells: vec![cell],
        registered: registered(if cell == 2 { 20.0 } else { 100.0 }, 8.0),
    };
    region.registrations = Registrations { desks: BTreeMap::new(), places: (0..4).map(place).collect() };
    let found = today(&region, &study(1000.0));
    assert_eq!((found.demand.basis, found.demand.dispersion), (DemandBasis::Places, Dispersion::Assumed));
    near(found.demand.kappa, 0.1, 1e-12);
    near(found.demand.registered_week, 40.0, 1e-12);
    let quiet = found.quiet(&region);
    assert_eq!(quiet.iter().map(|place| (place.place, place.band)).collect::<Vec<_>>(), [(2, Band { low: 35, high: 134 })]);
    near(quiet[0].expected, 80.0, 1e-9);
    // Half of all visits at the desk are of people whose home nobody wrote down: it has a κ of its own, and the places keep theirs.
    region.registrations.desks = BTreeMap::from([(0, registered(640.0, 8.0))]);
    let found = today(&region, &study(1000.0));
    assert_eq!(found.demand.basis, DemandBasis::Desks);
    near(found.demand.kappa, 0.2, 1e-12);
    near(found.quiet(&region)[0].expected, 80.0, 1e-9);
    // They are those of the desks of the study: where all desks are another's, nobody is expected.
    region.site_scope = vec![Scope::Surroundings];
    let found = today(&region, &study(1000.0));
    assert_eq!((found.demand.basis, found.demand.places), (DemandBasis::Country, None));
    assert!(found.desks.is_empty() && found.quiet(&region).is_empty());
}

/// The 10th, 25th, 50th and 90th percentile of a mean and size by `SciPy` 1.17.1: `nbinom.ppf(q, size, size / (size + mean))`.
#[test]
fn percentiles_are_those_of_scipy() {
    for (mean, size, expected) in [
        (0.3, 0.5, [0, 0, 0, 1]),
        (3.0, 1.0, [0, 0, 2, 8]),
        (5.5, 2.75, [1, 3, 5, 11]),
        (20.0, 5.0, [9, 13, 19, 33]),
        (67.9, 35.5, [50, 58, 67, 86]),
        (117.0, 58.5, [94, 104, 116, 141]),
        (652.0, 120.0, [570, 607, 650, 736]),
        (1000.0, 0.7, [47, 185, 582, 2511]),
        // P(0) is 10^-596: too small for a number.
        (2500.0, 1250.0, [2390, 2441, 2499, 2612]),
        (40_000.0, 33.3, [31_410, 35_130, 39_600, 49_104]),
        // As good as Poisson.
        (12.5, 1e6, [8, 10, 12, 17]),
    ] {
        let found = [0.1, 0.25, 0.5, 0.9].map(|part| quantile(mean, size, part));
        assert_eq!(found, expected, "mean {mean}, size {size}");
    }
    assert_eq!(Dispersion::Assumed.band(117.0), Band { low: 94, high: 141 });
}

/// Two villages of 100, a desk in the first: a second one in the other doubles the visits, and closing the only one leaves none. κ stays that of today.
#[test]
fn a_target_of_visits_is_held_against_today() {
    let cells = [((0.0, 0.0), vec![100.0]), ((10_000.0, 0.0), vec![100.0])];
    let mut second = site(1, (10_000.0, 0.0), of_desk(&timed("ma 9-13")));
    second.status = Status::Candidate;
    let mut region = region(&["all"], &cells, vec![site(0, (0.0, 0.0), of_desk(&timed("ma 9-13"))), second]);
    region.registrations.desks = BTreeMap::from([(0, registered(130.0, 13.0))]);
    let mut study = study(2000.0);
    study.targets.visits = Ratio::new(0.3);
    let budget = || bereik::budget::budget(&bereik::model::Money::default(), &[], &[], &[]);
    let now = outcome(Situation::today(&region, &study), budget(), None);
    let with = |changes: &Changes| {
        let mut situation = Situation::today(&region, &study);
        situation.change(changes).unwrap();
        outcome(situation, budget(), Some(&now))
    };
    let open = SiteWeek { site: "site-0001".to_owned(), week: *timed("di 9-13").week().unwrap() };
    let opened = with(&Changes { open: vec![open], ..Changes::default() });
    let closed = with(&Changes { close: vec!["site-0000".to_owned()], ..Changes::default() });
    for (found, week, change, met) in [(&now, 10.0, 0.0, false), (&opened, 20.0, 1.0, true), (&closed, 0.0, -1.0, false)] {
        near(found.headline.visits_week.unwrap(), week, 1e-9);
        let target = found.targets[0];
        assert_eq!((target.kind, target.wanted, target.is_met()), (TargetKind::Visits, Ratio::new(0.3).unwrap(), Some(met)));
        near(target.found.unwrap().get(), change, 1e-9);
    }
    // 10 a week: 130 in a trial, and 130 is what it had; of the new one nothing is known.
    assert_eq!(now.usage.desks[0].verdict, Some(Verdict::Within));
    assert_eq!(opened.usage.desks.iter().map(|desk| (desk.site, desk.verdict)).collect::<Vec<_>>(), [(0, None), (1, None)]);
    near(opened.usage.desks[1].trial, 130.0, 1e-9);
}

/// Random regions of two municipalities with visits registered at every second site.
fn counted() -> impl Strategy<Value = (Region, Study)> {
    let visits = prop::collection::vec((0u32..500, 1u8..60, any::<bool>()), 8);
    (raws_of(14), visits).prop_map(|(raw, visits)| {
        let mut region = raw.region;
        for (index, (visits, weeks, is_own)) in visits.into_iter().enumerate().take(region.sites.len()) {
            region.site_scope[index] = if is_own { Scope::Study } else { Scope::Surroundings };
            if index % 2 == 0 && region.sites[index].status == Status::Open {
                region.registrations.desks.insert(index, registered(f64::from(visits), f64::from(weeks)));
            }
        }
        (region, raw.study)
    })
}

/// Σ a·P·β by its definition: every term of need by itself, every desk of every cell.
fn by_definition(region: &Region, study: &Study) -> (Vec<f64>, Vec<f64>) {
    let open: Vec<usize> = (0..region.sites.len()).filter(|site| region.sites[*site].status == Status::Open).collect();
    let hours = |site: usize| region.sites[site].hours.opening().map(|opening| opening.hours().get());
    let mut known: Vec<f64> = open.iter().filter_map(|site| hours(*site)).collect();
    known.sort_by(f64::total_cmp);
    let median = if known.is_empty() { 1.0 } else { f64::midpoint(known[(known.len() - 1) / 2], known[known.len() / 2]) };
    let mut sums = (vec![0.0; region.sites.len()], vec![0.0; region.cells.len()]);
    for count in &region.cells.counts {
        let reach = study.reach.of(&count.group);
        let weight = if count.group == Group::All { study.need.all } else { *study.need.surcharges.get(&count.group).unwrap_or(&0.0) };
        for cell in 0..region.cells.len() {
            let beta = |site: usize| {
                let (from, to) = (region.cells.at.0[cell], region.sites[site].at.0);
                let metres = ((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y)).sqrt();
                reach.decay.at(metres * reach.detour) * study.suitability.of(region.sites[site].venue, &count.group)
            };
            let drawn = |site: usize| hours(site).unwrap_or(median).sqrt() * beta(site);
            let all: f64 = open.iter().map(|site| drawn(*site)).sum();
            for site in open.iter().filter(|_| all > 0.0) {
                let comes = weight * count.persons[cell] * drawn(*site) / all * beta(*site);
                sums.0[*site] += comes;
                sums.1[cell] += if region.site_scope[*site] == Scope::Study { comes } else { 0.0 };
            }
        }
    }
    sums
}

proptest! {
    #[test]
    fn it_is_what_its_definition_says((region, study) in counted()) {
        let found = asked_of(&region, &study);
        let (of_sites, of_cells) = by_definition(&region, &study);
        for (site, comes) in &found.desks {
            prop_assert!((comes - of_sites[*site]).abs() < 1e-9 * (1.0 + comes), "site {site}: {comes} and {}", of_sites[*site]);
        }
        for (cell, comes) in found.cells.iter().enumerate() {
            prop_assert!((comes - of_cells[cell]).abs() < 1e-9 * (1.0 + comes), "cell {cell}: {comes} and {}", of_cells[cell]);
        }
    }

    /// The registered desks together are expected to have what they registered; nobody comes more than once; bands lie around their mean.
    #[test]
    fn what_was_registered_is_what_is_expected((region, study) in counted()) {
        let asked = asked_of(&region, &study);
        let need = need(&region.cells, &study.need);
        prop_assert!(asked.cells.iter().zip(&need).all(|(comes, need)| (0.0..=need * (1.0 + 1e-9)).contains(comes)));
        let found = today(&region, &study);
        let of_registered: Vec<_> = found.desks.iter().filter(|desk| desk.registered.is_some()).collect();
        let week: f64 = of_registered.iter().map(|desk| desk.week).sum();
        let counted: f64 = of_registered.iter().filter_map(|desk| desk.registered).map(Registered::per_week).sum();
        if found.demand.basis == DemandBasis::Desks {
            prop_assert!((week - counted).abs() < 1e-9 * (1.0 + counted), "{week} and {counted}");
            prop_assert!((found.demand.registered_week - counted).abs() < 1e-9 * (1.0 + counted));
        } else {
            prop_assert!(counted <= 0.0 || of_registered.iter().all(|desk| desk.week <= 0.0));
        }
        prop_assert!(found.desks.iter().all(|desk| desk.band.low <= desk.band.high && region.site_scope[desk.site] == Scope::Study));
        prop_assert!((found.week - found.desks.iter().map(|desk| desk.week).sum::<f64>()).abs() < 1e-9 * (1.0 + found.week));
    }

    /// With a step and venues that suit everyone alike, one desk more never makes fewer visits; they are the need within the norm.
    #[test]
    fn one_desk_more_never_draws_fewer_by_a_step((region, study) in counted(), site in 0usize..8) {
        let mut study = study;
        study.reach = Reach::of_norm(study.reach.norm);
        study.suitability = Suitability::default();
        prop_assume!(!region.sites.is_empty());
        let site = site % region.sites.len();
        let (mut fewer, mut more) = (region.clone(), region);
        fewer.sites[site].status = Status::Candidate;
        more.sites[site].status = Status::Open;
        more.sites[site].hours = of_desk(&timed("ma 9-13"));
        let all = |region: &Region| asked_of(region, &study).desks.iter().map(|(_, comes)| comes).sum::<f64>();
        prop_assert!(all(&more) >= all(&fewer) - 1e-9);
    }

    /// Where it is hardest to count: each percentile is the first at which the distribution, summed in its own way, reaches the part.
    #[test]
    fn a_percentile_is_where_the_sum_gets_there(mean in 0.01..300.0, size in 0.05..200.0, part in 0.01..0.99) {
        let p = size / (size + mean);
        // The recursion of P(k) upwards from P(0) = p^size, in plain numbers: no mean and size here make it too small.
        let (mut each, mut sum, mut count) = (f64::powf(p, size), 0.0, 0_u32);
        loop {
            sum += each;
            if sum >= part { break }
            each *= (f64::from(count) + size) / (f64::from(count) + 1.0) * (1.0 - p);
            count += 1;
        }
        prop_assume!((sum - part).abs() > 1e-9 && (sum - each - part).abs() > 1e-9);
        prop_assert_eq!(quantile(mean, size, part), u64::from(count));
    }
}
