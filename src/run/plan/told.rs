//! Obstacles in words.

use crate::model::Region;
use crate::plan::{Condition, NoPlan, Obstacle, Purse, Within};
use crate::text::{PlanCondition, PlanPlace, PlanSentence, Text, Told};
use crate::week::Moment;

/// Why there is no plan: each reason with what to do.
pub(super) fn no_plan(region: &Region, purse: &Purse, no_plan: &NoPlan, text: &dyn Text) -> Vec<Told> {
    match no_plan {
        NoPlan::NothingYet => vec![text.plan_sentence(&PlanSentence::NothingYet)],
        NoPlan::Obstacles(obstacles) => obstacles.iter().map(|one| obstacle(region, purse, one, text)).collect(),
    }
}

fn obstacle(region: &Region, purse: &Purse, obstacle: &Obstacle, text: &dyn Text) -> Told {
    let site = |site: usize| region.sites[site].name.as_str();
    let place = |within: Within| match within {
        Within::Study => PlanPlace::Study,
        Within::Municipality(index) => PlanPlace::Municipality(&region.municipalities[index].name),
        Within::Area(index) => PlanPlace::Area(&region.areas[index].name),
        Within::Venue(venue) => PlanPlace::Venue(text.venue(venue)),
    };
    let conditions: Vec<PlanCondition>;
    let sentence = match obstacle {
        Obstacle::NoHourRate => PlanSentence::NoHourRate,
        Obstacle::Budget { pool, needed, available } => {
            let pool = pool.and_then(|pool| purse.pools.get(pool)).map(|pool| pool.name.as_str());
            PlanSentence::Budget { pool, needed: *needed, available: *available }
        }
        Obstacle::TooFar { municipality, residents, nearest, distance } => PlanSentence::TooFar {
            place: municipality.map(|index| region.municipalities[index].name.as_str()),
            residents: *residents,
            nearest: *nearest,
            distance: *distance,
        },
        Obstacle::TooFewNear { possible, asked, distance } => {
            PlanSentence::TooFewNear { possible: *possible, asked: *asked, distance: *distance }
        }
        Obstacle::TooFew { within, hours, asked, possible } => {
            PlanSentence::TooFew { place: place(*within), hours: *hours, asked: *asked, possible: *possible }
        }
        Obstacle::TooMany { within, most, present } => PlanSentence::TooMany { place: place(*within), most: *most, present: *present },
        Obstacle::NotBoth { sites: (one, other) } => PlanSentence::NotBoth { sites: (site(*one), site(*other)) },
        Obstacle::TooNear { sites: (one, other), apart, asked } => {
            PlanSentence::TooNear { sites: (site(*one), site(*other)), apart: *apart, asked: *asked }
        }
        Obstacle::Staff { library, most, present, at } => {
            PlanSentence::Staff { library: &region.libraries[*library].name, most: *most, present: *present, at: Moment::of_quarter(*at) }
        }
        Obstacle::NoWeek { site: index } => PlanSentence::NoWeek { site: site(*index) },
        Obstacle::Together { conditions: kinds } => {
            conditions = kinds.iter().map(|kind| condition(*kind)).collect();
            PlanSentence::Together { conditions: &conditions }
        }
    };
    text.plan_sentence(&sentence)
}

fn condition(condition: Condition) -> PlanCondition {
    match condition {
        Condition::Budget => PlanCondition::Budget,
        Condition::Counts => PlanCondition::Counts,
        Condition::NotBoth => PlanCondition::NotBoth,
        Condition::Apart => PlanCondition::Apart,
        Condition::EveryoneWithin => PlanCondition::EveryoneWithin,
        Condition::Staff => PlanCondition::Staff,
        Condition::Required => PlanCondition::Required,
    }
}
