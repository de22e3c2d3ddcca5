//! The words in the legends of layers: fixed labels, no sentences with values in them.

/// The labels of one language. A new label does not compile until both languages have it.
#[derive(Debug)]
pub struct LayerWords {
    /// Behind a class of metres: so much nearer.
    pub nearer: &'static str,
    /// Behind a class of metres: so much farther.
    pub farther: &'static str,
    /// Behind a class of shares: so much higher.
    pub higher: &'static str,
    /// Behind a class of shares: so much lower.
    pub lower: &'static str,
    /// Behind a class around nothing: so much difference, to either side.
    pub difference: &'static str,
    /// A desk of which the hours are not known.
    pub hours_unknown: &'static str,
    /// A row without a number.
    pub unknown: &'static str,
    /// A site in the municipality itself.
    pub inside: &'static str,
    /// A site in another municipality.
    pub across: &'static str,
    /// A site that the plan of the study has.
    pub in_plan: &'static str,
    /// A site that only other plans have.
    pub not_in_plan: &'static str,
}

#[cfg(test)]
mod tests {
    use crate::model::Lang;
    use crate::text::{self, Unit};

    #[test]
    fn classes_of_numbers_have_their_unit() {
        let told = |lower, upper, unit| [Lang::Nl, Lang::En].map(|lang| text::of(lang).number_class(lower, upper, unit));
        for (lower, upper, unit, dutch, english) in [
            (None, Some(0.25), Unit::Number, "tot 0,25", "up to 0.25"),
            (Some(0.25), Some(1.0), Unit::Number, "0,25 – 1", "0.25 – 1"),
            (Some(1000.0), Some(2500.0), Unit::Persons, "1.000 – 2.500 inwoners", "1,000 – 2,500 residents"),
            (Some(0.001), Some(0.005), Unit::Share, "0,1 – 0,5\u{a0}%", "0.1 – 0.5%"),
            (Some(0.29), None, Unit::Share, "meer dan 29\u{a0}%", "more than 29%"),
            (Some(0.05), Some(0.1), Unit::Points, "5 – 10 %-punt", "5 – 10 %-points"),
            (None, None, Unit::Visits, "–", "–"),
        ] {
            assert_eq!(told(lower, upper, unit), [dutch, english]);
        }
    }
}
