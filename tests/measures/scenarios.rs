//! Scenarios: what they change, what they do to people, and the dilemma of the guide worked out by hand.

use std::collections::BTreeMap;

use bereik::budget::{Budget, budget};
use bereik::compare::{Caution, Fate, Outcome, Problem, Situation, grown, lost, outcome, shifts};
use bereik::crs::Planar;
use bereik::measure::Level;
use bereik::model::{
    Bus, Changes, Group, Growth, Money, Need, Region, Scope, Setting, SiteMove, SiteWeek, Status, Study, Suitability, Venue,
};
use bereik::week::Week;
use geo::{Coord, polygon};

use super::region::{RawCell, metres, municipality, of_desk, region, share, site, study, timed};

fn week(text: &str) -> Week {
    *timed(text).week().unwrap()
}

fn at(site: usize, text: &str) -> SiteWeek {
    SiteWeek { site: format!("site-{site:04}"), week: week(text) }
}

fn id(site: usize) -> String {
    format!("site-{site:04}")
}

/// Two villages of 100 residents, 10 km from each other, each with a site. A desk is open in the first, Tuesday and Thursday from 8 to 12.
fn villages() -> Region {
    let cells: Vec<RawCell> = vec![((50.0, 50.0), vec![100.0]), ((10_050.0, 50.0), vec![100.0])];
    let mut second = site(2, (10_050.0, 50.0), of_desk(&timed("di 8-12")));
    second.status = Status::Candidate;
    region(&["all"], &cells, vec![site(1, (50.0, 50.0), of_desk(&timed("di,do 8-12"))), second])
}

fn no_money() -> Budget {
    budget(&Money::default(), &[], &[], &[])
}

fn today(region: &Region, study: &Study) -> Outcome {
    outcome(Situation::today(region, study), no_money(), None)
}

fn changed(region: &Region, study: &Study, changes: &Changes) -> Outcome {
    let mut situation = Situation::today(region, study);
    situation.change(changes).unwrap();
    outcome(situation, no_money(), Some(&today(region, study)))
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} instead of {expected}");
}

/// The dilemma of the guide, eight hours a week in both: one desk of eight hours, or two of four.
///
/// The default profile gives an hour of a weekday morning 0.5 · 0.5 / 20 = 0.0125. Eight hours in the first village are 0.1 there and nothing in
/// the second: for one try (0.1 + 0) / 2 = 0.05, for three (1 − 0.9³) / 2 = 0.1355, for ten (1 − 0.9¹⁰) / 2 = 0.3256607800. Four hours in both are
/// 0.05 in each: 0.05, 1 − 0.95³ = 0.142625, 1 − 0.95¹⁰ = 0.4012630608. Who can come once does not care; the more often one can come the more
/// the second desk brings. Half of the people reach eight hours in the first, everyone four and nobody eight in the second.
#[test]
fn many_desks_with_few_hours_or_fewer_with_long_hours() {
    let (region, study) = (villages(), study(2000.0));
    let long = today(&region, &study);
    let changes = Changes { open: vec![at(2, "di 8-12")], hours: vec![at(1, "di 8-12")], ..Changes::default() };
    let many = changed(&region, &study, &changes);
    for (found, expected) in long.headline.tries.unwrap().into_iter().zip([0.05, 0.1355, 0.325_660_779_95]) {
        near(found, expected);
    }
    for (found, expected) in many.headline.tries.unwrap().into_iter().zip([0.05, 0.142_625, 0.401_263_060_761_621_1]) {
        near(found, expected);
    }
    assert_eq!((long.headline.desk_hours, many.headline.desk_hours), (8.0, 8.0));
    assert_eq!((long.headline.least.unwrap(), many.headline.least.unwrap()), ([0.5, 0.5, 0.0], [1.0, 0.0, 0.0]));
    // The second village is 10 km nearer; the first loses four hours, which is not more than four.
    let shift = shifts(&long, &many).into_iter().find(|shift| shift.level == Level::Study).unwrap();
    assert_eq!((shift.nearer, shift.farther, shift.more_hours, shift.fewer_hours), (100.0, 0.0, 0.0, 0.0));
    assert_eq!((long.headline.within, many.headline.within), (100.0, 200.0));
    assert_eq!(many.situation.fates, [(0, Fate::OtherHours), (1, Fate::New)]);
    assert_eq!(many.situation.new_sites().collect::<Vec<_>>(), [1]);
}

/// The part of the need of each cell that finds help, and what they add up to.
///
/// The desk of the villages, which suits women by half: of 80 residents of whom 40 are women, who weigh 2 more, the need is 80 + 80 = 160. With
/// three tries 1 − 0.9³ = 0.271 of everyone finds help and 0.1355 of the women: (80 · 0.271 + 80 · 0.1355) / 160 = 0.20325. Beside it live 20
/// without women, at 0.271. In the far village with a need of 50 + 2 · 10 = 70 nobody finds help, and a square without residents has no share.
/// Of the study it is (160 · 0.20325 + 20 · 0.271) / 250 = 0.15176.
#[test]
fn the_help_that_the_need_of_each_cell_finds_adds_up_to_that_of_the_study() {
    let cells: Vec<RawCell> = vec![
        ((50.0, 50.0), vec![80.0, 40.0]),
        ((150.0, 50.0), vec![20.0, 0.0]),
        ((10_050.0, 50.0), vec![50.0, 10.0]),
        ((250.0, 50.0), vec![0.0, 0.0]),
    ];
    let region = region(&["all", "women"], &cells, vec![site(1, (50.0, 50.0), of_desk(&timed("di,do 8-12")))]);
    let mut study = study(2000.0);
    study.need = Need { all: 1.0, surcharges: BTreeMap::from([(Group::parse("women"), 2.0)]) };
    let venue = region.sites[0].venue;
    study.suitability = Suitability(BTreeMap::from([(venue, BTreeMap::from([(Group::parse("women"), share(0.5))]))]));
    let found = today(&region, &study);
    for (found, expected) in found.moment.iter().zip([0.203_25, 0.271, 0.0]) {
        near(*found, expected);
    }
    assert!(found.moment.len() == 4 && found.moment[3].is_nan());
    near(found.headline.moment.unwrap(), 0.151_76);
    let helped: f64 = [160.0, 20.0, 70.0].iter().zip(&found.moment).map(|(need, share)| need * share).sum();
    near(helped / found.headline.need, found.headline.moment.unwrap());
    // Nothing is told where no hours are known.
    let mut unknown = region.clone();
    unknown.sites[0].hours = bereik::model::SiteHours::default();
    let unknown = today(&unknown, &study);
    assert!(unknown.moment.is_empty() && unknown.headline.moment.is_none());
}

/// The first desk closes and the second opens: 100 lose the only desk within 2 km, although another opens elsewhere.
#[test]
fn who_loses_the_only_desk_is_told() {
    let (region, study) = (villages(), study(2000.0));
    let before = today(&region, &study);
    let after = changed(&region, &study, &Changes { open: vec![at(2, "ma-vr 8-12")], close: vec![id(1)], ..Changes::default() });
    let gone = lost(&before, &after);
    assert_eq!(gone.iter().map(|lost| (lost.site, lost.group, lost.residents)).collect::<Vec<_>>(), [(0, 0, 100.0)]);
    let shift = shifts(&before, &after).into_iter().find(|shift| shift.level == Level::Study).unwrap();
    // 20 hours come to the second village, 8 go from the first; each is 10 km nearer or farther.
    assert_eq!((shift.nearer, shift.farther, shift.more_hours, shift.fewer_hours), (100.0, 100.0, 100.0, 100.0));
    assert_eq!(after.situation.fates, [(0, Fate::Closes), (1, Fate::New)]);
    // With a desk kept beside it nobody loses the only one.
    let both = changed(&region, &study, &Changes { open: vec![at(2, "ma-vr 8-12")], ..Changes::default() });
    assert!(lost(&before, &both).is_empty());
}

#[test]
fn a_scenario_without_changes_is_today() {
    let (region, study) = (villages(), study(2000.0));
    let (before, after) = (today(&region, &study), changed(&region, &study, &Changes::default()));
    assert_eq!(before.headline, after.headline);
    assert!(shifts(&before, &after).iter().all(|shift| !shift.is_any()) && lost(&before, &after).is_empty());
    assert_eq!(after.situation.fates, [(0, Fate::Stays)]);
}

#[test]
fn what_cannot_be_changed_is_told_all_at_once() {
    let mut region = villages();
    region.sites.push(site(3, (0.0, 0.0), of_desk(&timed("di 8-12"))));
    region.sites[2].status = Status::Excluded;
    let bus = Bus { name: "Bus".to_owned(), library: Some("Nergens".to_owned()), stops: Vec::new() };
    let changes = Changes {
        open: vec![at(9, "di 8-12"), at(1, "di 8-12"), at(3, "di 8-12")],
        close: vec![id(2)],
        hours: vec![at(2, "di 8-12")],
        moves: vec![SiteMove { site: "weg".to_owned(), to: Planar(Coord { x: 0.0, y: 0.0 }) }],
        buses: vec![bus],
    };
    let problems = Situation::today(&region, &study(2000.0)).change(&changes).unwrap_err();
    let expected = [
        Problem::UnknownSite { site: id(9) },
        Problem::IsOpen { site: id(1) },
        Problem::IsExcluded { site: id(3) },
        Problem::IsNotOpen { site: id(2) },
        Problem::IsNotOpen { site: id(2) },
        Problem::UnknownLibrary { library: "Nergens".to_owned() },
        Problem::UnknownSite { site: "weg".to_owned() },
    ];
    assert_eq!(problems, expected);
}

/// A bus stops where no desk was: it costs what a mobile stop costs, and does not mind that the building is closed. A desk may mind.
#[test]
fn a_bus_needs_no_building() {
    let mut region = villages();
    region.sites[1].hours.building = Some(timed("wo 9-12"));
    let mut situation = Situation::today(&region, &study(2000.0));
    let stop = at(2, "di 13-15");
    let cautions = situation
        .change(&Changes { buses: vec![Bus { name: "Bus".to_owned(), library: None, stops: vec![stop.clone()] }], ..Changes::default() })
        .unwrap();
    assert!(cautions.is_empty());
    assert_eq!((situation.region.sites[1].venue, situation.region.sites[1].status), (Venue::MobileStop, Status::Open));
    let mut situation = Situation::today(&region, &study(2000.0));
    let cautions = situation.change(&Changes { open: vec![stop], ..Changes::default() }).unwrap();
    assert_eq!(cautions, [Caution::BuildingClosed { site: id(2) }]);
}

/// The first desk moves to the second village: 100 are 10 km nearer and 100 farther. The region's only municipality is the first village.
#[test]
fn a_desk_that_moves_serves_others() {
    let (mut region, study) = (villages(), study(2000.0));
    let shape = polygon![(x: 0.0, y: 0.0), (x: 1000.0, y: 0.0), (x: 1000.0, y: 1000.0), (x: 0.0, y: 1000.0)];
    region.municipalities = vec![bereik::model::Municipality { shape: Planar(shape.into()), ..municipality(0) }];
    let before = today(&region, &study);
    let mut situation = Situation::today(&region, &study);
    let changes = Changes { moves: vec![SiteMove { site: id(1), to: Planar(Coord { x: 10_050.0, y: 50.0 }) }], ..Changes::default() };
    assert_eq!(situation.change(&changes).unwrap(), [Caution::MovedOutside { site: id(1) }, Caution::CostsOutside { site: id(1) }]);
    let after = outcome(situation, no_money(), None);
    let shift = shifts(&before, &after).into_iter().find(|shift| shift.level == Level::Study).unwrap();
    assert_eq!((shift.nearer, shift.farther), (100.0, 100.0));
    assert_eq!(after.situation.fates, [(0, Fate::Moves)]);
    let site = &after.situation.region.sites[0];
    assert_eq!((site.municipality, site.place.as_str()), (None, ""));
    // The 100 of the first village have it within 2 km today, and nothing then.
    let gone = lost(&before, &after);
    assert_eq!(gone.iter().map(|lost| (lost.site, lost.group, lost.residents)).collect::<Vec<_>>(), [(0, 0, 100.0)]);
    // One that moves a kilometre within the municipality stays within the norm of everyone.
    let near_by = Changes { moves: vec![SiteMove { site: id(1), to: Planar(Coord { x: 950.0, y: 50.0 }) }], ..Changes::default() };
    let after = changed(&region, &study, &near_by);
    assert!(lost(&before, &after).is_empty());
    let site = &after.situation.region.sites[0];
    assert_eq!((site.municipality, &site.place), (Some(0), &region.municipalities[0].name));
}

/// Both sites lie in a municipality around the study: people use them, and no budget of the study has them. A desk that opens there is free and
/// one that closes saves nothing, which is told. One that is to be moved and has no desk is a fault.
#[test]
fn desks_outside_the_study_are_told() {
    let (mut region, study) = (villages(), study(2000.0));
    let changes = |changes: Changes, region: &Region| Situation::today(region, &study).change(&changes).unwrap();
    let opens = Changes { open: vec![at(2, "di 8-12")], close: vec![id(1)], ..Changes::default() };
    assert!(changes(opens.clone(), &region).is_empty());
    region.site_scope = vec![Scope::Surroundings; 2];
    let told = [Caution::CostsOutside { site: id(2) }, Caution::SavingsOutside { site: id(1) }];
    assert_eq!(changes(opens, &region), told);
    let longer = Changes { hours: vec![at(1, "di 8-17")], ..Changes::default() };
    assert_eq!(changes(longer, &region), [Caution::CostsOutside { site: id(1) }]);
    let stop = Bus { name: "Bus".to_owned(), library: None, stops: vec![at(2, "di 13-15")] };
    assert_eq!(changes(Changes { buses: vec![stop], ..Changes::default() }, &region), [Caution::CostsOutside { site: id(2) }]);
    let idle = Changes { moves: vec![SiteMove { site: id(2), to: region.sites[0].at }], ..Changes::default() };
    assert_eq!(Situation::today(&region, &study).change(&idle), Err(vec![Problem::IsNotOpen { site: id(2) }]));
}

/// 60 children, 40 elderly and 10 whose age is unknown, with 30 on benefits. Children shrink to 0.5, the elderly grow to 1.5: 30 and 60. All are
/// 110 · 90 / 100 = 99; benefits 30 · 0.9 = 27. Halfway there children are 0.75 and the elderly 1.25: 45 and 50, all 110 · 0.95 = 104.5.
#[test]
fn residents_of_another_year() {
    let cells: Vec<RawCell> = vec![((0.0, 0.0), vec![110.0, 60.0, 40.0, 30.0])];
    let mut region = region(&["all", "0-15", "65+", "benefits"], &cells, Vec::new());
    assert!(matches!(grown(&region, 2040), Err(Problem::NoGrowth { year: 2040 })));
    let years = |last: f64| vec![(2030, 1.0), (2040, last)];
    region.growth = Growth { factors: BTreeMap::from([((0, Group::parse("0-15")), years(0.5)), ((0, Group::parse("65+")), years(1.5))]) };
    let persons = |year: u16| -> Vec<f64> { grown(&region, year).unwrap().0.counts.iter().map(|count| count.persons[0]).collect() };
    for (year, expected) in [(2030, [110.0, 60.0, 40.0, 30.0]), (2035, [104.5, 45.0, 50.0, 28.5]), (2040, [99.0, 30.0, 60.0, 27.0])] {
        for (found, expected) in persons(year).into_iter().zip(expected) {
            near(found, expected);
        }
    }
    let years = Some((2030, 2040));
    assert!(matches!(grown(&region, 2041), Err(Problem::NoSuchYear { year: 2041, years: found }) if found == years));
}

/// A table of wider bands: 65+ takes the factor of everyone from 20 on, children that of everyone.
#[test]
fn a_band_takes_the_factor_of_the_narrowest_band_that_holds_it() {
    let cells: Vec<RawCell> = vec![((0.0, 0.0), vec![100.0, 60.0, 40.0])];
    let mut region = region(&["all", "0-15", "65+"], &cells, Vec::new());
    let factors = [("all", 2.0), ("20+", 3.0), ("10+", 5.0)].map(|(group, factor)| ((0, Group::parse(group)), vec![(2040, factor)]));
    region.growth = Growth { factors: BTreeMap::from(factors) };
    let persons: Vec<f64> = grown(&region, 2040).unwrap().0.counts.iter().map(|count| count.persons[0]).collect();
    // 60 · 2 and 40 · 3.
    assert_eq!(persons, [240.0, 120.0, 120.0]);
}

/// A forecast of the elderly alone: 40 of them double to 80, and the 60 children stay. All are 100 · 140 / 100 = 140, and so do 30 on benefits
/// grow to 42. The 60 have no forecast. Where nobody of 65 or older lives nothing changes, and all 20 have none.
#[test]
fn a_forecast_of_one_band_grows_that_band() {
    let cells: Vec<RawCell> = vec![((0.0, 0.0), vec![100.0, 60.0, 40.0, 30.0]), ((500.0, 0.0), vec![20.0, 20.0, 0.0, 5.0])];
    let mut region = region(&["all", "0-65", "65+", "benefits"], &cells, Vec::new());
    region.growth = Growth { factors: BTreeMap::from([((0, Group::parse("65+")), vec![(2040, 2.0)])]) };
    let (cells, left) = grown(&region, 2040).unwrap();
    let persons = |cell: usize| cells.counts.iter().map(|count| count.persons[cell]).collect::<Vec<f64>>();
    for (found, expected) in persons(0).into_iter().zip([140.0, 60.0, 80.0, 42.0]) {
        near(found, expected);
    }
    assert_eq!((persons(1), left), (vec![20.0, 20.0, 0.0, 5.0], 80.0));
}

/// With a norm of 12 km everyone has the desk of the first village within it; groups with a norm of their own keep theirs.
#[test]
fn a_scenario_may_have_another_norm() {
    let (region, mut study) = (villages(), study(2000.0));
    let own = bereik::model::GroupReach { norm: metres(500.0), detour: 1.0, decay: bereik::model::Decay::Step { norm: metres(500.0) } };
    study.reach.groups.insert(Group::parse("65+"), own);
    let setting = Setting { norm: Some(metres(12_000.0)), year: None };
    let (situation, _) = Situation::with_setting(&region, &study, "ruim", setting).unwrap();
    assert_eq!(situation.study.reach.of(&Group::parse("65+")).norm, metres(500.0));
    let after = outcome(situation, no_money(), None);
    assert_eq!((after.headline.within, after.headline.least.unwrap()), (200.0, [1.0, 1.0, 0.0]));
}
