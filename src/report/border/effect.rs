//! The table of what borders cost.

use super::{METRES, OF_HOURS, PERSONS, SHARE};
use crate::measure::Who;
use crate::measure::border::{BorderEffect, Compared, Party, Side};
use crate::model::{Region, Study};
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;

/// One row a party, group and border: every measure with the border and without, over those who have a desk in both cases, and the
/// difference, turned so that positive is what the border costs.
pub(super) fn effects<'a>(region: &'a Region, study: &Study, rows: &[BorderEffect], text: &dyn Text) -> Table<'a> {
    let words = text.border();
    let with = |value: fn(&Compared) -> f64| move |row: &BorderEffect| row.with_border.as_ref().map(value);
    let without = |value: fn(&Compared) -> f64| move |row: &BorderEffect| row.without_border.as_ref().map(value);
    let hours = |figures: Option<&Compared>| figures.and_then(|figures| figures.hours);
    let moments = |figures: Option<&Compared>| figures.and_then(|figures| figures.moments);
    let note = |row: &BorderEffect| match row.side {
        Side::Own if row.compared() <= 0.0 && row.weight > 0.0 => words.no_own_desk.to_owned(),
        Side::Library if row.compared() <= 0.0 && row.weight > 0.0 => words.no_library_desk.to_owned(),
        _ => String::new(),
    };
    Columns::of(rows)
        .text("level", |row| level(row.party).to_owned())
        .text("code", |row| code(region, row.party))
        .text("name", |row| name(region, study, row.party))
        .text("group", |row| group(region, row.who))
        .text("desks", |row| row.side.name().to_owned())
        .number("residents", PERSONS, |row| row.weight)
        .number("compared", PERSONS, BorderEffect::compared)
        .number("only_across_border", PERSONS, BorderEffect::across)
        .number("within_norm_only_across", PERSONS, |row| row.only_across)
        .text("note", note)
        .maybe("mean_m", METRES, with(|figures| figures.mean.get()))
        .maybe("mean_m_all_desks", METRES, without(|figures| figures.mean.get()))
        .maybe("extra_mean_m", METRES, BorderEffect::metres)
        .maybe("extra_person_km", PERSONS, |row| row.metres().map(|metres| metres * row.compared() / 1000.0))
        .maybe("p90_m", METRES, with(|figures| figures.p90.get()))
        .maybe("p90_m_all_desks", METRES, without(|figures| figures.p90.get()))
        .maybe("extra_p90_m", METRES, BorderEffect::p90_metres)
        .maybe("within_norm", PERSONS, with(|figures| figures.within_norm))
        .maybe("within_norm_all_desks", PERSONS, without(|figures| figures.within_norm))
        .maybe("lost_within_norm", PERSONS, BorderEffect::within_norm)
        .maybe("hours", OF_HOURS, |row| hours(row.with_border.as_ref()))
        .maybe("hours_all_desks", OF_HOURS, |row| hours(row.without_border.as_ref()))
        .maybe("lost_hours", OF_HOURS, BorderEffect::hours)
        .maybe("moment_coverage", SHARE, |row| moments(row.with_border.as_ref()))
        .maybe("moment_coverage_all_desks", SHARE, |row| moments(row.without_border.as_ref()))
        .maybe("lost_moment_coverage", SHARE, BorderEffect::moments)
        .maybe("lost_moment_coverage_persons", PERSONS, |row| row.moments().map(|lost| lost * row.compared()))
        .table("border-effect", words.effect_title, Shapes::Nothing)
}

fn level(party: Party) -> &'static str {
    match party {
        Party::Study => "study",
        Party::Library(_) => "library",
        Party::Municipality(_) => "municipality",
    }
}

fn code(region: &Region, party: Party) -> String {
    match party {
        Party::Municipality(index) => region.municipalities[index].code.clone(),
        _ => String::new(),
    }
}

fn name(region: &Region, study: &Study, party: Party) -> String {
    match party {
        Party::Study => study.title.clone(),
        Party::Library(index) => region.libraries[index].name.clone(),
        Party::Municipality(index) => region.municipalities[index].name.clone(),
    }
}

fn group(region: &Region, who: Who) -> String {
    match who {
        Who::Group(group) => region.cells.counts[group].group.to_string(),
        Who::Need => "need".to_owned(),
    }
}
