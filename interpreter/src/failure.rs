//! Turns an exception into a [`Failure`], tracebacks written as CPython writes them.
//!
//! The writing is done by the library's own `traceback` module, in a second copy that the reader's
//! patches do not reach (`presenter.py`). If even that fails, because the reader has broken something
//! it stands on, a short traceback is written here without running any Python.

use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyTypeRef},
    convert::TryFromObject,
};

use crate::{boot::Lab, cell::cut, report::{Code, Failure}};

/// A traceback longer than this many bytes is cut.
const LONGEST_TRACEBACK: usize = 100_000;
/// So is the name of a class, a file or a function: a reader may give any name to them.
const LONGEST_NAME: usize = 200;

/// The file name that tracebacks give to `code`. Makes its source known to `linecache`, so that
/// tracebacks and `inspect.getsource` find it.
pub fn file_of(lab: &Lab, code: &Code, vm: &VirtualMachine) -> String {
    lab.begin
        .call((code.cell.clone(), code.source.clone()), vm)
        .and_then(|file| String::try_from_object(vm, file))
        .unwrap_or_else(|_| format!("<cell {}>", code.cell))
}

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

/// A traceback that is too long loses its middle: what happened first and what failed stand at its ends.
fn without_middle(text: String) -> String {
    if text.len() <= LONGEST_TRACEBACK {
        return text;
    }
    let first = text.floor_char_boundary(LONGEST_TRACEBACK / 2);
    let last = text.ceil_char_boundary(text.len() - LONGEST_TRACEBACK / 2);
    // Not at the ends of lines: the last line, which says what failed, may itself be longer than all that is kept.
    format!("{}\n  … {} more characters …\n{}", &text[..first], text[first..last].chars().count(), &text[last..])
}

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

fn without_python(exception: &PyBaseExceptionRef, vm: &VirtualMachine) -> Failure {
    let class: PyTypeRef = exception.class().to_owned();
    let mut text = String::from("Traceback (most recent call last):\n");
    let mut last = None;
    let mut link = exception.__traceback__();
    while let Some(traceback) = link {
        // Of more frames than anybody reads, only the last one's line is wanted.
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
