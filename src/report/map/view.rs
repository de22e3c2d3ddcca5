//! From metres in the field to units on the page.

use geo::Coord;

use super::describe::{HIDDEN, Map};

/// Positions farther than this from the origin of RD, in metres, are no place on Earth and are left out.
const FARTHEST: f64 = 1e8;
/// The smallest side of the ground that is shown, in metres: a map of a single address has a scale too.
const SMALLEST: f64 = 500.0;
/// Free ground around what is shown, as a part of its longer side.
const MARGIN: f64 = 0.035;

/// A rectangle on the page: left, top, width, height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Frame {
    /// The corners as left, top, right, bottom.
    pub fn edges(&self) -> [f64; 4] {
        [self.x, self.y, self.x + self.width, self.y + self.height]
    }
}

/// A rectangle of ground in metres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    low: Coord<f64>,
    high: Coord<f64>,
}

impl Extent {
    /// The ground that a map must show: the municipalities of the study; without these whatever there is.
    pub fn of(map: &Map) -> Self {
        let of_borders = |in_study: bool| {
            let shapes = map.borders.iter().filter(move |border| border.in_study || !in_study);
            Self::around(shapes.flat_map(|border| border.shape.0.iter().flat_map(|polygon| polygon.exterior().coords().copied())))
        };
        let half = map.cells.side.get() / 2.0;
        let cells = map.cells.centres.0.iter().zip(map.cells.class).filter(|(_, class)| **class != HIDDEN).map(|(at, _)| *at);
        let corners = cells.flat_map(|at| [Coord { x: at.x - half, y: at.y - half }, Coord { x: at.x + half, y: at.y + half }]);
        let sites = map.sites.iter().map(|site| site.at.0);
        let flows = map.flows.iter().flat_map(|flow| [flow.from.0, flow.to.0]);
        of_borders(true)
            .or_else(|| Self::around(corners))
            .or_else(|| of_borders(false))
            .or_else(|| Self::around(sites))
            .or_else(|| Self::around(flows))
            .unwrap_or(Self { low: Coord { x: 0.0, y: 0.0 }, high: Coord { x: 0.0, y: 0.0 } })
            .roomy()
    }

    /// The box around all usable positions; `None` when there are none.
    fn around(positions: impl Iterator<Item = Coord<f64>>) -> Option<Self> {
        positions.filter(|at| usable(*at)).fold(None, |extent, at| {
            Some(match extent {
                None => Self { low: at, high: at },
                Some(Self { low, high }) => {
                    Self { low: Coord { x: low.x.min(at.x), y: low.y.min(at.y) }, high: Coord { x: high.x.max(at.x), y: high.y.max(at.y) } }
                }
            })
        })
    }

    /// With a margin, and never smaller than a village.
    fn roomy(self) -> Self {
        let margin = (self.width().max(self.height()) * MARGIN).max(SMALLEST / 2.0);
        Self {
            low: Coord { x: self.low.x - margin, y: self.low.y - margin },
            high: Coord { x: self.high.x + margin, y: self.high.y + margin },
        }
    }

    fn width(self) -> f64 {
        self.high.x - self.low.x
    }

    fn height(self) -> f64 {
        self.high.y - self.low.y
    }

    /// The height of the ground on the page at a scale.
    pub fn height_at(self, scale: f64) -> f64 {
        self.height() * scale
    }

    /// Page units a metre, when the ground is fitted into a frame.
    pub fn scale_in(self, frame: Frame) -> f64 {
        (frame.width / self.width()).min(frame.height / self.height())
    }
}

/// Whether a position can be drawn.
pub(super) fn usable(at: Coord<f64>) -> bool {
    at.x.abs() <= FARTHEST && at.y.abs() <= FARTHEST
}

/// How the ground lies in the frame of the map.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    /// Where on the page.
    pub frame: Frame,
    /// Page units a metre.
    pub scale: f64,
    centre: Coord<f64>,
}

impl View {
    /// Fits the ground into the frame, centred.
    pub fn new(extent: Extent, frame: Frame) -> Self {
        let centre = Coord { x: extent.low.x.midpoint(extent.high.x), y: extent.low.y.midpoint(extent.high.y) };
        Self { frame, scale: extent.scale_in(frame), centre }
    }

    /// Where a position is on the page.
    pub fn place(&self, at: Coord<f64>) -> [f64; 2] {
        [
            self.frame.x + self.frame.width / 2.0 + (at.x - self.centre.x) * self.scale,
            self.frame.y + self.frame.height / 2.0 - (at.y - self.centre.y) * self.scale,
        ]
    }

    /// Whether a place on the page lies within `slack` of the frame; never for what is not a number.
    pub fn shows(&self, [x, y]: [f64; 2], slack: f64) -> bool {
        let [left, top, right, bottom] = self.frame.edges();
        x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn north_is_up_and_the_scale_is_the_same_both_ways() {
        let extent = Extent { low: Coord { x: 1000.0, y: 2000.0 }, high: Coord { x: 3000.0, y: 3000.0 } };
        let view = View::new(extent, Frame { x: 10.0, y: 20.0, width: 200.0, height: 200.0 });
        // 2000 m in 200 units: 0.1 a metre; the ground is 100 units high and sits in the middle of 200.
        assert!((view.scale - 0.1).abs() < 1e-12);
        for ((x, y), [right, down]) in [((1000.0, 3000.0), [10.0, 70.0]), ((3000.0, 2000.0), [210.0, 170.0])] {
            let at = view.place(Coord { x, y });
            assert!((at[0] - right).abs() < 1e-9 && (at[1] - down).abs() < 1e-9, "{at:?}");
        }
    }
}
