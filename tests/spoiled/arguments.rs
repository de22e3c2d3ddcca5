//! Wrong arguments (exit code 2), and places that cannot be written to (1).

use super::base::Files;
use super::case::run;

#[test]
fn wrong_arguments_end_with_2() {
    let files = Files::good();
    let before = files.list();
    let cases: [(&[&str], &str); 11] = [
        (&[], "Usage"),
        (&["bereken"], "bereken"),
        (&["check"], "<STUDY>"),
        (&["check", "studie.toml", "--snel"], "--snel"),
        (&["check", "studie.toml", "--lang", "de"], "'de'"),
        (&["check", "studie.toml", "studie.toml"], "unexpected argument"),
        (&["coverage", "studie.toml", "--format", "pdf"], "csv, geojson, gpkg"),
        (&["coverage", "studie.toml", "--format", ""], "csv, geojson, gpkg"),
        (&["coverage", "studie.toml", "--threads", "0"], "--threads"),
        (&["coverage", "studie.toml", "--threads", "veel"], "--threads"),
        (&["completions", "word"], "'word'"),
    ];
    for (arguments, says) in cases {
        assert_eq!(run(&files, arguments).complaints(2, &[says]), Vec::<String>::new(), "{arguments:?}");
    }
    assert_eq!(files.list(), before);
}

#[test]
fn results_that_cannot_be_written() {
    let files = Files::good();
    files.write("uit", "een bestand");
    let before = files.list();
    for (out, says) in [("uit", "uit: "), ("uit/binnen", "uit/binnen: ")] {
        let ran = run(&files, &["coverage", "studie.toml", "--out", out]);
        assert_eq!(ran.complaints(1, &[says, "niet te schrijven", "bestand met deze naam"]), Vec::<String>::new(), "{out}");
        let ran = run(&files, &["coverage", "studie.toml", "--out", out, "--lang", "en"]);
        assert_eq!(ran.complaints(1, &[says, "cannot be written", "a file of this name"]), Vec::<String>::new(), "{out}");
    }
    assert_eq!(files.list(), before);
    assert_eq!(std::fs::read_to_string(files.path("uit")).unwrap(), "een bestand");
}

/// A folder in the place of one of the files: what was written before it is whole, and no part of a file stays.
#[test]
fn a_folder_in_the_place_of_a_file() {
    let files = Files::good();
    std::fs::create_dir_all(files.path("uit/areas.csv/binnen")).unwrap();
    let ran = run(&files, &["coverage", "studie.toml", "--out", "uit", "--format", "csv", "--no-maps"]);
    assert_eq!(ran.complaints(1, &["uit/areas.csv: niet te schrijven", "map met deze naam"]), Vec::<String>::new());
    assert!(files.list().iter().all(|path| path.extension().is_none_or(|extension| extension != "part")), "{:?}", files.list());
}

/// Two studies of one file name: the second does not overwrite the results of the first, unless it is told to.
#[test]
fn results_of_another_study() {
    let files = Files::good();
    std::fs::create_dir(files.path("ander")).unwrap();
    let study = std::fs::read_to_string(files.path("studie.toml")).unwrap();
    files.write(
        "ander/studie.toml",
        study
            .replace("\"gemeenten.geojson\"", "\"../gemeenten.geojson\"")
            .replace("file = \"", "file = \"../")
            .replace("\"vierkanten.csv\"", "\"../vierkanten.csv\"")
            .replace("\"organisaties.csv\"", "\"../organisaties.csv\""),
    );
    let quick = ["--format", "csv", "--no-maps"];
    let with = |study: &str, more: &[&str]| run(&files, &[&["coverage", study], &quick[..], more].concat());
    assert_eq!(with("studie.toml", &[]).complaints(0, &[]), Vec::<String>::new());
    assert_eq!(with("./studie.toml", &[]).complaints(0, &[]), Vec::<String>::new(), "the same study again");
    let manifest = std::fs::read(files.path("results/studie/manifest.json")).unwrap();
    let says = ["results/studie: niet te schrijven: hier staan de uitkomsten van een andere studie, ./studie.toml", "`--out`"];
    assert_eq!(with("ander/studie.toml", &[]).complaints(1, &says), Vec::<String>::new());
    let english = ["here are the results of another study, ./studie.toml"];
    assert_eq!(with("ander/studie.toml", &["--lang", "en"]).complaints(1, &english), Vec::<String>::new());
    assert_eq!(std::fs::read(files.path("results/studie/manifest.json")).unwrap(), manifest);
    assert_eq!(with("ander/studie.toml", &["--out", "results/studie"]).complaints(0, &[]), Vec::<String>::new());
    assert_ne!(std::fs::read(files.path("results/studie/manifest.json")).unwrap(), manifest);
}

/// What an earlier run of the same command wrote and this one did not goes; what is not a result of it stays, whatever its manifest says.
#[test]
fn results_of_an_earlier_run() {
    let files = Files::good();
    let coverage = |more: &[&str]| run(&files, &[&["coverage", "studie.toml", "--out", "uit", "--no-maps"], more].concat());
    assert_eq!(coverage(&["--format", "csv,geojson"]).complaints(0, &[]), Vec::<String>::new());
    files.write("uit/eigen.csv", "van de gebruiker");
    files.write("vreemd.csv", "elders");
    files.change("uit/manifest.json", "\"cells.csv\"", "\"cells.csv\", \"../vreemd.csv\", \"../studie.toml\"");
    assert_eq!(coverage(&["--format", "csv", "--only", "distance"]).complaints(0, &[]), Vec::<String>::new());
    let there = |name: &str| files.path(name).is_file();
    for name in ["uit/cells.csv", "uit/areas.csv", "uit/manifest.json", "uit/eigen.csv", "vreemd.csv", "studie.toml"] {
        assert!(there(name), "{name} is gone");
    }
    for name in ["uit/cells.geojson", "uit/equity.csv"] {
        assert!(!there(name), "{name} is still there");
    }
}

/// A folder of results that is also that of the study: what is read stays, even where a manifest names it.
#[test]
fn what_a_study_reads_is_never_removed() {
    let files = Files::good();
    let coverage = || run(&files, &["coverage", "studie.toml", "--out", ".", "--format", "csv", "--no-maps"]);
    assert_eq!(coverage().complaints(0, &[]), Vec::<String>::new());
    files.change("manifest.json", "\"cells.csv\"", "\"cells.csv\", \"vierkanten.csv\", \"studie.toml\"");
    assert_eq!(coverage().complaints(0, &[]), Vec::<String>::new());
    assert!(files.path("vierkanten.csv").is_file() && files.path("studie.toml").is_file());
}

#[test]
fn a_study_is_not_written_over() {
    let files = Files::good();
    let mine = std::fs::read(files.path("studie.toml")).unwrap();
    let ran = run(&files, &["init", "."]);
    assert_eq!(ran.complaints(1, &["studie.toml: niet te schrijven", "staat al een bestand met deze naam"]), Vec::<String>::new());
    assert_eq!(std::fs::read(files.path("studie.toml")).unwrap(), mine);
}

/// `check --json` of a study that cannot be used says so, for machines too.
#[test]
fn a_failure_as_json() {
    let files = Files::good();
    files.study("\"1600 m\"", "1600");
    let ran = run(&files, &["check", "studie.toml", "--json"]);
    assert_eq!(ran.complaints(1, &[]), Vec::<String>::new());
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["usable"], false);
    assert_eq!(json["errors"][0]["line"], 9);
    assert_eq!(json["errors"][0]["column"], 8);
    assert!(json["errors"][0]["message"].as_str().unwrap().contains("de eenheid ontbreekt"), "{json}");
    assert!(json["errors"][0]["hint"].is_null() || json["errors"][0]["hint"].is_string());
}

/// What cannot be written to standard output is told; a reader that has seen enough is not.
#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output() {
    use std::fs::File;
    use std::process::{Command, Stdio};
    let files = Files::good();
    let program = assert_cmd::cargo::cargo_bin("bereik");
    for arguments in
        [&["check", "studie.toml"][..], &["check", "studie.toml", "--json"], &["sites", "studie.toml"], &["completions", "bash"]]
    {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let ran = Command::new(&program).current_dir(files.folder()).args(arguments).stdout(full).output().unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(1), "{arguments:?}: {told}");
        assert!(told.contains("stdout: "), "{arguments:?}: {told}");
        let mut child = Command::new(&program)
            .current_dir(files.folder())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        assert_eq!(child.wait().unwrap().code(), Some(0), "{arguments:?}");
    }
}
