//! The map of `bereik coverage`.

use geo::Coord;

use super::classes::{class_of, distance_classes};
use super::map::{Border, CONTEXT, CellMarks, Class, Flow, Form, Map, MapWords, SiteKind, SiteMark, svg_in};
use crate::compare::{Fate, Outcome};
use crate::crs::Planar;
use crate::load::Loaded;
use crate::load::found::FileRole;
use crate::measure::Coverage;
use crate::model::{Lang, Region, Scope, Status, Study};
use crate::text::{self, ReportWords, Text};
use crate::units::Metres;
use crate::week::Moment;

/// What is shown of the cells.
pub(super) struct Shown<'a> {
    /// Above the classes.
    pub heading: &'a str,
    /// Below the title.
    pub subtitle: &'a str,
    /// Beside the line of the norm; empty for no line.
    pub norm: String,
    /// The classes from good to bad, and whether each lies beyond the norm.
    pub classes: Vec<(String, bool)>,
    /// The class of a cell.
    pub class: &'a dyn Fn(usize) -> usize,
    /// Lines over the cells.
    pub flows: ShownFlows,
    /// The sites with the legend of their kinds; those of the region by status where nothing else is shown.
    pub sites: Option<ShownSites>,
}

/// Sites as marks, and the legend of each kind that is to be explained.
pub(super) type ShownSites = (Vec<SiteMark>, Vec<(SiteKind, String)>);

/// Lines from where people live to where they go; none by default.
#[derive(Debug, Clone, Default)]
pub(super) struct ShownFlows {
    /// The lines.
    pub lines: Vec<Flow>,
    /// Above their widths.
    pub heading: String,
    /// Widths to be explained, each with its label.
    pub widths: Vec<(f64, String)>,
}

/// Draws the distances of a study as SVG: squares by class, municipal borders, sites by status.
/// With a moment these are distances to the desks that are open then, and the map says so.
#[must_use]
pub fn svg(loaded: &Loaded, coverage: &Coverage, study: &Study, at: Option<Moment>) -> String {
    let text = text::of(study.language);
    let heading = text.words().distance_to_desk;
    let subtitle = at.map_or_else(|| heading.to_owned(), |at| format!("{heading}, {}", text.open_at(at)));
    let classes = distance_classes(study, text);
    let labels = classes.iter().map(|class| (class.label.clone(), class.beyond_norm)).collect();
    let class = |cell: usize| class_of(&classes, coverage.distance[cell]);
    let flows = ShownFlows::default();
    draw_map(
        loaded,
        study,
        &Shown { heading, subtitle: &subtitle, norm: text.norm(study.reach.norm), classes: labels, class: &class, flows, sites: None },
    )
}

/// Draws the distances of a scenario as SVG, in the classes of the study, so that all scenarios have the same. New desks are diamonds with their
/// names, those that close crosses. It is a strip, which stands within a page of text.
#[must_use]
pub fn of_scenario(loaded: &Loaded, study: &Study, outcome: &Outcome) -> String {
    let text = text::of(study.language);
    let heading = text.words().distance_to_desk;
    let name = &outcome.situation.name;
    let subtitle = if name.is_empty() { heading.to_owned() } else { format!("{heading}: {name}") };
    let classes = distance_classes(study, text);
    let shown = Shown {
        heading,
        subtitle: &subtitle,
        norm: text.norm(study.reach.norm),
        classes: classes.iter().map(|class| (class.label.clone(), class.beyond_norm)).collect(),
        class: &|cell| class_of(&classes, outcome.figures.distance[cell]),
        flows: ShownFlows::default(),
        sites: Some(desks(outcome, text)),
    };
    draw(&outcome.situation.region, source(loaded, text.words()), study, &shown, Form::Strip)
}

/// The desks of a scenario by what becomes of them, with the legend of each kind.
fn desks(outcome: &Outcome, text: &dyn Text) -> ShownSites {
    let region = &outcome.situation.region;
    let shown = outcome.situation.fates.iter().filter(|(site, _)| region.site_scope[*site] != Scope::Beyond);
    let mark = |(index, fate): &(usize, Fate)| {
        let site = &region.sites[*index];
        let kind = match (fate, region.site_scope[*index]) {
            (Fate::New, _) => SiteKind::Required,
            (Fate::Closes, _) => SiteKind::Excluded,
            (Fate::Moves, _) => SiteKind::Candidate,
            (Fate::Stays | Fate::OtherHours, Scope::Study) => SiteKind::Open,
            (Fate::Stays | Fate::OtherHours, _) => SiteKind::OpenOutside,
        };
        SiteMark { at: site.at, kind, label: Some(site.name.clone()) }
    };
    let marks: Vec<SiteMark> = shown.map(mark).collect();
    let [stays, new, closes, moves, outside] = text.advice().fates;
    let labels = [
        (SiteKind::Required, new),
        (SiteKind::Candidate, moves),
        (SiteKind::Open, stays),
        (SiteKind::Excluded, closes),
        (SiteKind::OpenOutside, outside),
    ];
    let count = |kind: SiteKind| marks.iter().filter(|mark| mark.kind == kind).count();
    let kinds = labels.into_iter().filter(|(kind, _)| count(*kind) > 0).map(|(kind, label)| (kind, format!("{label} ({})", count(kind))));
    let kinds = kinds.collect();
    (marks, kinds)
}

/// Draws the cells of a study by class.
pub(super) fn draw_map(loaded: &Loaded, study: &Study, shown: &Shown) -> String {
    draw(&loaded.region, source(loaded, text::of(study.language).words()), study, shown, Form::Page)
}

fn draw(region: &Region, source: String, study: &Study, shown: &Shown, form: Form) -> String {
    let text = text::of(study.language);
    let of_cell = |cell: usize| if region.reports_on(cell) { u8::try_from((shown.class)(cell)).unwrap_or(CONTEXT) } else { CONTEXT };
    let class: Vec<u8> = (0..region.cells.len()).map(of_cell).collect();
    let centres: &[Coord<f64>] = region.cells.at.get();
    let map = Map {
        title: study.title.clone(),
        subtitle: shown.subtitle.to_owned(),
        source,
        classes: classes_with_shares(&shown.classes, &class, region, text),
        cells: CellMarks {
            centres: Planar(centres),
            side: region.cells.side.or(Metres::new(0.0)).unwrap_or(study.reach.norm),
            class: &class,
            weight: region.cells.residents(),
        },
        borders: borders(region),
        sites: shown.sites.as_ref().map_or_else(|| sites(region), |(marks, _)| marks.clone()),
        flows: shown.flows.lines.clone(),
        words: map_words(region, study, shown, text),
    };
    svg_in(&map, form)
}

/// The classes with the share of the study's residents in each.
fn classes_with_shares(classes: &[(String, bool)], class: &[u8], region: &Region, text: &dyn Text) -> Vec<Class> {
    let mut sums = vec![0.0; classes.len()];
    for (class, residents) in class.iter().zip(region.cells.residents()) {
        if let Some(sum) = sums.get_mut(usize::from(*class)) {
            *sum += residents;
        }
    }
    let all: f64 = sums.iter().sum();
    let label = |label: &str, sum: f64| text.class_with_share(label, sum / all);
    classes.iter().zip(&sums).map(|((name, beyond), sum)| Class { label: label(name, *sum), beyond_norm: *beyond }).collect()
}

fn borders(region: &Region) -> Vec<Border<'_>> {
    let near = |index: &usize| region.in_study[*index] || !region.is_about_all();
    (0..region.municipalities.len())
        .filter(near)
        .map(|index| Border {
            shape: Planar(region.municipalities[index].shape.get()),
            name: region.municipalities[index].name.clone(),
            in_study: region.in_study[index],
        })
        .collect()
}

fn sites(region: &Region) -> Vec<SiteMark> {
    let shown = region.sites.iter().zip(&region.site_scope).filter(|(_, scope)| **scope != Scope::Beyond);
    shown
        .map(|(site, scope)| {
            let kind = match (site.status, scope) {
                (Status::Open, Scope::Study) => SiteKind::Open,
                (Status::Open, _) => SiteKind::OpenOutside,
                (Status::Candidate, _) => SiteKind::Candidate,
                (Status::Required, _) => SiteKind::Required,
                (Status::Excluded, _) => SiteKind::Excluded,
            };
            SiteMark { at: site.at, kind, label: (site.status == Status::Open).then(|| site.name.clone()) }
        })
        .collect()
}

fn map_words(region: &Region, study: &Study, shown: &Shown, text: &dyn Text) -> MapWords {
    let words = text.words();
    let marks = sites(region);
    let count = |kind: SiteKind| marks.iter().filter(|mark| mark.kind == kind).count();
    let label = |kind: SiteKind| match kind {
        SiteKind::Open => words.desk,
        SiteKind::OpenOutside => words.desk_outside,
        SiteKind::Candidate => words.candidate,
        SiteKind::Required => words.required,
        SiteKind::Excluded => words.excluded,
    };
    let order = [SiteKind::Open, SiteKind::OpenOutside, SiteKind::Candidate, SiteKind::Required, SiteKind::Excluded];
    let site_kinds = order.into_iter().filter(|kind| count(*kind) > 0).map(|kind| (kind, format!("{} ({})", label(kind), count(kind))));
    let surroundings = (0..region.cells.len()).any(|cell| !region.reports_on(cell));
    MapWords {
        language: match study.language {
            Lang::Nl => "nl".to_owned(),
            Lang::En => "en".to_owned(),
        },
        description: format!("{}. {}", study.title, shown.subtitle),
        legend: format!("{}; {}", shown.heading, words.of_residents),
        norm: shown.norm.clone(),
        context: if surroundings { words.inhabited_surroundings.to_owned() } else { String::new() },
        sites: words.sites.to_owned(),
        site_kinds: shown.sites.as_ref().map_or_else(|| site_kinds.collect(), |(_, kinds)| kinds.clone()),
        flows: shown.flows.heading.clone(),
        flow_widths: shown.flows.widths.clone(),
        metres: "m".to_owned(),
        kilometres: "km".to_owned(),
        north: "N".to_owned(),
    }
}

/// The files the map is made from, each named once; no picture shows visits.
pub(super) fn source(loaded: &Loaded, words: &ReportWords) -> String {
    let shown = loaded.files.iter().filter(|report| report.role != FileRole::Registrations);
    let mut names: Vec<&str> = shown.filter_map(|report| report.file.rsplit(['/', '\\']).next()).collect();
    names.dedup();
    format!("{}: {} · Bereik {}", words.source, names.join(", "), env!("CARGO_PKG_VERSION"))
}
