//! Conditions on the options beside the budget: at least and at most so much of something.

/// Σ coefficient over the open options lies between `least` and `most`.
///
/// Desks in a municipality, euros of a library, "not both", desks with enough hours, people at work in one quarter hour: each is such a
/// condition. Coefficients are whole numbers and not negative, so that nothing is lost to rounding.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Side {
    /// Options with their coefficient, ascending by option.
    pub terms: Vec<(u32, i64)>,
    /// The least the sum may be; 0 asks for nothing.
    pub least: i64,
    /// The most it may be; `None` for any.
    pub most: Option<i64>,
}

impl Side {
    /// At least one of some options, each counting once.
    #[must_use]
    pub fn at_least(options: impl IntoIterator<Item = u32>, least: i64) -> Self {
        Self { terms: options.into_iter().map(|option| (option, 1)).collect(), least, most: None }
    }

    /// At most so many of some options, each counting once.
    #[must_use]
    pub fn at_most(options: impl IntoIterator<Item = u32>, most: i64) -> Self {
        Self { terms: options.into_iter().map(|option| (option, 1)).collect(), least: 0, most: Some(most) }
    }

    /// Whether a sum may be.
    #[must_use]
    pub fn allows(&self, sum: i64) -> bool {
        sum >= self.least && self.most.is_none_or(|most| sum <= most)
    }
}

/// The sums of all sides for what is open.
#[derive(Debug, Clone)]
pub(super) struct Ledger<'p> {
    sides: &'p [Side],
    of_option: &'p [Vec<(u32, i64)>],
    sums: Vec<i64>,
}

impl<'p> Ledger<'p> {
    /// Nothing is open. `of_option` has for each option its sides and coefficients.
    pub fn new(sides: &'p [Side], of_option: &'p [Vec<(u32, i64)>]) -> Self {
        Self { sides, of_option, sums: vec![0; sides.len()] }
    }

    /// Books an option as opened (1) or closed (−1).
    pub fn book(&mut self, option: u32, sign: i64) {
        if self.sides.is_empty() {
            return;
        }
        self.of_option[option as usize].iter().for_each(|(side, coefficient)| self.sums[*side as usize] += sign * coefficient);
    }

    /// Whether opening one option and closing another breaks no side: nothing goes over its most, and nothing falls under its least that was
    /// not already under it and gets no worse.
    pub fn allows(&self, opened: u32, closed: Option<u32>) -> bool {
        if self.sides.is_empty() {
            return true;
        }
        let change = |option: u32, side: u32| {
            let terms = &self.of_option[option as usize];
            terms.binary_search_by_key(&side, |(side, _)| *side).map_or(0, |place| terms[place].1)
        };
        let fits = |side: u32, change: i64| {
            let (Side { least, most, .. }, sum) = (&self.sides[side as usize], self.sums[side as usize]);
            let after = sum + change;
            (change <= 0 || most.is_none_or(|most| after <= most)) && (change >= 0 || after >= *least)
        };
        let opens = self.of_option[opened as usize].iter();
        let mut opens = opens.map(|(side, coefficient)| (*side, coefficient - closed.map_or(0, |closed| change(closed, *side))));
        let closes = closed.map_or(&[][..], |closed| &self.of_option[closed as usize]);
        let mut closes = closes.iter().map(|(side, coefficient)| (*side, change(opened, *side) - coefficient));
        opens.all(|(side, change)| fits(side, change)) && closes.all(|(side, change)| fits(side, change))
    }

    /// Whether an option can be closed without falling under a least.
    pub fn can_close(&self, option: u32) -> bool {
        self.sides.is_empty()
            || self.of_option[option as usize]
                .iter()
                .all(|(side, coefficient)| self.sums[*side as usize] - coefficient >= self.sides[*side as usize].least)
    }

    /// How much of what is asked for is lacking, each side as a part of its least; 0 when nothing is.
    pub fn lacking(&self) -> f64 {
        self.sides.iter().zip(&self.sums).map(|(side, sum)| lack(side, *sum)).sum()
    }

    /// How much less is lacking when an option opens and another closes.
    pub fn relief(&self, opened: u32, closed: Option<u32>) -> f64 {
        let mut after = self.clone();
        after.book(opened, 1);
        closed.into_iter().for_each(|closed| after.book(closed, -1));
        self.lacking() - after.lacking()
    }

    /// How much less is lacking when an option opens.
    pub fn relief_of(&self, opened: u32) -> f64 {
        let side = |(side, coefficient): &(u32, i64)| {
            let (rule, sum) = (&self.sides[*side as usize], self.sums[*side as usize]);
            lack(rule, sum) - lack(rule, sum + coefficient)
        };
        self.of_option[opened as usize].iter().map(side).sum()
    }
}

fn lack(side: &Side, sum: i64) -> f64 {
    if sum >= side.least { 0.0 } else { as_f64(side.least - sum) / as_f64(side.least.max(1)) }
}

/// Cents and counts are far below 2⁵³.
#[expect(clippy::cast_precision_loss, reason = "cents and counts are far below 2^53")]
pub(super) fn as_f64(number: i64) -> f64 {
    number as f64
}
