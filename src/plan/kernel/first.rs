//! What can be said of a problem at once: a bound, and a plan for when there is no time for a better one.

use super::network::Network;
use super::problem::Problem;
use super::side::as_f64;

/// What no plan has more than: every client has its best option, and nothing is paid but for the sites that must have one. Rounded up by more
/// than the arithmetic can be wrong. O(clients + options).
pub(super) fn most(problem: &Problem) -> f64 {
    let served: f64 = (0..problem.clients()).map(|client| problem.clients.first(client)).sum();
    let sites = problem.candidates.chunk_by(|one, other| one.site == other.site);
    let must = sites.filter(|site| problem.must[site[0].site as usize]);
    let charged: f64 = must.map(|site| site.iter().map(|candidate| candidate.charge).fold(f64::INFINITY, f64::min)).sum();
    let numbers = as_f64(i64::try_from(problem.clients() + problem.options() + 3).unwrap_or(i64::MAX));
    let size = problem.base.abs() + served + charged;
    problem.base + served - charged + 4.0 * f64::EPSILON * numbers * size
}

/// Opens options beside those that are open, as far as they can and as long as that gains: the ones first that are the best for most value.
/// O(clients + options × log + entries of what opens).
pub(super) fn open_quickly(network: &mut Network) {
    let problem = network.problem;
    let mut worth = vec![0.0; problem.options()];
    let firsts = (0..problem.clients()).filter_map(|client| problem.clients.entries_of(client).next());
    firsts.for_each(|(option, value)| worth[option as usize] += value);
    let mut order: Vec<u32> = (0u32..).zip(&worth).filter(|(_, worth)| **worth > 0.0).map(|(option, _)| option).collect();
    order.sort_unstable_by(|one, other| worth[*other as usize].total_cmp(&worth[*one as usize]).then(one.cmp(other)));
    for option in order {
        let is_free = problem.candidates[option as usize].charge == 0.0;
        if network.can_open(option) && (is_free || network.gain(option) > 0.0) {
            network.open(option);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::problem::Candidate;
    use super::super::side::Side;
    use super::*;

    fn problem() -> Problem {
        let candidates = [2.0, 0.0, 9.0].into_iter().zip(0..).map(|(charge, site)| Candidate { site, charge, cost: 1 }).collect();
        let clients = vec![vec![(0, 5.0), (1, 4.0)], vec![(1, 3.0), (2, 8.0)], vec![(0, 1.0)]];
        Problem::new(candidates, 2, 10.0, clients)
    }

    /// The best of each client: 5, 8 and 1 above 10; where something must be open at site 0, that is 2 less.
    #[test]
    fn every_client_has_its_best() {
        let bound = most(&problem());
        assert!((24.0..24.0 + 1e-9).contains(&bound), "{bound}");
        let bound = most(&problem().with_sides(vec![Side::at_least([0], 1)]));
        assert!((22.0..22.0 + 1e-9).contains(&bound), "{bound}");
    }

    /// Option 2 is the best for a client of 8 but costs 9; option 0 is for 6 at 2; option 1 is nobody's best.
    #[test]
    fn opens_what_gains() {
        let problem = problem();
        let mut network = Network::new(&problem);
        open_quickly(&mut network);
        assert_eq!((network.open.as_slice(), network.value), (&[0][..], 14.0));
    }
}
