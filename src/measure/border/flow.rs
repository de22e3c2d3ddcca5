//! Who uses whose desk: from where people live to where the desk stands.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::attraction::attractions;
use super::huff::divide;
use super::origin::{Origin, Territory, origins};
use super::term::Term;
use crate::measure::union::add;
use crate::measure::{Coverage, Desk};
use crate::model::{NONE, Region, Study};
use crate::reach::Matrix;
use crate::week::{Classes, Week};

/// How it is decided which desk people use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The nearest, however far.
    Nearest,
    /// By the model of Huff: each desk within the limit draws by its hours and its nearness, so that a desk 50 m nearer does not draw a
    /// whole village.
    Expected,
    /// At every moment that suits them the nearest that is open then, within the limit.
    Moments,
}

impl Basis {
    /// Every basis.
    pub const ALL: [Self; 3] = [Self::Nearest, Self::Expected, Self::Moments];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nearest => "nearest",
            Self::Expected => "expected",
            Self::Moments => "moments",
        }
    }
}

/// The people of one territory who use one desk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    /// Where they live.
    pub from: Territory,
    /// The site of the desk; `None` for those who use none: no desk at all, none within the limit, or none open when they can come.
    pub site: Option<usize>,
    /// Residents.
    pub residents: f64,
    /// Their need.
    pub need: f64,
}

/// All flows on one basis.
#[derive(Debug, Clone, PartialEq)]
pub struct Flows {
    /// How they were found.
    pub basis: Basis,
    /// By origin, then by site, those who use none last. Origins of the study have all their residents in it, also when these are none;
    /// those of the surroundings only who live in the surroundings.
    pub flows: Vec<Flow>,
}

impl Flows {
    /// The same, with all desks of a territory as one: from, to (`None` for those who use no desk), residents and need.
    #[must_use]
    pub fn by_territory(&self, region: &Region) -> Vec<(Territory, Option<Territory>, f64, f64)> {
        let mut sums: BTreeMap<(Territory, bool, Option<Territory>), (f64, f64)> = BTreeMap::new();
        for flow in &self.flows {
            let to = flow.site.map(|site| Territory::of_site(region, site));
            let sum = sums.entry((flow.from, to.is_none(), to)).or_default();
            sum.0 += flow.residents;
            sum.1 += flow.need;
        }
        sums.into_iter().map(|((from, _, to), (residents, need))| (from, to, residents, need)).collect()
    }
}

/// Who uses whose desk, on every basis that can be told: [`Basis::Moments`] only where times are known (method §8).
///
/// Contract: on every basis the flows from a municipality of the study add up to its residents and its need. `coverage` and `pairs` are
/// those of `desks`. Each term of need goes as its own group does. O(cells + pairs · log pairs of a cell), in parallel over origins; sums
/// go in the order of the cells.
#[must_use]
pub fn flows(region: &Region, study: &Study, coverage: &Coverage, pairs: &Matrix, desks: &[Desk]) -> Vec<Flows> {
    let origins = origins(region);
    let mut all = vec![nearest(region, coverage, &origins)];
    let work = Work {
        matrix: pairs,
        places: places_of_sites(desks, region.sites.len()),
        desks,
        attraction: attractions(desks),
        streams: Stream::all(Term::residents(region, study, desks), Term::need(region, study, desks)),
    };
    all.push(work.flows(Basis::Expected, &origins, |stream, cell, parts| work.expected(&work.streams[stream].term, cell, parts)));
    if desks.iter().any(|desk| desk.timed) {
        let weeks: Vec<&Week> = desks.iter().map(|desk| &desk.week).collect();
        let classes = Classes::new(&weeks, &study.moments.dayparts);
        let weights: Vec<Vec<f64>> = work.streams.iter().map(|stream| classes.weights(stream.term.profile)).collect();
        let divide = |stream: usize, cell: usize, parts: &mut Parts| {
            work.moments(&work.streams[stream].term, &classes, &weights[stream], cell, parts);
        };
        all.push(work.flows(Basis::Moments, &origins, divide));
    }
    all
}

/// Residents and need by the nearest desk.
fn nearest(region: &Region, coverage: &Coverage, origins: &[Origin]) -> Flows {
    let residents = region.cells.residents();
    let of_origin = |origin: &Origin| {
        let mut sums = Sums::new(region.sites.len());
        for cell in origin.cells.iter().map(|cell| *cell as usize) {
            let site = if coverage.site[cell] == NONE { region.sites.len() } else { coverage.site[cell] as usize };
            sums.residents[site] += residents[cell];
            sums.need[site] += coverage.need[cell];
        }
        sums.flows(origin.territory, |place| place)
    };
    Flows { basis: Basis::Nearest, flows: origins.par_iter().flat_map_iter(of_origin).collect() }
}

/// What goes to each desk; the last is what goes to none.
struct Sums {
    residents: Vec<f64>,
    need: Vec<f64>,
}

impl Sums {
    fn new(desks: usize) -> Self {
        Self { residents: vec![0.0; desks + 1], need: vec![0.0; desks + 1] }
    }

    fn add(&mut self, desk: usize, residents: f64, need: f64) {
        self.residents[desk] += residents;
        self.need[desk] += need;
    }

    /// The flows that are any, and at least one.
    fn flows(&self, from: Territory, site: impl Fn(usize) -> usize) -> Vec<Flow> {
        let none = self.residents.len() - 1;
        let flow = |place: usize| Flow {
            from,
            site: (place != none).then(|| site(place)),
            residents: self.residents[place],
            need: self.need[place],
        };
        let mut flows: Vec<Flow> = (0..=none).map(flow).filter(|flow| flow.residents > 0.0 || flow.need > 0.0).collect();
        if flows.is_empty() {
            flows.push(flow(none));
        }
        flows
    }
}

struct Work<'a> {
    matrix: &'a Matrix,
    /// The place of each site among the desks; [`NONE`] for what is no desk.
    places: Vec<u32>,
    desks: &'a [Desk],
    attraction: Vec<f64>,
    streams: Vec<Stream<'a>>,
}

/// People who go the same way, so that a cell is divided once for all of them.
struct Stream<'a> {
    /// How they go.
    term: Term<'a>,
    /// All residents, when these go this way.
    residents: Option<Term<'a>>,
    /// The need that goes this way.
    need: Option<Term<'a>>,
}

impl<'a> Stream<'a> {
    /// All residents and the terms of need, in the order of the latter.
    fn all(residents: Term<'a>, need: Vec<Term<'a>>) -> Vec<Self> {
        let mut streams: Vec<Self> = need.into_iter().map(|need| Self { term: need.clone(), residents: None, need: Some(need) }).collect();
        match streams.iter_mut().find(|stream| stream.term.goes_as(&residents)) {
            Some(stream) => stream.residents = Some(residents),
            None => streams.push(Self { term: residents.clone(), residents: Some(residents), need: None }),
        }
        streams
    }
}

impl Work<'_> {
    /// The flows that `divide` makes of each cell: it adds up what part of a cell goes to each desk, and the last what goes to none.
    fn flows(&self, basis: Basis, origins: &[Origin], divide: impl Fn(usize, usize, &mut Parts) + Sync) -> Flows {
        let of_origin = |origin: &Origin| {
            let mut sums = Sums::new(self.desks.len());
            let mut parts = Parts::default();
            let weight = |term: &Option<Term>, cell: usize| term.as_ref().map_or(0.0, |term| term.weight(cell));
            for (number, stream) in self.streams.iter().enumerate() {
                for cell in origin.cells.iter().map(|cell| *cell as usize) {
                    let (residents, need) = (weight(&stream.residents, cell), weight(&stream.need, cell));
                    if residents <= 0.0 && need <= 0.0 {
                        continue;
                    }
                    parts.clear();
                    divide(number, cell, &mut parts);
                    parts.each.iter().for_each(|(desk, part)| sums.add(*desk as usize, residents * part, need * part));
                    let none = parts.none();
                    sums.add(self.desks.len(), residents * none, need * none);
                }
            }
            sums.flows(origin.territory, |place| self.desks[place].site)
        };
        Flows { basis, flows: origins.par_iter().flat_map_iter(of_origin).collect() }
    }

    /// The desks of a cell that mean anything to a term, with β and metres.
    fn met<'s>(&'s self, term: &'s Term, cell: usize) -> impl Iterator<Item = (u32, f64, f64)> + 's {
        let known = self.matrix.row(cell).filter(|(site, _)| self.places[*site] != NONE);
        let met = known.map(|(site, metres)| (self.places[site], term.beta(self.places[site] as usize, metres), metres));
        met.filter(|(_, beta, _)| *beta > 0.0)
    }

    fn expected(&self, term: &Term, cell: usize, parts: &mut Parts) {
        let met = self.met(term, cell).map(|(desk, beta, _)| (desk, beta));
        parts.whole = divide(met, &self.attraction, &mut parts.each);
    }

    /// The share of the profile in which each desk is the nearest that is open.
    fn moments(&self, term: &Term, classes: &Classes, weights: &[f64], cell: usize, parts: &mut Parts) {
        parts.near.extend(self.met(term, cell).map(|(desk, _, metres)| (metres, desk)));
        // Desks come by site: of those equally near the first stays first.
        parts.near.sort_by(|a, b| a.0.total_cmp(&b.0));
        parts.union.clear();
        parts.union.resize(classes.words(), 0);
        for (_, desk) in &parts.near {
            let part = add(&mut parts.union, classes.of(*desk as usize), weights);
            if part > 0.0 {
                parts.each.push((*desk, part));
            }
        }
    }
}

/// How one cell divides itself; used again for every cell.
#[derive(Default)]
struct Parts {
    /// Desk, by its place, and the part that goes to it.
    each: Vec<(u32, f64)>,
    /// Whether everyone goes somewhere, so that rounding leaves nobody behind.
    whole: bool,
    near: Vec<(f64, u32)>,
    union: Vec<u64>,
}

impl Parts {
    fn clear(&mut self) {
        self.each.clear();
        self.near.clear();
        self.whole = false;
    }

    /// The part that goes to no desk.
    fn none(&self) -> f64 {
        if self.whole { 0.0 } else { (1.0 - self.each.iter().map(|(_, part)| part).sum::<f64>()).max(0.0) }
    }
}

/// The place of each site among the desks; [`NONE`] for what is no desk.
pub fn places_of_sites(desks: &[Desk], sites: usize) -> Vec<u32> {
    let mut places = vec![NONE; sites];
    desks.iter().zip(0..).for_each(|(desk, place)| places[desk.site] = place);
    places
}

/// What goes out of a municipality and what comes in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlowBalance {
    /// The municipality, by index.
    pub municipality: usize,
    /// The basis.
    pub basis: Basis,
    /// Its residents.
    pub residents: f64,
    /// Those who use a desk in it.
    pub own: f64,
    /// Those who use a desk elsewhere.
    pub out: f64,
    /// Those who use none.
    pub none: f64,
    /// Residents of elsewhere, the surroundings included, who use a desk in it.
    pub comes_in: f64,
}

impl FlowBalance {
    /// What comes in less what goes out.
    #[must_use]
    pub fn net(&self) -> f64 {
        self.comes_in - self.out
    }
}

/// The balance of every municipality of the study, by index. O(flows).
#[must_use]
pub fn balances(region: &Region, flows: &Flows) -> Vec<FlowBalance> {
    let empty =
        |municipality| FlowBalance { municipality, basis: flows.basis, residents: 0.0, own: 0.0, out: 0.0, none: 0.0, comes_in: 0.0 };
    let mut balances: Vec<FlowBalance> = (0..region.municipalities.len()).map(empty).collect();
    for (from, to, residents, _) in flows.by_territory(region) {
        if let Territory::Municipality(from) = from {
            let balance = &mut balances[from];
            balance.residents += residents;
            match to {
                None => balance.none += residents,
                Some(Territory::Municipality(to)) if to == from => balance.own += residents,
                Some(_) => balance.out += residents,
            }
        }
        if let Some(Territory::Municipality(to)) = to
            && from != Territory::Municipality(to)
        {
            balances[to].comes_in += residents;
        }
    }
    balances.retain(|balance| region.in_study[balance.municipality]);
    balances
}
