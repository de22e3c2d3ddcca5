//! Floating catchment against `access` of `PySAL`, and the identity it must keep.

use bereik::measure::{Access, Floating, Zones, floating};
use proptest::prelude::*;

use super::random::{Raw, raws};
use super::region::{metres, near, of_desk, pairs, region, site, study, untimed};

/// Cells: easting, northing, need. The last reaches no desk; the one but last reaches the fourth desk at no distance within the limit.
const CELLS: [(f64, f64, f64); 12] = [
    (0.0, 0.0, 120.0),
    (1500.0, 500.0, 80.0),
    (3000.0, -1000.0, 45.0),
    (4200.0, 2600.0, 200.0),
    (6000.0, 0.0, 60.0),
    (7500.0, 4000.0, 35.0),
    (9000.0, -2000.0, 150.0),
    (2000.0, 7000.0, 90.0),
    (-4000.0, 3000.0, 25.0),
    (12_000.0, 1000.0, 70.0),
    (16_000.0, 6000.0, 110.0),
    (40_000.0, 0.0, 55.0),
];
/// Desks: easting, northing, supply. Cell 0 is exactly 10 km from the third; nobody reaches the last.
const SITES: [(f64, f64, f64); 5] =
    [(500.0, 0.0, 8.0), (5000.0, 1000.0, 20.0), (10_000.0, 0.0, 12.5), (-1000.0, 6000.0, 6.0), (0.0, 90_000.0, 40.0)];

/// `access` 1.1.10.post3 (numpy 2.4.6, pandas 3.1.1): `two_stage_fca(max_cost=10000)`, `enhanced_two_stage_fca` and `three_stage_fca` with
/// `weight_fn=step_fn({10000/3: 1, 20000/3: 0.68, 10000: 0.22})` on the table of all distances; a table cut at 10 km gives the same. It has
/// no value (NaN) for the last cell, where we have 0. Its 3SFCA is that of method §4: f · f / Σ f in both steps, Σ over every site of the
/// table (`W3 * G` in its `fca.py`).
const EXPECTED: [(Floating, [f64; 12]); 3] = [
    (
        Floating::TwoStep,
        [
            0.056_323_152_491_366_095,
            0.056_323_152_491_366_095,
            0.056_323_152_491_366_095,
            0.056_323_152_491_366_095,
            0.056_323_152_491_366_095,
            0.056_323_152_491_366_095,
            0.047_162_847_147_854_646,
            0.041_955_336_399_412_076,
            0.041_955_336_399_412_076,
            0.037_224_958_949_096_88,
            0.014_367_816_091_954_023,
            0.0,
        ],
    ),
    (
        Floating::Enhanced,
        [
            0.053_879_676_091_305_57,
            0.053_879_676_091_305_57,
            0.057_679_662_835_818_095,
            0.070_817_455_408_555_8,
            0.064_082_462_729_200_01,
            0.046_177_164_859_507_55,
            0.050_976_935_625_138_005,
            0.025_409_021_696_164_026,
            0.028_094_127_843_305_9,
            0.032_307_967_794_454_884,
            0.005_514_337_276_919_992,
            0.0,
        ],
    ),
    (
        Floating::ThreeStep,
        [
            0.047_535_310_265_648_195,
            0.047_535_310_265_648_195,
            0.065_492_773_554_071_22,
            0.057_055_842_918_693_74,
            0.060_304_119_900_631_02,
            0.043_779_516_147_445_595,
            0.056_800_942_426_570_2,
            0.035_173_513_233_420_72,
            0.031_143_150_410_073_9,
            0.051_641_966_865_443_94,
            0.012_770_820_892_487_537,
            0.0,
        ],
    ),
];

fn zones(limit: f64, detour: f64) -> Zones {
    Zones { limit: metres(limit), detour, weights: [1.0, 0.68, 0.22] }
}

/// The case above with every coordinate `factor` times.
fn access(factor: f64, zones: &Zones, kind: Floating) -> Access {
    let sites = SITES.iter().enumerate().map(|(number, (x, y, _))| site(number, (x * factor, y * factor), of_desk(&untimed(1.0))));
    let cells: Vec<_> = CELLS.iter().map(|(x, y, need)| ((x * factor, y * factor), vec![*need])).collect();
    let matrix = pairs(&region(&["all"], &cells, sites.collect()), &study(10_000.0));
    floating(&matrix, &SITES.map(|(_, _, supply)| supply), &CELLS.map(|(_, _, need)| need), zones, kind)
}

#[test]
fn agrees_with_pysal_access() {
    for (kind, expected) in EXPECTED {
        let found = access(1.0, &zones(10_000.0, 1.0), kind);
        for (found, expected) in found.access.iter().zip(expected) {
            near(*found, expected, 1e-9 * expected);
        }
        assert_eq!(found.ratio[4].to_bits(), 0, "nobody reaches the last desk");
    }
}

/// Half as far with a detour of 2 is the same.
#[test]
fn a_detour_lengthens_every_way() {
    for kind in Floating::ALL {
        assert_eq!(access(0.5, &zones(10_000.0, 2.0), kind), access(1.0, &zones(10_000.0, 1.0), kind));
    }
}

/// One cell of 10 with a desk of 4 in the near third and one of 6 in the far third.
#[test]
fn one_cell_by_hand() {
    let sites = [0.0, 9000.0].iter().enumerate().map(|(number, x)| site(number, (*x, 0.0), of_desk(&untimed(1.0)))).collect();
    let matrix = pairs(&region(&["all"], &[((0.0, 0.0), vec![10.0])], sites), &study(10_000.0));
    let ratio = |kind| floating(&matrix, &[4.0, 6.0], &[10.0], &zones(10_000.0, 1.0), kind).ratio;
    // 4/10 and 6/10; with a weight of 0.22 the second is 6/2.2.
    assert_eq!(ratio(Floating::TwoStep), [0.4, 0.6]);
    near(ratio(Floating::Enhanced)[1], 6.0 / 2.2, 1e-12);
    // G = 1/1.22 and 0.22/1.22: 10 people weigh 10/1.22 on the first and 10·0.22·0.22/1.22 on the second.
    near(ratio(Floating::ThreeStep)[0], 0.488, 1e-12);
    near(ratio(Floating::ThreeStep)[1], 6.0 * 1.22 / 0.484, 1e-9);
}

/// The border of a zone belongs to the nearer one: a limit of 9 km has its borders at 3 and 6.
#[test]
fn the_border_of_a_zone_is_within_it() {
    for (way, weight) in [(3000.0, 1.0), (3000.5, 0.68), (6000.0, 0.68), (6000.5, 0.22), (9000.0, 0.22)] {
        let sites = vec![site(0, (way, 0.0), of_desk(&untimed(1.0)))];
        let matrix = pairs(&region(&["all"], &[((0.0, 0.0), vec![10.0])], sites), &study(10_000.0));
        let found = floating(&matrix, &[5.0], &[10.0], &zones(9000.0, 1.0), Floating::Enhanced);
        // 5 hours for 10 people who each weigh so much.
        near(found.ratio[0], 0.5 / weight, 1e-12);
    }
}

proptest! {
    /// All supply that any need reaches is handed out, no more and no less.
    #[test]
    fn what_is_handed_out_is_what_there_is(
        raw in raws(),
        supply in prop::collection::vec(0.0..60.0, 8),
        limit in 100.0..5000.0,
        detour in 1.0..1.5,
        weights in (0.0..1.0, 0.0..1.0, 0.0..1.0),
    ) {
        let Raw { region, .. } = raw;
        let matrix = pairs(&region, &study(5000.0));
        let need = region.cells.residents();
        let weights = [weights.0, weights.1, weights.2];
        let supply = &supply[..region.sites.len()];
        for kind in Floating::ALL {
            let found = floating(&matrix, supply, need, &Zones { limit: metres(limit), detour, weights }, kind);
            // Who reaches what, by the definition of the zones.
            let weight = |metres: f64| match (kind, metres * detour) {
                (_, way) if way > limit => 0.0,
                (Floating::TwoStep, _) => 1.0,
                (_, way) => weights[if way <= limit / 3.0 { 0 } else if way <= limit * 2.0 / 3.0 { 1 } else { 2 }],
            };
            let reached = |site: usize| {
                (0..need.len()).any(|cell| need[cell] > 0.0 && matrix.row(cell).any(|(of, metres)| of == site && weight(metres) > 0.0))
            };
            let there: f64 = (0..supply.len()).filter(|site| reached(*site)).map(|site| supply[site]).sum();
            let handed: f64 = found.access.iter().zip(need).map(|(access, need)| access * need).sum();
            prop_assert!((handed - there).abs() <= 1e-9 * there.max(1.0), "{kind:?}: {handed} of {there}");
        }
    }
}
