//! Values of assumptions: drawn, and put into a study.

use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use crate::compare::situation::with_norm;
use crate::model::{Assumed, Decay, End, Group, GroupReach, Setting, Study, Uncertain};

/// The seed of all draws: the same study has the same draws.
const SEED: u64 = 0x0b7e_1d0a_5eed_2027;

/// The values of one draw, one for each range of the study. Draw `number` of an assumption depends on nothing but its key and the number: neither
/// on other ranges, nor on how many draws there are, nor on who draws them.
#[must_use]
pub fn draw(uncertain: &Uncertain, number: u32) -> Vec<Assumed> {
    let one = |range: &crate::model::Range| {
        let key = range.values().first().map_or(String::new(), |value| value.key());
        range.at(unit(&key, number))
    };
    uncertain.ranges.iter().map(one).collect()
}

/// Uniform from 0 up to but not including 1.
fn unit(key: &str, number: u32) -> f64 {
    // FNV-1a over the key and the number, so that no two draws share a stream.
    let bytes = key.bytes().chain([0]).chain(number.to_le_bytes());
    let hash = bytes.fold(SEED ^ 0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    let unit = (ChaCha8Rng::seed_from_u64(hash).next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
    unit
}

/// A study under these assumptions. A scenario's own norm stays; a group that differs from everyone in norm, detour or decay keeps its own.
/// What is about people is not in the study but in [`super::People`].
#[must_use]
pub fn assume(study: &Study, setting: Setting, assumed: &[Assumed]) -> Study {
    let mut study = study.clone();
    for one in assumed {
        match one {
            Assumed::Norm(norm) if setting.norm.is_none() => study = with_norm(&study, *norm),
            Assumed::Tries(tries) => study.moments.tries = *tries,
            Assumed::Detour(detour) => with_detour(&mut study, *detour),
            Assumed::Decay(decay) => with_decay(&mut study, *decay),
            Assumed::Hour(rate) => study.money.hour = Some(*rate),
            Assumed::Need(Group::All, weight) => study.need.all = *weight,
            Assumed::Need(group, weight) => {
                study.need.surcharges.insert(group.clone(), *weight);
            }
            Assumed::Norm(_) | Assumed::Growth(_) | Assumed::Hidden(_) => {}
        }
    }
    study
}

/// At which end hidden counts are; `None` for their estimate.
pub(super) fn end(assumed: &[Assumed]) -> Option<End> {
    assumed.iter().find_map(|one| if let Assumed::Hidden(end) = one { Some(*end) } else { None })
}

/// How much of the forecast comes true; `None` for all of it.
pub(super) fn growth(assumed: &[Assumed]) -> Option<f64> {
    assumed.iter().find_map(|one| if let Assumed::Growth(part) = one { Some(*part) } else { None })
}

fn with_detour(study: &mut Study, detour: f64) {
    let old = study.reach.detour.to_bits();
    study.reach.detour = detour;
    study.reach.groups.values_mut().filter(|reach| reach.detour.to_bits() == old).for_each(|reach| reach.detour = detour);
}

/// A step is at the norm, of everyone and of each group.
fn with_decay(study: &mut Study, decay: Decay) {
    let old = study.reach.decay;
    let at = |reach: &GroupReach| match decay {
        Decay::Step { .. } => Decay::Step { norm: reach.norm },
        other => other,
    };
    let follows = |reach: &GroupReach| match (old, reach.decay) {
        (Decay::Step { .. }, Decay::Step { norm }) => norm == reach.norm,
        (old, own) => old == own,
    };
    study.reach.decay = at(&study.reach.of(&Group::All));
    study.reach.groups.values_mut().filter(|reach| follows(reach)).for_each(|reach| reach.decay = at(reach));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Range;

    /// 10,000 draws between 0 and 1: mean ½ and variance 1/12, each within four standard errors; two assumptions do not go together.
    #[test]
    fn draws_are_even_and_apart() {
        let range = |group: &str| {
            let group = Group::parse(group);
            Range::Between(Assumed::Need(group.clone(), 0.0), Assumed::Need(group, 1.0))
        };
        let uncertain = Uncertain { ranges: vec![range("all"), range("65+")], draws: 10_000 };
        let value = |one: &Assumed| if let Assumed::Need(_, value) = one { *value } else { f64::NAN };
        let drawn: Vec<(f64, f64)> =
            (0..10_000).map(|number| draw(&uncertain, number)).map(|drawn| (value(&drawn[0]), value(&drawn[1]))).collect();
        let mean = |of: &dyn Fn(&(f64, f64)) -> f64| drawn.iter().map(of).sum::<f64>() / 1e4;
        assert!((mean(&|pair| pair.0) - 0.5).abs() < 4.0 * 0.0029 && (mean(&|pair| pair.1) - 0.5).abs() < 4.0 * 0.0029);
        assert!((mean(&|pair| (pair.0 - 0.5).powi(2)) - 1.0 / 12.0).abs() < 4.0 * 0.000_75);
        assert!(mean(&|pair| (pair.0 - 0.5) * (pair.1 - 0.5)).abs() < 4.0 / 12.0 / 100.0);
        // Another range beside it changes nothing of a draw.
        let alone = Uncertain { ranges: vec![range("65+")], draws: 5 };
        assert!((0..50).all(|number| draw(&alone, number)[0] == draw(&uncertain, number)[1]));
    }
}
