//! The words of the page for the agreement between a library and its municipalities.

/// The labels of one language. A new label does not compile until both languages have it.
#[derive(Debug)]
pub struct AgreementWords {
    /// Title; the library stands behind it.
    pub title: &'static str,
    /// What the page is.
    pub about: &'static str,
    /// Heading of the parties.
    pub parties: &'static str,
    /// The library.
    pub library: &'static str,
    /// Municipalities that the library serves and the study is not about; their names stand behind it.
    pub left_out: &'static str,
    /// Heading of the desks.
    pub desks: &'static str,
    /// The library has no desk in the study.
    pub no_desks: &'static str,
    /// Heading of who is served where.
    pub served: &'static str,
    /// How to read it.
    pub served_note: &'static str,
    /// Heading of the shares.
    pub shares: &'static str,
    /// How to read it; the chosen key stands behind it.
    pub key: &'static str,
    /// What the other columns are.
    pub other_keys: &'static str,
    /// Desks of unknown cost; their number stands behind it.
    pub unknown: &'static str,
    /// Heading of the yearly check.
    pub check: &'static str,
    /// What is checked each year.
    pub checks: [&'static str; 5],
    /// Heading of what the figures rest on.
    pub basis: &'static str,
    /// The norm; it stands behind it.
    pub norm: &'static str,
    /// The weights of need; they stand behind it.
    pub need: &'static str,
    /// The file of the study; it stands behind it.
    pub study: &'static str,
    /// Row: all together.
    pub together: &'static str,
    /// Row: those who use desks that are not shared here.
    pub elsewhere: &'static str,
    /// Row: those who reach no desk.
    pub unreached: &'static str,
    /// Expected from other municipalities; the need stands behind it.
    pub others: &'static str,
    /// Column: municipality.
    pub municipality: &'static str,
    /// Column: residents.
    pub residents: &'static str,
    /// Column: need.
    pub need_column: &'static str,
    /// Column: grant.
    pub grant: &'static str,
    /// Column: desk.
    pub desk: &'static str,
    /// Column: opening hours.
    pub hours: &'static str,
    /// Column: hours a week.
    pub hours_a_week: &'static str,
    /// Column: yearly cost.
    pub cost: &'static str,
    /// Column: share.
    pub share: &'static str,
    /// Column: amount.
    pub amount: &'static str,
    /// Column: what is left of the grant.
    pub left: &'static str,
    /// Not known.
    pub not_known: &'static str,
    /// The keys, in the order of [`crate::model::CostKey::ALL`].
    pub keys: [&'static str; 5],
}
