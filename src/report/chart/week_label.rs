//! Where the label of a line stands: beside it, over nothing else.

use super::sheet::length;

/// A label and the point of its line that it points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Left, top, width, height of the label.
    pub label: [i32; 4],
    /// The point of the line.
    pub point: (i32, i32),
}

/// What a label has to keep clear of, all in units of the page.
#[derive(Debug, Clone)]
pub(super) struct Ground<'a> {
    /// Left, top, width, height of the plot.
    pub plot: [i32; 4],
    /// Height of the labelled line at each step of the axis; `None` where it has no value.
    pub line: &'a [Option<i32>],
    /// Heights of the other lines at each step.
    pub others: &'a [Vec<Option<i32>>],
    /// Rectangles.
    pub taken: &'a [[i32; 4]],
}

/// White around a label.
const PAD: i32 = 10;
/// Shortest pointer.
const SHORTEST: i32 = 26;
/// How much longer a pointer may be to cross one line less.
const CROSSING: i32 = 130;
/// How far from the ends of a level stretch the point is at best, in steps.
const INWARD: usize = 14;
/// How much longer a pointer may be for each such step.
const INWARD_COST: i32 = 4;
/// Least distance between the point and every other line.
const CLEAR: i32 = 8;

/// The place of a label of a size with the shortest pointer, straight up or down, that crosses few lines; `None` when there is no room.
///
/// Time is at most steps × height / 16 × the steps that a label covers: each step is tried with every sixteenth unit of height.
pub(super) fn place(ground: &Ground, [width, height]: [i32; 2]) -> Option<Place> {
    let [left, top, wide, high] = ground.plot;
    let steps = ground.line.len();
    if width + 2 * PAD > wide {
        return None;
    }
    let mut best: Option<(i32, Place)> = None;
    for (step, y) in ground.line.iter().enumerate().filter_map(|(step, y)| Some((step, (*y)?))) {
        let others = || ground.others.iter().filter_map(|other| other.get(step).copied().flatten());
        let at = middle(ground.plot, steps, step);
        let box_left = (at - width / 2).clamp(left + PAD, left + wide - width - PAD);
        if y > top + high - CLEAR || others().any(|other| (other - y).abs() < CLEAR) || !(box_left..box_left + width).contains(&at) {
            continue;
        }
        let level = |step: usize| ground.line.get(step).is_some_and(|other| *other == Some(y));
        let inward = (1..=INWARD).take_while(|by| level(step + by) && step.checked_sub(*by).is_some_and(level)).count();
        for box_top in (top + PAD..top + high - height - PAD).step_by(16) {
            let label = [box_left, box_top, width, height];
            let end = if box_top > y { box_top } else { box_top + height };
            let pointer = (end - y).abs();
            let crossed = others().filter(|other| (y.min(end)..y.max(end)).contains(other)).count();
            let cost = pointer + CROSSING * length(crossed) - INWARD_COST * length(inward);
            let inside = (box_top..box_top + height).contains(&y);
            if inside || pointer < SHORTEST || best.is_some_and(|(least, _)| least <= cost) || !free(ground, label) {
                continue;
            }
            best = Some((cost, Place { label, point: (at, y) }));
        }
    }
    best.map(|(_, place)| place)
}

/// Whether a label meets no line and no rectangle. A line that jumps passes all heights between.
fn free(ground: &Ground, [left, top, width, height]: [i32; 4]) -> bool {
    let (right, bottom) = (left + width + PAD, top + height + PAD);
    let (left, top) = (left - PAD, top - PAD);
    let apart = |[x, y, w, h]: [i32; 4]| x >= right || x + w <= left || y >= bottom || y + h <= top;
    let steps = ground.line.len();
    let covered = step_at(ground.plot, steps, left)..=step_at(ground.plot, steps, right).min(steps.saturating_sub(1));
    let clear = |line: &[Option<i32>]| {
        let heights = line.get(covered.clone()).unwrap_or_default().iter().flatten();
        let (least, most) = heights.fold((i32::MAX, i32::MIN), |(least, most), y| (least.min(*y), most.max(*y)));
        least > bottom || most < top
    };
    ground.taken.iter().all(|taken| apart(*taken)) && clear(ground.line) && ground.others.iter().all(|other| clear(other))
}

/// The middle of a step.
fn middle([left, _, width, _]: [i32; 4], steps: usize, step: usize) -> i32 {
    left + (2 * length(step) + 1) * width / (2 * length(steps).max(1))
}

/// The step at a place; the first for what is left of the plot.
fn step_at([left, _, width, _]: [i32; 4], steps: usize, x: i32) -> usize {
    usize::try_from((x - left) * length(steps) / width.max(1)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_stands_clear_of_lines_and_points_at_its_own() {
        let line = vec![Some(200); 100];
        let others = [vec![Some(100); 100]];
        let ground = Ground { plot: [0, 0, 1000, 400], line: &line, others: &others, taken: &[] };
        let place = place(&ground, [200, 30]).unwrap();
        let [_, top, _, height] = place.label;
        assert_eq!(place.point.1, 200);
        assert!(top > 200 || (top > 100 && top + height < 200), "{place:?}");
    }

    #[test]
    fn no_room_is_no_place() {
        let line = vec![Some(20); 100];
        let ground = Ground { plot: [0, 0, 1000, 40], line: &line, others: &[], taken: &[] };
        assert_eq!(place(&ground, [200, 30]), None);
        assert_eq!(place(&Ground { line: &[], ..ground }, [10, 10]), None);
    }
}
