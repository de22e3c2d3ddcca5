//! Scenarios that do not fit the files of their study: `check` says so, and so does whatever works with scenarios.

use super::base::Files;
use super::case::run;

/// Scenarios from line 8 on, which the study file itself allows.
const SCENARIOS: &str = "[[scenario]]\nname = \"Weg\"\nopen = [{ site = \"bibliotheek-oos\", week = \"di 9-12\" }]\n\
    [[scenario]]\nname = \"Dubbel\"\nopen = [{ site = \"bibliotheek-oost\", week = \"di 9-12\" }]\n\
    [[scenario]]\nname = \"Verhuizen\"\nmove = [{ site = \"servicepunt\", to = \"RD 151000 450500\" }]\n\
    [[scenario]]\nname = \"Later\"\nyear = 2040\n\
    [[scenario]]\nname = \"Zoeken\"\n[scenario.find]\nexclude = [\"nergens\"]\n";

fn spoiled(scenarios: &str) -> Files {
    let files = Files::good();
    files.study("[reach]", &format!("{scenarios}[reach]"));
    files
}

#[test]
fn check_tells_them_with_their_line() {
    let files = spoiled(SCENARIOS);
    let before = files.list();
    let says = [
        "studie.toml, regel 8: scenario \"Weg\": locatie \"bibliotheek-oos\" is er niet",
        "Bedoelde u \"bibliotheek-oost\"?",
        "studie.toml, regel 11: scenario \"Dubbel\": op \"bibliotheek-oost\" staat al een informatiepunt",
        "studie.toml, regel 14: scenario \"Verhuizen\": op \"servicepunt\" staat nu geen informatiepunt",
        "studie.toml, regel 17: scenario \"Later\": het vraagt de inwoners van 2040",
        "studie.toml, regel 20: scenario \"Zoeken\": `find.exclude` noemt locatie \"nergens\"",
        "vierkanten.csv",
    ];
    let checked = run(&files, &["check", "studie.toml"]);
    assert_eq!(checked.complaints(1, &says), Vec::<String>::new());
    assert!(!checked.out.contains("te gebruiken"), "{}", checked.out);
    let english = ["studie.toml, line 8: scenario \"Weg\"", "studie.toml, line 20: scenario \"Zoeken\""];
    assert_eq!(run(&files, &["check", "studie.toml", "--lang", "en"]).complaints(1, &english), Vec::<String>::new());
    let compared = run(&files, &["compare", "studie.toml", "--out", "uit"]);
    assert_eq!(compared.complaints(1, &says[..6]), Vec::<String>::new());
    assert_eq!(files.list(), before);
}

#[test]
fn machines_are_told_too() {
    let ran = run(&spoiled(SCENARIOS), &["check", "studie.toml", "--json"]);
    assert_eq!(ran.complaints(1, &[]), Vec::<String>::new());
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((json["usable"].as_bool(), json["errors"].as_array().unwrap().len()), (Some(false), 5));
    assert!(json["files"].as_array().is_some_and(|files| !files.is_empty()));
}

/// A plan that cannot be names its scenario too, and a forecast of one year leaves nothing to choose from.
#[test]
fn a_plan_and_a_forecast() {
    let files = spoiled("growth = \"prognose.csv\"\n[[scenario]]\nname = \"Zoeken\"\n[scenario.find]\nbudget = \"€ 10\"\n");
    files.write("prognose.csv", "gemeente;jaar;factor\nWest;2030;1,1\nOost;2030;1,1\n");
    let ran = run(&files, &["plan", "studie.toml", "--out", "uit"]);
    assert_eq!(ran.complaints(1, &["studie.toml, regel 9: scenario \"Zoeken\": er is een budget"]), Vec::<String>::new());
    files.study("[scenario.find]\nbudget = \"€ 10\"\n", "year = 2040\n");
    let says = ["studie.toml, regel 9: scenario \"Zoeken\": de prognose zegt niets over 2040", "Kies 2030"];
    let ran = run(&files, &["check", "studie.toml"]);
    assert_eq!(ran.complaints(1, &says), Vec::<String>::new());
    assert!(!ran.err.contains("tot en met"), "{}", ran.err);
}

/// Hours that a desk has already change nothing: that is told, and is no fault.
#[test]
fn hours_that_are_those_of_today() {
    let files = Files::good();
    files.write("bibliotheken.csv", "naam;plaats;X;Y;ido;openingstijden_ido\nBibliotheek West;West;150050,0;450050,0;ja;di 9.00-12.00\n");
    files.study("[reach]", "[[scenario]]\nname = \"Uren\"\nhours = [{ site = \"bibliotheek-west\", week = \"di 9-12\" }]\n[reach]");
    let ran = run(&files, &["compare", "studie.toml", "--out", "uit", "--no-maps"]);
    assert_eq!(ran.complaints(0, &["Bibliotheek West heeft die andere tijden nu al"]), Vec::<String>::new());
}
