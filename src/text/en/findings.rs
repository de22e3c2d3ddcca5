//! What `check` found, file by file and between files.

use crate::load::found::{FileReport, FileRole, Finding};
use crate::load::place::CrsOrigin;
use crate::model::{AgeBand, Group};
use crate::text::Text;

use super::{English, SIGNS, count, found, hours, libraries, list, visits};

/// The part a file plays.
pub(super) fn role(role: FileRole) -> &'static str {
    match role {
        FileRole::Municipalities => "municipalities",
        FileRole::Areas => "neighbourhoods or districts",
        FileRole::Population => "population",
        FileRole::Sites => "sites",
        FileRole::Libraries => "library organisations",
        FileRole::Grants => "grants",
        FileRole::Growth => "population forecast",
        FileRole::Registrations => "registered visits",
        FileRole::Spread => "spread group",
    }
}

/// Where the coordinate system comes from.
fn origin(origin: CrsOrigin) -> &'static str {
    match origin {
        CrsOrigin::File => "the file says so",
        CrsOrigin::Study => "the study says so",
        CrsOrigin::Columns => "the names of the columns say so",
        CrsOrigin::SquareIds => "the codes of the squares say so",
        CrsOrigin::Inferred => "inferred: only so does everything lie in the Netherlands",
    }
}

/// The facts of one file, one a line.
pub(super) fn file(report: &FileReport) -> Vec<String> {
    let rows = |number: usize| if number == 1 { "1 row".to_owned() } else { format!("{} rows", count(number)) };
    let mut kind = report.format.name().to_owned();
    if let Some(layer) = &report.layer {
        kind.push_str(&format!(", layer \"{layer}\""));
    }
    if let Some(encoding) = report.encoding {
        kind.push_str(&format!(", encoding {encoding}"));
    }
    if let Some((crs, from)) = &report.crs {
        kind.push_str(&format!(", {crs} ({})", origin(*from)));
    }
    let mut lines = vec![kind, format!("{} read, {} used", rows(report.rows_read), count(report.rows_used))];
    let mut left_out = |number: usize, what: &str| {
        if number > 0 {
            lines.push(format!("{} {what}", rows(number)));
        }
    };
    left_out(report.filtered, "left out by `where` in the study");
    left_out(report.water, "left out: water");
    left_out(report.abroad, "left out: the code for abroad");
    left_out(report.refused.len(), "refused");
    lines.extend(libraries::contracts(&report.contracts));
    for (column, hidden) in &report.hidden {
        lines.push(format!("column \"{column}\": withheld or unknown {} times", count(*hidden)));
    }
    for column in &report.thousands {
        lines.push(format!("column \"{column}\": points read as thousands"));
    }
    for note in report.hours.iter().take(MOST_NOTES) {
        lines.push(format!("row {}, column \"{}\": not taken: {}", note.row, note.field, hours::ignored(&note.ignored)));
    }
    if let Some(more) = report.hours.len().checked_sub(MOST_NOTES).filter(|more| *more > 0) {
        lines.push(format!("and {} more remarks about opening hours", count(more)));
    }
    for (row, metres) in &report.disagreeing {
        lines.push(format!("row {row}: X/Y and longitude/latitude are {} apart; X/Y was used", English.distance(*metres)));
    }
    lines
}

/// One sentence for what was found between files.
pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::CodesNotShared { file, lacking, codes } => {
            format!("These codes are in {file} and not in {lacking}: {}. Are the files of the same year?", list(codes))
        }
        Finding::Totals { cells, official, differing } => {
            let difference = cells - official;
            let mut text = format!(
                "The squares hold {} residents, the municipalities officially {}: a difference of {} ({})",
                English.whole(*cells),
                English.whole(*official),
                SIGNS.difference(difference),
                English.percent((difference / official).abs()),
            );
            if !differing.is_empty() {
                let each = |(name, cells, official): &(String, f64, f64)| {
                    format!("{name} ({} instead of {})", English.whole(*cells), English.whole(*official))
                };
                text.push_str(&format!(". More than 5% apart: {}", found(differing.iter().map(each))));
            }
            text
        }
        Finding::NoOfficialTotals => "The file of municipalities has no residents to compare with".to_owned(),
        Finding::CellsOutside { cells, residents } => {
            format!("In no municipality: {}", squares(*cells, *residents))
        }
        Finding::CellsInGap { cells, residents } => {
            format!("Just outside the borders, and counted with the nearest municipality: {}", squares(*cells, *residents))
        }
        Finding::CellsWithoutArea { cells, residents } => {
            format!("In no neighbourhood or district of the file: {}", squares(*cells, *residents))
        }
        Finding::AreasElsewhere(areas) => format!(
            "Neighbourhoods or districts left out because nobody of the study area lives there: {}. The file does not name their municipality",
            count(*areas)
        ),
        Finding::PartsExceedTotal { cells, persons } => format!(
            "Ages, or men and women, are together more than all residents, and rounding does not explain it: {} {}, {} too many in all. \
             Do the columns belong together?",
            count(*cells),
            if *cells == 1 { "square" } else { "squares" },
            English.whole(*persons)
        ),
        Finding::SitesOutside(ids) => format!("These sites lie in no municipality: {}", list(ids)),
        Finding::SitesAlike(pairs) => {
            let each = |(first, second): &(String, String)| format!("{first} and {second}");
            format!("These sites look like one (same name, less than 50 m apart): {}", found(pairs.iter().map(each)))
        }
        Finding::SiteIdsTaken(pairs) => {
            let each = |(id, given): &(String, String)| format!("\"{id}\" (the second is now {given})");
            format!("More than one site has these ids: {}", found(pairs.iter().map(each)))
        }
        Finding::NoDesk => "No site is a desk: nowhere is `ido` yes or `status` open".to_owned(),
        Finding::ClippedSites { surroundings, municipalities } => format!(
            "No desk lies within {} outside the study area, although {} there. Was the file of sites cut off at the border? \
             Residents near the border then seem to live farther from a desk than they do",
            English.length(*surroundings),
            neighbours(*municipalities)
        ),
        Finding::ClippedCells { surroundings, municipalities } => format!(
            "According to the file nobody lives within {} outside the study area, although {} there. Was the file of population \
             cut off at the border?",
            English.length(*surroundings),
            neighbours(*municipalities)
        ),
        Finding::CoarseCells { side, norm, meaningful } => format!(
            "Squares of {} are coarse for a norm of {}. Differences in mean distance below {} mean nothing",
            English.distance(side.get()),
            English.length(*norm),
            English.distance(meaningful.get())
        ),
        Finding::Estimated { group, cells, persons, of } => format!(
            "{}: withheld {} times, estimated at {} of {} residents together",
            English.group(group),
            count(*cells),
            English.whole(*persons),
            English.whole(*of)
        ),
        Finding::NoLibrary(names) => libraries::none(names),
        Finding::LibraryWithoutMunicipality(names) => libraries::idle(names),
        Finding::SeveralLibraries(served) => libraries::several(served),
        Finding::UnknownLibrary(names) => libraries::unknown(names),
        Finding::DeskHours { desks, building, untimed, unknown } => desk_hours(*desks, *building, *untimed, *unknown),
        Finding::Spread { group, over, persons, lost, split } => spread(group, *over, *persons, *lost, *split),
        Finding::Registrations { desks, week, without, elsewhere, places, places_week } => {
            visits::registered((*desks, *week), without, *elsewhere, (*places, *places_week))
        }
        Finding::NoCells(names) => format!("According to the file of population nobody lives in: {}", list(names)),
    }
}

/// The most notes about opening hours that a file shows.
const MOST_NOTES: usize = 12;

fn people(persons: f64) -> String {
    format!("{} people", English.whole(persons))
}

/// A group that was spread over the squares.
fn spread(group: &Group, over: Option<AgeBand>, persons: f64, lost: f64, split: Option<(AgeBand, f64)>) -> String {
    let ages = over.map_or("all residents".to_owned(), |band| format!("the residents of {band}"));
    let mut text = format!("{}: modelled, {} spread over {ages}", English.group(group), people(persons));
    if let Some((band, part)) = split {
        text.push_str(&format!("; of {band} {} was taken", English.percent(part)));
    }
    if lost > 0.0 {
        text.push_str(&format!(". {} live where the squares count nobody, and take no part", people(lost)));
    }
    text
}

/// Where the hours of the desks come from.
fn desk_hours(desks: usize, building: usize, untimed: usize, unknown: usize) -> String {
    if unknown == desks {
        return format!("Opening hours are known of none of the {} desks, so there are no figures of hours", count(desks));
    }
    let mut text = format!("Own opening hours are known of {} of the {} desks", count(desks - building - untimed - unknown), count(desks));
    for (number, what) in [
        (building, "Only the hours of the building known, which are taken for the desk's"),
        (untimed, "Only a number of hours a week known, which takes no part in when something is open"),
        (unknown, "No hours known; counts in distance and not in hours"),
    ] {
        if number > 0 {
            text.push_str(&format!(". {what}: {}", count(number)));
        }
    }
    text
}

fn squares(cells: usize, residents: f64) -> String {
    let noun = if cells == 1 { "square" } else { "squares" };
    format!("{} {noun}, residents {}", count(cells), English.whole(residents))
}

fn neighbours(number: usize) -> String {
    if number == 1 { "1 other municipality lies".to_owned() } else { format!("{} other municipalities lie", count(number)) }
}
