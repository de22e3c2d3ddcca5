//! More sites than the first lists of neighbours hold.

use bereik::model::{Existing, Goal, MenuWeek, SiteHours, Status};
use bereik::plan::kernel::{Effort, Ending};
use bereik::plan::{CountOf, Within};

use super::case::{Case, Choice};
use super::draws::Draws;
use super::region::{region, study, week};
use super::request::of_region;

/// Seventy candidates with one week each.
fn seventy(goal: Goal, seed: u64, desks: u32) -> Case {
    let mut draws = Draws::new(seed);
    let (mut region, study) = (region(&mut draws, 70), study(&mut draws));
    region.in_study.fill(true);
    for site in &mut region.sites {
        (site.status, site.hours) = (Status::Candidate, SiteHours::default());
    }
    let mut case = of_region(&mut draws, region, study, goal, &[]);
    case.request.existing = Existing::Keep;
    let only = MenuWeek { text: "di 9-12".to_owned(), week: week("di 9-12") };
    case.request.weeks.iter_mut().for_each(|weeks| *weeks = vec![only.clone()]);
    let sites = case.request.sites.clone();
    case.request.counts = vec![CountOf { within: Within::Study, sites, least: desks, most: Some(desks), hours: None }];
    case
}

#[test]
fn lists_grow_until_the_best_pair_is_proven() {
    for (number, goal) in [Goal::Distance, Goal::KolmPollak, Goal::WorstDistance, Goal::Distance].into_iter().enumerate() {
        for desks in [1, 2] {
            let case = seventy(goal, 120_000 + u64::try_from(number).unwrap(), desks);
            let count = case.request.sites.len();
            let sets = (0..count).flat_map(|one| (one..count).map(move |other| (one, other)));
            let best = sets
                .filter(|(one, other)| (one == other) == (desks == 1))
                .map(|(one, other)| {
                    let of = |place: usize| if place == one || place == other { Choice::Open(week("di 9-12")) } else { Choice::Nothing };
                    case.value(&(0..count).map(of).collect())
                })
                .fold(f64::INFINITY, f64::min);
            let plan = case.question().solve(Effort::default(), &[]).unwrap();
            assert_eq!(plan.ending, Ending::Optimal, "{goal:?}");
            assert!((plan.value - best).abs() <= 1e-9 * best, "{goal:?}: {} instead of {best}", plan.value);
            assert!(plan.bound <= best * (1.0 + 1e-9));
        }
    }
}
