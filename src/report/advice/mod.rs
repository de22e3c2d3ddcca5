//! The advice of `bereik report`: what was computed, as a document that opens with the answer.

mod account;
mod assumptions;
mod borders;
mod deeds;
mod findings;
mod forgotten;
mod live;
mod method;
mod municipality;
mod opening;
mod plan;
mod reasons;
mod scenarios;
mod tables;

use super::border::Borders;
use super::compare::{Comparison, Measured};
use super::document::{Document, DocumentWords, Section};
use super::manifest::Manifest;
use super::plan::Planning;
use crate::budget::SharedCost;
use crate::compare::Outcome;
use crate::load::Loaded;
use crate::model::{Lang, NONE, Study};
use crate::text::{self, Text};

/// Everything an advice is made from.
#[derive(Debug, Clone, Copy)]
pub struct Advice<'a> {
    /// The region, and what was found in its files.
    pub loaded: &'a Loaded,
    /// The study.
    pub study: &'a Study,
    /// Today and the scenarios.
    pub comparison: &'a Comparison,
    /// Borders and shared costs.
    pub borders: &'a Borders,
    /// The costs of the desks of the advised scenario, shared by every key; empty where none is.
    pub shares_then: &'a [SharedCost],
    /// The plan of the first scenario that asks for one.
    pub planning: Option<&'a Planning>,
    /// What it was made from.
    pub manifest: &'a Manifest,
}

impl Advice<'_> {
    fn text(&self) -> &'static dyn Text {
        text::of(self.study.language)
    }

    /// The scenario that is advised.
    fn advised(&self) -> Option<&Measured> {
        self.comparison.advised().map(|place| &self.comparison.scenarios[place])
    }

    /// Whether opening hours are known.
    fn has_hours(&self) -> bool {
        self.comparison.today.headline.moment.is_some()
    }
}

/// The document: the answer on one page, the scenarios, a page for each municipality, borders and shared costs, the plan, the method, the data
/// and what it was made from. Chapters about which there is nothing to say are left out.
#[must_use]
pub fn document(advice: &Advice) -> Document {
    let text = advice.text();
    let words = text.advice();
    let [contents, skip, scroll] = words.around;
    let mut sections = vec![opening::opening(advice)];
    sections.extend(scenarios::scenarios(advice));
    sections.extend(municipality::municipalities(advice));
    sections.push(borders::borders(advice));
    sections.extend(plan::plan(advice));
    sections.push(method::method(advice));
    sections.extend(account::account(advice));
    Document {
        language: match advice.study.language {
            Lang::Nl => "nl".to_owned(),
            Lang::En => "en".to_owned(),
        },
        title: advice.study.title.clone(),
        subtitle: words.subtitle.to_owned(),
        colophon: format!("{} · Bereik {}", advice.study.title, advice.manifest.bereik),
        sections,
        words: DocumentWords { contents, skip, scroll },
    }
}

/// Residents for whom each site is the nearest, those of the surroundings included, by site.
fn nearest_residents(outcome: &Outcome) -> Vec<f64> {
    let region = &outcome.situation.region;
    let mut sums = vec![0.0; region.sites.len()];
    for (site, residents) in outcome.nearest.iter().zip(region.cells.residents()).filter(|(site, _)| **site != NONE) {
        sums[*site as usize] += residents;
    }
    sums
}

/// A chapter that begins on a page of its own.
fn chapter(id: &str, title: &str) -> Section {
    Section { id: id.to_owned(), title: title.to_owned(), level: 1, new_page: true, blocks: Vec::new() }
}

/// Fewer people than this are nobody.
const SOMEONE: f64 = 0.5;
