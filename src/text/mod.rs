//! Every sentence a user reads about a study, in Dutch and in English. `--help` is English and stands in `cli`.
//!
//! A sentence is a method of [`Text`] with an exhaustive match in each language, so that a new fault or a new kind of venue does not
//! compile until both languages have their words for it. Values stand in double quotes, what is to be typed in backticks; a message of
//! one sentence has no full stop.

mod advice;
mod agreement;
mod book;
mod border;
mod cells;
mod certain;
mod chart_words;
mod column_units;
mod columns;
mod compare;
mod en;
mod front;
mod layers;
mod names;
mod nl;
mod numbers;
mod plan;
mod report_words;
mod stated;
#[cfg(test)]
mod tests;
mod visits;

pub use advice::{AdviceSentence, AdviceWords, Settings};
pub use agreement::AgreementWords;
pub use book::BookWords;
pub use border::{BorderSentence, BorderWords, Counted, WithoutBest};
pub use cells::{Coded, cell, coded, unit_of};
pub use certain::{CertainFact, CertainWords};
pub use chart_words::ChartWords;
pub use columns::{ColumnLabel, Unit, heading};
pub use compare::{CompareWords, ScenarioFact, ScenarioSentence};
pub use front::{FrontSentence, FrontWords};
pub use layers::LayerWords;
pub use plan::{GoalWords, PlanCondition, PlanFact, PlanPlace, PlanSentence, PlanWords};
pub use report_words::ReportWords;
pub use stated::stated;
pub use visits::{TrialDesk, UsageFact, UsageWords};

use crate::load::found::{FileReport, FileRole, Finding};
use crate::load::study::StudyError;
use crate::load::{BuildError, LoadError, Needed, Refusal, Why};
use crate::model::{Assumed, Goal, Group, Lang, Status, Venue};
use crate::units::{Euros, Hours, Metres};
use crate::watch::Stage;
use crate::week::{Ignored, Moment, Opening};

/// A message and, where there is something to be done, what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What is wrong, and where: one sentence without a full stop.
    pub message: String,
    /// What to do about it: one or more sentences; the last has no full stop.
    pub hint: Option<String>,
}

/// Why a file cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle<'a> {
    /// A file has this name, or that of a folder on the way to it.
    File,
    /// A folder has this name.
    Folder,
    /// The user may not write here.
    Forbidden,
    /// No room is left.
    Full,
    /// The folder holds the results of the study in this file.
    OtherStudy(&'a str),
    /// Anything else: the system's own words.
    Other(&'a str),
}

/// One language.
pub trait Text: Sync {
    /// What is wrong in a study file, with line and column.
    fn study_fault(&self, error: &StudyError) -> Told;
    /// What is wrong with the part of a study file that begins on this line.
    fn in_study(&self, file: &str, line: usize, told: Told) -> Told;
    /// Why the files of a study make no region.
    fn build_error(&self, error: &BuildError) -> Told;
    /// The part a file plays in a study.
    fn role(&self, role: FileRole) -> &'static str;
    /// The facts of one file, one a line.
    fn file(&self, report: &FileReport) -> Vec<String>;
    /// One sentence for what was found between files.
    fn finding(&self, finding: &Finding) -> String;
    /// A result that cannot be written.
    fn cannot_write(&self, file: &str, obstacle: Obstacle) -> Told;
    /// The user asked to stop.
    fn stopped(&self) -> Told;
    /// How many rows of a file were refused.
    fn refused_rows(&self, file: &str, rows: usize) -> String;
    /// How many refused rows a page leaves out.
    fn more_refusals(&self, rows: usize) -> String;
    /// How many municipalities a table leaves out; it shows those with the smallest share within the norm.
    fn more_municipalities(&self, municipalities: usize) -> String;
    /// How many municipalities a table leaves out; it shows those with the fewest reachable hours.
    fn more_municipalities_by_hours(&self, municipalities: usize) -> String;
    /// That a table shows only the municipalities that the border costs most.
    fn more_municipalities_by_border(&self, municipalities: usize) -> String;
    /// That a chart shows the municipalities of which most residents go across a border, of so many.
    fn municipalities_shown(&self, shown: usize, all: usize) -> String;
    /// How many municipalities, or libraries, are left out; they are in this table.
    fn more_in_table(&self, number: usize, what: Counted, table: &str) -> String;
    /// Names in `money.own` that are no municipality of the study.
    fn unknown_payers(&self, names: &[String]) -> String;
    /// At least so many hours: `16 uur of meer`.
    fn hours_or_more(&self, hours: u32) -> String;
    /// A target: areas, or municipalities, with a desk of at least so many hours.
    fn desk_of_hours(&self, hours: Hours, areas: bool) -> String;
    /// Opening hours: `di,do 9.30-12.00`, `6 uur per week`.
    fn opening(&self, opening: &Opening) -> String;
    /// What distances are of when they are of a moment: `wie open is op dinsdag 19.00 uur`.
    fn open_at(&self, moment: Moment) -> String;
    /// A part of a text of opening hours that was not taken.
    fn not_taken(&self, ignored: &Ignored) -> String;
    /// An amount with its cents: `€ 1.250,50`.
    fn euros(&self, amount: Euros) -> String;
    /// An amount to the nearest euro: `€ 1.251`.
    fn whole_euros(&self, amount: Euros) -> String;
    /// What is going on.
    fn stage(&self, stage: Stage) -> &'static str;
    /// A class of distances: above `lower`, up to and including `upper`; `1 – 2 km`, `meer dan 5 km`.
    fn distance_class(&self, lower: Option<Metres>, upper: Option<Metres>) -> String;
    /// A class with the share of the residents in it.
    fn class_with_share(&self, class: &str, share: f64) -> String;
    /// The norm, beside the class it ends.
    fn norm(&self, norm: Metres) -> String;
    /// The labels of the page for an agreement.
    fn agreement(&self) -> &'static AgreementWords;
    /// The labels about borders.
    fn border(&self) -> &'static BorderWords;
    /// A sentence about a border, without its full stop: `In Ophoven hebben 1.240 inwoners hun dichtstbijzijnde IDO in Lent, 2,1 km
    /// dichterbij dan in de eigen gemeente`.
    fn border_sentence(&self, sentence: &BorderSentence) -> String;
    /// The labels about plans.
    fn plan(&self) -> &'static PlanWords;
    /// What a goal is called.
    fn goal(&self, goal: Goal) -> GoalWords;
    /// Why there is no plan, and what to do.
    fn plan_sentence(&self, sentence: &PlanSentence) -> Told;
    /// A fact of a plan, without its full stop.
    fn plan_fact(&self, fact: &PlanFact) -> String;
    /// The labels of an advice.
    fn advice(&self) -> &'static AdviceWords;
    /// A sentence of an advice, with its full stop.
    fn advice_sentence(&self, sentence: &AdviceSentence) -> String;
    /// The labels of scenarios side by side.
    fn compare(&self) -> &'static CompareWords;
    /// The labels of how certain a comparison is.
    fn certain(&self) -> &'static CertainWords;
    /// Something to know of how certain a comparison is, without its full stop.
    fn certain_fact(&self, fact: &CertainFact) -> String;
    /// Draws are asked for of a study without ranges.
    fn no_ranges(&self) -> Told;
    /// An assumption by name: `de norm`.
    fn assumption(&self, assumed: &Assumed) -> String;
    /// A value of an assumption: `1,5 km`.
    fn assumed(&self, assumed: &Assumed) -> String;
    /// Why a scenario cannot be measured, and what to do.
    fn scenario_sentence(&self, scenario: &str, sentence: &ScenarioSentence) -> Told;
    /// Something to know of a scenario, without its full stop.
    fn scenario_fact(&self, fact: &ScenarioFact) -> String;
    /// The labels of the chart of cost, coverage and gap.
    fn front(&self) -> &'static FrontWords;
    /// A sentence or label of that chart, without a full stop.
    fn front_sentence(&self, sentence: &FrontSentence) -> String;
    /// The labels of expected visits.
    fn usage(&self) -> &'static UsageWords;
    /// Something to know of registered and expected visits, without its full stop.
    fn usage_fact(&self, fact: &UsageFact) -> String;
    /// The labels of charts.
    fn charts(&self) -> &'static ChartWords;
    /// The labels of tables and maps.
    fn words(&self) -> &'static ReportWords;
    /// What a column of a table is called for people, and in what it is measured; `None` for one that no table has. Both are the names
    /// that scripts read.
    fn column(&self, table: &str, column: &str) -> Option<ColumnLabel>;
    /// The sign of a unit: `m`, `uur per week`; empty for none.
    fn unit(&self, unit: Unit) -> &'static str;
    /// What a code in a cell is called for people, where nothing else says it; `None` for one that is not known. [`cell()`] asks for it.
    fn code(&self, coded: Coded, code: &str) -> Option<&'static str>;
    /// The name of the sheet of a table in a workbook, at most 31 characters; `None` for one that no command makes.
    fn sheet(&self, table: &str) -> Option<&'static str>;
    /// The labels in the legends of layers.
    fn layers(&self) -> &'static LayerWords;
    /// A class of numbers: above `lower`, up to and including `upper`; `100 – 500 inwoners`, `meer dan 50 %`. Shares, 0 to 1, and their
    /// differences are told in per cent.
    fn number_class(&self, lower: Option<f64>, upper: Option<f64>, unit: Unit) -> String;
    /// The labels of a workbook.
    fn book(&self) -> &'static BookWords;
    /// That a sheet holds only the first `shown` of `all` rows.
    fn sheet_is_cut(&self, shown: usize, all: usize) -> String;

    /// Why a file cannot be used, with the name of the file, and what to do.
    fn fault(&self, error: &LoadError) -> Told;
    /// What a column is needed for: `het aantal inwoners`.
    fn needed(&self, needed: Needed) -> &'static str;
    /// Why a row was refused, without the row itself: `geen getal`.
    fn why(&self, why: &Why) -> String;
    /// A refused row: `buurten.csv, rij 12, kolom "inwoners", waarde "abc": geen getal`.
    fn refusal(&self, file: &str, refusal: &Refusal) -> String;

    /// A number without decimals: `1.240`, `1,240`. `–` when there is no number.
    fn whole(&self, value: f64) -> String;
    /// A number with `digits` decimals: `1.240,5`, `1,240.5`. `–` when there is no number.
    fn decimals(&self, value: f64, digits: usize) -> String;
    /// A share, 0 to 1, in per cent with one decimal: `12,3 %`, `12.3%`. `–` when there is no number.
    fn percent(&self, share: f64) -> String;
    /// As [`Text::percent`] for a part of people, of which neither a few nor nearly all may be lost in rounding: `< 0,1 %`, `> 99,9 %`.
    fn part(&self, share: f64) -> String;
    /// A length: whole metres below a kilometre (`850 m`), from there kilometres with one decimal (`2,1 km`). `–` when there is none.
    fn distance(&self, metres: f64) -> String;
    /// A length as it was stated: `800 m`, `1,5 km`.
    fn length(&self, length: Metres) -> String;

    /// A kind of venue, in the singular: `dorpshuis`.
    fn venue(&self, venue: Venue) -> &'static str;
    /// The status of a site: `kandidaat`.
    fn status(&self, status: Status) -> &'static str;
    /// A group of residents: `iedereen`, `65 jaar en ouder`. A count without a known name keeps the name of its column.
    fn group(&self, group: &Group) -> String;
    /// A country by its code of two letters: `België`. A code that has no name here is given back.
    fn country<'a>(&self, code: &'a str) -> &'a str;
}

/// The words of a language.
#[must_use]
pub fn of(lang: Lang) -> &'static dyn Text {
    match lang {
        Lang::Nl => &nl::Dutch,
        Lang::En => &en::English,
    }
}
