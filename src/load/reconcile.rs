//! What inputs say of each other: totals, gaps, clipped files.

use super::found::Finding;
use super::hidden::{left_by, parts_of};
use super::population::RawCells;
use super::scope::GAP;
use crate::model::{Group, HoursSource, Library, NONE, Region, Scope, Site, Status, Study};
use crate::spatial::Joined;
use crate::units::Metres;

/// A municipality whose cells differ by more than this share from its official residents is named.
const DIFFERENCE: f64 = 0.05;
/// Surroundings with fewer residents than this part of the study's are empty: only squares on the border itself are there.
const CLIPPED: f64 = 0.005;
/// Sites of one name within this distance, metres, look like one site.
const ALIKE: f64 = 50.0;
/// Distance within a uniform square to its centre, as a part of its side (method §1).
const WITHIN_SQUARE: f64 = 0.38;

/// Cells that lie in no municipality, or only near one of the study.
pub(super) fn gaps(raw: &RawCells, joined: &[Joined], in_study: &[bool]) -> Vec<Finding> {
    let (mut outside, mut near) = ((0, 0.0), (0, 0.0));
    for (joined, residents) in joined.iter().zip(&raw.residents) {
        let sums = match joined {
            Joined::Near(municipality) if in_study[*municipality as usize] => &mut near,
            Joined::Outside => &mut outside,
            Joined::In(_) | Joined::Near(_) => continue,
        };
        sums.0 += 1;
        sums.1 += if residents.is_nan() { 0.0 } else { *residents };
    }
    let mut findings = Vec::new();
    if outside.0 > 0 {
        findings.push(Finding::CellsOutside { cells: outside.0, residents: outside.1 });
    }
    if near.0 > 0 {
        findings.push(Finding::CellsInGap { cells: near.0, residents: near.1 });
    }
    findings
}

/// Where the hours of the open desks come from; nothing where each has its own.
fn desk_hours(region: &Region) -> Option<Finding> {
    let open = || region.sites.iter().filter(|site| site.status == Status::Open);
    let count = |counts: fn(&Site) -> bool| open().filter(|site| counts(site)).count();
    let building = count(|site| site.hours.source() == HoursSource::Building);
    let untimed = count(|site| site.hours.source() == HoursSource::Desk && site.hours.week().is_none());
    let unknown = count(|site| site.hours.source() == HoursSource::Unknown);
    let finding = Finding::DeskHours { desks: open().count(), building, untimed, unknown };
    (building + untimed + unknown > 0).then_some(finding)
}

/// Everything that shows once the region is joined.
pub(super) fn region(region: &Region, study: &Study, neighbours: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(totals(region));
    findings.extend(without_area(region));
    findings.extend(contradictions(region));
    findings.extend(estimates(region));
    findings.extend(sites(region));
    findings.extend(desk_hours(region));
    findings.extend(libraries(region));
    findings.extend(clipped(region, study, neighbours));
    findings.extend(coarse(region, study));
    findings
}

/// Residents of the cells against the official totals of the study's municipalities.
fn totals(region: &Region) -> Vec<Finding> {
    let mut cells = vec![0.0; region.municipalities.len()];
    for (municipality, residents) in region.cells.municipality.iter().zip(region.cells.residents()) {
        if *municipality != NONE {
            cells[*municipality as usize] += residents;
        }
    }
    let (mut sum, mut official_sum, mut differing, mut empty) = (0.0, 0.0, Vec::new(), Vec::new());
    for (index, municipality) in region.municipalities.iter().enumerate().filter(|(index, _)| region.in_study[*index]) {
        if cells[index] == 0.0 {
            empty.push(municipality.name.clone());
        }
        let Some(official) = municipality.published.get(&Group::All) else { continue };
        sum += cells[index];
        official_sum += official;
        if cells[index] > 0.0 && (cells[index] - official).abs() > DIFFERENCE * official {
            differing.push((municipality.name.clone(), cells[index], *official));
        }
    }
    let mut findings = vec![if official_sum > 0.0 {
        Finding::Totals { cells: sum, official: official_sum, differing }
    } else {
        Finding::NoOfficialTotals
    }];
    if !empty.is_empty() {
        findings.push(Finding::NoCells(empty));
    }
    findings
}

fn without_area(region: &Region) -> Option<Finding> {
    if region.areas.is_empty() {
        return None;
    }
    let lost = (0..region.cells.len()).filter(|cell| region.cells.area[*cell] == NONE && region.reports_on(*cell));
    let (cells, residents) = lost.fold((0, 0.0), |(cells, sum), cell| (cells + 1, sum + region.cells.residents()[cell]));
    (cells > 0).then_some(Finding::CellsWithoutArea { cells, residents })
}

/// Cells of the study whose parts are more than the whole. A cell counts once, with the parts that exceed it most.
fn contradictions(region: &Region) -> Option<Finding> {
    let (residents, counts) = region.cells.counts.split_first()?;
    let wholes: Vec<_> = parts_of(counts.iter().map(|count| &count.group)).into_iter().filter(|parts| parts.make_total).collect();
    let (mut cells, mut persons) = (0, 0.0);
    for cell in (0..region.cells.len()).filter(|cell| region.reports_on(*cell)) {
        let excess = wholes.iter().map(|parts| {
            let known = parts.columns.iter().map(|column| &counts[*column]).filter(|count| !count.is_hidden(cell));
            let (left, slack) = left_by(residents.persons[cell], known.map(|count| count.persons[cell]));
            if left + slack < 0.0 { -left } else { 0.0 }
        });
        let excess = excess.fold(0.0, f64::max);
        cells += usize::from(excess > 0.0);
        persons += excess;
    }
    (cells > 0).then_some(Finding::PartsExceedTotal { cells, persons })
}

/// Every group with hidden values in the cells that are reported on.
fn estimates(region: &Region) -> Vec<Finding> {
    let estimate = |count: &crate::model::Count| {
        let (mut cells, mut persons, mut of) = (0, 0.0, 0.0);
        for cell in (0..region.cells.len()).filter(|cell| region.reports_on(*cell)) {
            of += count.persons[cell];
            if count.is_hidden(cell) {
                cells += 1;
                persons += count.persons[cell];
            }
        }
        (cells > 0).then(|| Finding::Estimated { group: count.group.clone(), cells, persons, of })
    };
    region.cells.counts.iter().filter(|count| !count.hidden.is_empty()).filter_map(estimate).collect()
}

fn sites(region: &Region) -> Vec<Finding> {
    let mut findings = Vec::new();
    let outside: Vec<String> = region.sites.iter().filter(|site| site.municipality.is_none()).map(|site| site.id.clone()).collect();
    if !outside.is_empty() {
        findings.push(Finding::SitesOutside(outside));
    }
    let mut by_name: Vec<usize> = (0..region.sites.len()).collect();
    by_name.sort_by_key(|index| (region.sites[*index].name.to_lowercase(), *index));
    let mut alike = Vec::new();
    for group in by_name.chunk_by(|a, b| region.sites[*a].name.to_lowercase() == region.sites[*b].name.to_lowercase()) {
        for (position, first) in group.iter().enumerate() {
            let first = &region.sites[*first];
            let twins =
                group[position + 1..].iter().map(|index| &region.sites[*index]).filter(|second| first.at.distance(second.at) <= ALIKE);
            alike.extend(twins.map(|second| (first.id.clone(), second.id.clone())));
        }
    }
    if !alike.is_empty() {
        findings.push(Finding::SitesAlike(alike));
    }
    if !region.sites.iter().any(|site| site.status == Status::Open) {
        findings.push(Finding::NoDesk);
    }
    findings
}

fn libraries(region: &Region) -> Vec<Finding> {
    if region.libraries.is_empty() {
        return Vec::new();
    }
    let serves = |library: &Library, index: usize| library.municipalities.iter().any(|(served, _)| *served == index);
    let serving = |index: usize| -> Vec<String> {
        region.libraries.iter().filter(|library| serves(library, index)).map(|library| library.name.clone()).collect()
    };
    let (mut without, mut several) = (Vec::new(), Vec::new());
    for index in (0..region.municipalities.len()).filter(|index| region.in_study[*index]) {
        let name = region.municipalities[index].name.clone();
        match serving(index) {
            libraries if libraries.is_empty() => without.push(name),
            libraries if libraries.len() > 1 => several.push((name, libraries)),
            _ => {}
        }
    }
    let idle: Vec<String> =
        region.libraries.iter().filter(|library| library.municipalities.is_empty()).map(|library| library.name.clone()).collect();
    let findings = [
        (!without.is_empty()).then_some(Finding::NoLibrary(without)),
        (!several.is_empty()).then_some(Finding::SeveralLibraries(several)),
        (!idle.is_empty()).then_some(Finding::LibraryWithoutMunicipality(idle)),
    ];
    findings.into_iter().flatten().collect()
}

/// A file that was cut at the border of the study leaves people at that border without the desks they use.
fn clipped(region: &Region, study: &Study, neighbours: usize) -> Vec<Finding> {
    if neighbours == 0 {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let any_open = region.sites.iter().any(|site| site.status == Status::Open);
    let near =
        region.sites.iter().zip(&region.site_scope).any(|(site, scope)| site.status == Status::Open && *scope == Scope::Surroundings);
    let (surroundings, municipalities) = (study.surroundings, neighbours);
    if any_open && !near {
        findings.push(Finding::ClippedSites { surroundings, municipalities });
    }
    let (mut own, mut around) = (0.0, 0.0);
    for (cell, residents) in region.cells.residents().iter().enumerate() {
        *(if region.reports_on(cell) { &mut own } else { &mut around }) += residents;
    }
    if surroundings.get() > GAP && around < CLIPPED * own {
        findings.push(Finding::ClippedCells { surroundings, municipalities });
    }
    findings
}

fn coarse(region: &Region, study: &Study) -> Option<Finding> {
    let (side, norm) = (region.cells.side?, study.reach.norm);
    let meaningful = Metres::new(WITHIN_SQUARE * side.get())?;
    (side.get() > norm.get() / 5.0).then_some(Finding::CoarseCells { side, norm, meaningful })
}
