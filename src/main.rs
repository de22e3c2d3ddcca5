//! The program: parse the arguments, run, and end with the exit code. Everything else is in the library.

use std::process::ExitCode;

/// A country is columns of hundreds of thousands of numbers, made and dropped stage by stage: this allocator keeps them at hand.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use bereik::cli::{Cli, run};
use clap::Parser;

fn main() -> ExitCode {
    run(Cli::parse()).into()
}
