//! The paths and macros that a Rust file names, without a whole parser: comments, texts and test modules are taken out, and what is
//! left is read word by word.

/// A word or sign of the code.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Join,
    Sign(char),
}

/// The code without comments, texts, characters and without what stands under `#[cfg(test)]`.
pub fn strip(text: &str) -> String {
    without_tests(&without_texts(text))
}

/// Replaces comments by nothing and texts by `""`.
fn without_texts(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |index: usize| letters.get(index).copied().unwrap_or('\0');
    let mut code = String::with_capacity(text.len());
    let mut index = 0;
    while index < letters.len() {
        let previous = if index == 0 { ' ' } else { at(index - 1) };
        let starts_word = !(previous.is_alphanumeric() || previous == '_');
        match at(index) {
            '/' if at(index + 1) == '/' => index = skip_until(&letters, index, |letter| letter == '\n'),
            '/' if at(index + 1) == '*' => index = skip_block_comment(&letters, index),
            '"' => {
                code.push_str("\"\"");
                index = skip_quoted(&letters, index);
            }
            'r' | 'b' if starts_word && raw_hashes(&letters, index).is_some() => {
                code.push_str("\"\"");
                index = skip_raw(&letters, index);
            }
            // A character is `'x'` or `'\…'`; anything else that starts with a quote is a lifetime.
            '\'' if at(index + 1) == '\\' => index = skip_until(&letters, index + 3, |letter| letter == '\'') + 1,
            '\'' if at(index + 2) == '\'' => index += 3,
            letter => {
                code.push(letter);
                index += 1;
            }
        }
    }
    code
}

fn skip_until(letters: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    (from..letters.len()).find(|index| stop(letters[*index])).unwrap_or(letters.len())
}

/// Behind a block comment; they nest.
fn skip_block_comment(letters: &[char], from: usize) -> usize {
    let mut depth = 0;
    let mut index = from;
    while index + 1 < letters.len() {
        match (letters[index], letters[index + 1]) {
            ('/', '*') => depth += 1,
            ('*', '/') => depth -= 1,
            _ => {
                index += 1;
                continue;
            }
        }
        index += 2;
        if depth == 0 {
            return index;
        }
    }
    letters.len()
}

/// Behind a text that starts at `from`.
fn skip_quoted(letters: &[char], from: usize) -> usize {
    let mut index = from + 1;
    while index < letters.len() {
        match letters[index] {
            '\\' => index += 2,
            '"' => return index + 1,
            _ => index += 1,
        }
    }
    letters.len()
}

/// For `r"`, `r#"`, `br##"`: where the opening quote stands, and how many `#` it has.
fn raw_hashes(letters: &[char], from: usize) -> Option<(usize, usize)> {
    let mut index = from;
    if letters.get(index) == Some(&'b') {
        index += 1;
    }
    if letters.get(index) != Some(&'r') {
        return None;
    }
    let hashes = letters[index + 1..].iter().take_while(|letter| **letter == '#').count();
    let quote = index + 1 + hashes;
    (letters.get(quote) == Some(&'"')).then_some((quote, hashes))
}

/// Behind a raw text that starts at `from`.
fn skip_raw(letters: &[char], from: usize) -> usize {
    let Some((quote, hashes)) = raw_hashes(letters, from) else { return from + 1 };
    let closes =
        |index: usize| letters[index] == '"' && letters[index + 1..].iter().take(hashes).filter(|letter| **letter == '#').count() == hashes;
    (quote + 1..letters.len()).find(|index| closes(*index)).map_or(letters.len(), |index| index + 1 + hashes)
}

/// Takes out every item that stands under `#[cfg(test)]`: up to its `;`, or to the brace that closes its first one.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let mut kept = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find(MARK) {
        kept.push_str(&rest[..start]);
        let item = &rest[start + MARK.len()..];
        let mut depth = 0_i32;
        let end = item.char_indices().find_map(|(index, letter)| {
            match letter {
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth -= 1,
                _ => {}
            }
            (depth == 0 && matches!(letter, ';' | '}')).then_some(index + 1)
        });
        rest = &item[end.unwrap_or(item.len())..];
    }
    kept.push_str(rest);
    kept
}

fn tokens(code: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || letter == '_' {
            let mut word = String::from(letter);
            while let Some(next) = letters.next_if(|next| next.is_alphanumeric() || *next == '_') {
                word.push(next);
            }
            tokens.push(Token::Word(word));
        } else if letter == ':' && letters.next_if_eq(&':').is_some() {
            tokens.push(Token::Join);
        } else if !letter.is_whitespace() {
            tokens.push(Token::Sign(letter));
        }
    }
    tokens
}

/// Every path that stripped code names, each as its parts. `super`, `self` and `bereik` (in the binary) are resolved, so that what is
/// ours starts with `crate`. `module` is where the file stands. Paths of one part are told only for `use`.
pub fn paths(code: &str, module: &[String]) -> Vec<Vec<String>> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let mut inline: Vec<(String, usize)> = Vec::new();
    let mut depth = 0_usize;
    let mut index = 0;
    while index < tokens.len() {
        match &tokens[index] {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => {
                depth = depth.saturating_sub(1);
                inline.retain(|(_, opened)| *opened < depth + 1);
            }
            Token::Word(word) if word == "mod" => {
                if let (Some(Token::Word(name)), Some(Token::Sign('{'))) = (tokens.get(index + 1), tokens.get(index + 2)) {
                    inline.push((name.clone(), depth + 1));
                }
            }
            Token::Word(word) => {
                let after_join = index > 0 && matches!(tokens[index - 1], Token::Join);
                let imported = index > 0 && tokens[index - 1] == Token::Word("use".to_owned());
                let joined = tokens.get(index + 1) == Some(&Token::Join);
                if !after_join && word != "use" && (joined || imported) {
                    let mut raw = Vec::new();
                    index = tree(&tokens, index, &[], &mut raw);
                    let here: Vec<String> = module.iter().cloned().chain(inline.iter().map(|(name, _)| name.clone())).collect();
                    found.extend(raw.into_iter().map(|path| resolve(path, &here)));
                    continue;
                }
            }
            Token::Join | Token::Sign(_) => {}
        }
        index += 1;
    }
    found
}

/// Reads `a::b`, `a::{b, c::d}` or `a::*` from `index` on, adds every path in it and says where it ends.
fn tree(tokens: &[Token], index: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = before.to_vec();
    let mut index = index;
    loop {
        match tokens.get(index) {
            Some(Token::Word(word)) => path.push(word.clone()),
            Some(Token::Sign('*')) => path.push("*".to_owned()),
            Some(Token::Sign('{')) => {
                index += 1;
                while index < tokens.len() && tokens[index] != Token::Sign('}') {
                    let start = index;
                    index = tree(tokens, index, &path, found);
                    while index < tokens.len() && !matches!(tokens[index], Token::Sign(',' | '}')) {
                        index += 1;
                    }
                    if tokens.get(index) == Some(&Token::Sign(',')) || index == start {
                        index += 1;
                    }
                }
                return index + 1;
            }
            _ => break,
        }
        index += 1;
        if tokens.get(index) != Some(&Token::Join) {
            break;
        }
        index += 1;
    }
    found.push(path);
    index
}

/// Makes a path start at the root where it is ours.
fn resolve(path: Vec<String>, module: &[String]) -> Vec<String> {
    let mut whole = match path.first().map(String::as_str) {
        Some("super" | "self") => module.to_vec(),
        Some("bereik" | "crate") => Vec::new(),
        _ => return path,
    };
    for part in path {
        match part.as_str() {
            "super" => drop(whole.pop()),
            "self" | "bereik" | "crate" => {}
            _ => whole.push(part),
        }
    }
    whole.insert(0, "crate".to_owned());
    whole
}

/// The names of the macros that stripped code calls.
pub fn macros(code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let calls = tokens.windows(3).filter(|three| three[1] == Token::Sign('!') && matches!(three[2], Token::Sign('(' | '[' | '{')));
    calls.filter_map(|three| if let Token::Word(name) = &three[0] { Some(name.clone()) } else { None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paths of a piece of code in `src/load/csv.rs`.
    fn told(text: &str) -> Vec<String> {
        let module = ["load", "csv"].map(str::to_owned);
        paths(&strip(text), &module).into_iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn a_use_over_several_lines_names_all_its_paths() {
        let text = "use crate::{\n    a,\n    b::{c, d as e},\n    f::*,\n};\nuse std::io::Read;";
        assert_eq!(told(text), ["crate::a", "crate::b::c", "crate::b::d", "crate::f::*", "std::io::Read"]);
        assert_eq!(told("pub(crate) use crate::a::{self, b,};"), ["crate::a", "crate::a::b"]);
        assert_eq!(told("use geo;"), ["geo"]);
    }

    #[test]
    fn paths_in_expressions_and_types_count() {
        assert_eq!(told("let x: Vec<crate::a::B> = crate::c::d(1)?;"), ["crate::a::B", "crate::c::d"]);
        assert_eq!(told("fn f() -> Result<(), std::fmt::Error> { Vec::<u8>::new(); }"), ["std::fmt::Error", "Vec"]);
    }

    #[test]
    fn super_and_self_are_followed_to_the_root() {
        // In the file load/csv.rs `super` is load, `super::super` the root.
        assert_eq!(told("use super::layer::Layer;"), ["crate::load::layer::Layer"]);
        assert_eq!(told("use super::super::model::Site;"), ["crate::model::Site"]);
        assert_eq!(told("use super::{super::model::Site, layer};"), ["crate::model::Site", "crate::load::layer"]);
        assert_eq!(told("self::inner::f();"), ["crate::load::csv::inner::f"]);
        assert_eq!(
            told("mod inner { fn f() { super::super::g::h(); } } fn k() { super::l::m(); }"),
            ["crate::load::g::h", "crate::load::l::m"]
        );
    }

    #[test]
    fn comments_and_texts_are_not_code() {
        let text = r##"
            //! [`crate::a`]
            /* crate::b::c /* nested */ crate::d::e */
            let text = "crate::f::g \" crate::h::i"; // crate::j::k
            let raw = r#"crate::l::m " crate::n::o"#;
            let quote = '"'; let escaped = '\''; let lifetime: &'static str = crate::p::q;
        "##;
        assert_eq!(told(text), ["crate::p::q"]);
    }

    #[test]
    fn what_is_for_tests_may_name_anything() {
        let text = "use crate::a::b;\n#[cfg(test)]\nmod tests {\n  use crate::c::d;\n  fn f() { {} }\n}\nuse crate::e::f;";
        assert_eq!(told(text), ["crate::a::b", "crate::e::f"]);
        assert_eq!(told("#[cfg(test)]\nmod tests;\nuse crate::e::f;"), ["crate::e::f"]);
        assert_eq!(told("#[cfg(test)]\n#[expect(x, reason = \"\")]\nuse crate::{a, b};\nuse crate::e::f;"), ["crate::e::f"]);
    }

    #[test]
    fn macros_are_calls_and_not_negations() {
        assert_eq!(macros("println!(x); if a != (b) { vec![1]; } !(c)"), ["println", "vec"]);
    }
}
