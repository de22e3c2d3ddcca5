//! What is wrong with a study, and with the region its files make.

use crate::load::BuildError;
use crate::load::study::{Kind, StudyError, StudyFault};
use crate::text::{Text, Told};
use crate::units::UnitError;

use super::{Dutch, certain, hours, scenario};

/// One fault of a study file.
pub(super) fn fault(error: &StudyError) -> Told {
    let key = &error.key;
    let (what, hint) = match &error.fault {
        StudyFault::NotFound => {
            ("dit bestand bestaat niet".to_owned(), Some("`bereik init MAP` maakt een studie om mee te beginnen".to_owned()))
        }
        StudyFault::Folder => {
            ("dit is een map en geen studie".to_owned(), Some("Zet de naam van de studie in deze map erachter".to_owned()))
        }
        StudyFault::NotUtf8 => (
            "hier staat een teken dat niet in UTF-8 is".to_owned(),
            Some("Sla de studie op als UTF-8; Kladblok vraagt daarnaar bij Opslaan als".to_owned()),
        ),
        StudyFault::Unreadable(detail) => (format!("niet te lezen: {detail}"), None),
        StudyFault::Syntax(detail) => (
            format!("hier klopt de schrijfwijze niet: {detail}"),
            Some("Kijk naar aanhalingstekens, haakjes en het `=`-teken op deze regel".to_owned()),
        ),
        StudyFault::BareKey { quoted } => (
            "hier staat een sleutel met een + zonder aanhalingstekens".to_owned(),
            Some(format!("Zet de sleutel tussen aanhalingstekens: {quoted}")),
        ),
        StudyFault::UnknownKey { nearest: Some(nearest), .. } => {
            (format!("`{key}` bestaat niet"), Some(format!("Misschien is `{nearest}` bedoeld")))
        }
        StudyFault::UnknownKey { nearest: None, known } => {
            (format!("`{key}` bestaat niet"), Some(format!("Hier kan staan: {}", known.join(", "))))
        }
        StudyFault::NotBuiltYet => (
            format!("`{key}` is gepland, maar kan Bereik nog niet"),
            Some("Haal dit weg, of zet er `#` voor. Bereik laat niets stilletjes weg".to_owned()),
        ),
        StudyFault::Missing => (format!("`{key}` ontbreekt"), Some(example(key))),
        StudyFault::WrongKind { expected } => (format!("bij `{key}` hoort {}", kind(*expected)), None),
        StudyFault::Quantity { value, error, expected } => {
            (format!("`{key}`: \"{value}\" kan niet: {}", unit(*error)), Some(format!("Hier hoort {}", kind(*expected))))
        }
        StudyFault::NotFinite => (format!("`{key}`: dit is geen gewoon getal"), None),
        StudyFault::EmptyText => {
            (format!("`{key}` is leeg"), Some("Vul iets in tussen de aanhalingstekens, of haal de regel weg".to_owned()))
        }
        StudyFault::NotOneOf { value, allowed } => {
            (format!("`{key}`: \"{value}\" kan niet"), Some(format!("Kies uit: {}", allowed.join(", "))))
        }
        StudyFault::OutOfRange { value, least } => (format!("`{key}`: {value} is te klein; het kleinste getal is {least}"), None),
        StudyFault::TooLarge { value, most } => (format!("`{key}`: {value} is te groot; het grootste getal is {most}"), None),
        StudyFault::Excludes { other } => (format!("`{key}` en `{other}` gaan niet samen"), Some("Kies een van de twee".to_owned())),
        StudyFault::EmptyList => (format!("`{key}` is een lege lijst"), None),
        StudyFault::NotRising { keys } => (
            format!("`{key}`: deze afstanden passen niet bij elkaar"),
            Some(format!("Van klein naar groot, en niet gelijk: {}", keys.join(", "))),
        ),
        StudyFault::NotNegative { value } => (
            format!("`{key}`: {value} kan niet; afstand is een last, dus dit getal is kleiner dan 0"),
            Some("Gebruikelijk is -1.0".to_owned()),
        ),
        StudyFault::Dayparts(error) => (format!("`{key}`: {}", hours::dayparts(error)), Some(hours::DAYPARTS.to_owned())),
        StudyFault::Profile(error) => (format!("`{key}`: {}", hours::profile(error)), Some(hours::PROFILE.to_owned())),
        StudyFault::Week { value, fault } => scenario::week(key, value, fault),
        StudyFault::Scenario(fault) => scenario::fault(key, fault),
        StudyFault::Range(fault) => certain::fault(key, fault),
    };
    let place = error.place.map_or(String::new(), |(line, column)| format!(", regel {line}, teken {column}"));
    Told { message: format!("{}{place}: {what}", error.file), hint }
}

/// Why the files of a study make no region.
pub(super) fn build(error: &BuildError) -> Told {
    let told = |message: String, hint: String| Told { message, hint: Some(hint) };
    match error {
        BuildError::Load(error) => Dutch.fault(error),
        BuildError::NoSuchMunicipality { name, nearest } => told(
            format!("`study.municipalities`: \"{name}\" staat niet in het bestand met gemeenten"),
            nearest.as_ref().map_or("Noem de gemeente met haar naam of haar code, zoals GM0518".to_owned(), |nearest| {
                format!("Misschien is \"{nearest}\" bedoeld")
            }),
        ),
        BuildError::SeveralMunicipalities { name, namesakes } => told(
            format!("`study.municipalities`: er is meer dan één gemeente \"{name}\""),
            format!("Kies er een: {}. De code van de gemeente kan ook, zoals GM0518", super::names(namesakes)),
        ),
        BuildError::NoSuchLibrary { name, nearest, known } => told(
            format!("`study.library`: \"{name}\" staat niet met een gemeente in de lijst van bibliotheekorganisaties"),
            match nearest {
                Some(nearest) => format!("Misschien is \"{nearest}\" bedoeld. Er zijn: {}", super::names(known)),
                None => format!("Er zijn: {}", super::names(known)),
            },
        ),
        BuildError::NoLibraries { name } => told(
            format!("`study.library` noemt \"{name}\", maar de studie heeft geen lijst van bibliotheekorganisaties"),
            "Zet `libraries = \"bibliotheekorganisaties.csv\"` bij [data]".to_owned(),
        ),
        BuildError::NoSuchGroup { key, group, known } => told(
            format!("`{key}`: het bestand met bevolking telt de groep \"{group}\" niet"),
            format!("Er zijn: {}", known.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        ),
        BuildError::NoCells { file } => told(
            format!("{file}: volgens dit bestand woont er niemand in de gemeenten van deze studie"),
            "Kijk of de bestanden over hetzelfde gebied gaan".to_owned(),
        ),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "een tekst tussen aanhalingstekens",
        Kind::Texts => "een lijst van teksten, zoals [\"a\", \"b\"]",
        Kind::Number => "een getal, zoals 1.3",
        Kind::Distance => "een afstand, zoals \"2 km\" of \"800 m\"",
        Kind::Distances => "een lijst van afstanden, zoals [\"1 km\", \"5 km\"]",
        Kind::Table => "een onderdeel met eigen regels",
        Kind::File => "een bestandsnaam, of { file = \"naam\", … }",
        Kind::Files => "een lijst van bestanden, zoals [{ file = \"naam\", … }]",
        Kind::Decay => "\"step\", of één vorm met haar afstanden, zoals { linear = { full = \"1 km\", none = \"4 km\" } }",
        Kind::Increase => "een toename in procenten, zoals \"+30 %\"",
        Kind::Share => "een deel van 0 tot 1, zoals 0.25 of \"25 %\"",
        Kind::Money => "een bedrag, zoals \"€ 38\" of \"€ 1.250,50\"",
        Kind::Hours => "een aantal uren per week, zoals 20",
        Kind::Groups => "een lijst van groepen met hun deel, zoals { all = 0.3 }",
        Kind::Zones => "drie getallen van 0 tot 1 die niet oplopen, zoals [1.0, 0.68, 0.22]",
        Kind::Spreads => "een onderdeel [[data.spread]] met group, file, area en column",
        Kind::Whole => "een heel getal van 1 of meer",
        Kind::Weights => "een lijst van dagdelen met hun gewicht, zoals { office = 0.5, working = 0.5 }",
        Kind::Count => "een heel getal, 0 of meer",
        Kind::Part => "een deel boven 0, zoals 0.99 of \"99 %\"",
        Kind::Budget => "\"money\" (het geld van de studie) of een bedrag, zoals \"€ 100.000\"",
        Kind::Scenarios => "een onderdeel [[scenario]], met twee haken aan elke kant",
        Kind::SiteWeeks => "een lijst van locaties met hun week, zoals [{ site = \"dorpshuis-lent\", week = \"di 9.30-12.00\" }]",
        Kind::SiteMoves => "een lijst van locaties met hun nieuwe plek, zoals [{ site = \"spreekuur-markt\", to = \"RD 155000 463000\" }]",
        Kind::Buses => "een lijst van bussen, zoals [{ name = \"IDO-bus\", stops = [{ site = \"halte\", week = \"ma 9-11\" }] }]",
        Kind::Position => "een plek, zoals \"RD 155000 463000\" of \"52.15, 5.38\"",
        Kind::Weeks => "een lijst van weken, zoals [\"di 9.30-12.00\", \"ma-vr 10-17\"]",
        Kind::Rules => "een lijst van regels, zoals [{ desks = 1, per = \"municipality\" }]",
        Kind::Range => "een lijst met twee waarden (van, tot) of meer, zoals [\"1.5 km\", \"2.5 km\"]",
        Kind::Groupings => "een lijst van lijstjes, zoals [[\"dorpshuis-lent\", \"kulturhus-lent\"]]",
    }
}

fn unit(error: UnitError) -> &'static str {
    match error {
        UnitError::NoUnit => "de eenheid ontbreekt",
        UnitError::NotANumber => "dat is geen getal",
        UnitError::UnknownUnit => "die eenheid bestaat hier niet",
        UnitError::OutOfRange => "het getal is te klein of te groot",
    }
}

/// What to write for a key that is missing.
fn example(key: &str) -> String {
    let line = match key {
        "study" | "study.title" => "[study]\n  title = \"IDO's in onze gemeente\"",
        "data" | "data.municipalities" => "[data]\n  municipalities = \"gemeenten.gpkg\"",
        "data.population" => "population = \"vierkanten.gpkg\"",
        "data.sites" => "sites = [{ file = \"bibliotheken.csv\", venue = \"library branch\" }]",
        "reach" | "reach.norm" => "[reach]\n  norm = \"2 km\"",
        key if key.starts_with("scenario") => scenario::example(key),
        _ => "file = \"naam\"",
    };
    format!("Schrijf bijvoorbeeld:\n  {line}")
}
