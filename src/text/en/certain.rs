//! How certain a comparison is.

use super::plan::listed;
use super::{English, SIGNS};
use crate::load::study::RangeFault;
use crate::model::{Assumed, Decay, End, Group};
use crate::text::{CertainFact, CertainWords, Text, Told};

/// The labels.
pub(super) static WORDS: CertainWords = CertainWords {
    range_title: "Between which values the figures lie",
    rank_title: "How often each scenario is the best",
    tornado_title: "What each assumption matters",
    picks_title: "How often a plan chooses each site",
    heading: "How certain is this?",
    ranges: "In brackets: in nine out of ten runs the outcome lies between these",
    chart: "Which assumption matters most?",
    subtitle: ["lead over today, in percentage points", "today, in per cent"],
    of: ["of the need (moment coverage)", "of the residents (within the norm)"],
    note: "Each bar is one assumption, from one end to the other; all others are as the study says.",
    study: "as the study says",
};

/// Why a range cannot be used, and what to do.
pub(super) fn fault(key: &str, fault: &RangeFault) -> (String, Option<String>) {
    let (what, hint) = match fault {
        RangeFault::OneValue => ("one value is no range", "Write two values (from, to) or a list, such as [\"1.5 km\", \"2.5 km\"]"),
        RangeFault::NotRising => ("the first value is not below the second", "Write the smallest value first"),
        RangeFault::Twice => ("this value is there twice", "Take one away, or change it"),
        RangeFault::NoYear => {
            ("no scenario asks for a later year, so this changes nothing", "Give a scenario a `year`, or take this line away")
        }
        RangeFault::NoRate => {
            ("the study does not say what an hour costs", "Write `hour = \"€ 38\"` under [money], or take this line away")
        }
        RangeFault::Outside { own, stated } => {
            let change = stated.as_ref().map_or(String::new(), |stated| format!(", or change `{stated}`"));
            let what = format!("`{key}`: the study itself works with {own}, which lies outside this range");
            return (what, Some(format!("Include {own}{change}")));
        }
        RangeFault::Nothing => ("there is no assumption in it", "Write for example:\n  norm = [\"1.5 km\", \"2.5 km\"]"),
    };
    (format!("`{key}`: {what}"), Some(hint.to_owned()))
}

/// Draws are asked for of a study without ranges.
pub(super) fn no_ranges() -> Told {
    let message = "`--draws` asks for runs, but the study has no [uncertain]".to_owned();
    let hint =
        "Give the study a section [uncertain] with assumptions, such as norm = [\"1.5 km\", \"2.5 km\"], or leave `--draws` out".to_owned();
    Told { message, hint: Some(hint) }
}

/// An assumption by name.
pub(super) fn assumption(assumed: &Assumed) -> String {
    match assumed {
        Assumed::Norm(_) => "the norm".to_owned(),
        Assumed::Tries(_) => "how often people can come".to_owned(),
        Assumed::Detour(_) => "the detour".to_owned(),
        Assumed::Decay(_) => "how distance counts".to_owned(),
        Assumed::Hour(_) => "what an hour costs".to_owned(),
        Assumed::Growth(_) => "the growth that comes true".to_owned(),
        Assumed::Need(Group::All, _) => "the weight of every resident".to_owned(),
        Assumed::Need(group, _) => format!("the extra weight of {}", English.group(group)),
        Assumed::Hidden(_) => "the hidden counts".to_owned(),
    }
}

/// A value of an assumption.
pub(super) fn assumed(assumed: &Assumed) -> String {
    match assumed {
        Assumed::Norm(norm) => English.length(*norm),
        Assumed::Tries(1) => "1 hour a week".to_owned(),
        Assumed::Tries(tries) => format!("{tries} hours a week"),
        Assumed::Detour(value) | Assumed::Need(_, value) => number(*value),
        Assumed::Hour(rate) => English.euros(*rate),
        Assumed::Growth(part) => English.percent(*part),
        Assumed::Hidden(End::Least) => "as few as can be".to_owned(),
        Assumed::Hidden(End::Most) => "as many as can be".to_owned(),
        Assumed::Decay(decay) => match decay {
            Decay::Step { .. } => "full up to the norm".to_owned(),
            Decay::Linear { full, none } => {
                format!("straight, full up to {}, nothing from {}", English.length(*full), English.length(*none))
            }
            Decay::Exponential { half, limit } => format!("halved every {}, up to {}", English.length(*half), English.length(*limit)),
            Decay::Gaussian { half, limit } => format!("a bell, half at {}, up to {}", English.length(*half), English.length(*limit)),
            Decay::Logistic { middle, limit, .. } => format!("an S, half at {}, up to {}", English.length(*middle), English.length(*limit)),
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
        CertainFact::First { name, times, draws } => format!("{} {} is the best", of_draws(times, draws), scenario(name)),
        CertainFact::Better { name, times, draws } => format!("{} \"{name}\" is better than today", of_draws(times, draws)),
        CertainFact::ByNorm => {
            "Too few opening hours are known; the best is therefore where most residents live within the norm".to_owned()
        }
        CertainFact::Most { low, high, name, effect } => {
            let begin = format!("What matters most: {}. At {}", assumption(low), assumed(low));
            match name {
                Some(name) => format!("{begin} \"{name}\" is {}, at {} {}", lead(effect[0]), assumed(high), lead(effect[1])),
                None => {
                    format!(
                        "{begin} the coverage of today is {}, at {} {}",
                        English.percent(effect[0]),
                        assumed(high),
                        English.percent(effect[1])
                    )
                }
            }
        }
        CertainFact::Nothing => "None of the assumptions changes how much better the best scenario is".to_owned(),
        CertainFact::Turns { at, name } => {
            format!("With another value for {} ({}) {} is the best", assumption(at), assumed(at), scenario(name))
        }
        CertainFact::Picked { scenario, chosen, other, plans } => {
            let times = |(name, times): &(&str, usize), verb: &str| match *times {
                0 => format!("{name}{verb} in none"),
                times if times == plans => format!("{name}{verb} in all {plans}"),
                times => format!("{name}{verb} in {times} of {plans}"),
            };
            let listed: Vec<String> = chosen.iter().map(|one| times(one, " is")).collect();
            let other = other.map_or(String::new(), |other| format!("; not chosen is {}", times(&other, ", which is")));
            format!("Plans for \"{scenario}\" under other assumptions: {}{other}", listed.join(", "))
        }
        CertainFact::Fits { name, times: 0, .. } => format!("\"{name}\" costs more than there is in all of them"),
        CertainFact::Fits { name, times, draws } => format!("{} \"{name}\" costs no more than there is", of_draws(times, draws)),
        CertainFact::Outside { own } => {
            let own: Vec<String> = own.iter().map(|own| format!("{} {}", assumption(own), assumed(own))).collect();
            let own: Vec<&str> = own.iter().map(String::as_str).collect();
            format!(
                "A figure can lie outside its range, as the study itself works with a value at or beyond the edge of a range: {}",
                listed(&own)
            )
        }
        CertainFact::NoPlan { scenario, without, draws } => {
            format!("{} there is no feasible plan for \"{scenario}\"", of_draws(without, draws))
        }
        CertainFact::Stopped => "How certain this is was not computed: you stopped the work".to_owned(),
    }
}

/// `In all 200 runs`, `In 412 of the 500 runs`.
pub(super) fn of_draws(times: usize, draws: usize) -> String {
    match times {
        _ if draws == 1 && times == 1 => "In the only run".to_owned(),
        _ if times == draws => format!("In all {} runs", SIGNS.count(draws)),
        0 => format!("In none of the {} runs", SIGNS.count(draws)),
        _ => format!("In {} of the {} runs", SIGNS.count(times), SIGNS.count(draws)),
    }
}

fn scenario(name: Option<&str>) -> String {
    name.map_or_else(|| "the present situation".to_owned(), |name| format!("\"{name}\""))
}

/// How far a scenario lies before today: `3.1 percentage points better than today`.
fn lead(share: f64) -> String {
    let points = SIGNS.number(share.abs() * 100.0, 1);
    match points.as_str() {
        "0.0" => "as good as today".to_owned(),
        _ if share < 0.0 => format!("{points} percentage points worse than today"),
        _ => format!("{points} percentage points better than today"),
    }
}
