//! The tables of opening hours: what people can reach, the curve over the week, the desks and the country.

use super::columns::Columns;
use super::place::{code_and_name, full_name, level_name, shape};
use super::table::{Shapes, Table};
use crate::measure::{
    COUNTRY, COUNTRY_INSIDE_OUTSIDE, Desk, DeskFigures, HoursFigures, HoursSummary, TRIES, Target, TargetKind, WeekPoint, Who, hours_class,
};
use crate::model::{HOURS_STEPS, Per, Region, Study};
use crate::text::Text;
use crate::units::{Hours, Ratio, Share};
use crate::week::{Daypart, Style, Weekday};

/// Decimals of persons, hours and shares.
const PERSONS: u8 = 1;
const OF_HOURS: u8 = 2;
const SHARE: u8 = 4;

/// One row a level, place and group, and one for the need: what hours they can reach, and the chance to find help.
#[must_use]
pub fn hours<'a>(region: &'a Region, study: &Study, rows: &[HoursSummary], text: &dyn Text) -> Table<'a> {
    let words = text.words();
    let figure = |row: &HoursSummary, value: &dyn Fn(&HoursFigures) -> f64| row.figures.as_ref().map(value);
    let mut columns = Columns::of(rows)
        .text("level", |row| level_name(row.level).to_owned())
        .text("code", |row| code_and_name(region, row.level, row.index).0.to_owned())
        .text("name", |row| full_name(region, study, words, row.level, row.index))
        .text("group", |row| who(region, row.who))
        .number("residents", PERSONS, |row| row.weight)
        .maybe("mean_hours", OF_HOURS, |row| figure(row, &|of| of.mean))
        .maybe("mean_hours_most", OF_HOURS, |row| figure(row, &|of| of.mean_most))
        .maybe("median_hours", OF_HOURS, |row| figure(row, &|of| of.median));
    for (place, least) in HOURS_STEPS.iter().enumerate() {
        columns = columns.maybe(&format!("share_{least}_hours"), SHARE, |row| figure(row, &|of| of.least[place]));
    }
    let dayparts = Daypart::ALL.map(|part| part.name().replace('-', "_"));
    for (place, name) in dayparts.iter().map(String::as_str).chain(["other"]).enumerate() {
        columns = columns.maybe(&format!("hours_{name}"), OF_HOURS, |row| figure(row, &|of| of.dayparts[place]));
    }
    columns = columns
        .maybe("share_evening_or_saturday", SHARE, |row| figure(row, &|of| of.evening_or_saturday))
        .maybe("share_every_weekday", SHARE, |row| figure(row, &|of| of.every_weekday))
        .maybe("share_untimed", SHARE, |row| figure(row, &|of| of.untimed))
        .maybe("moment_coverage", SHARE, |row| figure(row, &|of| of.moment.helped));
    for (place, tries) in TRIES.iter().enumerate() {
        columns = columns.maybe(&format!("moment_coverage_{tries}"), SHARE, |row| figure(row, &|of| of.moment.tries[place]));
    }
    columns
        .maybe("lost_to_distance", SHARE, |row| figure(row, &|of| of.moment.lost_to_distance()))
        .maybe("lost_to_hours", SHARE, |row| figure(row, &|of| of.moment.lost_to_hours()))
        .maybe("hidden_share", SHARE, |row| row.figures.as_ref().and_then(|of| of.hidden).map(Share::get))
        .text("basis", |row| basis(region, row.who).to_owned())
        .table("hours", words.hours_title, Shapes::Polygons(rows.iter().map(|row| shape(region, row.level, row.index)).collect()))
}

/// The name of whom a row is about.
fn who(region: &Region, who: Who) -> String {
    match who {
        Who::Group(group) => region.cells.counts[group].group.to_string(),
        Who::Need => "need".to_owned(),
    }
}

/// Whether a group is counted or modelled.
fn basis(region: &Region, who: Who) -> &'static str {
    match who {
        Who::Group(group) => basis_of(region, group),
        Who::Need if region.cells.counts.iter().any(|count| count.modelled) => "modelled",
        Who::Need => "counted",
    }
}

/// Whether a group is counted in the squares or spread over them from a table.
#[must_use]
pub fn basis_of(region: &Region, group: usize) -> &'static str {
    if region.cells.counts[group].modelled { "modelled" } else { "counted" }
}

/// One row a quarter hour of the week: open desks, and the share of residents and need with one within the norm. Where the four weeks of
/// the cycle are alike they are one, `1-4`.
#[must_use]
pub fn moments(points: &[WeekPoint], text: &dyn Text) -> Table<'static> {
    let a_week = points.len() / 4;
    let same = |a: &WeekPoint, b: &WeekPoint| a.desks == b.desks && a.residents.to_bits() == b.residents.to_bits();
    let alike = (0..a_week).all(|at| (1..4).all(|week| same(&points[at], &points[week * a_week + at])));
    let rows = if alike { &points[..a_week] } else { points };
    Columns::of(rows)
        .text("week", |row| if alike { "1-4".to_owned() } else { (row.quarter.week() + 1).to_string() })
        .text("day", |row| Weekday::ALL[usize::from(row.quarter.day())].osm().to_owned())
        .text("time", |row| format!("{:02}:{:02}", row.quarter.minutes() / 60, row.quarter.minutes() % 60))
        .number("open_desks", 0, |row| as_f64(row.desks))
        .number("share_residents", SHARE, |row| row.residents)
        .number("share_need", SHARE, |row| row.need)
        .table("moments", text.words().moments_title, Shapes::Nothing)
}

/// One row an open desk of the study and its surroundings: its hours, where they come from, and its class beside the country's.
#[must_use]
pub fn desks(region: &Region, desks: &[Desk], text: &dyn Text) -> Table<'static> {
    let rows: Vec<&Desk> = desks.iter().filter(|desk| region.site_scope[desk.site] != crate::model::Scope::Beyond).collect();
    let site = |row: &&Desk| &region.sites[row.site];
    let at: Vec<geo::Coord<f64>> = rows.iter().map(|row| site(row).at.0).collect();
    Columns::of(&rows)
        .text("site", |row| site(row).id.clone())
        .text("name", |row| site(row).name.clone())
        .text("municipality", |row| site(row).municipality.map_or(String::new(), |index| region.municipalities[index].code.clone()))
        .text("library", |row| site(row).library.map_or(String::new(), |index| region.libraries[index].name.clone()))
        .text("venue", |row| site(row).venue.name().to_owned())
        .text("scope", |row| super::coverage::scope_name(region.site_scope[row.site]).to_owned())
        .maybe("hours", OF_HOURS, |row| row.hours().map(Hours::get))
        .text("hours_from", |row| site(row).hours.source().name().to_owned())
        .text("week", |row| if row.timed { row.week.text(Style::Osm) } else { String::new() })
        .text("class", |row| row.hours().map_or(String::new(), |hours| CLASSES[hours_class(hours)].to_owned()))
        .text("by_appointment", |row| appointment(site(row).hours.appointment.as_ref()))
        .maybe("staffed_hours", OF_HOURS, |row| site(row).hours.staffed.map(Hours::get))
        .text("label", |row| {
            site(row).hours.staffed.map_or(String::new(), |hours| crate::measure::BranchLabel::of(hours).name().to_owned())
        })
        .table("desks", text.words().desks_title, Shapes::Points(crate::crs::Planar(at.into())))
}

fn appointment(opening: Option<&crate::week::Opening>) -> String {
    match opening {
        Some(crate::week::Opening::Timed { week }) => week.text(Style::Osm),
        Some(crate::week::Opening::Untimed(hours)) => format!("{} h", hours.get()),
        None => String::new(),
    }
}

/// The classes of hours a week, for machines.
pub(super) const CLASSES: [&str; 6] = ["0-8", "8-16", "16-24", "24-32", "32-40", "40+"];

/// One row a figure: the desks and branches of the study beside those of the country, where that is known.
#[must_use]
pub fn country(figures: &DeskFigures, text: &dyn Text) -> Table<'static> {
    let shares = figures.shares();
    let [inside, outside] = COUNTRY_INSIDE_OUTSIDE;
    let of_desks = |number: usize| (figures.desks > 0).then(|| as_f64(number) / as_f64(figures.desks));
    let mut rows: Vec<(String, f64, Option<f64>, Option<f64>)> = (0..CLASSES.len())
        .map(|class| {
            let number = as_f64(figures.classes[class]);
            (format!("desks_{}_hours", CLASSES[class]), number, shares.map(|shares| shares[class]), Some(COUNTRY[class]))
        })
        .collect();
    let in_country = |number: usize| Some(as_f64(number) / as_f64(inside + outside));
    let without = figures.desks - figures.inside;
    rows.push(("desks_inside_library".to_owned(), as_f64(figures.inside), of_desks(figures.inside), in_country(inside)));
    rows.push(("desks_outside_library".to_owned(), as_f64(without), of_desks(without), in_country(outside)));
    let per = |number: usize, whole: usize| (whole > 0).then(|| as_f64(number) / as_f64(whole));
    for (name, number, whole) in [
        ("municipalities_with_desk", figures.with_desk, figures.municipalities),
        ("branches_with_desk", figures.branches_with_desk, figures.branches),
        ("branches_vestiging", figures.labels[0], figures.branches),
        ("branches_servicepunt", figures.labels[1], figures.branches),
        ("branches_below_servicepunt", figures.labels[2], figures.branches),
        ("desks_with_hours_of_building_only", figures.building, figures.desks),
        ("desks_with_number_of_hours_only", figures.untimed, figures.desks),
        ("desks_of_unknown_hours", figures.unknown, figures.desks),
    ] {
        rows.push((name.to_owned(), as_f64(number), per(number, whole), None));
    }
    let per_municipality = per(figures.desks, figures.municipalities).unwrap_or(f64::NAN);
    rows.push(("desks_per_municipality".to_owned(), per_municipality, None, None));
    Columns::of(&rows)
        .text("figure", |row| row.0.clone())
        .number("number", 2, |row| row.1)
        .maybe("share", SHARE, |row| row.2)
        .maybe("share_country", SHARE, |row| row.3)
        .table("country", text.words().country_title, Shapes::Nothing)
}

/// The name of a target in tables.
pub(super) fn target_name(kind: TargetKind) -> String {
    match kind {
        TargetKind::WithinNorm => "within_norm".to_owned(),
        TargetKind::Hours(least) => format!("hours_{least}"),
        TargetKind::DeskWithHours(hours, Per::Municipality) => format!("desk_with_{}_hours_per_municipality", hours.get()),
        TargetKind::DeskWithHours(hours, Per::Area) => format!("desk_with_{}_hours_per_area", hours.get()),
        TargetKind::BranchesWithDesk => "branches_with_desk".to_owned(),
        TargetKind::Visits => "visits".to_owned(),
    }
}

/// One row a target of the study.
#[must_use]
pub fn targets(targets: &[Target], text: &dyn Text) -> Table<'static> {
    Columns::of(targets)
        .text("target", |row| target_name(row.kind))
        .number("wanted", SHARE, |row| row.wanted.get())
        .maybe("found", SHARE, |row| row.found.map(Ratio::get))
        .maybe("difference", SHARE, |row| row.found.map(|found| found.get() - row.wanted.get()))
        .text("met", |row| row.is_met().map_or(String::new(), |met| if met { "yes" } else { "no" }.to_owned()))
        .table("targets", text.words().targets_title, Shapes::Nothing)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of desks are small")]
fn as_f64(number: usize) -> f64 {
    number as f64
}
