//! Which scenarios another one makes needless.

use super::outcome::{Headline, Outcome};

/// For each of these scenarios the places of those under the same circumstances that make it needless, in their order: no worse in cost,
/// moment coverage and the largest gap between groups, and better in one of them.
#[must_use]
pub fn needless(outcomes: &[&Outcome]) -> Vec<Vec<usize>> {
    let headlines: Vec<&Headline> = outcomes.iter().map(|outcome| &outcome.headline).collect();
    let setting = |place: usize| outcomes[place].situation.setting;
    let mut all = dominated(&headlines);
    all.iter_mut().enumerate().for_each(|(place, by)| by.retain(|other| setting(*other) == setting(place)));
    all
}

/// For each of these figures the places of those that are no worse in cost, moment coverage and the largest gap between groups, and better in
/// one of them (Pareto dominance). What is unknown compares with nothing. O(n²).
fn dominated(headlines: &[&Headline]) -> Vec<Vec<usize>> {
    let aims: Vec<Option<[f64; 3]>> = headlines.iter().map(|headline| aims(headline)).collect();
    let dominates = |one: &[f64; 3], other: &[f64; 3]| {
        one.iter().zip(other).all(|(one, other)| one <= other) && one.iter().zip(other).any(|(one, other)| one < other)
    };
    let by = |place: usize| {
        let Some(own) = &aims[place] else { return Vec::new() };
        (0..aims.len()).filter(|other| aims[*other].as_ref().is_some_and(|other| dominates(other, own))).collect()
    };
    (0..aims.len()).map(by).collect()
}

/// Cost, what is not covered, and the gap, each to be small; to the euro, a hundredth of a per cent and the metre, below which nothing is known.
fn aims(headline: &Headline) -> Option<[f64; 3]> {
    let gap = headline.gap.map_or(0.0, |(_, metres)| metres);
    Some([headline.cost?.as_f64().round(), -(headline.moment? * 1e4).round(), gap.round()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Euros;

    fn headline(euros: i64, moment: f64, gap: f64) -> Headline {
        Headline { cost: Some(Euros::from_cents(euros * 100)), moment: Some(moment), gap: Some((1, gap)), ..Headline::default() }
    }

    /// The second costs more than the first and is worse; the third costs more and is better; the fourth is the first again.
    #[test]
    fn what_costs_more_and_brings_less_is_dominated() {
        let all = [headline(100, 0.5, 20.0), headline(110, 0.4, 20.0), headline(110, 0.6, 20.0), headline(100, 0.5, 20.0)];
        let all: Vec<&Headline> = all.iter().collect();
        assert_eq!(dominated(&all), [vec![], vec![0, 2, 3], vec![], vec![]]);
    }

    #[test]
    fn what_is_unknown_compares_with_nothing() {
        let unknown = Headline { cost: None, ..headline(0, 0.1, 5.0) };
        assert_eq!(dominated(&[&unknown, &headline(100, 0.5, 0.0)]), [Vec::<usize>::new(), vec![]]);
    }
}
