//! The layer of every place and group under every scenario.

use super::{Comparison, METRES, OF_HOURS, PERSONS, SHARE};
use crate::compare::{Figures, Shift};
use crate::measure::{HoursFigures, Level, Summary, Who};
use crate::model::Study;
use crate::report::columns::Columns;
use crate::report::place::{code_and_name, full_name, level_name, shape};
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::{Metres, Share};

/// One row a scenario, place and group, today first: distance, norm, hours and moments, their difference to today, winners and losers.
pub(super) fn areas<'a>(study: &Study, comparison: &'a Comparison, text: &dyn Text) -> Table<'a> {
    let region = &comparison.today.situation.region;
    let before = &comparison.today.figures;
    let places: Vec<(Level, Option<usize>, usize)> =
        before.areas.iter().filter(|row| row.level != Level::Outside).map(|row| (row.level, row.index, row.group)).collect();
    let all = comparison.all(text);
    let rows: Vec<_> = all
        .iter()
        .flat_map(|(name, outcome, measured)| {
            let shift = move |place: usize| measured.and_then(|one| one.shifts.get(place));
            let before = measured.map_or(before, |one| &one.before(comparison).figures);
            places.iter().enumerate().map(move |(number, place)| Row {
                name,
                figures: &outcome.figures,
                before,
                place: *place,
                shift: shift(number),
            })
        })
        .collect();
    let shapes = rows.iter().map(|row| shape(region, row.place.0, row.place.1)).collect();
    let change =
        |of: fn(&Row, &Figures) -> Option<f64>| move |row: &Row| row.shift.and_then(|_| Some(of(row, row.figures)? - of(row, row.before)?));
    let people = |of: fn(&Shift) -> f64| move |row: &Row| row.shift.map(of);
    let persons = |row: &Row, figures: &Figures| row.summary(figures).map(|one| one.residents);
    let mean = |row: &Row, figures: &Figures| row.summary(figures).and_then(|one| one.mean).map(Metres::get);
    let share = |row: &Row, figures: &Figures| row.summary(figures).and_then(|one| one.within_norm).map(Share::get);
    let within = |row: &Row, figures: &Figures| row.summary(figures).and_then(|one| Some(one.residents * one.within_norm?.get()));
    let hours = |row: &Row, figures: &Figures| row.hours(figures).map(|one| one.mean);
    let moment = |row: &Row, figures: &Figures| row.hours(figures).map(|one| one.moment.helped);
    let now = |of: fn(&Row, &Figures) -> Option<f64>| move |row: &Row| of(row, row.figures);
    Columns::of(&rows)
        .text("scenario", |row| row.name.to_owned())
        .text("level", |row| level_name(row.place.0).to_owned())
        .text("code", |row| code_and_name(region, row.place.0, row.place.1).0.to_owned())
        .text("name", |row| full_name(region, study, text.words(), row.place.0, row.place.1))
        .text("group", |row| region.cells.counts[row.place.2].group.to_string())
        .maybe("residents", PERSONS, now(persons))
        .maybe("mean_m", METRES, now(mean))
        .maybe("mean_m_change", METRES, change(mean))
        .maybe("share_within_norm", SHARE, now(share))
        .maybe("within_norm_change", PERSONS, change(within))
        .maybe("hours", OF_HOURS, now(hours))
        .maybe("hours_change", OF_HOURS, change(hours))
        .maybe("moment_coverage", SHARE, now(moment))
        .maybe("moment_coverage_change", SHARE, change(moment))
        .maybe("nearer", PERSONS, people(|shift| shift.nearer))
        .maybe("farther", PERSONS, people(|shift| shift.farther))
        .maybe("more_hours", PERSONS, people(|shift| shift.more_hours))
        .maybe("fewer_hours", PERSONS, people(|shift| shift.fewer_hours))
        .table("compare-areas", text.compare().areas_title, Shapes::Polygons(shapes))
}

/// A scenario, a place and a group.
struct Row<'c> {
    name: &'c str,
    figures: &'c Figures,
    /// What its differences are to.
    before: &'c Figures,
    place: (Level, Option<usize>, usize),
    /// Winners and losers; `None` for today.
    shift: Option<&'c Shift>,
}

impl Row<'_> {
    fn summary<'f>(&self, figures: &'f Figures) -> Option<&'f Summary> {
        figures.area(self.place.0, self.place.1, self.place.2).map(|row| &row.summary)
    }

    fn hours<'f>(&self, figures: &'f Figures) -> Option<&'f HoursFigures> {
        figures.hours(self.place.0, self.place.1, Who::Group(self.place.2))?.figures.as_ref()
    }
}
