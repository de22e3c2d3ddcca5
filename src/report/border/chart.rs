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

/// The smallest percentages of the classes.
const CLASSES: [f64; 5] = [0.0, 5.0, 20.0, 50.0, 80.0];

/// Draws as SVG in which municipality the nearest desk of each municipality's residents stands; `None` without municipalities.
///
/// Of more municipalities than a page holds those are shown of which most residents go across a border; a column of desks outside the study,
/// or in a municipality that is not shown, stands apart, as does that of no desk.
#[must_use]
pub fn chart(loaded: &Loaded, study: &Study, borders: &Borders) -> Option<String> {
    let text = text::of(study.language);
    let words = text.border();
    let region = &loaded.region;
    let shown = shown(borders);
    let rows = rows(region, borders, &shown, text);
    let mut columns: Vec<String> = shown.iter().map(|index| name(region, Territory::Municipality(*index), text)).collect();
    let mut apart = 0;
    let (mut rows, others, nobody) = (rows, shown.len(), shown.len() + 1);
    let somebody = |rows: &[FlowRow], column: usize| rows.iter().any(|row| row.persons[column] > 0.0);
    for (column, heading) in [(nobody, words.out_of_reach), (others, words.outside_study)] {
        if somebody(&rows, column) {
            columns.insert(shown.len(), heading.to_owned());
            apart += 1;
        } else {
            for row in &mut rows {
                row.persons.remove(column);
                row.cells.remove(column);
            }
        }
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
                note: words.chart_note.to_owned(),
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

/// The municipalities that a page holds, by index.
fn shown(borders: &Borders) -> Vec<usize> {
    let mut balances: Vec<_> = borders.balances.iter().filter(|row| row.basis == Basis::Nearest).collect();
    let room = MOST_FLOW_ROWS.min(MOST_FLOW_COLUMNS - 2);
    if balances.len() > room {
        balances.sort_by(|a, b| b.out.total_cmp(&a.out));
        balances.truncate(room);
    }
    let mut shown: Vec<usize> = balances.into_iter().map(|row| row.municipality).collect();
    shown.sort_unstable();
    shown
}

/// A row for each municipality; its last two columns are desks elsewhere, and no desk.
fn rows(region: &Region, borders: &Borders, shown: &[usize], text: &dyn Text) -> Vec<FlowRow> {
    let column: BTreeMap<usize, usize> = shown.iter().enumerate().map(|(column, index)| (*index, column)).collect();
    let flows =
        borders.flows.iter().find(|flows| flows.basis == Basis::Nearest).map(|flows| flows.by_territory(region)).unwrap_or_default();
    let row = |index: &usize| {
        let mut persons = vec![0.0; shown.len() + 2];
        for (_, to, residents, _) in flows.iter().filter(|(from, ..)| *from == Territory::Municipality(*index)) {
            let place = match to {
                Some(Territory::Municipality(to)) => column.get(to).copied().unwrap_or(shown.len()),
                Some(_) => shown.len(),
                None => shown.len() + 1,
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
            own: column.get(index).copied(),
        }
    };
    shown.iter().map(row).collect()
}
