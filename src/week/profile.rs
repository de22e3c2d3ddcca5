//! Profiles: when people can come.

use super::{Daypart, Dayparts, Quarter, Week};
use std::collections::BTreeMap;

/// Why a profile is refused.
#[derive(Debug, Clone, PartialEq)]
pub enum ProfileError {
    /// Neither a base profile nor a daypart.
    UnknownName {
        /// The name.
        name: String,
    },
    /// A weight that is negative, infinite or not a number.
    BadWeight {
        /// Whose weight.
        name: String,
        /// The weight.
        weight: f64,
    },
    /// No weight above zero.
    NoWeight,
    /// A daypart with a weight that has no hours.
    NoHours {
        /// The daypart.
        daypart: Daypart,
    },
    /// `anytime` while no daypart has hours.
    NoDayparts,
}

/// The chance of each quarter hour of the cycle that a person in need can come then; together 1. Equal within a daypart,
/// 0 outside all dayparts.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    dayparts: Dayparts,
    /// Weight of each daypart, together 1.
    weights: [f64; 5],
    /// Weight of one quarter of each daypart.
    densities: [f64; 5],
}

impl Profile {
    /// Names of the base profiles.
    pub const BASES: [&'static str; 3] = ["anytime", "office", "working"];

    /// A mix of base profiles (`anytime`, `office`, `working`) and dayparts by name, each with its weight; the weights are
    /// scaled to 1 together.
    ///
    /// # Errors
    ///
    /// An unknown name, a weight that is negative or not finite, no weight at all, a weight on a daypart without hours.
    pub fn mix(dayparts: &Dayparts, parts: &BTreeMap<String, f64>) -> Result<Self, ProfileError> {
        let mut weights = [0.0; 5];
        for (name, &weight) in parts {
            let base = base(dayparts, name)?;
            if !weight.is_finite() || weight < 0.0 {
                return Err(ProfileError::BadWeight { name: name.clone(), weight });
            }
            let total: f64 = base.iter().sum();
            if total <= 0.0 && weight > 0.0 {
                return Err(ProfileError::NoDayparts);
            }
            for (sum, share) in weights.iter_mut().zip(base) {
                *sum += if weight > 0.0 { weight * share / total } else { 0.0 };
            }
        }
        Self::of(dayparts, weights)
    }

    /// The profile of `all` unless the study says otherwise: half `office`, half `working`.
    ///
    /// # Errors
    ///
    /// A daypart of these has no hours.
    pub fn default_all(dayparts: &Dayparts) -> Result<Self, ProfileError> {
        Self::of(dayparts, [0.25, 0.25, 0.3, 0.15, 0.05])
    }

    /// The profile of `65+` unless the study says otherwise: weekday morning 0.5, afternoon 0.4, Saturday 0.1.
    ///
    /// # Errors
    ///
    /// A daypart of these has no hours.
    pub fn default_65(dayparts: &Dayparts) -> Result<Self, ProfileError> {
        Self::of(dayparts, [0.5, 0.4, 0.0, 0.1, 0.0])
    }

    /// Scales the weights of the dayparts to 1.
    fn of(dayparts: &Dayparts, weights: [f64; 5]) -> Result<Self, ProfileError> {
        let most = weights.iter().copied().fold(0.0, f64::max);
        if most <= 0.0 {
            return Err(ProfileError::NoWeight);
        }
        let total: f64 = weights.iter().map(|weight| weight / most).sum();
        let weights = weights.map(|weight| weight / most / total);
        let mut densities = [0.0; 5];
        for daypart in Daypart::ALL {
            let i = daypart.index();
            let quarters = dayparts.mask(daypart).quarters();
            if weights[i] > 0.0 && quarters == 0 {
                return Err(ProfileError::NoHours { daypart });
            }
            densities[i] = weights[i] / f64::from(quarters.max(1));
        }
        Ok(Self { dayparts: dayparts.clone(), weights, densities })
    }

    /// Weight of a daypart, 0 to 1; the five together are 1.
    #[must_use]
    pub fn weight(&self, daypart: Daypart) -> f64 {
        self.weights[daypart.index()]
    }

    /// Weight of one quarter, 0 outside all dayparts.
    #[must_use]
    pub fn weight_of(&self, quarter: Quarter) -> f64 {
        Daypart::ALL.into_iter().find(|&part| self.dayparts.mask(part).contains(quarter)).map_or(0.0, |part| self.densities[part.index()])
    }

    /// Share of the profile that lies in a week, 0 to 1.
    #[must_use]
    pub fn share(&self, week: &Week) -> f64 {
        let part = |part: Daypart| {
            let common = self.dayparts.mask(part).common(week);
            self.weights[part.index()] * f64::from(common) / f64::from(self.dayparts.mask(part).quarters().max(1))
        };
        Daypart::ALL.into_iter().map(part).sum::<f64>().clamp(0.0, 1.0)
    }
}

/// Weights of the dayparts in a base profile or a daypart by name; not scaled.
fn base(dayparts: &Dayparts, name: &str) -> Result<[f64; 5], ProfileError> {
    Ok(match name {
        "anytime" => Daypart::ALL.map(|part| f64::from(dayparts.mask(part).quarters())),
        "office" => [0.5, 0.5, 0.0, 0.0, 0.0],
        "working" => [0.0, 0.0, 0.6, 0.3, 0.1],
        _ => {
            let daypart = Daypart::parse(name).ok_or_else(|| ProfileError::UnknownName { name: name.to_owned() })?;
            Daypart::ALL.map(|part| if part == daypart { 1.0 } else { 0.0 })
        }
    })
}
