//! `bereik report` on the demo: the advice in words, and that it says what the tables say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::layers::every_layer_has_its_style;
use super::plan::{folder, number, rows};
use super::{Results, STUDY, run, snapshot};

static DUTCH: LazyLock<Results> = LazyLock::new(|| report("advice-nl", &[]));

fn report(name: &str, more: &[&str]) -> Results {
    let folder = folder(name);
    let out = folder.to_str().unwrap();
    let said = run(&[&["report", STUDY, "--out", out, "--draws", "20"], more].concat(), &folder);
    Results { folder, said }
}

/// The advice without what differs by version and input: its account.
fn advice(results: &Results) -> String {
    let text = results.text("advies.md");
    let end = text.find("\n## Verantwoording").or_else(|| text.find("\n## How to check this")).unwrap();
    text[..end].to_owned()
}

#[test]
fn words() {
    let english = report("advice-en", &["--lang", "en"]);
    snapshot("advice_nl", &advice(&DUTCH));
    snapshot("advice_en", &advice(&english));
}

#[test]
fn everything_that_is_promised_is_there() {
    let names: BTreeSet<String> =
        std::fs::read_dir(&DUTCH.folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for name in ["advies.html", "advies.xlsx", "advies.gpkg", "advies.md", "compare.csv", "shares.csv", "plan.csv", "manifest.json"] {
        assert!(names.contains(name), "{name}");
    }
    // Every picture of the text is a file, and as SVG too.
    let text = DUTCH.text("advies.md");
    let pictures: Vec<&str> = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(pictures.len() >= 6, "{pictures:?}");
    for picture in pictures {
        assert!(names.contains(picture) && names.contains(&picture.replace(".png", ".svg")), "{picture}");
    }
}

/// All layers are in one file, with their style; borders that many rows have are in it once.
#[test]
fn layers_open_in_their_style_and_the_file_is_small() {
    let path = DUTCH.folder.join("advies.gpkg");
    every_layer_has_its_style(&path);
    let bytes = std::fs::metadata(path).unwrap().len();
    assert!(bytes < 4_000_000, "{bytes} bytes; with borders on every row there were 13 million");
}

/// Who does not see the chart of cost and coverage reads which scenarios are needless: those of the column.
#[test]
fn the_front_is_told_in_words() {
    let text = DUTCH.text("advies.md");
    let line = text.lines().find(|line| line.ends_with("](chart-front.png)")).unwrap();
    let (kept, needless) = line.split_once("Overbodig: ").unwrap();
    for row in &rows(&DUTCH, "compare.csv")[1..] {
        let name = row["scenario"].as_str();
        assert_eq!(
            (kept.contains(name), needless.contains(name)),
            (row["dominated_by"].is_empty(), !row["dominated_by"].is_empty()),
            "{line}"
        );
    }
    let [bars, front] = ["(chart-compare.png)", "(chart-front.png)"].map(|name| text.find(name).unwrap());
    assert!(bars < front);
}

#[test]
fn the_table_on_the_page_is_the_table_of_the_comparison() {
    let text = DUTCH.text("advies.md");
    let line = text.lines().find(|line| line.starts_with("| informatiepunten |")).unwrap();
    let shown: Vec<f64> = line.split('|').skip(2).filter_map(|cell| cell.trim().parse().ok()).collect();
    let compared = rows(&DUTCH, "compare.csv");
    let desks: Vec<f64> = compared.iter().map(|row| number(row, "desks")).collect();
    assert_eq!(shown, desks);
    // Whoever lives beyond the norm, in the first finding, is who is not within it.
    let beyond = number(&compared[0], "residents") - number(&compared[0], "within_norm");
    let finding = text.lines().find(|line| line.starts_with("1. ")).unwrap();
    let told: f64 = finding[3..].split(' ').next().unwrap().replace('.', "").parse().unwrap();
    assert!((told - beyond).abs() <= 0.5, "{finding} {beyond}");
}

/// The moment coverage of the squares of the map, weighed by the need in the table of squares, is that of the table of scenarios. A share is kept
/// in thousandths, rounded up.
#[test]
fn the_squares_of_the_map_add_up_to_the_moment_coverage_of_today() {
    let page = DUTCH.text("advies.html");
    let json = page.split_once("<script type=\"application/json\">").unwrap().1.split_once("</script>").unwrap().0;
    let map: serde_json::Value = serde_json::from_str(json).unwrap();
    let numbers = |value: &serde_json::Value| -> Vec<i64> { value.as_array().unwrap().iter().map(|one| one.as_i64().unwrap()).collect() };
    let (squares, origin) = (&map["squares"], numbers(&map["squares"]["origin"]));
    let places = numbers(&squares["x"]).into_iter().zip(numbers(&squares["y"]));
    let shares = numbers(&map["scenarios"][0]["values"][2]);
    assert_eq!(map["measures"][2]["name"], "dekking op het gewenste moment");
    // A square of 100 m is named by the hectometres of its south-west corner.
    let name = |(x, y): (i64, i64)| format!("E{:04}N{:04}", (origin[0] + x - 50) / 100, (origin[1] + y - 50) / 100);
    let of_square: BTreeMap<String, i64> = places.map(name).zip(shares).collect();
    let (mut helped, mut all) = (0.0, 0.0);
    for row in &rows(&DUTCH, "cells.csv") {
        let need = number(row, "need");
        let share = of_square[&row["cell"]];
        assert!(share >= 0 || need <= 0.0, "{}", row["cell"]);
        helped += need * f64::from(i32::try_from(share.max(0)).unwrap()) / 1000.0;
        all += need;
    }
    let told = number(&rows(&DUTCH, "compare.csv")[0], "moment_coverage");
    assert!((helped / all - told - 0.0005).abs() < 0.0006, "{} on the map, {told} in the table", helped / all);
}

#[test]
fn a_study_without_scenarios_has_an_advice_too() {
    let study = std::fs::read_to_string(STUDY).unwrap();
    let until = study.find("# Meer locaties met weinig uren").unwrap();
    let folder_of_study = folder("advice-bare-study");
    std::fs::create_dir_all(&folder_of_study).unwrap();
    let root = env!("CARGO_MANIFEST_DIR");
    let file = folder_of_study.join("bare.toml");
    std::fs::write(&file, study[..until].replace("../data", &format!("{root}/data"))).unwrap();
    let out = folder("advice-bare");
    run(&["report", file.to_str().unwrap(), "--out", out.to_str().unwrap(), "--draws", "0"], &out);
    let text = std::fs::read_to_string(out.join("advies.md")).unwrap();
    assert!(text.contains("De studie noemt geen scenario's om uit te kiezen."), "{text}");
    assert!(!text.contains("## De scenario's\n") && !text.contains("## Waarom deze plekken"), "nothing is said of what is not there");
}
