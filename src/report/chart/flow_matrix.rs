//! Who uses whose desk: a row for where people live, a column for where their desk is.

use plotters::style::RGBColor;

use super::colour::{EMPTY, INK, WHITE, readable_on, shades};
use super::key::{Key, Symbol};
use super::matrix_grid::{Grid, Headings};
use super::page::page;
use super::sheet::{Anchor, Letters, Sheet};
use super::texts::Texts;

/// The most rows that are drawn.
pub const MOST_FLOW_ROWS: usize = 24;
/// The most columns that are drawn, with those that stand apart.
pub const MOST_FLOW_COLUMNS: usize = 26;

/// Sizes of the texts in the cells: the largest with which all fit.
const SIZES: [i32; 5] = [25, 23, 21, 19, 17];
/// Cells narrower than this have a thinner edge.
const NARROW: i32 = 42;

/// What [`flow_matrix`] draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FlowMatrix {
    /// The words around.
    pub texts: Texts,
    /// Above the names of the rows: that people live there.
    pub from: String,
    /// Above the names of the columns: that their desk is there.
    pub to: String,
    /// Above the totals of the rows: of what they are.
    pub total: String,
    /// In the key: what the outlined cells are; empty for no word about it.
    pub own: String,
    /// Classes of a share, from small to large; best five or six.
    pub classes: Vec<FlowClass>,
    /// Names of the columns, at most [`MOST_FLOW_COLUMNS`].
    pub columns: Vec<String>,
    /// How many of the last columns are no place like the others (outside the study, no desk) and stand apart.
    pub apart: usize,
    /// The rows, from above; at most [`MOST_FLOW_ROWS`].
    pub rows: Vec<FlowRow>,
}

/// A class of [`FlowMatrix`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FlowClass {
    /// The smallest percentage in it, rounded as the cells are; that of the first is not looked at.
    pub least: f64,
    /// Its name in the key.
    pub label: String,
}

/// A row of [`FlowMatrix`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FlowRow {
    /// The name before the cells; one that is too long ends in an ellipsis.
    pub name: String,
    /// How many people go to each column. What is no number or less than nothing is 0.
    pub persons: Vec<f64>,
    /// What is written in each cell: its share of the row. Nothing is written where nobody goes.
    pub cells: Vec<String>,
    /// What stands at the right of the row: how many people it is about. Empty for nothing.
    pub total: String,
    /// The column that is the row itself.
    pub own: Option<usize>,
}

impl FlowRow {
    /// The percentage of the row that each column has, 0 without anybody.
    fn shares(&self) -> Vec<f64> {
        let persons = self.persons.iter().map(|count| if count.is_finite() { count.max(0.0) } else { 0.0 });
        let all: f64 = persons.clone().sum();
        persons.map(|count| if all > 0.0 && all.is_finite() { count / all * 100.0 } else { 0.0 }).collect()
    }
}

/// Draws a cell for each row and column, coloured by its share of the row: the more, the darker. Colours go by whole percentages, so that
/// a cell has the colour of the number in it. Cells where nobody goes are pale and empty.
///
/// Rows and columns after the most that fit are left out; their people count in the shares. Time is linear in cells.
#[must_use]
pub fn flow_matrix(matrix: &FlowMatrix) -> String {
    let rows = &matrix.rows[..matrix.rows.len().min(MOST_FLOW_ROWS)];
    let columns = &matrix.columns[..matrix.columns.len().min(MOST_FLOW_COLUMNS)];
    let colours = shades(matrix.classes.len());
    let fills = matrix.classes.iter().zip(&colours).map(|(class, colour)| (Symbol::Fill(*colour), class.label.as_str()));
    let key = Key::new(fills.chain([(Symbol::Frame, matrix.own.as_str())]));
    let grid = Grid::new(&Headings {
        from: &matrix.from,
        to: &matrix.to,
        total: &matrix.total,
        rows: rows.iter().map(|row| row.name.as_str()).collect(),
        totals: rows.iter().map(|row| row.total.as_str()).collect(),
        columns: columns.iter().map(String::as_str).collect(),
        apart: matrix.apart,
    });
    let above = key.height() + if key.height() > 0 { 28 } else { 0 } + grid.head();
    page(&matrix.texts, above + grid.body(), |sheet, top| {
        key.draw(sheet, top);
        grid.draw(sheet, top + above);
        let width = grid.cell(0, 0, 0)[2];
        let size = size_of(rows, width + 2 - 2 * edge_of(width).iter().sum::<i32>());
        for (index, row) in rows.iter().enumerate() {
            for (column, share) in row.shares().iter().chain(std::iter::repeat(&0.0)).take(columns.len()).enumerate() {
                let colour = class_of(&matrix.classes, *share).and_then(|class| colours.get(class));
                let fill = colour.copied().unwrap_or(EMPTY);
                let rect = grid.cell(top + above, index, column);
                let room = draw_ground(sheet, rect, fill, row.own == Some(column));
                let text = row.cells.get(column).filter(|_| *share > 0.0);
                let letters = Letters { size, colour: readable_on(fill) };
                if let Some(text) = text.filter(|text| letters.width(text) <= room) {
                    let [left, upper, width, height] = rect;
                    sheet.text((left + width / 2, upper + height / 2 + letters.drop()), Anchor::Middle, letters, text);
                }
            }
        }
    })
}

/// The class of a percentage; `None` where nobody goes.
fn class_of(classes: &[FlowClass], share: f64) -> Option<usize> {
    let reached = classes.iter().skip(1).take_while(|class| share.round() >= class.least).count();
    (share > 0.0 && !classes.is_empty()).then_some(reached)
}

/// The size at which every text fits in a cell this wide.
fn size_of(rows: &[FlowRow], width: i32) -> i32 {
    let fits = |size: &i32| {
        let letters = Letters { size: *size, colour: INK };
        rows.iter().flat_map(|row| &row.cells).all(|text| letters.width(text) <= width)
    };
    SIZES.into_iter().find(fits).unwrap_or(SIZES[SIZES.len() - 1])
}

/// The edge around a row's own cell, and the white within it.
fn edge_of(width: i32) -> [i32; 2] {
    if width < NARROW { [2, 1] } else { [3, 2] }
}

/// Draws the ground of a cell and gives its width. That of the row itself has an edge, half of it in the white around the cell, and white
/// between: seen on a dark cell too.
fn draw_ground(sheet: &Sheet, [left, top, width, height]: [i32; 4], fill: RGBColor, own: bool) -> i32 {
    if !own {
        sheet.rect([left, top, width, height], fill);
        return width;
    }
    let within = |by: i32| [left - 1 + by, top - 1 + by, width + 2 - 2 * by, height + 2 - 2 * by];
    let [edge, white] = edge_of(width);
    sheet.rect(within(0), INK);
    sheet.rect(within(edge), WHITE);
    sheet.rect(within(edge + white), fill);
    within(edge + white)[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_begins_with_its_least_rounded_as_in_the_cell() {
        let classes = [0.0, 5.0, 20.0, 50.0].map(|least| FlowClass { least, label: String::new() });
        let cases = [(0.2, 0), (4.49, 0), (4.5, 1), (5.0, 1), (19.4, 1), (19.6, 2), (49.4, 2), (50.0, 3), (100.0, 3)];
        for (share, class) in cases {
            assert_eq!(class_of(&classes, share), Some(class), "{share}");
        }
        assert_eq!((class_of(&classes, 0.0), class_of(&[], 50.0)), (None, None));
    }

    #[test]
    fn shares_are_of_the_row_and_odd_numbers_are_nobody() {
        let row = |persons: &[f64]| FlowRow { persons: persons.to_vec(), ..FlowRow::default() }.shares();
        assert_eq!(row(&[30.0, 10.0, 0.0]), [75.0, 25.0, 0.0]);
        assert_eq!(row(&[f64::NAN, 10.0, -5.0, f64::INFINITY]), [0.0, 100.0, 0.0, 0.0]);
        assert_eq!(row(&[0.0, 0.0]), [0.0, 0.0]);
        assert_eq!(row(&[f64::MAX, f64::MAX]), [0.0, 0.0]);
        assert!(row(&[]).is_empty());
    }

    #[test]
    fn texts_in_cells_are_as_large_as_fits() {
        let rows = [FlowRow { cells: vec!["100".to_owned(), "7".to_owned()], ..FlowRow::default() }];
        let width = |size: i32| Letters { size, colour: INK }.width("100");
        assert_eq!(size_of(&rows, 150), 25);
        assert_eq!(size_of(&rows, width(21)), 21);
        assert_eq!(size_of(&rows, 5), 17);
        assert_eq!(size_of(&[], 5), 25);
    }
}
