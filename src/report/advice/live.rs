//! The map that can be moved: squares with distance, hours and moment coverage under every scenario.

use std::collections::BTreeMap;

use geo::{BoundingRect, Coord, Simplify};

use super::tables::main_lines;
use super::{Advice, nearest_residents};
use crate::compare::{Fate, Outcome};
use crate::measure;
use crate::model::{NONE, Scope};
use crate::report::classes::distance_classes;
use crate::report::coverage_map::of_scenario;
use crate::report::document::{Figure, LiveBorder, LiveClass, LiveDesk, LiveMap, LiveMeasure, LiveScenario, LiveSquares, LiveWords};
use crate::report::hours_map::LEAST;
use crate::report::map::{Colour, colours};
use crate::text::{Text, Unit};
use crate::units::Metres;

/// More squares than this are joined, four at a time, until there are fewer: a page must stay light.
const MOST: usize = 40_000;
/// Side of what is drawn for a place without a side, metres.
const POINT: f64 = 100.0;
/// How far a border may be moved to have fewer corners, metres.
const TOLERANCE: f64 = 20.0;
/// Parts of an hour that hours are stored in: quarters of a cycle of four weeks.
const OF_HOUR: f64 = 16.0;
/// Parts that a share is stored in.
const OF_SHARE: f64 = 1000.0;
/// Limits of the classes of moment coverage above none, per cent of the need; the same for every scenario and study.
const CHANCES: [f64; 4] = [10.0, 20.0, 40.0, 60.0];

/// The map, on the scenario that is advised.
pub(super) fn live(advice: &Advice) -> LiveMap {
    let text = advice.text();
    let words = text.advice();
    let comparison = advice.comparison;
    let chosen = comparison.advised().map_or(0, |place| place + 1);
    let outcomes: Vec<&Outcome> = std::iter::once(&comparison.today).chain(comparison.scenarios.iter().map(|one| &one.outcome)).collect();
    let blocks = Blocks::new(advice);
    let lines = main_lines(advice);
    let today = blocks.values(&comparison.today, advice.has_hours());
    let scenario = |(place, outcome): (usize, &&Outcome)| {
        let name = if place == 0 { text.compare().today.to_owned() } else { outcome.situation.name.clone() };
        let values = if place == 0 { today.clone() } else { differences(&today, &blocks.values(outcome, advice.has_hours())) };
        let figures = lines.iter().map(|line| line.values[place].clone()).collect();
        LiveScenario { name, values, desks: desks(advice, outcome, &blocks), figures }
    };
    let [scenario_label, measure_label, desk, no_desk, zoom_in, zoom_out, whole, hint] = words.map;
    LiveMap {
        id: "map".to_owned(),
        still: Figure {
            name: "map-scenario".to_owned(),
            alt: words.map_alt.to_owned(),
            svg: of_scenario(advice.loaded, advice.study, outcomes[chosen]),
        },
        borders: borders(advice, &blocks),
        measures: measures(advice),
        scenarios: outcomes.iter().enumerate().map(scenario).collect(),
        chosen,
        figures: lines.into_iter().map(|line| line.name).collect(),
        words: LiveWords {
            scenario: scenario_label,
            measure: measure_label,
            desk,
            no_desk,
            zoom_in,
            zoom_out,
            pan: words.pan,
            whole,
            hint,
            residents: words.residents,
            fates: words.fates,
            today: text.compare().today,
            outside: words.outside,
        },
        squares: blocks.squares(advice),
    }
}

/// Squares of the study, or blocks of them, in the order of their places.
struct Blocks {
    origin: [f64; 2],
    side: f64,
    /// Cells of each block, with the column and row of its square.
    cells: BTreeMap<(i64, i64), Vec<usize>>,
    residents: Vec<f64>,
}

impl Blocks {
    fn new(advice: &Advice) -> Self {
        let cells = &advice.loaded.region.cells;
        let centres: &[Coord<f64>] = cells.at.get();
        let residents = cells.residents().to_vec();
        let mut side = cells.side.map_or(0.0, Metres::get);
        if side <= 0.0 {
            side = POINT;
        }
        let least = |of: fn(&Coord<f64>) -> f64| centres.iter().map(of).filter(|place| place.is_finite()).fold(f64::INFINITY, f64::min);
        let corner = [least(|at| at.x), least(|at| at.y)].map(|least| if least.is_finite() { (least - side / 2.0).floor() } else { 0.0 });
        loop {
            let mut blocks: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
            for (cell, at) in centres.iter().enumerate().filter(|(_, at)| at.x.is_finite() && at.y.is_finite()) {
                blocks.entry((whole((at.x - corner[0]) / side), whole((at.y - corner[1]) / side))).or_default().push(cell);
            }
            if blocks.len() <= MOST {
                return Self { origin: corner, side, cells: blocks, residents };
            }
            side *= 2.0;
        }
    }

    /// The mean of what is known of the cells of each block, by what each cell weighs; `scale` times, rounded up; −1 where nothing is known.
    fn means(&self, scale: f64, weights: &[f64], value: impl Fn(usize) -> f64) -> Vec<i64> {
        let mean = |cells: &Vec<usize>| {
            let known = || cells.iter().map(|cell| (value(*cell), weights[*cell])).filter(|(value, _)| value.is_finite());
            let all: f64 = known().map(|(_, weight)| weight).sum();
            let mean = match known().count() {
                0 => return -1,
                1 => known().map(|(value, _)| value).sum(),
                count if all <= 0.0 => known().map(|(value, _)| value).sum::<f64>() / f64::from(u32::try_from(count).unwrap_or(u32::MAX)),
                _ => known().map(|(value, weight)| value * weight).sum::<f64>() / all,
            };
            // A hair less, so that what is whole stays whole.
            whole((mean * scale - 1e-6).ceil()).max(0)
        };
        self.cells.values().map(mean).collect()
    }

    /// Metres, and where they are known parts of hours and of shares of the need.
    fn values(&self, outcome: &Outcome, hours: bool) -> Vec<Vec<i64>> {
        let mut values = vec![self.means(1.0, &self.residents, |cell| outcome.figures.distance[cell])];
        if hours {
            let of = |values: &[f64], cell: usize| values.get(cell).copied().unwrap_or(f64::NAN);
            let need = measure::need(&outcome.situation.region.cells, &outcome.situation.study.need);
            values.push(self.means(OF_HOUR, &self.residents, |cell| of(&outcome.hours, cell)));
            values.push(self.means(OF_SHARE, &need, |cell| of(&outcome.moment, cell)));
        }
        values
    }

    /// Whether some of a shape lies among the squares, by its bounds.
    fn reach(&self, shape: &geo::MultiPolygon<f64>) -> bool {
        let Some(bounds) = shape.bounding_rect() else { return false };
        let span = |of: fn(&(i64, i64)) -> i64, corner: f64| {
            let last = self.cells.keys().map(of).max().unwrap_or(0);
            [corner, corner + as_f64(last + 1) * self.side]
        };
        let [west, east] = span(|place| place.0, self.origin[0]);
        let [south, north] = span(|place| place.1, self.origin[1]);
        bounds.min().x < east && bounds.max().x > west && bounds.min().y < north && bounds.max().y > south
    }

    fn squares(&self, advice: &Advice) -> LiveSquares {
        let region = &advice.loaded.region;
        let centre = |place: i64| whole((as_f64(place) + 0.5) * self.side);
        let of = |cells: &Vec<usize>| {
            let cell = cells.iter().copied().find(|cell| region.reports_on(*cell));
            cell.map(|cell| region.cells.municipality[cell]).filter(|municipality| *municipality != NONE)
        };
        LiveSquares {
            origin: self.origin.map(whole),
            side: u32::try_from(whole(self.side)).unwrap_or(u32::MAX),
            x: self.cells.keys().map(|(x, _)| centre(*x)).collect(),
            y: self.cells.keys().map(|(_, y)| centre(*y)).collect(),
            residents: self
                .cells
                .values()
                .map(|cells| u32::try_from(whole(cells.iter().map(|cell| self.residents[*cell]).sum::<f64>().round())).unwrap_or(0))
                .collect(),
            place: self.cells.values().map(|cells| of(cells).and_then(|place| i32::try_from(place).ok()).unwrap_or(-1)).collect(),
            names: region.municipalities.iter().map(|municipality| municipality.name.clone()).collect(),
        }
    }
}

/// Of each measure the places that differ from today, each with its number.
fn differences(today: &[Vec<i64>], then: &[Vec<i64>]) -> Vec<Vec<i64>> {
    let of_measure = |(today, then): (&Vec<i64>, &Vec<i64>)| {
        let differ = today.iter().zip(then).zip(0_i64..).filter(|((today, then), _)| today != then);
        differ.flat_map(|((_, then), place)| [place, *then]).collect()
    };
    today.iter().zip(then).map(of_measure).collect()
}

/// Distance, and where they are known hours and moment coverage.
fn measures(advice: &Advice) -> Vec<LiveMeasure> {
    let (text, words) = (advice.text(), advice.text().advice());
    let [distance, hours, moment] = words.measures.map(str::to_owned);
    let classes = distance_classes(advice.study, text);
    let beyond = classes.iter().position(|class| class.beyond_norm).unwrap_or(classes.len());
    let of_distance = classes.iter().zip(colours(classes.len(), beyond)).map(|(class, colour)| LiveClass {
        limit: class.limit.is_finite().then(|| whole(class.limit)),
        label: class.label.clone(),
        colour: colour.hex(),
    });
    let mut measures = vec![LiveMeasure {
        name: distance,
        factor: 1.0,
        decimals: 0,
        unit: " m".to_owned(),
        unknown: words.unreached,
        blank: false,
        heading: String::new(),
        classes: of_distance.collect(),
    }];
    if advice.has_hours() {
        // From none to many: below each least number, and the last without a limit.
        let limits = std::iter::once(Some(0)).chain(LEAST.iter().rev().map(|least| Some(whole(least * OF_HOUR) - 1))).chain([None]);
        measures.push(LiveMeasure {
            name: hours,
            factor: 1.0 / OF_HOUR,
            decimals: 1,
            unit: words.hours_unit.to_owned(),
            unknown: words.unreached,
            blank: true,
            heading: String::new(),
            classes: from_none(limits.zip(text.charts().reach_classes.map(str::to_owned)).collect()),
        });
        measures.push(LiveMeasure {
            name: moment,
            factor: 100.0 / OF_SHARE,
            decimals: 0,
            unit: words.need_unit.to_owned(),
            unknown: words.no_need,
            blank: true,
            heading: words.need_unit.trim_start().to_owned(),
            classes: from_none(chances(text)),
        });
    }
    measures
}

/// Limits and names of the classes of moment coverage: none, up to each limit, and what is above the last.
fn chances(text: &dyn Text) -> Vec<(Option<i64>, String)> {
    let uppers = || CHANCES.into_iter().map(Some).chain([None]);
    let class = |(lower, upper): (Option<f64>, Option<f64>)| {
        let limit = upper.map(|upper| whole(upper * OF_SHARE / 100.0));
        (limit, text.number_class(lower, upper, Unit::Number))
    };
    let none = (Some(0), text.charts().reach_classes[0].to_owned());
    std::iter::once(none).chain(std::iter::once(None).chain(uppers()).zip(uppers()).map(class)).collect()
}

/// Classes of which the first is none: the darkest, as what lies beyond a norm; more is paler.
fn from_none(classes: Vec<(Option<i64>, String)>) -> Vec<LiveClass> {
    let colours = colours(classes.len(), classes.len() - 1).into_iter().rev();
    let class = |((limit, label), colour): ((Option<i64>, String), Colour)| LiveClass { limit, label, colour: colour.hex() };
    classes.into_iter().zip(colours).map(class).collect()
}

fn desks(advice: &Advice, outcome: &Outcome, blocks: &Blocks) -> Vec<LiveDesk> {
    let text = advice.text();
    let words = text.advice();
    let region = &outcome.situation.region;
    let near = nearest_residents(outcome);
    let shown = outcome.situation.fates.iter().filter(|(site, _)| region.site_scope[*site] != Scope::Beyond);
    shown
        .map(|(index, fate)| {
            let site = &region.sites[*index];
            let fate = match fate {
                Fate::Stays | Fate::OtherHours if region.site_scope[*index] != Scope::Study => 4,
                Fate::Stays | Fate::OtherHours => 0,
                Fate::New => 1,
                Fate::Closes => 2,
                Fate::Moves => 3,
            };
            let cost = outcome.budget.desks.iter().find(|desk| desk.site == *index).and_then(|desk| desk.cost.total());
            let mut about = vec![words.fates[usize::from(fate)].to_owned()];
            if fate != 2 {
                about.extend(site.hours.opening().map(|opening| text.opening(opening)));
                about.extend(cost.map(|cost| text.whole_euros(cost)));
                about.push(format!("{}: {}", words.desk_columns[4], text.whole(near[*index])));
            }
            LiveDesk {
                x: whole(site.at.0.x - blocks.origin[0]),
                y: whole(site.at.0.y - blocks.origin[1]),
                name: site.name.clone(),
                about: about.join("; "),
                fate,
            }
        })
        .collect()
}

/// Outlines of the study's municipalities and of those around them.
fn borders(advice: &Advice, blocks: &Blocks) -> Vec<LiveBorder> {
    let region = &advice.loaded.region;
    let near = |index: &usize| region.in_study[*index] || blocks.reach(region.municipalities[*index].shape.get());
    let origin = blocks.origin;
    let ring = |line: &geo::LineString<f64>| -> Vec<i64> {
        line.simplify(TOLERANCE).0.iter().flat_map(|at| [whole(at.x - origin[0]), whole(at.y - origin[1])]).collect()
    };
    let outline = |index: usize| {
        let municipality = &region.municipalities[index];
        let rings = municipality.shape.get().0.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
        let rings = rings.map(ring).filter(|ring| ring.len() >= 6).collect();
        LiveBorder { name: municipality.name.clone(), inside: region.in_study[index], rings }
    };
    (0..region.municipalities.len()).filter(near).map(outline).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "metres of a country, numbers of hours and persons: far below 2⁵³")]
fn whole(value: f64) -> i64 {
    value.floor() as i64
}

#[expect(clippy::cast_precision_loss, reason = "columns and rows of a country: far below 2⁵³")]
fn as_f64(value: i64) -> f64 {
    value as f64
}
