//! Who pays for what: the pools, the municipalities whose grants flow into them, and the desks they pay.

use super::{Desk, MunicipalityMoney};
use crate::model::Pool;

/// Whose pool it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payer {
    /// A library organisation, by index in the list that [`super::budget`] gets.
    Library(usize),
    /// A municipality, by index in the list that [`super::budget`] gets.
    Municipality(usize),
    /// All municipalities of the study together.
    Study,
}

/// A library organisation and the municipalities it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Serves {
    /// Its name.
    pub name: String,
    /// The municipalities, by index in the list that [`super::budget`] gets.
    pub municipalities: Vec<usize>,
}

/// The pools in their order, and the way to them.
pub(super) struct Payers {
    kind: Pool,
    /// Whose they are, with the name.
    pub list: Vec<(Payer, String)>,
    /// The pools of each municipality, ascending; at least one each.
    pub of_municipality: Vec<Vec<usize>>,
    of_library: Vec<Option<usize>>,
}

impl Payers {
    /// Pools of this kind: libraries by name, then municipalities by code. A library without municipalities and without desks has none.
    pub fn new(kind: Pool, municipalities: &[MunicipalityMoney], libraries: &[Serves], desks: &[Desk]) -> Self {
        let mut payers = Self {
            kind,
            list: Vec::new(),
            of_municipality: vec![Vec::new(); municipalities.len()],
            of_library: vec![None; libraries.len()],
        };
        match kind {
            Pool::Study => {
                payers.list.push((Payer::Study, String::new()));
                payers.of_municipality.fill(vec![0]);
            }
            Pool::Municipality => payers.add_municipalities(municipalities),
            Pool::Library => {
                payers.add_libraries(libraries, desks);
                payers.add_municipalities(municipalities);
            }
        }
        payers
    }

    fn add_libraries(&mut self, libraries: &[Serves], desks: &[Desk]) {
        let takes_part = |index: usize| !libraries[index].municipalities.is_empty() || desks.iter().any(|desk| desk.library == Some(index));
        let mut order: Vec<usize> = (0..libraries.len()).filter(|index| takes_part(*index)).collect();
        order.sort_by_key(|index| &libraries[*index].name);
        for library in order {
            let pool = self.list.len();
            self.list.push((Payer::Library(library), libraries[library].name.clone()));
            self.of_library[library] = Some(pool);
            for municipality in &libraries[library].municipalities {
                let pools = &mut self.of_municipality[*municipality];
                // A municipality may be named once for each period.
                if pools.last() != Some(&pool) {
                    pools.push(pool);
                }
            }
        }
    }

    /// A pool for every municipality that has none yet.
    fn add_municipalities(&mut self, municipalities: &[MunicipalityMoney]) {
        let mut order: Vec<usize> = (0..municipalities.len()).filter(|index| self.of_municipality[*index].is_empty()).collect();
        order.sort_by_key(|index| &municipalities[*index].code);
        for municipality in order {
            self.of_municipality[municipality].push(self.list.len());
            self.list.push((Payer::Municipality(municipality), municipalities[municipality].name.clone()));
        }
    }

    /// The pool that pays for a desk: that of its library, else the only pool of its municipality; `None` when there is none or more than
    /// one.
    pub fn of_desk(&self, desk: &Desk) -> Option<usize> {
        if self.kind == Pool::Study {
            return Some(0);
        }
        let by_library = desk.library.and_then(|library| self.of_library[library]);
        by_library.or_else(|| match self.of_municipality[desk.municipality?][..] {
            [only] => Some(only),
            _ => None,
        })
    }
}
