//! Scenes to draw: owned data that a [`Map`] can borrow.

use geo::{Coord, LineString, MultiPolygon, Polygon};

use crate::crs::Planar;
use crate::report::map::{Border, CONTEXT, CellMarks, Class, Flow, Map, MapWords, SiteKind, SiteMark};
use crate::units::Metres;

/// Numbers that look random and never change: the generator of Lehmer (1951) with the constants of Park & Miller (1988).
pub struct Dice(pub u64);

impl Dice {
    /// The next number, 0 to 1.
    pub fn roll(&mut self) -> f64 {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        self.0 as f64 / 2_147_483_647.0
    }
}

/// Everything a map borrows.
#[derive(Default)]
pub struct Scene {
    pub borders: Vec<(String, bool, MultiPolygon<f64>)>,
    pub centres: Vec<Coord<f64>>,
    pub class: Vec<u8>,
    pub weight: Vec<f64>,
    pub side: f64,
    pub sites: Vec<SiteMark>,
    pub flows: Vec<Flow>,
}

/// A rectangle as a municipality.
pub fn rectangle(x: f64, y: f64, width: f64, height: f64) -> MultiPolygon<f64> {
    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
    MultiPolygon(vec![Polygon::new(LineString::from(corners.to_vec()), Vec::new())])
}

pub fn site(x: f64, y: f64, kind: SiteKind, label: &str) -> SiteMark {
    SiteMark { at: Planar(Coord { x, y }), kind, label: (!label.is_empty()).then(|| label.to_owned()) }
}

/// A line between two places.
pub fn flow(from: [f64; 2], to: [f64; 2], weight: f64) -> Flow {
    let at = |[x, y]: [f64; 2]| Planar(Coord { x, y });
    Flow { from: at(from), to: at(to), weight }
}

impl Scene {
    /// Eight municipalities of 9 by 8 km in two rows, neighbours around them, villages of squares of 100 m, a desk in most.
    pub fn region() -> Self {
        let mut dice = Dice(7);
        let mut scene = Self { side: 100.0, ..Self::default() };
        let names =
            ["Waterstreek", "Rijnveld", "'s-Gravendijk", "Lekkerwaard", "Overbroek", "Oud-Tielerveen", "Nieuw-Merwestein", "Kromme Linge"];
        let mut names = names.iter();
        for row in 0..4 {
            for column in 0..6 {
                let in_study = (1..=4).contains(&column) && (1..=2).contains(&row);
                let (x, y) = (150_000.0 + 9000.0 * f64::from(column), 430_000.0 + 8000.0 * f64::from(row));
                let name = if in_study { (*names.next().unwrap()).to_owned() } else { format!("Buur {row}{column}") };
                scene.borders.push((name.clone(), in_study, rectangle(x, y, 9000.0, 8000.0)));
                for village in 0..3 {
                    let at = [x + 9000.0 * dice.roll(), y + 8000.0 * dice.roll()];
                    scene.village(&mut dice, at, if village == 0 { 150 } else { 50 }, in_study);
                    let (kind, label) = match (village, in_study) {
                        (0, true) => (SiteKind::Open, format!("Bieb {name}")),
                        (0, false) => (SiteKind::OpenOutside, String::new()),
                        _ => (SiteKind::Candidate, String::new()),
                    };
                    scene.sites.push(site(at[0], at[1], kind, &label));
                }
            }
        }
        scene
    }

    /// The region with who goes where: between neighbours, both ways between the first two, and to a place outside the study.
    pub fn flows() -> Self {
        let mut scene = Self::region();
        let desks: Vec<[f64; 2]> =
            scene.sites.iter().filter(|site| site.kind == SiteKind::Open).map(|site| [site.at.0.x, site.at.0.y]).collect();
        let pairs =
            [(0, 1, 4200.0), (1, 0, 600.0), (2, 1, 1900.0), (3, 2, 250.0), (4, 0, 2600.0), (5, 1, 900.0), (6, 2, 40.0), (7, 6, 1300.0)];
        scene.flows = pairs.iter().map(|(from, to, weight)| flow(desks[*from], desks[*to], *weight)).collect();
        scene.flows.push(flow(desks[4], [desks[4][0] - 9000.0, desks[4][1] + 2500.0], 1500.0));
        scene
    }

    fn village(&mut self, dice: &mut Dice, at: [f64; 2], squares: usize, in_study: bool) {
        for _ in 0..squares {
            let away = |dice: &mut Dice| 1500.0 * (dice.roll() + dice.roll() - 1.0);
            let [x, y] = [at[0] + away(dice), at[1] + away(dice)].map(|value| (value / 100.0).floor() * 100.0 + 50.0);
            let far = ((x - at[0]).hypot(y - at[1]) / 400.0) as u8;
            self.centres.push(Coord { x, y });
            self.class.push(if in_study { far.min(3) } else { CONTEXT });
            self.weight.push(5.0 + (40.0 * dice.roll()).round());
        }
    }

    /// The map of the scene, with four classes and a norm after the second.
    pub fn map(&self) -> Map<'_> {
        let class = |label: &str, beyond_norm: bool| Class { label: label.to_owned(), beyond_norm };
        Map {
            title: "IDO's in Waterstreek".to_owned(),
            subtitle: "Norm 2 km hemelsbreed".to_owned(),
            source: "Bron: verzonnen gegevens".to_owned(),
            classes: vec![class("tot 1 km", false), class("1 – 2 km", false), class("2 – 5 km", true), class("5 km en verder", true)],
            cells: CellMarks {
                centres: Planar(&self.centres),
                side: Metres::new(self.side).unwrap(),
                class: &self.class,
                weight: &self.weight,
            },
            borders: self
                .borders
                .iter()
                .map(|(name, in_study, shape)| Border { shape: Planar(shape), name: name.clone(), in_study: *in_study })
                .collect(),
            sites: self.sites.clone(),
            flows: self.flows.clone(),
            words: words(),
        }
    }
}

/// Dutch words.
pub fn words() -> MapWords {
    MapWords {
        language: "nl".to_owned(),
        description: "Kaart van de afstand tot het dichtstbijzijnde informatiepunt".to_owned(),
        legend: "Afstand tot het dichtstbijzijnde informatiepunt".to_owned(),
        norm: "norm: 2 km".to_owned(),
        context: "bewoond, buiten de studie".to_owned(),
        sites: "Informatiepunten".to_owned(),
        site_kinds: vec![(SiteKind::Open, "open (8)".to_owned()), (SiteKind::Candidate, "mogelijk".to_owned())],
        flows: "Inwoners met het dichtstbijzijnde informatiepunt in een andere gemeente".to_owned(),
        flow_widths: vec![(500.0, "500".to_owned()), (2000.0, "2.000".to_owned()), (4000.0, "4.000".to_owned())],
        metres: "m".to_owned(),
        kilometres: "km".to_owned(),
        north: "N".to_owned(),
    }
}
