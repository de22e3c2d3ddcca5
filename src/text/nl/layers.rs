//! De woorden in de legenda van lagen.

use crate::text::LayerWords;

/// Every label.
pub(super) const WORDS: LayerWords = LayerWords {
    nearer: "dichterbij",
    farther: "verder",
    higher: "hoger",
    lower: "lager",
    difference: "verschil",
    hours_unknown: "uren onbekend",
    unknown: "onbekend",
    inside: "binnen de gemeente",
    across: "over de grens",
    in_plan: "in het plan",
    not_in_plan: "niet in het plan",
};
