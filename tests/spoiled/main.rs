//! Spoiled input through the real program, each kind with the exit code and the words it must give.
//!
//! A study that cannot be used ends with 1 and leaves no file behind; one of which enough is left ends with 0, and every row of every
//! file is used, left out or refused by name. Nothing panics and nothing is silent.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod areas;
mod arguments;
mod base;
#[path = "../read_textual/book.rs"]
mod book;
mod case;
mod formats;
mod hours;
mod in_scenarios;
mod libraries;
mod make;
mod money;
mod places;
mod planned;
mod population;
mod registrations;
mod requests;
mod scenarios;
mod sites;
mod study;
mod tables;
mod uncertain;

use std::collections::BTreeSet;

/// Every case counts once, and there are enough of them.
#[test]
fn there_are_many_kinds() {
    let groups = [
        formats::cases(),
        tables::cases(),
        population::cases(),
        places::cases(),
        areas::cases(),
        sites::cases(),
        libraries::cases(),
        libraries::contracts(),
        study::cases(),
        planned::cases(),
        hours::cases(),
        money::cases(),
        requests::cases(),
        scenarios::cases(),
        registrations::cases(),
        uncertain::cases(),
    ];
    let names: Vec<_> = groups.iter().flatten().map(|case| case.name).collect();
    let unique: BTreeSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len(), "two cases have one name");
    assert!(names.len() >= 200, "{} cases", names.len());
}

/// What is spoiled has to be good before, or a case says nothing.
#[test]
fn the_good_study_is_good() {
    let files = base::Files::good();
    let ran = case::run(&files, &["check", "studie.toml"]);
    assert_eq!(ran.complaints(0, &["De studie is te gebruiken"]), Vec::<String>::new());
    assert!(!ran.out.contains("let op") && !ran.out.contains("geweigerd") && ran.err.is_empty(), "{}{}", ran.out, ran.err);
}
