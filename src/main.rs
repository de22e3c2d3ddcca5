//! Bereik.
fn main() {}
