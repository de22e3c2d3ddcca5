//! The charts of opening hours, made from measures.

use super::chart::{
    Band, Curve, HoursClass, HoursClasses, Limit, Lost, LostRow, ShareRow, StackedShares, Texts, WeekCurve, hours_classes, lost,
    stacked_shares, week_curve,
};
use super::coverage_map::source;
use super::hours_map::{CLASSES, class_of_hours};
use super::place::code_and_name;
use crate::load::Loaded;
use crate::measure::{COUNTRY, DeskFigures, HoursCoverage, HoursSummary, Level, Reachable, WeekPoint, Who};
use crate::model::{Count, Study};
use crate::text::{self, Text};

/// The most municipalities that the bars show: those with the fewest reachable hours.
const MOST_ROWS: usize = 40;
/// The most groups that the bars of what is lost show.
const MOST_GROUPS: usize = 11;

/// The charts of a study.
#[derive(Debug, Clone, Copy)]
pub struct Charts<'a> {
    /// Its region.
    pub loaded: &'a Loaded,
    /// The study.
    pub study: &'a Study,
}

impl Charts<'_> {
    fn text(&self) -> &'static dyn Text {
        text::of(self.study.language)
    }

    fn texts(&self, title: &str, subtitle: &str, note: &str) -> Texts {
        Texts {
            title: title.to_owned(),
            subtitle: format!("{}. {subtitle}", self.study.title),
            note: note.to_owned(),
            source: source(self.loaded, self.text().words()),
            description: format!("{title} {subtitle}"),
            percent: self.text().charts().percent.to_owned(),
        }
    }

    /// The desks of the study by hours beside the country's; `None` where no hours are known.
    #[must_use]
    pub fn classes(&self, figures: &DeskFigures) -> Option<String> {
        let words = self.text().charts();
        let shares = figures.shares()?;
        let classes = (0..COUNTRY.len()).map(|class| {
            let both = [shares[class], COUNTRY[class]];
            HoursClass {
                label: words.classes[class].to_owned(),
                shares: both.map(|share| share * 100.0),
                values: both.map(|share| format!("{:.0}{}", share * 100.0, words.percent)),
            }
        });
        Some(hours_classes(&HoursClasses {
            texts: self.texts(words.classes_title, words.classes_subtitle, words.classes_note),
            series: [words.here.to_owned(), words.country.to_owned()],
            axis: words.desks.to_owned(),
            classes: classes.collect(),
        }))
    }

    /// The curve over the week: the mean of the four weeks of the cycle, and between what they lie.
    #[must_use]
    pub fn week(&self, hours: &HoursCoverage, curve: &[WeekPoint]) -> String {
        let words = self.text().charts();
        let a_week = curve.len() / 4;
        let at = |quarter: usize| (0..4).map(move |week| &curve[week * a_week + quarter]);
        let mean = |of: fn(&WeekPoint) -> f64| (0..a_week).map(|quarter| at(quarter).map(of).sum::<f64>() * 25.0).collect();
        let need = |point: &WeekPoint| point.need * 100.0;
        let low: Vec<f64> = (0..a_week).map(|quarter| at(quarter).map(need).fold(f64::INFINITY, f64::min)).collect();
        let high: Vec<f64> = (0..a_week).map(|quarter| at(quarter).map(need).fold(0.0, f64::max)).collect();
        let differ = low.iter().zip(&high).any(|(low, high)| high - low > 0.05);
        let weighed = !self.study.need.surcharges.is_empty();
        week_curve(&WeekCurve {
            texts: self.texts(words.week_title, words.week_subtitle, if weighed { words.week_note } else { "" }),
            days: words.days.map(str::to_owned),
            hours: words.clock.to_owned(),
            main: Curve { label: if weighed { words.need } else { words.residents }.to_owned(), values: mean(|point| point.need) },
            band: differ.then(|| Band { label: words.band.to_owned(), low, high }),
            second: weighed.then(|| Curve { label: words.residents.to_owned(), values: mean(|point| point.residents) }),
            limit: Some(Limit { label: words.always.to_owned(), value: self.always(hours) }),
        })
    }

    /// The terms of need: weight, persons of each cell, and what they can reach.
    fn terms<'h>(&'h self, hours: &'h HoursCoverage) -> impl Iterator<Item = (f64, &'h [f64], &'h Reachable)> {
        let counts = self.loaded.region.cells.counts.iter().enumerate();
        let term = |(group, count): (usize, &'h Count)| (self.study.need.weight(&count.group), count.persons.as_slice(), hours.of(group));
        counts.map(term).filter(|term| term.0 > 0.0)
    }

    /// The share of need with any desk within the norm, in percent.
    fn always(&self, hours: &HoursCoverage) -> f64 {
        let region = &self.loaded.region;
        let (mut near, mut all) = (0.0, 0.0);
        for (weight, persons, reachable) in self.terms(hours) {
            for cell in (0..region.cells.len()).filter(|cell| region.reports_on(*cell)) {
                all += weight * persons[cell];
                near += if reachable.set[cell] == 0 { 0.0 } else { weight * persons[cell] };
            }
        }
        if all > 0.0 { near / all * 100.0 } else { f64::NAN }
    }

    /// Reachable hours in each municipality, by need; the study as a whole comes first.
    #[must_use]
    pub fn reach(&self, hours: &HoursCoverage) -> String {
        let words = self.text().charts();
        let region = &self.loaded.region;
        let mut sums = vec![[0.0; CLASSES]; region.municipalities.len()];
        let reported: Vec<usize> = (0..region.cells.len()).filter(|cell| region.reports_on(*cell)).collect();
        for (weight, persons, reachable) in self.terms(hours) {
            for cell in &reported {
                // Classes of the map go from many hours to none.
                let class = CLASSES - 1 - class_of_hours(reachable.of(*cell).hours);
                sums[region.cells.municipality[*cell] as usize][class] += weight * persons[*cell];
            }
        }
        let row = |name: String, sums: &[f64; CLASSES]| {
            let all: f64 = sums.iter().sum();
            ShareRow { name, shares: sums.iter().map(|sum| sum / all * 100.0).collect() }
        };
        let mut whole = [0.0; CLASSES];
        sums.iter().for_each(|sums| whole.iter_mut().zip(sums).for_each(|(whole, sum)| *whole += sum));
        let mut order: Vec<&HoursSummary> =
            hours.places.iter().filter(|row| row.level == Level::Municipality && row.who == Who::Group(0)).collect();
        let mean = |row: &HoursSummary| row.figures.as_ref().map_or(0.0, |figures| figures.mean);
        order.sort_by(|a, b| mean(a).total_cmp(&mean(b)).then(a.index.cmp(&b.index)));
        order.truncate(MOST_ROWS);
        let mut rows = vec![row(self.text().words().whole_study.to_owned(), &whole)];
        rows.extend(order.iter().filter_map(|place| {
            let index = place.index?;
            place.figures.is_some().then(|| row(code_and_name(region, place.level, place.index).1.to_owned(), &sums[index]))
        }));
        stacked_shares(&StackedShares {
            texts: self.texts(words.reach_title, words.reach_subtitle, words.reach_note),
            classes: words.reach_classes.map(str::to_owned).to_vec(),
            rows,
        })
    }

    /// Who finds help in the study as a whole, and what is lost to hours and to distance.
    #[must_use]
    pub fn lost(&self, hours: &HoursCoverage) -> String {
        let words = self.text().charts();
        let counts = &self.loaded.region.cells.counts;
        let of_study: Vec<&HoursSummary> = hours.places.iter().filter(|row| row.level == Level::Study && row.figures.is_some()).collect();
        let (need, groups): (Vec<&HoursSummary>, Vec<&HoursSummary>) = of_study.into_iter().partition(|row| row.who == Who::Need);
        let name = |who: Who| match who {
            Who::Group(group) if counts[group].modelled => format!("{} ({})", self.text().group(&counts[group].group), words.modelled),
            Who::Group(group) => self.text().group(&counts[group].group),
            Who::Need => words.all_need.to_owned(),
        };
        let rows = need.into_iter().chain(groups.into_iter().take(MOST_GROUPS)).filter_map(|row| {
            let moment = &row.figures.as_ref()?.moment;
            let (helped, closed, far) = (moment.helped, moment.lost_to_hours(), moment.lost_to_distance());
            Some(LostRow { name: name(row.who), helped: helped * 100.0, hours: closed * 100.0, distance: far * 100.0 })
        });
        lost(&Lost {
            texts: self.texts(words.lost_title, words.lost_subtitle, words.lost_note),
            labels: words.lost.map(str::to_owned),
            rows: rows.collect(),
        })
    }
}
