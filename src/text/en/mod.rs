//! English: the same sentences for whoever does not read Dutch.

mod advice;
mod agreement;
mod book;
mod border;
mod cells;
mod certain;
mod charts;
mod columns;
mod compare;
mod faults;
mod findings;
mod front;
mod hints;
mod hours;
mod labels;
mod layers;
mod libraries;
mod plan;
mod refusals;
mod scenario;
mod study;
mod visits;
mod words;

use super::numbers::Signs;
use super::{
    AdviceSentence, AdviceWords, AgreementWords, BookWords, BorderSentence, BorderWords, CertainFact, CertainWords, ChartWords, Coded,
    ColumnLabel, CompareWords, Counted, FrontSentence, FrontWords, GoalWords, LayerWords, Obstacle, PlanFact, PlanSentence, PlanWords,
    ReportWords, ScenarioFact, ScenarioSentence, Text, Told, Unit, UsageFact, UsageWords, names, numbers,
};
use crate::load::BuildError;
use crate::load::found::{FileReport, FileRole, Finding};
use crate::load::study::StudyError;
use crate::load::{LoadError, Needed, Refusal, Why};
use crate::model::{Assumed, Goal, Group, Status, Venue};
use crate::units::{Euros, Hours, Metres};
use crate::watch::Stage;
use crate::week::{Ignored, Moment, Opening, Style};

/// Numbers as the English write them: `1,240.5`, `12.3%`.
const SIGNS: Signs = Signs { thousands: ',', decimal: '.', percent: "%" };

/// The English words.
#[derive(Debug)]
pub(super) struct English;

impl Text for English {
    fn study_fault(&self, error: &StudyError) -> Told {
        study::fault(error)
    }

    fn in_study(&self, file: &str, line: usize, told: Told) -> Told {
        Told { message: format!("{file}, line {line}: {}", told.message), ..told }
    }

    fn build_error(&self, error: &BuildError) -> Told {
        study::build(error)
    }

    fn role(&self, role: FileRole) -> &'static str {
        findings::role(role)
    }

    fn file(&self, report: &FileReport) -> Vec<String> {
        findings::file(report)
    }

    fn finding(&self, finding: &Finding) -> String {
        findings::finding(finding)
    }

    fn cannot_write(&self, file: &str, obstacle: Obstacle) -> Told {
        let of_another: String;
        let (why, hint) = match obstacle {
            Obstacle::OtherStudy(study) => {
                of_another = format!("here are the results of another study, {study}");
                (of_another.as_str(), "Choose with `--out` a folder of its own for this study, such as `--out results-here`")
            }
            Obstacle::File => ("there is a file of this name", "Choose another folder, or rename that file"),
            Obstacle::Folder => ("there is a folder of this name", "Choose another folder, or rename that one"),
            Obstacle::Forbidden => ("you may not write here", "Choose with `--out` a folder in which you may make files"),
            Obstacle::Full => ("the disk is full", "Make room, or choose a folder on another disk"),
            Obstacle::Other(words) => (words, "See whether the folder exists, and whether the file is open in another program"),
        };
        Told { message: format!("{file}: cannot be written: {why}"), hint: Some(hint.to_owned()) }
    }

    fn stopped(&self) -> Told {
        Told { message: "Stopped; no half file was left behind".to_owned(), hint: None }
    }

    fn refused_rows(&self, file: &str, rows: usize) -> String {
        if rows == 1 { format!("{file}: 1 row was refused") } else { format!("{file}: {rows} rows were refused") }
    }

    fn more_refusals(&self, rows: usize) -> String {
        format!("and {} more; `--json` lists them all", count(rows))
    }

    fn more_municipalities(&self, municipalities: usize) -> String {
        format!("{municipalities} more municipalities are in the table; shown are those with the smallest share within the norm")
    }

    fn more_municipalities_by_hours(&self, municipalities: usize) -> String {
        format!("{municipalities} more municipalities are in the table; these have the fewest hours")
    }

    fn more_municipalities_by_border(&self, municipalities: usize) -> String {
        format!("{municipalities} more municipalities are in the table; shown here are those that the border costs most")
    }

    fn municipalities_shown(&self, shown: usize, all: usize) -> String {
        format!("Of {all} municipalities the {shown} of which most residents go across the border.")
    }

    fn more_in_table(&self, number: usize, what: Counted, table: &str) -> String {
        let what = match (what, number) {
            (Counted::Municipalities, 1) => "municipality is",
            (Counted::Municipalities, _) => "municipalities are",
            (Counted::Libraries, 1) => "library organisation is",
            (Counted::Libraries, _) => "library organisations are",
        };
        format!("{number} more {what} in the table `{table}`")
    }

    fn unknown_payers(&self, names: &[String]) -> String {
        format!("`money.own` names what is no municipality of this study: {}", names.join(", "))
    }

    fn hours_or_more(&self, hours: u32) -> String {
        format!("{hours} hours or more")
    }

    fn desk_of_hours(&self, hours: Hours, areas: bool) -> String {
        let what = if areas { "areas" } else { "municipalities" };
        format!("{what} with a desk of {} hours or more", SIGNS.short(hours.get()))
    }

    fn opening(&self, opening: &Opening) -> String {
        match opening {
            Opening::Timed { week } => week.text(Style::English),
            Opening::Untimed(hours) => format!("{} hours a week", SIGNS.short(hours.get())),
        }
    }

    fn open_at(&self, moment: Moment) -> String {
        let day = charts::WORDS.days[usize::from(moment.weekday().index())];
        format!("only desks that are open every week on {day} at {}:{:02}", moment.minutes() / 60, moment.minutes() % 60)
    }

    fn not_taken(&self, ignored: &Ignored) -> String {
        hours::ignored(ignored)
    }

    fn whole_euros(&self, amount: Euros) -> String {
        SIGNS.whole_euros(amount)
    }

    fn euros(&self, amount: Euros) -> String {
        SIGNS.euros(amount)
    }

    fn stage(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::Reading => "reading files",
            Stage::Measuring => "computing distances",
            Stage::Planning => "searching the best plan",
            Stage::Drawn => "computing how certain it is",
            Stage::Writing => "writing tables",
            Stage::Drawing => "drawing the map",
            Stage::Making => "making a country",
        }
    }

    fn distance_class(&self, lower: Option<Metres>, upper: Option<Metres>) -> String {
        numbers::distance_class(SIGNS, "up to", "more than", lower, upper)
    }

    fn class_with_share(&self, class: &str, share: f64) -> String {
        format!("{class} · {}", self.percent(share))
    }

    fn norm(&self, norm: Metres) -> String {
        format!("norm: {}", SIGNS.length(norm))
    }

    fn agreement(&self) -> &'static AgreementWords {
        &agreement::WORDS
    }

    fn border(&self) -> &'static BorderWords {
        &border::WORDS
    }

    fn border_sentence(&self, sentence: &BorderSentence) -> String {
        border::sentence(sentence)
    }

    fn advice(&self) -> &'static AdviceWords {
        &advice::WORDS
    }

    fn advice_sentence(&self, sentence: &AdviceSentence) -> String {
        advice::sentence(sentence)
    }

    fn compare(&self) -> &'static CompareWords {
        &compare::WORDS
    }

    fn certain(&self) -> &'static CertainWords {
        &certain::WORDS
    }

    fn certain_fact(&self, fact: &CertainFact) -> String {
        certain::fact(fact)
    }

    fn no_ranges(&self) -> Told {
        certain::no_ranges()
    }

    fn assumption(&self, assumed: &Assumed) -> String {
        certain::assumption(assumed)
    }

    fn assumed(&self, assumed: &Assumed) -> String {
        certain::assumed(assumed)
    }

    fn scenario_sentence(&self, scenario: &str, sentence: &ScenarioSentence) -> Told {
        compare::sentence(scenario, sentence)
    }

    fn scenario_fact(&self, fact: &ScenarioFact) -> String {
        compare::fact(fact)
    }

    fn front(&self) -> &'static FrontWords {
        &front::WORDS
    }

    fn front_sentence(&self, sentence: &FrontSentence) -> String {
        front::sentence(sentence)
    }

    fn usage(&self) -> &'static UsageWords {
        &visits::WORDS
    }

    fn usage_fact(&self, fact: &UsageFact) -> String {
        visits::fact(fact)
    }

    fn plan(&self) -> &'static PlanWords {
        &plan::WORDS
    }

    fn goal(&self, goal: Goal) -> GoalWords {
        plan::goal(goal)
    }

    fn plan_sentence(&self, sentence: &PlanSentence) -> Told {
        plan::sentence(sentence)
    }

    fn plan_fact(&self, fact: &PlanFact) -> String {
        plan::fact(fact)
    }

    fn charts(&self) -> &'static ChartWords {
        &charts::WORDS
    }

    fn words(&self) -> &'static ReportWords {
        &words::WORDS
    }

    fn column(&self, table: &str, column: &str) -> Option<ColumnLabel> {
        Some(ColumnLabel { label: columns::label(table, column)?, unit: crate::text::column_units::unit(table, column)? })
    }

    fn unit(&self, unit: Unit) -> &'static str {
        columns::unit(unit)
    }

    fn code(&self, coded: Coded, code: &str) -> Option<&'static str> {
        cells::word(coded, code)
    }

    fn sheet(&self, table: &str) -> Option<&'static str> {
        book::sheet(table)
    }

    fn layers(&self) -> &'static LayerWords {
        &layers::WORDS
    }

    fn number_class(&self, lower: Option<f64>, upper: Option<f64>, unit: Unit) -> String {
        let per_cent = matches!(unit, Unit::Share | Unit::Points);
        numbers::number_class(SIGNS, ["up to", "more than"], [lower, upper], columns::unit(unit), per_cent)
    }

    fn book(&self) -> &'static BookWords {
        &book::WORDS
    }

    fn sheet_is_cut(&self, shown: usize, all: usize) -> String {
        book::cut(shown, all)
    }

    fn fault(&self, error: &LoadError) -> Told {
        let message = format!("{}: {}", error.file, faults::what(&error.fault));
        Told { message, hint: Some(hints::hint(&error.file, &error.fault)) }
    }

    fn needed(&self, needed: Needed) -> &'static str {
        faults::needed(needed)
    }

    fn why(&self, why: &Why) -> String {
        refusals::why(why)
    }

    fn refusal(&self, file: &str, refusal: &Refusal) -> String {
        format!("{file}, {}", refusals::row(refusal))
    }

    fn whole(&self, value: f64) -> String {
        SIGNS.number(value, 0)
    }

    fn decimals(&self, value: f64, digits: usize) -> String {
        SIGNS.number(value, digits)
    }

    fn percent(&self, share: f64) -> String {
        SIGNS.percent(share)
    }

    fn part(&self, share: f64) -> String {
        SIGNS.part(share)
    }

    fn distance(&self, metres: f64) -> String {
        SIGNS.distance(metres)
    }

    fn length(&self, length: Metres) -> String {
        SIGNS.length(length)
    }

    fn venue(&self, venue: Venue) -> &'static str {
        labels::venue(venue)
    }

    fn status(&self, status: Status) -> &'static str {
        labels::status(status)
    }

    fn group(&self, group: &Group) -> String {
        labels::group(group)
    }

    fn country<'a>(&self, code: &'a str) -> &'a str {
        labels::country(code)
    }
}

/// A number of things, for counts in a sentence.
fn count(things: usize) -> String {
    SIGNS.count(things)
}

/// `"a", "b"`, the first few.
fn names(names: &[String]) -> String {
    names::list(names, |more| format!("and {} more", count(more)))
}

/// `a, b`, the first dozen of what was found.
fn found(things: impl ExactSizeIterator<Item = String>) -> String {
    names::found(things, |more| format!("and {} more", count(more)))
}

/// `a, b`, the first dozen of these names.
fn list(names: &[String]) -> String {
    found(names.iter().cloned())
}
