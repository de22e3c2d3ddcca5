//! The words and sentences about borders.

use crate::units::{Euros, Hours};

/// The labels of one language. A new label does not compile until both languages have it.
#[derive(Debug)]
pub struct BorderWords {
    /// Title of the table of flows.
    pub flows_title: &'static str,
    /// Title of the table of what goes out and comes in.
    pub balance_title: &'static str,
    /// Title of the table of whom each desk serves.
    pub users_title: &'static str,
    /// Title of the table of what borders cost.
    pub effect_title: &'static str,
    /// Title of the table of where they hurt.
    pub places_title: &'static str,
    /// Title of the table of municipalities without a library or a desk.
    pub orphans_title: &'static str,
    /// Title of the table of shared costs.
    pub shares_title: &'static str,
    /// Title of the layer of lines.
    pub lines_title: &'static str,
    /// Instead of a figure: a municipality without a desk.
    pub no_own_desk: &'static str,
    /// Instead of a figure: without a desk of its library.
    pub no_library_desk: &'static str,
    /// Who reaches no desk.
    pub out_of_reach: &'static str,
    /// Who reaches no desk that is open when they can come.
    pub none_open: &'static str,
    /// Column: nearest desk in the own municipality.
    pub own: &'static str,
    /// Column: nearest desk elsewhere.
    pub out: &'static str,
    /// Column: residents of elsewhere.
    pub comes_in: &'static str,
    /// Column: what the border adds to the mean distance.
    pub extra: &'static str,
    /// Column: whom it keeps from a desk within the norm.
    pub kept: &'static str,
    /// Above the findings.
    pub findings_title: &'static str,
    /// Nothing lies across a border.
    pub nothing: &'static str,
    /// Above the shared costs; the amount stands behind it.
    pub shared_title: &'static str,
    /// Column: its share of the cost.
    pub pays: &'static str,
    /// Column: what is left of the grant.
    pub left_of_grant: &'static str,
    /// Heading of the map.
    pub map_heading: &'static str,
    /// What the map shows.
    pub map_subtitle: &'static str,
    /// The class of squares whose own desk is the nearest.
    pub map_own: &'static str,
    /// The class of squares whose municipality has no desk.
    pub map_none: &'static str,
    /// The class of neighbourhoods where one desk would serve two municipalities.
    pub shared_area: &'static str,
    /// The class of sites where one desk would.
    pub shared_site: &'static str,
    /// Above the widths of the lines on the map.
    pub map_lines: &'static str,
    /// Title of the chart.
    pub chart_title: &'static str,
    /// Its subtitle.
    pub chart_subtitle: &'static str,
    /// How to read it.
    pub chart_note: &'static str,
    /// The axis of rows.
    pub lives_in: &'static str,
    /// The axis of columns.
    pub desk_in: &'static str,
    /// The column of desks in municipalities of the study that have no column.
    pub other_municipality: &'static str,
    /// The column of desks outside the study.
    pub outside_study: &'static str,
    /// Above what municipalities without a library or a desk can do.
    pub without_title: &'static str,
}

/// What is counted when a list is cut short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Municipalities.
    Municipalities,
    /// Library organisations.
    Libraries,
}

/// What is said of one border.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BorderSentence<'a> {
    /// Residents of a place have their nearest desk across the border.
    Nearer {
        /// The neighbourhood, or the municipality.
        place: &'a str,
        /// Its municipality, where `place` is not that itself.
        of: Option<&'a str>,
        /// How many.
        residents: f64,
        /// Where the desk stands.
        to: &'a str,
        /// Metres to it, in the mean.
        distance: f64,
        /// How much nearer it is than the nearest of the own municipality, metres; `None` when that has none.
        nearer: Option<f64>,
    },
    /// Residents of a place find a desk open in more hours with those across the border.
    MoreHours {
        /// The neighbourhood, or the municipality.
        place: &'a str,
        /// Its municipality, where `place` is not that itself.
        of: Option<&'a str>,
        /// How many do.
        residents: f64,
        /// Hours a week more, in the mean of these.
        hours: Hours,
    },
    /// A municipality has no desk, or no library.
    Without {
        /// Its name.
        municipality: &'a str,
        /// Whether a library serves it.
        library: bool,
        /// Whether a desk stands in it.
        desk: bool,
        /// The best that it could do: the site, whether it lies inside, who runs it, residents within the norm, yearly cost.
        best: Option<WithoutBest<'a>>,
    },
}

/// What a municipality without a desk could best do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithoutBest<'a> {
    /// The site.
    pub site: &'a str,
    /// Whether it lies in the municipality.
    pub inside: bool,
    /// The library that would run it.
    pub library: Option<&'a str>,
    /// Residents within the norm.
    pub residents: f64,
    /// Mean distance of all residents to it, metres.
    pub distance: f64,
    /// Yearly cost.
    pub cost: Option<Euros>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::text::of;

    /// Neighbourhoods by name, one person or many, with a desk of their own or without; no word of nobody.
    #[test]
    fn sentences_about_borders() {
        let nearer =
            |residents, of, nearer| BorderSentence::Nearer { place: "Ophoven", of, residents, to: "Lent", distance: 3_400.0, nearer };
        let best = |cost| WithoutBest {
            site: "Dorpshuis",
            inside: true,
            library: Some("Bibliotheek A"),
            residents: 1_200.0,
            distance: 900.0,
            cost,
        };
        let far = WithoutBest { site: "OBA", inside: false, library: None, residents: 0.0, distance: 12_300.0, cost: None };
        let without = |library, desk, best| BorderSentence::Without { municipality: "Lent", library, desk, best };
        for (sentence, dutch, english) in [
            (
                nearer(1_240.0, None, Some(2_100.0)),
                "In Ophoven hebben 1.240 inwoners hun dichtstbijzijnde IDO in Lent, 2,1 km dichterbij dan in de eigen gemeente",
                "In Ophoven 1,240 residents have their nearest desk in Lent, 2.1 km nearer than in their own municipality",
            ),
            (
                nearer(1.0, Some("Bemmel"), None),
                "In Ophoven (gemeente Bemmel) heeft 1 inwoner zijn dichtstbijzijnde IDO in Lent, op 3,4 km; de eigen gemeente heeft er geen",
                "In Ophoven (municipality of Bemmel) 1 resident has the nearest desk in Lent, at 3.4 km; their own municipality has none",
            ),
            (
                BorderSentence::MoreHours { place: "Ophoven", of: Some("Ophoven"), residents: 900.0, hours: Hours::new(6.0).unwrap() },
                "In Ophoven kunnen 900 inwoners over de grens 6,0 uur per week meer terecht dan in de eigen gemeente",
                "In Ophoven 900 residents find a desk open 6.0 hours a week more across the border than in their own municipality",
            ),
            (without(true, false, None), "Lent heeft geen IDO", "Lent has no desk"),
            (
                without(true, false, Some(far)),
                "Lent heeft geen IDO. De dichtstbijzijnde mogelijkheid over de grens is OBA: niemand woont binnen de norm, gemiddeld 12,3 km ver",
                "Lent has no desk. The nearest option across the border is OBA: nobody lives within the norm, 12.3 km away on average",
            ),
            (
                without(true, false, Some(WithoutBest { residents: 1.0, ..far })),
                "Lent heeft geen IDO. De beste mogelijkheid over de grens is OBA: 1 inwoner binnen de norm",
                "Lent has no desk. The best option across the border is OBA: 1 resident within the norm",
            ),
            (
                without(false, false, Some(best(Some(Euros::from_cents(912_000))))),
                "Lent heeft geen bibliotheekorganisatie en geen IDO. De beste mogelijkheid binnen de gemeente is Dorpshuis, door Bibliotheek A: \
                 1.200 inwoners binnen de norm, € 9.120 per jaar",
                "Lent has no library organisation and no desk. The best option inside the municipality is Dorpshuis, run by Bibliotheek A: \
                 1,200 residents within the norm, € 9,120 a year",
            ),
        ] {
            let plain = |text: String| text.replace('\u{a0}', " ");
            assert_eq!(plain(of(Lang::Nl).border_sentence(&sentence)), dutch);
            assert_eq!(plain(of(Lang::En).border_sentence(&sentence)), english);
        }
    }
}
