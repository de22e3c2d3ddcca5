//! The table of assumptions: what the study takes for true, in words, with the key by which it can be changed.

use super::Advice;
use super::tables::headings;
use crate::model::{Assumed, Range, Study};
use crate::report::document::{Align, Block, TextTable};
use crate::text::Text;

/// The table. A key that the study leaves at its default is marked so. Targets and scenarios have chapters of their own, and the manifest has
/// every key.
pub(super) fn assumptions(advice: &Advice) -> Block {
    let (text, study) = (advice.text(), advice.study);
    let [caption, assumption, value, key, default] = text.advice().assumptions;
    let mut rows = Rows { study, text, all: Vec::new(), default };
    rows.reach();
    rows.need();
    rows.money(advice);
    rows.uncertain();
    Block::Table(TextTable {
        caption: caption.to_owned(),
        headings: headings(&[assumption, value, key]),
        aligns: vec![Align::Left; 3],
        rows: rows.all,
    })
}

struct Rows<'a> {
    study: &'a Study,
    text: &'static dyn Text,
    all: Vec<Vec<String>>,
    /// Behind a key that was left at its default.
    default: &'static str,
}

impl Rows<'_> {
    fn push(&mut self, key: &str, what: String, value: String) {
        let is_default = self.study.defaults.contains_key(key);
        let key = if is_default { format!("{key} {}", self.default) } else { key.to_owned() };
        self.all.push(vec![what, value, key]);
    }

    /// A value of which the words of what is uncertain tell.
    fn assumed(&mut self, key: &str, assumed: &Assumed) {
        self.push(key, self.text.assumption(assumed), self.text.assumed(assumed));
    }

    fn reach(&mut self) {
        let (study, text) = (self.study, self.text);
        let words = &text.advice().settings;
        let reach = &study.reach;
        self.assumed("reach.norm", &Assumed::Norm(reach.norm));
        self.assumed("reach.detour", &Assumed::Detour(reach.detour));
        self.assumed("reach.decay", &Assumed::Decay(reach.decay));
        for (group, own) in &reach.groups {
            self.push(&format!("reach.{group}"), format!("{} {}", words.norm_of, text.group(group)), text.length(own.norm));
        }
        self.assumed("moments.tries", &Assumed::Tries(study.moments.tries));
        for (venue, groups) in &study.suitability.0 {
            for (group, share) in groups {
                let what = format!("{} {}, {}", words.suits, text.venue(*venue), text.group(group));
                self.push(&format!("venues.{venue}.{group}"), what, text.percent(share.get()));
            }
        }
        self.push("study.surroundings", words.surroundings.to_owned(), text.length(study.surroundings));
    }

    fn need(&mut self) {
        let need = &self.study.need;
        self.assumed("need.all", &Assumed::Need(crate::model::Group::All, need.all));
        for (group, weight) in &need.surcharges {
            self.assumed(&format!("need.{group}"), &Assumed::Need(group.clone(), *weight));
        }
    }

    fn money(&mut self, advice: &Advice) {
        let (text, money) = (self.text, &self.study.money);
        let words = &text.advice().settings;
        if let Some(hour) = money.hour {
            self.assumed("money.hour", &Assumed::Hour(hour));
        }
        self.push("money.weeks", words.weeks.to_owned(), text.whole(money.weeks));
        for (name, amount) in &money.own {
            let region = &advice.loaded.region;
            let index = crate::load::municipality(&region.municipalities, name);
            let name_of = index.map_or(name.as_str(), |index| region.municipalities[index].name.as_str());
            self.push(&format!("money.own.{name}"), format!("{} {name_of}", words.own), text.whole_euros(*amount));
        }
        for (venue, amount) in &money.site {
            self.push(&format!("money.site.{venue}"), format!("{} {}", words.site, text.venue(*venue)), text.whole_euros(*amount));
        }
        for (venue, one) in &money.one_off {
            let value = format!("{} / {} {}", text.whole_euros(one.cost), one.years, words.years);
            self.push(&format!("money.one_off.{venue}"), format!("{} {}", words.one_off, text.venue(*venue)), value);
        }
        let parts = [
            ("promotion", words.promotion, money.promotion),
            ("direction", words.direction, money.direction),
            ("cut", words.cut, money.cut),
        ];
        for (key, what, share) in parts {
            self.push(&format!("money.{key}"), what.to_owned(), text.percent(share.get()));
        }
        self.push("money.pool", words.pool.to_owned(), words.pools[money.pool as usize].to_owned());
    }

    fn uncertain(&mut self) {
        let (text, study) = (self.text, self.study);
        let words = &text.advice().settings;
        let Some(uncertain) = &study.uncertain else { return };
        for range in &uncertain.ranges {
            let values: Vec<String> = range.values().into_iter().map(|value| text.assumed(value)).collect();
            let value = values.join(if matches!(range, Range::Between(..)) { text.compare().range_to } else { "; " });
            if let Some(first) = range.values().first() {
                self.push(&format!("uncertain.{}", first.key()), format!("{} {}", words.range, text.assumption(first)), value);
            }
        }
        self.push("uncertain.draws", words.draws.to_owned(), text.whole(f64::from(uncertain.draws)));
    }
}
