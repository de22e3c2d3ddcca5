//! Borders for the terminal.

use std::collections::BTreeMap;

use super::Borders;
use super::findings::{self as told, findings, without};
use crate::budget::{CostShare, SharedCost};
use crate::measure::Who;
use crate::measure::border::{Basis, BorderEffect, FlowBalance, Party, Side};
use crate::model::{CostKey, Region, Study};
use crate::report::terminal::{Align, table};
use crate::text::{Counted, Text};
use crate::units::Euros;

/// How many municipalities the table shows; of more, those that the border costs most persons × metres.
const MOST: usize = 20;
/// How many libraries have their costs shown; of more, those with most.
const MOST_LIBRARIES: usize = 5;

/// A short page: a line a municipality, the findings, municipalities without a library or a desk, and the costs shared by `key`.
#[must_use]
pub fn page(region: &Region, study: &Study, borders: &Borders, key: CostKey, text: &dyn Text) -> String {
    let words = text.border();
    let mut page = format!("{}\n\n{}", study.title, municipalities(region, borders, text));
    let findings = findings(region, borders, text);
    page.push_str(&format!("\n{}\n", words.findings_title));
    if findings.is_empty() {
        page.push_str(&format!("  {}\n", words.nothing));
    }
    findings.iter().enumerate().for_each(|(place, finding)| page.push_str(&format!("  {}. {finding}\n", place + 1)));
    let without = without(region, borders, text);
    if !without.is_empty() {
        page.push_str(&format!("\n{}\n", words.without_title));
        without.iter().take(told::MOST).for_each(|sentence| page.push_str(&format!("  - {sentence}\n")));
        if without.len() > told::MOST {
            let more = text.more_in_table(without.len() - told::MOST, Counted::Municipalities, "orphans");
            page.push_str(&format!("  {more}\n"));
        }
    }
    page.push_str(&costs(region, borders, key, text));
    page
}

/// The costs of the libraries with most, shared by one key.
fn costs(region: &Region, borders: &Borders, key: CostKey, text: &dyn Text) -> String {
    let words = text.border();
    let mut shared: Vec<&SharedCost> = borders.shares.iter().filter(|shared| shared.site.is_none() && shared.key == key).collect();
    let left_out = shared.len().saturating_sub(MOST_LIBRARIES);
    if left_out > 0 {
        shared.sort_by_key(|shared| std::cmp::Reverse(shared.cost));
        shared.truncate(MOST_LIBRARIES);
    }
    let mut page = String::new();
    for shared in shared {
        let unknown = || text.agreement().not_known.to_owned();
        let euros = |amount: Option<Euros>| amount.map_or_else(unknown, |amount| text.euros(amount));
        let line = |share: &CostShare| {
            let name = region.municipalities[share.municipality].name.clone();
            let amounts = [shared.amount(share), Some(share.grant), shared.left(share)].map(euros);
            [vec![name, text.percent(share.part)], amounts.to_vec()].concat()
        };
        let rows: Vec<Vec<String>> = shared.shares.iter().map(line).collect();
        let key_name = text.agreement().keys[CostKey::ALL.iter().position(|known| *known == key).unwrap_or(0)];
        let headings = [text.words().municipality, key_name, words.pays, text.words().grant, words.left_of_grant];
        let right = Align::Right;
        page.push_str(&format!(
            "\n{}. {}: {}\n{}",
            region.libraries[shared.library].name,
            words.shared_title,
            euros(shared.known()),
            table(&headings, &[Align::Left, right, right, right, right], &rows)
        ));
        if shared.unknown > 0 {
            page.push_str(&format!("{}: {}\n", text.words().costs_unknown, shared.unknown));
        }
    }
    if left_out > 0 {
        page.push_str(&format!("\n{}\n", text.more_in_table(left_out, Counted::Libraries, "shares")));
    }
    page
}

/// Who stays and who goes, and what the border of the own municipality costs.
fn municipalities(region: &Region, borders: &Borders, text: &dyn Text) -> String {
    let words = text.border();
    let of_everyone = borders.effects.iter().filter(|row| row.who == Who::Group(0) && row.side == Side::Own);
    let effects: BTreeMap<Party, &BorderEffect> = of_everyone.map(|row| (row.party, row)).collect();
    let effect = |party: Party| effects.get(&party).copied();
    let lost = |balance: &FlowBalance| {
        let effect = effect(Party::Municipality(balance.municipality));
        effect.and_then(|effect| Some(effect.metres()? * effect.compared())).unwrap_or(0.0)
    };
    let mut balances: Vec<&FlowBalance> = borders.balances.iter().filter(|balance| balance.basis == Basis::Nearest).collect();
    let whole = balances
        .iter()
        .fold([0.0; 4], |[all, own, out, comes_in], row| [all + row.residents, own + row.own, out + row.out, comes_in + row.comes_in]);
    let left_out = balances.len().saturating_sub(MOST);
    if left_out > 0 {
        balances.sort_by(|a, b| lost(b).total_cmp(&lost(a)));
        balances.truncate(MOST);
    }
    let line = |name: &str, [all, own, out, comes_in]: [f64; 4], effect: Option<&BorderEffect>| {
        let share = |part: f64| text.percent(if all > 0.0 { part / all } else { f64::NAN });
        let extra = match effect {
            Some(effect) if effect.compared() <= 0.0 && effect.weight > 0.0 => words.no_own_desk.to_owned(),
            Some(effect) => text.distance(effect.metres().unwrap_or(f64::NAN)),
            None => "–".to_owned(),
        };
        let kept = effect.map_or(f64::NAN, |effect| effect.only_across);
        vec![name.to_owned(), text.whole(all), share(own), share(out), text.whole(comes_in), extra, text.whole(kept)]
    };
    let mut rows = vec![line(text.words().whole_study, whole, effect(Party::Study))];
    rows.extend(balances.iter().map(|row| {
        let figures = [row.residents, row.own, row.out, row.comes_in];
        line(&region.municipalities[row.municipality].name, figures, effect(Party::Municipality(row.municipality)))
    }));
    let headings = [text.words().municipality, text.words().residents, words.own, words.out, words.comes_in, words.extra, words.kept];
    let mut aligns = vec![Align::Right; headings.len()];
    aligns[0] = Align::Left;
    let mut page = table(&headings, &aligns, &rows);
    if left_out > 0 {
        page.push_str(&text.more_municipalities_by_border(left_out));
        page.push('\n');
    }
    page
}
