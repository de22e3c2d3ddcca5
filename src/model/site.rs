//! Sites: the places where a desk is, or could be.

use std::fmt;

use geo::Coord;

use super::{DeskCosts, SiteHours};
use crate::crs::Planar;

/// Whether a desk stands at a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A desk is open here today.
    Open,
    /// A desk could be opened here.
    Candidate,
    /// A desk must be opened here in any plan.
    Required,
    /// No desk may be opened here.
    Excluded,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Open, Self::Candidate, Self::Required, Self::Excluded];

    /// Its name in files and studies.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Candidate => "candidate",
            Self::Required => "required",
            Self::Excluded => "excluded",
        }
    }

    /// Reads a status by its English or Dutch name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.trim().to_lowercase().as_str() {
            "open" | "bestaand" | "ido" => Self::Open,
            "candidate" | "kandidaat" | "mogelijk" => Self::Candidate,
            "required" | "verplicht" => Self::Required,
            "excluded" | "uitgesloten" => Self::Excluded,
            _ => return None,
        })
    }
}

/// A kind of venue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Venue {
    /// Branch of a public library.
    LibraryBranch,
    /// Dorpshuis.
    VillageHall,
    /// Buurthuis, wijkcentrum, kulturhus.
    CommunityCentre,
    /// Gemeentehuis, stadskantoor.
    TownHall,
    /// Supermarket.
    Supermarket,
    /// Any other shop.
    Shop,
    /// Hospital.
    Hospital,
    /// Huisartsenpraktijk, gezondheidscentrum.
    GeneralPractice,
    /// Verzorgingshuis, woonzorgcentrum.
    CareHome,
    /// School.
    School,
    /// Church, mosque, temple.
    PlaceOfWorship,
    /// Stop of a bus or a consulting hour without rooms of its own.
    MobileStop,
    /// Anything else.
    Other,
}

impl Venue {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::LibraryBranch,
        Self::VillageHall,
        Self::CommunityCentre,
        Self::TownHall,
        Self::Supermarket,
        Self::Shop,
        Self::Hospital,
        Self::GeneralPractice,
        Self::CareHome,
        Self::School,
        Self::PlaceOfWorship,
        Self::MobileStop,
        Self::Other,
    ];

    /// Its name in files and studies.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LibraryBranch => "library branch",
            Self::VillageHall => "village hall",
            Self::CommunityCentre => "community centre",
            Self::TownHall => "town hall",
            Self::Supermarket => "supermarket",
            Self::Shop => "shop",
            Self::Hospital => "hospital",
            Self::GeneralPractice => "general practice",
            Self::CareHome => "care home",
            Self::School => "school",
            Self::PlaceOfWorship => "place of worship",
            Self::MobileStop => "mobile stop",
            Self::Other => "other",
        }
    }

    /// Reads a kind by its English name, or by the Dutch names that lists of venues use.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        if let Some(venue) = Self::ALL.into_iter().find(|venue| venue.name() == text) {
            return Some(venue);
        }
        Some(match text.as_str() {
            "bibliotheek" | "bibliotheekvestiging" | "vestiging" | "library" => Self::LibraryBranch,
            "dorpshuis" => Self::VillageHall,
            "buurthuis" | "wijkcentrum" | "buurtcentrum" | "kulturhus" | "mfa" => Self::CommunityCentre,
            "gemeentehuis" | "stadhuis" | "stadskantoor" | "raadhuis" => Self::TownHall,
            "supermarkt" => Self::Supermarket,
            "winkel" => Self::Shop,
            "ziekenhuis" => Self::Hospital,
            "huisarts" | "huisartsenpraktijk" | "gezondheidscentrum" => Self::GeneralPractice,
            "verzorgingshuis" | "woonzorgcentrum" | "zorgcentrum" => Self::CareHome,
            "kerk" | "moskee" | "gebedshuis" => Self::PlaceOfWorship,
            "bushalte" | "halte" | "bus" => Self::MobileStop,
            "overig" | "anders" => Self::Other,
            _ => return None,
        })
    }
}

impl fmt::Display for Venue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A place where a desk is, or could be.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// A slug, unique in the study.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The village or town it stands in; empty when the file does not say.
    pub place: String,
    /// What kind of venue it is.
    pub venue: Venue,
    /// Whether a desk stands there.
    pub status: Status,
    /// Where it is.
    pub at: Planar<Coord<f64>>,
    /// The municipality it lies in, by index in [`super::Region::municipalities`]; `None` outside all.
    pub municipality: Option<usize>,
    /// The country it lies in, by index in [`super::Region::countries`], where its file says so.
    pub country: Option<usize>,
    /// The library organisation that runs it, by index in [`super::Region::libraries`]; `None` when unknown.
    pub library: Option<usize>,
    /// When it is open, as far as that is known.
    pub hours: SiteHours,
    /// Staffed places at its desk; `None` where the file does not say.
    pub places: Option<f64>,
    /// Its own costs, where the file gives them.
    pub costs: DeskCosts,
}
