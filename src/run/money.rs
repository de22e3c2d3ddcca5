//! The budget of a region: what `budget` needs, out of the model.

use std::collections::BTreeMap;

use crate::budget::{self, Budget, Desk, MunicipalityMoney, Serves};
use crate::measure;
use crate::model::{Group, Region, Scope, Study};
use crate::units::{Euros, Share};

/// The group whose number is in the formula of the grant.
pub const LOW_EDUCATION: &str = "at most vmbo";

/// The budget of today's desks in the municipalities of the study, and the names in `money.own` that are no municipality of it.
///
/// Inhabitants are the official ones where the file of municipalities has them, else those of the cells. People of 15 to 75 with at most vmbo
/// are those of the group of that name, where the study spreads one; without it an estimate of the grant is partial.
#[must_use]
pub fn budget(region: &Region, study: &Study) -> (Budget, Vec<String>) {
    // The municipalities of the study are numbered anew: the budget is theirs.
    let members: Vec<usize> = (0..region.municipalities.len()).filter(|index| region.in_study[*index]).collect();
    let place: BTreeMap<usize, usize> = members.iter().enumerate().map(|(place, index)| (*index, place)).collect();
    let (own, unknown) = own(region, study, &place);
    let residents = sums(region, &Group::All);
    let low = sums(region, &Group::Count(LOW_EDUCATION.to_owned()));
    let municipalities: Vec<MunicipalityMoney> = members
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
    let libraries: Vec<Serves> = region
        .libraries
        .iter()
        .map(|library| Serves {
            name: library.name.clone(),
            municipalities: library.municipalities.iter().filter_map(|(index, _)| place.get(index).copied()).collect(),
        })
        .collect();
    let desks: Vec<Desk> = measure::desks(region, Share::default())
        .into_iter()
        .filter(|desk| region.site_scope[desk.site] == Scope::Study)
        .map(|desk| {
            let site = &region.sites[desk.site];
            Desk {
                site: desk.site,
                id: site.id.clone(),
                venue: site.venue,
                municipality: site.municipality.and_then(|index| place.get(&index).copied()),
                library: site.library,
                hours: desk.hours(),
                costs: site.costs,
                new: false,
            }
        })
        .collect();
    (budget::budget(&study.money, &municipalities, &libraries, &desks), unknown)
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
fn sums(region: &Region, group: &Group) -> Option<Vec<f64>> {
    let count = region.cells.count(group)?;
    let mut sums = vec![0.0; region.municipalities.len()];
    for (persons, municipality) in count.persons.iter().zip(&region.cells.municipality) {
        if let Some(sum) = sums.get_mut(*municipality as usize) {
            *sum += persons;
        }
    }
    Some(sums)
}
