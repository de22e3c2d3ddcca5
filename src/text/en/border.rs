//! Borders: words and sentences.

use super::English;
use crate::text::Text;
use crate::text::{BorderSentence, BorderWords, WithoutBest};

/// Every label.
pub(super) const WORDS: BorderWords = BorderWords {
    flows_title: "Who uses whose desk: from municipality of residence to municipality of the desk",
    balance_title: "Per municipality: who stays, who goes and who comes",
    users_title: "Whom each desk serves, by municipality of residence",
    effect_title: "What borders cost: with the desks of the own municipality or library, and with all",
    places_title: "Where the border hurts, and where one desk would serve two municipalities",
    orphans_title: "Municipalities without a library or a desk, and what they can do",
    shares_title: "The cost of the desks, shared over the municipalities",
    lines_title: "From municipality of residence to municipality of the desk; width by residents",
    no_own_desk: "no own desk",
    no_library_desk: "no desk of its own library",
    out_of_reach: "out of reach",
    none_open: "no desk open within reach",
    own: "in own municipality",
    out: "across the border",
    comes_in: "from elsewhere",
    extra: "border costs",
    kept: "norm only across",
    findings_title: "Where the border touches most residents",
    nothing: "Nobody has the nearest desk across a border, and nobody gains hours there",
    shared_title: "Yearly cost of the desks, shared over the municipalities",
    pays: "pays",
    left_of_grant: "is left",
    map_heading: "How much farther the own municipality's desk is than the nearest",
    map_subtitle: "What the municipal border costs: how much farther the nearest desk of the own municipality is than the nearest of all",
    map_own: "own desk is the nearest",
    map_none: "no own desk",
    shared_area: "neighbourhood where one desk would serve two municipalities",
    shared_site: "site where one desk would serve two municipalities",
    map_lines: "Have their nearest desk in another municipality",
    chart_title: "Who uses whose desk",
    chart_subtitle: "In which municipality the nearest desk stands, % of residents",
    chart_note: "Outlined: the desk stands in the own municipality. Each row is 100% together, but for rounding.",
    lives_in: "Lives in",
    desk_in: "Nearest desk in",
    other_municipality: "another municipality",
    outside_study: "outside the study",
    without_title: "Municipalities without a library or a desk",
};

/// A sentence about a border.
pub(super) fn sentence(sentence: &BorderSentence) -> String {
    match *sentence {
        BorderSentence::Nearer { place, of, residents, to, distance, nearer } => {
            let start = format!("In {}{} nearest desk in {to}", named(place, of), who(residents, "has the", "have their"));
            match nearer {
                Some(metres) => format!("{start}, {} nearer than in their own municipality", English.distance(metres)),
                None => format!("{start}, at {}; their own municipality has none", English.distance(distance)),
            }
        }
        BorderSentence::MoreHours { place, of, residents, hours } => format!(
            "In {}{} a desk open {} hours a week more across the border than in their own municipality",
            named(place, of),
            who(residents, "finds", "find"),
            English.decimals(hours.get(), 1),
        ),
        BorderSentence::Without { municipality, library, desk, best } => {
            let lacks = match (library, desk) {
                (false, false) => "no library organisation and no desk",
                (false, true) => "no library organisation",
                _ => "no desk",
            };
            best.map_or_else(|| format!("{municipality} has {lacks}"), |best| format!("{municipality} has {lacks}. {}", option(&best)))
        }
    }
}

fn named(place: &str, of: Option<&str>) -> String {
    of.filter(|of| *of != place).map_or_else(|| format!("{place} "), |of| format!("{place} (municipality of {of}) "))
}

fn who(residents: f64, one: &str, more: &str) -> String {
    if residents.round() <= 1.0 { format!("1 resident {one}") } else { format!("{} residents {more}", English.whole(residents)) }
}

fn option(best: &WithoutBest) -> String {
    let place = if best.inside { "inside the municipality" } else { "across the border" };
    let is_near = best.residents.round() >= 1.0;
    let kind = if is_near { "best" } else { "nearest" };
    let mut text = format!("The {kind} option {place} is {}", best.site);
    if let Some(library) = best.library {
        text.push_str(&format!(", run by {library}"));
    }
    if is_near {
        let residents = if best.residents.round() <= 1.0 { "resident" } else { "residents" };
        text.push_str(&format!(": {} {residents} within the norm", English.whole(best.residents)));
    } else {
        text.push_str(&format!(": nobody lives within the norm, {} away on average", English.distance(best.distance)));
    }
    if let Some(cost) = best.cost {
        text.push_str(&format!(", {} a year", English.whole_euros(cost)));
    }
    text
}
