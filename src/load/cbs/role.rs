//! What a column can mean, and the names under which published files have it.

use crate::load::error::Needed;

/// A meaning that a column can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The id of a square of 100 m: `E0974N4514`.
    Square100,
    /// The id of a square of 500 m.
    Square500,
    /// The id of a square of the Eurostat grid.
    EurostatSquare,
    /// Any other id of a cell: a postcode.
    CellId,
    /// All residents.
    Residents,
    /// The code of a municipality.
    MunicipalityCode,
    /// The name of a municipality.
    MunicipalityName,
    /// The code of a finer area.
    AreaCode,
    /// The name of a finer area.
    AreaName,
    /// Whether a row is water (`JA`/`NEE`).
    Water,
    /// The id of a site.
    SiteId,
    /// The name of a site.
    SiteName,
    /// The village or town of a site.
    Place,
    /// Whether a branch has a desk (`ja`/`nee`).
    Ido,
    /// The status of a site.
    Status,
    /// The kind of venue.
    Venue,
    /// The library organisation.
    Library,
    /// When the desk is open for walk-in, as a text or a number of hours a week.
    DeskHours,
    /// When the building is open.
    BuildingHours,
    /// When one is helped by appointment.
    AppointmentHours,
    /// Hours a week in which a branch has staff.
    StaffedHours,
    /// Staffed places at a desk.
    Places,
    /// Fixed cost a year of a desk.
    FixedCost,
    /// Cost of an hour of a desk.
    HourCost,
    /// An amount of money.
    Amount,
    /// A band of ages.
    Ages,
    /// A year.
    Year,
    /// A factor on the residents.
    Factor,
    /// A desk whose visits are registered.
    RegisteredSite,
    /// A finer area whose visits are registered.
    RegisteredArea,
    /// A postcode whose visits are registered.
    Postcode,
    /// A number of visits.
    Visits,
    /// A number of weeks.
    Weeks,
    /// A municipality, by name or code, in a list of libraries, grants or factors of growth.
    Served,
    /// First year.
    From,
    /// Last year.
    To,
    /// Easting.
    X,
    /// Northing.
    Y,
    /// The country that a cell or a site lies in.
    Country,
    /// Longitude.
    Lon,
    /// Latitude.
    Lat,
}

impl Role {
    /// The name by which a study can point at another column: `columns = { residents = "inw_totaal" }`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Square100 => "square",
            Self::Square500 => "square500",
            Self::EurostatSquare => "grid",
            Self::CellId | Self::SiteId => "id",
            Self::Residents => "residents",
            Self::MunicipalityCode | Self::AreaCode => "code",
            Self::MunicipalityName | Self::AreaName | Self::SiteName => "name",
            Self::Water => "water",
            Self::Place => "place",
            Self::Ido => "ido",
            Self::Status => "status",
            Self::Venue => "venue",
            Self::Library => "library",
            Self::DeskHours => "desk_hours",
            Self::BuildingHours => "building_hours",
            Self::AppointmentHours => "appointment_hours",
            Self::StaffedHours => "staffed_hours",
            Self::Places => "places",
            Self::FixedCost => "fixed",
            Self::HourCost => "hour",
            Self::Amount => "amount",
            Self::Ages => "ages",
            Self::Year => "year",
            Self::Factor => "factor",
            Self::RegisteredSite => "site",
            Self::RegisteredArea => "area",
            Self::Postcode => "postcode",
            Self::Visits => "visits",
            Self::Weeks => "weeks",
            Self::Served => "municipality",
            Self::From => "from",
            Self::To => "to",
            Self::X => "x",
            Self::Y => "y",
            Self::Country => "country",
            Self::Lon => "lon",
            Self::Lat => "lat",
        }
    }

    /// The names under which published files have it, most telling first.
    #[must_use]
    pub fn known_as(self) -> &'static [&'static str] {
        match self {
            Self::Square100 => &["crs28992res100m", "C28992R100"],
            Self::Square500 => &["crs28992res500m", "C28992R500"],
            Self::EurostatSquare => &["GRD_ID"],
            Self::CellId => &["postcode", "postcode4", "postcode5", "postcode6", "pc4", "pc5", "pc6", "pc4_code", "pc6_code", "id"],
            Self::Residents => &["aantal_inwoners", "inwoner", "inwoners", "aantal_inw", "bevolking", "T", "residents", "population"],
            Self::MunicipalityCode => &["gemeentecode", "gm_code", "statcode", "code", "identificatie"],
            Self::MunicipalityName => &["gemeentenaam", "gm_naam", "statnaam", "naam", "name"],
            Self::AreaCode => &["buurtcode", "bu_code", "wijkcode", "wk_code", "statcode", "code"],
            Self::AreaName => &["buurtnaam", "bu_naam", "wijknaam", "wk_naam", "statnaam", "naam", "name"],
            Self::Water => &["water", "h2o"],
            Self::SiteId => &["id", "site_id", "locatie_id"],
            Self::SiteName => {
                &["naam", "name", "locatie", "naam_vestiging", "vestiging", "naam_locatie", "Naam stembureau", "hospital_name", "site_id"]
            }
            Self::Place => &["plaats", "woonplaats", "plaatsnaam", "place", "city", "kern"],
            Self::Ido => &["ido", "heeft_ido", "informatiepunt"],
            Self::Status => &["status"],
            Self::Venue => &["venue", "soort", "soort_locatie", "type"],
            Self::Library => &["bibliotheek", "bibliotheekorganisatie", "library", "organisatie"],
            Self::DeskHours => &[
                "openingstijden_ido",
                "ido_openingstijden",
                "openingstijden_informatiepunt",
                "spreekuur",
                "spreekuren",
                "inloopspreekuur",
                "inloop",
                "ido_uren",
                "uren_ido",
                "uren",
                "uren_per_week",
                "desk_hours",
            ],
            Self::BuildingHours => &[
                "openingstijden",
                "opening_hours",
                "openingsuren",
                "openingstijden_gebouw",
                "openingstijden_vestiging",
                "openingstijden_bibliotheek",
                "building_hours",
            ],
            Self::AppointmentHours => &["op_afspraak", "spreekuur_op_afspraak", "openingstijden_op_afspraak", "appointment_hours"],
            Self::StaffedHours => &["uren_met_personeel", "bemande_uren", "personele_uren", "staffed_hours"],
            Self::Places => &["plekken", "balies", "werkplekken", "places"],
            Self::FixedCost => &["vaste_lasten", "vaste_kosten", "fixed", "fixed_cost"],
            Self::HourCost => &["uurtarief", "kosten_per_uur", "hour", "hour_rate"],
            Self::Amount => &["bedrag", "uitkering", "spuk", "amount", "grant"],
            Self::Ages => &["leeftijd", "leeftijdsgroep", "leeftijdsklasse", "ages", "age_band", "age band", "age"],
            Self::Year => &["jaar", "prognosejaar", "year"],
            Self::Factor => &["factor", "groeifactor", "index", "growth"],
            Self::RegisteredSite => &[
                "site",
                "site_id",
                "locatie_id",
                "locatie",
                "vestiging",
                "naam_vestiging",
                "naam_locatie",
                "informatiepunt",
                "ido",
                "desk",
            ],
            Self::RegisteredArea => &["buurtcode", "bu_code", "wijkcode", "wk_code", "area_code", "buurt", "wijk", "area"],
            Self::Postcode => &["postcode", "postcode4", "postcode6", "pc4", "pc6", "pc4_code", "pc6_code"],
            Self::Visits => &[
                "bezoeken",
                "aantal_bezoeken",
                "bezoekers",
                "aantal_bezoekers",
                "hulpvragen",
                "aantal_hulpvragen",
                "visits",
                "visitors",
                "questions",
            ],
            Self::Weeks => &["weken", "aantal_weken", "weeks"],
            Self::Served => &["gemeentecode", "gm_code", "gemeente", "gemeentenaam", "municipality"],
            Self::From => &["van", "from", "vanaf", "begin"],
            Self::To => &["tot", "to", "tot_en_met", "t/m", "einde"],
            Self::X => &["x", "x_rd", "rd_x", "x_coordinaat", "xcoord", "easting"],
            Self::Y => &["y", "y_rd", "rd_y", "y_coordinaat", "ycoord", "northing"],
            Self::Country => &["country", "land", "cntr_id", "cntr_code", "country_code", "landcode"],
            Self::Lon => &["lon", "longitude", "lng", "lengtegraad"],
            Self::Lat => &["lat", "latitude", "breedtegraad"],
        }
    }

    /// What a message calls it.
    pub(super) fn needed(self) -> Needed {
        match self {
            Self::Residents => Needed::Residents,
            Self::MunicipalityCode => Needed::MunicipalityCode,
            Self::MunicipalityName => Needed::MunicipalityName,
            Self::AreaCode => Needed::AreaCode,
            Self::SiteName => Needed::SiteName,
            Self::Library => Needed::LibraryName,
            Self::Served => Needed::Municipality,
            Self::Amount => Needed::Amount,
            Self::Year => Needed::Year,
            Self::Factor => Needed::Factor,
            Self::RegisteredSite | Self::RegisteredArea | Self::Postcode => Needed::Registered,
            Self::Visits => Needed::Visits,
            Self::Weeks => Needed::Weeks,
            Self::X | Self::Y | Self::Lon | Self::Lat | Self::Square100 | Self::Square500 | Self::EurostatSquare => Needed::Position,
            _ => Needed::Stated,
        }
    }
}
