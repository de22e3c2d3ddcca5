//! The chart of cost, coverage and gap.

use super::Dutch;
use super::plan::listed;
use crate::text::{FrontSentence, FrontWords, Text};

/// The labels.
pub(super) static WORDS: FrontWords = FrontWords {
    title: "Hoeveel hulp voor hoeveel geld?",
    subtitle: "Wat alle informatiepunten samen kosten, en welk deel van de behoefte hulp vindt op een moment dat het past",
    size: "Hoe groter de stip, hoe verder dan gemiddeld een doelgroep van een informatiepunt woont (achterstand)",
    cost: "kosten per jaar, in euro",
    kept: "te overwegen",
    needless: "overbodig",
    line: "hoogste dekking voor het geld",
    other: "andere norm of ander jaar: alleen met elkaar te vergelijken",
    means: "Overbodig: een ander scenario kost niet meer, helpt niet minder en laat geen grotere achterstand, en is in een van de drie beter",
    below: "Een gevulde stip onder de lijn is te overwegen om de kleinere achterstand",
};

/// A sentence, or a label with a value in it.
pub(super) fn sentence(sentence: &FrontSentence) -> String {
    match *sentence {
        FrontSentence::Seen { kept, needless, others } => {
            let mut parts = vec!["Stippen: kosten en dekking per scenario".to_owned()];
            for (what, names) in [("Te overwegen", kept), ("Overbodig", needless), ("Met een andere norm of een ander jaar", others)] {
                if !names.is_empty() {
                    parts.push(format!("{what}: {}", listed(names)));
                }
            }
            parts.join(". ")
        }
        FrontSentence::Unknown { names, more } => {
            let names = if more == 0 { listed(names) } else { format!("{} en nog {more}", names.join(", ")) };
            format!("Niet getekend, want de kosten of de dekking zijn niet bekend: {names}")
        }
        FrontSentence::Money(euros) => format!("beschikbaar: {}", Dutch.whole_euros(euros)),
        FrontSentence::MoneyElsewhere { money, is_less } => {
            format!(
                "Beschikbaar is {}; alles wat hier staat, kost veel {}",
                Dutch.whole_euros(money),
                if is_less { "meer" } else { "minder" }
            )
        }
        FrontSentence::Gap(metres) => format!("achterstand {}", Dutch.distance(metres)),
        FrontSentence::Under { name, norm, year } => {
            let parts = [norm.map(|norm| format!("norm {}", Dutch.length(norm))), year.map(|year| format!("inwoners van {year}"))];
            format!("{name} ({})", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
    }
}
