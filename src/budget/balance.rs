//! The budget: grants into pools, desks out of them, and what is left.

use super::payer::Payers;
use super::{Cost, Desk, MunicipalityMoney, Payer, Serves, Settlement, Source, grant, settle, yearly_cost};
use crate::model::Money;
use crate::units::{Euros, Hours, largest_remainder};

/// The part of a municipality's money that goes to one pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The pool, by index in [`Budget::pools`].
    pub pool: usize,
    /// Grant money.
    pub grant: Euros,
    /// Own contribution.
    pub own: Euros,
}

/// The money of a municipality for a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Grant {
    /// The municipality, by index in the list that [`budget`] got.
    pub municipality: usize,
    /// `GM` and four digits.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Inhabitants.
    pub inhabitants: f64,
    /// Inhabitants of 15 to 75 with at most vmbo, where known.
    pub low_educated: Option<f64>,
    /// The grant, after the cut.
    pub amount: Euros,
    /// Where the amount comes from.
    pub source: Source,
    /// Its own contribution: never cut.
    pub own: Euros,
    /// Where the money goes, by pool; more than one when several libraries serve it. Adds up to `amount` and `own`.
    pub parts: Vec<Part>,
}

/// What a desk costs, and who pays.
#[derive(Debug, Clone, PartialEq)]
pub struct DeskCost {
    /// Its site, by index in [`crate::model::Region::sites`].
    pub site: usize,
    /// The id of its site.
    pub id: String,
    /// The pool that pays, by index in [`Budget::pools`]. `None` when nobody in this budget does: the desk has no library, and its
    /// municipality is unknown or has several.
    pub pool: Option<usize>,
    /// Hours a week; `None` when unknown.
    pub hours: Option<Hours>,
    /// The cost by kind.
    pub cost: Cost,
}

/// The money of one pool for a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// Whose pool it is.
    pub payer: Payer,
    /// The name of the library or municipality; empty for the study.
    pub name: String,
    /// Grants of its municipalities.
    pub grants: Euros,
    /// Own contributions.
    pub own: Euros,
    /// Set apart for promotion: a part of the grants.
    pub promotion: Euros,
    /// Set apart for directing the network: a part of the grants.
    pub direction: Euros,
    /// What there is for desks: grants + own − promotion − direction. Negative when more is set apart than there is.
    pub available: Euros,
    /// Yearly cost of its desks as far as it is known, one-off costs included.
    pub desks: Euros,
    /// The part of `desks` that is one-off cost of new desks.
    pub one_off: Euros,
    /// What is left of `available` after `desks`, and where it goes. An upper bound while `unknown` or `unpriced` has desks.
    pub settlement: Settlement,
    /// Desks of which the cost is unknown, by id. They are not in `desks`.
    pub unknown: Vec<String>,
    /// Desks without a fixed cost, by id: neither the site nor the study gives one.
    pub unpriced: Vec<String>,
}

/// The budget of a year. Every amount is in whole cents and every sum exact: the pools hold together what the municipalities have.
#[derive(Debug, Clone, PartialEq)]
pub struct Budget {
    /// The municipalities, by code.
    pub grants: Vec<Grant>,
    /// The pools: libraries by name, then municipalities by code.
    pub pools: Vec<Balance>,
    /// The desks, by id.
    pub desks: Vec<DeskCost>,
}

impl Balance {
    /// How much its desks cost more than there is for them; nothing when they do not.
    #[must_use]
    pub fn short(&self) -> Euros {
        (self.desks - self.available).max(Euros::ZERO)
    }
}

impl Budget {
    /// The grant of a municipality as far as it goes to a library: the part in the library's pool where it has one, else all of it; `None` for
    /// a municipality that has no grant here. O(municipalities + pools).
    #[must_use]
    pub fn grant_to(&self, library: usize, code: &str) -> Option<Euros> {
        self.money_to(library, code).map(|(grant, _)| grant)
    }

    /// The grant and the own contribution of a municipality as far as they go to a library, in the same way.
    #[must_use]
    pub fn money_to(&self, library: usize, code: &str) -> Option<(Euros, Euros)> {
        let grant = self.grants.iter().find(|grant| grant.code == code)?;
        let Some(pool) = self.pools.iter().position(|pool| pool.payer == Payer::Library(library)) else {
            return Some((grant.amount, grant.own));
        };
        let parts = || grant.parts.iter().filter(|part| part.pool == pool);
        Some((parts().map(|part| part.grant).sum(), parts().map(|part| part.own).sum()))
    }
}

/// The budget of these municipalities, libraries and desks (method §9).
///
/// The money of a municipality that several libraries serve is divided equally among them, the odd cents to the first by name; pass all
/// municipalities of a library, or its pool lacks their grants. A desk is paid by the pool of its library, else by the only pool of its
/// municipality, else by none ([`DeskCost::pool`]); the pool of the study pays every desk it is given. Promotion and direction are parts of
/// a pool's grants, each rounded to the cent. O(pools × (municipalities + desks)).
///
/// # Panics
/// When an index of a municipality or library is not in the lists: a fault of the caller, not of the data.
#[must_use]
pub fn budget(money: &Money, municipalities: &[MunicipalityMoney], libraries: &[Serves], desks: &[Desk]) -> Budget {
    let payers = Payers::new(money.pool, municipalities, libraries, desks);
    let mut grants: Vec<Grant> =
        municipalities.iter().enumerate().map(|(index, one)| divided(money, index, one, &payers.of_municipality[index])).collect();
    grants.sort_by(|a, b| a.code.cmp(&b.code));
    let mut costs: Vec<DeskCost> = desks.iter().map(|desk| desk_cost(money, desk, payers.of_desk(desk))).collect();
    costs.sort_by(|a, b| a.id.cmp(&b.id).then(a.site.cmp(&b.site)));
    let pools = payers.list.into_iter().enumerate().map(|(pool, payer)| balance(money, pool, payer, &grants, &costs)).collect();
    Budget { grants, pools, desks: costs }
}

/// The money of a municipality, divided equally over its pools.
fn divided(money: &Money, index: usize, municipality: &MunicipalityMoney, pools: &[usize]) -> Grant {
    let (amount, source) = grant(money, municipality);
    let equally = vec![1.0; pools.len()];
    let shares = largest_remainder(amount, &equally).into_iter().zip(largest_remainder(municipality.own, &equally));
    Grant {
        municipality: index,
        code: municipality.code.clone(),
        name: municipality.name.clone(),
        inhabitants: municipality.inhabitants,
        low_educated: municipality.low_educated,
        amount,
        source,
        own: municipality.own,
        parts: pools.iter().zip(shares).map(|(pool, (grant, own))| Part { pool: *pool, grant, own }).collect(),
    }
}

fn desk_cost(money: &Money, desk: &Desk, pool: Option<usize>) -> DeskCost {
    let cost = yearly_cost(money, desk.venue, desk.costs, desk.hours, desk.new);
    DeskCost { site: desk.site, id: desk.id.clone(), pool, hours: desk.hours, cost }
}

fn balance(money: &Money, pool: usize, (payer, name): (Payer, String), grants: &[Grant], desks: &[DeskCost]) -> Balance {
    let parts = || grants.iter().flat_map(|grant| &grant.parts).filter(|part| part.pool == pool);
    let paid = || desks.iter().filter(|desk| desk.pool == Some(pool));
    let ids = |which: fn(&Cost) -> bool| paid().filter(|desk| which(&desk.cost)).map(|desk| desk.id.clone()).collect();
    let received: Euros = parts().map(|part| part.grant).sum();
    let own: Euros = parts().map(|part| part.own).sum();
    let (promotion, direction) = (received.share(money.promotion), received.share(money.direction));
    let known = || paid().filter_map(|desk| Some((desk.cost.total()?, desk.cost.one_off)));
    let cost: Euros = known().map(|(total, _)| total).sum();
    Balance {
        payer,
        name,
        grants: received,
        own,
        promotion,
        direction,
        available: received + own - promotion - direction,
        desks: cost,
        one_off: known().map(|(_, one_off)| one_off).sum(),
        settlement: settle(received, own, promotion + direction + cost),
        unknown: ids(|cost| cost.total().is_none()),
        unpriced: ids(|cost| cost.unpriced),
    }
}
