//! Spoiled text with separators.

use super::base::Files;
use super::case::{Case, hold, refused, used};

/// The population with an extra column of names, each line ended as asked.
fn with_names(files: &Files, end: &str, name: &[u8]) {
    let mut text = format!("crs28992res100m;naam;aantal_inwoners{end}E1500N4500;").into_bytes();
    text.extend(name);
    text.extend(format!(";40{end}E1520N4500;b;60{end}").bytes());
    files.write("vierkanten.csv", text);
}

/// Names the encoding of the population in the study.
fn encoding(files: &Files, name: &str) {
    files.study("\"vierkanten.csv\"", &format!("{{ file = \"vierkanten.csv\", encoding = \"{name}\" }}"));
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

pub fn cases() -> Vec<Case> {
    [encodings(), layouts(), rows()].into_iter().flatten().collect()
}

fn encodings() -> Vec<Case> {
    vec![
        used(
            "Windows-1252 without saying so",
            |files| with_names(files, "\r\n", b"Caf\xE9 \x80"),
            ("vierkanten.csv", 2, 2),
            &["tekens windows-1252"],
        ),
        refused(
            "an encoding that the text is not in",
            |files| {
                with_names(files, "\n", b"Caf\xE9");
                encoding(files, "utf-8");
            },
            &["vierkanten.csv: de tekst in regel 2 past niet bij de tekencodering \"UTF-8\"", "Laat `encoding` weg"],
        )
        .in_english(&["vierkanten.csv: the text in line 2 does not fit the encoding \"UTF-8\""]),
        refused(
            "an encoding that does not exist",
            |files| encoding(files, "utf-9"),
            &["vierkanten.csv: er bestaat geen tekencodering \"utf-9\""],
        ),
        used(
            "UTF-16 with its mark",
            |files| {
                let text = format!("\u{feff}{}", super::base::POPULATION);
                files.write("vierkanten.csv", utf_16(&text));
            },
            ("vierkanten.csv", 7, 7),
            &["tekens UTF-16LE"],
        ),
        refused(
            "UTF-16 without its mark",
            |files| files.write("vierkanten.csv", utf_16(super::base::POPULATION)),
            &["vierkanten.csv: ", "regel 1", "NUL", "UTF-8"],
        ),
        used(
            "a byte order mark",
            |files| files.write("vierkanten.csv", format!("\u{feff}{}", super::base::POPULATION)),
            ("vierkanten.csv", 7, 7),
            &["tekens UTF-8"],
        ),
        refused(
            "a NUL byte in the middle",
            |files| files.change("vierkanten.csv", "E1516N4500", "E1516\0N4500"),
            &["vierkanten.csv: ", "regel 5", "NUL"],
        )
        .in_english(&["vierkanten.csv: ", "line 5", "NUL"]),
    ]
}

fn layouts() -> Vec<Case> {
    vec![
        used(
            "line ends of an old Mac",
            |files| files.write("vierkanten.csv", super::base::POPULATION.replace('\n', "\r")),
            ("vierkanten.csv", 7, 7),
            &["7 rijen gelezen, 7 gebruikt"],
        ),
        used(
            "tabs",
            |files| files.write("vierkanten.csv", super::base::POPULATION.replace(';', "\t")),
            ("vierkanten.csv", 7, 7),
            &["7 rijen gelezen, 7 gebruikt"],
        ),
        used(
            "a preamble above the header",
            |files| {
                let text = format!("Vierkanten met inwoners;\nBron: CBS, 2024;\n;\n{}", super::base::POPULATION);
                files.write("vierkanten.csv", text);
            },
            ("vierkanten.csv", 7, 7),
            &["7 rijen gelezen, 7 gebruikt"],
        ),
        used(
            "decimal commas and thousands points",
            |files| {
                let text = "naam;X;Y;ido\nWest;150.050,0;450.050,0;ja\nOost;153.050,50;450.050,25;ja\n";
                files.write("bibliotheken.csv", text);
            },
            ("bibliotheken.csv", 2, 2),
            &["EPSG:28992"],
        ),
        refused(
            "a header and no rows",
            |files| files.write("vierkanten.csv", "crs28992res100m;aantal_inwoners\n"),
            &["vierkanten.csv: het bestand is leeg: er staat geen enkele rij in"],
        ),
        refused(
            "no header",
            |files| files.write("vierkanten.csv", "1;2\n3;4\n5;6\n"),
            &["vierkanten.csv: er is geen regel met de namen van de kolommen gevonden"],
        ),
        refused(
            "a header of one column twice",
            |files| files.write("vierkanten.csv", "crs28992res100m;aantal_inwoners;aantal_inwoners\nE1500N4500;1;2\n"),
            &["vierkanten.csv: meer dan één kolom kan dit zijn: het aantal inwoners", "\"aantal_inwoners_2\"", "`columns = "],
        ),
        refused(
            "a quote that never closes",
            |files| files.change("vierkanten.csv", "E1510N4500;2", "\"E1510N4500;2"),
            &["vierkanten.csv: ", "regel 3", "aanhalingsteken"],
        )
        .in_english(&["vierkanten.csv: ", "line 3", "quotation mark"]),
    ]
}

fn rows() -> Vec<Case> {
    vec![
        used(
            "a row that breaks off",
            |files| files.change("vierkanten.csv", "E1510N4500;2", "E1510N4500"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3: de rij houdt te vroeg op"],
        )
        .in_english(&["vierkanten.csv, row 3: the row breaks off too early"]),
        used(
            "a row with a cell too many",
            |files| files.change("vierkanten.csv", "E1510N4500;2", "E1510N4500;2;x"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 3: de rij is langer dan de kopregel"],
        ),
        used(
            "blank lines between the rows",
            |files| files.change("vierkanten.csv", "E1510N4500;2\n", "\n;\nE1510N4500;\n"),
            ("vierkanten.csv", 7, 6),
            &["vierkanten.csv, rij 5, kolom \"aantal_inwoners\": niet ingevuld"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
