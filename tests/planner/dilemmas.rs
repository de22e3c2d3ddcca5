//! More desks or longer hours, against every plan of each way.

use bereik::compare::{Way, dilemma};
use bereik::model::{Existing, Goal, Status};
use bereik::plan::Limit;
use bereik::plan::kernel::Effort;

use super::case::Case;
use super::draws::Draws;
use super::every::{allowed, best};
use super::request::{Ask, case};

/// The case of one way: nothing closes, nothing is shortened.
fn of_way(case: &Case, way: Way) -> Case {
    let mut case = case.clone();
    case.request.existing = if way == Way::Opens { Existing::Keep } else { Existing::MayChangeHours };
    for (site, weeks) in case.request.sites.iter().zip(&mut case.request.weeks) {
        let site = &case.region.sites[*site];
        let today = site.hours.opening().map(|opening| opening.hours().get());
        let is_open = site.status == Status::Open;
        weeks.retain(|week| match way {
            Way::Opens => !is_open,
            Way::Lengthens => is_open && today.is_some_and(|today| week.week.hours().get() > today),
            Way::Both => !is_open || today.is_some_and(|today| week.week.hours().get() > today),
        });
    }
    case
}

#[test]
fn both_is_never_worse_than_one() {
    let mut compared = 0;
    for number in 0..80 {
        let mut draws = Draws::new(90_000 + number);
        let (limit, other) =
            (*draws.one_of(&[Ask::Amount, Ask::Pools]), *draws.one_of(&[Ask::Counts, Ask::Staff, Ask::Apart, Ask::Everyone]));
        let asks = if draws.chance(0.5) { vec![limit, other] } else { vec![limit] };
        let case = case(&mut draws, Goal::MomentCoverage, &asks);
        let mut region = case.region.clone();
        let points = dilemma(case.given(), &mut region, &case.request, &case.purse, Effort::default());
        for point in &points {
            let mut step = of_way(&case, point.way);
            step.tries = point.tries;
            let question = step.question();
            let at = [2, 4, 6, 8].into_iter().filter_map(|eighths| question.money(eighths)).find(|(.., money)| *money == point.money);
            let total = question.total().max(f64::MIN_POSITIVE);
            let (limit, purse, _) = at.unwrap();
            (step.request.limit, step.purse) = (Some(limit), purse);
            let expected = best(&step, &allowed(&step)).unwrap() / total;
            assert!((point.value - expected).abs() <= 1e-9, "{number}: {point:?} instead of {expected}");
            if matches!(limit, Limit::Amount(_)) {
                assert!(point.cost <= point.money, "{number}: {point:?}");
            }
            let one = points.iter().filter(|one| one.tries == point.tries && one.money <= point.money);
            if point.way == Way::Both {
                one.for_each(|one| assert!(point.value >= one.value - 1e-12, "{number}: {point:?}, {one:?}"));
                compared += 1;
            }
        }
    }
    assert!(compared > 80, "{compared}");
}
