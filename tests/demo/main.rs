//! The committed demo through the program: a snapshot of every output, in Dutch and in English.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod advice;
mod border;
mod compare;
mod groups;
mod layers;
mod map;
mod plan;
mod screens;
mod tables;
mod words;
mod workbook;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use assert_cmd::Command;

/// The study of the demo, as its user names it.
const STUDY: &str = "scenarios/waterstreek.toml";

/// What the program said, with the folder of the results as `[out]`.
struct Said {
    stdout: String,
    stderr: String,
}

/// Results in one language.
struct Results {
    folder: PathBuf,
    said: Said,
}

static DUTCH: LazyLock<Results> = LazyLock::new(|| results("demo-nl", &[]));
static ENGLISH: LazyLock<Results> = LazyLock::new(|| results("demo-en", &["--lang", "en"]));

impl Results {
    fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder.join(name)).unwrap()
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).unwrap()
    }
}

/// Runs `coverage` with every format, once for all tests.
fn results(name: &str, more: &[&str]) -> Results {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    let out = folder.to_str().unwrap();
    let said = run(&[&["coverage", STUDY, "--out", out, "--format", "csv,geojson,gpkg"], more].concat(), &folder);
    Results { folder, said }
}

/// Runs the program where the demo is; it must succeed.
fn run(arguments: &[&str], out: &Path) -> Said {
    let output = Command::cargo_bin("bereik").unwrap().current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).assert().success();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace(out.to_str().unwrap(), "[out]").replace('\\', "/");
    Said { stdout: text(&output.get_output().stdout), stderr: text(&output.get_output().stderr) }
}

/// Compares with the file of that name under `tests/snapshots/`.
fn snapshot(name: &str, value: &str) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("demo_{name}"), value);
    });
}
