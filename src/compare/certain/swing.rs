//! Which assumption matters most: each by itself at its ends, all others as the study has them.

use std::collections::BTreeSet;

use super::figure::Values;
use super::rank::Rule;
use super::together::Together;
use crate::model::{Assumed, Uncertain};

/// What comes of one value of one assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct At {
    /// The value.
    pub assumed: Assumed,
    /// The share that is ranked by, today.
    pub today: f64,
    /// How much more the best scenario of the study has than today; `None` without scenarios.
    pub ahead: Option<f64>,
    /// The scenario that is first; 0 is today.
    pub first: usize,
}

impl At {
    /// What is looked at: the lead of the best scenario, or today's own share without scenarios.
    #[must_use]
    pub fn effect(&self) -> f64 {
        self.ahead.unwrap_or(self.today)
    }
}

/// An assumption at its two ends; of a list of values the one that is worst for the best scenario and the one that is best.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// The ends.
    pub ends: [At; 2],
    /// The scenario that is first in the study; 0 is today.
    pub first: usize,
}

impl Swing {
    /// How far the effect goes from one end to the other, at least 0.
    #[must_use]
    pub fn size(&self) -> f64 {
        (self.ends[1].effect() - self.ends[0].effect()).abs()
    }

    /// Whether another scenario is first at one of the ends.
    #[must_use]
    pub fn changes_first(&self) -> bool {
        self.ends.iter().any(|end| end.first != self.first)
    }
}

/// The swings of all assumptions, the largest first, equal ones in the order of the study. `members` are the scenarios that rank with each
/// other and `best` is the one of the study that is set beside today. O(values × scenarios × cells).
#[must_use]
pub(super) fn swings(
    together: &Together,
    uncertain: &Uncertain,
    rule: Rule,
    members: &BTreeSet<usize>,
    best: Option<usize>,
    study: &[Values],
) -> Vec<Swing> {
    let first = |values: &[Values]| rule.order(values, members).first().copied().unwrap_or(0);
    let own = first(study);
    let at = |assumed: &Assumed| {
        let one = std::slice::from_ref(assumed);
        let values: Vec<Values> = together.values(one);
        let today = rule.value(&values[0]);
        At { assumed: assumed.clone(), today, ahead: best.map(|best| rule.value(&values[best]) - today), first: first(&values) }
    };
    let swing = |range: &crate::model::Range| {
        let all: Vec<At> = range.values().into_iter().map(at).collect();
        let by_effect = |one: &&At, other: &&At| one.effect().total_cmp(&other.effect());
        let ends = match all.as_slice() {
            [low, high] => [low, high],
            all => [all.iter().min_by(by_effect)?, all.iter().rev().max_by(by_effect)?],
        };
        Some(Swing { ends: ends.map(At::clone), first: own })
    };
    let mut swings: Vec<Swing> = uncertain.ranges.iter().filter_map(swing).collect();
    swings.sort_by(|one, other| other.size().total_cmp(&one.size()));
    swings
}
