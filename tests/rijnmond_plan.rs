//! Plans for Rijnmond on the published files: the libraries that are there with invented hours, every polling place of 2023 a candidate. The
//! list has no IDO's; it is a place to compute with. Each plan is measured again by the measures, or there is none.

mod common;

use bereik::measure::Level;
use bereik::model::Goal;
use bereik::report::plan::Planning;
use bereik::run::{PlanPart, PlanRequest, planning};
use bereik::watch::Unwatched;
use common::{StudyFolder, real_data};

const STUDY: &str = r#"
[study]
title = "Rijnmond"
municipalities = ["Barendrecht", "Capelle aan den IJssel", "Krimpen aan den IJssel", "Maassluis", "Ridderkerk", "Rotterdam", "Schiedam",
                  "Albrandswaard", "Vlaardingen", "Lansingerland", "Nissewaard", "Voorne aan Zee"]
[data]
municipalities = "{data}/boundaries/cbs_gemeenten_2024.gpkg"
population = "{data}/population/cbs_vk100_2024_rijnmond.gpkg"
sites = [
  { file = "{data}/venues/bibliotheken_2023.csv", venue = "library branch", status = "open" },
  { file = "{data}/venues/stemlokalen_ps_ws_2023.xlsx", venue = "other", status = "candidate" },
]
[need]
"65+" = 1.0
[reach]
norm = "1 km"
[money]
hour = "€ 38"
[[scenario]]
name = "find"
[scenario.find]
"#;

fn plan(find: &str, parts: &[PlanPart]) -> Option<Planning> {
    let data = real_data()?;
    let folder = StudyFolder::new(&format!("{STUDY}{find}\n"), &data);
    let request = PlanRequest {
        study: folder.study(),
        language: None,
        scenario: None,
        out: folder.path("out"),
        outputs: Vec::new(),
        maps: false,
        parts: parts.to_vec(),
        work: 3_000_000_000,
        time: None,
        gap: 1e-3,
    };
    let (planning, _) = planning(&folder.check(), &request, &Unwatched).unwrap_or_else(|failure| panic!("{:#?}", failure.told()));
    Some(planning)
}

/// Ten more desks: the need within a kilometre is what the table of distances says, and no plan has a thousandth more.
#[test]
fn ten_more_desks_within_a_kilometre() {
    let Some(found) = plan("most = \"covered\"\ndesks = { at_most = 45 }", &[PlanPart::Why]) else { return };
    assert_eq!(found.find.goal, Goal::Covered);
    let kept = found.menu.kept.len();
    assert!(kept < 45 && found.desks.len() == 45, "{kept} today");
    assert!(found.plan.gap(Goal::Covered) <= 1e-3, "{:?}", found.plan);
    // Need is residents and, once more, those of 65 and older.
    let within = |group: usize, figures: &bereik::compare::Figures| {
        let row = figures.area(Level::Study, None, group).unwrap_or_else(|| panic!("no row"));
        row.summary.residents * row.summary.within_norm.map_or(0.0, bereik::units::Share::get)
    };
    let elderly = found
        .after
        .areas
        .iter()
        .position(|row| row.level == Level::Study && row.group > 0 && row.summary.need > row.summary.residents * 1.5);
    let elderly = found.after.areas[elderly.unwrap_or_else(|| panic!("no row of 65+"))].group;
    let need = within(0, &found.after) + within(elderly, &found.after);
    assert!((need - found.plan.value).abs() < 1e-6 * need, "{need} is not {}", found.plan.value);
    assert!(found.plan.value > found.today * 1.05, "{} today", found.today);
    // Each new desk is worth something, and no exchange is worth more than the plan may be away from the best.
    assert!(found.why.iter().all(|why| why.gain > 0.0));
    let over = found.plan.bound - found.plan.value;
    assert!(found.alternatives.iter().all(|one| one.change <= over + 1e-6), "{:?}", found.alternatives.first());
}

/// The mean distance to one of ten more.
#[test]
fn ten_more_desks_nearer_on_average() {
    let Some(found) = plan("least = \"distance\"\ndesks = { at_most = 45 }", &[]) else { return };
    assert!(found.plan.gap(Goal::Distance) <= 1e-3, "{:?}", found.plan);
    let mean = found.plan.value / found.total;
    assert!(mean < found.today / found.total && mean > 300.0, "{mean}");
}

/// Hours and places for a budget: none of today's libraries has hours, so that all help comes from what is new.
#[test]
fn hours_and_places_for_half_a_million() {
    let find = "most = \"moment coverage\"\nbudget = \"€ 500.000\"\napart = \"800 m\"\nat_least = [{ desks = 1, per = \"municipality\" }]";
    let Some(found) = plan(find, &[]) else { return };
    assert!(found.plan.gap(Goal::MomentCoverage) <= 0.05, "{:?}", found.plan);
    assert!(found.cost.cents() <= 50_000_000 && found.today < 1e-9, "{} {}", found.cost, found.today);
    assert!(found.plan.value > 0.1 * found.total, "{} of {}", found.plan.value, found.total);
}
