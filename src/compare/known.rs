//! Whether enough opening hours are known to tell and compare what people can reach.

use crate::model::{Region, Scope, Status};

/// The desks of today, and those of which nothing is known of their hours: of the study, or of all where it has none of its own.
///
/// A desk of unknown hours counts in distances and is never open in hours (as in every measure). Where that is so of more than half of the desks,
/// figures of hours would be about what is not known: they are left out, of today and of every scenario, so that all can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KnownHours {
    /// Desks.
    pub desks: usize,
    /// Those of which neither a week nor a number of hours is known.
    pub unknown: usize,
}

impl KnownHours {
    /// Those of a region. O(sites).
    #[must_use]
    pub fn of(region: &Region) -> Self {
        let open = || region.sites.iter().zip(&region.site_scope).filter(|(site, _)| site.status == Status::Open);
        let has_own = open().any(|(_, scope)| *scope == Scope::Study);
        let counted = || open().filter(|(_, scope)| **scope == Scope::Study || !has_own);
        Self { desks: counted().count(), unknown: counted().filter(|(site, _)| site.hours.opening().is_none()).count() }
    }

    /// Whether figures of hours are told: the hours of half of the desks or more are known. Without desks nothing is unknown: nobody can reach
    /// any hour.
    #[must_use]
    pub fn is_enough(self) -> bool {
        2 * self.unknown <= self.desks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// None of 0, 0 of 2, 1 of 2 and 3 of 6 are enough; 2 of 3 and 1 of 1 are not.
    #[test]
    fn half_is_enough() {
        let is_enough = |(unknown, desks): (usize, usize)| KnownHours { desks, unknown }.is_enough();
        assert!([(0, 0), (0, 2), (1, 2), (3, 6)].into_iter().all(is_enough));
        assert!(![(2, 3), (1, 1), (4, 6)].into_iter().any(is_enough));
    }
}
