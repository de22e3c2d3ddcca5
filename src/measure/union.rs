//! The union of weeks as classes of quarter hours.

/// Adds a week to a union of classes ([`crate::week::Classes::of`]); the weight of the classes that were not in it.
pub fn add(union: &mut [u64], week: &[u64], weights: &[f64]) -> f64 {
    let mut added = 0.0;
    for (word, (union, week)) in union.iter_mut().zip(week).enumerate() {
        let mut fresh = week & !*union;
        *union |= week;
        while fresh != 0 {
            added += weights[word * 64 + fresh.trailing_zeros() as usize];
            fresh &= fresh - 1;
        }
    }
    added
}
