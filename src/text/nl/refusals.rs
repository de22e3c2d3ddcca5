//! Why a row was not used.

use super::{count, hours};
use crate::load::{Refusal, Why};

pub(super) fn why(why: &Why) -> String {
    match why {
        Why::NotANumber => "geen getal".to_owned(),
        Why::NotACount => "kan geen aantal mensen zijn".to_owned(),
        Why::Blank => "niet ingevuld".to_owned(),
        Why::CutOff => "de rij houdt te vroeg op".to_owned(),
        Why::TooManyCells => "de rij is langer dan de kopregel".to_owned(),
        Why::BadGeometry(words) => format!("de vorm op de kaart is niet te lezen ({words})"),
        Why::NoPosition => "er staat niet bij waar dit is: geen vorm, geen coördinaten en geen nummer van een vierkant".to_owned(),
        Why::Elsewhere => "ligt ver buiten Nederland".to_owned(),
        Why::InDegrees => "dit zijn graden, terwijl de andere plaatsen in Rijksdriehoek staan".to_owned(),
        Why::InRd => "dit is Rijksdriehoek, terwijl de andere plaatsen in graden staan".to_owned(),
        Why::AxesSwapped => "de twee coördinaten staan in de verkeerde volgorde".to_owned(),
        Why::NotASquare => "geen nummer van een CBS-vierkant, zoals `E0974N4514`".to_owned(),
        Why::NotACode => "geen gemeentecode, zoals `GM0518`".to_owned(),
        Why::Duplicate { other } => format!("staat ook in rij {other}, met andere gegevens"),
        Why::Repeated { other } => format!("staat al in rij {other} en telt één keer mee"),
        Why::NotYesOrNo => "geen `ja` of `nee`".to_owned(),
        Why::NotAStatus => "geen status: kies `open`, `kandidaat`, `verplicht` of `uitgesloten`".to_owned(),
        Why::ContradictsIdo => "dit past niet bij wat de kolom `ido` zegt: alleen een informatiepunt (`ja`) is `open`".to_owned(),
        Why::NotAVenue => "geen bekende soort locatie: kies bijvoorbeeld `bibliotheek`, `dorpshuis`, `buurthuis`, `gemeentehuis`, \
                           `supermarkt`, `winkel`, `ziekenhuis`, `huisarts`, `verzorgingshuis`, `school`, `kerk`, `halte` of `overig`"
            .to_owned(),
        Why::NotAPeriod => "geen jaartal, of het einde ligt vóór het begin".to_owned(),
        Why::UnknownArea => "dit gebied staat niet in het bestand met gebieden".to_owned(),
        Why::Hours(error) => hours::week(error),
        Why::NotHours => "geen aantal uren per week: dat is 0 tot 168".to_owned(),
        Why::NotAges => "geen leeftijdsgroep, zoals `65+` of `15-25`".to_owned(),
        Why::NotAYear => "geen jaartal, zoals 2035".to_owned(),
        Why::NotAFactor => "geen factor van 0 tot 10, zoals `1,12`".to_owned(),
        Why::NoSuchSite { nearest } => {
            format!("deze locatie staat in geen bestand met locaties{}; `bereik sites STUDIE` geeft elke locatie met haar id", meant(nearest.as_deref()))
        }
        Why::NoDeskThere => "op deze locatie is nu geen informatiepunt: haal de rij weg, of zet in het bestand met locaties `ido` op `ja`".to_owned(),
        Why::NoSuchPlace { nearest } => {
            format!("deze buurt, wijk of postcode hoort niet bij de studie{}; verbeter de rij of haal haar weg", meant(nearest.as_deref()))
        }
        Why::NotVisits => "geen aantal bezoeken: dat is 0 of meer".to_owned(),
        Why::TooManyVisits { most } => format!("te groot: Bereik leest hoogstens {} bezoeken per rij", count(*most as usize)),
        Why::NotWeeks => "geen aantal weken: dat is meer dan 0 en hoogstens 522 (tien jaar)".to_owned(),
        Why::InOtherFile { file } => format!("staat ook in {file}; tel de bezoeken en de weken op in één rij"),
        Why::NotMoney => "geen bedrag, zoals `€ 1.250,50`".to_owned(),
        Why::UnknownMunicipality => "deze gemeente staat niet in het bestand met gemeenten; misschien een naam of code van een ander jaar, van voor of na een herindeling".to_owned(),
    }
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or(String::new(), |name| format!("; misschien is \"{name}\" bedoeld"))
}

/// `rij 12, kolom "inwoners", waarde "abc": geen getal`.
pub(super) fn row(refusal: &Refusal) -> String {
    let mut parts = vec![format!("rij {}", refusal.row)];
    if !refusal.field.is_empty() {
        parts.push(format!("kolom \"{}\"", refusal.field));
    }
    if !refusal.value.is_empty() {
        parts.push(format!("waarde \"{}\"", refusal.value));
    }
    format!("{}: {}", parts.join(", "), why(&refusal.why))
}
