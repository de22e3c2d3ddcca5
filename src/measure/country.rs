//! The desks of a study beside those of the country.

use super::desk::Desk;
use crate::model::{HoursSource, Region, Scope, Status, Venue};
use crate::units::{Hours, Share};

/// The upper ends of the classes of hours a week; the fifth ends below its number, the last has no end.
pub const CLASS_ENDS: [f64; 5] = [8.0, 16.0, 24.0, 32.0, 40.0];

/// The shares of the country's desks in each class of hours a week: Dashboard IDO 2023, 99 % together as it rounds.
pub const COUNTRY: [f64; 6] = [0.51, 0.09, 0.14, 0.11, 0.06, 0.08];
/// Desks of the country inside and outside a library, third quarter of 2024.
pub const COUNTRY_INSIDE_OUTSIDE: [usize; 2] = [711, 88];

/// The label of a library branch by its own staffed hours (norm of the library certification).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BranchLabel {
    /// At least 15 staffed hours a week.
    Vestiging,
    /// At least 4.
    Servicepunt,
    /// Fewer.
    Below,
}

impl BranchLabel {
    /// The label for a number of staffed hours a week.
    #[must_use]
    pub fn of(staffed: Hours) -> Self {
        match staffed.get() {
            hours if hours >= 15.0 => Self::Vestiging,
            hours if hours >= 4.0 => Self::Servicepunt,
            _ => Self::Below,
        }
    }

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Vestiging => "vestiging",
            Self::Servicepunt => "servicepunt",
            Self::Below => "below",
        }
    }
}

/// The desks and branches of a study, in numbers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DeskFigures {
    /// Desks in the municipalities of the study.
    pub desks: usize,
    /// How many of them have hours in each class: above the end before it, up to and including its own.
    pub classes: [usize; 6],
    /// Desks of which no hours are known.
    pub unknown: usize,
    /// Desks of which only the building's hours are known, which then count as theirs.
    pub building: usize,
    /// Desks of which only a number of hours is known.
    pub untimed: usize,
    /// Desks in a library branch.
    pub inside: usize,
    /// Municipalities of the study.
    pub municipalities: usize,
    /// Municipalities of the study with a desk.
    pub with_desk: usize,
    /// Library branches in the study.
    pub branches: usize,
    /// Library branches with a desk.
    pub branches_with_desk: usize,
    /// Branches by label: vestiging, servicepunt, below; those of which staffed hours are known.
    pub labels: [usize; 3],
}

impl DeskFigures {
    /// The share of the desks with known hours in each class; `None` without any.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of desks are small")]
    pub fn shares(&self) -> Option<[f64; 6]> {
        let known = self.desks - self.unknown;
        (known > 0).then(|| self.classes.map(|desks| desks as f64 / known as f64))
    }

    /// The share of library branches with a desk; `None` without branches.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "numbers of branches are small")]
    pub fn share_of_branches(&self) -> Option<Share> {
        (self.branches > 0).then(|| self.branches_with_desk as f64 / self.branches as f64).and_then(Share::new)
    }
}

/// The class of hours a week; 40 and more is the last.
#[must_use]
pub fn hours_class(hours: Hours) -> usize {
    let hours = hours.get();
    if hours >= CLASS_ENDS[4] { 5 } else { CLASS_ENDS.iter().position(|end| hours <= *end).unwrap_or(4) }
}

/// Counts the desks and branches of the study's municipalities. O(sites).
#[must_use]
pub fn desk_figures(region: &Region, desks: &[Desk]) -> DeskFigures {
    let in_study = |site: usize| region.site_scope[site] == Scope::Study;
    let mut figures = DeskFigures { municipalities: region.in_study.iter().filter(|within| **within).count(), ..DeskFigures::default() };
    let mut has_desk = vec![false; region.municipalities.len()];
    for desk in desks.iter().filter(|desk| in_study(desk.site)) {
        let site = &region.sites[desk.site];
        figures.desks += 1;
        match desk.hours() {
            Some(hours) => figures.classes[hours_class(hours)] += 1,
            None => figures.unknown += 1,
        }
        figures.untimed += usize::from(desk.untimed.is_some());
        figures.building += usize::from(site.hours.source() == HoursSource::Building);
        figures.inside += usize::from(site.venue == Venue::LibraryBranch);
        site.municipality.into_iter().for_each(|index| has_desk[index] = true);
    }
    figures.with_desk = has_desk.iter().zip(&region.in_study).filter(|(has, within)| **has && **within).count();
    for (index, site) in region.sites.iter().enumerate().filter(|(index, _)| in_study(*index)) {
        if region.sites[index].venue == Venue::LibraryBranch {
            figures.branches += 1;
            figures.branches_with_desk += usize::from(site.status == Status::Open);
            if let Some(staffed) = site.hours.staffed {
                figures.labels[BranchLabel::of(staffed) as usize] += 1;
            }
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_end_as_the_dashboard_has_them() {
        for (hours, class) in [(0.5, 0), (8.0, 0), (8.25, 1), (16.0, 1), (24.0, 2), (32.0, 3), (39.75, 4), (40.0, 5), (60.0, 5)] {
            assert_eq!(hours_class(Hours::new(hours).unwrap()), class, "{hours}");
        }
        assert!((COUNTRY.iter().sum::<f64>() - 0.99).abs() < 1e-9);
        let label = |hours| BranchLabel::of(Hours::new(hours).unwrap());
        assert_eq!([label(15.0), label(14.9), label(3.9)], [BranchLabel::Vestiging, BranchLabel::Servicepunt, BranchLabel::Below]);
    }
}
