//! What counts as reachable, for everyone and for groups that cannot go as far.

use std::collections::BTreeMap;

use super::{Decay, Group};
use crate::units::Metres;

/// What counts as reachable.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// The reach norm.
    pub norm: Metres,
    /// Further distances to give shares for, ascending.
    pub also: Vec<Metres>,
    /// Factor from straight-line distance to the way people go; 1 or more.
    pub detour: f64,
    /// What a distance leaves of full reach.
    pub decay: Decay,
    /// The groups for which something differs; what a group leaves out is that of everyone.
    pub groups: BTreeMap<Group, GroupReach>,
}

/// What counts as reachable for one group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroupReach {
    /// The reach norm.
    pub norm: Metres,
    /// Factor from straight-line distance to the way the group goes; 1 or more.
    pub detour: f64,
    /// What a distance leaves of full reach.
    pub decay: Decay,
}

impl Reach {
    /// The reach of a norm as a step, without a detour, the same for everyone.
    #[must_use]
    pub fn of_norm(norm: Metres) -> Self {
        Self { norm, also: Vec::new(), detour: 1.0, decay: Decay::Step { norm }, groups: BTreeMap::new() }
    }

    /// What counts for a group.
    #[must_use]
    pub fn of(&self, group: &Group) -> GroupReach {
        let everyone = GroupReach { norm: self.norm, detour: self.detour, decay: self.decay };
        self.groups.get(group).copied().unwrap_or(everyone)
    }

    /// The farthest straight-line distance at which a site can count for anyone: within a norm or a decay.
    #[must_use]
    pub fn farthest(&self) -> Metres {
        let everyone = self.of(&Group::All);
        let limit = |reach: &GroupReach| reach.norm.get().max(reach.decay.limit().get()) / reach.detour;
        let farthest = self.groups.values().chain([&everyone]).map(limit).fold(0.0, f64::max);
        Metres::new(farthest).unwrap_or(self.norm)
    }
}
