//! The advice in words: one and more, below zero, and nobody.

use crate::model::Lang;
use crate::text::{AdviceSentence, of};
use crate::units::{Euros, Metres};

#[track_caller]
fn assert_told(sentence: &AdviceSentence, dutch: &str, english: &str) {
    let plain = |lang: Lang| of(lang).advice_sentence(sentence).replace('\u{a0}', " ");
    assert_eq!((plain(Lang::Nl).as_str(), plain(Lang::En).as_str()), (dutch, english));
}

fn euros(euros: i64) -> Euros {
    Euros::from_cents(euros * 100)
}

#[test]
fn who_lives_too_far() {
    let norm = Metres::new(2000.0).unwrap();
    let beyond = |residents: f64| AdviceSentence::Beyond { residents, all: 10_000.0, norm };
    assert_told(
        &beyond(1240.0),
        "1.240 van de 10.000 inwoners (12,4 %) wonen verder dan 2 km van een informatiepunt.",
        "1,240 of the 10,000 residents (12.4%) live more than 2 km from a desk.",
    );
    assert_told(
        &beyond(1.0),
        "1 van de 10.000 inwoners (< 0,1 %) woont verder dan 2 km van een informatiepunt.",
        "1 of the 10,000 residents (< 0.1%) lives more than 2 km from a desk.",
    );
    assert_told(&beyond(0.2), "Iedereen woont binnen 2 km van een informatiepunt.", "Everyone lives within 2 km of a desk.");
    assert_told(
        &AdviceSentence::Within { more: -1.0, norm },
        "Dan woont 1 inwoner minder dan nu binnen 2 km van een informatiepunt.",
        "Then 1 fewer resident lives within 2 km of a desk than today.",
    );
}

#[test]
fn desks_without_times() {
    assert_told(
        &AdviceSentence::NoTimes { desks: &["A"], are_hours_known: false },
        "Van A zijn de tijden niet bekend: dit informatiepunt telt niet mee bij bereikbare uren en bij hulp op het gewenste moment.",
        "The times of A are not known: it is left out of reachable hours and of moment coverage.",
    );
    assert_told(
        &AdviceSentence::NoTimes { desks: &["A", "B"], are_hours_known: true },
        "Van A en B is wel bekend hoeveel uur per week, maar niet wanneer: deze informatiepunten tellen mee bij bereikbare uren, en niet bij hulp op het gewenste moment.",
        "Of A and B it is known how many hours a week, but not when: these desks count in reachable hours, and not in help at a moment that suits.",
    );
}

#[test]
fn who_cannot_pay() {
    let pools = [("Bibliotheek A", euros(1240)), ("Bree", euros(20)), ("C", euros(10))];
    assert_told(
        &AdviceSentence::Lack { pools: &pools[..1], today: false },
        "Dan is er per jaar te weinig bij Bibliotheek A (€ 1.240).",
        "Then there is too little money a year at Bibliotheek A (€ 1,240).",
    );
    assert_told(
        &AdviceSentence::Lack { pools: &pools, today: true },
        "Nu is er per jaar te weinig bij Bibliotheek A (€ 1.240), Bree (€ 20) en 1 andere.",
        "Today there is too little money a year at Bibliotheek A (€ 1,240), Bree (€ 20) and 1 other.",
    );
    let dearer = |than_today| AdviceSentence::Dearer { than_today, scenario: "Ruim", short: Some(euros(5)) };
    assert_told(
        &dearer(true),
        "\"Ruim\" helpt meer dan nu, maar daarvoor is € 5 per jaar te weinig.",
        "\"Ruim\" helps more than today, but € 5 a year is lacking for it.",
    );
    assert_told(
        &dearer(false),
        "\"Ruim\" helpt nog meer, maar daarvoor is € 5 per jaar te weinig.",
        "\"Ruim\" helps even more, but € 5 a year is lacking for it.",
    );
}

#[test]
fn hardly_better() {
    assert_told(
        &AdviceSentence::Better { then: 0.2584, today: 0.2576 },
        "Dan vindt 25,8 % van de behoefte hulp op een moment dat past. Dat is nauwelijks anders dan nu.",
        "Then 25.8% of the need finds help at a moment that suits. That is hardly different from today.",
    );
}

#[test]
fn what_it_costs() {
    let costs = |more: i64, left: Option<i64>| AdviceSentence::Costs { more: euros(more), left: left.map(euros) };
    assert_told(
        &costs(12_345, Some(-10)),
        "Het kost € 12.345 per jaar meer dan nu, en er is € 10 te weinig.",
        "It costs € 12,345 a year more than today, and € 10 is lacking.",
    );
    assert_told(
        &costs(-500, Some(2_000)),
        "Het kost € 500 per jaar minder dan nu, en er blijft € 2.000 over.",
        "It costs € 500 a year less than today, and € 2,000 is left.",
    );
    assert_told(
        &costs(0, Some(0)),
        "Het kost evenveel als nu, en gebruikt al het geld.",
        "It costs the same as today, and takes all the money.",
    );
    assert_told(&costs(0, None), "Het kost evenveel als nu.", "It costs the same as today.");
}

#[test]
fn how_certain_it_is() {
    assert_told(
        &AdviceSentence::Ranks { first: 412, draws: 500 },
        "In 412 van de 500 doorrekeningen met andere aannames is dit scenario het beste.",
        "In 412 of the 500 runs with other assumptions this scenario is the best.",
    );
    assert_told(
        &AdviceSentence::Searched { gap: 0.003 },
        "Het rekenprogramma Bereik heeft bewezen dat geen plan binnen de voorwaarden van dit scenario meer dan 0,30 % beter is.",
        "The software Bereik has proven that no plan under the conditions of this scenario is more than 0.30% better.",
    );
    assert_told(&AdviceSentence::MoreRefused { rows: 1 }, "Nog één regel staat in manifest.json.", "One more row is in manifest.json.");
}
