//! How long to search: counted work by default, so that the same question has the same answer on any machine.

/// Asked whether to stop.
pub(crate) type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

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

/// What was being made is not whole: it was asked to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut;

/// Looks at the clock at once, and then each time that some thousands of numbers were looked at: some ten microseconds.
pub(super) struct Looks<'a> {
    stop: Stop<'a>,
    left: usize,
}

impl<'a> Looks<'a> {
    /// Numbers between two looks.
    pub const EVERY: usize = 4096;
    /// For so many numbers counts a step of which it is not known how many it looks at.
    pub const MUCH: usize = 256;

    pub fn new(stop: Stop<'a>) -> Self {
        Self { stop, left: 0 }
    }

    /// Counts so many numbers more; an error when it is time to stop.
    pub fn after(&mut self, numbers: usize) -> Result<(), Cut> {
        if numbers < self.left {
            self.left -= numbers;
            return Ok(());
        }
        self.left = Self::EVERY;
        if (self.stop)() { Err(Cut) } else { Ok(()) }
    }
}

impl Default for Effort<'_> {
    /// Until it is proven.
    fn default() -> Self {
        Self { most_work: u64::MAX, gap: 0.0, stop: &|| false }
    }
}
