//! Keys of the study file that are planned: refused by name, never ignored.

use super::case::{Case, hold, refused};

pub fn cases() -> Vec<Case> {
    [sections(), data(), reach()].into_iter().flatten().collect()
}

fn sections() -> Vec<Case> {
    vec![
        refused(
            "venues",
            |files| files.study("[reach]", "[venues]\n\"care home\" = { all = 0.3 }\n[reach]"),
            &["regel 8", "`venues` is gepland, maar kan Bereik nog niet"],
        )
        .in_english(&["line 8", "`venues` is planned"]),
        refused("moments", |files| files.study("[reach]", "[moments]\ntries = 3\n[reach]"), &["regel 8", "`moments` is gepland"]),
        refused("capacity", |files| files.study("[reach]", "[capacity]\nplaces = 1\n[reach]"), &["regel 8", "`capacity` is gepland"]),
        refused("money", |files| files.study("[reach]", "[money]\nhour = \"€ 38\"\n[reach]"), &["regel 8", "`money` is gepland"]),
        refused("fairness", |files| files.study("[reach]", "[fairness]\naversion = -1.0\n[reach]"), &["regel 8", "`fairness` is gepland"]),
        refused("uncertain", |files| files.study("[reach]", "[uncertain]\ndraws = 500\n[reach]"), &["regel 8", "`uncertain` is gepland"]),
        refused(
            "targets",
            |files| files.study("[reach]", "[targets]\nwithin_norm = \"90 %\"\n[reach]"),
            &["regel 8", "`targets` is gepland"],
        ),
        refused("scenarios", |files| files.study("[reach]", "[[scenario]]\nname = \"Meer\"\n[reach]"), &["`scenario` is gepland"]),
    ]
}

fn data() -> Vec<Case> {
    vec![
        refused("grants", |files| files.study("[reach]", "grants = \"spuk.csv\"\n[reach]"), &["regel 8", "`data.grants` is gepland"]),
        refused(
            "registrations",
            |files| files.study("[reach]", "registrations = \"r.csv\"\n[reach]"),
            &["regel 8", "`data.registrations` is gepland"],
        ),
        refused("growth", |files| files.study("[reach]", "growth = \"prognose.csv\"\n[reach]"), &["regel 8", "`data.growth` is gepland"]),
        refused(
            "a network",
            |files| files.study("[reach]", "network = { file = \"wegen.osm.pbf\" }\n[reach]"),
            &["regel 8", "`data.network` is gepland"],
        ),
        refused(
            "a table to spread",
            |files| files.study("[reach]", "[[data.spread]]\ngroup = \"vmbo\"\n[reach]"),
            &["`data.spread` is gepland"],
        ),
    ]
}

fn reach() -> Vec<Case> {
    vec![
        refused(
            "walking",
            |files| files.study("[reach]", "[reach]\nby = \"walking\""),
            &["regel 9", "`reach.by = \"walking\"` is gepland"],
        ),
        refused("flying", |files| files.study("[reach]", "[reach]\nby = \"flying\""), &["regel 9", "\"flying\" kan niet", "straight line"]),
        refused(
            "a gradual decay",
            |files| files.study("[reach]", "[reach]\ndecay = { linear = { full = \"1 km\", none = \"4 km\" } }"),
            &["regel 9", "`reach.decay` is gepland"],
        ),
        refused(
            "a decay that does not exist",
            |files| files.study("[reach]", "[reach]\ndecay = \"stairs\""),
            &["regel 9", "`reach.decay`: \"stairs\" kan niet", "step"],
        ),
        refused("a norm in minutes", |files| files.study("\"1600 m\"", "\"15 min\""), &["regel 9", "`reach.norm = \"15 min\"` is gepland"]),
        refused(
            "the reach of one group",
            |files| files.study("[reach]", "[reach.\"65+\"]\nnorm = \"1 km\"\n[reach]"),
            &["`reach.\"65+\"` is gepland"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
