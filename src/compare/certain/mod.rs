//! How certain a comparison is: the same figures under the ranges of the study.
//!
//! Every draw gives each uncertain assumption a value, the same for every scenario, and measures all scenarios again. The desks of a scenario
//! stay as they are, those of a plan too. [`Ready`] measures what a headline needs and nothing else; tests hold it to the measures themselves.

mod assume;
mod border;
mod figure;
mod kind;
mod moment;
mod people;
mod picks;
mod rank;
mod ready;
mod spread;
mod steps;
mod swing;
mod together;
mod visits;

use rayon::prelude::*;

use self::swing::swings;
pub use assume::{assume, draw};
pub use figure::{Figure, Unit, Values};
pub use people::People;
pub use picks::{Chosen, Pick, Picks, picks};
pub use rank::{Rank, Rule, ranks};
pub use ready::{Pay, Ready};
pub use spread::{Spread, spreads};
pub use swing::{At, Swing};

use self::together::{Todays, Together};
use super::Situation;
use crate::model::{Region, Uncertain};

/// How certain a comparison is.
#[derive(Debug, Clone, PartialEq)]
pub struct Certainty {
    /// How often was drawn.
    pub draws: usize,
    /// What scenarios rank by.
    pub rule: Rule,
    /// The range of each figure of today (0) and every scenario.
    pub spreads: Vec<Spread>,
    /// How often each is first, today and every scenario.
    pub ranks: Vec<Rank>,
    /// What each assumption does by itself, the one that matters most first.
    pub swings: Vec<Swing>,
    /// The scenario that is set beside today there: the best in the study of those under today's circumstances; `None` without scenarios.
    pub best: Option<usize>,
    /// How often plans pick each site, for every scenario that asks for one.
    pub picks: Vec<Picks>,
}

impl Certainty {
    /// In how many draws that is so of which the share is known.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a part of at most 100,000 draws"
    )]
    pub fn times(&self, share: f64) -> usize {
        (share * self.draws as f64).round() as usize
    }

    /// The range of a figure.
    #[must_use]
    pub fn spread(&self, scenario: usize, figure: Figure) -> Option<&Spread> {
        self.spreads.iter().find(|spread| spread.scenario == scenario && spread.figure == figure)
    }
}

/// Draws `draws` times and measures today, the first of `situations`, and every scenario; without picks. `study` are their figures in the study
/// itself. `None` when `stop` asks to. The same with any number of threads; O(draws × scenarios × cells).
#[must_use]
pub fn certainty(
    base: &Region,
    situations: &[&Situation],
    study: &[Values],
    uncertain: &Uncertain,
    pay: Pay,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Certainty> {
    let todays = Todays::new(base, situations);
    let together = Together::new(base, situations, &todays, uncertain, pay);
    let one = |number: u32| {
        let assumed = draw(uncertain, number);
        (!stop()).then(|| together.values(&assumed))
    };
    let drawn: Option<Vec<Vec<Values>>> = (0..uncertain.draws).into_par_iter().map(one).collect();
    let drawn = drawn?;
    let rule = Rule::of(study);
    let groups = ready::circumstances(situations);
    let best = best(rule, study, &groups);
    let members = best.map_or(&groups[0], |best| &groups[best]);
    Some(Certainty {
        draws: drawn.len(),
        spreads: spreads(study, &drawn),
        ranks: ranks(rule, &drawn, &groups),
        swings: swings(&together, uncertain, rule, members, best, study),
        rule,
        best,
        picks: Vec::new(),
    })
}

/// The best scenario in the study: of those under today's circumstances, or of all where there is none.
fn best(rule: Rule, study: &[Values], groups: &[std::collections::BTreeSet<usize>]) -> Option<usize> {
    let mut members = groups[0].clone();
    members.remove(&0);
    if members.is_empty() {
        members = (1..study.len()).collect();
    }
    rule.order(study, &members).first().copied()
}
