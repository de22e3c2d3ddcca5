//! `--help` of the program and of every command, `--version`, and completions.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use assert_cmd::Command;

/// What the program prints, 100 columns wide whatever the terminal.
fn printed(arguments: &[&str]) -> String {
    let output = Command::cargo_bin("bereik").unwrap().env("COLUMNS", "100").args(arguments).assert().success();
    assert_eq!(output.get_output().stderr, b"", "{arguments:?}");
    String::from_utf8(output.get_output().stdout.clone()).unwrap()
}

/// Compares with the file of that name under `tests/snapshots/`. Lines that hold nothing but spaces are empty.
fn snapshot(name: &str, text: &str) {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(format!("help_{name}"), lines.join("\n"));
    });
}

/// The commands that the program itself lists, so that a new one has to have its snapshot.
fn commands() -> Vec<String> {
    let help = printed(&["--help"]);
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let name = |line: &str| {
        line.strip_prefix("  ").filter(|rest| !rest.starts_with(' ')).and_then(|rest| rest.split(' ').next().map(str::to_owned))
    };
    list.lines().filter_map(name).filter(|name| name != "help").collect()
}

#[test]
fn the_program() {
    snapshot("bereik", &printed(&["--help"]));
}

#[test]
fn every_command() {
    let commands = commands();
    assert_eq!(
        commands,
        ["check", "sites", "coverage", "border", "plan", "compare", "report", "budget", "solve", "init", "synth", "completions"]
    );
    for command in commands {
        let help = printed(&[&command, "--help"]);
        assert!(help.contains("Example") && help.contains(&format!(":\n  bereik {command}")), "{command} has an example");
        snapshot(&command, &help);
    }
}

#[test]
fn no_line_is_wider_than_asked() {
    for arguments in [vec!["--help"], vec!["coverage", "--help"], vec!["synth", "--help"]] {
        let help = printed(&arguments);
        let text = help.split("Example:").next().unwrap();
        assert!(text.lines().all(|line| line.chars().count() <= 100), "{arguments:?}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(printed(&["--version"]), format!("bereik {}\n", env!("CARGO_PKG_VERSION")));
}

/// Each script names every command.
#[test]
fn completions_for_three_shells() {
    for shell in ["bash", "zsh", "fish"] {
        let script = printed(&["completions", shell]);
        for command in commands() {
            assert!(script.contains(&command), "{shell} lacks {command}");
        }
    }
}
