//! Scenarios in words: one and more, better and worse, and who is named.

use crate::model::Lang;
use crate::text::{ScenarioFact, of};
use crate::units::{Euros, Hours, Metres};

#[track_caller]
fn assert_told(fact: &ScenarioFact, dutch: &str, english: &str) {
    let plain = |lang: Lang| of(lang).scenario_fact(fact).replace('\u{a0}', " ");
    assert_eq!((plain(Lang::Nl).as_str(), plain(Lang::En).as_str()), (dutch, english));
}

#[test]
fn what_it_brings() {
    let norm = Metres::new(2000.0).unwrap();
    let brings = |within, moment, cost: i64| ScenarioFact::Brings {
        within,
        norm,
        moment: Some(moment),
        hours: None,
        cost: Some(Euros::from_cents(cost * 100)),
    };
    assert_told(
        &brings(-1.0, (0.258, 0.386), 32_832),
        "1 inwoner minder binnen 2 km; dekking op het gewenste moment van 25,8 naar 38,6 %; € 32.832 per jaar duurder",
        "1 fewer resident within 2 km; moment coverage from 25.8% to 38.6%; € 32,832 a year more expensive",
    );
    assert_told(
        &brings(0.0, (0.258, 0.25), 0),
        "Dekking op het gewenste moment van 25,8 naar 25,0 %; even duur",
        "Moment coverage from 25.8% to 25.0%; the same cost",
    );
    assert_told(&brings(0.0, (0.258, 0.258_01), 0), "Even duur", "The same cost");
    let nothing = ScenarioFact::Brings { within: 0.0, norm, moment: None, hours: None, cost: None };
    assert_told(&nothing, "Niemand merkt er iets van", "Nobody notices");
}

#[test]
fn who_reaches_more_and_fewer_hours() {
    let changed = |more, fewer| ScenarioFact::Hours { more, fewer, hours: Hours::new(4.0).unwrap() };
    assert_told(
        &changed(32_740.0, 31_970.0),
        "32.740 inwoners kunnen meer dan 4 uur per week extra bereiken, en 31.970 verliezen meer dan 4 uur",
        "32,740 residents gain more than 4 reachable hours a week, and 31,970 lose more than 4",
    );
    assert_told(
        &changed(1.0, 1.0),
        "1 inwoner kan meer dan 4 uur per week extra bereiken, en 1 verliest meer dan 4 uur",
        "1 resident gains more than 4 reachable hours a week, and 1 loses more than 4",
    );
    assert_told(&changed(0.0, 2.0), "2 inwoners verliezen meer dan 4 uur per week", "2 residents lose more than 4 reachable hours a week");
}

#[test]
fn times_that_are_known_then() {
    assert_told(
        &ScenarioFact::TimesKnown { sites: &["A"] },
        "Wanneer A nu open is, is niet bekend, en in dit scenario wel: een deel van het verschil in dekking komt daarvan",
        "When A is open today is not known, and in this scenario it is: a part of the difference in coverage comes from that",
    );
}

#[test]
fn who_loses_the_only_desk() {
    let loses = |residents, sites, and_others| ScenarioFact::LosesOnly { residents, sites, and_others };
    assert_told(
        &loses(17_180.0, &["A", "B"], true),
        "17.180 inwoners verliezen het enige informatiepunt binnen de norm (vooral A en B)",
        "17,180 residents lose the only desk within the norm (mostly A and B)",
    );
    assert_told(
        &loses(1.0, &["A"], false),
        "1 inwoner verliest het enige informatiepunt binnen de norm (A)",
        "1 resident loses the only desk within the norm (A)",
    );
}

#[test]
fn what_makes_it_needless() {
    let dominated = |lost| ScenarioFact::Dominated { by: Some("X"), lost };
    assert_told(
        &dominated(None),
        "Op kosten, hulp op het gewenste moment en het verschil tussen groepen is \"X\" minstens even goed",
        "\"X\" is at least as good in cost, help at a moment that suits and the gap between groups",
    );
    assert_told(
        &ScenarioFact::Dominated { by: None, lost: None },
        "Op kosten, hulp op het gewenste moment en het verschil tussen groepen is de situatie van nu minstens even goed",
        "What is there today is at least as good in cost, help at a moment that suits and the gap between groups",
    );
    let told = |lang, there, here| of(lang).scenario_fact(&dominated(Some((there, here))));
    let dutch = told(Lang::Nl, 17_180.0, 2600.0);
    assert!(dutch.ends_with(". Maar daar verliezen 17.180 inwoners het enige informatiepunt binnen de norm, hier 2.600"), "{dutch}");
    let english = told(Lang::En, 1.0, 0.0);
    assert!(english.ends_with(". But there 1 resident loses the only desk within the norm, here nobody"), "{english}");
}

#[test]
fn hours_that_are_not_known() {
    let unknown = |unknown, desks, is_told| ScenarioFact::HoursUnknown { unknown, desks, is_told };
    assert_told(
        &unknown(1, 3, true),
        "Van 1 van de 3 informatiepunten van nu zijn geen openingstijden bekend; bij de uren en de dekking tellen ze als nooit open",
        "Of 1 of the 3 desks of today no hours are known; in hours and moment coverage they count as never open",
    );
    assert_told(
        &unknown(3, 3, false),
        "Van geen enkel informatiepunt van nu zijn openingstijden bekend; daarom staan er geen uren en geen dekking op het gewenste moment",
        "No hours are known of any of today's desks; so there are no reachable hours and there is no moment coverage",
    );
}

#[test]
fn what_lies_outside_the_study() {
    assert_told(
        &ScenarioFact::CostsOutside { site: "A" },
        "A ligt buiten de studie: de kosten tellen niet mee",
        "A lies outside the study: its costs do not count",
    );
    assert_told(
        &ScenarioFact::SavingsOutside { site: "A" },
        "A ligt buiten de studie: wat sluiten bespaart, telt niet mee",
        "A lies outside the study: what closing it saves does not count",
    );
}

#[test]
fn other_circumstances() {
    let under = |norm: Option<f64>, year| ScenarioFact::Circumstances { norm: norm.and_then(Metres::new), year };
    assert_told(
        &under(Some(3000.0), None),
        "Gerekend met een norm van 3 km, ook voor de informatiepunten van nu",
        "Measured with a norm of 3 km, for today's desks as well",
    );
    assert_told(
        &under(Some(3000.0), Some(2035)),
        "Gerekend met een norm van 3 km, ook voor de informatiepunten van nu, en met de inwoners van 2035; het verschil met nu komt ook daarvan",
        "Measured with a norm of 3 km, for today's desks as well, and with the residents of 2035; that is part of the difference to today",
    );
}

#[test]
fn where_those_live_who_are_nearer() {
    let metres = Metres::new(500.0).unwrap();
    assert_told(
        &ScenarioFact::Moves { nearer: 300.0, farther: 20.0, metres, nearer_in: &["A", "B"], places: &["C"] },
        "300 inwoners wonen meer dan 500 m dichterbij (vooral in A en B), 20 verder weg, vooral in C",
        "300 residents live more than 500 m nearer (mostly in A and B), 20 farther away, mostly in C",
    );
}
