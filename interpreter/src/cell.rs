//! Runs one cell the way a notebook does: in the namespace of `__main__`, and if its last statement is an expression,
//! the value of that is the cell's result.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use paper::{Code, Outcome};
use rustpython_compiler::{ast::Stmt, parser};
use rustpython_vm::{AsObject, PyResult, VirtualMachine, builtins::PyBaseExceptionRef, compiler::Mode, scope::Scope};

use crate::{boot::Lab, failure, host};

/// A result's repr that is longer than this many bytes is cut: no reader gets through more, and each copy of it takes
/// memory.
const LONGEST_RESULT: usize = 100_000;
/// The same for the text that a cell gives to `sys.exit`, which is shown in one line.
const LONGEST_EXIT: usize = 1_000;

/// Runs `code` to its end and says how it ended. A run that traps does not come back from here; the host notices that.
pub fn run(lab: &Lab, code: &Code) -> Outcome {
    lab.interpreter.enter(|vm| {
        let file = prepare(lab, code, vm);
        let ran = execute(lab, code, file, vm);
        flush(vm);
        match ran {
            Ok(result) => Outcome::Finished { result },
            Err(exception) if exception.fast_isinstance(vm.ctx.exceptions.system_exit) => {
                Outcome::Exited { code: exit_code(&exception, vm) }
            }
            Err(exception) => Outcome::Raised(failure::report(lab, &exception, vm)),
        }
    })
}

/// Does what comes before a run's first statement, and gives the file name that tracebacks give to the source.
pub fn prepare(lab: &Lab, code: &Code, vm: &VirtualMachine) -> String {
    seed_random();
    host::begin_run();
    failure::file_of(lab, code, vm)
}

/// Compiles and runs the source, and gives the repr of its result if there is one.
fn execute(lab: &Lab, code: &Code, file: String, vm: &VirtualMachine) -> PyResult<Option<String>> {
    let source = &code.source;
    let shows_value = ends_in_expression(source);
    let mode = if shows_value { Mode::BlockExpr } else { Mode::Exec };
    let program = vm.compile(source, mode, file).map_err(|error| error.into_pyexception(vm, Some(source)))?;
    let value = vm.run_code_obj(program, Scope::with_builtins(None, lab.main.clone(), vm))?;
    if !shows_value || vm.is_none(&value) {
        return Ok(None);
    }
    let repr = value.repr(vm)?;
    Ok(Some(cut(repr.to_string_lossy(), LONGEST_RESULT)))
}

/// Seeds RustPython's generator of random numbers, before the first run of an interpreter. The image, which everybody
/// gets, has one and the same state of it. `presenter.begin` does the same for the module `random`.
fn seed_random() {
    static BEGUN: AtomicBool = AtomicBool::new(false);
    if !BEGUN.swap(true, Ordering::Relaxed) {
        rand::rng().reseed().expect("the host always has random bytes");
    }
}

/// Whether the last statement is an expression. For a source that does not parse it is false: compiling that source
/// then raises the SyntaxError that the reader is to see.
fn ends_in_expression(source: &str) -> bool {
    parser::parse_module(source).is_ok_and(|module| matches!(module.syntax().body.last(), Some(Stmt::Expr(_))))
}

/// Flushes `sys.stdout` and `sys.stderr`. The cell may have replaced or closed them, so flushing may fail. Such an error is
/// ignored, because the cell itself has ended already.
fn flush(vm: &VirtualMachine) {
    for stream in ["stdout", "stderr"] {
        if let Ok(stream) = vm.sys_module.get_attr(stream, vm) {
            let _ = vm.call_method(&stream, "flush", ());
        }
    }
}

/// The `str` of what `sys.exit` was called with; empty if that is `None` or if its `str` raises.
fn exit_code(exit: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    let code = exit.as_object().get_attr("code", vm).ok().filter(|code| !vm.is_none(code));
    let text = code.and_then(|code| code.str(vm).ok());
    text.map(|text| cut(text.to_string_lossy(), LONGEST_EXIT)).unwrap_or_default()
}

/// `text`, or its first `limit` bytes and how many characters are missing. A text that is cut is not copied before,
/// because the memory may have no room for a copy.
pub fn cut(text: Cow<'_, str>, limit: usize) -> String {
    if text.len() <= limit {
        return text.into_owned();
    }
    let (beginning, rest) = text.split_at(text.floor_char_boundary(limit));
    format!("{beginning}… ({} more characters)", rest.chars().count())
}
