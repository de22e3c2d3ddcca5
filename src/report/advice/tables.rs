//! Scenarios beside each other as tables of texts.

use super::Advice;
use crate::report::compare::{Line, lines};
use crate::report::document::{Align, Block, TextTable};

/// The most columns of a table on A4 upright; wider tables are turned.
const MOST: usize = 7;
/// The most scenarios on the opening page.
const OPENING: usize = 5;

/// The lines of the table on the opening page; all lines stand in the chapter of scenarios.
pub(super) fn main_lines(advice: &Advice) -> Vec<Line> {
    let words = advice.text().compare();
    let main = [words.desks, words.desk_hours, words.cost, words.left, words.short, words.moment, words.mean, words.hours];
    let within = |name: &str| name.starts_with(words.within);
    all_lines(advice).into_iter().filter(|line| main.contains(&line.name.as_str()) || within(&line.name)).collect()
}

/// Every line.
pub(super) fn all_lines(advice: &Advice) -> Vec<Line> {
    lines(advice.study, advice.comparison, advice.text())
}

/// The caption of the table of scenarios, with what stands between brackets where there are ranges.
pub(super) fn caption(advice: &Advice) -> String {
    let words = advice.text().advice();
    let caption = if advice.comparison.scenarios.is_empty() { words.alone } else { words.scenarios_caption };
    let ranges = advice.comparison.certainty.as_ref().map(|_| advice.text().certain().ranges);
    ranges.map_or_else(|| caption.to_owned(), |ranges| format!("{caption}. {ranges}"))
}

/// Today and every scenario beside each other, a row a figure; with many scenarios a column a figure.
pub(super) fn captioned(caption: &str, lines: Vec<Line>, advice: &Advice) -> Vec<Block> {
    fitting(beside(caption, lines, advice, &(0..advice.comparison.scenarios.len()).collect::<Vec<_>>()))
}

/// The table of the opening page: today, the scenario that is advised, and of many others those that help most at the moment that suits.
pub(super) fn opening(advice: &Advice) -> Vec<Block> {
    let scenarios = &advice.comparison.scenarios;
    let worth = |place: &usize| {
        let head = &scenarios[*place].outcome.headline;
        (advice.comparison.advised() == Some(*place), head.moment.unwrap_or(0.0), head.within)
    };
    let mut places: Vec<usize> = (0..scenarios.len()).collect();
    places.sort_by(|one, other| {
        let ((chosen, moment, within), (also_chosen, also_moment, also_within)) = (worth(one), worth(other));
        also_chosen.cmp(&chosen).then(also_moment.total_cmp(&moment)).then(also_within.total_cmp(&within)).then(one.cmp(other))
    });
    places.truncate(OPENING);
    places.sort_unstable();
    let others = (places.len() < scenarios.len()).then(|| Block::Paragraph(advice.text().advice().other_scenarios.to_owned()));
    std::iter::once(Block::Table(beside(&caption(advice), main_lines(advice), advice, &places))).chain(others).collect()
}

/// Today and some scenarios beside each other.
fn beside(caption: &str, lines: Vec<Line>, advice: &Advice, places: &[usize]) -> TextTable {
    let mut headings = vec![String::new(), advice.text().compare().today.to_owned()];
    headings.extend(places.iter().map(|place| advice.comparison.scenarios[*place].outcome.situation.name.clone()));
    let rows = lines.into_iter().map(|line| {
        let values = places.iter().filter_map(|place| line.values.get(place + 1)).cloned();
        [line.name].into_iter().chain(line.values.first().cloned()).chain(values).collect()
    });
    table(caption, headings, rows.collect())
}

/// A table as it is while it fits on paper; else its rows become columns, in as many tables as they need.
pub(super) fn fitting(wide: TextTable) -> Vec<Block> {
    let columns = wide.headings.len();
    if columns <= MOST {
        return vec![Block::Table(wide)];
    }
    let parts = wide.rows.len().div_ceil(MOST - 1).max(1);
    let turned = |rows: &[Vec<String>]| {
        let column = |place: usize| rows.iter().map(move |row| row.get(place).cloned().unwrap_or_default());
        let headings = [wide.headings[0].clone()].into_iter().chain(column(0)).collect();
        let body = (1..columns).map(|place| [wide.headings[place].clone()].into_iter().chain(column(place)).collect());
        Block::Table(table(&wide.caption, headings, body.collect()))
    };
    wide.rows.chunks(wide.rows.len().div_ceil(parts).max(1)).map(turned).collect()
}

/// A table of which the first column has words and the others numbers.
pub(super) fn table(caption: &str, headings: Vec<String>, rows: Vec<Vec<String>>) -> TextTable {
    let mut aligns = vec![Align::Right; headings.len()];
    aligns[0] = Align::Left;
    TextTable { caption: caption.to_owned(), headings, aligns, rows }
}

/// Fixed headings as texts.
pub(super) fn headings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_many_columns_is_turned_and_loses_nothing() {
        let wide = |columns: usize| {
            let names = std::iter::once(String::new()).chain((1..columns).map(|column| format!("s{column}"))).collect();
            let row = |row: usize| (0..columns).map(|column| format!("{row}:{column}")).collect();
            table("caption", names, (0..9).map(row).collect())
        };
        let tables = |columns: usize| -> Vec<TextTable> {
            fitting(wide(columns))
                .into_iter()
                .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
                .collect()
        };
        assert_eq!(tables(MOST).into_iter().map(|table| table.rows).collect::<Vec<_>>(), [wide(MOST).rows]);
        // Nine figures in two tables of five and four, each with 15 rows; six fit in one.
        let tables = tables(16);
        let headings: Vec<usize> = tables.iter().map(|table| table.headings.len()).collect();
        assert_eq!(headings, [6, 5]);
        assert_eq!((tables[0].headings[1].as_str(), tables[1].headings[4].as_str()), ("0:0", "8:0"));
        assert!(tables.iter().all(|table| table.rows.len() == 15 && table.aligns.len() == table.headings.len()));
        assert_eq!((tables[0].rows[0][0].as_str(), tables[1].rows[14][4].as_str()), ("s1", "8:15"));
    }
}
