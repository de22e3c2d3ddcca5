//! `[moments]`: when people can come.

use std::collections::BTreeMap;

use super::fault::{Kind, StudyFault};
use super::section::{Document, Section, number_of};
use crate::model::{Group, Moments, default_profiles};
use crate::week::{Dayparts, Profile};

pub(super) fn moments_section(document: &mut Document, top: &mut Section) -> Moments {
    let mut moments = Moments::default();
    let section = top.section(document, "moments");
    for (key, value) in
        [("tries", "3"), ("dayparts", DAYPARTS), ("profiles.all", ALL), ("profiles.65+", ELDERLY), ("outside_desk_hours", "0")]
    {
        if !section.as_ref().is_some_and(|section| section.has(key)) {
            document.default(format!("moments.{key}"), value);
        }
    }
    let Some(mut section) = section else { return moments };
    if let Some(tries) = section.whole(document, "tries") {
        moments.tries = tries;
    }
    if let Some(share) = section.share(document, "outside_desk_hours") {
        moments.outside_desk_hours = share;
    }
    if let Some(dayparts) = dayparts(document, &mut section) {
        // A profile that the study states takes the place of the default that these dayparts make impossible.
        let stated = section.has("profiles.all") && section.has("profiles.65+");
        match default_profiles(&dayparts) {
            Ok(profiles) => moments.profiles = profiles,
            Err(_) if stated => {}
            Err(error) => document.fault(&section.span.clone(), "moments.profiles", StudyFault::Profile(error)),
        }
        moments.dayparts = dayparts;
    }
    profiles(document, &mut section, &mut moments);
    section.finish(document);
    moments
}

/// The defaults as a study would write them.
const DAYPARTS: &str =
    "{ weekday-morning = \"8-12\", weekday-afternoon = \"12-17\", weekday-evening = \"17-21\", saturday = \"9-17\", sunday = \"12-17\" }";
const ALL: &str = "{ office = 0.5, working = 0.5 }";
const ELDERLY: &str = "{ weekday-morning = 0.5, weekday-afternoon = 0.4, saturday = 0.1 }";

fn dayparts(document: &mut Document, section: &mut Section) -> Option<Dayparts> {
    let value = section.value("dayparts")?;
    let inner = section.section(document, "dayparts")?;
    let mut texts = BTreeMap::new();
    for (name, value) in inner.entries() {
        match value.get_ref().as_str() {
            Some(text) => {
                texts.insert(name.to_owned(), text.to_owned());
            }
            None => document.fault(&value.span(), &inner.key(name), StudyFault::WrongKind { expected: Kind::Text }),
        }
    }
    match Dayparts::new(&texts) {
        Ok(dayparts) => Some(dayparts),
        Err(error) => {
            document.fault(&value.span(), "moments.dayparts", StudyFault::Dayparts(error));
            None
        }
    }
}

fn profiles(document: &mut Document, section: &mut Section, moments: &mut Moments) {
    let Some(inner) = section.section(document, "profiles") else { return };
    for (name, value) in inner.entries() {
        let key = inner.key(&format!("\"{name}\""));
        let Some(table) = value.get_ref().as_table() else {
            document.fault(&value.span(), &key, StudyFault::WrongKind { expected: Kind::Weights });
            continue;
        };
        let weights = Section::new(&key, value.span(), table);
        let mut mix = BTreeMap::new();
        for (part, value) in weights.entries() {
            mix.extend(number_of(document, &weights.key(part), value, 0.0).map(|weight| (part.to_owned(), weight)));
        }
        match Profile::mix(&moments.dayparts, &mix) {
            Ok(profile) => {
                moments.profiles.insert(Group::parse(name), profile);
                moments.stated.push(Group::parse(name));
            }
            Err(error) => document.fault(&value.span(), &key, StudyFault::Profile(error)),
        }
    }
}
