//! Cases by hand.

use bereik::model::{Goal, MenuWeek, Status};
use bereik::plan::CountOf;
use bereik::plan::Within;
use bereik::plan::kernel::{Effort, Ending};

use super::case::Case;
use super::draws::Draws;
use super::every::check;
use super::region::{metres, region, study, week};
use super::request::case;

/// Candidates at one place, each with these weeks, for everyone in the study.
fn at_one_place(weeks: &[&[&str]]) -> Case {
    let mut draws = Draws::new(3);
    let (mut region, mut study) = (region(&mut draws, weeks.len()), study(&mut draws));
    region.in_study.fill(true);
    let at = region.sites[0].at;
    for site in &mut region.sites {
        (site.at, site.status, site.hours) = (at, Status::Candidate, bereik::model::SiteHours::default());
    }
    study.reach = bereik::model::Reach::of_norm(metres(9000.0));
    study.suitability = bereik::model::Suitability::default();
    study.need.all = 1.0;
    let mut case = case(&mut draws, Goal::MomentCoverage, &[]);
    case.request.sites = (0..weeks.len()).collect();
    let menu = |texts: &&[&str]| texts.iter().map(|text| MenuWeek { text: (*text).to_owned(), week: week(text) }).collect();
    case.request.weeks = weeks.iter().map(menu).collect();
    case.purse.of_site = vec![None; weeks.len()];
    Case::new(region, study, case.request, case.purse, 1)
}

/// Method §6: a week that another site has too, as well and as cheaply, may still be part of the best plan, as that site has one week. The
/// first site can be open on Monday or on Tuesday, the second on Monday alone. Whoever drops the second for what the first can do ends with
/// one desk; the best plan has the first on Tuesday and the second on Monday.
#[test]
fn a_week_that_another_site_has_too_is_kept() {
    let mut case = at_one_place(&[&["ma 9-12", "di 9-12"], &["ma 9-12"]]);
    check(&case, "two sites");
    let question = case.question();
    let plan = question.solve(Effort::default(), &[]).unwrap();
    let weeks: Vec<_> = plan.chosen.iter().map(|option| question.menu.options[*option as usize].week).collect();
    assert_eq!(weeks, [week("di 9-12"), week("ma 9-12")]);
    // The same when desks are counted.
    case.request.counts.push(CountOf { within: Within::Study, sites: vec![0, 1], least: 0, most: Some(2), hours: None });
    check(&case, "two desks");
    let counted = case.question().solve(Effort::default(), &[]).unwrap();
    assert_eq!((counted.chosen, counted.ending), (plan.chosen, Ending::Optimal));
}

/// At one site a week within another one that costs no more is dropped: three hours an hour rate, nothing without.
#[test]
fn a_week_within_a_cheaper_one_is_dropped_at_its_site() {
    let mut case = at_one_place(&[&["ma 9-12", "ma 9-17", "di 9-12"]]);
    let menu = |case: &Case| -> Vec<_> { case.question().menu.options.iter().map(|option| option.week).collect() };
    case.study.money.hour = Some(bereik::units::Euros::from_cents(100));
    assert_eq!(menu(&case).len(), 3);
    case.study.money.hour = None;
    case.region.sites[0].costs.hour = None;
    let mut left = menu(&case);
    left.sort_unstable();
    let mut expected = vec![week("ma 9-17"), week("di 9-12")];
    expected.sort_unstable();
    assert_eq!(left, expected);
}
