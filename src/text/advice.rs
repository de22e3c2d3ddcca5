//! What an advice says: sentences with their values, and fixed labels. On its opening page a sentence has fewer than twenty words.

use crate::units::{Euros, Metres};

/// A sentence of an advice, with its full stop. Names of scenarios as the study writes them; persons are residents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AdviceSentence<'a> {
    /// How many live beyond the norm.
    Beyond {
        /// Those beyond it.
        residents: f64,
        /// All.
        all: f64,
        /// The norm.
        norm: Metres,
    },
    /// How much of the need finds help at a moment that suits.
    Moment {
        /// The share.
        share: f64,
    },
    /// Why the rest does not: what is lost to hours and to distance, as shares of the need.
    Lost {
        /// To desks that are closed.
        hours: f64,
        /// To desks that are far, or do not suit.
        distance: f64,
    },
    /// The group that lives farthest beyond the mean.
    Gap {
        /// Its name.
        group: &'a str,
        /// By how many metres.
        metres: f64,
    },
    /// How far moment coverage lies apart: the municipality with the least and the one with the most, with their shares of the need.
    Apart {
        /// The least.
        least: (&'a str, f64),
        /// The most.
        most: (&'a str, f64),
    },
    /// Municipalities in which no desk stands.
    NoDesk {
        /// Their names.
        municipalities: &'a [&'a str],
    },
    /// Residents who have a desk within the norm only across the border of their municipality.
    Across {
        /// How many.
        residents: f64,
    },
    /// Today's desks cost more than there is.
    Short {
        /// What they cost.
        cost: Euros,
        /// How much is lacking.
        short: Euros,
    },
    /// Libraries or municipalities that cannot pay their desks, each with what it lacks a year; no other pays for it.
    Lack {
        /// By name, those that lack most first.
        pools: &'a [(&'a str, Euros)],
        /// Whether that is so of today.
        today: bool,
    },
    /// What today's desks cost, and what is left.
    Left {
        /// What they cost.
        cost: Euros,
        /// What is left.
        left: Euros,
    },
    /// The scenario that is advised.
    Choose {
        /// Its name.
        scenario: &'a str,
    },
    /// The scenario that is advised is the only one that fits the money; neither do today's desks.
    OnlyFit,
    /// Nothing is better than today.
    Stay {
        /// Whether it is known what there is and what desks cost.
        is_money: bool,
    },
    /// Nothing is better than today, which does not fit the money.
    StayShort,
    /// What fits the money helps less than today, which does not fit.
    Less {
        /// The one that helps most of what fits.
        scenario: &'a str,
    },
    /// There is no scenario.
    NoScenario,
    /// No scenario fits the money.
    TooDear {
        /// The one that helps most.
        scenario: &'a str,
        /// What it lacks.
        short: Option<Euros>,
    },
    /// What the scenario does to desks: their names. Nothing at all where every list is empty.
    Changes {
        /// New ones.
        opens: &'a [&'a str],
        /// Those that close.
        closes: &'a [&'a str],
        /// Those that move.
        moves: &'a [&'a str],
        /// Those that stay, with other hours.
        hours: &'a [&'a str],
    },
    /// The only municipalities whose residents notice it.
    Notice {
        /// Their names.
        municipalities: &'a [&'a str],
    },
    /// How many of the targets of the study are met.
    Targets {
        /// Met.
        met: usize,
        /// All; at least one.
        all: usize,
    },
    /// What changes for people, as shares of the need.
    Better {
        /// Then.
        then: f64,
        /// Today.
        today: f64,
    },
    /// What changes within the norm, persons.
    Within {
        /// More, or fewer below zero.
        more: f64,
        /// The norm.
        norm: Metres,
    },
    /// What it costs more than today, and whether it fits.
    Costs {
        /// More than today; below zero it is cheaper.
        more: Euros,
        /// What is left of the money; `None` also where a pool lacks money though others have some left.
        left: Option<Euros>,
    },
    /// Residents who lose their only desk within the norm.
    Loses {
        /// How many.
        residents: f64,
    },
    /// Another scenario helps more, and does not fit.
    Dearer {
        /// Whether it helps more than today; else than the one that is advised.
        than_today: bool,
        /// Its name.
        scenario: &'a str,
        /// What it lacks.
        short: Option<Euros>,
    },
    /// How good the plan behind the scenario is.
    Searched {
        /// How far it can be from the best, a share.
        gap: f64,
    },
    /// How often the scenario is the best under other assumptions.
    Ranks {
        /// So many times.
        first: usize,
        /// Of so many.
        draws: usize,
    },
    /// How often the scenario is better than today under other assumptions.
    BetterInDraws {
        /// So many times.
        times: usize,
        /// Of so many.
        draws: usize,
    },
    /// How often the scenario costs no more than there is, after how often it is the best.
    Fits {
        /// So many times.
        times: usize,
        /// Of so many.
        draws: usize,
    },
    /// How often today is the best under other assumptions.
    TodayRanks {
        /// So many times.
        first: usize,
        /// Of so many.
        draws: usize,
    },
    /// Ranges stand beside the figures; there is nothing to choose.
    Ranges,
    /// The grants are estimated.
    Estimated {
        /// Whether a part of the formula is missing.
        is_partial: bool,
    },
    /// Nobody knows how certain it is.
    NotTested,
    /// How many refused rows are not shown.
    MoreRefused {
        /// How many.
        rows: usize,
    },
    /// Desks of which nobody knows when they are open.
    NoTimes {
        /// Whether it is known how many hours a week they are open.
        are_hours_known: bool,
        /// Their names.
        desks: &'a [&'a str],
    },
    /// A municipality has no desk of its own.
    NoOwnDesk {
        /// Its name.
        municipality: &'a str,
    },
    /// The money of a municipality, and what its share of the desks costs by expected use.
    Money {
        /// Its name.
        municipality: &'a str,
        /// Its grant.
        grant: Euros,
        /// Whether that is an estimate.
        is_estimate: bool,
        /// What it adds itself.
        own: Euros,
        /// Its share today; `None` while costs are unknown or none are shared.
        pays: Option<Euros>,
        /// The scenario that is advised, and its share then.
        then: Option<(&'a str, Euros)>,
    },
}

/// The labels of one language.
#[derive(Debug)]
pub struct AdviceWords {
    /// Before the page to open.
    pub open: &'static str,
    /// The line below the title.
    pub subtitle: &'static str,
    /// Above the list of sections, the link past it, and before the name of a table.
    pub around: [&'static str; 3],
    /// Chapters: answer, scenarios, municipalities, borders, plan, method, data, manifest.
    pub chapters: [&'static str; 8],
    /// Headings of the answer: question, findings, scenarios, advice, certainty, map, terms.
    pub answer: [&'static str; 7],
    /// The question.
    pub question: &'static str,
    /// The same for a study without scenarios: heading and title.
    pub alone: &'static str,
    /// Title of the table of scenarios.
    pub scenarios_caption: &'static str,
    /// Below it on the opening page, where not all are in it.
    pub other_scenarios: &'static str,
    /// The terms of the opening page with what they mean: desk, norm, need, moment coverage, reachable hours, what is left of the money, runs, targets. `{norm}`,
    /// `{need}` and `{hours}` stand for the norm, the need of all together, and the hours a week at which people can come.
    pub terms: [(&'static str, &'static str); 8],
    /// Behind a distance that is in a straight line.
    pub straight: &'static str,
    /// Further terms of the table of scenarios: where nine tenths live, extra distance, gap, visits, targets.
    pub more_terms: [(&'static str, &'static str); 5],
    /// Behind what a gap is, where groups weigh in need.
    pub gap_of_weighing: &'static str,
    /// Labels of the map: scenario, measure, desk, no desk chosen, nearer, farther, whole map, how to use it.
    pub map: [&'static str; 8],
    /// To the left, right, up and down.
    pub pan: [&'static str; 4],
    /// One resident, more residents.
    pub residents: [&'static str; 2],
    /// A square without a desk in reach.
    pub unreached: &'static str,
    /// A square without need.
    pub no_need: &'static str,
    /// Desk stays, is new, closes, moves, is there outside the study.
    pub fates: [&'static str; 5],
    /// A square that is not reported on.
    pub outside: &'static str,
    /// Measures of the map: distance, hours, moment coverage.
    pub measures: [&'static str; 3],
    /// Behind hours.
    pub hours_unit: &'static str,
    /// Behind a share of the need, and above its classes.
    pub need_unit: &'static str,
    /// What the still map shows.
    pub map_alt: &'static str,
    /// Heading of winners and losers, and its columns: scenario, nearer, farther, more hours, fewer hours, lose the only desk.
    pub shifts: [&'static str; 7],
    /// Above what is known of visits.
    pub visits: &'static str,
    /// About municipalities.
    pub municipalities_intro: &'static str,
    /// Captions of a municipality: key figures, desks, groups, where residents go, winners and losers.
    pub municipality_captions: [&'static str; 5],
    /// Columns of desks: desk, open, hours a week, cost a year, residents who have it nearest, expected visits a week.
    pub desk_columns: [&'static str; 6],
    /// Columns of groups: group, persons, mean distance, within the norm.
    pub group_columns: [&'static str; 4],
    /// Below the table of groups where hidden counts were estimated.
    pub estimated: &'static str,
    /// Columns of where residents go: desk in, residents, part.
    pub flow_columns: [&'static str; 3],
    /// Row: residents.
    pub residents_row: &'static str,
    /// Headings of borders: findings, municipalities without, who goes where, costs.
    pub border_headings: [&'static str; 4],
    /// About the costs that are shared.
    pub costs_intro: &'static str,
    /// What a scenario does to desks: new, close, move, other hours.
    pub deeds: [&'static str; 4],
    /// Columns of costs: municipality, grant, own contribution, set apart for promotion and direction, its share of the costs, left.
    pub cost_columns: [&'static str; 6],
    /// The last row of the costs: all together.
    pub together: &'static str,
    /// Caption and columns of the targets: target, wanted; behind what is met.
    pub targets: [&'static str; 4],
    /// Headings of the plan: why these, what is nearly as good, the dilemma and together, the curve.
    pub plan_headings: [&'static str; 3],
    /// Paragraphs of the method.
    pub method: [&'static str; 6],
    /// Caption of who loses the only desk within the norm.
    pub forgotten: &'static str,
    /// How far that is: in a straight line, or `{detour}` times as far.
    pub straight_or_detour: [&'static str; 2],
    /// Caption and columns of the assumptions: assumption, value, key; behind a key that was left at its default.
    pub assumptions: [&'static str; 5],
    /// What assumptions are that have no range.
    pub settings: Settings,
    /// Where every key stands.
    pub all_keys: &'static str,
    /// Headings of the data: files, between files, refused rows; none refused.
    pub data: [&'static str; 4],
    /// Caption and columns of the manifest: file, hash.
    pub manifest: [&'static str; 3],
    /// About the manifest.
    pub manifest_intro: &'static str,
    /// What each chart shows, for who does not see it: scenarios, borders, flows, plan, curve, dilemma, certainty.
    pub alts: [&'static str; 7],
}

/// The names of assumptions that have no range.
#[derive(Debug)]
pub struct Settings {
    /// Before a group with a norm of its own.
    pub norm_of: &'static str,
    /// Before a venue and a group it suits in part.
    pub suits: &'static str,
    /// How far around the study neighbours take part.
    pub surroundings: &'static str,
    /// Weeks a year that a desk is open.
    pub weeks: &'static str,
    /// Before a municipality that adds money.
    pub own: &'static str,
    /// Before a kind of venue with a fixed cost.
    pub site: &'static str,
    /// Before a kind of venue with a cost when it is new.
    pub one_off: &'static str,
    /// Years.
    pub years: &'static str,
    /// Part of the grant for promotion.
    pub promotion: &'static str,
    /// Part of the grant for directing the network.
    pub direction: &'static str,
    /// Part by which grants are cut.
    pub cut: &'static str,
    /// Whose money is one purse, and who that can be: library, municipality, study.
    pub pool: &'static str,
    /// Those three.
    pub pools: [&'static str; 3],
    /// Before an assumption with a range.
    pub range: &'static str,
    /// How often all is worked out again.
    pub draws: &'static str,
}
