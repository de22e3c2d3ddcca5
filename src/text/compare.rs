//! What is said when scenarios are set side by side: sentences with their values, and fixed labels.

use super::Told;
use crate::units::{Euros, Hours, Metres};

/// Why a scenario cannot be measured. Sites and libraries as the study writes them.
#[derive(Debug, Clone, PartialEq)]
pub enum ScenarioSentence<'a> {
    /// No site of that id.
    UnknownSite {
        /// The id.
        site: &'a str,
        /// The one that was probably meant.
        nearest: Option<&'a str>,
    },
    /// A desk is to open where one stands.
    IsOpen {
        /// The site.
        site: &'a str,
    },
    /// A desk is to close, to move or to have other hours where none stands.
    IsNotOpen {
        /// The site.
        site: &'a str,
    },
    /// A desk is to open where none may be.
    IsExcluded {
        /// The site.
        site: &'a str,
    },
    /// No library organisation of that name.
    UnknownLibrary {
        /// The name.
        library: &'a str,
        /// The one that was probably meant.
        nearest: Option<&'a str>,
    },
    /// It asks for a plan that cannot be.
    NoPlan {
        /// Why, and what to do.
        why: &'a Told,
    },
    /// A year is asked for and the study has no growth.
    NoGrowth {
        /// The year.
        year: u16,
    },
    /// A year for which some municipality has no factor.
    NoSuchYear {
        /// The year.
        year: u16,
        /// The first and last year that all have.
        years: Option<(u16, u16)>,
    },
}

/// Something to know of a scenario, without its full stop. Names, not ids.
#[derive(Debug, Clone, PartialEq)]
pub enum ScenarioFact<'a> {
    /// A desk is to be open while its building is closed.
    BuildingClosed {
        /// The site.
        site: &'a str,
    },
    /// The new place of a site lies in no municipality.
    MovedOutside {
        /// The site.
        site: &'a str,
    },
    /// A desk that opens, moves or has other hours lies outside the study, which neither counts nor pays it.
    CostsOutside {
        /// The site.
        site: &'a str,
    },
    /// A desk that closes lies outside the study: what that saves is not the study's.
    SavingsOutside {
        /// The site.
        site: &'a str,
    },
    /// Other hours of a desk that are those of today.
    SameHours {
        /// The site.
        site: &'a str,
    },
    /// Residents of a later year who stay as many because nothing is known of their growth.
    NotGrown {
        /// Residents.
        residents: f64,
    },
    /// Of some desks of today no hours are known.
    HoursUnknown {
        /// How many.
        unknown: usize,
        /// Of so many.
        desks: usize,
        /// Whether figures of hours are told all the same: then these desks count as never open.
        is_told: bool,
    },
    /// What it does beside today, all as differences.
    Brings {
        /// Residents within the norm.
        within: f64,
        /// The norm of everyone.
        norm: Metres,
        /// Moment coverage today and then, shares of the need.
        moment: Option<(f64, f64)>,
        /// Mean of the reachable hours.
        hours: Option<f64>,
        /// Yearly cost.
        cost: Option<Euros>,
    },
    /// How many residents it brings nearer, or farther, by more than what is noticed.
    Moves {
        /// Nearer.
        nearer: f64,
        /// Farther.
        farther: f64,
        /// How many metres are noticed.
        metres: Metres,
        /// Municipalities where most of those live who are nearer, where these are few.
        nearer_in: &'a [&'a str],
        /// Municipalities where most of those live who are farther.
        places: &'a [&'a str],
    },
    /// How many residents reach more hours, or fewer.
    Hours {
        /// More.
        more: f64,
        /// Fewer.
        fewer: f64,
        /// How many hours are noticed.
        hours: Hours,
    },
    /// Residents who lose the only desk within the norm.
    LosesOnly {
        /// How many.
        residents: f64,
        /// Desks that close, those that most lose first.
        sites: &'a [&'a str],
        /// Whether there are more of them.
        and_others: bool,
    },
    /// Desks of which nobody knows when they are open today, while the scenario says so: moment coverage rises by that alone.
    TimesKnown {
        /// Their names.
        sites: &'a [&'a str],
    },
    /// Another scenario costs no more, covers no less and leaves no larger gap.
    Dominated {
        /// The other; `None` for today.
        by: Option<&'a str>,
        /// Residents who lose the only desk within the norm there and here, where there are more of them there.
        lost: Option<(f64, f64)>,
    },
    /// It is measured under other circumstances than today: by another norm, and so are today's desks that it is held against; with the residents
    /// of another year, who are part of every difference.
    Circumstances {
        /// Another norm.
        norm: Option<Metres>,
        /// The residents of another year.
        year: Option<u16>,
    },
    /// Nothing changes for anyone.
    Nothing,
    /// The plan it is made of, and how far it can be from the best.
    Found {
        /// The gap, a share.
        gap: f64,
    },
}

/// The labels of one language.
#[derive(Debug)]
pub struct CompareWords {
    /// Title of the table of scenarios.
    pub compare_title: &'static str,
    /// Title of the table of places.
    pub areas_title: &'static str,
    /// Title of the table of desks.
    pub desks_title: &'static str,
    /// Title of the table of who loses the only desk.
    pub lost_title: &'static str,
    /// Title of the table of targets.
    pub targets_title: &'static str,
    /// Between the ends of a range where a dash would be read as a minus, with its spaces.
    pub range_to: &'static str,
    /// The present.
    pub today: &'static str,
    /// Row: desks.
    pub desks: &'static str,
    /// Row: hours a week of all desks.
    pub desk_hours: &'static str,
    /// Row: yearly cost.
    pub cost: &'static str,
    /// Row: left of the money there is.
    pub left: &'static str,
    /// Row: what libraries or municipalities lack that cannot pay their desks.
    pub short: &'static str,
    /// Row: mean distance.
    pub mean: &'static str,
    /// Row: distance within which nine tenths live.
    pub p90: &'static str,
    /// Row: share within the norm; the norm stands behind it.
    pub within: &'static str,
    /// Behind a share of the residents.
    pub of_residents: &'static str,
    /// Row: share within the norm, where scenarios differ in it.
    pub within_norm: &'static str,
    /// Row: reachable hours.
    pub hours: &'static str,
    /// Row: share that reaches 16 hours.
    pub sixteen: &'static str,
    /// Row: moment coverage over need.
    pub moment: &'static str,
    /// Row: what municipal borders would add.
    pub border: &'static str,
    /// Row: the largest gap of a group: of all groups, of those that weigh more, and before the group where it is the same in every scenario.
    pub gap: [&'static str; 3],
    /// Row: whose gap that is.
    pub gap_of: &'static str,
    /// Row: targets met.
    pub targets: &'static str,
    /// Above what each scenario brings.
    pub brings: &'static str,
    /// Title and subtitle of the chart.
    pub chart: (&'static str, &'static str),
    /// Its bars: the share that reaches 16 hours, of whom the share within the norm is, and moment coverage.
    pub chart_bars: [&'static str; 3],
}
