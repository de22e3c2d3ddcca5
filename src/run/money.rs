//! The budget of a region: what `budget` needs, out of the model.

use std::collections::BTreeMap;

use crate::budget::{self, Budget, Desk, MunicipalityMoney, Serves};
use crate::compare::JointPool;
use crate::measure;
use crate::model::{Count, Group, Region, Scope, Study};
use crate::plan::{PoolMoney, Purse};
use crate::units::{Euros, Hours, Share};

/// The group whose number is in the formula of the grant.
pub const LOW_EDUCATION: &str = "at most vmbo";

/// The budget of today's desks in the municipalities of the study, and the names in `money.own` that are no municipality of it.
///
/// Inhabitants are the official ones where the file of municipalities has them, else those of the cells. People of 15 to 75 with at most vmbo
/// are those of the group of that name, where the study spreads one; without it an estimate of the grant is partial.
#[must_use]
pub fn budget(region: &Region, study: &Study) -> (Budget, Vec<String>) {
    let accounts = Accounts::of(region, study, &region.cells.counts);
    (accounts.budget(region, study, &[]), accounts.unknown)
}

/// The budget of the open desks of a region of which some, by index of their site, are new: theirs are the one-off costs. `counts` are the
/// residents of its cells.
#[must_use]
pub(super) fn budget_with(region: &Region, study: &Study, counts: &[Count], new: &[usize]) -> Budget {
    Accounts::of(region, study, counts).budget(region, study, new)
}

/// The money of a plan: what each pool has, who pays at each site, and for each pool the part that each municipality of the study brings.
#[must_use]
pub(super) fn purse(region: &Region, study: &Study) -> (Purse, Vec<JointPool>) {
    let accounts = Accounts::of(region, study, &region.cells.counts);
    let sites = (0..region.sites.len()).filter(|site| region.site_scope[*site] == Scope::Study);
    let desks: Vec<Desk> = sites.map(|site| accounts.desk(region, site, None)).collect();
    let budget = budget::budget(&study.money, &accounts.municipalities, &accounts.libraries, &desks);
    let mut of_site = vec![None; region.sites.len()];
    budget.desks.iter().for_each(|desk| of_site[desk.site] = desk.pool);
    let pools = budget.pools.iter().map(|pool| PoolMoney { name: pool.name.clone(), available: pool.available }).collect();
    let joint = (0..budget.pools.len()).map(|pool| {
        let part = |grant: &budget::Grant| {
            let part = grant.parts.iter().find(|part| part.pool == pool)?;
            let set_apart = part.grant.share(study.money.promotion) + part.grant.share(study.money.direction);
            Some((accounts.members[grant.municipality], part.grant + part.own - set_apart))
        };
        JointPool { pool, members: budget.grants.iter().filter_map(part).collect() }
    });
    (Purse { pools, of_site }, joint.collect())
}

/// Who has money, numbered anew: the budget is that of the municipalities of the study.
struct Accounts {
    municipalities: Vec<MunicipalityMoney>,
    libraries: Vec<Serves>,
    /// The municipalities by their index in the region, and the other way round.
    members: Vec<usize>,
    place: BTreeMap<usize, usize>,
    unknown: Vec<String>,
}

impl Accounts {
    fn of(region: &Region, study: &Study, counts: &[Count]) -> Self {
        let members: Vec<usize> = (0..region.municipalities.len()).filter(|index| region.in_study[*index]).collect();
        let place: BTreeMap<usize, usize> = members.iter().enumerate().map(|(place, index)| (*index, place)).collect();
        let (own, unknown) = own(region, study, &place);
        let residents = sums(region, counts, &Group::All);
        let low = sums(region, counts, &Group::Count(LOW_EDUCATION.to_owned()));
        let municipalities = members
            .iter()
            .enumerate()
            .map(|(place, index)| {
                let municipality = &region.municipalities[*index];
                let counted = residents.as_ref().map_or(0.0, |sums| sums[*index]);
                MunicipalityMoney {
                    code: municipality.code.clone(),
                    name: municipality.name.clone(),
                    inhabitants: municipality.published.get(&Group::All).copied().unwrap_or(counted),
                    low_educated: low.as_ref().map(|sums| sums[*index]),
                    annex: region.grants.get(index).copied(),
                    own: own[place],
                }
            })
            .collect();
        let libraries = region
            .libraries
            .iter()
            .map(|library| Serves {
                name: library.name.clone(),
                municipalities: library.municipalities.iter().filter_map(|(index, _)| place.get(index).copied()).collect(),
            })
            .collect();
        Self { municipalities, libraries, members, place, unknown }
    }

    fn budget(&self, region: &Region, study: &Study, new: &[usize]) -> Budget {
        let desks: Vec<Desk> = measure::desks(region, Share::default())
            .into_iter()
            .filter(|desk| region.site_scope[desk.site] == Scope::Study)
            .map(|desk| Desk { new: new.contains(&desk.site), ..self.desk(region, desk.site, desk.hours()) })
            .collect();
        budget::budget(&study.money, &self.municipalities, &self.libraries, &desks)
    }

    /// A desk at a site, as it stands there today.
    fn desk(&self, region: &Region, site: usize, hours: Option<Hours>) -> Desk {
        let at = &region.sites[site];
        Desk {
            site,
            id: at.id.clone(),
            venue: at.venue,
            municipality: at.municipality.and_then(|index| self.place.get(&index).copied()),
            library: at.library,
            hours,
            costs: at.costs,
            new: false,
        }
    }
}

/// The own contribution of each municipality of the study, and the names that are none.
fn own(region: &Region, study: &Study, place: &BTreeMap<usize, usize>) -> (Vec<Euros>, Vec<String>) {
    let mut own = vec![Euros::ZERO; place.len()];
    let mut unknown = Vec::new();
    for (name, amount) in &study.money.own {
        let found = crate::load::municipality(&region.municipalities, name).and_then(|index| place.get(&index));
        match found {
            Some(place) => own[*place] = own[*place] + *amount,
            None => unknown.push(name.clone()),
        }
    }
    (own, unknown)
}

/// The residents of a group in each municipality; `None` where the cells do not carry it.
fn sums(region: &Region, counts: &[Count], group: &Group) -> Option<Vec<f64>> {
    let count = counts.iter().find(|count| count.group == *group)?;
    let mut sums = vec![0.0; region.municipalities.len()];
    for (persons, municipality) in count.persons.iter().zip(&region.cells.municipality) {
        if let Some(sum) = sums.get_mut(*municipality as usize) {
            *sum += persons;
        }
    }
    Some(sums)
}
