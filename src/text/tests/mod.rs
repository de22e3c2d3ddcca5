//! Every sentence in both languages: it is there, it names the value, and Dutch is not English.

use super::{Text, of};
use crate::load::found::Finding;
use crate::load::{Fault, Format, LoadError, Needed, Refusal, Why};
use crate::model::{Group, Lang, Status, Venue};
use crate::units::Metres;
use crate::week::WeekError;

mod advice;
mod cells;
mod certain;
mod compare;
mod front;
mod needs;
mod plan;
mod visits;

const LANGUAGES: [Lang; 2] = [Lang::Nl, Lang::En];

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Every fault, with the values that its message and hint together must name.
fn faults() -> Vec<(Fault, Vec<&'static str>)> {
    let refusal = Refusal::of_value(12, "inwoners", "abc", Why::NotANumber);
    let fields = || texts(&["fid", "inwonr"]);
    vec![
        (Fault::Missing, vec![]),
        (Fault::Folder, vec![]),
        (Fault::Unreadable("permission denied".to_owned()), vec!["permission denied"]),
        (Fault::Empty, vec![]),
        (Fault::UnknownFormat, vec![".gpkg", ".geojson", ".shp", ".csv", ".xlsx"]),
        (Fault::WrongFormat { named: Format::GeoPackage, found: "zip" }, vec!["GeoPackage", "zip"]),
        (Fault::Corrupt { place: "line 7".to_owned(), detail: "quote".to_owned() }, vec!["7", "quote"]),
        (Fault::Meaningless { key: "layer", format: Format::Csv }, vec!["`layer`", "CSV"]),
        (Fault::OpenQuote { line: 41 }, vec!["41"]),
        (Fault::NulCharacter { line: 41 }, vec!["41", "NUL"]),
        (Fault::NotGeoJson(None), vec!["GeoJSON"]),
        (Fault::NotGeoJson(Some("TopoJSON".to_owned())), vec!["TopoJSON"]),
        (Fault::NotAGeoPackage, vec!["SQLite", "GeoPackage"]),
        (Fault::Stray { crs: "EPSG:28992".to_owned(), rows: 3, row: 41, example: (0.0, 1.5) }, vec!["3", "41", "`crs = \"EPSG:28992\"`"]),
        (
            Fault::NothingLeft { filtered: 30, keep: vec![("jaar".to_owned(), "2024".to_owned())], water: 8, abroad: 3 },
            vec!["41", "30", "\"jaar\" = \"2024\"", "8", "3", "`where`"],
        ),
        (Fault::NothingLeft { filtered: 0, keep: vec![], water: 81, abroad: 0 }, vec!["81"]),
        (Fault::MissingPart(".dbf"), vec![".dbf"]),
        (Fault::SeveralLayers(texts(&["gemeenten", "wijken"])), vec!["2", "gemeenten", "wijken", "`layer = "]),
        (
            Fault::NoSuchLayer { asked: "gemeente".to_owned(), layers: texts(&["wijken", "gemeenten"]) },
            vec!["\"gemeente\"", "`layer = \"gemeenten\"`", "wijken"],
        ),
        (Fault::NoHeader, vec![]),
        (
            Fault::NoField { needed: Needed::Residents, known_as: texts(&["INWONER"]), fields: fields() },
            vec!["INWONER", "\"inwonr\"", "fid", "`columns = { residents = \"inwonr\" }`"],
        ),
        (Fault::NoField { needed: Needed::Stated, known_as: texts(&["bewoners"]), fields: fields() }, vec!["bewoners", "fid", "inwonr"]),
        (Fault::Encoding { encoding: "utf-8".to_owned(), line: Some(40) }, vec!["utf-8", "40"]),
        (Fault::Encoding { encoding: "latijn".to_owned(), line: None }, vec!["latijn", "windows-1252"]),
        (Fault::NoCrs, vec!["EPSG:28992", "EPSG:4326"]),
        (Fault::UnknownCrs { crs: "EPSG:1".to_owned(), detail: "no database".to_owned() }, vec!["EPSG:1", "no database"]),
        (Fault::Elsewhere { crs: "EPSG:4326".to_owned(), example: (155_000.4, 463_000.0) }, vec!["EPSG:4326", "155000", "463000"]),
        (Fault::AxesSwapped { example: (463_000.0, 155_000.0) }, vec!["463000", "155000"]),
        (Fault::MixedCrs { rd: 12, degrees: 3 }, vec!["12", "3"]),
        (Fault::AllRefused { rows: 98, first: refusal }, vec!["98", "12", "\"inwoners\"", "\"abc\""]),
        (Fault::NoPolygons, vec![]),
        (Fault::NoStatus { fields: fields() }, vec!["`ido`", "`status = ", "inwonr"]),
        (
            Fault::Ambiguous { needed: Needed::Residents, key: "residents", fields: texts(&["inw_2020", "inw_2021"]) },
            vec!["`columns = { residents = \"inw_2020\" }`", "inw_2021"],
        ),
        (
            Fault::UnknownColumnKey { key: "resident".to_owned(), known: vec!["id", "residents"] },
            vec!["\"resident\"", "`residents`", "\"id\""],
        ),
        (
            Fault::NotTheCrsOfSquares { stated: "EPSG:4326".to_owned(), of_ids: "EPSG:28992".to_owned(), field: "C28992R100".to_owned() },
            vec!["`crs = \"EPSG:4326\"`", "EPSG:28992", "C28992R100"],
        ),
        (Fault::NoAreas { field: "buurt".to_owned() }, vec!["\"buurt\"", "`areas`"]),
        (Fault::NoPostcodes { field: "pc4".to_owned() }, vec!["\"pc4\"", "`population`", "postcode"]),
        (Fault::NoVenue { fields: fields() }, vec!["`venue = ", "inwonr"]),
    ]
}

/// The number of a fault among all: a new variant does not compile until it is counted here, and then asks for its example.
fn number_of(fault: &Fault) -> usize {
    match fault {
        Fault::Missing => 0,
        Fault::Folder => 1,
        Fault::Unreadable(_) => 2,
        Fault::Empty => 3,
        Fault::UnknownFormat => 4,
        Fault::WrongFormat { .. } => 5,
        Fault::Corrupt { .. } => 6,
        Fault::MissingPart(_) => 7,
        Fault::SeveralLayers(_) => 8,
        Fault::NoSuchLayer { .. } => 9,
        Fault::NoHeader => 10,
        Fault::NoField { .. } => 11,
        Fault::Encoding { .. } => 12,
        Fault::NoCrs => 13,
        Fault::UnknownCrs { .. } => 14,
        Fault::Elsewhere { .. } => 15,
        Fault::AxesSwapped { .. } => 16,
        Fault::MixedCrs { .. } => 17,
        Fault::AllRefused { .. } => 18,
        Fault::NoPolygons => 19,
        Fault::NoStatus { .. } => 20,
        Fault::NoVenue { .. } => 21,
        Fault::Ambiguous { .. } => 22,
        Fault::UnknownColumnKey { .. } => 23,
        Fault::OpenQuote { .. } => 24,
        Fault::NulCharacter { .. } => 25,
        Fault::NotGeoJson(_) => 26,
        Fault::NotAGeoPackage => 27,
        Fault::Stray { .. } => 28,
        Fault::NothingLeft { .. } => 29,
        Fault::Meaningless { .. } => 30,
        Fault::NotTheCrsOfSquares { .. } => 31,
        Fault::NoAreas { .. } => 32,
        Fault::NoPostcodes { .. } => 33,
    }
}
const FAULTS: usize = 34;

/// Every reason, with the value its sentence must name.
fn reasons() -> Vec<(Why, &'static str)> {
    vec![
        (Why::NotANumber, ""),
        (Why::NotACount, ""),
        (Why::Blank, ""),
        (Why::CutOff, ""),
        (Why::TooManyCells, ""),
        (Why::BadGeometry("ring not closed".to_owned()), "ring not closed"),
        (Why::NoPosition, ""),
        (Why::Elsewhere, ""),
        (Why::NotASquare, "E0974N4514"),
        (Why::NotACode, "GM0518"),
        (Why::Duplicate { other: 41 }, "41"),
        (Why::NotYesOrNo, "nee"),
        (Why::NotAStatus, "open"),
        (Why::NotAVenue, "supermark"),
        (Why::NotAPeriod, ""),
        (Why::UnknownMunicipality, ""),
        (Why::InDegrees, ""),
        (Why::InRd, ""),
        (Why::AxesSwapped, ""),
        (Why::Repeated { other: 41 }, "41"),
        (Why::ContradictsIdo, "ido"),
        (Why::UnknownArea, ""),
        (Why::Hours(WeekError::ImpossibleTime { text: "25:00".to_owned() }), "25:00"),
        (Why::NotHours, "168"),
        (Why::NotMoney, "€"),
        (Why::NotAges, "65+"),
        (Why::NotAYear, "2035"),
        (Why::NotAFactor, "10"),
        (Why::NoSuchSite { nearest: Some("dorpshuis".into()) }, "\"dorpshuis\""),
        (Why::NoDeskThere, "`ido`"),
        (Why::NoSuchPlace { nearest: None }, "postcode"),
        (Why::NotVisits, "0"),
        (Why::TooManyVisits { most: 500 }, "500"),
        (Why::NotWeeks, "0"),
        (Why::InOtherFile { file: "b.csv".into() }, "b.csv"),
    ]
}

/// As [`number_of`], for reasons.
fn number_of_reason(why: &Why) -> usize {
    match why {
        Why::NotANumber => 0,
        Why::NotACount => 1,
        Why::Blank => 2,
        Why::CutOff => 3,
        Why::TooManyCells => 4,
        Why::BadGeometry(_) => 5,
        Why::NoPosition => 6,
        Why::Elsewhere => 7,
        Why::NotASquare => 8,
        Why::NotACode => 9,
        Why::Duplicate { .. } => 10,
        Why::NotYesOrNo => 11,
        Why::NotAStatus => 12,
        Why::NotAVenue => 13,
        Why::NotAPeriod => 14,
        Why::UnknownMunicipality => 15,
        Why::InDegrees => 16,
        Why::InRd => 17,
        Why::AxesSwapped => 18,
        Why::Repeated { .. } => 19,
        Why::ContradictsIdo => 20,
        Why::UnknownArea => 21,
        Why::Hours(_) => 22,
        Why::NotHours => 23,
        Why::NotMoney => 24,
        Why::NotAges => 25,
        Why::NotAYear => 26,
        Why::NotAFactor => 27,
        Why::NoSuchSite { .. } => 28,
        Why::NoDeskThere => 29,
        Why::NoSuchPlace { .. } => 30,
        Why::NotVisits => 31,
        Why::NotWeeks => 32,
        Why::InOtherFile { .. } => 33,
        Why::TooManyVisits { .. } => 34,
    }
}
const REASONS: usize = 35;

/// A sentence as the house writes it: not empty, tidy, without a full stop at its end.
fn assert_well_written(sentence: &str) {
    assert!(!sentence.trim().is_empty());
    assert!(!sentence.ends_with(['.', ' ']), "{sentence}");
    assert!(!sentence.contains("  "), "{sentence}");
    assert!(!sentence.contains("\"\""), "{sentence}");
}

#[test]
fn every_fault_is_told_in_both_languages() {
    let faults = faults();
    for number in 0..FAULTS {
        assert!(faults.iter().any(|(fault, _)| number_of(fault) == number), "no example of fault {number}");
    }
    for (fault, named) in faults {
        let error = LoadError { file: "data/x.csv".to_owned(), fault };
        for lang in LANGUAGES {
            let told = of(lang).fault(&error);
            assert!(told.message.starts_with("data/x.csv: "), "{}", told.message);
            assert_well_written(&told.message);
            let hint = told.hint.unwrap();
            assert_well_written(&hint);
            let both = format!("{} {hint}", told.message);
            for value in &named {
                assert!(both.contains(value), "{value} is not in: {both}");
            }
        }
        let (dutch, english) = (of(Lang::Nl).fault(&error), of(Lang::En).fault(&error));
        assert_ne!(dutch.message, english.message);
        assert_ne!(dutch.hint, english.hint);
    }
}

#[test]
fn every_refusal_is_told_in_both_languages() {
    let reasons = reasons();
    for number in 0..REASONS {
        assert!(reasons.iter().any(|(why, _)| number_of_reason(why) == number), "no example of reason {number}");
    }
    for (why, named) in reasons {
        for lang in LANGUAGES {
            let sentence = of(lang).why(&why);
            assert_well_written(&sentence);
            assert!(sentence.contains(named), "{named} is not in: {sentence}");
        }
        assert_ne!(of(Lang::Nl).why(&why), of(Lang::En).why(&why));
    }
}

#[test]
fn a_refusal_says_where_the_value_stands() {
    let value = Refusal::of_value(12, "inwoners", "abc", Why::NotANumber);
    let row = Refusal::of_row(3, Why::CutOff);
    assert_eq!(of(Lang::Nl).refusal("buurten.csv", &value), r#"buurten.csv, rij 12, kolom "inwoners", waarde "abc": geen getal"#);
    assert_eq!(of(Lang::En).refusal("buurten.csv", &value), r#"buurten.csv, row 12, column "inwoners", value "abc": not a number"#);
    assert_eq!(of(Lang::Nl).refusal("a.csv", &row), "a.csv, rij 3: de rij houdt te vroeg op");
    assert_eq!(of(Lang::En).refusal("a.csv", &row), "a.csv, row 3: the row breaks off too early");
}

#[test]
fn a_mistyped_column_is_named_with_the_likely_one() {
    let fields = texts(&["buurtcode", "aantal_inwonrs", "water"]);
    let fault = Fault::NoField { needed: Needed::Residents, known_as: texts(&["aantal_inwoners", "INWONER"]), fields };
    let told = of(Lang::Nl).fault(&LoadError { file: "vk.csv".to_owned(), fault });
    assert_eq!(told.message, "vk.csv: er is geen kolom gevonden met het aantal inwoners");
    assert_eq!(
        told.hint.unwrap(),
        "Zet bij dit bestand in de studie welke kolom het is: `columns = { residents = \"aantal_inwonrs\" }`. Vanzelf gevonden worden: \
         \"aantal_inwoners\", \"INWONER\". De kolommen zijn: \"buurtcode\", \"aantal_inwonrs\", \"water\""
    );
}

#[test]
fn every_kind_of_wrong_contents_has_its_own_advice() {
    let hint = |found| {
        of(Lang::Nl).fault(&LoadError { file: "a.gpkg".to_owned(), fault: Fault::WrongFormat { named: Format::GeoPackage, found } }).hint
    };
    let advice: Vec<_> = ["zip", "HTML", "XLS (Excel 97)", "ODS", "XLSX", "GeoJSON", "PDF"].map(hint).into();
    for (index, one) in advice.iter().enumerate() {
        assert!(!advice[..index].contains(one), "{one:?}");
    }
    let unknown =
        of(Lang::Nl).fault(&LoadError { file: "a.gpkg".to_owned(), fault: Fault::WrongFormat { named: Format::GeoPackage, found: "?" } });
    assert_eq!(unknown.message, "a.gpkg: de naam zegt GeoPackage, maar dat is de inhoud niet");
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let (nl, en) = (of(Lang::Nl), of(Lang::En));
    // value, Dutch, English
    for (value, dutch, english) in [
        (0.0, "0", "0"),
        (-0.2, "0", "0"),
        (999.0, "999", "999"),
        (1240.0, "1.240", "1,240"),
        (-17_942_942.4, "−17.942.942", "−17,942,942"),
        (f64::NAN, "–", "–"),
        (f64::INFINITY, "–", "–"),
    ] {
        assert_eq!(nl.whole(value), dutch);
        assert_eq!(en.whole(value), english);
    }
    assert_eq!((nl.decimals(1240.46, 1), en.decimals(1240.46, 1)), ("1.240,5".to_owned(), "1,240.5".to_owned()));
    // A half as in a spreadsheet: 109.25 and 0.8125 are exact in binary, 2.675 and 0.145 lie just below.
    assert_eq!([109.25, 127.25, -0.25].map(|value| nl.decimals(value, 1)), ["109,3", "127,3", "−0,3"]);
    assert_eq!([2.675, 0.145, 0.125].map(|value| en.decimals(value, 2)), ["2.67", "0.14", "0.13"]);
    assert_eq!((nl.percent(0.8125), nl.whole(0.5), nl.whole(2.5)), ("81,3\u{a0}%".to_owned(), "1".to_owned(), "3".to_owned()));
    assert_eq!((nl.decimals(-0.001, 2), en.decimals(-0.001, 2)), ("0,00".to_owned(), "0.00".to_owned()));
    assert_eq!((nl.percent(0.1234), en.percent(0.1234)), ("12,3\u{a0}%".to_owned(), "12.3%".to_owned()));
    assert_eq!(nl.percent(1.0), "100,0\u{a0}%");
    assert_eq!(nl.percent(f64::NAN), "–");
    let parts = [0.0, 1e-4, 0.123, 0.9996, 1.0].map(|share| nl.part(share).replace('\u{a0}', " "));
    assert_eq!(parts, ["0,0 %", "< 0,1 %", "12,3 %", "> 99,9 %", "100,0 %"]);
    for (metres, dutch, english) in [
        (0.0, "0\u{a0}m", "0\u{a0}m"),
        (850.4, "850\u{a0}m", "850\u{a0}m"),
        (999.4, "999\u{a0}m", "999\u{a0}m"),
        (999.6, "1,0\u{a0}km", "1.0\u{a0}km"),
        (2140.0, "2,1\u{a0}km", "2.1\u{a0}km"),
        (1_234_567.0, "1.234,6\u{a0}km", "1,234.6\u{a0}km"),
        (f64::NAN, "–", "–"),
    ] {
        assert_eq!(nl.distance(metres), dutch);
        assert_eq!(en.distance(metres), english);
    }
}

#[test]
fn lengths_in_findings_have_the_signs_of_the_language() {
    let metres = |metres| Metres::new(metres).unwrap();
    let coarse = Finding::CoarseCells { side: metres(3329.255), norm: metres(1500.0), meaningful: metres(1265.1) };
    let clipped = Finding::ClippedCells { surroundings: metres(4500.0), municipalities: 2 };
    for (lang, side, norm, wide) in [(Lang::Nl, "3,3\u{a0}km", "1,5 km", "4,5 km"), (Lang::En, "3.3\u{a0}km", "1.5 km", "4.5 km")] {
        let told = of(lang).finding(&coarse);
        assert!(told.contains(side) && told.contains(norm), "{told}");
        let told = of(lang).finding(&clipped);
        assert!(told.contains(wide), "{told}");
    }
}

#[test]
fn groups_have_names_that_people_use() {
    for (group, dutch, english) in [
        ("all", "iedereen", "everyone"),
        ("0-15", "0 tot 15 jaar", "under 15"),
        ("15-25", "15 tot 25 jaar", "15 to 24"),
        ("65+", "65 jaar en ouder", "65 and over"),
        ("men", "mannen", "men"),
        ("women", "vrouwen", "women"),
        ("benefits", "mensen met een uitkering, nog zonder AOW", "people on benefits below pension age"),
        ("at most vmbo", "mensen met hoogstens vmbo", "people with at most vmbo (lower vocational education)"),
        ("born abroad", "born abroad", "born abroad"),
    ] {
        assert_eq!(of(Lang::Nl).group(&Group::parse(group)), dutch);
        assert_eq!(of(Lang::En).group(&Group::parse(group)), english);
    }
}

#[test]
fn kinds_and_statuses_have_names_of_their_own() {
    for lang in LANGUAGES {
        let text: &dyn Text = of(lang);
        let mut names: Vec<&str> = Venue::ALL.map(|venue| text.venue(venue)).into();
        names.extend(Status::ALL.map(|status| text.status(status)));
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}

#[test]
fn every_name_a_refusal_offers_is_a_name_that_is_read() {
    let offered = |lang, why: &Why| -> Vec<String> { of(lang).why(why).split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    for lang in LANGUAGES {
        let statuses = offered(lang, &Why::NotAStatus);
        let venues = offered(lang, &Why::NotAVenue);
        assert!(statuses.len() == 4 && statuses.iter().all(|name| Status::parse(name).is_some()), "{statuses:?}");
        assert!(venues.len() == Venue::ALL.len() && venues.iter().all(|name| Venue::parse(name).is_some()), "{venues:?}");
    }
}
