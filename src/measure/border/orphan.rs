//! Municipalities without a library or without a desk, and what they could do.

use std::collections::BTreeSet;

use geo::{Coord, Rect};

use super::case::Cases;
use crate::crs::Planar;
use crate::measure::{Level, places_at};
use crate::model::{Region, Site, Status, Study, Venue};
use crate::units::Metres;

/// A municipality of the study that no library serves, or in which no desk stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Orphan {
    /// The municipality, by index.
    pub municipality: usize,
    /// Its residents.
    pub residents: f64,
    /// Whether some library serves it.
    pub has_library: bool,
    /// Whether a desk stands in it.
    pub has_desk: bool,
    /// What it could do: first what lies inside, the guide's first choice, then what lies across the border; most residents within the norm
    /// first, then the nearer.
    pub options: Vec<OrphanOption>,
}

/// A site that could serve a municipality.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrphanOption {
    /// The site.
    pub site: usize,
    /// The library that runs it, or could: that of the nearest site of a library.
    pub library: Option<usize>,
    /// Whether it lies in the municipality itself.
    pub inside: bool,
    /// Whether a desk is there already.
    pub open: bool,
    /// Residents of the municipality within the norm of the site.
    pub residents: f64,
    /// Those of them who have no desk within the norm today.
    pub new: f64,
    /// Mean distance of all its residents to the site.
    pub mean: Metres,
}

/// Options across the border that are named at most.
const ACROSS: usize = 5;

/// The municipalities of the study without a library or a desk, by index, with their options: every site inside, and across the border the
/// desks and branches that have residents within the norm, or that nearest to the middle of the residents where none has. Where no libraries
/// are known at all nobody lacks one. O(sites + cells of these × sites near them), in parallel.
#[must_use]
pub fn orphans(region: &Region, study: &Study, cases: &Cases) -> Vec<Orphan> {
    let served: BTreeSet<usize> =
        region.libraries.iter().flat_map(|library| library.municipalities.iter().map(|(served, _)| *served)).collect();
    let with_desk: BTreeSet<usize> =
        region.sites.iter().filter(|site| site.status == Status::Open).filter_map(|site| site.municipality).collect();
    places_at(region, Level::Municipality)
        .into_iter()
        .filter_map(|place| {
            let municipality = place.index?;
            let has_library = region.libraries.is_empty() || served.contains(&municipality);
            let has_desk = with_desk.contains(&municipality);
            if has_library && has_desk {
                return None;
            }
            let residents = place.cells.iter().map(|cell| region.cells.residents()[*cell as usize]).fold(0.0, |sum, persons| sum + persons);
            let options = options(region, study, cases, municipality, &place.cells);
            Some(Orphan { municipality, residents, has_library, has_desk, options })
        })
        .collect()
}

fn options(region: &Region, study: &Study, cases: &Cases, municipality: usize, cells: &[u32]) -> Vec<OrphanOption> {
    let Some(home) = Home::of(region, cells) else { return Vec::new() };
    let is_inside = |site: &Site| site.municipality == Some(municipality);
    let can_serve = |index: &usize| {
        let site = &region.sites[*index];
        let across = site.status == Status::Open || (site.venue == Venue::LibraryBranch && site.status != Status::Excluded);
        if is_inside(site) { site.status != Status::Excluded } else { across }
    };
    let able: Vec<usize> = (0..region.sites.len()).filter(can_serve).collect();
    let metres = |index: &usize| home.metres_to(region.sites[*index].at);
    let nearest = able.iter().filter(|index| !is_inside(&region.sites[**index])).min_by(|a, b| metres(a).total_cmp(&metres(b)));
    let is_near =
        |index: &&usize| is_inside(&region.sites[**index]) || Some(*index) == nearest || home.is_near(region.sites[**index].at, study);
    let mut options: Vec<OrphanOption> =
        able.iter().filter(is_near).filter_map(|site| option(region, study, cases, municipality, cells, *site)).collect();
    // Stable: of equals the smaller id stays first.
    options.sort_by(|a, b| b.inside.cmp(&a.inside).then(b.residents.total_cmp(&a.residents)).then(a.mean.get().total_cmp(&b.mean.get())));
    let inside = options.iter().filter(|option| option.inside).count();
    let serving = options[inside..].iter().filter(|option| option.residents > 0.0).count();
    options.truncate(inside + serving.clamp(1, ACROSS));
    options
}

/// Where the residents of a municipality live.
struct Home {
    around: Rect<f64>,
    middle: Coord<f64>,
}

impl Home {
    /// `None` without residents.
    fn of(region: &Region, cells: &[u32]) -> Option<Self> {
        let inhabited = || {
            let each = cells.iter().map(|cell| (region.cells.at.get()[*cell as usize], region.cells.residents()[*cell as usize]));
            each.filter(|(_, persons)| *persons > 0.0)
        };
        let (first, _) = inhabited().next()?;
        let (mut low, mut high, mut sum, mut middle) = (first, first, 0.0, Coord { x: 0.0, y: 0.0 });
        for (at, persons) in inhabited() {
            (low, high) = (Coord { x: low.x.min(at.x), y: low.y.min(at.y) }, Coord { x: high.x.max(at.x), y: high.y.max(at.y) });
            (sum, middle) = (sum + persons, Coord { x: middle.x + persons * at.x, y: middle.y + persons * at.y });
        }
        Some(Self { around: Rect::new(low, high), middle: Coord { x: middle.x / sum, y: middle.y / sum } })
    }

    /// Whether a site can be within the norm of anybody.
    fn is_near(&self, at: Planar<Coord<f64>>, study: &Study) -> bool {
        let (low, high, norm) = (self.around.min(), self.around.max(), study.reach.norm.get());
        (low.x - norm..=high.x + norm).contains(&at.0.x) && (low.y - norm..=high.y + norm).contains(&at.0.y)
    }

    fn metres_to(&self, at: Planar<Coord<f64>>) -> f64 {
        (at.0.x - self.middle.x).hypot(at.0.y - self.middle.y)
    }
}

/// What a site would mean; `None` for a municipality without residents.
fn option(region: &Region, study: &Study, cases: &Cases, municipality: usize, cells: &[u32], index: usize) -> Option<OrphanOption> {
    let (site, reach) = (&region.sites[index], &study.reach);
    let (mut all, mut metres, mut within, mut new) = (0.0, 0.0, 0.0, 0.0);
    for cell in cells.iter().map(|cell| *cell as usize) {
        let (at, persons) = (region.cells.at.get()[cell], region.cells.residents()[cell]);
        let (east, north) = (at.x - site.at.0.x, at.y - site.at.0.y);
        let distance = (east * east + north * north).sqrt() * reach.detour;
        all += persons;
        metres += persons * distance;
        if distance <= reach.norm.get() {
            within += persons;
            new += if cases.all.distance[cell] > reach.norm.get() { persons } else { 0.0 };
        }
    }
    Some(OrphanOption {
        site: index,
        library: site.library.or_else(|| nearest_library(region, index)),
        inside: site.municipality == Some(municipality),
        open: site.status == Status::Open,
        residents: within,
        new,
        mean: Metres::new(metres / all)?,
    })
}

/// The library of the site nearest to this one that a library runs; of equals the first.
fn nearest_library(region: &Region, index: usize) -> Option<usize> {
    let at = region.sites[index].at.0;
    let mut best: Option<(f64, usize)> = None;
    for site in &region.sites {
        let Some(library) = site.library else { continue };
        let squared = (site.at.0.x - at.x).powi(2) + (site.at.0.y - at.y).powi(2);
        if best.is_none_or(|(nearest, _)| squared < nearest) {
            best = Some((squared, library));
        }
    }
    best.map(|(_, library)| library)
}
