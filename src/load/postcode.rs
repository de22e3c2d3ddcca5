//! Dutch postcodes: four digits, and up to two letters.

use crate::model::{NONE, Region};

/// A postcode of four, five or six characters without spaces, in capitals; `None` for anything else.
pub(super) fn postcode(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase).collect();
    let (digits, letters) = plain.split_at_checked(4)?;
    let is_postcode = digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0')
        && letters.len() <= 2
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    is_postcode.then_some(plain)
}

/// The cells that a study reports on with their postcode: that of the finer area they lie in where areas are postcodes, else their own id. Empty
/// where neither is one. By postcode, then by cell.
pub(super) fn of_cells(region: &Region) -> Vec<(String, u32)> {
    let areas: Vec<Option<String>> = region.areas.iter().map(|area| postcode(&area.code)).collect();
    let by_area = areas.iter().any(Option::is_some);
    let of = |cell: u32| {
        if !by_area {
            return postcode(region.cells.ids.get(cell as usize));
        }
        let area = region.cells.area[cell as usize];
        if area == NONE { None } else { areas[area as usize].clone() }
    };
    let all = 0..u32::try_from(region.cells.len()).unwrap_or(u32::MAX);
    let reported = all.filter(|cell| region.reports_on(*cell as usize));
    let mut cells: Vec<(String, u32)> = reported.filter_map(|cell| Some((of(cell)?, cell))).collect();
    cells.sort();
    cells
}

#[cfg(test)]
mod tests {
    use super::postcode;

    #[test]
    fn what_is_a_postcode() {
        for (text, found) in [
            ("8011", Some("8011")),
            ("8011 ab", Some("8011AB")),
            ("8011A", Some("8011A")),
            ("0111", None),
            ("801", None),
            ("8011ABC", None),
            ("E0974N4514", None),
            ("801é", None),
        ] {
            assert_eq!(postcode(text).as_deref(), found, "{text}");
        }
    }
}
