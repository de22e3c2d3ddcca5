//! `bereik synth`: a country that does not exist, in the published formats.

use std::path::PathBuf;

use clap::Args;

use super::progress::Progress;
use super::{Exit, tell};
use crate::model::Lang;
use crate::run::Failure;
use crate::synth::{Config, generate, write};
use crate::watch::{Stage, Watch};

/// Write a synthetic region or country in the published formats, with a study file: to try, to test and to time
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  bereik synth --squares 20000 --sites 40 --candidates 100 --municipalities 20 --seed 7 streek\n  bereik coverage streek/studie.toml\n\nThe same numbers and seed always give the same files. Every name in them is invented."
)]
pub(super) struct Arguments {
    /// Populated squares of 100 m
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    squares: usize,
    /// Library branches; three in five have a desk
    #[arg(long, value_name = "M", default_value_t = 30)]
    sites: usize,
    /// Venues where a desk could be
    #[arg(long, value_name = "K", default_value_t = 80)]
    candidates: usize,
    /// Municipalities
    #[arg(long, value_name = "G", default_value_t = 12)]
    municipalities: usize,
    /// Seed: another number is another country
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Folder for the files; it is made when it is not there
    dir: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let progress = Progress::new(Lang::En);
    progress.begin(Stage::Making);
    let config = Config::new(arguments.squares, arguments.sites, arguments.candidates, arguments.municipalities, arguments.seed);
    let written = generate(&config).and_then(|country| {
        progress.begin(Stage::Writing);
        write(&country, &arguments.dir)
    });
    progress.finish();
    written.map_err(Failure::Synth)?.iter().for_each(|file| tell::talk(&file.display().to_string()));
    Ok(Exit::Done)
}
