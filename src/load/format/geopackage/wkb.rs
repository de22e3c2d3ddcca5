//! Well-known binary, read where it lies: no geometry is built, no count in the file is trusted.
//!
//! `geozero` reads the same and is the oracle of the tests; it makes room for as many coordinates as a damaged file claims, and costs
//! several times as much for a square.

use geo::Coord;

/// What a run of coordinates is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// One point.
    Point,
    /// A line.
    Line,
    /// The outer ring of a polygon: a new polygon starts.
    Exterior,
    /// A hole in the polygon that started last.
    Interior,
}

/// Walks through a geometry, from Point to `MultiPolygon`, and hands every run of coordinates to `take`. An empty point is left out.
///
/// # Errors
/// What is wrong, in words: it breaks off, or is of a type that has no single place (collections, curves, surfaces).
pub(super) fn walk(wkb: &[u8], mut take: impl FnMut(Part, Coords<'_>)) -> Result<(), String> {
    let mut cursor = Cursor { rest: wkb };
    let head = cursor.head()?;
    match head.kind {
        1..=3 => cursor.simple(head, &mut take),
        4..=6 => {
            for _ in 0..cursor.count(head)? {
                let member = cursor.head()?;
                if member.kind != head.kind - 3 {
                    return Err(format!("geometry of type {} in one of type {}", member.kind, head.kind));
                }
                cursor.simple(member, &mut take)?;
            }
            Ok(())
        }
        7 => Err("a collection of geometries".to_owned()),
        kind => Err(format!("geometry type {kind}")),
    }
}

/// The coordinates of a point, a line or a ring.
#[derive(Debug, Clone)]
pub(super) struct Coords<'a> {
    bytes: &'a [u8],
    stride: usize,
    big_endian: bool,
}

impl Iterator for Coords<'_> {
    type Item = Coord<f64>;

    #[inline]
    fn next(&mut self) -> Option<Coord<f64>> {
        let (point, rest) = self.bytes.split_at_checked(self.stride)?;
        let (x, point) = point.split_first_chunk()?;
        let y = point.first_chunk()?;
        self.bytes = rest;
        Some(if self.big_endian {
            Coord { x: f64::from_be_bytes(*x), y: f64::from_be_bytes(*y) }
        } else {
            Coord { x: f64::from_le_bytes(*x), y: f64::from_le_bytes(*y) }
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let count = self.bytes.len() / self.stride;
        (count, Some(count))
    }
}

/// Byte order, type and bytes a coordinate.
#[derive(Debug, Clone, Copy)]
struct Head {
    big_endian: bool,
    kind: u32,
    stride: usize,
}

/// What is still to be read.
struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or_else(|| "breaks off".to_owned())?;
        self.rest = rest;
        Ok(taken)
    }

    fn number(&mut self, big_endian: bool) -> Result<u32, String> {
        let bytes = self.take(4)?.first_chunk().ok_or_else(|| "breaks off".to_owned())?;
        Ok(if big_endian { u32::from_be_bytes(*bytes) } else { u32::from_le_bytes(*bytes) })
    }

    fn count(&mut self, head: Head) -> Result<usize, String> {
        self.number(head.big_endian).map(|count| count as usize)
    }

    /// Reads the head of a geometry: the ISO codes of Z and M (1000 and 2000 more), and the flag bits of older writers.
    fn head(&mut self) -> Result<Head, String> {
        let big_endian = match self.take(1)? {
            [0] => true,
            [1] => false,
            order => return Err(format!("byte order {order:?}")),
        };
        let code = self.number(big_endian)?;
        let (flags, code) = (code >> 28, code & 0x0FFF_FFFF);
        if flags & 0b0011 != 0 || code >= 4000 {
            return Err(format!("geometry type {code}"));
        }
        let has_z = flags & 0b1000 != 0 || matches!(code / 1000, 1 | 3);
        let has_m = flags & 0b0100 != 0 || matches!(code / 1000, 2 | 3);
        Ok(Head { big_endian, kind: code % 1000, stride: 16 + 8 * (usize::from(has_z) + usize::from(has_m)) })
    }

    fn coords(&mut self, head: Head, count: usize) -> Result<Coords<'a>, String> {
        let bytes = self.take(count.saturating_mul(head.stride))?;
        Ok(Coords { bytes, stride: head.stride, big_endian: head.big_endian })
    }

    /// A point, a line or a polygon.
    fn simple(&mut self, head: Head, take: &mut impl FnMut(Part, Coords<'_>)) -> Result<(), String> {
        match head.kind {
            1 => {
                let coords = self.coords(head, 1)?;
                if !coords.clone().all(|at| at.x.is_nan() && at.y.is_nan()) {
                    take(Part::Point, coords);
                }
            }
            2 => {
                let count = self.count(head)?;
                take(Part::Line, self.coords(head, count)?);
            }
            _ => {
                for ring in 0..self.count(head)? {
                    let count = self.count(head)?;
                    take(if ring == 0 { Part::Exterior } else { Part::Interior }, self.coords(head, count)?);
                }
            }
        }
        Ok(())
    }
}
