//! What `bereik border` shows: tables and layers, a map, a chart, findings in words, and a page for the agreement of each library.

mod agreement;
mod chart;
mod effect;
mod findings;
mod flows;
mod json;
mod lines;
mod map;
mod names;
mod orphans;
mod page;
mod places;
mod shares;
mod styles;

use super::table::Table;
use crate::budget::SharedCost;
use crate::measure::border::{BorderArea, BorderEffect, Cases, FlowBalance, Flows, LibraryUse, Orphan, OrphanOption, SharedPlace};
use crate::model::{Region, Study};
use crate::text::Text;
use crate::units::{Euros, Hours};

pub use agreement::agreements;
pub use chart::chart;
pub use findings::{findings, without};
pub use json::json;
pub use map::map;
pub(super) use names::name as territory_name;
pub use page::page;
pub use styles::styles;

/// Everything that is computed of borders.
#[derive(Debug, Clone)]
pub struct Borders {
    /// Nearest desks by side.
    pub cases: Cases,
    /// Who uses whose desk, on each basis.
    pub flows: Vec<Flows>,
    /// What goes out of each municipality and comes in, on each basis.
    pub balances: Vec<FlowBalance>,
    /// What borders cost.
    pub effects: Vec<BorderEffect>,
    /// Where they hurt.
    pub areas: Vec<BorderArea>,
    /// Where one desk would serve two municipalities.
    pub shared: Vec<SharedPlace>,
    /// Municipalities without a library or a desk.
    pub orphaned: Vec<Orphan>,
    /// What they could do, with the price.
    pub orphans: Vec<PricedOption>,
    /// What each municipality has of each library's desks.
    pub uses: Vec<LibraryUse>,
    /// Costs shared by every key.
    pub shares: Vec<SharedCost>,
}

/// A site that could serve a municipality, with what it costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PricedOption {
    /// The municipality, by index.
    pub municipality: usize,
    /// The site and whom it would serve.
    pub option: OrphanOption,
    /// Hours a week of the desk; `None` when nothing is known of any desk.
    pub hours: Option<Hours>,
    /// Whether these hours are those of a typical desk, because nothing is known of this one.
    pub assumed: bool,
    /// Its yearly cost with these hours; `None` when that is unknown.
    pub cost: Option<Euros>,
    /// The municipality's grant.
    pub grant: Euros,
    /// The hours a week that the grant would pay there.
    pub bought: Option<Hours>,
}

impl PricedOption {
    /// Residents within the norm for a thousand euros a year.
    #[must_use]
    pub fn residents_for_a_thousand(&self) -> Option<f64> {
        let cost = self.cost.filter(|cost| *cost > Euros::ZERO)?;
        Some(self.option.residents / (cost.as_f64() / 1000.0))
    }
}

/// Every table and layer.
#[must_use]
pub fn tables<'a>(region: &'a Region, study: &'a Study, borders: &'a Borders, text: &dyn Text) -> Vec<Table<'a>> {
    vec![
        flows::flows(region, &borders.flows, text),
        flows::balances(region, &borders.balances, text),
        flows::users(region, &borders.flows, text),
        effect::effects(region, study, &borders.effects, text),
        places::places(region, study, borders, text),
        orphans::orphans(region, borders, text),
        shares::shares(region, &borders.shares, text),
        lines::lines(region, borders, text),
    ]
}

/// Decimals of persons, metres, shares and amounts in tables.
const PERSONS: u8 = 1;
const METRES: u8 = 1;
const SHARE: u8 = 4;
const CENTS: u8 = 2;
const OF_HOURS: u8 = 2;
