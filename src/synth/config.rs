//! What is asked of the generator, and what it cannot give.

/// Share of the land's squares that are populated, until the largest land is reached: as in the Netherlands.
const POPULATED: f64 = 0.12;
/// The most land there is room for, in squares of a hectare: RD x 0 to 300 km, y 300 to 650 km, less a margin.
const MOST_LAND: f64 = 7_900_000.0;

/// A synthetic country or region. [`Config::new`] derives what the numbers asked for leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Populated squares of 100 m, 500 to 5,000,000.
    pub squares: usize,
    /// Library branches, with or without a desk.
    pub sites: usize,
    /// Venues where a desk could be opened.
    pub candidates: usize,
    /// Municipalities, 1 to 999.
    pub municipalities: usize,
    /// Seed: another seed is another country.
    pub seed: u64,
    /// Towns and villages; at least one a municipality.
    pub settlements: usize,
    /// Library organisations.
    pub libraries: usize,
    /// Municipalities that no library organisation serves.
    pub unserved: usize,
    /// Branches that have a desk today.
    pub desks: usize,
    /// Name of the region and of its first library organisation.
    pub region: String,
}

impl Config {
    /// The numbers asked for, and in proportion to them: a settlement to 180 squares, 3 library organisations to 8 municipalities, one
    /// municipality in 12 without a library (at least one, from 3 municipalities on), a desk in 60 % of the branches.
    #[must_use]
    pub fn new(squares: usize, sites: usize, candidates: usize, municipalities: usize, seed: u64) -> Self {
        let unserved = if municipalities < 3 { 0 } else { (municipalities / 12).max(1) };
        Self {
            squares,
            sites,
            candidates,
            municipalities,
            seed,
            settlements: (squares / 180).clamp(municipalities, municipalities.saturating_mul(4000)),
            libraries: ((municipalities * 3 + 4) / 8).clamp(1, municipalities.saturating_sub(unserved).max(1)),
            unserved,
            desks: (sites * 3).div_ceil(5),
            region: "Waterstreek".to_owned(),
        }
    }

    /// Land in squares of a hectare.
    #[expect(clippy::cast_precision_loss, reason = "at most 5 million")]
    pub(super) fn land(&self) -> f64 {
        (self.squares as f64 / POPULATED).min(MOST_LAND)
    }

    /// Refuses what cannot be made.
    pub(super) fn check(&self) -> Result<(), SynthError> {
        let within = |what, asked: usize, least: usize, most: usize| {
            if (least..=most).contains(&asked) { Ok(()) } else { Err(SynthError::OutOfRange { what, asked, least, most }) }
        };
        within("squares", self.squares, 500, 5_000_000)?;
        within("municipalities", self.municipalities, self.squares.div_ceil(500_000), (self.squares / 100).min(999))?;
        within("settlements", self.settlements, self.municipalities, (self.squares / 20).min(40_000).min(self.municipalities * 4000))?;
        within("unserved municipalities", self.unserved, 0, self.municipalities - 1)?;
        within("libraries", self.libraries, 1, self.municipalities - self.unserved)?;
        within("sites", self.sites, 1, self.squares / 4)?;
        within("desks", self.desks, 0, self.sites)?;
        within("candidates", self.candidates, 0, self.squares / 4)
    }
}

/// Why a country cannot be made or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SynthError {
    /// A number that does not go with the others.
    #[error("{what}: {asked} is outside {least} to {most}")]
    OutOfRange {
        /// Which number.
        what: &'static str,
        /// The number asked for.
        asked: usize,
        /// The least there can be, given the other numbers.
        least: usize,
        /// The most there can be, given the other numbers.
        most: usize,
    },
    /// More populated squares than the land has.
    #[error("{asked} squares do not fit on the land: there is room for {room}")]
    NoRoom {
        /// The squares asked for.
        asked: usize,
        /// The squares of land.
        room: usize,
    },
    /// A file that could not be written.
    #[error("cannot write {file}: {detail}")]
    Write {
        /// The file.
        file: String,
        /// What the system said.
        detail: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_follows_from_four_numbers() {
        // 4,500 / 180 = 25 settlements; 8 × 3/8 = 3 libraries; one municipality of 8 without; 60 % of 20 branches = 12 desks.
        let demo = Config::new(4500, 20, 60, 8, 1);
        assert_eq!((demo.settlements, demo.libraries, demo.unserved, demo.desks), (25, 3, 1, 12));
        assert_eq!(demo.check(), Ok(()));
    }

    #[test]
    fn numbers_that_do_not_go_together_are_refused_by_name() {
        let cases = [
            (Config::new(499, 1, 0, 1, 1), "squares"),
            (Config::new(4500, 20, 60, 0, 1), "municipalities"),
            (Config::new(4500, 20, 60, 46, 1), "municipalities"),
            (Config::new(4_000_000, 20, 60, 7, 1), "municipalities"),
            (Config::new(4500, 0, 60, 8, 1), "sites"),
            (Config::new(4500, 20, 1126, 8, 1), "candidates"),
            (Config { desks: 21, ..Config::new(4500, 20, 60, 8, 1) }, "desks"),
            (Config { libraries: 8, ..Config::new(4500, 20, 60, 8, 1) }, "libraries"),
        ];
        for (config, named) in cases {
            let Err(SynthError::OutOfRange { what, .. }) = config.check() else { panic!("{config:?}") };
            assert_eq!(what, named, "{config:?}");
        }
    }
}
