//! Runs one cell the way a notebook does: everything in `__main__`, the last expression is the result.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use rustpython_compiler::{ast::Stmt, parser};
use rustpython_vm::{
    AsObject, PyResult, VirtualMachine,
    builtins::PyBaseExceptionRef,
    compiler::Mode,
    scope::Scope,
};

use crate::{boot::Lab, failure, host, report::{Code, Outcome}};

/// A result's repr longer than this many bytes is cut: no eye reads it and every copy of it costs.
const LONGEST_RESULT: usize = 100_000;
/// The text that a cell gives to `sys.exit` is one line of its output.
const LONGEST_EXIT: usize = 1_000;

/// Runs `code` to its end, whatever end that is. Traps are the host's to notice.
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

/// What comes before a run's first statement. Gives the file name of the source.
pub fn prepare(lab: &Lab, code: &Code, vm: &VirtualMachine) -> String {
    begin_chance();
    host::begin_run();
    failure::file_of(lab, code, vm)
}

fn execute(lab: &Lab, code: &Code, file: String, vm: &VirtualMachine) -> PyResult<Option<String>> {
    let source = &code.source;
    let shows_value = ends_in_expression(source);
    let mode = if shows_value { Mode::BlockExpr } else { Mode::Exec };
    let program = vm
        .compile(source, mode, file)
        .map_err(|error| error.into_pyexception(vm, Some(source)))?;
    let value = vm.run_code_obj(program, Scope::with_builtins(None, lab.main.clone(), vm))?;
    if !shows_value || vm.is_none(&value) {
        return Ok(None);
    }
    let repr = value.repr(vm)?;
    Ok(Some(cut(repr.to_string_lossy(), LONGEST_RESULT)))
}

/// The image was made once for everybody, with the state of RustPython's generator in it. Before the
/// first run of an interpreter it is seeded anew; `presenter.begin` then does the same for `random`.
fn begin_chance() {
    static BEGUN: AtomicBool = AtomicBool::new(false);
    if !BEGUN.swap(true, Ordering::Relaxed) {
        rand::rng().reseed().expect("the host always has random bytes");
    }
}

/// A source that does not parse says no: compiling it gives the proper SyntaxError.
fn ends_in_expression(source: &str) -> bool {
    parser::parse_module(source)
        .is_ok_and(|module| matches!(module.syntax().body.last(), Some(Stmt::Expr(_))))
}

/// Empties what the cell left in the buffers of its own `sys.stdout` and `sys.stderr`. A replaced or
/// closed stream is the reader's affair, so its error is not ours to report.
fn flush(vm: &VirtualMachine) {
    for stream in ["stdout", "stderr"] {
        if let Ok(stream) = vm.sys_module.get_attr(stream, vm) {
            let _ = vm.call_method(&stream, "flush", ());
        }
    }
}

fn exit_code(exit: &PyBaseExceptionRef, vm: &VirtualMachine) -> String {
    let code = exit.as_object().get_attr("code", vm).ok().filter(|code| !vm.is_none(code));
    let text = code.and_then(|code| code.str(vm).ok());
    text.map(|text| cut(text.to_string_lossy(), LONGEST_EXIT)).unwrap_or_default()
}

/// At most `limit` bytes of `text`, and how much is missing. What is cut is not copied first: there may be no room for it.
pub fn cut(text: Cow<'_, str>, limit: usize) -> String {
    if text.len() <= limit {
        return text.into_owned();
    }
    let (beginning, rest) = text.split_at(text.floor_char_boundary(limit));
    format!("{beginning}… ({} more characters)", rest.chars().count())
}
