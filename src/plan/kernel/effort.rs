//! How long to search: counted work by default, so that the same question has the same answer on any machine.

/// When a search may end before it has proven its answer.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// The most work, in numbers looked at: some 300 million take a second.
    pub most_work: u64,
    /// Good enough: the relative gap between bound and value.
    pub gap: f64,
    /// Asked now and then whether to stop: a clock or a key. What it cuts off is not reproducible, and the answer says so.
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

impl Default for Effort<'_> {
    /// Until it is proven.
    fn default() -> Self {
        Self { most_work: u64::MAX, gap: 0.0, stop: &|| false }
    }
}
