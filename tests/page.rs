//! The advice in a browser: `tests/page/check.mjs` opens the page of the demo in Chromium and says everything that is wrong with it.
//!
//! `make setup` brings the browser and what drives it. Where they are not, the test steps aside, and `make test` says so; in CI it fails.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of npm packages and the browser; `None` where one is missing.
fn tools() -> Option<(PathBuf, PathBuf)> {
    let packages = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/page");
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let browser = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file());
    let found = browser.filter(|_| packages.join("node_modules/playwright-core").is_dir()).map(|browser| (packages, browser));
    assert!(found.is_some() || std::env::var_os("CI").is_none(), "CI runs without a browser: `sh scripts/browser.sh` brings it");
    found
}

/// Writes the advice of the demo in a language.
fn advice(language: &str, folder: &Path) -> PathBuf {
    let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/waterstreek.toml");
    let run = Command::new(env!("CARGO_BIN_EXE_bereik"))
        .args(["report", &study.display().to_string(), "--lang", language, "--draws", "8", "--out", &folder.display().to_string()])
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    folder.join("advies.html")
}

#[test]
fn the_advice_is_a_good_page_in_both_languages() {
    let Some((packages, browser)) = tools() else { return };
    let check = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page/check.mjs");
    for language in ["nl", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let page = advice(language, folder.path());
        let size = std::fs::metadata(&page).unwrap().len();
        assert!(size < 8_000_000, "the page has {size} bytes");
        let run = Command::new("node").args([&check, &packages, &browser, &page, &folder.path().to_owned()]).output().unwrap();
        let wrong = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{language}:\n{wrong}");
    }
}
