//! Whose money pays for what.

use crate::units::Euros;

/// The money of one pool for a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolMoney {
    /// The library or municipality; empty for the study as a whole.
    pub name: String,
    /// What there is for desks.
    pub available: Euros,
}

/// The money for the desks of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Purse {
    /// The pools.
    pub pools: Vec<PoolMoney>,
    /// The pool that pays for a desk at each site, by index in [`crate::model::Region::sites`]; `None` where nobody does.
    pub of_site: Vec<Option<usize>>,
}

impl Purse {
    /// What all pools have together; a pool that is short has nothing.
    #[must_use]
    pub fn total(&self) -> Euros {
        self.pools.iter().map(|pool| pool.available.max(Euros::ZERO)).sum()
    }
}
