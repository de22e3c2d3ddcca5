//! What a study states about its scenarios, one line a key.

use std::collections::BTreeMap;

use crate::model::{Among, Bus, Changes, CountRule, Find, MenuWeek, PlanBudget, ScenarioKind, Setting, SiteMove, SiteWeek, Study, WeeksOf};
use crate::units::Hours;
use crate::week::Style;

/// Of every scenario its keys and what they say; what the study left at the default is not repeated.
pub(super) fn lines(study: &Study) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for scenario in &study.scenarios {
        let mut lines = set(scenario.setting);
        lines.extend(match &scenario.kind {
            ScenarioKind::Changes(changes) => changed(changes),
            ScenarioKind::Find(find) => found(find),
        });
        let stated = lines.into_iter().filter(|(key, value)| study.defaults.get(&format!("scenario.find.{key}")) != Some(value));
        all.extend(stated.map(|(key, value)| (format!("scenario.{}.{key}", scenario.name), value)));
    }
    all
}

/// The people and the norm that differ.
fn set(Setting { norm, year }: Setting) -> Vec<(String, String)> {
    let all = [("norm", norm.map(|norm| norm.to_string())), ("year", year.map(|year| year.to_string()))];
    all.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

fn changed(changes: &Changes) -> Vec<(String, String)> {
    let weeks =
        |sites: &[SiteWeek]| sites.iter().map(|one| format!("{} {}", one.site, one.week.text(Style::Osm))).collect::<Vec<_>>().join("; ");
    let to = |site: &SiteMove| format!("{} RD {:.0} {:.0}", site.site, site.to.0.x, site.to.0.y);
    let bus = |bus: &Bus| {
        let library = bus.library.as_ref().map_or(String::new(), |library| format!(" ({library})"));
        format!("{}{library}: {}", bus.name, weeks(&bus.stops))
    };
    let all = [
        ("open", weeks(&changes.open)),
        ("close", changes.close.join(", ")),
        ("hours", weeks(&changes.hours)),
        ("move", changes.moves.iter().map(to).collect::<Vec<_>>().join("; ")),
        ("bus", changes.buses.iter().map(bus).collect::<Vec<_>>().join("; ")),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (key.to_owned(), value)).collect()
}

fn found(find: &Find) -> Vec<(String, String)> {
    let side = if find.goal.is_most() { "most" } else { "least" };
    let mut all = vec![(side.to_owned(), find.goal.name().to_owned())];
    let budget = find.budget.map(|budget| match budget {
        PlanBudget::Pools => "money".to_owned(),
        PlanBudget::Amount(amount) => amount.to_string(),
    });
    all.extend(budget.map(|budget| ("budget".to_owned(), budget)));
    all.push(("existing".to_owned(), find.existing.name().to_owned()));
    all.push(("weeks".to_owned(), menu(&find.weeks)));
    all.extend(find.weeks_of.iter().map(|(of, weeks)| match of {
        WeeksOf::Venue(venue) => (format!("weeks_of.{venue}"), menu(weeks)),
        WeeksOf::Site(site) => (format!("weeks_of.{site}"), menu(weeks)),
    }));
    all.extend(counts(&find.counts));
    let not_both: Vec<String> = find.not_both.iter().map(|sites| sites.join(", ")).collect();
    let within = find.everyone_within.map(|within| format!("{}, share {}", within.distance, within.share.get()));
    let lists = [
        ("not_both", not_both.join("; ")),
        ("apart", find.apart.map(|apart| apart.to_string()).unwrap_or_default()),
        ("everyone_within", within.unwrap_or_default()),
        ("exclude", find.exclude.join(", ")),
        ("require", find.require.join(", ")),
    ];
    all.extend(lists.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (key.to_owned(), value)));
    all.extend(find.staff.iter().map(|(library, number)| (format!("staff.{library}"), number.to_string())));
    all
}

/// Weeks as a study lists them.
fn menu(weeks: &[MenuWeek]) -> String {
    format!("{:?}", weeks.iter().map(|week| week.text.as_str()).collect::<Vec<_>>())
}

/// The rules on how many desks, by the key that a study puts them under.
fn counts(rules: &[CountRule]) -> Vec<(String, String)> {
    let mut by_key: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for rule in rules {
        let (key, number) = match (rule.least, rule.most) {
            (least, None) => ("at_least", least.to_string()),
            (0, Some(most)) => ("at_most", most.to_string()),
            (least, Some(most)) if least == most => ("exactly", most.to_string()),
            (least, Some(most)) => ("at_least", format!("{least} and at_most {most}")),
        };
        match &rule.among {
            Among::Study => by_key.entry("desks").or_default().push(format!("{key} {number}")),
            among => by_key.entry(key).or_default().push(number + &condition(rule.hours, among)),
        }
    }
    by_key.into_iter().map(|(key, texts)| (key.to_owned(), texts.join("; "))).collect()
}

/// Which desks a rule counts, and where.
fn condition(hours: Option<Hours>, among: &Among) -> String {
    let hours = hours.map_or_else(String::new, |hours| format!(" of {} hours or more", hours.get()));
    let among = match among {
        Among::Study => String::new(),
        Among::EachMunicipality => " in each municipality".to_owned(),
        Among::EachArea => " in each area".to_owned(),
        Among::Each(names) if names.len() > 1 => format!(" in each of {}", names.join(", ")),
        Among::Each(names) => format!(" in {}", names.join(", ")),
        Among::Venue(venue) => format!(" of venue {venue}"),
    };
    hours + &among
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EveryoneWithin, Goal, Venue};
    use crate::units::{Metres, Share};

    #[test]
    fn a_request_is_told_key_by_key() {
        let rule = |least: u32, most: Option<u32>, among: Among| CountRule { least, most, hours: None, among };
        let find = Find {
            budget: Some(PlanBudget::Pools),
            weeks: vec![MenuWeek::parse("di 9-12").unwrap()],
            counts: vec![
                rule(3, Some(15), Among::Study),
                CountRule { hours: Hours::new(20.0), ..rule(1, None, Among::EachMunicipality) },
                rule(2, None, Among::Each(vec!["Lent".to_owned(), "Dijk".to_owned()])),
                rule(0, Some(0), Among::Venue(Venue::Shop)),
                rule(1, Some(1), Among::EachArea),
            ],
            not_both: vec![vec!["a".to_owned(), "b".to_owned()]],
            everyone_within: Some(EveryoneWithin { distance: Metres::new(6000.0).unwrap(), share: Share::ALL }),
            staff: [("De Brug".to_owned(), 4)].into(),
            ..Find::new(Goal::Cost)
        };
        let told: Vec<String> = found(&find).into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let expected = [
            "least: cost",
            "budget: money",
            "existing: keep",
            "weeks: [\"di 9-12\"]",
            "at_least: 1 of 20 hours or more in each municipality; 2 in each of Lent, Dijk",
            "at_most: 0 of venue shop",
            "desks: at_least 3 and at_most 15",
            "exactly: 1 in each area",
            "not_both: a, b",
            "everyone_within: 6 km, share 1",
            "staff.De Brug: 4",
        ];
        assert_eq!(told, expected);
    }
}
