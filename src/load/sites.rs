//! Files of sites: branches, venues, and which of them is a desk.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use geo::Coord;

use super::cbs::{self, Role};
use super::error::{Fault, LoadError, Refusal, Why};
use super::format::Source;
use super::format::{Layer, Selection};
use super::found::{FileReport, FileRole, HoursNote};
use super::place::Placing;
use super::site_columns::{SiteColumns, SiteFacts};
use super::slug::slug;
use crate::crs::Planar;
use crate::model::{Site, SiteFile, Status, Venue};

/// A site as it stands in its file, before it has an id of its own, a municipality and a library.
#[derive(Debug)]
pub(super) struct RawSite {
    /// The id of its column, empty without.
    pub id: String,
    pub name: String,
    pub place: String,
    pub venue: Venue,
    pub status: Status,
    pub at: Planar<Coord<f64>>,
    /// The library organisation it names, empty without.
    pub library: String,
    /// The country it names, empty without.
    pub country: String,
    pub facts: SiteFacts,
}

/// The columns of a file of sites, by their place in [`Layer::texts`] and with their field.
struct Columns {
    id: Option<(usize, usize)>,
    name: (usize, usize),
    place: Option<(usize, usize)>,
    ido: Option<(usize, usize)>,
    status: Option<(usize, usize)>,
    venue: Option<(usize, usize)>,
    library: Option<(usize, usize)>,
    country: Option<(usize, usize)>,
    more: SiteColumns,
}

/// Reads one file of sites.
///
/// A branch is a desk only if the study or a column says so: without either the file is refused with a question, never guessed at.
///
/// # Errors
/// When nothing says which sites are a desk or what kind of venue they are, a column or every position is missing, or every row was
/// refused.
pub(super) fn read(file: &SiteFile) -> Result<(Vec<RawSite>, FileReport), LoadError> {
    let source = Source::open(&file.file)?;
    let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
    let mut selection = Selection { keep: super::keep_of(&source).map_err(fail)?, ..Selection::default() };
    let columns = columns(&source, file, &mut selection).map_err(fail)?;
    let placing = Placing::of(&source, &mut selection)?;
    let layer = source.read(&selection)?;
    let placed = placing.place(&source, &layer)?;

    let mut report = FileReport::of(FileRole::Sites, &source);
    report.crs.clone_from(&placed.crs);
    report.rows_read = layer.len() + layer.refused.len();
    report.filtered = layer.filtered;
    report.thousands.clone_from(&placed.thousands);
    report.disagreeing.clone_from(&placed.disagreeing);
    report.refused.clone_from(&layer.refused);
    report.refused.extend(placed.refused.iter().cloned());
    let mut sites: Vec<(u64, RawSite)> = Vec::with_capacity(layer.len());
    for (row, at) in placed.at.iter().enumerate().filter(|(_, at)| at.x.is_finite()) {
        match site(&source, file, &layer, &columns, row, Planar(*at), &mut report.hours) {
            Ok(site) => sites.push((layer.rows[row], site)),
            Err(refusal) => report.refused.push(refusal),
        }
    }
    let sites = without_repeats(sites, &source, columns.name.1, &mut report.refused);
    report.refused.sort_by_key(|refusal| refusal.row);
    report.rows_used = sites.len();
    if sites.is_empty() {
        return Err(fail(super::nothing_used(&source, &report)));
    }
    Ok((sites, report))
}

/// What a column of a file of sites can mean.
const ROLES: [Role; 19] = [
    Role::Country,
    Role::SiteId,
    Role::SiteName,
    Role::Place,
    Role::Ido,
    Role::Status,
    Role::Venue,
    Role::Library,
    Role::X,
    Role::Y,
    Role::Lon,
    Role::Lat,
    Role::DeskHours,
    Role::BuildingHours,
    Role::AppointmentHours,
    Role::StaffedHours,
    Role::Places,
    Role::FixedCost,
    Role::HourCost,
];

fn columns(source: &Source, file: &SiteFile, selection: &mut Selection) -> Result<Columns, Fault> {
    cbs::check_keys(source, &ROLES)?;
    let mut column = |role: Role| -> Result<Option<(usize, usize)>, Fault> {
        Ok(cbs::find(source, role)?.map(|field| {
            selection.texts.push(field);
            (selection.texts.len() - 1, field)
        }))
    };
    let id = column(Role::SiteId)?;
    let name = column(Role::SiteName)?;
    let place = column(Role::Place)?;
    let library = column(Role::Library)?;
    let country = column(Role::Country)?;
    let ido = if file.status.is_none() { column(Role::Ido)? } else { None };
    let status = if file.status.is_none() { column(Role::Status)? } else { None };
    let venue = if file.venue.is_none() { column(Role::Venue)? } else { None };
    if file.status.is_none() && ido.is_none() && status.is_none() {
        return Err(Fault::NoStatus { fields: source.fields.clone() });
    }
    if file.venue.is_none() && venue.is_none() {
        return Err(Fault::NoVenue { fields: source.fields.clone() });
    }
    let Some(name) = name else {
        return Err(cbs::must_find(source, Role::SiteName).err().unwrap_or(Fault::Empty));
    };
    let more = SiteColumns::find(source, selection)?;
    Ok(Columns { id, name, place, ido, status, venue, library, country, more })
}

/// The site of one row.
fn site(
    source: &Source,
    file: &SiteFile,
    layer: &Layer,
    columns: &Columns,
    row: usize,
    at: Planar<Coord<f64>>,
    notes: &mut Vec<HoursNote>,
) -> Result<RawSite, Refusal> {
    let text = |column: Option<(usize, usize)>| column.map_or("", |(column, _)| layer.texts[column].get(row).trim());
    let refuse = |column: Option<(usize, usize)>, why: Why| {
        let field = column.map_or("", |(_, field)| source.fields[field].as_str());
        let why = if text(column).is_empty() { Why::Blank } else { why };
        Refusal::of_value(layer.rows[row], field, text(column), why)
    };
    let name = text(Some(columns.name));
    if name.is_empty() {
        return Err(refuse(Some(columns.name), Why::Blank));
    }
    let status = match (file.status, columns.ido) {
        (Some(status), _) => status,
        (None, Some(_)) => match yes_or_no(text(columns.ido)) {
            Some(true) if text(columns.status).is_empty() => Status::Open,
            Some(false) if text(columns.status).is_empty() => Status::Candidate,
            Some(is_desk) => match Status::parse(text(columns.status)) {
                Some(status) if is_desk == (status == Status::Open) => status,
                Some(_) => return Err(refuse(columns.status, Why::ContradictsIdo)),
                None => return Err(refuse(columns.status, Why::NotAStatus)),
            },
            None => return Err(refuse(columns.ido, Why::NotYesOrNo)),
        },
        (None, None) => Status::parse(text(columns.status)).ok_or_else(|| refuse(columns.status, Why::NotAStatus))?,
    };
    let venue = match file.venue {
        Some(venue) => venue,
        None => Venue::parse(text(columns.venue)).ok_or_else(|| refuse(columns.venue, Why::NotAVenue))?,
    };
    Ok(RawSite {
        id: text(columns.id).to_owned(),
        name: name.to_owned(),
        place: text(columns.place).to_owned(),
        venue,
        status,
        at,
        library: text(columns.library).to_owned(),
        country: text(columns.country).to_owned(),
        facts: columns.more.facts(source, layer, row, notes)?,
    })
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "ja" | "j" | "yes" | "y" | "true" | "waar" | "1" | "1.0" => Some(true),
        "nee" | "n" | "no" | "false" | "onwaar" | "0" | "0.0" => Some(false),
        _ => None,
    }
}

/// Leaves one of each set of rows that are the same site in every respect.
fn without_repeats(sites: Vec<(u64, RawSite)>, source: &Source, name_field: usize, refused: &mut Vec<Refusal>) -> Vec<RawSite> {
    let mut first: BTreeMap<String, u64> = BTreeMap::new();
    let mut kept = Vec::with_capacity(sites.len());
    for (row, site) in sites {
        match first.entry(format!("{site:?}")) {
            Entry::Occupied(first) => {
                let why = Why::Repeated { other: *first.get() };
                refused.push(Refusal::of_value(row, &source.fields[name_field], &site.name, why));
            }
            Entry::Vacant(place) => {
                place.insert(row);
                kept.push(site);
            }
        }
    }
    kept
}

/// Gives every site its id and sorts by it.
///
/// The id of the column, else the slug of the name; where two are alike the second in order of place gets `-2`, the third `-3`.
/// The order is that of the place's name, then of the position, so that shuffled rows give the same ids.
pub(super) fn with_ids(mut sites: Vec<RawSite>) -> Vec<(RawSite, Site)> {
    sites.sort_by(|a, b| {
        let by_position = a.at.0.x.total_cmp(&b.at.0.x).then(a.at.0.y.total_cmp(&b.at.0.y));
        a.place.cmp(&b.place).then(by_position).then_with(|| a.name.cmp(&b.name)).then(a.venue.cmp(&b.venue)).then(a.status.cmp(&b.status))
    });
    let mut taken: BTreeSet<String> = BTreeSet::new();
    // Ids that a file gives come first: a slug makes way for them.
    sites.sort_by_key(|site| site.id.is_empty());
    let mut named: Vec<(RawSite, Site)> = sites
        .into_iter()
        .map(|raw| {
            let stem = if raw.id.is_empty() { slug(&raw.name) } else { raw.id.clone() };
            let mut id = stem.clone();
            let mut number = 1;
            while !taken.insert(id.clone()) {
                number += 1;
                id = format!("{stem}-{number}");
            }
            let site = Site {
                id,
                name: raw.name.clone(),
                place: raw.place.clone(),
                venue: raw.venue,
                status: raw.status,
                at: raw.at,
                municipality: None,
                country: None,
                library: None,
                hours: raw.facts.hours.clone(),
                places: raw.facts.places,
                costs: raw.facts.costs,
            };
            (raw, site)
        })
        .collect();
    named.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(id: &str, name: &str, place: &str, x: f64) -> RawSite {
        RawSite {
            id: id.to_owned(),
            name: name.to_owned(),
            place: place.to_owned(),
            venue: Venue::LibraryBranch,
            status: Status::Open,
            at: Planar(Coord { x, y: 450_000.0 }),
            library: String::new(),
            country: String::new(),
            facts: SiteFacts::default(),
        }
    }

    #[test]
    fn alike_names_are_numbered_by_place_whatever_their_order() {
        let rows = || vec![raw("", "Bibliotheek", "Zwin", 1.0), raw("", "Bibliotheek", "Aard", 2.0), raw("bibliotheek-2", "X", "M", 3.0)];
        let ids =
            |sites: Vec<RawSite>| -> Vec<(String, String)> { with_ids(sites).into_iter().map(|(_, site)| (site.id, site.place)).collect() };
        let expected = [("bibliotheek", "Aard"), ("bibliotheek-2", "M"), ("bibliotheek-3", "Zwin")];
        let mut backwards = rows();
        backwards.reverse();
        for found in [ids(rows()), ids(backwards)] {
            let found: Vec<_> = found.iter().map(|(id, place)| (id.as_str(), place.as_str())).collect();
            assert_eq!(found, expected);
        }
    }
}
