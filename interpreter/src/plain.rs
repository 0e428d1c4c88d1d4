//! Hands questions to `looking.py`, and gives its answers. On the outside both are JSON, inside they are dicts of plain
//! Python objects.
//!
//! The conversion is done here and not by Python's module `json`, which the reader may have patched.

use paper::Question;
use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyDict, PyFloat, PyInt, PyList, PyStr, PyTuple},
};
use serde_json::{Map, Number, Value, json};

use crate::{boot::Lab, cell};

/// The reason of a failed question is shown in a sentence. It has at most this many bytes of the exception's class
/// name, and of its `str`.
const LONGEST_NAME: usize = 100;
const LONGEST_WORDS: usize = 300;

/// Calls `looking.look` with `question` and the namespace of `__main__`.
///
/// # Errors
/// The exception, in words, if that raises.
pub fn look(lab: &Lab, question: Question) -> Result<Value, String> {
    lab.interpreter.enter(|vm| {
        // The question is about running a cell: before the cell's first statement the same is done as in a run.
        let file = question.code().map(|code| cell::prepare(lab, code, vm));
        let mut question = json!(question);
        if let Some(file) = file {
            question["file"] = json!(file);
        }
        let answer = to_python(&question, vm).and_then(|question| lab.look.call((question, lab.main.clone()), vm));
        answer.and_then(|answer| from_python(&answer, vm)).map_err(|exception| {
            let name = cell::cut(exception.class().name().to_string().into(), LONGEST_NAME);
            let words = exception.as_object().str(vm).map(|words| cell::cut(words.to_string_lossy(), LONGEST_WORDS));
            format!("{name}: {}", words.unwrap_or_default())
        })
    })
}

/// JSON as Python objects.
fn to_python(value: &Value, vm: &VirtualMachine) -> PyResult {
    Ok(match value {
        Value::Null => vm.ctx.none(),
        Value::Bool(value) => vm.ctx.new_bool(*value).into(),
        Value::Number(number) => match number.as_i64() {
            Some(number) => vm.ctx.new_int(number).into(),
            None => vm.ctx.new_float(number.as_f64().unwrap_or(f64::NAN)).into(),
        },
        Value::String(text) => vm.ctx.new_str(text.as_str()).into(),
        Value::Array(items) => {
            let items: PyResult<Vec<_>> = items.iter().map(|item| to_python(item, vm)).collect();
            vm.ctx.new_list(items?).into()
        }
        Value::Object(entries) => {
            let dict = vm.ctx.new_dict();
            for (name, value) in entries {
                dict.set_item(name.as_str(), to_python(value, vm)?, vm)?;
            }
            dict.into()
        }
    })
}

/// Python objects as JSON. Instances of subclasses are refused: such a class may be the reader's, and reading it would
/// run the reader's code.
fn from_python(object: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Value> {
    let class = object.class();
    let types = &vm.ctx.types;
    Ok(if vm.is_none(object) {
        Value::Null
    } else if class.is(types.bool_type) {
        Value::Bool(object.clone().is_true(vm)?)
    } else if let Some(text) = exactly::<PyStr>(object, types.str_type) {
        Value::String(text.to_string_lossy().into_owned())
    } else if let Some(number) = exactly::<PyInt>(object, types.int_type) {
        Value::Number(Number::from(number.try_to_primitive::<i64>(vm)?))
    } else if let Some(number) = exactly::<PyFloat>(object, types.float_type) {
        Number::from_f64(number.to_f64()).map_or(Value::Null, Value::Number)
    } else if let Some(list) = exactly::<PyList>(object, types.list_type) {
        let items = list.borrow_vec().to_vec();
        Value::Array(items.iter().map(|item| from_python(item, vm)).collect::<PyResult<_>>()?)
    } else if let Some(tuple) = exactly::<PyTuple>(object, types.tuple_type) {
        Value::Array(tuple.iter().map(|item| from_python(item, vm)).collect::<PyResult<_>>()?)
    } else if let Some(dict) = exactly::<PyDict>(object, types.dict_type) {
        let mut entries = Map::new();
        for (name, value) in dict.to_owned() {
            entries.insert(name.str(vm)?.to_string_lossy().into_owned(), from_python(&value, vm)?);
        }
        Value::Object(entries)
    } else {
        return Err(vm.new_type_error(format!("an answer can't hold a {}", class.name())));
    })
}

/// The content of an object whose class is exactly `class`.
fn exactly<'a, T: rustpython_vm::PyPayload>(
    object: &'a PyObjectRef,
    class: &rustpython_vm::Py<rustpython_vm::builtins::PyType>,
) -> Option<&'a rustpython_vm::Py<T>> {
    object.class().is(class).then(|| object.downcast_ref::<T>()).flatten()
}
