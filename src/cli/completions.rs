//! `bereik completions`: completion of commands and options in a shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, Exit, tell};
use crate::model::Lang;
use crate::run::Failure;

/// Print the completion script of a shell
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  bereik completions bash > ~/.local/share/bash-completion/completions/bereik")]
pub(super) struct Arguments {
    /// The shell
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "bereik", &mut script);
    tell::data(&String::from_utf8_lossy(&script), Lang::En)?;
    Ok(Exit::Done)
}
