//! The targets of a study: met or not, and by how much.

use super::country::DeskFigures;
use super::desk::Desk;
use super::distance::AreaSummary;
use super::hours::{HoursSummary, Who};
use super::place::Level;
use crate::model::{HOURS_STEPS, Per, Region, Study};
use crate::units::{Hours, Ratio, Share};

/// What a target is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TargetKind {
    /// Share of residents within the norm of a desk.
    WithinNorm,
    /// Share of residents that can reach at least so many hours a week.
    Hours(u32),
    /// Share of the areas that have a desk with at least so many hours a week; all of them are wanted.
    DeskWithHours(Hours, Per),
    /// Share of the library branches that have a desk.
    BranchesWithDesk,
    /// By how much the expected visits are more than today's; only where scenarios are compared.
    Visits,
}

impl TargetKind {
    /// Whether it asks for opening hours.
    #[must_use]
    pub fn is_of_hours(self) -> bool {
        matches!(self, Self::Hours(_) | Self::DeskWithHours(..))
    }
}

/// A target beside what is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// What it is about.
    pub kind: TargetKind,
    /// What is wanted: a share, or a change of the visits.
    pub wanted: Ratio,
    /// What is; `None` where it cannot be told: nobody lives there, there are no branches, or too
    /// few opening hours are known.
    pub found: Option<Ratio>,
}

impl Target {
    /// Whether it is met; `None` where that cannot be told.
    #[must_use]
    pub fn is_met(&self) -> Option<bool> {
        self.found.map(|found| found >= self.wanted)
    }
}

/// The targets that the study states, in a fixed order.
#[must_use]
pub fn targets(
    region: &Region,
    study: &Study,
    areas: &[AreaSummary],
    hours: &[HoursSummary],
    desks: &[Desk],
    figures: &DeskFigures,
) -> Vec<Target> {
    let stated = &study.targets;
    let everyone = areas.iter().find(|row| row.level == Level::Study && row.group == 0);
    let reach = hours.iter().find(|row| row.level == Level::Study && row.who == Who::Group(0)).and_then(|row| row.figures.as_ref());
    let mut targets = Vec::new();
    if let Some(wanted) = stated.within_norm {
        targets.push(Target {
            kind: TargetKind::WithinNorm,
            wanted: wanted.into(),
            found: everyone.and_then(|row| row.summary.within_norm).map(Ratio::from),
        });
    }
    for (least, wanted) in &stated.hours {
        let place = HOURS_STEPS.iter().position(|known| known == least);
        let found = reach.zip(place).and_then(|(reach, place)| Share::new(reach.least[place].min(1.0)));
        targets.push(Target { kind: TargetKind::Hours(*least), wanted: (*wanted).into(), found: found.map(Ratio::from) });
    }
    if let Some((hours, per)) = stated.desk_with_hours {
        let found = with_desk(region, desks, hours, per);
        targets.push(Target { kind: TargetKind::DeskWithHours(hours, per), wanted: Share::ALL.into(), found: found.map(Ratio::from) });
    }
    if let Some(wanted) = stated.branches_with_desk {
        targets.push(Target {
            kind: TargetKind::BranchesWithDesk,
            wanted: wanted.into(),
            found: figures.share_of_branches().map(Ratio::from),
        });
    }
    targets
}

/// The target of visits that the study states: `week` are those expected a week, and `today` those expected of today's desks.
#[must_use]
pub fn visits_target(study: &Study, week: f64, today: f64) -> Option<Target> {
    let found = if today > 0.0 { Ratio::new(week / today - 1.0) } else { None };
    study.targets.visits.map(|wanted| Target { kind: TargetKind::Visits, wanted, found })
}

/// The share of municipalities or areas of the study with a desk of at least `least` hours a week.
#[expect(clippy::cast_precision_loss, reason = "numbers of areas are small")]
fn with_desk(region: &Region, desks: &[Desk], least: Hours, per: Per) -> Option<Share> {
    let long = desks.iter().filter(|desk| desk.hours().is_some_and(|hours| hours >= least)).map(|desk| &region.sites[desk.site]);
    let mut has = match per {
        Per::Municipality => vec![false; region.municipalities.len()],
        Per::Area => vec![false; region.areas.len()],
    };
    for site in long {
        match per {
            Per::Municipality => site.municipality.into_iter().for_each(|index| has[index] = true),
            Per::Area => {
                use geo::Intersects;
                let at = geo::Point(site.at.0);
                region.areas.iter().zip(&mut has).filter(|(area, _)| area.shape.get().intersects(&at)).for_each(|(_, has)| *has = true);
            }
        }
    }
    let counted = |index: usize| per == Per::Area || region.in_study[index];
    let all = (0..has.len()).filter(|index| counted(*index)).count();
    let with = (0..has.len()).filter(|index| counted(*index) && has[*index]).count();
    (all > 0).then(|| with as f64 / all as f64).and_then(Share::new)
}
