//! Symbols of sites: a shape of its own for each kind.

use super::canvas::{Canvas, escape, number};
use super::describe::{Map, SiteKind};
use super::view::{View, usable};

/// The colour of all symbols: a deep blue that no class has.
const INK: &str = "#0b2f4f";

impl SiteKind {
    /// Half the width of its symbol at size 1, in page units.
    pub(super) fn radius(self) -> f64 {
        match self {
            Self::Open | Self::Excluded => 7.0,
            Self::Required => 8.5,
            Self::OpenOutside => 5.8,
            Self::Candidate => 5.6,
        }
    }

    /// What its symbols share.
    fn attributes(self, size: f64) -> String {
        let wide = |width: f64| number(width * size);
        match self {
            Self::Open => format!("fill=\"{INK}\" stroke=\"#fff\" stroke-width=\"{}\"", wide(1.8)),
            Self::Required => format!("fill=\"{INK}\" stroke=\"#fff\" stroke-width=\"{}\" stroke-linejoin=\"round\"", wide(1.8)),
            Self::OpenOutside => format!("fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"{}\"", wide(2.2)),
            Self::Candidate => format!("fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"{}\" stroke-linejoin=\"round\"", wide(1.6)),
            Self::Excluded => format!("fill=\"#fff\" stroke=\"{INK}\" stroke-width=\"{}\" stroke-linecap=\"round\"", wide(2.0)),
        }
    }

    /// Its shape around a place, as an element without its end.
    fn element(self, [x, y]: [f64; 2], size: f64) -> String {
        let radius = (self.radius() - 1.0) * size;
        let r = number(radius);
        match self {
            Self::Open | Self::OpenOutside => format!("<circle cx=\"{}\" cy=\"{}\" r=\"{r}\"", number(x), number(y)),
            Self::Required => format!("<path d=\"M{} {}l{r} {r}l-{r} {r}l-{r} -{r}z\"", number(x), number(y - radius)),
            Self::Candidate => {
                let (top, half, high) = (number(y - radius), r, number(radius * 1.75));
                format!("<path d=\"M{} {top}l{half} {high}h-{}z\"", number(x), number(2.0 * radius))
            }
            Self::Excluded => {
                // The circle makes it seen on dark squares too; the cross ends within it.
                let (left, middle, across) = (number(x - radius), number(y), number(2.0 * radius));
                let circle = format!("M{left} {middle}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z");
                let part = radius * 0.6;
                let (left, top, across) = (number(x - part), number(y - part), number(2.0 * part));
                format!("<path d=\"{circle}M{left} {top}l{across} {across}m0 -{across}l-{across} {across}\"")
            }
        }
    }

    /// Draws one symbol at size 1, for the legend.
    pub(super) fn draw(self, canvas: &mut Canvas, at: [f64; 2]) {
        canvas.raw(&format!("{} {}/>\n", self.element(at, 1.0), self.attributes(1.0)));
    }
}

/// A site in view.
#[derive(Debug, Clone)]
pub(super) struct Placed<'a> {
    /// Where on the page.
    pub at: [f64; 2],
    /// What it is.
    pub kind: SiteKind,
    /// Its name, if it is to be written.
    pub label: Option<&'a str>,
    /// Half the width of its symbol.
    pub radius: f64,
}

/// The sites of a map that are in view.
#[derive(Debug, Clone)]
pub(super) struct Sites<'a> {
    /// In the order of drawing.
    pub placed: Vec<Placed<'a>>,
    /// Size of the symbols: 1 while there are few.
    size: f64,
}

impl<'a> Sites<'a> {
    /// Places the sites.
    pub fn new(map: &'a Map, view: &View) -> Self {
        let sites = map.sites.iter().filter(|site| usable(site.at.0)).map(|site| (site, view.place(site.at.0)));
        let shown: Vec<_> = sites.filter(|(site, at)| view.shows(*at, -site.kind.radius())).collect();
        let size = match shown.len() {
            0..=60 => 1.0,
            61..=250 => 0.75,
            251..=600 => 0.5,
            _ => 0.38,
        };
        let mut placed: Vec<Placed> = shown
            .into_iter()
            .map(|(site, at)| Placed { at, kind: site.kind, label: site.label.as_deref(), radius: site.kind.radius() * size })
            .collect();
        placed.sort_by_key(|site| site.kind);
        Self { placed, size }
    }

    /// Draws all of them, the important ones last.
    pub fn draw(&self, canvas: &mut Canvas) {
        for group in self.placed.chunk_by(|a, b| a.kind == b.kind) {
            let Some(first) = group.first() else { continue };
            canvas.group(&first.kind.attributes(self.size));
            for site in group {
                let element = site.kind.element(site.at, self.size);
                match site.label {
                    Some(label) => canvas.raw(&format!("{element}><title>{}</title></{}>\n", escape(label), tag(&element))),
                    None => canvas.raw(&format!("{element}/>\n")),
                }
            }
            canvas.end_group();
        }
    }
}

/// The name of an element.
fn tag(element: &str) -> &str {
    element.trim_start_matches('<').split(' ').next().unwrap_or_default()
}
