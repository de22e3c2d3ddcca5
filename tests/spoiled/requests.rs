//! Spoiled requests for a plan (`[scenario.find]`): goals, weeks, counts, sites and limits that cannot be.

use super::case::{Case, hold, refused};
use super::scenarios::{find, scenario};

pub fn cases() -> Vec<Case> {
    [goals(), menus(), counts(), sites(), limits()].into_iter().flatten().collect()
}

fn goals() -> Vec<Case> {
    vec![
        refused(
            "an unknown goal",
            |files| find(files, "most = \"happiness\""),
            &["regel 11, teken 8", "`scenario.find.most`: \"happiness\" kan niet", "moment coverage, covered, gradual"],
        ),
        refused(
            "most and least",
            |files| find(files, "most = \"covered\"\nleast = \"cost\""),
            &["regel 12", "`scenario.find.least` en `scenario.find.most` gaan niet samen"],
        ),
        refused(
            "the most distance",
            |files| find(files, "most = \"distance\""),
            &["`scenario.find.most`: \"distance\" moet zo klein mogelijk, niet groot", "Schrijf: least = \"distance\""],
        )
        .in_english(&["\"distance\" is to be as small as can be, not large", "Write: least = \"distance\""]),
        refused(
            "the least covered",
            |files| find(files, "least = \"covered\""),
            &["\"covered\" moet zo groot mogelijk, niet klein", "Schrijf: most = \"covered\""],
        ),
        refused(
            "a budget without its sign",
            |files| find(files, "budget = 100000"),
            &["`scenario.find.budget`: \"100000\" kan niet: de eenheid ontbreekt", "\"money\" (het geld van de studie) of een bedrag"],
        )
        .in_english(&["\"money\" (the money of the study) or an amount"]),
        refused("a budget of a word", |files| find(files, "budget = \"veel\""), &["`scenario.find.budget`: \"veel\" kan niet"]),
        refused(
            "existing desks that may do what they like",
            |files| find(files, "existing = \"may move\""),
            &["`scenario.find.existing`: \"may move\" kan niet", "keep, may change hours, may close"],
        ),
        refused(
            "a misspelt key of a request",
            |files| find(files, "budgte = \"money\""),
            &["regel 11, teken 1", "`scenario.find.budgte` bestaat niet", "Misschien is `budget` bedoeld"],
        ),
        refused("a request that is a text", |files| scenario(files, "find = \"cost\""), &["bij `scenario.find` hoort een onderdeel"]),
    ]
}

fn menus() -> Vec<Case> {
    vec![
        refused("a menu without weeks", |files| find(files, "weeks = []"), &["`scenario.find.weeks` is een lege lijst"]),
        refused(
            "a menu that is a text",
            |files| find(files, "weeks = \"di 9-12\""),
            &["bij `scenario.find.weeks` hoort een lijst van weken, zoals"],
        ),
        refused(
            "a week twice in the menu, in other words",
            |files| find(files, "weeks = [\"di 9-12\", \"Tu 09:00-12:00\"]"),
            &["regel 11, teken 21", "`scenario.find.weeks`: \"Tu 09:00-12:00\" staat er twee keer"],
        ),
        refused(
            "a menu of a venue that is a text",
            |files| find(files, "weeks_of = { \"village hall\" = \"di 9-12\" }"),
            &["bij `scenario.find.weeks_of.\"village hall\"` hoort een lijst van weken"],
        ),
        refused(
            "a menu of a site with a week without a day",
            |files| find(files, "weeks_of = { dorpshuis-lent = [\"9-12\"] }"),
            &["`scenario.find.weeks_of.\"dorpshuis-lent\"`: \"9-12\" is geen week", "niet op welke dag"],
        ),
        refused(
            "a venue twice in the menus, in two languages",
            |files| find(files, "weeks_of = { \"village hall\" = [\"di 9-12\"], \"dorpshuis\" = [\"wo 9-12\"] }"),
            &["staat er twee keer"],
        ),
    ]
}

fn counts() -> Vec<Case> {
    vec![
        refused(
            "desks without a number",
            |files| find(files, "desks = {}"),
            &["bij `scenario.find.desks` ontbreekt een van deze: at_most, at_least, exactly", "desks = { at_most = 15 }"],
        ),
        refused(
            "desks exactly and at most",
            |files| find(files, "desks = { exactly = 3, at_most = 4 }"),
            &["`scenario.find.desks.at_most` en `scenario.find.desks.exactly` gaan niet samen"],
        ),
        refused(
            "more desks at least than at most",
            |files| find(files, "desks = { at_least = 5, at_most = 4 }"),
            &["`scenario.find.desks`: minstens 5 en hoogstens 4 gaan niet samen"],
        )
        .in_english(&["at least 5 and at most 4 exclude each other"]),
        refused(
            "half a desk",
            |files| find(files, "desks = { at_most = 2.5 }"),
            &["bij `scenario.find.desks.at_most` hoort een heel getal, 0 of meer"],
        ),
        refused(
            "at least no desk",
            |files| find(files, "desks = { at_least = 0 }"),
            &["`scenario.find.desks.at_least`: 0 is te klein; het kleinste getal is 1"],
        ),
        refused(
            "a rule without a place",
            |files| find(files, "at_least = [{ desks = 1 }]"),
            &["regel 11, teken 13", "bij `scenario.find.at_least` ontbreekt een van deze: per, in, venue"],
        ),
        refused(
            "a rule with two places",
            |files| find(files, "at_most = [{ desks = 1, per = \"area\", in = [\"Lent\"] }]"),
            &["`scenario.find.at_most.in` en `scenario.find.at_most.per` gaan niet samen"],
        ),
        refused(
            "a rule without a number",
            |files| find(files, "at_least = [{ per = \"area\" }]"),
            &["bij `scenario.find.at_least` ontbreekt een van deze: desks, hours"],
        ),
        refused(
            "a rule of hours at most",
            |files| find(files, "at_most = [{ hours = 20, per = \"area\" }]"),
            &["`scenario.find.at_most.hours` bestaat niet", "`scenario.find.at_most.desks` ontbreekt"],
        ),
        refused(
            "a rule per province",
            |files| find(files, "exactly = [{ desks = 1, per = \"province\" }]"),
            &["`scenario.find.exactly.per`: \"province\" kan niet", "municipality, area"],
        ),
        refused(
            "a rule of an unknown venue",
            |files| find(files, "at_most = [{ desks = 0, venue = \"castle\" }]"),
            &["\"castle\" kan niet", "village hall"],
        ),
        refused(
            "a rule that is no list",
            |files| find(files, "at_least = { desks = 1, per = \"area\" }"),
            &["bij `scenario.find.at_least` hoort een lijst van regels"],
        ),
        refused(
            "a rule of 200 hours a week",
            |files| find(files, "at_least = [{ hours = 200, per = \"area\" }]"),
            &["`scenario.find.at_least.hours`: \"200\" kan niet", "een aantal uren per week"],
        ),
    ]
}

fn sites() -> Vec<Case> {
    vec![
        refused(
            "not both of one",
            |files| find(files, "not_both = [[\"a\"]]"),
            &["regel 11, teken 13", "in elk lijstje horen twee of meer locaties"],
        )
        .in_english(&["each list needs two sites or more"]),
        refused(
            "not both of the same",
            |files| find(files, "not_both = [[\"a\", \"a\"]]"),
            &["`scenario.find.not_both`: \"a\" staat er twee keer"],
        ),
        refused(
            "not both in one list",
            |files| find(files, "not_both = [\"a\", \"b\"]"),
            &["bij `scenario.find.not_both` hoort een lijst van lijstjes"],
        ),
        refused("apart without a unit", |files| find(files, "apart = 1"), &["`scenario.find.apart`: \"1\" kan niet: de eenheid ontbreekt"]),
        refused("apart by nothing", |files| find(files, "apart = \"0 m\""), &["`scenario.find.apart`: \"0 m\" kan niet"]),
        refused(
            "everyone within no distance",
            |files| find(files, "everyone_within = { share = \"99 %\" }"),
            &["`scenario.find.everyone_within.distance` ontbreekt", "everyone_within = { distance = \"6 km\" }"],
        ),
        refused(
            "nobody within a distance",
            |files| find(files, "everyone_within = { distance = \"6 km\", share = 0 }"),
            &["`scenario.find.everyone_within.share`", "een deel boven 0"],
        ),
        refused(
            "more than everyone within a distance",
            |files| find(files, "everyone_within = { distance = \"6 km\", share = \"101 %\" }"),
            &["`scenario.find.everyone_within.share`: \"101 %\" kan niet"],
        ),
        refused(
            "half a member of staff",
            |files| find(files, "staff = { \"De Brug\" = 0.5 }"),
            &["`scenario.find.staff.\"De Brug\"`: 0.5 is te klein; het kleinste getal is 1"],
        ),
        refused(
            "staff in words",
            |files| find(files, "staff = { \"De Brug\" = \"vier\" }"),
            &["bij `scenario.find.staff.\"De Brug\"` hoort een heel getal van 1 of meer"],
        ),
        refused(
            "a site that must and may not",
            |files| find(files, "exclude = [\"kerk\"]\nrequire = [\"centrum\", \"kerk\"]"),
            &["regel 12, teken 23", "`scenario.find.require`: \"kerk\" staat ook bij `scenario.find.exclude`"],
        ),
    ]
}

fn limits() -> Vec<Case> {
    vec![
        refused(
            "the fewest desks for nothing",
            |files| find(files, "least = \"desks\""),
            &["regel 11, teken 9", "\"desks\" vraagt om een eis", "everyone_within = { distance = \"6 km\" }"],
        )
        .in_english(&["\"desks\" needs something to meet"]),
        refused(
            "the least cost for at most some desks",
            |files| find(files, "least = \"cost\"\ndesks = { at_most = 4 }"),
            &["\"cost\" vraagt om een eis"],
        ),
        refused(
            "the least distance at any cost",
            |files| find(files, "least = \"distance\"\nat_most = [{ desks = 1, per = \"area\" }]"),
            &["\"distance\" vraagt om een grens", "desks = { at_most = 15 }"],
        )
        .in_english(&["\"distance\" needs a limit"]),
        refused("the fairest distance at any cost", |files| find(files, "least = \"kolm-pollak\""), &["vraagt om een grens"]),
        refused("the least worst distance at any cost", |files| find(files, "least = \"worst distance\""), &["vraagt om een grens"]),
    ]
}

#[test]
fn hold_up() {
    hold(&cases());
}
