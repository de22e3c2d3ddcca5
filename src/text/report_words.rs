//! The words of tables and maps: fixed labels, no sentences with values in them.

/// The labels of one language. A new label does not compile until both languages have it.
#[derive(Debug)]
pub struct ReportWords {
    /// Column: municipality.
    pub municipality: &'static str,
    /// Column: residents.
    pub residents: &'static str,
    /// Column: mean distance.
    pub mean: &'static str,
    /// Column: median distance.
    pub median: &'static str,
    /// Column: distance within which nine tenths live.
    pub p90: &'static str,
    /// Column: share within the norm; the norm stands behind it.
    pub within: &'static str,
    /// Row: the whole study.
    pub whole_study: &'static str,
    /// Row: cells in no municipality.
    pub outside: &'static str,
    /// Column: id.
    pub id: &'static str,
    /// Column: name.
    pub name: &'static str,
    /// Column: place.
    pub place: &'static str,
    /// Column: kind of venue.
    pub venue: &'static str,
    /// Column: status.
    pub status: &'static str,
    /// Column: library organisation.
    pub library: &'static str,
    /// Above the classes of a map.
    pub distance_to_desk: &'static str,
    /// Above the sites of a map.
    pub sites: &'static str,
    /// A desk of the study.
    pub desk: &'static str,
    /// A desk outside the study.
    pub desk_outside: &'static str,
    /// A place where a desk could be.
    pub candidate: &'static str,
    /// A place where a desk must be.
    pub required: &'static str,
    /// A place where no desk may be.
    pub excluded: &'static str,
    /// Border of a municipality of the study.
    pub border: &'static str,
    /// Inhabited squares that are not reported on.
    pub inhabited_surroundings: &'static str,
    /// Before the files a map is made from.
    pub source: &'static str,
    /// Title of the layer of cells.
    pub cells_title: &'static str,
    /// Title of the layer of areas.
    pub areas_title: &'static str,
    /// Title of the layer of sites.
    pub sites_title: &'static str,
    /// Title of the table of reachable hours.
    pub hours_title: &'static str,
    /// Title of the table of the week.
    pub moments_title: &'static str,
    /// Title of the table of desks.
    pub desks_title: &'static str,
    /// Title of the table of desks beside the country.
    pub country_title: &'static str,
    /// Title of the table of targets.
    pub targets_title: &'static str,
    /// Title of the table of supply against need.
    pub catchment_title: &'static str,
    /// Title of the table of fairness.
    pub equity_title: &'static str,
    /// Title of the table of grants.
    pub grants_title: &'static str,
    /// Title of the table of budgets.
    pub budget_title: &'static str,
    /// Title of the table of costs.
    pub costs_title: &'static str,
    /// Column: mean of the reachable hours.
    pub mean_hours: &'static str,
    /// Column: median of the reachable hours.
    pub median_hours: &'static str,
    /// Column: share with a desk in the evening or on Saturday.
    pub evening_or_saturday: &'static str,
    /// Column: moment coverage.
    pub chance: &'static str,
    /// Column: target.
    pub target: &'static str,
    /// Column: what is wanted.
    pub wanted: &'static str,
    /// Column: what is.
    pub found: &'static str,
    /// A target that is met.
    pub met: &'static str,
    /// A target that is not met.
    pub not_met: &'static str,
    /// Target: residents within the norm.
    pub target_within: &'static str,
    /// Target: branches with a desk.
    pub target_branches: &'static str,
    /// Target: more visits than today.
    pub target_visits: &'static str,
    /// Column: pool.
    pub payer: &'static str,
    /// Column: grants.
    pub grant: &'static str,
    /// Column: own contributions.
    pub own: &'static str,
    /// Column: what there is for desks.
    pub available: &'static str,
    /// Column: cost of desks.
    pub desks_cost: &'static str,
    /// Column: what is left.
    pub left: &'static str,
    /// Column: reserved for the next year.
    pub reserve: &'static str,
    /// Column: to be repaid.
    pub repay: &'static str,
    /// Grants by the formula; the number stands behind it.
    pub grants_estimated: &'static str,
    /// Grants without low education; the number stands behind it.
    pub grants_partial: &'static str,
    /// Desks of unknown cost; the number stands behind it.
    pub costs_unknown: &'static str,
    /// Cost per resident within the norm.
    pub per_resident: &'static str,
    /// Cost per thousand reachable hours.
    pub per_thousand_hours: &'static str,
    /// Cost per percentage point of moment coverage.
    pub per_point: &'static str,
    /// Column: opening hours.
    pub open: &'static str,
    /// No desk is open every week at a moment.
    pub no_desk_then: &'static str,
    /// Before the two groups that live farthest and nearest.
    pub largest_gap: &'static str,
    /// Before warnings.
    pub warning: &'static str,
    /// Before what to do.
    pub hint: &'static str,
    /// Before an error.
    pub error: &'static str,
    /// Before the list of written files.
    pub written: &'static str,
    /// Everything is in order.
    pub usable: &'static str,
    /// Residents without any desk.
    pub unreachable: &'static str,
    /// Behind the heading of the classes of a map: what their percentages are of.
    pub of_residents: &'static str,
}
