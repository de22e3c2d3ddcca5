//! The table of costs shared over municipalities.

use super::{CENTS, PERSONS, SHARE};
use crate::budget::{CostShare, SharedCost};
use crate::model::Region;
use crate::report::columns::Columns;
use crate::report::table::{Shapes, Table};
use crate::text::Text;
use crate::units::Euros;

/// One row a library, desk (or all together), key and municipality. Amounts of one key add up to the cost; what is not known is empty.
pub(super) fn shares(region: &Region, shared: &[SharedCost], text: &dyn Text) -> Table<'static> {
    let rows: Vec<(&SharedCost, &CostShare)> = shared.iter().flat_map(|cost| cost.shares.iter().map(move |share| (cost, share))).collect();
    Columns::of(&rows)
        .text("library", |(cost, _)| region.libraries[cost.library].name.clone())
        .text("desk", |(cost, _)| cost.site.map_or("all".to_owned(), |site| region.sites[site].id.clone()))
        .maybe("cost", CENTS, |(cost, _)| cost.known().map(Euros::as_f64))
        .number("desks_of_unknown_cost", 0, |(cost, _)| f64::from(u32::try_from(cost.unknown).unwrap_or(u32::MAX)))
        .text("key", |(cost, _)| cost.key.name().to_owned())
        .text("municipality", |(_, share)| region.municipalities[share.municipality].code.clone())
        .text("name", |(_, share)| region.municipalities[share.municipality].name.clone())
        .number("weight", PERSONS, |(_, share)| share.weight)
        .number("share", SHARE, |(_, share)| share.part)
        .maybe("amount", CENTS, |(cost, share)| cost.amount(share).map(Euros::as_f64))
        .maybe("grant", CENTS, |(cost, share)| cost.site.is_none().then(|| share.grant.as_f64()))
        .maybe("left_of_grant", CENTS, |(cost, share)| cost.left(share).filter(|_| cost.site.is_none()).map(Euros::as_f64))
        .table("shares", text.border().shares_title, Shapes::Nothing)
}
