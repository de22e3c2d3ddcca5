//! What `bereik compare` shows: every scenario beside today, as tables and layers, a chart, and a page for the terminal.

mod areas;
mod certain;
mod certain_chart;
mod certain_facts;
mod chart;
mod desks;
mod facts;
mod front_chart;
mod headline;
mod json;
mod page;
mod ranges;
mod scenarios;
mod styles;
mod visits;

use crate::compare::certain::Certainty;
use crate::compare::{Choice, Lost, Outcome, Shift, choice};
use crate::model::{Scope, Study};
use crate::plan::PlanDesk;
use crate::report::table::Table;
use crate::text::Text;

pub use certain_chart::certain_chart;
pub(super) use certain_facts::{certain_facts, outside};
pub use chart::chart;
pub(super) use facts::{facts, hours_told};
pub use front_chart::{FrontChart, front_chart};
pub(super) use headline::{Line, lines, within};
pub use json::json;
pub use page::page;
pub(super) use scenarios::whole;
pub use styles::styles;
pub(super) use visits::today as visits_today;

/// Today and every scenario of a study.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The present.
    pub today: Outcome,
    /// The scenarios, in their order.
    pub scenarios: Vec<Measured>,
    /// How certain all that is, where the study states ranges.
    pub certainty: Option<Certainty>,
    /// Whether that was left out because the user asked to stop.
    pub is_cut_short: bool,
}

/// A scenario that was measured, and what it does to people.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Its figures.
    pub outcome: Outcome,
    /// Today's desks by the norm of the scenario, with today's residents: what it is held against. `None` where that is the norm of today, and
    /// today itself is.
    pub beside: Option<Outcome>,
    /// Winners and losers.
    pub shifts: Vec<Shift>,
    /// Who loses the only desk within the norm.
    pub lost: Vec<Lost>,
    /// What is to be known of it, one sentence each, without a full stop.
    pub cautions: Vec<String>,
    /// How far its plan can be from the best, a share; `None` where the study spells it out.
    pub gap: Option<f64>,
    /// The desks that its plan chose; none where the study spells it out.
    pub chosen: Vec<PlanDesk>,
    /// Those that make it needless: 0 is today, from 1 on the scenarios.
    pub dominated_by: Vec<usize>,
}

impl Measured {
    /// Residents who lose the only desk within the norm, whichever desk that is.
    pub(super) fn lose_the_only(&self) -> f64 {
        self.lost.iter().filter(|lost| lost.group == 0).map(|lost| lost.residents).sum()
    }

    /// What every difference is to.
    #[must_use]
    pub fn before<'c>(&'c self, comparison: &'c Comparison) -> &'c Outcome {
        self.beside.as_ref().unwrap_or(&comparison.today)
    }
}

impl Comparison {
    /// What is advised.
    #[must_use]
    pub fn choice(&self) -> Choice {
        let outcomes: Vec<&Outcome> = self.scenarios.iter().map(|one| &one.outcome).collect();
        choice(&self.today, &outcomes)
    }

    /// The place of the scenario that is advised, or that helps most where none does that fits the money; `None` where today's desks are to stay.
    #[must_use]
    pub fn advised(&self) -> Option<usize> {
        match self.choice() {
            Choice::Scenario { place, .. } | Choice::Less { place, .. } | Choice::TooDear { place } => Some(place),
            Choice::Today { .. } | Choice::TodayTooDear | Choice::Nothing => None,
        }
    }

    /// Whether a site is of the study, today or in a scenario: a desk may move out of it, or into it.
    fn has(&self, outcome: &Outcome, site: usize) -> bool {
        [&self.today, outcome].iter().any(|one| one.situation.region.site_scope.get(site) == Some(&Scope::Study))
    }

    /// The name of a scenario by its number in [`Measured::dominated_by`].
    fn name<'c>(&'c self, number: usize, text: &dyn Text) -> &'c str {
        match number.checked_sub(1) {
            None => text.compare().today,
            Some(place) => &self.scenarios[place].outcome.situation.name,
        }
    }

    /// Today and every scenario by name, each with what it does where it is no today.
    fn all<'c>(&'c self, text: &dyn Text) -> Vec<(&'c str, &'c Outcome, Option<&'c Measured>)> {
        let today = (text.compare().today, &self.today, None);
        let scenarios = self.scenarios.iter().map(|one| (one.outcome.situation.name.as_str(), &one.outcome, Some(one)));
        std::iter::once(today).chain(scenarios).collect()
    }
}

/// Every table and layer.
#[must_use]
pub fn tables<'a>(study: &'a Study, comparison: &'a Comparison, text: &dyn Text) -> Vec<Table<'a>> {
    let mut tables = vec![
        scenarios::scenarios(study, comparison, text),
        areas::areas(study, comparison, text),
        desks::desks(comparison, text),
        desks::lost(comparison, text),
    ];
    if !comparison.today.targets.is_empty() {
        tables.push(scenarios::targets(comparison, text));
    }
    tables.push(visits::visits(comparison, text));
    if !comparison.today.usage.places.is_empty() {
        tables.push(visits::quiet(comparison, text));
    }
    tables.extend(certain::tables(comparison, text));
    tables
}

/// Decimals of persons, metres, shares, amounts and hours in tables.
const PERSONS: u8 = 1;
const METRES: u8 = 1;
const SHARE: u8 = 4;
const CENTS: u8 = 2;
const OF_HOURS: u8 = 2;
