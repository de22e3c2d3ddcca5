//! The rules as data. `ARCHITECTURE.md` shows [`MAY_IMPORT`] to people, and is compared with it.

/// Each module under `src/` with the modules it may import, in the order of the way of the data. Its own parts need no mention.
pub const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("units", &[]),
    ("watch", &[]),
    ("crs", &["units"]),
    ("week", &["units"]),
    ("spatial", &["units", "crs"]),
    ("model", &["units", "crs", "week"]),
    ("load", &["units", "crs", "week", "spatial", "model"]),
    ("text", &["units", "watch", "crs", "week", "model", "load"]),
    ("reach", &["units", "crs", "week", "spatial", "model"]),
    ("measure", &["units", "crs", "week", "spatial", "model", "reach"]),
    ("budget", &["units", "week", "model"]),
    ("plan", &["units", "crs", "week", "spatial", "model", "reach", "budget"]),
    ("compare", &["units", "crs", "week", "spatial", "model", "reach", "measure", "budget", "plan"]),
    ("report", &["units", "crs", "week", "spatial", "model", "load", "text", "reach", "measure", "budget", "plan", "compare"]),
    ("synth", &["units", "crs", "week", "model", "report"]),
    (
        "run",
        &[
            "units", "watch", "crs", "week", "spatial", "model", "load", "text", "reach", "measure", "budget", "plan", "compare", "report",
            "synth",
        ],
    ),
    ("cli", &["units", "watch", "crs", "week", "model", "load", "text", "plan", "report", "synth", "run"]),
    ("serve", &["units", "model", "text", "report", "run"]),
    ("main", &["cli"]),
];

/// Modules that take values and return values: no files, clock, printing, environment or count of threads.
pub const PURE: &[&str] = &["units", "week", "spatial", "model", "text", "reach", "measure", "budget", "plan", "compare"];

/// What a pure module does not name.
pub const PURE_PATHS: &[&str] = &[
    "std::fs",
    "std::io",
    "std::net",
    "std::time",
    "std::env",
    "std::process",
    "std::thread",
    "rayon::current_num_threads",
    "rayon::ThreadPoolBuilder",
];

/// Crates that read, write or talk.
pub const PURE_CRATES: &[&str] = &[
    "calamine",
    "clap",
    "csv",
    "ctrlc",
    "encoding_rs",
    "geojson",
    "geozero",
    "indicatif",
    "proj",
    "resvg",
    "rusqlite",
    "rust_xlsxwriter",
    "serde_json",
    "shapefile",
    "tempfile",
    "toml",
];

/// Macros that print.
pub const PURE_MACROS: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// Crates that belong to one place.
pub const CRATES: &[(&str, &[&str])] = &[
    ("proj", &["crs"]),
    ("clap", &["cli", "main"]),
    ("clap_complete", &["cli"]),
    ("ctrlc", &["cli", "main"]),
    ("indicatif", &["cli"]),
    ("toml", &["load"]),
    ("calamine", &["load"]),
    ("shapefile", &["load"]),
    ("resvg", &["report"]),
    ("rust_xlsxwriter", &["report"]),
];

/// The most lines a file has.
pub const LONGEST: usize = 400;

/// What no file of ours holds.
pub const UNFINISHED: &[&str] = &["#[ignore", "todo!", "unimplemented!", "TODO", "FIXME", "#[should_panic"];
