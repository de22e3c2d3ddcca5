//! Spoiled money: the section, the grants, the tables to spread.

use super::base::Files;
use super::case::{Case, hold, refused, used};

pub fn cases() -> Vec<Case> {
    [section(), grants(), spread()].into_iter().flatten().collect()
}

/// A study with these lines of `[money]`.
fn money(files: &Files, lines: &str) {
    files.study("[reach]", &format!("[money]\n{lines}\n[reach]"));
}

fn section() -> Vec<Case> {
    vec![
        refused(
            "an amount without its sign",
            |files| money(files, "hour = 38"),
            &["`money.hour`: \"38\" kan niet: de eenheid ontbreekt", "€ 38"],
        ),
        refused("a negative amount", |files| money(files, "hour = \"€ -38\""), &["`money.hour`", "te klein of te groot"]),
        refused("an amount in thousandths", |files| money(files, "hour = \"€ 0,835\""), &["`money.hour`", "geen getal"]),
        refused(
            "a pool that does not exist",
            |files| money(files, "pool = \"province\""),
            &["\"province\" kan niet", "library, municipality, study"],
        ),
        refused("a cut above all", |files| money(files, "cut = \"150 %\""), &["`money.cut`", "te klein of te groot"]),
        refused(
            "a cost of an unknown venue",
            |files| money(files, "site = { castle = \"€ 5\" }"),
            &["\"castle\" kan niet", "village hall"],
        ),
        refused(
            "a one-off cost over no years",
            |files| money(files, "one_off = { \"village hall\" = { cost = \"€ 4.000\", years = 0 } }"),
            &["`money.one_off.\"village hall\".years`", "het kleinste getal is 1"],
        ),
        refused(
            "a one-off cost without years",
            |files| money(files, "one_off = { \"village hall\" = { cost = \"€ 4.000\" } }"),
            &["`money.one_off.\"village hall\".years` ontbreekt"],
        ),
        refused("a key that money has not", |files| money(files, "uur = \"€ 38\""), &["`money.uur` bestaat niet"]),
    ]
}

/// A study with a file of grants.
fn with_grants(files: &Files, rows: &str) {
    files.write("spuk.csv", format!("gemeente;bedrag\n{rows}"));
    files.study("[reach]", "grants = \"spuk.csv\"\n[reach]");
}

fn grants() -> Vec<Case> {
    vec![
        used(
            "a grant that is no amount",
            |files| with_grants(files, "West;€ 1.250,50\nOost;veel\n"),
            ("spuk.csv", 2, 1),
            &["rij 3", "kolom \"bedrag\"", "geen bedrag"],
        ),
        used(
            "a grant of a municipality that is not there",
            |files| with_grants(files, "West;1250\nNoord;1250\n"),
            ("spuk.csv", 2, 1),
            &["deze gemeente staat niet in het bestand"],
        ),
        used(
            "a grant for a municipality of another year",
            |files| with_grants(files, "GM9101;1250\nGM9103;1250\n"),
            ("spuk.csv", 2, 1),
            &[
                "Deze codes staan in spuk.csv en niet in gemeenten.geojson: GM9103",
                "Deze codes staan in gemeenten.geojson en niet in spuk.csv: GM9102",
            ],
        ),
        used(
            "two grants for one municipality",
            |files| with_grants(files, "West;1250\nGM9101;1300\n"),
            ("spuk.csv", 2, 1),
            &["staat ook in rij 2, met andere gegevens"],
        ),
        refused(
            "no column of grants",
            |files| {
                with_grants(files, "West;5\n");
                files.change("spuk.csv", "bedrag", "euro");
            },
            &["spuk.csv: er is geen kolom gevonden"],
        ),
        refused("every grant refused", |files| with_grants(files, "West;veel\nOost;weinig\n"), &["geen van de 2 rijen is bruikbaar"]),
    ]
}

/// A study with a table to spread.
fn with_spread(files: &Files, rows: &str, more: &str) {
    files.write("vmbo.csv", format!("gemeentecode;vmbo\n{rows}"));
    let keys = "group = \"at most vmbo\"\nfile = \"vmbo.csv\"\narea = \"municipality\"\ncolumn = \"vmbo\"\n";
    files.study("[reach]", &format!("[[data.spread]]\n{keys}{more}[reach]"));
}

fn spread() -> Vec<Case> {
    vec![
        used(
            "a number to spread that is none",
            |files| with_spread(files, "GM9101;5\nGM9102;x\n", ""),
            ("vmbo.csv", 2, 1),
            &["rij 3", "kolom \"vmbo\"", "geen getal", "5 mensen verdeeld over alle inwoners"],
        ),
        used(
            "a secret number to spread",
            |files| with_spread(files, "GM9101;5\nGM9102;-99997\n", ""),
            ("vmbo.csv", 2, 2),
            &["1 keer geheim"],
        ),
        used(
            "a municipality that a table to spread lacks",
            |files| with_spread(files, "GM9101;5\nGM9199;6\n", ""),
            ("vmbo.csv", 2, 1),
            &[
                "Deze codes staan in vmbo.csv en niet in gemeenten.geojson: GM9199",
                "Deze codes staan in gemeenten.geojson en niet in vmbo.csv: GM9102",
            ],
        ),
        used(
            "an area twice in a table to spread",
            |files| with_spread(files, "GM9101;5\nGM9101;6\n", ""),
            ("vmbo.csv", 2, 1),
            &["staat ook in rij 2, met andere gegevens"],
        ),
        refused(
            "ages to spread over that are none",
            |files| with_spread(files, "GM9101;5\n", "over = \"adults\"\n"),
            &["`data.spread.over`: \"adults\" kan niet", "15-75"],
        ),
        refused(
            "a table to spread without its column",
            |files| {
                with_spread(files, "GM9101;5\n", "");
                files.study("column = \"vmbo\"", "column = \"mavo\"");
            },
            &["vmbo.csv: de studie noemt een kolom die er niet is: \"mavo\"", "gemeentecode"],
        ),
        refused(
            "a table to spread with a group that has a name already",
            |files| {
                with_spread(files, "GM9101;5\n", "");
                files.study("\"at most vmbo\"", "\"65+\"");
            },
            &["`data.spread.group`"],
        ),
        refused(
            "a table to spread without its group",
            |files| files.study("[reach]", "[[data.spread]]\nfile = \"vmbo.csv\"\narea = \"municipality\"\ncolumn = \"vmbo\"\n[reach]"),
            &["`data.spread.group` ontbreekt"],
        ),
        refused(
            "a spread that is no table",
            |files| files.study("[reach]", "spread = \"vmbo.csv\"\n[reach]"),
            &["bij `data.spread` hoort"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
