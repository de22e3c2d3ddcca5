//! The advice.

use super::English;
use super::certain::of_draws;
use super::compare::people_that;
use super::plan::listed;
use crate::text::{AdviceSentence, AdviceWords, Settings, Text};
use crate::units::Euros;

/// The labels.
pub(super) static WORDS: AdviceWords = AdviceWords {
    open: "Open in a browser:",
    subtitle: "Advice on the desks for help with the digital government (IDO's)",
    around: ["Contents", "To the answer", "Table"],
    chapters: [
        "The answer on one page",
        "The scenarios",
        "By municipality",
        "Borders and shared costs",
        "Why these places",
        "How it was worked out",
        "The data",
        "How to check this",
    ],
    answer: [
        "The question",
        "How things stand",
        "The scenarios (possible changes) side by side",
        "The advice",
        "How certain is it?",
        "The map",
        "What the words mean",
    ],
    question: "Where is a desk needed, and when should it be open?",
    alone: "Outcomes today",
    scenarios_caption: "Outcomes by scenario",
    other_scenarios: "The other scenarios are in the next chapter.",
    terms: [
        ("desk", "A place where people get help with the digital government, often in a library."),
        ("norm", "The distance that this study calls manageable: {norm}."),
        ("need", "All residents, where groups that need help more often weigh more: {need} together."),
        ("moment coverage", "The share of the need that finds help, if people can come at {hours}."),
        ("reachable hours", "The hours a week in which a desk within the norm is open."),
        ("left over", "What the state (the grant) and the municipalities give, less what is for promotion and direction, less the cost."),
        ("run", "Everything worked out again, with other values for what is uncertain (assumptions)."),
        ("targets", "What the study itself wants to reach; the next chapter names them."),
    ],
    straight: ", in a straight line",
    more_terms: [
        ("9 out of 10 live within", "The distance within which nine out of ten residents have a desk."),
        ("extra distance", "How much farther it is on average if everyone has to stay in their own municipality."),
        ("largest gap", "How much farther that group lives from a desk on average than all residents together."),
        (
            "expected visits",
            "These depend on the need and on how near a desk is. Longer hours, or a place beside another, mostly draw visitors from places that are there already.",
        ),
        ("targets met", "The targets that the study itself sets, and how many are met."),
    ],
    gap_of_weighing: "Only groups with extra weight in the need take part.",
    map: [
        "Scenario",
        "What the map shows",
        "Find a desk",
        "all",
        "Zoom in",
        "Zoom out",
        "Whole map",
        "Point at a square or a desk, or choose one from the list.",
    ],
    pan: ["To the left", "To the right", "Up", "Down"],
    residents: ["resident", "residents"],
    unreached: "none",
    no_need: "no need",
    fates: ["desk", "new desk", "closes", "moves", "desk outside the study"],
    outside: "Outside the study",
    measures: ["distance to the nearest desk", "reachable hours a week", "moment coverage"],
    hours_unit: " hours",
    need_unit: "% of the need",
    map_alt: "Map of the distance to the nearest desk, by square",
    shifts: [
        "Who gains and who loses, in residents",
        "scenario",
        "more than 500 m nearer",
        "more than 500 m farther",
        "more than 4 hours a week extra",
        "more than 4 hours a week fewer",
        "loses the only desk within the norm",
    ],
    visits: "Visits",
    municipalities_intro: "A page for each municipality: its residents, desks, neighbours and money.",
    municipality_captions: [
        "Key figures by scenario",
        "Desks in the municipality, today",
        "Groups today, in persons",
        "Where residents have their nearest desk, today",
        "Who gains and who loses, in residents",
    ],
    desk_columns: ["desk", "open", "hours a week", "cost a year", "residents nearest to it, from elsewhere too", "expected visits a week"],
    group_columns: ["group", "persons", "mean distance", "within the norm, % of the group"],
    estimated: "Partly estimated, because small counts are withheld; groups therefore do not add up exactly.",
    flow_columns: ["desk in", "residents", "share of the residents"],
    residents_row: "residents",
    border_headings: [
        "Where the border is most in the way",
        "Municipalities without a library or a desk",
        "Who goes where",
        "Sharing the costs",
    ],
    costs_intro: "Shared by the need within reach of these desks. Where another desk is near too, that need counts in part.",
    deeds: ["New", "Closes", "Moves", "Other hours"],
    cost_columns: ["municipality", "grant", "own contribution", "for promotion and direction", "share of the costs", "left over"],
    together: "together",
    targets: ["Targets of the study; with ✓ the target is met", "target", "wanted", "✓"],
    plan_headings: ["Why these places and hours", "What is nearly as good", "More places or longer hours, together or apart"],
    method: [
        "Distances go from the centre of each inhabited square to the nearest desk, across municipal borders too.",
        "Reachable hours are the hours a week in which at least one desk within the norm is open. Hours that coincide count once.",
        "Moment coverage supposes that someone can come at a few random hours of the week. It is the chance that a desk nearby is open then.",
        "The need counts every resident, and groups that need help more often weigh more. The weights stand below.",
        "The money is the government grant to the municipalities (SPUK) with own contributions, less what the study sets apart for promotion and direction. The cost is that of all desks together in a year.",
        "A scenario is better when it has more moment coverage. The advice takes the best that fits the money.",
    ],
    forgotten: "Who loses the only desk within the norm, in residents",
    straight_or_detour: ["They are in a straight line.", "Roads wind, so that each is {detour} times as long as the straight line."],
    assumptions: ["Assumptions", "what", "value", "key in the study", "(default)"],
    settings: SETTINGS,
    all_keys: "All settings, those of scenarios too, are in manifest.json.",
    data: [
        "Files",
        "What was noticed between the files",
        "Refused rows",
        "No row was refused. What was left out on purpose is listed above.",
    ],
    manifest: ["Files that were read, with their fingerprint (SHA-256)", "file", "SHA-256"],
    manifest_intro: "With these files and this version anyone comes to the same outcomes. All figures are in advies.xlsx and in the tables (CSV) beside it too; the layers for maps are in advies.gpkg.",
    alts: [
        "Bars: three outcomes of each scenario, with the cost",
        "Map: how much farther the desk in the own municipality is than the nearest, and who goes where",
        "Table in colours: in which municipality residents live, and in which their desk stands",
        "Map of the plan: new, staying and closed desks",
        "Line: what the best plan brings for each amount",
        "Bars: more places, longer hours or both, for each amount",
        "Bars: how much each assumption matters",
    ],
};

const SETTINGS: Settings = Settings {
    norm_of: "the norm of",
    suits: "how well it suits a group:",
    surroundings: "so far outside the study neighbours take part",
    weeks: "weeks a year that a desk is open",
    own: "own contribution a year of",
    site: "fixed cost a year:",
    one_off: "cost of a new place, once:",
    years: "years",
    promotion: "part of the grant for promotion",
    direction: "part of the grant for directing the network",
    cut: "cut of the grant",
    pool: "who has one purse together",
    pools: ["all municipalities of a library", "each municipality by itself", "all municipalities of the study"],
    range: "range:",
    draws: "how often everything was worked out again",
};

/// A sentence, with its full stop.
#[expect(clippy::too_many_lines, reason = "one arm a sentence")]
pub(super) fn sentence(sentence: &AdviceSentence) -> String {
    let euros = |amount: Euros| English.whole_euros(amount);
    let part = |share: f64| English.percent(share);
    match *sentence {
        AdviceSentence::Beyond { residents, norm, .. } if residents < 0.5 => {
            format!("Everyone lives within {} of a desk.", English.length(norm))
        }
        AdviceSentence::Beyond { residents, all, norm } => format!(
            "{} of the {} residents ({}) {} more than {} from a desk.",
            English.whole(residents),
            English.whole(all),
            English.part(residents / all),
            if residents < 1.5 { "lives" } else { "live" },
            English.length(norm)
        ),
        AdviceSentence::Moment { share } => format!("For {} of the need there is help at a moment that suits.", part(share)),
        AdviceSentence::Lost { hours, distance } if hours > distance => {
            format!("For {} there is a desk nearby, but it is closed.", part(hours))
        }
        AdviceSentence::Lost { distance, .. } => format!("For {} every desk is too far away, or does not suit.", part(distance)),
        AdviceSentence::Gap { group, metres } => {
            format!("The group \"{group}\" lives {} farther away on average than all residents together.", English.distance(metres))
        }
        AdviceSentence::NoDesk { municipalities } => format!("There is no desk in {}.", listed(municipalities)),
        AdviceSentence::Across { residents } => {
            format!("{} a desk within the norm only across the municipal border.", people_that(residents, "has", "have"))
        }
        AdviceSentence::Short { cost, short } => {
            format!("The desks cost {} a year. That is {} more than there is.", euros(cost), euros(short))
        }
        AdviceSentence::Lack { pools, today } => {
            let lacks: Vec<String> = pools.iter().take(2).map(|(name, lacks)| format!("{name} ({})", euros(*lacks))).collect();
            let mut lacks: Vec<&str> = lacks.iter().map(String::as_str).collect();
            let others = pools.len().saturating_sub(2);
            let others = format!("{} {}", English.whole(count(others)), if others == 1 { "other" } else { "others" });
            if pools.len() > 2 {
                lacks.push(&others);
            }
            let when = if today { "Today" } else { "Then" };
            format!("{when} there is too little money a year at {}.", listed(&lacks))
        }
        AdviceSentence::Left { cost, left } if left == Euros::ZERO => {
            format!("The desks cost {} a year, exactly what there is.", euros(cost))
        }
        AdviceSentence::Left { cost, left } => format!("The desks cost {} a year. {} is left.", euros(cost), euros(left)),
        AdviceSentence::Choose { scenario } => format!("Choose \"{scenario}\"."),
        AdviceSentence::OnlyFit => "Only this scenario fits the money; today's desks do not.".to_owned(),
        AdviceSentence::Stay { is_money: true } => "Leave the desks as they are: no scenario that fits the money is better.".to_owned(),
        AdviceSentence::Stay { is_money: false } => "Leave the desks as they are: no scenario is better.".to_owned(),
        AdviceSentence::StayShort => "No scenario is better than today. What there is now does not fit the money either.".to_owned(),
        AdviceSentence::Less { scenario } => {
            format!("The money allows only less help than today. \"{scenario}\" then loses least.")
        }
        AdviceSentence::TodayRanks { first, draws } => {
            format!("{} with other assumptions the present situation is the best.", of_draws(first, draws))
        }
        AdviceSentence::Ranges => "In brackets stands how far a figure can differ under other assumptions.".to_owned(),
        AdviceSentence::Estimated { is_partial: false } => "The government grant is an estimate.".to_owned(),
        AdviceSentence::Estimated { is_partial: true } => {
            "The government grant is an estimate, without the part for residents with at most vmbo.".to_owned()
        }
        AdviceSentence::NoScenario => "The study names no scenarios to choose from.".to_owned(),
        AdviceSentence::TooDear { scenario, short: Some(short) } => {
            format!("No scenario fits the money. \"{scenario}\" helps most, and needs {} more a year.", euros(short))
        }
        AdviceSentence::TooDear { scenario, short: None } => format!("No scenario fits the money. \"{scenario}\" helps most."),
        AdviceSentence::Changes { opens, closes, moves, hours } => changes(&[
            (if opens.len() == 1 { "Open a desk:" } else { "Open desks:" }, opens),
            ("Close", closes),
            ("Move", moves),
            ("Give other hours to", hours),
        ]),
        AdviceSentence::Notice { municipalities } => format!("Only residents of {} notice that.", listed(municipalities)),
        AdviceSentence::Targets { met: 1, all: 1 } => "The target of the study is then met.".to_owned(),
        AdviceSentence::Targets { all: 1, .. } => "The target of the study is then not met.".to_owned(),
        AdviceSentence::Targets { met: 0, all } => format!("None of the {all} targets of the study is then met."),
        AdviceSentence::Targets { met, all } if met == all => format!("All {all} targets of the study are then met."),
        AdviceSentence::Targets { met: 1, all } => format!("Of the {all} targets of the study 1 is then met."),
        AdviceSentence::Targets { met, all } => format!("Of the {all} targets of the study {met} are then met."),
        AdviceSentence::Fits { times, draws } if times == draws => "In all of those runs it fits the money.".to_owned(),
        AdviceSentence::Fits { times: 0, .. } => "In none of those runs does it fit the money.".to_owned(),
        AdviceSentence::Fits { times, draws } => {
            format!("In {} of those {} it fits the money.", English.whole(count(times)), English.whole(count(draws)))
        }
        AdviceSentence::Apart { least, most } => format!(
            "In {} there is help at a moment that suits for {} of the need, in {} for {}.",
            least.0,
            part(least.1),
            most.0,
            part(most.1)
        ),
        AdviceSentence::Better { then, today } if part(then) == part(today) => {
            format!("Then {} of the need finds help at a moment that suits. That is hardly different from today.", part(then))
        }
        AdviceSentence::Better { then, today } => {
            format!("Then {} of the need finds help at a moment that suits; today it is {}.", part(then), part(today))
        }
        AdviceSentence::Within { more, norm } => format!(
            "Then {} {} {} within {} of a desk than today.",
            English.whole(more.abs().max(1.0)),
            if more < 0.0 { "fewer" } else { "more" },
            if more.abs().round() <= 1.0 { "resident lives" } else { "residents live" },
            English.length(norm)
        ),
        AdviceSentence::Costs { more, left } => {
            let cents = more.cents();
            let cost = match cents {
                0 => "It costs the same as today".to_owned(),
                _ => format!(
                    "It costs {} a year {} than today",
                    euros(Euros::from_cents(cents.abs())),
                    if cents < 0 { "less" } else { "more" }
                ),
            };
            match left {
                Some(left) if left > Euros::ZERO => format!("{cost}, and {} is left.", euros(left)),
                Some(left) if left < Euros::ZERO => format!("{cost}, and {} is lacking.", euros(Euros::from_cents(-left.cents()))),
                Some(_) => format!("{cost}, and takes all the money."),
                None => format!("{cost}."),
            }
        }
        AdviceSentence::Loses { residents } => {
            format!("Note: {} the only desk within the norm.", people_that(residents, "loses", "lose"))
        }
        AdviceSentence::Dearer { than_today, scenario, short } => {
            let helps = if than_today { "helps more than today" } else { "helps even more" };
            short.map_or_else(
                || format!("\"{scenario}\" {helps}, but does not fit the money."),
                |short| format!("\"{scenario}\" {helps}, but {} a year is lacking for it.", euros(short)),
            )
        }
        AdviceSentence::Searched { gap } if gap <= 1e-9 => {
            "The software Bereik has proven that no plan under the conditions of this scenario is better.".to_owned()
        }
        AdviceSentence::Searched { gap } => {
            format!(
                "The software Bereik has proven that no plan under the conditions of this scenario is more than {}% better.",
                English.decimals(gap * 100.0, 2)
            )
        }
        AdviceSentence::Ranks { first, draws } => {
            format!("{} with other assumptions this scenario is the best.", of_draws(first, draws))
        }
        AdviceSentence::BetterInDraws { times, draws } => {
            format!("{} with other assumptions this scenario is better than today.", of_draws(times, draws))
        }
        AdviceSentence::NotTested => "Other assumptions were not tried: the study names no ranges.".to_owned(),
        AdviceSentence::MoreRefused { rows: 1 } => "One more row is in manifest.json.".to_owned(),
        AdviceSentence::MoreRefused { rows } => format!("{} more rows are in manifest.json.", English.whole(count(rows))),
        AdviceSentence::NoTimes { desks, are_hours_known: true } => format!(
            "Of {} it is known how many hours a week, but not when: {} in reachable hours, and not in help at a moment that suits.",
            listed(desks),
            if desks.len() == 1 { "this desk counts" } else { "these desks count" }
        ),
        AdviceSentence::NoTimes { desks, are_hours_known: false } => format!(
            "The times of {} are not known: {} left out of reachable hours and of moment coverage.",
            listed(desks),
            if desks.len() == 1 { "it is" } else { "they are" }
        ),
        AdviceSentence::NoOwnDesk { municipality } => format!("There is no desk in {municipality} today."),
        AdviceSentence::Money { municipality, grant, is_estimate, own, pays, then } => {
            let own = if own == Euros::ZERO { String::new() } else { format!(", and adds {} itself", euros(own)) };
            let about = if is_estimate { "an estimated " } else { "" };
            let mut told = format!("{municipality} gets {about}{} a year from the government{own}.", euros(grant));
            if let Some(pays) = pays {
                told.push_str(&format!(" Its share of the costs, divided by the need within reach, is {} now", euros(pays)));
                told.push_str(&then.map_or_else(|| ".".to_owned(), |(name, then)| format!(", and {} with \"{name}\".", euros(then))));
            }
            told
        }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// What is done to desks, a sentence a verb; what is there stays unless something of it changes.
fn changes(done: &[(&str, &[&str])]) -> String {
    let some = |names: &[&str]| match names {
        [first @ .., _] if names.len() > NAMED + 1 => format!("{} and {} more", first[..NAMED].join(", "), names.len() - NAMED),
        _ => listed(names),
    };
    let mut told: Vec<String> =
        done.iter().filter(|(_, names)| !names.is_empty()).map(|(verb, names)| format!("{verb} {}.", some(names))).collect();
    if done.iter().skip(1).all(|(_, names)| names.is_empty()) {
        told.push("What is there now stays as it is.".to_owned());
    }
    told.join(" ")
}

/// How many desks a sentence names before it counts the others.
const NAMED: usize = 3;
