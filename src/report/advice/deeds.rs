//! What a scenario does to desks, in words.

use super::Advice;
use crate::compare::{Fate, Outcome};
use crate::model::Site;
use crate::text::AdviceSentence;

/// The sites of an outcome that open, close, move and stay with other hours, each by site. A desk can both move and get other hours.
fn deeds<'a>(advice: &'a Advice, outcome: &'a Outcome) -> [Vec<&'a Site>; 4] {
    let (before, after) = (&advice.comparison.today.situation.region, &outcome.situation.region);
    let of = |keep: &dyn Fn(usize, Fate) -> bool| -> Vec<&'a Site> {
        let fates = outcome.situation.fates.iter().filter(|(site, fate)| keep(*site, *fate));
        fates.map(|(site, _)| &after.sites[*site]).collect()
    };
    let has_other_week = |site: usize| before.sites[site].hours.opening() != after.sites[site].hours.opening();
    [
        of(&|_, fate| fate == Fate::New),
        of(&|_, fate| fate == Fate::Closes),
        of(&|_, fate| fate == Fate::Moves),
        of(&|site, fate| fate == Fate::OtherHours || fate == Fate::Moves && has_other_week(site)),
    ]
}

/// One short sentence a deed, for the opening page.
pub(super) fn changes(advice: &Advice, outcome: &Outcome) -> String {
    let names = deeds(advice, outcome).map(|sites| sites.into_iter().map(|site| site.name.as_str()).collect::<Vec<_>>());
    let [opens, closes, moves, hours] = &names;
    advice.text().advice_sentence(&AdviceSentence::Changes { opens, closes, moves, hours })
}

/// A line a deed with every desk, and when it is then open.
pub(super) fn lines(advice: &Advice, outcome: &Outcome) -> Vec<String> {
    let text = advice.text();
    let name = |site: &&Site, has_week: bool| {
        let week = site.hours.opening().filter(|_| has_week).map(|opening| text.opening(opening));
        week.map_or_else(|| site.name.clone(), |week| format!("{} ({week})", site.name))
    };
    let line = |(place, sites): (usize, Vec<&Site>)| {
        // Of one that closes no times are news.
        let has_week = place != 1;
        let names: Vec<String> = sites.iter().map(|site| name(site, has_week)).collect();
        (!names.is_empty()).then(|| format!("{}: {}.", text.advice().deeds[place], names.join("; ")))
    };
    deeds(advice, outcome).into_iter().enumerate().filter_map(line).collect()
}
