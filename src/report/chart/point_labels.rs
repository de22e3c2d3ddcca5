//! Where the labels of points stand: beside their point when there is room, else farther away with a line to it.

use std::f64::consts::TAU;

use super::segment::{Frame, Segment, boxes_meet, grown, lies_within, line_enters, lines_cross, to_box, to_segment};
use super::sheet::whole;

/// A point that wants a label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    /// Its middle.
    pub at: (i32, i32),
    /// Its radius.
    pub radius: i32,
    /// Width and height of the label.
    pub size: [i32; 2],
}

/// What labels have to keep clear of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    /// Where labels may stand.
    pub frame: Frame,
    /// Lines that a label should not hide.
    pub lines: &'a [Segment],
}

/// A place for a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placed {
    /// Left, top, right, bottom of the label.
    pub label: Frame,
    /// The line to its point, when it does not stand beside it.
    pub leader: Option<Segment>,
}

/// From a point or the end of its line to the label.
const GAP: i32 = 7;
/// White between labels, and between a label and another point.
const WHITE: i32 = 5;
/// A label this near to another point needs a line, so that nobody mistakes whose it is.
const NEAR: f64 = 16.0;
/// How much farther away a label is tried each time, and how often.
const STEP: i32 = 26;
const RINGS: i32 = 26;
/// Directions in which a label is tried: right first, then up, left and down, and what lies between.
const DIRECTIONS: [i32; 16] = [0, 4, 8, 12, 2, 14, 6, 10, 1, 15, 3, 13, 5, 11, 7, 9];
/// How much farther away a label may stand to have no line through it, or to lie nearer to its own point than to another.
const HIDES: f64 = 170.0;
const DOUBT: f64 = 110.0;
/// The same for a line to a point that crosses a line of the chart, or runs through another point.
const CROSSES: f64 = 12.0;
const THROUGH: f64 = 200.0;
/// How often all labels are placed again, given the others.
const ROUNDS: usize = 3;
/// How often all begin in another order.
const AGAIN: usize = 8;
/// What it costs to have no place.
const NOWHERE: f64 = 1e6;

/// A place and what it costs; `None` where there is no room.
type Found = Option<(f64, Placed)>;

/// A place for each label, in the same order; `None` for one that has no room.
///
/// Labels meet no point and no other label, and a line to a point meets no label and no other such line; it runs through another point only
/// where nothing else will do. One after the other takes the best place that is left; then each may move to a better one. All begin again a few
/// times, the one that had it worst first, and the best of that counts. O(n² × places) for n points.
pub(super) fn place(spots: &[Spot], ground: Ground) -> Vec<Option<Placed>> {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    let mut best: Option<(f64, Vec<Found>)> = None;
    for _ in 0..AGAIN {
        let found = one_by_one(spots, &order, ground);
        let price = |own: usize| found[own].map_or(NOWHERE, |(price, _)| price);
        if let Some(worst) = (0..order.len()).reduce(|one, other| if price(order[other]) > price(order[one]) { other } else { one }) {
            order[..=worst].rotate_right(1);
        }
        let total: f64 = (0..found.len()).map(price).sum();
        let is_easy = (0..found.len()).all(|own| price(own) < f64::from(STEP));
        if best.as_ref().is_none_or(|(least, _)| total < *least) {
            best = Some((total, found));
        }
        if is_easy {
            break;
        }
    }
    best.map_or_else(Vec::new, |(_, found)| found.into_iter().map(|found| found.map(|(_, place)| place)).collect())
}

fn one_by_one(spots: &[Spot], order: &[usize], ground: Ground) -> Vec<Found> {
    let mut found: Vec<Found> = vec![None; spots.len()];
    for _ in 0..ROUNDS {
        for own in order {
            found[*own] = None;
            found[*own] = best(spots, *own, &found, ground);
        }
    }
    found
}

/// The best place for a label among those that are placed; ties go to the first that was tried.
fn best(spots: &[Spot], own: usize, placed: &[Found], ground: Ground) -> Found {
    let mut best: Found = None;
    for ring in 0..RINGS {
        for (rank, direction) in (0..).zip(DIRECTIONS) {
            let there = candidate(spots[own], ring, direction);
            let near = f64::from(ring * STEP) + f64::from(rank);
            // Nothing farther away is better.
            if best.is_some_and(|(least, _)| least <= near) {
                continue;
            }
            let Some(more) = cost(spots, own, there, placed, ground) else { continue };
            if best.is_none_or(|(least, _)| near + more < least) {
                best = Some((near + more, there));
            }
        }
    }
    best
}

/// The label so many rings away in a direction, in sixteenths of a turn against the clock from the right.
fn candidate(spot: Spot, ring: i32, direction: i32) -> Placed {
    let angle = TAU * f64::from(direction) / 16.0;
    let (right, up) = (angle.cos(), angle.sin());
    let out = |by: i32| (spot.at.0 + whole(right * f64::from(by)), spot.at.1 - whole(up * f64::from(by)));
    let far = spot.radius + GAP + ring * STEP;
    let (x, y) = out(far);
    let [width, height] = spot.size;
    // The side of the label, or its corner, that faces the point stands there.
    let side = |part: f64, size: i32| {
        if part > 0.3 {
            0
        } else if part < -0.3 {
            size
        } else {
            size / 2
        }
    };
    let (left, top) = (x - side(right, width), y - side(-up, height));
    let leader = (ring > 0).then(|| [out(spot.radius + 2), out(far - 4)]);
    Placed { label: [left, top, left + width, top + height], leader }
}

/// What a place costs beside its distance; `None` where the label may not stand.
fn cost(spots: &[Spot], own: usize, there: Placed, placed: &[Found], ground: Ground) -> Option<f64> {
    let wide = grown(there.label, WHITE);
    if !lies_within(there.label, ground.frame) {
        return None;
    }
    let hides = |line: &&Segment| line_enters(**line, grown(there.label, 2));
    let mut cost = if ground.lines.iter().any(|line| hides(&line)) { HIDES } else { 0.0 };
    for (place, spot) in spots.iter().enumerate() {
        let away = to_box(spot.at, there.label) - f64::from(spot.radius);
        if away < f64::from(WHITE) {
            return None;
        }
        if place == own {
            continue;
        }
        let touches = f64::from(spot.radius + spots[own].radius) >= distance(spot.at, spots[own].at);
        match there.leader {
            None if away < NEAR || touches => cost += DOUBT,
            Some(leader) if to_segment(spot.at, leader) < f64::from(spot.radius) => cost += THROUGH,
            _ => {}
        }
    }
    for (_, other) in placed.iter().flatten() {
        let crossed = |line: Segment| line_enters(line, wide) || there.leader.is_some_and(|own| lines_cross(own, line));
        let hidden = there.leader.is_some_and(|own| line_enters(own, grown(other.label, WHITE)));
        if boxes_meet(wide, other.label) || hidden || other.leader.is_some_and(crossed) {
            return None;
        }
    }
    if let Some(leader) = there.leader {
        cost += ground.lines.iter().filter(|line| lines_cross(leader, **line)).map(|_| CROSSES).sum::<f64>();
    }
    Some(cost)
}

fn distance(one: (i32, i32), other: (i32, i32)) -> f64 {
    f64::from(one.0 - other.0).hypot(f64::from(one.1 - other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUND: Ground = Ground { frame: [0, 0, 1000, 500], lines: &[] };

    fn spot(x: i32, y: i32) -> Spot {
        Spot { at: (x, y), radius: 10, size: [100, 30] }
    }

    #[test]
    fn a_label_stands_right_of_its_point_or_where_there_is_room() {
        // Right: from 200 + 10 + 7. At the right edge: above, in the middle. In the corner: below, to the left.
        let label = |x, y| place(&[spot(x, y)], GROUND)[0].unwrap().label;
        assert_eq!(label(200, 200), [217, 185, 317, 215]);
        assert_eq!(label(950, 200), [900, 153, 1000, 183]);
        assert_eq!(label(990, 10), [878, 22, 978, 52]);
    }

    #[test]
    fn a_line_of_the_chart_is_not_hidden() {
        let line = [[(250, 0), (250, 500)]];
        let there = place(&[spot(200, 200)], Ground { lines: &line, ..GROUND })[0].unwrap();
        assert!(!line_enters(line[0], there.label), "{there:?}");
    }

    #[test]
    fn in_a_crowd_nothing_meets() {
        let spots: Vec<Spot> = (0..9).map(|number| spot(500 + number % 3 * 9, 250 + number / 3 * 11)).collect();
        let placed: Vec<Placed> = place(&spots, GROUND).into_iter().map(Option::unwrap).collect();
        for (number, one) in placed.iter().enumerate() {
            assert!(spots.iter().all(|spot| to_box(spot.at, one.label) >= f64::from(spot.radius)), "{one:?}");
            for other in &placed[..number] {
                assert!(!boxes_meet(one.label, other.label), "{one:?} {other:?}");
                let crossed = |line: Segment, label| line_enters(line, label);
                assert!(!one.leader.is_some_and(|line| crossed(line, other.label)), "{one:?} {other:?}");
                assert!(!other.leader.is_some_and(|line| crossed(line, one.label)), "{one:?} {other:?}");
            }
        }
        assert_eq!(placed, place(&spots, GROUND).into_iter().map(Option::unwrap).collect::<Vec<_>>());
    }

    #[test]
    fn no_room_is_no_place() {
        assert_eq!(place(&[spot(50, 10)], Ground { frame: [0, 0, 90, 90], ..GROUND }), [None]);
        assert!(place(&[], GROUND).is_empty());
    }
}
