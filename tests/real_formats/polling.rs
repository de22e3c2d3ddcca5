//! The polling places of 2023 from their workbook.

use bereik::crs::Crs;
use bereik::load::Why;
use bereik::load::found::FileRole;
use bereik::load::place::CrsOrigin;
use bereik::measure::{Level, coverage};
use bereik::model::{Scope, Status, Venue};

use super::common::{StudyFolder, real_data, row};
use super::reports;

const STUDY: &str = r#"
[study]
title = "Stemlokalen van Rijnmond"
municipalities = ["Barendrecht", "Capelle aan den IJssel", "GM0542", "Maassluis", "Ridderkerk", "Rotterdam", "Schiedam",
                  "Albrandswaard", "Vlaardingen", "Lansingerland", "Nissewaard", "Voorne aan Zee"]
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/cbs_vk100_2024_rijnmond.gpkg"
sites = [{ file = "{data}/venues/stemlokalen_ps_ws_2023.xlsx", venue = "other", status = "candidate" }]
[reach]
norm = "2 km"
"#;

#[test]
fn candidates_and_the_rows_without_coordinates() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(STUDY, &data).check();
    let report = reports(&checked.loaded, FileRole::Sites)[0];
    assert_eq!((report.rows_read, report.rows_used, report.refused.len()), (8_669, 8_639, 30));
    assert!(report.refused.iter().all(|refusal| refusal.why == Why::NoPosition));
    assert_eq!(report.crs, Some((Crs::Epsg(28992), CrsOrigin::Inferred)));
    let region = &checked.loaded.region;
    assert_eq!(region.sites.len(), 8_639, "addresses repeat, places do not: each is a site of its own");
    assert!(region.sites.iter().all(|site| site.status == Status::Candidate && site.venue == Venue::Other));
    // Nobody is served by a place that is no desk.
    let coverage = coverage(region, &checked.study);
    let everyone = &row(region, &coverage, Level::Study, "", "all").summary;
    assert_eq!((everyone.unreachable, everyone.mean), (everyone.residents, None));
}

/// Row 4892 has X/Y at 184639, 369816 and degrees that lie, by a formula of another's making (Schreutelkamp and Strang van Hees),
/// at 128.7 m from there. No other row is more than 9 m off.
#[test]
fn the_row_with_two_places_is_reported() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(STUDY, &data).check();
    let [(row, metres)] = reports(&checked.loaded, FileRole::Sites)[0].disagreeing[..] else { panic!("not one row") };
    assert_eq!(row, 4892);
    assert!((metres - 128.7).abs() < 0.5, "{metres}");
}

/// The same list by its degrees alone: every site within half a metre, and the 30 rows are still without a place.
#[test]
fn degrees_alone_give_the_same_places() {
    let Some(data) = real_data() else { return };
    let by_rd = StudyFolder::new(STUDY, &data).check();
    let columns = "columns = { x = \"Longitude\", y = \"Latitude\" }, crs = \"EPSG:4326\"";
    let study = STUDY.replace("status = \"candidate\"", &format!("status = \"candidate\", {columns}"));
    let by_degrees = StudyFolder::new(&study, &data).check();
    let report = reports(&by_degrees.loaded, FileRole::Sites)[0];
    assert_eq!((report.rows_used, report.crs.clone()), (8_639, Some((Crs::Epsg(4326), CrsOrigin::Study))));
    let apart = by_rd.loaded.region.sites.iter().zip(&by_degrees.loaded.region.sites).map(|(one, other)| {
        assert_eq!(one.id, other.id);
        one.at.distance(other.at)
    });
    let mut apart: Vec<f64> = apart.collect();
    apart.sort_by(f64::total_cmp);
    // The two rows that differ in the file, and the 0.25 m of PROJ's seven parameters with the rounding of the file.
    assert!(apart[8_636] < 0.5, "{:?}", &apart[8_630..]);
    assert!(apart[8_637] > 5.0);
}

/// Each of 1.3 M people with the polling place nearest to the centre of his square: 276.3 m by a scan of all pairs in a few lines of
/// Python over the two files.
#[test]
fn the_nearest_polling_place_of_rijnmond() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(&STUDY.replace("candidate", "open"), &data).check();
    let region = &checked.loaded.region;
    let coverage = coverage(region, &checked.study);
    let everyone = &row(region, &coverage, Level::Study, "", "all").summary;
    let mean = everyone.mean.unwrap().get();
    // Python took the few squares that lie across the border of Rijnmond too: 210 of 1,299,500 people, centimetres of the mean.
    assert!((mean - 276.3).abs() < 0.2, "{mean}");
    let abroad = coverage.site.iter().filter(|site| region.site_scope[**site as usize] != Scope::Study).count();
    assert!(abroad > 20, "{abroad} squares have it across the border of the study");
}
