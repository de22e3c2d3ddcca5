//! Local search: open one option, close another, while that helps.

use super::network::{NONE, Network};

/// Opens, closes and exchanges options while the value rises, at most so many rounds over all options. Returns the work done.
///
/// With the best and second best value of each client the effect of every exchange of one option is known after one look at its clients
/// (Whitaker 1983; Resende & Werneck 2004): gain(opened) − loss(closed) + what both have in common. The first improvement of each option
/// is taken. A round costs O(entries + options × open). Once `stop` says so it ends where it is.
pub(super) fn exchange(network: &mut Network, rounds: usize, stop: &dyn Fn() -> bool) -> u64 {
    let options = 0..u32::try_from(network.problem.options()).unwrap_or(u32::MAX);
    let mut common = vec![0.0; network.problem.options()];
    let mut touched = Vec::new();
    let mut work = 0;
    // Less than this is rounding.
    let least = 1e-9 * network.value.abs().max(1.0);
    for _ in 0..rounds {
        let mut improved = false;
        for option in options.clone().filter(|option| !network.is_open[*option as usize]).collect::<Vec<_>>() {
            if stop() {
                return work;
            }
            work += (network.problem.options.row(option as usize).0.len() + network.open.len()) as u64;
            if let Some(found) = best_move(network, option, least, &mut common, &mut touched) {
                found.closed.into_iter().for_each(|closed| network.close(closed));
                network.open(option);
                improved = true;
            }
        }
        for option in network.open.clone() {
            let charge = network.problem.candidates[option as usize].charge;
            if network.loss[option as usize] < charge - least && network.ledger.can_close(option) {
                network.close(option);
                improved = true;
            }
        }
        if !improved {
            break;
        }
    }
    work
}

/// A way to open an option: in place of another one, or beside all.
struct Move {
    closed: Option<u32>,
}

/// The best way to open an option, if one helps.
fn best_move(network: &Network, option: u32, least: f64, common: &mut [f64], touched: &mut Vec<u32>) -> Option<Move> {
    let problem = network.problem;
    let candidate = &problem.candidates[option as usize];
    let mut gain = -candidate.charge;
    for (client, value) in problem.options.entries_of(option as usize) {
        let client = client as usize;
        let (first, second) = (network.first[client], network.second[client]);
        if value <= second {
            continue;
        }
        gain += (value - first).max(0.0);
        let best = network.best[client];
        if best != NONE {
            if common[best as usize] == 0.0 {
                touched.push(best);
            }
            common[best as usize] += value.min(first) - second;
        }
    }
    let in_place_of = |closed: u32| {
        let closed = closed as usize;
        gain - network.loss[closed] + problem.candidates[closed].charge + common[closed]
    };
    let own = network.at_site[candidate.site as usize];
    let mut best = (least, None);
    if own == NONE {
        if gain > best.0 && network.can_open(option) {
            best = (gain, Some(Move { closed: None }));
        }
        for closed in network.open.iter().copied() {
            let change = in_place_of(closed);
            if change > best.0 && network.can_swap(option, closed) {
                best = (change, Some(Move { closed: Some(closed) }));
            }
        }
    } else if in_place_of(own) > best.0 && network.can_swap(option, own) {
        best.1 = Some(Move { closed: Some(own) });
    }
    touched.drain(..).for_each(|closed| common[closed as usize] = 0.0);
    best.1
}
