//! The tables as CSV and GeoJSON, and the manifest.

use bereik::load::hash::sha256_of;

use super::{DUTCH, snapshot};

#[test]
fn areas_whole() {
    snapshot("areas_csv", &DUTCH.text("areas.csv"));
}

#[test]
fn sites_whole() {
    snapshot("sites_csv", &DUTCH.text("sites.csv"));
}

/// The ends of the table; its sums and the hash of its bytes tell of everything between.
#[test]
fn cells_at_both_ends() {
    let text = DUTCH.text("cells.csv");
    let lines: Vec<&str> = text.lines().collect();
    let sum = |column: usize| -> f64 { lines[1..].iter().map(|line| line.split(',').nth(column).unwrap().parse::<f64>().unwrap()).sum() };
    let (first, last) = (lines[..20].join("\n"), lines[lines.len() - 20..].join("\n"));
    let hash = sha256_of(text.as_bytes());
    let sums = format!("residents {:.1}, need {:.1}, distance_m {:.3}", sum(3), sum(4), sum(6));
    snapshot("cells_csv", &format!("{first}\n[…]\n{last}\n{} lines, sums: {sums}\nsha256 {hash}", lines.len()));
}

#[test]
fn small_tables_whole() {
    for name in ["desks", "country", "targets", "catchment", "equity", "budget", "grants", "costs"] {
        snapshot(&format!("{name}_csv"), &DUTCH.text(&format!("{name}.csv")));
    }
}

/// The ends of the long tables, and the hash of their bytes.
#[test]
fn long_tables_at_both_ends() {
    for name in ["hours", "moments"] {
        let text = DUTCH.text(&format!("{name}.csv"));
        let lines: Vec<&str> = text.lines().collect();
        let (first, last) = (lines[..16].join("\n"), lines[lines.len() - 8..].join("\n"));
        snapshot(&format!("{name}_csv"), &format!("{first}\n[…]\n{last}\n{} lines\nsha256 {}", lines.len(), sha256_of(text.as_bytes())));
    }
}

/// The first features of each layer, each cut after 400 characters, and how many there are.
#[test]
fn geojson_heads() {
    for name in ["cells", "areas", "sites"] {
        let text = DUTCH.text(&format!("{name}.geojson"));
        let cut = |line: &str| line.char_indices().nth(400).map_or_else(|| line.to_owned(), |(end, _)| format!("{}…", &line[..end]));
        let head: Vec<String> = text.lines().take(5).map(cut).collect();
        let whole: geojson::FeatureCollection = text.parse().unwrap();
        let without = whole.features.iter().filter(|feature| feature.geometry.is_none()).count();
        snapshot(
            &format!("{name}_geojson"),
            &format!("{}\n{} features, {without} of them without geometry", head.join("\n"), whole.features.len()),
        );
    }
}

#[test]
fn manifest_whole() {
    snapshot("manifest_json", &DUTCH.text("manifest.json"));
}
