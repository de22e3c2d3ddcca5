//! The words of charts: fixed labels, no sentences with values in them.

/// The labels of one language. A new label does not compile until both languages have it.
#[derive(Debug)]
pub struct ChartWords {
    /// Title of the chart of desks by hours.
    pub classes_title: &'static str,
    /// Its subtitle.
    pub classes_subtitle: &'static str,
    /// How to read it.
    pub classes_note: &'static str,
    /// The series of the study.
    pub here: &'static str,
    /// The series of the country.
    pub country: &'static str,
    /// The axis.
    pub desks: &'static str,
    /// Classes of hours a week of a desk.
    pub classes: [&'static str; 6],
    /// Title of the week.
    pub week_title: &'static str,
    /// Its subtitle.
    pub week_subtitle: &'static str,
    /// How to read it.
    pub week_note: &'static str,
    /// Days, from Monday.
    pub days: [&'static str; 7],
    /// What stands behind the numbers of hours.
    pub clock: &'static str,
    /// The curve of residents.
    pub residents: &'static str,
    /// The curve of need.
    pub need: &'static str,
    /// The line of desks that are always open.
    pub always: &'static str,
    /// The band of the four weeks.
    pub band: &'static str,
    /// Title of the bars of reachable hours.
    pub reach_title: &'static str,
    /// Its subtitle.
    pub reach_subtitle: &'static str,
    /// How to read it.
    pub reach_note: &'static str,
    /// Classes of reachable hours, none first.
    pub reach_classes: [&'static str; 6],
    /// Title of the bars of what is lost.
    pub lost_title: &'static str,
    /// Its subtitle.
    pub lost_subtitle: &'static str,
    /// How to read it.
    pub lost_note: &'static str,
    /// Helped, lost to hours, lost to distance.
    pub lost: [&'static str; 3],
    /// Behind a group that is modelled and not counted.
    pub modelled: &'static str,
    /// The row of all need.
    pub all_need: &'static str,
    /// Above the classes of the map of hours.
    pub map_hours: &'static str,
    /// Percent behind a whole number.
    pub percent: &'static str,
}
