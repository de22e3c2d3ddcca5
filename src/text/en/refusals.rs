//! Why a row was not used.

use super::{count, hours};
use crate::load::{Refusal, Why};
use crate::model::{Status, Venue};

pub(super) fn why(why: &Why) -> String {
    match why {
        Why::NotANumber => "not a number".to_owned(),
        Why::NotACount => "cannot be a number of people".to_owned(),
        Why::Blank => "not filled in".to_owned(),
        Why::CutOff => "the row breaks off too early".to_owned(),
        Why::TooManyCells => "the row is longer than the header".to_owned(),
        Why::BadGeometry(words) => format!("the shape on the map cannot be read ({words})"),
        Why::NoPosition => "nothing says where this is: no shape, no coordinates and no id of a square".to_owned(),
        Why::Elsewhere => "lies far outside the Netherlands".to_owned(),
        Why::InDegrees => "these are degrees, where the other positions are RD".to_owned(),
        Why::InRd => "this is RD, where the other positions are degrees".to_owned(),
        Why::AxesSwapped => "the two coordinates are in the wrong order".to_owned(),
        Why::NotASquare => "not the id of a CBS square, such as `E0974N4514`".to_owned(),
        Why::NotACode => "not the code of a municipality, such as `GM0518`".to_owned(),
        Why::Duplicate { other } => format!("is also in row {other}, with other contents"),
        Why::Repeated { other } => format!("is already in row {other} and counts once"),
        Why::NotYesOrNo => "neither `ja` (yes) nor `nee` (no)".to_owned(),
        Why::NotAStatus => format!("not a status: choose one of {}", choices(Status::ALL.map(Status::name))),
        Why::ContradictsIdo => "does not fit what the column `ido` says: only a desk (`ja`) is `open`".to_owned(),
        Why::NotAVenue => format!("not a known kind of venue: choose one of {}", choices(Venue::ALL.map(Venue::name))),
        Why::NotAPeriod => "not a year, or an end before its start".to_owned(),
        Why::UnknownArea => "this area is not in the file of areas".to_owned(),
        Why::Hours(error) => hours::week(error),
        Why::NotHours => "not a number of hours a week: that is 0 to 168".to_owned(),
        Why::NotAges => "not a band of ages, such as `65+` or `15-25`".to_owned(),
        Why::NotAYear => "not a year, such as 2035".to_owned(),
        Why::NotAFactor => "not a factor from 0 to 10, such as `1.12`".to_owned(),
        Why::NoSuchSite { nearest } => {
            format!("this site is in no file of sites{}; `bereik sites STUDY` lists each site with its id", meant(nearest.as_deref()))
        }
        Why::NoDeskThere => {
            "there is no desk at this site today: take the row away, or put `ja` under `ido` in the file of sites".to_owned()
        }
        Why::NoSuchPlace { nearest } => {
            format!(
                "this neighbourhood, district or postcode is not of the study{}; correct the row or take it away",
                meant(nearest.as_deref())
            )
        }
        Why::NotVisits => "not a number of visits: that is 0 or more".to_owned(),
        Why::TooManyVisits { most } => format!("too large: Bereik reads at most {} visits a row", count(*most as usize)),
        Why::NotWeeks => "not a number of weeks: that is more than 0 and at most 522 (ten years)".to_owned(),
        Why::InOtherFile { file } => format!("stands in {file} too; add up the visits and the weeks in one row"),
        Why::NotMoney => "not an amount, such as `€ 1,250.50`".to_owned(),
        Why::UnknownMunicipality => {
            "this municipality is not in the file of municipalities; perhaps a name or code of another year, from before or after a merger"
                .to_owned()
        }
    }
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or(String::new(), |name| format!("; perhaps \"{name}\" is meant"))
}

/// `row 12, column "inwoners", value "abc": not a number`.
pub(super) fn row(refusal: &Refusal) -> String {
    let mut parts = vec![format!("row {}", refusal.row)];
    if !refusal.field.is_empty() {
        parts.push(format!("column \"{}\"", refusal.field));
    }
    if !refusal.value.is_empty() {
        parts.push(format!("value \"{}\"", refusal.value));
    }
    format!("{}: {}", parts.join(", "), why(&refusal.why))
}

fn choices<const N: usize>(names: [&str; N]) -> String {
    names.map(|name| format!("`{name}`")).join(", ")
}
