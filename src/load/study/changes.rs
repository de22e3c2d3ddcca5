//! The changes of a scenario: `open`, `close`, `hours`, `move` and `bus`.

use geo::Coord;
use toml::Spanned;
use toml::de::DeValue;

use super::fault::{Kind, StudyFault};
use super::lists::{Once, names, week_of};
use super::scenario_fault::ScenarioFault;
use super::section::{Document, Section};
use crate::crs::{Crs, Planar, ToPlanar, in_netherlands, near_netherlands};
use crate::model::{Bus, Changes, SiteMove, SiteWeek};

/// Every site at most once: what opens is not also closed, what closes has no other hours and does not move. What opens, or has other
/// hours, may move as well.
pub(super) fn changes(document: &mut Document, section: &mut Section) -> Changes {
    let mut once = Once::default();
    let open = site_weeks(document, section, "open", &mut once);
    let close = names(document, section, "close", &mut once);
    let hours = site_weeks(document, section, "hours", &mut once);
    let buses = buses(document, section, &mut once);
    let moves = moves(document, section, &close);
    Changes { open, close, hours, moves, buses }
}

fn site_weeks(document: &mut Document, section: &mut Section, key: &'static str, once: &mut Once) -> Vec<SiteWeek> {
    let name = section.key(key);
    let mut found = Vec::new();
    for mut inner in section.tables(document, key, Kind::SiteWeeks) {
        let site = site(document, &mut inner, &name, once);
        let week = inner.value("week").and_then(|value| week_of(document, &inner.key("week"), value));
        finish(document, &inner, &["site", "week"]);
        found.extend(site.zip(week).map(|(site, week)| SiteWeek { site, week: week.week }));
    }
    found
}

/// The site that a table names, noted when it stood before.
fn site(document: &mut Document, inner: &mut Section, list: &str, once: &mut Once) -> Option<String> {
    let site = inner.text(document, "site").map(|site| site.trim().to_owned()).filter(|site| !site.is_empty())?;
    once.take(document, &inner.value_span("site"), list, &site);
    Some(site)
}

/// Notes what is missing and what nothing asked for.
fn finish(document: &mut Document, section: &Section, must: &[&str]) {
    for key in must.iter().filter(|key| !section.has(key)) {
        section.missing(document, key);
    }
    section.finish(document);
}

fn moves(document: &mut Document, section: &mut Section, close: &[String]) -> Vec<SiteMove> {
    let (name, mut once) = (section.key("move"), Once::default());
    once.has(&section.key("close"), close);
    let mut found = Vec::new();
    for mut inner in section.tables(document, "move", Kind::SiteMoves) {
        let site = site(document, &mut inner, &name, &mut once);
        let to = inner.value("to").and_then(|value| position_of(document, &inner.key("to"), value));
        finish(document, &inner, &["site", "to"]);
        found.extend(site.zip(to).map(|(site, to)| SiteMove { site, to }));
    }
    found
}

/// The stops of each bus, of which no two are open at the same time.
fn buses(document: &mut Document, section: &mut Section, once: &mut Once) -> Vec<Bus> {
    let (key, mut named) = (section.key("bus"), Once::default());
    let mut found = Vec::new();
    for mut inner in section.tables(document, "bus", Kind::Buses) {
        let name = inner.text(document, "name").map(|name| name.trim().to_owned());
        if let Some(name) = &name {
            named.take(document, &inner.value_span("name"), &key, name);
        }
        let library = inner.text(document, "library").map(|library| library.trim().to_owned());
        let stops = site_weeks(document, &mut inner, "stops", once);
        for (place, stop) in stops.iter().enumerate() {
            if let Some(other) = stops[..place].iter().find(|other| other.site != stop.site && other.week.common(&stop.week) > 0) {
                let fault = ScenarioFault::TwoPlaces { sites: (other.site.clone(), stop.site.clone()) };
                document.fault(&inner.value_span("stops"), &inner.key("stops"), StudyFault::Scenario(fault));
            }
        }
        finish(document, &inner, &["name", "stops"]);
        found.extend(name.map(|name| Bus { name, library, stops }));
    }
    found
}

/// A position: `RD 155000 463000`, or latitude and longitude, `52.15, 5.38`.
fn position_of(document: &mut Document, key: &str, value: &Spanned<DeValue>) -> Option<Planar<Coord<f64>>> {
    let Some(text) = value.get_ref().as_str() else {
        document.fault(&value.span(), key, StudyFault::WrongKind { expected: Kind::Position });
        return None;
    };
    let found = position(text);
    if found.is_none() {
        document.fault(&value.span(), key, StudyFault::Scenario(ScenarioFault::NoPlace { value: text.to_owned() }));
    }
    found
}

/// Reads a position in or near the Netherlands; `None` when it is none.
fn position(text: &str) -> Option<Planar<Coord<f64>>> {
    let text = text.trim();
    let rest = text.strip_prefix("RD").or_else(|| text.strip_prefix("rd"));
    let mut numbers = rest.unwrap_or(text).split([' ', ',', ';']).filter(|part| !part.is_empty()).map(|part| part.parse::<f64>().ok());
    let (first, second, more) = (numbers.next()??, numbers.next()??, numbers.next());
    let at = match (rest, more) {
        (_, Some(_)) => return None,
        (Some(_), None) => Planar(Coord { x: first, y: second }),
        (None, None) => ToPlanar::new(&Crs::Epsg(4258)).ok()?.point(Coord { x: second, y: first })?,
    };
    (in_netherlands(at.0) || near_netherlands(at.0)).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tower of Amersfoort is the centre of RD: (155000, 463000) by definition, at 52.15517 north and 5.38720 east.
    #[test]
    fn a_position_is_rd_or_latitude_and_longitude() {
        assert_eq!(position("RD 155000 463000"), Some(Planar(Coord { x: 155_000.0, y: 463_000.0 })));
        let at = position("52.15517, 5.38720").unwrap().0;
        assert!((at.x - 155_000.0).abs() < 2.0 && (at.y - 463_000.0).abs() < 2.0, "{at:?}");
        for text in ["", "155000 463000 0", "RD 155000", "RD a b", "5.38720, 52.15517", "RD 463000 155000", "0, 0"] {
            assert_eq!(position(text), None, "{text}");
        }
    }
}
