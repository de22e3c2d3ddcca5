//! The map of where a plan helps.

use super::Planning;
use crate::compare::Fate;
use crate::load::Loaded;
use crate::model::{Goal, Scope, Status, Study};
use crate::report::coverage_map::{Shown, ShownFlows, ShownSites, draw_map};
use crate::report::map::{SiteKind, SiteMark};
use crate::text::{self, Text};

/// The upper limits of the classes of a gain as a share of the need of a square.
const SHARES: [f64; 4] = [0.05, 0.15, 0.30, f64::INFINITY];
/// The upper limits of the classes of metres gained.
const METRES: [f64; 4] = [250.0, 1_000.0, 2_000.0, f64::INFINITY];
/// Below this nothing is gained.
const NOTHING: f64 = 1e-3;

/// Draws as SVG how much better off the need of each square is, and what becomes of the desks.
#[must_use]
pub fn map(loaded: &Loaded, study: &Study, planning: &Planning, need: &[f64]) -> String {
    let text = text::of(study.language);
    let words = text.plan();
    let is_share = planning.find.goal.is_most();
    let limits = if is_share { SHARES } else { METRES };
    let mut labels = vec![(words.map_none.to_owned(), false)];
    let mut lower = 0.0;
    for limit in limits {
        labels.push((label(is_share, lower, limit, text), false));
        lower = limit;
    }
    let class = |cell: usize| {
        let gain = planning.gained[cell] / need[cell].max(f64::MIN_POSITIVE);
        let gain =
            if planning.find.goal == Goal::KolmPollak { planning.before.distance[cell] - planning.after.distance[cell] } else { gain };
        if gain <= if is_share { NOTHING } else { 1.0 } {
            0
        } else {
            1 + limits.iter().position(|limit| gain <= *limit).unwrap_or(limits.len() - 1)
        }
    };
    let (heading, subtitle) = words.map;
    let sites = Some(sites(loaded, planning, text));
    let flows = ShownFlows::default();
    draw_map(loaded, study, &Shown { heading, subtitle, norm: String::new(), classes: labels, class: &class, flows, sites })
}

fn label(is_share: bool, lower: f64, upper: f64, text: &dyn Text) -> String {
    if is_share {
        let percent = |share: f64| text.decimals(share * 100.0, 0);
        if upper.is_finite() { format!("{} – {}\u{a0}%", percent(lower), percent(upper)) } else { format!("> {}\u{a0}%", percent(lower)) }
    } else if upper.is_finite() {
        format!("{} – {}", text.distance(lower), text.distance(upper))
    } else {
        format!("> {}", text.distance(lower))
    }
}

/// New desks as diamonds, the others as they are, those that close as crosses; candidates are left out.
fn sites(loaded: &Loaded, planning: &Planning, text: &dyn Text) -> ShownSites {
    let region = &loaded.region;
    let words = text.plan();
    let mut marks = Vec::new();
    for (site, scope) in region.sites.iter().zip(&region.site_scope) {
        if site.status == Status::Open && *scope == Scope::Surroundings {
            marks.push(SiteMark { at: site.at, kind: SiteKind::OpenOutside, label: None });
        }
    }
    for planned in &planning.desks {
        let site = &region.sites[planned.desk.site];
        let (kind, is_named) = match planned.fate {
            Fate::New => (SiteKind::Required, true),
            Fate::OtherHours | Fate::Moves => (SiteKind::Candidate, true),
            Fate::Stays => (SiteKind::Open, false),
            Fate::Closes => (SiteKind::Excluded, true),
        };
        marks.push(SiteMark { at: site.at, kind, label: is_named.then(|| site.name.clone()) });
    }
    let count = |kind: SiteKind| marks.iter().filter(|mark| mark.kind == kind).count();
    let labels = [
        (SiteKind::Required, words.fates[2]),
        (SiteKind::Candidate, words.fates[1]),
        (SiteKind::Open, words.fates[0]),
        (SiteKind::Excluded, words.fates[3]),
        (SiteKind::OpenOutside, text.words().desk_outside),
    ];
    let shown =
        labels.into_iter().filter(|(kind, _)| count(*kind) > 0).map(|(kind, label)| (kind, format!("{label} ({})", count(kind)))).collect();
    (marks, shown)
}
