//! When a site is open, as far as its file says.

use crate::units::Hours;
use crate::week::{Opening, Week};

/// Where the hours of a desk come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HoursSource {
    /// Its own hours.
    Desk,
    /// Those of the building: nothing is known of the desk's own.
    Building,
    /// Nothing is known.
    Unknown,
}

impl HoursSource {
    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Building => "building",
            Self::Unknown => "unknown",
        }
    }
}

/// The hours of a site.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SiteHours {
    /// When the desk is open for walk-in.
    pub desk: Option<Opening>,
    /// When the building is open.
    pub building: Option<Opening>,
    /// When one is helped by appointment; listed apart, in no measure.
    pub appointment: Option<Opening>,
    /// Hours a week in which the branch has staff: its own label, not the desk's.
    pub staffed: Option<Hours>,
}

impl SiteHours {
    /// The hours that count for a desk: its own, else the building's.
    #[must_use]
    pub fn opening(&self) -> Option<&Opening> {
        self.desk.as_ref().or(self.building.as_ref())
    }

    /// Where they come from.
    #[must_use]
    pub fn source(&self) -> HoursSource {
        match (&self.desk, &self.building) {
            (Some(_), _) => HoursSource::Desk,
            (None, Some(_)) => HoursSource::Building,
            (None, None) => HoursSource::Unknown,
        }
    }

    /// The week that counts for a desk, where the times are known.
    #[must_use]
    pub fn week(&self) -> Option<&Week> {
        self.opening()?.week()
    }
}
