//! Files of polygons: municipalities and finer areas.

use std::cell::Cell;
use std::collections::BTreeMap;

use geo::{BoundingRect, Coord, MapCoordsInPlace, MultiPolygon};

use super::cbs::{self, Role};
use super::error::{Fault, LoadError, Refusal, Why};
use super::format::Source;
use super::format::{Geometry, Layer, Selection, Wanted};
use super::found::{FileReport, FileRole};
use super::infer::{fault_of_all, infer, why_elsewhere};
use super::place::CrsOrigin;
use crate::crs::{Crs, Planar, ToPlanar, near_netherlands};
use crate::model::{Area, Group, Municipality, Published};

/// What a file of polygons gives for one code.
struct Polygon {
    code: String,
    name: String,
    municipality: Option<String>,
    shape: MultiPolygon<f64>,
    published: Published,
}

/// Reads the municipalities of a source, sorted by code.
///
/// # Errors
/// When a column or every polygon is missing, no coordinate system is known, or every row was refused.
pub(super) fn municipalities(source: &Source) -> Result<(Vec<Municipality>, FileReport), LoadError> {
    let (polygons, report) = read(source, FileRole::Municipalities, Role::MunicipalityCode, Role::MunicipalityName)?;
    let municipalities = polygons
        .into_iter()
        .map(|polygon| Municipality { code: polygon.code, name: polygon.name, shape: Planar(polygon.shape), published: polygon.published })
        .collect();
    Ok((municipalities, report))
}

/// Reads the finer areas of a source, sorted by code.
///
/// # Errors
/// As [`municipalities`].
pub(super) fn areas(source: &Source) -> Result<(Vec<Area>, FileReport), LoadError> {
    let (polygons, mut report) = read(source, FileRole::Areas, Role::AreaCode, Role::AreaName)?;
    report.codes = polygons.iter().filter_map(|polygon| polygon.municipality.clone()).collect();
    let areas = polygons
        .into_iter()
        .map(|polygon| Area {
            code: polygon.code,
            name: polygon.name,
            municipality: polygon.municipality,
            shape: Planar(polygon.shape),
            published: polygon.published,
        })
        .collect();
    Ok((areas, report))
}

/// A municipal code as everyone writes it: `GM` and four digits, from `GM0518`, `0518`, `518` or `518.0`.
pub(super) fn municipal_code(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.strip_prefix("GM").or_else(|| text.strip_prefix("gm")).unwrap_or(text);
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let number: u16 = digits.parse().ok().filter(|_| (1..=4).contains(&digits.len()))?;
    (number > 0).then(|| format!("GM{number:04}"))
}

/// The code CBS gives to residents abroad.
fn is_abroad(code: &str) -> bool {
    matches!(code.get(2..6), Some("0998" | "9998"))
}

fn read(source: &Source, role: FileRole, code: Role, name: Role) -> Result<(Vec<Polygon>, FileReport), LoadError> {
    let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
    if !source.has_geometry {
        return Err(fail(Fault::NoPolygons));
    }
    cbs::check_keys(source, &[code, name, Role::Water, Role::Residents]).map_err(fail)?;
    let code_field = cbs::must_find(source, code).map_err(fail)?;
    let name_field = cbs::find(source, name).map_err(fail)?.filter(|field| *field != code_field);
    let water = cbs::find(source, Role::Water).map_err(fail)?;
    let inside = if role == FileRole::Areas { cbs::find(source, Role::MunicipalityCode).map_err(fail)? } else { None };
    let inside = inside.filter(|field| *field != code_field);
    let residents = cbs::find(source, Role::Residents).map_err(fail)?;
    let published: Vec<(usize, Group, bool)> = (0..source.fields.len())
        .filter(|field| Some(*field) != residents)
        .filter_map(|field| cbs::published_group(&source.fields[field]).map(|(group, percent)| (field, group, percent)))
        .collect();
    let mut selection = Selection {
        texts: vec![code_field],
        geometry: Wanted::Shapes,
        keep: super::keep_of(source).map_err(fail)?,
        ..Selection::default()
    };
    let mut text_column = |field: Option<usize>| {
        field.map(|field| {
            selection.texts.push(field);
            selection.texts.len() - 1
        })
    };
    let (name_column, water_column, inside_column) = (text_column(name_field), text_column(water), text_column(inside));
    selection.numbers.extend(residents);
    let first_published = selection.numbers.len();
    selection.numbers.extend(published.iter().map(|(field, ..)| *field));

    let mut layer = source.read(&selection)?;
    let mut report = FileReport::of(role, source);
    report.rows_read = layer.len() + layer.refused.len();
    report.filtered = layer.filtered;
    report.refused.append(&mut layer.refused);
    let counts = residents.into_iter().map(|field| (field, false)).chain(published.iter().map(|(field, _, percent)| (*field, *percent)));
    for ((field, _), column) in counts.zip(&mut layer.numbers).filter(|((_, percent), _)| !percent) {
        let name = &source.fields[field];
        if column.read_thousands() {
            report.thousands.push(name.clone());
        }
        // an official figure that can be read in two ways is none
        let unclear = column.forget_ambiguous();
        if unclear > 0 {
            report.hidden.push((name.clone(), unclear));
        }
    }
    let shapes = shapes_in_rd(source, &mut layer, &mut report).map_err(fail)?;
    let text = |column: Option<usize>, row: usize| column.map_or("", |column| layer.texts[column].get(row).trim());
    let mut found: BTreeMap<String, Vec<(usize, Polygon)>> = BTreeMap::new();
    for (row, shape) in shapes.into_iter().enumerate() {
        let Some(shape) = shape else { continue };
        let written = text(Some(0), row);
        let is_water = text(water_column, row).eq_ignore_ascii_case("ja");
        let code = match role {
            FileRole::Municipalities => municipal_code(written),
            _ => (!written.is_empty()).then(|| written.to_owned()),
        };
        match code {
            _ if is_water => report.water += 1,
            Some(code) if is_abroad(&code) => report.abroad += 1,
            None => {
                let why = if written.is_empty() { Why::Blank } else { Why::NotACode };
                report.refused.push(Refusal::of_value(layer.rows[row], &source.fields[code_field], written, why));
            }
            Some(code) => {
                let name = match text(name_column, row) {
                    "" => code.clone(),
                    name => name.to_owned(),
                };
                let municipality = municipal_code(text(inside_column, row));
                let published = figures(&layer, row, residents.is_some(), first_published, &published);
                found.entry(code.clone()).or_default().push((row, Polygon { code, name, municipality, shape, published }));
            }
        }
    }
    let polygons: Vec<Polygon> = found.into_values().filter_map(|parts| merge(parts, source, &layer, code_field, &mut report)).collect();
    report.refused.sort_by_key(|refusal| refusal.row);
    if polygons.is_empty() {
        return Err(fail(super::nothing_used(source, &report)));
    }
    Ok((polygons, report))
}

/// One polygon out of the rows of one code: the parts of an exploded layer belong together. Rows with different names or figures do not:
/// which of them is right, nobody can tell.
fn merge(parts: Vec<(usize, Polygon)>, source: &Source, layer: &Layer, code_field: usize, report: &mut FileReport) -> Option<Polygon> {
    let number = |row: usize| layer.rows[row];
    let agree = |a: &Polygon, b: &Polygon| a.name == b.name && a.municipality == b.municipality && a.published == b.published;
    if !parts.windows(2).all(|pair| agree(&pair[0].1, &pair[1].1)) {
        for (row, polygon) in &parts {
            let other = parts.iter().find(|(other, _)| other != row).map_or(0, |(other, _)| number(*other));
            report.refused.push(Refusal::of_value(number(*row), &source.fields[code_field], &polygon.code, Why::Duplicate { other }));
        }
        return None;
    }
    report.rows_used += parts.len();
    let mut parts = parts.into_iter().map(|(_, polygon)| polygon);
    let mut whole = parts.next()?;
    parts.for_each(|part| whole.shape.0.extend(part.shape.0));
    let corner = |polygon: &geo::Polygon<f64>| polygon.bounding_rect().map_or((0.0, 0.0), |around| (around.min().x, around.min().y));
    whole.shape.0.sort_by(|a, b| corner(a).partial_cmp(&corner(b)).unwrap_or(std::cmp::Ordering::Equal));
    Some(whole)
}

/// The official figures of a row: residents, and groups from their number or from their share.
fn figures(layer: &Layer, row: usize, with_residents: bool, first: usize, columns: &[(usize, Group, bool)]) -> Published {
    let mut published = Published::new();
    let known = |value: f64| (value >= 0.0).then_some(value);
    let residents = if with_residents { known(layer.numbers[0].values[row]) } else { None };
    if let Some(residents) = residents {
        published.insert(Group::All, residents);
    }
    for (index, (_, group, percent)) in columns.iter().enumerate() {
        let value = known(layer.numbers[first + index].values[row]);
        let persons = match (value, residents) {
            (Some(share), Some(residents)) if *percent => Some(share / 100.0 * residents),
            (value, _) if !percent => value,
            _ => None,
        };
        if let Some(persons) = persons {
            published.insert(group.clone(), persons);
        }
    }
    published
}

/// The shapes of a layer in RD New; `None` for rows that were refused.
fn shapes_in_rd(source: &Source, layer: &mut Layer, report: &mut FileReport) -> Result<Vec<Option<MultiPolygon<f64>>>, Fault> {
    let Geometry::Shapes(shapes) = std::mem::take(&mut layer.geometry) else { return Err(Fault::NoPolygons) };
    let first_corner = |shape: &MultiPolygon<f64>| shape.0.first().and_then(|polygon| polygon.exterior().0.first().copied());
    let placed = shapes.iter().zip(&layer.rows).filter_map(|(shape, row)| first_corner(shape).map(|corner| (corner, *row)));
    let (corners, rows): (Vec<Coord<f64>>, Vec<u64>) = placed.unzip();
    if corners.is_empty() {
        // without rows it is for the caller to say why there are none
        return if shapes.is_empty() { Ok(Vec::new()) } else { Err(Fault::NoPolygons) };
    }
    let (crs, origin) = match (&source.file.crs, &source.crs) {
        (Some(stated), _) => (Crs::parse(stated), CrsOrigin::Study),
        (None, Some(crs)) => (crs.clone(), CrsOrigin::File),
        (None, None) => (infer(&corners, &rows)?, CrsOrigin::Inferred),
    };
    let to = ToPlanar::new(&crs).map_err(|error| Fault::UnknownCrs { crs: error.crs, detail: error.detail })?;
    report.crs = Some((crs.clone(), origin));
    let mut reasons = Vec::new();
    let mut moved = Vec::with_capacity(shapes.len());
    for (row, mut shape) in shapes.into_iter().enumerate() {
        let is_empty = first_corner(&shape).is_none();
        // one corner far away makes a shape that covers half of the country
        let stray = Cell::new(None);
        shape.map_coords_in_place(|at| match to.point(at) {
            Some(Planar(there)) if near_netherlands(there) => there,
            _ => {
                stray.set(stray.get().or(Some(at)));
                at
            }
        });
        let refusal = match stray.get() {
            Some(at) => Refusal::of_value(layer.rows[row], "", &format!("{}, {}", at.x, at.y), why_elsewhere(at, &crs)),
            None if is_empty => Refusal::of_row(layer.rows[row], Why::NoPosition),
            None => {
                moved.push(Some(shape));
                continue;
            }
        };
        reasons.push(refusal.why.clone());
        report.refused.push(refusal);
        moved.push(None);
    }
    if moved.iter().all(Option::is_none)
        && let Some(fault) = fault_of_all(&reasons, &crs, corners.first().copied().unwrap_or_default())
    {
        return Err(fault);
    }
    Ok(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_municipal_code_has_one_form() {
        for written in ["GM0518", "0518", "518", " gm0518 ", "518.0"] {
            assert_eq!(municipal_code(written).as_deref(), Some("GM0518"), "{written}");
        }
        for written in ["", "GM", "BU05180101", "'s-Gravenhage", "0", "12345", "-518"] {
            assert_eq!(municipal_code(written), None, "{written}");
        }
    }
}
