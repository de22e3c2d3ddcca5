//! Today and every scenario under the same assumptions.

use super::figure::Values;
use super::ready::{Pay, Ready};
use crate::compare::Situation;
use crate::model::{Assumed, Region, Setting, Uncertain};

/// Today by each norm that a scenario states itself.
pub(super) struct Todays(Vec<Situation>);

impl Todays {
    /// Of today, the first of `situations`, in this region.
    pub fn new(base: &Region, situations: &[&Situation]) -> Self {
        let mut norms: Vec<_> = situations.iter().filter_map(|situation| situation.setting.norm).collect();
        norms.sort_by(|one, other| one.get().total_cmp(&other.get()));
        norms.dedup();
        let by = |norm| Situation::with_setting(base, &situations.first()?.study, "", Setting { norm: Some(norm), year: None }).ok();
        Self(norms.into_iter().filter_map(by).map(|(situation, _)| situation).collect())
    }
}

/// All of them, ready.
pub(super) struct Together<'a> {
    /// Today and the scenarios.
    ready: Vec<Ready<'a>>,
    /// Today by other norms, to which the visits of scenarios with these are fitted.
    todays: Vec<Ready<'a>>,
    /// Which of these is that of each; `None` for today as it is.
    fitted: Vec<Option<usize>>,
}

impl<'a> Together<'a> {
    /// Makes all ready; today is the first of `situations`. O(situations × (pairs + cells · log cells)).
    pub fn new(base: &'a Region, situations: &[&'a Situation], todays: &'a Todays, uncertain: &Uncertain, pay: Pay<'a>) -> Self {
        let place = |situation: &&Situation| {
            let norm = situation.setting.norm?;
            todays.0.iter().position(|today| today.setting.norm == Some(norm))
        };
        Self {
            ready: situations.iter().map(|situation| Ready::new(base, situation, uncertain, pay)).collect(),
            fitted: situations.iter().map(place).collect(),
            todays: todays.0.iter().map(|today| Ready::new(base, today, uncertain, pay)).collect(),
        }
    }

    /// The figures of today and of every scenario: need turns into visits as it does today by the norm of the scenario.
    pub fn values(&self, assumed: &[Assumed]) -> Vec<Values> {
        let Some((today, scenarios)) = self.ready.split_first() else { return Vec::new() };
        let (values, own) = today.values(assumed, None);
        let kappas: Vec<f64> = self.todays.iter().map(|today| today.kappa(assumed)).collect();
        let kappa = |fitted: &Option<usize>| fitted.map_or(own, |place| kappas[place]);
        let of = |(ready, fitted): (&Ready, &Option<usize>)| ready.values(assumed, Some(kappa(fitted))).0;
        std::iter::once(values).chain(scenarios.iter().zip(&self.fitted[1..]).map(of)).collect()
    }
}
