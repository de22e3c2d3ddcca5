//! In what the columns of tables are measured.

use super::columns::{Parts, Unit};

/// The unit of a column; `None` for one that no table has.
pub(super) fn unit(table: &str, name: &str) -> Option<Unit> {
    match Parts::of(name) {
        Parts::Within(_) | Parts::LeastHours(_) | Parts::Tries(_) => Some(Unit::Share),
        Parts::Supply(..) => Some(Unit::Supply),
        Parts::Change(of) => match unit(table, of)? {
            Unit::Share => Some(Unit::Points),
            other => Some(other),
        },
        Parts::Today(of) | Parts::Plan(of) => unit(table, of),
        Parts::Whole(name) => of_table(table, name).or_else(|| of_any(name)),
    }
}

/// Names that mean something else in these tables than elsewhere.
fn of_table(table: &str, name: &str) -> Option<Unit> {
    Some(match (table, name) {
        ("budget", "desks") => Unit::Euros,
        ("border-effect", "desks") => Unit::None,
        ("flow-balance", "own") => Unit::Persons,
        ("moments", "week") => Unit::Code,
        ("dilemma", "bound") => Unit::Share,
        ("compare-use" | "compare-quiet", "low" | "high") => Unit::Visits,
        _ => return None,
    })
}

/// What a name means in every other table.
#[expect(clippy::too_many_lines, reason = "a list")]
fn of_any(name: &str) -> Option<Unit> {
    Some(match name {
        "scenario" | "level" | "code" | "name" | "group" | "cell" | "municipality" | "municipality_name" | "area" | "site" | "id"
        | "place" | "library" | "from" | "from_name" | "to" | "to_name" | "basis" | "kind" | "pool" | "day" | "time" | "target"
        | "figure" | "desk" | "assumption" => Unit::Code,
        "venue" | "status" | "scope" | "label" | "hours_from" | "week" | "class" | "by_appointment" | "met" | "source" | "from_scope"
        | "to_scope" | "note" | "across_in" | "desk_across" | "serves" | "lacks" | "where" | "site_municipality" | "key" | "what"
        | "paid_by" | "payer" | "gain_unit" | "gains_most" | "in_place_of" | "in_place_of_name" | "unit" | "proven" | "with"
        | "without" | "way" | "largest_gap_group" | "dominated_by" | "verdict" | "band_from" | "ranked_by" | "low_value" | "high_value"
        | "first_at_low" | "first_at_high" | "changes_first" | "in_plan" => Unit::None,
        "residents"
        | "unreachable"
        | "residents_within_norm"
        | "residents_only_this_site"
        | "residents_outside_study"
        | "inhabitants"
        | "low_education"
        | "out"
        | "none"
        | "in"
        | "net"
        | "compared"
        | "only_across_border"
        | "within_norm_only_across"
        | "within_norm"
        | "within_norm_all_desks"
        | "lost_within_norm"
        | "lost_moment_coverage_persons"
        | "nearest_across"
        | "new_residents"
        | "weight"
        | "new_residents_within_norm"
        | "nearer"
        | "farther"
        | "more_hours"
        | "fewer_hours"
        | "lose_only_desk" => Unit::Persons,
        "need" | "new_need_within_norm" | "need_helped" => Unit::Need,
        "mean_m"
        | "median_m"
        | "p90_m"
        | "distance_m"
        | "gap_m"
        | "equivalent_m"
        | "mean_m_all_desks"
        | "extra_mean_m"
        | "p90_m_all_desks"
        | "extra_p90_m"
        | "distance_across_m"
        | "distance_own_m"
        | "extra_m"
        | "norm_m"
        | "border_extra_mean_m"
        | "largest_gap_m" => Unit::Metres,
        "extra_person_km" => Unit::PersonKilometres,
        "share_within_norm"
        | "hidden_share"
        | "share_without"
        | "moment_coverage"
        | "share_evening_or_saturday"
        | "share_every_weekday"
        | "share_untimed"
        | "lost_to_distance"
        | "lost_to_hours"
        | "share_residents"
        | "share_need"
        | "share"
        | "share_country"
        | "wanted"
        | "found"
        | "share_beyond_norm"
        | "share_own"
        | "share_out"
        | "share_across"
        | "moment_coverage_all_desks"
        | "loses_share"
        | "worse_share"
        | "gap"
        | "separate_share"
        | "joint_share"
        | "separate_gap"
        | "joint_gap"
        | "plan_gap"
        | "first_share"
        | "better_than_today_share"
        | "fits_share"
        | "picked_share"
        | "today_at_low"
        | "today_at_high" => Unit::Share,
        "difference" | "lost_moment_coverage" | "swing" | "lead_at_low" | "lead_at_high" => Unit::Points,
        "grants"
        | "own"
        | "promotion"
        | "direction"
        | "available"
        | "left"
        | "short"
        | "reserve"
        | "repay"
        | "own_left"
        | "grant"
        | "fixed"
        | "for_hours"
        | "total"
        | "cost"
        | "amount"
        | "left_of_grant"
        | "yearly_cost"
        | "extra_yearly_cost"
        | "euros_per_new_resident"
        | "money"
        | "separate_cost"
        | "joint_cost" => Unit::Euros,
        "hours"
        | "staffed_hours"
        | "mean_hours"
        | "mean_hours_most"
        | "median_hours"
        | "hours_weekday_morning"
        | "hours_weekday_afternoon"
        | "hours_weekday_evening"
        | "hours_saturday"
        | "hours_sunday"
        | "hours_other"
        | "hours_all_desks"
        | "lost_hours"
        | "hours_for_grant"
        | "desk_hours" => Unit::Hours,
        "open_desks"
        | "desks"
        | "desks_of_unknown_cost"
        | "rank"
        | "most_desks"
        | "new_desks"
        | "tries"
        | "separate_desks"
        | "joint_desks"
        | "draws"
        | "plans" => Unit::Count,
        "number"
        | "gini_distance"
        | "kappa_per_km"
        | "residents_per_1000_euros"
        | "gain"
        | "loses"
        | "value"
        | "bound"
        | "value_shown"
        | "bound_shown"
        | "gain_per_1000_euros"
        | "separate"
        | "joint"
        | "low"
        | "high"
        | "median"
        | "mean_place" => Unit::Number,
        "visits_week" | "registered" | "expected" | "visits_trial" | "underperforms_below" | "registered_week" => Unit::Visits,
        "trial_weeks" | "registered_weeks" | "weeks" => Unit::Weeks,
        _ => return None,
    })
}
