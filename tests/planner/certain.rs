//! Scenarios under drawn assumptions: what is measured fast is what the measures say.

use std::collections::BTreeMap;

use bereik::budget::{Budget, Desk, MunicipalityMoney, budget};
use bereik::compare::Situation;
use bereik::compare::certain::{Figure, People, Ready, Values, assume, certainty, draw, ranks};
use bereik::compare::{Outcome, outcome};
use bereik::measure;
use bereik::model::{
    Assumed, Bounds, Count, Decay, End, Group, GroupReach, Growth, Range, Region, Registered, RegisteredPlace, Registrations, Setting,
    Status, Study, Suitability, Uncertain, Venue,
};
use bereik::units::{Euros, Share};

use super::draws::Draws;
use super::region::{any_week, metres, region, study};

/// A budget in which the residents of every municipality bring money: it changes with people and with the hour rate.
fn pay(situation: &Situation, study: &Study, counts: &[Count]) -> Budget {
    let region = &situation.region;
    let inhabitants = |index: usize| {
        let of = region.cells.municipality.iter().zip(&counts[0].persons).filter(|(municipality, _)| **municipality as usize == index);
        of.map(|(_, persons)| persons).sum()
    };
    let municipality = |index: usize| MunicipalityMoney {
        code: region.municipalities[index].code.clone(),
        name: String::new(),
        inhabitants: inhabitants(index),
        low_educated: None,
        annex: None,
        own: Euros::from_cents(500),
    };
    let municipalities: Vec<MunicipalityMoney> = (0..region.municipalities.len()).map(municipality).collect();
    let new: Vec<usize> = situation.new_sites().collect();
    let desk = |desk: measure::Desk| Desk {
        site: desk.site,
        id: region.sites[desk.site].id.clone(),
        venue: region.sites[desk.site].venue,
        municipality: region.sites[desk.site].municipality,
        library: None,
        hours: desk.hours(),
        costs: region.sites[desk.site].costs,
        new: new.contains(&desk.site),
    };
    let desks: Vec<Desk> = measure::desks(region, Share::default()).into_iter().map(desk).collect();
    budget(&study.money, &municipalities, &[], &desks)
}

/// A region in which some of 65+ are hidden, and which grows; and a study of it.
fn any_case(draws: &mut Draws) -> (Region, Study) {
    let (mut region, mut study) = (region(draws, 9), study(draws));
    for cell in 0..region.cells.len() {
        // Not whole: nine tenths of round numbers that grow alike are met exactly or not by rounding alone.
        region.cells.counts[0].persons[cell] += draws.real();
        if draws.chance(0.3) {
            let most = if draws.chance(0.5) { 4.0 } else { 3.0 };
            region.cells.counts[1].persons[cell] = 1.5;
            region.cells.bounds.push(Bounds { count: 1, cell: u32::try_from(cell).unwrap(), least: 0.0, most });
        }
    }
    let factors = (0..region.municipalities.len()).flat_map(|index| {
        let factor = |group: &str, factor| ((index, Group::parse(group)), vec![(2035, factor)]);
        [factor("all", 1.1), factor("65+", 1.6)]
    });
    region.growth = Growth { factors: factors.collect() };
    region.registrations = any_registrations(draws, &region);
    // A bus and a care home that suit some less make the nearest desk not always the best.
    if draws.chance(0.5) {
        let share = |value| Share::new(value).unwrap();
        let suits = BTreeMap::from([(Group::All, share(0.9)), (Group::parse("65+"), share(0.4))]);
        study.suitability = Suitability(BTreeMap::from([(Venue::MobileStop, suits)]));
    }
    (region, study)
}

/// Visits of some desks, open or not, and of places that overlap; now and then of none.
fn any_registrations(draws: &mut Draws, region: &Region) -> Registrations {
    let registered = |draws: &mut Draws| Registered { visits: f64::from(draws.whole(400)), weeks: f64::from(1 + draws.whole(30)) };
    let (by_desk, by_place) = (draws.chance(0.6), draws.chance(0.5));
    let desks = (0..region.sites.len()).filter(|_| by_desk && draws.chance(0.5)).collect::<Vec<usize>>();
    let place = |draws: &mut Draws, number: usize| {
        let cells = (0u32..).zip(&region.cells.municipality).filter(|_| draws.chance(0.4)).map(|(cell, _)| cell).collect();
        RegisteredPlace { code: number.to_string(), name: String::new(), cells, registered: registered(draws) }
    };
    Registrations {
        desks: desks.into_iter().map(|site| (site, registered(draws))).collect(),
        places: (0..if by_place { 3 } else { 0 }).map(|number| place(draws, number)).collect(),
    }
}

fn any_ranges(draws: &mut Draws) -> Uncertain {
    let between = Range::Between;
    let old = || Group::parse("65+");
    let all = vec![
        between(Assumed::Norm(metres(600.0)), Assumed::Norm(metres(2400.0))),
        Range::OneOf([1, 3, 10].map(Assumed::Tries).to_vec()),
        between(Assumed::Detour(1.0), Assumed::Detour(1.6)),
        Range::OneOf(vec![
            Assumed::Decay(Decay::Step { norm: metres(1.0) }),
            Assumed::Decay(Decay::Linear { full: metres(500.0), none: metres(2900.0) }),
            Assumed::Decay(Decay::Gaussian { half: metres(900.0), limit: metres(2500.0) }),
        ]),
        between(Assumed::Hour(Euros::from_cents(2)), Assumed::Hour(Euros::from_cents(90))),
        between(Assumed::Growth(0.0), Assumed::Growth(1.8)),
        between(Assumed::Need(old(), 0.0), Assumed::Need(old(), 3.0)),
        between(Assumed::Need(Group::All, 0.0), Assumed::Need(Group::All, 2.0)),
        Range::OneOf([End::Least, End::Most].map(Assumed::Hidden).to_vec()),
    ];
    let ranges: Vec<Range> = all.into_iter().filter(|_| draws.chance(0.7)).collect();
    Uncertain { ranges, draws: 8 }
}

/// Today, another norm, another year, other desks with other hours, and no desks.
fn situations(draws: &mut Draws, region: &Region, study: &Study) -> Vec<Situation> {
    let set = |norm: Option<f64>, year| Situation::with_setting(region, study, "set", Setting { norm: norm.map(metres), year }).unwrap().0;
    let mut changed = set(None, if draws.chance(0.5) { Some(2035) } else { None });
    let mut sites = changed.region.sites.clone();
    for site in &mut sites {
        if draws.chance(0.4) {
            site.status = if site.status == Status::Open { Status::Candidate } else { Status::Open };
            site.hours.desk = Some(bereik::week::Opening::Timed { week: any_week(draws) });
        }
    }
    changed.plan(sites);
    let mut none = set(None, None);
    none.plan(region.sites.iter().map(|site| bereik::model::Site { status: Status::Candidate, ..site.clone() }).collect());
    vec![Situation::today(region, study), set(Some(1300.0), None), set(None, Some(2035)), changed, none]
}

/// A situation by the measures, in a study and a region that are changed as a whole.
fn measured(base: &Region, situation: &Situation, uncertain: &Uncertain, assumed: &[Assumed], today: Option<&Outcome>) -> Outcome {
    let mut changed = situation.clone();
    changed.study = assume(&situation.study, situation.setting, assumed);
    changed.region.cells.counts = People::new(base, situation, uncertain).counts(assumed).into_owned();
    let paid = pay(&changed, &changed.study, &changed.region.cells.counts);
    outcome(changed, paid, today)
}

/// The figures of all situations, the first of which is today: need turns into visits as it does today under the same assumptions, by the norm of
/// the situation where it has one of its own.
fn all_measured(base: &Region, all: &[&Situation], uncertain: &Uncertain, assumed: &[Assumed]) -> Vec<Values> {
    let today = measured(base, all[0], uncertain, assumed, None);
    let of = |one: &&Situation| {
        let by_norm = one.setting.norm.map(|norm| {
            let set = Setting { norm: Some(norm), year: None };
            let (situation, _) = Situation::with_setting(base, &all[0].study, "", set).unwrap();
            measured(base, &situation, uncertain, assumed, None)
        });
        Values::of(&measured(base, one, uncertain, assumed, Some(by_norm.as_ref().unwrap_or(&today))).headline)
    };
    std::iter::once(Values::of(&today.headline)).chain(all[1..].iter().map(of)).collect()
}

fn assert_same(found: &Values, expected: &Values, about: &str) {
    for figure in Figure::ALL {
        let is_same = match (found.get(figure), expected.get(figure)) {
            // A difference of two means of some kilometres, of which the measures round each.
            (Some(one), Some(other)) if matches!(figure, Figure::Gap | Figure::Border) => {
                (one - other).abs() <= 1e-8 * other.abs().max(1.0)
            }
            (Some(one), Some(other)) => (one - other).abs() <= 1e-12 * other.abs().max(1.0),
            (one, other) => one == other,
        };
        assert!(is_same, "{about}: {figure:?} {:?} instead of {:?}", found.get(figure), expected.get(figure));
    }
}

/// 150 random regions, five situations each: the study itself and eight draws, figure by figure, against the measures on what is changed.
#[test]
fn what_is_measured_fast_is_what_the_measures_say() {
    let (mut known, mut bordered, mut visited) = (0, 0, 0);
    for seed in 0..150 {
        let mut draws = Draws::new(910_000 + seed);
        let (region, study) = any_case(&mut draws);
        let uncertain = any_ranges(&mut draws);
        let all = situations(&mut draws, &region, &study);
        for (number, situation) in all.iter().enumerate() {
            let ready = Ready::new(&region, situation, &uncertain, &pay);
            let own = outcome(situation.clone(), pay(situation, &situation.study, &situation.region.cells.counts), None);
            assert_same(&ready.values(&[], None).0, &Values::of(&own.headline), &format!("seed {seed}, situation {number}, the study"));
            for draw_number in 0..uncertain.draws {
                let assumed = draw(&uncertain, draw_number);
                let today = measured(&region, &all[0], &uncertain, &assumed, None);
                let own = measured(&region, situation, &uncertain, &assumed, None);
                // With what is fitted to its own desks, as today has it, and with what is fitted to today.
                for (kappa, expected) in
                    [(None, own), (Some(today.usage.demand.kappa), measured(&region, situation, &uncertain, &assumed, Some(&today)))]
                {
                    let (found, fitted) = ready.values(&assumed, kappa);
                    let about = format!("seed {seed}, situation {number}, {assumed:?}");
                    assert!((fitted - expected.usage.demand.kappa).abs() <= 1e-12 * fitted.max(1.0), "{about}: {fitted}");
                    let expected = Values::of(&expected.headline);
                    assert_same(&found, &expected, &about);
                    let more = |figure: Figure| u32::from(expected.get(figure).is_some_and(|value| value > 0.0));
                    (known, bordered, visited) =
                        (known + more(Figure::Moment), bordered + more(Figure::Border), visited + more(Figure::Visits));
                }
            }
        }
    }
    assert!(known > 4000 && bordered > 4000 && visited > 4000, "{known} {bordered} {visited}");
}

/// The whole of it, counted again from the measures: ranges, ranks, and the lead at both ends of each assumption.
#[test]
fn ranges_ranks_and_leads_are_those_of_the_measures() {
    for seed in 0..12 {
        let mut draws = Draws::new(920_000 + seed);
        let (region, study) = any_case(&mut draws);
        let uncertain = Uncertain { draws: 20, ..any_ranges(&mut draws) };
        let all = situations(&mut draws, &region, &study);
        let refs: Vec<&Situation> = all.iter().collect();
        let figures = |assumed: &[Assumed]| all_measured(&region, &refs, &uncertain, assumed);
        let own = figures(&[]);
        let found = certainty(&region, &refs, &own, &uncertain, &pay, &|| false).unwrap();
        let drawn: Vec<Vec<Values>> = (0..20).map(|number| figures(&draw(&uncertain, number))).collect();
        for spread in &found.spreads {
            let mut values: Vec<f64> = drawn.iter().filter_map(|draw| draw[spread.scenario].get(spread.figure)).collect();
            values.sort_by(f64::total_cmp);
            // Of twenty draws the first, the tenth and the nineteenth.
            if values.len() == 20 {
                for (found, expected) in [(spread.low, values[0]), (spread.median, values[9]), (spread.high, values[18])] {
                    assert!((found - expected).abs() <= 1e-8 * expected.abs().max(1.0), "seed {seed}: {spread:?} {values:?}");
                }
            }
        }
        let alike = |one: usize| (0..all.len()).filter(|other| all[*other].setting == all[one].setting).collect();
        let groups: Vec<_> = (0..all.len()).map(alike).collect();
        assert_eq!(found.ranks, ranks(found.rule, &drawn, &groups), "seed {seed}");
        let best = found.best.unwrap();
        for swing in &found.swings {
            for end in &swing.ends {
                let values = figures(std::slice::from_ref(&end.assumed));
                let lead = found.rule.value(&values[best]) - found.rule.value(&values[0]);
                assert!((end.ahead.unwrap() - lead).abs() < 1e-12, "seed {seed}: {end:?} {lead}");
            }
        }
        assert!(found.swings.windows(2).all(|pair| pair[0].size() >= pair[1].size()));
        assert!(certainty(&region, &refs, &own, &uncertain, &pay, &|| true).is_none(), "asked to stop");
    }
}

/// Common random numbers: two situations that are the same are the same in every draw, whatever the threads.
#[test]
fn threads_change_nothing() {
    let mut draws = Draws::new(930_000);
    let (region, study) = any_case(&mut draws);
    let uncertain = Uncertain { draws: 50, ..any_ranges(&mut draws) };
    let all = situations(&mut draws, &region, &study);
    let refs: Vec<&Situation> = all.iter().chain([&all[0]]).collect();
    let own = all_measured(&region, &refs, &uncertain, &[]);
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| certainty(&region, &refs, &own, &uncertain, &pay, &|| false).unwrap())
    };
    let found = with(1);
    assert_eq!(found, with(2));
    assert_eq!(found, with(5));
    for spread in found.spreads.iter().filter(|spread| spread.scenario == 0) {
        let again = found.spread(all.len(), spread.figure).unwrap();
        assert_eq!((spread.low, spread.median, spread.high), (again.low, again.median, again.high));
    }
}

/// What a study is under other assumptions, by hand: groups that state something of their own keep it.
#[test]
fn groups_keep_what_is_their_own() {
    let mut draws = Draws::new(940_000);
    let mut study = study(&mut draws);
    let step = |norm: f64| Decay::Step { norm: metres(norm) };
    let reach = |norm: f64, detour, decay| GroupReach { norm: metres(norm), detour, decay };
    (study.reach.norm, study.reach.detour, study.reach.decay) = (metres(2000.0), 1.2, step(2000.0));
    let linear = Decay::Linear { full: metres(1.0), none: metres(9.0) };
    let own = [("65+", reach(1000.0, 1.2, step(1000.0))), ("men", reach(2000.0, 1.5, linear)), ("women", reach(2000.0, 1.2, step(2000.0)))];
    study.reach.groups = own.map(|(group, reach)| (Group::parse(group), reach)).into();
    let assumed = [Assumed::Norm(metres(3000.0)), Assumed::Detour(1.4), Assumed::Decay(step(5.0)), Assumed::Need(Group::parse("men"), 0.5)];
    let of = |study: &Study, group: &str| study.reach.of(&Group::parse(group));
    let changed = assume(&study, Setting::default(), &assumed);
    assert_eq!(of(&changed, "all"), reach(3000.0, 1.4, step(3000.0)));
    assert_eq!(of(&changed, "65+"), reach(1000.0, 1.4, step(1000.0)));
    assert_eq!(of(&changed, "men"), reach(3000.0, 1.5, linear));
    assert_eq!(of(&changed, "women"), reach(3000.0, 1.4, step(3000.0)));
    assert!((changed.need.weight(&Group::parse("men")) - 0.5).abs() < 1e-12);
    // A scenario's own norm stays.
    let set = Setting { norm: Some(metres(2000.0)), year: None };
    assert_eq!(of(&assume(&study, set, &assumed), "all"), reach(2000.0, 1.4, step(2000.0)));
    // Another decay of everyone, followed by who has that of everyone.
    let changed = assume(&study, Setting::default(), &[Assumed::Decay(linear)]);
    assert_eq!((of(&changed, "65+").decay, of(&changed, "men").decay), (linear, linear));
}
