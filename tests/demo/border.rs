//! `bereik border` on the demo: what it says and writes, and what must add up in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bereik::load::hash::sha256_of;
use rusqlite::{Connection, OpenFlags};

use super::layers::every_layer_has_its_style;
use super::{Results, STUDY, run, snapshot};

static DUTCH: LazyLock<Results> = LazyLock::new(|| border("border-nl", STUDY, &[]));
static ENGLISH: LazyLock<Results> = LazyLock::new(|| border("border-en", STUDY, &["--lang", "en", "--key", "shapley"]));
/// The whole region: three libraries, and a municipality without a library and without a desk.
static REGION: LazyLock<Results> = LazyLock::new(|| border("border-region", whole_region().to_str().unwrap(), &["--lang", "en"]));

fn border(name: &str, study: &str, more: &[&str]) -> Results {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    let out = folder.to_str().unwrap();
    let said = run(&[&["border", study, "--out", out, "--format", "csv,geojson,gpkg"], more].concat(), &folder);
    Results { folder, said }
}

/// The demo's study about all eight municipalities.
fn whole_region() -> PathBuf {
    let study = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(STUDY)).unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").display().to_string();
    let lines: Vec<&str> = study.lines().filter(|line| !line.starts_with("library = ")).collect();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("whole-region.toml");
    std::fs::write(&path, lines.join("\n").replace("../data", &data)).unwrap();
    path
}

/// The rows of a table, by the names of its columns.
fn rows(results: &Results, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = results.text(name);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

#[test]
fn screens() {
    for (results, name) in [(&DUTCH, "border_nl"), (&ENGLISH, "border_en"), (&REGION, "border_region")] {
        assert_eq!(results.said.stdout, "", "stdout is for data");
        snapshot(name, &results.said.stderr);
    }
}

#[test]
fn tables() {
    for name in ["flows", "flow-balance", "border-places", "flow-lines"] {
        snapshot(&format!("{}_csv", name.replace('-', "_")), &DUTCH.text(&format!("{name}.csv")));
    }
    snapshot("orphans_csv", &REGION.text("orphans.csv"));
    for name in ["border-effect", "shares", "desk-users"] {
        let text = DUTCH.text(&format!("{name}.csv"));
        let lines: Vec<&str> = text.lines().collect();
        let first = lines[..24.min(lines.len())].join("\n");
        let hash = sha256_of(text.as_bytes());
        snapshot(&format!("{}_csv", name.replace('-', "_")), &format!("{first}\n[…]\n{} lines\nsha256 {hash}", lines.len()));
    }
}

#[test]
fn agreements() {
    snapshot("agreement_nl", &DUTCH.text("agreement-bibliotheek-waterstreek.md"));
    snapshot("agreement_en", &ENGLISH.text("agreement-bibliotheek-waterstreek.md"));
    for library in ["gruttokerke", "plompenzijl", "waterstreek"] {
        assert!(REGION.folder.join(format!("agreement-bibliotheek-{library}.md")).is_file(), "{library}");
    }
}

/// On every basis the flows from each municipality are its residents and all of its shares are 1; the balance is that of the flows.
#[test]
fn rows_add_up() {
    let mut sums: BTreeMap<(String, String), [f64; 4]> = BTreeMap::new();
    for row in rows(&REGION, "flows.csv") {
        let sum = sums.entry((row["basis"].clone(), row["from"].clone())).or_default();
        let residents = number(&row, "residents");
        let place = match row["to_scope"].as_str() {
            "own" => 1,
            "none" => 3,
            _ => 2,
        };
        sum[0] += residents;
        sum[place] += residents;
    }
    let balances = rows(&REGION, "flow-balance.csv");
    assert_eq!(balances.len(), 3 * 8, "three bases, eight municipalities");
    for row in balances {
        let sum = sums[&(row["basis"].clone(), row["municipality"].clone())];
        for (column, sum) in ["residents", "own", "out", "none"].into_iter().zip(sum) {
            // Each cell is rounded to a tenth of a person.
            assert!((number(&row, column) - sum).abs() < 0.6, "{column} {sum} {row:?}");
        }
    }
    // What goes out of the eight comes in somewhere: the demo has no desks outside them.
    for basis in ["nearest", "expected", "moments"] {
        let of = |column: &str| -> f64 {
            rows(&REGION, "flow-balance.csv").iter().filter(|row| row["basis"] == basis).map(|row| number(row, column)).sum()
        };
        assert!((of("out") - of("in")).abs() < 1.0, "{basis}");
    }
}

/// The amounts of every key add up to the cost to the cent, and cost and grant are those of the budget.
#[test]
fn shares_add_up_to_the_cent() {
    let cents = |row: &BTreeMap<String, String>, column: &str| (number(row, column) * 100.0).round();
    let mut sums: BTreeMap<(String, String, String), (f64, f64)> = BTreeMap::new();
    for row in rows(&REGION, "shares.csv") {
        let sum = sums.entry((row["library"].clone(), row["desk"].clone(), row["key"].clone())).or_default();
        *sum = (cents(&row, "cost"), sum.1 + cents(&row, "amount"));
    }
    // Bibliotheek Waterstreek has ten desks, the others one each; five keys.
    assert_eq!(sums.len(), 5 * (11 + 2 + 2));
    assert!(sums.values().all(|(cost, sum)| (cost - sum).abs() < 0.5), "{sums:?}");
    let budget = border_budget();
    for library in ["Bibliotheek Gruttokerke", "Bibliotheek Plompenzijl", "Bibliotheek Waterstreek"] {
        let (cost, _) = sums[&(library.to_owned(), "all".to_owned(), "equal".to_owned())];
        let pool = budget.iter().find(|row| row["pool"] == library).unwrap();
        assert!((cents(pool, "desks") - cost).abs() < 0.5, "{library}");
    }
}

/// The budget of the same study.
fn border_budget() -> Vec<BTreeMap<String, String>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("border-budget");
    let said = run(&["budget", whole_region().to_str().unwrap(), "--out", folder.to_str().unwrap()], &folder);
    rows(&Results { folder, said }, "budget.csv")
}

#[test]
fn layers_have_their_geometry_and_style() {
    let file = Connection::open_with_flags(DUTCH.folder.join("border.gpkg"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let list = |query: &str| -> Vec<String> {
        let mut statement = file.prepare(query).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let kinds = list("SELECT table_name || ' ' || geometry_type_name FROM gpkg_geometry_columns ORDER BY 1");
    assert_eq!(kinds, ["border-places GEOMETRY", "flow-lines LINESTRING", "orphans POINT"]);
    every_layer_has_its_style(&DUTCH.folder.join("border.gpkg"));
    every_layer_has_its_style(&REGION.folder.join("border.gpkg"));
}

/// The rules of the style, asked of the layer itself: every row is drawn by one rule, and points by that of points.
#[test]
fn every_place_is_drawn_once() {
    let file = Connection::open_with_flags(DUTCH.folder.join("border.gpkg"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let qml: String =
        file.query_row("SELECT styleQML FROM layer_styles WHERE f_table_name = 'border-places'", [], |row| row.get(0)).unwrap();
    let options = resvg::usvg::roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = resvg::usvg::roxmltree::Document::parse_with_options(&qml, options).unwrap();
    let rules: Vec<&str> = document.descendants().filter_map(|node| node.attribute("filter")).collect();
    assert_eq!(rules.len(), 7);
    // A point takes 29 bytes, polygons more.
    let kind = "CASE length(geom) WHEN 29 THEN 'Point' ELSE 'Polygon' END";
    let one = |rule: &&str| format!("coalesce({}, 0)", rule.replace("geometry_type($geometry)", kind));
    let sum = rules.iter().map(one).collect::<Vec<_>>().join(" + ");
    let count = |query: &str| -> i64 { file.query_row(query, [], |row| row.get(0)).unwrap() };
    assert_eq!(count(&format!("SELECT count(*) FROM \"border-places\" WHERE {sum} <> 1")), 0);
    assert!(count("SELECT count(*) FROM \"border-places\" WHERE extra_m IS NULL") > 20);
}

/// Every row of the layer has its place: a candidate for "one desk for two" a point, where its own file has it, all others polygons.
#[test]
fn places_near_a_border_have_their_geometry() {
    let read = |text: String| -> Vec<serde_json::Value> {
        let file: serde_json::Value = serde_json::from_str(&text).unwrap();
        file["features"].as_array().unwrap().clone()
    };
    let locations = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/waterstreek/locaties.geojson");
    let locations = read(std::fs::read_to_string(locations).unwrap());
    let file = Connection::open_with_flags(DUTCH.folder.join("border.gpkg"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let (mut points, mut located) = (0, 0);
    for (row, feature) in read(DUTCH.text("border-places.geojson")).iter().enumerate() {
        let blob: Vec<u8> = file.query_row("SELECT geom FROM \"border-places\" WHERE fid = ?", [row + 1], |row| row.get(0)).unwrap();
        let (kind, name) = (feature["geometry"]["type"].as_str().unwrap(), feature["properties"]["name"].as_str().unwrap());
        if kind == "MultiPolygon" {
            assert!(feature["properties"]["code"].as_str().unwrap().starts_with("BU"), "{feature}");
            continue;
        }
        assert_eq!((kind, feature["properties"]["kind"].as_str()), ("Point", Some("one desk for two")), "{feature}");
        // Header of 8, byte order 1, type of 4, x and y.
        assert_eq!((blob.len(), blob[9]), (29, 1), "{feature}");
        points += 1;
        let of = |feature: &serde_json::Value, axis: usize| feature["geometry"]["coordinates"][axis].as_f64().unwrap();
        if let Some(location) = locations.iter().find(|location| location["properties"]["naam"] == name) {
            located += 1;
            // A centimetre, and the digits of the file.
            assert!((0..2).all(|axis| (of(feature, axis) - of(location, axis)).abs() < 2e-6), "{feature} {location}");
        }
    }
    assert!(points > located && located > 3, "{points} {located}");
}

#[test]
fn languages_differ_in_words_only() {
    for name in ["flow-balance.csv", "border-effect.csv", "shares.csv", "desk-users.csv", "flow-lines.csv"] {
        assert!(DUTCH.bytes(name) == ENGLISH.bytes(name), "{name}");
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let findings = |results: &Results| {
        results.said.stderr.lines().filter(|line| line.starts_with("  ") && !line.contains('/')).map(digits).collect::<Vec<_>>()
    };
    assert_eq!(findings(&DUTCH), findings(&ENGLISH));
    assert_eq!(findings(&DUTCH).len(), 5);
}

/// Without a rate for an hour no cost is known: no amount is € 0.00, nothing is left of a grant, and the parts are still told.
#[test]
fn unknown_costs_are_no_zeros() {
    let study = std::fs::read_to_string(whole_region()).unwrap().replace("hour = \"", "year = 2027 #\"").replace("\nhour = [", "\n# [");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-rate.toml");
    std::fs::write(&path, study).unwrap();
    let results = border("border-no-rate", path.to_str().unwrap(), &["--lang", "en", "--no-maps"]);
    for row in rows(&results, "shares.csv") {
        assert!(["cost", "amount", "left_of_grant"].iter().all(|column| row[*column].is_empty()), "{row:?}");
    }
    assert!(!results.said.stderr.contains("€ 0.00"), "{}", results.said.stderr);
    let page = results.text("agreement-bibliotheek-waterstreek.md").replace('\u{a0}', " ");
    assert!(page.contains("| Dotterrade | 9.2% | unknown | € 8,236.07 | unknown |"), "{page}");
    assert!(page.contains("| Dotterrade | 9.2% | 8.2% | 7.8% | 20.0% | 9.2% |"), "{page}");
}

/// A country: what does not fit on a page is left out of it, and it says so.
#[test]
fn of_many_municipalities_some_are_shown() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("border-country");
    let _ = std::fs::remove_dir_all(&folder);
    let country = folder.to_str().unwrap();
    run(&["synth", "--squares", "6000", "--sites", "60", "--candidates", "0", "--municipalities", "60", country], &folder);
    let out = folder.join("out");
    let study = folder.join("studie.toml");
    let arguments = ["border", study.to_str().unwrap(), "--lang", "en", "--format", "csv", "--out", out.to_str().unwrap()];
    let said = run(&arguments, &folder);
    let results = Results { folder: out, said };
    let said = &results.said.stderr;
    let chart = results.text("chart-flows.svg");
    assert!(chart.contains("Of 60 municipalities the 24 of which most residents go across the border."), "the note of the chart");
    // Every municipality of the file is in the study: nobody goes out of it.
    assert!(!chart.contains(">outside the study<"), "outside");
    let findings =
        said.lines().filter(|line| line.starts_with("  ") && line.trim_start().starts_with(|letter: char| letter.is_ascii_digit()));
    assert_eq!(findings.filter(|line| line.contains("nearest desk in")).count(), 5, "{said}");
    let lacking = rows(&results, "orphans.csv").iter().map(|row| row["municipality"].clone()).collect::<std::collections::BTreeSet<_>>();
    assert!(lacking.len() > 5, "{}", lacking.len());
    let more = format!("{} more municipalities are in the table `orphans`", lacking.len() - 5);
    assert!(said.contains(&more), "{more}\n{said}");
    assert!(said.contains("more library organisations are in the table `shares`"), "{said}");
}

#[test]
fn for_machines() {
    // A folder of its own: what another run left there would go.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("border-json");
    let said = run(&["border", STUDY, "--json", "--out", folder.to_str().unwrap(), "--format", "csv", "--no-maps"], &folder);
    assert_eq!(said.stderr, "");
    let value: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    let names: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["border_effect", "border_places", "desk_users", "findings", "flow_balance", "flow_lines", "flows", "orphans", "shares"]
    );
    let flows = value["flows"].as_array().unwrap();
    assert_eq!(flows.len(), rows(&DUTCH, "flows.csv").len());
    assert_eq!(flows[0]["residents"], 8715.0);
    assert!(flows[1]["share"].is_null(), "who lives outside the study is not there as a whole");
}

#[test]
fn a_key_that_is_none() {
    let output = assert_cmd::Command::cargo_bin("bereik").unwrap().args(["border", "x.toml", "--key", "toeval"]).assert().code(2);
    let told = String::from_utf8_lossy(&output.get_output().stderr).into_owned();
    assert!(told.contains("choose from expected use, residents, need, equal, shapley"), "{told}");
}
