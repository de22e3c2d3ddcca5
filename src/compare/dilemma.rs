//! More desks or longer hours: the dilemma of the national guide, with numbers.

use super::figures::figures;
use super::network::{Fate, desks_of, planned};
use crate::measure::{Level, TRIES, Who};
use crate::model::{Existing, Region, Status};
use crate::plan::kernel::Effort;
use crate::plan::{Given, PlanDesk, Question, Request};
use crate::units::{Euros, Hours};

/// What the money may be spent on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// New desks alone.
    Opens,
    /// Longer hours of today's desks alone.
    Lengthens,
    /// Both.
    Both,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Opens, Self::Lengthens, Self::Both];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Opens => "more desks",
            Self::Lengthens => "longer hours",
            Self::Both => "both",
        }
    }
}

/// The best that one way can do with some money.
#[derive(Debug, Clone, PartialEq)]
pub struct DilemmaPoint {
    /// What there is for all desks a year.
    pub money: Euros,
    /// What it may be spent on.
    pub way: Way,
    /// At how many hours of the week people can come.
    pub tries: u32,
    /// What the plan costs a year.
    pub cost: Euros,
    /// Moment coverage of the need, 0 to 1, with that many tries.
    pub value: f64,
    /// No plan of this way has more.
    pub bound: f64,
    /// How many desks there are, and how many of them are new.
    pub desks: (usize, usize),
    /// Hours a week of all desks together.
    pub hours: f64,
    /// Share of the residents with at least 4, 8 and 16 reachable hours.
    pub least: [f64; 3],
}

/// Eighths of the free money that are tried.
const EIGHTHS: [i64; 4] = [2, 4, 6, 8];

/// For a quarter, half, three quarters and all of the free money the best plan that only opens desks, the best that only lengthens the hours of
/// today's, and the best of both, for 1, 3 and 10 tries. Nothing closes and nothing is shortened; both starts from each. Empty where no
/// money counts. O(36 searches).
#[must_use]
pub fn dilemma(given: Given, region: &mut Region, request: &Request, purse: &crate::plan::Purse, effort: Effort) -> Vec<DilemmaPoint> {
    let mut found: Vec<(DilemmaPoint, Vec<PlanDesk>)> = Vec::new();
    let mut networks = Vec::new();
    for tries in TRIES {
        for way in Way::ALL {
            let question = Question::new(Given { tries, ..given }, of_way(given.region, request, way), purse.clone());
            // Without free money there is no dilemma.
            let is_free = question.money(8).is_some_and(|(.., money)| money > question.must(None));
            for eighths in EIGHTHS.into_iter().filter(|_| is_free) {
                let Some((limit, purse, money)) = question.money(eighths) else { continue };
                let asked = question.with_money(limit, &purse);
                let same = |(point, _): &&(DilemmaPoint, Vec<PlanDesk>)| {
                    point.tries == tries && (point.money == money || point.way == way) && point.money <= money
                };
                let known: Vec<Vec<u32>> =
                    found.iter().filter(same).filter_map(|(_, desks)| asked.menu.find(every_site(&asked, desks))).collect();
                let Ok(plan) = asked.solve(effort, &known) else { continue };
                let desks = desks_of(&asked.menu, &plan.chosen);
                let total = asked.total().max(f64::MIN_POSITIVE);
                let is_new = desks.iter().filter(|planned| planned.fate == Fate::New).count();
                let hours = desks.iter().filter_map(|planned| planned.desk.hours).map(Hours::get).sum();
                networks.push(planned(given.region, &desks));
                let chosen = plan.chosen.iter().map(|option| asked.menu.options[*option as usize].clone()).collect();
                let point = DilemmaPoint {
                    money,
                    way,
                    tries,
                    cost: asked.cost(&plan.chosen),
                    value: plan.value / total,
                    bound: plan.bound / total,
                    desks: (desks.len(), is_new),
                    hours,
                    least: [0.0; 3],
                };
                found.push((point, chosen));
            }
        }
    }
    let study = given.study;
    let mut points: Vec<DilemmaPoint> = found.into_iter().map(|(point, _)| point).collect();
    for (point, sites) in points.iter_mut().zip(&networks) {
        let figures = figures(region, study, sites);
        let everyone = figures.hours(Level::Study, None, Who::Group(0)).and_then(|row| row.figures.as_ref());
        point.least = everyone.map_or([0.0; 3], |row| [row.least[0], row.least[1], row.least[2]]);
    }
    points.sort_by(|one, other| one.tries.cmp(&other.tries).then(one.money.cmp(&other.money)).then(one.way.cmp(&other.way)));
    points
}

/// The plan of another way in this one: today's desks that it does not speak of keep their hours.
fn every_site<'d>(question: &'d Question, desks: &'d [PlanDesk]) -> Vec<&'d PlanDesk> {
    let of_today = question.menu.options.iter().filter(|desk| desk.is_today && !desks.iter().any(|known| known.site == desk.site));
    desks.iter().chain(of_today).collect()
}

fn of_way(region: &Region, request: &Request, way: Way) -> Request {
    let mut request = request.clone();
    request.existing = if way == Way::Opens { Existing::Keep } else { Existing::MayChangeHours };
    for (site, weeks) in request.sites.iter().zip(&mut request.weeks) {
        let site = &region.sites[*site];
        if site.status == Status::Open {
            let today = site.hours.opening().map(crate::week::Opening::hours);
            weeks.retain(|week| way != Way::Opens && today.is_some_and(|today| week.week.hours() > today));
        } else if way == Way::Lengthens {
            weeks.clear();
        }
    }
    request
}
