//! A page for each municipality: its residents, desks, neighbours and money, and what scenarios change there.

use super::scenarios::persons;
use super::tables::{captioned, headings, table};
use super::{Advice, SOMEONE, chapter, nearest_residents};
use crate::budget::{CostShare, SharedCost, Source};
use crate::compare::Outcome;
use crate::load::found::Finding;
use crate::measure::border::{Basis, Territory};
use crate::measure::{Level, Who};
use crate::model::{CostKey, Region, Status};
use crate::report::border::territory_name;
use crate::report::compare::{Line, within};
use crate::report::document::{Align, Block, Section};
use crate::text::AdviceSentence;
use crate::units::{Euros, Hours, Metres, Share};

/// The chapter and its pages, by code.
pub(super) fn municipalities(advice: &Advice) -> Vec<Section> {
    let region = &advice.loaded.region;
    let words = advice.text().advice();
    let mut intro = chapter("municipalities", words.chapters[2]);
    intro.blocks.push(Block::Paragraph(words.municipalities_intro.to_owned()));
    let about = (0..region.municipalities.len()).filter(|index| region.in_study[*index]);
    let nearest = nearest_residents(&advice.comparison.today);
    let mut pages: Vec<Section> = about.map(|index| page(advice, index, &nearest)).collect();
    // The first follows the heading of the chapter.
    pages.iter_mut().take(1).for_each(|first| first.new_page = false);
    if pages.is_empty() { Vec::new() } else { std::iter::once(intro).chain(pages).collect() }
}

fn page(advice: &Advice, index: usize, nearest: &[f64]) -> Section {
    let (text, region) = (advice.text(), &advice.loaded.region);
    let words = text.advice();
    let municipality = &region.municipalities[index];
    let id = format!("municipality-{}", municipality.code.to_lowercase());
    let [figures, desks, groups, flows, shifts] = words.municipality_captions;
    let mut blocks = captioned(figures, lines(advice, index), advice);
    match desks_of(advice, index, nearest) {
        rows if rows.is_empty() => {
            blocks.push(Block::Paragraph(text.advice_sentence(&AdviceSentence::NoOwnDesk { municipality: &municipality.name })));
        }
        rows => {
            let mut shown = table(desks, headings(&words.desk_columns), rows);
            shown.aligns[1] = Align::Left;
            blocks.push(Block::Table(shown));
        }
    }
    for are_hours_known in [true, false] {
        let desks = timeless(advice, index, are_hours_known);
        if !desks.is_empty() {
            blocks.push(Block::Paragraph(text.advice_sentence(&AdviceSentence::NoTimes { desks: &desks, are_hours_known })));
        }
    }
    blocks.push(Block::Paragraph(money(advice, index)));
    let mut push = |caption: &str, columns: &[&str], rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            blocks.push(Block::Table(table(caption, headings(columns), rows)));
        }
    };
    push(flows, &words.flow_columns, flows_of(advice, index));
    push(groups, &words.group_columns, groups_of(advice, index));
    if advice.loaded.findings.iter().any(|finding| matches!(finding, Finding::Estimated { .. })) {
        blocks.push(Block::Paragraph(words.estimated.to_owned()));
    }
    let changed = advice.comparison.scenarios.iter().filter_map(|one| {
        let here = |level: Level, place: Option<usize>, group: usize| level == Level::Municipality && place == Some(index) && group == 0;
        let shift = one.shifts.iter().find(|shift| here(shift.level, shift.index, shift.group))?;
        persons(advice, &one.outcome.situation.name, &[shift.nearer, shift.farther, shift.more_hours, shift.fewer_hours])
    });
    let changed: Vec<Vec<String>> = changed.collect();
    if !changed.is_empty() {
        blocks.push(Block::Table(table(shifts, headings(&words.shifts[1..6]), changed)));
    }
    Section { id, title: municipality.name.clone(), level: 2, new_page: true, blocks }
}

/// A figure of an outcome in words; `None` where it is not known.
type Value<'a> = dyn Fn(&Outcome) -> Option<String> + 'a;

/// The key figures of a municipality under every scenario; those of which nothing is known are left out.
fn lines(advice: &Advice, index: usize) -> Vec<Line> {
    let (text, words) = (advice.text(), advice.text().compare());
    let outcomes: Vec<&Outcome> =
        std::iter::once(&advice.comparison.today).chain(advice.comparison.scenarios.iter().map(|one| &one.outcome)).collect();
    let place = Some(index);
    let summary = |outcome: &Outcome| outcome.figures.area(Level::Municipality, place, 0).map(|row| row.summary.clone());
    let hours = |outcome: &Outcome, who: Who| {
        outcome.headline.moment?;
        outcome.figures.hours(Level::Municipality, place, who).and_then(|row| row.figures.clone())
    };
    let within = within(advice.study, text);
    let has_norm = outcomes.iter().any(|outcome| outcome.situation.study.reach.norm != advice.study.reach.norm);
    let figures: [(&str, &Value); 5] = [
        (text.advice().residents_row, &|outcome| summary(outcome).map(|row| text.whole(row.residents))),
        (if has_norm { words.within_norm } else { &within }, &|outcome| {
            summary(outcome)?.within_norm.map(Share::get).map(|share| text.percent(share))
        }),
        (words.mean, &|outcome| summary(outcome)?.mean.map(Metres::get).map(|metres| text.distance(metres))),
        (words.hours, &|outcome| hours(outcome, Who::Group(0)).map(|row| text.decimals(row.mean, 1))),
        (words.moment, &|outcome| hours(outcome, Who::Need).map(|row| text.percent(row.moment.helped))),
    ];
    let line = |(name, value): (&str, &Value)| {
        let values: Vec<Option<String>> = outcomes.iter().map(|outcome| value(outcome)).collect();
        // Who lives there stands in the table of groups too: a line of one and the same number says nothing.
        let is_told = name != text.advice().residents_row || values.windows(2).any(|pair| pair[0] != pair[1]);
        (is_told && values.iter().any(Option::is_some)).then(|| Line {
            figure: None,
            name: name.to_owned(),
            values: values.into_iter().map(|value| value.unwrap_or_else(|| "–".to_owned())).collect(),
        })
    };
    figures.into_iter().filter_map(line).collect()
}

/// The sites with a desk in a municipality today, by name.
fn sites_of(region: &Region, index: usize) -> Vec<usize> {
    let here = |site: &usize| region.sites[*site].municipality == Some(index) && region.sites[*site].status == Status::Open;
    let mut sites: Vec<usize> = (0..region.sites.len()).filter(here).collect();
    sites.sort_by(|one, other| region.sites[*one].name.cmp(&region.sites[*other].name).then(one.cmp(other)));
    sites
}

/// The desks of a municipality of which nobody knows when they are open, though perhaps how many hours a week; none where that is known of no
/// desk at all.
fn timeless<'a>(advice: &Advice<'a>, index: usize, are_hours_known: bool) -> Vec<&'a str> {
    let region = &advice.loaded.region;
    let is_meant = |site: &usize| match region.sites[*site].hours.opening() {
        Some(opening) => are_hours_known && opening.week().is_none(),
        None => !are_hours_known,
    };
    let timeless = sites_of(region, index).into_iter().filter(|site| advice.has_hours() && is_meant(site));
    timeless.map(|site| region.sites[site].name.as_str()).collect()
}

/// The desks in a municipality today, by name.
fn desks_of(advice: &Advice, index: usize, nearest: &[f64]) -> Vec<Vec<String>> {
    let (text, region) = (advice.text(), &advice.loaded.region);
    let use_of = |site: usize| advice.comparison.today.usage.desks.iter().find(|desk| desk.site == site).map(|desk| desk.week);
    let row = |site: usize| {
        let cost = advice.comparison.today.budget.desks.iter().find(|desk| desk.site == site);
        let shown = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
        vec![
            region.sites[site].name.clone(),
            shown(region.sites[site].hours.opening().map(|opening| text.opening(opening))),
            shown(cost.and_then(|desk| desk.hours).map(Hours::get).map(|hours| text.decimals(hours, 1))),
            shown(cost.and_then(|desk| desk.cost.total()).map(|cost| text.whole_euros(cost))),
            text.whole(nearest[site]),
            shown(use_of(site).map(|week| text.decimals(week, 1))),
        ]
    };
    sites_of(region, index).into_iter().map(row).collect()
}

/// Where the residents of a municipality have their nearest desk, most residents first.
fn flows_of(advice: &Advice, index: usize) -> Vec<Vec<String>> {
    let (text, region) = (advice.text(), &advice.loaded.region);
    let Some(flows) = advice.borders.flows.iter().find(|flows| flows.basis == Basis::Nearest) else { return Vec::new() };
    let mut here: Vec<(Option<Territory>, f64)> = flows
        .by_territory(region)
        .into_iter()
        .filter(|(from, _, residents, _)| *from == Territory::Municipality(index) && *residents >= SOMEONE)
        .map(|(_, to, residents, _)| (to, residents))
        .collect();
    let all: f64 = here.iter().map(|(_, residents)| residents).sum();
    here.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let name = |to: Option<Territory>| to.map_or_else(|| text.border().out_of_reach.to_owned(), |to| territory_name(region, to, text));
    here.into_iter().map(|(to, residents)| vec![name(to), text.whole(residents), text.part(residents / all)]).collect()
}

/// The groups of a municipality with how far they live; groups of nobody are left out.
fn groups_of(advice: &Advice, index: usize) -> Vec<Vec<String>> {
    let (text, today) = (advice.text(), &advice.comparison.today);
    let counts = &today.situation.region.cells.counts;
    let row = |group: usize| {
        let summary = &today.figures.area(Level::Municipality, Some(index), group)?.summary;
        (summary.residents >= SOMEONE).then(|| {
            vec![
                text.group(&counts[group].group),
                text.whole(summary.residents),
                text.distance(summary.mean.map_or(f64::NAN, Metres::get)),
                text.percent(summary.within_norm.map_or(f64::NAN, Share::get)),
            ]
        })
    };
    (0..counts.len()).filter_map(row).collect()
}

/// The money of a municipality, and its share of the costs by expected use: today, and in the scenario that is advised.
fn money(advice: &Advice, index: usize) -> String {
    let municipality = &advice.loaded.region.municipalities[index];
    let of_here = || advice.comparison.today.budget.grants.iter().filter(|grant| grant.code == municipality.code);
    let (grant, own) = (of_here().map(|grant| grant.amount).sum(), of_here().map(|grant| grant.own).sum());
    let then = advice.advised().zip(pays(advice.shares_then, index));
    advice.text().advice_sentence(&AdviceSentence::Money {
        municipality: &municipality.name,
        grant,
        is_estimate: of_here().any(|grant| grant.source != Source::Annex),
        own,
        pays: pays(&advice.borders.shares, index),
        then: then.map(|(one, amount)| (one.outcome.situation.name.as_str(), amount)),
    })
}

/// What a municipality pays to all libraries together by expected use; `None` while a cost is unknown, or when nothing is shared.
fn pays(shares: &[SharedCost], index: usize) -> Option<Euros> {
    let of_libraries = shares.iter().filter(|shared| shared.site.is_none() && shared.key == CostKey::ExpectedUse);
    let of_here = |share: &&CostShare| share.municipality == index;
    let parts: Vec<Option<Euros>> = of_libraries
        .filter_map(|shared| shared.shares.iter().find(of_here).map(|share| shared.amount(share).filter(|_| shared.unknown == 0)))
        .collect();
    if parts.is_empty() { None } else { parts.into_iter().sum() }
}
