//! Spoiled registrations of visits, and the target that hangs on them.

use super::base::Files;
use super::case::{Case, hold, refused, used};

pub fn cases() -> Vec<Case> {
    [rows(), places(), files(), target()].into_iter().flatten().collect()
}

/// A study with a file of visits by desk.
fn by_desk(files: &Files, rows: &str) {
    with(files, &format!("locatie;bezoeken;weken\n{rows}"));
}

fn with(files: &Files, table: &str) {
    files.write("telling.csv", table);
    files.study("[reach]", "registrations = \"telling.csv\"\n[reach]");
}

/// Areas of the study: the western municipality in two.
fn areas(files: &Files, codes: [&str; 2]) {
    let area = |code: &str, west: u32| {
        let east = west + 1000;
        format!(
            r#"{{"type":"Feature","properties":{{"code":"{code}","naam":"Wijk {west}"}},"geometry":{{"type":"Polygon","coordinates":[[[{west},450000],[{east},450000],[{east},451000],[{west},451000],[{west},450000]]]}}}}"#
        )
    };
    let head = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":["#;
    files.write("gebieden.geojson", format!("{head}{},{}]}}", area(codes[0], 150_000), area(codes[1], 151_000)));
    files.study("[reach]", "areas = \"gebieden.geojson\"\n[reach]");
}

fn rows() -> Vec<Case> {
    vec![
        used(
            "visits of a site that is not there",
            |files| by_desk(files, "bibliotheek-west;120;13\nbibliotheek-ost;80;13\n"),
            ("telling.csv", 2, 1),
            &[
                "rij 3",
                "kolom \"locatie\"",
                "waarde \"bibliotheek-ost\"",
                "misschien is \"bibliotheek-oost\" bedoeld",
                "`bereik sites STUDIE`",
            ],
        )
        .in_english(&["row 3", "perhaps \"bibliotheek-oost\" is meant"]),
        used(
            "visits by name, and no count of one desk",
            |files| by_desk(files, "Bibliotheek West;1.250;52\n"),
            ("telling.csv", 1, 1),
            &["punten gelezen als duizendtallen", "Geteld: 24 bezoeken per week bij 1 IDO", "Geen telling van: Bibliotheek Oost"],
        ),
        used(
            "visits of a branch without a desk",
            |files| by_desk(files, "bibliotheek-west;120;13\nservicepunt;80;13\n"),
            ("telling.csv", 2, 1),
            &["rij 3", "op deze locatie is nu geen informatiepunt", "`ido` op `ja`"],
        ),
        used(
            "fewer visits than none",
            |files| by_desk(files, "bibliotheek-west;120;13\nbibliotheek-oost;-5;13\n"),
            ("telling.csv", 2, 1),
            &["rij 3", "kolom \"bezoeken\", waarde \"-5\": geen aantal bezoeken"],
        ),
        used(
            "visits of the whole country",
            |files| by_desk(files, "bibliotheek-west;99999999999;13\nbibliotheek-oost;80;13\n"),
            ("telling.csv", 2, 1),
            &["rij 2", "waarde \"99999999999\"", "te groot: Bereik leest hoogstens 1.000.000 bezoeken per rij"],
        )
        .in_english(&["too large: Bereik reads at most 1,000,000 visits a row"]),
        refused(
            "visits of which the only row is wrong",
            |files| by_desk(files, "bibliotheek-west;veel;13\n"),
            &["telling.csv: de enige rij is niet bruikbaar: rij 2, kolom \"bezoeken\""],
        )
        .in_english(&["the only row cannot be used: row 2"]),
        used(
            "visits left open",
            |files| by_desk(files, "bibliotheek-west;120;13\nbibliotheek-oost;;13\n"),
            ("telling.csv", 2, 1),
            &["rij 3, kolom \"bezoeken\": niet ingevuld"],
        ),
        used(
            "visits in words",
            |files| by_desk(files, "bibliotheek-west;120;13\nbibliotheek-oost;veel;13\n"),
            ("telling.csv", 2, 1),
            &["rij 3", "waarde \"veel\": geen aantal bezoeken"],
        ),
        used(
            "visits that can be read in two ways",
            |files| by_desk(files, "bibliotheek-west;12.5;13\nbibliotheek-oost;1.250;13\n"),
            ("telling.csv", 2, 1),
            &["rij 3", "waarde \"1.250\": geen aantal bezoeken"],
        ),
        used(
            "visits in no weeks",
            |files| by_desk(files, "bibliotheek-west;120;13\nbibliotheek-oost;80;0\n"),
            ("telling.csv", 2, 1),
            &["rij 3, kolom \"weken\", waarde \"0\": geen aantal weken: dat is meer dan 0"],
        ),
        used(
            "one desk counted twice",
            |files| by_desk(files, "bibliotheek-west;120;13\nBibliotheek West;80;13\nbibliotheek-west;120;13\n"),
            ("telling.csv", 3, 1),
            &["rij 3", "staat ook in rij 2, met andere gegevens", "rij 4", "staat al in rij 2"],
        ),
    ]
}

fn places() -> Vec<Case> {
    vec![
        used(
            "visits of an area that is not there",
            |files| {
                areas(files, ["BU91010000", "BU91010001"]);
                with(files, "buurtcode;naam;bezoeken;weken\nBU91010000;Wijk;12;13\nBU91010002;Wijk;12;13\nWijk 15100;Wijk;12;13\n");
            },
            ("telling.csv", 3, 1),
            &[
                "rij 3",
                "deze buurt, wijk of postcode hoort niet bij de studie; verbeter de rij of haal haar weg",
                "misschien is \"Wijk 151000\" bedoeld",
                "uit 1 buurt of postcode",
            ],
        ),
        used(
            "visits by postcode where areas are postcodes",
            |files| {
                areas(files, ["9101", "9102"]);
                with(files, "postcode;bezoeken;weken\n9101;12;13\n9102;8;13\n9103;8;13\n");
            },
            ("telling.csv", 3, 2),
            &["rij 4", "Geteld: 2 bezoeken per week uit 2 buurten of postcodes"],
        ),
        used(
            "visits by postcode where squares are postcodes",
            |files| {
                files.write(
                    "vierkanten.csv",
                    "postcode;X;Y;inwoners\n9101AB;150050;450050;10\n9101 AC;151050;450050;20\n9102AB;153050;450050;97\n",
                );
                with(files, "pc4;bezoeken;weken\n9101;12;13\n9104;8;13\n");
            },
            ("telling.csv", 2, 1),
            &["rij 3", "kolom \"pc4\", waarde \"9104\""],
        ),
        used(
            "the same desk in two files",
            |files| {
                files.write("later.csv", "locatie;bezoeken;weken\nbibliotheek-west;80;13\nbibliotheek-oost;80;13\n");
                files.write("telling.csv", "locatie;bezoeken;weken\nbibliotheek-west;120;13\n");
                files.study("[reach]", "registrations = [\"telling.csv\", \"later.csv\"]\n[reach]");
            },
            ("later.csv", 2, 1),
            &["rij 2", "staat ook in telling.csv; tel de bezoeken en de weken op"],
        ),
        used(
            "columns of other names",
            |files| {
                files.write("telling.csv", "waar;hoe vaak;hoe lang\nbibliotheek-west;120;13\n");
                files.study(
                    "[reach]",
                    "registrations = { file = \"telling.csv\", columns = { site = \"waar\", visits = \"hoe vaak\", weeks = \"hoe lang\" } }\n[reach]",
                );
            },
            ("telling.csv", 1, 1),
            &["geregistreerde bezoeken: telling.csv"],
        ),
    ]
}

fn files() -> Vec<Case> {
    vec![
        refused(
            "a file of visits that is not there",
            |files| files.study("[reach]", "registrations = \"telling.csv\"\n[reach]"),
            &["telling.csv: dit bestand is er niet"],
        ),
        refused(
            "visits by postcode in a study of squares",
            |files| with(files, "postcode;bezoeken;weken\n9101;12;13\n"),
            &[
                "telling.csv: de bezoeken zijn per postcode, en de bevolking en de gebieden van de studie zijn dat niet",
                "per buurt of per locatie",
            ],
        )
        .in_english(&["the visits are by postcode, and neither the population nor the areas of the study are"]),
        refused(
            "visits by area in a study without areas",
            |files| with(files, "buurtcode;bezoeken;weken\nBU91010000;12;13\n"),
            &["telling.csv: de bezoeken zijn per buurt of wijk", "Zet bij `areas`"],
        ),
        refused(
            "visits by desk or by postcode, nobody says which",
            |files| with(files, "locatie;postcode;bezoeken;weken\nbibliotheek-west;9101;12;13\n"),
            &["\"locatie\", \"postcode\"", "`columns = { site = \"locatie\" }`"],
        ),
        refused(
            "visits of nobody knows whom",
            |files| with(files, "balie;bezoeken;weken\nbibliotheek-west;12;13\n"),
            &["er is geen kolom gevonden met waar de bezoeken bij horen", "`columns = { site = "],
        ),
        refused(
            "no column of weeks",
            |files| with(files, "locatie;bezoeken;maanden\nbibliotheek-west;12;3\n"),
            &["er is geen kolom gevonden met het aantal weken", "`columns = { weeks = "],
        ),
        refused(
            "visits of no desk that is there",
            |files| by_desk(files, "zuid;12;13\nnoord;12;13\n"),
            &["geen van de 2 rijen is bruikbaar", "deze locatie staat in geen bestand met locaties"],
        ),
        refused(
            "a list of no files of visits",
            |files| files.study("[reach]", "registrations = []\n[reach]"),
            &["regel 8", "`data.registrations` is een lege lijst"],
        ),
        refused(
            "a column that visits have not",
            |files| {
                files.write("telling.csv", "locatie;bezoeken;weken\nbibliotheek-west;12;13\n");
                files.study("[reach]", "registrations = { file = \"telling.csv\", columns = { visit = \"bezoeken\" } }\n[reach]");
            },
            &["\"visit\"", "Misschien is `visits` bedoeld"],
        ),
    ]
}

fn target() -> Vec<Case> {
    vec![
        refused(
            "a target of fewer visits",
            |files| files.study("[reach]", "[targets]\nvisits = \"-30 %\"\n[reach]"),
            &["regel 9", "`targets.visits`: \"-30 %\" kan niet", "Hier hoort een toename in procenten, zoals \"+30 %\""],
        )
        .in_english(&["an increase in per cent"]),
        refused(
            "a target of visits without its sign",
            |files| files.study("[reach]", "[targets]\nvisits = 0.3\n[reach]"),
            &["regel 9", "`targets.visits`: \"0.3\" kan niet: de eenheid ontbreekt", "\"+30 %\""],
        )
        .in_english(&["an increase in per cent, such as \"+30 %\""]),
        refused(
            "a target of visits that loses more than all",
            |files| files.study("[reach]", "[targets]\nvisits = \"-150 %\"\n[reach]"),
            &["`targets.visits`", "te klein of te groot"],
        ),
        refused(
            "a target of visits in words",
            |files| files.study("[reach]", "[targets]\nvisits = \"meer\"\n[reach]"),
            &["`targets.visits`: \"meer\" kan niet"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
