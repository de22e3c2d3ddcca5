//! The traps that the README of the real data lists and that no other test here or in `rijnmond.rs` is about.

use bereik::crs::Crs;
use bereik::load::found::FileRole;
use bereik::load::place::CrsOrigin;
use bereik::load::{BuildError, Fault, Needed};
use bereik::measure::coverage;
use bereik::model::{Group, Scope};
use bereik::run::{Failure, check};
use bereik::watch::Unwatched;

use super::common::{StudyFolder, real_data, scan};
use super::reports;

const RIJNMOND: &str = r#"
[study]
title = "Schiedam"
municipalities = ["Schiedam"]
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/cbs_vk100_2024_rijnmond.gpkg"
sites = [{ file = "{data}/venues/bibliotheken_2023.csv", venue = "library branch", status = "open" }]
[reach]
norm = "2 km"
"#;

const TEXEL: &str = r#"
[study]
title = "Texel"
municipalities = ["Texel"]
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/eurostat_census2021_1km_nl_be_de.csv"
sites = [{ file = "{data}/network/texel_2016_nodes.gpkg", venue = "other", status = "open", columns = { name = "KNOOPNUMME" } }]
[reach]
norm = "5 km"
"#;

/// Why a study cannot be used.
fn fault(study: &str, data: &std::path::Path) -> Fault {
    match check(&StudyFolder::new(study, data).study(), None, &Unwatched).map(|_| ()) {
        Err(Failure::Build(_, BuildError::Load(error))) => error.fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_network_without_a_system_is_web_mercator_and_that_is_said() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(TEXEL, &data).check();
    let report = reports(&checked.loaded, FileRole::Sites)[0];
    assert_eq!(report.crs, Some((Crs::Epsg(3857), CrsOrigin::Inferred)));
    assert_eq!((report.rows_read, report.rows_used), (1_192, 1_192));
    let region = &checked.loaded.region;
    // Every crossing of the island's cycle network lies in the municipality of the island.
    let texel = region.municipalities.iter().position(|municipality| municipality.code == "GM0448");
    assert!(texel.is_some() && region.sites.iter().all(|site| site.municipality == texel));
    assert!(region.site_scope.iter().all(|scope| *scope == Scope::Study));
    let coverage = coverage(region, &checked.study);
    for (cell, (site, metres)) in scan(region).into_iter().enumerate() {
        assert_eq!((coverage.site[cell], coverage.distance[cell]), (site, metres));
    }
    // A square of 1 km where somebody lives has a crossing nearby: at 125 m off, as the file's own definition would put them, the
    // distances would still be small, so the place itself is checked above and in `read_binary`.
    let inhabited = (0..region.cells.len()).filter(|cell| region.reports_on(*cell) && region.cells.residents()[*cell] >= 100.0);
    assert!(inhabited.map(|cell| coverage.distance[cell]).fold(0.0, f64::max) < 1_500.0);
}

#[test]
fn a_list_of_libraries_is_no_list_of_desks() {
    let Some(data) = real_data() else { return };
    let study = RIJNMOND.replace(", status = \"open\"", "");
    assert!(matches!(fault(&study, &data), Fault::NoStatus { .. }));
}

#[test]
fn a_table_of_education_is_no_population() {
    let Some(data) = real_data() else { return };
    let study = RIJNMOND.replace("cbs_vk100_2024_rijnmond.gpkg", "opleidingsniveau_gemeente.csv");
    assert!(matches!(fault(&study, &data), Fault::NoField { needed: Needed::Residents, .. }));
    // Nor when the study points at its numbers: they are of municipalities and of four years, and nowhere on the map.
    let file = "\"{data}/population/cbs_vk100_2024_rijnmond.gpkg\"";
    let pointed = "{ file = \"{data}/population/opleidingsniveau_gemeente.csv\", columns = { residents = \"aantal\" } }";
    assert!(matches!(fault(&RIJNMOND.replace(file, pointed), &data), Fault::NoField { needed: Needed::Position, .. }));
}

#[test]
fn published_counts_stay_multiples_of_five_and_above_zero() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(&RIJNMOND.replace("\"Schiedam\"]", "\"Schiedam\", \"Rotterdam\"]"), &data).check();
    let mut known = 0;
    for count in &checked.loaded.region.cells.counts {
        for (cell, persons) in count.persons.iter().enumerate().filter(|(cell, _)| !count.is_hidden(*cell)) {
            assert!(*persons >= 5.0 && persons % 5.0 == 0.0, "{persons} of {} in cell {cell}", count.group);
            known += 1;
        }
    }
    assert!(known > 20_000, "{known}");
    // Absent is not zero: a square where nobody was published is no square.
    assert!(checked.loaded.region.cells.count(&Group::All).is_some_and(|count| count.hidden.is_empty()));
}

#[test]
fn the_corner_of_a_european_square_is_not_its_middle() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(TEXEL, &data).check();
    let cells = &checked.loaded.region.cells;
    let to_rd = bereik::crs::ToPlanar::new(&Crs::Epsg(3035)).unwrap();
    for (id, at) in cells.ids.iter().zip(&cells.at.0).take(50) {
        let (north, east) = id.strip_prefix("CRS3035RES1000mN").unwrap().split_once('E').unwrap();
        let corner = geo::Coord { x: east.parse::<f64>().unwrap(), y: north.parse::<f64>().unwrap() };
        let middle = to_rd.point(corner + geo::Coord { x: 500.0, y: 500.0 }).unwrap();
        assert!(middle.distance(bereik::crs::Planar(*at)) < 1e-6);
        // √½ km: the systems turn and stretch by less than a hundredth here.
        let off = to_rd.point(corner).unwrap().distance(bereik::crs::Planar(*at));
        assert!((off - 707.1).abs() < 8.0, "{off}");
    }
}
