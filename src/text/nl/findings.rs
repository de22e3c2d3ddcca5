//! What `check` found, file by file and between files.

use crate::load::found::{FileReport, FileRole, Finding};
use crate::load::place::CrsOrigin;
use crate::model::{AgeBand, Group};
use crate::text::Text;

use super::{Dutch, SIGNS, count, found, hours, libraries, list, visits};

/// The part a file plays.
pub(super) fn role(role: FileRole) -> &'static str {
    match role {
        FileRole::Municipalities => "gemeenten",
        FileRole::Areas => "buurten of wijken",
        FileRole::Population => "bevolking",
        FileRole::Sites => "locaties",
        FileRole::Libraries => "bibliotheekorganisaties",
        FileRole::Grants => "uitkeringen",
        FileRole::Growth => "bevolkingsprognose",
        FileRole::Registrations => "geregistreerde bezoeken",
        FileRole::Spread => "verdeelde groep",
    }
}

/// Where the coordinate system comes from.
fn origin(origin: CrsOrigin) -> &'static str {
    match origin {
        CrsOrigin::File => "staat in het bestand",
        CrsOrigin::Study => "staat in de studie",
        CrsOrigin::Columns => "blijkt uit de namen van de kolommen",
        CrsOrigin::SquareIds => "blijkt uit de codes van de vierkanten",
        CrsOrigin::Inferred => "afgeleid: alleen zo ligt alles in Nederland",
    }
}

/// The facts of one file, one a line.
pub(super) fn file(report: &FileReport) -> Vec<String> {
    let rows = |number: usize| if number == 1 { "1 rij".to_owned() } else { format!("{} rijen", count(number)) };
    let mut kind = report.format.name().to_owned();
    if let Some(layer) = &report.layer {
        kind.push_str(&format!(", laag \"{layer}\""));
    }
    if let Some(encoding) = report.encoding {
        kind.push_str(&format!(", tekens {encoding}"));
    }
    if let Some((crs, from)) = &report.crs {
        kind.push_str(&format!(", {crs} ({})", origin(*from)));
    }
    let mut lines = vec![kind, format!("{} gelezen, {} gebruikt", rows(report.rows_read), count(report.rows_used))];
    let mut left_out = |number: usize, what: &str| {
        if number > 0 {
            lines.push(format!("{} {what}", rows(number)));
        }
    };
    left_out(report.filtered, "weggelaten door `where` in de studie");
    left_out(report.water, "weggelaten: water");
    left_out(report.abroad, "weggelaten: de code voor het buitenland");
    left_out(report.refused.len(), "geweigerd");
    lines.extend(libraries::contracts(&report.contracts));
    for (column, hidden) in &report.hidden {
        lines.push(format!("kolom \"{column}\": {} keer geheim of onbekend", count(*hidden)));
    }
    for column in &report.thousands {
        lines.push(format!("kolom \"{column}\": punten gelezen als duizendtallen"));
    }
    for note in report.hours.iter().take(MOST_NOTES) {
        lines.push(format!("rij {}, kolom \"{}\": niet meegenomen: {}", note.row, note.field, hours::ignored(&note.ignored)));
    }
    if let Some(more) = report.hours.len().checked_sub(MOST_NOTES).filter(|more| *more > 0) {
        lines.push(format!("en nog {} opmerkingen over openingstijden", count(more)));
    }
    for (row, metres) in &report.disagreeing {
        lines.push(format!("rij {row}: X/Y en lengte/breedte liggen {} uit elkaar; X/Y is gebruikt", Dutch.distance(*metres)));
    }
    lines
}

/// One sentence for what was found between files.
pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::CodesNotShared { file, lacking, codes } => {
            format!("Deze codes staan in {file} en niet in {lacking}: {}. Zijn de bestanden van hetzelfde jaar?", list(codes))
        }
        Finding::Totals { cells, official, differing } => {
            let difference = cells - official;
            let mut text = format!(
                "De vierkanten tellen {} inwoners, de gemeenten officieel {}: een verschil van {} ({})",
                Dutch.whole(*cells),
                Dutch.whole(*official),
                SIGNS.difference(difference),
                Dutch.percent((difference / official).abs()),
            );
            if !differing.is_empty() {
                let each = |(name, cells, official): &(String, f64, f64)| {
                    format!("{name} ({} in plaats van {})", Dutch.whole(*cells), Dutch.whole(*official))
                };
                text.push_str(&format!(". Meer dan 5 % verschil: {}", found(differing.iter().map(each))));
            }
            text
        }
        Finding::NoOfficialTotals => "Het bestand met gemeenten heeft geen inwonertallen om mee te vergelijken".to_owned(),
        Finding::CellsOutside { cells, residents } => {
            format!("In geen enkele gemeente: {}", squares(*cells, *residents))
        }
        Finding::CellsInGap { cells, residents } => {
            format!("Net buiten de grenzen, en bij de dichtstbijzijnde gemeente geteld: {}", squares(*cells, *residents))
        }
        Finding::CellsWithoutArea { cells, residents } => {
            format!("In geen buurt of wijk van het bestand: {}", squares(*cells, *residents))
        }
        Finding::AreasElsewhere(areas) => format!(
            "Buurten of wijken weggelaten omdat er niemand uit het studiegebied woont: {}. Het bestand noemt hun gemeente niet",
            count(*areas)
        ),
        Finding::PartsExceedTotal { cells, persons } => format!(
            "De leeftijden, of mannen en vrouwen, zijn samen meer dan alle inwoners, en dat komt niet door afronding: {} {}, samen {} \
             te veel. Horen de kolommen bij elkaar?",
            count(*cells),
            if *cells == 1 { "vierkant" } else { "vierkanten" },
            Dutch.whole(*persons)
        ),
        Finding::SitesOutside(ids) => format!("Deze locaties liggen in geen enkele gemeente: {}", list(ids)),
        Finding::SitesAlike(pairs) => {
            let each = |(first, second): &(String, String)| format!("{first} en {second}");
            format!("Deze locaties lijken dezelfde (zelfde naam, minder dan 50 m uit elkaar): {}", found(pairs.iter().map(each)))
        }
        Finding::SiteIdsTaken(pairs) => {
            let each = |(id, given): &(String, String)| format!("\"{id}\" (de tweede heet nu {given})");
            format!("Deze nummers of namen (`id`) heeft meer dan één locatie: {}", found(pairs.iter().map(each)))
        }
        Finding::NoDesk => "Geen enkele locatie is een IDO: nergens staat `ido` op ja of `status` op open".to_owned(),
        Finding::ClippedSites { surroundings, municipalities } => format!(
            "Binnen {} buiten het studiegebied ligt geen IDO, terwijl daar wel {} liggen. Is het bestand met locaties bij de \
             grens afgeknipt? Inwoners bij de grens lijken dan verder van een IDO te wonen dan ze doen",
            Dutch.length(*surroundings),
            neighbours(*municipalities)
        ),
        Finding::ClippedCells { surroundings, municipalities } => format!(
            "Binnen {} buiten het studiegebied wonen volgens het bestand geen mensen, terwijl daar wel {} liggen. Is het \
             bestand met bevolking bij de grens afgeknipt?",
            Dutch.length(*surroundings),
            neighbours(*municipalities)
        ),
        Finding::CoarseCells { side, norm, meaningful } => format!(
            "De vierkanten van {} zijn grof voor een norm van {}. Verschillen in gemiddelde afstand onder {} zeggen niets",
            Dutch.distance(side.get()),
            Dutch.length(*norm),
            Dutch.distance(meaningful.get())
        ),
        Finding::Estimated { group, cells, persons, of } => format!(
            "{}: {} keer geheim, geschat op samen {} van de {} inwoners",
            Dutch.group(group),
            count(*cells),
            Dutch.whole(*persons),
            Dutch.whole(*of)
        ),
        Finding::NoLibrary(names) => libraries::none(names),
        Finding::LibraryWithoutMunicipality(names) => libraries::idle(names),
        Finding::SeveralLibraries(served) => libraries::several(served),
        Finding::UnknownLibrary(names) => libraries::unknown(names),
        Finding::DeskHours { desks, building, untimed, unknown } => desk_hours(*desks, *building, *untimed, *unknown),
        Finding::Spread { group, over, persons, lost, split } => spread(group, *over, *persons, *lost, *split),
        Finding::Registrations { desks, week, without, elsewhere, places, places_week } => {
            visits::registered((*desks, *week), without, *elsewhere, (*places, *places_week))
        }
        Finding::NoCells(names) => format!("Volgens het bestand met bevolking woont er niemand in: {}", list(names)),
    }
}

/// The most notes about opening hours that a file shows.
const MOST_NOTES: usize = 12;

fn people(persons: f64) -> String {
    format!("{} mensen", Dutch.whole(persons))
}

/// A group that was spread over the squares.
fn spread(group: &Group, over: Option<AgeBand>, persons: f64, lost: f64, split: Option<(AgeBand, f64)>) -> String {
    let ages = over.map_or("alle inwoners".to_owned(), |band| format!("de inwoners van {band} jaar"));
    let mut text = format!("{}: berekend, {} verdeeld over {ages}", Dutch.group(group), people(persons));
    if let Some((band, part)) = split {
        text.push_str(&format!("; van {band} is {} genomen", Dutch.percent(part)));
    }
    if lost > 0.0 {
        text.push_str(&format!(". {} wonen volgens de tabel waar de vierkanten niemand tellen, en doen niet mee", people(lost)));
    }
    text
}

/// Where the hours of the desks come from.
fn desk_hours(desks: usize, building: usize, untimed: usize, unknown: usize) -> String {
    if unknown == desks {
        return format!("Van geen van de {} IDO's zijn openingstijden bekend; er komen dus geen cijfers over uren", count(desks));
    }
    let mut text =
        format!("Van {} van de {} IDO's zijn eigen openingstijden bekend", count(desks - building - untimed - unknown), count(desks));
    for (number, what) in [
        (building, "Alleen de openingstijd van het gebouw bekend, die dan telt als die van het IDO"),
        (untimed, "Alleen een aantal uren per week bekend, dat niet meetelt voor de vraag wanneer er iets open is"),
        (unknown, "Geen uren bekend; telt mee in de afstand en niet in de uren"),
    ] {
        if number > 0 {
            text.push_str(&format!(". {what}: {}", count(number)));
        }
    }
    text
}

fn squares(cells: usize, residents: f64) -> String {
    let noun = if cells == 1 { "vierkant" } else { "vierkanten" };
    format!("{} {noun}, inwoners {}", count(cells), Dutch.whole(residents))
}

fn neighbours(number: usize) -> String {
    if number == 1 { "1 buurgemeente".to_owned() } else { format!("{} buurgemeenten", count(number)) }
}
