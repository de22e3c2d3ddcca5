//! Who lives where, under what is assumed of hidden counts and of growth.

use std::borrow::Cow;

use super::assume::{end, growth};
use crate::compare::Situation;
use crate::compare::grown::grown_cells;
use crate::model::{Assumed, Bounds, Cells, Count, End, Region, Uncertain};

/// The residents of a scenario at each end of the hidden counts, today and in the year of the scenario.
pub struct People<'a> {
    /// As the study has them.
    own: &'a [Count],
    /// Today's: estimated, and at the least and the most; the last two are empty where they are not asked for.
    now: [Cow<'a, [Count]>; 3],
    /// Those of the year; empty without one.
    then: [Vec<Count>; 3],
}

impl<'a> People<'a> {
    /// Of a scenario of this region, for all that the ranges of the study can draw. O(cells × groups).
    #[must_use]
    pub fn new(region: &'a Region, situation: &'a Situation, uncertain: &Uncertain) -> Self {
        let with_ends = uncertain.ranges.iter().any(|range| matches!(range.values().first(), Some(Assumed::Hidden(_))));
        Self::of(region, &situation.region.cells.counts, situation.setting.year, with_ends)
    }

    /// With the counts of the scenario itself; `with_ends` when hidden counts are drawn.
    fn of(region: &'a Region, own: &'a [Count], year: Option<u16>, with_ends: bool) -> Self {
        let cells = &region.cells;
        let at = |end| if with_ends { Cow::Owned(ended(cells, end)) } else { Cow::Borrowed(&[][..]) };
        let now = [Cow::Borrowed(cells.counts.as_slice()), at(End::Least), at(End::Most)];
        let of_year = |counts: &Cow<[Count]>| {
            let Some(year) = year.filter(|_| !counts.is_empty()) else { return Vec::new() };
            let cells = Cells { counts: counts.to_vec(), ..cells.clone() };
            // The scenario was measured, so its year has factors.
            grown_cells(region, cells, year).map_or_else(|_| own.to_vec(), |(cells, _)| cells.counts)
        };
        let then = now.each_ref().map(of_year);
        Self { own, now, then }
    }

    /// The counts under these assumptions; those of the scenario itself where they are not about people.
    #[must_use]
    pub fn counts(&self, assumed: &[Assumed]) -> Cow<'_, [Count]> {
        self.at(end(assumed), growth(assumed))
    }

    /// The counts at an end, with a part of the forecast.
    fn at(&self, end: Option<End>, growth: Option<f64>) -> Cow<'_, [Count]> {
        let place = end.map_or(0, |end| 1 + end as usize);
        let (now, then) = (&self.now[place], &self.then[place]);
        match growth {
            _ if now.is_empty() => Cow::Borrowed(self.own),
            _ if then.is_empty() => Cow::Borrowed(now),
            None => Cow::Borrowed(then),
            Some(part) => now.iter().zip(then).map(|(now, then)| between(now, then, part)).collect(),
        }
    }
}

/// The counts with every hidden one at an end of its bounds: published figures of places give way.
fn ended(cells: &Cells, end: End) -> Vec<Count> {
    let mut counts = cells.counts.clone();
    for Bounds { count, cell, least, most } in &cells.bounds {
        let persons = if end == End::Least { *least } else { *most };
        counts[*count as usize].persons[*cell as usize] = f64::from(persons);
    }
    counts
}

/// Today's residents and a part of what changes; never fewer than nobody.
fn between(now: &Count, then: &Count, part: f64) -> Count {
    let persons = now.persons.iter().zip(&then.persons).map(|(now, then)| (now + part * (then - now)).max(0.0));
    Count { persons: persons.collect(), ..then.clone() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::{Group, Growth};

    /// One cell of 10 residents, of whom 65+ is hidden: 2, between 0 and 4. 65+ doubles by 2030, and everyone grows by a tenth.
    #[test]
    fn ends_and_parts_by_hand() {
        let count = |group: &str, persons, hidden| Count { group: Group::parse(group), persons, hidden, modelled: false };
        let counts = vec![count("all", vec![10.0], vec![]), count("65+", vec![2.0], vec![true])];
        let bounds = vec![Bounds { count: 1, cell: 0, least: 0.0, most: 4.0 }];
        let at = crate::crs::Planar(vec![geo::Coord { x: 0.0, y: 0.0 }]);
        let cells = Cells { counts, bounds, at, municipality: vec![0], ..Cells::default() };
        let factors = [(Group::All, 1.1), (Group::parse("65+"), 2.0)].map(|(group, factor)| ((0, group), vec![(2030, factor)]));
        let municipality = crate::model::Municipality {
            code: "GM0001".to_owned(),
            name: String::new(),
            shape: crate::crs::Planar(geo::MultiPolygon::new(Vec::new())),
            published: BTreeMap::new(),
        };
        let region = Region {
            municipalities: vec![municipality],
            in_study: vec![true],
            cells,
            growth: Growth { factors: BTreeMap::from(factors) },
            ..Region::default()
        };
        let own = &region.cells.counts;
        let old = |people: &People, end, growth| people.at(end, growth)[1].persons[0];
        let today = People::of(&region, own, None, true);
        let ends = |people: &People, growth| [None, Some(End::Least), Some(End::Most)].map(|end| old(people, end, growth)).to_vec();
        assert_eq!(ends(&today, Some(0.5)), [2.0, 0.0, 4.0]);
        let later = People::of(&region, own, Some(2030), true);
        assert_eq!(ends(&later, None), [4.0, 0.0, 8.0]);
        // Half of it comes true: 2 + ½·2; one and a half times: 2 + 1½·2.
        assert_eq!([0.0, 0.5, 1.5].map(|part| old(&later, None, Some(part))).to_vec(), [2.0, 3.0, 5.0]);
    }
}
