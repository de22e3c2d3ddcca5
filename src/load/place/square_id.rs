//! The ids of squares, which say where the squares are.

use geo::Coord;

/// The lower-left corner of a CBS square, metres: `E0974N4514` → 97 400, 451 400.
pub(super) fn rd_corner(id: &str) -> Option<Coord<f64>> {
    let (east, north) = id.strip_prefix('E')?.split_once('N')?;
    let hectometres = |digits: &str| {
        let bytes = digits.as_bytes();
        (bytes.len() == 4 && bytes.iter().all(u8::is_ascii_digit))
            .then(|| bytes.iter().fold(0u32, |sum, digit| sum * 10 + u32::from(digit - b'0')))
    };
    Some(Coord { x: f64::from(hectometres(east)?) * 100.0, y: f64::from(hectometres(north)?) * 100.0 })
}

/// The lower-left corner and side of a Eurostat square in EPSG:3035, metres: `CRS3035RES1000mN3020000E3837000`.
pub(super) fn laea_corner(id: &str) -> Option<(Coord<f64>, f64)> {
    let rest = id.strip_prefix("CRS3035RES")?;
    let (side, rest) = rest.split_once('m')?;
    let (north, east) = rest.strip_prefix('N')?.split_once('E')?;
    let metres = |digits: &str| digits.parse::<u32>().ok().map(f64::from);
    Some((Coord { x: metres(east)?, y: metres(north)? }, metres(side)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_a_square_is_its_lower_left_corner() {
        assert_eq!(rd_corner("E0974N4514"), Some(Coord { x: 97_400.0, y: 451_400.0 }));
        for wrong in ["E974N4514", "E09740N45140", "N4514E0974", "E0974 N4514", "", "E09+4N4514"] {
            assert_eq!(rd_corner(wrong), None, "{wrong}");
        }
        let corner = laea_corner("CRS3035RES1000mN3020000E3837000");
        assert_eq!(corner, Some((Coord { x: 3_837_000.0, y: 3_020_000.0 }, 1000.0)));
    }
}
