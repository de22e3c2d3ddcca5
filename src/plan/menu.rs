//! What can be done at each site: the options of a plan, and the desks that stay as they are.

use super::purse::Purse;
use super::request::{Limit, Request};
use crate::budget::yearly_cost;
use crate::model::{Existing, Region, Site, Status, Study};
use crate::units::{Euros, Hours};
use crate::week::{Opening, Week};

/// A desk as a plan can have it: where, when and at what cost.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanDesk {
    /// Its site, by index in [`Region::sites`].
    pub site: usize,
    /// When it is open; empty where no times are known.
    pub week: Week,
    /// When its building is open and it is not: help there counts for a part.
    pub beside: Week,
    /// Hours a week; `None` where nothing is known.
    pub hours: Option<Hours>,
    /// How its week is written in the menu; `None` for today's.
    pub text: Option<String>,
    /// Whether it is as it is today.
    pub is_today: bool,
    /// Whether a desk stands there today, perhaps with other hours.
    pub is_present: bool,
    /// What it costs a year as far as that is known; a desk of unknown cost counts for what is known of it.
    pub cost: Euros,
    /// Whether its whole cost is known.
    pub is_priced: bool,
    /// The pool that pays, by index in [`Purse::pools`].
    pub pool: Option<usize>,
}

/// Everything that can be done.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Menu {
    /// What can be chosen, by site and then by cost; options of one site follow each other.
    pub options: Vec<PlanDesk>,
    /// The desks of the study that stay as they are.
    pub kept: Vec<PlanDesk>,
    /// Desks elsewhere: they serve whoever lives near enough, cost nothing here and are in no rule.
    pub others: Vec<PlanDesk>,
    /// Sites that must have a desk and have no week to choose, by index in [`Region::sites`].
    pub without_week: Vec<usize>,
    /// Sites where nobody would pay for a new desk or other hours, while pools pay for everything.
    pub unpaid: Vec<usize>,
    /// Sites that could have a desk, but no week of the menu lies within the hours of their building.
    pub closed: Vec<usize>,
}

impl Menu {
    /// The options of a region as a request has them. O(sites × weeks).
    #[must_use]
    pub fn new(region: &Region, study: &Study, request: &Request, purse: &Purse) -> Self {
        let mut menu = Self::default();
        let outside = study.moments.outside_desk_hours.get() > 0.0;
        let taking_part: Vec<bool> = {
            let mut taking = vec![false; region.sites.len()];
            request.sites.iter().for_each(|site| taking[*site] = true);
            taking
        };
        for (index, site) in region.sites.iter().enumerate() {
            if site.status == Status::Open && !taking_part[index] {
                menu.others.push(PlanDesk { cost: Euros::ZERO, is_priced: true, pool: None, ..today(index, site, study, purse, outside) });
            }
        }
        for (place, index) in request.sites.iter().copied().enumerate() {
            let site = &region.sites[index];
            let mut options = Vec::new();
            if site.status == Status::Open {
                let present = today(index, site, study, purse, outside);
                if request.existing == Existing::Keep {
                    menu.kept.push(present);
                    continue;
                }
                options.push(present);
            }
            // Whoever pays today goes on paying for a desk that no pool pays for, and pays no more than that.
            let is_paid = request.limit != Some(Limit::Pools) || purse.of_site[index].is_some();
            if !is_paid && !request.weeks[place].is_empty() {
                menu.unpaid.push(index);
            }
            for week in request.weeks[place].iter().filter(|_| is_paid) {
                if !fits(site, &week.week) || options.iter().any(|option: &PlanDesk| option.week == week.week) {
                    continue;
                }
                options.push(of_menu(index, site, study, purse, &week.week, &week.text, outside));
            }
            if options.is_empty() && is_paid && !request.weeks[place].is_empty() {
                menu.closed.push(index);
            }
            if options.is_empty() && request.require.contains(&index) {
                menu.without_week.push(index);
            }
            options.sort_by(|one, other| one.cost.cmp(&other.cost).then_with(|| other.week.quarters().cmp(&one.week.quarters())));
            menu.options.extend(options);
        }
        menu
    }

    /// The options that have these sites and weeks, ascending; `None` when one is not on the menu.
    #[must_use]
    pub fn find<'d>(&self, desks: impl IntoIterator<Item = &'d PlanDesk>) -> Option<Vec<u32>> {
        let place = |desk: &PlanDesk| {
            let place = self.options.iter().position(|option| option.site == desk.site && option.week == desk.week)?;
            u32::try_from(place).ok()
        };
        let mut found: Vec<u32> = desks.into_iter().map(place).collect::<Option<_>>()?;
        found.sort_unstable();
        Some(found)
    }

    /// Without the options that another one of the same site makes needless: it serves no less, costs no more and stands no worse in any
    /// condition. Only an option of the same site can make another needless (method §6). Today's desks stay in the menu. O(options × weeks).
    #[must_use]
    pub fn without_needless(mut self, request: &Request) -> Self {
        let counts_hours = request.counts.iter().any(|count| count.hours.is_some());
        let most_hours = request.counts.iter().any(|count| count.hours.is_some() && count.most.is_some());
        let has_staff = !request.staff.is_empty();
        let is_no_worse = |one: &PlanDesk, other: &PlanDesk| {
            let serves = !request.goal.has_hours() || other.week.is_within(&one.week);
            let hours = if most_hours { one.hours == other.hours } else { !counts_hours || one.hours >= other.hours };
            let staff = !has_staff || one.week.is_within(&other.week);
            one.cost <= other.cost && one.is_present == other.is_present && serves && hours && staff
        };
        let mut needed = vec![true; self.options.len()];
        for range in self.sites() {
            for other in range.clone().filter(|other| !self.options[*other].is_today) {
                let better = |one: usize| {
                    let (one_desk, other_desk) = (&self.options[one], &self.options[other]);
                    needed[one] && one != other && is_no_worse(one_desk, other_desk) && (one < other || !is_no_worse(other_desk, one_desk))
                };
                if range.clone().any(better) {
                    needed[other] = false;
                }
            }
        }
        let mut needed = needed.into_iter();
        self.options.retain(|_| needed.next().unwrap_or(true));
        self
    }

    /// The options of each site: ranges of [`Self::options`].
    pub fn sites(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let mut first = 0;
        self.options.chunk_by(|one, other| one.site == other.site).map(move |chunk| {
            let range = first..first + chunk.len();
            first = range.end;
            range
        })
    }
}

/// A chosen week lies within the hours of the building, where these are known.
fn fits(site: &Site, week: &Week) -> bool {
    !week.is_empty() && site.hours.building.as_ref().and_then(Opening::week).is_none_or(|building| week.is_within(building))
}

fn beside(site: &Site, week: &Week, outside: bool) -> Week {
    match site.hours.building.as_ref().and_then(Opening::week) {
        Some(building) if outside => building.minus(week),
        _ => Week::EMPTY,
    }
}

/// The desk that stands there, as [`crate::measure::desks`] counts it.
fn today(index: usize, site: &Site, study: &Study, purse: &Purse, outside: bool) -> PlanDesk {
    let opening = site.hours.opening();
    let week = opening.and_then(Opening::week).copied().unwrap_or_default();
    let hours = opening.map(Opening::hours);
    let own = site.hours.desk.is_some();
    let cost = yearly_cost(&study.money, site.venue, site.costs, hours, false);
    PlanDesk {
        site: index,
        beside: if own { beside(site, &week, outside) } else { Week::EMPTY },
        week,
        hours,
        text: None,
        is_today: true,
        is_present: true,
        cost: cost.total().unwrap_or(cost.fixed),
        is_priced: cost.total().is_some(),
        pool: purse.of_site[index],
    }
}

fn of_menu(index: usize, site: &Site, study: &Study, purse: &Purse, week: &Week, text: &str, outside: bool) -> PlanDesk {
    let is_present = site.status == Status::Open;
    let cost = yearly_cost(&study.money, site.venue, site.costs, Some(week.hours()), !is_present);
    PlanDesk {
        site: index,
        week: *week,
        beside: beside(site, week, outside),
        hours: Some(week.hours()),
        text: Some(text.to_owned()),
        is_today: false,
        is_present,
        cost: cost.total().unwrap_or(cost.fixed + cost.one_off),
        is_priced: cost.total().is_some(),
        pool: purse.of_site[index],
    }
}
