//! The `crs` member of the `GeoJSON` of 2008, which RD files still carry.

use serde_json::Value;

use crate::crs::Crs;

/// What a `crs` member says: `null` says that the system is not known.
///
/// Named (`{"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}`), by code (`{"type": "EPSG", "properties": {"code":
/// 28992}}`) or linked (`{"type": "link", "properties": {"href": "…/epsg/28992/…"}}`). What is none of these is given on as it stands, so
/// that the message about it can show it.
pub(super) fn parse(member: &Value) -> Option<Crs> {
    if member.is_null() {
        return None;
    }
    if let Some(name) = member.as_str() {
        return Some(Crs::parse(name));
    }
    let property = |key: &str| member.get("properties").and_then(|properties| properties.get(key));
    if let Some(name) = property("name").and_then(Value::as_str) {
        return Some(Crs::parse(name));
    }
    let code = property("code").and_then(|code| match code {
        Value::String(text) => text.trim().parse().ok(),
        code => code.as_u64().and_then(|code| u32::try_from(code).ok()),
    });
    let linked = || property("href").and_then(Value::as_str).and_then(code_of_link);
    Some(code.or_else(linked).map_or_else(|| Crs::Definition(member.to_string()), Crs::Epsg))
}

/// The code behind `epsg/` in a link, whatever stands between (`epsg/28992/proj4`, `EPSG/0/28992`).
fn code_of_link(link: &str) -> Option<u32> {
    let lower = link.to_ascii_lowercase();
    let (_, behind) = lower.split_once("epsg")?;
    behind.split(|sign: char| !sign.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).find(|code| *code > 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_named_coded_or_linked() {
        for (json, expected) in [
            ("null", None),
            (r#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#, Some(28992)),
            (r#"{"type":"name","properties":{"name":"EPSG:28992"}}"#, Some(28992)),
            (r#"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, Some(4326)),
            (r#"{"type":"EPSG","properties":{"code":28992}}"#, Some(28992)),
            (r#"{"type":"EPSG","properties":{"code":"4258"}}"#, Some(4258)),
            (r#"{"type":"link","properties":{"href":"http://spatialreference.org/ref/epsg/28992/proj4/"}}"#, Some(28992)),
            (r#"{"type":"link","properties":{"href":"http://www.opengis.net/def/crs/EPSG/0/3035"}}"#, Some(3035)),
            (r#""EPSG:28992""#, Some(28992)),
        ] {
            assert_eq!(parse(&serde_json::from_str(json).unwrap()), expected.map(Crs::Epsg), "{json}");
        }
        assert_eq!(parse(&serde_json::json!({"type": "none"})), Some(Crs::Definition(r#"{"type":"none"}"#.to_owned())));
    }
}
