//! Groups that agree in all that decides which desks they use.

use crate::model::{Count, GroupReach, Study, Venue};

/// Such groups, with what they weigh in the need.
pub(super) struct Kind {
    /// How far they go.
    pub reach: GroupReach,
    /// When they can come, by index.
    pub profile: usize,
    /// Suitability of each desk.
    pub suits: Vec<f64>,
    /// Groups by index in the counts, with their weight.
    groups: Vec<(usize, f64)>,
}

impl Kind {
    /// Their need in a cell.
    pub fn need(&self, counts: &[Count], cell: usize) -> f64 {
        self.groups.iter().map(|(group, weight)| weight * counts[*group].persons[cell]).sum()
    }
}

/// The groups that weigh anything, those of one kind together. `venues` are those of the desks, `profile_of` gives the profile of a group by index.
/// O(groups × (kinds + desks)).
pub(super) fn kinds(study: &Study, counts: &[Count], venues: &[Venue], profile_of: impl Fn(usize) -> usize) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::new();
    for (group, count) in counts.iter().enumerate() {
        let weight = study.need.weight(&count.group);
        if weight <= 0.0 {
            continue;
        }
        let (reach, profile) = (study.reach.of(&count.group), profile_of(group));
        let suits: Vec<f64> = venues.iter().map(|venue| study.suitability.of(*venue, &count.group)).collect();
        let same = |kind: &&mut Kind| kind.reach == reach && kind.profile == profile && kind.suits == suits;
        match kinds.iter_mut().find(same) {
            Some(kind) => kind.groups.push((group, weight)),
            None => kinds.push(Kind { reach, profile, suits, groups: vec![(group, weight)] }),
        }
    }
    kinds
}
