//! What is wrong with a study, and with the region its files make.

use crate::load::BuildError;
use crate::load::study::{Kind, StudyError, StudyFault};
use crate::text::{Text, Told};
use crate::units::UnitError;

use super::{English, certain, hours, scenario};

/// One fault of a study file.
pub(super) fn fault(error: &StudyError) -> Told {
    let key = &error.key;
    let (what, hint) = match &error.fault {
        StudyFault::NotFound => ("there is no such file".to_owned(), Some("`bereik init DIR` makes a study to start from".to_owned())),
        StudyFault::Folder => ("this is a folder, not a study".to_owned(), Some("Add the name of the study in this folder".to_owned())),
        StudyFault::NotUtf8 => {
            ("a character here is not in UTF-8".to_owned(), Some("Save the study as UTF-8; Notepad asks for it under Save as".to_owned()))
        }
        StudyFault::Unreadable(detail) => (format!("cannot be read: {detail}"), None),
        StudyFault::Syntax(detail) => {
            (format!("this is not written as it should be: {detail}"), Some("Look at the quotes, brackets and `=` on this line".to_owned()))
        }
        StudyFault::BareKey { quoted } => {
            ("here is a key with a + and without quotes".to_owned(), Some(format!("Put the key between quotes: {quoted}")))
        }
        StudyFault::UnknownKey { nearest: Some(nearest), .. } => {
            (format!("there is no `{key}`"), Some(format!("Perhaps `{nearest}` is meant")))
        }
        StudyFault::UnknownKey { nearest: None, known } => {
            (format!("there is no `{key}`"), Some(format!("What can stand here: {}", known.join(", "))))
        }
        StudyFault::NotBuiltYet => (
            format!("`{key}` is planned, but Bereik cannot do it yet"),
            Some("Take it out, or put `#` before it. Bereik leaves nothing out in silence".to_owned()),
        ),
        StudyFault::Missing => (format!("`{key}` is missing"), Some(example(key))),
        StudyFault::WrongKind { expected } => (format!("`{key}` must be {}", kind(*expected)), None),
        StudyFault::Quantity { value, error, expected } => {
            (format!("`{key}` cannot be \"{value}\": {}", unit(*error)), Some(format!("Here belongs {}", kind(*expected))))
        }
        StudyFault::NotFinite => (format!("`{key}`: this is not an ordinary number"), None),
        StudyFault::EmptyText => (format!("`{key}` is empty"), Some("Write something between the quotes, or take the line out".to_owned())),
        StudyFault::NotOneOf { value, allowed } => {
            (format!("`{key}` cannot be \"{value}\""), Some(format!("Choose one of: {}", allowed.join(", "))))
        }
        StudyFault::OutOfRange { value, least } => (format!("`{key}`: {value} is too small; the smallest number is {least}"), None),
        StudyFault::TooLarge { value, most } => (format!("`{key}`: {value} is too large; the largest number is {most}"), None),
        StudyFault::Excludes { other } => (format!("`{key}` and `{other}` exclude each other"), Some("Choose one of the two".to_owned())),
        StudyFault::EmptyList => (format!("`{key}` is an empty list"), None),
        StudyFault::NotRising { keys } => (
            format!("`{key}`: these distances do not fit each other"),
            Some(format!("From small to large, and not equal: {}", keys.join(", "))),
        ),
        StudyFault::NotNegative { value } => {
            (format!("`{key}` cannot be {value}: distance is a burden, so this number is below 0"), Some("Usual is -1.0".to_owned()))
        }
        StudyFault::Dayparts(error) => (format!("`{key}`: {}", hours::dayparts(error)), Some(hours::DAYPARTS.to_owned())),
        StudyFault::Profile(error) => (format!("`{key}`: {}", hours::profile(error)), Some(hours::PROFILE.to_owned())),
        StudyFault::Week { value, fault } => scenario::week(key, value, fault),
        StudyFault::Scenario(fault) => scenario::fault(key, fault),
        StudyFault::Range(fault) => certain::fault(key, fault),
    };
    let place = error.place.map_or(String::new(), |(line, column)| format!(", line {line}, column {column}"));
    Told { message: format!("{}{place}: {what}", error.file), hint }
}

/// Why the files of a study make no region.
pub(super) fn build(error: &BuildError) -> Told {
    let told = |message: String, hint: String| Told { message, hint: Some(hint) };
    match error {
        BuildError::Load(error) => English.fault(error),
        BuildError::NoSuchMunicipality { name, nearest } => told(
            format!("`study.municipalities`: \"{name}\" is not in the file of municipalities"),
            nearest.as_ref().map_or("Give the municipality by its name or its code, such as GM0518".to_owned(), |nearest| {
                format!("Perhaps \"{nearest}\" is meant")
            }),
        ),
        BuildError::SeveralMunicipalities { name, namesakes } => told(
            format!("`study.municipalities`: there is more than one municipality \"{name}\""),
            format!("Choose one: {}. The code of the municipality will do too, such as GM0518", super::names(namesakes)),
        ),
        BuildError::NoSuchLibrary { name, nearest, known } => told(
            format!("`study.library`: \"{name}\" is not in the list of library organisations with a municipality"),
            match nearest {
                Some(nearest) => format!("Perhaps \"{nearest}\" is meant. There are: {}", super::names(known)),
                None => format!("There are: {}", super::names(known)),
            },
        ),
        BuildError::NoLibraries { name } => told(
            format!("`study.library` names \"{name}\", but the study has no list of library organisations"),
            "Put `libraries = \"bibliotheekorganisaties.csv\"` under [data]".to_owned(),
        ),
        BuildError::NoSuchGroup { key, group, known } => told(
            format!("`{key}`: the file of population does not count the group \"{group}\""),
            format!("There are: {}", known.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        ),
        BuildError::NoCells { file } => told(
            format!("{file}: according to this file nobody lives in the municipalities of this study"),
            "See whether the files are about the same region".to_owned(),
        ),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a text in quotes",
        Kind::Texts => "a list of texts, such as [\"a\", \"b\"]",
        Kind::Number => "a number, such as 1.3",
        Kind::Distance => "a distance, such as \"2 km\" or \"800 m\"",
        Kind::Distances => "a list of distances, such as [\"1 km\", \"5 km\"]",
        Kind::Table => "a section with lines of its own",
        Kind::File => "a file name, or { file = \"name\", … }",
        Kind::Files => "a list of files, such as [{ file = \"name\", … }]",
        Kind::Decay => "\"step\", or one form with its distances, such as { linear = { full = \"1 km\", none = \"4 km\" } }",
        Kind::Increase => "an increase in per cent, such as \"+30 %\"",
        Kind::Share => "a share from 0 to 1, such as 0.25 or \"25 %\"",
        Kind::Money => "an amount, such as \"€ 38\" or \"€ 1,250.50\"",
        Kind::Hours => "a number of hours a week, such as 20",
        Kind::Groups => "a list of groups with their share, such as { all = 0.3 }",
        Kind::Zones => "three numbers from 0 to 1 that do not rise, such as [1.0, 0.68, 0.22]",
        Kind::Spreads => "a section [[data.spread]] with group, file, area and column",
        Kind::Whole => "a whole number of 1 or more",
        Kind::Weights => "a list of dayparts with their weight, such as { office = 0.5, working = 0.5 }",
        Kind::Count => "a whole number, 0 or more",
        Kind::Part => "a share above 0, such as 0.99 or \"99 %\"",
        Kind::Budget => "\"money\" (the money of the study) or an amount, such as \"€ 100,000\"",
        Kind::Scenarios => "a section [[scenario]], with two brackets on each side",
        Kind::SiteWeeks => "a list of sites with their week, such as [{ site = \"village-hall\", week = \"Tu 09:30-12:00\" }]",
        Kind::SiteMoves => "a list of sites with where they move, such as [{ site = \"consulting-hour\", to = \"RD 155000 463000\" }]",
        Kind::Buses => "a list of buses, such as [{ name = \"Bus\", stops = [{ site = \"stop\", week = \"Mo 09:00-11:00\" }] }]",
        Kind::Position => "a position, such as \"RD 155000 463000\" or \"52.15, 5.38\"",
        Kind::Weeks => "a list of weeks, such as [\"Tu 09:30-12:00\", \"Mo-Fr 10:00-17:00\"]",
        Kind::Rules => "a list of rules, such as [{ desks = 1, per = \"municipality\" }]",
        Kind::Range => "a list of two values (from, to) or more, such as [\"1.5 km\", \"2.5 km\"]",
        Kind::Groupings => "a list of lists, such as [[\"village-hall\", \"community-centre\"]]",
    }
}

fn unit(error: UnitError) -> &'static str {
    match error {
        UnitError::NoUnit => "the unit is missing",
        UnitError::NotANumber => "that is not a number",
        UnitError::UnknownUnit => "there is no such unit here",
        UnitError::OutOfRange => "the number is too small or too large",
    }
}

/// What to write for a key that is missing.
fn example(key: &str) -> String {
    let line = match key {
        "study" | "study.title" => "[study]\n  title = \"Desks in our municipality\"",
        "data" | "data.municipalities" => "[data]\n  municipalities = \"municipalities.gpkg\"",
        "data.population" => "population = \"squares.gpkg\"",
        "data.sites" => "sites = [{ file = \"branches.csv\", venue = \"library branch\" }]",
        "reach" | "reach.norm" => "[reach]\n  norm = \"2 km\"",
        key if key.starts_with("scenario") => scenario::example(key),
        _ => "file = \"name\"",
    };
    format!("Write for instance:\n  {line}")
}
