//! Scenarios: named sets of changes to today's desks, and requests to find the best set.

use std::collections::BTreeMap;

use super::{Changes, Venue};
use crate::units::{Euros, Hours, Metres, Share};
use crate::week::{Opening, Week, parse};

/// A scenario of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Its name, unique in the study.
    pub name: String,
    /// What it is.
    pub kind: ScenarioKind,
    /// Under which circumstances it is measured.
    pub setting: Setting,
    /// The line of the study file on which it begins, from 1.
    pub line: usize,
}

/// Circumstances that differ from those of the study.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Setting {
    /// Another reach norm of everyone.
    pub norm: Option<Metres>,
    /// The residents of another year, by the growth that the study gives.
    pub year: Option<u16>,
}

/// What a scenario is.
#[derive(Debug, Clone, PartialEq)]
pub enum ScenarioKind {
    /// Changes that the study spells out; none where only its setting differs.
    Changes(Changes),
    /// The best changes are to be found.
    Find(Find),
}

/// What is to be as large, or as small, as can be (method §6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Goal {
    /// Most moment coverage: need × the chance to find help (method §5).
    MomentCoverage,
    /// Most need within the norm of an open desk (maximal covering).
    Covered,
    /// Most need × what the distance to the best desk leaves of full reach (gradual covering).
    Gradual,
    /// Least mean distance over need (p-median).
    Distance,
    /// Least Kolm–Pollak equally-distributed equivalent of distance.
    KolmPollak,
    /// Fewest desks that meet the conditions (set covering).
    Desks,
    /// Least yearly cost that meets the conditions.
    Cost,
    /// Least distance of whoever is farthest (p-center).
    WorstDistance,
}

impl Goal {
    /// Those that are to be large.
    pub const MOST: [Self; 3] = [Self::MomentCoverage, Self::Covered, Self::Gradual];
    /// Those that are to be small.
    pub const LEAST: [Self; 5] = [Self::Distance, Self::KolmPollak, Self::Desks, Self::Cost, Self::WorstDistance];

    /// Its name in studies.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::MomentCoverage => "moment coverage",
            Self::Covered => "covered",
            Self::Gradual => "gradual",
            Self::Distance => "distance",
            Self::KolmPollak => "kolm-pollak",
            Self::Desks => "desks",
            Self::Cost => "cost",
            Self::WorstDistance => "worst distance",
        }
    }

    /// Whether more is better.
    #[must_use]
    pub fn is_most(self) -> bool {
        Self::MOST.contains(&self)
    }

    /// Whether it depends on when desks are open.
    #[must_use]
    pub fn has_hours(self) -> bool {
        self == Self::MomentCoverage
    }
}

/// What a plan may cost a year, all its desks together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanBudget {
    /// What each pool of `[money]` has for desks.
    Pools,
    /// This amount, whoever pays.
    Amount(Euros),
}

/// What may happen to today's desks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Existing {
    /// They stay as they are.
    #[default]
    Keep,
    /// They stay, perhaps with other hours.
    MayChangeHours,
    /// They may have other hours, or close.
    MayClose,
}

impl Existing {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Keep, Self::MayChangeHours, Self::MayClose];

    /// Its name in studies.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::MayChangeHours => "may change hours",
            Self::MayClose => "may close",
        }
    }

    /// Reads one by its name in studies.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|existing| existing.name() == text.trim())
    }
}

/// A week that a desk may have, and how the study writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuWeek {
    /// As it is written.
    pub text: String,
    /// When the desk is open.
    pub week: Week,
}

/// Sites that have weeks of their own in the menu.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum WeeksOf {
    /// All sites of a kind.
    Venue(Venue),
    /// One site, by id; it prevails over its kind.
    Site(String),
}

/// Over which sites a rule counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Among {
    /// All sites of the study together.
    Study,
    /// The sites of each municipality of the study by themselves.
    EachMunicipality,
    /// The sites of each of the finer areas of the study by themselves.
    EachArea,
    /// The sites of each of these municipalities or areas by themselves, by code or name as the study writes them.
    Each(Vec<String>),
    /// The sites of one kind together.
    Venue(Venue),
}

/// How many desks there must and may be.
#[derive(Debug, Clone, PartialEq)]
pub struct CountRule {
    /// At least so many.
    pub least: u32,
    /// At most so many; `None` for any number.
    pub most: Option<u32>,
    /// Only desks of at least so many hours a week count.
    pub hours: Option<Hours>,
    /// Over which sites.
    pub among: Among,
}

/// How many residents must live how near.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EveryoneWithin {
    /// The distance, detour included.
    pub distance: Metres,
    /// The part of the residents; 1 for everyone.
    pub share: Share,
}

/// A request to find the best desks and weeks: `[scenario.find]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Find {
    /// What is best.
    pub goal: Goal,
    /// What it may cost; `None` for any cost.
    pub budget: Option<PlanBudget>,
    /// What may happen to today's desks.
    pub existing: Existing,
    /// The weeks that a desk may have.
    pub weeks: Vec<MenuWeek>,
    /// The weeks of some sites or kinds of venue, instead.
    pub weeks_of: BTreeMap<WeeksOf, Vec<MenuWeek>>,
    /// How many desks there must and may be.
    pub counts: Vec<CountRule>,
    /// Sites of which at most one may have a desk, by id.
    pub not_both: Vec<Vec<String>>,
    /// No two new desks are nearer to each other than this, in a straight line.
    pub apart: Option<Metres>,
    /// Residents who must have a desk within a distance.
    pub everyone_within: Option<EveryoneWithin>,
    /// How many desks of a library, by name, may be open at the same time.
    pub staff: BTreeMap<String, u32>,
    /// Sites that get no new desk, by id.
    pub exclude: Vec<String>,
    /// Sites that must have a desk, by id.
    pub require: Vec<String>,
}

impl Find {
    /// The menu of weeks of a study that states none: from half a day to the whole week.
    pub const WEEKS: [&str; 5] = ["di 9.30-12.00", "di,do 9.30-12.00", "ma-vr 9.30-12.30", "ma-vr 10-17", "ma-vr 10-17; za 10-13"];

    /// A request with nothing asked for beside the goal: today's desks stay, the menu is [`Self::WEEKS`].
    #[must_use]
    pub fn new(goal: Goal) -> Self {
        Self {
            goal,
            budget: None,
            existing: Existing::Keep,
            weeks: Self::WEEKS.iter().filter_map(|text| MenuWeek::parse(text)).collect(),
            weeks_of: BTreeMap::new(),
            counts: Vec::new(),
            not_both: Vec::new(),
            apart: None,
            everyone_within: None,
            staff: BTreeMap::new(),
            exclude: Vec::new(),
            require: Vec::new(),
        }
    }
}

impl MenuWeek {
    /// Reads a week; `None` where the text has no times, or a part of it is not understood.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parsed = parse(text).ok()?;
        match parsed.opening {
            Opening::Timed { week } if parsed.ignored.is_empty() => Some(Self { text: text.to_owned(), week }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_menu_has_the_hours_it_says() {
        // 2.5; 2 × 2.5; 5 × 3; 5 × 7; and 3 more on Saturday.
        let hours: Vec<f64> = Find::new(Goal::MomentCoverage).weeks.iter().map(|week| week.week.hours().get()).collect();
        assert_eq!(hours, [2.5, 5.0, 15.0, 35.0, 38.0]);
        assert_eq!(MenuWeek::parse("6 uur per week"), None);
    }
}
