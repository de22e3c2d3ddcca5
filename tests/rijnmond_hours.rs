//! Rijnmond on the published files with invented hours on the libraries that are there: hours and moment coverage against their
//! definitions, and a published table of education spread over the squares.

mod common;

use bereik::measure::{Level, Who, desks, hours, pairs};
use bereik::model::{Group, NONE, SiteHours};
use bereik::week::{Opening, Week, parse};
use common::{StudyFolder, real_data};

const STUDY: &str = r#"
[study]
title = "Bibliotheken in Rijnmond"
municipalities = ["Barendrecht", "Capelle aan den IJssel", "Krimpen aan den IJssel", "Maassluis", "Ridderkerk", "Rotterdam", "Schiedam",
                  "Albrandswaard", "Vlaardingen", "Lansingerland", "Nissewaard", "Voorne aan Zee"]
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/cbs_vk100_2024_rijnmond.gpkg"
# The polling places in a library: a list to compute with, not a list of desks.
sites = [{ file = "{data}/venues/bibliotheken_2023.csv", venue = "library branch", status = "open" }]
# An old table of a wider class than at most vmbo: good for spreading, not for grants.
[[data.spread]]
group = "low education"
file = { file = "{data}/population/opleidingsniveau_gemeente.csv" }
area = "municipality"
column = "aantal"
over = "15-75"
[reach]
norm = "2 km"
"#;

/// Invented: no library here said so.
const HOURS: [&str; 8] = [
    "di en do 9.30-12.00",
    "wo 13-16",
    "ma t/m vr 10-17",
    "1e ma van de maand 13-16",
    "om de week wo 10-12",
    "do 10-12 en 18.30-20.30",
    "Mo-Fr 10:00-17:30; Sa 10:00-13:00",
    "6 uur per week",
];

/// The study; `file` of the table to spread is a text, and only its rows of low education in 2017 are used.
fn study() -> String {
    let keep = "file = \"{data}/population/opleidingsniveau_gemeente.csv\"\nwhere = { jaar = \"2017\", opleidingsniveau = \"Laag\" }";
    STUDY.replace("file = { file = \"{data}/population/opleidingsniveau_gemeente.csv\" }", keep)
}

#[test]
fn hours_and_moments_are_those_of_their_definitions() {
    let Some(data) = real_data() else { return };
    let mut checked = StudyFolder::new(&study(), &data).check();
    for (number, site) in checked.loaded.region.sites.iter_mut().enumerate() {
        let opening = parse(HOURS[number % HOURS.len()]).map(|parsed| parsed.opening);
        site.hours = SiteHours { desk: opening.ok(), ..SiteHours::default() };
        assert!(site.hours.desk.is_some());
    }
    let (region, study) = (&checked.loaded.region, &checked.study);
    let open = desks(region, study.moments.outside_desk_hours);
    let found = hours(region, study, &pairs(region, study), &open);
    assert!(region.sites.len() > 90 && region.cells.len() > 10_000);

    // Every 23rd square: the union of the weeks of all libraries within 2 km, and with a step M = 1 − (1 − U)³.
    let all = study.moments.profile(&Group::All);
    let mut reached = 0;
    for cell in (0..region.cells.len()).step_by(23) {
        let at = region.cells.at.0[cell];
        let (mut week, mut number) = (Week::EMPTY, 0.0_f64);
        for site in &region.sites {
            if ((at.x - site.at.0.x).powi(2) + (at.y - site.at.0.y).powi(2)).sqrt() <= 2000.0 {
                match site.hours.desk {
                    Some(Opening::Timed { week: own }) => week = week.union(&own),
                    Some(Opening::Untimed(hours)) => number = number.max(hours.get()),
                    None => {}
                }
            }
        }
        let expected = week.hours().get().max(number);
        assert!((found.reachable.of(cell).hours - expected).abs() < 1e-9, "{}", region.cells.ids.get(cell));
        let helped = 1.0 - (1.0 - all.share(&week)).powi(3);
        assert!((found.moments.of(0, cell).helped - helped).abs() < 1e-9, "{}", region.cells.ids.get(cell));
        reached += usize::from(expected > 0.0);
    }
    assert!(reached > 100, "{reached}");

    // The figures of the study are those of its squares.
    let residents = region.cells.residents();
    let mine = || (0..region.cells.len()).filter(|cell| region.reports_on(*cell));
    let total: f64 = mine().map(|cell| residents[cell]).sum();
    let mean = mine().map(|cell| residents[cell] * found.reachable.of(cell).hours).sum::<f64>() / total;
    let helped = mine().map(|cell| residents[cell] * found.moments.of(0, cell).helped).sum::<f64>() / total;
    let row = found.places.iter().find(|row| row.level == Level::Study && row.who == Who::Group(0));
    let figures = row.and_then(|row| row.figures.as_ref()).map(|figures| (figures.mean, figures.moment.helped));
    let (found_mean, found_helped) = figures.unwrap_or_default();
    assert!((found_mean - mean).abs() < 1e-9 && (found_helped - helped).abs() < 1e-9, "{found_mean} {mean} {found_helped} {helped}");
}

/// In 2017 the table counts so many people of low education in Rotterdam; the other towns in the same way. They are all spread, none is
/// lost, and squares with more residents of these ages get more.
#[test]
fn a_published_table_is_spread_and_its_totals_are_kept() {
    let Some(data) = real_data() else { return };
    let checked = StudyFolder::new(&study(), &data).check();
    let region = &checked.loaded.region;
    let table = std::fs::read_to_string(data.join("population/opleidingsniveau_gemeente.csv")).unwrap_or_default();
    let Some(low) = region.cells.count(&Group::parse("low education")) else { panic!("not spread") };
    assert!(low.modelled);
    for (index, municipality) in region.municipalities.iter().enumerate().filter(|(index, _)| region.in_study[*index]) {
        let start = format!("2017;{};Laag;", municipality.code);
        let published =
            table.lines().find_map(|line| line.strip_prefix(start.as_str())).and_then(|number| number.trim().parse::<f64>().ok());
        let Some(published) = published else { panic!("{} is not in the table", municipality.code) };
        let spread: f64 = (0..region.cells.len())
            .filter(|cell| region.cells.municipality[*cell] == u32::try_from(index).unwrap_or(NONE))
            .map(|cell| low.persons[cell])
            .sum();
        assert!((spread - published).abs() < 1e-6 * published, "{}: {spread} of {published}", municipality.code);
    }
}
