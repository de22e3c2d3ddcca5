//! Spoiled ranges of assumptions.

use super::base::Files;
use super::case::{Case, hold, refused, used};

pub fn cases() -> Vec<Case> {
    [forms(), values(), names(), outside(), good()].into_iter().flatten().collect()
}

/// A study with these ranges, from line 9 on.
fn ranges(files: &Files, lines: &str) {
    files.study("[reach]", &format!("[uncertain]\n{lines}\n[reach]"));
}

fn forms() -> Vec<Case> {
    vec![
        refused(
            "a range of one value",
            |files| ranges(files, "norm = \"1.5 km\""),
            &["regel 9, teken 8", "`uncertain.norm`: één waarde is geen reeks", "zoals [\"1.5 km\", \"2.5 km\"]"],
        )
        .in_english(&["line 9", "`uncertain.norm`: one value is no range"]),
        refused("a list of one value", |files| ranges(files, "tries = [3]"), &["`uncertain.tries`: één waarde is geen reeks"]),
        refused("a range of nothing", |files| ranges(files, "tries = []"), &["`uncertain.tries` is een lege lijst"]),
        refused(
            "a range that is a section",
            |files| ranges(files, "norm = { low = \"1 km\", high = \"2 km\" }"),
            &["bij `uncertain.norm` hoort een lijst met twee waarden"],
        )
        .in_english(&["`uncertain.norm` must be a list of two values"]),
        refused(
            "a range from high to low",
            |files| ranges(files, "norm = [\"2 km\", \"1 km\"]"),
            &["regel 9", "`uncertain.norm`: de eerste waarde is niet kleiner dan de tweede", "Zet de kleinste waarde voorop"],
        )
        .in_english(&["`uncertain.norm`: the first value is not below the second"]),
        refused("a range without length", |files| ranges(files, "detour = [1.2, 1.2]"), &["`uncertain.detour`: de eerste waarde"]),
        refused(
            "a value twice in a list",
            |files| ranges(files, "tries = [1, 3, 3]"),
            &["regel 9, teken 16", "`uncertain.tries`: deze waarde staat er twee keer"],
        )
        .in_english(&["this value is there twice"]),
        refused(
            "a decay twice",
            |files| ranges(files, "decay = [\"step\", \"step\"]"),
            &["`uncertain.decay`: deze waarde staat er twee keer"],
        ),
    ]
}

fn values() -> Vec<Case> {
    vec![
        refused(
            "a drawn norm without a unit",
            |files| ranges(files, "norm = [1.5, 2.5]"),
            &["regel 9, teken 9", "`uncertain.norm`: \"1.5\" kan niet: de eenheid ontbreekt"],
        ),
        refused("a drawn norm of nothing", |files| ranges(files, "norm = [\"0 m\", \"2 km\"]"), &["`uncertain.norm`: \"0 m\" kan niet"]),
        refused("no try at all", |files| ranges(files, "tries = [0, 3]"), &["`uncertain.tries`: 0 is te klein"]),
        refused("half a drawn try", |files| ranges(files, "tries = [1.5, 3]"), &["bij `uncertain.tries` hoort een heel getal"]),
        refused("a detour through the wall", |files| ranges(files, "detour = [0.9, 1.3]"), &["`uncertain.detour`: 0.9 is te klein"]),
        refused("a drawn detour in per cent", |files| ranges(files, "detour = [1.0, 130]"), &["`uncertain.detour`: 130 is te groot"]),
        refused("a weight below nothing", |files| ranges(files, "need.all = [-1, 1]"), &["`uncertain.need.all`: -1 is te klein"]),
        refused(
            "a decay that does not exist, drawn",
            |files| ranges(files, "decay = [\"step\", \"stairs\"]"),
            &["`uncertain.decay`: \"stairs\" kan niet"],
        ),
        refused("no draw", |files| ranges(files, "tries = [1, 3]\ndraws = 0"), &["regel 10", "`uncertain.draws`: 0 is te klein"]),
        refused(
            "a million draws",
            |files| ranges(files, "tries = [1, 3]\ndraws = 1_000_000"),
            &["`uncertain.draws`: 1000000 is te groot; het grootste getal is 100000"],
        ),
        refused(
            "hidden somewhere",
            |files| ranges(files, "hidden = \"somewhere\""),
            &["`uncertain.hidden`: \"somewhere\" kan niet", "both ends"],
        ),
    ]
}

fn names() -> Vec<Case> {
    vec![
        refused("draws of nothing", |files| ranges(files, "draws = 500"), &["regel 8", "`uncertain`: er staat geen aanname in"])
            .in_english(&["line 8", "`uncertain`: there is no assumption in it"]),
        refused(
            "an assumption that does not exist",
            |files| ranges(files, "nrom = [\"1 km\", \"2 km\"]"),
            &["`uncertain.nrom` bestaat niet", "Misschien is `norm` bedoeld"],
        ),
        refused(
            "a drawn weight of a group that is not counted",
            |files| ranges(files, "\"need.65+\" = [0.5, 2.0]"),
            &["`uncertain`: het bestand met bevolking telt de groep \"65+\" niet", "Er zijn: all"],
        )
        .in_english(&["`uncertain`"]),
        refused(
            "growth without a later year",
            |files| ranges(files, "growth = [0.5, 1.5]"),
            &["regel 9", "`uncertain.growth`: geen enkel scenario rekent met een later jaar"],
        )
        .in_english(&["`uncertain.growth`: no scenario asks for a later year"]),
        refused(
            "a drawn hour rate without one",
            |files| ranges(files, "hour = [\"€ 32\", \"€ 46\"]"),
            &["`uncertain.hour`: de studie zegt niet wat een uur kost", "Zet `hour = \"€ 38\"` bij [money]"],
        )
        .in_english(&["`uncertain.hour`: the study does not say what an hour costs"]),
    ]
}

/// The norm of the study is 1600 m, and it has 3 tries; each resident weighs 1.
fn outside() -> Vec<Case> {
    vec![
        refused(
            "a norm below its range",
            |files| ranges(files, "norm = [\"3 km\", \"4 km\"]"),
            &[
                "regel 9, teken 8",
                "`uncertain.norm`: de studie rekent zelf met 1.6 km, en dat ligt buiten deze marge",
                "Neem 1.6 km erin op, of verander `reach.norm`",
            ],
        )
        .in_english(&["`uncertain.norm`: the study itself works with 1.6 km, which lies outside this range", "or change `reach.norm`"]),
        refused(
            "tries beyond a list",
            |files| ranges(files, "tries = [5, 10, 20]"),
            &["`uncertain.tries`: de studie rekent zelf met 3", "`moments.tries`"],
        ),
        refused(
            "a surcharge above its range",
            |files| files.study("[reach]", "[need]\n\"65+\" = 3\n[uncertain]\n\"need.65+\" = [0.5, 2.0]\n[reach]"),
            &["`uncertain.\"need.65+\"`: de studie rekent zelf met 3", "of verander `need.\"65+\"`"],
        ),
        refused(
            "an hour rate above its range",
            |files| files.study("[reach]", "[money]\nhour = \"€ 50\"\n[uncertain]\nhour = [\"€ 32\", \"€ 46\"]\n[reach]"),
            &["regel 11", "de studie rekent zelf met € 50", "`money.hour`"],
        ),
        refused(
            "a forecast that cannot come true",
            |files| {
                files.study("[reach]", "[uncertain]\ngrowth = [1.2, 1.5]\n[[scenario]]\nname = \"Later\"\nyear = 2035\n[reach]");
            },
            &["`uncertain.growth`: de studie rekent zelf met 1,", "Neem 1 erin op"],
        ),
    ]
}

fn good() -> Vec<Case> {
    vec![used(
        "every form of range",
        |files| {
            ranges(
                files,
                "norm = [\"1,2 km\", \"2 km\"]\ntries = [1, 10]\ndetour = [1.1, 1.2, 1.4]\n\
                 decay = [\"step\", { linear = { full = \"1 km\", none = \"3 km\" } }]\n\"need.all\" = [0.5, 1]\nhidden = \"both ends\"\ndraws = 20",
            );
        },
        ("vierkanten.csv", 7, 7),
        &["De studie is te gebruiken"],
    )]
}

#[test]
fn hold_up() {
    hold(&cases());
}
