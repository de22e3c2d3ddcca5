//! The chart of cost, coverage and gap.

use super::English;
use super::plan::listed;
use crate::text::{FrontSentence, FrontWords, Text};

/// The labels.
pub(super) static WORDS: FrontWords = FrontWords {
    title: "How much help for how much money?",
    subtitle: "What all desks cost together, and the share of the need that finds help at a moment that suits",
    size: "The larger a point, the farther than average a group lives from a desk (gap)",
    cost: "cost a year, in euros",
    kept: "worth considering",
    needless: "needless",
    line: "most coverage for the money",
    other: "another norm or year: to be compared with each other only",
    means: "Needless: another scenario costs no more, helps no less and leaves no larger gap, and is better in one of the three",
    below: "A filled point below the line is worth considering for its smaller gap",
};

/// A sentence, or a label with a value in it.
pub(super) fn sentence(sentence: &FrontSentence) -> String {
    match *sentence {
        FrontSentence::Seen { kept, needless, others } => {
            let mut parts = vec!["Points: cost and coverage of each scenario".to_owned()];
            for (what, names) in [("Worth considering", kept), ("Needless", needless), ("With another norm or year", others)] {
                if !names.is_empty() {
                    parts.push(format!("{what}: {}", listed(names)));
                }
            }
            parts.join(". ")
        }
        FrontSentence::Unknown { names, more } => {
            let names = if more == 0 { listed(names) } else { format!("{} and {more} more", names.join(", ")) };
            format!("Not drawn, since their cost or coverage is unknown: {names}")
        }
        FrontSentence::Money(euros) => format!("available: {}", English.whole_euros(euros)),
        FrontSentence::MoneyElsewhere { money, is_less } => {
            format!("{} is available; all that stands here costs far {}", English.whole_euros(money), if is_less { "more" } else { "less" })
        }
        FrontSentence::Gap(metres) => format!("gap {}", English.distance(metres)),
        FrontSentence::Under { name, norm, year } => {
            let parts = [norm.map(|norm| format!("norm {}", English.length(norm))), year.map(|year| format!("residents of {year}"))];
            format!("{name} ({})", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
    }
}
