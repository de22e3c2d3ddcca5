//! Keys of the study file that are planned: refused by name, never ignored.

use super::case::{Case, hold, refused};

pub fn cases() -> Vec<Case> {
    [data(), reach()].into_iter().flatten().collect()
}

fn data() -> Vec<Case> {
    vec![
        refused(
            "a network",
            |files| files.study("[reach]", "network = { file = \"wegen.osm.pbf\" }\n[reach]"),
            &["regel 8", "`data.network` is gepland"],
        )
        .in_english(&["line 8", "`data.network` is planned"]),
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
            "a decay that does not exist",
            |files| files.study("[reach]", "[reach]\ndecay = \"stairs\""),
            &["regel 9", "`reach.decay`: \"stairs\" kan niet", "step"],
        ),
        refused("a norm in minutes", |files| files.study("\"1600 m\"", "\"15 min\""), &["regel 9", "`reach.norm = \"15 min\"` is gepland"]),
        refused(
            "further distances of one group",
            |files| files.study("[reach]", "[reach.\"65+\"]\nalso = [\"1 km\"]\n[reach]"),
            &["`reach.\"65+\".also` is gepland"],
        ),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
