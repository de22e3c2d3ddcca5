//! The whole country from postcodes.

use bereik::load::found::{FileRole, Finding};
use bereik::load::{BuildError, Fault, Why};
use bereik::measure::{Level, coverage};
use bereik::run::{Failure, check};
use bereik::watch::Unwatched;

use super::common::{StudyFolder, real_data, row, scan};
use super::{coarse, reports, residents};

const STUDY: &str = r#"
[study]
title = "Nederland naar postcode"
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = { file = "{data}/population/cbs_pc4_2020.gpkg", columns = { residents = "inwoners_2020" } }
sites = [{ file = "{data}/venues/bibliotheken_2023.csv", venue = "library branch", status = "open" }]
[reach]
norm = "2 km"
"#;

#[test]
fn the_country_is_whole() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(STUDY, &data).check();
    let region = &checked.loaded.region;
    let coverage = coverage(region, &checked.study);
    assert_eq!((region.municipalities.len(), region.cells.len()), (342, 4_067));
    // CBS counted 17,407,585 inhabitants on 1 January 2020; postcodes are rounded to 5, and the smallest are secret.
    let everyone = &row(region, &coverage, Level::Study, "", "all").summary;
    // Outlines simplified to 25 m, of postcodes that bend around water: the middle of a few lies in no municipality.
    let counted = everyone.residents + residents(&coverage, Level::Outside);
    assert!((counted - 17_407_585.0).abs() < 5_000.0, "{counted}");
    assert_eq!(everyone.unreachable, 0.0);
    assert_eq!(residents(&coverage, Level::Municipality), everyone.residents);
    for (cell, (site, metres)) in scan(region).into_iter().enumerate() {
        assert_eq!((coverage.site[cell], coverage.distance[cell]), (site, metres));
    }
    // Every municipality has somebody: none is lost between the borders of 2024 and the postcodes of 2020.
    assert!(!checked.loaded.findings.iter().any(|finding| matches!(finding, Finding::NoCells(_))));
}

/// A postcode is a few kilometres wide: coarse for 2 km, and 0.38 of its side is the least that means something.
#[test]
fn postcodes_are_coarse() {
    let Some(data) = real_data() else { return };
    let (side, meaningful) = coarse(&StudyFolder::new(STUDY, &data).check().loaded).unwrap();
    assert!((2_000.0..6_000.0).contains(&side), "{side}");
    assert!((meaningful - 0.38 * side).abs() < 1e-6);
    let wide = STUDY.replace("2 km", "50 km");
    assert_eq!(coarse(&StudyFolder::new(&wide, &data).check().loaded), None);
}

#[test]
fn two_years_of_residents_are_asked_about() {
    let Some(data) = real_data() else { return };
    let study = STUDY.replace(", columns = { residents = \"inwoners_2020\" }", "");
    let failure = check(&StudyFolder::new(&study, &data).study(), None, &Unwatched).unwrap_err();
    let told = &failure.told()[0].0;
    let hint = told.hint.as_deref().unwrap_or_default();
    assert!(told.message.contains("\"inwoners_2020\"") && told.message.contains("\"inwoners_2021\""), "{told:?}");
    assert!(hint.contains("columns = { residents = "), "{told:?}");
    assert!(matches!(failure, Failure::Build(_, BuildError::Load(error)) if matches!(error.fault, Fault::Ambiguous { .. })));
}

/// Postcode 5028 lost its outline when the outlines were simplified.
#[test]
fn a_postcode_without_an_outline_is_refused() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(STUDY, &data).check();
    let report = reports(&checked.loaded, FileRole::Population)[0];
    assert_eq!((report.rows_read, report.rows_used), (4_068, 4_067));
    assert_eq!(report.refused.iter().map(|refusal| &refusal.why).collect::<Vec<_>>(), [&Why::NoPosition]);
    assert!(!checked.loaded.region.cells.ids.iter().any(|id| id == "5028"));
}

/// −99997 stands for fewer than can be told, never for minus a hundred thousand people.
#[test]
fn absent_counts_of_a_postcode_are_few_people() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(STUDY, &data).check();
    let report = reports(&checked.loaded, FileRole::Population)[0];
    let hidden = |column: &str| report.hidden.iter().find(|(name, _)| name == column).map(|(_, count)| *count);
    // Counted with `sqlite3`: SELECT count(*) FROM pc4 WHERE inwoners_2020 < 0, and so on; postcode 5028 is none of them.
    assert_eq!((hidden("inwoners_2020"), hidden("inw_65plus")), (Some(17), Some(68)));
    for count in &checked.loaded.region.cells.counts {
        for (cell, persons) in count.persons.iter().enumerate() {
            assert!(*persons >= 0.0 && (!count.is_hidden(cell) || *persons <= 4.0), "{persons} of {}", count.group);
        }
    }
}
