//! What borders mean, in words.

use super::Borders;
use super::names::name;
use crate::measure::border::{BorderArea, Orphan};
use crate::model::Region;
use crate::report::place::code_and_name;
use crate::text::{BorderSentence, Text, WithoutBest};
use crate::units::{Hours, Metres};

/// How many findings are told.
pub(super) const MOST: usize = 5;

/// The findings that touch most residents; sentences with a full stop.
///
/// Neighbourhoods come by residents × metres that the border adds, then by residents × hours that it takes; a neighbourhood whose
/// municipality has no desk at all loses no metres to a border, and is in the sentence of its municipality ([`without`]).
#[must_use]
pub fn findings(region: &Region, borders: &Borders, text: &dyn Text) -> Vec<String> {
    borders.areas.iter().filter_map(|area| of_area(region, area, text)).take(MOST).map(|sentence| format!("{sentence}.")).collect()
}

/// A sentence for each municipality without a library or a desk, with the best that it can do; most residents first, ties by index.
#[must_use]
pub fn without(region: &Region, borders: &Borders, text: &dyn Text) -> Vec<String> {
    let mut orphaned: Vec<&Orphan> = borders.orphaned.iter().collect();
    orphaned.sort_by(|a, b| b.residents.total_cmp(&a.residents));
    let sentence = |orphan: &Orphan| {
        let best = borders.orphans.iter().find(|option| option.municipality == orphan.municipality);
        let best = best.map(|priced| WithoutBest {
            site: &region.sites[priced.option.site].name,
            inside: priced.option.inside,
            library: priced.option.library.map(|library| region.libraries[library].name.as_str()),
            residents: priced.option.residents,
            distance: priced.option.mean.get(),
            cost: priced.cost,
        });
        let municipality = &region.municipalities[orphan.municipality].name;
        let lacks = BorderSentence::Without { municipality, library: orphan.has_library, desk: orphan.has_desk, best };
        format!("{}.", text.border_sentence(&lacks))
    };
    orphaned.into_iter().map(sentence).collect()
}

/// What is said of a neighbourhood; nothing when its municipality has no desk, or when less than one person is touched.
fn of_area(region: &Region, area: &BorderArea, text: &dyn Text) -> Option<String> {
    let place = code_and_name(region, area.level, Some(area.index)).1;
    let of = Some(region.municipalities[area.municipality].name.as_str());
    if area.metres > 0.0
        && let Some(main) = area.main.filter(|main| main.residents >= 0.5)
        && let Some(own) = main.own
    {
        let to = name(region, main.to, text);
        return Some(text.border_sentence(&BorderSentence::Nearer {
            place,
            of,
            residents: main.residents,
            to: &to,
            distance: main.distance.get(),
            nearer: Some((own.get() - main.distance.get()).max(0.0)),
        }));
    }
    if area.lose_hours < 0.5 {
        return None;
    }
    let hours = Hours::new(area.hours / area.lose_hours).filter(|hours| hours.get() >= 0.1)?;
    let own = area.main.is_none_or(|main| main.own.map(Metres::get).is_some());
    own.then(|| text.border_sentence(&BorderSentence::MoreHours { place, of, residents: area.lose_hours, hours }))
}
