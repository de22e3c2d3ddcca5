//! Borders on the published files: the form of the measurement of 2023, in which people go to the nearest polling place, or to the nearest of
//! their own municipality.

use bereik::load::found::Finding;
use bereik::measure::border::{Basis, BorderEffect, Cases, Party, Side, Territory, effects, flows};
use bereik::measure::{Coverage, Desk, Level, Who, coverage, desks, pairs};
use bereik::model::{NONE, Region, Study};
use bereik::run::Checked;
use geo::Contains;

use super::coarse;
use super::common::{StudyFolder, real_data, row};

const RIJNMOND: &str = r#"
[study]
title = "Stemlokalen van Rijnmond"
municipalities = ["Barendrecht", "Capelle aan den IJssel", "GM0542", "Maassluis", "Ridderkerk", "Rotterdam", "Schiedam",
                  "Albrandswaard", "Vlaardingen", "Lansingerland", "Nissewaard", "Voorne aan Zee"]
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/cbs_vk100_2024_rijnmond.gpkg"
sites = [{ file = "{data}/venues/stemlokalen_ps_ws_2023.xlsx", venue = "other", status = "open" }]
[reach]
norm = "2 km"
"#;

const COUNTRY: &str = r#"
[study]
title = "Stemlokalen van Nederland"
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/eurostat_census2021_1km_nl_be_de.csv"
sites = [{ file = "{data}/venues/stemlokalen_ps_ws_2023.xlsx", venue = "other", status = "open" }]
[reach]
norm = "2 km"
"#;

struct Measured {
    checked: Checked,
    coverage: Coverage,
    desks: Vec<Desk>,
    cases: Cases,
}

impl Measured {
    fn new(study: &str, data: &std::path::Path) -> Self {
        let checked = StudyFolder::new(study, data).check();
        let (region, study) = (&checked.loaded.region, &checked.study);
        let coverage = coverage(region, study);
        let desks = desks(region, study.moments.outside_desk_hours);
        let cases = Cases::of(region, study, &coverage, &pairs(region, study), &desks);
        Self { checked, coverage, desks, cases }
    }

    fn region(&self) -> &Region {
        &self.checked.loaded.region
    }

    fn study(&self) -> &Study {
        &self.checked.study
    }

    /// The row of everyone in the study: with the own municipality's polling places, and with all.
    fn whole(&self) -> BorderEffect {
        let effects = effects(self.region(), self.study(), &self.cases, &self.coverage.need);
        let whole = |row: &BorderEffect| (row.party, row.who, row.side) == (Party::Study, Who::Group(0), Side::Own);
        effects.into_iter().find(whole).unwrap()
    }

    /// Means over the people of these cells: to the nearest of all, and to the nearest of their own municipality.
    fn means(&self, cells: impl Fn(usize) -> bool) -> [f64; 2] {
        let residents = self.region().cells.residents();
        let (mut persons, mut sums) = (0.0, [0.0; 2]);
        for cell in (0..residents.len()).filter(|cell| cells(*cell) && self.cases.own.distance[*cell].is_finite()) {
            persons += residents[cell];
            sums[0] += residents[cell] * self.cases.all.distance[cell];
            sums[1] += residents[cell] * self.cases.own.distance[cell];
        }
        sums.map(|sum| sum / persons)
    }
}

/// 439 m and 461 m were found by others for the squares of 1 km whose centre lies in a municipality; 395 m and 408 m by the measurement itself
/// on squares of 500 m. With the squares just beyond the border Bereik's own row is 5 m and 6 m more.
#[test]
fn the_measurement_of_2023_on_the_dutch_squares() {
    let Some(data) = real_data() else { return };
    let measured = Measured::new(COUNTRY, &data);
    let region = measured.region();
    let dutch = |cell: usize| {
        let municipality = region.cells.municipality[cell];
        municipality != NONE && region.municipalities[municipality as usize].shape.0.contains(&geo::Point(region.cells.at.0[cell]))
    };
    let [all, own] = measured.means(dutch);
    assert!((all - 439.0).abs() < 0.6 && (own - 461.0).abs() < 1.0, "{all} {own}");
    let whole = measured.whole();
    let (with, without) = (whole.with_border.unwrap(), whole.without_border.unwrap());
    let found = [without.mean.get(), with.mean.get(), whole.metres().unwrap()].map(|metres| (metres * 10.0).round() / 10.0);
    assert_eq!(found, COUNTRY_ROW);
    // Squares of 1 km are coarse: differences below 380 m mean nothing, and the report says so.
    assert_eq!(coarse(&measured.checked.loaded), Some((1000.0, 380.0)));
}

#[test]
fn the_measurement_of_2023_on_the_squares_of_rijnmond() {
    let Some(data) = real_data() else { return };
    let measured = Measured::new(RIJNMOND, &data);
    let whole = measured.whole();
    let (with, without) = (whole.with_border.unwrap(), whole.without_border.unwrap());
    assert!((without.mean.get() - 276.3).abs() < 0.2, "{}", without.mean.get());
    let found = [without.mean.get(), with.mean.get(), whole.metres().unwrap()].map(|metres| (metres * 10.0).round() / 10.0);
    assert_eq!(found, RIJNMOND_ROW);
    assert_eq!((whole.without, coarse(&measured.checked.loaded)), (0.0, None));
}

/// Mean to the nearest, to the nearest of the own municipality, and the difference, metres.
const COUNTRY_ROW: [f64; 3] = [443.9, 466.1, 22.3];
const RIJNMOND_ROW: [f64; 3] = [276.3, 279.9, 3.6];

/// Who goes where adds up to the residents that `check` reconciles with the official totals, in all and per municipality.
#[test]
fn flows_add_up_to_the_totals_that_check_reconciles() {
    let Some(data) = real_data() else { return };
    let study = RIJNMOND
        .replace("venues/stemlokalen_ps_ws_2023.xlsx\", venue = \"other\"", "venues/bibliotheken_2023.csv\", venue = \"library branch\"");
    let measured = Measured::new(&study, &data);
    let region = measured.region();
    let totals = measured.checked.loaded.findings.iter().find_map(|finding| match finding {
        Finding::Totals { cells, .. } => Some(*cells),
        _ => None,
    });
    let found = flows(region, measured.study(), &measured.coverage, &pairs(region, measured.study()), &measured.desks);
    assert_eq!(found.iter().map(|flows| flows.basis).collect::<Vec<_>>(), [Basis::Nearest, Basis::Expected]);
    for flows in &found {
        let of = |index: usize| -> f64 {
            flows.flows.iter().filter(|flow| flow.from == Territory::Municipality(index)).map(|flow| flow.residents).sum()
        };
        let members: Vec<usize> = (0..region.municipalities.len()).filter(|index| region.in_study[*index]).collect();
        let sum: f64 = members.iter().map(|index| of(*index)).sum();
        assert!((sum - totals.unwrap()).abs() < 1e-6, "{sum} {totals:?}");
        for index in members {
            let residents =
                row(region, &measured.coverage, Level::Municipality, &region.municipalities[index].code, "all").summary.residents;
            assert!((of(index) - residents).abs() < 1e-7, "{} {residents}", of(index));
        }
    }
}
