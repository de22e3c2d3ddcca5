//! What is told of scenarios: without desks, with hours that are not known, and by another norm.

use bereik::budget::{Budget, budget};
use bereik::compare::{Outcome, Situation, outcome};
use bereik::measure::{Level, TargetKind};
use bereik::model::{Changes, Money, Per, Region, Scenario, ScenarioKind, Setting, SiteHours, SiteWeek, Status, Study, Targets};
use bereik::report::compare::{Comparison, page};
use bereik::run;
use bereik::text;
use bereik::units::Hours;
use bereik::watch::Unwatched;

use super::region::{metres, of_desk, region, share, site, study, timed};

/// Two villages of 100 residents, 10 km from each other, each with a site. A desk is open in the first, Tuesday and Thursday from 8 to 12.
fn villages() -> Region {
    let cells = [((50.0, 50.0), vec![100.0]), ((10_050.0, 50.0), vec![100.0])];
    let mut second = site(2, (10_050.0, 50.0), of_desk(&timed("di 8-12")));
    second.status = Status::Candidate;
    region(&["all"], &cells, vec![site(1, (50.0, 50.0), of_desk(&timed("di,do 8-12"))), second])
}

fn no_money() -> Budget {
    budget(&Money::default(), &[], &[], &[])
}

fn opens(site: &str, week: &str) -> Changes {
    Changes { open: vec![SiteWeek { site: site.to_owned(), week: *timed(week).week().unwrap() }], ..Changes::default() }
}

fn closes(site: &str) -> Changes {
    Changes { close: vec![site.to_owned()], ..Changes::default() }
}

fn scenario(name: &str, norm: Option<f64>, changes: Changes) -> Scenario {
    Scenario {
        name: name.to_owned(),
        kind: ScenarioKind::Changes(changes),
        line: 0,
        setting: Setting { norm: norm.map(metres), year: None },
    }
}

fn compared(region: &Region, study: &Study) -> Comparison {
    run::comparison(region, study, std::path::Path::new("studie.toml"), (1000, 0.0), &Unwatched).unwrap()
}

fn changed(region: &Region, study: &Study, changes: &Changes) -> Outcome {
    let today = outcome(Situation::today(region, study), no_money(), None);
    let mut situation = Situation::today(region, study);
    situation.change(changes).unwrap();
    outcome(situation, no_money(), Some(&today))
}

/// Where nobody has a desk everyone reaches 0 hours, and nobody finds help: that is known. A desk in the second village is open on Tuesday from 8 to 16:
/// four hours of a morning, each 0.5 · 0.5 / 20 = 0.0125 of the hours at which people can come, and four of an afternoon, 0.5 · 0.5 / 25 = 0.01
/// each. Together 0.09 there, and in three tries (1 − 0.91³) / 2 of all need.
#[test]
fn no_desks_is_no_hours() {
    let (mut region, mut study) = (villages(), study(2000.0));
    study.targets = Targets { hours: [(4, share(0.5))].into(), ..Targets::default() };
    let gone = changed(&region, &study, &closes("site-0001"));
    assert_eq!((gone.headline.moment, gone.headline.hours, gone.headline.least), (Some(0.0), Some(0.0), Some([0.0; 3])));
    assert_eq!((gone.headline.desks, gone.hours, gone.targets[0].found.unwrap().get()), (0, vec![0.0, 0.0], 0.0));
    region.sites[0].status = Status::Candidate;
    study.scenarios = vec![scenario("Begin", None, opens("site-0002", "di 8-16"))];
    let compared = compared(&region, &study);
    assert_eq!(compared.today.headline.moment, Some(0.0));
    let then = compared.scenarios[0].outcome.headline;
    // 0.91³ = 0.753571.
    assert!((then.moment.unwrap() - 0.246_429 / 2.0).abs() < 1e-9, "{:?}", then.moment);
    let told = page(&study, &compared, text::of(study.language));
    assert!(told.contains("moment coverage") && !told.contains("hours are known"), "{told}");
}

/// Of three desks the hours of two are not known: nothing is told of hours, today nor where a desk opens. Of one of three: they are, and that it
/// counts as never open.
#[test]
fn hours_that_are_half_known() {
    let (mut region, mut study) = (villages(), study(2000.0));
    study.targets = Targets {
        within_norm: Some(share(0.5)),
        hours: [(4, share(0.5))].into(),
        desk_with_hours: Some((Hours::new(8.0).unwrap(), Per::Municipality)),
        ..Targets::default()
    };
    for number in [3, 4] {
        region.sites.push(site(number, (50.0, 50.0), SiteHours::default()));
        region.site_scope.push(region.site_scope[0]);
    }
    study.scenarios = vec![scenario("Meer", None, opens("site-0002", "di 8-16"))];
    let found = compared(&region, &study);
    for outcome in [&found.today, &found.scenarios[0].outcome] {
        let head = &outcome.headline;
        assert_eq!((head.moment, head.hours, head.least, head.tries), (None, None, None, None));
        assert!(head.need > 0.0 && outcome.hours.is_empty() && outcome.figures.hours.is_empty());
        for target in &outcome.targets {
            assert_eq!(target.found.is_none(), target.kind != TargetKind::WithinNorm, "{target:?}");
        }
    }
    let told = page(&study, &found, text::of(study.language));
    assert!(told.contains("Of 2 of the 3 desks of today no hours are known; so there are no"), "{told}");

    region.sites[3].hours = of_desk(&timed("wo 8-12"));
    let found = compared(&region, &study);
    // Twelve hours in the first village: Tuesday, Wednesday and Thursday morning.
    assert_eq!((found.today.headline.hours, found.today.hours.clone()), (Some(6.0), vec![12.0, 0.0]));
    let told = page(&study, &found, text::of(study.language));
    assert!(
        told.contains("Of 1 of the 3 desks of today no hours are known; in hours and moment coverage they count as never open"),
        "{told}"
    );
    // A desk around the study, of which nothing is known, decides nothing.
    region.site_scope[2] = bereik::model::Scope::Surroundings;
    assert_eq!(Situation::today(&region, &study).hours.unknown, 0);
}

/// By a norm of 12 km both villages have today's desk within it: a scenario that has no more than that norm changes nothing for anyone. With a desk
/// in the second village, five mornings (20 hours, of which today's 8 are a part), all 200 reach 12 hours more, and 100 are nearer. Without any
/// desk all 200 lose the only one within 12 km, and 8 hours.
#[test]
fn another_norm_is_held_against_today_by_that_norm() {
    let (region, mut study) = (villages(), study(2000.0));
    let norm = Some(12_000.0);
    study.scenarios = vec![
        scenario("Norm", norm, Changes::default()),
        scenario("Meer", norm, opens("site-0002", "ma-vr 8-12")),
        scenario("Geen", norm, closes("site-0001")),
        scenario("Nu", Some(2000.0), Changes::default()),
    ];
    let found = compared(&region, &study);
    let whole = |place: usize| {
        let shift = found.scenarios[place].shifts.iter().find(|shift| shift.level == Level::Study && shift.group == 0).unwrap();
        [shift.nearer, shift.farther, shift.more_hours, shift.fewer_hours]
    };
    assert_eq!([whole(0), whole(1), whole(2)], [[0.0; 4], [100.0, 0.0, 200.0, 0.0], [0.0, 200.0, 0.0, 200.0]]);
    let lost: Vec<f64> = found.scenarios.iter().map(|one| one.lost.iter().map(|lost| lost.residents).sum()).collect();
    assert_eq!(lost, [0.0, 0.0, 200.0, 0.0]);
    assert!(found.scenarios[3].beside.is_none(), "the norm of the study is no other norm");
    let within: Vec<f64> = found.scenarios.iter().map(|one| one.outcome.headline.within - one.before(&found).headline.within).collect();
    assert_eq!(within, [0.0, 0.0, -200.0, 0.0]);
    let told = page(&study, &found, text::of(study.language));
    assert!(told.contains("Measured with a norm of 12 km, for today's desks as well\n    - Nothing changes for anyone"), "{told}");
    assert!(told.contains("200 fewer residents within 12 km") && !told.contains("100 more residents"), "{told}");
}
