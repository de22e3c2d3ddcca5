//! The coordinate system of positions whose file does not say it, and what is wrong when positions do not fit the one it says.

use geo::Coord;

use super::error::{Fault, Why};
use crate::crs::{Crs, ETRS89, Planar, RD_NEW, ToPlanar, near_netherlands, near_netherlands_degrees};

/// The systems in which Dutch data comes: RD New, degrees, Web Mercator, the European grid, UTM 31 and 32.
const CANDIDATES: [u32; 6] = [RD_NEW, ETRS89, 3857, 3035, 25831, 25832];

/// The one system in which every position lies in the Netherlands.
///
/// # Errors
/// [`Fault::AxesSwapped`] when that holds for exactly one system once x and y are exchanged, [`Fault::MixedCrs`] when some positions are
/// RD and the others degrees, else [`Fault::NoCrs`].
pub fn infer(positions: &[Coord<f64>]) -> Result<Crs, Fault> {
    let known: Vec<Coord<f64>> = positions.iter().copied().filter(|at| at.x.is_finite() && at.y.is_finite()).collect();
    let Some(first) = known.first() else { return Err(Fault::NoCrs) };
    if let Some(crs) = only_fit(&known) {
        return Ok(crs);
    }
    let swapped: Vec<Coord<f64>> = known.iter().map(|at| exchanged(*at)).collect();
    if only_fit(&swapped).is_some() {
        return Err(Fault::AxesSwapped { example: (first.x, first.y) });
    }
    let rd = known.iter().filter(|at| in_netherlands(**at)).count();
    let degrees = known.iter().filter(|at| near_netherlands_degrees(**at)).count();
    Err(if rd > 0 && degrees > 0 { Fault::MixedCrs { rd, degrees } } else { Fault::NoCrs })
}

/// Why a position of a file in `crs` lies far from the Netherlands: it is in another system than the rest, its axes are exchanged, or it
/// simply lies elsewhere.
#[must_use]
pub fn why_elsewhere(at: Coord<f64>, crs: &Crs) -> Why {
    match () {
        () if crs.is_degrees() && near_netherlands_degrees(exchanged(at)) => Why::AxesSwapped,
        () if crs.is_degrees() && in_netherlands(at) => Why::InRd,
        () if crs.is_rd() && near_netherlands_degrees(at) => Why::InDegrees,
        () if crs.is_rd() && in_netherlands(exchanged(at)) => Why::AxesSwapped,
        () => Why::Elsewhere,
    }
}

/// Turns "every position was refused" into the one thing that is wrong with the file.
#[must_use]
pub fn fault_of_all(reasons: &[Why], crs: &Crs, example: Coord<f64>) -> Option<Fault> {
    let example = (example.x, example.y);
    let all = |why: &Why| reasons.iter().all(|reason| reason == why);
    match () {
        () if reasons.is_empty() => None,
        () if all(&Why::AxesSwapped) => Some(Fault::AxesSwapped { example }),
        () if reasons.iter().all(|why| matches!(why, Why::InRd | Why::InDegrees | Why::Elsewhere | Why::AxesSwapped)) => {
            Some(Fault::Elsewhere { crs: crs.to_string(), example })
        }
        () => None,
    }
}

/// The only candidate that puts every position in the Netherlands, when there is exactly one.
fn only_fit(positions: &[Coord<f64>]) -> Option<Crs> {
    let mut fitting = CANDIDATES.into_iter().map(Crs::Epsg).filter(|crs| fits(crs, positions));
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

fn fits(crs: &Crs, positions: &[Coord<f64>]) -> bool {
    let could = |at: &Coord<f64>| !crs.is_degrees() || near_netherlands_degrees(*at);
    ToPlanar::new(crs).is_ok_and(|to| {
        positions.iter().all(|at| could(at) && to.point(*at).is_some_and(|Planar(at)| in_netherlands(at) && near_netherlands(at)))
    })
}

/// The box around the Netherlands in RD New.
fn in_netherlands(at: Coord<f64>) -> bool {
    (10_000.0..=285_000.0).contains(&at.x) && (300_000.0..=625_000.0).contains(&at.y)
}

fn exchanged(at: Coord<f64>) -> Coord<f64> {
    Coord { x: at.y, y: at.x }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The towers of Amersfoort, Groningen and Middelburg in RD New, rounded.
    const TOWERS: [(f64, f64); 3] = [(155_000.0, 463_000.0), (233_900.0, 582_100.0), (31_900.0, 391_600.0)];

    fn in_crs(code: u32) -> Vec<Coord<f64>> {
        let from_rd = proj::Proj::new_known_crs("EPSG:28992", &format!("EPSG:{code}"), None).unwrap();
        TOWERS.iter().map(|(x, y)| from_rd.convert(Coord { x: *x, y: *y }).unwrap()).collect()
    }

    #[test]
    fn each_system_is_told_from_the_others() {
        for code in CANDIDATES {
            assert_eq!(infer(&in_crs(code)), Ok(Crs::Epsg(code)));
        }
    }

    #[test]
    fn swapped_axes_and_a_mixture_are_named() {
        let swapped: Vec<_> = in_crs(RD_NEW).into_iter().map(exchanged).collect();
        assert!(matches!(infer(&swapped), Err(Fault::AxesSwapped { example: (y, x) }) if y > x));
        let swapped: Vec<_> = in_crs(ETRS89).into_iter().map(exchanged).collect();
        assert!(matches!(infer(&swapped), Err(Fault::AxesSwapped { .. })));
        let mixed: Vec<_> = in_crs(RD_NEW).into_iter().chain(in_crs(ETRS89)).collect();
        assert_eq!(infer(&mixed), Err(Fault::MixedCrs { rd: 3, degrees: 3 }));
        assert_eq!(infer(&[Coord { x: 1.0, y: 2.0 }]), Err(Fault::NoCrs));
        assert_eq!(infer(&[]), Err(Fault::NoCrs));
    }
}
