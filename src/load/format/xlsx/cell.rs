//! What a cell of a sheet says as text and as a number.

use std::borrow::Cow;

use calamine::{CellErrorType, DataRef, ExcelDateTime};

use crate::load::format::layer::Numbers;
use crate::load::format::number;

/// A cell as text: whole numbers without decimals, dates and times as ISO 8601 writes them, `#N/A` as an empty cell.
pub(super) fn text<'a>(cell: &'a DataRef<'_>) -> Cow<'a, str> {
    match cell {
        DataRef::Empty | DataRef::Error(CellErrorType::NA) => Cow::Borrowed(""),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cow::Borrowed(text),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::Int(value) => Cow::Owned(value.to_string()),
        DataRef::Float(value) => Cow::Owned(number::text_of(*value)),
        DataRef::Bool(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
        DataRef::DateTime(value) => Cow::Owned(moment(*value)),
        DataRef::Error(error) => Cow::Owned(error.to_string()),
    }
}

/// Adds a cell to a column of numbers: texts are read as numbers, whatever else is no number is kept as odd.
pub(super) fn push_number(column: &mut Numbers, cell: &DataRef<'_>) {
    match cell {
        #[expect(clippy::cast_precision_loss, reason = "a count in a cell is far below 2^53")]
        DataRef::Int(value) => column.push(*value as f64),
        DataRef::Float(value) if value.is_finite() => column.push(*value),
        other => column.push_text(&text(other)),
    }
}

/// A date `2023-03-15`, a time of the day `09:30`, both `2023-03-15T09:30`, or a duration in hours `26:30`; seconds only if there are any.
fn moment(value: ExcelDateTime) -> String {
    let serial = value.as_f64();
    if value.is_duration() || (0.0..1.0).contains(&serial) {
        return duration(serial);
    }
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        (_, _, 0) => format!("{date}T{hour:02}:{minute:02}"),
        _ => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
    }
}

fn duration(days: f64) -> String {
    let sign = if days < 0.0 { "-" } else { "" };
    // a time of the day is a fraction that binary cannot hold: the nearest second is meant
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative; what is too large is cut at the largest")]
    let seconds = (days.abs() * 86_400.0).round() as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 { format!("{sign}{hours:02}:{minutes:02}") } else { format!("{sign}{hours:02}:{minutes:02}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn date(serial: f64) -> String {
        text(&DataRef::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false))).into_owned()
    }

    #[test]
    fn dates_and_times_are_iso() {
        // Excel counts days from 1899-12-30 (past February 1900); 2023-03-15 is day 45,000: 123 years of 365 days, 30 leap days of
        // 1904 to 2020, 73 days of 2023 up to 15 March, and 2: 44,895 + 30 + 73 + 2 = 45,000
        assert_eq!(date(45_000.0), "2023-03-15");
        // 09:30 is 9.5 / 24
        assert_eq!(date(45_000.0 + 9.5 / 24.0), "2023-03-15T09:30");
        assert_eq!(date(9.5 / 24.0), "09:30");
        assert_eq!(date(0.1 + 1.0 / 86_400.0), "02:24:01");
        let span = |days| text(&DataRef::DateTime(ExcelDateTime::new(days, ExcelDateTimeType::TimeDelta, false))).into_owned();
        assert_eq!(span(26.5 / 24.0), "26:30");
        assert_eq!(span(-0.5 / 24.0), "-00:30");
    }

    #[test]
    fn numbers_come_from_every_kind_of_cell() {
        let mut column = Numbers::default();
        for cell in [
            DataRef::Float(5.5),
            DataRef::Int(7),
            DataRef::String("1.234,5".to_owned()),
            DataRef::SharedString(" -99997 "),
            DataRef::Error(CellErrorType::NA),
            DataRef::Empty,
            DataRef::Error(CellErrorType::Div0),
            DataRef::Bool(true),
            DataRef::SharedString("geheim"),
        ] {
            push_number(&mut column, &cell);
        }
        assert_eq!(column.values[..4], [5.5, 7.0, 1234.5, -99997.0]);
        assert!(column.values[4..].iter().all(|value| value.is_nan()));
        assert_eq!(column.odd, [(6, "#DIV/0!".to_owned()), (7, "true".to_owned()), (8, "geheim".to_owned())]);
    }

    #[test]
    fn a_postcode_stored_as_a_number_reads_as_one() {
        assert_eq!(text(&DataRef::Float(1011.0)), "1011");
        assert_eq!(text(&DataRef::Float(52.25)), "52.25");
        assert_eq!(text(&DataRef::Bool(false)), "false");
        assert_eq!(text(&DataRef::Error(CellErrorType::NA)), "");
    }
}
