//! Joint plans: what municipalities gain together is never less than nothing.

use bereik::compare::{JointPool, joint};
use bereik::plan::Limit;
use bereik::plan::kernel::Effort;
use bereik::units::Euros;

use super::draws::Draws;
use super::request::{ASKS, Ask, GOALS, case};

#[test]
fn together_is_no_worse_than_apart() {
    let (mut plans, mut gains) = (0, 0);
    for number in 0..150u32 {
        let mut draws = Draws::new(100_000 + u64::from(number));
        let asks: Vec<Ask> = ASKS.into_iter().filter(|ask| *ask != Ask::Amount && draws.chance(0.15)).collect();
        let mut case = case(&mut draws, GOALS[number as usize % 3], &asks);
        case.request.limit = Some(Limit::Pools);
        let members: Vec<usize> = (0..case.region.municipalities.len()).filter(|index| case.region.in_study[*index]).collect();
        let money = case.purse.pools[0].available.max(Euros::ZERO);
        let count = i64::try_from(members.len()).unwrap();
        let part = |index: &usize| (*index, Euros::from_cents(money.cents() / count));
        let pools = [JointPool { pool: 0, members: members.iter().map(part).collect() }];
        let mut region = case.region.clone();
        for plan in joint(case.given(), &mut region, &case.request, &case.purse, &pools, Effort::default()) {
            let scale: f64 = plan.rows.iter().map(|row| row.separate).sum();
            assert!(plan.value() >= -1e-9 * scale.max(1.0), "{number}: {plan:?}");
            assert!(plan.rows.iter().all(|row| row.separate <= row.need + 1e-9 && row.joint <= row.need + 1e-9), "{number}: {plan:?}");
            let joint: Euros = plan.rows.iter().map(|row| row.joint_cost).sum();
            assert!(joint <= plan.money, "{number}: {plan:?}");
            plans += 1;
            gains += u32::from(plan.value() > 1e-6);
        }
        assert_eq!(region.sites, case.region.sites);
    }
    assert!(plans > 70 && gains > 20, "{plans} plans, {gains} gain");
}
