//! The domain as plain, checked data: what a study is about, without files, formats or coordinates in degrees.

mod area;
mod cells;
mod changes;
mod cost_key;
mod decay;
mod group;
mod growth;
mod hours;
mod library;
mod moments;
mod money;
mod reach;
mod region;
mod registrations;
mod scenario;
mod site;
mod study;
mod suitability;
mod targets;
mod texts;
mod uncertain;

pub use area::{Area, Municipality, Published};
pub use cells::{Bounds, Cells, Count, NONE};
pub use changes::{Bus, Changes, SiteMove, SiteWeek};
pub use cost_key::CostKey;
pub use decay::Decay;
pub use group::{AgeBand, Group};
pub use growth::Growth;
pub use hours::{HoursSource, SiteHours};
pub use library::{Library, Period};
pub use moments::{Moments, default_profiles};
pub use money::{DeskCosts, Money, OneOff, Pool};
pub use reach::{GroupReach, Reach};
pub use region::{Region, Scope};
pub use registrations::{Registered, RegisteredPlace, Registrations};
pub use scenario::{
    Among, CountRule, EveryoneWithin, Existing, Find, Goal, MenuWeek, PlanBudget, Scenario, ScenarioKind, Setting, WeeksOf,
};
pub use site::{Site, Status, Venue};
pub use study::{About, Capacity, DataFile, DataFiles, Lang, Need, SiteFile, Spread, SpreadLevel, Study};
pub use suitability::Suitability;
pub use targets::{HOURS_STEPS, Per, Targets};
pub use texts::{RawTexts, Texts};
pub use uncertain::{Assumed, End, Range, Uncertain};
