//! What a study asks of a plan, with every name found in its region.

use crate::load::municipality;
use crate::load::study::nearest;
use crate::model::{Among, CountRule, Find, Goal, MenuWeek, PlanBudget, Region, Scope, Site, Status, WeeksOf};
use crate::plan::{CountOf, Limit, Request, StaffOf, Within};
use crate::spatial::Joiner;
use crate::text::{PlanSentence, Text, Told};

/// Finds every name of a request.
///
/// # Errors
/// A reason for each name that is not there.
pub(in crate::run) fn request(region: &Region, find: &Find, text: &dyn Text) -> Result<Request, Vec<Told>> {
    let mut names = Names { region, text, faults: Vec::new(), area_of: Vec::new() };
    let request = names.request(find);
    if names.faults.is_empty() { Ok(request) } else { Err(names.faults) }
}

struct Names<'a> {
    region: &'a Region,
    text: &'a dyn Text,
    faults: Vec<Told>,
    /// The finer area of each site, once that was asked for.
    area_of: Vec<Option<u32>>,
}

impl Names<'_> {
    fn request(&mut self, find: &Find) -> Request {
        let region = self.region;
        let sites: Vec<usize> = (0..region.sites.len()).filter(|site| region.site_scope[*site] == Scope::Study).collect();
        let exclude: Vec<usize> = find.exclude.iter().filter_map(|id| self.site("find.exclude", id)).collect();
        let mut require: Vec<usize> = find.require.iter().filter_map(|id| self.site("find.require", id)).collect();
        require.extend(sites.iter().copied().filter(|site| region.sites[*site].status == Status::Required));
        require.sort_unstable();
        require.dedup();
        for key in find.weeks_of.keys() {
            if let WeeksOf::Site(id) = key {
                let _ = self.site("find.weeks_of", id);
            }
        }
        let weeks = sites.iter().map(|site| self.weeks(find, *site, &exclude)).collect();
        let mut counts: Vec<CountOf> = find.counts.iter().flat_map(|rule| self.counts(rule, &sites)).collect();
        // The same rule twice is one.
        counts.dedup();
        let not_both = find.not_both.iter().map(|ids| ids.iter().filter_map(|id| self.site("find.not_both", id)).collect()).collect();
        let staff =
            find.staff.iter().filter_map(|(name, most)| self.library(name).map(|library| StaffOf { library, most: *most })).collect();
        let limit = find.budget.map(|budget| match budget {
            PlanBudget::Pools => Limit::Pools,
            PlanBudget::Amount(amount) => Limit::Amount(amount),
        });
        Request {
            goal: find.goal,
            limit,
            existing: find.existing,
            sites,
            weeks,
            counts,
            not_both,
            apart: find.apart,
            everyone_within: find.everyone_within.map(|within| (within.distance, within.share)),
            staff,
            require,
        }
    }

    /// The weeks of a site: its own, else those of its kind, else those of all. None where no desk may come.
    fn weeks(&self, find: &Find, site: usize, exclude: &[usize]) -> Vec<MenuWeek> {
        let at: &Site = &self.region.sites[site];
        if at.status == Status::Excluded || exclude.contains(&site) && at.status != Status::Open {
            return Vec::new();
        }
        let own = find.weeks_of.get(&WeeksOf::Site(at.id.clone())).or_else(|| find.weeks_of.get(&WeeksOf::Venue(at.venue)));
        own.unwrap_or(&find.weeks).clone()
    }

    fn counts(&mut self, rule: &CountRule, sites: &[usize]) -> Vec<CountOf> {
        let region = self.region;
        let of = |within: Within, sites: Vec<usize>| CountOf { within, sites, least: rule.least, most: rule.most, hours: rule.hours };
        match &rule.among {
            Among::Study => vec![of(Within::Study, sites.to_vec())],
            Among::EachMunicipality => (0..region.municipalities.len())
                .filter(|index| region.in_study[*index])
                .map(|index| of(Within::Municipality(index), self.in_municipality(index, sites)))
                .collect(),
            Among::EachArea => {
                if region.areas.is_empty() {
                    self.faults.push(self.text.plan_sentence(&PlanSentence::NoAreas { key: "per = \"area\"" }));
                }
                (0..region.areas.len()).map(|index| of(Within::Area(index), self.in_area(index, sites))).collect()
            }
            Among::Each(names) => names
                .iter()
                .filter_map(|name| {
                    let place = self.place("in", name)?;
                    let sites = match place {
                        Within::Municipality(index) => self.in_municipality(index, sites),
                        Within::Area(index) => self.in_area(index, sites),
                        _ => Vec::new(),
                    };
                    Some(of(place, sites))
                })
                .collect(),
            Among::Venue(venue) => {
                vec![of(Within::Venue(*venue), sites.iter().copied().filter(|site| region.sites[*site].venue == *venue).collect())]
            }
        }
    }

    fn in_municipality(&self, index: usize, sites: &[usize]) -> Vec<usize> {
        sites.iter().copied().filter(|site| self.region.sites[*site].municipality == Some(index)).collect()
    }

    fn in_area(&mut self, index: usize, sites: &[usize]) -> Vec<usize> {
        if self.area_of.is_empty() {
            let shapes: Vec<&geo::MultiPolygon<f64>> = self.region.areas.iter().map(|area| area.shape.get()).collect();
            let points: Vec<geo::Coord<f64>> = self.region.sites.iter().map(|site| site.at.0).collect();
            self.area_of = Joiner::new(&shapes).join(&points, 0.0).into_iter().map(crate::spatial::Joined::polygon).collect();
        }
        sites.iter().copied().filter(|site| self.area_of[*site].is_some_and(|area| area as usize == index)).collect()
    }

    /// A municipality or finer area of the study, by code or name.
    fn place(&mut self, key: &str, name: &str) -> Option<Within> {
        let region = self.region;
        if let Some(index) = municipality(&region.municipalities, name).filter(|index| region.in_study[*index]) {
            return Some(Within::Municipality(index));
        }
        let folded = name.trim().to_lowercase();
        let is_called = |area: &crate::model::Area| area.code.eq_ignore_ascii_case(name.trim()) || area.name.to_lowercase() == folded;
        if let Some(index) = region.areas.iter().position(is_called) {
            return Some(Within::Area(index));
        }
        let names = region.municipalities.iter().map(|one| one.name.as_str()).chain(region.areas.iter().map(|area| area.name.as_str()));
        let nearest = nearest(name, names);
        self.faults.push(self.text.plan_sentence(&PlanSentence::UnknownPlace { key, name, nearest: nearest.as_deref() }));
        None
    }

    /// A site of the study, by id.
    fn site(&mut self, key: &str, id: &str) -> Option<usize> {
        let region = self.region;
        let Some(site) = region.sites.iter().position(|site| site.id == id) else {
            let nearest = nearest(id, region.sites.iter().map(|site| site.id.as_str()));
            self.faults.push(self.text.plan_sentence(&PlanSentence::UnknownSite { key, id, nearest: nearest.as_deref() }));
            return None;
        };
        if region.site_scope[site] != Scope::Study {
            self.faults.push(self.text.plan_sentence(&PlanSentence::SiteElsewhere { key, id }));
            return None;
        }
        Some(site)
    }

    fn library(&mut self, name: &str) -> Option<usize> {
        let region = self.region;
        let found = region.libraries.iter().position(|library| library.name.trim().eq_ignore_ascii_case(name.trim()));
        if found.is_none() {
            let nearest = nearest(name, region.libraries.iter().map(|library| library.name.as_str()));
            self.faults.push(self.text.plan_sentence(&PlanSentence::UnknownLibrary {
                key: "find.staff",
                name,
                nearest: nearest.as_deref(),
            }));
        }
        found
    }
}

/// The request of a study that names none: the most moment coverage for the money; where that does not even pay today's desks, or nobody said
/// what an hour costs, where one more desk helps most.
pub(super) fn unasked(has_money: bool, present: usize) -> Find {
    let mut find = Find::new(Goal::MomentCoverage);
    if has_money {
        find.budget = Some(PlanBudget::Pools);
    } else {
        let most = u32::try_from(present).unwrap_or(u32::MAX).saturating_add(1);
        find.counts.push(CountRule { least: 0, most: Some(most), hours: None, among: Among::Study });
    }
    find
}
