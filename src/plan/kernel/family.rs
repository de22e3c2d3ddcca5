//! Clients that tell the same few classes of options apart: residents of one place who can come at other hours.
//!
//! Each client of a family has one value for all options of a class, so that what the family is worth depends only on the set S of classes that
//! is open: `F(S) = Σ_c max_{k∈S} v_ck`. Client by client the relaxation takes half of every class for all that a client needs who can use two
//! of them. For the family as a whole it does not: half of S and half of T are worth (F(S) + F(T)) / 2, the concave envelope of F.

/// What a family is worth with every set of its classes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Family {
    classes: usize,
    /// Client by client: the value of an option of each class.
    values: Vec<f64>,
    /// F, by the set of classes as bits.
    worth: Vec<f64>,
}

impl Family {
    /// A family of clients with the value of each of `classes` classes, at most twenty. O(clients × 2^classes).
    pub fn new(classes: usize, values: Vec<f64>) -> Self {
        let mut worth = vec![0.0; 1 << classes];
        let mut best = vec![0.0; 1 << classes];
        for client in values.chunks_exact(classes.max(1)) {
            for set in 1..worth.len() {
                best[set] = f64::max(best[set & (set - 1)], client[set.trailing_zeros() as usize]);
                worth[set] += best[set];
            }
        }
        Self { classes, values, worth }
    }

    /// How many classes are told apart.
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// How many sets of classes there are.
    pub fn sets(&self) -> usize {
        self.worth.len()
    }

    /// F of a set.
    pub fn worth(&self, set: usize) -> f64 {
        self.worth[set]
    }

    /// F of one class.
    pub fn alone(&self, class: usize) -> f64 {
        self.worth[1 << class]
    }

    /// F of everything.
    pub fn most(&self) -> f64 {
        self.worth.last().copied().unwrap_or(0.0)
    }

    /// The greatest of F(S) − Σ_{k∈S} price, and its S; `sums` is room for work. O(2^classes).
    pub fn best_set(&self, price: impl Fn(usize) -> f64, sums: &mut Vec<f64>) -> (f64, usize) {
        sums.clear();
        sums.push(0.0);
        let mut best = (0.0, 0);
        for class in 0..self.classes {
            let own = price(class);
            for set in 0..1 << class {
                let sum = sums[set] + own;
                sums.push(sum);
                let set = set | 1 << class;
                let left = self.worth[set] - sum;
                if left > best.0 {
                    best = (left, set);
                }
            }
        }
        best
    }

    /// What is left of a family when some classes are open and others are gone: the classes that are still told apart, by their number here,
    /// with their family; `None` when nothing can gain any more.
    pub fn rest(&self, is_open: &[bool], is_left: &[bool]) -> Option<(Vec<usize>, Self)> {
        let floors: Vec<f64> = self
            .values
            .chunks_exact(self.classes)
            .map(|client| client.iter().zip(is_open).filter(|(_, open)| **open).map(|(value, _)| *value).fold(0.0, f64::max))
            .collect();
        let gains = |class: &usize| {
            is_left[*class] && self.values.chunks_exact(self.classes).zip(&floors).any(|(client, floor)| client[*class] > *floor)
        };
        let kept: Vec<usize> = (0..self.classes).filter(gains).collect();
        let left = |(client, floor): (&[f64], &f64)| kept.iter().map(|class| (client[*class] - floor).max(0.0)).collect::<Vec<f64>>();
        let clients =
            self.values.chunks_exact(self.classes).zip(&floors).map(left).filter(|client| client.iter().any(|value| *value > 0.0));
        let values: Vec<f64> = clients.flatten().collect();
        (!kept.is_empty()).then(|| (kept.clone(), Self::new(kept.len(), values)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three clients who can use the classes 0, 1, or either: each class alone is worth 2 of 3.
    fn mornings_and_evenings() -> Family {
        Family::new(2, vec![1.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    }

    /// At prices of 1.5 for each class both cost what they are worth and one leaves a half; at 0.6 both leave 1.8.
    #[test]
    fn the_best_set_leaves_most() {
        let family = mornings_and_evenings();
        assert_eq!((family.worth(0), family.alone(0), family.alone(1), family.most()), (0.0, 2.0, 2.0, 3.0));
        assert_eq!(family.best_set(|_| 1.5, &mut Vec::new()), (0.5, 1));
        assert_eq!(family.best_set(|_| 0.75, &mut Vec::new()), (1.5, 3));
        assert_eq!(family.best_set(|_| 9.0, &mut Vec::new()), (0.0, 0));
    }

    /// With class 0 open only the second client gains anything, from class 1.
    #[test]
    fn what_is_open_gains_nothing_more() {
        let family = mornings_and_evenings();
        assert_eq!(family.rest(&[true, false], &[false, true]), Some((vec![1], Family::new(1, vec![1.0]))));
        assert_eq!(family.rest(&[true, false], &[false, false]), None);
        assert_eq!(family.rest(&[false, false], &[false, true]), Some((vec![1], Family::new(1, vec![1.0, 1.0]))));
    }
}
