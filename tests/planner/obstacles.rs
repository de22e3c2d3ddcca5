//! Whether what the planner says stands in the way does.

use bereik::model::Status;
use bereik::plan::{Condition, CountOf, Obstacle, Question, Within};
use bereik::units::Hours;

use super::case::{Case, Choices, count};
use super::conditions::counted;

/// Whether it is no condition of the request but a rule of the planner: money needs prices.
pub fn is_policy(obstacle: &Obstacle) -> bool {
    matches!(obstacle, Obstacle::NoHourRate)
}

/// Fails when an obstacle is not true of every plan.
pub fn assert_true(case: &Case, question: &Question, obstacle: &Obstacle, name: &str) {
    assert!(is_true(case, question, obstacle), "{name}: {obstacle:?} is not true: {case:#?}");
}

fn is_true(case: &Case, question: &Question, obstacle: &Obstacle) -> bool {
    let every = case.every();
    let required = || every.iter().filter(|plan| case.meets(plan, Condition::Required));
    let has = |plan: &Choices, site: usize| case.desks(plan).iter().any(|desk| desk.site == site);
    let of = |within: Within, hours: Option<Hours>, test: &dyn Fn(&CountOf) -> bool| {
        case.request.counts.iter().any(|rule| rule.within == within && rule.hours == hours && test(rule))
    };
    match obstacle {
        Obstacle::NoHourRate => case.has_no_rate(),
        Obstacle::Budget { pool, needed, available } => {
            needed > available
                && required().all(|plan| case.spent(&case.desks(plan), *pool) >= needed.cents())
                && every.iter().all(|plan| !case.meets(plan, Condition::Budget) || !case.meets(plan, Condition::Required))
        }
        Obstacle::TooFar { municipality, residents, nearest, distance } => {
            let beyond = beyond(case, &every, *municipality, distance.get());
            let farthest = beyond.iter().map(|(_, metres)| *metres).fold(0.0, f64::max);
            let sum: f64 = beyond.iter().map(|(persons, _)| persons).sum();
            (sum - residents).abs() < 1e-9
                && sum > 0.0
                && nearest.map_or(farthest.is_infinite(), |metres| (metres.get() - farthest).abs() < 1e-6)
        }
        Obstacle::TooFewNear { possible, asked, distance } => {
            let most = every.iter().map(|plan| case.part_near(plan, distance.get())).fold(0.0, f64::max);
            (most - possible).abs() < 1e-9 && possible < asked
        }
        Obstacle::TooFew { within, hours, asked, possible } => of(*within, *hours, &|rule| {
            let most = every.iter().map(|plan| counted(&case.desks(plan), rule)).max().unwrap_or(0);
            rule.least == *asked && most == *possible && possible < asked
        }),
        Obstacle::TooMany { within, most, present } => {
            let hours: Vec<Option<Hours>> = case.request.counts.iter().map(|rule| rule.hours).collect();
            let test = |rule: &CountOf| {
                let least = required().map(|plan| counted(&case.desks(plan), rule)).min().unwrap_or(u32::MAX);
                rule.most == Some(*most) && least == *present && present > most
            };
            required().next().is_none() || hours.into_iter().any(|hours| of(*within, hours, &test))
        }
        Obstacle::NotBoth { sites: (one, other) } => {
            one != other
                && case.request.not_both.iter().any(|sites| sites.contains(one) && sites.contains(other))
                && required().all(|plan| has(plan, *one) && has(plan, *other))
        }
        Obstacle::TooNear { sites: (one, other), apart, asked } => {
            (case.away(*one, *other) - apart.get()).abs() < 1e-6
                && apart < asked
                && case.region.sites[*one].status != Status::Open
                && required().all(|plan| has(plan, *one) && has(plan, *other))
        }
        Obstacle::Staff { library, most, present, at } => {
            let open = |plan: &Choices| {
                let its = case.desks(plan).into_iter().filter(|desk| case.region.sites[desk.site].library == Some(*library));
                its.filter(|desk| desk.week.contains(*at)).count()
            };
            present > most && every.iter().all(|plan| count(open(plan)) >= f64::from(*present))
        }
        Obstacle::NoWeek { site } => every.iter().all(|plan| !has(plan, *site)) && case.request.require.contains(site),
        Obstacle::Together { conditions } => {
            let meet = |but: Option<Condition>| {
                every.iter().any(|plan| conditions.iter().all(|condition| Some(*condition) == but || case.meets(plan, *condition)))
            };
            question.rules.obstacles.is_empty() && !meet(None) && conditions.iter().all(|condition| meet(Some(*condition)))
        }
    }
}

/// Residents of a municipality who have no desk within a distance in any plan, with the metres to the nearest there can be.
fn beyond(case: &Case, every: &[Choices], municipality: Option<usize>, distance: f64) -> Vec<(f64, f64)> {
    let sites: Vec<Vec<_>> = every
        .iter()
        .map(|plan| case.sites(plan).into_iter().filter(|site| site.status == Status::Open).map(|site| site.at.0).collect())
        .collect();
    let of_cell = |cell: usize| {
        let at = case.region.cells.at.get()[cell];
        let away = |site: &geo::Coord<f64>| ((at.x - site.x).powi(2) + (at.y - site.y).powi(2)).sqrt() * case.study.reach.detour;
        (case.region.cells.residents()[cell], sites.iter().flatten().map(away).fold(f64::INFINITY, f64::min))
    };
    let here = |cell: &usize| {
        let of = case.region.cells.municipality[*cell] as usize;
        case.counts[*cell] && Some(of).filter(|of| *of < case.region.municipalities.len()) == municipality
    };
    (0..case.counts.len()).filter(here).map(of_cell).filter(|(persons, metres)| *persons > 0.0 && *metres > distance).collect()
}
