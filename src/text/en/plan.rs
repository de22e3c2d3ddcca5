//! Plans: words and sentences.

use super::compare::people;
use super::visits::named;
use super::{English, names};
use crate::model::Goal;
use crate::text::{GoalWords, PlanCondition, PlanFact, PlanPlace, PlanSentence, PlanWords, Text, Told};

/// Every label.
pub(super) const WORDS: PlanWords = PlanWords {
    searched: "Searched in",
    plan_title: "The plan: each desk with its week and what it costs a year",
    areas_title: "Today and with the plan, by municipality, neighbourhood and group",
    why_title: "Why: what would be lost without this desk",
    alternatives_title: "Why not: what another site would lose",
    next_title: "Plans that are nearly as good",
    curve_title: "How good the best plan is for each budget",
    dilemma_title: "More desks or longer hours",
    joint_title: "Together or each apart",
    unnamed: "Best plan",
    desk: "desk",
    fate: "what",
    fates: ["stays", "other hours", "new", "closes", "moves"],
    week: "open",
    hours: "hours",
    cost: "a year",
    payer: "paid by",
    today: "today",
    planned: "plan",
    by_need: "by need",
    of_need: "% of the need",
    moment_coverage: "moment coverage, % of the residents",
    mean_hours: "reachable hours a week",
    mean_distance: "mean distance",
    all_costs: "cost a year",
    there_is: "there is",
    desks: "desks",
    why: "Why these",
    instead: "Nearly as good",
    quality: "How good",
    map: ("Where the plan helps", "How much more of the need in each square is helped, and the desks of the plan"),
    map_none: "no difference",
    map_unit: "more helped in a square",
    curve: ("What money brings", "The best plan for each budget"),
    curve_band: "; the very best there can be lies in the band",
    axis_money: "euros a year for all desks",
    axis_desks: "number of desks",
    band: "at most possible",
    line: "plan found",
    now: "budget",
    dilemma: ("More desks or longer hours?", "Moment coverage, % of the need, with the best plan of each kind"),
    ways: ["more desks", "longer hours", "both"],
    tries: "can come at {} hours of the week",
};

/// The name and unit of a goal.
pub(super) fn goal(goal: Goal) -> GoalWords {
    let (name, unit) = match goal {
        Goal::MomentCoverage => ("moment coverage", "need helped"),
        Goal::Covered => ("need within the norm", "need within the norm"),
        Goal::Gradual => ("gradual coverage", "weighted need"),
        Goal::Distance => ("mean distance", "metres × need"),
        Goal::KolmPollak => ("equally distributed distance (Kolm–Pollak)", "burden"),
        Goal::Desks => ("number of desks", "desks"),
        Goal::Cost => ("cost a year", "cents a year"),
        Goal::WorstDistance => ("greatest distance", "metres"),
    };
    GoalWords { name, unit }
}

fn place(place: PlanPlace) -> String {
    match place {
        PlanPlace::Study => "in the whole study".to_owned(),
        PlanPlace::Municipality(name) | PlanPlace::Area(name) => format!("in {name}"),
        PlanPlace::Venue(venue) => format!("of the kind {venue}"),
    }
}

fn condition(condition: PlanCondition) -> &'static str {
    match condition {
        PlanCondition::Budget => "the budget",
        PlanCondition::Counts => "the numbers of desks",
        PlanCondition::NotBoth => "`not_both`",
        PlanCondition::Apart => "the distance between new desks (`apart`)",
        PlanCondition::EveryoneWithin => "everyone within the distance (`everyone_within`)",
        PlanCondition::Staff => "the people who can work at the same time (`staff`)",
        PlanCondition::Required => "the sites that must have a desk",
    }
}

/// `1 desk`, `3 desks`.
fn desks(number: u32) -> String {
    if number == 1 { "1 desk".to_owned() } else { format!("{number} desks") }
}

fn told(message: String, hint: impl Into<String>) -> Told {
    Told { message, hint: Some(hint.into()) }
}

fn meant(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |name| format!("Did you mean \"{name}\"?"))
}

/// Why there is no plan, and what to do.
#[expect(clippy::too_many_lines, reason = "one arm a sentence")]
pub(super) fn sentence(sentence: &PlanSentence) -> Told {
    match *sentence {
        PlanSentence::UnknownScenario { name, known } => {
            let list = names::list(known, |more| format!("and {more} more"));
            let hint = if known.is_empty() { "The study has no scenarios".to_owned() } else { format!("There are: {list}") };
            told(format!("the study has no scenario \"{name}\""), hint)
        }
        PlanSentence::NothingToFind { name } => told(
            format!("scenario \"{name}\" spells out what happens; there is nothing to find"),
            "Choose a scenario with `[scenario.find]`, or none",
        ),
        PlanSentence::UnknownSite { key, id, nearest } => told(
            format!("`{key}` names site \"{id}\", which is not there"),
            meant(nearest, "`bereik sites STUDY` lists every site with its id"),
        ),
        PlanSentence::SiteElsewhere { key, id } => told(
            format!("`{key}` names site \"{id}\", which lies in no municipality of the study"),
            "A plan is about sites of the study alone; leave it out or make the study larger",
        ),
        PlanSentence::UnknownPlace { key, name, nearest } => told(
            format!("`{key}` names \"{name}\", and no municipality or area of the study is called so"),
            meant(nearest, "Use the name or code of your files"),
        ),
        PlanSentence::UnknownLibrary { key, name, nearest } => told(
            format!("`{key}` names library \"{name}\", which is not there"),
            meant(nearest, "Use the name in `data.libraries` or in the list of sites"),
        ),
        PlanSentence::NoAreas { key } => told(format!("`{key}` is about areas, and the study has none"), "Give them with `data.areas`"),
        PlanSentence::NoOptions => told(
            "there is nothing to choose: no site can get a desk or other hours".to_owned(),
            "Give candidates in `data.sites`, or let hours change with `existing = \"may change hours\"`",
        ),
        PlanSentence::NoHourRate => told(
            "there is a budget, but nobody said what an hour open costs".to_owned(),
            "Put `hour = \"€ 38\"` or the like in `[money]`, or give a number instead of `budget`: `desks = { at_most = 15 }`",
        ),
        PlanSentence::Budget { pool, needed, available } => {
            let of = pool.filter(|name| !name.is_empty()).map_or_else(|| "there is".to_owned(), |name| format!("{name} has"));
            told(
                format!(
                    "what must be there costs at least {} a year; {of} {}",
                    English.euros(needed),
                    English.euros(available.max(crate::units::Euros::ZERO))
                ),
                "Raise the budget or `money.own`, or let today's desks have other hours or close (`existing`)",
            )
        }
        PlanSentence::TooFar { place, residents, nearest, distance } => {
            let where_ = place.map_or_else(String::new, |name| format!("in {name} "));
            let persons = people(residents);
            let far = nearest.map_or_else(
                || format!("there is no candidate anywhere for {persons}"),
                |nearest| {
                    format!("the nearest candidate of {persons} is farther than it may be, up to {}", English.distance(nearest.get()))
                },
            );
            told(
                format!("{where_}{far}; what is asked is {}", English.length(distance)),
                "Give more candidates, a longer distance, or a part: `share = \"99 %\"`",
            )
        }
        PlanSentence::TooFewNear { possible, asked, distance } => told(
            format!(
                "at most {} of the residents can have a desk within {}; what is asked is {}",
                English.percent(possible),
                English.length(distance),
                English.percent(asked)
            ),
            "Give more candidates, a longer distance or a smaller part",
        ),
        PlanSentence::TooFew { place: at, hours, asked, possible } => {
            let of = hours.map_or_else(String::new, |hours| format!(" of {} hours or more", English.decimals(hours.get(), 0)));
            told(
                format!("there must be at least {}{of} {}, and there can be at most {possible}", desks(asked), place(at)),
                "Give more candidates or longer weeks, or ask for fewer",
            )
        }
        PlanSentence::TooMany { place: at, most, present } => told(
            format!("there may be at most {} {}, and every plan has {present} already", desks(most), place(at)),
            "Allow more, or let today's desks close (`existing = \"may close\"`)",
        ),
        PlanSentence::NotBoth { sites: (one, other) } => told(
            format!("of {one} and {other} only one may have a desk, and both must"),
            "Take them out of `not_both`, or require only one",
        ),
        PlanSentence::TooNear { sites: (one, other), apart, asked } => told(
            format!(
                "{one} and {other} must both have a new desk and are {} apart; what is asked is {}",
                English.distance(apart.get()),
                English.length(asked)
            ),
            "Require only one, or make `apart` smaller",
        ),
        PlanSentence::Staff { library, most, present, at } => told(
            format!(
                "{library} has people for {} at the same time, and {} {present} {} open already",
                desks(most),
                moment(at),
                if present == 1 { "is" } else { "are" }
            ),
            "Give more people in `staff`, or let today's hours change (`existing`)",
        ),
        PlanSentence::NoWeek { site } => told(
            format!("{site} must have a desk, and no week lies within the hours of its building"),
            "Give a week that fits with `weeks_of`",
        ),
        PlanSentence::Together { conditions } => {
            let list: Vec<&str> = conditions.iter().map(|kind| condition(*kind)).collect();
            told(
                format!("these conditions do not go together: {}", list.join(", ")),
                "Each of them is needed to make it impossible: let one go",
            )
        }
        PlanSentence::NothingYet => told(
            "no plan was found yet that meets everything".to_owned(),
            "Give more work with `--work`, or more time with `--time` of `bereik plan`",
        ),
    }
}

fn moment(at: crate::week::Moment) -> String {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let day = crate::week::Weekday::ALL.iter().position(|day| *day == at.weekday()).map_or("", |day| days[day]);
    format!("on {day} at {}:{:02}", at.minutes() / 60, at.minutes() % 60)
}

/// A list with "and" before the last.
pub(super) fn listed(list: &[&str]) -> String {
    match list {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A fact of a plan.
pub(super) fn fact(fact: &PlanFact) -> String {
    match *fact {
        PlanFact::Proven => "Proven: no plan under these conditions is better".to_owned(),
        PlanFact::Gap { gap, clock } => {
            let cut = if clock { "Time was up" } else { "The search was limited" };
            format!("{cut}: no plan under these conditions is more than {}% better", English.decimals(gap * 100.0, 2))
        }
        PlanFact::Brings { site, week, cost, helped, residents, places } => {
            let mut text = format!("{site}, {week}");
            if let Some(cost) = cost {
                text.push_str(&format!(", {} a year", English.whole_euros(cost)));
            }
            let helped = helped
                .filter(|helped| *helped >= 5e-4)
                .map(|helped| format!("help at a moment that suits for another {} of the need", English.percent(helped)));
            let near = (residents >= 0.5).then(|| format!("{} newly within the norm", people(residents)));
            let brings: Vec<String> = helped.into_iter().chain(near).collect();
            if !brings.is_empty() {
                text.push_str(&format!(": {}", brings.join("; ")));
            }
            if !places.is_empty() {
                text.push_str(&format!("; helps most in {}", listed(places)));
            }
            text
        }
        PlanFact::Closed { sites: 1, first } => {
            format!("At 1 site no week of the menu lies within the hours of the building: {first}")
        }
        PlanFact::Closed { sites, first } => {
            format!("At {sites} sites no week of the menu lies within the hours of the building, such as {first}")
        }
        PlanFact::Unpaid { sites: 1, first } => {
            format!("Nobody is known to pay for a new desk at 1 site; it takes no part: {first}")
        }
        PlanFact::Unpaid { sites, first } => {
            format!("Nobody is known to pay for a new desk at {sites} sites; they take no part, such as {first}")
        }
        PlanFact::Unpriced { desks: 1, first } => {
            format!("The cost of 1 desk is not known in full; it counts for what is known: {first}")
        }
        PlanFact::Unpriced { desks, first } => {
            format!("The cost of {desks} desks is not known in full; they count for what is known, such as {first}")
        }
        PlanFact::Approximate { difference } => {
            format!(
                "The search took rare hours together; the value here is computed exactly and differs by {}%",
                English.decimals(difference * 100.0, 2)
            )
        }
        PlanFact::Dilemma { values: (opens, lengthens, both), new } => format!(
            "For the same money {} of the need finds help at a moment that suits with more desks alone, and {} with longer hours alone. If both \
             are allowed, so that the hours of today may change too, it is {} ({})",
            English.percent(opens),
            English.percent(lengthens),
            English.percent(both),
            match new {
                0 => "without a new desk".to_owned(),
                1 => "with 1 new desk".to_owned(),
                _ => format!("with {new} new desks"),
            }
        ),
        PlanFact::Joint { library, shares: (separate, joint), money, is_over, worse, more } => {
            let over = if is_over { ", which is more than there is" } else { "" };
            let mut text = format!(
                "{library}: a joint plan helps {} of the need, and {} if each municipality plans apart. Both cost at most {}{over}",
                English.percent(joint),
                English.percent(separate),
                English.whole_euros(money)
            );
            if !worse.is_empty() {
                let verb = if worse.len() + more == 1 { "is" } else { "are" };
                text.push_str(&format!(". {} {verb} worse off with the joint plan", named(worse, more)));
            }
            text
        }
        PlanFact::Next { loss, instead, of } => {
            let lost = format!("{}% less", English.decimals(loss * 100.0, 2));
            match (instead.is_empty(), of.is_empty()) {
                (false, false) => format!("{} in place of {}: {lost}", listed(instead), listed(of)),
                (false, true) => format!("Also {}: {lost}", listed(instead)),
                _ => format!("Without {}: {lost}", listed(of)),
            }
        }
    }
}
