//! The command line: one file a command, each with its arguments and a `run` that builds the request, calls the library and prints.

mod border;
mod budget;
mod check;
mod compare;
mod completions;
mod coverage;
mod init;
mod plan;
mod progress;
mod report;
mod sites;
mod solve;
mod synth;
mod tell;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::model::Lang;
use crate::report::Output;
use crate::run::{Failure, unless_of_another};

/// Plan IDO's, the walk-in desks for help with the digital government: who lives how far from a desk, and who crosses which border
#[derive(Debug, Parser)]
#[command(name = "bereik", version, max_term_width = 100, arg_required_else_help = true)]
#[command(
    after_help = "Start here:\n  bereik init mijn-studie      writes a study file to start from\n  bereik check STUDY           says what the files of a study hold\n  bereik coverage STUDY        computes distances and reachable hours, and writes tables, maps and charts\n  bereik border STUDY          says who uses whose desk, what borders cost and how to share\n  bereik plan STUDY            finds the best places and hours for the money, with proof\n  bereik compare STUDY         sets the scenarios of a study beside today\n  bereik report STUDY          writes the advice: one page for the council, and everything behind it\n  bereik budget STUDY          says what money there is and what the desks cost"
)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Sites(sites::Arguments),
    Coverage(coverage::Arguments),
    Border(border::Arguments),
    Plan(plan::Arguments),
    Compare(compare::Arguments),
    Report(report::Arguments),
    Budget(budget::Arguments),
    Solve(solve::Arguments),
    Init(init::Arguments),
    Synth(synth::Arguments),
    Completions(completions::Arguments),
}

/// What every command that reads a study takes.
#[derive(Debug, Args)]
struct Common {
    /// Language of messages and results; default: that of the study
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang: Option<Language>,
    /// Threads to use; default: as many as there are processors. The result is the same
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Language {
    /// Nederlands
    Nl,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Nl => Self::Nl,
            Language::En => Self::En,
        }
    }
}

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The user's data or study cannot be used.
    Data,
    /// A fault of ours.
    Ours,
    /// Stopped by the user.
    Stopped,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Data => 1,
            Exit::Ours => 70,
            Exit::Stopped => 130,
        })
    }
}

/// Runs a parsed command line. Everything that goes wrong has been told when it returns.
#[must_use]
pub fn run(cli: Cli) -> Exit {
    let done = match cli.command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Sites(arguments) => sites::run(&arguments),
        Command::Coverage(arguments) => coverage::run(&arguments),
        Command::Border(arguments) => border::run(&arguments),
        Command::Plan(arguments) => plan::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Budget(arguments) => budget::run(&arguments),
        Command::Solve(arguments) => solve::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Synth(arguments) => synth::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    };
    done.unwrap_or_else(|failure| {
        tell::failure(&failure);
        match failure {
            Failure::Stopped(_) => Exit::Stopped,
            Failure::Ours(_) => Exit::Ours,
            _ => Exit::Data,
        }
    })
}

/// Where the results go: where the user says; else in `results/`, under the name of the study and this ending.
///
/// # Errors
/// When that holds the results of another study of the same file name.
fn results(out: Option<&PathBuf>, study: &Path, ending: &str, language: Option<Lang>) -> Result<PathBuf, Failure> {
    if let Some(out) = out {
        return Ok(out.clone());
    }
    let folder = PathBuf::from("results").join(format!("{}{ending}", study.file_stem().unwrap_or_default().to_string_lossy()));
    unless_of_another(&folder, study, language)?;
    Ok(folder)
}

/// The formats that are asked for, each once, in their order.
fn outputs(asked: &[Output]) -> Vec<Output> {
    Output::ALL.into_iter().filter(|output| asked.contains(output)).collect()
}

/// Sets the number of threads, once, before anything runs in parallel.
fn use_threads(threads: Option<u16>) -> Result<(), Failure> {
    let Some(threads) = threads else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global();
    pool.map_err(|error| Failure::Ours(error.to_string()))
}
