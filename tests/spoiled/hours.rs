//! Spoiled opening hours, parts of the day, profiles and reach of groups.

use super::base::Files;
use super::case::{Case, hold, refused, used};

pub fn cases() -> Vec<Case> {
    [columns(), reach(), moments()].into_iter().flatten().collect()
}

/// Three sites with these texts in a column of hours.
fn hours(files: &Files, column: &str, texts: [&str; 3]) {
    let [west, oost, punt] =
        texts.map(|text| if text.contains([';', '"']) && !column.contains(';') { format!("\"{text}\"") } else { text.to_owned() });
    files.write(
        "bibliotheken.csv",
        format!(
            "naam;plaats;X;Y;ido;{column}\nBibliotheek West;West;150050,0;450050,0;ja;{west}\n\
             Bibliotheek Oost;Oost;153050,0;450050,0;ja;{oost}\nServicepunt;West;151050,0;450050,0;nee;{punt}\n"
        ),
    );
}

fn columns() -> Vec<Case> {
    const FILE: (&str, u64, u64) = ("bibliotheken.csv", 3, 2);
    const ALL: (&str, u64, u64) = ("bibliotheken.csv", 3, 3);
    vec![
        used(
            "an hour that does not exist",
            |files| hours(files, "openingstijden_ido", ["di 10-25:00", "wo 13-16", ""]),
            FILE,
            &["bibliotheken.csv", "rij 2", "kolom \"openingstijden_ido\"", "\"25:00\" is geen tijd"],
        )
        .in_english(&["row 2", "column \"openingstijden_ido\"", "\"25:00\" is not a time"]),
        used(
            "hours that end before they start",
            |files| hours(files, "spreekuur", ["di 12-10", "wo 13-16", ""]),
            FILE,
            &["kolom \"spreekuur\"", "eindigt voordat het begint"],
        ),
        used("hours without a day", |files| hours(files, "spreekuur", ["9-17", "wo 13-16", ""]), FILE, &["staat niet op welke dag"]),
        used("a day without hours", |files| hours(files, "spreekuur", ["di en do", "wo 13-16", ""]), FILE, &["staat niet hoe laat"]),
        used(
            "words that are no hours",
            |files| hours(files, "spreekuur", ["bel even", "wo 13-16", ""]),
            FILE,
            &["is niet te lezen als openingstijd"],
        ),
        used("more hours than a week has", |files| hours(files, "uren", ["200", "6", ""]), FILE, &["een week heeft 168 uur"]),
        used(
            "a season beside hours",
            |files| hours(files, "openingstijden_ido", ["Apr-Sep Mo 10:00-12:00; Oct-Mar Mo 10:00-11:00", "wo 13-16", ""]),
            ALL,
            &["niet meegenomen: seizoen"],
        ),
        used(
            "a time between two quarters",
            |files| hours(files, "openingstijden_ido", ["di 9.40-12.00", "wo 13-16", ""]),
            ALL,
            &["is afgerond op 9.45"],
        ),
        used(
            "only the hours of the building",
            |files| hours(files, "openingstijden", ["ma-vr 9-17", "wo 13-16", "do 9-12"]),
            ALL,
            &["Alleen de openingstijd van het gebouw bekend, die dan telt als die van het IDO: 2"],
        ),
        used(
            "a day of a column per day that says another day",
            |files| hours(files, "ido_ma;ido_di;ido_wo", ["di 9-12;;", "9-12;;13-16", ";;"]),
            FILE,
            &["gaat over een andere dag dan de kolom"],
        ),
        used(
            "a number of places that is none",
            |files| hours(files, "plekken", ["twee", "1", ""]),
            FILE,
            &["kolom \"plekken\"", "geen getal"],
        ),
        used("a cost that is none", |files| hours(files, "uurtarief", ["veel", "€ 38", ""]), FILE, &["kolom \"uurtarief\"", "geen bedrag"]),
        used(
            "staffed hours that no week has",
            |files| hours(files, "uren_met_personeel", ["300", "6", ""]),
            FILE,
            &["geen aantal uren per week"],
        ),
    ]
}

fn reach() -> Vec<Case> {
    vec![
        refused(
            "a decay that rises",
            |files| files.study("[reach]", "[reach]\ndecay = { linear = { full = \"4 km\", none = \"1 km\" } }"),
            &["regel 9", "deze afstanden passen niet bij elkaar", "full, none"],
        ),
        refused(
            "a decay without its limit",
            |files| files.study("[reach]", "[reach]\ndecay = { exponential = { half = \"1 km\" } }"),
            &["`reach.decay.exponential.limit` ontbreekt"],
        ),
        refused(
            "two decays at once",
            |files| files.study("[reach]", "[reach]\ndecay = { linear = {}, gaussian = {} }"),
            &["bij `reach.decay` hoort"],
        ),
        refused(
            "the reach of a group that nobody counts",
            |files| files.study("[reach]", "[reach.\"65+\"]\nnorm = \"1 km\"\n[reach]"),
            &["`reach`: het bestand met bevolking telt de groep \"65+\" niet"],
        ),
        refused(
            "suitability above one",
            |files| files.study("[reach]", "[venues]\n\"care home\" = { all = 3 }\n[reach]"),
            &["`venues.\"care home\".\"all\"`", "te klein of te groot"],
        ),
        refused(
            "suitability of a venue that does not exist",
            |files| files.study("[reach]", "[venues]\n\"castle\" = { all = 0.3 }\n[reach]"),
            &["\"castle\" kan niet", "village hall"],
        ),
        refused("an aversion above 0", |files| files.study("[reach]", "[fairness]\naversion = 1\n[reach]"), &["kleiner dan 0"]),
        refused("zones that rise", |files| files.study("[reach]", "[capacity]\nzones = [0.2, 0.6, 1]\n[reach]"), &["die niet oplopen"]),
        refused(
            "a target of odd hours",
            |files| files.study("[reach]", "[targets]\nhours_5 = 0.5\n[reach]"),
            &["`targets.hours_5`", "hours_4"],
        ),
        refused(
            "a target of a desk without its hours",
            |files| files.study("[reach]", "[targets]\ndesk_with_hours = { per = \"municipality\" }\n[reach]"),
            &["`targets.desk_with_hours.hours` ontbreekt"],
        ),
    ]
}

fn moments() -> Vec<Case> {
    vec![
        refused(
            "no tries",
            |files| files.study("[reach]", "[moments]\ntries = 0\n[reach]"),
            &["`moments.tries`", "het kleinste getal is 1"],
        ),
        refused("half a try", |files| files.study("[reach]", "[moments]\ntries = 2.5\n[reach]"), &["een heel getal van 1 of meer"]),
        refused(
            "a part of the day that does not exist",
            |files| files.study("[reach]", "[moments]\ndayparts = { night = \"0-6\" }\n[reach]"),
            &["het dagdeel \"night\" bestaat niet"],
        ),
        refused(
            "parts of the day that overlap",
            |files| files.study("[reach]", "[moments]\ndayparts = { weekday-morning = \"8-13\", weekday-afternoon = \"12-17\" }\n[reach]"),
            &["overlappen"],
        ),
        refused(
            "a profile of what does not exist",
            |files| files.study("[reach]", "[moments.profiles]\nall = { lunch = 1 }\n[reach]"),
            &["\"lunch\" is geen dagdeel"],
        ),
        refused(
            "a profile without weight",
            |files| files.study("[reach]", "[moments.profiles]\nall = { office = 0 }\n[reach]"),
            &["boven 0"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
