//! Spoiled lists of library organisations, and studies about one.

use super::base::LIBRARIES;
use super::case::{Case, hold, refused, used};

pub fn cases() -> Vec<Case> {
    vec![
        used(
            "a municipality that does not exist",
            |files| files.write("organisaties.csv", format!("{LIBRARIES}De Brug;Zuid;2015;\n")),
            ("organisaties.csv", 3, 2),
            &["organisaties.csv, rij 4, kolom \"gemeente\", waarde \"Zuid\": deze gemeente staat niet in het bestand met gemeenten"],
        )
        .in_english(&["organisaties.csv, row 4, column \"gemeente\", value \"Zuid\": this municipality is not in the file"]),
        used(
            "years that run backwards",
            |files| files.change("organisaties.csv", "GM9102;2015;2030", "GM9102;2030;2015"),
            ("organisaties.csv", 2, 1),
            &["organisaties.csv, rij 3, kolom \"tot\", waarde \"2015\": geen jaartal, of het einde ligt vóór het begin"],
        ),
        used(
            "a year that is none",
            |files| files.change("organisaties.csv", "West;2015;", "West;sinds 2015;"),
            ("organisaties.csv", 2, 1),
            &["organisaties.csv, rij 2, kolom \"van\", waarde \"sinds 2015\": geen jaartal"],
        ),
        used(
            "an organisation without a municipality",
            |files| files.change("organisaties.csv", "De Linde;GM9102", "De Linde;"),
            ("organisaties.csv", 2, 2),
            &[
                "let op: Deze bibliotheekorganisaties werken voor geen enkele gemeente: De Linde",
                "let op: Geen bibliotheekorganisatie werkt voor: Oost",
            ],
        ),
        used(
            "an organisation without a name",
            |files| files.change("organisaties.csv", "De Linde;", ";"),
            ("organisaties.csv", 2, 1),
            &["organisaties.csv, rij 3, kolom \"bibliotheek\": niet ingevuld"],
        ),
        refused(
            "no row that can be used",
            |files| {
                files.change("organisaties.csv", "West", "Zuid");
                files.change("organisaties.csv", "GM9102", "GM9103");
            },
            &["organisaties.csv: geen van de 2 rijen is bruikbaar", "rij 2, kolom \"gemeente\", waarde \"Zuid\""],
        ),
        refused(
            "no column of municipalities",
            |files| files.change("organisaties.csv", "gemeente", "werkgebied"),
            &[
                "organisaties.csv: er is geen kolom gevonden met de gemeente waar de bibliotheekorganisatie voor werkt",
                "columns = { municipality = ",
            ],
        ),
        refused(
            "a study about a library that is not in the list",
            |files| files.study("[data]", "library = \"De Brugg\"\n[data]"),
            &["`study.library`: \"De Brugg\" staat niet", "Misschien is \"De Brug\" bedoeld", "\"De Linde\""],
        )
        .in_english(&["`study.library`: \"De Brugg\" is not", "Perhaps \"De Brug\" is meant"]),
        refused(
            "a study about a library without a list",
            |files| {
                files.study("libraries = \"organisaties.csv\"\n", "");
                files.study("[data]", "library = \"De Brug\"\n[data]");
            },
            &["`study.library` noemt \"De Brug\", maar de studie heeft geen lijst van bibliotheekorganisaties", "libraries = "],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
