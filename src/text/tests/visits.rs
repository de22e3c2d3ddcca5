//! Registered and expected visits in words: one and more, and too few to tell.

use crate::load::found::Finding;
use crate::model::Lang;
use crate::text::{TrialDesk, UsageFact, of};

fn told(fact: &UsageFact) -> (String, String) {
    (of(Lang::Nl).usage_fact(fact), of(Lang::En).usage_fact(fact))
}

#[track_caller]
fn assert_told(fact: &UsageFact, dutch: &str, english: &str) {
    assert_eq!(told(fact), (dutch.to_owned(), english.to_owned()));
}

#[test]
fn a_trial() {
    let desk = |site, visits, low, high| TrialDesk { site, visits, low, high };
    assert_told(
        &UsageFact::Trial { weeks: 13.0, desks: &[desk("Dorpshuis", 1240.6, 950, 1540)], more: 0 },
        "Proef van 13 weken met Dorpshuis: 1.241 bezoeken verwacht, waarschijnlijk 950 tot 1.540; minder dan 950 is te weinig",
        "Trial of 13 weeks at Dorpshuis: 1,241 visits expected, probably 950 to 1,540; fewer than 950 is too few",
    );
    assert_told(
        &UsageFact::Trial { weeks: 13.0, desks: &[desk("Halte", 0.3, 0, 1)], more: 0 },
        "Proef van 13 weken met Halte: minder dan 1 bezoek verwacht, te weinig om de proef aan af te lezen",
        "Trial of 13 weeks at Halte: less than 1 visit expected, too few to judge the trial by",
    );
    assert_told(
        &UsageFact::Trial { weeks: 13.0, desks: &[desk("Dorpshuis", 71.2, 53, 90), desk("Halte", 12.0, 8, 17)], more: 2 },
        "Verwachte bezoeken in een proef van 13 weken: 71 bij Dorpshuis (genoeg vanaf 53), 12 bij Halte (genoeg vanaf 8) en nog 2",
        "Expected visits in a trial of 13 weeks: 71 at Dorpshuis (enough from 53), 12 at Halte (enough from 8) and 2 more",
    );
    assert_told(
        &UsageFact::Trial { weeks: 13.0, desks: &[desk("Dorpshuis", 71.2, 53, 90), desk("Halte", 1.0, 0, 4)], more: 0 },
        "Verwachte bezoeken in een proef van 13 weken: 71 bij Dorpshuis (genoeg vanaf 53) en 1 bij Halte (te weinig om aan af te lezen)",
        "Expected visits in a trial of 13 weeks: 71 at Dorpshuis (enough from 53) and 1 at Halte (too few to judge by)",
    );
}

#[test]
fn today() {
    assert_told(
        &UsageFact::OfDesks { desks: 1, week: 1.2 },
        "Verwachte bezoeken: afgestemd op de 1 bezoek per week die 1 informatiepunt telde",
        "Expected visits: fitted to the 1 visit a week that 1 desk counted",
    );
    assert_told(
        &UsageFact::OfDesks { desks: 10, week: 139.2 },
        "Verwachte bezoeken: afgestemd op de 139 bezoeken per week die 10 informatiepunten samen telden",
        "Expected visits: fitted to the 139 visits a week that 10 desks counted together",
    );
    assert_told(
        &UsageFact::TooFew { desks: &["A", "B"], more: 0 },
        "Minder bezoek dan verwacht krijgen A en B",
        "Fewer visits than expected at A and B",
    );
    assert_told(&UsageFact::TooFew { desks: &["A"], more: 0 }, "Minder bezoek dan verwacht krijgt A", "Fewer visits than expected at A");
    assert_told(&UsageFact::TooMany { desks: &["A"], more: 0 }, "Meer bezoek dan verwacht krijgt A", "More visits than expected at A");
    assert_told(
        &UsageFact::Quiet { places: &["Dorp", "9101", "Veld"], more: 4 },
        "Minder bezoekers dan verwacht komen uit Dorp, 9101, Veld en nog 4. Zoek de mensen daar op",
        "Fewer visitors than expected come from Dorp, 9101, Veld and 4 more. Reach out to the people there",
    );
    for lang in [Lang::Nl, Lang::En] {
        assert!(of(lang).usage_fact(&UsageFact::OfCountry).contains("`data.registrations`"));
    }
}

#[test]
fn what_was_counted() {
    let finding = |desks, elsewhere, places| Finding::Registrations {
        desks,
        week: 24.0,
        without: if desks > 0 { vec!["Bibliotheek Oost".to_owned()] } else { Vec::new() },
        elsewhere,
        places,
        places_week: 1.0,
    };
    let dutch = |finding: &Finding| of(Lang::Nl).finding(finding);
    assert_eq!(
        dutch(&finding(1, 2, 0)),
        "Geteld: 24 bezoeken per week bij 1 IDO. Geen telling van: Bibliotheek Oost. Buiten het studiegebied, en niet gebruikt: 2 IDO's"
    );
    assert_eq!(dutch(&finding(0, 0, 1)), "Geteld: 1 bezoek per week uit 1 buurt of postcode");
    let english = of(Lang::En).finding(&finding(2, 1, 3));
    assert_eq!(
        english,
        "Counted: 24 visits a week at 2 desks. Counted: 1 visit a week from 3 areas or postcodes. No count of: Bibliotheek Oost. Outside the \
         study, and not used: 1 desk"
    );
}
