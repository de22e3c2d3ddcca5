//! How territories are named in tables and sentences.

use crate::measure::border::Territory;
use crate::model::Region;
use crate::text::Text;

/// The code of a territory: `GM0518`, `BE`; empty for what lies elsewhere.
pub(super) fn code(region: &Region, territory: Territory) -> String {
    match territory {
        Territory::Municipality(index) => region.municipalities[index].code.clone(),
        Territory::Country(index) => region.countries[index].clone(),
        Territory::Elsewhere => String::new(),
    }
}

/// The name of a territory.
pub(in crate::report) fn name(region: &Region, territory: Territory, text: &dyn Text) -> String {
    match territory {
        Territory::Municipality(index) => region.municipalities[index].name.clone(),
        Territory::Country(index) => text.country(&region.countries[index]).to_owned(),
        Territory::Elsewhere => text.words().outside.to_owned(),
    }
}

/// What a territory is to a study: `study`, `outside`, `abroad` or `elsewhere`.
pub(super) fn scope(region: &Region, territory: Territory) -> &'static str {
    match territory {
        Territory::Municipality(index) if region.in_study[index] => "study",
        Territory::Municipality(_) => "outside",
        Territory::Country(_) => "abroad",
        Territory::Elsewhere => "elsewhere",
    }
}

/// What the territory of a desk is to someone who lives in `from`: `own`, or its scope; `none` for no desk.
pub(super) fn reached(region: &Region, from: Territory, to: Option<Territory>) -> &'static str {
    match to {
        None => "none",
        Some(to) if to == from => "own",
        Some(to) => scope(region, to),
    }
}
