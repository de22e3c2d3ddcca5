//! Registered visits, by desk or by where the visitors live.

use std::collections::BTreeMap;

use super::cbs::{self, Role};
use super::error::{Fault, LoadError, Needed, Refusal, Why};
use super::format::{Selection, Source};
use super::found::{FileReport, FileRole, Finding};
use super::postcode::{of_cells, postcode};
use super::slug::slug;
use super::study::nearest;
use crate::model::{DataFile, Region, Registered, RegisteredPlace, Registrations, Scope, Status};

/// More visits than any desk has in any time.
const MOST_VISITS: u32 = 1_000_000;
/// Ten years.
const MOST_WEEKS: f64 = 522.0;

/// What the rows of a file are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Desk,
    Area,
    Postcode,
}

/// A desk by its site, or a place by its code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Desk(usize),
    Place(String),
}

/// Reads every file of registrations of a study, what is in each and what is to be told of all. `region` has its sites and cells.
///
/// # Errors
/// When a column is missing or could be several, the study has no such places, or every row of a file was refused.
pub(super) fn read<'f>(
    files: &'f [DataFile],
    region: &Region,
    mut open: impl FnMut(&'f DataFile) -> Result<Source, LoadError>,
) -> Result<(Registrations, Vec<FileReport>, Option<Finding>), LoadError> {
    if files.is_empty() {
        return Ok((Registrations::default(), Vec::new(), None));
    }
    let mut reading = Reading { region, known: BTreeMap::new(), postcodes: of_cells(region) };
    let reports = files.iter().map(|file| reading.read(&open(file)?)).collect::<Result<Vec<FileReport>, LoadError>>()?;
    let (registrations, finding) = reading.finish();
    Ok((registrations, reports, finding))
}

/// What was read so far: the visits, and the file and row they stand in.
struct Reading<'r> {
    region: &'r Region,
    known: BTreeMap<Key, (Registered, String, u64)>,
    /// Those of postcodes, with their cells.
    postcodes: Vec<(String, u32)>,
}

impl Reading<'_> {
    /// Reads a file: one row a desk, a finer area or a postcode.
    fn read(&mut self, source: &Source) -> Result<FileReport, LoadError> {
        let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
        cbs::check_keys(source, &[Role::RegisteredSite, Role::RegisteredArea, Role::Postcode, Role::Visits, Role::Weeks]).map_err(fail)?;
        let (kind, who) = kind(source).map_err(fail)?;
        self.check(source, kind, who).map_err(fail)?;
        let (visits, weeks) = (cbs::must_find(source, Role::Visits).map_err(fail)?, cbs::must_find(source, Role::Weeks).map_err(fail)?);
        let keep = super::keep_of(source).map_err(fail)?;
        let fields = vec![who, visits, weeks];
        let mut layer = source.read(&Selection { numbers: vec![visits, weeks], texts: fields.clone(), keep, ..Selection::default() })?;
        let mut report = FileReport::of(FileRole::Registrations, source);
        report.rows_read = layer.len() + layer.refused.len();
        report.filtered = layer.filtered;
        report.refused.clone_from(&layer.refused);
        let unreadable = layer.numbers[0].points.ambiguous().to_vec();
        if layer.numbers[0].read_thousands() {
            report.thousands.push(source.fields[visits].clone());
        }
        for row in 0..layer.len() {
            let text = |column: usize| layer.texts[column].get(row).trim();
            let refuse = |column: usize, why| {
                let why = if text(column).is_empty() { Why::Blank } else { why };
                Refusal::of_value(layer.rows[row], &source.fields[fields[column]], text(column), why)
            };
            let number = |column: usize| layer.numbers[column].values[row];
            let read = || -> Result<(Key, Registered), Refusal> {
                let key = self.key(kind, text(0)).map_err(|why| refuse(0, why))?;
                let visits = Some(number(0)).filter(|visits| visits.is_finite() && *visits >= 0.0 && !unreadable.contains(&row));
                let weeks = Some(number(1)).filter(|weeks| *weeks > 0.0 && *weeks <= MOST_WEEKS);
                let visits = visits.ok_or_else(|| refuse(1, Why::NotVisits))?;
                if visits > f64::from(MOST_VISITS) {
                    return Err(refuse(1, Why::TooManyVisits { most: MOST_VISITS }));
                }
                Ok((key, Registered { visits, weeks: weeks.ok_or_else(|| refuse(2, Why::NotWeeks))? }))
            };
            match read() {
                Ok((key, registered)) => match self.known.get(&key) {
                    None => {
                        self.known.insert(key, (registered, source.file.shown.clone(), layer.rows[row]));
                        report.rows_used += 1;
                    }
                    Some((known, file, other)) => {
                        report.refused.push(refuse(
                            0,
                            match () {
                                () if *file != source.file.shown => Why::InOtherFile { file: file.as_str().into() },
                                () if *known == registered => Why::Repeated { other: *other },
                                () => Why::Duplicate { other: *other },
                            },
                        ));
                    }
                },
                Err(refusal) => report.refused.push(refusal),
            }
        }
        report.refused.sort_by_key(|refusal| refusal.row);
        if report.rows_used == 0 {
            return Err(fail(super::nothing_used(source, &report)));
        }
        Ok(report)
    }

    /// What was read, and what is to be told of it.
    fn finish(self) -> (Registrations, Option<Finding>) {
        let region = self.region;
        let mut registrations = Registrations::default();
        for (key, (registered, ..)) in &self.known {
            match key {
                Key::Desk(site) => _ = registrations.desks.insert(*site, *registered),
                Key::Place(code) => registrations.places.push(self.place(code, *registered)),
            }
        }
        let of_study = |site: &usize| region.site_scope[*site] == Scope::Study;
        let open = (0..region.sites.len()).filter(|site| region.sites[*site].status == Status::Open && of_study(site));
        let without = open.filter(|site| !registrations.desks.contains_key(site)).map(|site| region.sites[site].name.clone());
        let own = registrations.desks.iter().filter(|(site, _)| of_study(site));
        let finding = Finding::Registrations {
            desks: own.clone().count(),
            week: own.map(|(_, registered)| registered.per_week()).fold(0.0, |sum, visits| sum + visits),
            without: if registrations.desks.is_empty() { Vec::new() } else { without.collect() },
            elsewhere: registrations.desks.keys().filter(|site| !of_study(site)).count(),
            places: registrations.places.len(),
            places_week: registrations.places.iter().map(|place| place.registered.per_week()).fold(0.0, |sum, visits| sum + visits),
        };
        let is_any = !self.known.is_empty();
        (registrations, is_any.then_some(finding))
    }

    /// Whether the study has what the rows are about.
    fn check(&self, source: &Source, kind: Kind, field: usize) -> Result<(), Fault> {
        let field = || source.fields[field].clone();
        match kind {
            Kind::Area if self.region.areas.is_empty() => Err(Fault::NoAreas { field: field() }),
            Kind::Postcode if self.postcodes.is_empty() => Err(Fault::NoPostcodes { field: field() }),
            _ => Ok(()),
        }
    }

    /// The desk or place that a row names.
    fn key(&self, kind: Kind, written: &str) -> Result<Key, Why> {
        match kind {
            Kind::Desk => self.desk(written),
            Kind::Area => self.area(written),
            Kind::Postcode => self.postcode(written),
        }
    }

    /// By id, else by a name that one site has.
    fn desk(&self, written: &str) -> Result<Key, Why> {
        let sites = &self.region.sites;
        let named = || {
            let wanted = slug(written);
            let mut alike = (0..sites.len()).filter(|site| slug(&sites[*site].name) == wanted);
            alike.next().filter(|_| alike.next().is_none())
        };
        let Some(site) = sites.iter().position(|site| site.id == written).or_else(named) else {
            return Err(Why::NoSuchSite {
                nearest: nearest(&slug(written), sites.iter().map(|site| site.id.as_str())).map(String::into_boxed_str),
            });
        };
        if sites[site].status == Status::Open { Ok(Key::Desk(site)) } else { Err(Why::NoDeskThere) }
    }

    /// By code, else by a name that one area has. Codes look all alike: only names have one that is probably meant.
    fn area(&self, written: &str) -> Result<Key, Why> {
        let areas = &self.region.areas;
        let is_named = |name: &str| name.to_lowercase() == written.to_lowercase();
        let named = || {
            let mut alike = areas.iter().filter(|area| is_named(&area.name));
            alike.next().filter(|_| alike.next().is_none())
        };
        let found = areas.iter().find(|area| area.code.eq_ignore_ascii_case(written)).or_else(named);
        let names = || areas.iter().map(|area| area.name.as_str());
        found
            .map(|area| Key::Place(area.code.clone()))
            .ok_or_else(|| Why::NoSuchPlace { nearest: nearest(written, names()).map(String::into_boxed_str) })
    }

    /// One of which at least one cell of the study is a part: of four digits, those of all its letters.
    fn postcode(&self, written: &str) -> Result<Key, Why> {
        let code = postcode(written).filter(|code| !self.cells_of(code).is_empty());
        code.map(Key::Place).ok_or(Why::NoSuchPlace { nearest: None })
    }

    fn cells_of(&self, code: &str) -> &[(String, u32)] {
        let from = self.postcodes.partition_point(|(known, _)| known.as_str() < code);
        let length = self.postcodes[from..].partition_point(|(known, _)| known.starts_with(code));
        &self.postcodes[from..from + length]
    }

    fn place(&self, code: &str, registered: Registered) -> RegisteredPlace {
        let region = self.region;
        if let Some((index, area)) = region.areas.iter().enumerate().find(|(_, area)| area.code == code) {
            let lies_in = |cell: &u32| region.cells.area[*cell as usize] as usize == index && region.reports_on(*cell as usize);
            let cells = (0..u32::try_from(region.cells.len()).unwrap_or(u32::MAX)).filter(lies_in).collect();
            return RegisteredPlace { code: code.to_owned(), name: area.name.clone(), cells, registered };
        }
        let mut cells: Vec<u32> = self.cells_of(code).iter().map(|(_, cell)| *cell).collect();
        cells.sort_unstable();
        RegisteredPlace { code: code.to_owned(), name: String::new(), cells, registered }
    }
}

/// What the rows of a file are about, and the column that says it: the one that `columns` of the study names; else the only one of a desk, of an
/// area or of a postcode; else one of a name, which says a desk when nothing else is there.
fn kind(source: &Source) -> Result<(Kind, usize), Fault> {
    const ROLES: [(Kind, Role); 3] =
        [(Kind::Desk, Role::RegisteredSite), (Kind::Area, Role::RegisteredArea), (Kind::Postcode, Role::Postcode)];
    let mut found = Vec::new();
    for (kind, role) in ROLES {
        if let Some(field) = cbs::find(source, role)? {
            if source.file.columns.contains_key(role.key()) {
                return Ok((kind, field));
            }
            found.push((kind, field));
        }
    }
    match found.as_slice() {
        [one] => Ok(*one),
        [] => {
            let field = match cbs::find(source, Role::SiteId)? {
                Some(field) => Some(field),
                None => cbs::find(source, Role::SiteName)?,
            };
            let known_as = || ROLES.iter().flat_map(|(_, role)| role.known_as()).map(|name| (*name).to_owned()).collect();
            field.map(|field| (Kind::Desk, field)).ok_or_else(|| cbs::no_field(source, Needed::Registered, known_as()))
        }
        several => Err(Fault::Ambiguous {
            needed: Needed::Registered,
            key: if several[0].0 == Kind::Desk { "site" } else { "area" },
            fields: several.iter().map(|(_, field)| source.fields[*field].clone()).collect(),
        }),
    }
}
