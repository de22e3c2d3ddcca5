//! Spoiled scenarios: changes, settings and weeks that cannot be.

use super::base::Files;
use super::case::{Case, hold, refused, used};

pub fn cases() -> Vec<Case> {
    [heads(), changes(), travels(), settings(), weeks(), good()].into_iter().flatten().collect()
}

/// A study with these lines before its norm, from line 8 on.
fn lines(files: &Files, lines: &str) {
    files.study("[reach]", &format!("{lines}\n[reach]"));
}

/// A study with a scenario of these lines, from line 10 on.
pub fn scenario(files: &Files, more: &str) {
    lines(files, &format!("[[scenario]]\nname = \"Meer\"\n{more}"));
}

/// A study with a request of these lines, from line 11 on.
pub fn find(files: &Files, more: &str) {
    scenario(files, &format!("[scenario.find]\n{more}"));
}

fn heads() -> Vec<Case> {
    vec![
        refused(
            "a scenario between single brackets",
            |files| lines(files, "[scenario]\nname = \"Meer\"\nclose = [\"a\"]"),
            &["regel 8", "bij `scenario` hoort een onderdeel [[scenario]], met twee haken"],
        )
        .in_english(&["`scenario` must be a section [[scenario]], with two brackets"]),
        refused(
            "a scenario without a name",
            |files| lines(files, "[[scenario]]\nclose = [\"a\"]"),
            &["regel 8, teken 1", "`scenario.name` ontbreekt", "name = \"Meer locaties\""],
        )
        .in_english(&["line 8", "`scenario.name` is missing", "name = \"More places\""]),
        refused(
            "a scenario with an empty name",
            |files| lines(files, "[[scenario]]\nname = \" \"\nclose = [\"a\"]"),
            &["regel 9, teken 8", "`scenario.name` is leeg"],
        ),
        refused(
            "two scenarios of one name",
            |files| scenario(files, "close = [\"a\"]\n[[scenario]]\nname = \"Meer\"\nclose = [\"a\"]"),
            &["regel 12, teken 8", "`scenario.name`: \"Meer\" staat er twee keer"],
        )
        .in_english(&["line 12", "`scenario.name`: \"Meer\" is there twice"]),
        refused(
            "two scenarios of one name but for capitals",
            |files| scenario(files, "close = [\"a\"]\n[[scenario]]\nname = \"MEER\"\nclose = [\"a\"]"),
            &["regel 12, teken 8", "`scenario.name`: \"MEER\" verschilt alleen in hoofdletters van \"Meer\""],
        )
        .in_english(&["\"MEER\" differs from \"Meer\" in nothing but capitals"]),
        refused(
            "a scenario that is called the present",
            |files| lines(files, "[[scenario]]\nname = \"Nu\"\nclose = [\"a\"]"),
            &["regel 9, teken 8", "`scenario.name`: \"Nu\" is hoe de uitkomsten de situatie van nu noemen"],
        )
        .in_english(&["`scenario.name`: \"Nu\" is what the results call the present"]),
        refused(
            "a scenario that is called the present in English",
            |files| lines(files, "[[scenario]]\nname = \"today\"\nclose = [\"a\"]"),
            &["\"today\" is hoe de uitkomsten de situatie van nu noemen"],
        ),
        refused(
            "a scenario with a name of two lines",
            |files| lines(files, "[[scenario]]\nname = \"Meer\\nlocaties\"\nclose = [\"a\"]"),
            &["regel 9, teken 8", "deze naam past niet boven een kolom", "één regel van hoogstens 80 tekens"],
        )
        .in_english(&["this name does not fit above a column", "one line of at most 80 characters"]),
        refused(
            "a scenario with a name as long as a story",
            |files| lines(files, &format!("[[scenario]]\nname = \"{}\"\nclose = [\"a\"]", "a".repeat(81))),
            &["Kies een kortere naam"],
        ),
        refused(
            "a scenario that changes nothing",
            |files| scenario(files, ""),
            &["regel 8", "bij `scenario` ontbreekt een van deze: open, close, hours, move, bus, find, norm, year", "open = [{ site = "],
        )
        .in_english(&["`scenario` lacks one of these: open, close, hours, move, bus, find, norm, year"]),
        refused(
            "a scenario that changes and asks",
            |files| find(files, "[[scenario]]\nname = \"Twee\"\nclose = [\"a\"]\nfind = {}"),
            &["regel 13, teken 9", "`scenario.close` en `scenario.find` gaan niet samen"],
        ),
        refused(
            "a misspelt change",
            |files| scenario(files, "closed = [\"a\"]"),
            &["regel 10, teken 1", "`scenario.closed` bestaat niet", "Misschien is `close` bedoeld"],
        ),
    ]
}

fn changes() -> Vec<Case> {
    vec![
        refused(
            "a site to open that is a text",
            |files| scenario(files, "open = [\"dorpshuis\"]"),
            &["regel 10, teken 9", "bij `scenario.open` hoort een lijst van locaties met hun week"],
        ),
        refused(
            "a site to open without a week",
            |files| scenario(files, "open = [{ site = \"dorpshuis\" }]"),
            &["`scenario.open.week` ontbreekt", "{ site = \"dorpshuis-lent\", week = "],
        ),
        refused("hours of no site", |files| scenario(files, "hours = [{ week = \"di 9-12\" }]"), &["`scenario.hours.site` ontbreekt"]),
        refused(
            "an unknown key of a site to open",
            |files| scenario(files, "open = [{ site = \"dorpshuis\", weeks = \"di 9-12\" }]"),
            &["`scenario.open.weeks` bestaat niet", "Misschien is `week` bedoeld", "`scenario.open.week` ontbreekt"],
        ),
        refused("nothing to close", |files| scenario(files, "close = []"), &["regel 10, teken 9", "`scenario.close` is een lege lijst"]),
        refused(
            "a number to close",
            |files| scenario(files, "close = [\"a\", 2]"),
            &["regel 10, teken 15", "bij `scenario.close` hoort een tekst"],
        ),
        refused("an id of nothing", |files| scenario(files, "close = [\"\"]"), &["`scenario.close` is leeg"]),
        refused(
            "a site that opens and closes",
            |files| scenario(files, "open = [{ site = \"a\", week = \"di 9-12\" }]\nclose = [\"a\"]"),
            &["regel 11, teken 10", "`scenario.close`: \"a\" staat ook bij `scenario.open`"],
        )
        .in_english(&["`scenario.close`: \"a\" is also in `scenario.open`"]),
        refused(
            "a site that opens twice",
            |files| scenario(files, "open = [{ site = \"a\", week = \"di 9-12\" }, { site = \"a\", week = \"wo 9-12\" }]"),
            &["`scenario.open`: \"a\" staat er twee keer"],
        ),
    ]
}

fn travels() -> Vec<Case> {
    vec![
        refused(
            "a site that moves nowhere",
            |files| scenario(files, "move = [{ site = \"a\" }]"),
            &["regel 10", "`scenario.move.to` ontbreekt", "RD 155000 463000"],
        ),
        refused(
            "a place that is none",
            |files| scenario(files, "move = [{ site = \"a\", to = \"bij de kerk\" }]"),
            &["regel 10, teken 28", "`scenario.move.to`: \"bij de kerk\" is geen plek in of bij Nederland", "52.15, 5.38"],
        )
        .in_english(&["\"bij de kerk\" is no place in or near the Netherlands"]),
        refused(
            "longitude before latitude",
            |files| scenario(files, "move = [{ site = \"a\", to = \"5.38, 52.15\" }]"),
            &["\"5.38, 52.15\" is geen plek in of bij Nederland"],
        ),
        refused(
            "a place that is a number",
            |files| scenario(files, "move = [{ site = \"a\", to = 155000 }]"),
            &["bij `scenario.move.to` hoort een plek"],
        ),
        refused(
            "a site that moves twice",
            |files| scenario(files, "move = [{ site = \"a\", to = \"RD 1 1\" }, { site = \"a\", to = \"RD 155000 463000\" }]"),
            &["`scenario.move`: \"a\" staat er twee keer"],
        ),
        refused(
            "a site that moves and closes",
            |files| scenario(files, "close = [\"a\"]\nmove = [{ site = \"a\", to = \"RD 155000 463000\" }]"),
            &["regel 11, teken 18", "`scenario.move`: \"a\" staat ook bij `scenario.close`"],
        ),
        refused(
            "a stop that is there twice",
            |files| {
                let stops = "{ site = \"a\", week = \"ma 9-11\" }, { site = \"a\", week = \"wo 9-11\" }";
                scenario(files, &format!("bus = [{{ name = \"IDO-bus\", stops = [{stops}] }}]"));
            },
            &["`scenario.bus.stops`: \"a\" staat er twee keer", "in één week, zoals week = \"ma 14-16; wo 14-16\""],
        )
        .in_english(&["`scenario.bus.stops`: \"a\" is there twice", "in one week"]),
        refused(
            "a bus without stops",
            |files| scenario(files, "bus = [{ name = \"IDO-bus\" }]"),
            &["`scenario.bus.stops` ontbreekt", "halte-dijk"],
        ),
        refused(
            "a bus at two places at once",
            |files| {
                let stops = "{ site = \"a\", week = \"ma 9-11\" }, { site = \"b\", week = \"ma 10-12\" }";
                scenario(files, &format!("bus = [{{ name = \"IDO-bus\", stops = [{stops}] }}]"));
            },
            &["regel 10, teken 36", "één bus is niet tegelijk bij a en bij b"],
        )
        .in_english(&["one bus is not at a and at b at the same time"]),
        refused(
            "a stop where a desk opens too",
            |files| {
                let stop = "{ site = \"a\", week = \"ma 9-11\" }";
                scenario(files, &format!("open = [{stop}]\nbus = [{{ name = \"IDO-bus\", stops = [{stop}] }}]"));
            },
            &["`scenario.bus.stops`: \"a\" staat ook bij `scenario.open`"],
        ),
        refused(
            "two buses of one name",
            |files| {
                let bus = |site: &str| format!("{{ name = \"Bus\", stops = [{{ site = \"{site}\", week = \"ma 9-11\" }}] }}");
                scenario(files, &format!("bus = [{}, {}]", bus("a"), bus("b")));
            },
            &["`scenario.bus`: \"Bus\" staat er twee keer"],
        ),
    ]
}

/// A study with a forecast of these rows.
fn growth(files: &Files, rows: &str) {
    files.write("prognose.csv", format!("gemeente;leeftijd;jaar;factor\n{rows}"));
    files.study("[reach]", "growth = \"prognose.csv\"\n[reach]");
}

fn settings() -> Vec<Case> {
    vec![
        refused("a norm of nothing in a scenario", |files| scenario(files, "norm = \"0 m\""), &["regel 10", "`scenario.norm`"]),
        refused(
            "a year of a scenario that is a text",
            |files| scenario(files, "year = \"2030\""),
            &["bij `scenario.year` hoort een heel getal"],
        ),
        used(
            "a forecast with ages that are none",
            |files| growth(files, "West;65+;2035;1,2\nOost;ouderen;2035;1,2\n"),
            ("prognose.csv", 2, 1),
            &["prognose.csv", "rij 3", "kolom \"leeftijd\"", "geen leeftijdsgroep"],
        ),
        used(
            "a forecast with a year that is none",
            |files| growth(files, "West;65+;2035;1,2\nOost;65+;straks;1,2\n"),
            ("prognose.csv", 2, 1),
            &["rij 3", "geen jaartal"],
        ),
        used(
            "a forecast with a factor in per cent",
            |files| growth(files, "West;65+;2035;1,2\nOost;65+;2035;112\n"),
            ("prognose.csv", 2, 1),
            &["rij 3", "geen factor van 0 tot 10"],
        ),
        used(
            "a forecast that says two things",
            |files| growth(files, "West;65+;2035;1,2\nWest;65+;2035;1,3\n"),
            ("prognose.csv", 2, 1),
            &["rij 3"],
        ),
        refused(
            "a forecast without municipalities",
            |files| {
                files.write("prognose.csv", "streek;jaar;factor\nWest;2035;1,2\n");
                files.study("[reach]", "growth = \"prognose.csv\"\n[reach]");
            },
            &["prognose.csv: er is geen kolom gevonden met de gemeente van elke rij", "columns = { municipality = "],
        )
        .in_english(&["no column was found with the municipality of each row"]),
        refused(
            "a forecast without factors",
            |files| {
                files.write("prognose.csv", "gemeente;jaar\nWest;2035\n");
                files.study("[reach]", "growth = \"prognose.csv\"\n[reach]");
            },
            &["prognose.csv", "de factor waarmee het aantal inwoners groeit of krimpt"],
        ),
    ]
}

fn weeks() -> Vec<Case> {
    vec![
        refused(
            "a week without times",
            |files| scenario(files, "open = [{ site = \"a\", week = \"6 uur per week\" }]"),
            &["regel 10, teken 30", "`scenario.open.week`: bij \"6 uur per week\" staat niet op welke tijden", "di,do 9.30-12.00"],
        )
        .in_english(&["line 10, column 30", "\"6 uur per week\" does not say at what times", "Tu,Th 09:30-12:00"]),
        refused(
            "a week that is not understood",
            |files| scenario(files, "hours = [{ site = \"a\", week = \"zomaar\" }]"),
            &["`scenario.hours.week`: \"zomaar\" is geen week: \"zomaar\" is niet te lezen als openingstijd"],
        )
        .in_english(&["\"zomaar\" is not a week"]),
        refused(
            "a week with a remark",
            |files| scenario(files, "hours = [{ site = \"a\", week = \"di 9-12, gesloten op feestdagen\" }]"),
            &["is niet helemaal te gebruiken: feestdagen"],
        )
        .in_english(&["cannot be used in full: public holidays"]),
        refused(
            "a week that is not on a quarter",
            |files| find(files, "weeks = [\"di 9.20-12.00\"]"),
            &["regel 11, teken 10", "is niet helemaal te gebruiken: 9.20 is afgerond op 9.15"],
        ),
        refused(
            "a week that is never open",
            |files| find(files, "weeks = [\"gesloten\"]"),
            &["`scenario.find.weeks`: met \"gesloten\" is het informatiepunt nooit open"],
        )
        .in_english(&["with \"gesloten\" the desk is never open"]),
        refused("a week of nothing", |files| find(files, "weeks = [\"\"]"), &["`scenario.find.weeks`: hier staan geen openingstijden"]),
        refused("a week that is a number", |files| find(files, "weeks = [6]"), &["bij `scenario.find.weeks` hoort een tekst"]),
    ]
}

/// Scenarios spoil nothing of what a study says without them.
fn good() -> Vec<Case> {
    let spoil = |files: &Files| {
        scenario(files, "open = [{ site = \"servicepunt\", week = \"di 9-12\" }]\n[[scenario]]\nname = \"Beste\"\n[scenario.find]");
    };
    vec![used("scenarios as they should be", spoil, ("vierkanten.csv", 7, 7), &["De studie is te gebruiken"])]
}

#[test]
fn hold_up() {
    hold(&cases());
}
