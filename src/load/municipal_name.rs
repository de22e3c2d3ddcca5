//! The name of a municipality as people write it, and the one that is meant.

use super::polygons::municipal_code;
use crate::model::Municipality;

/// Names that are used beside the official one, both folded.
const ALSO: [(&str, &str); 2] = [("den haag", "'s-gravenhage"), ("den bosch", "'s-hertogenbosch")];

/// The municipality with this code or name; the province that CBS adds to names that occur twice may be left out where one is left.
///
/// # Errors
/// The namesakes when several have the name, in the order given; none when nobody has it.
pub(super) fn municipality_of(municipalities: &[Municipality], written: &str) -> Result<usize, Vec<String>> {
    if let Some(code) = municipal_code(written) {
        return municipalities.iter().position(|municipality| municipality.code == code).ok_or_else(Vec::new);
    }
    let wanted = folded(written);
    let bare = |name: &str| name.split(" (").next().unwrap_or_default().to_owned();
    let alike = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..municipalities.len()).filter(|index| same(&folded(&municipalities[*index].name))).collect()
    };
    let mut found = alike(&|name| name == wanted);
    if found.is_empty() {
        found = alike(&|name| bare(name) == wanted);
    }
    match found.as_slice() {
        [index] => Ok(*index),
        several => Err(several.iter().map(|index| municipalities[*index].name.clone()).collect()),
    }
}

/// The code of the municipality that a row names; where it is none of the file, the code as it is written, if it is one.
pub(super) fn code_of(municipalities: &[Municipality], written: &str) -> Option<String> {
    match municipality_of(municipalities, written) {
        Ok(index) => Some(municipalities[index].code.clone()),
        Err(_) => municipal_code(written),
    }
}

/// A name without case, dots and needless spaces, its quotation marks straight, and in its official form.
fn folded(name: &str) -> String {
    let straight = name.chars().filter(|letter| *letter != '.').map(|letter| match letter {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' | '\u{b4}' => '\'',
        other => other,
    });
    let lower = straight.collect::<String>().to_lowercase();
    let plain = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    ALSO.iter().find(|(also, _)| *also == plain).map_or(plain, |(_, official)| (*official).to_owned())
}

#[cfg(test)]
mod tests {
    use geo::MultiPolygon;

    use super::*;
    use crate::crs::Planar;
    use crate::model::Published;

    fn named(names: &[&str]) -> Vec<Municipality> {
        let one = |(number, name): (usize, &&str)| Municipality {
            code: format!("GM{:04}", number + 1),
            name: (*name).to_owned(),
            shape: Planar(MultiPolygon::new(Vec::new())),
            published: Published::new(),
        };
        names.iter().enumerate().map(one).collect()
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let there =
            named(&["'s-Gravenhage", "'s-Hertogenbosch", "Bergen (L.)", "Bergen (NH.)", "Nuenen, Gerwen en Nederwetten", "Hengelo (O.)"]);
        for (written, index) in [
            ("\u{2019}s-Gravenhage", 0),
            ("\u{2018}S-GRAVENHAGE", 0),
            ("`s-gravenhage", 0),
            ("Den Haag", 0),
            (" den  haag ", 0),
            ("Den Bosch", 1),
            ("GM0002", 1),
            ("2", 1),
            ("Bergen (L)", 2),
            ("bergen (nh)", 3),
            ("Hengelo", 5),
            ("Hengelo (O)", 5),
        ] {
            assert_eq!(municipality_of(&there, written), Ok(index), "{written}");
        }
        assert_eq!(municipality_of(&there, "Bergen"), Err(vec!["Bergen (L.)".to_owned(), "Bergen (NH.)".to_owned()]));
        for nobody in ["Bergen (U)", "Haag", "", "9999"] {
            assert_eq!(municipality_of(&there, nobody), Err(Vec::new()), "{nobody}");
        }
        // a file may have the name in use itself
        assert_eq!(municipality_of(&named(&["Den Haag"]), "'s-Gravenhage"), Ok(0));
    }
}
