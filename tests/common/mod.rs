//! What several test files need.

use std::path::PathBuf;

/// The folder of real data, `None` where it is absent and the test is to pass over it. In CI it has to be there.
///
/// # Panics
/// When `CI` is set and the folder is missing.
#[must_use]
pub fn real_data() -> Option<PathBuf> {
    let folder = std::env::var_os("BEREIK_REAL_DATA")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(std::env::var_os("CI").is_none(), "the real data is missing: {}", folder.display());
    None
}
