//! The coordinate system of positions whose file does not say it, and what is wrong when positions do not fit the one it says.

use geo::Coord;

use super::error::{Fault, Why};
use crate::crs::{Crs, ETRS89, Planar, RD_NEW, ToPlanar, in_netherlands, near_netherlands, near_netherlands_degrees};

/// The systems in which Dutch data comes: RD New, degrees, Web Mercator, the European grid, UTM 31 and 32.
const CANDIDATES: [u32; 6] = [RD_NEW, ETRS89, 3857, 3035, 25831, 25832];

/// The one system in which every position lies in the Netherlands; `rows` are the numbers of the rows that the positions are of.
///
/// # Errors
/// [`Fault::AxesSwapped`] when that holds for exactly one system once x and y are exchanged, [`Fault::MixedCrs`] when some positions are
/// RD and the others degrees, [`Fault::Stray`] when more than half lie in the Netherlands in one system alone, else [`Fault::NoCrs`].
pub fn infer(positions: &[Coord<f64>], rows: &[u64]) -> Result<Crs, Fault> {
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
    if rd > 0 && degrees > 0 {
        return Err(Fault::MixedCrs { rd, degrees });
    }
    Err(stray(positions, rows).unwrap_or(Fault::NoCrs))
}

/// The rows that keep the rest from being in the one system that fits more than half of them.
fn stray(positions: &[Coord<f64>], rows: &[u64]) -> Option<Fault> {
    let known = || positions.iter().zip(rows).filter(|(at, _)| at.x.is_finite() && at.y.is_finite());
    let total = known().count();
    let mut found = None;
    for crs in CANDIDATES.into_iter().map(Crs::Epsg) {
        let to = ToPlanar::new(&crs).ok()?;
        let misfits: Vec<_> = known().filter(|(at, _)| !fits(&crs, &to, **at)).collect();
        if misfits.len() * 2 >= total {
            continue;
        }
        let (at, row) = misfits.first()?;
        let fault = Fault::Stray { crs: crs.to_string(), rows: misfits.len(), row: **row, example: (at.x, at.y) };
        if found.replace(fault).is_some() {
            return None;
        }
    }
    found
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
    let all_fit = |crs: &Crs| ToPlanar::new(crs).is_ok_and(|to| positions.iter().all(|at| fits(crs, &to, *at)));
    let mut fitting = CANDIDATES.into_iter().map(Crs::Epsg).filter(all_fit);
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

fn fits(crs: &Crs, to: &ToPlanar, at: Coord<f64>) -> bool {
    let could = !crs.is_degrees() || near_netherlands_degrees(at);
    could && to.point(at).is_some_and(|Planar(at)| in_netherlands(at) && near_netherlands(at))
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
            assert_eq!(infer(&in_crs(code), &[1, 2, 3]), Ok(Crs::Epsg(code)));
        }
    }

    #[test]
    fn a_row_that_keeps_the_others_from_a_system_is_named() {
        let mut positions = in_crs(RD_NEW);
        positions.insert(1, Coord { x: 0.0, y: 0.0 });
        let stray = Fault::Stray { crs: "EPSG:28992".to_owned(), rows: 1, row: 12, example: (0.0, 0.0) };
        assert_eq!(infer(&positions, &[11, 12, 13, 14]), Err(stray));
        // half of them is not most of them
        positions.extend([Coord { x: 0.0, y: 0.0 }; 2]);
        assert_eq!(infer(&positions, &[11, 12, 13, 14, 15, 16]), Err(Fault::NoCrs));
    }

    #[test]
    fn swapped_axes_and_a_mixture_are_named() {
        let swapped: Vec<_> = in_crs(RD_NEW).into_iter().map(exchanged).collect();
        assert!(matches!(infer(&swapped, &[1, 2, 3]), Err(Fault::AxesSwapped { example: (y, x) }) if y > x));
        let swapped: Vec<_> = in_crs(ETRS89).into_iter().map(exchanged).collect();
        assert!(matches!(infer(&swapped, &[1, 2, 3]), Err(Fault::AxesSwapped { .. })));
        let mixed: Vec<_> = in_crs(RD_NEW).into_iter().chain(in_crs(ETRS89)).collect();
        assert_eq!(infer(&mixed, &[1, 2, 3, 4, 5, 6]), Err(Fault::MixedCrs { rd: 3, degrees: 3 }));
        assert_eq!(infer(&[Coord { x: 1.0, y: 2.0 }], &[1]), Err(Fault::NoCrs));
        assert_eq!(infer(&[], &[]), Err(Fault::NoCrs));
    }
}
