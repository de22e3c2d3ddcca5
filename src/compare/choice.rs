//! Which scenario to take.

use super::outcome::{Headline, Outcome};
use crate::model::Setting;
use crate::units::Share;

/// What is advised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Choice {
    /// There is nothing to choose from.
    Nothing,
    /// Nothing that fits the money is better than today.
    Today {
        /// The scenario that helps most and does not fit the money, by place.
        dearer: Option<usize>,
    },
    /// Today does not fit the money, and nothing is better than today.
    TodayTooDear,
    /// Today does not fit the money, and what fits helps less than today.
    Less {
        /// The one of these that helps most, by place.
        place: usize,
        /// One that helps more than today and does not fit the money, by place.
        dearer: Option<usize>,
    },
    /// A scenario that fits the money, or of which no money is known.
    Scenario {
        /// Its place among the scenarios.
        place: usize,
        /// One that helps more and does not fit the money, by place.
        dearer: Option<usize>,
    },
    /// Neither today nor any scenario fits the money, and one is better than today.
    TooDear {
        /// The scenario that helps most.
        place: usize,
    },
}

/// Differences of coverage below this are none: 0.05 percentage points.
const SAME: f64 = 5e-4;

/// Chooses among scenarios under the circumstances of the study, others are no choice but a question: the one with the highest moment
/// coverage (where no hours are known: the largest share within the norm) that every pool can pay, ties to the cheaper, then to the
/// first. A scenario that is no better than today by 0.05 percentage points is chosen only when today does not fit the money and it is no
/// worse; one that is worse is never chosen, but told where nothing else fits. O(n).
#[must_use]
pub fn choice(today: &Outcome, scenarios: &[&Outcome]) -> Choice {
    let heads: Vec<Option<&Headline>> =
        scenarios.iter().map(|one| (one.situation.setting == Setting::default()).then_some(&one.headline)).collect();
    chosen(&today.headline, &heads)
}

fn chosen(today: &Headline, scenarios: &[Option<&Headline>]) -> Choice {
    let fits = Headline::fits;
    let all = || scenarios.iter().enumerate().filter_map(|(place, head)| Some((place, (*head)?)));
    let best = |keep: &dyn Fn(&Headline) -> bool| {
        all().filter(|(_, head)| keep(head)).reduce(|one, other| if is_better(other.1, one.1) { other } else { one })
    };
    let Some(most) = best(&|_| true) else { return Choice::Nothing };
    let dearer = |than: &Headline| best(&|head| !fits(head)).filter(|(_, head)| gain(head, than) > SAME).map(|(place, _)| place);
    match best(&fits) {
        Some((place, head)) if gain(head, today) > SAME || (!fits(today) && gain(head, today) >= -SAME) => {
            Choice::Scenario { place, dearer: dearer(head) }
        }
        _ if fits(today) => Choice::Today { dearer: dearer(today) },
        Some((place, _)) => Choice::Less { place, dearer: dearer(today) },
        None if gain(most.1, today) > SAME => Choice::TooDear { place: most.0 },
        None => Choice::TodayTooDear,
    }
}

/// How much more one covers than the other, as a share.
fn gain(one: &Headline, other: &Headline) -> f64 {
    let within = |head: &Headline| head.share_within.map_or(0.0, Share::get);
    match (one.moment, other.moment) {
        (Some(one), Some(other)) => one - other,
        _ => within(one) - within(other),
    }
}

fn is_better(one: &Headline, other: &Headline) -> bool {
    let gain = gain(one, other);
    gain > SAME || (gain.abs() <= SAME && one.cost.zip(other.cost).is_some_and(|(one, other)| one < other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Euros;

    fn head(moment: f64, cost: i64, left: i64) -> Headline {
        let euros = |euros: i64| Some(Euros::from_cents(euros * 100));
        Headline { moment: Some(moment), cost: euros(cost), left: euros(left), short: euros((-left).max(0)), ..Headline::default() }
    }

    /// Money is 100. Each case: coverage and cost of today, those of the scenarios, what to choose.
    #[test]
    fn the_most_that_the_money_buys() {
        let choose = |today: (f64, i64), scenarios: &[(f64, i64)]| {
            let heads: Vec<Headline> = scenarios.iter().map(|(moment, cost)| head(*moment, *cost, 100 - cost)).collect();
            chosen(&head(today.0, today.1, 100 - today.1), &heads.iter().map(Some).collect::<Vec<_>>())
        };
        assert_eq!(choose((0.4, 90), &[]), Choice::Nothing);
        assert_eq!(choose((0.4, 90), &[(0.5, 99), (0.45, 95)]), Choice::Scenario { place: 0, dearer: None });
        assert_eq!(choose((0.4, 90), &[(0.45, 95), (0.6, 120)]), Choice::Scenario { place: 0, dearer: Some(1) });
        // As good, and cheaper.
        assert_eq!(choose((0.4, 90), &[(0.5, 99), (0.5, 95)]), Choice::Scenario { place: 1, dearer: None });
        // No better than today.
        assert_eq!(choose((0.4, 90), &[(0.4, 95), (0.3, 50)]), Choice::Today { dearer: None });
        assert_eq!(choose((0.4, 90), &[(0.3, 50), (0.6, 120)]), Choice::Today { dearer: Some(1) });
        // Today does not fit: as good for less money is chosen, what covers less is told.
        assert_eq!(choose((0.4, 110), &[(0.4, 95), (0.2, 50)]), Choice::Scenario { place: 0, dearer: None });
        assert_eq!(choose((0.4, 110), &[(0.3, 95), (0.2, 50)]), Choice::Less { place: 0, dearer: None });
        assert_eq!(choose((0.4, 110), &[(0.0, 0), (0.5, 120)]), Choice::Less { place: 0, dearer: Some(1) });
        // Nothing fits, and nothing is better.
        assert_eq!(choose((0.4, 110), &[(0.39, 105), (0.4, 120)]), Choice::TodayTooDear);
        assert_eq!(choose((0.4, 110), &[(0.5, 120), (0.6, 130)]), Choice::TooDear { place: 1 });
    }

    /// Two pools of 100. The better scenario costs 150 in one of them and 20 in the other: 30 are left together, but the first lacks 50.
    #[test]
    fn no_pool_pays_for_another() {
        let lacks = Headline { short: Some(Euros::from_cents(5000)), ..head(0.6, 170, 30) };
        let (today, other) = (head(0.4, 100, 100), head(0.5, 180, 20));
        assert_eq!(chosen(&today, &[Some(&lacks), Some(&other)]), Choice::Scenario { place: 1, dearer: Some(0) });
        assert_eq!(chosen(&today, &[Some(&lacks)]), Choice::Today { dearer: Some(0) });
    }

    #[test]
    fn other_circumstances_are_no_choice() {
        let (today, better) = (head(0.4, 1, 1), head(0.9, 1, 1));
        assert_eq!(chosen(&today, &[None]), Choice::Nothing);
        assert_eq!(chosen(&today, &[None, Some(&better)]), Choice::Scenario { place: 1, dearer: None });
    }

    #[test]
    fn where_no_hours_are_known_the_norm_counts() {
        let share = |share: f64| Headline { share_within: Share::new(share), ..Headline::default() };
        assert_eq!(chosen(&share(0.5), &[Some(&share(0.6)), Some(&share(0.7))]), Choice::Scenario { place: 1, dearer: None });
    }
}
