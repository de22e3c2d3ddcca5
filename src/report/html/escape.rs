//! Texts inside HTML.

use std::borrow::Cow;

/// A text in which nothing is taken for HTML, between tags and in attributes with double quotes. Characters that may not stand in a page
/// become a space.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let is_plain = |letter: char| !matches!(letter, '&' | '<' | '>' | '"' | '\'') && !letter.is_control();
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    Cow::Owned(safe)
}

/// JSON that can stand in a script element: nothing in it ends the element or begins a comment.
pub(super) fn json_in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_html() {
        assert_eq!(escaped("Café 't Hoekje"), "Café &#39;t Hoekje");
        assert_eq!(escaped("a<b & \"c\">\u{1}"), "a&lt;b &amp; &quot;c&quot;&gt; ");
        assert!(matches!(escaped("Ophoven"), Cow::Borrowed("Ophoven")));
    }

    #[test]
    fn json_does_not_end_a_script() {
        assert_eq!(json_in_script("\"</script><!--\""), "\"\\u003c/script>\\u003c!--\"");
    }
}
