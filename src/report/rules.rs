//! Styles by rules that stand in each other: what a reader ticks in the legend of QGIS.

use std::fmt::Write;

use super::symbol::{Symbol, escaped};

/// A rule: the rows for which its expression holds are drawn by its symbol, or by the rules in it.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    filter: String,
    label: String,
    is_shown: bool,
    draws: Draws,
}

#[derive(Debug, Clone)]
enum Draws {
    Symbol(Symbol),
    Rules(Vec<Rule>),
}

impl Rule {
    /// Rows with a symbol.
    pub fn symbol(filter: String, label: String, symbol: Symbol) -> Self {
        Self { filter, label, is_shown: true, draws: Draws::Symbol(symbol) }
    }

    /// Rows that the rules in it draw.
    pub fn group(filter: String, label: String, rules: Vec<Self>) -> Self {
        Self { filter, label, is_shown: true, draws: Draws::Rules(rules) }
    }

    /// The same, ticked or not when the layer is opened.
    pub fn shown(self, is_shown: bool) -> Self {
        Self { is_shown, ..self }
    }
}

/// Ticks the rule at a place and none of the others, so that layers that lie over each other are seen one by one.
pub(super) fn only(rules: Vec<Rule>, place: usize) -> Vec<Rule> {
    rules.into_iter().enumerate().map(|(number, rule)| rule.shown(number == place)).collect()
}

/// A column in an expression. A quotation mark in its name is written twice.
pub(super) fn column(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The expression that a column has this text.
pub(super) fn is(name: &str, value: &str) -> String {
    format!("{} = '{}'", column(name), value.replace('\\', "\\\\").replace('\'', "''"))
}

/// The style of these rules.
#[must_use]
pub(super) fn rules_style(rules: &[Rule]) -> String {
    let mut xml = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n\
         <qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n  \
         <renderer-v2 type=\"RuleRenderer\" enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">\n    <rules key=\"all\">\n"
        .to_owned();
    let mut symbols = Vec::new();
    let mut keys = 0;
    rules.iter().for_each(|rule| push(rule, 3, &mut keys, &mut symbols, &mut xml));
    xml.push_str("    </rules>\n    <symbols>\n");
    symbols.iter().enumerate().for_each(|(index, symbol)| symbol.push(index, &mut xml));
    xml.push_str("    </symbols>\n  </renderer-v2>\n</qgis>\n");
    xml
}

fn push<'r>(rule: &'r Rule, depth: usize, keys: &mut usize, symbols: &mut Vec<&'r Symbol>, xml: &mut String) {
    let (indent, key) = ("  ".repeat(depth), *keys);
    *keys += 1;
    let (filter, label) = (escaped(&rule.filter), escaped(&rule.label));
    let state = if rule.is_shown { "" } else { r#" checkstate="0""# };
    // Writing to memory does not fail.
    let _ = write!(xml, r#"{indent}<rule key="rule{key}" filter="{filter}" label="{label}"{state}"#);
    match &rule.draws {
        Draws::Symbol(symbol) => {
            let _ = writeln!(xml, r#" symbol="{}"/>"#, symbols.len());
            symbols.push(symbol);
        }
        Draws::Rules(rules) => {
            xml.push_str(">\n");
            rules.iter().for_each(|rule| push(rule, depth + 1, keys, symbols, xml));
            let _ = writeln!(xml, "{indent}</rule>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::symbol::fill;

    #[test]
    fn rules_stand_in_each_other() {
        let one = |label: &str| Rule::symbol(is("what", "new"), label.to_owned(), fill("#000000"));
        let groups = ["Het 'nieuwe' <plan>", "twee\nregels"].map(|name| Rule::group(is("scenario", name), name.to_owned(), vec![one("a")]));
        let qml = rules_style(&only(groups.into(), 0));
        let rules: Vec<&str> = qml.lines().filter(|line| line.contains("rule")).map(str::trim).collect();
        assert_eq!(
            rules,
            [
                "<rules key=\"all\">",
                "<rule key=\"rule0\" filter=\"&quot;scenario&quot; = 'Het ''nieuwe'' &lt;plan&gt;'\" label=\"Het 'nieuwe' &lt;plan&gt;\">",
                "<rule key=\"rule1\" filter=\"&quot;what&quot; = 'new'\" label=\"a\" symbol=\"0\"/>",
                "</rule>",
                "<rule key=\"rule2\" filter=\"&quot;scenario&quot; = 'twee regels'\" label=\"twee regels\" checkstate=\"0\">",
                "<rule key=\"rule3\" filter=\"&quot;what&quot; = 'new'\" label=\"a\" symbol=\"1\"/>",
                "</rule>",
                "</rules>",
            ]
        );
        assert_eq!(qml.matches("<symbol ").count(), 2);
    }

    #[test]
    fn a_quotation_mark_is_written_twice() {
        assert_eq!((column("a\"b"), is("c", "d'e\\f")), ("\"a\"\"b\"".to_owned(), "\"c\" = 'd''e\\\\f'".to_owned()));
    }
}
