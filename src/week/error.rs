//! Why opening hours are refused.

/// Why a text is not opening hours. `text` and `word` are the offending piece as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum WeekError {
    /// There is nothing to read.
    Empty,
    /// Hours without a day; which day is never guessed.
    NoDay {
        /// The hours.
        text: String,
    },
    /// A day without hours; how long it is open is never guessed.
    NoTime {
        /// The day.
        text: String,
    },
    /// Nothing but "by appointment".
    OnlyByAppointment,
    /// Not a time of the day, as `25:00` or `9:75`.
    ImpossibleTime {
        /// The time.
        text: String,
    },
    /// A range of hours that ends when it starts or before.
    EndsBeforeStart {
        /// The range.
        text: String,
    },
    /// A range of hours of which nothing is left when rounded to quarter hours.
    TooShort {
        /// The range.
        text: String,
    },
    /// A number of hours a week above 168.
    TooManyHours {
        /// The number.
        text: String,
    },
    /// A start without an end, as `10:00+`.
    OpenEnd {
        /// The start.
        text: String,
    },
    /// A time that depends on the sun, as `sunrise`.
    SunTime {
        /// The range.
        text: String,
    },
    /// Points in time that repeat, as `10:00-16:00/90`.
    Repeats {
        /// The range.
        text: String,
    },
    /// A word (or a few words together) that has no meaning in opening hours.
    Unknown {
        /// The word.
        word: String,
    },
    /// Something known in a place where it has no meaning.
    Misplaced {
        /// What stands there.
        text: String,
    },
    /// Another day in the column of a day.
    OtherDay {
        /// The text of the column.
        text: String,
    },
}
