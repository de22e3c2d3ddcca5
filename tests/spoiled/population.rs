//! Spoiled figures and ids in the population.

use super::base::{Files, POPULATION};
use super::case::{Case, hold, refused, run, used};

/// Changes the residents of the second square, which stands in row 3.
fn residents(files: &Files, value: &str) {
    files.change("vierkanten.csv", "E1510N4500;2", &format!("E1510N4500;{value}"));
}

/// Says something of the population in the study.
fn say(files: &Files, what: &str) {
    files.study("\"vierkanten.csv\"", &format!("{{ file = \"vierkanten.csv\", {what} }}"));
}

pub fn cases() -> Vec<Case> {
    [values(), ids(), points(), columns(), filters()].into_iter().flatten().collect()
}

fn values() -> Vec<Case> {
    vec![
        used(
            "a text for a number",
            |files| residents(files, "twee"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3, kolom \"aantal_inwoners\", waarde \"twee\": geen getal"],
        )
        .in_english(&["vierkanten.csv, row 3, column \"aantal_inwoners\", value \"twee\": not a number"]),
        used(
            "NaN",
            |files| residents(files, "NaN"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3, kolom \"aantal_inwoners\", waarde \"NaN\": geen getal"],
        ),
        used(
            "infinity",
            |files| residents(files, "inf"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3, kolom \"aantal_inwoners\", waarde \"inf\": geen getal"],
        ),
        used(
            "a thousand million residents in a square",
            |files| residents(files, "1e9"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3, kolom \"aantal_inwoners\", waarde \"1000000000\": kan geen aantal mensen zijn"],
        ),
        used(
            "no residents",
            |files| residents(files, ""),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3, kolom \"aantal_inwoners\": niet ingevuld"],
        ),
        used(
            "a secret number of residents",
            |files| residents(files, "-99997"),
            ("vierkanten.csv", 7, 7),
            &["kolom \"aantal_inwoners\": 1 keer geheim of onbekend"],
        ),
        refused(
            "all residents texts",
            |files| files.write("vierkanten.csv", "crs28992res100m;aantal_inwoners\nE1500N4500;veel\nE1510N4500;weinig\n"),
            &["vierkanten.csv: geen van de 2 rijen is bruikbaar", "rij 2, kolom \"aantal_inwoners\", waarde \"veel\": geen getal"],
        )
        .in_english(&["vierkanten.csv: none of the 2 rows can be used", "row 2, column \"aantal_inwoners\", value \"veel\": not a number"]),
    ]
}

fn ids() -> Vec<Case> {
    vec![
        used(
            "a square that is none",
            |files| files.change("vierkanten.csv", "E1510N4500", "E15100N45000"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3, kolom \"crs28992res100m\", waarde \"E15100N45000\": geen nummer van een CBS-vierkant"],
        ),
        refused(
            "ids of five and five digits",
            |files| files.write("vierkanten.csv", POPULATION.replace("N4500", "0N45000")),
            &["vierkanten.csv: geen van de 7 rijen is bruikbaar", "rij 2, kolom \"crs28992res100m\", waarde \"E15000N45000\""],
        ),
        used(
            "a square outside the Netherlands",
            |files| files.change("vierkanten.csv", "E1510N4500", "E9999N9999"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3, kolom \"crs28992res100m\", waarde \"E9999N9999\": ligt ver buiten Nederland"],
        ),
        used(
            "a square twice with the same figures",
            |files| files.change("vierkanten.csv", "E1514N4500;4", "E1510N4500;2"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 4, kolom \"crs28992res100m\", waarde \"E1510N4500\": staat al in rij 3 en telt één keer mee"],
        ),
        used(
            "a square twice with other figures",
            |files| files.change("vierkanten.csv", "E1514N4500;4", "E1510N4500;4"),
            ("vierkanten.csv", 7, 5),
            &[
                "vierkanten.csv, rij 3, kolom \"crs28992res100m\", waarde \"E1510N4500\": staat ook in rij 4, met andere gegevens",
                "vierkanten.csv, rij 4, ",
            ],
        ),
        // addresses of one building: 10 + 10 + 7 + 100 = 127, the official 15 + 112
        used(
            "addresses without ids at one position",
            |files| {
                let rows = "X;Y;inwoners\n150050;450050;10\n150050;450050;10\n150050;450050;7\n153050;450050;100\n";
                files.write("vierkanten.csv", rows);
            },
            ("vierkanten.csv", 4, 4),
            &["tellen 127 inwoners, de gemeenten officieel 127"],
        ),
        used(
            "squares outside every municipality",
            |files| files.change("vierkanten.csv", "E1510N4500", "E1600N4600"),
            ("vierkanten.csv", 7, 7),
            &["let op: In geen enkele gemeente: 1 vierkant, inwoners 2"],
        ),
        refused(
            "a population of elsewhere",
            |files| files.write("vierkanten.csv", "crs28992res100m;aantal_inwoners\nE1700N4700;5\nE1701N4700;5\n"),
            &["vierkanten.csv: volgens dit bestand woont er niemand in de gemeenten van deze studie"],
        ),
    ]
}

fn points() -> Vec<Case> {
    vec![
        // 1.250 is 1250: 1 + 1250 + 4 + 8 + 16 + 32 + 64 = 1375 against the official 15 + 112 = 127
        used(
            "points between the thousands of residents",
            |files| files.change("vierkanten.csv", "E1510N4500;2", "E1510N4500;1.250"),
            ("vierkanten.csv", 7, 7),
            &["kolom \"aantal_inwoners\": punten gelezen als duizendtallen", "De vierkanten tellen 1.375 inwoners"],
        )
        .in_english(&["column \"aantal_inwoners\": points read as thousands"]),
        used(
            "points that can be read in two ways",
            |files| {
                files.change("vierkanten.csv", "E1510N4500;2", "E1510N4500;1.250");
                files.change("vierkanten.csv", "E1514N4500;4", "E1514N4500;12.5");
            },
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3, kolom \"aantal_inwoners\", waarde \"1.250\": "],
        ),
        used(
            "official figures with points between the thousands",
            |files| files.change("gemeenten.geojson", "\"aantal_inwoners\":112", "\"aantal_inwoners\":\"1.112\""),
            ("gemeenten.geojson", 2, 2),
            // 15 + 1112
            &["kolom \"aantal_inwoners\": punten gelezen als duizendtallen", "de gemeenten officieel 1.127"],
        ),
    ]
}

fn columns() -> Vec<Case> {
    vec![
        refused(
            "no column of residents",
            |files| files.change("vierkanten.csv", "aantal_inwoners", "aantal_inwonrs"),
            &["vierkanten.csv: er is geen kolom gevonden met het aantal inwoners", "columns = { residents = \"aantal_inwonrs\" }"],
        )
        .in_english(&["vierkanten.csv: no column was found with the number of residents", "columns = { residents = \"aantal_inwonrs\" }"]),
        refused(
            "two columns of residents",
            |files| files.write("vierkanten.csv", "crs28992res100m;aantal_inwoners;bevolking\nE1500N4500;1;2\n"),
            &["vierkanten.csv: meer dan één kolom kan dit zijn: het aantal inwoners", "\"aantal_inwoners\", \"bevolking\""],
        ),
        refused(
            "residents of several years",
            |files| files.write("vierkanten.csv", "crs28992res100m;inwoners_2023;inwoners_2024\nE1500N4500;1;2\n"),
            &["vierkanten.csv: meer dan één kolom kan dit zijn: het aantal inwoners", "\"inwoners_2023\", \"inwoners_2024\""],
        ),
        refused(
            "no column that says where",
            |files| files.change("vierkanten.csv", "crs28992res100m", "vierkant"),
            &["vierkanten.csv: er is geen kolom gevonden met de plaats", "De kolommen zijn: \"vierkant\", \"aantal_inwoners\""],
        ),
        refused(
            "a name of `columns` that is mistyped",
            |files| say(files, "columns = { residnts = \"aantal_inwoners\" }"),
            &["vierkanten.csv: de studie noemt bij `columns` een naam die hier niets betekent: \"residnts\"", "`residents`"],
        ),
        refused(
            "a column of `columns` that is not there",
            |files| say(files, "columns = { residents = \"inw\" }"),
            &["vierkanten.csv: de studie noemt een kolom die er niet is: \"inw\"", "De kolommen zijn: "],
        ),
        refused(
            "a group of `columns` that is not there",
            |files| say(files, "columns = { \"65+\" = \"aantal_inwoner\" }"),
            &[
                "vierkanten.csv: de studie noemt een kolom die er niet is: \"aantal_inwoner\"",
                "Misschien is kolom \"aantal_inwoners\" bedoeld",
            ],
        ),
    ]
}

fn filters() -> Vec<Case> {
    vec![
        refused(
            "a column of `where` that is not there",
            |files| say(files, "where = { jaar = \"2024\" }"),
            &["vierkanten.csv: de studie noemt een kolom die er niet is: \"jaar\""],
        ),
        refused(
            "a `where` that keeps nothing",
            |files| say(files, "where = { aantal_inwoners = \"99\" }"),
            &["vierkanten.csv: ", "7 rijen", "`where`", "aantal_inwoners", "99"],
        )
        .in_english(&["vierkanten.csv: ", "7 rows", "`where`"]),
        used(
            "a `where` that keeps some",
            |files| {
                files.write("vierkanten.csv", POPULATION.replace('\n', ";2024\n").replacen("2024", "jaar", 1).replacen("2024", "2023", 1));
                say(files, "where = { jaar = \"2024\" }");
            },
            ("vierkanten.csv", 7, 6),
            &["1 rij weggelaten door `where` in de studie"],
        ),
        refused(
            "a `where` of sites that keeps nothing",
            |files| files.study("\"bibliotheken.csv\"", "\"bibliotheken.csv\", where = { plaats = \"Zuid\" }"),
            &["bibliotheken.csv: ", "3 rijen", "`where`"],
        ),
        refused(
            "a `where` of municipalities that keeps nothing",
            |files| files.study("\"gemeenten.geojson\"", "{ file = \"gemeenten.geojson\", where = { gemeentenaam = \"Zuid\" } }"),
            &["gemeenten.geojson: ", "2 rijen", "`where`"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}

/// The ids that addresses at one position get are those of their contents, not of their order.
#[test]
fn shuffled_addresses_give_the_same_cells() {
    let cells = |rows: &[&str]| {
        let files = Files::good();
        files.write("vierkanten.csv", format!("X;Y;inwoners\n{}\n", rows.join("\n")));
        let ran = run(&files, &["coverage", "studie.toml", "--out", "uit", "--format", "csv", "--no-maps"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        std::fs::read_to_string(files.path("uit/cells.csv")).unwrap()
    };
    let rows = ["150050;450050;10", "153050;450050;100", "150050;450050;7", "150050;450050;10"];
    let mut backwards = rows;
    backwards.reverse();
    let first = cells(&rows);
    for id in ["150050_450050,", "150050_450050-2,", "150050_450050-3,", "153050_450050,"] {
        assert!(first.contains(id), "{first}");
    }
    assert_eq!(first, cells(&backwards));
}
