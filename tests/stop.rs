//! Stopping at any moment leaves whole files or none.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use bereik::model::CostKey;
use bereik::report::Output;
use bereik::run::{BorderRequest, Failure, Part, Request, border, coverage};
use bereik::watch::{Stage, Unwatched, Watch};

/// Says stop from the n-th time it is asked.
struct StopsAt {
    left: AtomicUsize,
}

impl Watch for StopsAt {
    fn begin(&self, _stage: Stage) {}

    fn is_stopped(&self) -> bool {
        let once_less = |left: usize| Some(left.saturating_sub(1));
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, once_less).unwrap() == 0
    }
}

fn request(out: &Path) -> Request {
    let study = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/waterstreek.toml");
    Request { study, language: None, out: out.to_owned(), outputs: Output::ALL.to_vec(), maps: true, parts: Part::ALL.to_vec(), at: None }
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeMap::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.map(|path| (PathBuf::from(path.file_name().unwrap()), std::fs::read(&path).unwrap())).collect()
}

/// A command, into a folder, and why it stopped.
type Run = fn(&Path, &dyn Watch) -> Option<Failure>;

#[test]
fn every_file_is_whole_or_absent_whenever_it_stops() {
    stops_anywhere(|out, watch| coverage(&request(out), watch).err());
}

#[test]
fn so_is_every_file_of_borders() {
    stops_anywhere(|out, watch| {
        let Request { study, language, out, outputs, maps, .. } = request(out);
        border(&BorderRequest { study, language, out, outputs, maps, key: CostKey::ExpectedUse }, watch).err()
    });
}

fn stops_anywhere(run: Run) {
    let whole = tempfile::tempdir().unwrap();
    assert!(run(whole.path(), &Unwatched).is_none());
    let whole = files(whole.path());
    let mut stopped = 0;
    // Every moment of the first few, then ever fewer of the hundreds at which a piece of a file is written.
    for moment in std::iter::successors(Some(0), |moment| Some(moment + 1 + moment / 3)) {
        let out = tempfile::tempdir().unwrap();
        let watch = StopsAt { left: AtomicUsize::new(moment) };
        let done = run(out.path(), &watch);
        for (name, bytes) in files(out.path()) {
            assert!(whole.get(&name) == Some(&bytes), "{} after {moment} questions", name.display());
        }
        match done {
            Some(Failure::Stopped(_)) => stopped += 1,
            Some(other) => panic!("{:?}", other.told()),
            None => break,
        }
    }
    assert!(stopped > 8, "{stopped}");
}
