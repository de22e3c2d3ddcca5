//! The code page of a table, as a `.cpg`, the table's own mark or a study names it.

use std::borrow::Cow;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::load::error::Fault;

/// A code page.
#[derive(Debug, Clone, Copy)]
pub(super) enum Charset {
    /// One of the web's.
    Web(&'static Encoding),
    /// One of DOS: its name and the characters from 128.
    Dos(&'static str, &'static str),
}

/// Text, and whether every byte had a meaning.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) fits: bool,
}

const CP437: &str =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

impl Charset {
    /// The code page of this name: `UTF-8`, `1252`, `ANSI 1252`, `ISO 8859-1`, `CP850`, `OEM 437`, `LDID/87` …
    ///
    /// # Errors
    /// [`Fault::Encoding`] when there is no such code page, or it is not one of those read here.
    pub(super) fn named(name: &str) -> Result<Self, Fault> {
        let unknown = || Fault::Encoding { encoding: name.trim().to_owned(), line: None };
        let short: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
        if let Some(driver) = short.strip_prefix("LDID") {
            return driver.parse().ok().and_then(Self::of_language_driver).ok_or_else(unknown);
        }
        let number =
            ["ANSI", "OEM", "CP", "IBM", "WINDOWS", "MSDOS"].iter().find_map(|prefix| short.strip_prefix(prefix)).unwrap_or(&short);
        if let Some(charset) = number.parse().ok().and_then(Self::of_code_page) {
            return Ok(charset);
        }
        let label = short.strip_prefix("ISO").unwrap_or(&short).strip_prefix("8859").map(|part| format!("iso-8859-{part}"));
        let found = label.as_deref().and_then(|label| Encoding::for_label(label.as_bytes()));
        found.or_else(|| Encoding::for_label(name.trim().as_bytes())).map(Self::Web).ok_or_else(unknown)
    }

    /// The code page of the language driver in the head of a table; `None` when it states none that is known.
    pub(super) fn of_language_driver(driver: u8) -> Option<Self> {
        Self::of_code_page(match driver {
            0x01 | 0x09 | 0x0B | 0x0D | 0x0F | 0x11 => 437,
            0x02 | 0x0A | 0x0E | 0x10 | 0x12 => 850,
            0x03 | 0x57 | 0x58 | 0x59 => 1252,
            0x65 | 0x26 => 866,
            0x7C => 874,
            0x7D => 1255,
            0x7E => 1256,
            0xC8 => 1250,
            0xC9 => 1251,
            0xCA => 1254,
            0xCB => 1253,
            0xF0 => 65001,
            _ => return None,
        })
    }

    fn of_code_page(number: u32) -> Option<Self> {
        let label = match number {
            437 => return Some(Self::Dos("CP437", CP437)),
            850 => return Some(Self::Dos("CP850", CP850)),
            65001 => "utf-8".to_owned(),
            866 => "ibm866".to_owned(),
            874 | 1250..=1258 => format!("windows-{number}"),
            28591..=28606 => format!("iso-8859-{}", number - 28590),
            _ => return None,
        };
        Encoding::for_label(label.as_bytes()).map(Self::Web)
    }

    /// For a table that states no code page: UTF-8 when every byte of it fits, else Windows-1252. Reads the whole table.
    ///
    /// # Errors
    /// [`Fault::Unreadable`].
    pub(super) fn guessed(dbf: &Path) -> Result<Self, Fault> {
        let bytes = std::fs::read(dbf).map_err(super::unreadable)?;
        let first = bytes.get(8..10).map_or(0, |size| usize::from(size[0]) | usize::from(size[1]) << 8);
        let is_utf8 = std::str::from_utf8(bytes.get(first..).unwrap_or_default()).is_ok();
        Ok(Self::Web(if is_utf8 { UTF_8 } else { WINDOWS_1252 }))
    }

    /// Its name for people.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Web(encoding) => encoding.name(),
            Self::Dos(name, _) => name,
        }
    }

    /// Decodes a cell. A character of UTF-8 that the width of the column cut in two is dropped.
    pub(super) fn decode(self, bytes: &[u8]) -> Decoded<'_> {
        if bytes.is_ascii() {
            return Decoded { text: String::from_utf8_lossy(bytes), fits: true };
        }
        match self {
            Self::Web(encoding) => {
                let whole = match std::str::from_utf8(bytes) {
                    Err(error) if encoding == UTF_8 && error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or(bytes),
                    _ => bytes,
                };
                let (text, broken) = encoding.decode_without_bom_handling(whole);
                Decoded { text, fits: !broken }
            }
            Self::Dos(_, upper) => {
                let character = |byte: &u8| match byte.checked_sub(128) {
                    None => Some(char::from(*byte)),
                    Some(index) => upper.chars().nth(usize::from(index)),
                };
                Decoded { text: Cow::Owned(bytes.iter().filter_map(character).collect()), fits: true }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_page_under_all_its_names() {
        let cases = [
            ("UTF-8", "UTF-8"),
            ("utf8", "UTF-8"),
            ("65001", "UTF-8"),
            ("1252", "windows-1252"),
            ("ANSI 1252", "windows-1252"),
            ("CP1252", "windows-1252"),
            ("windows-1252", "windows-1252"),
            ("ISO-8859-1", "windows-1252"),
            ("ISO 8859-1", "windows-1252"),
            ("88591", "windows-1252"),
            ("iso88592", "ISO-8859-2"),
            ("28605", "ISO-8859-15"),
            ("LDID/87", "windows-1252"),
            ("850", "CP850"),
            ("OEM 850", "CP850"),
            ("IBM437", "CP437"),
        ];
        for (name, expected) in cases {
            assert_eq!(Charset::named(name).map(Charset::name), Ok(expected), "{name}");
        }
        let unknown = Charset::named("klingon").map(Charset::name);
        assert_eq!(unknown, Err(Fault::Encoding { encoding: "klingon".to_owned(), line: None }));
    }

    #[test]
    fn the_letters_of_dos() {
        assert_eq!(CP437.chars().count(), 128);
        assert_eq!(CP850.chars().count(), 128);
        // From the published tables: 0x83 is â in both, 0x9C £ in both, 0x9B is ¢ in 437 and ø in 850, 0xE1 is ß in both, 0xF1 is ±.
        let (us, west) = (Charset::named("437").unwrap(), Charset::named("850").unwrap());
        assert_eq!(us.decode(b"Frysl\x83n \x9B \xE1 \xF1").text, "Fryslân ¢ ß ±");
        assert_eq!(west.decode(b"Frysl\x83n \x9B \xE1 \xF1").text, "Fryslân ø ß ±");
    }

    #[test]
    fn what_does_not_fit_is_said_and_a_cut_letter_is_dropped() {
        let utf8 = Charset::named("utf-8").unwrap();
        let cut = utf8.decode(b"Frysl\xC3");
        assert!(cut.fits);
        assert_eq!(cut.text, "Frysl");
        assert!(!utf8.decode(b"Frysl\xE2n").fits);
        assert_eq!(Charset::named("1252").unwrap().decode(b"Frysl\xE2n").text, "Fryslân");
    }
}
