//! Tables of money and education, as a planner gets them from the regulation and from CBS.

use super::country::{Country, Figures};

/// Persons of 15 to 75 with at most vmbo, and the grant in euros, of a municipality.
fn of(number: usize, figures: &Figures) -> (f64, f64) {
    let [_, bands @ .., elderly] = figures.bands.map(f64::from);
    // Two fifths of 65 and older are younger than 75; some municipalities have more people with little schooling than others.
    let adults = bands.iter().sum::<f64>() + 0.4 * elderly;
    let low = (adults * (0.22 + 0.02 * f64::from(u8::try_from(number % 6).unwrap_or(0)))).round();
    (low, 0.83 * f64::from(figures.residents) + 0.70 * low)
}

/// Persons of 15 to 75 with at most vmbo in each municipality.
pub(super) fn education(country: &Country) -> Vec<Vec<String>> {
    let mut rows = vec![["gemeentecode", "gemeente", "vmbo_15_75"].map(str::to_owned).to_vec()];
    for (number, municipality) in country.municipalities.iter().enumerate() {
        let (low, _) = of(number, &municipality.figures);
        rows.push(vec![municipality.code.clone(), municipality.name.clone(), format!("{low}")]);
    }
    rows
}

/// The grant of each municipality, written as Dutch money.
pub(super) fn grants(country: &Country) -> Vec<Vec<String>> {
    let mut rows = vec![["gemeente", "bedrag"].map(str::to_owned).to_vec()];
    for (number, municipality) in country.municipalities.iter().enumerate() {
        let (_, grant) = of(number, &municipality.figures);
        rows.push(vec![municipality.code.clone(), format!("€ {}", format!("{grant:.2}").replace('.', ","))]);
    }
    rows
}
