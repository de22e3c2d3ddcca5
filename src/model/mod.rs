//! The domain as plain, checked data: what a study is about, without files, formats or coordinates in degrees.

mod area;
mod cells;
mod group;
mod library;
mod money;
mod region;
mod site;
mod study;
mod texts;

pub use area::{Area, Municipality, Published};
pub use cells::{Cells, Count, NONE};
pub use group::{AgeBand, Group};
pub use library::{Library, Period};
pub use money::{DeskCosts, Money, OneOff, Pool};
pub use region::{Region, Scope};
pub use site::{Site, Status, Venue};
pub use study::{About, DataFile, DataFiles, Lang, Need, Reach, SiteFile, Study};
pub use texts::{RawTexts, Texts};
