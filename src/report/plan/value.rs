//! The value of a goal as people read it.

use super::Planning;
use crate::model::Goal;
use crate::text::Text;

/// A value of the goal of a plan in words: a share of the need, metres, desks, euros.
pub(super) fn shown(planning: &Planning, value: f64, text: &dyn Text) -> String {
    match planning.find.goal {
        Goal::MomentCoverage | Goal::Covered | Goal::Gradual => text.percent(value / planning.total),
        Goal::Distance | Goal::KolmPollak | Goal::WorstDistance => text.distance(plain(planning, value)),
        Goal::Desks => text.whole(value),
        Goal::Cost => format!("€\u{a0}{}", text.decimals(value / 100.0, 2)),
    }
}

/// A value as a number that means something by itself: a share, metres, desks, euros.
pub(super) fn plain(planning: &Planning, value: f64) -> f64 {
    match planning.find.goal {
        Goal::MomentCoverage | Goal::Covered | Goal::Gradual | Goal::Distance => value / planning.total,
        // The equally-distributed equivalent of Σ need × e^(−κ·metres).
        Goal::KolmPollak => -(value / planning.total).ln() / planning.kappa,
        Goal::WorstDistance | Goal::Desks => value,
        Goal::Cost => value / 100.0,
    }
}
