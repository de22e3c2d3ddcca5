//! What `bereik coverage` writes, read back by our own readers: the same rows, places and numbers, and as input the same distances.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use assert_cmd::Command;
use bereik::crs::{Crs, ETRS89, Planar, ToPlanar};
use bereik::load::{Geometry, Layer, Selection, Source, Wanted};
use bereik::model::DataFile;
use geo::{CoordsIter, MultiPolygon};

/// Results of the demo in every format, written once.
static RESULTS: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("round-trip");
    let _ = std::fs::remove_dir_all(&folder);
    coverage(&root().join("scenarios/waterstreek.toml"), &folder);
    folder
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn coverage(study: &Path, out: &Path) {
    let arguments = ["--no-maps", "--format", "csv,geojson,gpkg", "--out"];
    Command::cargo_bin("bereik").unwrap().arg("coverage").arg(study).args(arguments).arg(out).assert().success();
}

fn open(path: PathBuf, layer: Option<&str>) -> Source {
    Source::open(&DataFile { path, layer: layer.map(str::to_owned), ..DataFile::default() }).unwrap()
}

/// A table of the results in each format: CSV, GeoJSON, GeoPackage.
fn formats(table: &str) -> [Source; 3] {
    [
        open(RESULTS.join(format!("{table}.csv")), None),
        open(RESULTS.join(format!("{table}.geojson")), None),
        open(RESULTS.join("coverage.gpkg"), Some(table)),
    ]
}

/// Columns by name as texts and as numbers, with geometry.
fn read(source: &Source, texts: &[&str], numbers: &[&str], geometry: Wanted) -> Layer {
    let fields = |names: &[&str]| names.iter().map(|name| source.field(name).unwrap()).collect();
    let layer = source.read(&Selection { texts: fields(texts), numbers: fields(numbers), geometry, ..Selection::default() }).unwrap();
    assert!(layer.refused.is_empty() && layer.numbers.iter().all(|column| column.odd.is_empty()));
    layer
}

/// The tables: name, columns of text, columns of numbers, rows.
const TABLES: [(&str, &[&str], &[&str], usize); 3] = [
    ("cells", &["cell", "municipality", "area", "site"], &["residents", "need", "distance_m"], 3_071),
    (
        "areas",
        &["level", "code", "name", "group"],
        &["residents", "need", "mean_m", "median_m", "p90_m", "share_within_1000", "share_within_norm", "unreachable", "hidden_share"],
        330,
    ),
    (
        "sites",
        &["site", "name", "place", "municipality", "library", "venue", "status", "scope"],
        &["residents", "need", "residents_within_norm", "residents_only_this_site", "residents_outside_study"],
        80,
    ),
];

#[test]
fn rows_and_numbers_are_the_same_in_every_format() {
    for (table, texts, numbers, rows) in TABLES {
        let sources = formats(table);
        let fields = &sources[0].fields;
        assert!(sources.iter().all(|source| source.fields == *fields), "{table}: the same columns in the same order");
        let [csv, geojson, package] = sources.each_ref().map(|source| read(source, texts, numbers, Wanted::Nothing));
        assert_eq!(csv.len(), rows, "{table}");
        for other in [&geojson, &package] {
            for (one, other) in csv.texts.iter().zip(&other.texts) {
                assert!(one.iter().eq(other.iter()), "{table}");
            }
            for ((one, other), name) in csv.numbers.iter().zip(&other.numbers).zip(numbers) {
                let bits = |values: &[f64]| -> Vec<u64> { values.iter().map(|value| value.to_bits()).collect() };
                assert_eq!(bits(&one.values), bits(&other.values), "{table}.{name}");
            }
        }
    }
}

/// The places of a layer in RD New.
fn places(source: &Source) -> Vec<Planar<geo::Coord<f64>>> {
    let Geometry::Places(places) = read(source, &[], &[], Wanted::Places).geometry else { panic!("no places") };
    let to_rd = ToPlanar::new(source.crs.as_ref().unwrap()).unwrap();
    places.iter().map(|place| to_rd.point(place.at).unwrap()).collect()
}

/// Centres of squares are those of their ids; sites are those of the files that were read.
#[test]
fn places_are_where_they_were() {
    // GeoJSON has 7 decimals: half of the last is 0.6 cm north and 0.4 cm east.
    let limits = [("geojson", 0.02), ("gpkg", 0.001)];
    let [_, geojson, package] = formats("cells");
    assert_eq!((geojson.crs.clone(), package.crs.clone()), (Some(Crs::Epsg(4326)), Some(Crs::Epsg(28992))));
    let ids = read(&package, &["cell"], &[], Wanted::Nothing);
    for ((name, limit), source) in limits.iter().zip([&geojson, &package]) {
        for (id, at) in ids.texts[0].iter().zip(places(source)) {
            let hectometres = |digits: &str| digits.parse::<f64>().unwrap();
            let middle = geo::Coord { x: hectometres(&id[1..5]) * 100.0 + 50.0, y: hectometres(&id[6..10]) * 100.0 + 50.0 };
            assert!(at.distance(Planar(middle)) < *limit, "{name}: {id} at {at:?}");
        }
    }
    let [_, geojson, package] = formats("sites");
    let branches = open(root().join("data/waterstreek/bibliotheken.csv"), None);
    let original = read(&branches, &["naam"], &["X", "Y"], Wanted::Nothing);
    let names = read(&package, &["name"], &[], Wanted::Nothing);
    for ((name, limit), source) in limits.iter().zip([&geojson, &package]) {
        let places = places(source);
        for (row, branch) in original.texts[0].iter().enumerate() {
            let at = names.texts[0].iter().position(|site| site == branch).map(|site| places[site]).unwrap();
            let stood = geo::Coord { x: original.numbers[0].values[row], y: original.numbers[1].values[row] };
            assert!(at.distance(Planar(stood)) < *limit, "{name}: {branch} at {at:?}");
        }
    }
}

/// Code and shape of each row, RD New; rows for groups repeat a shape.
fn shapes(source: &Source, code: &str) -> Vec<(String, MultiPolygon<f64>)> {
    let layer = read(source, &[code], &[], Wanted::Shapes);
    let to_rd = ToPlanar::new(source.crs.as_ref().unwrap()).unwrap();
    let Geometry::Shapes(shapes) = layer.geometry else { panic!("no shapes") };
    let planar = |shape: MultiPolygon<f64>| {
        use geo::MapCoords;
        shape.map_coords(|at| to_rd.point(at).unwrap().0)
    };
    layer.texts[0].iter().map(str::to_owned).zip(shapes.into_iter().map(planar)).collect()
}

/// Rings may start elsewhere and turn the other way: every corner has its like in the other shape.
fn corners_agree(one: &MultiPolygon<f64>, other: &MultiPolygon<f64>, limit: f64) -> bool {
    let near = |at: geo::Coord<f64>, shape: &MultiPolygon<f64>| shape.coords_iter().any(|other| Planar(at).distance(Planar(other)) < limit);
    one.coords_count() == other.coords_count() && one.coords_iter().all(|at| near(at, other)) && other.coords_iter().all(|at| near(at, one))
}

#[test]
fn borders_are_those_that_were_read() {
    let original = shapes(&open(root().join("data/waterstreek/gemeenten.gpkg"), None), "gemeentecode");
    let [_, geojson, package] = formats("areas");
    for (source, limit) in [(geojson, 0.02), (package, 0.001)] {
        let mut found = 0;
        for (code, shape) in shapes(&source, "code") {
            match original.iter().find(|(own, _)| *own == code) {
                Some((_, own)) => {
                    assert!(corners_agree(own, &shape, limit), "{code}");
                    found += 1;
                }
                None => assert_eq!(shape.0.is_empty(), code.is_empty(), "{code}: only the study as a whole has no shape"),
            }
        }
        assert_eq!(found, 5 * 10, "five municipalities, everyone and nine groups");
    }
}

/// The layers of a result as the population and the sites of another study: each square as far from a desk as before.
#[test]
fn results_are_input() {
    let first = read(&formats("cells")[0], &["cell", "site"], &["distance_m"], Wanted::Nothing);
    let package = |layer: &str| format!("file = \"{}\", layer = \"{layer}\"", RESULTS.join("coverage.gpkg").display());
    let geojson = |layer: &str| format!("file = \"{}\"", RESULTS.join(format!("{layer}.geojson")).display());
    let inputs = [("gpkg", package("cells"), package("sites"), 0.002), ("geojson", geojson("cells"), geojson("sites"), 0.04)];
    for (name, cells, sites, limit) in inputs {
        let folder = tempfile::tempdir().unwrap();
        let study = format!(
            "[study]\ntitle = \"Again\"\nlibrary = \"Bibliotheek Waterstreek\"\n[data]\nmunicipalities = \"{data}/gemeenten.gpkg\"\n\
             libraries = \"{data}/bibliotheekorganisaties.csv\"\npopulation = {{ {cells}, columns = {{ id = \"cell\" }} }}\n\
             sites = [{{ {sites}, columns = {{ id = \"site\" }} }}]\n[reach]\nnorm = \"2 km\"\n",
            data = root().join("data/waterstreek").display()
        );
        std::fs::write(folder.path().join("study.toml"), study).unwrap();
        let out = folder.path().join("out");
        coverage(&folder.path().join("study.toml"), &out);
        let again = read(&open(out.join("cells.csv"), None), &["cell", "site"], &["distance_m"], Wanted::Nothing);
        assert_eq!(again.len(), first.len(), "{name}");
        for row in 0..first.len() {
            assert_eq!((first.texts[0].get(row), first.texts[1].get(row)), (again.texts[0].get(row), again.texts[1].get(row)), "{name}");
            let (before, after) = (first.numbers[0].values[row], again.numbers[0].values[row]);
            assert!((before - after).abs() <= limit, "{name}: {before} and {after} in {}", first.texts[0].get(row));
        }
    }
}

/// A position in degrees and back is where it was: what the tests above allow is for the decimals of GeoJSON alone.
#[test]
fn there_and_back_is_nowhere_else() {
    let (to_rd, to_degrees) = (ToPlanar::new(&Crs::Epsg(ETRS89)).unwrap(), bereik::crs::ToLonLat::new().unwrap());
    for x in (20_000..280_000).step_by(20_000) {
        for y in (310_000..620_000).step_by(20_000) {
            let at = Planar(geo::Coord { x: f64::from(x), y: f64::from(y) });
            let back = to_rd.point(to_degrees.point(at).unwrap().0).unwrap();
            assert!(back.distance(at) < 1e-3, "{at:?} {back:?}");
        }
    }
}
