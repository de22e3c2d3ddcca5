//! What lies next to a plan: what one other option would change.

use super::network::{NONE, Network};
use super::problem::Problem;

/// Another option than those of a plan, and the best way to make room for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alternative {
    /// The option that would open.
    pub option: u32,
    /// The option that would close for it, if one has to.
    pub closed: Option<u32>,
    /// What that changes the value by: below 0 for a loss.
    pub change: f64,
}

/// For each option that is not open the best exchange that opens it and keeps every condition: beside the others or in place of one. Options
/// that no single exchange can open are left out. O(entries + options × open).
#[must_use]
pub fn alternatives(problem: &Problem, open: &[u32]) -> Vec<Alternative> {
    let mut network = Network::new(problem);
    open.iter().for_each(|option| network.open(*option));
    let mut common = vec![0.0; problem.options()];
    let closed = (0u32..).zip(&network.is_open).filter(|(_, is_open)| !**is_open).map(|(option, _)| option);
    closed.filter_map(|option| best(&network, option, &mut common)).collect()
}

fn best(network: &Network, option: u32, common: &mut [f64]) -> Option<Alternative> {
    let problem = network.problem;
    let mut gain = -problem.candidates[option as usize].charge;
    let mut touched = Vec::new();
    for (client, value) in problem.options.entries_of(option as usize) {
        let client = client as usize;
        let (first, second) = (network.first[client], network.second[client]);
        gain += (value - first).max(0.0);
        let best = network.best[client];
        if best != NONE && value > second {
            common[best as usize] += value.min(first) - second;
            touched.push(best);
        }
    }
    let own = network.at_site[problem.candidates[option as usize].site as usize];
    let beside = (own == NONE && network.can_open(option)).then_some(Alternative { option, closed: None, change: gain });
    let in_place_of = |closed: &u32| {
        let index = *closed as usize;
        let change = gain - network.loss[index] + problem.candidates[index].charge + common[index];
        network.can_swap(option, *closed).then_some(Alternative { option, closed: Some(*closed), change })
    };
    let closable = network.open.iter().filter(|closed| own == NONE || **closed == own);
    let swaps: Vec<Alternative> = closable.filter_map(in_place_of).collect();
    touched.into_iter().for_each(|best| common[best as usize] = 0.0);
    let order = |one: &Alternative, other: &Alternative| one.change.total_cmp(&other.change).then(other.closed.cmp(&one.closed));
    beside.into_iter().chain(swaps).max_by(order)
}

#[cfg(test)]
mod tests {
    use super::super::problem::Candidate;
    use super::*;

    /// Clients of 5, 3 and 2; option 0 serves the first two, 1 the second and third, 2 the first. With one to choose 0 is worth 8; 1 in its
    /// place 5, 2 in its place 5. With two 0 and 1 are 10, and so are 2 and 1: 2 in place of 0 changes nothing, in place of 1 it loses 2.
    #[test]
    fn exchanges_by_hand() {
        let candidates: Vec<Candidate> = (0..3).map(|site| Candidate { site, charge: 0.0, cost: 1 }).collect();
        let clients = || vec![vec![(0, 5.0), (2, 5.0)], vec![(0, 3.0), (1, 3.0)], vec![(1, 2.0)]];
        let problem = Problem::new(candidates.clone(), 1, 0.0, clients());
        let alternative = |option, closed, change| Alternative { option, closed, change };
        assert_eq!(alternatives(&problem, &[0]), [alternative(1, Some(0), -3.0), alternative(2, Some(0), -3.0)]);
        let problem = Problem::new(candidates, 2, 0.0, clients());
        assert_eq!(alternatives(&problem, &[0, 1]), [alternative(2, Some(0), 0.0)]);
    }
}
