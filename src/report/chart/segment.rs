//! Which boxes, lines and discs meet, in units of the page.

/// A straight line between two places.
pub(super) type Segment = [(i32, i32); 2];
/// Left, top, right, bottom.
pub(super) type Frame = [i32; 4];

/// A box with so much white around it.
pub(super) fn grown([left, top, right, bottom]: Frame, by: i32) -> Frame {
    [left - by, top - by, right + by, bottom + by]
}

/// Whether two boxes share more than an edge.
pub(super) fn boxes_meet(one: Frame, other: Frame) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Whether a box lies within another.
pub(super) fn lies_within(one: Frame, other: Frame) -> bool {
    one[0] >= other[0] && one[1] >= other[1] && one[2] <= other[2] && one[3] <= other[3]
}

/// The distance from a place to a box; 0 inside.
pub(super) fn to_box((x, y): (i32, i32), [left, top, right, bottom]: Frame) -> f64 {
    f64::from(x - x.clamp(left, right.max(left))).hypot(f64::from(y - y.clamp(top, bottom.max(top))))
}

/// The distance from a place to a line.
pub(super) fn to_segment(at: (i32, i32), [from, to]: Segment) -> f64 {
    let between = |one: (i32, i32), other: (i32, i32)| (f64::from(other.0 - one.0), f64::from(other.1 - one.1));
    let ((along, down), (x, y)) = (between(from, to), between(from, at));
    let square = along * along + down * down;
    let part = if square > 0.0 { ((x * along + y * down) / square).clamp(0.0, 1.0) } else { 0.0 };
    (x - part * along).hypot(y - part * down)
}

/// Whether two lines cross or touch.
pub(super) fn lines_cross(one: Segment, other: Segment) -> bool {
    let apart = |line: Segment, ends: Segment| side(line, ends[0]) * side(line, ends[1]) < 0;
    let touch = |line: Segment, ends: Segment| ends.into_iter().any(|end| lies_on(line, end));
    (apart(one, other) && apart(other, one)) || touch(one, other) || touch(other, one)
}

/// On which side of a line a place lies: 0 on it, or beyond its ends.
fn side([from, to]: Segment, at: (i32, i32)) -> i64 {
    let (along, down) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
    (along * i64::from(at.1 - from.1) - down * i64::from(at.0 - from.0)).signum()
}

fn lies_on(line: Segment, at: (i32, i32)) -> bool {
    let [from, to] = line;
    let within = |one: i32, other: i32, between: i32| (one.min(other)..=one.max(other)).contains(&between);
    side(line, at) == 0 && within(from.0, to.0, at.0) && within(from.1, to.1, at.1)
}

/// Whether a line enters a box.
pub(super) fn line_enters(line: Segment, [left, top, right, bottom]: Frame) -> bool {
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    let inside = |(x, y): (i32, i32)| (left..=right).contains(&x) && (top..=bottom).contains(&y);
    line.into_iter().any(inside) || (0..4).any(|corner| lines_cross(line, [corners[corner], corners[(corner + 1) % 4]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The box of 10 by 4, and lines through it, along it and past it.
    #[test]
    fn lines_and_boxes_meet_where_they_do() {
        let frame = [0, 0, 10, 4];
        let enters = |from, to| line_enters([from, to], frame);
        assert!(enters((-5, 2), (15, 2)) && enters((5, 2), (6, 3)) && enters((-1, 3), (1, 5)));
        assert!(!enters((-5, 5), (15, 5)) && !enters((-3, 1), (-1, 3)) && !enters((11, 0), (11, 9)));
        assert!(boxes_meet(frame, [9, 3, 12, 6]) && !boxes_meet(frame, [10, 0, 12, 4]));
        assert!(lies_within([1, 1, 9, 4], frame) && !lies_within([1, 1, 9, 5], frame));
    }

    /// 3, 4 and 5; past the end of the line it is the distance to that end.
    #[test]
    fn distances_are_to_the_nearest_part() {
        assert!((to_box((13, 8), [0, 0, 10, 4]) - 5.0).abs() < 1e-9);
        assert!(to_box((5, 2), [0, 0, 10, 4]).abs() < 1e-9);
        assert!((to_segment((13, 4), [(0, 0), (10, 0)]) - 5.0).abs() < 1e-9);
        assert!((to_segment((5, 4), [(0, 0), (10, 0)]) - 4.0).abs() < 1e-9);
        assert!((to_segment((3, 4), [(0, 0), (0, 0)]) - 5.0).abs() < 1e-9);
    }
}
