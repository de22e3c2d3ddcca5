//! What a point in a number written as text can mean: `1.250` residents are 1250, `5.125` degrees are not.
//!
//! A number by itself does not tell. A column does: points with exactly three digits behind each of them, in every value that has one.

use super::layer::Numbers;

/// The points in the texts of a column of numbers. Cells that hold numbers have none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Points {
    /// The values that have two readings, such as `1.250`: rows in the layer. Empty once a value can only be a fraction.
    two_readings: Vec<usize>,
    /// Some value is a short fraction, `12.5`: a true one, or `12.500` from which a spreadsheet took the zeros.
    short: bool,
    /// Some value is a fraction in any reading: `0.125`, `1234.567`, `52.16337`.
    fractions: bool,
}

/// What a point in one text means.
enum Reading {
    /// There is none, or the text itself says what it is (`1.234,5`, `1.234.567`).
    Clear,
    Two,
    Short,
    Fraction,
}

impl Points {
    /// Looks at the text of the row `row`. O(length), nothing once the column is known to have fractions.
    pub(super) fn see(&mut self, row: usize, text: &str) {
        if self.fractions {
            return;
        }
        match reading(text) {
            Reading::Clear => {}
            Reading::Two => self.two_readings.push(row),
            Reading::Short => self.short = true,
            Reading::Fraction => {
                self.fractions = true;
                self.two_readings = Vec::new();
            }
        }
    }

    /// Adds the points of the rows behind the first `rows`, as if their texts had been seen one by one.
    pub(super) fn append(&mut self, rows: usize, more: Self) {
        if self.fractions {
            return;
        }
        self.short |= more.short;
        self.fractions = more.fractions;
        if more.fractions {
            self.two_readings = Vec::new();
        } else {
            self.two_readings.extend(more.two_readings.into_iter().map(|row| rows + row));
        }
    }

    /// Whether the points stand between thousands in a column of whole numbers.
    #[must_use]
    pub fn are_thousands(&self) -> bool {
        !self.two_readings.is_empty() && !self.short
    }

    /// The rows whose value nobody can read, because the column has both `1.250` and `12.5`. Ascending.
    #[must_use]
    pub fn ambiguous(&self) -> &[usize] {
        if self.short { &self.two_readings } else { &[] }
    }
}

impl Numbers {
    /// The values with points between thousands, where that can be.
    #[must_use]
    pub fn as_thousands(&self) -> Vec<f64> {
        let mut values = self.values.clone();
        if self.points.are_thousands() {
            for row in &self.points.two_readings {
                // three digits behind the point: the product is a whole number but for its last bit
                values[*row] = (values[*row] * 1000.0).round();
            }
        }
        values
    }

    /// Takes points for thousands where that can be; whether it did. For columns that count something.
    pub fn read_thousands(&mut self) -> bool {
        let can_be = self.points.are_thousands();
        if can_be {
            self.values = self.as_thousands();
            self.points = Points::default();
        }
        can_be
    }

    /// Empties the cells that nobody can read; how many.
    pub fn forget_ambiguous(&mut self) -> usize {
        for row in self.points.ambiguous() {
            self.values[*row] = f64::NAN;
        }
        self.points.ambiguous().len()
    }
}

fn reading(text: &str) -> Reading {
    let Some((whole, behind)) = text.split_once('.') else { return Reading::Clear };
    if behind.contains([',', '.']) {
        return Reading::Clear;
    }
    if !behind.bytes().all(|byte| byte.is_ascii_digit()) {
        return Reading::Fraction;
    }
    let whole = whole.trim_start_matches(['-', '+']);
    let whole_is_group = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && whole.bytes().all(|byte| byte.is_ascii_digit());
    match behind.len() {
        0 => Reading::Clear,
        _ if !whole_is_group => Reading::Fraction,
        1 | 2 => Reading::Short,
        3 => Reading::Two,
        _ => Reading::Fraction,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(texts: &[&str]) -> Numbers {
        let mut column = Numbers::default();
        texts.iter().for_each(|text| column.push_text(text));
        column
    }

    #[test]
    fn a_column_tells_what_its_points_are() {
        for (texts, values) in [
            (
                vec!["1.250", "850", "", "12.000", "1.234.567", "-99.997"],
                Some(vec![1250.0, 850.0, f64::NAN, 12_000.0, 1_234_567.0, -99_997.0]),
            ),
            (vec!["1.250", "1.234,5"], Some(vec![1250.0, 1234.5])),
            (vec!["1.250", "0.125"], None),
            (vec!["1.250", "1234.500"], None),
            (vec!["1.250", "12.3456"], None),
            (vec!["1.250", "1,234.5"], None),
            (vec!["1.250", "1.5"], None),
            (vec!["850", "3,125"], None),
            (vec!["geheim.abc", "7"], None),
        ] {
            let mut read = column(&texts);
            assert_eq!(read.read_thousands(), values.is_some(), "{texts:?}");
            let values = values.unwrap_or_else(|| column(&texts).values);
            assert!(read.values.iter().zip(&values).all(|(a, b)| a.total_cmp(b).is_eq()), "{texts:?}: {:?}", read.values);
        }
    }

    #[test]
    fn what_has_two_readings_beside_short_fractions_is_named() {
        assert_eq!(column(&["12.5", "7", "1.250", "1.5", "2.750"]).points.ambiguous(), [2, 4]);
        // a fraction in any reading settles it for the whole column
        assert!(column(&["12.5", "1.250", "0.5"]).points.ambiguous().is_empty());
        let mut cells = Numbers::default();
        cells.push(1.25);
        assert!(!cells.points.are_thousands() && cells.points.ambiguous().is_empty());
    }

    #[test]
    fn points_in_parts_are_those_of_the_whole() {
        for texts in [
            ["1.250", "850", "2.500", "12.000"],
            ["7", "1.250", "12.5", "2.750"],
            ["1.250", "0.125", "12.5", "2.750"],
            ["12.5", "1.250", "0.5", "1.5"],
        ] {
            for cut in 0..=texts.len() {
                let mut points = column(&texts[..cut]).points;
                points.append(cut, column(&texts[cut..]).points);
                assert_eq!(points, column(&texts).points, "{texts:?} cut at {cut}");
            }
        }
    }
}
