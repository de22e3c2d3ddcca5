//! Which scenario is to be found.

use super::names;
use crate::model::{Find, Region, Scenario, ScenarioKind, Scope, Setting, Status, Study};
use crate::run::money;
use crate::text::{PlanSentence, Text, Told};

/// A scenario that is to be found.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    /// Its name; empty where the study has none.
    pub name: String,
    /// What is asked for.
    pub find: Find,
    /// The people and the norm it is for.
    pub setting: Setting,
}

impl Wanted {
    /// The one of this name, else the first that asks for something; what the planner does unasked where the study has none.
    pub fn of(region: &Region, study: &Study, wanted: Option<&str>, text: &dyn Text) -> Result<Self, Told> {
        let names: Vec<String> = study.scenarios.iter().map(|scenario| scenario.name.clone()).collect();
        let find = |scenario: &Scenario| match &scenario.kind {
            ScenarioKind::Find(find) => Some(Self { name: scenario.name.clone(), find: find.clone(), setting: scenario.setting }),
            ScenarioKind::Changes(_) => None,
        };
        if let Some(name) = wanted {
            let unknown = || text.plan_sentence(&PlanSentence::UnknownScenario { name, known: &names });
            let scenario = study.scenarios.iter().find(|scenario| scenario.name == name).ok_or_else(unknown)?;
            return find(scenario).ok_or_else(|| text.plan_sentence(&PlanSentence::NothingToFind { name }));
        }
        Ok(study.scenarios.iter().find_map(find).unwrap_or_else(|| Self::unasked(region, study)))
    }

    fn unasked(region: &Region, study: &Study) -> Self {
        let open = region.sites.iter().zip(&region.site_scope);
        let present = open.filter(|(site, scope)| site.status == Status::Open && **scope == Scope::Study).count();
        let (budget, _) = money::budget(region, study);
        let has_money = study.money.hour.is_some() && budget.pools.iter().all(|pool| pool.desks <= pool.available);
        Self { name: String::new(), find: names::unasked(has_money, present), setting: Setting::default() }
    }
}
