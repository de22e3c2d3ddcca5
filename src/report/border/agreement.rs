//! The page for the agreement between a library and its municipalities: Markdown, ready to paste.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Borders;
use crate::budget::{Budget, SharedCost};
use crate::load::slug;
use crate::measure::border::LibraryUse;
use crate::model::{CostKey, Region, Study};
use crate::text::{AgreementWords, Text};
use crate::units::Euros;

/// The page of each library that serves municipalities of the study: the name of its file, and its text.
#[must_use]
pub fn agreements(
    region: &Region,
    study: &Study,
    borders: &Borders,
    budget: &Budget,
    key: CostKey,
    text: &dyn Text,
) -> Vec<(String, String)> {
    let page = |used: &LibraryUse| {
        let name = format!("agreement-{}", slug(&region.libraries[used.library].name));
        (name, Page { region, study, borders, budget, used, key, text, words: text.agreement() }.write())
    };
    borders.uses.iter().map(page).collect()
}

struct Page<'a> {
    region: &'a Region,
    study: &'a Study,
    borders: &'a Borders,
    budget: &'a Budget,
    used: &'a LibraryUse,
    key: CostKey,
    text: &'a dyn Text,
    words: &'static AgreementWords,
}

impl Page<'_> {
    fn write(&self) -> String {
        let words = self.words;
        let library = &self.region.libraries[self.used.library].name;
        let mut page = format!("# {}: {library}\n\n{}\n", words.title, words.about);
        self.parties(&mut page, library);
        self.desks(&mut page);
        if !self.used.desks.is_empty() {
            self.served(&mut page);
            self.shares(&mut page);
        }
        let _ = write!(page, "\n## {}\n\n", words.check);
        words.checks.iter().enumerate().for_each(|(place, check)| _ = writeln!(page, "{}. {check}", place + 1));
        self.basis(&mut page);
        page
    }

    fn municipality(&self, index: usize) -> String {
        cell(&self.region.municipalities[index].name)
    }

    fn parties(&self, page: &mut String, library: &str) {
        let words = self.words;
        let _ = write!(page, "\n## {}\n\n{}: {library}\n\n", words.parties, words.library);
        let of = |key: CostKey| &self.used.whole[place(key)];
        let grants: BTreeMap<usize, Euros> = self
            .shared(None, self.key)
            .map_or_else(BTreeMap::new, |shared| shared.shares.iter().map(|share| (share.municipality, share.grant)).collect());
        let rows = self.used.members.iter().zip(of(CostKey::Residents)).zip(of(CostKey::Need)).map(|((member, residents), need)| {
            let grant = grants.get(member).map_or(words.not_known.to_owned(), |grant| self.text.euros(*grant));
            vec![self.municipality(*member), self.text.whole(*residents), self.text.whole(*need), grant]
        });
        push_table(page, &[words.municipality, words.residents, words.need_column, words.grant], rows);
        if !self.used.left_out.is_empty() {
            let names: Vec<String> = self.used.left_out.iter().map(|index| self.municipality(*index)).collect();
            let _ = write!(page, "\n{}: {}.\n", words.left_out, names.join(", "));
        }
    }

    fn desks(&self, page: &mut String) {
        let words = self.words;
        let _ = write!(page, "\n## {}\n\n", words.desks);
        if self.used.desks.is_empty() {
            let _ = writeln!(page, "{}", words.no_desks);
            return;
        }
        let rows = self.used.desks.iter().map(|(index, _)| {
            let site = &self.region.sites[*index];
            let opening = site.hours.opening();
            let cost = self.budget.desks.iter().find(|desk| desk.site == *index).and_then(|desk| desk.cost.total());
            vec![
                cell(&site.name),
                site.municipality.map_or(String::new(), |index| self.municipality(index)),
                opening.map_or(words.not_known.to_owned(), |opening| cell(&self.text.opening(opening))),
                opening.map_or(words.not_known.to_owned(), |opening| self.text.decimals(opening.hours().get(), 1)),
                cost.map_or(words.not_known.to_owned(), |cost| self.text.euros(cost)),
            ]
        });
        push_table(page, &[words.desk, words.municipality, words.hours, words.hours_a_week, words.cost], rows);
    }

    fn served(&self, page: &mut String) {
        let words = self.words;
        let _ = write!(page, "\n## {}\n\n{}\n\n", words.served, words.served_note);
        let names: Vec<String> = self.used.members.iter().map(|member| self.municipality(*member)).collect();
        let mut headings = vec![words.desk];
        headings.extend(names.iter().map(String::as_str));
        let row = |name: String, weights: &[Vec<f64>; 5]| {
            let mut row = vec![name];
            row.extend(weights[place(CostKey::ExpectedUse)].iter().map(|weight| self.text.whole(*weight)));
            row
        };
        let mut rows: Vec<Vec<String>> =
            self.used.desks.iter().map(|(site, weights)| row(cell(&self.region.sites[*site].name), weights)).collect();
        rows.push(row(words.together.to_owned(), &self.used.whole));
        push_table(page, &headings, rows.into_iter());
        if self.used.others.round() > 0.0 {
            let _ = write!(page, "\n{}: {}.\n", capital(words.others), self.text.whole(self.used.others));
        }
    }

    fn shares(&self, page: &mut String) {
        let words = self.words;
        let Some(chosen) = self.shared(None, self.key) else { return };
        let _ = write!(page, "\n## {}\n\n{}: **{}**.\n\n", words.shares, words.key, words.keys[place(self.key)]);
        let mut rows: Vec<Vec<String>> = chosen
            .shares
            .iter()
            .map(|share| {
                let amounts = [share.amount, share.grant, share.left()].map(|amount| self.text.euros(amount));
                [vec![self.municipality(share.municipality), self.text.percent(share.part)], amounts.to_vec()].concat()
            })
            .collect();
        let grants: Euros = chosen.shares.iter().map(|share| share.grant).sum();
        let amounts = [chosen.cost, grants, grants - chosen.cost].map(|amount| self.text.euros(amount));
        rows.push([vec![words.together.to_owned(), self.text.percent(1.0)], amounts.to_vec()].concat());
        push_table(page, &[words.municipality, words.share, words.amount, words.grant, words.left], rows.into_iter());
        if chosen.unknown > 0 {
            let _ = write!(page, "\n{}: {}.\n", words.unknown, chosen.unknown);
        }
        let _ = write!(page, "\n{}\n\n", words.other_keys);
        let keys: Vec<&SharedCost> = CostKey::ALL.into_iter().filter_map(|key| self.shared(None, key)).collect();
        let mut headings = vec![words.municipality];
        headings.extend(keys.iter().map(|shared| words.keys[place(shared.key)]));
        let rows = self.used.members.iter().enumerate().map(|(member, index)| {
            let mut row = vec![self.municipality(*index)];
            row.extend(keys.iter().map(|shared| self.text.euros(shared.shares[member].amount)));
            row
        });
        push_table(page, &headings, rows);
    }

    fn basis(&self, page: &mut String) {
        let words = self.words;
        let mut weights = vec![format!("{} {}", self.text.group(&crate::model::Group::All), self.text.decimals(self.study.need.all, 1))];
        let surcharges = self.study.need.surcharges.iter().filter(|(_, weight)| **weight > 0.0);
        weights.extend(surcharges.map(|(group, weight)| format!("{} +{}", self.text.group(group), self.text.decimals(*weight, 1))));
        let _ = write!(page, "\n## {}\n\n", words.basis);
        let _ = writeln!(page, "- {}: {}", words.study, self.study.title);
        let _ = writeln!(page, "- {}: {}", words.norm, self.text.length(self.study.reach.norm));
        let _ = writeln!(page, "- {}: {}", words.need, weights.join(", "));
        let _ = writeln!(page, "- Bereik {}", env!("CARGO_PKG_VERSION"));
    }

    fn shared(&self, site: Option<usize>, key: CostKey) -> Option<&SharedCost> {
        self.borders.shares.iter().find(|shared| shared.library == self.used.library && shared.site == site && shared.key == key)
    }
}

/// The place of a key in lists of all.
fn place(key: CostKey) -> usize {
    CostKey::ALL.iter().position(|known| *known == key).unwrap_or(0)
}

/// A table: the first column to the left, the others to the right.
fn push_table(page: &mut String, headings: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    let _ = writeln!(page, "| {} |", headings.join(" | "));
    let rules: Vec<&str> = (0..headings.len()).map(|column| if column == 0 { "---" } else { "--:" }).collect();
    let _ = writeln!(page, "| {} |", rules.join(" | "));
    rows.for_each(|row| _ = writeln!(page, "| {} |", row.join(" | ")));
}

/// A name in a cell: what would end the cell or the row is escaped.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(['\n', '\r'], " ")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
