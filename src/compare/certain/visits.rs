//! The visits expected under one draw.

use super::kind::{Kind, kinds};
use crate::measure::border::attractions;
use crate::measure::{Desk, Fit};
use crate::model::{Count, Region, Scope, Study, Venue};
use crate::reach::Matrix;

/// The desks with what is registered of them, and who lives near them.
pub(super) struct Visits {
    /// What draws people to each desk.
    attraction: Vec<f64>,
    /// Which desks are of the study, and which of these have registered visits.
    own: Vec<[bool; 2]>,
    /// The registered visits a week of these desks together, and those from registered places.
    registered: [f64; 2],
    /// The cells near a desk of the study, with in how many registered places they lie.
    cells: Vec<(u32, f64)>,
    /// Where the desks of each of them begin, and their end.
    starts: Vec<usize>,
    /// The desks around them, with metres in a straight line: the nearest first.
    near: Vec<(u32, f64)>,
}

/// Need that comes to desks: of the study, of the study and registered, and to desks of the study from registered places.
#[derive(Default)]
struct Comes {
    own: f64,
    registered: f64,
    places: f64,
}

impl Visits {
    /// Of the desks of a region; `place` has the place of each site among them, and `pairs` is every desk that can count for anyone.
    /// O(pairs · log desks near).
    pub fn new(region: &Region, desks: &[Desk], place: &[Option<u32>], pairs: &Matrix) -> Self {
        let is_own = |desk: &Desk| region.site_scope[desk.site] == Scope::Study;
        let of_desk = |desk: &Desk| region.registrations.desks.get(&desk.site);
        let own: Vec<[bool; 2]> = desks.iter().map(|desk| [is_own(desk), is_own(desk) && of_desk(desk).is_some()]).collect();
        let of_desks: f64 = desks.iter().filter(|desk| is_own(desk)).filter_map(of_desk).map(|registered| registered.per_week()).sum();
        let places = &region.registrations.places;
        let mut times = vec![0.0; region.cells.len()];
        places.iter().flat_map(|place| &place.cells).for_each(|cell| times[*cell as usize] += 1.0);
        let mut visits = Self {
            attraction: attractions(desks),
            own,
            registered: [of_desks, places.iter().map(|place| place.registered.per_week()).sum()],
            cells: Vec::new(),
            starts: vec![0],
            near: Vec::new(),
        };
        for (cell, times) in (0u32..).zip(times) {
            let begins = visits.near.len();
            visits.near.extend(pairs.row(cell as usize).filter_map(|(site, metres)| Some((place[site]?, metres))));
            let near = &mut visits.near[begins..];
            if near.iter().any(|(desk, _)| visits.own[*desk as usize][0]) {
                near.sort_unstable_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
                visits.cells.push((cell, times));
                visits.starts.push(visits.near.len());
            } else {
                visits.near.truncate(begins);
            }
        }
        visits
    }

    /// Visits a week of the desks of the study together, and κ: `kappa`, or without it what is fitted to these desks (method §10). `reported` are the
    /// cells of the study. O(pairs × kinds of residents).
    pub fn week(&self, study: &Study, counts: &[Count], venues: &[Venue], reported: &[u32], kappa: Option<f64>) -> (f64, f64) {
        // When they can come is nothing to the model of Huff.
        let kinds = kinds(study, counts, venues, |_| 0);
        let mut comes = Comes::default();
        kinds.iter().for_each(|kind| self.add(kind, counts, &mut comes));
        let kappa = kappa.unwrap_or_else(|| {
            let persons = reported.iter().map(|cell| counts[0].persons[*cell as usize]).sum();
            let need = reported.iter().flat_map(|cell| kinds.iter().map(|kind| kind.need(counts, *cell as usize))).sum();
            let [of_desks, of_places] = self.registered;
            Fit { desks: [of_desks, comes.registered], places: [of_places, comes.places], residents: [persons, need] }.kappa().1
        });
        (kappa * comes.own, kappa)
    }

    /// Of a need `a` comes a·P·β to a desk, with P = A·β / Σ A·β: together a · Σ A·β² over some desks / Σ A·β over all.
    fn add(&self, kind: &Kind, counts: &[Count], comes: &mut Comes) {
        for (place, (cell, times)) in self.cells.iter().enumerate() {
            let need = kind.need(counts, *cell as usize);
            if need <= 0.0 {
                continue;
            }
            let (mut all, mut own, mut registered) = (0.0, 0.0, 0.0);
            for (desk, metres) in &self.near[self.starts[place]..self.starts[place + 1]] {
                let near = kind.reach.decay.at(metres * kind.reach.detour);
                if near <= 0.0 {
                    break;
                }
                let desk = *desk as usize;
                let beta = near * kind.suits[desk];
                let drawn = self.attraction[desk] * beta;
                all += drawn;
                let [is_own, is_registered] = self.own[desk];
                own += if is_own { drawn * beta } else { 0.0 };
                registered += if is_registered { drawn * beta } else { 0.0 };
            }
            if all > 0.0 {
                comes.own += need * own / all;
                comes.registered += need * registered / all;
                comes.places += times * need * own / all;
            }
        }
    }
}
