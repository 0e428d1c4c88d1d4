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
    cut(&mut failure.traceback, LONGEST_TRACEBACK);
    if !failure.traceback.ends_with('\n') {
        failure.traceback.push('\n');
    }
    failure
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
        let code = traceback.frame.iframe().code();
        text.push_str(&format!(
            "  File \"{}\", line {}, in {}\n",
            code.source_path().as_str(),
            traceback.lineno,
            code.obj_name.as_str(),
        ));
        last = Some(traceback.lineno.get() as u32);
        link = traceback.next.lock().clone();
    }
    let words = exception.as_object().str(vm).map(|words| words.to_string_lossy().into_owned());
    match words.as_deref() {
        Ok("") | Err(_) => text.push_str(&format!("{}\n", class.name())),
        Ok(words) => text.push_str(&format!("{}: {words}\n", class.name())),
    }
    Failure { exception: class.name().to_string(), traceback: text, line: last }
}
