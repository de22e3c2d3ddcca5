//! The model of Huff: how people divide themselves over the desks they can reach.

/// P = A · β / Σ A · β (Huff 1963): each desk by its place with β is left with its part of the people; false where none draws anybody.
///
/// Parts are 0 to 1 and add up to 1 unless there is none. `attraction` is by the place of the desk; desks of no hours draw nobody. O(desks).
pub fn divide(met: impl Iterator<Item = (u32, f64)>, attraction: &[f64], parts: &mut Vec<(u32, f64)>) -> bool {
    parts.clear();
    parts.extend(met.map(|(desk, beta)| (desk, attraction[desk as usize] * beta)));
    let all: f64 = parts.iter().map(|(_, drawn)| drawn).sum();
    if all > 0.0 {
        parts.iter_mut().for_each(|(_, drawn)| *drawn /= all);
    } else {
        parts.clear();
    }
    all > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2 · 0.5 and 1 · 0.25: four fifths and one fifth.
    #[test]
    fn by_attraction_and_nearness() {
        let mut parts = Vec::new();
        assert!(divide([(0, 0.5), (1, 0.25)].into_iter(), &[2.0, 1.0], &mut parts));
        assert_eq!(parts, [(0, 0.8), (1, 0.2)]);
        assert!(!divide([(0, 0.5)].into_iter(), &[0.0, 1.0], &mut parts));
        assert_eq!(parts, []);
    }
}
