//! Spoiled lists of sites.

use super::base::Files;
use super::case::{Case, hold, refused, used};

/// Sites with these columns besides the name and the place.
fn sites(files: &Files, columns: &str, rows: &[(&str, &str)]) {
    let mut text = format!("naam;X;Y{columns}\n");
    for (index, (name, rest)) in rows.iter().enumerate() {
        text.push_str(&format!("{name};{};450050{rest}\n", 150_050 + 1000 * index));
    }
    files.write("bibliotheken.csv", text);
}

/// Takes the kind of venue out of the study.
fn without_venue(files: &Files) {
    files.study(", venue = \"library branch\"", "");
}

pub fn cases() -> Vec<Case> {
    [questions(), values(), together()].into_iter().flatten().collect()
}

fn questions() -> Vec<Case> {
    vec![
        refused(
            "nothing says what is a desk",
            |files| sites(files, "", &[("West", ""), ("Oost", "")]),
            &["bibliotheken.csv: nergens staat op welke van deze locaties een informatiepunt is", "kolom `ido`", "`status = \"open\"`"],
        )
        .in_english(&["bibliotheken.csv: nothing says at which of these sites there is a desk", "column `ido`"]),
        refused(
            "nothing says what kind of venue it is",
            without_venue,
            &["bibliotheken.csv: nergens staat wat voor soort locaties dit zijn", "`venue = \"library branch\"`"],
        ),
        refused(
            "no column of names",
            |files| files.change("bibliotheken.csv", "naam", "wie"),
            &["bibliotheken.csv: er is geen kolom gevonden met de naam van de locatie", "columns = { name = "],
        ),
        refused(
            "a name of `columns` that sites do not have",
            |files| files.study("\"bibliotheken.csv\"", "\"bibliotheken.csv\", columns = { nam = \"naam\" }"),
            &["bibliotheken.csv: de studie noemt bij `columns` een naam die hier niets betekent: \"nam\"", "Misschien is `name` bedoeld"],
        ),
    ]
}

fn values() -> Vec<Case> {
    vec![
        used(
            "a desk that may be one",
            |files| sites(files, ";ido", &[("West", ";ja"), ("Oost", ";misschien")]),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"ido\", waarde \"misschien\": geen `ja` of `nee`"],
        )
        .in_english(&["bibliotheken.csv, row 3, column \"ido\", value \"misschien\": neither"]),
        used(
            "a desk of which nothing is said",
            |files| sites(files, ";ido", &[("West", ";ja"), ("Oost", ";")]),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"ido\": niet ingevuld"],
        ),
        used(
            "a status that is none",
            |files| sites(files, ";status", &[("West", ";open"), ("Oost", ";dicht")]),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"status\", waarde \"dicht\": geen status: kies `open`"],
        ),
        used(
            "no desk and yet open",
            |files| sites(files, ";ido;status", &[("West", ";ja;"), ("Oost", ";nee;open")]),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"status\", waarde \"open\"", "`ido`"],
        ),
        used(
            "a desk and yet a candidate",
            |files| sites(files, ";ido;status", &[("West", ";ja;open"), ("Oost", ";ja;kandidaat")]),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"status\", waarde \"kandidaat\": dit past niet bij wat de kolom `ido` zegt"],
        ),
        used(
            "a kind of venue that is none",
            |files| {
                without_venue(files);
                sites(files, ";ido;soort", &[("West", ";ja;bibliotheek"), ("Oost", ";nee;kasteel")]);
            },
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"soort\", waarde \"kasteel\": geen bekende soort locatie"],
        ),
        used(
            "a site without a name",
            |files| sites(files, ";ido", &[("West", ";ja"), ("", ";ja")]),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"naam\": niet ingevuld"],
        ),
        refused(
            "no site that can be used",
            |files| sites(files, ";ido", &[("West", ";?"), ("Oost", ";?")]),
            &["bibliotheken.csv: geen van de 2 rijen is bruikbaar", "rij 2, kolom \"ido\", waarde \"?\": geen `ja` of `nee`"],
        ),
    ]
}

fn together() -> Vec<Case> {
    vec![
        used(
            "a site twice",
            |files| files.write("bibliotheken.csv", "naam;X;Y;ido\nWest;150050;450050;ja\nWest;150050;450050;ja\n"),
            ("bibliotheken.csv", 2, 1),
            &["bibliotheken.csv, rij 3, kolom \"naam\", waarde \"West\": staat al in rij 2 en telt één keer mee"],
        ),
        used(
            "one id for two sites",
            |files| sites(files, ";ido;id", &[("West", ";ja;b1"), ("Oost", ";ja;b1")]),
            ("bibliotheken.csv", 2, 2),
            &["let op: ", "\"b1\"", "b1-2"],
        )
        .in_english(&["warning: ", "\"b1\"", "b1-2"]),
        used(
            "one site under two names",
            |files| files.write("bibliotheken.csv", "naam;X;Y;ido\nDe Brug;150050;450050;ja\nDe brug;150060;450050;nee\n"),
            ("bibliotheken.csv", 2, 2),
            &["let op: Deze locaties lijken dezelfde", "de-brug en de-brug-2"],
        ),
        used(
            "a file of sites twice",
            |files| {
                files.write("nogmaals.csv", super::base::SITES);
                files.study(" }]", " }, { file = \"nogmaals.csv\", venue = \"library branch\" }]");
            },
            ("nogmaals.csv", 3, 3),
            &["let op: Deze locaties lijken dezelfde", "bibliotheek-oost en bibliotheek-oost-2"],
        ),
        used(
            "a site outside every municipality",
            |files| files.change("bibliotheken.csv", "153050,0;450050,0", "160000,0;460000,0"),
            ("bibliotheken.csv", 3, 3),
            &["let op: Deze locaties liggen in geen enkele gemeente: bibliotheek-oost"],
        ),
        used(
            "not one desk",
            |files| files.change("bibliotheken.csv", ";ja", ";nee"),
            ("bibliotheken.csv", 3, 3),
            &["let op: Geen enkele locatie is een IDO"],
        ),
        used(
            "a library organisation that is not in the list",
            |files| sites(files, ";ido;bibliotheek", &[("West", ";ja;De Brug"), ("Oost", ";ja;De Eik")]),
            ("bibliotheken.csv", 2, 2),
            &["let op: Locaties noemen een bibliotheekorganisatie die niet in de lijst staat: De Eik (1 locatie)"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
