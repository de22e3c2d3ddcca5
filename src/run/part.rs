//! The parts of a coverage, of which a user may want only some.

/// A part of what `bereik coverage` computes and writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Distances: cells, areas, sites and their map.
    Distance,
    /// Reachable hours and moment coverage, the desks and their hours, targets; charts and a map.
    Hours,
    /// The curve over the week.
    Moments,
    /// Floating catchment: supply against need.
    Catchment,
    /// Gaps between groups, Gini, equally-distributed equivalent.
    Equity,
    /// Grants, costs, what is left.
    Budget,
}

impl Part {
    /// Every part, in the order of writing.
    pub const ALL: [Self; 6] = [Self::Distance, Self::Hours, Self::Moments, Self::Catchment, Self::Equity, Self::Budget];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Distance => "distance",
            Self::Hours => "hours",
            Self::Moments => "moments",
            Self::Catchment => "catchment",
            Self::Equity => "equity",
            Self::Budget => "budget",
        }
    }

    /// The part of that name; capitals do not matter.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name().eq_ignore_ascii_case(name.trim()))
    }
}
