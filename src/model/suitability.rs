//! How well a kind of venue serves a group.

use std::collections::BTreeMap;

use super::{Group, Venue};
use crate::units::Share;

/// Suitability by venue and group, 0 to 1; what is not stated for a group is that of `all`, and what is not stated at all is 1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Suitability(pub BTreeMap<Venue, BTreeMap<Group, Share>>);

impl Suitability {
    /// How well a kind of venue serves a group, 0 to 1.
    #[must_use]
    pub fn of(&self, venue: Venue, group: &Group) -> f64 {
        let stated = self.0.get(&venue);
        stated.and_then(|groups| groups.get(group).or_else(|| groups.get(&Group::All))).map_or(1.0, |share| share.get())
    }
}
