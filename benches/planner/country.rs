//! Cells and sites: from files, or drawn by rule around towns.

use std::path::Path;

use geo::Coord;

/// What the problems are made from, in metres, persons, euros.
pub struct Country {
    pub cells: Vec<Coord<f64>>,
    pub residents: Vec<f64>,
    pub elderly: Vec<f64>,
    pub sites: Vec<Coord<f64>>,
    pub fixed: Vec<f64>,
    pub hour: Vec<f64>,
}

/// A number out of the environment.
pub fn number(name: &str, otherwise: f64) -> f64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

impl Country {
    /// That of `BEREIK_PLAN_DATA`, else one of 5,000 cells and 1,000 sites.
    pub fn chosen() -> Self {
        std::env::var_os("BEREIK_PLAN_DATA").map_or_else(|| Self::drawn(5_000, 1_000), |folder| Self::read(Path::new(&folder)))
    }

    fn read(folder: &Path) -> Self {
        let columns = |file: &str, names: &[&str]| -> Vec<Vec<f64>> {
            let mut reader = csv::Reader::from_path(folder.join(file)).unwrap();
            let heads = reader.headers().unwrap().clone();
            let places: Vec<usize> = names.iter().map(|name| heads.iter().position(|head| head == *name).unwrap()).collect();
            let row = |record: csv::StringRecord| places.iter().map(|place| record[*place].parse().unwrap()).collect();
            reader.records().map(|record| row(record.unwrap())).collect()
        };
        let cells = columns("cells.csv", &["x", "y", "aantal_inwoners", "aantal_inwoners_65_jaar_en_ouder"]);
        let sites = columns("candidates.csv", &["x", "y", "fixed_cost", "hour_cost"]);
        let at = |rows: &[Vec<f64>]| rows.iter().map(|row| Coord { x: row[0], y: row[1] }).collect();
        let column = |rows: &[Vec<f64>], place: usize| rows.iter().map(|row| row[place]).collect();
        Self {
            residents: column(&cells, 2),
            elderly: cells.iter().map(|row| row[3].clamp(0.0, row[2])).collect(),
            fixed: column(&sites, 2),
            hour: column(&sites, 3),
            cells: at(&cells),
            sites: at(&sites),
        }
    }

    /// Around 300 towns in a square of 200 km, by Knuth's MMIX generator.
    fn drawn(cells: usize, sites: usize) -> Self {
        let mut state = 1u64;
        let mut below = move |most: u32| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from((state >> 33) % u64::from(most)).unwrap()
        };
        let towns: Vec<[u32; 2]> = (0..300).map(|_| [below(200_000), below(200_000)]).collect();
        let mut points = |count: usize| -> (Vec<Coord<f64>>, Vec<[f64; 2]>) {
            let mut point = || {
                let [x, y] = towns[below(300) as usize];
                let at = Coord { x: f64::from(x + below(8_001)), y: f64::from(y + below(8_001)) };
                (at, [f64::from(5 * (1 + below(400))), f64::from(20 + below(50))])
            };
            (0..count).map(|_| point()).unzip()
        };
        let ((cells, of_cells), (sites, of_sites)) = (points(cells), points(sites));
        Self {
            residents: of_cells.iter().map(|row| row[0]).collect(),
            elderly: of_cells.iter().map(|row| (row[0] * row[1] / 200.0).round()).collect(),
            fixed: of_sites.iter().map(|row| 100.0 * row[0]).collect(),
            hour: of_sites.iter().map(|row| row[1]).collect(),
            cells,
            sites,
        }
    }
}
