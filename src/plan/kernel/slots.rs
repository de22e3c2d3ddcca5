//! What has a price in the relaxation: each client, or where clients form a [`Family`], each class of it.

use std::collections::HashMap;
use std::sync::Arc;

use super::effort::{Cut, Looks};
use super::family::Family;
use super::problem::Candidate;
use super::sparse::Sparse;

/// The most classes of a family: 2^8 sets are looked at each time.
const MOST_CLASSES: usize = 8;
/// No class yet.
const NONE: u32 = u32::MAX;

/// The slots of a problem. First the clients that stand alone, in their order; then, family by family, one for each of its classes, which every
/// option of the class is worth F of that class to.
///
/// To a slot of a family an option pays `value − price`; the family takes the set of classes that leaves it most. A slot is served as often as
/// its options are open, and once more when its family does without.
#[derive(Debug, Clone)]
pub(super) struct Slots {
    /// By slot: options with their value, from the best.
    pub rows: Arc<Sparse>,
    /// By option: slots with the value.
    pub options: Arc<Sparse>,
    /// How many clients stand alone.
    pub alone: usize,
    /// The clients that stand alone, by number; `None` when all do.
    numbers: Option<Vec<u32>>,
    /// Families with their first slot.
    pub families: Vec<(usize, Family)>,
}

impl Slots {
    /// Each client stands alone.
    pub fn plain(clients: &Arc<Sparse>, options: &Arc<Sparse>) -> Self {
        Self { rows: Arc::clone(clients), options: Arc::clone(options), alone: clients.rows(), numbers: None, families: Vec::new() }
    }

    /// Finds families among clients with the same sites: where there are fewer classes than clients. O(entries × log, and for each client that
    /// is looked at the options near it).
    ///
    /// Where classes are no fewer, as for weeks of which each holds the one before, nothing is gained by families.
    pub fn of(clients: &Arc<Sparse>, options: &Arc<Sparse>, candidates: &[Candidate], looks: &mut Looks) -> Result<Self, Cut> {
        let sites = candidates.last().map_or(0, |last| last.site as usize + 1);
        if sites == candidates.len() {
            return Ok(Self::plain(clients, options));
        }
        let mut sorter = Sorter { class: vec![NONE; candidates.len()], value: vec![0.0; candidates.len()] };
        let mut numbers = Vec::new();
        let mut found = Vec::new();
        for group in same_sites(clients, candidates, looks)? {
            looks.after(Looks::MUCH * group.len())?;
            let (family, left) = sorter.family(clients, &group);
            found.extend(family);
            numbers.extend(left);
        }
        if found.is_empty() {
            return Ok(Self::plain(clients, options));
        }
        numbers.sort_unstable();
        let mut rows = Sparse::default();
        for number in &numbers {
            clients.entries_of(*number as usize).for_each(|(option, value)| rows.push(option, value));
            rows.end_row();
        }
        Self::assembled(rows, numbers, found, candidates.len(), looks)
    }

    /// Slots of clients that stand alone and of families with the options of each class.
    fn assembled(mut rows: Sparse, numbers: Vec<u32>, found: Vec<Found>, options: usize, looks: &mut Looks) -> Result<Self, Cut> {
        let mut families = Vec::with_capacity(found.len());
        for (family, classes) in found {
            let first = rows.rows();
            for (class, of_class) in classes.into_iter().enumerate() {
                of_class.into_iter().for_each(|option| rows.push(option, family.alone(class)));
                rows.end_row();
            }
            families.push((first, family));
        }
        let options = Arc::new(rows.transposed(options, looks)?);
        Ok(Self { rows: Arc::new(rows), options, alone: numbers.len(), numbers: Some(numbers), families })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.rows.rows()
    }

    /// The number of a client that stands alone, by its slot.
    pub fn client(&self, slot: usize) -> usize {
        self.numbers.as_ref().map_or(slot, |numbers| numbers[slot] as usize)
    }

    /// What is left when some options are open and some remain, which `places` gives their numbers, [`NONE`] for others; with for each slot that
    /// is left its number here and how much less it is worth. `clients` and `options` are those of the problem that is left, and `kept` the
    /// clients that it has, by their number here, with what each has already.
    pub fn rest(
        &self,
        is_open: &[bool],
        places: &[u32],
        (clients, options): (&Arc<Sparse>, &Arc<Sparse>),
        kept: Vec<(u32, f64)>,
        looks: &mut Looks,
    ) -> Result<(Self, Vec<(u32, f64)>), Cut> {
        let Some(numbers) = &self.numbers else { return Ok((Self::plain(clients, options), kept)) };
        let mut rows = Sparse::default();
        let (mut left, mut alone) = (Vec::new(), Vec::new());
        let mut slot = 0;
        for (new, (client, floor)) in (0u32..).zip(kept) {
            while numbers.get(slot).is_some_and(|number| *number < client) {
                slot += 1;
            }
            if numbers.get(slot) == Some(&client) {
                clients.entries_of(new as usize).for_each(|(option, value)| rows.push(option, value));
                rows.end_row();
                left.push((u32::try_from(slot).unwrap_or(u32::MAX), floor));
                alone.push(new);
            }
        }
        let mut found = Vec::new();
        for (first, family) in &self.families {
            looks.after(Looks::MUCH * family.classes())?;
            let slots = *first..first + family.classes();
            let open: Vec<bool> = slots.clone().map(|slot| self.rows.row(slot).0.iter().any(|option| is_open[*option as usize])).collect();
            let of_class: Vec<Vec<u32>> = slots
                .map(|slot| self.rows.row(slot).0.iter().map(|option| places[*option as usize]).filter(|place| *place != NONE).collect())
                .collect();
            let is_left: Vec<bool> = of_class.iter().map(|of_class| !of_class.is_empty()).collect();
            if let Some((classes, rest)) = family.rest(&open, &is_left) {
                for (new, class) in classes.iter().enumerate() {
                    let less = family.alone(*class) - rest.alone(new);
                    left.push((u32::try_from(first + class).unwrap_or(u32::MAX), less.max(0.0)));
                }
                found.push((rest, classes.into_iter().map(|class| of_class[class].clone()).collect()));
            }
        }
        let count = options.rows();
        Ok((Self::assembled(rows, alone, found, count, looks)?, left))
    }
}

/// Clients by the set of their sites, in the order of the first of each. O(entries).
fn same_sites(clients: &Sparse, candidates: &[Candidate], looks: &mut Looks) -> Result<Vec<Vec<u32>>, Cut> {
    // A sum of mixed numbers does not depend on their order (SplitMix64); sets with the same sum count as one, which does no harm.
    let mixed = |site: u32| {
        let mut number = (u64::from(site) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ number >> 31
    };
    let mut last = vec![NONE; candidates.last().map_or(0, |last| last.site as usize + 1)];
    let mut places: HashMap<u64, usize> = HashMap::new();
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for (number, client) in (0u32..).zip(0..clients.rows()) {
        let mut sum = 0u64;
        looks.after(clients.row(client).0.len())?;
        for option in clients.row(client).0 {
            let site = candidates[*option as usize].site;
            if std::mem::replace(&mut last[site as usize], number) != number {
                sum = sum.wrapping_add(mixed(site));
            }
        }
        let place = *places.entry(sum).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(number);
    }
    Ok(groups)
}

/// Sorts the options of a group of clients into classes.
struct Sorter {
    /// By option: its class, or [`NONE`] outside the group.
    class: Vec<u32>,
    /// By option: the value that the client has that is looked at.
    value: Vec<f64>,
}

/// A family with the options of each of its classes.
type Found = (Family, Vec<Vec<u32>>);

impl Sorter {
    /// The family that clients of a group form, if it has fewer classes than clients, and the clients that stay alone.
    ///
    /// Client by client the options are told apart by their value to it; a client with whom there would be too many classes is left out.
    fn family(&mut self, clients: &Sparse, group: &[u32]) -> (Option<Found>, Vec<u32>) {
        if group.len() < 3 {
            return (None, group.to_vec());
        }
        let mut options: Vec<u32> = Vec::new();
        for option in group.iter().flat_map(|client| clients.row(*client as usize).0) {
            if std::mem::replace(&mut self.class[*option as usize], 0) == NONE {
                options.push(*option);
            }
        }
        options.sort_unstable();
        let (mut members, mut left) = (Vec::new(), Vec::new());
        let mut classes = 1;
        for client in group {
            if let Some(more) = self.told_apart(clients, *client, &options) {
                classes = more;
                members.push(*client);
            } else {
                left.push(*client);
            }
        }
        let mut of_class: Vec<Vec<u32>> = vec![Vec::new(); classes];
        options.iter().for_each(|option| of_class[self.class[*option as usize] as usize].push(*option));
        options.iter().for_each(|option| self.class[*option as usize] = NONE);
        let mut values = Vec::with_capacity(members.len() * classes);
        for client in &members {
            self.take(clients, *client);
            values.extend(of_class.iter().map(|of_class| self.value[of_class[0] as usize]));
            self.drop(clients, *client);
        }
        // Options that no member has a value of are in no class.
        let is_used = |class: &usize| values.chunks_exact(classes).any(|client| client[*class] > 0.0);
        let used: Vec<usize> = (0..classes).filter(is_used).collect();
        if used.len() < 2 || members.len() <= used.len() {
            return (None, group.to_vec());
        }
        let values = values.chunks_exact(classes).flat_map(|client| used.iter().map(|class| client[*class])).collect();
        let of_class = used.iter().map(|class| std::mem::take(&mut of_class[*class])).collect();
        (Some((Family::new(used.len(), values), of_class)), left)
    }

    /// Splits classes by the value that a client has; how many there are then, or `None`, and nothing is split, when they are too many.
    fn told_apart(&mut self, clients: &Sparse, client: u32, options: &[u32]) -> Option<usize> {
        self.take(clients, client);
        let mut kinds: Vec<(u32, u64)> = Vec::new();
        let mut classes = Vec::with_capacity(options.len());
        for option in options {
            let kind = (self.class[*option as usize], self.value[*option as usize].to_bits());
            let class = kinds.iter().position(|known| *known == kind).unwrap_or_else(|| {
                kinds.push(kind);
                kinds.len() - 1
            });
            if kinds.len() > MOST_CLASSES {
                break;
            }
            classes.push(class);
        }
        self.drop(clients, client);
        if kinds.len() > MOST_CLASSES {
            return None;
        }
        for (option, class) in options.iter().zip(classes) {
            self.class[*option as usize] = u32::try_from(class).unwrap_or(NONE);
        }
        Some(kinds.len())
    }

    fn take(&mut self, clients: &Sparse, client: u32) {
        for (option, value) in clients.entries_of(client as usize) {
            let own = &mut self.value[option as usize];
            *own = own.max(value);
        }
    }

    fn drop(&mut self, clients: &Sparse, client: u32) {
        clients.row(client as usize).0.iter().for_each(|option| self.value[*option as usize] = 0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::dual::{Dual, Prices};
    use super::super::problem::Problem;
    use super::super::volume::{Walks, search};
    use super::*;

    /// Two sites with three weeks each at the same cost, and room for one and a half; at one place people who can use each pair of weeks, and a
    /// few for each week.
    fn pairs() -> Problem {
        let candidates = (0..6).map(|option| Candidate { site: option / 3, charge: 0.0, cost: 2 }).collect();
        let client = |(weeks, value): (&[u32], f64)| weeks.iter().flat_map(|week| [(*week, value), (week + 3, value)]).collect::<Vec<_>>();
        let clients = [(&[0, 1][..], 8.0), (&[1, 2], 8.0), (&[0, 2], 8.0), (&[0], 2.0), (&[1], 2.0), (&[2], 2.0)];
        Problem::new(candidates, 3, 0.0, clients.map(client))
    }

    /// Half of each of the three weeks serves each pair in full if clients stand alone: 24 + 3 = 27. The family has one week and half of another:
    /// (18 + 28) / 2 = 23.
    #[test]
    fn a_family_has_a_lower_bound() {
        let problem = pairs();
        assert_eq!((problem.slots.alone, problem.slots.families.len(), problem.slots.count()), (0, 1, 3));
        // A price of 10 for each week leaves the family 18 − 10 or 28 − 20, and the budget buys one week and a half.
        let mut family = Dual::new(&problem, Prices { slots: vec![8.0; 3], ..Prices::default() });
        assert!((family.evaluate() - 23.0).abs() < 1e-6, "{}", family.bound);
        let mut alone = problem.clone();
        alone.slots = Arc::new(Slots::plain(&problem.clients, &problem.options));
        let mut dual = Dual::new(&alone, Prices { slots: vec![0.5; 6], ..Prices::default() });
        let bound = search(&mut dual, Walks::All, 2000, |_| 10.0, |_, _, _| false).bound;
        assert!(bound > 27.0 - 1e-9, "{bound}");
    }

    /// With week 0 of site 0 open and its other weeks out, who can use weeks 1 and 2 is left, in the two classes of site 1.
    #[test]
    fn what_is_left_is_a_family() {
        let problem = pairs();
        let kept = vec![(1, 0.0), (4, 0.0), (5, 0.0)];
        let mut rows = Sparse::default();
        for client in [&[0, 1][..], &[0], &[1]] {
            client.iter().for_each(|option| rows.push(*option, 1.0));
            rows.end_row();
        }
        let never = &mut Looks::new(&|| false);
        let options = Arc::new(rows.transposed(2, never).unwrap());
        let places = [NONE, NONE, NONE, NONE, 0, 1];
        let (rest, left) =
            problem.slots.rest(&[true, false, false, false, false, false], &places, (&Arc::new(rows), &options), kept, never).unwrap();
        assert_eq!(left, [(1, 8.0), (2, 8.0)]);
        assert_eq!((rest.alone, rest.count(), rest.families[0].1.worth(3), rest.rows.row(0).0), (0, 2, 12.0, &[0][..]));
    }

    /// Weeks of which each holds the one before have no more clients than classes.
    #[test]
    fn nested_weeks_stand_alone() {
        let candidates = (0..4).map(|option| Candidate { site: option / 2, charge: 0.0, cost: 1 }).collect();
        let problem = Problem::new(candidates, 2, 0.0, [vec![(0, 1.0), (1, 1.0), (2, 1.0), (3, 1.0)], vec![(1, 1.0), (3, 1.0)]]);
        assert_eq!((problem.slots.alone, problem.slots.families.len()), (2, 0));
    }
}
