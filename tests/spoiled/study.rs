//! Spoiled study files.

use super::case::{Case, hold, refused, used};

pub fn cases() -> Vec<Case> {
    [files(), keys(), values(), region()].into_iter().flatten().collect()
}

fn files() -> Vec<Case> {
    vec![
        refused("no study", |files| files.remove("studie.toml"), &["fout: studie.toml: dit bestand bestaat niet", "`bereik init MAP`"])
            .in_english(&["error: studie.toml: "]),
        refused(
            "a study of which no file is there",
            |files| {
                ["gemeenten.geojson", "vierkanten.csv", "bibliotheken.csv", "organisaties.csv"]
                    .into_iter()
                    .for_each(|name| files.remove(name));
            },
            &[
                "gemeenten.geojson: dit bestand is er niet",
                "vierkanten.csv: dit bestand is er niet",
                "bibliotheken.csv: dit bestand is er niet",
                "organisaties.csv: dit bestand is er niet",
            ],
        )
        .in_english(&["gemeenten.geojson: ", "vierkanten.csv: ", "bibliotheken.csv: ", "organisaties.csv: "]),
        refused(
            "a folder for a study",
            |files| {
                files.remove("studie.toml");
                std::fs::create_dir(files.path("studie.toml")).unwrap();
            },
            &["studie.toml: dit is een map"],
        ),
        refused(
            "an empty study",
            |files| files.write("studie.toml", ""),
            &["studie.toml", "`study` ontbreekt", "`data` ontbreekt", "`reach` ontbreekt"],
        ),
        refused(
            "a study that is not TOML",
            |files| files.study("norm = \"1600 m\"", "norm = 1600 m"),
            &["studie.toml, regel 9, teken 8", "norm = 1600 m", "^"],
        ),
        refused(
            "a weight of an age without quotes",
            |files| files.study("[reach]", "[need]\n65+ = 1.0\n[reach]"),
            &["studie.toml, regel 9", "een sleutel met een + zonder aanhalingstekens", "Zet de sleutel tussen aanhalingstekens: \"65+\""],
        )
        .in_english(&["line 9", "Put the key between quotes: \"65+\""]),
        refused(
            "a range of an age without quotes",
            |files| files.study("[reach]", "[uncertain]\nneed.65+ = [0, 2]\n[reach]"),
            &["studie.toml, regel 9", "aanhalingstekens: need.\"65+\""],
        ),
        refused(
            "a study with a key twice",
            |files| files.study("norm = \"1600 m\"", "norm = \"1600 m\"\nnorm = \"2 km\""),
            &["studie.toml, regel 10, teken 1"],
        ),
        refused(
            "a study in Windows-1252",
            |files| {
                let text = std::fs::read_to_string(files.path("studie.toml")).unwrap();
                let mut bytes = text.into_bytes();
                bytes.extend(b"# caf\xE9\n");
                files.write("studie.toml", bytes);
            },
            &["studie.toml, regel 10", "UTF-8"],
        )
        .in_english(&["studie.toml, line 10", "UTF-8"]),
        refused(
            "a study that is a workbook",
            |files| files.write("studie.toml", super::book::zip(&[("a", "\u{1}")])),
            &["studie.toml, regel 1"],
        ),
    ]
}

fn keys() -> Vec<Case> {
    vec![
        refused(
            "a key that does not exist",
            |files| files.study("norm =", "nrom ="),
            &["studie.toml, regel 9, teken 1: `reach.nrom` bestaat niet", "Misschien is `norm` bedoeld", "`reach.norm` ontbreekt"],
        )
        .in_english(&["studie.toml, line 9, column 1", "Perhaps `norm` is meant"]),
        refused(
            "a section that does not exist",
            |files| files.study("[reach]", "[wat]\na = 1\n[reach]"),
            &["studie.toml, regel 8", "`wat` bestaat niet"],
        ),
        refused(
            "a key of a file that does not exist",
            |files| files.study("\"bibliotheken.csv\"", "\"bibliotheken.csv\", laag = \"x\""),
            &["studie.toml, regel 6", "`data.sites.laag` bestaat niet"],
        ),
        refused(
            "no title",
            |files| files.study("title = \"Twee gemeenten\"\n", ""),
            &["studie.toml, regel 1", "`study.title` ontbreekt", "title = "],
        ),
        refused(
            "no norm",
            |files| files.study("norm = \"1600 m\"\n", ""),
            &["studie.toml, regel 8", "`reach.norm` ontbreekt", "norm = \"2 km\""],
        ),
        refused("no data", |files| files.write("studie.toml", "[study]\ntitle = \"x\"\n[reach]\nnorm = \"2 km\"\n"), &["`data` ontbreekt"]),
        refused(
            "no population",
            |files| files.study("population = \"vierkanten.csv\"\n", ""),
            &["studie.toml, regel 3", "`data.population` ontbreekt", "population = "],
        ),
        refused(
            "no sites",
            |files| files.study("sites = [{ file = \"bibliotheken.csv\", venue = \"library branch\" }]\n", ""),
            &["studie.toml, regel 3", "`data.sites` ontbreekt", "sites = "],
        ),
        refused(
            "a list of sites without sites",
            |files| files.study("[{ file = \"bibliotheken.csv\", venue = \"library branch\" }]", "[]"),
            &["studie.toml, regel 6", "`data.sites` is een lege lijst"],
        ),
        refused(
            "sites without a list",
            |files| files.study("[{ file = \"bibliotheken.csv\", venue = \"library branch\" }]", "\"bibliotheken.csv\""),
            &["studie.toml, regel 6", "bij `data.sites` hoort een lijst van bestanden"],
        ),
        refused(
            "sites without a file",
            |files| files.study("file = \"bibliotheken.csv\", ", ""),
            &["studie.toml, regel 6", "`data.sites.file` ontbreekt"],
        ),
        refused(
            "municipalities and a library",
            |files| files.study("[data]", "municipalities = [\"West\"]\nlibrary = \"De Brug\"\n[data]"),
            &["studie.toml, regel 1", "`study.municipalities` en `study.library` gaan niet samen"],
        )
        .in_english(&["`study.municipalities`", "`study.library`"]),
    ]
}

fn values() -> Vec<Case> {
    vec![
        refused(
            "a norm without a unit",
            |files| files.study("\"1600 m\"", "1600"),
            &["studie.toml, regel 9, teken 8", "`reach.norm`", "\"1600\"", "de eenheid ontbreekt"],
        )
        .in_english(&["studie.toml, line 9, column 8", "the unit is missing"]),
        refused(
            "a norm below zero",
            |files| files.study("\"1600 m\"", "\"-2 km\""),
            &["studie.toml, regel 9", "\"-2 km\"", "het getal is te klein of te groot"],
        ),
        refused(
            "a norm of nothing",
            |files| files.study("\"1600 m\"", "\"0 m\""),
            &["studie.toml, regel 9", "`reach.norm`", "het getal is te klein of te groot"],
        ),
        refused(
            "a norm in miles",
            |files| files.study("\"1600 m\"", "\"1 mile\""),
            &["studie.toml, regel 9", "\"1 mile\"", "die eenheid bestaat hier niet"],
        ),
        refused("a norm in words", |files| files.study("\"1600 m\"", "\"twee km\""), &["studie.toml, regel 9", "\"twee km\""]),
        refused(
            "a detour that shortens the way",
            |files| files.study("[reach]", "[reach]\ndetour = 0.5"),
            &["studie.toml, regel 9, teken 10", "`reach.detour`: 0.5 is te klein; het kleinste getal is 1"],
        ),
        refused(
            "a detour in per cent",
            |files| files.study("[reach]", "[reach]\ndetour = 130"),
            &["studie.toml, regel 9, teken 10", "`reach.detour`: 130 is te groot; het grootste getal is 10"],
        ),
        refused(
            "an infinite detour",
            |files| files.study("[reach]", "[reach]\ndetour = inf"),
            &["studie.toml, regel 9", "`reach.detour`: dit is geen gewoon getal"],
        ),
        refused(
            "a detour of text",
            |files| files.study("[reach]", "[reach]\ndetour = \"1.3\""),
            &["studie.toml, regel 9", "bij `reach.detour` hoort een getal"],
        ),
        refused(
            "a need below zero",
            |files| files.study("[reach]", "[need]\nall = -1.0\n[reach]"),
            &["studie.toml, regel 9", "`need.all`: -1 is te klein; het kleinste getal is 0"],
        ),
        refused(
            "a language that is not there",
            |files| files.study("[data]", "language = \"de\"\n[data]"),
            &["studie.toml, regel 3", "`study.language`: \"de\" kan niet", "nl, en"],
        ),
        refused(
            "a venue that is not there",
            |files| files.study("library branch", "castle"),
            &["studie.toml, regel 6", "`data.sites.venue`: \"castle\" kan niet", "village hall"],
        ),
        refused(
            "a status that is not there",
            |files| files.study("venue =", "status = \"dicht\", venue ="),
            &["studie.toml, regel 6", "`data.sites.status`: \"dicht\" kan niet", "candidate"],
        ),
        refused(
            "a list of municipalities without any",
            |files| files.study("[data]", "municipalities = []\n[data]"),
            &["studie.toml, regel 3", "`study.municipalities` is een lege lijst"],
        ),
        refused(
            "a title that is a number",
            |files| files.study("\"Twee gemeenten\"", "2027"),
            &["studie.toml, regel 2, teken 9: bij `study.title` hoort een tekst tussen aanhalingstekens"],
        ),
        refused(
            "a need of text",
            |files| files.study("[reach]", "[need]\nall = \"veel\"\n[reach]"),
            &["studie.toml, regel 9", "bij `need.all` hoort een getal"],
        ),
        refused(
            "two things wrong",
            |files| {
                files.study("\"1600 m\"", "1600");
                files.study("title =", "titel =");
            },
            &["regel 2", "`study.titel` bestaat niet", "regel 9", "de eenheid ontbreekt"],
        ),
    ]
}

fn region() -> Vec<Case> {
    vec![
        refused(
            "a municipality that is not there",
            |files| files.study("[data]", "municipalities = [\"Oosst\"]\n[data]"),
            &["`study.municipalities`: \"Oosst\" staat niet in het bestand met gemeenten", "Misschien is \"Oost\" bedoeld"],
        )
        .in_english(&["`study.municipalities`: \"Oosst\"", "Perhaps \"Oost\" is meant"]),
        refused(
            "a municipality of whose name there are two",
            |files| {
                files.change("gemeenten.geojson", "\"West\"", "\"Bergen (L.)\"");
                files.change("gemeenten.geojson", "\"Oost\"", "\"Bergen (NH.)\"");
                files.change("organisaties.csv", "West", "Bergen (L)");
                files.study("[data]", "municipalities = [\"Bergen\"]\n[data]");
            },
            &["`study.municipalities`: er is meer dan één gemeente \"Bergen\"", "\"Bergen (L.)\", \"Bergen (NH.)\""],
        )
        .in_english(&["there is more than one municipality \"Bergen\"", "\"Bergen (L.)\", \"Bergen (NH.)\""]),
        used(
            "a municipality with curly quotes",
            |files| {
                files.change("gemeenten.geojson", "\"Oost\"", "\"'s-Gravenhage\"");
                files.study("[data]", "municipalities = [\"\u{2019}s-Gravenhage\", \"West\"]\n[data]");
            },
            ("gemeenten.geojson", 2, 2),
            &[],
        ),
        refused(
            "a group that the population does not count",
            |files| files.study("[reach]", "[need]\n\"75+\" = 1.0\n[reach]"),
            &["`need`: het bestand met bevolking telt de groep \"75+\" niet", "Er zijn: all"],
        ),
        refused(
            "a municipality without squares",
            |files| {
                files.study("[data]", "municipalities = [\"Oost\"]\n[data]");
                files.write("vierkanten.csv", "crs28992res100m;aantal_inwoners\nE1500N4500;5\nE1501N4500;5\n");
            },
            &["vierkanten.csv: volgens dit bestand woont er niemand in de gemeenten van deze studie"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
