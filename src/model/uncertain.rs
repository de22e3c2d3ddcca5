//! What a study is not sure of: ranges of its own assumptions.

use super::{Decay, Group, Study};
use crate::units::{Euros, Metres};

/// One value of one assumption.
#[derive(Debug, Clone, PartialEq)]
pub enum Assumed {
    /// The reach norm of everyone; above 0.
    Norm(Metres),
    /// At how many hours of the week people can come; 1 or more.
    Tries(u32),
    /// Factor from straight-line distance to the way people go; 1 or more.
    Detour(f64),
    /// What a distance leaves of full reach.
    Decay(Decay),
    /// Cost of an hour open.
    Hour(Euros),
    /// How much of the forecast comes true: 0 for nothing, 1 for all, 2 for twice as much.
    Growth(f64),
    /// The weight of every resident, or the surcharge of a group; 0 or more.
    Need(Group, f64),
    /// Where the hidden counts lie between their bounds.
    Hidden(End),
}

/// An end of what a hidden count can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// As few as it can be.
    Least,
    /// As many as it can be.
    Most,
}

impl Assumed {
    /// The key of the assumption in `[uncertain]`: `norm`, `need.65+`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Norm(_) => "norm".to_owned(),
            Self::Tries(_) => "tries".to_owned(),
            Self::Detour(_) => "detour".to_owned(),
            Self::Decay(_) => "decay".to_owned(),
            Self::Hour(_) => "hour".to_owned(),
            Self::Growth(_) => "growth".to_owned(),
            Self::Need(group, _) => format!("need.{group}"),
            Self::Hidden(_) => "hidden".to_owned(),
        }
    }

    /// The value as a number, in metres, hours, cents or as it is; `None` of what has no order.
    #[must_use]
    pub fn amount(&self) -> Option<f64> {
        match self {
            Self::Norm(norm) => Some(norm.get()),
            Self::Tries(tries) => Some(f64::from(*tries)),
            Self::Detour(value) | Self::Growth(value) | Self::Need(_, value) => Some(*value),
            Self::Hour(rate) => Some(rate.cents_as_f64()),
            Self::Decay(_) | Self::Hidden(_) => None,
        }
    }

    /// The value as a study writes it: `1.5 km`, `3`, `€ 38.00`, `linear, full 1 km, none 4 km`, `least`.
    #[must_use]
    pub fn value(&self) -> String {
        match self {
            Self::Norm(norm) => norm.to_string(),
            Self::Tries(tries) => tries.to_string(),
            Self::Detour(value) | Self::Growth(value) | Self::Need(_, value) => value.to_string(),
            Self::Decay(decay) => decay.to_string(),
            Self::Hour(rate) => rate.to_string(),
            Self::Hidden(End::Least) => "least".to_owned(),
            Self::Hidden(End::Most) => "most".to_owned(),
        }
    }
}

impl Study {
    /// The study's own value of an assumption; `None` where it states none, and of hidden counts.
    #[must_use]
    pub fn assumed(&self, like: &Assumed) -> Option<Assumed> {
        match like {
            Assumed::Norm(_) => Some(Assumed::Norm(self.reach.norm)),
            Assumed::Tries(_) => Some(Assumed::Tries(self.moments.tries)),
            Assumed::Detour(_) => Some(Assumed::Detour(self.reach.detour)),
            Assumed::Decay(_) => Some(Assumed::Decay(self.reach.decay)),
            Assumed::Hour(_) => self.money.hour.map(Assumed::Hour),
            Assumed::Growth(_) => Some(Assumed::Growth(1.0)),
            Assumed::Need(group, _) => Some(Assumed::Need(group.clone(), self.need.weight(group))),
            Assumed::Hidden(_) => None,
        }
    }
}

/// What an assumption can be. All values are of the same assumption.
#[derive(Debug, Clone, PartialEq)]
pub enum Range {
    /// Anything from one value up to another, each as likely.
    Between(Assumed, Assumed),
    /// One of these values, each as likely; at least two.
    OneOf(Vec<Assumed>),
}

impl Range {
    /// The two ends, or every value of a list.
    #[must_use]
    pub fn values(&self) -> Vec<&Assumed> {
        match self {
            Self::Between(low, high) => vec![low, high],
            Self::OneOf(values) => values.iter().collect(),
        }
    }

    /// The value at a part of the range, from 0 up to but not including 1. Whole numbers are each as likely; amounts are in whole cents.
    #[must_use]
    pub fn at(&self, part: f64) -> Assumed {
        let between = |low: f64, high: f64| low + part * (high - low);
        match self {
            Self::OneOf(values) => values[place(part, values.len())].clone(),
            Self::Between(Assumed::Norm(low), Assumed::Norm(high)) => {
                Assumed::Norm(Metres::new(between(low.get(), high.get())).unwrap_or(*low))
            }
            Self::Between(Assumed::Tries(low), Assumed::Tries(high)) => {
                let values = (high.saturating_sub(*low) as usize).saturating_add(1);
                Assumed::Tries(low.saturating_add(u32::try_from(place(part, values)).unwrap_or(0)))
            }
            Self::Between(Assumed::Detour(low), Assumed::Detour(high)) => Assumed::Detour(between(*low, *high)),
            Self::Between(Assumed::Hour(low), Assumed::Hour(high)) => Assumed::Hour(*low + (*high - *low).scaled(part)),
            Self::Between(Assumed::Growth(low), Assumed::Growth(high)) => Assumed::Growth(between(*low, *high)),
            Self::Between(Assumed::Need(group, low), Assumed::Need(_, high)) => Assumed::Need(group.clone(), between(*low, *high)),
            Self::Between(low, _) => low.clone(),
        }
    }
}

/// The place of a part among so many.
fn place(part: f64, values: usize) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "lists are short, and numbers of tries are 32 bits")]
    let place = part * values as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 up to the number of values")]
    (place as usize).min(values.saturating_sub(1))
}

/// The section `[uncertain]` of a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertain {
    /// Each assumption once, in a fixed order.
    pub ranges: Vec<Range>,
    /// How many times all of them are drawn together.
    pub draws: u32,
}

impl Uncertain {
    /// How often is drawn when the study does not say.
    pub const DRAWS: u32 = 500;
    /// The most draws.
    pub const MOST_DRAWS: u32 = 100_000;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metres(value: f64) -> Metres {
        Metres::new(value).unwrap()
    }

    #[test]
    fn a_part_of_a_range_by_hand() {
        let norm = Range::Between(Assumed::Norm(metres(1500.0)), Assumed::Norm(metres(2500.0)));
        assert_eq!(norm.at(0.25), Assumed::Norm(metres(1750.0)));
        // 1, 2, 3, 4 each have a quarter.
        let tries = Range::Between(Assumed::Tries(1), Assumed::Tries(4));
        assert_eq!([0.0, 0.24, 0.25, 0.74, 0.99].map(|part| tries.at(part)), [1, 1, 2, 3, 4].map(Assumed::Tries));
        let list = Range::OneOf([1, 3, 10].map(Assumed::Tries).to_vec());
        assert_eq!([0.0, 0.33, 0.34, 0.99].map(|part| list.at(part)), [1, 1, 3, 10].map(Assumed::Tries));
        let hour = Range::Between(Assumed::Hour(Euros::from_cents(3200)), Assumed::Hour(Euros::from_cents(4600)));
        assert_eq!(hour.at(0.5), Assumed::Hour(Euros::from_cents(3900)));
        let need = Range::Between(Assumed::Need(Group::All, 0.5), Assumed::Need(Group::All, 2.0));
        assert_eq!((need.at(0.5), need.at(0.5).key()), (Assumed::Need(Group::All, 1.25), "need.all".to_owned()));
    }
}
