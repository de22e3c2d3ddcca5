//! How certain a comparison is.

use super::plan::listed;
use super::{Dutch, SIGNS};
use crate::load::study::RangeFault;
use crate::model::{Assumed, Decay, End, Group};
use crate::text::{CertainFact, CertainWords, Text, Told};

/// The labels.
pub(super) static WORDS: CertainWords = CertainWords {
    range_title: "Tussen welke waarden de uitkomsten liggen",
    rank_title: "Hoe vaak elk scenario het beste is",
    tornado_title: "Wat elke aanname uitmaakt",
    picks_title: "Hoe vaak een plan elke locatie kiest",
    heading: "Hoe zeker is dit?",
    ranges: "Tussen haakjes: in negen van de tien doorrekeningen ligt de uitkomst daartussen",
    chart: "Welke aanname maakt het meeste uit?",
    subtitle: ["voorsprong op nu, in procentpunten", "nu, in procent"],
    of: ["van de behoefte (dekking op het gewenste moment)", "van de inwoners (binnen de norm)"],
    note: "Elke balk is één aanname, van het ene uiterste naar het andere; de rest blijft zoals de studie het zegt.",
    study: "zoals de studie het zegt",
};

/// Why a range cannot be used, and what to do.
pub(super) fn fault(key: &str, fault: &RangeFault) -> (String, Option<String>) {
    let (what, hint) = match fault {
        RangeFault::OneValue => {
            ("één waarde is geen reeks", "Schrijf twee waarden (van, tot) of een lijst, zoals [\"1.5 km\", \"2.5 km\"]")
        }
        RangeFault::NotRising => ("de eerste waarde is niet kleiner dan de tweede", "Zet de kleinste waarde voorop"),
        RangeFault::Twice => ("deze waarde staat er twee keer", "Haal er een weg, of verander er een"),
        RangeFault::NoYear => (
            "geen enkel scenario rekent met een later jaar, dus dit verandert niets",
            "Geef een scenario een `year`, of haal deze regel weg",
        ),
        RangeFault::NoRate => ("de studie zegt niet wat een uur kost", "Zet `hour = \"€ 38\"` bij [money], of haal deze regel weg"),
        RangeFault::Outside { own, stated } => {
            let change = stated.as_ref().map_or(String::new(), |stated| format!(", of verander `{stated}`"));
            let what = format!("`{key}`: de studie rekent zelf met {own}, en dat ligt buiten deze marge");
            return (what, Some(format!("Neem {own} erin op{change}")));
        }
        RangeFault::Nothing => ("er staat geen aanname in", "Schrijf bijvoorbeeld:\n  norm = [\"1.5 km\", \"2.5 km\"]"),
    };
    (format!("`{key}`: {what}"), Some(hint.to_owned()))
}

/// Draws are asked for of a study without ranges.
pub(super) fn no_ranges() -> Told {
    let message = "`--draws` vraagt om doorrekeningen, maar de studie heeft geen [uncertain]".to_owned();
    let hint =
        "Zet in de studie een onderdeel [uncertain] met aannames, zoals norm = [\"1.5 km\", \"2.5 km\"], of laat `--draws` weg".to_owned();
    Told { message, hint: Some(hint) }
}

/// An assumption by name.
pub(super) fn assumption(assumed: &Assumed) -> String {
    match assumed {
        Assumed::Norm(_) => "de norm".to_owned(),
        Assumed::Tries(_) => "hoe vaak iemand kan komen".to_owned(),
        Assumed::Detour(_) => "de omweg".to_owned(),
        Assumed::Decay(_) => "hoe afstand meetelt".to_owned(),
        Assumed::Hour(_) => "wat een uur kost".to_owned(),
        Assumed::Growth(_) => "de groei die uitkomt".to_owned(),
        Assumed::Need(Group::All, _) => "het gewicht van elke inwoner".to_owned(),
        Assumed::Need(group, _) => format!("het extra gewicht van {}", Dutch.group(group)),
        Assumed::Hidden(_) => "de verborgen aantallen".to_owned(),
    }
}

/// A value of an assumption.
pub(super) fn assumed(assumed: &Assumed) -> String {
    match assumed {
        Assumed::Norm(norm) => Dutch.length(*norm),
        Assumed::Tries(tries) => format!("{tries} uur per week"),
        Assumed::Detour(value) | Assumed::Need(_, value) => number(*value),
        Assumed::Hour(rate) => Dutch.euros(*rate),
        Assumed::Growth(part) => Dutch.percent(*part),
        Assumed::Hidden(End::Least) => "zo klein mogelijk".to_owned(),
        Assumed::Hidden(End::Most) => "zo groot mogelijk".to_owned(),
        Assumed::Decay(decay) => match decay {
            Decay::Step { .. } => "vol tot de norm".to_owned(),
            Decay::Linear { full, none } => format!("recht, vol tot {}, niets vanaf {}", Dutch.length(*full), Dutch.length(*none)),
            Decay::Exponential { half, limit } => format!("halvering elke {}, tot {}", Dutch.length(*half), Dutch.length(*limit)),
            Decay::Gaussian { half, limit } => format!("klokvormig, half bij {}, tot {}", Dutch.length(*half), Dutch.length(*limit)),
            Decay::Logistic { middle, limit, .. } => format!("S-vormig, half bij {}, tot {}", Dutch.length(*middle), Dutch.length(*limit)),
        },
    }
}

/// A number with as many decimals as it needs, two at most.
fn number(value: f64) -> String {
    let digits = if value.fract() == 0.0 { 0 } else { 1 + usize::from((value * 10.0).fract().abs() > 1e-9) };
    SIGNS.number(value, digits)
}

/// One fact.
pub(super) fn fact(fact: &CertainFact) -> String {
    match *fact {
        CertainFact::First { name, times, draws } => format!("{} is {} de beste", of_draws(times, draws), scenario(name)),
        CertainFact::Better { name, times, draws } => format!("{} is \"{name}\" beter dan nu", of_draws(times, draws)),
        CertainFact::ByNorm => {
            "Er zijn te weinig openingstijden bekend; de beste is daarom waar de meeste inwoners binnen de norm wonen".to_owned()
        }
        CertainFact::Most { low, high, name, effect } => {
            let ends = format!("Wat het meeste uitmaakt: {}. Bij {} is", assumption(low), assumed(low));
            match name {
                Some(name) => format!("{ends} \"{name}\" {}, bij {} {}", lead(effect[0]), assumed(high), lead(effect[1])),
                None => {
                    format!("{ends} de dekking van nu {}, bij {} {}", Dutch.percent(effect[0]), assumed(high), Dutch.percent(effect[1]))
                }
            }
        }
        CertainFact::Nothing => "Geen van de aannamen verandert hoeveel beter het beste scenario is".to_owned(),
        CertainFact::Turns { at, name } => {
            format!("Met een andere waarde voor {} ({}) is {} de beste", assumption(at), assumed(at), scenario(name))
        }
        CertainFact::Picked { scenario, chosen, other, plans } => {
            let times = |(name, times): &(&str, usize), verb: &str| match *times {
                0 => format!("{name}{verb} in geen enkel"),
                times if times == plans => format!("{name}{verb} in alle {plans}"),
                times => format!("{name}{verb} in {times} van de {plans}"),
            };
            let listed: Vec<String> = chosen.iter().map(|one| times(one, " zit")).collect();
            let other = other.map_or(String::new(), |other| format!("; niet gekozen is {}", times(&other, ", wel")));
            format!("Plannen voor \"{scenario}\" bij andere aannames: {}{other}", listed.join(", "))
        }
        CertainFact::Fits { name, times: 0, .. } => format!("\"{name}\" past in geen daarvan binnen het geld"),
        CertainFact::Fits { name, times, draws } => format!("{} past \"{name}\" binnen het geld", of_draws(times, draws)),
        CertainFact::Outside { own } => {
            let own: Vec<String> = own.iter().map(|own| format!("{} {}", assumption(own), assumed(own))).collect();
            let own: Vec<&str> = own.iter().map(String::as_str).collect();
            format!(
                "Een cijfer kan buiten zijn marge liggen, omdat de studie zelf rekent met een waarde op of over de rand van een marge: {}",
                listed(&own)
            )
        }
        CertainFact::NoPlan { scenario, without, draws } => {
            format!("{} past geen enkel plan voor \"{scenario}\" binnen de voorwaarden", of_draws(without, draws))
        }
        CertainFact::Stopped => "Hoe zeker dit is, is niet uitgerekend: u hebt het rekenen gestopt".to_owned(),
    }
}

/// `In alle 200 doorrekeningen`, `In 412 van de 500 doorrekeningen`.
pub(super) fn of_draws(times: usize, draws: usize) -> String {
    match times {
        _ if draws == 1 && times == 1 => "In de enige doorrekening".to_owned(),
        _ if times == draws => format!("In alle {} doorrekeningen", SIGNS.count(draws)),
        0 => format!("In geen van de {} doorrekeningen", SIGNS.count(draws)),
        _ => format!("In {} van de {} doorrekeningen", SIGNS.count(times), SIGNS.count(draws)),
    }
}

fn scenario(name: Option<&str>) -> String {
    name.map_or_else(|| "de situatie van nu".to_owned(), |name| format!("\"{name}\""))
}

/// How far a scenario lies before today: `3,1 procentpunt beter dan nu`.
fn lead(share: f64) -> String {
    let points = SIGNS.number(share.abs() * 100.0, 1);
    match points.as_str() {
        "0,0" => "even goed als nu".to_owned(),
        _ if share < 0.0 => format!("{points} procentpunt slechter dan nu"),
        _ => format!("{points} procentpunt beter dan nu"),
    }
}
