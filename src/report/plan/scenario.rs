//! A plan as a scenario that can be pasted into a study.

use super::Planning;
use super::facts::written;
use crate::compare::{Fate, PlannedDesk};
use crate::model::Region;
use crate::text::Text;

/// The text of a `[[scenario]]` that spells out the plan: what opens, what gets other hours, what closes.
#[must_use]
pub fn scenario(region: &Region, planning: &Planning, text: &dyn Text) -> String {
    let name =
        if planning.name.is_empty() { text.plan().unnamed.to_owned() } else { format!("{} ({})", planning.name, text.plan().planned) };
    let site = |planned: &PlannedDesk| quoted(&region.sites[planned.desk.site].id);
    let of = |fate: Fate| planning.desks.iter().filter(move |planned| planned.fate == fate);
    let mut toml = format!("[[scenario]]\nname = {}\n", quoted(&name));
    for (key, fate) in [("open", Fate::New), ("hours", Fate::OtherHours)] {
        let rows: Vec<String> =
            of(fate).map(|planned| format!("  {{ site = {}, week = {} }},\n", site(planned), quoted(&written(&planned.desk)))).collect();
        if !rows.is_empty() {
            toml.push_str(&format!("{key} = [\n{}]\n", rows.concat()));
        }
    }
    let closing: Vec<String> = of(Fate::Closes).map(site).collect();
    if !closing.is_empty() {
        toml.push_str(&format!("close = [{}]\n", closing.join(", ")));
    }
    toml
}

/// A text in quotation marks; what JSON escapes TOML reads too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
