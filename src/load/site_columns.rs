//! What the columns of a file of sites say beside name and place: hours, staffed places and costs.

use super::cbs::{self, Role};
use super::error::{Fault, Refusal, Why};
use super::format::{Layer, Selection, Source, number};
use super::found::HoursNote;
use crate::model::{DeskCosts, SiteHours};
use crate::units::{Euros, Hours};
use crate::week::{self, Ignored, Opening, Parsed, Week, WeekError, Weekday};

/// A column of texts: its place in [`Layer::texts`] and its field.
type Column = (usize, usize);

/// The columns, by their place in the layer.
#[derive(Debug, Default)]
pub(super) struct SiteColumns {
    desk: Hoursed,
    building: Hoursed,
    appointment: Option<Column>,
    staffed: Option<Column>,
    places: Option<Column>,
    fixed: Option<Column>,
    hour: Option<Column>,
}

/// Hours in one column, or in a column for each day.
#[derive(Debug, Default)]
struct Hoursed {
    whole: Option<Column>,
    days: Vec<(Weekday, Column)>,
}

/// What the columns say of one site.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct SiteFacts {
    pub hours: SiteHours,
    pub places: Option<f64>,
    pub costs: DeskCosts,
}

/// What the names of the columns of a desk's own hours begin with, where there is one a day.
const OF_DESK: [&str; 4] = ["ido_", "spreekuur_", "inloop_", "desk_"];
/// Fewer columns of days than these are something else by the same name.
const LEAST_DAYS: usize = 3;

impl SiteColumns {
    /// Finds the columns and adds them to what is read.
    ///
    /// # Errors
    /// [`Fault::NoField`] when the study names a column that is not there.
    pub fn find(source: &Source, selection: &mut Selection) -> Result<Self, Fault> {
        let mut take = |field: usize| {
            selection.texts.push(field);
            (selection.texts.len() - 1, field)
        };
        let mut column = |role: Role| -> Result<Option<Column>, Fault> { Ok(cbs::find(source, role)?.map(&mut take)) };
        let mut found = Self {
            desk: Hoursed { whole: column(Role::DeskHours)?, days: Vec::new() },
            building: Hoursed { whole: column(Role::BuildingHours)?, days: Vec::new() },
            appointment: column(Role::AppointmentHours)?,
            staffed: column(Role::StaffedHours)?,
            places: column(Role::Places)?,
            fixed: column(Role::FixedCost)?,
            hour: column(Role::HourCost)?,
        };
        let day_of_desk = |name: &str| OF_DESK.iter().find_map(|prefix| name.strip_prefix(prefix)).and_then(week::weekday_of_column);
        let days = |day: &dyn Fn(&str) -> Option<Weekday>| -> Vec<(Weekday, usize)> {
            let fields = source.fields.iter().enumerate();
            let days: Vec<_> = fields.filter_map(|(field, name)| day(&name.to_lowercase()).map(|day| (day, field))).collect();
            if days.len() < LEAST_DAYS { Vec::new() } else { days }
        };
        if found.desk.whole.is_none() {
            found.desk.days = days(&day_of_desk).into_iter().map(|(day, field)| (day, take(field))).collect();
        }
        if found.building.whole.is_none() {
            found.building.days = days(&week::weekday_of_column).into_iter().map(|(day, field)| (day, take(field))).collect();
        }
        Ok(found)
    }

    /// What the columns say of a row, and what of its hours was not taken.
    ///
    /// # Errors
    /// The cell that cannot be: the row is refused with it.
    pub fn facts(&self, source: &Source, layer: &Layer, row: usize, notes: &mut Vec<HoursNote>) -> Result<SiteFacts, Refusal> {
        let reader = Reader { source, layer, row };
        let hours = SiteHours {
            desk: reader.hours(&self.desk, notes)?,
            building: reader.hours(&self.building, notes)?,
            appointment: reader.one(self.appointment, notes)?,
            staffed: reader
                .number(self.staffed)?
                .map(|(column, value)| Hours::new(value).ok_or_else(|| reader.refuse(column, Why::NotHours)))
                .transpose()?,
        };
        let places = reader
            .number(self.places)?
            .map(|(column, value)| (value >= 0.0).then_some(value).ok_or_else(|| reader.refuse(column, Why::NotANumber)));
        let costs = DeskCosts { fixed: reader.money(self.fixed)?, hour: reader.money(self.hour)? };
        Ok(SiteFacts { hours, places: places.transpose()?, costs })
    }
}

/// One row.
struct Reader<'a> {
    source: &'a Source,
    layer: &'a Layer,
    row: usize,
}

impl Reader<'_> {
    fn text(&self, (column, _): Column) -> &str {
        self.layer.texts[column].get(self.row).trim()
    }

    fn refuse(&self, column: Column, why: Why) -> Refusal {
        Refusal::of_value(self.layer.rows[self.row], &self.source.fields[column.1], self.text(column), why)
    }

    fn hours(&self, hoursed: &Hoursed, notes: &mut Vec<HoursNote>) -> Result<Option<Opening>, Refusal> {
        if hoursed.days.is_empty() {
            return self.one(hoursed.whole, notes);
        }
        let texts: Vec<(Weekday, &str)> = hoursed.days.iter().map(|(day, column)| (*day, self.text(*column))).collect();
        let parsed = week::columns(&texts).map_err(|(day, error)| {
            let column = hoursed.days.iter().find(|(of, _)| *of == day).map_or((0, 0), |(_, column)| *column);
            self.refuse(column, Why::Hours(error))
        })?;
        let field = hoursed.days.first().map_or(0, |(_, (_, field))| *field);
        Ok(parsed.map(|parsed| self.noted(parsed, field, notes)))
    }

    /// The hours of one cell; a desk that helps by appointment only is never open for walk-in.
    fn one(&self, column: Option<Column>, notes: &mut Vec<HoursNote>) -> Result<Option<Opening>, Refusal> {
        let Some(column) = column.filter(|column| !self.text(*column).is_empty()) else { return Ok(None) };
        match week::parse(self.text(column)) {
            Ok(parsed) => Ok(Some(self.noted(parsed, column.1, notes))),
            Err(WeekError::OnlyByAppointment) => {
                let ignored = vec![Ignored::ByAppointment { text: self.text(column).to_owned() }];
                Ok(Some(self.noted(Parsed { opening: Opening::Timed { week: Week::EMPTY }, ignored }, column.1, notes)))
            }
            Err(error) => Err(self.refuse(column, Why::Hours(error))),
        }
    }

    fn noted(&self, parsed: Parsed, field: usize, notes: &mut Vec<HoursNote>) -> Opening {
        let (row, field) = (self.layer.rows[self.row], &self.source.fields[field]);
        notes.extend(parsed.ignored.into_iter().map(|ignored| HoursNote { row, field: field.clone(), ignored }));
        parsed.opening
    }

    fn number(&self, column: Option<Column>) -> Result<Option<(Column, f64)>, Refusal> {
        let Some(column) = column.filter(|column| !self.text(*column).is_empty()) else { return Ok(None) };
        let value = number::parse(self.text(column)).filter(|value| value.is_finite());
        value.map(|value| Some((column, value))).ok_or_else(|| self.refuse(column, Why::NotANumber))
    }

    /// An amount, with or without the sign of the euro.
    fn money(&self, column: Option<Column>) -> Result<Option<Euros>, Refusal> {
        let Some(column) = column.filter(|column| !self.text(*column).is_empty()) else { return Ok(None) };
        euros(self.text(column)).map(Some).ok_or_else(|| self.refuse(column, Why::NotMoney))
    }
}

/// An amount as people write it in a column of amounts: `€ 1.250,50`, `1250,50`, `1.250`.
pub(super) fn euros(text: &str) -> Option<Euros> {
    let text = text.trim();
    text.parse().or_else(|_| format!("€ {text}").parse()).ok()
}
