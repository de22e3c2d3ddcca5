//! The words and sentences about plans.

use crate::model::Goal;
use crate::units::{Euros, Hours, Metres};
use crate::week::Moment;

/// Where a rule on numbers of desks holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanPlace<'a> {
    /// In the whole study.
    Study,
    /// In a municipality.
    Municipality(&'a str),
    /// In a finer area.
    Area(&'a str),
    /// Among the sites of a kind, by its name in the language of the message.
    Venue(&'a str),
}

/// A kind of condition, for who tells that some do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanCondition {
    /// The budget.
    Budget,
    /// Numbers of desks.
    Counts,
    /// At most one of some sites.
    NotBoth,
    /// New desks apart from each other.
    Apart,
    /// Residents within a distance.
    EveryoneWithin,
    /// Desks open at the same time.
    Staff,
    /// Sites that must have a desk.
    Required,
}

/// Why a plan cannot be made, or what is said of one.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanSentence<'a> {
    /// There is no scenario of this name.
    UnknownScenario {
        /// The name.
        name: &'a str,
        /// Those there are.
        known: &'a [String],
    },
    /// The scenario is spelled out and asks for nothing to be found.
    NothingToFind {
        /// Its name.
        name: &'a str,
    },
    /// A key names a site that is not there.
    UnknownSite {
        /// The key.
        key: &'a str,
        /// The id.
        id: &'a str,
        /// The one that was probably meant.
        nearest: Option<&'a str>,
    },
    /// A key names a site outside the study.
    SiteElsewhere {
        /// The key.
        key: &'a str,
        /// The id.
        id: &'a str,
    },
    /// A key names a municipality or area that is not in the study.
    UnknownPlace {
        /// The key.
        key: &'a str,
        /// The name.
        name: &'a str,
        /// The one that was probably meant.
        nearest: Option<&'a str>,
    },
    /// A key names a library that is not there.
    UnknownLibrary {
        /// The key.
        key: &'a str,
        /// The name.
        name: &'a str,
        /// The one that was probably meant.
        nearest: Option<&'a str>,
    },
    /// A key speaks of areas, and the study has none.
    NoAreas {
        /// The key.
        key: &'a str,
    },
    /// There is nothing to choose: no candidate, no other week.
    NoOptions,
    /// There is a budget, and no hour rate.
    NoHourRate,
    /// What must be there costs more than there is.
    Budget {
        /// Whose money; `None` for the budget as a whole.
        pool: Option<&'a str>,
        /// The least that it costs.
        needed: Euros,
        /// What there is.
        available: Euros,
    },
    /// Residents whose nearest possible desk is too far.
    TooFar {
        /// Their municipality.
        place: Option<&'a str>,
        /// How many.
        residents: f64,
        /// How far the nearest is.
        nearest: Option<Metres>,
        /// How far it may be.
        distance: Metres,
    },
    /// Fewer residents can be within the distance than is asked for.
    TooFewNear {
        /// The part that can.
        possible: f64,
        /// The part that is asked for.
        asked: f64,
        /// The distance.
        distance: Metres,
    },
    /// Fewer desks are possible than there must be.
    TooFew {
        /// Where.
        place: PlanPlace<'a>,
        /// Of at least so many hours.
        hours: Option<Hours>,
        /// How many there must be.
        asked: u32,
        /// How many there can be.
        possible: u32,
    },
    /// More desks are there than there may be.
    TooMany {
        /// Where.
        place: PlanPlace<'a>,
        /// How many there may be.
        most: u32,
        /// How many there are in any plan.
        present: u32,
    },
    /// Two sites of which one may have a desk, and both must.
    NotBoth {
        /// The sites.
        sites: (&'a str, &'a str),
    },
    /// Two new desks that must be there and are too near each other.
    TooNear {
        /// The sites.
        sites: (&'a str, &'a str),
        /// How far apart.
        apart: Metres,
        /// How far they must be.
        asked: Metres,
    },
    /// More desks are open at one time than a library has people for.
    Staff {
        /// The library.
        library: &'a str,
        /// How many may be.
        most: u32,
        /// How many are.
        present: u32,
        /// When.
        at: Moment,
    },
    /// A site that must have a desk has no week within the hours of its building.
    NoWeek {
        /// The site.
        site: &'a str,
    },
    /// Conditions that do not go together.
    Together {
        /// Which.
        conditions: &'a [PlanCondition],
    },
    /// The time or work was spent before a plan was found.
    NothingYet,
}

/// A short fact of a plan, for the page in the terminal and the warnings.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanFact<'a> {
    /// How good the plan is: `bewezen het beste`, `hoogstens 0,3 % onder het beste`.
    Proven,
    /// Within a gap.
    Gap {
        /// The gap, a share.
        gap: f64,
        /// Whether the clock, and not the counted work, cut the search.
        clock: bool,
    },
    /// A new desk, or one with other hours, and what it brings.
    Brings {
        /// The site.
        site: &'a str,
        /// Its week.
        week: &'a str,
        /// What it costs more a year.
        cost: Option<Euros>,
        /// The part of the need that finds help at a moment that suits only because of it, where that is the goal.
        helped: Option<f64>,
        /// Residents newly within the norm.
        residents: f64,
        /// Where most of the gain is.
        places: &'a [&'a str],
    },
    /// Sites that could have a desk but whose building is open in no week of the menu.
    Closed {
        /// How many.
        sites: usize,
        /// The first of them.
        first: &'a str,
    },
    /// Sites whose new desk nobody would pay.
    Unpaid {
        /// How many.
        sites: usize,
        /// The first of them.
        first: &'a str,
    },
    /// Desks whose cost is not known, and which count for what is known.
    Unpriced {
        /// How many.
        desks: usize,
        /// The first of them.
        first: &'a str,
    },
    /// The kernel counted many sets of hours as a few: its value is this much above the exact one.
    Approximate {
        /// The difference as a share.
        difference: f64,
    },
    /// What wins the dilemma at the whole budget.
    Dilemma {
        /// Moment coverage with more desks, longer hours, and both.
        values: (f64, f64, f64),
        /// How many new desks both has.
        new: usize,
    },
    /// What a joint plan adds.
    Joint {
        /// The library.
        library: &'a str,
        /// The shares of the need that are helped when each municipality plans apart, and together.
        shares: (f64, f64),
        /// What both may cost.
        money: Euros,
        /// Whether that is more than there is, because the desks of today cost more.
        is_over: bool,
        /// Municipalities that are worse off with the joint plan, those that lose most first.
        worse: &'a [&'a str],
        /// How many more of them there are.
        more: usize,
    },
    /// Another plan that is nearly as good.
    Next {
        /// How much worse, a share.
        loss: f64,
        /// Sites with a desk in it that the best plan has not.
        instead: &'a [&'a str],
        /// Sites that it leaves out.
        of: &'a [&'a str],
    },
}

/// The labels of one language.
#[derive(Debug)]
pub struct PlanWords {
    /// Before the seconds that the search took.
    pub searched: &'static str,
    /// Title of the table of desks.
    pub plan_title: &'static str,
    /// Title of the table of measures before and after.
    pub areas_title: &'static str,
    /// Title of the table of reasons.
    pub why_title: &'static str,
    /// Title of the table of what was left out.
    pub alternatives_title: &'static str,
    /// Title of the table of next best plans.
    pub next_title: &'static str,
    /// Title of the table of the curve.
    pub curve_title: &'static str,
    /// Title of the table of the dilemma.
    pub dilemma_title: &'static str,
    /// Title of the table of joint plans.
    pub joint_title: &'static str,
    /// The name of a plan that no scenario asks for.
    pub unnamed: &'static str,
    /// Column: desk.
    pub desk: &'static str,
    /// Column: what becomes of it.
    pub fate: &'static str,
    /// Stays, other hours, new, closes.
    pub fates: [&'static str; 5],
    /// Column: week.
    pub week: &'static str,
    /// Column: hours a week.
    pub hours: &'static str,
    /// Column: yearly cost.
    pub cost: &'static str,
    /// Column: who pays.
    pub payer: &'static str,
    /// Column: today.
    pub today: &'static str,
    /// Column: with the plan.
    pub planned: &'static str,
    /// Behind the name of a layer that is about the need.
    pub by_need: &'static str,
    /// Behind the name of a goal that is a share of the need.
    pub of_need: &'static str,
    /// Row: moment coverage of the residents.
    pub moment_coverage: &'static str,
    /// Row: mean reachable hours.
    pub mean_hours: &'static str,
    /// Row: mean distance.
    pub mean_distance: &'static str,
    /// Row: yearly cost of all desks; the money there is stands beside it.
    pub all_costs: &'static str,
    /// Row: money there is.
    pub there_is: &'static str,
    /// Row: desks.
    pub desks: &'static str,
    /// Above the reasons.
    pub why: &'static str,
    /// Above the alternatives.
    pub instead: &'static str,
    /// Above how good the plan is.
    pub quality: &'static str,
    /// Heading and subtitle of the map.
    pub map: (&'static str, &'static str),
    /// Classes of the map: no gain, and gains.
    pub map_none: &'static str,
    /// What a class of the map counts.
    pub map_unit: &'static str,
    /// Title, subtitle and axis words of the curve: money, desks, value.
    pub curve: (&'static str, &'static str),
    /// Behind the subtitle where there is a band.
    pub curve_band: &'static str,
    /// Axis: euros a year.
    pub axis_money: &'static str,
    /// Axis: number of desks.
    pub axis_desks: &'static str,
    /// The band between value and bound.
    pub band: &'static str,
    /// The line of plans.
    pub line: &'static str,
    /// What there is, on the axis of money.
    pub now: &'static str,
    /// Title and subtitle of the chart of the dilemma.
    pub dilemma: (&'static str, &'static str),
    /// More desks, longer hours, both.
    pub ways: [&'static str; 3],
    /// At so many hours: `{}` is the number.
    pub tries: &'static str,
}

/// The name of a goal and its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalWords {
    /// Its name: `dekking op het gewenste moment`.
    pub name: &'static str,
    /// The unit of its value: `behoefte die geholpen wordt`.
    pub unit: &'static str,
}

impl PlanWords {
    /// A goal and of what it is a share, where it is one: `dekking op het gewenste moment, % van de behoefte`.
    #[must_use]
    pub fn measured(&self, goal: Goal, name: &str) -> String {
        if goal.is_most() { format!("{name}, {}", self.of_need) } else { name.to_owned() }
    }
}
