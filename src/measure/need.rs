//! Need: residents, and a surcharge for each target group they belong to.

use crate::model::{Cells, Need};

/// The need of each cell: w·residents + Σ over groups of the surcharge × the group's residents (method, *Need*).
///
/// Not negative. With a weight of 1 for all and a surcharge of 1 for 65+, a cell of 10 residents of whom 4 are 65+ has need 14. A surcharge
/// for a group that the cells do not carry counts nothing: loading has refused such a study. O(cells × groups).
#[must_use]
pub fn need(cells: &Cells, weights: &Need) -> Vec<f64> {
    let mut need: Vec<f64> = cells.residents().iter().map(|residents| weights.all * residents).collect();
    for (group, surcharge) in &weights.surcharges {
        let Some(count) = cells.count(group) else { continue };
        need.iter_mut().zip(&count.persons).for_each(|(need, persons)| *need += surcharge * persons);
    }
    need
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::{Count, Group};

    #[test]
    fn a_resident_of_seventy_counts_twice() {
        let count = |group: &str, persons| Count { group: Group::parse(group), persons, hidden: Vec::new(), modelled: false };
        let cells = Cells { counts: vec![count("all", vec![10.0, 5.0]), count("65+", vec![4.0, 0.0])], ..Cells::default() };
        let weights = Need { all: 1.0, surcharges: BTreeMap::from([(Group::parse("65+"), 1.0)]) };
        assert_eq!(need(&cells, &weights), [14.0, 5.0]);
    }
}
