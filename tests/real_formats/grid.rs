//! The Eurostat census grid with its Belgian and German squares.

use bereik::crs::Crs;
use bereik::load::found::{FileRole, Finding};
use bereik::load::place::CrsOrigin;
use bereik::measure::{Level, coverage};
use bereik::model::NONE;
use geo::Contains;

use super::common::{StudyFolder, real_data, row, scan};
use super::{coarse, mean, reports, residents};

const STUDY: &str = r#"
[study]
title = "Ziekenhuizen, ook over de grens"
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/eurostat_census2021_1km_nl_be_de.csv"
sites = [
  { file = "{data}/venues/eurostat_hospitals_nl.csv", venue = "hospital", status = "open" },
  { file = "{data}/venues/eurostat_hospitals_be.csv", venue = "hospital", status = "open" },
  { file = "{data}/venues/eurostat_hospitals_de.csv", venue = "hospital", status = "open" },
]
[reach]
norm = "10 km"
"#;

/// People in the file, summed with Python's `csv`.
const PEOPLE: f64 = 47_011_021.0;

#[test]
fn all_squares_are_read_and_those_abroad_are_outside() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(STUDY, &data).check();
    let (loaded, region) = (&checked.loaded, &checked.loaded.region);
    let report = reports(loaded, FileRole::Population)[0];
    assert_eq!((report.rows_read, report.rows_used), (81_775, 81_775));
    assert_eq!(report.crs, Some((Crs::Epsg(3035), CrsOrigin::SquareIds)));
    let coverage = coverage(region, &checked.study);
    let (inside, outside) = (residents(&coverage, Level::Municipality), residents(&coverage, Level::Outside));
    assert_eq!(residents(&coverage, Level::Study), inside, "who lives abroad is in no figure of the study");
    // 17.4 M people live in squares whose centre lies in a municipality; up to 500 m beyond its border a square still counts, and on
    // the German side of that border people live too.
    let in_shape = |cell: usize| {
        let municipality = region.cells.municipality[cell];
        municipality != NONE && region.municipalities[municipality as usize].shape.0.contains(&geo::Point(region.cells.at.0[cell]))
    };
    let centred: f64 = (0..region.cells.len()).filter(|cell| in_shape(*cell)).map(|cell| region.cells.residents()[cell]).sum();
    assert!((centred - 17.4e6).abs() < 0.05e6, "{centred}");
    let near: f64 = loaded
        .findings
        .iter()
        .find_map(|finding| match finding {
            Finding::CellsInGap { residents, .. } => Some(*residents),
            _ => None,
        })
        .unwrap();
    assert!((inside - centred - near).abs() < 0.5, "{inside} = {centred} + {near}");
    let told = loaded.findings.iter().find_map(|finding| match finding {
        Finding::CellsOutside { residents, .. } => Some(*residents),
        _ => None,
    });
    assert_eq!(told.map(|told| told + inside), Some(PEOPLE), "everyone in the file is counted");
    assert!(outside > 0.0 && told > Some(outside), "of those abroad, the ones in the surroundings have a row: {outside}");
    assert_eq!(coarse(loaded), None, "1 km is a tenth of the norm");
}

#[test]
fn squares_near_the_border_have_their_nearest_hospital_across_it() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(STUDY, &data).check();
    let region = &checked.loaded.region;
    let all = coverage(region, &checked.study);
    for (cell, (site, metres)) in scan(region).into_iter().enumerate() {
        assert_eq!((all.site[cell], all.distance[cell]), (site, metres));
    }
    let dutch_only: String =
        STUDY.split_inclusive('\n').filter(|line| !line.contains("hospitals_be.csv") && !line.contains("hospitals_de.csv")).collect();
    let alone = StudyFolder::new(&dutch_only, &data).check();
    let own = coverage(&alone.loaded.region, &alone.study);
    let (mut across, mut people) = (0, 0.0);
    for cell in (0..region.cells.len()).filter(|cell| region.cells.municipality[*cell] != NONE) {
        assert!(all.distance[cell] <= own.distance[cell]);
        if region.sites[all.site[cell] as usize].municipality.is_none() {
            across += 1;
            people += region.cells.residents()[cell];
        }
    }
    assert!(across > 500 && people > 100_000.0, "{across} squares, {people} people");
    // Vaals lies against Aachen, whose university hospital is at 2.8 km; the nearest Dutch one, in Heerlen, is at 10.6 km.
    let vaals = |region, coverage| row(region, coverage, Level::Municipality, "GM0981", "all").summary.mean.unwrap().get();
    let (with, without) = (vaals(region, &all), vaals(&alone.loaded.region, &own));
    assert!(with < 3_500.0 && without > 10_000.0, "{with} with, {without} without");
}

/// Each file has 4258 by the names of its columns; what lies beyond the border strip is refused and says so, what is one hospital twice
/// in every respect counts once.
#[test]
fn hospitals_far_away_are_refused_by_name() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(STUDY, &data).check();
    let files = reports(&checked.loaded, FileRole::Sites);
    assert_eq!(files.iter().map(|file| file.rows_read).collect::<Vec<_>>(), [245, 272, 2_809]);
    for file in &files {
        assert_eq!(file.crs, Some((Crs::Epsg(4258), CrsOrigin::Columns)));
        assert_eq!(file.rows_used + file.refused.len(), file.rows_read);
        assert!(file.refused.iter().all(|refusal| !refusal.value.is_empty()));
    }
    assert_eq!(files[0].refused.len(), 0);
}

#[test]
fn the_nearest_polling_place_of_the_dutch_squares() {
    let Some(data) = real_data() else { return };
    let (head, tail) = (STUDY.split("sites = [").next().unwrap(), STUDY.split("]\n[reach]").nth(1).unwrap());
    let site = "sites = [{ file = \"{data}/venues/stemlokalen_ps_ws_2023.xlsx\", venue = \"other\", status = \"open\" }]\n[reach]";
    let checked = StudyFolder::new(&format!("{head}{site}{tail}"), &data).check();
    let region = &checked.loaded.region;
    let coverage = coverage(region, &checked.study);
    let dutch = |cell: usize| {
        let municipality = region.cells.municipality[cell];
        municipality != NONE && region.municipalities[municipality as usize].shape.0.contains(&geo::Point(region.cells.at.0[cell]))
    };
    let metres = mean(region, &coverage, dutch);
    // 439 m was found by others, in whole metres, for squares whose centre lies in a municipality. With the squares up to 500 m beyond
    // the border, of which some lie in Germany and far from any polling place, it is 5 m more.
    assert!((metres - 439.0).abs() < 0.6, "{metres}");
    let beyond = mean(region, &coverage, |cell| region.cells.municipality[cell] != NONE);
    assert!((beyond - metres - 5.0).abs() < 1.0, "{beyond}");
}
