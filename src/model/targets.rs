//! What a study wants to reach.

use std::collections::BTreeMap;

use crate::units::{Hours, Ratio, Share};

/// The hours a week for which the share of residents that can reach at least so many is given.
pub const HOURS_STEPS: [u32; 6] = [4, 8, 16, 24, 32, 40];

/// For what there must be a desk with enough hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Every municipality of the study.
    Municipality,
    /// Every finer area of the study.
    Area,
}

/// Targets: reported as met or not, and by how much. What is not stated is not reported.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Targets {
    /// Share of residents within the norm of an open desk.
    pub within_norm: Option<Share>,
    /// Share of residents that can reach at least so many hours a week.
    pub hours: BTreeMap<u32, Share>,
    /// A desk with at least so many hours a week in every area.
    pub desk_with_hours: Option<(Hours, Per)>,
    /// Share of the library branches that have a desk.
    pub branches_with_desk: Option<Share>,
    /// By how much the expected visits are to be more than today's.
    pub visits: Option<Ratio>,
}
