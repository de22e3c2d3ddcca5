//! The words of charts.

use crate::text::ChartWords;

/// Every label.
pub(super) const WORDS: ChartWords = ChartWords {
    classes_title: "How long are the desks open?",
    classes_subtitle: "Share of the desks, by hours a week",
    classes_note: "The country: Dashboard IDO 2023. Only desks with known hours.",
    here: "this area",
    country: "Netherlands 2023",
    desks: "share of the desks",
    classes: ["up to 8 hours", "8 to 16 hours", "16 to 24 hours", "24 to 32 hours", "32 to 40 hours", "40 hours and more"],
    week_title: "When is there an open desk nearby?",
    week_subtitle: "Share of people with an open desk within the norm, per quarter hour of the week",
    week_note: "Need: who belongs to a target group counts more.",
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    clock: "h",
    residents: "residents",
    need: "need",
    always: "if every desk were always open",
    band: "lowest and highest of the four weeks",
    reach_title: "How many hours a week can people find a desk?",
    reach_subtitle: "Share of need, by hours a week that a desk within the norm is open",
    reach_note: "Hours in which several desks are open count once. Rounded shares may add up to 99 or 101.",
    reach_classes: ["none", "below 4", "4 to 8", "8 to 16", "16 to 40", "40 and more"],
    lost_title: "Who finds help at a moment that suits?",
    lost_subtitle: "Moment coverage: the share of each group that finds help, and what goes wrong otherwise",
    lost_note: "People can come at a few hours of the week. This is the chance that a desk nearby is open then. Does not suit: a place where people would rather not go.",
    lost: ["finds help", "desk is closed", "desk is too far or does not suit"],
    modelled: "modelled",
    all_need: "all need",
    map_hours: "Hours a week that a desk within the norm is open",
    percent: "%",
};
