//! From the files of a study to its [`Region`]: everything read, joined and reconciled.

use std::collections::BTreeMap;
use std::path::PathBuf;

use geo::MultiPolygon;

use super::codes::Codes;
use super::country::{Countries, Named, across};
use super::error::LoadError;
use super::format::Source;
use super::found::{FileReport, Finding};
use super::libraries;
use super::municipal_name::municipality_of;
use super::population::{self, RawCells};
use super::reconcile;
use super::scope::{GAP, Scopes, scopes};
use super::sites::{self, RawSite};
use super::study::nearest as nearest_name;
use super::{estimate, grants, growth, polygons, registrations, spread};
use crate::model::{
    About, Area, Assumed, Cells, Count, Group, Growth, Library, Municipality, NONE, Published, Range, Region, Registrations, Site,
    SpreadLevel, Study,
};
use crate::spatial::{Joined, Joiner};

/// A region with what was found on the way.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// The region.
    pub region: Region,
    /// What was found in each file, in the order of the study.
    pub files: Vec<FileReport>,
    /// What was found between them.
    pub findings: Vec<Finding>,
    /// Every file on disk that was read, with its name in the study, in the order of the study.
    pub inputs: Vec<(String, PathBuf)>,
}

/// Why a study's files do not make a region.
#[derive(Debug, Clone, PartialEq)]
pub enum BuildError {
    /// A file cannot be used.
    Load(LoadError),
    /// The study is about a municipality that is not in the file.
    NoSuchMunicipality {
        /// As the study writes it.
        name: String,
        /// The name that looks most like it.
        nearest: Option<String>,
    },
    /// The study is about a municipality of whose name there are several.
    SeveralMunicipalities {
        /// As the study writes it.
        name: String,
        /// Those that have it.
        namesakes: Vec<String>,
    },
    /// The study is about a library organisation that is not in the list.
    NoSuchLibrary {
        /// As the study writes it.
        name: String,
        /// The name that looks most like it.
        nearest: Option<String>,
        /// Those in the list.
        known: Vec<String>,
    },
    /// The study is about a library organisation and names no list of them.
    NoLibraries {
        /// As the study writes it.
        name: String,
    },
    /// The study names a group that the population file does not carry.
    NoSuchGroup {
        /// Where the study names it.
        key: &'static str,
        /// The group.
        group: Group,
        /// Those there are.
        known: Vec<Group>,
    },
    /// The population file has no cell in the municipalities of the study.
    NoCells {
        /// The population file as the study names it.
        file: String,
    },
}

impl From<LoadError> for BuildError {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

/// Reads everything a study names and joins it.
///
/// # Errors
/// [`BuildError`] when the study cannot be used. Single bad rows are refused and reported, not errors.
pub fn load(study: &Study) -> Result<Loaded, BuildError> {
    let mut inputs = Vec::new();
    let mut files = Vec::new();
    let mut findings = Vec::new();
    let open = |file, inputs: &mut Vec<(String, PathBuf)>| -> Result<Source, LoadError> {
        let source = Source::open(file)?;
        inputs.extend(source.parts().into_iter().map(|part| (source.file.shown.clone(), part)));
        Ok(source)
    };

    let source = open(&study.data.municipalities, &mut inputs)?;
    let (municipalities, report) = polygons::municipalities(&source)?;
    files.push(report);
    let libraries = match &study.data.libraries {
        Some(file) => {
            let (libraries, report) = libraries::read(&open(file, &mut inputs)?, &municipalities, study.money.year)?;
            files.push(report);
            libraries
        }
        None => Vec::new(),
    };
    let in_study = in_study(study, &municipalities, &libraries)?;
    let codes = Codes::of_municipalities(&municipalities, &in_study, &study.data.municipalities.shown);
    // Which municipalities no organisation serves is told by name.
    findings.extend(files.iter().filter_map(|report| codes.unknown(report)));
    let areas = match &study.data.areas {
        Some(file) => {
            let (areas, report) = polygons::areas(&open(file, &mut inputs)?)?;
            findings.extend(codes.compare(&report));
            files.push(report);
            of_study(areas, &municipalities, &in_study)
        }
        None => Vec::new(),
    };
    let areas_file = study.data.areas.as_ref().map_or("", |file| &file.shown);

    let source = open(&study.data.population, &mut inputs)?;
    let (mut raw, report) = population::read(&source)?;
    raw.with_bounds = with_bounds(study);
    files.push(report);
    let scopes = scopes(&municipalities, &in_study, study.surroundings);
    let shapes: Vec<&MultiPolygon<f64>> = municipalities.iter().map(|municipality| municipality.shape.get()).collect();
    let joiner = Joiner::new(&shapes);
    let (mut cells, named, loaded) = cells(raw, &municipalities, &joiner, &areas, &in_study, &scopes, &mut findings)
        .ok_or_else(|| BuildError::NoCells { file: source.file.shown.clone() })?;
    for table in &study.data.spread {
        let (persons, report) = spread::read(&open(&table.file, &mut inputs)?, table, &municipalities, &areas)?;
        findings.extend(match table.level {
            SpreadLevel::Municipality => codes.compare(&report),
            SpreadLevel::Area => Codes::of_areas(&areas, areas_file).compare(&report),
        });
        files.push(report);
        let persons = match table.level {
            SpreadLevel::Municipality => spread::of_loaded(persons, &loaded, &in_study),
            SpreadLevel::Area => persons,
        };
        let published: Vec<&Published> = match table.level {
            SpreadLevel::Municipality => municipalities.iter().map(|municipality| &municipality.published).collect(),
            SpreadLevel::Area => areas.iter().map(|area| &area.published).collect(),
        };
        findings.extend(spread::add(&mut cells, table, &persons, &published));
    }
    check_groups(study, &cells)?;
    let grants = match &study.data.grants {
        Some(file) => {
            let (grants, report) = grants::read(&open(file, &mut inputs)?, &municipalities)?;
            findings.extend(codes.compare(&report));
            files.push(report);
            grants
        }
        None => BTreeMap::new(),
    };
    let growth = match &study.data.growth {
        Some(file) => {
            let (growth, report) = growth::read(&open(file, &mut inputs)?, &municipalities)?;
            findings.extend(codes.compare(&report));
            files.push(report);
            growth
        }
        None => Growth::default(),
    };
    let (areas, elsewhere) = with_residents(areas, &mut cells, &in_study);
    findings.extend((elsewhere > 0).then_some(Finding::AreasElsewhere(elsewhere)));

    let mut raw_sites = Vec::new();
    for file in &study.data.sites {
        inputs.extend(Source::open(&file.file)?.parts().into_iter().map(|part| (file.file.shown.clone(), part)));
        let (sites, report) = sites::read(file)?;
        raw_sites.extend(sites);
        files.push(report);
    }
    let (mut sites, named_by_sites) = join_sites(raw_sites, &joiner, &libraries, named.home.as_ref(), &mut findings);
    let countries = across(&named, &named_by_sites, &mut cells, &mut sites);
    let site_scope = sites.iter().map(|site| scopes.of(site.at.0, site.municipality)).collect();
    let neighbours = scopes.neighbours;
    drop(scopes);
    let none = Registrations::default();
    let mut region =
        Region { municipalities, in_study, areas, cells, sites, site_scope, libraries, countries, grants, growth, registrations: none };
    let (registrations, reports, finding) = registrations::read(&study.data.registrations, &region, |file| open(file, &mut inputs))?;
    files.extend(reports);
    findings.extend(finding);
    region.registrations = registrations;
    findings.extend(reconcile::region(&region, study, neighbours));
    Ok(Loaded { region, files, findings, inputs })
}

/// Which municipalities the study reports on.
fn in_study(study: &Study, municipalities: &[Municipality], libraries: &[Library]) -> Result<Vec<bool>, BuildError> {
    let mut chosen = vec![false; municipalities.len()];
    match &study.about {
        About::All => chosen.fill(true),
        About::Municipalities(names) => {
            for name in names {
                let index = municipality_of(municipalities, name).map_err(|namesakes| match namesakes.as_slice() {
                    [] => BuildError::NoSuchMunicipality {
                        name: name.clone(),
                        nearest: nearest_name(name, municipalities.iter().map(|municipality| municipality.name.as_str())),
                    },
                    _ => BuildError::SeveralMunicipalities { name: name.clone(), namesakes },
                })?;
                chosen[index] = true;
            }
        }
        About::Library(name) => {
            if study.data.libraries.is_none() {
                return Err(BuildError::NoLibraries { name: name.clone() });
            }
            let served = libraries.iter().find(|library| library.name.to_lowercase() == name.trim().to_lowercase());
            let served = served.filter(|library| !library.municipalities.is_empty()).ok_or_else(|| BuildError::NoSuchLibrary {
                name: name.clone(),
                nearest: nearest_name(name, libraries.iter().map(|library| library.name.as_str())),
                known: libraries.iter().map(|library| library.name.clone()).collect(),
            })?;
            served.municipalities.iter().for_each(|(index, _)| chosen[*index] = true);
        }
    }
    Ok(chosen)
}

/// The areas that lie in municipalities of the study; all where the file does not say in which they lie.
fn of_study(areas: Vec<Area>, municipalities: &[Municipality], in_study: &[bool]) -> Vec<Area> {
    let reported = |area: &Area| match &area.municipality {
        Some(code) => municipalities.iter().zip(in_study).any(|(municipality, within)| *within && municipality.code == *code),
        None => true,
    };
    areas.into_iter().filter(reported).collect()
}

/// Leaves out the areas of which nobody knows in which municipality they lie and where nobody of the study lives: a file of the whole
/// country has thousands. Also how many were left out.
fn with_residents(areas: Vec<Area>, cells: &mut Cells, in_study: &[bool]) -> (Vec<Area>, usize) {
    let mut kept: Vec<bool> = areas.iter().map(|area| area.municipality.is_some()).collect();
    for (area, municipality) in cells.area.iter().zip(&cells.municipality) {
        if *area != NONE && *municipality != NONE && in_study[*municipality as usize] {
            kept[*area as usize] = true;
        }
    }
    let place = |next: &mut u32, kept: bool| {
        let place = *next;
        *next += u32::from(kept);
        Some(if kept { place } else { NONE })
    };
    let places: Vec<u32> = kept.iter().scan(0, |next, kept| place(next, *kept)).collect();
    for area in cells.area.iter_mut().filter(|area| **area != NONE) {
        *area = places[*area as usize];
    }
    let before = areas.len();
    let areas: Vec<Area> = areas.into_iter().zip(kept).filter_map(|(area, kept)| kept.then_some(area)).collect();
    let left_out = before - areas.len();
    (areas, left_out)
}

/// Joins the cells to municipalities and areas, keeps those of the study and its surroundings, and estimates what is hidden; `None` when
/// no cell lies in the study. Also the countries they name, and the part of
/// each municipality's residents that is kept; `None` for those without any.
fn cells(
    raw: RawCells,
    municipalities: &[Municipality],
    joiner: &Joiner,
    areas: &[Area],
    in_study: &[bool],
    scopes: &Scopes,
    findings: &mut Vec<Finding>,
) -> Option<(Cells, Named, Vec<Option<f64>>)> {
    let mut joined = joiner.join(&raw.at, GAP);
    let home = raw.countries.home(&joined);
    raw.countries.leave(&mut joined, home.as_ref());
    findings.extend(reconcile::gaps(&raw, &joined, in_study));
    let municipality: Vec<u32> = joined.iter().map(|joined| joined.polygon().unwrap_or(NONE)).collect();
    let keep = scopes.cells(&raw.at, &municipality);
    let all = spread::residents_of(&raw, &municipality, municipalities.len());
    let (raw, municipality) = match keep {
        Some(rows) => (raw.pick(&rows), rows.iter().map(|row| municipality[*row as usize]).collect()),
        None => (raw, municipality),
    };
    let kept = spread::residents_of(&raw, &municipality, municipalities.len());
    let loaded = all.iter().zip(kept).map(|(all, kept)| (*all > 0.0).then(|| kept / all)).collect();
    if !municipality.iter().any(|index| *index != NONE && in_study[*index as usize]) {
        return None;
    }
    let area = if areas.is_empty() {
        vec![NONE; raw.at.len()]
    } else {
        let shapes: Vec<&MultiPolygon<f64>> = areas.iter().map(|area| area.shape.get()).collect();
        let mut area: Vec<u32> =
            Joiner::new(&shapes).join(&raw.at, GAP).into_iter().map(|joined| joined.polygon().unwrap_or(NONE)).collect();
        // An area belongs to its municipality: a square of another one that lies in the gap beside it does not.
        for (area, municipality) in area.iter_mut().zip(&municipality) {
            let own = |code: &String| *municipality != NONE && municipalities[*municipality as usize].code == *code;
            if *area != NONE && areas[*area as usize].municipality.as_ref().is_some_and(|code| !own(code)) {
                *area = NONE;
            }
        }
        area
    };
    let named = Named { countries: raw.countries.clone(), home };
    Some((estimate::cells(raw, municipality, area, municipalities, areas), named, loaded))
}

/// Whether the study draws hidden counts at both ends, so that their bounds are kept.
fn with_bounds(study: &Study) -> bool {
    let is_hidden = |range: &Range| matches!(range.values().first(), Some(Assumed::Hidden(_)));
    study.uncertain.as_ref().is_some_and(|uncertain| uncertain.ranges.iter().any(is_hidden))
}

fn check_groups(study: &Study, cells: &Cells) -> Result<(), BuildError> {
    let need = study.need.surcharges.keys().map(|group| ("need", group));
    let reach = study.reach.groups.keys().map(|group| ("reach", group));
    let venues = study.suitability.0.values().flat_map(|groups| groups.keys()).map(|group| ("venues", group));
    let ranges = study.uncertain.iter().flat_map(|uncertain| &uncertain.ranges);
    let drawn = ranges.filter_map(|range| match range.values().first() {
        Some(Assumed::Need(group, _)) => Some(("uncertain", group)),
        _ => None,
    });
    let stated = need.chain(drawn).chain(reach).chain(venues).chain(study.moments.stated.iter().map(|group| ("moments.profiles", group)));
    match stated.into_iter().find(|(_, group)| cells.count(group).is_none()) {
        Some((key, group)) => Err(BuildError::NoSuchGroup {
            key,
            group: group.clone(),
            known: cells.counts.iter().map(|count: &Count| count.group.clone()).collect(),
        }),
        None => Ok(()),
    }
}

/// Gives sites their id, municipality and library; also the countries they name, of which one may be known to be at home.
fn join_sites(
    raw: Vec<RawSite>,
    joiner: &Joiner,
    libraries: &[Library],
    home: Option<&String>,
    findings: &mut Vec<Finding>,
) -> (Vec<Site>, Named) {
    let named = sites::with_ids(raw);
    let renamed: Vec<(String, String)> = named
        .iter()
        .filter(|(raw, site)| !raw.id.is_empty() && raw.id != site.id)
        .map(|(raw, site)| (raw.id.clone(), site.id.clone()))
        .collect();
    if !renamed.is_empty() {
        findings.push(Finding::SiteIdsTaken(renamed));
    }
    let points: Vec<_> = named.iter().map(|(_, site)| site.at.0).collect();
    let mut joined = joiner.join(&points, GAP);
    let countries = Countries::of(named.iter().map(|(raw, _)| raw.country.as_str()));
    let home = home.cloned().or_else(|| countries.home(&joined));
    countries.leave(&mut joined, home.as_ref());
    let mut unknown: BTreeMap<String, usize> = BTreeMap::new();
    let sites = named
        .into_iter()
        .zip(joined)
        .map(|((raw, mut site), joined): (_, Joined)| {
            site.municipality = joined.polygon().map(|polygon| polygon as usize);
            site.library = library_of(&raw, site.municipality, libraries);
            if site.library.is_none() && !raw.library.is_empty() && !libraries.is_empty() {
                *unknown.entry(raw.library).or_default() += 1;
            }
            site
        })
        .collect();
    if !unknown.is_empty() {
        findings.push(Finding::UnknownLibrary(unknown.into_iter().collect()));
    }
    (sites, Named { countries, home })
}

/// The organisation a site names, else the only one that serves its municipality.
fn library_of(raw: &RawSite, municipality: Option<usize>, libraries: &[Library]) -> Option<usize> {
    if !raw.library.is_empty() {
        return libraries.iter().position(|library| library.name.to_lowercase() == raw.library.to_lowercase());
    }
    let municipality = municipality?;
    let serves = |library: &Library| library.municipalities.iter().any(|(index, _)| *index == municipality);
    let mut serving = (0..libraries.len()).filter(|index| serves(&libraries[*index]));
    serving.next().filter(|_| serving.next().is_none())
}
