//! The country in the columns of the published files.

use geo::{Area, MultiPolygon};

use super::country::{Candidate, Country, Figures, Municipality, Neighbourhood, Squares};
use super::residents::{Persons, SECRET, published};
use crate::crs::Planar;
use crate::model::Texts;
use crate::report::{Column, Shapes, Table, Values};

/// Columns of the age bands in files of squares.
const BANDS: [&str; 5] = [
    "aantal_inwoners_0_tot_15_jaar",
    "aantal_inwoners_15_tot_25_jaar",
    "aantal_inwoners_25_tot_45_jaar",
    "aantal_inwoners_45_tot_65_jaar",
    "aantal_inwoners_65_jaar_en_ouder",
];
/// Columns of the age bands in files of areas.
const SHARES: [&str; 5] = [
    "percentage_personen_0_tot_15_jaar",
    "percentage_personen_15_tot_25_jaar",
    "percentage_personen_25_tot_45_jaar",
    "percentage_personen_45_tot_65_jaar",
    "percentage_personen_65_jaar_en_ouder",
];
/// Persons to a household.
const HOUSEHOLD: f64 = 2.15;
/// Areas with fewer residents keep their figures secret, but for the number of residents.
const ENOUGH: u32 = 50;

/// The ids of the squares, and an index for each.
pub(super) struct Ids {
    texts: Texts,
    rows: Vec<u32>,
}

impl Ids {
    /// `E0974N4514` and so on.
    pub(super) fn of(squares: &Squares) -> Self {
        let mut ids = Self { texts: Texts::with_capacity(squares.len(), squares.len() * 10), rows: Vec::with_capacity(squares.len()) };
        for ((east, north), row) in squares.east.iter().zip(&squares.north).zip(0..) {
            ids.texts.push(&format!("E{east:04}N{north:04}"));
            ids.rows.push(row);
        }
        ids
    }
}

/// The squares as CBS publishes them.
pub(super) fn squares<'a>(squares: &Squares, ids: &'a Ids) -> Table<'a> {
    let count = |name: &str, of: &dyn Fn(&Persons) -> u16| {
        whole(name, squares.persons.iter().map(|persons| f64::from(published(of(persons)))).collect())
    };
    let mut columns = vec![
        Column { name: "crs28992res100m".to_owned(), values: Values::Picked { texts: &ids.texts, rows: &ids.rows } },
        count("aantal_inwoners", &|persons| persons.residents),
        count("aantal_mannen", &|persons| persons.men),
        count("aantal_vrouwen", &|persons| persons.residents - persons.men),
    ];
    for (band, name) in BANDS.iter().enumerate() {
        columns.push(count(name, &|persons| persons.bands.get(band).copied().unwrap_or(0)));
    }
    columns.push(count("aantal_personen_met_uitkering_onder_aowlft", &|persons| persons.benefits));
    let centres = Planar((0..squares.len()).map(|index| squares.centre(index)).collect());
    Table {
        name: "cbs_vk100_2024",
        title: "Synthetische vierkanten van 100 m: geen van deze inwoners bestaat".to_owned(),
        columns,
        rows: squares.len(),
        shapes: Shapes::Squares { centres, side: 100.0 },
    }
}

/// Municipalities with their figures; a second row for the water of those that have any.
pub(super) fn municipalities(country: &Country) -> Table<'_> {
    let rows: Vec<(&Municipality, Option<&Planar<MultiPolygon<f64>>>)> = country
        .municipalities
        .iter()
        .flat_map(|municipality| {
            std::iter::once((municipality, None)).chain(municipality.water.iter().map(move |water| (municipality, Some(water))))
        })
        .collect();
    let known: Vec<Option<Known>> =
        rows.iter().map(|(municipality, water)| water.is_none().then(|| Known::of(&municipality.figures, &municipality.land, 1))).collect();
    let mut columns = vec![
        text("gemeentecode", rows.iter().map(|(municipality, _)| municipality.code.clone())),
        text("gemeentenaam", rows.iter().map(|(municipality, _)| municipality.name.clone())),
        text("water", rows.iter().map(|(_, water)| if water.is_some() { "JA" } else { "NEE" }.to_owned())),
    ];
    columns.extend(figures(&known));
    let shapes = rows.iter().map(|(municipality, water)| Some(Planar(water.unwrap_or(&municipality.land).get()))).collect();
    Table {
        name: "gemeenten",
        title: "Synthetische gemeenten: geen ervan bestaat".to_owned(),
        columns,
        rows: rows.len(),
        shapes: Shapes::Polygons(shapes),
    }
}

/// Municipalities as PDOK publishes their borders: codes and names only.
pub(super) fn borders(country: &Country) -> Table<'_> {
    let all = &country.municipalities;
    Table {
        name: "gemeenten",
        title: "Synthetische gemeenten: geen ervan bestaat".to_owned(),
        columns: vec![
            text("statcode", all.iter().map(|municipality| municipality.code.clone())),
            text("statnaam", all.iter().map(|municipality| municipality.name.clone())),
        ],
        rows: all.len(),
        shapes: Shapes::Polygons(all.iter().map(|municipality| Some(Planar(municipality.land.get()))).collect()),
    }
}

/// Neighbourhoods with their figures, rounded to 5 as CBS does.
pub(super) fn neighbourhoods(country: &Country) -> Table<'_> {
    let all = &country.neighbourhoods;
    let home = |area: &Neighbourhood| country.municipalities.get(area.municipality);
    let known: Vec<Option<Known>> = all.iter().map(|area| Some(Known::of(&area.figures, &area.land, 5))).collect();
    let mut columns = vec![
        text("buurtcode", all.iter().map(|area| area.code.clone())),
        text("buurtnaam", all.iter().map(|area| area.name.clone())),
        text("wijkcode", all.iter().map(|area| area.district.clone())),
        text("gemeentecode", all.iter().map(|area| home(area).map_or_else(String::new, |home| home.code.clone()))),
        text("gemeentenaam", all.iter().map(|area| home(area).map_or_else(String::new, |home| home.name.clone()))),
        text("water", all.iter().map(|_| "NEE".to_owned())),
    ];
    columns.extend(figures(&known));
    // Benefits of the general kind are somewhat less than half of all, and rounded to 10.
    let benefits = |area: &Neighbourhood| {
        if area.figures.residents < ENOUGH { f64::from(SECRET) } else { (f64::from(area.figures.benefits) * 0.045).round() * 10.0 }
    };
    columns.push(whole("aantal_personen_met_een_alg_bijstandsuitkering_tot", all.iter().map(benefits).collect()));
    Table {
        name: "buurten",
        title: "Synthetische buurten: geen ervan bestaat".to_owned(),
        columns,
        rows: all.len(),
        shapes: Shapes::Polygons(all.iter().map(|area| Some(Planar(area.land.get()))).collect()),
    }
}

/// Venues where a desk could be opened.
pub(super) fn candidates(candidates: &[Candidate]) -> Table<'_> {
    Table {
        name: "locaties",
        title: "Synthetische locaties: geen ervan bestaat".to_owned(),
        columns: vec![
            text("naam", candidates.iter().map(|venue| venue.name.clone())),
            text("plaats", candidates.iter().map(|venue| venue.place.clone())),
            text("soort", candidates.iter().map(|venue| super::venues::kind(venue.venue).to_owned())),
        ],
        rows: candidates.len(),
        shapes: Shapes::Points(Planar(candidates.iter().map(|venue| *venue.at.get()).collect())),
    }
}

/// What is published of an area.
struct Known {
    residents: f64,
    men: f64,
    women: f64,
    shares: [f64; 5],
    households: f64,
    hectares: f64,
}

impl Known {
    /// Counts rounded to `step`; what is said of few people is secret.
    fn of(figures: &Figures, land: &Planar<MultiPolygon<f64>>, step: u32) -> Self {
        let secret = f64::from(SECRET);
        let all = f64::from(figures.residents);
        let step = f64::from(step);
        let rounded = |count: f64| (count / step).round() * step;
        let enough = figures.residents >= ENOUGH;
        let unless_few = |count: f64| if enough { rounded(count) } else { secret };
        Self {
            residents: if (1..5).contains(&figures.residents) { secret } else { rounded(all) },
            men: unless_few(f64::from(figures.men)),
            women: unless_few(f64::from(figures.residents - figures.men)),
            shares: figures.bands.map(|band| if enough { (f64::from(band) / all * 100.0).round() } else { secret }),
            households: unless_few((all / HOUSEHOLD).round()),
            hectares: (land.get().unsigned_area() / 10_000.0).round(),
        }
    }
}

/// The columns of figures; all secret where nothing is known, as in rows of water.
fn figures(known: &[Option<Known>]) -> Vec<Column<'static>> {
    let column = |name: &str, of: &dyn Fn(&Known) -> f64| {
        whole(name, known.iter().map(|known| known.as_ref().map_or(f64::from(SECRET), of)).collect())
    };
    let mut columns = vec![
        column("aantal_inwoners", &|known| known.residents),
        column("mannen", &|known| known.men),
        column("vrouwen", &|known| known.women),
    ];
    for (band, name) in SHARES.iter().enumerate() {
        columns.push(column(name, &|known| known.shares.get(band).copied().unwrap_or(f64::from(SECRET))));
    }
    columns.push(column("aantal_huishoudens", &|known| known.households));
    columns.push(column("oppervlakte_land_in_ha", &|known| known.hectares));
    columns
}

fn text(name: &str, values: impl Iterator<Item = String>) -> Column<'static> {
    Column { name: name.to_owned(), values: Values::Owned(values.collect()) }
}

fn whole(name: &str, values: Vec<f64>) -> Column<'static> {
    Column { name: name.to_owned(), values: Values::Numbers { values: values.into(), decimals: 0 } }
}
