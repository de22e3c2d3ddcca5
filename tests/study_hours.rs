//! The keys of a study about hours, groups and money: every one is read, with its value, and nothing else is.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]
#![expect(clippy::float_cmp, reason = "numbers are as they were written")]

use std::path::Path;

use bereik::load::study::parse;
use bereik::model::{Decay, Group, Moments, Per, Pool, SpreadLevel, Study, Venue};
use bereik::units::{Euros, Hours, Metres, Share};
use bereik::week::{Daypart, Profile};

const STUDY: &str = r#"[study]
title = "IDO-spreiding Waterstreek 2027"
library = "Bibliotheek Waterstreek"

[data]
municipalities = "gemeenten.gpkg"
population = "vk100.gpkg"
sites = [{ file = "bibliotheken.csv", venue = "library branch" }]
grants = "spuk.csv"

[[data.spread]]
group = "at most vmbo"
file = "opleiding.csv"
area = "municipality"
column = "vmbo_15_75"
over = "15-75"

[reach]
norm = "2 km"
decay = "step"
[reach."65+"]
norm = "1 km"
decay = { linear = { full = "1 km", none = "4 km" } }
detour = 1.3

[venues]
"library branch" = { "at most vmbo" = 0.7 }
"care home" = { all = 0.3 }

[need]
all = 1.0
"65+" = 1.0
"at most vmbo" = 1.5

[moments]
tries = 5
dayparts = { weekday-morning = "9-12", weekday-afternoon = "12-17", weekday-evening = "17-21", saturday = "9-17", sunday = "12-17" }
profiles = { all = { office = 0.5, working = 0.5 }, "65+" = { weekday-morning = 0.5, weekday-afternoon = 0.4, saturday = 0.1 } }
outside_desk_hours = "25 %"

[capacity]
places = 2
zones = [1.0, 0.6, 0.2]

[money]
year = 2027
inhabitant = "€ 0,83"
low_education = "€ 0,70"
cut = "10 %"
pool = "municipality"
own = { "GM9001" = "€ 20.000" }
promotion = "5 %"
direction = 0.05
hour = "€ 38"
weeks = 46
site = { "library branch" = "€ 1.500", "village hall" = "€ 2.600", "mobile stop" = "€ 900" }
one_off = { "village hall" = { cost = "€ 4.000", years = 5 } }

[fairness]
aversion = -2.0

[targets]
within_norm = "90 %"
hours_16 = "60 %"
hours_8 = 0.8
desk_with_hours = { hours = 20, per = "municipality" }
branches_with_desk = "80 %"
"#;

fn read(text: &str) -> Study {
    parse(Path::new("map/studie.toml"), text).unwrap()
}

fn share(value: f64) -> Share {
    Share::new(value).unwrap()
}

fn km(value: f64) -> Metres {
    Metres::new(value * 1000.0).unwrap()
}

#[test]
fn groups_have_their_own_reach() {
    let study = read(STUDY);
    let elderly = study.reach.of(&Moments::ELDERLY);
    assert_eq!((elderly.norm, elderly.detour), (km(1.0), 1.3));
    assert_eq!(elderly.decay, Decay::Linear { full: km(1.0), none: km(4.0) });
    let others = study.reach.of(&Group::parse("15-25"));
    assert_eq!((others.norm, others.detour, others.decay), (km(2.0), 1.0, Decay::Step { norm: km(2.0) }));
    // 4 km at a detour of 1.3 is 3.08 km in a straight line, more than the 2 km of the others.
    assert!((study.reach.farthest().get() - 4000.0 / 1.3).abs() < 1e-9);
    let vmbo = Group::Count("at most vmbo".to_owned());
    assert_eq!([study.suitability.of(Venue::LibraryBranch, &vmbo), study.suitability.of(Venue::LibraryBranch, &Group::All)], [0.7, 1.0]);
    // What is said of all holds for every group that is not named.
    assert_eq!([study.suitability.of(Venue::CareHome, &vmbo), study.suitability.of(Venue::Shop, &vmbo)], [0.3, 1.0]);
    assert_eq!(study.need.surcharges[&vmbo], 1.5);
    let spread = &study.data.spread[0];
    assert_eq!(
        (spread.level, spread.column.as_str(), spread.over.map(|band| band.to_string())),
        (SpreadLevel::Municipality, "vmbo_15_75", Some("15-75".to_owned()))
    );
    assert_eq!(spread.file.path, Path::new("map/opleiding.csv"));
}

#[test]
fn moments_and_capacity() {
    let moments = read(STUDY).moments;
    assert_eq!((moments.tries, moments.outside_desk_hours), (5, share(0.25)));
    // Monday to Friday, three hours, in each of four weeks: 5 · 12 · 4 quarters.
    assert_eq!(moments.dayparts.mask(Daypart::WeekdayMorning).quarters(), 240);
    let weight = |group: &str, part| moments.profile(&Group::parse(group)).weight(part);
    // Office is half morning, working six tenths evening; each is half of everyone's.
    for (group, part, expected) in [
        ("all", Daypart::WeekdayMorning, 0.25),
        ("all", Daypart::WeekdayEvening, 0.3),
        ("65+", Daypart::Saturday, 0.1),
        ("75+", Daypart::WeekdayMorning, 0.5),
        ("15-25", Daypart::Saturday, 0.15),
    ] {
        assert!((weight(group, part) - expected).abs() < 1e-12, "{group} {}", part.name());
    }
    assert_eq!((read(STUDY).capacity.places, read(STUDY).capacity.zones), (2.0, [1.0, 0.6, 0.2]));
    assert_eq!(read(STUDY).aversion.to_bits(), (-2.0_f64).to_bits());
}

#[test]
fn money_and_targets() {
    let study = read(STUDY);
    let money = &study.money;
    assert_eq!((money.year, money.pool, money.hour), (Some(2027), Pool::Municipality, Some(Euros::from_cents(3800))));
    assert_eq!((money.cut, money.promotion, money.direction), (share(0.1), share(0.05), share(0.05)));
    assert_eq!(money.own["GM9001"], Euros::from_cents(2_000_000));
    assert_eq!(money.site[&Venue::VillageHall], Euros::from_cents(260_000));
    // € 4,000 over 5 years.
    assert_eq!(money.one_off[&Venue::VillageHall].yearly(), Euros::from_cents(80_000));
    assert!((money.weeks - 46.0).abs() < 1e-12);
    let targets = &study.targets;
    assert_eq!((targets.within_norm, targets.branches_with_desk), (Some(share(0.9)), Some(share(0.8))));
    assert_eq!(targets.hours.iter().map(|(hours, share)| (*hours, share.get())).collect::<Vec<_>>(), [(8, 0.8), (16, 0.6)]);
    assert_eq!(targets.desk_with_hours, Some((Hours::new(20.0).unwrap(), Per::Municipality)));
    assert_eq!(study.data.grants.unwrap().shown, "spuk.csv");
    let left: Vec<&str> = study.defaults.keys().map(String::as_str).collect();
    assert_eq!(left, ["reach.also", "reach.by", "reach.detour", "study.language", "study.surroundings"]);
}

/// A study that says nothing of hours and money has the published defaults, and says that it has.
#[test]
fn defaults_are_told() {
    let text = STUDY.split("[[data.spread]]").next().unwrap().to_owned() + "[reach]\nnorm = \"2 km\"\n";
    let study = read(&text);
    assert_eq!(study.moments.profile(&Group::All), &Profile::default_all(&study.moments.dayparts).unwrap());
    assert_eq!((study.moments.tries, study.money.inhabitant, study.aversion), (3, Euros::from_cents(83), -1.0));
    for key in [
        "moments.tries",
        "moments.dayparts",
        "moments.profiles.all",
        "moments.profiles.65+",
        "capacity.zones",
        "fairness.aversion",
        "money.inhabitant",
        "venues",
    ] {
        assert!(study.defaults.contains_key(key), "{key}");
    }
}

#[test]
fn every_form_of_decay() {
    for (text, decay) in [
        ("{ exponential = { half = \"1.5 km\", limit = \"6 km\" } }", Decay::Exponential { half: km(1.5), limit: km(6.0) }),
        ("{ gaussian = { half = \"1.5 km\", limit = \"6 km\" } }", Decay::Gaussian { half: km(1.5), limit: km(6.0) }),
        (
            "{ logistic = { middle = \"2 km\", width = \"500 m\", limit = \"6 km\" } }",
            Decay::Logistic { middle: km(2.0), width: km(0.5), limit: km(6.0) },
        ),
    ] {
        let study = read(&STUDY.replace("decay = \"step\"", &format!("decay = {text}")));
        assert_eq!(study.reach.decay, decay);
        assert_eq!(study.reach.of(&Group::parse("men")).decay, decay);
    }
}
