//! Plannen: woorden en zinnen.

use super::compare::people;
use super::visits::named;
use super::{Dutch, names};
use crate::model::Goal;
use crate::text::{GoalWords, PlanCondition, PlanFact, PlanPlace, PlanSentence, PlanWords, Text, Told};

/// Every label.
pub(super) const WORDS: PlanWords = PlanWords {
    searched: "Gezocht in",
    plan_title: "Het plan: elk IDO met zijn week en wat het per jaar kost",
    areas_title: "Vandaag en met het plan, per gemeente, buurt en groep",
    why_title: "Waarom: wat er zonder dit IDO verloren gaat",
    alternatives_title: "Waarom niet: wat een andere locatie zou kosten",
    next_title: "Plannen die bijna even goed zijn",
    curve_title: "Hoe goed het beste plan is bij elk budget",
    dilemma_title: "Meer locaties of langere openingstijden",
    joint_title: "Samen of ieder apart",
    unnamed: "Beste plan",
    desk: "IDO",
    fate: "wat",
    fates: ["blijft", "andere tijden", "nieuw", "sluit", "verhuist"],
    week: "open",
    hours: "uur",
    cost: "per jaar",
    payer: "betaalt",
    today: "vandaag",
    planned: "plan",
    by_need: "naar behoefte",
    of_need: "% van de behoefte",
    moment_coverage: "dekking op het gewenste moment, % van de inwoners",
    mean_hours: "bereikbare uren per week",
    mean_distance: "gemiddelde afstand",
    all_costs: "kosten per jaar",
    there_is: "beschikbaar",
    desks: "IDO's",
    why: "Waarom deze",
    instead: "Bijna even goed",
    quality: "Hoe goed",
    map: ("Waar het plan helpt", "Hoeveel meer van de behoefte in elk vierkant geholpen wordt, en de IDO's van het plan"),
    map_none: "geen verschil",
    map_unit: "meer geholpen per vierkant",
    curve: ("Wat geld oplevert", "Het beste plan bij elk budget"),
    curve_band: "; in de band ligt het allerbeste dat er kan zijn",
    axis_money: "euro per jaar voor alle IDO's",
    axis_desks: "aantal IDO's",
    band: "hoogstens mogelijk",
    line: "gevonden plan",
    now: "budget",
    dilemma: (
        "Meer locaties of langere openingstijden?",
        "Dekking op het gewenste moment, % van de behoefte, met het beste plan van elke soort",
    ),
    ways: ["meer locaties", "langere tijden", "allebei"],
    tries: "kan op {} uur van de week komen",
};

/// The name and unit of a goal.
pub(super) fn goal(goal: Goal) -> GoalWords {
    let (name, unit) = match goal {
        Goal::MomentCoverage => ("dekking op het gewenste moment", "geholpen behoefte"),
        Goal::Covered => ("behoefte binnen de norm", "behoefte binnen de norm"),
        Goal::Gradual => ("geleidelijke dekking", "gewogen behoefte"),
        Goal::Distance => ("gemiddelde afstand", "meter × behoefte"),
        Goal::KolmPollak => ("eerlijk verdeelde afstand (Kolm–Pollak)", "last"),
        Goal::Desks => ("aantal IDO's", "IDO's"),
        Goal::Cost => ("kosten per jaar", "cent per jaar"),
        Goal::WorstDistance => ("grootste afstand", "meter"),
    };
    GoalWords { name, unit }
}

fn place(place: PlanPlace) -> String {
    match place {
        PlanPlace::Study => "in het hele studiegebied".to_owned(),
        PlanPlace::Municipality(name) | PlanPlace::Area(name) => format!("in {name}"),
        PlanPlace::Venue(venue) => format!("van de soort {venue}"),
    }
}

fn condition(condition: PlanCondition) -> &'static str {
    match condition {
        PlanCondition::Budget => "het budget",
        PlanCondition::Counts => "de aantallen IDO's",
        PlanCondition::NotBoth => "`not_both`",
        PlanCondition::Apart => "de afstand tussen nieuwe IDO's (`apart`)",
        PlanCondition::EveryoneWithin => "iedereen binnen de afstand (`everyone_within`)",
        PlanCondition::Staff => "de mensen die tegelijk kunnen werken (`staff`)",
        PlanCondition::Required => "de locaties die er moeten zijn",
    }
}

/// `1 IDO`, `3 IDO's`.
fn desks(number: u32) -> String {
    if number == 1 { "1 IDO".to_owned() } else { format!("{number} IDO's") }
}

fn told(message: String, hint: impl Into<String>) -> Told {
    Told { message, hint: Some(hint.into()) }
}

fn meant(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |name| format!("Bedoelde u \"{name}\"?"))
}

/// Why there is no plan, and what to do.
#[expect(clippy::too_many_lines, reason = "one arm a sentence")]
pub(super) fn sentence(sentence: &PlanSentence) -> Told {
    match *sentence {
        PlanSentence::UnknownScenario { name, known } => {
            let list = names::list(known, |more| format!("en nog {more}"));
            let hint = if known.is_empty() { "De studie heeft geen scenario's".to_owned() } else { format!("Er zijn: {list}") };
            told(format!("de studie heeft geen scenario \"{name}\""), hint)
        }
        PlanSentence::NothingToFind { name } => told(
            format!("scenario \"{name}\" schrijft al voor wat er gebeurt; er is niets te zoeken"),
            "Kies een scenario met `[scenario.find]`, of geen",
        ),
        PlanSentence::UnknownSite { key, id, nearest } => told(
            format!("`{key}` noemt locatie \"{id}\", en die is er niet"),
            meant(nearest, "`bereik sites STUDIE` geeft elke locatie met haar id"),
        ),
        PlanSentence::SiteElsewhere { key, id } => told(
            format!("`{key}` noemt locatie \"{id}\", en die ligt niet in een gemeente van de studie"),
            "Een plan gaat alleen over locaties in het studiegebied; haal haar weg of maak het studiegebied groter",
        ),
        PlanSentence::UnknownPlace { key, name, nearest } => told(
            format!("`{key}` noemt \"{name}\", en zo heet geen gemeente of buurt van de studie"),
            meant(nearest, "Gebruik de naam of code uit uw bestanden"),
        ),
        PlanSentence::UnknownLibrary { key, name, nearest } => told(
            format!("`{key}` noemt bibliotheek \"{name}\", en die is er niet"),
            meant(nearest, "Gebruik de naam uit `data.libraries` of uit de lijst van locaties"),
        ),
        PlanSentence::NoAreas { key } => told(format!("`{key}` gaat over buurten, en de studie heeft er geen"), "Geef ze met `data.areas`"),
        PlanSentence::NoOptions => told(
            "er valt niets te kiezen: geen enkele locatie kan een IDO krijgen of andere tijden".to_owned(),
            "Geef kandidaten in `data.sites`, of laat met `existing = \"may change hours\"` de tijden veranderen",
        ),
        PlanSentence::NoHourRate => told(
            "er is een budget, maar niemand zei wat een uur open kost".to_owned(),
            "Zet bijvoorbeeld `hour = \"€ 38\"` in `[money]`, of geef in plaats van `budget` een aantal: `desks = { at_most = 15 }`",
        ),
        PlanSentence::Budget { pool, needed, available } => {
            let of = pool.filter(|name| !name.is_empty()).map_or_else(|| "er is".to_owned(), |name| format!("{name} heeft"));
            told(
                format!(
                    "wat er moet zijn, kost ten minste {} per jaar; {of} {}",
                    Dutch.euros(needed),
                    Dutch.euros(available.max(crate::units::Euros::ZERO))
                ),
                "Verhoog het budget of `money.own`, of laat IDO's van nu andere tijden krijgen of sluiten (`existing`)",
            )
        }
        PlanSentence::TooFar { place, residents, nearest, distance } => {
            let where_ = place.map_or_else(|| "Er".to_owned(), |name| format!("In {name}"));
            let persons = people(residents);
            let far = nearest.map_or_else(
                || format!("is voor {persons} nergens een kandidaat"),
                |nearest| {
                    format!("ligt voor {persons} de dichtstbijzijnde kandidaat verder dan mag, tot {}", Dutch.distance(nearest.get()))
                },
            );
            told(
                format!("{where_} {far}; de eis is {}", Dutch.length(distance)),
                "Geef meer kandidaten, een grotere afstand, of een deel: `share = \"99 %\"`",
            )
        }
        PlanSentence::TooFewNear { possible, asked, distance } => told(
            format!(
                "hoogstens {} van de inwoners kan een IDO binnen {} krijgen; de eis is {}",
                Dutch.percent(possible),
                Dutch.length(distance),
                Dutch.percent(asked)
            ),
            "Geef meer kandidaten, een grotere afstand of een kleiner deel",
        ),
        PlanSentence::TooFew { place: at, hours, asked, possible } => {
            let of = hours.map_or_else(String::new, |hours| format!(" van {} uur of meer", Dutch.decimals(hours.get(), 0)));
            told(
                format!(
                    "er {} ten minste {}{of} {} zijn, en er {} er hoogstens {possible} komen",
                    if asked == 1 { "moet" } else { "moeten" },
                    desks(asked),
                    place(at),
                    if possible == 1 { "kan" } else { "kunnen" }
                ),
                "Geef meer kandidaten of langere weken, of vraag er minder",
            )
        }
        PlanSentence::TooMany { place: at, most, present } => told(
            format!(
                "er {} hoogstens {} {} zijn, en er {} er in elk plan al {present}",
                if most == 1 { "mag" } else { "mogen" },
                desks(most),
                place(at),
                if present == 1 { "is" } else { "zijn" }
            ),
            "Sta er meer toe, of laat IDO's van nu sluiten (`existing = \"may close\"`)",
        ),
        PlanSentence::NotBoth { sites: (one, other) } => told(
            format!("van {one} en {other} mag er maar één een IDO hebben, en beide moeten"),
            "Haal ze uit `not_both`, of eis er maar één",
        ),
        PlanSentence::TooNear { sites: (one, other), apart, asked } => told(
            format!(
                "{one} en {other} moeten beide een nieuw IDO krijgen en liggen {} uit elkaar; de eis is {}",
                Dutch.distance(apart.get()),
                Dutch.length(asked)
            ),
            "Eis er maar één, of maak `apart` kleiner",
        ),
        PlanSentence::Staff { library, most, present, at } => told(
            format!(
                "{library} heeft mensen voor {} tegelijk, en {} {} er al {present} open",
                desks(most),
                moment(at),
                if present == 1 { "is" } else { "zijn" }
            ),
            "Geef meer mensen in `staff`, of laat de tijden van nu veranderen (`existing`)",
        ),
        PlanSentence::NoWeek { site } => told(
            format!("{site} moet een IDO hebben, en geen enkele week past binnen de openingstijden van het gebouw"),
            "Geef met `weeks_of` een week die past",
        ),
        PlanSentence::Together { conditions } => {
            let list: Vec<&str> = conditions.iter().map(|kind| condition(*kind)).collect();
            told(
                format!("deze eisen kunnen niet samen: {}", list.join(", ")),
                "Elk ervan is nodig om het onmogelijk te maken: laat er een los",
            )
        }
        PlanSentence::NothingYet => told(
            "er is nog geen plan gevonden dat aan alles voldoet".to_owned(),
            "Geef meer werk met `--work`, of bij `bereik plan` meer tijd met `--time`",
        ),
    }
}

fn moment(at: crate::week::Moment) -> String {
    let days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    let day = crate::week::Weekday::ALL.iter().position(|day| *day == at.weekday()).map_or("", |day| days[day]);
    format!("op {day} om {}.{:02} uur", at.minutes() / 60, at.minutes() % 60)
}

/// Een lijst met "en" voor de laatste.
pub(super) fn listed(list: &[&str]) -> String {
    match list {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

/// A fact of a plan.
pub(super) fn fact(fact: &PlanFact) -> String {
    match *fact {
        PlanFact::Proven => "Bewezen: binnen deze voorwaarden is geen plan beter".to_owned(),
        PlanFact::Gap { gap, clock } => {
            let cut = if clock { "De tijd was op" } else { "Het zoeken is begrensd" };
            format!("{cut}: binnen deze voorwaarden is geen plan meer dan {}\u{a0}% beter", Dutch.decimals(gap * 100.0, 2))
        }
        PlanFact::Brings { site, week, cost, helped, residents, places } => {
            let mut text = format!("{site}, {week}");
            if let Some(cost) = cost {
                text.push_str(&format!(", {} per jaar", Dutch.whole_euros(cost)));
            }
            let helped = helped
                .filter(|helped| *helped >= 5e-4)
                .map(|helped| format!("hulp op een moment dat past voor nog {} van de behoefte", Dutch.percent(helped)));
            let near = (residents >= 0.5).then(|| format!("{} nieuw binnen de norm", people(residents)));
            let brings: Vec<String> = helped.into_iter().chain(near).collect();
            if !brings.is_empty() {
                text.push_str(&format!(": {}", brings.join("; ")));
            }
            if !places.is_empty() {
                text.push_str(&format!("; helpt vooral in {}", listed(places)));
            }
            text
        }
        PlanFact::Closed { sites: 1, first } => {
            format!("Op 1 locatie past geen enkele week binnen de openingstijden van het gebouw: {first}")
        }
        PlanFact::Closed { sites, first } => {
            format!("Op {sites} locaties past geen enkele week binnen de openingstijden van het gebouw, zoals {first}")
        }
        PlanFact::Unpaid { sites: 1, first } => {
            format!("Voor 1 locatie is niet bekend wie een nieuw IDO zou betalen; zij doet niet mee: {first}")
        }
        PlanFact::Unpaid { sites, first } => {
            format!("Voor {sites} locaties is niet bekend wie een nieuw IDO zou betalen; zij doen niet mee, zoals {first}")
        }
        PlanFact::Unpriced { desks: 1, first } => {
            format!("Van 1 IDO zijn de kosten niet helemaal bekend; het telt mee voor wat bekend is: {first}")
        }
        PlanFact::Unpriced { desks, first } => {
            format!("Van {desks} IDO's zijn de kosten niet helemaal bekend; zij tellen mee voor wat bekend is, zoals {first}")
        }
        PlanFact::Approximate { difference } => {
            format!(
                "Bij het zoeken zijn zeldzame uren samengenomen; de waarde hier is precies nagerekend en verschilt {}\u{a0}%",
                Dutch.decimals(difference * 100.0, 2)
            )
        }
        PlanFact::Dilemma { values: (opens, lengthens, both), new } => format!(
            "Voor hetzelfde geld vindt met alleen meer locaties {} van de behoefte hulp op het gewenste moment, en met alleen langere tijden {}. \
             Mag het allebei, dus mogen ook de tijden van nu veranderen, dan {} ({})",
            Dutch.percent(opens),
            Dutch.percent(lengthens),
            Dutch.percent(both),
            match new {
                0 => "zonder nieuwe locatie".to_owned(),
                1 => "met 1 nieuwe locatie".to_owned(),
                _ => format!("met {new} nieuwe locaties"),
            }
        ),
        PlanFact::Joint { library, shares: (separate, joint), money, is_over, worse, more } => {
            let over = if is_over { ", meer dan er is" } else { "" };
            let mut text = format!(
                "{library}: met een gezamenlijk plan wordt {} van de behoefte geholpen, en als elke gemeente apart plant {}. Beide kosten \
                 hoogstens {}{over}",
                Dutch.percent(joint),
                Dutch.percent(separate),
                Dutch.whole_euros(money)
            );
            if !worse.is_empty() {
                let verb = if worse.len() + more == 1 { "gaat" } else { "gaan" };
                text.push_str(&format!(". Met het gezamenlijke plan {verb} {} erop achteruit", named(worse, more)));
            }
            text
        }
        PlanFact::Next { loss, instead, of } => {
            let lost = format!("{}\u{a0}% minder", Dutch.decimals(loss * 100.0, 2));
            match (instead.is_empty(), of.is_empty()) {
                (false, false) => format!("{} in plaats van {}: {lost}", listed(instead), listed(of)),
                (false, true) => format!("Ook {}: {lost}", listed(instead)),
                _ => format!("Zonder {}: {lost}", listed(of)),
            }
        }
    }
}
