//! Tables in plain text, for the terminal: columns as wide as their widest cell, two spaces apart, a rule below the headings.

/// To which side the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table as text, one line a row, each ended by a line feed and without spaces at its end.
///
/// A column without an alignment stands to the left. A row that is shorter than the headings has empty cells at its end, and cells beyond
/// the headings have no heading. Width is counted in characters, marks that combine with the letter before them left out.
#[must_use]
pub fn table(headings: &[&str], aligns: &[Align], rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).chain([headings.len()]).max().unwrap_or(0);
    let mut widths = vec![0; columns];
    let cells = rows.iter().flat_map(|row| row.iter().map(String::as_str).enumerate());
    for (column, cell) in headings.iter().copied().enumerate().chain(cells) {
        if let Some(width) = widths.get_mut(column) {
            *width = (*width).max(width_of(cell));
        }
    }
    let align = |column: usize| aligns.get(column).copied().unwrap_or(Align::Left);
    let mut text = String::new();
    push_line(
        &mut text,
        widths.iter().enumerate().map(|(column, width)| (headings.get(column).copied().unwrap_or(""), *width, align(column))),
    );
    let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    push_line(&mut text, rules.iter().zip(&widths).map(|(rule, width)| (rule.as_str(), *width, Align::Left)));
    for row in rows {
        push_line(
            &mut text,
            widths.iter().enumerate().map(|(column, width)| (row.get(column).map_or("", String::as_str), *width, align(column))),
        );
    }
    text
}

/// Adds one line: cells with their width and alignment.
fn push_line<'a>(text: &mut String, cells: impl Iterator<Item = (&'a str, usize, Align)>) {
    let mut line = String::new();
    for (index, (cell, width, align)) in cells.enumerate() {
        if index > 0 {
            line.push_str("  ");
        }
        let gap = " ".repeat(width.saturating_sub(width_of(cell)));
        let cell = cell.replace(char::is_control, " ");
        match align {
            Align::Left => line.extend([cell, gap]),
            Align::Right => line.extend([gap, cell]),
        }
    }
    text.push_str(line.trim_end());
    text.push('\n');
}

/// How many places a text takes in a terminal.
fn width_of(text: &str) -> usize {
    text.chars().filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn numbers_stand_to_the_right_and_accents_take_one_place() {
        // `é` once as one character and once as `e` with a combining accent: both are one place wide.
        let rows = [row(&["Lisveen-aan-de-Slenk", "1.240"]), row(&["Café Één", "12"]), row(&["Cafe\u{301}", "3"])];
        let text = table(&["plaats", "inwoners"], &[Align::Left, Align::Right], &rows);
        let expected = "plaats                inwoners\n\
                        ────────────────────  ────────\n\
                        Lisveen-aan-de-Slenk     1.240\n\
                        Café Één                    12\n\
                        Cafe\u{301}                         3\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn rows_may_be_shorter_or_longer_than_the_headings() {
        let text = table(&["a", "b"], &[], &[row(&["1"]), row(&["1", "2", "drie"])]);
        assert_eq!(text, "a  b\n─  ─  ────\n1\n1  2  drie\n");
    }

    #[test]
    fn a_line_break_in_a_cell_does_not_break_the_row() {
        assert_eq!(table(&["a"], &[], &[row(&["x\ny"])]), "a\n───\nx y\n");
    }

    #[test]
    fn nothing_is_an_empty_table() {
        assert_eq!(table(&["a"], &[Align::Right], &[]), "a\n─\n");
        assert_eq!(table(&[], &[], &[]), "\n\n");
    }
}
