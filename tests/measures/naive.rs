//! The definitions, quarter by quarter and pair by pair, as plainly as they can be written.

use bereik::model::{Group, GroupReach, Region, Status, Study};
use bereik::week::{Opening, Quarter, Week};

pub struct Naive<'a> {
    pub region: &'a Region,
    pub study: &'a Study,
}

/// What the desks within a norm offer: hours a week, at least and at most, and split.
#[derive(Debug, Default, PartialEq)]
pub struct Offered {
    pub least: f64,
    pub most: f64,
    pub dayparts: [f64; 6],
    pub late: bool,
    pub days: [bool; 7],
    pub untimed: bool,
}

/// The place of a quarter among the dayparts of method §3; 5 is outside them.
pub fn daypart(quarter: Quarter) -> usize {
    let hour = quarter.minutes() / 60;
    match (quarter.day(), hour) {
        (0..=4, 8..12) => 0,
        (0..=4, 12..17) => 1,
        (0..=4, 17..21) => 2,
        (5, 9..17) => 3,
        (6, 12..17) => 4,
        _ => 5,
    }
}

/// The weight of a quarter in the default profiles of method §5: by daypart, divided by its quarters in four weeks.
pub fn weight(group: &Group, quarter: Quarter) -> f64 {
    let weights = match group.to_string().as_str() {
        "65+" => [0.5, 0.4, 0.0, 0.1, 0.0],
        _ => [0.25, 0.25, 0.3, 0.15, 0.05],
    };
    // 20, 25, 20, 8 and 5 hours a week, 16 quarters each.
    let hours = [20.0, 25.0, 20.0, 8.0, 5.0];
    let part = daypart(quarter);
    if part == 5 { 0.0 } else { weights[part] / (hours[part] * 16.0) }
}

impl Naive<'_> {
    fn metres(&self, cell: usize, site: usize) -> f64 {
        let (from, to) = (self.region.cells.at.0[cell], self.region.sites[site].at.0);
        ((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y)).sqrt()
    }

    fn reach(&self, group: &Group) -> GroupReach {
        let of = &self.study.reach;
        of.groups.get(group).copied().unwrap_or(GroupReach { norm: of.norm, detour: of.detour, decay: of.decay })
    }

    fn open_sites(&self) -> impl Iterator<Item = usize> {
        (0..self.region.sites.len()).filter(|site| self.region.sites[*site].status == Status::Open)
    }

    /// The open sites within the norm of a group.
    pub fn within(&self, group: &Group, cell: usize) -> Vec<usize> {
        let reach = self.reach(group);
        self.open_sites().filter(|site| self.metres(cell, *site) * reach.detour <= reach.norm.get()).collect()
    }

    /// How much help one gets at a site in a quarter: all at its desk, a part in its building when the desk is closed.
    pub fn help(&self, site: usize, quarter: Quarter) -> f64 {
        let hours = &self.region.sites[site].hours;
        let open = |opening: &Option<Opening>| matches!(opening, Some(Opening::Timed { week }) if week.contains(quarter));
        match (&hours.desk, &hours.building) {
            (Some(_), _) if open(&hours.desk) => 1.0,
            (Some(_), building) if open(building) => self.study.moments.outside_desk_hours.get(),
            (None, building) if open(building) => 1.0,
            _ => 0.0,
        }
    }

    fn untimed(&self, site: usize) -> Option<f64> {
        let hours = &self.region.sites[site].hours;
        match (hours.desk, hours.building) {
            (Some(Opening::Untimed(hours)), _) | (None, Some(Opening::Untimed(hours))) => Some(hours.get()),
            _ => None,
        }
    }

    pub fn offered(&self, group: &Group, cell: usize) -> Offered {
        let within = self.within(group, cell);
        let (mut full, mut beside, mut offered) = (0.0, 0.0, Offered::default());
        let outside = self.study.moments.outside_desk_hours.get();
        for quarter in Week::ALWAYS.iter() {
            let best = within.iter().map(|site| self.help(*site, quarter)).fold(0.0, f64::max);
            let of_desk = within.iter().any(|site| self.help(*site, quarter) >= 1.0 && self.is_of_desk(*site, quarter));
            if of_desk {
                full += 1.0 / 16.0;
                offered.days[usize::from(quarter.day())] = true;
                offered.late |= daypart(quarter) == 2 || quarter.day() == 5;
            } else if best > 0.0 {
                beside += 1.0 / 16.0;
            }
            offered.dayparts[daypart(quarter)] += best / 16.0;
        }
        // At least: the longest hours without times cover what is full, then what is beside it, then the rest; all others lie in them.
        let numbers: Vec<f64> = within.iter().filter_map(|site| self.untimed(*site)).collect();
        let longest = numbers.iter().copied().fold(full, f64::max);
        offered.least = longest + outside * (beside - (longest - full)).max(0.0);
        // At most: they cover hours when nothing is open, as long as there are such.
        let most = (full + numbers.iter().sum::<f64>()).min(168.0);
        offered.most = most + outside * beside.min(168.0 - most);
        offered.untimed = within.iter().any(|site| !Week::ALWAYS.iter().any(|quarter| self.is_of_desk(*site, quarter)));
        offered
    }

    /// Whether the desk itself is open, or the building that stands in for it.
    fn is_of_desk(&self, site: usize, quarter: Quarter) -> bool {
        let hours = &self.region.sites[site].hours;
        let counts = if hours.desk.is_some() { &hours.desk } else { &hours.building };
        matches!(counts, Some(Opening::Timed { week }) if week.contains(quarter))
    }

    /// β of a pair: decay times suitability.
    pub fn beta(&self, group: &Group, cell: usize, site: usize) -> f64 {
        let reach = self.reach(group);
        let stated = self.study.suitability.0.get(&self.region.sites[site].venue);
        let suits = stated.and_then(|of| of.get(group).or_else(|| of.get(&Group::All))).map_or(1.0, |share| share.get());
        reach.decay.at(self.metres(cell, site) * reach.detour) * suits
    }

    /// The best β that one meets when coming in a quarter.
    pub fn met(&self, group: &Group, cell: usize, quarter: Quarter) -> f64 {
        self.open_sites().map(|site| self.beta(group, cell, site) * self.help(site, quarter)).fold(0.0, f64::max)
    }

    /// The best β if every desk were always open.
    pub fn best(&self, group: &Group, cell: usize) -> f64 {
        self.open_sites().map(|site| self.beta(group, cell, site)).fold(0.0, f64::max)
    }

    /// M by its definition: the expected best β of `tries` independent quarters, Σ b · (F(b)^k − F(b−)^k) over what is met, ascending.
    pub fn moment(&self, group: &Group, cell: usize, tries: i32) -> f64 {
        let quarters = Week::ALWAYS.iter().map(|quarter| (self.met(group, cell, quarter), weight(group, quarter)));
        let mut met: Vec<(f64, f64)> = quarters.filter(|(_, weight)| *weight > 0.0).collect();
        met.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut below, mut expected) = (0.0_f64, 0.0);
        for (best, weight) in met {
            expected += best * ((below + weight).powi(tries) - below.powi(tries));
            below += weight;
        }
        expected
    }
}
