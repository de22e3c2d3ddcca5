//! The charts of the curve and of the dilemma.

use super::Planning;
use crate::load::Loaded;
use crate::model::Study;

/// The curve: how good the best plan is for each budget. `None` where there is none.
#[must_use]
pub fn curve_chart(_loaded: &Loaded, _study: &Study, _planning: &Planning) -> Option<String> {
    None
}

/// More desks or longer hours. `None` where that was not asked for.
#[must_use]
pub fn dilemma_chart(_loaded: &Loaded, _study: &Study, _planning: &Planning) -> Option<String> {
    None
}
