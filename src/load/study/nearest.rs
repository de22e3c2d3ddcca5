//! The name that was probably meant.

/// How alike two names must be as a whole (Jaro-Winkler, 0 to 1).
const ALIKE: f64 = 0.8;
/// How alike the words must be in which they differ (1 minus the edits over the longer of the two).
const REST: f64 = 0.5;

/// The name in a list that looks most like `name`, when one looks like it at all. Words that both begin or end with say nothing: a
/// "Bibliotheek Onbekend" is not a "Bibliotheek Gruttokerke".
pub(crate) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let name = name.to_lowercase();
    names
        .map(|known| (known.to_lowercase(), known))
        .map(|(lower, known)| (strsim::jaro_winkler(&name, &lower), known, lower))
        .filter(|(alike, _, lower)| *alike >= ALIKE && rest(&name, lower) >= REST)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, known, _)| known.to_owned())
}

/// How alike the words are in which two names differ; 1 where one has words that the other has not.
fn rest(one: &str, other: &str) -> f64 {
    let words = |name: &str| name.split([' ', '-', '_', '.']).map(str::to_owned).collect::<Vec<String>>();
    let (mut one, mut other) = (words(one), words(other));
    let first = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    one.drain(..first);
    other.drain(..first);
    while one.last().is_some() && one.last() == other.last() {
        one.pop();
        other.pop();
    }
    if one.is_empty() || other.is_empty() { 1.0 } else { strsim::normalized_damerau_levenshtein(&one.join(" "), &other.join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_another_name_is_not() {
        let libraries = ["Bibliotheek Gruttokerke", "Bibliotheek Waterstreek"];
        let found = |name: &str| nearest(name, libraries.into_iter());
        assert_eq!(found("bibliotheek waterstreeek").as_deref(), Some("Bibliotheek Waterstreek"));
        assert_eq!(found("Biblotheek Gruttokerke").as_deref(), Some("Bibliotheek Gruttokerke"));
        assert_eq!(found("Bibliotheek Onbekend"), None);
        assert_eq!(nearest("budgte", ["budget", "desks"].into_iter()).as_deref(), Some("budget"));
        assert_eq!(nearest("dorpshuis-lent", ["kulturhus-lent", "dorpshuis-lend"].into_iter()).as_deref(), Some("dorpshuis-lend"));
        assert_eq!(nearest("within", ["within_norm"].into_iter()).as_deref(), Some("within_norm"));
    }
}
