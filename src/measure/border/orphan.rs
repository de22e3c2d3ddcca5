//! Municipalities without a library or without a desk, and what they could do.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::case::Cases;
use crate::measure::{Level, places};
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
/// desks and branches that have residents within the norm, or the nearest where none has. O(cells of these × sites), in parallel.
#[must_use]
pub fn orphans(region: &Region, study: &Study, cases: &Cases) -> Vec<Orphan> {
    let served: BTreeSet<usize> =
        region.libraries.iter().flat_map(|library| library.municipalities.iter().map(|(served, _)| *served)).collect();
    let with_desk: BTreeSet<usize> =
        region.sites.iter().filter(|site| site.status == Status::Open).filter_map(|site| site.municipality).collect();
    let lacking = places(region).into_iter().filter(|place| place.level == Level::Municipality);
    lacking
        .filter_map(|place| {
            let municipality = place.index?;
            let (has_library, has_desk) = (served.contains(&municipality), with_desk.contains(&municipality));
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
    let can_serve = |site: &Site| {
        let inside = site.municipality == Some(municipality);
        let across = site.status == Status::Open || (site.venue == Venue::LibraryBranch && site.status != Status::Excluded);
        if inside { site.status != Status::Excluded } else { across }
    };
    let mut options: Vec<OrphanOption> = (0..region.sites.len())
        .into_par_iter()
        .filter(|site| can_serve(&region.sites[*site]))
        .filter_map(|site| option(region, study, cases, municipality, cells, site))
        .collect();
    // Stable: of equals the smaller id stays first.
    options.sort_by(|a, b| b.inside.cmp(&a.inside).then(b.residents.total_cmp(&a.residents)).then(a.mean.get().total_cmp(&b.mean.get())));
    let inside = options.iter().filter(|option| option.inside).count();
    let serving = options[inside..].iter().filter(|option| option.residents > 0.0).count();
    options.truncate(inside + serving.clamp(1, ACROSS));
    options
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
