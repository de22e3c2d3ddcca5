//! The words of charts.

use crate::text::ChartWords;

/// Every label.
pub(super) const WORDS: ChartWords = ChartWords {
    classes_title: "Hoe lang zijn de IDO's open?",
    classes_subtitle: "Deel van de IDO's, naar uren per week",
    classes_note: "Het land: Dashboard IDO 2023. Alleen IDO's waarvan de uren bekend zijn.",
    here: "dit gebied",
    country: "Nederland 2023",
    desks: "deel van de IDO's",
    classes: ["tot en met 8 uur", "8 tot 16 uur", "16 tot 24 uur", "24 tot 32 uur", "32 tot 40 uur", "40 uur en meer"],
    week_title: "Wanneer is er een open IDO in de buurt?",
    week_subtitle: "Deel van de mensen met een open IDO binnen de norm, per kwartier van de week",
    week_note: "Behoefte: wie tot een doelgroep hoort, telt zwaarder.",
    days: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    clock: "uur",
    residents: "inwoners",
    need: "behoefte",
    always: "als elk IDO altijd open was",
    band: "laagste en hoogste van de vier weken",
    reach_title: "Hoeveel uur per week kunnen mensen terecht?",
    reach_subtitle: "Deel van de behoefte, naar uren per week dat er een IDO binnen de norm open is",
    reach_note: "Uren waarop meer IDO's tegelijk open zijn, tellen één keer. Door afronding kan het totaal 99 of 101 zijn.",
    reach_classes: ["geen", "minder dan 4", "4 tot 8", "8 tot 16", "16 tot 40", "40 en meer"],
    lost_title: "Wie vindt hulp op een moment dat het past?",
    lost_subtitle: "Dekking op het gewenste moment: welk deel van elke groep hulp vindt, en waardoor het anders misgaat",
    lost_note: "Iemand kan een paar uren per week. De dekking is de kans dat er dan een IDO in de buurt open is. Past niet: mensen komen niet graag op die plek.",
    lost: ["vindt hulp", "IDO is dicht", "IDO is te ver of past niet"],
    modelled: "berekend",
    all_need: "alle behoefte",
    map_hours: "Uren per week dat er een IDO binnen de norm open is",
    percent: "\u{a0}%",
};
