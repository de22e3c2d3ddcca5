//! `bereik plan` on the demo: what it says and writes, and what must hold of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use assert_cmd::Command;

use super::layers::every_layer_has_its_style;
use super::{Results, STUDY, run, snapshot};

static DUTCH: LazyLock<Results> = LazyLock::new(|| plan("plan-nl", STUDY, &[]));
static ENGLISH: LazyLock<Results> = LazyLock::new(|| plan("plan-en", STUDY, &["--lang", "en", "--scenario", "Alleen de uitkering"]));

pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn plan(name: &str, study: &str, more: &[&str]) -> Results {
    let folder = folder(name);
    let out = folder.to_str().unwrap();
    let said = run(&[&["plan", study, "--out", out, "--format", "csv,geojson,gpkg,xlsx"], more].concat(), &folder);
    Results { folder, said }
}

/// The plan of the demo in Dutch, and a smaller one in English.
pub fn results() -> [&'static Results; 2] {
    [&DUTCH, &ENGLISH]
}

/// The demo's study with other text in place of its scenarios.
pub fn with_scenarios(name: &str, scenarios: &str) -> PathBuf {
    let study = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(STUDY)).unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").display().to_string();
    let before = study.split("\n[[scenario]]").next().unwrap();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.toml"));
    std::fs::write(&path, format!("{}\n{scenarios}", before.replace("../data", &data))).unwrap();
    path
}

pub fn rows(results: &Results, name: &str) -> Vec<BTreeMap<String, String>> {
    let text = results.text(name);
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

pub fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} of {row:?}"))
}

/// Without the line of seconds, which are never the same.
fn without_time(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with("Gezocht in") && !line.starts_with("Searched in")).collect::<Vec<_>>().join("\n")
}

#[test]
fn layers_open_in_their_style() {
    for results in results() {
        every_layer_has_its_style(&results.folder.join("plan.gpkg"));
    }
}

#[test]
fn screens() {
    for (results, name) in [(&DUTCH, "plan_nl"), (&ENGLISH, "plan_en")] {
        assert_eq!(results.said.stdout, "", "stdout is for data");
        snapshot(name, &without_time(&results.said.stderr));
    }
}

#[test]
fn tables() {
    for name in ["plan", "plan-why", "plan-alternatives", "plan-next", "curve", "dilemma"] {
        snapshot(&format!("{}_csv", name.replace('-', "_")), &DUTCH.text(&format!("{name}.csv")));
    }
    snapshot("joint_csv", &DUTCH.text("joint.csv"));
    snapshot("plan_toml", &DUTCH.text("plan.toml"));
    let areas = DUTCH.text("plan-areas.csv");
    snapshot("plan_areas_csv", &areas.lines().take(16).collect::<Vec<_>>().join("\n"));
}

/// Costs add up within the budget; the curve rises, its bound is never below it, and more money is never worse.
#[test]
fn what_must_hold() {
    let cost: f64 = rows(&DUTCH, "plan.csv").iter().filter(|row| row["what"] != "closes").map(|row| number(row, "yearly_cost")).sum();
    // What there is: € 104,733.69 of grants and € 168,000 of own money, less 5 % and 5 % of the grants.
    assert!(cost <= 262_260.33, "{cost}");
    let curve = rows(&DUTCH, "curve.csv");
    assert!(curve.len() > 8);
    for pair in curve.windows(2) {
        assert!(
            number(&pair[0], "value") <= number(&pair[1], "value") && number(&pair[0], "bound") <= number(&pair[1], "bound"),
            "{pair:?}"
        );
    }
    assert!(
        curve.iter().all(|row| number(row, "cost") <= number(row, "money") && number(row, "value") <= number(row, "bound")),
        "{curve:?}"
    );
    for rows in rows(&DUTCH, "dilemma.csv").chunks(3) {
        let [opens, lengthens, both] = [0, 1, 2].map(|way| number(&rows[way], "moment_coverage"));
        assert!(both >= opens.max(lengthens), "{rows:?}");
    }
    let joint = rows(&DUTCH, "joint.csv");
    assert!(joint.iter().filter(|row| row["level"] == "all").all(|row| number(row, "gain") >= -1e-6), "{joint:?}");
}

/// The scenario that a plan writes can be put in a study as it is.
#[test]
fn a_plan_is_a_scenario() {
    let study = with_scenarios("pasted", &DUTCH.text("plan.toml"));
    let output = Command::cargo_bin("bereik").unwrap().args(["check", study.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The same bytes with one thread as with all of them.
#[test]
fn threads_change_nothing() {
    let one = plan("plan-one", STUDY, &["--threads", "1", "--no-maps", "--only", "why,next,curve"]);
    for name in ["plan.csv", "plan-areas.csv", "plan-why.csv", "plan-alternatives.csv", "plan-next.csv", "curve.csv", "plan.toml"] {
        assert_eq!(one.bytes(name), DUTCH.bytes(name), "{name}");
    }
}

/// `--json` is the same answer for a machine.
#[test]
fn json() {
    let said = plan("plan-json", STUDY, &["--json", "--only", "why"]).said;
    let value: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    assert_eq!(value["answer"]["ending"], "optimal");
    assert_eq!(value["answer"]["gap"], 0.0);
    let chosen = value["plan"].as_array().unwrap();
    assert_eq!(chosen.len(), rows(&DUTCH, "plan.csv").len());
    assert!(value.get("curve").is_none() && value["plan_why"].as_array().unwrap().iter().all(|row| row["gain"].as_f64().unwrap() >= 0.0));
}

/// Every request that cannot be met, with the words that must be in the answer: which condition, where, by how much.
#[test]
fn what_cannot_be_is_told() {
    let find = |more: &str| format!("[[scenario]]\nname = \"x\"\n[scenario.find]\n{more}\n");
    for (request, words) in [
        ("budget = \"€ 200.000\"", vec!["€ 225.672,00", "€ 200.000,00"]),
        ("budget = \"money\"", vec!["Bibliotheek Waterstreek heeft € 94.260,33"]),
        ("least = \"desks\"\neveryone_within = { distance = \"500 m\" }", vec!["In Dotterrade", "de eis is 500 m"]),
        ("desks = { at_most = 9 }", vec!["hoogstens 9 IDO's in het hele studiegebied", "al 10"]),
        (
            "budget = \"€ 300.000\"\nat_least = [{ desks = 40, in = [\"Dotterrade\"] }]",
            vec!["ten minste 40 IDO's in Dotterrade", "hoogstens"],
        ),
        ("budget = \"€ 300.000\"\nat_least = [{ hours = 39, per = \"municipality\" }]", vec!["van 39 uur of meer in", "hoogstens 0"]),
        (
            "budget = \"€ 300.000\"\nrequire = [\"gemeentehuis-liswaart\"]",
            vec!["gemeentehuis-liswaart", "Bedoelde u \"gemeentehuis-liswaard\"?"],
        ),
        ("budget = \"€ 300.000\"\nrequire = [\"gemeentehuis-gruttokerke\"]", vec!["niet in een gemeente van de studie"]),
        ("budget = \"€ 300.000\"\nstaff = { \"Bibliotheek Waterstreek\" = 2 }", vec!["mensen voor 2 IDO's tegelijk", "op "]),
        ("budget = \"€ 300.000\"\nstaff = { \"Bibliotheek Waterstrek\" = 2 }", vec!["Bedoelde u \"Bibliotheek Waterstreek\"?"]),
        (
            "budget = \"€ 300.000\"\napart = \"9 km\"\nrequire = [\"gemeentehuis-liswaard\", \"gemeentehuis-schelpveen\"]",
            vec!["uit elkaar", "de eis is 9 km"],
        ),
        (
            "budget = \"€ 300.000\"\nnot_both = [[\"bibliotheek-dotterrade\", \"bibliotheek-liswaard\"]]",
            vec!["mag er maar één een IDO hebben"],
        ),
        (
            "budget = \"€ 226.000\"\nat_least = [{ desks = 2, per = \"municipality\" }]",
            vec!["deze eisen kunnen niet samen", "het budget", "de aantallen IDO's"],
        ),
    ] {
        let study = with_scenarios("impossible", &find(request));
        // By their grants alone the municipalities have too little for the desks of today.
        if request == "budget = \"money\"" {
            let text = std::fs::read_to_string(&study).unwrap();
            std::fs::write(&study, text.lines().filter(|line| !line.starts_with("own = ")).collect::<Vec<_>>().join("\n")).unwrap();
        }
        let out = folder("plan-impossible");
        let arguments = ["plan", study.to_str().unwrap(), "--out", out.to_str().unwrap()];
        let output = Command::cargo_bin("bereik").unwrap().args(arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap().replace('\u{a0}', " ");
        assert_eq!(output.status.code(), Some(1), "{request}: {said}");
        assert!(words.iter().all(|word| said.contains(word)), "{request}: {said}");
        assert!(!out.exists(), "{request}: nothing is written");
    }
}

/// A scenario that is not there, or that asks for nothing, is told with those that are.
#[test]
fn scenarios_by_name() {
    let run = |name: &str, study: &str| {
        let output = Command::cargo_bin("bereik")
            .unwrap()
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["plan", study, "--scenario", name])
            .output();
        let output = output.unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run("Meer", STUDY);
    assert!(code == Some(1) && said.contains("geen scenario \"Meer\"") && said.contains("\"Alleen de uitkering\""), "{said}");
    let study = with_scenarios("spelled-out", "[[scenario]]\nname = \"Dicht\"\nclose = [\"bibliotheek-dotterrade\"]\n");
    let (code, said) = run("Dicht", study.to_str().unwrap());
    assert!(code == Some(1) && said.contains("er is niets te zoeken"), "{said}");
}
