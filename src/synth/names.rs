//! Invented names: they sound Dutch, and no place in the Netherlands bears them.

use std::collections::BTreeSet;

use super::dice::Dice;

const FIRST: [&str; 48] = [
    "Lis",
    "Otter",
    "Dotter",
    "Zilver",
    "Kikker",
    "Snoeks",
    "Libel",
    "Kwakel",
    "Kroos",
    "Lelie",
    "Nevel",
    "Spiegel",
    "Kiezel",
    "Fuut",
    "Kwikstaart",
    "Meerkoet",
    "Ruisvoorn",
    "Munt",
    "Dauw",
    "Schelp",
    "Zegge",
    "Vlinder",
    "Gors",
    "Parel",
    "Kalmoes",
    "Watermunt",
    "Zeelt",
    "Plompen",
    "Karekiet",
    "Roerdomp",
    "IJsvogel",
    "Krakeel",
    "Tureluur",
    "Grutto",
    "Zwaluw",
    "Lantaarn",
    "Kruier",
    "Veerman",
    "Mosterd",
    "Honing",
    "Kers",
    "Pluimen",
    "Mispel",
    "Goudvink",
    "Pimpel",
    "Klaproos",
    "Salamander",
    "Waterjuffer",
];
const SECOND: [&str; 24] = [
    "veen", "waard", "drecht", "hoven", "sluis", "zijl", "stede", "oord", "meent", "kerke", "rade", "donk", "wolde", "horn", "monde",
    "lande", "wier", "gaarde", "schans", "heem", "kreek", "ooie", "wetering", "tille",
];
const BEFORE: [&str; 8] = ["Nieuw-", "Oud-", "Groot-", "Klein-", "Noord-", "Zuid-", "Oost-", "West-"];
const AFTER: [&str; 4] = ["-aan-de-Slenk", "-Binnen", "-Buiten", "-over-de-Slenk"];
/// Names that the lists would make and that exist, or nearly.
const REAL: [&str; 4] = ["Kikkerveen", "Mosterdveen", "Zilverschans", "Honingheem"];
const HOUSES: [&str; 24] = [
    "De Zilverreiger",
    "Het Veerhuis",
    "De Dotter",
    "De Lantaarn",
    "Het Vlonder",
    "De Waterlelie",
    "De Otter",
    "De Zwanebloem",
    "Het Baken",
    "De Kwakel",
    "De Steiger",
    "De Ooievaar",
    "Het Kompas",
    "De Krekel",
    "De Wilgenroos",
    "De Klepel",
    "Het Anker",
    "De Libel",
    "De Meander",
    "De Rietpluim",
    "De Karekiet",
    "Het Kroos",
    "De Fuut",
    "De Kiezel",
];

/// A stock of names for one country; none is given twice.
pub(super) struct Names {
    stock: Vec<String>,
    used: BTreeSet<String>,
}

impl Names {
    /// The stock in random order; `region` itself is not given out.
    pub(super) fn new(mut dice: Dice, region: &str) -> Self {
        let plain = plain(&mut dice);
        let mut marked = Vec::new();
        for name in &plain {
            marked.extend(BEFORE.iter().map(|before| format!("{before}{name}")));
            marked.extend(AFTER.iter().map(|after| format!("{name}{after}")));
        }
        dice.shuffle(&mut marked);
        let mut twice: Vec<String> = Vec::new();
        for name in plain.iter().take(600) {
            twice.extend(BEFORE.iter().flat_map(|before| AFTER.iter().map(move |after| format!("{before}{name}{after}"))));
        }
        dice.shuffle(&mut twice);
        // Taken from the end: plain names with a marked one now and then, then marked ones, then those marked twice.
        let mut stock = twice;
        let spice = marked.split_off(marked.len().saturating_sub(plain.len() / 7));
        stock.append(&mut marked);
        let mut spice = spice.into_iter();
        for (index, name) in plain.into_iter().rev().enumerate() {
            if index % 7 == 3 {
                stock.extend(spice.next());
            }
            stock.push(name);
        }
        Self { stock, used: BTreeSet::from([region.to_owned()]) }
    }

    /// The next name of a place.
    pub(super) fn place(&mut self) -> String {
        while let Some(name) = self.stock.pop() {
            if self.used.insert(name.clone()) {
                return name;
            }
        }
        self.unique("Lisveen", "Buiten")
    }

    /// The next name without a hyphen while there are any: for a town, which also gives its name to a municipality.
    pub(super) fn town(&mut self) -> String {
        match self.stock.iter().rposition(|name| !name.contains('-')) {
            Some(plain) => {
                let name = self.stock.remove(plain);
                if self.used.insert(name.clone()) { name } else { self.place() }
            }
            None => self.place(),
        }
    }

    /// `wanted`, or with `more` behind it, or with a number: whatever has not been given yet.
    pub(super) fn unique(&mut self, wanted: &str, more: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 1;
        while !self.used.insert(name.clone()) {
            name = match number {
                1 if !more.is_empty() => format!("{wanted} {more}"),
                _ => format!("{wanted} {more} {number}").replace("  ", " "),
            };
            number += 1;
        }
        name
    }

    /// Names for the houses of a country, without regard to what was given.
    pub(super) fn house(dice: &mut Dice) -> &'static str {
        HOUSES.get(dice.below(HOUSES.len())).copied().unwrap_or("De Dotter")
    }

    /// A fresh book-keeping of what was given, for other things than places.
    pub(super) fn empty() -> Self {
        Self { stock: Vec::new(), used: BTreeSet::new() }
    }
}

/// Every name of two syllables that does not exist, in random order; any 24 in a row differ in both syllables, but for those left out.
fn plain(dice: &mut Dice) -> Vec<String> {
    let (mut first, mut second) = (FIRST, SECOND);
    dice.shuffle(&mut first);
    dice.shuffle(&mut second);
    let pair = |round: usize, index: usize| {
        let (first, second) = (first.get(index)?, second.get((index + round) % SECOND.len())?);
        Some(format!("{first}{second}")).filter(|name| !REAL.contains(&name.as_str()))
    };
    (0..SECOND.len()).flat_map(|round| (0..FIRST.len()).filter_map(move |index| pair(round, index))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::synth::dice::Topic;

    #[test]
    fn thirty_thousand_names_differ() {
        let mut names = Names::new(Dice::new(1, Topic::Names), "Waterstreek");
        let given: BTreeSet<String> = (0..30_000).map(|_| names.place()).collect();
        assert_eq!(given.len(), 30_000);
        assert!(!given.contains("Waterstreek"));
    }

    #[test]
    fn a_name_that_was_given_gets_more_and_then_a_number() {
        let mut names = Names::empty();
        let given: Vec<String> = (0..4).map(|_| names.unique("De Otter", "Lisveen")).collect();
        assert_eq!(given, ["De Otter", "De Otter Lisveen", "De Otter Lisveen 2", "De Otter Lisveen 3"]);
    }
}
