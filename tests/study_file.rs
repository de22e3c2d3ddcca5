//! Study files that must be read: the examples of the guide, the ten lines one starts with, and what `bereik init` writes.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::path::Path;

use assert_cmd::Command;
use bereik::load::study::{StudyFault, parse};
use bereik::model::{
    About, Among, Bus, Changes, CountRule, EveryoneWithin, Existing, Find, Goal, Group, Lang, MenuWeek, PlanBudget, Scenario, ScenarioKind,
    Setting, SiteMove, SiteWeek, Status, Study, Venue, WeeksOf,
};
use bereik::units::{Euros, Hours, Metres, Share};

fn read(text: &str) -> Study {
    parse(Path::new("map/studie.toml"), text).unwrap_or_else(|(_, errors)| panic!("{errors:#?}\n{text}"))
}

/// The least that a study says, about one library organisation.
const SMALLEST: &str = r#"
[study]
title = "Bereik in Waterstreek"
library = "Bibliotheek Waterstreek"
[data]
municipalities = "../data/gemeenten.gpkg"
population = "../data/vk100.gpkg"
sites = [{ file = "../data/bibliotheken.csv", venue = "library branch" }]
libraries = "../data/organisaties.csv"
[reach]
norm = "2 km"
"#;

/// Every key that a study has today.
const WHOLE: &str = r#"
[study]
title = "Alles wat een studie kan zeggen"
language = "en"
municipalities = ["GM9001", "Ophoven"]
surroundings = "15 km"

[data]
municipalities = { file = "gemeenten.gpkg", layer = "gemeenten", where = { water = "NEE", jaar = 2024 } }
areas = "buurten.geojson"
population = { file = "bevolking.csv", crs = "EPSG:28992", encoding = "windows-1252", columns = { residents = "inw", "65+" = "inw_65" } }
sites = [
  { file = "bibliotheken.csv", venue = "library branch" },
  { file = "dorpshuizen.geojson", venue = "village hall", status = "candidate" },
  "rest.xlsx",
]
libraries = "organisaties.csv"

[reach]
by = "straight line"
norm = "1,5 km"
decay = "step"
also = ["5 km", "800 m", "5 km"]
detour = 1.3

[need]
all = 1
"65+" = 1.0
women = 0.5
"#;

/// Sections that have a test of their own.
fn is_of_hours_or_money(key: &str) -> bool {
    ["capacity", "fairness", "moments", "money", "venues"].iter().any(|section| key.starts_with(section))
}

#[test]
fn the_smallest_study() {
    let study = read(SMALLEST);
    assert_eq!((study.title.as_str(), study.language), ("Bereik in Waterstreek", Lang::Nl));
    assert_eq!(study.about, About::Library("Bibliotheek Waterstreek".to_owned()));
    assert_eq!(study.data.population.path, Path::new("map/../data/vk100.gpkg"));
    assert_eq!(study.data.population.shown, "../data/vk100.gpkg");
    assert_eq!(study.data.sites[0].venue, Some(Venue::LibraryBranch));
    assert_eq!(study.data.sites[0].status, None);
    // three times the norm
    assert_eq!((study.reach.norm.get(), study.surroundings.get(), study.reach.detour), (2000.0, 6000.0, 1.0));
    assert_eq!(study.reach.also.iter().map(|also| also.get()).collect::<Vec<_>>(), [1000.0, 2000.0, 5000.0]);
    let defaults: Vec<&str> = study.defaults.keys().map(String::as_str).filter(|key| !is_of_hours_or_money(key)).collect();
    assert_eq!(defaults, ["need.all", "reach.also", "reach.by", "reach.decay", "reach.detour", "study.language", "study.surroundings"]);
}

#[test]
fn the_whole_study() {
    let study = read(WHOLE);
    assert_eq!(study.language, Lang::En);
    assert_eq!(study.about, About::Municipalities(vec!["GM9001".to_owned(), "Ophoven".to_owned()]));
    assert_eq!(study.data.municipalities.layer.as_deref(), Some("gemeenten"));
    assert_eq!(study.data.municipalities.keep["jaar"], "2024");
    assert_eq!(study.data.population.crs.as_deref(), Some("EPSG:28992"));
    assert_eq!(study.data.population.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(study.data.population.columns["65+"], "inw_65");
    assert_eq!(study.data.sites.len(), 3);
    assert_eq!(study.data.sites[1].status, Some(Status::Candidate));
    assert_eq!((study.data.sites[2].venue, study.data.sites[2].file.shown.as_str()), (None, "rest.xlsx"));
    assert_eq!((study.reach.norm.get(), study.surroundings.get(), study.reach.detour), (1500.0, 15_000.0, 1.3));
    // ascending, each once
    assert_eq!(study.reach.also.iter().map(|also| also.get()).collect::<Vec<_>>(), [800.0, 5000.0]);
    assert_eq!((study.need.all, study.need.surcharges[&Group::parse("65+")]), (1.0, 1.0));
    assert_eq!(study.need.surcharges.get(&Group::Count("women".to_owned())), Some(&0.5));
    let defaults: Vec<&String> = study.defaults.keys().filter(|key| !is_of_hours_or_money(key)).collect();
    assert!(defaults.is_empty(), "{defaults:?}");
}

/// Every kind of scenario, and every key of a request.
const SCENARIOS: &str = r#"
[[scenario]]
name = "Meer locaties"
open = [{ site = "dorpshuis-ophoven", week = "di,do 9.30-12.00" }, { site = "kulturhus-lent", week = "wo 13-16" }]
close = ["bibliotheek-oud"]

[[scenario]]
name = "Ruimere openingstijden"
hours = [{ site = "bibliotheek-centrum", week = "Mo-Fr 10:00-17:30; Sa 10:00-13:00" }]

[[scenario]]
name = "Beste combinatie"
[scenario.find]
most = "moment coverage"
budget = "money"
existing = "keep"
weeks = ["di 9.30-12.00", "wo 13-16", "ma-vr 10-17"]
weeks_of = { "library branch" = ["ma-vr 10-17", "ma-vr 10-17; za 10-13"], dorpshuis-a = ["wo 13-16"] }
desks = { at_most = 15 }
at_least = [{ desks = 1, per = "municipality" }, { desks = 1, in = ["Dorpskern Lent"] }, { hours = 20, per = "municipality" }]
at_most = [{ desks = 0, venue = "supermarket" }]
exactly = [{ desks = 2, per = "area" }]
not_both = [["dorpshuis-a", "kulturhus-a"]]
apart = "1 km"
everyone_within = { distance = "6 km", share = "99 %" }
staff = { "Bibliotheek Waterstreek" = 4 }
exclude = ["kerk-x"]
require = ["bibliotheek-centrum"]
"#;

fn week(text: &str) -> MenuWeek {
    MenuWeek::parse(text).unwrap()
}

fn ids(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The example of the schema: a consulting hour that moves, a bus with two stops, the residents of 2030, and a norm of its own.
#[test]
fn scenarios_that_travel_and_those_of_other_circumstances() {
    let lines = r#"
[[scenario]]
name = "Onderweg"
move = [{ site = "spreekuur-markt", to = "RD 155000 463000" }]
bus = [{ name = "IDO-bus", library = "Bibliotheek Waterstreek", stops = [{ site = "halte-lent", week = "ma 9-11" }, { site = "halte-dijk", week = "ma 12-14" }] }]
year = 2030

[[scenario]]
name = "Dichterbij"
norm = "1,5 km"
"#;
    let study = read(&format!("{SMALLEST}{lines}"));
    let at = |site: &str, text: &str| SiteWeek { site: site.to_owned(), week: week(text).week };
    let to = bereik::crs::Planar(geo::Coord { x: 155_000.0, y: 463_000.0 });
    let bus = Bus {
        name: "IDO-bus".to_owned(),
        library: Some("Bibliotheek Waterstreek".to_owned()),
        stops: vec![at("halte-lent", "ma 9-11"), at("halte-dijk", "ma 12-14")],
    };
    let changes = Changes { moves: vec![SiteMove { site: "spreekuur-markt".to_owned(), to }], buses: vec![bus], ..Changes::default() };
    let expected = [
        ("Onderweg", ScenarioKind::Changes(changes), Setting { norm: None, year: Some(2030) }),
        ("Dichterbij", ScenarioKind::Changes(Changes::default()), Setting { norm: Metres::new(1500.0), year: None }),
    ];
    let lines = study.scenarios.iter().map(|scenario| scenario.line);
    let expected =
        expected.into_iter().zip(lines).map(|((name, kind, setting), line)| Scenario { name: name.to_owned(), kind, setting, line });
    assert_eq!(study.scenarios, expected.collect::<Vec<_>>());
}

#[test]
fn the_scenarios_of_a_study() {
    let study = read(&format!("{SMALLEST}{SCENARIOS}"));
    let at = |site: &str, text: &str| SiteWeek { site: site.to_owned(), week: week(text).week };
    let open = vec![at("dorpshuis-ophoven", "Tu,Th 09:30-12:00"), at("kulturhus-lent", "We 13:00-16:00")];
    let more = Changes { open, close: ids(&["bibliotheek-oud"]), ..Changes::default() };
    let wider = Changes { hours: vec![at("bibliotheek-centrum", "ma-vr 10-17.30; za 10-13")], ..Changes::default() };
    let rule = |least: u32, most: Option<u32>, among: Among| CountRule { least, most, hours: None, among };
    let best = Find {
        goal: Goal::MomentCoverage,
        budget: Some(PlanBudget::Pools),
        existing: Existing::Keep,
        weeks: ["di 9.30-12.00", "wo 13-16", "ma-vr 10-17"].map(week).into(),
        weeks_of: [
            (WeeksOf::Venue(Venue::LibraryBranch), ["ma-vr 10-17", "ma-vr 10-17; za 10-13"].map(week).into()),
            (WeeksOf::Site("dorpshuis-a".to_owned()), vec![week("wo 13-16")]),
        ]
        .into(),
        counts: vec![
            rule(0, Some(15), Among::Study),
            rule(1, None, Among::EachMunicipality),
            rule(1, None, Among::Each(ids(&["Dorpskern Lent"]))),
            CountRule { hours: Hours::new(20.0), ..rule(1, None, Among::EachMunicipality) },
            rule(0, Some(0), Among::Venue(Venue::Supermarket)),
            rule(2, Some(2), Among::EachArea),
        ],
        not_both: vec![ids(&["dorpshuis-a", "kulturhus-a"])],
        apart: Metres::new(1000.0),
        everyone_within: Some(EveryoneWithin { distance: Metres::new(6000.0).unwrap(), share: Share::new(0.99).unwrap() }),
        staff: [("Bibliotheek Waterstreek".to_owned(), 4)].into(),
        exclude: ids(&["kerk-x"]),
        require: ids(&["bibliotheek-centrum"]),
    };
    let expected = [
        ("Meer locaties", ScenarioKind::Changes(more)),
        ("Ruimere openingstijden", ScenarioKind::Changes(wider)),
        ("Beste combinatie", ScenarioKind::Find(best)),
    ];
    let text = format!("{SMALLEST}{SCENARIOS}");
    let lines = text.lines().enumerate().filter(|(_, line)| *line == "[[scenario]]").map(|(number, _)| number + 1);
    let expected = expected.into_iter().zip(lines).map(|((name, kind), line)| Scenario {
        name: name.to_owned(),
        kind,
        setting: Setting::default(),
        line,
    });
    assert_eq!(study.scenarios, expected.collect::<Vec<_>>());
    assert!(!study.defaults.keys().any(|key| key.starts_with("scenario")), "{:?}", study.defaults);
}

/// A request of these lines, and what was left at its default.
fn request(lines: &str) -> (Find, Vec<String>) {
    let study = read(&format!("{SMALLEST}[[scenario]]\nname = \"Beste\"\n[scenario.find]\n{lines}\n"));
    let [Scenario { kind: ScenarioKind::Find(find), .. }] = &study.scenarios[..] else { panic!("{:?}", study.scenarios) };
    let defaults = study.defaults.iter().filter_map(|(key, value)| Some(format!("{}: {value}", key.strip_prefix("scenario.find.")?)));
    (find.clone(), defaults.collect())
}

#[test]
fn what_a_request_leaves_out() {
    let menu = r#"weeks: ["di 9.30-12.00", "di,do 9.30-12.00", "ma-vr 9.30-12.30", "ma-vr 10-17", "ma-vr 10-17; za 10-13"]"#;
    let (find, defaults) = request("");
    assert_eq!(find, Find { budget: Some(PlanBudget::Pools), ..Find::new(Goal::MomentCoverage) });
    assert_eq!(defaults, ["budget: money", "existing: keep", "most: moment coverage", menu]);
    // A most on the number of desks is a limit too, and so is an amount; what is small has no budget of itself.
    assert_eq!(request("most = \"covered\"\ndesks = { exactly = 3 }").0.budget, None);
    let amount = Some(PlanBudget::Amount(Euros::from_cents(10_000_000)));
    assert_eq!(request("most = \"gradual\"\nbudget = \"€ 100.000\"").0.budget, amount);
    let (find, defaults) = request("least = \"cost\"\neveryone_within = { distance = \"6 km\" }");
    assert_eq!((find.goal, find.budget, find.everyone_within.unwrap().share), (Goal::Cost, None, Share::ALL));
    assert_eq!(defaults, ["everyone_within.share: 100 %", "existing: keep", menu]);
}

#[test]
fn every_goal_and_every_answer_on_existing_desks_has_its_word() {
    for goal in Goal::MOST.into_iter().chain(Goal::LEAST) {
        let side = if goal.is_most() { "most" } else { "least" };
        assert_eq!(request(&format!("{side} = \"{}\"\nbudget = \"money\"\nrequire = [\"a\"]", goal.name())).0.goal, goal);
    }
    for existing in Existing::ALL {
        assert_eq!(request(&format!("existing = \"{}\"", existing.name())).0.existing, existing);
    }
}

#[test]
fn every_venue_and_every_status_has_its_word() {
    for venue in Venue::ALL {
        let study = read(&SMALLEST.replace("library branch", venue.name()));
        assert_eq!(study.data.sites[0].venue, Some(venue));
    }
    for status in Status::ALL {
        let study = read(&SMALLEST.replace("venue =", &format!("status = \"{}\", venue =", status.name())));
        assert_eq!(study.data.sites[0].status, Some(status));
    }
}

/// Editors of Windows put a mark before the text and `\r\n` behind each line.
#[test]
fn a_study_from_windows() {
    assert_eq!(read(&format!("\u{feff}{}", SMALLEST.replace('\n', "\r\n"))), read(SMALLEST));
}

/// Everything that is wrong is said at once, in the order of the text.
#[test]
fn all_that_is_wrong_is_said_at_once() {
    let text = SMALLEST.replace("title =", "titel =").replace("\"2 km\"", "2").replace("population", "populatoin");
    let (language, errors) = parse(Path::new("studie.toml"), &text).unwrap_err();
    assert_eq!(language, Lang::Nl);
    let found: Vec<_> = errors.iter().map(|error| (error.place.unwrap().0, error.key.as_str())).collect();
    let expected = [(2, "study.title"), (3, "study.titel"), (5, "data.population"), (7, "data.populatoin"), (11, "reach.norm")];
    assert_eq!(found, expected);
    assert!(matches!(&errors[1].fault, StudyFault::UnknownKey { nearest: Some(nearest), .. } if nearest == "title"));
    assert!(matches!(&errors[3].fault, StudyFault::UnknownKey { nearest: Some(nearest), .. } if nearest == "population"));
}

/// What `bereik init` writes in this language.
fn init(language: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    Command::cargo_bin("bereik").unwrap().current_dir(folder.path()).args(["init", "nieuw", "--lang", language]).assert().success();
    let name = if language == "en" { "study.toml" } else { "studie.toml" };
    std::fs::read_to_string(folder.path().join("nieuw").join(name)).unwrap()
}

/// Whether a line behind its `# ` is a line of a study rather than explanation: a key, a section or an item of a list.
fn is_commented_out(line: &str) -> bool {
    let Some(inside) = line.trim_start().strip_prefix("# ") else { return false };
    let key = inside.split('=').next().unwrap_or_default().trim().trim_matches('"');
    let is_key = inside.contains(" = ") && !key.is_empty() && key.chars().all(|sign| sign.is_ascii_alphanumeric() || "_+-".contains(sign));
    is_key || inside.starts_with("{ file = ") || (inside.starts_with('[') && inside.contains(']'))
}

fn uncomment(line: &str) -> String {
    line.replacen("# ", "", 1)
}

#[test]
fn init_writes_a_study_that_is_read() {
    for language in ["nl", "en"] {
        let study = read(&init(language));
        assert_eq!(study.language == Lang::En, language == "en");
        assert_eq!(study.about, About::All);
    }
}

/// The number of the line that opens the section of a line.
fn section(lines: &[&str], line: usize) -> usize {
    lines[..=line].iter().rposition(|line| line.trim_start_matches("# ").starts_with('[')).unwrap()
}

/// Each line that is commented out can be used by taking its `#` away, with the head of its section, and then says something; a line of
/// the same key makes way for it.
#[test]
fn every_line_that_init_comments_out_can_be_used() {
    for language in ["nl", "en"] {
        let text = init(language);
        let lines: Vec<&str> = text.lines().collect();
        // Scenarios are used as a whole.
        let scenario = lines.iter().position(|line| line.starts_with("# [[scenario]]")).unwrap();
        let commented: Vec<usize> = (0..scenario).filter(|line| is_commented_out(lines[*line])).collect();
        assert_eq!(commented.len(), 26, "{commented:?}");
        for line in commented.into_iter().filter(|line| section(&lines, *line) != *line) {
            let head = section(&lines, line);
            let key = uncomment(lines[line]).split('=').next().unwrap_or_default().to_owned() + "=";
            let used = lines.iter().enumerate().map(|(other, text)| match () {
                () if other == line || other == head => uncomment(text),
                () if text.starts_with(&key) && section(&lines, other) == head => String::new(),
                () => (*text).to_owned(),
            });
            let study = read(&used.collect::<Vec<_>>().join("\n"));
            assert_ne!(study, read(&text), "{} says nothing", lines[line]);
        }
    }
}

/// All that `bereik init` comments out, taken together, with the files of the demo: the scenarios can be measured as they stand.
#[test]
fn what_init_comments_out_is_a_study_of_the_demo() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/waterstreek");
    for language in ["nl", "en"] {
        // The study is about all municipalities, or else about one library or about some.
        let text = init(language).replace("# municipalities = [", "## ");
        let text: Vec<String> = text.lines().map(|line| if is_commented_out(line) { uncomment(line) } else { line.to_owned() }).collect();
        let text = text.join("\n").lines().filter(|line| !line.starts_with("population = {")).collect::<Vec<_>>().join("\n");
        let [changes, best] = &read(&text).scenarios[..] else { panic!("{text}") };
        let ScenarioKind::Changes(Changes { open, close, hours, moves, buses }) = &changes.kind else { panic!("{changes:?}") };
        assert!([open.len(), close.len(), hours.len(), moves.len(), buses.len()].iter().all(|count| *count > 0), "{changes:?}");
        assert!(matches!(best.kind, ScenarioKind::Find(_)));
        let mut text = text;
        for (from, to) in
            [("cbs_vk100.gpkg", "vk100.gpkg"), ("dorpshuizen.geojson", "locaties.geojson"), ("venue = \"village hall\", ", "")]
        {
            text = text.replace(from, to);
        }
        for file in ["gemeenten.gpkg", "vk100.gpkg", "bibliotheken.csv", "locaties.geojson", "buurten.gpkg", "bibliotheekorganisaties.csv"]
        {
            text = text.replace(&format!("\"{file}\""), &format!("{:?}", demo.join(file)));
        }
        for file in ["spuk.csv", "registraties.csv"] {
            text = text.replace(&format!("\"{file}\""), &format!("{:?}", demo.join(file)));
        }
        std::fs::write(folder.path().join("prognose.csv"), "gemeente;leeftijd;jaar;factor\nGM9001;65+;2035;1,15\n").unwrap();
        std::fs::write(folder.path().join("studie.toml"), &text).unwrap();
        Command::cargo_bin("bereik").unwrap().current_dir(folder.path()).args(["check", "studie.toml"]).assert().success();
    }
}
