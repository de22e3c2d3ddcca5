//! `bereik budget` from the study file to its tables.

use std::path::PathBuf;

use super::failure::Failure;
use super::money;
use super::study::{Checked, check};
use super::write::Writer;
use crate::budget::{Budget, UnitCosts, unit_costs};
use crate::measure::{self, Level, Who};
use crate::model::Lang;
use crate::report::{self, Output};
use crate::text;
use crate::units::{Euros, Share};
use crate::watch::{Stage, Watch};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct BudgetRequest {
    /// The study file.
    pub study: PathBuf,
    /// The language, when not that of the study.
    pub language: Option<Lang>,
    /// The folder for the tables; nothing is written without.
    pub out: Option<PathBuf>,
    /// The formats of the tables.
    pub outputs: Vec<Output>,
}

/// A budget that was computed, and written where that was asked for.
#[derive(Debug, Clone)]
pub struct ComputedBudget {
    /// The study and its region.
    pub checked: Checked,
    /// The budget.
    pub budget: Budget,
    /// What a year's money buys.
    pub costs: UnitCosts,
    /// Names in `money.own` that are no municipality of the study.
    pub unknown: Vec<String>,
    /// The files that were written.
    pub files: Vec<PathBuf>,
}

/// Reads a study and computes its budget; with a folder it writes the tables.
///
/// # Errors
/// [`Failure`]; no file is left half written.
pub fn budget(request: &BudgetRequest, watch: &dyn Watch) -> Result<ComputedBudget, Failure> {
    let checked = check(&request.study, request.language, watch)?;
    let language = checked.study.language;
    watch.next(Stage::Measuring).map_err(Failure::stopped(language))?;
    let (budget, unknown) = money::budget(&checked.loaded.region, &checked.study);
    let costs = bought(&checked, &budget);
    let mut files = Vec::new();
    if let Some(out) = &request.out {
        watch.next(Stage::Writing).map_err(Failure::stopped(language))?;
        let text = text::of(language);
        let tables = [
            report::money::budget(&budget, text),
            report::money::grants(&budget, text),
            report::money::costs(&checked.loaded.region, &budget, text),
        ];
        let mut writer = Writer::new(out, &checked, watch)?;
        request.outputs.iter().try_for_each(|output| writer.tables("budget", *output, &tables, &[]))?;
        files = writer.files;
    }
    Ok(ComputedBudget { checked, budget, costs, unknown, files })
}

/// What the yearly cost of the study's desks buys: residents within the norm, reachable hours, moment coverage. Nothing is told while the
/// cost of some desk is unknown.
fn bought(checked: &Checked, budget: &Budget) -> UnitCosts {
    if budget.desks.iter().any(|desk| desk.cost.total().is_none()) {
        return UnitCosts::default();
    }
    let (region, study) = (&checked.loaded.region, &checked.study);
    let coverage = measure::coverage(region, study);
    let desks = measure::desks(region, study.moments.outside_desk_hours);
    let hours = measure::hours(region, study, &measure::pairs(region, study), &desks);
    let everyone = coverage.areas.iter().find(|row| row.level == Level::Study && row.group == 0).map(|row| &row.summary);
    let within = everyone.and_then(|row| Some(row.residents * row.within_norm?.get())).unwrap_or(0.0);
    let row = hours.places.iter().find(|row| row.level == Level::Study && row.who == Who::Group(0));
    let figures = row.and_then(|row| row.figures.as_ref());
    let reachable = figures.map_or(0.0, |figures| figures.mean) * row.map_or(0.0, |row| row.weight);
    let moments = figures.and_then(|figures| Share::new(figures.moment.helped.clamp(0.0, 1.0))).unwrap_or_default();
    let yearly = budget.pools.iter().map(|pool| pool.desks).sum::<Euros>();
    unit_costs(yearly, within, reachable, moments)
}
