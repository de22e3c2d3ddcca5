//! What can be wrong with a range of `[uncertain]`. The sentences are in [`crate::text`].

/// Why a range cannot be used, where its values are each right by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeFault {
    /// A single value is no range.
    OneValue,
    /// The first of two values is not below the second.
    NotRising,
    /// A value that stands in the list twice.
    Twice,
    /// `growth` without a scenario of another year: nothing would change.
    NoYear,
    /// `hour` without `money.hour`: there is no cost to vary.
    NoRate,
    /// No assumption at all.
    Nothing,
}
