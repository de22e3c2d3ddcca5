//! Ids out of names: `Dorpshuis Ophoven` becomes `dorpshuis-ophoven`.

/// A name in small letters without accents, everything else a hyphen; `locatie` when nothing is left.
#[must_use]
pub fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            Some(plain) => slug.push_str(plain),
            None if letter.is_alphanumeric() => slug.push(letter),
            None if matches!(letter, '\'' | '’' | '‘' | '\u{301}' | '\u{308}') => {}
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "locatie".to_owned() } else { slug.to_owned() }
}

/// The plain letters of an accented one.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'ß' => "ss",
        'ĳ' => "ij",
        'æ' => "ae",
        'œ' => "oe",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_become_ids() {
        let cases = [
            ("Dorpshuis Ophoven", "dorpshuis-ophoven"),
            ("'s-Gravenhage", "s-gravenhage"),
            ("Café Één & Co.", "cafe-een-co"),
            ("ZB | Bibliotheek van Zeeland", "zb-bibliotheek-van-zeeland"),
            ("  MFA   't Veld (2e) ", "mfa-t-veld-2e"),
            ("???", "locatie"),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name), expected);
        }
    }
}
