//! What money there is and what desks cost: grants (SPUK), pools, yearly costs, what is left. Arithmetic on amounts in whole cents; no
//! files, no clock, no printing.

mod balance;
mod desk;
mod grant;
mod payer;
mod settle;
mod sharing;
mod unit_cost;

#[cfg(test)]
mod tests;

pub use balance::{Balance, Budget, DeskCost, Grant, Part, budget};
pub use desk::{Cost, Desk, hours_for, yearly_cost};
pub use grant::{MunicipalityMoney, Source, grant};
pub use payer::{Payer, Serves};
pub use settle::{Settlement, settle};
pub use sharing::{CostShare, SharedCost, share_cost};
pub use unit_cost::{UnitCosts, unit_costs};
