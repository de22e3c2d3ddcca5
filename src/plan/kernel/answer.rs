//! What a search gives: a plan, a bound, and how it ended.

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Nothing is better by more than a part in 10⁹; where all values are whole, nothing is better.
    Optimal,
    /// The gap is as small as was asked.
    GoodEnough,
    /// The counted work was done.
    Worked,
    /// It was asked to stop.
    Stopped,
}

/// The best plan that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The open options, ascending.
    pub options: Vec<u32>,
    /// Its value.
    pub value: f64,
    /// No plan has a higher value; at least `value`.
    pub bound: f64,
    /// How the search ended.
    pub ending: Ending,
    /// Nodes of the search tree.
    pub nodes: u64,
    /// Numbers that were looked at.
    pub work: u64,
}

impl Answer {
    /// (bound − value) / |value|, at least 0: how much better a plan could be. 0 when both are 0.
    #[must_use]
    pub fn gap(&self) -> f64 {
        relative(self.bound, self.value)
    }
}

/// (bound − value) / |value|, at least 0.
pub(super) fn relative(bound: f64, value: f64) -> f64 {
    let over = bound - value;
    if over <= 0.0 { 0.0 } else { over / value.abs() }
}

/// What came of a search.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A plan.
    Found(Answer),
    /// No set of options meets all conditions: this is proven.
    Impossible,
    /// The search ended before any plan was found.
    NothingYet {
        /// No plan has a higher value.
        bound: f64,
    },
}

impl Outcome {
    /// The plan, if one was found.
    #[must_use]
    pub fn found(self) -> Option<Answer> {
        match self {
            Self::Found(answer) => Some(answer),
            Self::Impossible | Self::NothingYet { .. } => None,
        }
    }
}
