//! The residents of a square, and what is published of them.

use super::dice::Dice;

/// What stands for a secret count in CBS files.
pub const SECRET: i32 = -99_997;

/// Shares of the age bands 0-15, 15-25, 25-45, 45-65, 65 and older in the country.
const SHARES: [f64; 5] = [0.155, 0.122, 0.252, 0.266, 0.205];

/// The residents of one square: true counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Persons {
    /// All.
    pub residents: u16,
    /// Men.
    pub men: u16,
    /// By age band: 0-15, 15-25, 25-45, 45-65, 65 and older.
    pub bands: [u16; 5],
    /// With a benefit below the state pension age.
    pub benefits: u16,
}

/// What is published of a true count: rounded to 5, and secret when there are fewer than 5.
#[must_use]
pub fn published(count: u16) -> i32 {
    if count < 5 { SECRET } else { (i32::from(count) + 2) / 5 * 5 }
}

/// Who lives in a town or village.
pub(super) struct Habits {
    /// Shares of the age bands.
    shares: [f64; 5],
    /// Share with a benefit of those between 15 and 65.
    benefits: f64,
}

impl Habits {
    /// Drawn for a settlement: villages are older, large towns younger and poorer, and no two are alike.
    pub(super) fn of(dice: &mut Dice, size: f64) -> Self {
        let village = (1.0 - (size / 60.0).ln() / 4.0).clamp(0.0, 1.0);
        let tilt = 0.25 * (village - 0.5) + 0.14 * dice.normal();
        let mut shares = SHARES;
        for (step, share) in (-2_i32..).zip(&mut shares) {
            *share *= (tilt * f64::from(step)).exp() * (0.06 * dice.normal()).exp();
        }
        let total: f64 = shares.iter().sum();
        for share in &mut shares {
            *share /= total;
        }
        Self { shares, benefits: (0.05 + 0.07 * (1.0 - village)) * (0.35 * dice.normal()).exp() }
    }

    /// The residents of a square where `density` are expected; at least 5.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 5 .. 1500")]
    pub(super) fn fill(&self, dice: &mut Dice, density: f32) -> Persons {
        let residents = (f64::from(density) * (0.45 * dice.normal()).exp()).round().clamp(5.0, 1500.0) as u16;
        self.persons(dice, residents)
    }

    /// The residents of a square that is too small to be published: 1 to 4.
    #[expect(clippy::cast_possible_truncation, reason = "1 to 4")]
    pub(super) fn few(&self, dice: &mut Dice) -> Persons {
        let residents = 1 + dice.below(4) as u16;
        self.persons(dice, residents)
    }

    /// Ages, men and benefits of a number of residents. One square in 60 is mostly a care home.
    fn persons(&self, dice: &mut Dice, residents: u16) -> Persons {
        let mut weights = self.shares;
        let care_home = dice.chance(1.0 / 60.0);
        for weight in &mut weights {
            *weight *= (0.3 * dice.normal()).exp();
        }
        if let [.., oldest] = &mut weights
            && care_home
            && residents > 20
        {
            *oldest *= 6.0;
        }
        let bands = split(dice, residents, weights);
        let men = binomial(dice, residents, 0.495);
        let working = bands[1] + bands[2] + bands[3];
        Persons { residents, men, bands, benefits: binomial(dice, working, self.benefits.min(0.6)) }
    }
}

/// Splits a count over five shares that need not add up to 1. The parts add up to the count.
fn split(dice: &mut Dice, count: u16, weights: [f64; 5]) -> [u16; 5] {
    let total: f64 = weights.iter().sum();
    let mut bounds = [0.0; 5];
    let mut sum = 0.0;
    for (bound, weight) in bounds.iter_mut().zip(weights) {
        sum += weight / total;
        *bound = sum;
    }
    // One draw, then equal steps: each part is its share of the count, rounded up or down without bias.
    let start = dice.unit();
    let mut parts = [0; 5];
    for person in 0..count {
        let at = (f64::from(person) + start) / f64::from(count);
        let band = bounds.iter().position(|&bound| at < bound).unwrap_or(4);
        if let Some(part) = parts.get_mut(band) {
            *part += 1;
        }
    }
    parts
}

/// About a binomial number: the mean with the right spread, rounded.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 .. count")]
fn binomial(dice: &mut Dice, count: u16, share: f64) -> u16 {
    let count = f64::from(count);
    let spread = (count * share * (1.0 - share)).sqrt() * dice.normal();
    (count * share + spread).round().clamp(0.0, count) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synth::dice::Topic;

    #[test]
    fn counts_are_rounded_to_5_and_small_ones_are_secret() {
        let cases = [(0, SECRET), (4, SECRET), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), (1500, 1500)];
        for (count, expected) in cases {
            assert_eq!(published(count), expected, "{count}");
        }
    }

    #[test]
    fn ages_add_up_and_follow_the_shares() {
        let mut dice = Dice::new(1, Topic::Residents);
        let habits = Habits { shares: SHARES, benefits: 0.1 };
        let (mut all, mut old) = (0.0, 0.0);
        for _ in 0..4000 {
            let persons = habits.fill(&mut dice, 45.0);
            assert_eq!(persons.bands.iter().sum::<u16>(), persons.residents);
            assert!(persons.men <= persons.residents && persons.residents >= 5);
            assert!(persons.benefits <= persons.residents - persons.bands[0] - persons.bands[4]);
            all += f64::from(persons.residents);
            old += f64::from(persons.bands[4]);
        }
        // 0.205 without care homes; one square in 60 with six times the weight adds about 0.007.
        assert!((old / all - 0.212).abs() < 0.01, "{}", old / all);
    }
}
