//! The keys by which municipalities share the cost of desks.

/// A key by which costs are shared over municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CostKey {
    /// The need that is expected to use the desks (Huff).
    ExpectedUse,
    /// Residents.
    Residents,
    /// Need.
    Need,
    /// Equally.
    Equal,
    /// The value of Shapley: what the desks in a municipality add to any group of others.
    Shapley,
}

impl CostKey {
    /// Reads a key by its name; capitals do not matter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name().eq_ignore_ascii_case(text.trim()))
    }

    /// Every key.
    pub const ALL: [Self; 5] = [Self::ExpectedUse, Self::Residents, Self::Need, Self::Equal, Self::Shapley];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ExpectedUse => "expected use",
            Self::Residents => "residents",
            Self::Need => "need",
            Self::Equal => "equal",
            Self::Shapley => "shapley",
        }
    }
}
