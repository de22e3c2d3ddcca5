//! Classes of quarter hours that no desk tells apart.

use super::{Daypart, Dayparts, Profile, Quarter, Week};
use std::collections::HashSet;

/// No class.
const NONE: usize = usize::MAX;

/// The quarters of a set of weeks, grouped: two quarters are in one class when they are in the same daypart (or both
/// outside all) and in exactly the same weeks. Classes are numbered by their first quarter; quarters in no week have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classes {
    class_of: Vec<usize>,
    count: usize,
    words: usize,
    bits: Vec<u64>,
}

impl Classes {
    /// Groups the quarters of these weeks. Time grows with the open quarters of all different weeks together, plus weeks ×
    /// classes.
    #[must_use]
    pub fn new(weeks: &[&Week], dayparts: &Dayparts) -> Self {
        let mut refined = Refinement::new(dayparts);
        let mut seen = HashSet::new();
        let mut union = Week::EMPTY;
        for &week in weeks {
            if seen.insert(week) {
                refined.split(week);
                union = union.union(week);
            }
        }
        let (class_of, firsts) = number(&refined.group, &union);
        let words = firsts.len().div_ceil(64);
        let mut bits = vec![0; words * weeks.len()];
        for (row, week) in weeks.iter().enumerate() {
            for (class, &first) in firsts.iter().enumerate() {
                if week.contains(first) {
                    bits[row * words + class / 64] |= 1 << (class % 64);
                }
            }
        }
        Self { class_of, count: firsts.len(), words, bits }
    }

    /// Number of classes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none: no week is ever open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Words of 64 classes per week.
    #[must_use]
    pub fn words(&self) -> usize {
        self.words
    }

    /// The classes of a week, by its place in the list given to [`Self::new`]: class 0 in the lowest bit of the first
    /// word. Empty for a place outside the list.
    #[must_use]
    pub fn of(&self, week: usize) -> &[u64] {
        let start = week.saturating_mul(self.words);
        self.bits.get(start..start.saturating_add(self.words)).unwrap_or_default()
    }

    /// The class of a quarter, `None` when no week contains it.
    #[must_use]
    pub fn class_of(&self, quarter: Quarter) -> Option<usize> {
        self.class_of.get(usize::from(quarter.index())).copied().filter(|&class| class != NONE)
    }

    /// Weight of each class in a profile: the sum over its quarters.
    #[must_use]
    pub fn weights(&self, profile: &Profile) -> Vec<f64> {
        let mut weights = vec![0.0; self.count];
        for quarter in Week::ALWAYS.iter() {
            if let Some(class) = self.class_of(quarter) {
                weights[class] += profile.weight_of(quarter);
            }
        }
        weights
    }
}

/// Groups of quarters that are split further by every week.
struct Refinement {
    group: Vec<usize>,
    sizes: Vec<usize>,
}

impl Refinement {
    fn new(dayparts: &Dayparts) -> Self {
        let part = |q: Quarter| Daypart::ALL.into_iter().find(|&part| dayparts.mask(part).contains(q)).map_or(5, Daypart::index);
        let group: Vec<usize> = Week::ALWAYS.iter().map(part).collect();
        let mut sizes = vec![0; 6];
        for &g in &group {
            sizes[g] += 1;
        }
        Self { group, sizes }
    }

    /// Splits every group into what is in the week and what is not.
    fn split(&mut self, week: &Week) {
        let mut inside = vec![0; self.sizes.len()];
        for quarter in week.iter() {
            inside[self.group[usize::from(quarter.index())]] += 1;
        }
        let mut moved = vec![NONE; inside.len()];
        for (old, &count) in inside.iter().enumerate() {
            if count > 0 && count < self.sizes[old] {
                moved[old] = self.sizes.len();
                self.sizes.push(count);
                self.sizes[old] -= count;
            }
        }
        for quarter in week.iter() {
            let group = &mut self.group[usize::from(quarter.index())];
            if moved[*group] != NONE {
                *group = moved[*group];
            }
        }
    }
}

/// Numbers the groups by their first quarter in `union`; gives the class of every quarter and those first quarters.
fn number(group: &[usize], union: &Week) -> (Vec<usize>, Vec<Quarter>) {
    let mut class_of = vec![NONE; group.len()];
    let mut number = vec![NONE; group.iter().max().map_or(0, |most| most + 1)];
    let mut firsts = Vec::new();
    for quarter in union.iter() {
        let i = usize::from(quarter.index());
        let class = &mut number[group[i]];
        if *class == NONE {
            *class = firsts.len();
            firsts.push(quarter);
        }
        class_of[i] = *class;
    }
    (class_of, firsts)
}
