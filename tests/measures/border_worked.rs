//! Two island municipalities on one line, worked out by hand.
//!
//! West (0) has a desk at 0 m, open 4 hours a week; East (1) has one at 4000 m, open 16 hours, those of West among them. Four squares:
//!
//! | square | at | municipality | residents | nearest | own |
//! | --- | --- | --- | --- | --- | --- |
//! | 0 | 0 m | West | 100 | West 0 m | 0 m |
//! | 1 | 3000 m | West | 40 | East 1000 m | 3000 m |
//! | 2 | 4000 m | East | 60 | East 0 m | 0 m |
//! | 3 | 1500 m | East | 10 | West 1500 m | 2500 m |

use bereik::measure::border::{
    Basis, BorderEffect, Cases, Flows, Party, Side, Territory, balances, border_areas, effects, flows, library_use, orphans, shared_places,
};
use bereik::measure::{Level, Who, coverage, desks, pairs};
use bereik::model::{CostKey, Decay, Library, Period, Region, Scope, Status, Study};

use super::region::{metres, municipality, near, of_desk, region, site, study, timed};

/// West and East, one library for both.
fn islands() -> (Region, Study) {
    let cells = [((0.0, 0.0), vec![100.0]), ((3000.0, 0.0), vec![40.0]), ((4000.0, 0.0), vec![60.0]), ((1500.0, 0.0), vec![10.0])];
    let west = site(0, (0.0, 0.0), of_desk(&timed("ma 9-13")));
    let mut east = site(1, (4000.0, 0.0), of_desk(&timed("ma,di 9-17")));
    east.municipality = Some(1);
    let mut region = region(&["all"], &cells, vec![west, east]);
    region.municipalities.push(municipality(1));
    region.in_study.push(true);
    region.cells.municipality = vec![0, 0, 1, 1];
    region.libraries = vec![Library { name: "Eiland".to_owned(), municipalities: vec![(0, Period::default()), (1, Period::default())] }];
    region.sites.iter_mut().for_each(|site| site.library = Some(0));
    (region, study(2000.0))
}

/// Halved with every kilometre, up to 4 km.
fn halved(study: &mut Study) {
    study.reach.decay = Decay::Exponential { half: metres(1000.0), limit: metres(4000.0) };
}

fn flows_of(region: &Region, study: &Study) -> Vec<Flows> {
    let open = desks(region, study.moments.outside_desk_hours);
    flows(region, study, &coverage(region, study), &pairs(region, study), &open)
}

fn effects_of(region: &Region, study: &Study) -> Vec<BorderEffect> {
    let coverage = coverage(region, study);
    let open = desks(region, study.moments.outside_desk_hours);
    effects(region, study, &Cases::of(region, study, &coverage, &pairs(region, study), &open), &coverage.need)
}

fn cases_of(region: &Region, study: &Study) -> Cases {
    Cases::of(region, study, &coverage(region, study), &pairs(region, study), &desks(region, study.moments.outside_desk_hours))
}

fn effect(effects: &[BorderEffect], party: Party, side: Side) -> &BorderEffect {
    effects.iter().find(|row| row.party == party && row.side == side && row.who == Who::Group(0)).unwrap()
}

#[track_caller]
fn flow(flows: &[Flows], region: &Region, basis: Basis, from: usize, to: Option<usize>) -> f64 {
    let flows = flows.iter().find(|flows| flows.basis == basis).unwrap();
    let to = to.map(Territory::Municipality);
    let rows = flows.by_territory(region).into_iter();
    rows.filter(|(home, there, ..)| *home == Territory::Municipality(from) && *there == to).map(|(_, _, residents, _)| residents).sum()
}

#[test]
fn the_nearest_desk() {
    let (region, study) = islands();
    let flows = flows_of(&region, &study);
    for (from, to, residents) in [(0, Some(0), 100.0), (0, Some(1), 40.0), (1, Some(1), 60.0), (1, Some(0), 10.0), (0, None, 0.0)] {
        near(flow(&flows, &region, Basis::Nearest, from, to), residents, 1e-12);
    }
    let found: Vec<_> = balances(&region, &flows[0]).iter().map(|row| (row.own, row.out, row.comes_in, row.net())).collect();
    assert_eq!(found, [(100.0, 40.0, 10.0, -30.0), (60.0, 10.0, 40.0, 30.0)]);
}

/// The desks draw by √4 = 2 and √16 = 4. Square 0: West 2·1, East 4·2⁻⁴ = 0.25, so 8/9 and 1/9. Square 1: 2·2⁻³ = 0.25 and 4·2⁻¹ = 2, so 1/9 and
/// 8/9. Square 2: 2·2⁻⁴ = 0.125 and 4, so 1/33 and 32/33. Square 3: 2·2^−1.5 = 4·2^−2.5: a half each.
#[test]
fn expected_use() {
    let (region, mut study) = islands();
    halved(&mut study);
    let flows = flows_of(&region, &study);
    for (from, to, residents) in [
        (0, Some(0), (800.0 + 40.0) / 9.0),
        (0, Some(1), (100.0 + 320.0) / 9.0),
        (1, Some(0), 60.0 / 33.0 + 5.0),
        (1, Some(1), 60.0 * 32.0 / 33.0 + 5.0),
        (0, None, 0.0),
    ] {
        near(flow(&flows, &region, Basis::Expected, from, to), residents, 1e-9);
    }
    // With the norm as a step nobody has a choice: square 1 reaches East alone, square 3 West alone.
    study.reach.decay = Decay::Step { norm: metres(2000.0) };
    let flows = flows_of(&region, &study);
    near(flow(&flows, &region, Basis::Expected, 0, Some(1)), 40.0, 1e-12);
    // Within 1 km square 3 has no desk: 10 residents of East are out of reach. Square 1 has East at exactly 1 km.
    study.reach.decay = Decay::Step { norm: metres(1000.0) };
    let flows = flows_of(&region, &study);
    near(flow(&flows, &region, Basis::Expected, 1, None), 10.0, 1e-12);
    near(flow(&flows, &region, Basis::Expected, 0, Some(1)), 40.0, 1e-12);
}

/// In the profile an hour of a weekday morning weighs 0.25/20 and one of an afternoon 0.25/25. West is open 3 and 1 of them: 0.0375 + 0.01 =
/// 0.0475; East 6 and 10: 0.175, without West's 0.1275. Squares 0 and 3 go to West while it is open and else to East, 1 and 2 to East.
#[test]
fn at_every_moment_the_nearest_that_is_open() {
    let (region, mut study) = islands();
    halved(&mut study);
    let flows = flows_of(&region, &study);
    for (from, to, residents) in [
        (0, Some(0), 4.75),
        (0, Some(1), 12.75 + 7.0),
        (0, None, 140.0 - 24.5),
        (1, Some(0), 0.475),
        (1, Some(1), 10.5 + 1.275),
        (1, None, 57.75),
    ] {
        near(flow(&flows, &region, Basis::Moments, from, to), residents, 1e-9);
    }
}

#[test]
fn what_the_border_costs() {
    let (region, study) = islands();
    let effects = effects_of(&region, &study);
    // West: (100·0 + 40·3000)/140 against 40·1000/140; 40 of 140 have a desk within 2 km only across, and 16 hours there.
    let west = effect(&effects, Party::Municipality(0), Side::Own);
    near(west.metres().unwrap(), 80_000.0 / 140.0, 1e-9);
    near(west.with_border.unwrap().mean.get(), 120_000.0 / 140.0, 1e-9);
    assert_eq!((west.p90_metres(), west.within_norm()), (Some(2000.0), Some(40.0)));
    assert_eq!((west.weight, west.without, west.only_across), (140.0, 0.0, 40.0));
    near(west.hours().unwrap(), 640.0 / 140.0, 1e-9);
    // East: square 3 goes 2500 m in place of 1500 m, and has West's 4 hours only across. Its chance of help in one of three tries is
    // 1 − (1 − 0.0475)³.
    let east = effect(&effects, Party::Municipality(1), Side::Own);
    near(east.metres().unwrap(), 10_000.0 / 70.0, 1e-9);
    near(east.hours().unwrap(), 40.0 / 70.0, 1e-9);
    near(east.moments().unwrap(), (1.0 - 0.9525_f64.powi(3)) * 10.0 / 70.0, 1e-12);
    // The study: (120 000 + 25 000)/210 against (40 000 + 15 000)/210.
    let whole = effect(&effects, Party::Study, Side::Own);
    near(whole.metres().unwrap(), 90_000.0 / 210.0, 1e-9);
    assert_eq!(whole.within_norm(), Some(50.0));
    // One library runs both desks: its border costs nothing.
    for party in [Party::Study, Party::Library(0), Party::Municipality(0), Party::Municipality(1)] {
        let library = effect(&effects, party, Side::Library);
        assert_eq!((library.metres(), library.within_norm(), library.hours()), (Some(0.0), Some(0.0), Some(0.0)), "{party:?}");
    }
}

/// Without a desk in East its 70 residents are compared with nobody: they stand in a column of their own, and the study is West's.
#[test]
fn no_own_desk_is_no_number() {
    let (mut region, study) = islands();
    region.sites[1].status = Status::Candidate;
    let effects = effects_of(&region, &study);
    let east = effect(&effects, Party::Municipality(1), Side::Own);
    assert_eq!((east.without, east.across(), east.only_across), (70.0, 70.0, 10.0));
    assert_eq!((east.with_border, east.metres()), (None, None));
    let whole = effect(&effects, Party::Study, Side::Own);
    assert_eq!((whole.without, whole.compared(), whole.metres()), (70.0, 140.0, Some(0.0)));
}

/// With no desk anywhere nobody has one across the border: everyone is in no mean, and no border is to blame.
#[test]
fn no_desk_anywhere() {
    let (mut region, study) = islands();
    region.sites.iter_mut().for_each(|site| site.status = Status::Candidate);
    for effect in effects_of(&region, &study).iter().filter(|effect| effect.party == Party::Study) {
        assert_eq!((effect.without, effect.nowhere, effect.across(), effect.only_across), (210.0, 210.0, 0.0, 0.0));
    }
    assert!(border_areas(&region, &study, &cases_of(&region, &study)).is_empty());
}

#[test]
fn where_it_hurts() {
    let (region, study) = islands();
    let areas = border_areas(&region, &study, &cases_of(&region, &study));
    let found: Vec<_> = areas.iter().map(|area| (area.level, area.index, area.across, area.norm_across, area.metres, area.hours)).collect();
    let level = Level::Municipality;
    assert_eq!(found, [(level, 0, 40.0, 40.0, 80_000.0, 640.0), (level, 1, 10.0, 10.0, 10_000.0, 40.0)]);
    // Only square 1 of West, and square 3 of East, have fewer hours.
    assert_eq!(areas.iter().map(|area| area.lose_hours).collect::<Vec<_>>(), [40.0, 10.0]);
    let main = areas[0].main.unwrap();
    assert_eq!((main.to, main.site, main.residents), (Territory::Municipality(1), 1, 40.0));
    assert_eq!((main.distance.get(), main.own.map(bereik::units::Metres::get)), (1000.0, Some(3000.0)));
}

/// West reaches 100 at home, and 40 of West only East reaches: a half to each. East 60 at home, 10 through West. 100 + 20 + 5 and 60 + 5 + 20.
#[test]
fn what_each_has_of_the_library() {
    let (region, study) = islands();
    let coverage = coverage(&region, &study);
    let uses = library_use(&region, &study, &coverage, &pairs(&region, &study), &flows_of(&region, &study));
    let [used] = uses.as_slice() else { panic!("one library") };
    let weights = |key: CostKey| &used.whole[CostKey::ALL.iter().position(|known| *known == key).unwrap()];
    assert_eq!(weights(CostKey::Shapley), &[125.0, 85.0]);
    assert_eq!(weights(CostKey::ExpectedUse), &[140.0, 70.0]);
    assert_eq!((weights(CostKey::Residents), weights(CostKey::Equal)), (&vec![140.0, 70.0], &vec![1.0, 1.0]));
    // Everyone uses a desk of the library.
    assert_eq!((&used.elsewhere, &used.unreached, used.others), (&vec![0.0, 0.0], &vec![0.0, 0.0], 0.0));
    // The desk of West alone: 100 at home, and 10 of East through it: 105 and 5. It is used by 100 and 10.
    let (site, of_desk) = &used.desks[0];
    assert_eq!((*site, &of_desk[4], &of_desk[0]), (0, &vec![105.0, 5.0], &vec![100.0, 10.0]));
}

/// A third municipality with 50 residents at 8000 m, no desk, and a school at 8500 m; East's desk is 4 km away.
#[test]
fn a_municipality_without_a_desk() {
    let (mut region, study) = islands();
    region.municipalities.push(municipality(2));
    region.in_study.push(true);
    let cells = [((8000.0, 0.0), vec![50.0])];
    let more = super::region::region(&["all"], &cells, Vec::new());
    region.cells.at.0.extend(more.cells.at.0);
    region.cells.counts[0].persons.extend(more.cells.counts[0].persons.clone());
    region.cells.municipality.push(2);
    region.cells.area.push(bereik::model::NONE);
    let mut school = site(2, (8500.0, 0.0), of_desk(&timed("wo 13-16")));
    (school.status, school.municipality, school.venue) = (Status::Candidate, Some(2), bereik::model::Venue::School);
    region.sites.push(school);
    region.site_scope.push(Scope::Study);
    let found = orphans(&region, &study, &cases_of(&region, &study));
    let [orphan] = found.as_slice() else { panic!("one municipality lacks something") };
    assert_eq!((orphan.municipality, orphan.residents, orphan.has_library, orphan.has_desk), (2, 50.0, false, false));
    // First the school inside, run by the library of the desk nearest to it; then East's desk, the nearest across the border.
    let options: Vec<_> = orphan.options.iter().map(|one| (one.site, one.inside, one.open, one.library, one.residents, one.new)).collect();
    assert_eq!(options, [(2, true, false, Some(0), 50.0, 50.0), (1, false, true, Some(0), 0.0, 0.0)]);
    assert_eq!(orphan.options.iter().map(|one| one.mean.get()).collect::<Vec<_>>(), [500.0, 4000.0]);
}

/// A hall at 2000 m in West: within 2 km live square 0 (100, has a desk), 1 (40, has East within 2 km), 2 and 3. With a norm of 900 m only
/// who lives within 900 m of it would be new: nobody of two municipalities. With squares of both that have no desk it serves both.
#[test]
fn one_desk_for_two_municipalities() {
    let (mut region, mut study) = islands();
    let square = |x: f64| geo::MultiPolygon::new(vec![geo::Rect::new((x, -500.0), (x + 2500.0, 500.0)).to_polygon()]);
    region.municipalities[0].shape = bereik::crs::Planar(square(-250.0));
    region.municipalities[1].shape = bereik::crs::Planar(square(2250.0));
    let mut hall = site(2, (2250.0, 0.0), of_desk(&timed("wo 13-16")));
    hall.status = Status::Candidate;
    region.sites.push(hall);
    region.site_scope.push(Scope::Study);
    assert!(shared_places(&region, &study, &cases_of(&region, &study)).is_empty());
    // With a norm of 900 m neither square 1 (East at 1000 m) nor 3 (West at 1500 m) has a desk; both live 750 m from the hall.
    study.reach = bereik::model::Reach::of_norm(metres(900.0));
    let shared = shared_places(&region, &study, &cases_of(&region, &study));
    let [one] = shared.as_slice() else { panic!("one place") };
    let served: Vec<_> = one.served.iter().map(|served| (served.municipality, served.within_norm, served.new)).collect();
    assert_eq!((one.municipality, served, one.new_residents()), (0, vec![(0, 40.0, 40.0), (1, 10.0, 10.0)], 50.0));
}

/// What counts is how many of the other municipality a place serves, not how many in all.
#[test]
fn the_most_shared_place_comes_first() {
    let (mut region, mut study) = islands();
    let square = |x: f64| geo::MultiPolygon::new(vec![geo::Rect::new((x, -500.0), (x + 2500.0, 500.0)).to_polygon()]);
    region.municipalities[0].shape = bereik::crs::Planar(square(-250.0));
    region.municipalities[1].shape = bereik::crs::Planar(square(2250.0));
    // Nobody has a desk.
    region.sites.iter_mut().for_each(|site| site.status = Status::Excluded);
    // At 600 m: 100 of West and 10 of East within 900 m. At 2250 m: 40 of West and 10 of East. At 3500 m, within 900 m: 40 of West, 60 of East.
    for (index, x) in [(2, 600.0), (3, 2250.0), (4, 3500.0)] {
        let mut hall = site(index, (x, 0.0), of_desk(&timed("wo 13-16")));
        hall.status = Status::Candidate;
        region.sites.push(hall);
        region.site_scope.push(Scope::Study);
    }
    study.reach = bereik::model::Reach::of_norm(metres(900.0));
    let found = shared_places(&region, &study, &cases_of(&region, &study));
    let found: Vec<_> = found.iter().map(|one| (one.at.0.x, one.shared_residents(), one.new_residents())).collect();
    assert_eq!(found, [(3500.0, 40.0, 100.0), (600.0, 10.0, 110.0), (2250.0, 10.0, 50.0)]);
}
