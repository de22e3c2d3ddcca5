//! Random requests: one kind of condition alone, or any of them together.

use bereik::model::{Existing, Goal, MenuWeek, Region, Status, Study, Venue};
use bereik::plan::{CountOf, Limit, PoolMoney, Purse, Request, StaffOf, Within};
use bereik::units::{Euros, Hours, Share};

use super::case::Case;
use super::draws::Draws;
use super::region::{any_week, metres, region, study};

pub const GOALS: [Goal; 8] =
    [Goal::MomentCoverage, Goal::Covered, Goal::Gradual, Goal::Distance, Goal::KolmPollak, Goal::Desks, Goal::Cost, Goal::WorstDistance];

/// A kind of condition that a request can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    Amount,
    Pools,
    Counts,
    NotBoth,
    Apart,
    Everyone,
    Partly,
    Staff,
    Require,
}

pub const ASKS: [Ask; 9] =
    [Ask::Amount, Ask::Pools, Ask::Counts, Ask::NotBoth, Ask::Apart, Ask::Everyone, Ask::Partly, Ask::Staff, Ask::Require];

/// The most plans of a case: more are not enumerated.
const MOST_PLANS: usize = 400;

/// A case with these kinds of conditions.
pub fn case(draws: &mut Draws, goal: Goal, asks: &[Ask]) -> Case {
    loop {
        let sites = 2 + draws.index(5);
        let (region, study) = (region(draws, sites), study(draws));
        let case = of_region(draws, region, study, goal, asks);
        let choices = case.choices();
        let options: usize = choices.iter().map(Vec::len).sum();
        if choices.iter().map(Vec::len).product::<usize>() <= MOST_PLANS && options <= 14 + choices.len() {
            return case;
        }
    }
}

pub fn of_region(draws: &mut Draws, region: Region, study: Study, goal: Goal, asks: &[Ask]) -> Case {
    let is_in = |site: &usize| region.in_study[region.sites[*site].municipality.unwrap()];
    let sites: Vec<usize> = (0..region.sites.len()).filter(is_in).filter(|_| draws.chance(0.95)).collect();
    let menu: Vec<MenuWeek> = (0..4).map(|number| MenuWeek { text: format!("week {number}"), week: any_week(draws) }).collect();
    let weeks = sites.iter().map(|_| (0..draws.index(3)).map(|_| draws.one_of(&menu).clone()).collect()).collect();
    let request = Request {
        goal,
        limit: None,
        existing: *draws.one_of(&Existing::ALL),
        sites,
        weeks,
        counts: Vec::new(),
        not_both: Vec::new(),
        apart: None,
        everyone_within: None,
        staff: Vec::new(),
        require: Vec::new(),
    };
    let tries = 1 + draws.whole(3);
    let mut case = Case::new(region, study, request, Purse::default(), tries);
    case.purse = purse(draws, &case);
    asks.iter().for_each(|ask| add(draws, &mut case, *ask));
    case
}

/// The cost of the dearest choice at every site.
fn dearest(case: &Case) -> Vec<i64> {
    let choices = case.choices();
    let at = |place: usize| choices[place].iter().filter_map(|choice| case.desk(place, choice)).map(|desk| desk.cents).max().unwrap_or(0);
    (0..choices.len()).map(at).collect()
}

/// Pools of the libraries, of the municipalities or of everyone, with a part of what the dearest plan costs them.
fn purse(draws: &mut Draws, case: &Case) -> Purse {
    let kind = draws.whole(3);
    let of_site = |site: &bereik::model::Site| match kind {
        0 => site.library,
        1 => site.municipality,
        _ => Some(0),
    };
    let of_site: Vec<Option<usize>> = case.region.sites.iter().map(of_site).collect();
    let dearest = dearest(case);
    let pool = |pool: usize| {
        let costs = case.request.sites.iter().zip(&dearest).filter(|(site, _)| of_site[**site] == Some(pool));
        let all = costs.map(|(_, cost)| cost).sum::<i64>();
        let part = if draws.chance(0.05) { -500 } else { all * i64::from(draws.whole(11)) / 9 };
        PoolMoney { name: format!("pool {pool}"), available: Euros::from_cents(part) }
    };
    Purse { pools: (0..[2, 4, 1][kind as usize]).map(pool).collect(), of_site: of_site.clone() }
}

fn add(draws: &mut Draws, case: &mut Case, ask: Ask) {
    let all = case.request.sites.clone();
    if all.is_empty() {
        return;
    }
    match ask {
        Ask::Amount => {
            let all: i64 = dearest(case).iter().sum();
            case.request.limit = Some(Limit::Amount(Euros::from_cents(all * i64::from(draws.whole(12)) / 11)));
        }
        Ask::Pools => case.request.limit = Some(Limit::Pools),
        Ask::Counts => {
            for _ in 0..=draws.whole(3) {
                let rule = count(draws, case);
                case.request.counts.push(rule);
            }
        }
        Ask::NotBoth => {
            let some = all.iter().copied().filter(|_| draws.chance(0.5)).collect();
            case.request.not_both.push(some);
        }
        Ask::Apart => case.request.apart = Some(metres(200.0 + 2000.0 * draws.real())),
        Ask::Everyone => case.request.everyone_within = Some((metres(1500.0 + 3500.0 * draws.real()), Share::new(1.0).unwrap())),
        Ask::Partly => {
            let share = Share::new(0.3 + 0.65 * draws.real()).unwrap();
            case.request.everyone_within = Some((metres(700.0 + 1800.0 * draws.real()), share));
        }
        Ask::Staff => {
            let library = draws.index(2);
            case.request.staff.push(StaffOf { library, most: draws.whole(3) });
        }
        Ask::Require => {
            let site = *draws.one_of(&all);
            case.request.require.push(site);
        }
    }
}

/// Fewest, most or exactly so many desks, with or without hours, somewhere.
fn count(draws: &mut Draws, case: &Case) -> CountOf {
    let sites = &case.region.sites;
    let within = match draws.whole(4) {
        0 | 1 => Within::Study,
        2 => Within::Municipality(draws.index(case.region.municipalities.len())),
        _ => Within::Venue(*draws.one_of(&[Venue::VillageHall, Venue::LibraryBranch])),
    };
    let is_here = |site: &usize| match within {
        Within::Study => true,
        Within::Municipality(index) => sites[*site].municipality == Some(index),
        Within::Venue(venue) => sites[*site].venue == venue,
        Within::Area(_) => false,
    };
    let here: Vec<usize> = case.request.sites.iter().copied().filter(is_here).collect();
    let present = here.iter().filter(|site| sites[**site].status == Status::Open).count();
    let number = u32::try_from(draws.index(here.len().max(1) + 1).max(if draws.chance(0.7) { present } else { 0 })).unwrap();
    let (least, most) = match draws.whole(3) {
        0 => (number.min(2), None),
        1 => (0, Some(number)),
        _ => (number, Some(number)),
    };
    let hours = draws.chance(0.35).then(|| Hours::new(*draws.one_of(&[2.5, 5.0, 6.0, 15.0, 30.0])).unwrap());
    CountOf { within, sites: here, least, most, hours }
}
