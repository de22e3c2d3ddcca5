//! Styles that QGIS 3 reads from the table `layer_styles` of a `GeoPackage`: QML, its own XML.
//!
//! Only the renderer is given; what is absent (labels, forms, scale limits) QGIS leaves at its default.

use std::fmt::Write;

use super::symbol::{Symbol, dot, escaped, fill, marker};

/// A style for polygons by a number: no outline, one colour a class. Each class reaches from the upper limit of the one before it, the
/// first from 0, to its own, which may be infinite. Colours are `#rrggbb`.
#[must_use]
pub fn distance_style(column: &str, limits: &[(f64, &str, String)]) -> String {
    graduated(column, limits, fill)
}

fn graduated(column: &str, limits: &[(f64, &str, String)], symbol: fn(&str) -> Symbol) -> String {
    let mut ranges = String::new();
    let mut lower = 0.0;
    for (index, (upper, _, label)) in limits.iter().enumerate() {
        // QGIS reads no infinity; no distance on earth is longer than this.
        let upper = upper.min(1e9);
        let label = escaped(label);
        // Writing to memory does not fail.
        let _ = writeln!(ranges, r#"      <range lower="{lower}" upper="{upper}" symbol="{index}" label="{label}" render="true"/>"#);
        lower = upper;
    }
    let renderer = Renderer { kind: "graduatedSymbol", more: r#" graduatedMethod="GraduatedColor""#, classes: "ranges" };
    renderer.document(column, &ranges, limits.iter().map(|(_, colour, _)| symbol(colour)))
}

/// The same for points: dots without an edge.
#[must_use]
pub fn distance_dots_style(column: &str, limits: &[(f64, &str, String)]) -> String {
    graduated(column, limits, dot)
}

/// A style for points by a text: circles with a white edge, one colour a value. Colours are `#rrggbb`.
#[must_use]
pub fn status_style(column: &str, values: &[(&str, &str, String)]) -> String {
    let mut categories = String::new();
    for (index, (value, _, label)) in values.iter().enumerate() {
        let (value, label) = (escaped(value), escaped(label));
        let _ = writeln!(categories, r#"      <category type="string" value="{value}" symbol="{index}" label="{label}" render="true"/>"#);
    }
    let renderer = Renderer { kind: "categorizedSymbol", more: "", classes: "categories" };
    renderer.document(column, &categories, values.iter().map(|(_, colour, _)| marker(colour)))
}

/// A style that also gives columns the names that people read, as pairs of a column and its alias.
#[must_use]
pub fn with_aliases(qml: &str, aliases: &[(&str, &str)]) -> String {
    let Some(start) = qml.strip_suffix("</qgis>\n").filter(|_| !aliases.is_empty()) else { return qml.to_owned() };
    let mut xml = start.replacen("styleCategories=\"Symbology\"", "styleCategories=\"Symbology|Fields\"", 1);
    xml.push_str("  <aliases>\n");
    for (column, alias) in aliases {
        let (column, alias) = (escaped(column), escaped(alias));
        let _ = writeln!(xml, r#"    <alias field="{column}" name="{alias}"/>"#);
    }
    xml.push_str("  </aliases>\n</qgis>\n");
    xml
}

/// What two kinds of renderers differ in.
struct Renderer {
    kind: &'static str,
    more: &'static str,
    classes: &'static str,
}

impl Renderer {
    fn document(&self, column: &str, entries: &str, symbols: impl Iterator<Item = Symbol>) -> String {
        let Self { kind, more, classes } = self;
        let attribute = escaped(column);
        let mut xml = format!(
            "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n\
             <qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n  \
             <renderer-v2 type=\"{kind}\" attr=\"{attribute}\"{more} enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">\n    \
             <{classes}>\n{entries}    </{classes}>\n    <symbols>\n"
        );
        for (index, symbol) in symbols.enumerate() {
            symbol.push(index, &mut xml);
        }
        xml.push_str("    </symbols>\n  </renderer-v2>\n</qgis>\n");
        xml
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_distance_follow_each_other() {
        let limits = [(1000.0, "#1a9850", "tot 1 km".to_owned()), (f64::INFINITY, "#d73027", "> 1 km & verder".to_owned())];
        insta::assert_snapshot!(distance_style("distance_m", &limits), @r#"
        <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
        <qgis version="3.22.0" styleCategories="Symbology">
          <renderer-v2 type="graduatedSymbol" attr="distance_m" graduatedMethod="GraduatedColor" enableorderby="0" forceraster="0" symbollevels="0">
            <ranges>
              <range lower="0" upper="1000" symbol="0" label="tot 1 km" render="true"/>
              <range lower="1000" upper="1000000000" symbol="1" label="&gt; 1 km &amp; verder" render="true"/>
            </ranges>
            <symbols>
              <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="color" value="26,152,80,255"/>
                    <Option type="QString" name="style" value="solid"/>
                    <Option type="QString" name="outline_style" value="no"/>
                  </Option>
                  <prop k="color" v="26,152,80,255"/>
                  <prop k="style" v="solid"/>
                  <prop k="outline_style" v="no"/>
                </layer>
              </symbol>
              <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
                <layer class="SimpleFill" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="color" value="215,48,39,255"/>
                    <Option type="QString" name="style" value="solid"/>
                    <Option type="QString" name="outline_style" value="no"/>
                  </Option>
                  <prop k="color" v="215,48,39,255"/>
                  <prop k="style" v="solid"/>
                  <prop k="outline_style" v="no"/>
                </layer>
              </symbol>
            </symbols>
          </renderer-v2>
        </qgis>
        "#);
    }

    #[test]
    fn values_of_a_status_have_their_colour() {
        insta::assert_snapshot!(status_style("status", &[("open", "#0b5394", "Open \"loket\"".to_owned())]), @r#"
        <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
        <qgis version="3.22.0" styleCategories="Symbology">
          <renderer-v2 type="categorizedSymbol" attr="status" enableorderby="0" forceraster="0" symbollevels="0">
            <categories>
              <category type="string" value="open" symbol="0" label="Open &quot;loket&quot;" render="true"/>
            </categories>
            <symbols>
              <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
                <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
                  <Option type="Map">
                    <Option type="QString" name="name" value="circle"/>
                    <Option type="QString" name="size" value="2.6"/>
                    <Option type="QString" name="size_unit" value="MM"/>
                    <Option type="QString" name="outline_style" value="solid"/>
                    <Option type="QString" name="outline_width" value="0.3"/>
                    <Option type="QString" name="outline_width_unit" value="MM"/>
                    <Option type="QString" name="outline_color" value="255,255,255,255"/>
                    <Option type="QString" name="color" value="11,83,148,255"/>
                  </Option>
                  <prop k="name" v="circle"/>
                  <prop k="size" v="2.6"/>
                  <prop k="size_unit" v="MM"/>
                  <prop k="outline_style" v="solid"/>
                  <prop k="outline_width" v="0.3"/>
                  <prop k="outline_width_unit" v="MM"/>
                  <prop k="outline_color" v="255,255,255,255"/>
                  <prop k="color" v="11,83,148,255"/>
                </layer>
              </symbol>
            </symbols>
          </renderer-v2>
        </qgis>
        "#);
    }

    #[test]
    fn aliases_stand_behind_the_renderer() {
        let plain = status_style("status", &[]);
        assert_eq!(with_aliases(&plain, &[]), plain);
        let told = with_aliases(&plain, &[("mean_m", "gemiddelde afstand (m)"), ("a<b", "\"x\" & y")]);
        assert!(told.contains("styleCategories=\"Symbology|Fields\""), "{told}");
        let end = "  </renderer-v2>\n  <aliases>\n    <alias field=\"mean_m\" name=\"gemiddelde afstand (m)\"/>\n    \
                   <alias field=\"a&lt;b\" name=\"&quot;x&quot; &amp; y\"/>\n  </aliases>\n</qgis>\n";
        assert!(told.ends_with(end), "{told}");
    }
}
