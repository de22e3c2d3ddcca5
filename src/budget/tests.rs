//! The whole budget: a case worked out by hand, and what holds for every budget.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use proptest::prelude::*;

use super::*;
use crate::model::{DeskCosts, Money, OneOff, Pool, Venue};
use crate::units::{Euros, Hours, Share};

fn cents(cents: i64) -> Euros {
    Euros::from_cents(cents)
}

fn municipality(code: &str, inhabitants: f64, low_educated: Option<f64>, annex: Option<i64>, own: i64) -> MunicipalityMoney {
    MunicipalityMoney {
        code: code.to_owned(),
        name: format!("town {code}"),
        inhabitants,
        low_educated,
        annex: annex.map(cents),
        own: cents(own),
    }
}

fn desk(site: usize, id: &str, venue: Venue, place: (Option<usize>, Option<usize>), hours: Option<f64>) -> Desk {
    let (municipality, library) = place;
    let hours = hours.and_then(Hours::new);
    Desk { site, id: id.to_owned(), venue, municipality, library, hours, costs: DeskCosts::default(), new: false }
}

fn money(pool: Pool) -> Money {
    let one_off = OneOff { cost: cents(400_000), years: NonZeroU32::new(5).unwrap() };
    Money {
        pool,
        promotion: Share::new(0.05).unwrap(),
        direction: Share::new(0.05).unwrap(),
        hour: Some(cents(3_800)),
        site: BTreeMap::from([(Venue::LibraryBranch, cents(150_000)), (Venue::VillageHall, cents(260_000))]),
        one_off: BTreeMap::from([(Venue::VillageHall, one_off)]),
        ..Money::default()
    }
}

/// Two libraries and three municipalities, in no order; the library Noord serves A and B, Zuid serves B and C.
fn case() -> (Vec<MunicipalityMoney>, Vec<Serves>, Vec<Desk>) {
    let municipalities = vec![
        municipality("GM0003", 9_000.0, Some(1_000.0), Some(1_234_567), 0),
        municipality("GM0001", 25_000.0, Some(4_000.0), None, 2_000_000),
        municipality("GM0002", 10_000.0, None, None, 0),
    ];
    let serves = |name: &str, municipalities: &[usize]| Serves { name: name.to_owned(), municipalities: municipalities.to_vec() };
    let libraries = vec![serves("Zuid", &[2, 0, 2]), serves("Elders", &[]), serves("Noord", &[1, 2])];
    let desks = vec![
        desk(4, "hal-a", Venue::VillageHall, (Some(1), Some(2)), Some(4.0)),
        desk(0, "bieb-a", Venue::LibraryBranch, (Some(1), Some(2)), Some(10.0)),
        desk(1, "bieb-c", Venue::LibraryBranch, (Some(0), Some(0)), Some(6.0)),
        desk(3, "kerk-c", Venue::PlaceOfWorship, (Some(0), None), None),
        desk(2, "hal-b", Venue::VillageHall, (Some(2), None), Some(3.0)),
    ];
    (municipalities, libraries, desks)
}

/// The case with its new desk and its desk with a rate of its own.
fn worked(pool: Pool) -> Budget {
    let (municipalities, libraries, mut desks) = case();
    desks[0].new = true;
    desks[2].costs.hour = Some(cents(3_000));
    budget(&money(pool), &municipalities, &libraries, &desks)
}

#[test]
fn grants_are_divided_among_the_libraries_of_a_municipality() {
    // GM0001: 0.83 × 25,000 + 0.70 × 4,000 = 20,750 + 2,800 = 23,550. GM0002: 0.83 × 10,000 = 8,300, halved. GM0003: the annex.
    // Pools by name: 0 = Noord, 1 = Zuid; Elders has no part in it.
    let budget = worked(Pool::Library);
    let part = |pool, grant, own| Part { pool, grant: cents(grant), own: cents(own) };
    let grants: Vec<_> = budget.grants.iter().map(|grant| (grant.code.as_str(), grant.amount.cents(), grant.source)).collect();
    let expected = [("GM0001", 2_355_000, Source::Estimate), ("GM0002", 830_000, Source::Partial), ("GM0003", 1_234_567, Source::Annex)];
    assert_eq!(grants, expected);
    let parts: Vec<_> = budget.grants.iter().map(|grant| grant.parts.clone()).collect();
    let expected = [vec![part(0, 2_355_000, 2_000_000)], vec![part(0, 415_000, 0), part(1, 415_000, 0)], vec![part(1, 1_234_567, 0)]];
    assert_eq!(parts, expected);
    assert_eq!(budget.grants.iter().map(|grant| grant.municipality).collect::<Vec<_>>(), [1, 2, 0]);
}

#[test]
fn desks_are_paid_by_their_library_or_by_the_only_one_of_their_municipality() {
    // bieb-a: 1,500 + 38 × 10 × 48 = 1,500 + 18,240 = 19,740. bieb-c: 1,500 + 30 × 6 × 48 = 1,500 + 8,640 = 10,140.
    // hal-a, new: 2,600 + 38 × 4 × 48 + 800 = 2,600 + 7,296 + 800 = 10,696. hal-b: 2,600 + 38 × 3 × 48 = 2,600 + 5,472 = 8,072, and its
    // municipality has two libraries. kerk-c: hours unknown; the only library of GM0003 is Zuid.
    let budget = worked(Pool::Library);
    let desks: Vec<_> = budget.desks.iter().map(|desk| (desk.id.as_str(), desk.site, desk.pool, desk.cost.total())).collect();
    let expected = [
        ("bieb-a", 0, Some(0), Some(cents(1_974_000))),
        ("bieb-c", 1, Some(1), Some(cents(1_014_000))),
        ("hal-a", 4, Some(0), Some(cents(1_069_600))),
        ("hal-b", 2, None, Some(cents(807_200))),
        ("kerk-c", 3, Some(1), None),
    ];
    assert_eq!(desks, expected);
}

#[test]
fn the_pools_of_two_libraries() {
    let budget = worked(Pool::Library);
    // Noord: grants 23,550 + 4,150 = 27,700; 5 % = 1,385 twice; available 27,700 + 20,000 − 2,770 = 44,930; desks 19,740 + 10,696 = 30,436;
    // left 14,494. Spent 2,770 + 30,436 = 33,206: all of the grants, so that what is left is own money.
    let noord = Balance {
        payer: Payer::Library(2),
        name: "Noord".to_owned(),
        grants: cents(2_770_000),
        own: cents(2_000_000),
        promotion: cents(138_500),
        direction: cents(138_500),
        available: cents(4_493_000),
        desks: cents(3_043_600),
        one_off: cents(80_000),
        settlement: Settlement { left: cents(1_449_400), own_left: cents(1_449_400), ..Settlement::default() },
        unknown: Vec::new(),
        unpriced: Vec::new(),
    };
    // Zuid: grants 4,150 + 12,345.67 = 16,495.67; 5 % = 824.7835, so 824.78 twice; available 14,846.11; desks 10,140; left 4,706.11, all of
    // it grant money. A quarter of the grants is 4,123.9175: 4,123.91 is kept and 4,706.11 − 4,123.91 = 582.20 goes back.
    let zuid = Balance {
        payer: Payer::Library(0),
        name: "Zuid".to_owned(),
        grants: cents(1_649_567),
        own: Euros::ZERO,
        promotion: cents(82_478),
        direction: cents(82_478),
        available: cents(1_484_611),
        desks: cents(1_014_000),
        one_off: Euros::ZERO,
        settlement: Settlement { left: cents(470_611), reserve: cents(412_391), repay: cents(58_220), own_left: Euros::ZERO },
        unknown: vec!["kerk-c".to_owned()],
        unpriced: vec!["kerk-c".to_owned()],
    };
    assert_eq!(budget.pools, [noord, zuid]);
}

#[test]
fn the_pools_of_municipalities_and_of_the_study() {
    // Every municipality pays for the desks on its land: GM0001 19,740 + 10,696 = 30,436, GM0002 8,072, GM0003 10,140.
    let towns = worked(Pool::Municipality);
    let rows: Vec<_> = towns.pools.iter().map(|pool| (pool.payer, pool.name.as_str(), pool.grants.cents(), pool.desks.cents())).collect();
    let expected = [
        (Payer::Municipality(1), "town GM0001", 2_355_000, 3_043_600),
        (Payer::Municipality(2), "town GM0002", 830_000, 807_200),
        (Payer::Municipality(0), "town GM0003", 1_234_567, 1_014_000),
    ];
    assert_eq!(rows, expected);
    // GM0002: 8,300 − 415 − 415 − 8,072 = −602: a shortfall.
    assert_eq!(towns.pools[1].settlement, Settlement { left: cents(-60_200), ..Settlement::default() });

    // Together: 23,550 + 8,300 + 12,345.67 = 44,195.67; 5 % = 2,209.7835, so 2,209.78 twice; + 20,000 own; desks 48,648.
    // 44,195.67 + 20,000 − 4,419.56 − 48,648 = 11,128.11, own money: 44,195.67 is less than the 53,067.56 that was spent.
    let study = worked(Pool::Study);
    let [all] = &study.pools[..] else { panic!("one pool") };
    assert_eq!((all.payer, all.grants, all.desks), (Payer::Study, cents(4_419_567), cents(4_864_800)));
    assert_eq!((all.settlement.left, all.settlement.own_left), (cents(1_112_811), cents(1_112_811)));
}

#[test]
fn a_municipality_without_a_library_is_a_pool_of_its_own() {
    let (municipalities, mut libraries, desks) = case();
    libraries[0].municipalities.clear();
    // Zuid has a desk but no municipality: a pool without money. GM0003 has nobody now, and pays for its church.
    let budget = budget(&money(Pool::Library), &municipalities, &libraries, &desks);
    let rows: Vec<_> = budget.pools.iter().map(|pool| (pool.payer, pool.grants.cents(), pool.unknown.len())).collect();
    // Noord: 23,550 + 8,300 = 31,850, for GM0002 has one library now.
    assert_eq!(rows, [(Payer::Library(2), 3_185_000, 0), (Payer::Library(0), 0, 0), (Payer::Municipality(0), 1_234_567, 1)]);
}

#[test]
fn nothing_has_a_budget_too() {
    assert_eq!(budget(&Money::default(), &[], &[], &[]), Budget { grants: Vec::new(), pools: Vec::new(), desks: Vec::new() });
    let study = budget(&Money { pool: Pool::Study, ..Money::default() }, &[], &[], &[]);
    assert_eq!(study.pools.iter().map(|pool| pool.settlement).collect::<Vec<_>>(), [Settlement::default()]);
}

/// All that a budget is made of.
#[derive(Debug, Clone)]
struct Input {
    money: Money,
    municipalities: Vec<MunicipalityMoney>,
    libraries: Vec<Serves>,
    desks: Vec<Desk>,
}

impl Input {
    fn budget(&self) -> Budget {
        budget(&self.money, &self.municipalities, &self.libraries, &self.desks)
    }
}

/// Municipalities, codes descending, so that sorting has something to do.
fn municipalities() -> impl Strategy<Value = Vec<MunicipalityMoney>> {
    let one = (0u32..900_000, prop::option::of(0u32..90_000), prop::option::of(0i64..90_000_000), 0i64..20_000_000);
    prop::collection::vec(one, 1..8).prop_map(|all| {
        let built = (0..9).rev().zip(all);
        built
            .map(|(code, (people, low, annex, own))| municipality(&format!("GM{code:04}"), people.into(), low.map(f64::from), annex, own))
            .collect()
    })
}

/// Libraries of these municipalities: some serve none, some the same twice.
fn libraries(municipalities: usize) -> impl Strategy<Value = Vec<Serves>> {
    prop::collection::vec(prop::collection::vec(0..municipalities, 0..5), 0..5).prop_map(|all| {
        let named = (0..9).rev().zip(all);
        named.map(|(number, municipalities)| Serves { name: format!("library {number}"), municipalities }).collect()
    })
}

/// Desks in these municipalities and of these libraries, or of none.
fn desks(municipalities: usize, libraries: usize) -> impl Strategy<Value = Vec<Desk>> {
    let one = (0..=municipalities, 0..=libraries, prop::option::of(0.0f64..60.0), any::<bool>());
    prop::collection::vec(one, 0..12).prop_map(move |all| {
        let within = |index: usize, length: usize| (index < length).then_some(index);
        let numbered = all.into_iter().enumerate();
        let built = numbered.map(|(site, (municipality, library, hours, new))| {
            let place = (within(municipality, municipalities), within(library, libraries));
            Desk { new, ..desk(site, &format!("desk-{}", 50 - site), Venue::VillageHall, place, hours) }
        });
        built.collect()
    })
}

fn input() -> impl Strategy<Value = Input> {
    let shares =
        (prop::sample::select(&Pool::ALL[..]), 0.0f64..=1.0, 0.0f64..=0.6, 0.0f64..=0.6).prop_map(|(pool, cut, promotion, direction)| {
            let share = |part| Share::new(part).unwrap();
            Money { cut: share(cut), promotion: share(promotion), direction: share(direction), ..money(pool) }
        });
    let places = municipalities().prop_flat_map(|municipalities| (libraries(municipalities.len()), Just(municipalities)));
    let whole = places
        .prop_flat_map(|(libraries, municipalities)| (desks(municipalities.len(), libraries.len()), Just(libraries), Just(municipalities)));
    (shares, whole).prop_map(|(money, (desks, libraries, municipalities))| Input { money, municipalities, libraries, desks })
}

fn sum(amounts: impl Iterator<Item = Euros>) -> Euros {
    amounts.sum()
}

proptest! {
    #[test]
    fn every_cent_of_income_is_in_one_pool(input in input()) {
        let budget = input.budget();
        prop_assert_eq!(sum(budget.pools.iter().map(|pool| pool.grants)), sum(budget.grants.iter().map(|grant| grant.amount)));
        prop_assert_eq!(sum(budget.pools.iter().map(|pool| pool.own)), sum(budget.grants.iter().map(|grant| grant.own)));
        for grant in &budget.grants {
            prop_assert_eq!(sum(grant.parts.iter().map(|part| part.grant)), grant.amount);
            prop_assert_eq!(sum(grant.parts.iter().map(|part| part.own)), grant.own);
        }
    }

    /// Every desk is paid once, listed as unknown once, or nobody's.
    #[test]
    fn every_desk_is_in_one_place(input in input()) {
        let budget = input.budget();
        prop_assert_eq!(budget.desks.len(), input.desks.len());
        let paid: Vec<&DeskCost> = budget.desks.iter().filter(|desk| desk.pool.is_some()).collect();
        prop_assert_eq!(sum(budget.pools.iter().map(|pool| pool.desks)), sum(paid.iter().filter_map(|desk| desk.cost.total())));
        let unknown = paid.iter().filter(|desk| desk.cost.total().is_none()).count();
        prop_assert_eq!(budget.pools.iter().map(|pool| pool.unknown.len()).sum::<usize>(), unknown);
    }

    #[test]
    fn what_is_left_goes_somewhere_and_at_most_a_quarter_is_kept(input in input()) {
        for pool in input.budget().pools {
            let Settlement { left, reserve, repay, own_left } = pool.settlement;
            prop_assert_eq!(left, pool.available - pool.desks);
            prop_assert_eq!(reserve + repay + own_left, left.max(Euros::ZERO));
            prop_assert!(4 * reserve.cents() <= pool.grants.cents());
            prop_assert!(reserve + repay <= pool.grants && own_left <= pool.own);
            prop_assert!(reserve.min(repay).min(own_left) >= Euros::ZERO);
        }
    }

    #[test]
    fn the_answer_is_sorted_whatever_the_order_of_the_desks(input in input()) {
        let budget = input.budget();
        prop_assert!(budget.desks.is_sorted_by_key(|desk| &desk.id));
        prop_assert!(budget.grants.is_sorted_by_key(|grant| &grant.code));
        prop_assert!(budget.grants.iter().all(|grant| grant.parts.is_sorted_by_key(|part| part.pool)));
        let mut turned = input.clone();
        turned.desks.reverse();
        prop_assert_eq!(turned.budget(), budget);
    }
}
