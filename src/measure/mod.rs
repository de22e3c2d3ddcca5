//! Measures: what reach means for people. Arithmetic on arrays; no files, no clock, no printing.

pub mod border;
mod catchment;
mod country;
mod coverage;
mod desk;
mod distance;
mod equity;
mod fairness;
mod floating;
mod hours;
mod moment;
mod need;
mod place;
mod quantile;
mod reachable;
mod supply;
mod target;
mod union;
mod usage;
mod week_curve;

pub use catchment::{Catchment, catchments};
pub use country::{BranchLabel, CLASS_ENDS, COUNTRY, COUNTRY_INSIDE_OUTSIDE, DeskFigures, desk_figures, hours_class};
pub use coverage::{Coverage, coverage, coverage_at, distances_only, pairs};
pub use desk::{Desk, desks};
pub use distance::{AreaSummary, Summary, distances};
pub use equity::{Equity, equity, equivalent, gini, kappa};
pub use fairness::{Fairness, fairness};
pub use floating::{Access, Floating, Term, Zones, floating, floating_of};
pub use hours::{HoursCoverage, HoursFigures, HoursSummary, Who, hours};
pub use moment::{Moment, Moments, TRIES, moments};
pub use need::need;
pub use place::{Level, Place, places, places_at};
pub use quantile::Classed;
pub use reachable::{Offer, Reachable, offered_hours, reachable};
pub use supply::{Supply, SupplySummary, supply};
pub use target::{Target, TargetKind, targets, visits_target};
pub use union::add as add_classes;
pub use usage::{
    Asked, Band, Demand, DemandBasis, DeskUse, Dispersion, Fit, PlaceDemand, PlaceUse, TRIAL_WEEKS, Usage, Verdict, asked, demand,
    quantile, usage,
};
pub use week_curve::{WeekPoint, week_curve};
