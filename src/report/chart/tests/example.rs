//! Charts as a council might get them, with invented numbers.

use crate::report::chart::{Band, Curve, HoursClass, HoursClasses, Limit, Lost, LostRow, ShareRow, StackedShares, Texts, WeekCurve};

/// Words around a chart.
pub fn texts(title: &str, subtitle: &str, note: &str) -> Texts {
    Texts {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        note: note.to_owned(),
        source: "Bron: openingstijden.csv (KB, oktober 2026), vk100.gpkg (CBS, 2024), verzonnen voor dit voorbeeld · Bereik 0.1.0"
            .to_owned(),
        description: "Een beschrijving in woorden.".to_owned(),
        percent: "\u{a0}%".to_owned(),
    }
}

/// Six classes of opening hours.
pub fn hours_classes() -> HoursClasses {
    let class = |label: &str, ours: f64, country: f64| HoursClass {
        label: label.to_owned(),
        shares: [ours, country],
        values: [ours, country].map(|share| format!("{share:.1}\u{a0}%").replace('.', ",")),
    };
    HoursClasses {
        texts: texts(
            "De helft van de IDO's in Waterstreek is hoogstens acht uur per week open",
            "IDO's naar openingsuren per week, oktober 2026",
            "Openingsuren zijn gemiddeld over vier weken; 3 van de 42 IDO's zonder bekende tijden tellen niet mee.",
        ),
        series: ["Waterstreek (39 IDO's)".to_owned(), "Nederland (1.007 IDO's)".to_owned()],
        axis: "aandeel van de IDO's".to_owned(),
        classes: vec![
            class("tot 2 uur", 17.9, 11.2),
            class("2 – 4 uur", 20.5, 16.9),
            class("4 – 8 uur", 12.8, 23.4),
            class("8 – 16 uur", 25.6, 21.0),
            class("16 – 32 uur", 23.1, 18.3),
            class("32 uur of meer", 0.0, 9.2),
        ],
    }
}

/// A week in which desks are open by day, one evening and on Saturday morning.
pub fn week_curve() -> WeekCurve {
    let at = |part: f64| -> Vec<f64> { (0..672).map(|quarter| part * open(quarter / 96, quarter % 96)).collect() };
    WeekCurve {
        texts: texts(
            "’s Avonds en in het weekend is er bijna nergens een IDO open",
            "Aandeel van de hulpvraag met een open IDO binnen 3 km, gemiddelde week in oktober 2026",
            "",
        ),
        days: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"].map(str::to_owned),
        hours: "uur".to_owned(),
        main: Curve { label: "alle inwoners".to_owned(), values: at(1.0) },
        band: Some(Band { label: "laagste en hoogste van de vier weken".to_owned(), low: at(0.85), high: at(1.12) }),
        second: Some(Curve { label: "inwoners zonder auto".to_owned(), values: at(0.55) }),
        limit: Some(Limit { label: "als elk IDO altijd open was: 71 %".to_owned(), value: 71.0 }),
    }
}

/// The percentage at a quarter of a day.
fn open(day: usize, quarter: usize) -> f64 {
    match (day, quarter) {
        (0..=4, 36..=39) => 14.0,
        (0, 52..=67) | (4, 40..=51) => 38.0,
        (1 | 3, 40..=47 | 52..=67) | (2, 40..=67) => 52.0,
        (1 | 3, 48..=51) => 31.0,
        (3, 72..=83) => 12.0,
        (5, 40..=51) => 22.0,
        _ => 0.0,
    }
}

/// Municipalities with reachable hours in seven classes.
pub fn stacked_shares(rows: usize) -> StackedShares {
    let names = [
        "Zeeltsluis",
        "Dotterrade",
        "Nieuw-Waterjufferwoude aan den Plompenzijl",
        "Pluimenhoven",
        "Liswaard",
        "’s-Gravenkerk",
        "Schelpveen",
    ];
    let row = |index: usize| {
        let none = 4 + index * 37 % 41;
        let parts = [none, 3 + index * 11 % 9, 8 + index * 7 % 13, 10 + index * 5 % 11, 12 + index * 3 % 17, 9 + index * 13 % 14];
        let mut shares: Vec<f64> = parts.iter().map(|part| f64::from(u32::try_from(*part).unwrap())).collect();
        let total: f64 = shares.iter().sum::<f64>() + 9.0;
        shares.push(9.0);
        for share in &mut shares {
            *share *= 100.0 / total;
        }
        ShareRow { name: names[index % names.len()].to_owned(), shares }
    };
    StackedShares {
        texts: texts(
            "In Dotterrade kan ruim een op de drie inwoners nergens terecht",
            "Inwoners naar het aantal uren per week dat een IDO binnen 3 km open is",
            "Percentages zijn afgerond; kleine delen hebben geen getal.",
        ),
        classes: ["geen", "tot 4 uur", "4 – 8 uur", "8 – 16 uur", "16 – 24 uur", "24 – 40 uur", "40 uur of meer"]
            .map(str::to_owned)
            .to_vec(),
        rows: (0..rows).map(row).collect(),
    }
}

/// Groups and where their need is lost.
pub fn lost() -> Lost {
    let row = |name: &str, helped: f64, hours: f64| LostRow { name: name.to_owned(), helped, hours, distance: 100.0 - helped - hours };
    Lost {
        texts: texts(
            "Openingstijden kosten meer hulp dan afstand",
            "Van elke 100 momenten waarop iemand hulp zoekt",
            "Momenten: werkdagen van 8 tot 22 uur en zaterdag van 9 tot 17 uur.",
        ),
        labels: ["een IDO binnen 3 km is open", "er is een IDO binnen 3 km, maar dicht", "geen IDO binnen 3 km"].map(str::to_owned),
        rows: vec![
            row("alle inwoners", 31.4, 43.2),
            row("65 jaar en ouder", 36.0, 38.9),
            row("inwoners met een laag inkomen en zonder auto in het huishouden", 28.3, 49.5),
            row("inwoners die overdag werken", 9.2, 65.4),
            row("buiten de kernen", 2.1, 6.0),
        ],
    }
}
