//! How certain a comparison is, in words.

use crate::model::{Assumed, Group, Lang};
use crate::text::{CertainFact, of};
use crate::units::Metres;

#[test]
fn how_certain_it_is_is_told_in_both_languages() {
    let said = |lang: Lang, fact: &CertainFact| of(lang).certain_fact(fact);
    let first = |times| CertainFact::First { name: Some("Een bus"), times, draws: 500 };
    assert_eq!(said(Lang::Nl, &first(412)), "In 412 van de 500 doorrekeningen is \"Een bus\" de beste");
    assert_eq!(said(Lang::Nl, &first(500)), "In alle 500 doorrekeningen is \"Een bus\" de beste");
    assert_eq!(said(Lang::En, &first(412)), "In 412 of the 500 runs \"Een bus\" is the best");
    assert_eq!(said(Lang::Nl, &first(0)), "In geen van de 500 doorrekeningen is \"Een bus\" de beste");
    let none = |draws| CertainFact::NoPlan { scenario: "Meer", without: 1, draws };
    assert_eq!(said(Lang::Nl, &none(50)), "In 1 van de 50 doorrekeningen past geen enkel plan voor \"Meer\" binnen de voorwaarden");
    assert_eq!(said(Lang::En, &none(1)), "In the only run there is no feasible plan for \"Meer\"");
    let [low, high] = [1500.0, 2500.0].map(|metres| Assumed::Norm(Metres::new(metres).unwrap()));
    let most = CertainFact::Most { low: &low, high: &high, name: Some("Een bus"), effect: [-0.012, 0.031] };
    assert_eq!(
        said(Lang::Nl, &most),
        "Wat het meeste uitmaakt: de norm. Bij 1,5 km is \"Een bus\" 1,2 procentpunt slechter dan nu, bij 2,5 km 3,1 procentpunt beter dan nu"
    );
    assert_eq!(
        said(Lang::En, &most),
        "What matters most: the norm. At 1.5 km \"Een bus\" is 1.2 percentage points worse than today, at 2.5 km 3.1 percentage points better than today"
    );
    let turns = CertainFact::Turns { at: &Assumed::Tries(1), name: None };
    assert_eq!(
        said(Lang::Nl, &turns),
        "Met een andere waarde voor hoe vaak iemand kan komen (1 uur per week) is de situatie van nu de beste"
    );
    let picked = |chosen, other| CertainFact::Picked { scenario: "Meer", chosen, other, plans: 48 };
    assert_eq!(
        said(Lang::Nl, &picked(&[("A", 48), ("B", 20), ("C", 0)], Some(("D", 21)))),
        "Plannen voor \"Meer\" bij andere aannames: A zit in alle 48, B zit in 20 van de 48, C zit in geen enkel; \
         niet gekozen is D, wel in 21 van de 48"
    );
    assert_eq!(said(Lang::En, &picked(&[("A", 48)], None)), "Plans for \"Meer\" under other assumptions: A is in all 48");
    let outside = CertainFact::Outside { own: &[Assumed::Detour(1.0)] };
    assert_eq!(
        said(Lang::Nl, &outside),
        "Een cijfer kan buiten zijn marge liggen, omdat de studie zelf rekent met een waarde op of over de rand van een marge: de omweg 1"
    );
    assert_eq!(said(Lang::En, &CertainFact::Fits { name: "Meer", times: 0, draws: 9 }), "\"Meer\" costs more than there is in all of them");
    let values = [Assumed::Detour(1.25), Assumed::Need(Group::All, 2.0), Assumed::Growth(0.5)];
    assert_eq!(values.each_ref().map(|value| of(Lang::Nl).assumed(value)), ["1,25", "2", "50,0\u{a0}%"]);
}
