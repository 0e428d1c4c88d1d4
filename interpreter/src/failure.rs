//! Turns an exception into a [`Failure`], with its traceback as CPython writes it.
//!
//! The traceback is written by the library's own module `traceback`, in a second copy that the reader's
//! patches do not reach (`presenter.py`). If that copy fails, because the reader has broken something that it
//! imports, a short traceback is written here, by Rust.

use paper::{Code, Failure};
use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyTypeRef},
    convert::TryFromObject,
};

use crate::{boot::Lab, cell::cut};

/// A traceback that is longer than this many bytes is cut.
const LONGEST_TRACEBACK: usize = 100_000;
/// The name of a class, a file or a function that is longer than this many bytes is cut: a reader may give any name to
/// them.
const LONGEST_NAME: usize = 200;

/// Gives the file name that tracebacks give to `code`, and makes the source known to `linecache`, where
/// tracebacks and `inspect.getsource` find it.
pub fn file_of(lab: &Lab, code: &Code, vm: &VirtualMachine) -> String {
    lab.begin
        .call((code.cell.clone(), code.source.clone()), vm)
        .and_then(|file| String::try_from_object(vm, file))
        .unwrap_or_else(|_| format!("<cell {}>", code.cell))
}

/// Describes an exception that left a cell.
pub fn report(lab: &Lab, exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Failure {
    let mut failure = lab
        .present
        .call((exception.clone(),), vm)
        .and_then(|presented| read(presented, vm))
        .unwrap_or_else(|_| without_python(exception, vm));
    failure.exception = cut(failure.exception.into(), LONGEST_NAME);
    failure.traceback = without_middle(failure.traceback);
    if !failure.traceback.ends_with('\n') {
        failure.traceback.push('\n');
    }
    failure
}

/// Cuts the middle out of a traceback that is too long. What the cell called stands at its beginning, and what failed
/// at its end, so both ends stay.
fn without_middle(text: String) -> String {
    if text.len() <= LONGEST_TRACEBACK {
        return text;
    }
    let first = text.floor_char_boundary(LONGEST_TRACEBACK / 2);
    let last = text.ceil_char_boundary(text.len() - LONGEST_TRACEBACK / 2);
    // It is not cut at the ends of lines: the last line, which says what failed, may itself be longer than what stays.
    format!("{}\n  … {} more characters …\n{}", &text[..first], text[first..last].chars().count(), &text[last..])
}

/// Reads the tuple that `presenter.present` gives.
fn read(presented: PyObjectRef, vm: &VirtualMachine) -> PyResult<Failure> {
    let text = |index: usize| {
        let item = presented.get_item(&index, vm)?;
        item.str(vm).map(|text| text.to_string_lossy().into_owned())
    };
    let line = presented.get_item(&2usize, vm)?;
    Ok(Failure {
        exception: text(0)?,
        traceback: text(1)?,
        line: if vm.is_none(&line) { None } else { Some(u32::try_from_object(vm, line)?) },
    })
}

/// Describes an exception without the library: its frames without their source lines, its class and its `str`.
fn without_python(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Failure {
    let class: PyTypeRef = exception.class().to_owned();
    let mut text = String::from("Traceback (most recent call last):\n");
    let mut last = None;
    let mut link = exception.__traceback__();
    while let Some(traceback) = link {
        // Frames beyond the longest traceback are not written, but the last one's line is still wanted.
        if text.len() <= LONGEST_TRACEBACK {
            let code = traceback.frame.iframe().code();
            let (file, function) = (code.source_path().as_str(), code.obj_name.as_str());
            text.push_str(&format!(
                "  File \"{}\", line {}, in {}\n",
                cut(file.into(), LONGEST_NAME),
                traceback.lineno,
                cut(function.into(), LONGEST_NAME),
            ));
        }
        last = Some(traceback.lineno.get() as u32);
        link = traceback.next.lock().clone();
    }
    let name = class.name().to_string();
    let words = exception.as_object().str(vm).map(|words| cut(words.to_string_lossy(), LONGEST_TRACEBACK));
    match words.as_deref() {
        Ok("") | Err(_) => text.push_str(&format!("{name}\n")),
        Ok(words) => text.push_str(&format!("{name}: {words}\n")),
    }
    Failure { exception: name, traceback: text, line: last }
}
