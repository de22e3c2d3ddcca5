//! Plans in words: one and more, and what both of two plans cost.

use crate::model::Lang;
use crate::text::{PlanFact, PlanPlace, PlanSentence, of};
use crate::units::Euros;

#[track_caller]
fn assert_told(fact: &PlanFact, dutch: &str, english: &str) {
    let plain = |lang: Lang| of(lang).plan_fact(fact).replace('\u{a0}', " ");
    assert_eq!((plain(Lang::Nl).as_str(), plain(Lang::En).as_str()), (dutch, english));
}

#[test]
fn what_a_desk_brings() {
    let brings = |helped, residents| PlanFact::Brings {
        site: "Dorpshuis",
        week: "do 17.00-20.00",
        cost: Some(Euros::from_cents(2_736_000)),
        helped,
        residents,
        places: &["A", "B"],
    };
    assert_told(
        &brings(None, 1.0),
        "Dorpshuis, do 17.00-20.00, € 27.360 per jaar: 1 inwoner nieuw binnen de norm; helpt vooral in A en B",
        "Dorpshuis, do 17.00-20.00, € 27,360 a year: 1 resident newly within the norm; helps most in A and B",
    );
    assert!(of(Lang::Nl).plan_fact(&brings(Some(1e-4), 1240.0)).contains(": 1.240 inwoners nieuw"));
    assert_told(
        &brings(Some(0.1026), 0.0),
        "Dorpshuis, do 17.00-20.00, € 27.360 per jaar: hulp op een moment dat past voor nog 10,3 % van de behoefte; helpt vooral in A en B",
        "Dorpshuis, do 17.00-20.00, € 27,360 a year: help at a moment that suits for another 10.3% of the need; helps most in A and B",
    );
}

#[test]
fn one_site_or_more() {
    let first = "Dorpshuis";
    assert_told(
        &PlanFact::Closed { sites: 1, first },
        "Op 1 locatie past geen enkele week binnen de openingstijden van het gebouw: Dorpshuis",
        "At 1 site no week of the menu lies within the hours of the building: Dorpshuis",
    );
    assert_told(
        &PlanFact::Unpaid { sites: 1, first },
        "Voor 1 locatie is niet bekend wie een nieuw IDO zou betalen; zij doet niet mee: Dorpshuis",
        "Nobody is known to pay for a new desk at 1 site; it takes no part: Dorpshuis",
    );
    assert_told(
        &PlanFact::Unpriced { desks: 1, first },
        "Van 1 IDO zijn de kosten niet helemaal bekend; het telt mee voor wat bekend is: Dorpshuis",
        "The cost of 1 desk is not known in full; it counts for what is known: Dorpshuis",
    );
    assert!(of(Lang::Nl).plan_fact(&PlanFact::Unpriced { desks: 2, first }).starts_with("Van 2 IDO's "));
}

#[test]
fn one_desk_that_must_or_may_be() {
    let message = |lang: Lang, sentence: &PlanSentence| of(lang).plan_sentence(sentence).message;
    let few = |asked, possible| PlanSentence::TooFew { place: PlanPlace::Municipality("Lent"), hours: None, asked, possible };
    assert_eq!(message(Lang::Nl, &few(1, 0)), "er moet ten minste 1 IDO in Lent zijn, en er kunnen er hoogstens 0 komen");
    assert_eq!(message(Lang::Nl, &few(2, 1)), "er moeten ten minste 2 IDO's in Lent zijn, en er kan er hoogstens 1 komen");
    assert_eq!(message(Lang::En, &few(1, 0)), "there must be at least 1 desk in Lent, and there can be at most 0");
    let many = PlanSentence::TooMany { place: PlanPlace::Study, most: 1, present: 3 };
    assert_eq!(message(Lang::Nl, &many), "er mag hoogstens 1 IDO in het hele studiegebied zijn, en er zijn er in elk plan al 3");
}

#[test]
fn more_places_or_longer_hours() {
    let dilemma = |new| PlanFact::Dilemma { values: (0.386, 0.361, 0.389), new };
    assert_told(
        &dilemma(1),
        "Voor hetzelfde geld vindt met alleen meer locaties 38,6 % van de behoefte hulp op het gewenste moment, en met alleen langere tijden \
         36,1 %. Mag het allebei, dus mogen ook de tijden van nu veranderen, dan 38,9 % (met 1 nieuwe locatie)",
        "For the same money 38.6% of the need finds help at a moment that suits with more desks alone, and 36.1% with longer hours alone. If both \
         are allowed, so that the hours of today may change too, it is 38.9% (with 1 new desk)",
    );
    let told = [dilemma(0), dilemma(2)].map(|fact| of(Lang::Nl).plan_fact(&fact));
    assert!(told[0].ends_with("(zonder nieuwe locatie)") && told[1].ends_with("(met 2 nieuwe locaties)"), "{told:?}");
}

#[test]
fn together_or_apart() {
    let joint = |is_over, worse, more| PlanFact::Joint {
        library: "De Plas",
        shares: (0.485, 0.493),
        money: Euros::from_cents(32_690_400),
        is_over,
        worse,
        more,
    };
    assert_told(
        &joint(true, &["Schelpveen"], 0),
        "De Plas: met een gezamenlijk plan wordt 49,3 % van de behoefte geholpen, en als elke gemeente apart plant 48,5 %. Beide kosten hoogstens \
         € 326.904, meer dan er is. Met het gezamenlijke plan gaat Schelpveen erop achteruit",
        "De Plas: a joint plan helps 49.3% of the need, and 48.5% if each municipality plans apart. Both cost at most € 326,904, which is more \
         than there is. Schelpveen is worse off with the joint plan",
    );
    assert!(of(Lang::En).plan_fact(&joint(false, &[], 0)).ends_with("Both cost at most € 326,904".replace("€ ", "€\u{a0}").as_str()));
    assert!(of(Lang::Nl).plan_fact(&joint(false, &["A", "B"], 2)).ends_with(" gaan A, B en nog 2 erop achteruit"));
}
