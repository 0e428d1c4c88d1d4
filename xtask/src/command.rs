//! Runs other programs. What they print is shown only if they fail.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Result;

/// How many lines, the last ones, are shown of a failed program's output.
const LAST_LINES: usize = 60;

/// A command that will run `program` in `folder`, with an empty standard input.
pub fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs a command to its end and gives what it printed, standard error behind standard output.
///
/// # Errors
/// The command line and the end of its output, if the command can't be started or fails.
pub fn run(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command.output().map_err(|error| format!("can't run {shown}: {error}"))?;
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    if output.status.success() {
        return Ok(said.concat());
    }
    let said = said.concat();
    let lines: Vec<&str> = said.lines().collect();
    let last = lines[lines.len().saturating_sub(LAST_LINES)..].join("\n");
    Err(format!("{shown} failed ({}):\n{last}", output.status))
}

/// Runs a command to its end. Its output goes to the terminal while it runs.
///
/// # Errors
/// The command line, if the command can't be started or fails.
pub fn run_aloud(command: &mut Command) -> Result<()> {
    let shown = show(command);
    let status = command.status().map_err(|error| format!("can't run {shown}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} failed ({status})")) }
}

/// What a program prints for `--version`; `None` if it can't be started or fails.
pub fn version(program: impl AsRef<OsStr>) -> Option<String> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command line, for messages.
fn show(command: &Command) -> String {
    let arguments: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
    let program = Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy();
    format!("`{program} {}`", arguments.join(" "))
}
