//! The chart of cost, coverage and gap, in words.

use crate::model::Lang;
use crate::text::{FrontSentence, of};
use crate::units::{Euros, Metres};

#[test]
fn the_chart_is_told_in_both_languages() {
    let said = |sentence: &FrontSentence| [Lang::Nl, Lang::En].map(|lang| of(lang).front_sentence(sentence));
    let unknown = |more| FrontSentence::Unknown { names: &["A", "B"], more };
    assert_eq!(
        said(&unknown(0)),
        [
            "Niet getekend, want de kosten of de dekking zijn niet bekend: A en B",
            "Not drawn, since their cost or coverage is unknown: A and B"
        ]
    );
    assert_eq!(said(&unknown(2))[0], "Niet getekend, want de kosten of de dekking zijn niet bekend: A, B en nog 2");
    let money = Euros::from_cents(9_426_033);
    assert_eq!(said(&FrontSentence::Money(money)), ["beschikbaar: €\u{a0}94.260", "available: €\u{a0}94,260"]);
    assert_eq!(
        said(&FrontSentence::MoneyElsewhere { money, is_less: true }),
        [
            "Beschikbaar is €\u{a0}94.260; alles wat hier staat, kost veel meer",
            "€\u{a0}94,260 is available; all that stands here costs far more"
        ]
    );
    assert_eq!(
        said(&FrontSentence::Under { name: "Later", norm: Metres::new(1500.0), year: Some(2035) }),
        ["Later (norm 1,5 km, inwoners van 2035)", "Later (norm 1.5 km, residents of 2035)"]
    );
    assert_eq!(said(&FrontSentence::Gap(1240.0)), ["achterstand 1,2\u{a0}km", "gap 1.2\u{a0}km"]);
}
