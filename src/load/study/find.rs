//! `[scenario.find]`: what is best, and what must hold.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::DeValue;

use super::counts::counts;
use super::fault::{Kind, StudyFault};
use super::lists::{Once, items, names, names_of, weeks_of};
use super::scenario_fault::ScenarioFault;
use super::section::{Document, Section, quantity, whole_of};
use crate::model::{Among, EveryoneWithin, Existing, Find, Goal, MenuWeek, PlanBudget, Venue, WeeksOf};
use crate::units::{Share, UnitError};

pub(super) fn find_section(document: &mut Document, mut section: Section) -> Find {
    let before = document.errors.len();
    let goal = goal(document, &mut section);
    let mut find = Find::new(goal.unwrap_or(Goal::MomentCoverage));
    find.budget = section.value("budget").and_then(|value| budget(document, &section.key("budget"), value));
    find.existing = existing(document, &mut section);
    match section.value("weeks") {
        Some(value) => find.weeks = weeks_of(document, &section.key("weeks"), value),
        None => document.default(section.key("weeks"), format!("{:?}", Find::WEEKS)),
    }
    find.weeks_of = own_weeks(document, &mut section);
    find.counts = counts(document, &mut section);
    find.not_both = not_both(document, &mut section);
    find.apart = section.stretch(document, "apart");
    find.everyone_within = everyone_within(document, &mut section);
    find.staff = staff(document, &mut section);
    let mut once = Once::default();
    find.exclude = names(document, &mut section, "exclude", &mut once);
    find.require = names(document, &mut section, "require", &mut once);
    section.finish(document);
    if goal.is_some() {
        limits(document, &section, &mut find, before);
    }
    find
}

/// One of `most` and `least`; `None` where it is wrong.
fn goal(document: &mut Document, section: &mut Section) -> Option<Goal> {
    let most = one_goal(document, section, "most", &Goal::MOST);
    let least = one_goal(document, section, "least", &Goal::LEAST);
    match (section.has("most"), section.has("least")) {
        (true, true) => {
            let fault = StudyFault::Excludes { other: section.key("most") };
            document.fault(&section.value_span("least"), &section.key("least"), fault);
            None
        }
        (false, false) => {
            document.default(section.key("most"), Goal::MomentCoverage.name());
            Some(Goal::MomentCoverage)
        }
        _ => most.or(least),
    }
}

/// A goal of this side; one of the other side is told where it belongs.
fn one_goal(document: &mut Document, section: &mut Section, key: &'static str, side: &[Goal]) -> Option<Goal> {
    let all = |word: &str| Goal::MOST.into_iter().chain(Goal::LEAST).find(|goal| goal.name() == word.trim());
    let allowed: Vec<&str> = side.iter().map(|goal| goal.name()).collect();
    let goal = section.word(document, key, all, &allowed)?;
    if side.contains(&goal) {
        return Some(goal);
    }
    document.fault(&section.value_span(key), &section.key(key), StudyFault::Scenario(ScenarioFault::OtherSide { goal }));
    None
}

/// The pools of `[money]`, or an amount.
fn budget(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Option<PlanBudget> {
    match value.get_ref().as_str().map(str::trim) {
        Some("money") => Some(PlanBudget::Pools),
        _ => quantity(document, key, value, Kind::Budget).map(PlanBudget::Amount),
    }
}

fn existing(document: &mut Document, section: &mut Section) -> Existing {
    if !section.has("existing") {
        document.default(section.key("existing"), Existing::default().name());
    }
    section.word(document, "existing", Existing::parse, &Existing::ALL.map(Existing::name)).unwrap_or_default()
}

/// `weeks_of = { "library branch" = ["ma-vr 10-17"], "dorpshuis-lent" = ["wo 13-16"] }`.
fn own_weeks(document: &mut Document, section: &mut Section) -> BTreeMap<WeeksOf, Vec<MenuWeek>> {
    let mut found = BTreeMap::new();
    let Some(inner) = section.section(document, "weeks_of") else { return found };
    for (name, value) in inner.entries() {
        let key = inner.key(&format!("\"{name}\""));
        let of = Venue::parse(name).map_or_else(|| WeeksOf::Site(name.trim().to_owned()), WeeksOf::Venue);
        let weeks = weeks_of(document, &key, value);
        if found.insert(of, weeks).is_some() {
            let fault = ScenarioFault::Twice { value: name.to_owned(), other: None };
            document.fault(&value.span(), &key, StudyFault::Scenario(fault));
        }
    }
    found
}

/// `not_both = [["dorpshuis-a", "kulturhus-a"]]`.
fn not_both(document: &mut Document, section: &mut Section) -> Vec<Vec<String>> {
    let key = section.key("not_both");
    let Some(value) = section.value("not_both") else { return Vec::new() };
    let mut found = Vec::new();
    for item in items(document, &key, value, Kind::Groupings) {
        let before = document.errors.len();
        let sites = names_of(document, &key, item, (Kind::Groupings, &mut Once::default()));
        if sites.iter().collect::<BTreeSet<_>>().len() < 2 && document.errors.len() == before {
            document.fault(&item.span(), &key, StudyFault::Scenario(ScenarioFault::TooFew));
        }
        found.push(sites);
    }
    found
}

/// `everyone_within = { distance = "6 km", share = "99 %" }`.
fn everyone_within(document: &mut Document, section: &mut Section) -> Option<EveryoneWithin> {
    let mut inner = section.section(document, "everyone_within")?;
    let distance = inner.stretch(document, "distance");
    if !inner.has("distance") {
        inner.missing(document, "distance");
    }
    if !inner.has("share") {
        document.default(inner.key("share"), "100 %");
    }
    let share = inner.share(document, "share").unwrap_or(Share::ALL);
    if share.get() <= 0.0 {
        let fault = StudyFault::Quantity { value: "0".to_owned(), error: UnitError::OutOfRange, expected: Kind::Part };
        document.fault(&inner.value_span("share"), &inner.key("share"), fault);
    }
    inner.finish(document);
    distance.map(|distance| EveryoneWithin { distance, share })
}

/// `staff = { "Bibliotheek Waterstreek" = 4 }`.
fn staff(document: &mut Document, section: &mut Section) -> BTreeMap<String, u32> {
    let mut found = BTreeMap::new();
    let Some(inner) = section.section(document, "staff") else { return found };
    for (name, value) in inner.entries() {
        let key = inner.key(&format!("\"{name}\""));
        found.extend(whole_of(document, &key, value, 1).map(|number| (name.to_owned(), number)));
    }
    found
}

/// What is best may not be no desk at all, or a desk at every site. What is large without a limit gets the money of the study for one.
/// A limit that is there and wrong has been told, in the errors from `before`.
fn limits(document: &mut Document, section: &Section, find: &mut Find, before: usize) {
    let wrong = |document: &Document, keys: &[&str]| {
        let names: Vec<String> = keys.iter().map(|key| section.key(key)).collect();
        document.errors.iter().skip(before).any(|error| names.iter().any(|name| error.key.starts_with(name.as_str())))
    };
    let goal = find.goal;
    let fault = match goal {
        Goal::Desks | Goal::Cost => {
            let asked = find.everyone_within.is_some() || !find.require.is_empty() || find.counts.iter().any(|rule| rule.least > 0);
            let told = wrong(document, &["everyone_within", "require", "desks", "at_least", "exactly"]);
            (!asked && !told).then_some(ScenarioFault::NothingToMeet { goal })
        }
        _ => {
            let limited = find.budget.is_some() || find.counts.iter().any(|rule| rule.among == Among::Study && rule.most.is_some());
            let told = wrong(document, &["budget", "desks"]);
            (!limited && !told).then_some(ScenarioFault::NoLimit { goal })
        }
    };
    match fault {
        Some(_) if goal.is_most() => {
            find.budget = Some(PlanBudget::Pools);
            document.default(section.key("budget"), "money");
        }
        Some(fault) => document.fault(&section.value_span("least"), &section.key("least"), StudyFault::Scenario(fault)),
        None => {}
    }
}
