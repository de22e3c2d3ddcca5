//! Which squares are populated, and by whom.

use super::config::{Config, SynthError};
use super::country::{Figures, Squares};
use super::dice::{Dice, Topic};
use super::raster::{Grid, NOWHERE};
use super::residents::{Habits, Persons};
use super::settlements::Places;
use super::spots::Ground;
use super::territory::Plots;

/// Squares with fewer than 5 residents to each published one.
const SMALL: f64 = 0.08;

/// The population.
pub(super) struct Population {
    /// The squares that are published, by id.
    pub(super) published: Squares,
    /// The residents of each neighbourhood in squares that are not.
    pub(super) absent: Vec<Figures>,
}

/// Chooses the squares and fills them. O(n) in the squares of land, plus sorting those chosen.
pub(super) fn populate(config: &Config, places: &Places, plots: &Plots, grid: &Grid, ground: &Ground) -> Result<Population, SynthError> {
    let (chosen, small) = choose(config, ground)?;
    let mut dice = Dice::new(config.seed, Topic::Residents);
    let habits: Vec<Habits> = places.settlements.iter().map(|place| Habits::of(&mut dice, place.size)).collect();
    let of = |index: usize| {
        let area = ground.neighbourhood.get(index).copied().unwrap_or(NOWHERE);
        let settlement = plots.neighbourhoods.get(area as usize).map_or(0, |plot| plot.settlement);
        (area, habits.get(settlement))
    };
    let mut corners: Vec<(u16, u16, usize)> = chosen
        .into_iter()
        .map(|index| {
            let (east, north) = grid.corner(index);
            (east, north, index)
        })
        .collect();
    corners.sort_unstable();
    let mut published = Squares::default();
    for (east, north, index) in corners {
        let (area, habits) = of(index);
        let Some(habits) = habits else { continue };
        published.east.push(east);
        published.north.push(north);
        published.neighbourhood.push(area);
        published.persons.push(habits.fill(&mut dice, ground.density.get(index).copied().unwrap_or(0.0)));
    }
    let mut absent = vec![Figures::default(); plots.neighbourhoods.len()];
    for index in small {
        let (area, habits) = of(index);
        if let (Some(sum), Some(habits)) = (absent.get_mut(area as usize), habits) {
            let persons: Persons = habits.few(&mut dice);
            sum.add(&persons);
        }
    }
    Ok(Population { published, absent })
}

/// The squares that are published and those with fewer than 5 residents: the highest of chance plus noise (Gumbel), which draws without
/// replacement in proportion to the odds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "counts, and keys that need no more digits"
)]
fn choose(config: &Config, ground: &Ground) -> Result<(Vec<usize>, Vec<usize>), SynthError> {
    let mut dice = Dice::new(config.seed, Topic::Choice);
    let mut keys: Vec<(f32, u32)> = Vec::new();
    for ((index, &area), &chance) in (0_u32..).zip(&ground.neighbourhood).zip(&ground.chance) {
        if area != NOWHERE {
            let odds = f64::from(chance) / (1.0 - f64::from(chance));
            keys.push(((odds.ln() - (-dice.unit().ln()).ln()) as f32, index));
        }
    }
    let (asked, room) = (config.squares, keys.len());
    let wanted = asked + (asked as f64 * SMALL) as usize;
    if wanted > room {
        return Err(SynthError::NoRoom { asked, room });
    }
    let order = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if wanted < room {
        keys.select_nth_unstable_by(wanted, order);
    }
    keys.truncate(wanted);
    if asked < wanted {
        keys.select_nth_unstable_by(asked, order);
    }
    let small = keys.split_off(asked);
    let indices = |keys: Vec<(f32, u32)>| {
        let mut indices: Vec<usize> = keys.into_iter().map(|(_, index)| index as usize).collect();
        indices.sort_unstable();
        indices
    };
    Ok((indices(keys), indices(small)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground(squares: usize) -> Ground {
        let chance = |index: usize| if index.is_multiple_of(2) { 0.9 } else { 0.1 };
        Ground { neighbourhood: vec![0; squares], chance: (0..squares).map(chance).collect(), density: vec![10.0; squares] }
    }

    #[test]
    fn more_squares_than_land_is_refused() {
        let refused = choose(&Config::new(500, 1, 0, 1, 1), &ground(539)).unwrap_err();
        assert_eq!(refused, SynthError::NoRoom { asked: 500, room: 539 }, "500 and 8 % small ones are 540");
        assert!(choose(&Config::new(500, 1, 0, 1, 1), &ground(540)).is_ok());
    }

    #[test]
    fn likely_squares_are_chosen_first_and_none_twice() {
        let (chosen, small) = choose(&Config::new(1000, 1, 0, 1, 1), &ground(4000)).unwrap();
        assert_eq!((chosen.len(), small.len()), (1000, 80));
        assert!(chosen.iter().all(|index| !small.contains(index)));
        // Odds are 9 to 1/9. Drawing a quarter of 2,000 + 2,000 squares, about 81 of 82 are of the likely kind while these last.
        let likely = chosen.iter().filter(|&&index| index % 2 == 0).count();
        assert!((960..1000).contains(&likely), "{likely}");
    }
}
