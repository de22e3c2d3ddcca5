//! When people can come, and how often they try.

use std::collections::BTreeMap;

use super::{AgeBand, Group};
use crate::units::Share;
use crate::week::{Dayparts, Profile, ProfileError};

/// What moment coverage assumes (method §5).
#[derive(Debug, Clone, PartialEq)]
pub struct Moments {
    /// At how many hours of the week a resident in need can come; 1 or more.
    pub tries: u32,
    /// The parts of the week that figures are split into.
    pub dayparts: Dayparts,
    /// When the residents of a group can come; [`Group::All`] is always there.
    pub profiles: BTreeMap<Group, Profile>,
    /// The groups whose profile the study states.
    pub stated: Vec<Group>,
    /// The part of the help that one gets in a library while its desk is closed.
    pub outside_desk_hours: Share,
}

impl Default for Moments {
    fn default() -> Self {
        let mut moments = Self {
            tries: 3,
            dayparts: Dayparts::default(),
            profiles: BTreeMap::new(),
            stated: Vec::new(),
            outside_desk_hours: Share::default(),
        };
        // The default dayparts have hours everywhere, so that the default profiles can be made.
        let defaults = default_profiles(&moments.dayparts);
        moments.profiles.extend(defaults.into_iter().flatten());
        moments
    }
}

/// The profiles of a study that names none: those of everyone and of 65 and older.
///
/// # Errors
/// When a daypart that they need has no hours.
pub fn default_profiles(dayparts: &Dayparts) -> Result<BTreeMap<Group, Profile>, ProfileError> {
    Ok(BTreeMap::from([(Group::All, Profile::default_all(dayparts)?), (Moments::ELDERLY, Profile::default_65(dayparts)?)]))
}

impl Moments {
    /// The group whose profile is that of everyone of 65 and older.
    pub const ELDERLY: Group = Group::Age(AgeBand { from: 65, to: None });

    /// When the residents of a group can come: its own profile, that of 65 and older for bands from 65 on, else that of everyone.
    ///
    /// # Panics
    /// When there is no profile of everyone: a fault of who made this.
    #[must_use]
    pub fn profile(&self, group: &Group) -> &Profile {
        let elderly = matches!(group, Group::Age(band) if band.from >= 65);
        let of_elderly = || elderly.then(|| self.profiles.get(&Self::ELDERLY)).flatten();
        self.profiles.get(group).or_else(of_elderly).unwrap_or_else(|| &self.profiles[&Group::All])
    }
}
