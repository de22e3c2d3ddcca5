//! Which scenario is to be found.

use std::path::Path;

use super::names;
use crate::model::{Find, Region, Scenario, ScenarioKind, Scope, Setting, Status, Study};
use crate::run::failure::Failure;
use crate::run::money;
use crate::text::{self, PlanSentence, ScenarioSentence, Text, Told};

/// A scenario that is to be found.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// Its name; empty where the study has none.
    pub name: String,
    /// What is asked for.
    pub find: Find,
    /// The people and the norm it is for.
    pub setting: Setting,
    /// The line of the study file on which it begins; `None` where the study has none.
    pub line: Option<usize>,
}

impl Wanted {
    /// The one of this name, else the first that asks for something; what the planner does unasked where the study has none.
    pub fn of(region: &Region, study: &Study, wanted: Option<&str>, text: &dyn Text) -> Result<Self, Told> {
        let names: Vec<String> = study.scenarios.iter().map(|scenario| scenario.name.clone()).collect();
        let find = |scenario: &Scenario| match &scenario.kind {
            ScenarioKind::Find(find) => {
                Some(Self { name: scenario.name.clone(), find: find.clone(), setting: scenario.setting, line: Some(scenario.line) })
            }
            ScenarioKind::Changes(_) => None,
        };
        if let Some(name) = wanted {
            let unknown = || text.plan_sentence(&PlanSentence::UnknownScenario { name, known: &names });
            let scenario = study.scenarios.iter().find(|scenario| scenario.name == name).ok_or_else(unknown)?;
            return find(scenario).ok_or_else(|| text.plan_sentence(&PlanSentence::NothingToFind { name }));
        }
        Ok(study.scenarios.iter().find_map(find).unwrap_or_else(|| Self::unasked(region, study)))
    }

    /// Why there is no plan: each reason after the name of the scenario and where the study file has it.
    pub fn refused(&self, study: &Study, file: &Path, reasons: Vec<Told>) -> Failure {
        let text = text::of(study.language);
        let named = |why: Told| match self.line {
            Some(_) => text.scenario_sentence(&self.name, &ScenarioSentence::NoPlan { why: &why }),
            None => why,
        };
        self.unusable(study, file, reasons.into_iter().map(named).collect())
    }

    /// What is wrong with the scenario, each reason after where the study file has it.
    pub fn unusable(&self, study: &Study, file: &Path, reasons: Vec<Told>) -> Failure {
        let text = text::of(study.language);
        let located = |told: Told| match self.line {
            Some(line) => text.in_study(&file.display().to_string(), line, told),
            None => told,
        };
        Failure::Plan(study.language, reasons.into_iter().map(located).collect())
    }

    fn unasked(region: &Region, study: &Study) -> Self {
        let open = region.sites.iter().zip(&region.site_scope);
        let present = open.filter(|(site, scope)| site.status == Status::Open && **scope == Scope::Study).count();
        let (budget, _) = money::budget(region, study);
        let has_money = study.money.hour.is_some() && budget.pools.iter().all(|pool| pool.desks <= pool.available);
        Self { name: String::new(), find: names::unasked(has_money, present), setting: Setting::default(), line: None }
    }
}
