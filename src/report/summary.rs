//! The figures of a coverage for a reader in a hurry, and for a machine.

use serde::Serialize;

use super::place::{code_and_name, level_name};
use super::terminal::{Align, table};
use crate::measure::{AreaSummary, Coverage, Level};
use crate::model::{Region, Study};
use crate::text::Text;
use crate::units::{Metres, Share};

/// How many municipalities the table shows; of more, those with the smallest share within the norm.
const MOST: usize = 20;

/// A short table: the study, then its municipalities, everyone in them.
#[must_use]
pub fn readable(region: &Region, coverage: &Coverage, study: &Study, text: &dyn Text) -> String {
    let words = text.words();
    let everyone = |row: &&AreaSummary| row.group == 0;
    let whole = coverage.areas.iter().filter(everyone).filter(|row| row.level == Level::Study);
    let mut municipalities: Vec<&AreaSummary> =
        coverage.areas.iter().filter(everyone).filter(|row| row.level == Level::Municipality).collect();
    let left_out = municipalities.len().saturating_sub(MOST);
    if left_out > 0 {
        municipalities.sort_by(|a, b| share(a.summary.within_norm).total_cmp(&share(b.summary.within_norm)));
        municipalities.truncate(MOST);
    }
    let outside = coverage.areas.iter().filter(everyone).filter(|row| row.level == Level::Outside);
    let rows: Vec<Vec<String>> = whole.chain(municipalities).chain(outside).map(|row| line(region, row, text)).collect();
    let within = format!("{} {}", words.within, text.length(study.reach.norm));
    let headings = [words.municipality, words.residents, words.mean, words.median, words.p90, &within];
    let right = Align::Right;
    let mut page = format!("{}\n\n{}", study.title, table(&headings, &[Align::Left, right, right, right, right, right], &rows));
    if left_out > 0 {
        page.push_str(&text.more_municipalities(left_out));
        page.push('\n');
    }
    page
}

fn line(region: &Region, row: &AreaSummary, text: &dyn Text) -> Vec<String> {
    let words = text.words();
    let name = match row.level {
        Level::Study => words.whole_study,
        Level::Outside => words.outside,
        _ => code_and_name(region, row.level, row.index).1,
    };
    let distance = |metres: Option<Metres>| text.distance(metres.map_or(f64::NAN, Metres::get));
    let figures = &row.summary;
    vec![
        name.to_owned(),
        text.whole(figures.residents),
        distance(figures.mean),
        distance(figures.median),
        distance(figures.p90),
        text.percent(share(figures.within_norm)),
    ]
}

fn share(share: Option<Share>) -> f64 {
    share.map_or(f64::NAN, Share::get)
}

#[derive(Serialize)]
struct Row<'a> {
    level: &'static str,
    code: &'a str,
    name: &'a str,
    group: String,
    residents: f64,
    need: f64,
    mean_m: Option<f64>,
    median_m: Option<f64>,
    p90_m: Option<f64>,
    share_within: Vec<Within>,
    share_within_norm: Option<f64>,
    unreachable: f64,
    hidden_share: Option<f64>,
}

#[derive(Serialize)]
struct Within {
    metres: f64,
    share: Option<f64>,
}

/// Every row of the table of areas as JSON, unrounded.
///
/// # Errors
/// Only when a figure cannot be written as JSON, which finite numbers always can.
pub fn json(region: &Region, coverage: &Coverage, study: &Study) -> Result<String, serde_json::Error> {
    let rows: Vec<Row> = coverage
        .areas
        .iter()
        .map(|row| {
            let (code, name) = code_and_name(region, row.level, row.index);
            let figures = &row.summary;
            let limits = study.reach.also.iter().zip(&figures.within_also);
            Row {
                level: level_name(row.level),
                code,
                name,
                group: region.cells.counts[row.group].group.to_string(),
                residents: figures.residents,
                need: figures.need,
                mean_m: figures.mean.map(Metres::get),
                median_m: figures.median.map(Metres::get),
                p90_m: figures.p90.map(Metres::get),
                share_within: limits.map(|(limit, share)| Within { metres: limit.get(), share: share.map(Share::get) }).collect(),
                share_within_norm: figures.within_norm.map(Share::get),
                unreachable: figures.unreachable,
                hidden_share: figures.hidden.map(Share::get),
            }
        })
        .collect();
    serde_json::to_string_pretty(&rows)
}
