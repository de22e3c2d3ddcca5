//! The program: parse the arguments, run, and end with the exit code. Everything else is in the library.

use std::process::ExitCode;

use bereik::cli::{Cli, run};
use clap::Parser;

fn main() -> ExitCode {
    run(Cli::parse()).into()
}
