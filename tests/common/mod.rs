//! What several integration tests need.

use std::path::PathBuf;

/// The folder with real data: `BEREIK_REAL_DATA`, else `../shared/data` beside the project. `None` where there is none, except on the
/// build server (`CI`), where that is a failure.
pub fn real_data() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let folder = std::env::var_os("BEREIK_REAL_DATA").map_or_else(beside, PathBuf::from);
    let there = folder.is_dir();
    assert!(there || std::env::var_os("CI").is_none(), "no real data in {}", folder.display());
    there.then_some(folder)
}
