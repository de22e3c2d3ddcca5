//! The chart of who uses whose desk.

use std::collections::BTreeMap;

use super::Borders;
use super::names::name;
use crate::load::Loaded;
use crate::measure::border::{Basis, Territory};
use crate::model::{Region, Study};
use crate::report::chart::{FlowClass, FlowMatrix, FlowRow, MOST_FLOW_COLUMNS, MOST_FLOW_ROWS, Texts, flow_matrix};
use crate::report::coverage_map::source;
use crate::text::{self, Text};

/// The columns that can stand apart.
const APART: usize = 3;
/// The smallest percentages of the classes.
const CLASSES: [f64; 5] = [0.0, 5.0, 20.0, 50.0, 80.0];

/// Draws as SVG in which municipality the nearest desk of each municipality's residents stands; `None` without municipalities.
///
/// Of more municipalities than a page holds those are shown of which most residents go across a border, and the note says so; columns are
/// then the municipalities of the study where most of them go. Desks in a municipality that has no column, desks outside the study, and no
/// desk at all stand apart, where anybody has these.
#[must_use]
pub fn chart(loaded: &Loaded, study: &Study, borders: &Borders) -> Option<String> {
    let text = text::of(study.language);
    let words = text.border();
    let region = &loaded.region;
    let flows =
        borders.flows.iter().find(|flows| flows.basis == Basis::Nearest).map(|flows| flows.by_territory(region)).unwrap_or_default();
    let shown = Shown::of(region, borders, &flows);
    let mut rows = rows(region, &flows, &shown, text);
    let mut columns: Vec<String> = shown.columns.iter().map(|index| name(region, Territory::Municipality(*index), text)).collect();
    let mut apart = 0;
    let plain = columns.len();
    // From the last to the first, so that what is taken out moves nothing that is still to come.
    for (place, heading) in [words.other_municipality, words.outside_study, text.words().unreachable].into_iter().enumerate().rev() {
        if rows.iter().any(|row| row.persons[plain + place] > 0.0) {
            columns.insert(plain, heading.to_owned());
            apart += 1;
        } else {
            for row in &mut rows {
                row.persons.remove(plain + place);
                row.cells.remove(plain + place);
            }
        }
    }
    let all = borders.balances.iter().filter(|row| row.basis == Basis::Nearest).count();
    let mut note = words.chart_note.to_owned();
    if rows.len() < all {
        note = format!("{} {note}", text.municipalities_shown(rows.len(), all));
    }
    let class = |(place, least): (usize, f64)| {
        let next = CLASSES.get(place + 1);
        let label = next.map_or_else(|| format!("{least:.0} – 100"), |next| format!("{least:.0} – {:.0}", next - 1.0));
        FlowClass { least, label: format!("{label}{}", text.charts().percent) }
    };
    (!rows.is_empty()).then(|| {
        flow_matrix(&FlowMatrix {
            texts: Texts {
                title: words.chart_title.to_owned(),
                subtitle: format!("{}. {}", study.title, words.chart_subtitle),
                note,
                source: source(loaded, text.words()),
                description: format!("{} {}", words.chart_title, words.chart_subtitle),
                percent: text.charts().percent.to_owned(),
            },
            from: words.lives_in.to_owned(),
            to: words.desk_in.to_owned(),
            total: text.words().residents.to_owned(),
            own: words.own.to_owned(),
            classes: CLASSES.into_iter().enumerate().map(class).collect(),
            columns,
            apart,
            rows,
        })
    })
}

/// Flows between territories: from, to, residents, need.
type Between = (Territory, Option<Territory>, f64, f64);

/// The municipalities that a page holds, by index, ascending.
struct Shown {
    rows: Vec<usize>,
    columns: Vec<usize>,
}

impl Shown {
    fn of(region: &Region, borders: &Borders, flows: &[Between]) -> Self {
        let mut balances: Vec<_> = borders.balances.iter().filter(|row| row.basis == Basis::Nearest).collect();
        if balances.len() <= MOST_FLOW_ROWS.min(MOST_FLOW_COLUMNS - APART) {
            let all: Vec<usize> = balances.into_iter().map(|row| row.municipality).collect();
            return Self { rows: all.clone(), columns: all };
        }
        balances.sort_by(|a, b| b.out.total_cmp(&a.out));
        let mut rows: Vec<usize> = balances.into_iter().take(MOST_FLOW_ROWS).map(|row| row.municipality).collect();
        rows.sort_unstable();
        let mut sums: BTreeMap<usize, f64> = BTreeMap::new();
        for (from, to, residents, _) in flows {
            if let (Territory::Municipality(from), Some(Territory::Municipality(to))) = (from, to)
                && rows.binary_search(from).is_ok()
                && region.in_study[*to]
            {
                *sums.entry(*to).or_default() += residents;
            }
        }
        let mut columns: Vec<(usize, f64)> = sums.into_iter().collect();
        columns.sort_by(|a, b| b.1.total_cmp(&a.1));
        columns.truncate(MOST_FLOW_COLUMNS - APART);
        let mut columns: Vec<usize> = columns.into_iter().map(|(index, _)| index).collect();
        columns.sort_unstable();
        Self { rows, columns }
    }
}

/// A row for each municipality; its last columns are desks in another municipality of the study, desks outside it, and no desk.
fn rows(region: &Region, flows: &[Between], shown: &Shown, text: &dyn Text) -> Vec<FlowRow> {
    let columns = shown.columns.len();
    let row = |index: &usize| {
        let mut persons = vec![0.0; columns + APART];
        for (_, to, residents, _) in flows.iter().filter(|(from, ..)| *from == Territory::Municipality(*index)) {
            let place = match to {
                Some(Territory::Municipality(to)) => match shown.columns.binary_search(to) {
                    Ok(column) => column,
                    Err(_) if region.in_study[*to] => columns,
                    Err(_) => columns + 1,
                },
                Some(_) => columns + 1,
                None => columns + 2,
            };
            persons[place] += residents;
        }
        let all: f64 = persons.iter().sum();
        let cell = |persons: &f64| {
            let percent = persons / all * 100.0;
            if percent < 0.5 { "<1".to_owned() } else { format!("{percent:.0}") }
        };
        FlowRow {
            name: region.municipalities[*index].name.clone(),
            cells: persons.iter().map(cell).collect(),
            persons,
            total: text.whole(all),
            own: shown.columns.binary_search(index).ok(),
        }
    };
    shown.rows.iter().map(row).collect()
}
