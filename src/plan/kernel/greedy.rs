//! Opening the best option again and again.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::effort::{Cut, Looks, Stop};
use super::network::Network;
use super::side::as_f64;

/// What to take the most of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// Value.
    Gain,
    /// Value per unit of budget.
    GainPerCost,
}

/// An option with the gain it had in some round. The greatest gain comes first, then the smallest option.
#[derive(Debug, PartialEq)]
struct Promise {
    gain: f64,
    option: u32,
    round: usize,
}

impl Eq for Promise {}

impl PartialOrd for Promise {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Promise {
    fn cmp(&self, other: &Self) -> Ordering {
        self.gain.total_cmp(&other.gain).then(other.option.cmp(&self.option))
    }
}

/// First opens what the sides ask for, then whatever gains most, while something gains.
///
/// Gains only fall as options open, so that an old gain is a bound and most are never computed again (Minoux 1978). The plan is that of the
/// plain greedy: at least 1 − 1/e of the best where only the number of options is bounded. Once `stop` says so it ends where it is, with what
/// the sides ask for.
pub(super) fn greedy(network: &mut Network, by: By, stop: Stop) {
    let mut looks = Looks::new(stop);
    meet(network, &mut looks);
    let gain_of = |network: &Network, option: u32| {
        let gain = network.gain(option);
        let cost = network.problem.candidates[option as usize].cost;
        if by == By::GainPerCost && gain > 0.0 { gain / as_f64(cost.max(1)) } else { gain }
    };
    let options = 0..u32::try_from(network.problem.options()).unwrap_or(u32::MAX);
    let closed = options.filter(|option| network.can_open(*option));
    let promise = |option| looks.after(network.entries_of(option)).map(|()| Promise { gain: gain_of(network, option), option, round: 0 });
    let Ok(mut promises): Result<BinaryHeap<Promise>, Cut> = closed.map(promise).collect() else { return };
    let mut round = 0;
    while let Some(Promise { gain, option, round: of }) = promises.pop() {
        if gain <= 0.0 || looks.after(network.entries_of(option)).is_err() {
            break;
        }
        if !network.can_open(option) {
            continue;
        }
        if of == round {
            network.open(option);
            round += 1;
        } else {
            promises.push(Promise { gain: gain_of(network, option), option, round });
        }
    }
}

/// Opens options while something that the sides ask for is lacking: the one that relieves most, of those the one that gains most; once it is
/// time to stop, whatever it gains. Where none can open, one is exchanged. May end with something lacking.
pub(super) fn meet(network: &mut Network, looks: &mut Looks) {
    let options = 0..u32::try_from(network.problem.options()).unwrap_or(u32::MAX);
    while network.ledger.lacking() > 0.0 {
        let relieving = options.clone().filter(|option| network.can_open(*option)).filter_map(|option| {
            let relief = network.ledger.relief_of(option);
            let mut gain = || if looks.after(network.entries_of(option)).is_ok() { network.gain(option) } else { 0.0 };
            (relief > 0.0).then(|| (relief, gain(), option))
        });
        let better = |one: &(f64, f64, u32), other: &(f64, f64, u32)| {
            one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)).then(other.2.cmp(&one.2))
        };
        if let Some((.., option)) = relieving.max_by(better) {
            network.open(option);
            continue;
        }
        let Some((opened, closed)) = relieving_swap(network) else { return };
        network.close(closed);
        network.open(opened);
    }
}

/// The first exchange after which less is lacking.
fn relieving_swap(network: &Network) -> Option<(u32, u32)> {
    let options = 0..u32::try_from(network.problem.options()).unwrap_or(u32::MAX);
    let site = |option: u32| network.problem.candidates[option as usize].site;
    for opened in options.filter(|option| !network.is_open[*option as usize]) {
        if network.ledger.relief_of(opened) <= 0.0 {
            continue;
        }
        let at_site = network.at_site[site(opened) as usize];
        for closed in network.open.iter().copied().filter(|closed| at_site == super::network::NONE || *closed == at_site) {
            if network.can_swap(opened, closed) && network.ledger.relief(opened, Some(closed)) > 0.0 {
                return Some((opened, closed));
            }
        }
    }
    None
}
