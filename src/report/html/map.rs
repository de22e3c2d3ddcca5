//! A map that can be moved: its picture, its controls, and its numbers as JSON.

use std::fmt::Write;

use serde::Serialize;

use super::blocks::figure;
use super::escape::{escaped, json_in_script};
use crate::report::document::{LiveBorder, LiveMap, LiveMeasure, LiveScenario, LiveSquares, LiveWords};

/// What the script reads.
#[derive(Serialize)]
struct Data<'a> {
    squares: &'a LiveSquares,
    borders: &'a [LiveBorder],
    measures: &'a [LiveMeasure],
    scenarios: &'a [LiveScenario],
    chosen: usize,
    figures: &'a [String],
    words: &'a LiveWords,
}

/// The map. Controls are hidden until the script finds them; the picture is hidden on a screen as soon as the map can be moved.
pub(super) fn live(map: &LiveMap) -> String {
    let (id, words) = (escaped(&map.id), &map.words);
    let options = |names: &mut dyn Iterator<Item = &str>, chosen: usize| {
        let mut html = String::new();
        for (place, name) in names.enumerate() {
            let selected = if place == chosen { " selected" } else { "" };
            let _ = write!(html, "<option value=\"{place}\"{selected}>{}</option>", escaped(name));
        }
        html
    };
    let mut html = format!("<figure class=\"live\" id=\"{id}\">\n<div class=\"controls\" hidden>\n");
    let select = |name: &str, label: &str, options: &str| {
        format!("<label for=\"{id}-{name}\">{} <select id=\"{id}-{name}\" data-is=\"{name}\">{options}</select></label>\n", escaped(label))
    };
    html.push_str(&select("scenario", words.scenario, &options(&mut map.scenarios.iter().map(|one| one.name.as_str()), map.chosen)));
    html.push_str(&select("measure", words.measure, &options(&mut map.measures.iter().map(|one| one.name.as_str()), 0)));
    html.push_str(&select("desk", words.desk, &format!("<option value=\"\">{}</option>", escaped(words.no_desk))));
    html.push_str("<span class=\"moves\">");
    let [left, right, up, down] = words.pan;
    let moves = [
        ("in", "+", words.zoom_in),
        ("out", "−", words.zoom_out),
        ("left", "←", left),
        ("right", "→", right),
        ("up", "↑", up),
        ("down", "↓", down),
        ("whole", "⤢", words.whole),
    ];
    for (what, sign, label) in moves {
        let label = escaped(label);
        let _ = write!(html, "<button type=\"button\" data-move=\"{what}\" aria-label=\"{label}\" title=\"{label}\">{sign}</button>");
    }
    html.push_str("</span>\n</div>\n");
    let _ = writeln!(html, "<div class=\"stage\" hidden><canvas aria-hidden=\"true\"></canvas><ul class=\"legend\"></ul></div>");
    let _ = writeln!(html, "<p class=\"readout\" role=\"status\" hidden>{}</p>", escaped(words.hint));
    let _ = writeln!(html, "<div class=\"chosen\" hidden></div>");
    let _ = writeln!(html, "<div class=\"still\">{}</div>", figure(&map.still));
    let data = Data {
        squares: &map.squares,
        borders: &map.borders,
        measures: &map.measures,
        scenarios: &map.scenarios,
        chosen: map.chosen,
        figures: &map.figures,
        words,
    };
    // Numbers and texts only: this cannot fail.
    let json = serde_json::to_string(&data).unwrap_or_default();
    let _ = writeln!(html, "<script type=\"application/json\">{}</script>\n</figure>", json_in_script(&json));
    html
}
