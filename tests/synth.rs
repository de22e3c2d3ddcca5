//! The files of a synthetic country: the committed demo, and what a reader of them finds.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bereik::synth::{Config, SynthError, generate, write};
use rusqlite::Connection;

/// The demo: 8 municipalities, 25 villages, 20 branches of which 12 have a desk, 60 venues. `data/SOURCES.md` gives the same numbers.
fn demo() -> Config {
    Config::new(4500, 20, 60, 8, 50)
}

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/waterstreek")
}

#[test]
fn the_demo_is_what_the_generator_makes() {
    let folder = tempfile::tempdir().unwrap();
    let paths = write(&generate(&demo()).unwrap(), folder.path()).unwrap();
    let names = |folder: &Path| -> BTreeSet<_> { fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect() };
    assert_eq!(names(folder.path()), names(&committed()));
    assert_eq!(names(folder.path()).len(), paths.len());
    let mut size = 0;
    for path in paths {
        let made = fs::read(&path).unwrap();
        let kept = fs::read(committed().join(path.file_name().unwrap())).unwrap();
        assert!(made == kept, "{} differs: run the command in data/SOURCES.md", path.display());
        size += made.len();
    }
    assert!(size < 3_000_000, "{size} bytes");
}

#[test]
fn the_files_are_the_same_on_one_thread() {
    let folder = tempfile::tempdir().unwrap();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let paths = pool.install(|| write(&generate(&demo()).unwrap(), folder.path()).unwrap());
    for path in paths {
        assert!(fs::read(&path).unwrap() == fs::read(committed().join(path.file_name().unwrap())).unwrap(), "{}", path.display());
    }
}

/// Every row of a query as numbers.
fn numbers(file: &str, query: &str) -> Vec<Vec<i64>> {
    let file = Connection::open_with_flags(committed().join(file), rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut statement = file.prepare(query).unwrap();
    let width = statement.column_count();
    let rows = statement.query_map([], |row| (0..width).map(|column| row.get(column)).collect()).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn squares_have_the_published_columns_and_counts() {
    let counts = numbers(
        "vk100.gpkg",
        "SELECT aantal_inwoners, aantal_mannen, aantal_vrouwen, aantal_inwoners_0_tot_15_jaar, aantal_inwoners_15_tot_25_jaar, \
         aantal_inwoners_25_tot_45_jaar, aantal_inwoners_45_tot_65_jaar, aantal_inwoners_65_jaar_en_ouder, \
         aantal_personen_met_uitkering_onder_aowlft FROM cbs_vk100_2024",
    );
    assert_eq!(counts.len(), 4500);
    assert!(counts.iter().flatten().all(|&count| count == -99_997 || (count >= 5 && count % 5 == 0)));
    assert!(counts.iter().all(|row| row[0] >= 5), "a square with fewer than 5 residents is absent");
    // Rijnmond 2024: 30 % of the counts of residents of 65 and older are secret.
    let secret = counts.iter().filter(|row| row[7] < 0).count();
    assert!((900..2250).contains(&secret), "{secret} of 4500");
    let ids = numbers(
        "vk100.gpkg",
        "SELECT count(DISTINCT crs28992res100m) FROM cbs_vk100_2024 WHERE crs28992res100m GLOB 'E[0-9][0-9][0-9][0-9]N[0-9][0-9][0-9][0-9]'",
    );
    assert_eq!(ids, [[4500]]);
}

#[test]
fn areas_have_official_totals_and_rows_of_water() {
    let land = numbers("gemeenten.gpkg", "SELECT count(*), sum(aantal_inwoners) FROM gemeenten WHERE water = 'NEE'");
    let squares = numbers("vk100.gpkg", "SELECT sum(aantal_inwoners) FROM cbs_vk100_2024");
    assert_eq!(land[0][0], 8);
    assert!(land[0][1] > squares[0][0]);
    let water = numbers(
        "gemeenten.gpkg",
        "SELECT count(*), max(aantal_inwoners), max(percentage_personen_65_jaar_en_ouder) FROM gemeenten WHERE water = 'JA'",
    );
    assert!(water[0][0] >= 2 && water[0][1..] == [-99_997, -99_997], "{water:?}");
    let areas = numbers(
        "buurten.gpkg",
        "SELECT count(*), count(DISTINCT gemeentecode), count(DISTINCT buurtcode) FROM buurten WHERE aantal_inwoners >= 0",
    );
    assert!(areas[0][0] >= 25 && areas[0][1] == 8 && areas[0][2] == areas[0][0], "{areas:?}");
}

#[test]
fn branches_and_organisations_are_as_the_brief_of_the_demo_says() {
    let table = |name: &str| -> Vec<Vec<String>> {
        let text = fs::read_to_string(committed().join(name)).unwrap();
        let rows = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(rows.as_bytes());
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    };
    let branches = table("bibliotheken.csv");
    assert_eq!(branches.len(), 20);
    assert_eq!(branches.iter().filter(|row| row[6] == "ja").count(), 12);
    assert!(branches.iter().all(|row| row[4].contains(',') && row[5].contains(',') && !row[4].contains('.')));
    let served = table("bibliotheekorganisaties.csv");
    let five = served.iter().filter(|row| row[0] == "Bibliotheek Waterstreek").count();
    let organisations: BTreeSet<&str> = served.iter().map(|row| row[0].as_str()).collect();
    let municipalities: BTreeSet<&str> = served.iter().map(|row| row[1].as_str()).collect();
    assert_eq!((five, organisations.len(), municipalities.len()), (5, 3, 7));
}

#[test]
fn two_villages_have_their_nearest_desk_across_the_border_and_the_river() {
    use geo::{Coord, Intersects, Line};
    let country = generate(&demo()).unwrap();
    for (village, desk) in [("Leliemeent", "Bibliotheek Krakeelwetering"), ("Groot-Honingkerke", "Bibliotheek Parelgaarde")] {
        let area = country.neighbourhoods.iter().position(|area| area.name == village).unwrap();
        let squares = (0..country.squares.len()).filter(|&square| country.squares.neighbourhood[square] as usize == area);
        let (sum, weight) = squares.fold((Coord { x: 0.0, y: 0.0 }, 0.0), |(sum, weight), square| {
            let residents = f64::from(country.squares.persons[square].residents);
            (sum + country.squares.centre(square) * residents, weight + residents)
        });
        let middle = bereik::crs::Planar(sum / weight);
        let desks = country.branches.iter().filter(|branch| branch.desk);
        let nearest = desks.min_by(|a, b| a.at.distance(middle).total_cmp(&b.at.distance(middle))).unwrap();
        assert_eq!(nearest.name, desk);
        assert!(nearest.at.distance(middle) > 2000.0);
        assert_ne!(nearest.municipality, country.neighbourhoods[area].municipality);
        let way = Line::new(*middle.get(), *nearest.at.get());
        assert!(
            country.municipalities.iter().filter_map(|municipality| municipality.water.as_ref()).any(|water| water.get().intersects(&way))
        );
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let error = write(&generate(&Config::new(500, 1, 0, 1, 1)).unwrap(), &file.join("below")).unwrap_err();
    let SynthError::Write { file: named, .. } = error else { panic!("{error}") };
    assert!(named.ends_with("below"), "{named}");
}

#[test]
fn no_invented_name_is_that_of_a_real_place() {
    use calamine::Reader;
    let Some(data) = common::real_data() else { return };
    let text = fs::read_to_string(data.join("boundaries/cbs_gemeenten_2022.geojson")).unwrap();
    let borders: serde_json::Value = serde_json::from_str(&text).unwrap();
    let features = borders["features"].as_array().unwrap();
    let mut real: BTreeSet<String> =
        features.iter().map(|feature| feature["properties"]["statnaam"].as_str().unwrap().to_lowercase()).collect();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(data.join("venues/stemlokalen_ps_ws_2023.xlsx")).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let place = sheet.rows().next().unwrap().iter().position(|cell| cell.to_string().eq("Plaats")).unwrap();
    real.extend(sheet.rows().map(|row| row[place].to_string().to_lowercase()));
    assert!(real.len() > 2000 && real.contains("zierikzee"));
    // 1,900 places: more than there are names of two syllables.
    let country = generate(&Config { settlements: 1900, ..Config::new(40_000, 10, 3000, 40, 1) }).unwrap();
    let invented: BTreeSet<&str> = country.candidates.iter().map(|venue| venue.place.as_str()).collect();
    assert!(invented.len() > 1000, "{}", invented.len());
    let both: Vec<&&str> = invented.iter().filter(|name| real.contains(&name.to_lowercase())).collect();
    assert!(both.is_empty(), "{both:?}");
}
