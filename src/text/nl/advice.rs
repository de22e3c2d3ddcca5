//! Het advies.

use super::Dutch;
use super::certain::of_draws;
use super::compare::{people, people_that};
use super::plan::listed;
use crate::text::{AdviceSentence, AdviceWords, Settings, Text};
use crate::units::Euros;

/// The labels.
pub(super) static WORDS: AdviceWords = AdviceWords {
    open: "Open in een browser:",
    subtitle: "Advies over de informatiepunten digitale overheid (IDO's)",
    around: ["Inhoud", "Naar het antwoord", "Tabel"],
    chapters: [
        "Het antwoord op één bladzijde",
        "De scenario's",
        "Per gemeente",
        "Grenzen en kosten delen",
        "Waarom deze plekken",
        "Zo is gerekend",
        "De gegevens",
        "Verantwoording",
    ],
    answer: [
        "De vraag",
        "Wat er aan de hand is",
        "De scenario's (mogelijke veranderingen) naast elkaar",
        "Het advies",
        "Hoe zeker is dat?",
        "De kaart",
        "Wat de woorden betekenen",
    ],
    question: "Waar is een informatiepunt nodig, en wanneer moet het open zijn?",
    alone: "Uitkomsten nu",
    scenarios_caption: "Uitkomsten per scenario",
    other_scenarios: "De andere scenario's staan in het volgende hoofdstuk.",
    terms: [
        ("informatiepunt", "Een balie waar mensen hulp krijgen met de digitale overheid, vaak in de bibliotheek."),
        ("norm", "De afstand die in deze studie goed te doen heet: {norm}."),
        ("behoefte", "Alle inwoners, waarbij groepen die vaker hulp nodig hebben zwaarder tellen: samen {need}."),
        ("dekking op het gewenste moment", "Het deel van de behoefte dat hulp vindt, als iemand op {hours} kan komen."),
        ("bereikbare uren", "De uren per week dat binnen de norm een informatiepunt open is."),
        ("blijft over", "Wat het Rijk (de uitkering) en de gemeenten geven, min wat voor bekendmaken en aansturen is, min de kosten."),
        ("doorrekening", "Alles nog eens berekend, met andere waarden voor wat niet zeker is (aannames)."),
        ("doelen", "Wat de studie zelf wil bereiken; het volgende hoofdstuk noemt ze."),
    ],
    straight: ", hemelsbreed",
    more_terms: [
        ("9 van de 10 wonen binnen", "De afstand waarbinnen negen van de tien inwoners een informatiepunt hebben."),
        ("extra afstand", "Zoveel verder is het gemiddeld als iedereen in de eigen gemeente moet blijven."),
        ("grootste achterstand", "Zoveel verder woont die groep gemiddeld van een informatiepunt dan alle inwoners samen."),
        (
            "verwachte bezoeken",
            "Hangen af van de behoefte en van hoe dichtbij een informatiepunt is. Langere tijden, of een plek naast een andere, trekken vooral bezoekers van bestaande plekken.",
        ),
        ("doelen gehaald", "De doelen die de studie zelf stelt, en hoeveel er gehaald worden."),
    ],
    gap_of_weighing: "Alleen groepen met extra gewicht in de behoefte doen mee.",
    map: [
        "Scenario",
        "Wat de kaart laat zien",
        "Informatiepunt zoeken",
        "alle",
        "Inzoomen",
        "Uitzoomen",
        "Hele kaart",
        "Wijs een vierkant of een informatiepunt aan, of kies er een uit de lijst.",
    ],
    pan: ["Naar links", "Naar rechts", "Naar boven", "Naar beneden"],
    residents: ["inwoner", "inwoners"],
    unreached: "geen",
    no_need: "geen behoefte",
    fates: ["informatiepunt", "nieuw informatiepunt", "sluit", "verhuist", "informatiepunt buiten de studie"],
    outside: "Buiten de studie",
    measures: ["afstand tot het dichtstbijzijnde informatiepunt", "bereikbare uren per week", "dekking op het gewenste moment"],
    hours_unit: " uur",
    need_unit: "\u{a0}% van de behoefte",
    map_alt: "Kaart van de afstand tot het dichtstbijzijnde informatiepunt, per vierkant",
    shifts: [
        "Wie erop voor- of achteruitgaat, in inwoners",
        "scenario",
        "meer dan 500 m dichterbij",
        "meer dan 500 m verder weg",
        "meer dan 4 uur per week erbij",
        "meer dan 4 uur per week minder",
        "verliest het enige informatiepunt binnen de norm",
    ],
    visits: "Bezoeken",
    municipalities_intro: "Per gemeente één bladzijde: de inwoners, de informatiepunten, de buren en het geld.",
    municipality_captions: [
        "Kerncijfers per scenario",
        "Informatiepunten in de gemeente, nu",
        "Doelgroepen nu, in personen",
        "Waar inwoners het dichtstbijzijnde informatiepunt hebben, nu",
        "Wie erop voor- of achteruitgaat, in inwoners",
    ],
    desk_columns: [
        "informatiepunt",
        "open",
        "uren per week",
        "kosten per jaar",
        "inwoners met dit als dichtstbijzijnde, ook van elders",
        "verwachte bezoeken per week",
    ],
    group_columns: ["doelgroep", "personen", "gemiddelde afstand", "binnen de norm, % van de groep"],
    estimated: "Een deel is geschat, omdat het CBS kleine aantallen niet geeft. Daardoor tellen groepen niet precies op.",
    flow_columns: ["informatiepunt in", "inwoners", "deel van de inwoners"],
    residents_row: "inwoners",
    border_headings: [
        "Waar de grens het meest in de weg zit",
        "Gemeenten zonder bibliotheek of informatiepunt",
        "Wie waarheen gaat",
        "De kosten delen",
    ],
    costs_intro: "Verdeeld naar de behoefte binnen bereik van deze informatiepunten. Is daar ook een ander informatiepunt in de buurt, dan telt die behoefte voor een deel.",
    deeds: ["Nieuw", "Sluit", "Verhuist", "Andere tijden"],
    cost_columns: ["gemeente", "uitkering", "eigen bijdrage", "voor promotie en regie", "deel in de kosten", "blijft over"],
    together: "samen",
    targets: ["Doelen van de studie; met ✓ is het doel gehaald", "doel", "gewenst", "✓"],
    plan_headings: ["Waarom deze plekken en tijden", "Wat bijna even goed is", "Meer plekken of langer open, samen of apart"],
    method: [
        "De afstand gaat van het midden van elk vierkant met inwoners naar het dichtstbijzijnde informatiepunt, ook over de gemeentegrens.",
        "Bereikbare uren zijn de uren per week waarop minstens één informatiepunt binnen de norm open is. Uren die samenvallen tellen één keer.",
        "De dekking op het gewenste moment gaat ervan uit dat iemand op een paar willekeurige uren van de week kan. Zij is de kans dat dan een informatiepunt in de buurt open is.",
        "De behoefte telt elke inwoner, en groepen die vaker hulp nodig hebben zwaarder. De gewichten staan hieronder.",
        "Het geld is de uitkering van het Rijk aan de gemeenten (SPUK) met de eigen bijdrage, min wat de studie apart zet voor promotie en regie. De kosten zijn die van alle informatiepunten samen in een jaar.",
        "Een scenario is beter als het meer dekking geeft op het gewenste moment. Het advies kiest het beste dat binnen het geld past.",
    ],
    forgotten: "Wie het enige informatiepunt binnen de norm verliest, in inwoners",
    straight_or_detour: ["Zij is hemelsbreed.", "Wegen lopen om. Daarom telt zij {detour} keer zo ver als hemelsbreed."],
    assumptions: ["Aannames", "wat", "waarde", "sleutel in de studie", "(standaard)"],
    settings: SETTINGS,
    all_keys: "Alle instellingen, ook die van de scenario's, staan in manifest.json.",
    data: [
        "Bestanden",
        "Wat opviel tussen de bestanden",
        "Geweigerde regels",
        "Geen regel is geweigerd. Wat bewust is weggelaten, staat hierboven.",
    ],
    manifest: ["Gelezen bestanden met hun vingerafdruk (SHA-256)", "bestand", "SHA-256"],
    manifest_intro: "Met deze bestanden en deze versie komt iedereen op dezelfde uitkomsten. Alle cijfers staan ook in advies.xlsx en in de tabellen (CSV) ernaast; de kaartlagen staan in advies.gpkg.",
    alts: [
        "Staven: drie uitkomsten per scenario, met de kosten",
        "Kaart: hoeveel verder het informatiepunt in de eigen gemeente is dan het dichtstbijzijnde, en wie waarheen gaat",
        "Tabel in kleur: in welke gemeente inwoners wonen, en in welke hun informatiepunt staat",
        "Kaart van het plan: nieuwe, blijvende en gesloten informatiepunten",
        "Lijn: wat het beste plan oplevert bij elk bedrag",
        "Staven: meer plekken, langer open of allebei, bij elk bedrag",
        "Staven: hoeveel elke aanname uitmaakt",
    ],
};

const SETTINGS: Settings = Settings {
    norm_of: "de norm van",
    suits: "hoe geschikt voor een groep:",
    surroundings: "zo ver buiten de studie doen buren mee",
    weeks: "weken per jaar dat een informatiepunt open is",
    own: "eigen bijdrage per jaar van",
    site: "vaste kosten per jaar:",
    one_off: "eenmalige kosten van een nieuwe plek:",
    years: "jaar",
    promotion: "deel van de uitkering voor promotie",
    direction: "deel van de uitkering voor regie",
    cut: "korting op de uitkering",
    pool: "wie samen één beurs heeft",
    pools: ["alle gemeenten van een bibliotheek", "elke gemeente apart", "alle gemeenten van de studie"],
    range: "marge:",
    draws: "hoe vaak alles opnieuw is doorgerekend",
};

/// A sentence, with its full stop.
#[expect(clippy::too_many_lines, reason = "one arm a sentence")]
pub(super) fn sentence(sentence: &AdviceSentence) -> String {
    let euros = |amount: Euros| Dutch.whole_euros(amount);
    let part = |share: f64| Dutch.percent(share);
    match *sentence {
        AdviceSentence::Beyond { residents, norm, .. } if residents < 0.5 => {
            format!("Iedereen woont binnen {} van een informatiepunt.", Dutch.length(norm))
        }
        AdviceSentence::Beyond { residents, all, norm } => format!(
            "{} van de {} inwoners ({}) {} verder dan {} van een informatiepunt.",
            Dutch.whole(residents),
            Dutch.whole(all),
            Dutch.part(residents / all),
            if residents < 1.5 { "woont" } else { "wonen" },
            Dutch.length(norm)
        ),
        AdviceSentence::Moment { share } => format!("Voor {} van de behoefte is er hulp op een moment dat past.", part(share)),
        AdviceSentence::Lost { hours, distance } if hours > distance => {
            format!("Voor {} is wel iets dichtbij, maar niet open.", part(hours))
        }
        AdviceSentence::Lost { distance, .. } => format!("Voor {} is alles te ver weg, of niet geschikt.", part(distance)),
        AdviceSentence::Gap { group, metres } => {
            format!("De groep \"{group}\" woont gemiddeld {} verder weg dan alle inwoners samen.", Dutch.distance(metres))
        }
        AdviceSentence::NoDesk { municipalities } => format!("In {} is geen informatiepunt.", listed(municipalities)),
        AdviceSentence::Across { residents } => {
            format!("{} alleen over de gemeentegrens een informatiepunt binnen de norm.", people_that(residents, "heeft", "hebben"))
        }
        AdviceSentence::Short { cost, short } => {
            format!("De informatiepunten kosten {} per jaar. Dat is {} meer dan er is.", euros(cost), euros(short))
        }
        AdviceSentence::Lack { pools, today } => {
            let lacks: Vec<String> = pools.iter().take(2).map(|(name, lacks)| format!("{name} ({})", euros(*lacks))).collect();
            let mut lacks: Vec<&str> = lacks.iter().map(String::as_str).collect();
            let others = pools.len().saturating_sub(2);
            let others = format!("{} {}", Dutch.whole(count(others)), if others == 1 { "andere" } else { "anderen" });
            if pools.len() > 2 {
                lacks.push(&others);
            }
            let when = if today { "Nu" } else { "Dan" };
            format!("{when} is er per jaar te weinig bij {}.", listed(&lacks))
        }
        AdviceSentence::Left { cost, left } if left == Euros::ZERO => {
            format!("De informatiepunten kosten {} per jaar, precies wat er is.", euros(cost))
        }
        AdviceSentence::Left { cost, left } => {
            format!("De informatiepunten kosten {} per jaar. Er blijft {} over.", euros(cost), euros(left))
        }
        AdviceSentence::Choose { scenario } => format!("Kies \"{scenario}\"."),
        AdviceSentence::OnlyFit => "Alleen dit scenario past binnen het geld; de informatiepunten van nu passen er niet in.".to_owned(),
        AdviceSentence::Stay { is_money: true } => {
            "Laat de informatiepunten zoals ze zijn: geen scenario dat binnen het geld past, is beter.".to_owned()
        }
        AdviceSentence::Stay { is_money: false } => "Laat de informatiepunten zoals ze zijn: geen scenario is beter.".to_owned(),
        AdviceSentence::StayShort => "Geen scenario is beter dan nu. Ook wat er nu is, past niet binnen het geld.".to_owned(),
        AdviceSentence::Less { scenario } => {
            format!("Binnen het geld kan alleen minder hulp dan nu. Dan verliest \"{scenario}\" het minst.")
        }
        AdviceSentence::TodayRanks { first, draws } => {
            format!("{} met andere aannames is de situatie van nu het beste.", of_draws(first, draws))
        }
        AdviceSentence::Ranges => "Tussen haakjes staat hoe ver een cijfer met andere aannames kan afwijken.".to_owned(),
        AdviceSentence::Estimated { is_partial: false } => "De uitkering van het Rijk is een schatting.".to_owned(),
        AdviceSentence::Estimated { is_partial: true } => {
            "De uitkering van het Rijk is een schatting, zonder het deel voor inwoners met hoogstens vmbo.".to_owned()
        }
        AdviceSentence::NoScenario => "De studie noemt geen scenario's om uit te kiezen.".to_owned(),
        AdviceSentence::TooDear { scenario, short: Some(short) } => {
            format!("Geen scenario past binnen het geld. \"{scenario}\" helpt het meest, en vraagt {} extra per jaar.", euros(short))
        }
        AdviceSentence::TooDear { scenario, short: None } => format!("Geen scenario past binnen het geld. \"{scenario}\" helpt het meest."),
        AdviceSentence::Changes { opens, closes, moves, hours } => changes(&[
            (if opens.len() == 1 { "Open een informatiepunt:" } else { "Open informatiepunten:" }, opens),
            ("Sluit", closes),
            ("Verplaats", moves),
            ("Geef andere tijden aan", hours),
        ]),
        AdviceSentence::Notice { municipalities } => format!("Dat merken alleen inwoners van {}.", listed(municipalities)),
        AdviceSentence::Targets { met: 1, all: 1 } => "Het doel van de studie wordt dan gehaald.".to_owned(),
        AdviceSentence::Targets { all: 1, .. } => "Het doel van de studie wordt dan niet gehaald.".to_owned(),
        AdviceSentence::Targets { met: 0, all } => format!("Van de {all} doelen van de studie wordt er dan geen gehaald."),
        AdviceSentence::Targets { met, all } if met == all => format!("Alle {all} doelen van de studie worden dan gehaald."),
        AdviceSentence::Targets { met: 1, all } => format!("Van de {all} doelen van de studie wordt er dan 1 gehaald."),
        AdviceSentence::Targets { met, all } => format!("Van de {all} doelen van de studie worden er dan {met} gehaald."),
        AdviceSentence::Fits { times, draws } if times == draws => "In al die doorrekeningen past het binnen het geld.".to_owned(),
        AdviceSentence::Fits { times: 0, .. } => "In geen van die doorrekeningen past het binnen het geld.".to_owned(),
        AdviceSentence::Fits { times, draws } => {
            format!("In {} van die {} past het binnen het geld.", Dutch.whole(count(times)), Dutch.whole(count(draws)))
        }
        AdviceSentence::Apart { least, most } => format!(
            "In {} is er voor {} van de behoefte hulp op een moment dat past, in {} voor {}.",
            least.0,
            part(least.1),
            most.0,
            part(most.1)
        ),
        AdviceSentence::Better { then, today } if part(then) == part(today) => {
            format!("Dan vindt {} van de behoefte hulp op een moment dat past. Dat is nauwelijks anders dan nu.", part(then))
        }
        AdviceSentence::Better { then, today } => {
            format!("Dan vindt {} van de behoefte hulp op een moment dat past; nu is dat {}.", part(then), part(today))
        }
        AdviceSentence::Within { more, norm } => format!(
            "Dan {} {} {} dan nu binnen {} van een informatiepunt.",
            if more.abs().round() <= 1.0 { "woont" } else { "wonen" },
            people(more.abs()),
            if more < 0.0 { "minder" } else { "meer" },
            Dutch.length(norm)
        ),
        AdviceSentence::Costs { more, left } => {
            let cents = more.cents();
            let cost = match cents {
                0 => "Het kost evenveel als nu".to_owned(),
                _ => format!(
                    "Het kost {} per jaar {} dan nu",
                    euros(Euros::from_cents(cents.abs())),
                    if cents < 0 { "minder" } else { "meer" }
                ),
            };
            match left {
                Some(left) if left > Euros::ZERO => format!("{cost}, en er blijft {} over.", euros(left)),
                Some(left) if left < Euros::ZERO => format!("{cost}, en er is {} te weinig.", euros(Euros::from_cents(-left.cents()))),
                Some(_) => format!("{cost}, en gebruikt al het geld."),
                None => format!("{cost}."),
            }
        }
        AdviceSentence::Loses { residents } => {
            format!("Let op: {} dan het enige informatiepunt binnen de norm.", people_that(residents, "verliest", "verliezen"))
        }
        AdviceSentence::Dearer { than_today, scenario, short } => {
            let helps = if than_today { "helpt meer dan nu" } else { "helpt nog meer" };
            short.map_or_else(
                || format!("\"{scenario}\" {helps}, maar past niet binnen het geld."),
                |short| format!("\"{scenario}\" {helps}, maar daarvoor is {} per jaar te weinig.", euros(short)),
            )
        }
        AdviceSentence::Searched { gap } if gap <= 1e-9 => {
            "Het rekenprogramma Bereik heeft bewezen dat er binnen de voorwaarden van dit scenario geen beter plan is.".to_owned()
        }
        AdviceSentence::Searched { gap } => {
            format!(
                "Het rekenprogramma Bereik heeft bewezen dat geen plan binnen de voorwaarden van dit scenario meer dan {}\u{a0}% beter is.",
                Dutch.decimals(gap * 100.0, 2)
            )
        }
        AdviceSentence::Ranks { first, draws } => {
            format!("{} met andere aannames is dit scenario het beste.", of_draws(first, draws))
        }
        AdviceSentence::BetterInDraws { times, draws } => {
            format!("{} met andere aannames is dit scenario beter dan nu.", of_draws(times, draws))
        }
        AdviceSentence::NotTested => "Met andere aannames is niet gerekend: de studie noemt geen marges.".to_owned(),
        AdviceSentence::MoreRefused { rows: 1 } => "Nog één regel staat in manifest.json.".to_owned(),
        AdviceSentence::MoreRefused { rows } => format!("Nog {} regels staan in manifest.json.", Dutch.whole(count(rows))),
        AdviceSentence::NoTimes { desks, are_hours_known: true } => format!(
            "Van {} is wel bekend hoeveel uur per week, maar niet wanneer: {} mee bij bereikbare uren, en niet bij hulp op het gewenste moment.",
            listed(desks),
            if desks.len() == 1 { "dit informatiepunt telt" } else { "deze informatiepunten tellen" }
        ),
        AdviceSentence::NoTimes { desks, are_hours_known: false } => format!(
            "Van {} zijn de tijden niet bekend: {} niet mee bij bereikbare uren en bij hulp op het gewenste moment.",
            listed(desks),
            if desks.len() == 1 { "dit informatiepunt telt" } else { "deze informatiepunten tellen" }
        ),
        AdviceSentence::NoOwnDesk { municipality } => format!("In {municipality} is nu geen informatiepunt."),
        AdviceSentence::Money { municipality, grant, is_estimate, own, pays, then } => {
            let own = if own == Euros::ZERO { String::new() } else { format!(", en legt er zelf {} bij", euros(own)) };
            let about = if is_estimate { "naar schatting " } else { "" };
            let mut told = format!("{municipality} krijgt {about}{} per jaar van het Rijk{own}.", euros(grant));
            if let Some(pays) = pays {
                told.push_str(&format!(" Het deel in de kosten, verdeeld naar de behoefte binnen bereik, is nu {}", euros(pays)));
                told.push_str(&then.map_or_else(|| ".".to_owned(), |(name, then)| format!(", en met \"{name}\" {}.", euros(then))));
            }
            told
        }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// What is done to desks, a sentence a verb; wat er is blijft, tenzij er iets aan verandert.
fn changes(done: &[(&str, &[&str])]) -> String {
    let some = |names: &[&str]| match names {
        [first @ .., _] if names.len() > NAMED + 1 => format!("{} en nog {} andere", first[..NAMED].join(", "), names.len() - NAMED),
        _ => listed(names),
    };
    let mut told: Vec<String> =
        done.iter().filter(|(_, names)| !names.is_empty()).map(|(verb, names)| format!("{verb} {}.", some(names))).collect();
    if done.iter().skip(1).all(|(_, names)| names.is_empty()) {
        told.push("Wat er nu is, blijft zoals het is.".to_owned());
    }
    told.join(" ")
}

/// How many desks a sentence names before it counts the others.
const NAMED: usize = 3;
