//! Countries: as files write them, which one is at home, and what lies across its border.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Cells, NONE, Site};
use crate::spatial::Joined;

/// Names that files use, folded, and their codes (ISO 3166-1).
const NAMES: [(&str, &str); 16] = [
    ("nederland", "NL"),
    ("netherlands", "NL"),
    ("the netherlands", "NL"),
    ("belgië", "BE"),
    ("belgie", "BE"),
    ("belgique", "BE"),
    ("belgium", "BE"),
    ("duitsland", "DE"),
    ("deutschland", "DE"),
    ("germany", "DE"),
    ("luxemburg", "LU"),
    ("luxembourg", "LU"),
    ("frankrijk", "FR"),
    ("france", "FR"),
    ("nld", "NL"),
    ("bel", "BE"),
];

/// The code of a country in capitals; what is no name that is known stays as it is written. Empty for an empty cell.
fn code(text: &str) -> String {
    let text = text.trim();
    let folded = text.to_lowercase();
    match NAMES.iter().find(|(name, _)| *name == folded) {
        Some((_, code)) => (*code).to_owned(),
        None if text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_alphabetic()) => text.to_ascii_uppercase(),
        None => text.to_owned(),
    }
}

/// The countries that rows name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Countries {
    /// Their codes, sorted.
    codes: Vec<String>,
    /// The one of each row, by index in `codes`; [`NONE`] where it names none. Empty without a column for it.
    of: Vec<u32>,
}

impl Countries {
    /// From what rows write. O(rows · log of the different texts), which are few.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut written: BTreeMap<&str, String> = BTreeMap::new();
        texts.clone().for_each(|text| _ = written.entry(text).or_insert_with(|| code(text)));
        let codes: BTreeSet<&String> = written.values().filter(|code| !code.is_empty()).collect();
        let codes: Vec<String> = codes.into_iter().cloned().collect();
        let places: BTreeMap<&str, u32> = written.iter().map(|(text, code)| (*text, place(&codes, code))).collect();
        Self { of: texts.map(|text| places[text]).collect(), codes }
    }

    /// Those of some of the rows.
    pub fn pick(&self, rows: &[u32]) -> Self {
        let of = if self.of.is_empty() { Vec::new() } else { rows.iter().map(|row| self.of[*row as usize]).collect() };
        Self { codes: self.codes.clone(), of }
    }

    /// The country at home: the one that most rows in a municipality name.
    pub fn home(&self, joined: &[Joined]) -> Option<String> {
        let mut rows = vec![0usize; self.codes.len()];
        let inside = self.of.iter().zip(joined).filter(|(_, joined)| matches!(joined, Joined::In(_)));
        inside.for_each(|(country, _)| rows.get_mut(*country as usize).into_iter().for_each(|rows| *rows += 1));
        let most = (0..rows.len()).rev().max_by_key(|country| rows[*country]).filter(|country| rows[*country] > 0)?;
        Some(self.codes[most].clone())
    }

    /// Takes rows that lie across the national border out of the municipality that they are only near.
    pub fn leave(&self, joined: &mut [Joined], home: Option<&String>) {
        let home = home.map_or(NONE, |home| place(&self.codes, home));
        for (joined, country) in joined.iter_mut().zip(&self.of) {
            if matches!(joined, Joined::Near(_)) && *country != NONE && *country != home {
                *joined = Joined::Outside;
            }
        }
    }

    /// The codes of the rows, by their place in a longer list of codes; [`NONE`] where it lacks them.
    fn by_place(&self, codes: &[String]) -> Vec<u32> {
        let places: Vec<u32> = self.codes.iter().map(|code| place(codes, code)).collect();
        self.of.iter().map(|country| places.get(*country as usize).copied().unwrap_or(NONE)).collect()
    }
}

/// The countries that the rows of a file name, and the one at home, where it is known.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// What rows name.
    pub countries: Countries,
    /// The code of the country at home.
    pub home: Option<String>,
}

/// Points cells and sites to the countries across the border; returns their codes, sorted.
pub(super) fn across(by_cells: &Named, by_sites: &Named, cells: &mut Cells, sites: &mut [Site]) -> Vec<String> {
    let is_home = |code: &String| [by_cells, by_sites].iter().any(|named| named.home.as_ref() == Some(code));
    let all: BTreeSet<&String> = by_cells.countries.codes.iter().chain(&by_sites.countries.codes).filter(|code| !is_home(code)).collect();
    let codes: Vec<String> = all.into_iter().cloned().collect();
    cells.country = by_cells.countries.by_place(&codes);
    for (site, country) in sites.iter_mut().zip(by_sites.countries.by_place(&codes)) {
        site.country = (country != NONE).then_some(country as usize);
    }
    codes
}

fn place(codes: &[String], code: &String) -> u32 {
    codes.binary_search(code).ok().and_then(|place| u32::try_from(place).ok()).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_are_one() {
        for (written, code) in
            [("be", "BE"), (" België ", "BE"), ("Germany", "DE"), ("DE", "DE"), ("", ""), ("Aruba", "Aruba"), ("NLD", "NL")]
        {
            assert_eq!(super::code(written), code, "{written}");
        }
    }
    /// Three rows in a municipality say NL and one, on the border, BE: NL is at home, and the Belgian row near it is not of it.
    #[test]
    fn home_is_what_most_of_a_municipality_says() {
        let countries = Countries::of(["NL", "nl", "België", "Nederland", "BE", "", "NL"].into_iter());
        assert_eq!(
            (countries.codes.as_slice(), countries.of.as_slice()),
            (["BE", "NL"].map(str::to_owned).as_slice(), [1, 1, 0, 1, 0, NONE, 1].as_slice())
        );
        let mut joined = [Joined::In(0), Joined::In(0), Joined::In(0), Joined::In(0), Joined::Near(0), Joined::Near(0), Joined::Near(0)];
        let home = countries.home(&joined);
        assert_eq!(home.as_deref(), Some("NL"));
        countries.leave(&mut joined, home.as_ref());
        assert_eq!(joined[2..], [Joined::In(0), Joined::In(0), Joined::Outside, Joined::Near(0), Joined::Near(0)]);
        let by_sites = Named { countries: Countries::of(["DE"].into_iter()), home: home.clone() };
        let mut cells = Cells::default();
        assert_eq!(across(&Named { countries, home }, &by_sites, &mut cells, &mut []), ["BE", "DE"]);
        assert_eq!(cells.country, [NONE, NONE, 0, NONE, 0, NONE, NONE]);
        assert_eq!(Countries::default().home(&joined), None);
    }
}
