//! The search of a plan: a request in which every name is found, and the best answer to it.

use super::{names, told};
use crate::measure;
use crate::model::{Find, Region, Study};
use crate::plan::kernel::Effort;
use crate::plan::{Given, Plan, Purse, Question};
use crate::text::{self, PlanSentence, Told};

/// What every plan of a region starts from.
pub(in crate::run) struct Basis<'a> {
    region: &'a Region,
    study: &'a Study,
    need: Vec<f64>,
    counts: Vec<bool>,
    kappa: f64,
}

impl<'a> Basis<'a> {
    pub fn of(region: &'a Region, study: &'a Study) -> Self {
        let need = measure::need(&region.cells, &study.need);
        let counts: Vec<bool> = (0..region.cells.len()).map(|cell| region.reports_on(cell)).collect();
        let kappa = kappa(region, study, &need, &counts);
        Self { region, study, need, counts, kappa }
    }

    pub fn given(&self) -> Given<'_> {
        let Self { region, study, need, counts, kappa } = self;
        Given { region, study, need, kappa: *kappa, tries: study.moments.tries, counts }
    }
}

/// The best plan for a request with this money, and the question that it answers; else every reason why there is none.
pub(in crate::run) fn search<'b>(
    basis: &'b Basis<'_>,
    find: &Find,
    purse: Purse,
    effort: Effort,
) -> Result<(Question<'b>, Plan), Vec<Told>> {
    let (region, text) = (basis.region, text::of(basis.study.language));
    let question = question(basis, find, purse)?;
    let found = question.solve(effort, &[]).map_err(|no_plan| told::no_plan(region, &question.purse, &no_plan, text))?;
    Ok((question, found))
}

/// The question of a request with this money; else every reason why there is none.
pub(in crate::run) fn question<'b>(basis: &'b Basis<'_>, find: &Find, purse: Purse) -> Result<Question<'b>, Vec<Told>> {
    let text = text::of(basis.study.language);
    let asked = names::request(basis.region, find, text)?;
    let question = Question::new(basis.given(), asked, purse);
    if question.menu.options.is_empty() && question.rules.obstacles.is_empty() {
        return Err(vec![text.plan_sentence(&PlanSentence::NoOptions)]);
    }
    Ok(question)
}

/// κ of today's distances (method §7); of the norm where nobody has a desk today.
fn kappa(region: &Region, study: &Study, need: &[f64], counts: &[bool]) -> f64 {
    let coverage = measure::coverage(region, study);
    let (values, weights): (Vec<f64>, Vec<f64>) = (0..counts.len())
        .filter(|cell| counts[*cell] && coverage.distance[*cell].is_finite())
        .map(|cell| (coverage.distance[cell], need[cell]))
        .unzip();
    measure::kappa(&values, &weights, study.aversion).unwrap_or(study.aversion / study.reach.norm.get())
}
