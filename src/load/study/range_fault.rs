//! What can be wrong with a range of `[uncertain]`. The sentences are in [`crate::text`].

/// Why a range cannot be used, where its values are each right by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The study's own value lies outside the range: its own figures would not lie between those that are drawn.
    Outside {
        /// The value, as a study writes it.
        own: String,
        /// The key of the study that states it; `None` for what needs no key: a forecast that comes true.
        stated: Option<String>,
    },
    /// No assumption at all.
    Nothing,
}
