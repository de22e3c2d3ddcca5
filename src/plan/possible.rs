//! Whether there is a plan at all, or one that serves everyone.

use super::kernel::{Candidate, Effort, Ending, Outcome, Problem, Side, solve};
use super::obstacle::Condition;
use super::question::Question;

/// What came of asking for a plan that serves enough clients.
pub(super) enum Served {
    /// These options do.
    By(Vec<u32>),
    /// None does.
    Impossible,
    /// The search ended too early.
    Unknown(Ending),
}

/// Clients that weigh something and are served by any of their options, and how much must be served.
pub(super) struct Asked<'r> {
    /// The clients.
    pub rows: Vec<(&'r [u32], f64)>,
    /// At least so much.
    pub least: f64,
}

impl<'r> Asked<'r> {
    /// Every row.
    pub fn all(rows: &'r [Vec<u32>]) -> Self {
        let rows: Vec<(&[u32], f64)> = rows.iter().map(|row| (row.as_slice(), 1.0)).collect();
        Self { least: rows.iter().map(|(_, weight)| weight).sum::<f64>() - 0.5, rows }
    }
}

/// Looks for options within a budget and sides that serve enough: as much as can be, which is enough or is not.
pub(super) fn served(candidates: Vec<Candidate>, budget: i64, sides: Vec<Side>, asked: &Asked, effort: Effort) -> Served {
    let clients = asked.rows.iter().map(|(row, weight)| row.iter().map(|option| (*option, *weight)).collect());
    let problem = Problem::new(candidates, budget, 0.0, clients);
    let problem = if sides.is_empty() { problem } else { problem.with_sides(sides) };
    match solve(&problem, Effort { gap: 0.0, ..effort }) {
        Outcome::Found(answer) if answer.value >= asked.least => Served::By(answer.options),
        Outcome::Found(answer) if answer.ending == Ending::Optimal || answer.bound < asked.least => Served::Impossible,
        Outcome::Found(answer) => Served::Unknown(answer.ending),
        Outcome::Impossible => Served::Impossible,
        Outcome::NothingYet { .. } => Served::Unknown(Ending::Worked),
    }
}

/// Whether some plan meets these kinds of conditions; `true` when the effort does not tell.
pub(super) fn is_possible(question: &Question, conditions: &[Condition], effort: Effort) -> bool {
    let sides = question.rules.sides.iter().filter(|(kind, _)| conditions.contains(kind) && *kind != Condition::EveryoneWithin);
    let sides: Vec<Side> = sides.map(|(_, side)| side.clone()).collect();
    let (candidates, _) = question.candidates();
    let budget = if conditions.contains(&Condition::Budget) { question.rules.budget } else { i64::MAX };
    let asked = match (&question.near, question.request.everyone_within) {
        (Some(near), Some((_, share))) if conditions.contains(&Condition::EveryoneWithin) => {
            Asked { rows: near.rows.iter().map(|(row, residents)| (row.as_slice(), *residents)).collect(), least: near.asked(share) }
        }
        _ => Asked { rows: Vec::new(), least: 0.0 },
    };
    !matches!(served(candidates, budget, sides, &asked, effort), Served::Impossible)
}
