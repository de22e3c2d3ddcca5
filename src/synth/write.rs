//! The country into a folder: the files that a planner would have downloaded, and a study that reads them.

use std::io;
use std::path::{Path, PathBuf};

use super::config::SynthError;
use super::country::Country;
use super::money;
use super::tables::{self, Ids};
use super::visits;
use crate::report::{Output, Table, files};

/// Names of the files, in the order of writing.
const FILES: [&str; 11] = [
    "vk100.gpkg",
    "gemeenten.gpkg",
    "gemeenten.geojson",
    "buurten.gpkg",
    "locaties.geojson",
    "bibliotheken.csv",
    "bibliotheekorganisaties.csv",
    "opleiding.csv",
    "spuk.csv",
    "registraties.csv",
    "studie.toml",
];

/// Writes a country into `folder`, which is made if need be, and returns the paths of the files. The same country gives the same bytes.
///
/// # Errors
/// [`SynthError::Write`] with the file that could not be written; those before it stay.
pub fn write(country: &Country, folder: &Path) -> Result<Vec<PathBuf>, SynthError> {
    let fail = |path: &Path| {
        let file = path.display().to_string();
        move |error: io::Error| SynthError::Write { file, detail: error.to_string() }
    };
    std::fs::create_dir_all(folder).map_err(fail(folder))?;
    let mut paths = Vec::new();
    for name in FILES {
        let path = folder.join(name);
        one(country, name, folder).map_err(fail(&path))?;
        paths.push(path);
    }
    Ok(paths)
}

/// Writes the file of that name.
fn one(country: &Country, name: &str, folder: &Path) -> io::Result<()> {
    let table = |output: Output, table: Table, stem: &str| output.write(&[table], &[], folder, stem).map(|_| ());
    match name {
        "vk100.gpkg" => {
            let ids = Ids::of(&country.squares);
            table(Output::GeoPackage, tables::squares(&country.squares, &ids), "vk100")
        }
        "gemeenten.gpkg" => table(Output::GeoPackage, tables::municipalities(country), "gemeenten"),
        "gemeenten.geojson" => table(Output::GeoJson, tables::borders(country), "gemeenten"),
        "buurten.gpkg" => table(Output::GeoPackage, tables::neighbourhoods(country), "buurten"),
        "locaties.geojson" => table(Output::GeoJson, tables::candidates(&country.candidates), "locaties"),
        "bibliotheken.csv" => lines(&folder.join(name), &branches(country)),
        "bibliotheekorganisaties.csv" => lines(&folder.join(name), &libraries(country)),
        "opleiding.csv" => lines(&folder.join(name), &money::education(country)),
        "spuk.csv" => lines(&folder.join(name), &money::grants(country)),
        "registraties.csv" => lines(&folder.join(name), &visits::rows(&country.branches)),
        _ => files::write_whole(&folder.join(name), |out| out.write_all(study(country).as_bytes())).map(|_| ()),
    }
}

/// Rows as a spreadsheet exports them: `;` between cells, UTF-8 with its mark in front.
fn lines(path: &Path, rows: &[Vec<String>]) -> io::Result<()> {
    files::write_whole(path, |out| {
        out.write_all("\u{feff}".as_bytes())?;
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(out);
        for row in rows {
            writer.write_record(row)?;
        }
        writer.flush()
    })
    .map(|_| ())
}

/// Library branches, coordinates and money with a decimal comma.
fn branches(country: &Country) -> Vec<Vec<String>> {
    let head = [
        "naam",
        "plaats",
        "gemeente",
        "bibliotheek",
        "X",
        "Y",
        "ido",
        "openingstijden",
        "openingstijden_ido",
        "uren_met_personeel",
        "vaste_lasten",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for branch in &country.branches {
        let comma = |number: f64| format!("{number:.1}").replace('.', ",");
        rows.push(vec![
            branch.name.clone(),
            branch.place.clone(),
            country.municipalities.get(branch.municipality).map_or_else(String::new, |municipality| municipality.name.clone()),
            country.libraries.get(branch.library).map_or_else(String::new, |library| library.name.clone()),
            comma(branch.at.get().x),
            comma(branch.at.get().y),
            if branch.desk { "ja" } else { "nee" }.to_owned(),
            branch.building.to_owned(),
            branch.hours.clone(),
            branch.staffed.to_string(),
            format!("{},00", branch.fixed),
        ]);
    }
    rows
}

/// Which organisation serves which municipality, and since when.
fn libraries(country: &Country) -> Vec<Vec<String>> {
    let mut rows = vec![["bibliotheek", "gemeente", "van", "tot"].map(str::to_owned).to_vec()];
    for library in &country.libraries {
        for &(municipality, since) in &library.municipalities {
            let code = country.municipalities.get(municipality).map_or_else(String::new, |municipality| municipality.code.clone());
            rows.push(vec![library.name.clone(), code, since.to_string(), String::new()]);
        }
    }
    rows
}

/// A study about the whole country.
fn study(country: &Country) -> String {
    let region = country.region.replace('\\', "\\\\").replace('"', "\\\"");
    let venues = if country.candidates.is_empty() {
        ""
    } else {
        "\n  { file = \"locaties.geojson\", status = \"candidate\" },        # kolom `soort` zegt wat voor locatie het is"
    };
    format!(
        r#"# Een studie over {region}. Dit gebied bestaat niet: het is gemaakt met `bereik synth`.

[study]
title = "IDO's in {region}"

[data]
municipalities = "gemeenten.gpkg"
areas = "buurten.gpkg"
population = "vk100.gpkg"
sites = [
  {{ file = "bibliotheken.csv", venue = "library branch" }},      # kolom `ido` zegt welke vestiging een informatiepunt heeft{venues}
]
libraries = "bibliotheekorganisaties.csv"
grants = "spuk.csv"                                             # de uitkering per gemeente; zonder dit bestand rekent Bereik haar uit

[[data.spread]]                                                 # een tabel per gemeente, verdeeld over de vierkanten
group = "at most vmbo"
file = "opleiding.csv"
area = "municipality"
column = "vmbo_15_75"
over = "15-75"

[reach]
norm = "2 km"                                                   # er is geen landelijke norm: kies er zelf een

[need]
all = 1.0
"65+" = 1.0                                                     # een inwoner van 65 jaar of ouder telt dubbel
"at most vmbo" = 1.0

[money]
hour = "€ 38"                                                   # wat een uur open kost; vraag dit uw bibliotheek
"#
    )
}
