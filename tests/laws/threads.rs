//! The number of threads changes no result.

use bereik::measure::coverage;
use proptest::prelude::*;

use super::region::{regions, study};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Cells enough for several pieces of work; sums of distances would show another order of adding in their last digit.
    #[test]
    fn one_two_or_seven_threads_give_one_result(region in regions(6_000, 60), norm in 100.0..9_000.0, detour in 1.0..1.6) {
        let study = study(norm, detour);
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| coverage(&region, &study))
        };
        let one = with(1);
        prop_assert_eq!(&one, &with(2));
        prop_assert_eq!(&one, &with(7));
    }
}
