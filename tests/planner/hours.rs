//! The sets of weeks that are hit against every tuple of hours, and the value of every plan against the measure.

use std::collections::BTreeMap;

use bereik::model::Goal;
use bereik::plan::{Hit, Weeks, hits};
use bereik::week::{Dayparts, Profile, Quarter, Week};

use super::draws::Draws;
use super::region::{any_week, region, study};
use super::request::of_region;

/// The chance of each set of weeks that one try hits, quarter hour by quarter hour.
fn one_try(weeks: &[&Week], profile: &Profile) -> BTreeMap<Weeks, f64> {
    let mut sets = BTreeMap::new();
    for quarter in (0..Quarter::COUNT).map(Quarter::wrapping) {
        let mut alone = Week::EMPTY;
        alone.insert(quarter);
        let set = (0..weeks.len()).filter(|week| weeks[*week].contains(quarter)).fold(0, |set, week| set | 1 << week);
        *sets.entry(set).or_insert(0.0) += profile.share(&alone);
    }
    sets.retain(|_, chance| *chance > 0.0);
    sets
}

/// Every tuple of so many tries.
fn every_tuple(once: &BTreeMap<Weeks, f64>, tries: u32) -> BTreeMap<Weeks, f64> {
    let mut tuples: Vec<(Weeks, f64)> = vec![(0, 1.0)];
    for _ in 0..tries {
        tuples = tuples.iter().flat_map(|(hit, chance)| once.iter().map(move |(set, more)| (hit | set, chance * more))).collect();
    }
    let mut sets = BTreeMap::new();
    tuples.into_iter().for_each(|(set, chance)| *sets.entry(set).or_insert(0.0) += chance);
    sets
}

fn profiles() -> (Dayparts, [Profile; 3]) {
    let dayparts = Dayparts::default();
    let anytime = Profile::mix(&dayparts, &[("anytime".to_owned(), 1.0)].into()).unwrap();
    let profiles = [anytime, Profile::default_all(&dayparts).unwrap(), Profile::default_65(&dayparts).unwrap()];
    (dayparts, profiles)
}

#[test]
fn every_tuple_of_hours() {
    let (dayparts, profiles) = profiles();
    let mut draws = Draws::new(11);
    for number in 0..150 {
        let weeks: Vec<Week> = (0..=draws.whole(4)).map(|_| any_week(&mut draws)).collect();
        let weeks: Vec<&Week> = weeks.iter().collect();
        let held = (0..weeks.len()).filter(|_| draws.chance(0.2)).fold(0, |set, week| set | 1 << week);
        let (profile, tries) = (draws.one_of(&profiles), 1 + draws.whole(3));
        let mut expected = every_tuple(&one_try(&weeks, profile), tries);
        expected.retain(|set, chance| set & !held != 0 && *chance > 1e-14);
        let (found, is_exact) = hits(&weeks, held, &dayparts, profile, tries, 4096);
        let found: Vec<Hit> = found.into_iter().filter(|hit| hit.chance > 1e-14).collect();
        assert!(is_exact && found.len() == expected.len(), "{number}: {found:?}, {expected:?}");
        for (hit, (set, chance)) in found.iter().zip(&expected) {
            assert!(hit.weeks == *set && (hit.chance - chance).abs() < 1e-12, "{number}: {hit:?}, {set} {chance}");
        }
    }
}

/// With room for few sets every choice of weeks is worth at least what it is, whatever is held.
#[test]
fn few_sets_are_worth_no_less() {
    let (dayparts, profiles) = profiles();
    let mut draws = Draws::new(12);
    for number in 0..150 {
        let weeks: Vec<Week> = (0..3 + draws.whole(4)).map(|_| any_week(&mut draws)).collect();
        let weeks: Vec<&Week> = weeks.iter().collect();
        // The weeks that stay come last: β 1 in the order of their place.
        let own = 2 + draws.index(weeks.len() - 2);
        let held = (own..weeks.len()).fold(0, |set, week| set | 1 << week);
        let profile = draws.one_of(&profiles);
        let (all, is_exact) = hits(&weeks, held, &dayparts, profile, 3, 100_000);
        let (few, _) = hits(&weeks, held, &dayparts, profile, 3, 1 + draws.index(6));
        assert!(is_exact);
        for open in 1..1u128 << own {
            // An open week that is hit is worth 1; a held one leaves a tenth of that to gain.
            let gain = |hits: &[Hit]| -> f64 {
                let hit = hits.iter().filter(|hit| hit.weeks & open != 0);
                hit.map(|hit| hit.chance * if hit.weeks & held == 0 { 1.0 } else { 0.1 }).sum()
            };
            assert!(gain(&few) >= gain(&all) - 1e-12, "{number}: {open:b}");
        }
    }
}

/// Plans drawn at random from long menus: what the clients say is the measure's M, and no less where not every set is told apart.
#[test]
fn many_weeks_are_worth_what_the_measure_says() {
    let (mut exact, mut more) = (0, 0);
    for number in 0..90 {
        let mut draws = Draws::new(number + 300);
        let sites = [6, 14, 45][usize::try_from(number % 3).unwrap()];
        let (region, study) = (region(&mut draws, sites), study(&mut draws));
        let mut case = of_region(&mut draws, region, study, Goal::MomentCoverage, &[]);
        for weeks in &mut case.request.weeks {
            *weeks = (0..4).map(|place| bereik::model::MenuWeek { text: place.to_string(), week: any_week(&mut draws) }).collect();
        }
        let question = case.question();
        let (base, problem) = question.problem().unwrap();
        for _ in 0..12 {
            let mut chosen: Vec<u32> = Vec::new();
            for range in question.menu.sites().collect::<Vec<_>>() {
                if draws.chance(0.6) {
                    chosen.push(u32::try_from(range.start + draws.index(range.len())).unwrap());
                }
            }
            let (said, measured) = (base + problem.value(&chosen), case.value(&case.choices_of(&question.menu, &chosen)));
            let slack = 1e-9 * measured.max(1.0);
            assert!(said >= measured - slack, "{number}: {said} is less than {measured}");
            if question.is_exact() {
                assert!(said <= measured + slack, "{number}: {said} is more than {measured}");
            }
        }
        if question.is_exact() { exact += 1 } else { more += 1 }
    }
    assert!(exact > 20 && more > 20, "{exact} exact, {more} not");
}
