//! Where the rows and columns of a matrix stand, and the names above its columns: in lines while they fit, else climbing to the right.

use super::colour::{INK, SOFT};
use super::page::{LABEL, MARGIN, ROOM};
use super::sheet::{Anchor, Letters, Sheet, length, whole};

/// Between names and cells, and between cells and what stands at the right of them.
const GAP: i32 = 20;
/// Between the columns and those that stand apart.
const APART: i32 = 18;
/// With more columns than this names climb steeply, and those of rows get less room.
const MANY: usize = 14;
/// Widest column below names in lines, and below names that climb.
const WIDEST: [i32; 2] = [168, 118];
/// Most room for what stands at the right of a row.
const TOTAL: i32 = 170;
/// Most lines of a name above its column.
const LINES: usize = 3;
/// How far a climbing name may reach into the margin.
const BLEED: i32 = 30;
/// Headings of the axes.
const AXIS: Letters = Letters { size: 23, colour: SOFT };
/// Names of columns that stand apart.
const ASIDE: Letters = Letters { size: 25, colour: SOFT };

/// The words of a matrix.
#[derive(Debug, Clone)]
pub(super) struct Headings<'a> {
    /// Above the names of the rows.
    pub from: &'a str,
    /// Above the names of the columns.
    pub to: &'a str,
    /// Above what stands at the right of the rows.
    pub total: &'a str,
    /// Names of the rows.
    pub rows: Vec<&'a str>,
    /// What stands at the right of each row.
    pub totals: Vec<&'a str>,
    /// Names of the columns.
    pub columns: Vec<&'a str>,
    /// How many of the last columns stand apart.
    pub apart: usize,
}

/// Names above columns.
#[derive(Debug, Clone)]
enum Above {
    /// Each in lines.
    Lines(Vec<Vec<String>>),
    /// Each on one line that climbs by so many degrees.
    Climbing(i32, Vec<String>),
}

/// A matrix in place.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    left: i32,
    column: i32,
    pitch: i32,
    /// Columns that do not stand apart.
    together: usize,
    right: i32,
    above: Above,
    from: Vec<String>,
    to: String,
    rows: Vec<String>,
    total: Vec<String>,
    totals: Vec<String>,
}

impl Grid {
    /// Finds the widest columns with which everything fits.
    pub fn new(words: &Headings) -> Self {
        let most = match words.columns.len() {
            0..=MANY => 330,
            15..=22 => 290,
            _ => 240,
        };
        let rows: Vec<String> = words.rows.iter().map(|name| LABEL.cut(name, most)).collect();
        let from = AXIS.wrap(words.from, most, 2);
        let total = AXIS.wrap(words.total, TOTAL, 2);
        let totals: Vec<String> = words.totals.iter().map(|text| LABEL.cut(text, TOTAL)).collect();
        let widest = |texts: &[String], letters: Letters| texts.iter().map(|text| letters.width(text)).max().unwrap_or(0);
        let names = widest(&rows, LABEL).max(widest(&from, AXIS));
        let at_right = widest(&totals, LABEL).max(widest(&total, AXIS));
        let pitch = match words.rows.len() {
            0..=8 => 60,
            9..=14 => 50,
            _ => 42,
        };
        let mut grid = Self {
            left: MARGIN + names + if names > 0 { GAP } else { 0 },
            column: 0,
            pitch,
            together: words.columns.len().saturating_sub(words.apart),
            right: 0,
            above: Above::Lines(Vec::new()),
            from,
            to: AXIS.cut(words.to, ROOM / 2),
            rows,
            total,
            totals,
        };
        let reserve = if at_right > 0 { at_right + GAP } else { 0 };
        grid.place_columns(&words.columns, reserve);
        grid.right = grid.edge(words.columns.len()) + reserve;
        grid
    }

    /// Sets the width of the columns and the names above them, with at least so much room at the right.
    fn place_columns(&mut self, names: &[&str], reserve: i32) {
        self.widen(names.len(), reserve, WIDEST[0]);
        let room = self.column - 14;
        let word_fits = |name: &&str| name.split_whitespace().all(|word| LABEL.width(word) <= room);
        if names.iter().all(word_fits) {
            let lines: Vec<Vec<String>> = names.iter().map(|name| LABEL.wrap(name, room, LINES + 1)).collect();
            if lines.iter().all(|lines| lines.len() <= LINES) {
                self.above = Above::Lines(lines);
                return;
            }
        }
        let degrees = if names.len() > MANY { 60 } else { 45 };
        let names: Vec<String> = names.iter().map(|name| LABEL.cut(name, 330)).collect();
        let across = f64::from(degrees).to_radians().cos();
        let mut room = reserve;
        // A name reaches farther the more room its column has given up for it: a few steps and both agree.
        for _ in 0..100 {
            self.widen(names.len(), room, WIDEST[1]);
            let ends =
                names.iter().enumerate().map(|(column, name)| self.middle(column) + whole(f64::from(LABEL.width(name)) * across) + GAP);
            if ends.max().unwrap_or(0) <= MARGIN + ROOM + BLEED {
                break;
            }
            room += 4;
        }
        self.above = Above::Climbing(degrees, names);
    }

    fn widen(&mut self, columns: usize, reserve: i32, most: i32) {
        let apart = if self.together > 0 && self.together < columns { APART } else { 0 };
        let room = MARGIN + ROOM - self.left - reserve - apart;
        self.column = (room / length(columns.max(1))).clamp(20, most);
    }

    /// The left edge of a column.
    fn edge(&self, column: usize) -> i32 {
        let apart = if self.together > 0 && column > self.together { APART } else { 0 };
        let gap = if self.together > 0 && column == self.together { APART } else { 0 };
        self.left + self.column * length(column) + apart + gap
    }

    fn middle(&self, column: usize) -> i32 {
        self.edge(column) + self.column / 2
    }

    /// The rectangle of a cell, with white around it: left, top, width, height. The first row begins at `top`.
    pub fn cell(&self, top: i32, row: usize, column: usize) -> [i32; 4] {
        [self.edge(column) + 1, top + self.pitch * length(row) + 1, self.column - 2, self.pitch - 2]
    }

    /// Height of all that stands above the first row.
    pub fn head(&self) -> i32 {
        let names = match &self.above {
            Above::Lines(names) => (LABEL.size + 4) * length(names.iter().map(Vec::len).max().unwrap_or(0)) + 10,
            Above::Climbing(degrees, names) => {
                let angle = f64::from(*degrees).to_radians();
                let widest = names.iter().map(|name| LABEL.width(name)).max().unwrap_or(0);
                whole(f64::from(widest) * angle.sin() + f64::from(LABEL.size) * angle.cos()) + 14
            }
        };
        let sides = (AXIS.size + 4) * length(self.from.len().max(self.total.len())) + 10;
        names.max(sides) + if self.to.trim().is_empty() { 0 } else { 40 }
    }

    /// Height of all rows.
    pub fn body(&self) -> i32 {
        self.pitch * length(self.rows.len().max(1))
    }

    /// Draws the names; the first row begins at `top`.
    pub fn draw(&self, sheet: &Sheet, top: i32) {
        sheet.text((self.left + 1, top - self.head() + AXIS.size - 2), Anchor::Start, AXIS, &self.to);
        let mut baseline = top - 12 - (AXIS.size + 4) * (length(self.from.len()) - 1);
        for line in &self.from {
            sheet.text((MARGIN, baseline), Anchor::Start, AXIS, line);
            baseline += AXIS.size + 4;
        }
        let mut baseline = top - 12 - (AXIS.size + 4) * (length(self.total.len()) - 1);
        for line in &self.total {
            sheet.text((self.right, baseline), Anchor::End, AXIS, line);
            baseline += AXIS.size + 4;
        }
        for (row, (name, total)) in self.rows.iter().zip(&self.totals).enumerate() {
            let baseline = top + self.pitch * length(row) + self.pitch / 2 + LABEL.drop();
            sheet.text((MARGIN, baseline), Anchor::Start, LABEL, name);
            sheet.text((self.right, baseline), Anchor::End, LABEL, total);
        }
        let letters = |column: usize| if column < self.together { Letters { colour: INK, ..LABEL } } else { ASIDE };
        match &self.above {
            Above::Lines(names) => {
                for (column, lines) in names.iter().enumerate() {
                    let mut baseline = top - 12 - (LABEL.size + 4) * (length(lines.len()) - 1);
                    for line in lines {
                        sheet.text((self.middle(column), baseline), Anchor::Middle, letters(column), line);
                        baseline += LABEL.size + 4;
                    }
                }
            }
            Above::Climbing(degrees, names) => {
                let angle = f64::from(*degrees).to_radians();
                // The middle of the letters, not their baseline, points at the middle of the column.
                let drop = f64::from(LABEL.drop());
                for (column, name) in names.iter().enumerate() {
                    let at = (self.middle(column) + whole(drop * angle.sin()), top - 14 + whole(drop * angle.cos()));
                    sheet.climb(at, *degrees, letters(column), name);
                }
            }
        }
    }
}
