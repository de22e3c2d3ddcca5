//! Library organisations and the municipalities they serve.

/// The years in which an organisation serves a municipality, both included; open where the data is silent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// First year.
    pub from: Option<u16>,
    /// Last year.
    pub to: Option<u16>,
}

/// A library organisation (bibliotheekorganisatie). Many to many: it serves several municipalities, and a municipality may have several.
#[derive(Debug, Clone, PartialEq)]
pub struct Library {
    /// Its name.
    pub name: String,
    /// The municipalities it serves, by index in [`super::Region::municipalities`], ascending, with the years.
    pub municipalities: Vec<(usize, Period)>,
}
