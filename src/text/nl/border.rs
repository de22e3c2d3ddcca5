//! Grenzen: woorden en zinnen.

use super::Dutch;
use crate::text::Text;
use crate::text::{BorderSentence, BorderWords, WithoutBest};

/// Every label.
pub(super) const WORDS: BorderWords = BorderWords {
    flows_title: "Wie gebruikt wiens IDO: van woongemeente naar gemeente van het IDO",
    balance_title: "Per gemeente: wie blijft, wie gaat en wie komt",
    users_title: "Wie elk IDO bedient, per woongemeente",
    effect_title: "Wat de grenzen kosten: met de IDO's van de eigen gemeente of bibliotheek, en met alle",
    places_title: "Waar de grens knelt, en waar één IDO twee gemeenten zou bedienen",
    orphans_title: "Gemeenten zonder bibliotheek of IDO, en wat zij kunnen doen",
    shares_title: "De kosten van de IDO's, verdeeld over de gemeenten",
    lines_title: "Van woongemeente naar gemeente van het IDO; breedte naar inwoners",
    no_own_desk: "geen eigen IDO",
    no_library_desk: "geen IDO van de eigen bibliotheek",
    out_of_reach: "buiten bereik",
    none_open: "geen IDO open binnen bereik",
    own: "in eigen gemeente",
    out: "over de grens",
    comes_in: "komt van elders",
    extra: "grens kost",
    kept: "norm alleen over grens",
    findings_title: "Waar de grens de meeste inwoners raakt",
    nothing: "Voor niemand ligt het dichtstbijzijnde IDO over de grens, en niemand wint er uren mee",
    shared_title: "Kosten van de IDO's per jaar, verdeeld over de gemeenten",
    pays: "betaalt",
    left_of_grant: "blijft over",
    map_heading: "Hoeveel verder het IDO van de eigen gemeente is dan het dichtstbijzijnde",
    map_subtitle: "Wat de gemeentegrens kost: hoeveel verder het dichtstbijzijnde IDO van de eigen gemeente ligt dan het dichtstbijzijnde van alle",
    map_own: "eigen IDO is het dichtstbij",
    map_none: "geen eigen IDO",
    shared_area: "buurt waar één IDO twee gemeenten zou bedienen",
    shared_site: "locatie waar één IDO twee gemeenten zou bedienen",
    map_lines: "Hebben hun dichtstbijzijnde IDO in een andere gemeente",
    chart_title: "Wie gebruikt wiens IDO",
    chart_subtitle: "In welke gemeente het dichtstbijzijnde IDO staat, % van de inwoners",
    chart_note: "Omlijnd: het IDO staat in de eigen gemeente. Elke regel is samen 100 %, op afronding na.",
    lives_in: "Woont in",
    desk_in: "Dichtstbijzijnde IDO in",
    other_municipality: "andere gemeente",
    outside_study: "buiten het studiegebied",
    without_title: "Gemeenten zonder bibliotheek of IDO",
};

/// A sentence about a border.
pub(super) fn sentence(sentence: &BorderSentence) -> String {
    match *sentence {
        BorderSentence::Nearer { place, of, residents, to, distance, nearer } => {
            let who = who(residents, "heeft zijn", "hebben hun");
            let start = format!("In {}{who} dichtstbijzijnde IDO in {to}", named(place, of));
            match nearer {
                Some(metres) => format!("{start}, {} dichterbij dan in de eigen gemeente", Dutch.distance(metres)),
                None => format!("{start}, op {}; de eigen gemeente heeft er geen", Dutch.distance(distance)),
            }
        }
        BorderSentence::MoreHours { place, of, residents, hours } => format!(
            "In {}{} over de grens {} uur per week meer terecht dan in de eigen gemeente",
            named(place, of),
            who(residents, "kan", "kunnen"),
            Dutch.decimals(hours.get(), 1),
        ),
        BorderSentence::Without { municipality, library, desk, best } => {
            let lacks = match (library, desk) {
                (false, false) => "geen bibliotheekorganisatie en geen IDO",
                (false, true) => "geen bibliotheekorganisatie",
                _ => "geen IDO",
            };
            best.map_or_else(|| format!("{municipality} heeft {lacks}"), |best| format!("{municipality} heeft {lacks}. {}", option(&best)))
        }
    }
}

/// `Ophoven (gemeente Lent) `.
fn named(place: &str, of: Option<&str>) -> String {
    of.filter(|of| *of != place).map_or_else(|| format!("{place} "), |of| format!("{place} (gemeente {of}) "))
}

/// `heeft 1 inwoner zijn`, `hebben 1.240 inwoners hun`.
fn who(residents: f64, one: &str, more: &str) -> String {
    let split =
        |verb: &str| verb.split_once(' ').map_or((verb.to_owned(), String::new()), |(verb, rest)| (verb.to_owned(), format!(" {rest}")));
    if residents.round() <= 1.0 {
        let (verb, rest) = split(one);
        format!("{verb} 1 inwoner{rest}")
    } else {
        let (verb, rest) = split(more);
        format!("{verb} {} inwoners{rest}", Dutch.whole(residents))
    }
}

fn option(best: &WithoutBest) -> String {
    let place = if best.inside { "binnen de gemeente" } else { "over de grens" };
    let is_near = best.residents.round() >= 1.0;
    let kind = if is_near { "beste" } else { "dichtstbijzijnde" };
    let mut text = format!("De {kind} mogelijkheid {place} is {}", best.site);
    if let Some(library) = best.library {
        text.push_str(&format!(", door {library}"));
    }
    if is_near {
        let residents = if best.residents.round() <= 1.0 { "inwoner" } else { "inwoners" };
        text.push_str(&format!(": {} {residents} binnen de norm", Dutch.whole(best.residents)));
    } else {
        text.push_str(&format!(": niemand woont binnen de norm, gemiddeld {} ver", Dutch.distance(best.distance)));
    }
    if let Some(cost) = best.cost {
        text.push_str(&format!(", {} per jaar", Dutch.whole_euros(cost)));
    }
    text
}
