//! Wat de codes in de cellen van tabellen heten.

use crate::text::Coded;

/// A code that has no words elsewhere.
pub(super) fn word(coded: Coded, code: &str) -> Option<&'static str> {
    match coded {
        Coded::Level | Coded::Scope | Coded::Side | Coded::Desk => place(coded, code),
        Coded::Counted | Coded::Use | Coded::Demand | Coded::Band | Coded::HoursFrom | Coded::Grant => origin(coded, code),
        Coded::Place | Coded::Lacks | Coded::Where | Coded::Label | Coded::Key => border(coded, code),
        Coded::Fate | Coded::Way | Coded::Verdict => plan(coded, code),
        Coded::Country => country(code),
        _ => None,
    }
}

fn place(coded: Coded, code: &str) -> Option<&'static str> {
    Some(match (coded, code) {
        (Coded::Level, "study") => "hele studie",
        (Coded::Level, "municipality") => "gemeente",
        (Coded::Level, "area") => "buurt",
        (Coded::Level, "outside") => "buiten elke gemeente",
        (Coded::Level, "library") => "bibliotheek",
        (Coded::Level, "all") => "allen samen",
        (Coded::Scope, "study") => "in de studie",
        (Coded::Scope, "surroundings") => "in de omgeving",
        (Coded::Scope, "beyond") => "verder weg",
        (Coded::Scope, "outside") => "buiten de studie",
        (Coded::Scope, "abroad") => "in het buitenland",
        (Coded::Scope, "elsewhere") => "elders",
        (Coded::Scope, "own") => "in de eigen gemeente",
        (Coded::Scope, "none") => "geen IDO",
        (Coded::Side, "own") => "die van de eigen gemeente",
        (Coded::Side, "library") => "die van de eigen bibliotheek",
        (Coded::Side | Coded::Desk, "all") => "alle IDO's",
        _ => return None,
    })
}

fn origin(coded: Coded, code: &str) -> Option<&'static str> {
    Some(match (coded, code) {
        (Coded::Counted, "counted") => "geteld",
        (Coded::Counted, "modelled") => "gemodelleerd",
        (Coded::Use, "nearest") => "het dichtstbijzijnde IDO",
        (Coded::Use, "expected") => "verwacht gebruik",
        (Coded::Use, "moments") => "wat open is als mensen kunnen",
        (Coded::Demand, "registered by desk") => "bezoeken geregistreerd per IDO",
        (Coded::Demand, "registered by area") => "bezoeken geregistreerd per gebied",
        (Coded::Demand, "country, under-registered") => "landelijk cijfer, te laag geregistreerd",
        (Coded::Band, "registered") => "de geregistreerde bezoeken",
        (Coded::Band, "assumed, variance 3 × mean") => "aanname: variantie 3 × gemiddelde",
        (Coded::HoursFrom, "desk") => "het IDO zelf",
        (Coded::HoursFrom, "building") => "het gebouw",
        (Coded::HoursFrom, "unknown") => "onbekend",
        (Coded::HoursFrom, "median of desks") => "mediaan van de IDO's",
        (Coded::HoursFrom, "file") => "het bestand",
        (Coded::Grant, "annex") => "bijlage van de regeling",
        (Coded::Grant, "estimate") => "uitgerekend",
        (Coded::Grant, "partial estimate") => "uitgerekend, zonder het deel voor mensen met hoogstens vmbo",
        _ => return None,
    })
}

fn border(coded: Coded, code: &str) -> Option<&'static str> {
    Some(match (coded, code) {
        (Coded::Place, "one desk for two") => "één IDO voor twee gemeenten",
        (Coded::Place, "nearest across border") => "dichtstbijzijnde IDO over de grens",
        (Coded::Place, "norm only across border") => "alleen over de grens binnen de norm",
        (Coded::Place, "more hours across border") => "over de grens meer uren",
        (Coded::Lacks, "library and desk") => "bibliotheek en IDO",
        (Coded::Lacks, "library") => "bibliotheek",
        (Coded::Lacks, "desk") => "IDO",
        (Coded::Where, "inside") => "in de gemeente",
        (Coded::Where, "across border") => "over de grens",
        (Coded::Label, "vestiging") => "vestiging",
        (Coded::Label, "servicepunt") => "servicepunt",
        (Coded::Label, "below") => "minder dan een servicepunt",
        (Coded::Key, "expected use") => "verwacht gebruik",
        (Coded::Key, "residents") => "inwoners",
        (Coded::Key, "need") => "behoefte",
        (Coded::Key, "equal") => "gelijke delen",
        (Coded::Key, "shapley") => "Shapley",
        _ => return None,
    })
}

fn plan(coded: Coded, code: &str) -> Option<&'static str> {
    Some(match (coded, code) {
        (Coded::Fate, "stays") => "blijft",
        (Coded::Fate, "other hours") => "andere tijden",
        (Coded::Fate, "moves") => "verhuist",
        (Coded::Fate, "new") => "nieuw",
        (Coded::Fate, "closes") => "gaat dicht",
        (Coded::Way, "more desks") => "meer locaties",
        (Coded::Way, "longer hours") => "langer open",
        (Coded::Way, "both") => "allebei",
        (Coded::Verdict, "below") => "onder de bandbreedte",
        (Coded::Verdict, "within") => "binnen de bandbreedte",
        (Coded::Verdict, "above") => "boven de bandbreedte",
        _ => return None,
    })
}

fn country(code: &str) -> Option<&'static str> {
    Some(match code {
        "desks_inside_library" => "IDO's in een bibliotheek",
        "desks_outside_library" => "IDO's buiten een bibliotheek",
        "municipalities_with_desk" => "gemeenten met een IDO",
        "branches_with_desk" => "bibliotheekvestigingen met een IDO",
        "branches_vestiging" => "bibliotheken met het label vestiging",
        "branches_servicepunt" => "bibliotheken met het label servicepunt",
        "branches_below_servicepunt" => "bibliotheken met minder uren dan een servicepunt",
        "desks_with_hours_of_building_only" => "IDO's waarvan alleen de uren van het gebouw bekend zijn",
        "desks_with_number_of_hours_only" => "IDO's waarvan alleen het aantal uren bekend is",
        "desks_of_unknown_hours" => "IDO's waarvan de uren onbekend zijn",
        "desks_per_municipality" => "IDO's per gemeente",
        _ => return None,
    })
}
