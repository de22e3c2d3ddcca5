//! Days with their hours, as one rule.

use super::item::{Item, Kind, Qualifier};
use crate::week::plan::{ALL_DAYS, ALL_WEEKS, DaySet, Days, Plan};
use crate::week::span::Span;
use std::ops::Range;

/// Days of a rule while it is read.
#[derive(Debug, Clone, Default)]
pub(super) struct When {
    /// Days in every week, or in the weeks of the qualifier.
    plain: Option<DaySet>,
    /// Days in weeks of their own.
    counted: Option<DaySet>,
    pub(super) except: Days,
    pub(super) qualifier: Qualifier,
    pub(super) heading: bool,
    pub(super) holiday: bool,
    pub(super) appointment: bool,
    pub(super) at: Range<usize>,
}

impl When {
    /// These days of every week.
    pub(super) fn on(days: Days) -> Self {
        Self { plain: Some(DaySet::new(ALL_WEEKS, days)), ..Self::default() }
    }

    /// Takes one more meaning in.
    pub(super) fn take(&mut self, item: &Item) {
        if self.at.is_empty() {
            self.at = item.at.clone();
        }
        self.at.end = item.at.end;
        match &item.kind {
            Kind::Days { days, counted } => {
                let set = if *counted { &mut self.counted } else { &mut self.plain };
                *set = Some(set.unwrap_or_default().union(*days));
            }
            Kind::Except(days) => self.except |= days,
            Kind::When { qualifier, heading } => {
                self.qualifier = self.qualifier.and(*qualifier);
                self.heading |= heading;
            }
            Kind::Holiday => self.holiday = true,
            _ => {}
        }
    }

    /// Whether days are named.
    pub(super) fn named(&self) -> bool {
        self.plain.is_some() || self.counted.is_some()
    }

    /// Whether it says in which weeks or season, and nothing of days.
    pub(super) fn only_qualifies(&self) -> bool {
        !self.named() && self.except == 0 && !self.holiday && !self.qualifier.is_none()
    }

    /// The days of the cycle.
    fn days(&self) -> DaySet {
        let weeks = DaySet::new(self.qualifier.weeks.unwrap_or(ALL_WEEKS), ALL_DAYS);
        let (plain, counted) = (self.plain.unwrap_or_default(), self.counted.unwrap_or_default());
        plain.intersection(weeks).union(counted).intersection(DaySet::new(ALL_WEEKS, ALL_DAYS & !self.except))
    }
}

/// Hours, or closed.
#[derive(Debug, Clone, Default)]
pub(super) struct Times {
    pub(super) spans: Vec<Span>,
    pub(super) closed: bool,
    pub(super) at: Range<usize>,
}

/// Days with their hours.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    pub(super) when: When,
    pub(super) times: Times,
}

impl Rule {
    /// About how many days of the year it holds; none for all year.
    fn season(&self) -> u16 {
        self.when.qualifier.season.unwrap_or(u16::MAX)
    }
}

/// Applies the rules in order. Of rules for a season those of the longest make the typical week.
pub(super) fn apply(rules: &[Rule]) -> Plan {
    let typical = rules.iter().filter(|rule| !rule.times.spans.is_empty()).map(Rule::season).max();
    let mut plan = Plan::new();
    for rule in rules {
        let days = rule.when.days();
        if rule.times.spans.is_empty() {
            if rule.season() == u16::MAX {
                plan.close(days);
            }
        } else if Some(rule.season()) == typical {
            plan.add_or_replace(days, &rule.times.spans);
        }
    }
    plan
}

/// A rule that closes days, in some weeks or a season.
pub(super) fn closing(qualifier: Qualifier, days: Days) -> Rule {
    let when = When { qualifier, ..When::on(days) };
    Rule { when, times: Times { closed: true, ..Times::default() } }
}
