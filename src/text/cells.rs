//! What the codes in the cells of tables are called for people.
//!
//! CSV and GeoPackage have codes that are the same in every language; a workbook has words. Whether a column has codes is told by the
//! names of its table and itself, never by a value: a village named `new` keeps its name.

use std::str::FromStr;

use super::Text;
use super::columns::Unit;
use super::stated::notation;
use crate::model::{Assumed, Decay, End, Group, Status, Venue};
use crate::units::{Euros, Hours, Metres};
use crate::week::{Opening, Weekday};

/// What the codes of a column are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coded {
    /// How wide a place is: `area`, `municipality`.
    Level,
    /// A group of residents, or their need.
    Group,
    /// Whether a group was counted.
    Counted,
    /// By which use people and desks are joined.
    Use,
    /// What expected visits come from.
    Demand,
    /// What the band of visits comes from.
    Band,
    /// A kind of venue.
    Venue,
    /// The status of a site.
    Status,
    /// What a place is to the study.
    Scope,
    /// Where hours come from.
    HoursFrom,
    /// Opening hours.
    Week,
    /// A class of hours a week.
    Class,
    /// The label of a library branch.
    Label,
    /// A day of the week.
    Day,
    /// Where the amount of a grant comes from.
    Grant,
    /// Which desks count at a border.
    Side,
    /// Why a place is listed at a border.
    Place,
    /// What a municipality lacks.
    Lacks,
    /// Where a site lies.
    Where,
    /// How costs are shared.
    Key,
    /// A desk, or all of them.
    Desk,
    /// What becomes of a desk.
    Fate,
    /// Desks or hours.
    Way,
    /// What is thought of the visits of a desk.
    Verdict,
    /// Yes or no.
    Yes,
    /// A target.
    Target,
    /// A figure beside that of the country.
    Country,
    /// A figure of a scenario.
    Figure,
    /// In what a row is measured.
    Unit,
    /// An assumption.
    Assumption,
    /// A value of an assumption.
    Value,
    /// Places, each with a number in brackets.
    Gains,
}

/// What the codes of a column are about; `None` for a column of names, ids and sentences.
#[must_use]
pub fn coded(table: &str, column: &str) -> Option<Coded> {
    Some(match (table, column) {
        ("areas" | "hours" | "equity", "basis") => Coded::Counted,
        ("flows" | "flow-balance" | "desk-users", "basis") => Coded::Use,
        ("compare-use", "basis") => Coded::Demand,
        ("border-effect", "desks") => Coded::Side,
        ("border-places", "kind") => Coded::Place,
        ("shares", "key") => Coded::Key,
        ("shares", "desk") => Coded::Desk,
        ("country", "figure") => Coded::Country,
        ("compare-range", "figure") | ("compare-rank", "ranked_by") => Coded::Figure,
        ("compare-range", "unit") => Coded::Unit,
        ("compare-tornado", "assumption") => Coded::Assumption,
        ("compare-tornado", "low_value" | "high_value") => Coded::Value,
        ("plan-why", "gains_most") => Coded::Gains,
        ("desks" | "plan" | "plan-alternatives" | "compare-desks", "week") | ("desks", "by_appointment") => Coded::Week,
        (_, "level") => Coded::Level,
        (_, "group" | "largest_gap_group") => Coded::Group,
        (_, "band_from") => Coded::Band,
        (_, "venue") => Coded::Venue,
        (_, "status") => Coded::Status,
        (_, "scope" | "from_scope" | "to_scope") => Coded::Scope,
        (_, "hours_from") => Coded::HoursFrom,
        (_, "class") => Coded::Class,
        (_, "label") => Coded::Label,
        (_, "day") => Coded::Day,
        (_, "source") => Coded::Grant,
        (_, "lacks") => Coded::Lacks,
        (_, "where") => Coded::Where,
        (_, "what") => Coded::Fate,
        (_, "way") => Coded::Way,
        (_, "verdict") => Coded::Verdict,
        (_, "met" | "proven" | "in_plan" | "changes_first") => Coded::Yes,
        (_, "target") => Coded::Target,
        _ => return None,
    })
}

/// What a cell with a code says to people; `None` for a column without codes and for a code that is not known, which then stays.
#[must_use]
pub fn cell(text: &dyn Text, table: &str, column: &str, code: &str) -> Option<String> {
    let coded = coded(table, column)?;
    match coded {
        Coded::Venue => Some(text.venue(Venue::ALL.into_iter().find(|venue| venue.name() == code)?).to_owned()),
        Coded::Status => Some(text.status(Status::ALL.into_iter().find(|status| status.name() == code)?).to_owned()),
        Coded::Group if code == "need" => Some(text.unit(Unit::Need).to_owned()),
        Coded::Group => Some(text.group(&Group::parse(code))),
        Coded::Week => opening(code).map(|opening| text.opening(&opening)),
        Coded::Class => class(text, code).map(str::to_owned),
        Coded::Day => {
            let day = Weekday::ALL.into_iter().find(|day| day.osm() == code)?;
            Some(text.charts().days[usize::from(day.index())].to_owned())
        }
        Coded::Yes => match code {
            "yes" => Some(text.book().yes.to_owned()),
            "no" => Some(text.book().no.to_owned()),
            _ => None,
        },
        Coded::Target => target(text, code),
        Coded::Country => match code.strip_prefix("desks_").and_then(|rest| rest.strip_suffix("_hours")) {
            Some(hours) if class(text, hours).is_some() => {
                Some(format!("{}: {}", text.column("country", "desks")?.label, class(text, hours)?))
            }
            _ => text.code(coded, code).map(str::to_owned),
        },
        Coded::Figure => text.column("compare", code).map(|column| column.label),
        Coded::Unit => unit_of(code).map(|unit| text.unit(unit).to_owned()),
        Coded::Assumption => assumption(code).map(|assumed| text.assumption(&assumed)),
        Coded::Value => Some(value(text, code)),
        Coded::Gains => Some(gains(text, code)),
        _ => text.code(coded, code).map(str::to_owned),
    }
}

/// The unit of a row of `compare-range`.
#[must_use]
pub fn unit_of(code: &str) -> Option<Unit> {
    Some(match code {
        "euro" => Unit::Euros,
        "share" => Unit::Share,
        "m" => Unit::Metres,
        "hours" => Unit::Hours,
        "visits" => Unit::Visits,
        _ => return None,
    })
}

/// A class of hours a week by its code.
fn class(text: &dyn Text, code: &str) -> Option<&'static str> {
    let at = ["0-8", "8-16", "16-24", "24-32", "32-40", "40+"].iter().position(|class| *class == code)?;
    Some(text.charts().classes[at])
}

/// Opening hours that were wholly understood.
fn opening(code: &str) -> Option<Opening> {
    if let Some(hours) = code.strip_suffix(" h").and_then(|hours| hours.parse().ok()).and_then(Hours::new) {
        return Some(Opening::Untimed(hours));
    }
    crate::week::parse(code).ok().filter(|parsed| parsed.ignored.is_empty()).map(|parsed| parsed.opening)
}

fn target(text: &dyn Text, code: &str) -> Option<String> {
    let words = text.words();
    if let Some(least) = code.strip_prefix("hours_") {
        return Some(format!("{}: {}", words.residents, text.hours_or_more(least.parse().ok()?)));
    }
    if let Some((hours, per)) = code.strip_prefix("desk_with_").and_then(|rest| rest.split_once("_hours_per_")) {
        let hours = hours.parse().ok().and_then(Hours::new)?;
        return match per {
            "area" | "municipality" => Some(text.desk_of_hours(hours, per == "area")),
            _ => None,
        };
    }
    let told = match code {
        "within_norm" => words.target_within,
        "branches_with_desk" => words.target_branches,
        "visits" => words.target_visits,
        _ => return None,
    };
    Some(told.to_owned())
}

/// An assumption of which only the key is told.
fn assumption(key: &str) -> Option<Assumed> {
    if let Some(group) = key.strip_prefix("need.") {
        return Some(Assumed::Need(Group::parse(group), 1.0));
    }
    Some(match key {
        "norm" => Assumed::Norm(Metres::new(0.0)?),
        "tries" => Assumed::Tries(1),
        "detour" => Assumed::Detour(1.0),
        "decay" => Assumed::Decay(Decay::Step { norm: Metres::new(0.0)? }),
        "hour" => Assumed::Hour(Euros::ZERO),
        "growth" => Assumed::Growth(1.0),
        "hidden" => Assumed::Hidden(End::Least),
        _ => return None,
    })
}

/// A value of an assumption: a word, how distance counts, or a number in the notation of the language.
pub(super) fn value(text: &dyn Text, code: &str) -> String {
    match code {
        "least" => text.assumed(&Assumed::Hidden(End::Least)),
        "most" => text.assumed(&Assumed::Hidden(End::Most)),
        _ => decay(code).map_or_else(|| notation(text, code), |decay| text.assumed(&Assumed::Decay(decay))),
    }
}

/// What [`Decay`] writes, read back.
fn decay(code: &str) -> Option<Decay> {
    let part = |name: &str| {
        let part = code.split(", ").find_map(|part| part.strip_prefix(name)?.strip_prefix(' '))?;
        Metres::from_str(part).ok()
    };
    Some(match code.split(", ").next()? {
        "step" => Decay::Step { norm: Metres::new(0.0)? },
        "linear" => Decay::Linear { full: part("full")?, none: part("none")? },
        "exponential" => Decay::Exponential { half: part("half")?, limit: part("limit")? },
        "gaussian" => Decay::Gaussian { half: part("half")?, limit: part("limit")? },
        "logistic" => Decay::Logistic { middle: part("middle")?, width: part("width")?, limit: part("limit")? },
        _ => return None,
    })
}

/// `Dorp (5976.3); Stad (12.0)` with the numbers in the notation of the language; names stay.
fn gains(text: &dyn Text, code: &str) -> String {
    let one = |part: &str| match part.rsplit_once(" (").and_then(|(name, rest)| Some((name, rest.strip_suffix(')')?))) {
        Some((name, number)) => format!("{name} ({})", notation(text, number)),
        None => part.to_owned(),
    };
    code.split("; ").map(one).collect::<Vec<_>>().join("; ")
}
