//! The grant of a municipality.

use crate::model::Money;
use crate::units::Euros;

/// What is known of the money of a municipality.
#[derive(Debug, Clone, PartialEq)]
pub struct MunicipalityMoney {
    /// `GM` and four digits.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Inhabitants: finite, not negative.
    pub inhabitants: f64,
    /// Inhabitants of 15 to 75 with at most vmbo, where known: finite, not negative. "Low education" as CBS counts it is a wider class
    /// (5.5 instead of 3.6 million) and does not belong here.
    pub low_educated: Option<f64>,
    /// Its amount in the annex of the regulation, where the study gives it.
    pub annex: Option<Euros>,
    /// Its own contribution a year: not negative.
    pub own: Euros,
}

/// Where the amount of a grant comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The annex of the regulation: this is what is paid.
    Annex,
    /// The formula of the regulation, on figures of another year than the regulation used.
    Estimate,
    /// Only the first part of the formula: nobody said how many inhabitants have at most vmbo, so the grant is larger.
    Partial,
}

/// The grant of a municipality for a year, and where the amount comes from.
///
/// The annex's amount where there is one; else € 0.83 × inhabitants + € 0.70 × inhabitants of 15 to 75 with at most vmbo, or the rates of
/// the study. Each part is rounded to the cent. Less the study's cut, rounded to the cent, whatever the source. O(1).
///
/// Source: Regeling specifieke uitkering Informatiepunten Digitale Overheid, in force 1 January 2023 (Stcrt. 2022-33992): the amounts were
/// computed once, stand in its annex and are not indexed.
#[must_use]
pub fn grant(money: &Money, municipality: &MunicipalityMoney) -> (Euros, Source) {
    let by_inhabitants = money.inhabitant.scaled(municipality.inhabitants);
    let (whole, source) = match (municipality.annex, municipality.low_educated) {
        (Some(annex), _) => (annex, Source::Annex),
        (None, Some(persons)) => (by_inhabitants + money.low_education.scaled(persons), Source::Estimate),
        (None, None) => (by_inhabitants, Source::Partial),
    };
    (whole - whole.share(money.cut), source)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn municipality(inhabitants: f64, low_educated: Option<f64>, annex: Option<Euros>) -> MunicipalityMoney {
        let (code, name) = ("GM0001".to_owned(), "Lent".to_owned());
        MunicipalityMoney { code, name, inhabitants, low_educated, annex, own: Euros::ZERO }
    }

    #[test]
    fn the_whole_country_gets_what_the_regulation_says() {
        // 17.6 million × 0.83 = 14.608 million; 3.61 million × 0.70 = 2.527 million; together 17.135 million. The regulation: 14.6 + 2.53 = 17.13.
        let country = municipality(17_600_000.0, Some(3_610_000.0), None);
        let (amount, source) = grant(&Money::default(), &country);
        assert_eq!((amount.cents(), source), (1_713_500_000, Source::Estimate));
        let (amount, source) = grant(&Money::default(), &municipality(17_600_000.0, None, None));
        assert_eq!((amount.cents(), source), (1_460_800_000, Source::Partial));
    }

    #[test]
    fn the_annex_prevails_and_a_cut_is_for_everyone() {
        let cut = Money { cut: "10 %".parse().unwrap(), ..Money::default() };
        let annex = municipality(25_000.0, Some(4_000.0), Some(Euros::from_cents(1_234_567)));
        assert_eq!(grant(&Money::default(), &annex), (Euros::from_cents(1_234_567), Source::Annex));
        // A tenth of 12,345.67 is 1,234.57; 12,345.67 − 1,234.57 = 11,111.10.
        assert_eq!(grant(&cut, &annex), (Euros::from_cents(1_111_110), Source::Annex));
        // 0.83 × 25,000 = 20,750; 0.70 × 4,000 = 2,800; 23,550 − 2,355 = 21,195.
        let formula = municipality(25_000.0, Some(4_000.0), None);
        assert_eq!(grant(&cut, &formula), (Euros::from_cents(2_119_500), Source::Estimate));
        let all = Money { cut: "100 %".parse().unwrap(), ..Money::default() };
        assert_eq!(grant(&all, &formula).0, Euros::ZERO);
    }
}
