//! Official totals of municipalities and neighbourhoods: true counts, of squares that are too small to be published too.

use super::borders::Land;
use super::country::{Figures, Municipality, Neighbourhood};
use super::settlements::Places;
use super::squares::Population;
use super::territory::Plots;
use crate::crs::Planar;

/// Adds up the population by area, and gives the areas their codes.
pub(super) fn publish(places: &Places, plots: &Plots, land: &Land, population: &Population) -> (Vec<Municipality>, Vec<Neighbourhood>) {
    let mut figures = population.absent.clone();
    for (&area, persons) in population.published.neighbourhood.iter().zip(&population.published.persons) {
        if let Some(sum) = figures.get_mut(area as usize) {
            sum.add(persons);
        }
    }
    let mut municipalities: Vec<Municipality> = land
        .municipalities
        .iter()
        .zip(&land.water)
        .zip(&places.settlements)
        .enumerate()
        .map(|(index, ((land, water), town))| Municipality {
            code: format!("GM{}", 9001 + index),
            name: town.name.clone(),
            land: Planar(land.clone()),
            water: water.clone().map(Planar),
            figures: Figures::default(),
        })
        .collect();
    let mut numbers = Numbers::default();
    let mut neighbourhoods = Vec::with_capacity(plots.neighbourhoods.len());
    let counts = settlements_of(plots, municipalities.len());
    for ((plot, land), figures) in plots.neighbourhoods.iter().zip(&land.neighbourhoods).zip(figures) {
        if let Some(municipality) = municipalities.get_mut(plot.municipality) {
            municipality.figures.merge(&figures);
        }
        let by_settlement = counts.get(plot.municipality).is_some_and(|&count| count <= 100);
        let (district, own) = numbers.next(plot.municipality, plot.settlement, by_settlement);
        let digits = 9001 + plot.municipality;
        neighbourhoods.push(Neighbourhood {
            code: format!("BU{digits}{district:02}{own:02}"),
            name: plot.name.clone(),
            district: format!("WK{digits}{district:02}"),
            municipality: plot.municipality,
            land: Planar(land.clone()),
            figures,
        });
    }
    (municipalities, neighbourhoods)
}

/// How many settlements each municipality has.
fn settlements_of(plots: &Plots, municipalities: usize) -> Vec<usize> {
    let mut counts = vec![0; municipalities];
    let mut last = None;
    for plot in &plots.neighbourhoods {
        if last != Some((plot.municipality, plot.settlement)) {
            last = Some((plot.municipality, plot.settlement));
            if let Some(count) = counts.get_mut(plot.municipality) {
                *count += 1;
            }
        }
    }
    counts
}

/// The running number of a neighbourhood: two digits of its district and two of its own.
#[derive(Default)]
struct Numbers {
    last: Option<(usize, usize)>,
    district: usize,
    own: usize,
}

impl Numbers {
    /// A district for each settlement where there are few enough of them, else one for every hundred neighbourhoods.
    fn next(&mut self, municipality: usize, settlement: usize, by_settlement: bool) -> (usize, usize) {
        match self.last {
            Some((same, before)) if same == municipality && (!by_settlement || before == settlement) && self.own < 99 => self.own += 1,
            Some((same, _)) if same == municipality => (self.district, self.own) = (self.district + 1, 0),
            _ => (self.district, self.own) = (0, 0),
        }
        self.last = Some((municipality, settlement));
        (self.district, self.own)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn districts_follow_settlements_or_hundreds() {
        let mut numbers = Numbers::default();
        let few: Vec<_> = [(0, 4), (0, 4), (0, 9), (1, 5)].iter().map(|&(m, s)| numbers.next(m, s, true)).collect();
        assert_eq!(few, [(0, 0), (0, 1), (1, 0), (0, 0)]);
        let mut numbers = Numbers::default();
        let many: Vec<_> = (0..250).map(|settlement| numbers.next(0, settlement, false)).collect();
        assert_eq!((many[99], many[100], many[249]), ((0, 99), (1, 0), (2, 49)));
    }
}
