//! Coordinates that know their world, and the only place that turns one into the other.
//!
//! [`Planar`] is RD New (EPSG:28992, metres, x east, y north), in which every distance is measured. [`LonLat`] is ETRS89 in degrees,
//! longitude first, as files and web maps have it. Conversion happens twice: on load ([`ToPlanar`]) and on report ([`ToLonLat`]).
//!
//! What a file calls WGS 84 is read as ETRS89 (EPSG:4258): Dutch files mean that, and the difference to today's WGS 84 is below a metre.
//! PROJ's built-in seven parameters are used, without the correction grid: inside the Netherlands at most 0.25 m from the official
//! RDNAPTRANS2018 (checked against the 10,000 official points), which is ample for squares of 100 m.

use std::fmt;

use geo::Coord;
use proj::Proj;

/// EPSG code of RD New.
pub const RD_NEW: u32 = 28992;
/// EPSG code of ETRS89 in degrees.
pub const ETRS89: u32 = 4258;

/// Something in RD New, metres.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Planar<G>(pub G);

impl<G> Planar<G> {
    /// The coordinates inside.
    pub fn get(&self) -> &G {
        &self.0
    }
}

impl Planar<Coord<f64>> {
    /// Straight-line distance in metres.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        (self.0.x - other.0.x).hypot(self.0.y - other.0.y)
    }
}

/// Something in ETRS89 degrees, longitude first.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LonLat<G>(pub G);

/// A coordinate system as a file or a study states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Crs {
    /// A code of the EPSG register.
    Epsg(u32),
    /// A definition that PROJ understands: WKT or a PROJ string.
    Definition(String),
}

impl Crs {
    /// Reads `EPSG:28992`, `28992`, `RD`, `urn:ogc:def:crs:EPSG::28992`, `OGC:CRS84`, a WKT or a PROJ string.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let upper = text.to_ascii_uppercase();
        if upper.contains("CRS84") {
            return Self::Epsg(4326);
        }
        if matches!(upper.as_str(), "RD" | "RD NEW" | "RIJKSDRIEHOEK") {
            return Self::Epsg(RD_NEW);
        }
        let code = upper
            .strip_prefix("URN:OGC:DEF:CRS:EPSG:")
            .and_then(|rest| rest.rsplit(':').next())
            .or_else(|| upper.strip_prefix("HTTP://WWW.OPENGIS.NET/DEF/CRS/EPSG/").and_then(|rest| rest.rsplit('/').next()))
            .or_else(|| upper.strip_prefix("EPSG:"))
            .unwrap_or(&upper);
        match code.trim().parse() {
            Ok(code) => Self::Epsg(code),
            Err(_) => Self::from_wkt(text).unwrap_or_else(|| Self::Definition(text.to_owned())),
        }
    }

    /// The EPSG code of a WKT that names one of the systems Dutch files come in, whoever wrote it.
    ///
    /// An ESRI `.prj` of RD New carries no datum shift; going by its name gives the official one.
    fn from_wkt(wkt: &str) -> Option<Self> {
        let upper = wkt.to_ascii_uppercase().replace([' ', '-'], "_");
        let name = upper.split('"').nth(1)?;
        Some(Self::Epsg(match () {
            () if name.contains("AMERSFOORT_/_RD_NEW") || name.contains("RD_NEW") => RD_NEW,
            () if upper.starts_with("GEOG") && (name.contains("WGS_84") || name.contains("WGS_1984")) => 4326,
            () if upper.starts_with("GEOG") && name.contains("ETRS") && name.contains("89") => ETRS89,
            () if name.contains("ETRS") && name.contains("LAEA") => 3035,
            () if name.contains("PSEUDO_MERCATOR") || name.contains("WEB_MERCATOR") => 3857,
            () => return None,
        }))
    }

    /// Whether coordinates are RD New already.
    #[must_use]
    pub fn is_rd(&self) -> bool {
        matches!(self, Self::Epsg(RD_NEW | 7415))
    }

    /// Whether coordinates are degrees of ETRS89 or WGS 84.
    #[must_use]
    pub fn is_degrees(&self) -> bool {
        matches!(self, Self::Epsg(4326 | 4258 | 4979 | 4937))
    }

    /// About how many metres a step of 1 is in the Netherlands, east and north: for the size of what is drawn, never for a distance.
    ///
    /// A degree of latitude is 111.3 km; of longitude, at 52 degrees north, 68.5 km. Any other system is taken to be in metres.
    #[must_use]
    pub fn metres_a_step(&self) -> (f64, f64) {
        if self.is_degrees() { (68_500.0, 111_300.0) } else { (1.0, 1.0) }
    }

    /// What PROJ is asked for: WGS 84 counts as ETRS89.
    fn definition(&self) -> String {
        match self {
            Self::Epsg(_) if self.is_degrees() => format!("EPSG:{ETRS89}"),
            Self::Epsg(code) => format!("EPSG:{code}"),
            Self::Definition(text) => text.clone(),
        }
    }
}

impl fmt::Display for Crs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Epsg(code) => write!(f, "EPSG:{code}"),
            Self::Definition(text) => f.write_str(text.split('"').nth(1).unwrap_or(text)),
        }
    }
}

/// A coordinate system that PROJ cannot bring to RD New.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{crs}: {detail}")]
pub struct CrsError {
    /// The system asked for.
    pub crs: String,
    /// PROJ's own words.
    pub detail: String,
}

/// From a file's coordinates to RD New. Not shared between threads: PROJ is not thread-safe.
pub struct ToPlanar {
    proj: Option<Proj>,
    is_degrees: bool,
}

impl ToPlanar {
    /// A transformer from `crs`; none is built when the coordinates are RD New already.
    ///
    /// # Errors
    /// When PROJ does not know the system.
    pub fn new(crs: &Crs) -> Result<Self, CrsError> {
        if crs.is_rd() {
            return Ok(Self { proj: None, is_degrees: false });
        }
        let is_degrees = crs.is_degrees();
        transformer(&crs.definition(), &format!("EPSG:{RD_NEW}"), crs).map(|proj| Self { proj: Some(proj), is_degrees })
    }

    /// One position; `None` where the systems do not meet.
    #[must_use]
    pub fn point(&self, at: Coord<f64>) -> Option<Planar<Coord<f64>>> {
        // PROJ prints a line of its own for each of these
        if self.is_degrees && !(at.x.abs() <= 360.0 && at.y.abs() <= 90.0) {
            return None;
        }
        let to = match &self.proj {
            None => at,
            Some(proj) => proj.convert(at).ok()?,
        };
        (to.x.is_finite() && to.y.is_finite()).then_some(Planar(to))
    }
}

/// From RD New to longitude and latitude. Not shared between threads.
pub struct ToLonLat {
    proj: Proj,
}

impl ToLonLat {
    /// The transformer.
    ///
    /// # Errors
    /// Only when PROJ's own database is damaged.
    pub fn new() -> Result<Self, CrsError> {
        let rd = Crs::Epsg(RD_NEW);
        transformer(&rd.definition(), &format!("EPSG:{ETRS89}"), &rd).map(|proj| Self { proj })
    }

    /// One position, degrees; `None` where the systems do not meet.
    #[must_use]
    pub fn point(&self, at: Planar<Coord<f64>>) -> Option<LonLat<Coord<f64>>> {
        self.proj.convert(at.0).ok().filter(|to| to.x.is_finite() && to.y.is_finite()).map(LonLat)
    }
}

/// Builds a PROJ transformation whose axes are x east, y north at both ends.
fn transformer(from: &str, to: &str, asked: &Crs) -> Result<Proj, CrsError> {
    Proj::new_known_crs(from, to, None).map_err(|error| CrsError { crs: asked.to_string(), detail: error.to_string() })
}

/// Whether a position in RD New lies in the box around the Netherlands.
#[must_use]
pub fn in_netherlands(at: Coord<f64>) -> bool {
    (10_000.0..=285_000.0).contains(&at.x) && (300_000.0..=625_000.0).contains(&at.y)
}

/// Whether a position in RD New lies in the Netherlands or within about 80 km of it.
///
/// Squares across the border take part in a study, such as those of the European grid; anything farther away is another coordinate
/// system read as RD.
#[must_use]
pub fn near_netherlands(at: Coord<f64>) -> bool {
    (-60_000.0..=350_000.0).contains(&at.x) && (230_000.0..=690_000.0).contains(&at.y)
}

/// Whether degrees, longitude first, lie in or around the Netherlands.
#[must_use]
pub fn near_netherlands_degrees(at: Coord<f64>) -> bool {
    (2.3..=8.4).contains(&at.x) && (50.0..=54.3).contains(&at.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_known_under_all_its_names() {
        for text in ["EPSG:28992", "28992", "rd", "urn:ogc:def:crs:EPSG::28992", "http://www.opengis.net/def/crs/EPSG/0/28992"] {
            assert!(Crs::parse(text).is_rd(), "{text}");
        }
        let esri = r#"PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]]]]"#;
        assert!(Crs::parse(esri).is_rd());
        let ogc = r#"PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort"]]]"#;
        assert!(Crs::parse(ogc).is_rd());
        assert!(Crs::parse("urn:ogc:def:crs:OGC:1.3:CRS84").is_degrees());
        assert!(Crs::parse(r#"GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]"#).is_degrees());
    }

    #[test]
    fn the_tower_of_amersfoort_is_the_origin_of_rd() {
        // The Onze Lieve Vrouwetoren stands at 155000, 463000 by definition; its ETRS89 position is published as
        // 52°09'22.178" N, 5°23'15.500" E (Bessel) shifted to 52.155172 N, 5.387206 E.
        let to = ToPlanar::new(&Crs::Epsg(4326)).unwrap();
        let at = to.point(Coord { x: 5.387_203_66, y: 52.155_172_91 }).unwrap();
        assert!(at.distance(Planar(Coord { x: 155_000.0, y: 463_000.0 })) < 0.5, "{at:?}");
        let back = ToLonLat::new().unwrap().point(at).unwrap();
        assert!((back.0.x - 5.387_203_66).abs() < 1e-8 && (back.0.y - 52.155_172_91).abs() < 1e-8);
    }

    #[test]
    fn an_unknown_system_is_named() {
        let error = ToPlanar::new(&Crs::Epsg(999_999)).err().unwrap();
        assert_eq!(error.crs, "EPSG:999999");
    }
}
