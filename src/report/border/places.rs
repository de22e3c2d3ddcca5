//! The table and layer of where the border hurts: neighbourhoods, and places where one desk would serve two municipalities.

use super::names::name;
use super::{Borders, METRES, OF_HOURS, PERSONS, SHARE};
use crate::measure::Level;
use crate::measure::border::{BorderArea, SharedPlace, Spot, Territory};
use crate::model::{Region, Study};
use crate::report::columns::Columns;
use crate::report::place::{code_and_name, shape};
use crate::report::table::{Shape, Shapes, Table};
use crate::text::Text;
use crate::units::Metres;

/// A row: a neighbourhood or a place.
enum Row<'a> {
    Area(&'a BorderArea),
    Shared(&'a SharedPlace),
}

/// One row a neighbourhood of which some residents are nearer to a desk of others, most residents × metres first; then one row a place where
/// one desk would serve two municipalities, most shared first. Neighbourhoods are polygons; a site that has no desk yet is a point.
pub(super) fn places<'a>(region: &'a Region, study: &Study, borders: &'a Borders, text: &dyn Text) -> Table<'a> {
    let rows: Vec<Row> = borders.areas.iter().map(Row::Area).chain(borders.shared.iter().map(Row::Shared)).collect();
    let area = |row: &Row<'a>| match row {
        Row::Area(area) => Some(*area),
        Row::Shared(_) => None,
    };
    let shared = |row: &Row<'a>| match row {
        Row::Area(_) => None,
        Row::Shared(shared) => Some(*shared),
    };
    let main = |row: &Row<'a>| area(row).and_then(|area| area.main);
    let polygons = |level: Level, index: usize| shape(region, level, Some(index)).map(Shape::Polygons);
    let shapes = rows.iter().map(|row| match row {
        Row::Area(area) => polygons(area.level, area.index),
        Row::Shared(SharedPlace { spot: Spot::Area(index), .. }) => polygons(Level::Area, *index),
        Row::Shared(SharedPlace { spot: Spot::Site(index), .. }) => Some(Shape::Point(region.sites[*index].at)),
    });
    let shapes = Shapes::Mixed(shapes.collect());
    let norm = study.reach.norm.get();
    Columns::of(&rows)
        .text("kind", |row| {
            let kind = match row {
                Row::Shared(_) => "one desk for two",
                Row::Area(area) if area.across > 0.0 => "nearest across border",
                Row::Area(area) if area.norm_across > 0.0 => "norm only across border",
                Row::Area(_) => "more hours across border",
            };
            kind.to_owned()
        })
        .text("code", |row| match row {
            Row::Area(area) => code_and_name(region, area.level, Some(area.index)).0.to_owned(),
            Row::Shared(shared) => spot_code(region, shared.spot),
        })
        .text("name", |row| match row {
            Row::Area(area) => code_and_name(region, area.level, Some(area.index)).1.to_owned(),
            Row::Shared(shared) => spot_name(region, shared.spot),
        })
        .text("municipality", |row| {
            let index = match row {
                Row::Area(area) => area.municipality,
                Row::Shared(shared) => shared.municipality,
            };
            region.municipalities[index].name.clone()
        })
        .maybe("residents", PERSONS, |row| area(row).map(|area| area.residents))
        .maybe("nearest_across", PERSONS, |row| area(row).map(|area| area.across))
        .maybe("share_across", SHARE, |row| area(row).map(|area| area.across / area.residents))
        .text("across_in", |row| main(row).map_or(String::new(), |main| name(region, main.to, text)))
        .text("desk_across", |row| main(row).map_or(String::new(), |main| region.sites[main.site].id.clone()))
        .maybe("distance_across_m", METRES, |row| main(row).map(|main| main.distance.get()))
        .maybe("distance_own_m", METRES, |row| main(row).and_then(|main| main.own).map(Metres::get))
        .maybe("within_norm_only_across", PERSONS, |row| area(row).map(|area| area.norm_across))
        .maybe("extra_m", METRES, |row| area(row).map(|area| area.metres / area.residents))
        .maybe("extra_person_km", PERSONS, |row| area(row).map(|area| area.metres / 1000.0))
        .maybe("lost_hours", OF_HOURS, |row| area(row).map(|area| area.hours / area.residents))
        .maybe("new_residents", PERSONS, |row| shared(row).map(SharedPlace::new_residents))
        .text("serves", |row| shared(row).map_or(String::new(), |shared| serves(region, shared, text)))
        .maybe("norm_m", 0, |row| shared(row).map(|_| norm))
        .table("border-places", text.border().places_title, shapes)
}

/// The municipalities of a shared place with their new residents: `Ophoven 120, Lent 80`.
fn serves(region: &Region, shared: &SharedPlace, text: &dyn Text) -> String {
    let one = |served: &crate::measure::border::Served| {
        format!("{} {}", name(region, Territory::Municipality(served.municipality), text), text.whole(served.new))
    };
    shared.served.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn spot_code(region: &Region, spot: Spot) -> String {
    match spot {
        Spot::Site(index) => region.sites[index].id.clone(),
        Spot::Area(index) => region.areas[index].code.clone(),
    }
}

fn spot_name(region: &Region, spot: Spot) -> String {
    match spot {
        Spot::Site(index) => region.sites[index].name.clone(),
        Spot::Area(index) => region.areas[index].name.clone(),
    }
}
