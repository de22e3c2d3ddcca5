//! From the bytes of a text file to UTF-8.

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::load::error::Fault;

/// Text in UTF-8 without a byte order mark, and the name of the encoding it came in.
pub(super) type Decoded = (Vec<u8>, &'static str);

/// Brings a file to UTF-8.
///
/// Stated encodings are held to. Without one a byte order mark decides; then UTF-8 if all of it is valid; then Windows-1252, which is
/// what Dutch spreadsheets write. O(bytes); text that is UTF-8 already is not copied.
///
/// # Errors
/// [`Fault::Encoding`] when the stated encoding has no such name, or the text does not fit it (with the line).
pub(super) fn decode(bytes: Vec<u8>, stated: Option<&str>) -> Result<Decoded, Fault> {
    let mark = Encoding::for_bom(&bytes);
    let encoding = match stated {
        Some(label) => {
            let named = Encoding::for_label(label.trim().as_bytes())
                .ok_or_else(|| Fault::Encoding { encoding: label.trim().to_owned(), line: None })?;
            // "utf-16" alone does not say in which order; the mark does
            match mark {
                Some((marked, _)) if is_utf_16(named) && is_utf_16(marked) => marked,
                _ => named,
            }
        }
        None => match mark {
            Some((marked, _)) => marked,
            None if std::str::from_utf8(&bytes).is_ok() => return Ok((bytes, UTF_8.name())),
            None => WINDOWS_1252,
        },
    };
    let skip = mark.filter(|(marked, _)| *marked == encoding).map_or(0, |(_, length)| length);
    strict(bytes, skip, encoding)
}

fn is_utf_16(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// Decodes without replacing what does not fit.
fn strict(mut bytes: Vec<u8>, skip: usize, encoding: &'static Encoding) -> Result<Decoded, Fault> {
    if encoding == UTF_8 && std::str::from_utf8(bytes.get(skip..).unwrap_or_default()).is_ok() {
        bytes.drain(..skip);
        return Ok((bytes, encoding.name()));
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut rest = bytes.get(skip..).unwrap_or_default();
    let mut text = String::with_capacity(rest.len() + rest.len() / 16 + 16);
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return Ok((text.into_bytes(), encoding.name())),
            DecoderResult::OutputFull => text.reserve(rest.len().max(64)),
            DecoderResult::Malformed(..) => {
                let line = 1 + line_ends(text.as_bytes());
                return Err(Fault::Encoding { encoding: encoding.name().to_owned(), line: Some(line) });
            }
        }
    }
}

/// Number of line ends in a text: `\r\n`, `\n` or `\r`.
pub(super) fn line_ends(text: &[u8]) -> u64 {
    let mut count = 0;
    let mut bytes = text.iter().peekable();
    while let Some(byte) = bytes.next() {
        count += u64::from(*byte == b'\n' || (*byte == b'\r' && bytes.peek() != Some(&&b'\n')));
    }
    count
}

/// Refuses a text with a NUL character in it: a binary file, or UTF-16 without its mark.
///
/// # Errors
/// [`Fault::NulCharacter`] with the line.
pub(super) fn no_nul(text: &[u8]) -> Result<(), Fault> {
    if !text.contains(&0) {
        return Ok(());
    }
    let before = text.split(|byte| *byte == 0).next().unwrap_or_default();
    Err(Fault::NulCharacter { line: 1 + line_ends(before) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], stated: Option<&str>) -> (String, &'static str) {
        let (bytes, name) = decode(bytes.to_vec(), stated).unwrap();
        (String::from_utf8(bytes).unwrap(), name)
    }

    #[test]
    fn the_encoding_is_found() {
        assert_eq!(text("één".as_bytes(), None), ("één".to_owned(), "UTF-8"));
        assert_eq!(text("\u{feff}één".as_bytes(), None), ("één".to_owned(), "UTF-8"));
        // é is E9 in Windows-1252, the euro sign 80
        assert_eq!(text(b"\xE9\xE9n \x80", None), ("één €".to_owned(), "windows-1252"));
        assert_eq!(text(b"\xFF\xFE\xE9\x00n\x00", None), ("én".to_owned(), "UTF-16LE"));
        assert_eq!(text(b"\xFE\xFF\x00\xE9\x00n", None), ("én".to_owned(), "UTF-16BE"));
    }

    #[test]
    fn a_stated_encoding_is_held_to() {
        // é is 82 in code page 866's sister 850 but a Cyrillic В in 866; encoding_rs knows 866
        assert_eq!(text(b"\x82", Some("cp866")).0, "В");
        assert_eq!(text("é".as_bytes(), Some("latin1")), ("Ã©".to_owned(), "windows-1252"));
        assert_eq!(text(b"\xFE\xFF\x00\xE9", Some("utf-16")), ("é".to_owned(), "UTF-16BE"));
        assert_eq!(text("\u{feff}é".as_bytes(), Some("UTF-8")).0, "é");
        assert_eq!(decode(b"a".to_vec(), Some("klingon")), Err(Fault::Encoding { encoding: "klingon".to_owned(), line: None }));
        assert_eq!(
            decode(b"a\r\nb\nc\xE9d\n".to_vec(), Some("utf8")),
            Err(Fault::Encoding { encoding: "UTF-8".to_owned(), line: Some(3) })
        );
    }

    #[test]
    fn line_ends_of_all_systems_count_once() {
        assert_eq!(line_ends(b"a\nb\r\nc\rd"), 3);
        assert!(no_nul(b"a\n\n").is_ok());
        assert_eq!(no_nul(b"a\nb\n\0"), Err(Fault::NulCharacter { line: 3 }));
    }
}
