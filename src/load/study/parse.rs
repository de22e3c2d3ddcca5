//! From the text of a study file to a [`Study`].

use std::collections::BTreeMap;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::aims::{capacity_section, fairness_section, targets_section, venues_section};
use super::fault::{Kind, StudyError, StudyFault};
use super::money::money_section;
use super::reach::reach_section;
use super::scenario::scenarios;
use super::section::{Document, Section, number_of};
use super::spread::spread_tables;
use super::uncertain::uncertain_section;
use super::when::moments_section;
use crate::model::{About, DataFile, DataFiles, Group, Lang, Need, SiteFile, Status, Study, Venue};
use crate::units::Metres;

/// How many norms wide the surroundings are when the study does not say.
const SURROUNDINGS_IN_NORMS: f64 = 3.0;

/// Reads a study from its text. `file` is its path as it was named; other paths in it are relative to its folder.
///
/// # Errors
/// Everything that is wrong with it, in the order of the text, with the language it is to be told in (Dutch unless the study could be
/// read far enough to say `en`).
pub fn parse(file: &Path, text: &str) -> Result<Study, (Lang, Vec<StudyError>)> {
    let shown = file.display().to_string();
    let mut document = Document { file: &shown, text, errors: Vec::new(), defaults: BTreeMap::new() };
    let root = match DeTable::parse(text) {
        Ok(root) => root,
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let fault = match bare_key(text, span.start) {
                Some(quoted) => StudyFault::BareKey { quoted },
                None => StudyFault::Syntax(error.message().to_owned()),
            };
            document.fault(&span, "", fault);
            return Err((Lang::default(), document.errors));
        }
    };
    let mut top = Section::new("", 0..0, root.get_ref());
    let head = study_section(&mut document, &mut top);
    let language = head.as_ref().map_or(Lang::default(), |head| head.language);
    let folder = file.parent().unwrap_or(Path::new(""));
    let data = data_section(&mut document, &mut top, folder);
    let reach = reach_section(&mut document, &mut top);
    let need = need_section(&mut document, &mut top);
    let suitability = venues_section(&mut document, &mut top);
    let moments = moments_section(&mut document, &mut top);
    let capacity = capacity_section(&mut document, &mut top);
    let aversion = fairness_section(&mut document, &mut top);
    let targets = targets_section(&mut document, &mut top);
    let money = money_section(&mut document, &mut top);
    let scenarios = scenarios(&mut document, &mut top);
    let certain = head.zip(data).zip(reach).map(|((head, data), reach)| Study {
        title: head.title,
        language,
        about: head.about,
        surroundings: surroundings(&mut document, head.surroundings, reach.norm),
        data,
        reach,
        need,
        suitability,
        moments,
        capacity,
        aversion,
        targets,
        money: money.clone(),
        uncertain: None,
        scenarios: scenarios.clone(),
        defaults: BTreeMap::new(),
    });
    let uncertain = uncertain_section(&mut document, &mut top, (&money, &scenarios), certain.as_ref());
    top.finish(&mut document);

    document.errors.sort_by_key(|error| error.place);
    match certain {
        Some(study) if document.errors.is_empty() => Ok(Study { uncertain, defaults: document.defaults, ..study }),
        _ => Err((language, document.errors)),
    }
}

/// How wide the surroundings are, as the study says or by its norm.
fn surroundings(document: &mut Document, stated: Option<Metres>, norm: Metres) -> Metres {
    stated.unwrap_or_else(|| {
        let width = Metres::new(norm.get() * SURROUNDINGS_IN_NORMS).unwrap_or(norm);
        document.default("study.surroundings", width.to_string());
        width
    })
}

/// The key at this place as it should be written, when it is a band of ages without quotes: `65+`, `need.65+`.
fn bare_key(text: &str, at: usize) -> Option<String> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next()?;
    let (before, after) = line.split_once('+')?;
    let is_key = matches!(after.trim_start().chars().next(), Some('=' | '.' | ']'));
    let from = before.rfind(|sign: char| !(sign.is_ascii_alphanumeric() || "._-".contains(sign))).map_or(0, |last| last + 1);
    let key = &before[from..];
    let (path, last) = key.rfind('.').map_or(("", key), |dot| key.split_at(dot + 1));
    (is_key && !last.is_empty()).then(|| format!("{path}\"{last}+\""))
}

/// The keys of `[study]`.
struct Head {
    title: String,
    language: Lang,
    about: About,
    surroundings: Option<Metres>,
}

fn study_section(document: &mut Document, top: &mut Section) -> Option<Head> {
    let Some(mut section) = top.section(document, "study") else {
        top.missing(document, "study");
        return None;
    };
    let title = section.text(document, "title");
    if title.is_none() {
        section.missing(document, "title");
    }
    let language = section.word(document, "language", language_of, &["nl", "en"]).unwrap_or_else(|| {
        document.default("study.language", "nl");
        Lang::Nl
    });
    let municipalities = section.texts(document, "municipalities");
    let library = section.text(document, "library");
    let about = match (municipalities, library) {
        (Some(_), Some(_)) => {
            let span = section.span.clone();
            document.fault(&span, "study.municipalities", StudyFault::Excludes { other: "study.library".to_owned() });
            About::All
        }
        (Some(municipalities), None) => About::Municipalities(municipalities),
        (None, Some(library)) => About::Library(library),
        (None, None) => {
            document.default("study.municipalities", "all");
            About::All
        }
    };
    let surroundings = section.distance(document, "surroundings");
    section.finish(document);
    title.map(|title| Head { title, language, about, surroundings })
}

fn language_of(word: &str) -> Option<Lang> {
    match word {
        "nl" => Some(Lang::Nl),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn data_section(document: &mut Document, top: &mut Section, folder: &Path) -> Option<DataFiles> {
    let Some(mut section) = top.section(document, "data") else {
        top.missing(document, "data");
        return None;
    };
    let municipalities = must_file(document, &mut section, "municipalities", folder);
    let population = must_file(document, &mut section, "population", folder);
    let areas = section.value("areas").and_then(|value| data_file(document, "data.areas", value, folder));
    let libraries = section.value("libraries").and_then(|value| data_file(document, "data.libraries", value, folder));
    let sites = site_files(document, &mut section, folder);
    let grants = section.value("grants").and_then(|value| data_file(document, "data.grants", value, folder));
    let spread = spread_tables(document, &mut section, folder);
    let growth = section.value("growth").and_then(|value| data_file(document, "data.growth", value, folder));
    let registrations = files(document, &mut section, "registrations", folder);
    section.later(document, &["network"]);
    section.finish(document);
    Some(DataFiles {
        municipalities: municipalities?,
        areas,
        population: population?,
        sites: sites?,
        libraries,
        grants,
        growth,
        registrations,
        spread,
    })
}

/// A file, or a list of them.
fn files(document: &mut Document, section: &mut Section, key: &'static str, folder: &Path) -> Vec<DataFile> {
    let Some(value) = section.value(key) else { return Vec::new() };
    let name = section.key(key);
    match value.get_ref().as_array() {
        Some(items) => {
            if items.is_empty() {
                document.fault(&value.span(), &name, StudyFault::EmptyList);
            }
            items.iter().filter_map(|item| data_file(document, &name, item, folder)).collect()
        }
        None => data_file(document, &name, value, folder).into_iter().collect(),
    }
}

fn must_file(document: &mut Document, section: &mut Section, key: &'static str, folder: &Path) -> Option<DataFile> {
    let Some(value) = section.value(key) else {
        section.missing(document, key);
        return None;
    };
    data_file(document, &section.key(key), value, folder)
}

/// A file, or a table with `file` and what it needs to be read.
pub(super) fn data_file(document: &mut Document, key: &str, value: &Spanned<DeValue>, folder: &Path) -> Option<DataFile> {
    match value.get_ref() {
        DeValue::String(name) => {
            if name.trim().is_empty() {
                document.fault(&value.span(), key, StudyFault::EmptyText);
            }
            Some(DataFile { path: folder.join(name.as_ref()), shown: name.as_ref().to_owned(), ..DataFile::default() })
        }
        DeValue::Table(table) => {
            let mut section = Section::new(key, value.span(), table);
            let file = file_keys(document, &mut section, folder);
            section.finish(document);
            file
        }
        _ => {
            document.fault(&value.span(), key, StudyFault::WrongKind { expected: Kind::File });
            None
        }
    }
}

/// The keys that every file has.
pub(super) fn file_keys(document: &mut Document, section: &mut Section, folder: &Path) -> Option<DataFile> {
    let name = section.text(document, "file");
    let layer = section.text(document, "layer");
    let crs = section.text(document, "crs");
    let encoding = section.text(document, "encoding");
    let columns = named_texts(document, section, "columns");
    let keep = named_texts(document, section, "where");
    let Some(name) = name else {
        section.missing(document, "file");
        return None;
    };
    Some(DataFile { path: folder.join(&name), shown: name, layer, crs, encoding, columns, keep })
}

/// A table of texts under free names: `columns = { ours = "theirs" }`.
fn named_texts(document: &mut Document, section: &mut Section, key: &'static str) -> BTreeMap<String, String> {
    let Some(inner) = section.section(document, key) else { return BTreeMap::new() };
    let mut texts = BTreeMap::new();
    for (name, value) in inner.entries() {
        let text = match value.get_ref() {
            DeValue::String(text) => text.as_ref().to_owned(),
            DeValue::Integer(number) => number.as_str().to_owned(),
            _ => {
                document.fault(&value.span(), &inner.key(name), StudyFault::WrongKind { expected: Kind::Text });
                continue;
            }
        };
        texts.insert(name.to_owned(), text);
    }
    texts
}

fn site_files(document: &mut Document, section: &mut Section, folder: &Path) -> Option<Vec<SiteFile>> {
    let Some(value) = section.value("sites") else {
        section.missing(document, "sites");
        return None;
    };
    let Some(items) = value.get_ref().as_array() else {
        document.fault(&value.span(), "data.sites", StudyFault::WrongKind { expected: Kind::Files });
        return None;
    };
    if items.is_empty() {
        document.fault(&value.span(), "data.sites", StudyFault::EmptyList);
    }
    Some(items.iter().filter_map(|item| site_file(document, item, folder)).collect())
}

fn site_file(document: &mut Document, value: &Spanned<DeValue>, folder: &Path) -> Option<SiteFile> {
    let key = "data.sites";
    let Some(table) = value.get_ref().as_table() else {
        return data_file(document, key, value, folder).map(|file| SiteFile { file, venue: None, status: None });
    };
    let mut section = Section::new(key, value.span(), table);
    let venue = section.word(document, "venue", Venue::parse, &Venue::ALL.map(Venue::name));
    let status = section.word(document, "status", Status::parse, &Status::ALL.map(Status::name));
    let file = file_keys(document, &mut section, folder);
    section.finish(document);
    Some(SiteFile { file: file?, venue, status })
}

fn need_section(document: &mut Document, top: &mut Section) -> Need {
    let mut need = Need { all: 1.0, surcharges: BTreeMap::new() };
    let Some(section) = top.section(document, "need") else {
        document.default("need.all", "1.0");
        return need;
    };
    let mut stated = false;
    for (name, value) in section.entries() {
        let Some(weight) = number_of(document, &section.key(name), value, 0.0) else { continue };
        match Group::parse(name) {
            Group::All => {
                need.all = weight;
                stated = true;
            }
            group => {
                need.surcharges.insert(group, weight);
            }
        }
    }
    if !stated {
        document.default("need.all", "1.0");
    }
    need
}
