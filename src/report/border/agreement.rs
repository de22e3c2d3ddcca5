//! The page for the agreement between a library and its municipalities: Markdown, ready to paste.

use std::fmt::Write;

use super::Borders;
use crate::budget::{Budget, SharedCost, Source};
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
        let rows = self.used.members.iter().zip(of(CostKey::Residents)).zip(of(CostKey::Need)).map(|((member, residents), need)| {
            let grant = self.budget.grant_to(self.used.library, &self.region.municipalities[*member].code);
            vec![self.municipality(*member), self.text.whole(*residents), self.text.whole(*need), self.euros(grant)]
        });
        push_table(page, 1, &[words.municipality, words.residents, words.need_column, words.grant], rows);
        self.estimates(page);
        if !self.used.left_out.is_empty() {
            let names: Vec<String> = self.used.left_out.iter().map(|index| self.municipality(*index)).collect();
            let _ = write!(page, "\n{}: {}.\n", words.left_out, names.join(", "));
        }
    }

    /// How many of these grants are no amounts of the regulation.
    fn estimates(&self, page: &mut String) {
        let code = |member: &usize| &self.region.municipalities[*member].code;
        let sources = self.used.members.iter().filter_map(|member| self.budget.grants.iter().find(|grant| grant.code == *code(member)));
        let sources: Vec<Source> = sources.map(|grant| grant.source).filter(|source| *source != Source::Annex).collect();
        let partial = sources.iter().filter(|source| **source == Source::Partial).count();
        for (number, sentence) in [(sources.len(), self.text.words().grants_estimated), (partial, self.text.words().grants_partial)] {
            if number > 0 {
                let _ = write!(page, "\n{sentence}: {number}.\n");
            }
        }
    }

    fn euros(&self, amount: Option<Euros>) -> String {
        amount.map_or(self.words.not_known.to_owned(), |amount| self.text.euros(amount))
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
                self.euros(cost),
            ]
        });
        push_table(page, 3, &[words.desk, words.municipality, words.hours, words.hours_a_week, words.cost], rows);
    }

    fn served(&self, page: &mut String) {
        let words = self.words;
        let _ = write!(page, "\n## {}\n\n{}\n\n", words.served, words.served_note);
        let names: Vec<String> = self.used.members.iter().map(|member| self.municipality(*member)).collect();
        let mut headings = vec![words.desk];
        headings.extend(names.iter().map(String::as_str));
        let row = |name: &str, needs: &[f64]| {
            let mut row = vec![name.to_owned()];
            row.extend(needs.iter().map(|need| self.text.whole(*need)));
            row
        };
        let expected = place(CostKey::ExpectedUse);
        let mut rows: Vec<Vec<String>> =
            self.used.desks.iter().map(|(site, weights)| row(&cell(&self.region.sites[*site].name), &weights[expected])).collect();
        rows.push(row(words.elsewhere, &self.used.elsewhere));
        rows.push(row(words.unreached, &self.used.unreached));
        rows.push(row(words.together, &self.used.whole[place(CostKey::Need)]));
        push_table(page, 1, &headings, rows.into_iter());
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
                let amounts = [chosen.amount(share), Some(share.grant), chosen.left(share)].map(|amount| self.euros(amount));
                [vec![self.municipality(share.municipality), self.text.percent(share.part)], amounts.to_vec()].concat()
            })
            .collect();
        let grants: Euros = chosen.shares.iter().map(|share| share.grant).sum();
        let left = chosen.known().filter(|_| chosen.unknown == 0).map(|cost| grants - cost);
        let amounts = [chosen.known(), Some(grants), left].map(|amount| self.euros(amount));
        rows.push([vec![words.together.to_owned(), self.text.percent(1.0)], amounts.to_vec()].concat());
        push_table(page, 1, &[words.municipality, words.share, words.amount, words.grant, words.left], rows.into_iter());
        if chosen.unknown > 0 {
            let _ = write!(page, "\n{}: {}.\n", words.unknown, chosen.unknown);
        }
        let _ = write!(page, "\n{}\n\n", words.other_keys);
        let keys: Vec<&SharedCost> = CostKey::ALL.into_iter().filter_map(|key| self.shared(None, key)).collect();
        let mut headings = vec![words.municipality];
        headings.extend(keys.iter().map(|shared| words.keys[place(shared.key)]));
        let rows = self.used.members.iter().enumerate().map(|(member, index)| {
            let mut row = vec![self.municipality(*index)];
            // While no cost is known the parts are.
            let share = |shared: &&SharedCost| {
                let share = &shared.shares[member];
                shared.amount(share).map_or_else(|| self.text.percent(share.part), |amount| self.text.euros(amount))
            };
            row.extend(keys.iter().map(share));
            row
        });
        push_table(page, 1, &headings, rows);
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

/// A table: the first columns, of words, to the left, the others to the right.
fn push_table(page: &mut String, words: usize, headings: &[&str], rows: impl Iterator<Item = Vec<String>>) {
    let _ = writeln!(page, "| {} |", headings.join(" | "));
    let rules: Vec<&str> = (0..headings.len()).map(|column| if column < words { "---" } else { "--:" }).collect();
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
