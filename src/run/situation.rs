//! Scenarios of a study as situations, and what is wrong with them in words.

use std::path::Path;

use super::plan::request;
use super::study::Checked;
use crate::compare::{Caution, Problem, Situation};
use crate::load::study::nearest;
use crate::model::{Region, Scenario, ScenarioKind, Study};
use crate::text::{self, ScenarioFact, ScenarioSentence, Text, Told};

/// Why a scenario cannot be measured, each reason with what to do.
pub(super) fn told(region: &Region, scenario: &str, problems: &[Problem], text: &dyn Text) -> Vec<Told> {
    problems.iter().map(|problem| one(region, scenario, problem, text)).collect()
}

/// The same with the study file and the line of the scenario before it.
pub(super) fn located(study: &Study, file: &Path, scenario: &Scenario, told: Vec<Told>) -> Vec<Told> {
    let text = text::of(study.language);
    told.into_iter().map(|told| text.in_study(&file.display().to_string(), scenario.line, told)).collect()
}

/// What is wrong with the scenarios of a study, as far as that shows without a search: names that are not there, desks that are open already, a
/// year without a forecast. `file` is the study file.
#[must_use]
pub fn scenario_faults(checked: &Checked, file: &Path) -> Vec<Told> {
    let (study, region) = (&checked.study, &checked.loaded.region);
    let text = text::of(study.language);
    let faults = |scenario: &Scenario| {
        let name = &scenario.name;
        let faults = match (Situation::with_setting(region, study, name, scenario.setting), &scenario.kind) {
            (Err(problems), _) => told(region, name, &problems, text),
            (Ok((mut situation, _)), ScenarioKind::Changes(changes)) => {
                situation.change(changes).err().map_or_else(Vec::new, |problems| told(region, name, &problems, text))
            }
            (Ok((situation, _)), ScenarioKind::Find(find)) => {
                let reasons = request(&situation.region, find, text).err().unwrap_or_default();
                reasons.iter().map(|why| text.scenario_sentence(name, &ScenarioSentence::NoPlan { why })).collect()
            }
        };
        located(study, file, scenario, faults)
    };
    study.scenarios.iter().flat_map(faults).collect()
}

fn one(region: &Region, scenario: &str, problem: &Problem, text: &dyn Text) -> Told {
    let meant: Option<String>;
    let sentence = match problem {
        Problem::UnknownSite { site } => {
            meant = nearest(site, region.sites.iter().map(|site| site.id.as_str()));
            ScenarioSentence::UnknownSite { site, nearest: meant.as_deref() }
        }
        Problem::IsOpen { site } => ScenarioSentence::IsOpen { site },
        Problem::IsNotOpen { site } => ScenarioSentence::IsNotOpen { site },
        Problem::IsExcluded { site } => ScenarioSentence::IsExcluded { site },
        Problem::UnknownLibrary { library } => {
            meant = nearest(library, region.libraries.iter().map(|library| library.name.as_str()));
            ScenarioSentence::UnknownLibrary { library, nearest: meant.as_deref() }
        }
        Problem::NoGrowth { year } => ScenarioSentence::NoGrowth { year: *year },
        Problem::NoSuchYear { year, years } => ScenarioSentence::NoSuchYear { year: *year, years: *years },
    };
    text.scenario_sentence(scenario, &sentence)
}

/// What is to be told with a scenario.
pub(super) fn cautions(region: &Region, cautions: &[Caution], text: &dyn Text) -> Vec<String> {
    let name = |id: &str| region.sites.iter().find(|site| site.id == id).map_or(id.to_owned(), |site| site.name.clone());
    let fact = |caution: &Caution| match caution {
        Caution::BuildingClosed { site } => text.scenario_fact(&ScenarioFact::BuildingClosed { site: &name(site) }),
        Caution::MovedOutside { site } => text.scenario_fact(&ScenarioFact::MovedOutside { site: &name(site) }),
        Caution::CostsOutside { site } => text.scenario_fact(&ScenarioFact::CostsOutside { site: &name(site) }),
        Caution::SavingsOutside { site } => text.scenario_fact(&ScenarioFact::SavingsOutside { site: &name(site) }),
        Caution::SameHours { site } => text.scenario_fact(&ScenarioFact::SameHours { site: &name(site) }),
        Caution::NotGrown { residents } => text.scenario_fact(&ScenarioFact::NotGrown { residents: *residents }),
    };
    cautions.iter().map(fact).collect()
}
