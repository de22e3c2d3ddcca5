//! What a result was made from: enough to make it again, and to see what was left out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::scenario_lines;
use crate::load::Loaded;
use crate::load::found::{FileReport, Finding};
use crate::model::{About, Assumed, Lang, Per, Range, Study, Targets};
use crate::text::Text;
use crate::units::Share;
use crate::week::{Daypart, Profile, Style};

/// The manifest of a result.
#[derive(Debug, Serialize)]
pub struct Manifest {
    /// Version of the program.
    pub bereik: &'static str,
    /// The command that was run.
    pub command: &'static str,
    /// The study file as it was named, and its title.
    pub study: StudyLine,
    /// Every file that was read.
    pub inputs: Vec<Input>,
    /// The moment of the week that distances are of; empty for all desks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Every assumption: what the study says, and what it left at the default.
    pub assumptions: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// What was left out or refused, per file.
    pub rows: Vec<Rows>,
    /// What was found between files, in the language of the study.
    pub findings: Vec<String>,
    /// The files of this result; anything else in the folder is of another run.
    pub written: Vec<String>,
}

/// The study.
#[derive(Debug, Serialize)]
pub struct StudyLine {
    /// The file as it was named.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Its title.
    pub title: String,
}

/// A file that was read.
#[derive(Debug, Serialize)]
pub struct Input {
    /// Its name.
    pub file: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// The rows of a file.
#[derive(Debug, Serialize)]
pub struct Rows {
    file: String,
    read: usize,
    used: usize,
    refused: usize,
    filtered: usize,
    water: usize,
    abroad: usize,
    hidden: BTreeMap<String, usize>,
    refusals: Vec<String>,
}

/// The manifest of a run of `command`; the hashes are those of [`Loaded::inputs`], in that order, each with its file name.
#[must_use]
pub fn manifest(command: &'static str, study: &Study, file: StudyLine, loaded: &Loaded, inputs: Vec<Input>, text: &dyn Text) -> Manifest {
    Manifest {
        bereik: env!("CARGO_PKG_VERSION"),
        command,
        study: file,
        inputs,
        at: None,
        assumptions: BTreeMap::from([("stated", stated(study)), ("default", study.defaults.clone())]),
        rows: loaded.files.iter().map(|report| rows(report, text)).collect(),
        findings: loaded.findings.iter().map(|finding: &Finding| text.finding(finding)).collect(),
        written: Vec::new(),
    }
}

/// Every assumption by its key, with its value and whether it was left at its default.
pub(super) fn assumptions(study: &Study) -> Vec<(String, String, bool)> {
    let stated = stated(study).into_iter().map(|(key, value)| (key, (value, false)));
    let defaults = study.defaults.iter().map(|(key, value)| (key.clone(), (value.clone(), true)));
    let all: BTreeMap<String, (String, bool)> = stated.chain(defaults).collect();
    all.into_iter().map(|(key, (value, is_default))| (key, value, is_default)).collect()
}

/// What the study itself says, of all that steers a result; what it left at the default is not repeated.
fn stated(study: &Study) -> BTreeMap<String, String> {
    let about = match &study.about {
        About::All => ("study.municipalities", "all".to_owned()),
        About::Municipalities(names) => ("study.municipalities", names.join(", ")),
        About::Library(name) => ("study.library", name.clone()),
    };
    let language = match study.language {
        Lang::Nl => "nl",
        Lang::En => "en",
    };
    let also: Vec<String> = study.reach.also.iter().map(ToString::to_string).collect();
    let mut all = vec![
        (about.0.to_owned(), about.1),
        ("study.language".to_owned(), language.to_owned()),
        ("study.surroundings".to_owned(), study.surroundings.to_string()),
        ("reach.by".to_owned(), "straight line".to_owned()),
        ("reach.norm".to_owned(), study.reach.norm.to_string()),
        ("reach.also".to_owned(), also.join(", ")),
        ("reach.decay".to_owned(), study.reach.decay.to_string()),
        ("reach.detour".to_owned(), study.reach.detour.to_string()),
        ("need.all".to_owned(), study.need.all.to_string()),
    ];
    all.extend(study.need.surcharges.iter().map(|(group, weight)| (format!("need.{group}"), weight.to_string())));
    for (group, reach) in &study.reach.groups {
        let own = format!("norm {}, decay {}, detour {}", reach.norm, reach.decay, reach.detour);
        all.push((format!("reach.{group}"), own));
    }
    for (venue, groups) in &study.suitability.0 {
        all.extend(groups.iter().map(|(group, share)| (format!("venues.{venue}.{group}"), share.get().to_string())));
    }
    all.extend(moments(study));
    all.push(("capacity.places".to_owned(), study.capacity.places.to_string()));
    all.push(("capacity.zones".to_owned(), format!("{:?}", study.capacity.zones)));
    all.push(("fairness.aversion".to_owned(), study.aversion.to_string()));
    all.extend(money(study));
    all.extend(targets(&study.targets));
    all.extend(uncertain(study));
    let stated = all.into_iter().filter(|(key, _)| !study.defaults.contains_key(key));
    stated.chain(scenario_lines::lines(study)).collect()
}

/// When people can come.
fn moments(study: &Study) -> Vec<(String, String)> {
    let moments = &study.moments;
    let profile = |profile: &Profile| {
        let parts = Daypart::ALL.into_iter().map(|part| (part, profile.weight(part))).filter(|(_, weight)| *weight > 0.0);
        parts.map(|(part, weight)| format!("{} {weight:.3}", part.name())).collect::<Vec<_>>().join(", ")
    };
    let mut all = vec![
        ("moments.tries".to_owned(), moments.tries.to_string()),
        ("moments.outside_desk_hours".to_owned(), moments.outside_desk_hours.get().to_string()),
    ];
    let hours = Daypart::ALL.map(|part| format!("{} {}", part.name(), moments.dayparts.mask(part).text(Style::Osm)));
    all.push(("moments.dayparts".to_owned(), hours.join("; ")));
    all.extend(moments.profiles.iter().map(|(group, own)| (format!("moments.profiles.{group}"), profile(own))));
    all
}

/// What things cost and who pays.
fn money(study: &Study) -> Vec<(String, String)> {
    let money = &study.money;
    let mut all: Vec<(String, String)> = [
        ("inhabitant", money.inhabitant.to_string()),
        ("low_education", money.low_education.to_string()),
        ("cut", money.cut.get().to_string()),
        ("pool", money.pool.name().to_owned()),
        ("promotion", money.promotion.get().to_string()),
        ("direction", money.direction.get().to_string()),
        ("weeks", money.weeks.to_string()),
    ]
    .map(|(key, value)| (format!("money.{key}"), value))
    .into();
    all.extend(money.year.map(|year| ("money.year".to_owned(), year.to_string())));
    all.extend(money.hour.map(|hour| ("money.hour".to_owned(), hour.to_string())));
    all.extend(money.own.iter().map(|(name, amount)| (format!("money.own.{name}"), amount.to_string())));
    all.extend(money.site.iter().map(|(venue, amount)| (format!("money.site.{venue}"), amount.to_string())));
    let one_off =
        money.one_off.iter().map(|(venue, one)| (format!("money.one_off.{venue}"), format!("{} over {} years", one.cost, one.years)));
    all.extend(one_off);
    all
}

/// What the study wants to reach.
fn targets(targets: &Targets) -> Vec<(String, String)> {
    // A share is a fraction of which the study wrote a percentage: that many decimals bring it back.
    let percent = |share: f64| (share * 1e6).round() / 1e4;
    let share = |key: &str, share: Share| (format!("targets.{key}"), format!("{} %", percent(share.get())));
    let mut all: Vec<(String, String)> = targets.within_norm.map(|least| share("within_norm", least)).into_iter().collect();
    all.extend(targets.hours.iter().map(|(hours, least)| share(&format!("hours_{hours}"), *least)));
    all.extend(targets.branches_with_desk.map(|least| share("branches_with_desk", least)));
    all.extend(targets.desk_with_hours.map(|(hours, per)| {
        let per = match per {
            Per::Municipality => "municipality",
            Per::Area => "area",
        };
        ("targets.desk_with_hours".to_owned(), format!("{} hours per {per}", hours.get()))
    }));
    all.extend(targets.visits.map(|visits| ("targets.visits".to_owned(), format!("{:+} %", percent(visits.get())))));
    all
}

/// The ranges that are drawn from.
fn uncertain(study: &Study) -> Vec<(String, String)> {
    let Some(uncertain) = &study.uncertain else { return Vec::new() };
    let line = |range: &Range| {
        let values: Vec<String> = range.values().into_iter().map(Assumed::value).collect();
        let between = if matches!(range, Range::Between(..)) { " to " } else { "; " };
        let key = range.values().first().map_or(String::new(), |value| value.key());
        (format!("uncertain.{key}"), values.join(between))
    };
    let draws = ("uncertain.draws".to_owned(), uncertain.draws.to_string());
    uncertain.ranges.iter().map(line).chain([draws]).collect()
}

fn rows(report: &FileReport, text: &dyn Text) -> Rows {
    Rows {
        file: report.file.clone(),
        read: report.rows_read,
        used: report.rows_used,
        refused: report.refused.len(),
        filtered: report.filtered,
        water: report.water,
        abroad: report.abroad,
        hidden: report.hidden.iter().cloned().collect(),
        refusals: report.refused.iter().map(|refusal| text.refusal(&report.file, refusal)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::load::study::parse;

    /// Every target of a study is among its assumptions, as the study writes it.
    #[test]
    fn targets_are_listed() {
        let text = "[study]\ntitle = \"A\"\n[data]\nmunicipalities = \"a.gpkg\"\npopulation = \"b.gpkg\"\nsites = [\"c.csv\"]\n[reach]\nnorm = \"2 km\"\n\
                    [targets]\nwithin_norm = \"92.5 %\"\nhours_16 = \"60 %\"\ndesk_with_hours = { hours = 20, per = \"municipality\" }\n\
                    branches_with_desk = 0.8\nvisits = \"+30 %\"\n";
        let all = assumptions(&parse(Path::new("a.toml"), text).unwrap());
        let targets: Vec<(&str, &str)> =
            all.iter().filter_map(|(key, value, _)| Some((key.strip_prefix("targets.")?, value.as_str()))).collect();
        let expected = [
            ("branches_with_desk", "80 %"),
            ("desk_with_hours", "20 hours per municipality"),
            ("hours_16", "60 %"),
            ("visits", "+30 %"),
            ("within_norm", "92.5 %"),
        ];
        assert_eq!(targets, expected);
    }
}
