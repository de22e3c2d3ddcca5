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
                "Hun IDO's tellen mee; in de kosten deelt geen gemeente namens hen",
                "let op: Geen bibliotheekorganisatie werkt voor: Oost. Aangenomen is dat daar geen bibliotheek is",
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

/// Contracts that say too much, too little, or speak of another year.
pub fn contracts() -> Vec<Case> {
    vec![
        used(
            "a code of another year",
            |files| files.write("organisaties.csv", format!("{LIBRARIES}De Brug;GM9050;2015;\n")),
            ("organisaties.csv", 3, 2),
            &["rij 4, kolom \"gemeente\", waarde \"GM9050\"", "misschien een naam of code van een ander jaar, van voor of na een herindeling"],
        )
        .in_english(&["perhaps a name or code of another year, from before or after a merger"]),
        used(
            "years that overlap",
            |files| files.write("organisaties.csv", format!("{LIBRARIES}De Linde;Oost;2028;2035\n")),
            ("organisaties.csv", 3, 3),
            &["overlappende jaren zijn één afspraak: De Linde – Oost (2015–2035)"],
        )
        .in_english(&["overlapping years are one contract: De Linde – Oost (2015–2035)"]),
        used(
            "two organisations in one municipality",
            |files| files.write("organisaties.csv", format!("{LIBRARIES}De Brug;Oost;2015;\n")),
            ("organisaties.csv", 3, 3),
            &["Meer dan één bibliotheekorganisatie werkt voor: Oost (De Brug, De Linde). Een locatie daar die er geen noemt, hoort bij geen van hen"],
        )
        .in_english(&["More than one library organisation serves: Oost (De Brug, De Linde)"]),
        used(
            "contracts of other years than the study's",
            |files| {
                files.write("organisaties.csv", format!("{LIBRARIES}De Brug;Oost;2031;\n"));
                files.study("[reach]", "[money]\nyear = 2040\n[reach]");
                files.change("organisaties.csv", "West;2015;", "West;2015;2020");
            },
            ("organisaties.csv", 3, 3),
            &[
                "niet gebruikt, want niet in 2040: De Linde – Oost (2015–2030)",
                "gebruikt hoewel niet in 2040, want voor die gemeente is er geen ander: De Brug – West (2015–2020)",
            ],
        )
        .in_english(&["not used, for not in 2040: De Linde – Oost (2015–2030)", "used though not in 2040"]),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
    hold(&contracts());
}
