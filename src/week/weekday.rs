//! Days of the week and what people call them.

/// A day of the week, in order from Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// The seven days from Monday.
    pub const ALL: [Self; 7] = [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub const fn index(self) -> u8 {
        match self {
            Self::Monday => 0,
            Self::Tuesday => 1,
            Self::Wednesday => 2,
            Self::Thursday => 3,
            Self::Friday => 4,
            Self::Saturday => 5,
            Self::Sunday => 6,
        }
    }

    /// Abbreviation in Dutch: `ma` to `zo`.
    #[must_use]
    pub const fn dutch(self) -> &'static str {
        ["ma", "di", "wo", "do", "vr", "za", "zo"][self.index() as usize]
    }

    /// English abbreviation: `Mon` to `Sun`.
    #[must_use]
    pub const fn english(self) -> &'static str {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][self.index() as usize]
    }

    /// Abbreviation of `OpenStreetMap`: `Mo` to `Su`.
    #[must_use]
    pub const fn osm(self) -> &'static str {
        ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][self.index() as usize]
    }

    /// Reads a name or abbreviation in Dutch or English in any case: `di`, `dinsdag`, `dinsdags`, `Tu`, `Tuesday`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        let day = match name.as_str() {
            "ma" | "maa" | "mo" | "mon" => Self::Monday,
            "di" | "din" | "tu" | "tue" | "tues" => Self::Tuesday,
            "wo" | "woe" | "we" | "wed" => Self::Wednesday,
            "do" | "don" | "th" | "thu" | "thur" | "thurs" => Self::Thursday,
            "vr" | "vri" | "vrij" | "fr" | "fri" => Self::Friday,
            "za" | "zat" | "sa" | "sat" => Self::Saturday,
            "zo" | "zon" | "su" | "sun" => Self::Sunday,
            long => return Self::full(long.strip_suffix("en").or_else(|| long.strip_suffix('s')).unwrap_or(long)),
        };
        Some(day)
    }

    /// A full name without the ending of a plural.
    fn full(name: &str) -> Option<Self> {
        Some(match name {
            "maandag" | "monday" => Self::Monday,
            "dinsdag" | "tuesday" => Self::Tuesday,
            "woensdag" | "wednesday" => Self::Wednesday,
            "donderdag" | "thursday" => Self::Thursday,
            "vrijdag" | "friday" => Self::Friday,
            "zaterdag" | "saturday" => Self::Saturday,
            "zondag" | "sunday" => Self::Sunday,
            _ => return None,
        })
    }
}
