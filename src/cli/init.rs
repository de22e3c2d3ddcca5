//! `bereik init`: a study file to start from.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use super::{Exit, Language, tell};
use crate::model::Lang;
use crate::report::files::write_whole;
use crate::run::Failure;

/// Write a commented study file to start from
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  bereik init mijn-studie\n  bereik check mijn-studie/studie.toml")]
pub(super) struct Arguments {
    /// Folder for the study; it is made when it is not there
    dir: PathBuf,
    /// Language of the comments
    #[arg(long, value_enum, value_name = "LANGUAGE", default_value = "nl")]
    lang: Language,
}

/// The study with Dutch comments.
pub const STUDY_NL: &str = include_str!("init.nl.toml");
/// The study with English comments.
pub const STUDY_EN: &str = include_str!("init.en.toml");

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let language = Lang::from(arguments.lang);
    let (name, study) = match language {
        Lang::Nl => ("studie.toml", STUDY_NL),
        Lang::En => ("study.toml", STUDY_EN),
    };
    let path = arguments.dir.join(name);
    let failed = |error| Failure::Write(language, path.clone(), error);
    if path.exists() {
        return Err(failed(std::io::Error::from(std::io::ErrorKind::AlreadyExists)));
    }
    std::fs::create_dir_all(&arguments.dir).map_err(failed)?;
    write_whole(&path, |file| file.write_all(study.as_bytes())).map_err(failed)?;
    tell::talk(&path.display().to_string());
    Ok(Exit::Done)
}
