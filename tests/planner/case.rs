//! A case: a region, a study and a request, and every plan there is for it, told from the model alone.

use bereik::budget::yearly_cost;
use bereik::compare::worth;
use bereik::measure;
use bereik::model::{Existing, Goal, Region, Site, SiteHours, Status, Study};
use bereik::plan::{Given, Limit, Menu, Purse, Question, Request};
use bereik::units::Hours;
use bereik::week::{Opening, Week};

/// What stands at a site of the request in a plan.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "a plan has a handful")]
pub enum Choice {
    Nothing,
    Today,
    Open(Week),
}

/// One choice for each site of the request.
pub type Choices = Vec<Choice>;

/// A desk of the study in a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    pub site: usize,
    pub week: Week,
    pub hours: Option<f64>,
    pub cents: i64,
    pub is_priced: bool,
    pub is_new: bool,
    pub is_today: bool,
}

#[derive(Debug, Clone)]
pub struct Case {
    pub region: Region,
    pub study: Study,
    pub request: Request,
    pub purse: Purse,
    pub tries: u32,
    pub kappa: f64,
    pub need: Vec<f64>,
    pub counts: Vec<bool>,
}

impl Case {
    pub fn new(region: Region, study: Study, request: Request, purse: Purse, tries: u32) -> Self {
        let need = measure::need(&region.cells, &study.need);
        let counts = (0..region.cells.len()).map(|cell| region.reports_on(cell)).collect();
        Self { need, counts, region, study, request, purse, tries, kappa: -0.001 }
    }

    pub fn given(&self) -> Given<'_> {
        let Self { region, study, need, kappa, tries, counts, .. } = self;
        Given { region, study, need, kappa: *kappa, tries: *tries, counts }
    }

    pub fn question(&self) -> Question<'_> {
        Question::new(self.given(), self.request.clone(), self.purse.clone())
    }

    /// Who is not paid for by any pool while pools pay.
    fn is_unpaid(&self, site: usize) -> bool {
        self.request.limit == Some(Limit::Pools) && self.purse.of_site[site].is_none()
    }

    /// What can be at each site of the request, whatever the conditions; desks that are kept have one choice.
    pub fn choices(&self) -> Vec<Choices> {
        let of_site = |(site, weeks): (&usize, &Vec<bereik::model::MenuWeek>)| {
            let at = &self.region.sites[*site];
            let is_open = at.status == Status::Open;
            if is_open && self.request.existing == Existing::Keep {
                return vec![Choice::Today];
            }
            let mut choices = vec![Choice::Nothing];
            if is_open {
                choices.push(Choice::Today);
            }
            let building = at.hours.building.as_ref().and_then(Opening::week);
            let fits = |week: &Week| !week.is_empty() && building.is_none_or(|building| week.minus(building).is_empty());
            for week in weeks.iter().map(|week| week.week).filter(|week| fits(week) && !self.is_unpaid(*site)) {
                if !choices.contains(&Choice::Open(week)) {
                    choices.push(Choice::Open(week));
                }
            }
            choices
        };
        self.request.sites.iter().zip(&self.request.weeks).map(of_site).collect()
    }

    /// Every plan.
    pub fn every(&self) -> Vec<Choices> {
        let mut plans: Vec<Choices> = vec![Vec::new()];
        for choices in self.choices() {
            plans = plans.iter().flat_map(|plan| choices.iter().map(|choice| [plan.as_slice(), &[*choice]].concat())).collect();
        }
        plans
    }

    pub fn desk(&self, place: usize, choice: &Choice) -> Option<Desk> {
        let site = self.request.sites[place];
        let at = &self.region.sites[site];
        let is_new = at.status != Status::Open;
        let (week, hours) = match choice {
            Choice::Nothing => return None,
            Choice::Open(week) => (*week, Some(week.hours())),
            Choice::Today => {
                let opening = at.hours.opening();
                (opening.and_then(Opening::week).copied().unwrap_or_default(), opening.map(Opening::hours))
            }
        };
        let cost = yearly_cost(&self.study.money, at.venue, at.costs, hours, is_new);
        // A desk of unknown cost counts for what is known of it.
        let cents = cost.total().unwrap_or(cost.fixed + cost.one_off).cents();
        let hours = hours.map(Hours::get);
        Some(Desk { site, week, hours, cents, is_priced: cost.total().is_some(), is_new, is_today: *choice == Choice::Today })
    }

    /// The desks of the study in a plan.
    pub fn desks(&self, plan: &Choices) -> Vec<Desk> {
        plan.iter().enumerate().filter_map(|(place, choice)| self.desk(place, choice)).collect()
    }

    /// The sites of the region under a plan.
    pub fn sites(&self, plan: &Choices) -> Vec<Site> {
        let mut sites = self.region.sites.clone();
        for (site, choice) in self.request.sites.iter().zip(plan) {
            let at = &mut sites[*site];
            match choice {
                Choice::Nothing => at.status = Status::Candidate,
                Choice::Today => {}
                Choice::Open(week) => {
                    at.status = Status::Open;
                    at.hours = SiteHours { desk: Some(Opening::Timed { week: *week }), ..at.hours.clone() };
                }
            }
        }
        sites
    }

    /// What a plan comes to, by the measures.
    pub fn value(&self, plan: &Choices) -> f64 {
        let desks = || self.desks(plan);
        match self.request.goal {
            Goal::Desks => count(desks().len()),
            Goal::Cost => desks().iter().map(|desk| as_f64(desk.cents)).sum(),
            goal => {
                let region = Region { sites: self.sites(plan), ..self.region.clone() };
                worth(&region, &self.study, goal, self.tries, self.kappa, &self.counts).total
            }
        }
    }

    /// The choices of a plan of the planner.
    pub fn choices_of(&self, menu: &Menu, chosen: &[u32]) -> Choices {
        let of_site = |site: &usize| {
            if menu.kept.iter().any(|desk| desk.site == *site) {
                return Choice::Today;
            }
            let mut found = chosen.iter().map(|option| &menu.options[*option as usize]).filter(|desk| desk.site == *site);
            let choice = found.next().map_or(Choice::Nothing, |desk| if desk.is_today { Choice::Today } else { Choice::Open(desk.week) });
            assert!(found.next().is_none(), "one option a site");
            choice
        };
        self.request.sites.iter().map(of_site).collect()
    }

    /// Whether one value is at least as good as another.
    pub fn is_no_worse(&self, one: f64, other: f64) -> bool {
        let slack = 1e-9 * one.abs().max(other.abs()).max(1e-6);
        if self.request.goal.is_most() { one >= other - slack } else { one <= other + slack || one.to_bits() == other.to_bits() }
    }
}

pub fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

pub fn as_f64(cents: i64) -> f64 {
    f64::from(i32::try_from(cents).unwrap())
}
