//! `bereik compare` on the demo: what it says and writes, and that it agrees with the other commands.

use std::path::Path;
use std::sync::LazyLock;

use assert_cmd::Command;

use super::layers::every_layer_has_its_style;
use super::plan::{folder, number, rows, with_scenarios};
use super::{Results, STUDY, run, snapshot};

static DUTCH: LazyLock<Results> = LazyLock::new(|| compare("compare-nl", STUDY, &[]));

fn compare(name: &str, study: &str, more: &[&str]) -> Results {
    let folder = folder(name);
    let out = folder.to_str().unwrap();
    let said = run(&[&["compare", study, "--out", out, "--format", "csv,geojson,gpkg"], more].concat(), &folder);
    Results { folder, said }
}

/// A study of the demo with these scenarios, for which the program must fail; what it says.
fn refused(name: &str, scenarios: &str) -> String {
    let study = with_scenarios(name, scenarios);
    let out = folder(&format!("{name}-out"));
    let output =
        Command::cargo_bin("bereik").unwrap().args(["compare", study.to_str().unwrap(), "--out", out.to_str().unwrap()]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!out.exists(), "nothing is written");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn screens() {
    let english = compare("compare-en", STUDY, &["--lang", "en", "--no-maps", "--draws", "20"]);
    for (results, name) in [(&*DUTCH, "compare_nl"), (&english, "compare_en")] {
        assert_eq!(results.said.stdout, "", "stdout is for data");
        snapshot(name, &results.said.stderr);
    }
}

#[test]
fn layers_open_in_their_style() {
    every_layer_has_its_style(&DUTCH.folder.join("compare.gpkg"));
}

#[test]
fn tables() {
    let names = [
        "compare",
        "compare-targets",
        "compare-desks",
        "compare-lost",
        "compare-use",
        "compare-range",
        "compare-rank",
        "compare-tornado",
        "compare-picks",
    ];
    for name in names {
        snapshot(&format!("{}_csv", name.replace('-', "_")), &DUTCH.text(&format!("{name}.csv")));
    }
    snapshot("compare_areas_csv", &DUTCH.text("compare-areas.csv").lines().take(16).collect::<Vec<_>>().join("\n"));
    assert!(DUTCH.text("chart-compare.svg").contains("Ruimere tijden"));
    assert!(DUTCH.text("chart-front.svg").contains("te overwegen"));
    assert!(DUTCH.text("chart-certain.svg").contains("hoe vaak iemand kan komen"));
}

/// Today is what `coverage` and `border` say of the demo; the scenario that is found is what `plan` finds; costs add up desk by desk.
#[test]
fn it_agrees_with_the_other_commands() {
    let all = rows(&DUTCH, "compare.csv");
    let today = &all[0];
    let area = rows(&super::DUTCH, "areas.csv").into_iter().find(|row| row["level"] == "study" && row["group"] == "all").unwrap();
    for column in ["residents", "mean_m", "p90_m", "share_within_norm"] {
        assert_eq!(today[column], area[column], "{column}");
    }
    let hours = rows(&super::DUTCH, "hours.csv").into_iter().find(|row| row["level"] == "study" && row["group"] == "need").unwrap();
    assert_eq!(today["moment_coverage"], hours["moment_coverage"]);
    let border = folder("compare-border");
    run(&["border", STUDY, "--out", border.to_str().unwrap(), "--format", "csv", "--no-maps"], &border);
    let border = Results { folder: border, said: super::Said { stdout: String::new(), stderr: String::new() } };
    let effects = rows(&border, "border-effect.csv");
    let of_study =
        |row: &&std::collections::BTreeMap<String, String>| row["level"] == "study" && row["group"] == "all" && row["desks"] == "own";
    let own = effects.iter().find(of_study).unwrap();
    assert_eq!((&today["border_extra_mean_m"], &today["within_norm_only_across"]), (&own["extra_mean_m"], &own["within_norm_only_across"]));

    let plan = folder("compare-plan");
    run(&["plan", STUDY, "--out", plan.to_str().unwrap(), "--format", "csv", "--no-maps", "--only", "none"], &plan);
    let plan = Results { folder: plan, said: super::Said { stdout: String::new(), stderr: String::new() } };
    let found = all.iter().find(|row| row["scenario"] == "Meer bereik").unwrap();
    let planned = rows(&plan, "plan-areas.csv").into_iter().find(|row| row["level"] == "study" && row["group"] == "need").unwrap();
    assert_eq!(found["moment_coverage"], planned["moment_coverage_plan"]);
    let desks = rows(&DUTCH, "compare-desks.csv");
    for row in &all {
        let own = desks.iter().filter(|desk| desk["scenario"] == row["scenario"] && desk["what"] != "closes");
        let (count, cost) = own.fold((0, 0.0), |(count, cost), desk| (count + 1, cost + number(desk, "cost")));
        assert!((cost - number(row, "cost")).abs() < 0.005 && count.to_string() == row["desks"], "{row:?}");
    }
    // Visits too; today's desks are expected to have together what they counted, each row rounded to a tenth.
    let visits = rows(&DUTCH, "compare-use.csv");
    for row in &all {
        let own = || visits.iter().filter(|desk| desk["scenario"] == row["scenario"] && desk["what"] != "closes");
        let week: f64 = own().map(|desk| number(desk, "visits_week")).sum();
        assert!((week - number(row, "visits_week")).abs() < 1.0 && own().count().to_string() == row["desks"], "{row:?}");
    }
    let counted: f64 = visits.iter().filter(|desk| desk["scenario"] == "nu").map(|desk| number(desk, "registered")).sum();
    assert!((counted / 13.0 - number(today, "visits_week")).abs() < 0.06, "{counted}");
}

/// Every difference is that of two figures of the table.
#[test]
fn differences_are_differences() {
    let all = rows(&DUTCH, "compare.csv");
    for row in &all[1..] {
        for (column, change, slack) in [
            ("cost", "cost_change", 0.006),
            ("mean_m", "mean_m_change", 0.11),
            ("within_norm", "within_norm_change", 0.11),
            ("hours", "hours_change", 0.011),
        ] {
            assert!((number(row, column) - number(&all[0], column) - number(row, change)).abs() < slack, "{column} of {row:?}");
        }
    }
}

#[test]
fn threads_change_nothing() {
    let with = |name: &str, threads: &str| compare(name, STUDY, &["--threads", threads, "--no-maps", "--draws", "4"]);
    let (one, two) = (with("compare-one", "1"), with("compare-two", "2"));
    for name in ["compare.csv", "compare-areas.csv", "compare-desks.csv", "compare-lost.csv", "compare-use.csv"] {
        assert_eq!(one.bytes(name), DUTCH.bytes(name), "{name}");
    }
    for name in ["compare-range.csv", "compare-rank.csv", "compare-tornado.csv", "compare-picks.csv"] {
        assert_eq!(one.bytes(name), two.bytes(name), "{name}");
    }
    // What each assumption does by itself has nothing to do with how often is drawn.
    assert_eq!(one.bytes("compare-tornado.csv"), DUTCH.bytes("compare-tornado.csv"));
}

#[test]
fn json() {
    let out = folder("compare-json");
    let arguments = ["compare", STUDY, "--json", "--no-maps", "--draws", "4", "--out", out.to_str().unwrap()];
    let output = Command::cargo_bin("bereik").unwrap().current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap();
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["compare"].as_array().unwrap().len(), 6);
    assert_eq!(value["compare_rank"].as_array().unwrap().len(), 6);
    assert!(value["certainty"].as_array().unwrap().iter().all(serde_json::Value::is_string));
    assert!(value["facts"]["Een bus"].as_array().unwrap().iter().all(serde_json::Value::is_string));
}

/// The table of ranges has the values of the table of scenarios, each between what is possible; first places add up; and at the norm of a row of the
/// tornado today is what a study of that norm says.
#[test]
fn how_certain_agrees_with_the_rest() {
    let all = rows(&DUTCH, "compare.csv");
    let ranges = rows(&DUTCH, "compare-range.csv");
    assert_eq!(ranges.len(), 6 * bereik::compare::certain::Figure::ALL.len());
    for row in &ranges {
        let own = all.iter().find(|one| one["scenario"] == row["scenario"]).unwrap();
        assert!((number(row, "value") - number(own, &row["figure"])).abs() < 0.06, "{row:?}");
        assert!(number(row, "low") <= number(row, "median") && number(row, "median") <= number(row, "high"), "{row:?}");
    }
    let ranks = rows(&DUTCH, "compare-rank.csv");
    let first: f64 = ranks.iter().map(|row| number(row, "first_share")).sum();
    assert!((first - 1.0).abs() < 1e-3, "{ranks:?}");
    let tornado = rows(&DUTCH, "compare-tornado.csv");
    let norm = tornado.iter().find(|row| row["assumption"] == "norm").unwrap();
    for (end, value) in [("low", "1.5 km"), ("high", "2.5 km")] {
        assert_eq!(norm[&format!("{end}_value")], value);
        let study = with_scenarios(&format!("certain-{end}"), "");
        let text = std::fs::read_to_string(&study).unwrap().replace("norm = \"2 km\"", &format!("norm = \"{value}\""));
        std::fs::write(&study, text).unwrap();
        let results = compare(&format!("certain-{end}-out"), study.to_str().unwrap(), &["--no-maps", "--draws", "0"]);
        assert_eq!(rows(&results, "compare.csv")[0]["moment_coverage"], norm[&format!("today_at_{end}")]);
        assert!(!results.folder.join("compare-range.csv").exists(), "no draws, no table");
    }
}

/// Draws of a study that has no range are refused.
#[test]
fn draws_of_nothing() {
    let study = with_scenarios("certain-none", "");
    let text = std::fs::read_to_string(&study).unwrap();
    let (before, after) = text.split_once("[uncertain]").unwrap();
    std::fs::write(&study, format!("{before}{}", after.split_once("draws = 200").unwrap().1)).unwrap();
    let out = folder("certain-none-out");
    let arguments = ["compare", study.to_str().unwrap(), "--draws", "5", "--out", out.to_str().unwrap()];
    let output = Command::cargo_bin("bereik").unwrap().args(arguments).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("`--draws` vraagt om doorrekeningen, maar de studie heeft geen [uncertain]"), "{said}");
    assert!(output.status.code() == Some(1) && !out.exists());
}

/// All that is wrong with all scenarios is told at once, and nothing is written.
#[test]
fn what_cannot_be_compared_is_told() {
    let scenarios = "[[scenario]]\nname = \"Een\"\nopen = [{ site = \"bibliotheek-dotterrade\", week = \"di 9-12\" }]\n\
                     close = [\"gemeentehuis-dotterrade\", \"bibliotheek-liswaart\"]\n\
                     [[scenario]]\nname = \"Twee\"\nyear = 2035\n\
                     [[scenario]]\nname = \"Drie\"\nbus = [{ name = \"Bus\", library = \"Bibliotheek Waterstrek\", stops = [{ site = \"halte-schelpveen\", week = \"ma 9-11\" }] }]\n\
                     [[scenario]]\nname = \"Vier\"\n[scenario.find]\nmost = \"moment coverage\"\nbudget = \"€ 100\"\n";
    let said = refused("compare-refused", scenarios);
    for words in [
        "scenario \"Een\": op \"bibliotheek-dotterrade\" staat al een informatiepunt",
        "scenario \"Een\": op \"gemeentehuis-dotterrade\" staat nu geen informatiepunt",
        "scenario \"Een\": locatie \"bibliotheek-liswaart\" is er niet",
        "Bedoelde u \"bibliotheek-liswaard\"?",
        "scenario \"Twee\": het vraagt de inwoners van 2035, en de studie heeft geen prognose",
        "scenario \"Drie\": bibliotheek \"Bibliotheek Waterstrek\" is er niet",
        "scenario \"Vier\": wat er moet zijn, kost ten minste €\u{a0}225.672,00 per jaar; er is €\u{a0}100,00",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

/// A forecast by municipality makes a later year: every municipality of the study takes its factors, and others stay as they are.
#[test]
fn a_later_year() {
    let growth = Path::new(env!("CARGO_TARGET_TMPDIR")).join("groei.csv");
    let names: Vec<String> = rows(&super::DUTCH, "areas.csv")
        .into_iter()
        .filter(|row| row["level"] == "municipality" && row["group"] == "all")
        .map(|row| row["name"].clone())
        .collect();
    let lines: Vec<String> = names.iter().flat_map(|name| [format!("{name};2030;1,1"), format!("{name};2040;1,3")]).collect();
    std::fs::write(&growth, format!("gemeente;jaar;factor\n{}\n", lines.join("\n"))).unwrap();
    let study = with_scenarios("compare-year", "[[scenario]]\nname = \"Later\"\nyear = 2035\n");
    let text = std::fs::read_to_string(&study).unwrap();
    std::fs::write(&study, text.replace("[reach]", &format!("[data.growth]\nfile = \"{}\"\n\n[reach]", growth.display()))).unwrap();
    let results = compare("compare-year-out", study.to_str().unwrap(), &["--no-maps", "--draws", "0"]);
    let all = rows(&results, "compare.csv");
    // 1.2 times everyone: the same shares and means, a fifth more residents.
    assert!((number(&all[1], "residents") - 1.2 * number(&all[0], "residents")).abs() < 0.2, "{all:?}");
    for column in ["mean_m", "share_within_norm", "moment_coverage", "desks", "cost"] {
        assert_eq!(all[0][column], all[1][column], "{column}");
    }
}

/// Other circumstances are told, and no scenario is held needless beside one of another norm; what changes nothing says so.
#[test]
fn other_circumstances() {
    let scenarios = "[[scenario]]\nname = \"Strenger\"\nnorm = \"1 km\"\n\
                     [[scenario]]\nname = \"Niets\"\nhours = [{ site = \"bibliotheek-schelpveen\", week = \"di,do 9.30-12.00\" }]\n";
    let study = with_scenarios("compare-norm", scenarios);
    let results = compare("compare-norm-out", study.to_str().unwrap(), &["--no-maps", "--draws", "0"]);
    let said = &results.said.stderr;
    for words in [
        "Gerekend met een norm van 1 km, ook voor de informatiepunten van nu",
        "Er verandert voor niemand iets",
        "binnen de norm van het scenario",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    let all = rows(&results, "compare.csv");
    assert!(all.iter().all(|row| row["dominated_by"].is_empty()), "{all:?}");
    // The table of the demo gives the share within 1 km too.
    let area = rows(&super::DUTCH, "areas.csv").into_iter().find(|row| row["level"] == "study" && row["group"] == "all").unwrap();
    assert_eq!((all[1]["norm_m"].as_str(), &all[1]["share_within_norm"]), ("1000.0", &area["share_within_1000"]));
}

/// A plan that is asked for under another norm is made and measured under it.
#[test]
fn a_plan_has_the_norm_of_its_scenario() {
    let find = "[scenario.find]\nmost = \"covered\"\nbudget = \"€ 240.000\"\n";
    let study = with_scenarios("plan-norm", &format!("[[scenario]]\nname = \"x\"\nnorm = \"1 km\"\n{find}"));
    let out = folder("plan-norm-out");
    let arguments = ["plan", study.to_str().unwrap(), "--out", out.to_str().unwrap(), "--format", "csv", "--no-maps", "--only", "none"];
    run(&arguments, &out);
    let planned = Results { folder: out, said: super::Said { stdout: String::new(), stderr: String::new() } };
    let row = rows(&planned, "plan-areas.csv").into_iter().find(|row| row["level"] == "study" && row["group"] == "all").unwrap();
    let area = rows(&super::DUTCH, "areas.csv").into_iter().find(|row| row["level"] == "study" && row["group"] == "all").unwrap();
    assert_eq!(row["share_within_norm_today"], area["share_within_1000"]);
    let compared = compare("plan-norm-compare", study.to_str().unwrap(), &["--no-maps", "--draws", "0"]);
    assert_eq!(rows(&compared, "compare.csv")[1]["share_within_norm"], row["share_within_norm_plan"]);
}
