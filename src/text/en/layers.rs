//! The words in the legends of layers.

use crate::text::LayerWords;

/// Every label.
pub(super) const WORDS: LayerWords = LayerWords {
    nearer: "nearer",
    farther: "farther",
    higher: "higher",
    lower: "lower",
    difference: "difference",
    hours_unknown: "hours unknown",
    unknown: "unknown",
    inside: "inside the municipality",
    across: "across the border",
    in_plan: "in the plan",
    not_in_plan: "not in the plan",
};
