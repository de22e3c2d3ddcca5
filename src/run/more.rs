//! What a coverage has beside distances, as far as it was asked for and the files allow it.

use super::money;
use super::part::Part;
use crate::budget::Budget;
use crate::measure::{self, Coverage, Desk, DeskFigures, Fairness, HoursCoverage, Supply, Target, WeekPoint};
use crate::model::{Region, Study};
use crate::reach::Matrix;

/// Figures of hours, supply, fairness and money. What was not asked for, or cannot be told because no hours are known, is absent.
#[derive(Debug, Clone, Default)]
pub struct More {
    /// The open desks with their hours.
    pub desks: Vec<Desk>,
    /// Numbers of desks and branches.
    pub figures: DeskFigures,
    /// Reachable hours and moment coverage.
    pub hours: Option<HoursCoverage>,
    /// The targets that the study states.
    pub targets: Vec<Target>,
    /// The curve over the week.
    pub curve: Option<Vec<WeekPoint>>,
    /// Floating catchment.
    pub supply: Option<Vec<Supply>>,
    /// Gaps, Gini, equally-distributed equivalent.
    pub fairness: Option<Vec<Fairness>>,
    /// The budget, and the names in `money.own` that are no municipality of the study.
    pub budget: Option<(Budget, Vec<String>)>,
}

impl More {
    /// Computes what these parts ask for.
    ///
    /// `at_a_moment` says that the distances are those of a moment of the week: targets are about all desks and are left out then.
    #[must_use]
    pub(super) fn of(region: &Region, study: &Study, coverage: &Coverage, parts: &[Part], at_a_moment: bool) -> Self {
        let asked = |part: Part| parts.contains(&part);
        let desks = measure::desks(region, study.moments.outside_desk_hours);
        let figures = measure::desk_figures(region, &desks);
        // Nothing can be said of hours where no desk has any.
        let known = desks.iter().any(|desk| desk.hours().is_some());
        let needs_pairs = known && (asked(Part::Hours) || asked(Part::Moments) || asked(Part::Catchment));
        let pairs = if needs_pairs { measure::pairs(region, study) } else { Matrix::default() };
        let needed = known && (asked(Part::Hours) || asked(Part::Moments));
        let hours = needed.then(|| measure::hours(region, study, &pairs, &desks));
        let curve = hours.as_ref().map(|hours| measure::week_curve(region, study, hours, &desks));
        let summaries = hours.as_ref().map_or(&[][..], |hours| &hours.places);
        let stated = asked(Part::Hours) && !at_a_moment;
        let targets = if stated { measure::targets(region, study, &coverage.areas, summaries, &desks, &figures) } else { Vec::new() };
        let supply = (known && asked(Part::Catchment)).then(|| measure::supply(region, study, &pairs, &desks, &coverage.need));
        let fairness = asked(Part::Equity).then(|| measure::fairness(region, study, &coverage.distance, &coverage.areas));
        let budget = asked(Part::Budget).then(|| money::budget(region, study));
        Self { desks, figures, hours, targets, curve, supply, fairness, budget }
    }
}
