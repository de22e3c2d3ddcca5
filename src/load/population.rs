//! The population file: rows into cells, sorted by id, with what is wrong refused.

use geo::Coord;
use rayon::prelude::*;

use super::cbs::{self, Role};
use super::country::Countries;
use super::error::{Fault, LoadError, Needed, Refusal, Why};
use super::format::Source;
use super::format::{Geometry, Layer, Selection};
use super::found::{FileReport, FileRole};
use super::hidden::RawCount;
use super::order::by_id;
use super::place::{Placed, Placing};
use crate::model::{Group, Texts};
use crate::units::Metres;

/// More residents than any square or postcode has: a value above it is no count of a cell.
const MOST_RESIDENTS: f64 = 1_000_000.0;

/// Cells as they stand in the file: hidden counts are NaN, nothing is joined yet.
pub(super) struct RawCells {
    pub ids: Texts,
    pub at: Vec<Coord<f64>>,
    pub side: Option<Metres>,
    pub squares: bool,
    /// All residents; NaN where hidden.
    pub residents: Vec<f64>,
    /// The other counts.
    pub counts: Vec<RawCount>,
    /// The countries they name.
    pub countries: Countries,
    /// Whether the bounds of hidden counts are kept.
    pub with_bounds: bool,
}

impl RawCells {
    /// The cells at these rows, in their order.
    pub fn pick(&self, rows: &[u32]) -> Self {
        let values = |values: &[f64]| rows.iter().map(|row| values[*row as usize]).collect();
        Self {
            ids: pick_texts(&self.ids, rows),
            at: rows.iter().map(|row| self.at[*row as usize]).collect(),
            side: self.side,
            squares: self.squares,
            residents: values(&self.residents),
            counts: self.counts.iter().map(|count| RawCount { group: count.group.clone(), values: values(&count.values) }).collect(),
            countries: self.countries.pick(rows),
            with_bounds: self.with_bounds,
        }
    }
}

/// The columns of a population file, by their place in the layer.
struct Columns {
    /// Field of all residents; it is the first number of the layer.
    residents: usize,
    /// The other counts: group and field; they are the next numbers of the layer.
    counts: Vec<(Group, usize)>,
    /// Field of the ids and their place in [`Layer::texts`].
    id: Option<(usize, usize)>,
    /// The place of the countries in [`Layer::texts`].
    country: Option<usize>,
}

/// Reads the cells of a source.
///
/// # Errors
/// When a column is missing or could be several, no position is known, or every row was refused.
pub(super) fn read(source: &Source) -> Result<(RawCells, FileReport), LoadError> {
    let fail = |fault| LoadError { file: source.file.shown.clone(), fault };
    let (columns, mut selection) = columns(source).map_err(fail)?;
    let placing = Placing::of(source, &mut selection)?;
    let mut layer = source.read(&selection)?;
    let placed = placing.place(source, &layer)?;
    // Positions are known: what they were made from is given back before more is made.
    layer.geometry = Geometry::Nothing;

    let mut report = FileReport::of(FileRole::Population, source);
    report.crs.clone_from(&placed.crs);
    report.rows_read = layer.len() + layer.refused.len();
    report.filtered = layer.filtered;
    report.refused.clone_from(&layer.refused);
    report.refused.extend(placed.refused.iter().cloned());
    report.thousands.clone_from(&placed.thousands);
    report.thousands.extend(read_thousands(source, &mut layer, &columns));
    let mut good: Vec<bool> = placed.at.par_iter().map(|at| at.x.is_finite()).collect();
    refuse_values(source, &layer, &columns, &mut good, &mut report.refused);
    let mut ids = ids(&layer, &placed, columns.id.map(|(_, column)| column));
    let (mut rows, unique) = by_id(&ids, &good);
    match columns.id {
        _ if unique => {}
        Some((field, _)) => rows = without_repeats(&rows, &ids, &layer, &placed, &source.fields[field], &mut report.refused),
        None => {
            ids = std::borrow::Cow::Owned(numbered(&rows, &ids, &layer, &placed));
            rows = by_id(&ids, &good).0;
        }
    }
    report.refused.sort_by_key(|refusal| refusal.row);
    report.rows_used = rows.len();
    if rows.is_empty() {
        return Err(fail(super::nothing_used(source, &report)));
    }
    report.hidden = hidden_by_column(source, &layer, &columns, &rows);
    let side = placed.side.and_then(Metres::new);
    // Each column of the file is given back as soon as its cells are picked from it.
    let countries = columns.country.map(|column| Countries::of(rows.iter().map(|row| layer.texts[column].get(*row as usize))));
    let at = rows.par_iter().map(|row| placed.at[*row as usize]).collect();
    drop(placed.at);
    let texts = pick_texts(&ids, &rows);
    drop(ids);
    drop((layer.texts, layer.rows));
    let mut picked = layer.numbers.into_iter().map(|column| pick_count(&column.values, &rows));
    let cells = RawCells {
        ids: texts,
        residents: picked.next().unwrap_or_default(),
        counts: columns.counts.into_iter().zip(picked).map(|((group, _), values)| RawCount { group, values }).collect(),
        at,
        squares: placed.straight && side.is_some(),
        side,
        countries: countries.unwrap_or_default(),
        with_bounds: false,
    };
    Ok((cells, report))
}

fn columns(source: &Source) -> Result<(Columns, Selection), Fault> {
    let residents = residents(source)?;
    let mut counts = cbs::counts(source)?;
    counts.retain(|(_, field)| *field != residents);
    let id = match cbs::find(source, Role::Square100)?.or(cbs::find(source, Role::Square500)?).or(cbs::find(source, Role::EurostatSquare)?)
    {
        Some(field) => Some(field),
        None => cbs::find(source, Role::CellId)?,
    };
    let mut selection = Selection { numbers: vec![residents], keep: super::keep_of(source)?, ..Selection::default() };
    selection.numbers.extend(counts.iter().map(|(_, field)| *field));
    selection.texts.extend(id);
    let country = cbs::find(source, Role::Country)?.map(|field| {
        selection.texts.push(field);
        selection.texts.len() - 1
    });
    Ok((Columns { residents, counts, id: id.map(|field| (field, 0)), country }, selection))
}

/// The column of all residents: the one that the study names, else the only one that can be it.
fn residents(source: &Source) -> Result<usize, Fault> {
    if source.file.columns.contains_key(Role::Residents.key()) {
        return cbs::must_find(source, Role::Residents);
    }
    let mut candidates = cbs::find_all(source, Role::Residents);
    if candidates.is_empty() {
        candidates = cbs::residents_by_year(source);
    }
    match candidates.as_slice() {
        [field] => Ok(*field),
        [] => cbs::must_find(source, Role::Residents),
        several => {
            let fields = several.iter().map(|field| source.fields[*field].clone()).collect();
            Err(Fault::Ambiguous { needed: Needed::Residents, key: Role::Residents.key(), fields })
        }
    }
}

/// Reads the points of columns of counts as thousands where they can be nothing else; the columns where that was done.
fn read_thousands(source: &Source, layer: &mut Layer, columns: &Columns) -> Vec<String> {
    let fields = std::iter::once(columns.residents).chain(columns.counts.iter().map(|(_, field)| *field));
    let read = fields.zip(&mut layer.numbers).filter_map(|(field, column)| column.read_thousands().then_some(field));
    read.map(|field| source.fields[field].clone()).collect()
}

/// Refuses rows whose residents are blank, no number or no count, or that have in a column of counts a text or a number
/// that can be read in two ways.
fn refuse_values(source: &Source, layer: &Layer, columns: &Columns, good: &mut [bool], refused: &mut Vec<Refusal>) {
    let fields = std::iter::once(columns.residents).chain(columns.counts.iter().map(|(_, field)| *field));
    for (index, field) in fields.enumerate() {
        let name = &source.fields[field];
        for (row, text) in &layer.numbers[index].odd {
            if std::mem::replace(&mut good[*row], false) {
                refused.push(Refusal::of_value(layer.rows[*row], name, text, Why::NotANumber));
            }
        }
        for row in layer.numbers[index].points.ambiguous() {
            if std::mem::replace(&mut good[*row], false) {
                let written = format!("{:.3}", layer.numbers[index].values[*row]);
                refused.push(Refusal::of_value(layer.rows[*row], name, &written, Why::NotACount));
            }
        }
        for (row, value) in layer.numbers[index].values.iter().enumerate() {
            let why = match () {
                () if *value > MOST_RESIDENTS => Why::NotACount,
                () if index == 0 && value.is_nan() => Why::Blank,
                () => continue,
            };
            if std::mem::replace(&mut good[row], false) {
                let shown = if value.is_nan() { String::new() } else { value.to_string() };
                refused.push(Refusal::of_value(layer.rows[row], name, &shown, why));
            }
        }
    }
}

/// The ids of the rows; from the position where the file has none.
fn ids<'a>(layer: &'a Layer, placed: &Placed, column: Option<usize>) -> std::borrow::Cow<'a, Texts> {
    match column.and_then(|column| layer.texts.get(column)) {
        Some(ids) => std::borrow::Cow::Borrowed(ids),
        None => std::borrow::Cow::Owned({
            let mut ids = Texts::default();
            placed.at.iter().for_each(|at| ids.push(&format!("{:.0}_{:.0}", at.x, at.y)));
            ids
        }),
    }
}

/// Ids for rows of which several stand at one position, as the addresses of a building do: `x_y`, `x_y-2`, `x_y-3`. The order is that
/// of their contents, so that shuffled rows give the same cells.
fn numbered(rows: &[u32], ids: &Texts, layer: &Layer, placed: &Placed) -> Texts {
    let by_contents = |a: &u32, b: &u32| {
        let (a, b) = (*a as usize, *b as usize);
        let by_position = placed.at[a].x.total_cmp(&placed.at[b].x).then(placed.at[a].y.total_cmp(&placed.at[b].y));
        layer.numbers.iter().fold(by_position, |order, column| order.then_with(|| column.values[a].total_cmp(&column.values[b])))
    };
    let mut number = vec![1_usize; ids.len()];
    for alike in rows.chunk_by(|a, b| ids.get(*a as usize) == ids.get(*b as usize)).filter(|alike| alike.len() > 1) {
        let mut alike = alike.to_vec();
        alike.sort_by(by_contents);
        (1..).zip(&alike).for_each(|(place, row)| number[*row as usize] = place);
    }
    let mut numbered = Texts::with_capacity(ids.len(), ids.bytes());
    for (id, number) in ids.iter().zip(number) {
        if number == 1 { numbered.push(id) } else { numbered.push(&format!("{id}-{number}")) }
    }
    numbered
}

/// Leaves one of each set of equal rows, and none of rows that share an id and differ: which of them is right, nobody can tell.
fn without_repeats(rows: &[u32], ids: &Texts, layer: &Layer, placed: &Placed, field: &str, refused: &mut Vec<Refusal>) -> Vec<u32> {
    let id = |row: u32| ids.get(row as usize);
    let same = |a: u32, b: u32| {
        let (a, b) = (a as usize, b as usize);
        placed.at[a] == placed.at[b] && layer.numbers.iter().all(|column| column.values[a].to_bits() == column.values[b].to_bits())
    };
    let mut kept = Vec::with_capacity(rows.len());
    for alike in rows.chunk_by(|a, b| id(*a) == id(*b)) {
        let number = |row: u32| layer.rows[row as usize];
        let first = alike[0];
        if alike.iter().all(|row| same(first, *row)) {
            kept.push(first);
            let why = Why::Repeated { other: number(first) };
            refused.extend(alike[1..].iter().map(|row| Refusal::of_value(number(*row), field, id(*row), why.clone())));
        } else {
            refused.extend(alike.iter().map(|row| {
                let other = alike.iter().find(|other| *other != row).map_or(0, |other| number(*other));
                Refusal::of_value(number(*row), field, id(*row), Why::Duplicate { other })
            }));
        }
    }
    kept
}

/// How many used rows hide each column, for those that hide any.
fn hidden_by_column(source: &Source, layer: &Layer, columns: &Columns, rows: &[u32]) -> Vec<(String, usize)> {
    std::iter::once(columns.residents)
        .chain(columns.counts.iter().map(|(_, field)| *field))
        .enumerate()
        .map(|(index, field)| {
            let values = &layer.numbers[index].values;
            let hidden = rows.par_iter().filter(|row| is_hidden(values[**row as usize])).count();
            (source.fields[field].clone(), hidden)
        })
        .filter(|(_, hidden)| *hidden > 0)
        .collect()
}

/// Any negative count is a code for "secret" or "not available"; an empty cell among counts says no more.
fn is_hidden(value: f64) -> bool {
    value.is_nan() || value < 0.0
}

fn pick_count(values: &[f64], rows: &[u32]) -> Vec<f64> {
    rows.par_iter().map(|row| values[*row as usize]).map(|value| if is_hidden(value) { f64::NAN } else { value }).collect()
}

fn pick_texts(texts: &Texts, rows: &[u32]) -> Texts {
    let mut picked = Texts::with_capacity(rows.len(), texts.bytes());
    rows.iter().for_each(|row| picked.push(texts.get(*row as usize)));
    picked
}
