//! The words of a TypeError about the number of arguments of a builtin function, or about an abstract class.
//!
//! RustPython says `append expected 1 argument, got 0` of every builtin function. CPython says so of functions that take
//! several; of one that takes exactly one, or none, it says `list.append() takes exactly one argument (0 given)`. Of a class
//! with abstract methods RustPython leaves out what can't be done with it. The calls of builtin functions, of methods and of
//! classes pass through here, and what fails that way is said anew.

use std::cell::Cell;

use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyStr, PyType},
    function::FuncArgs,
    types::PyTypeSlots,
};

use crate::face;

/// Functions that take exactly one argument by position, but of which CPython speaks as of those that take several.
const VARIADIC: [&str; 1] = ["sorted"];

type Call = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;
type Vectorcall = fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;

/// Whose calls pass through here: each has an entry in `ORIGINALS`.
const FUNCTIONS: usize = 0;
const CLASSES: usize = 1;
/// Methods of builtin classes that are not bound yet.
const METHODS: usize = 2;

thread_local! {
    /// What RustPython does for a call of each of them.
    static ORIGINALS: [Cell<(Option<Call>, Option<Vectorcall>)>; 3] = const { [const { Cell::new((None, None)) }; 3] };
}

/// Takes its place in the calls of builtin functions, methods and classes.
pub fn install(vm: &VirtualMachine) {
    let types = &vm.ctx.types;
    take::<FUNCTIONS>(&types.builtin_function_or_method_type.slots);
    take::<CLASSES>(&types.type_type.slots);
    take::<METHODS>(&types.method_descriptor_type.slots);
}

/// The same for the classes of a metaclass. It has its slots from RustPython's `type`, not from ours.
pub fn install_in(metaclass: &Py<PyType>) {
    let slots = &metaclass.slots;
    let (original, _) = ORIGINALS.with(|originals| originals[CLASSES].get());
    if slots.call.load().zip(original).is_some_and(|(own, original)| std::ptr::fn_addr_eq(own, original)) {
        put::<CLASSES>(slots);
    }
}

/// Remembers what RustPython has in the slots of a builtin class, and puts ours there.
fn take<const OF: usize>(slots: &PyTypeSlots) {
    ORIGINALS.with(|originals| originals[OF].set((slots.call.load(), slots.vectorcall.load())));
    put::<OF>(slots);
}

fn put<const OF: usize>(slots: &PyTypeSlots) {
    slots.call.store(Some(call::<OF>));
    let (_, original) = ORIGINALS.with(|originals| originals[OF].get());
    if original.is_some() && slots.vectorcall.load().is_some() {
        slots.vectorcall.store(Some(vectorcall::<OF>));
    }
}

fn call<const OF: usize>(callee: &PyObject, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let (original, _) = ORIGINALS.with(|originals| originals[OF].get());
    let original = original.expect("RustPython can call its builtin functions");
    original(callee, arguments, vm).inspect_err(|error| say(error, callee, vm))
}

fn vectorcall<const OF: usize>(
    callee: &PyObject,
    arguments: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    let (_, original) = ORIGINALS.with(|originals| originals[OF].get());
    let original = original.expect("RustPython can call its builtin functions");
    original(callee, arguments, count, names, vm).inspect_err(|error| say(error, callee, vm))
}

/// Says anew what is wrong, if it is the number of arguments of this very call, or that a class is abstract.
fn say(error: &PyBaseExceptionRef, callee: &PyObject, vm: &VirtualMachine) {
    // An error that has come through Python code is not of this call.
    if error.__traceback__().is_some() || !error.class().is(vm.ctx.exceptions.type_error) {
        return;
    }
    let sentence = error.get_arg(0).and_then(|text| text.downcast::<PyStr>().ok());
    let Some(sentence) = sentence else { return };
    let sentence = sentence.to_string_lossy();
    let anew = of_abstract_class(&sentence).or_else(|| of_number_of_arguments(&sentence, callee, vm));
    if let Some(anew) = anew {
        // An exception takes any tuple.
        let _ = error.as_object().set_attr("args", vm.ctx.new_tuple(vec![vm.ctx.new_str(anew).into()]), vm);
    }
}

/// What CPython says of the number of arguments, for what RustPython says.
fn of_number_of_arguments(sentence: &str, callee: &PyObject, vm: &VirtualMachine) -> Option<String> {
    let (name, rest) = sentence.split_once(" expected ")?;
    let (wanted, given) = rest.split_once(", got ")?;
    if VARIADIC.contains(&name) || !given.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let wanted = match wanted {
        "1 argument" => "exactly one argument",
        "0 arguments" => "no arguments",
        _ => return None,
    };
    Some(format!("{}() takes {wanted} ({given} given)", full_name(callee, name, vm)?))
}

/// What CPython says of an abstract class, for what RustPython says: the names are in their order, and the beginning is there.
fn of_abstract_class(sentence: &str) -> Option<String> {
    let (class, rest) = sentence.strip_prefix("class ")?.split_once(" without an implementation for abstract ")?;
    let (noun, names) = rest.split_once(" '")?;
    let mut names: Vec<&str> = names.strip_suffix('\'')?.split("', '").collect();
    names.sort_unstable();
    Some(format!(
        "Can't instantiate abstract class {class} without an implementation for abstract {noun} '{}'",
        names.join("', '")
    ))
}

/// A function's name as CPython's messages have it: behind its class or its module, if that is not `builtins`. `None` if it
/// has another name than the one that the message is of.
fn full_name(callee: &PyObject, name: &str, vm: &VirtualMachine) -> Option<String> {
    let qualified = face::text(callee, "__qualname__", vm)?;
    if qualified.rsplit('.').next() != Some(name) {
        return None;
    }
    match face::text(callee, "__module__", vm) {
        Some(module) if module != "builtins" && !qualified.contains('.') => Some(format!("{module}.{qualified}")),
        _ => Some(qualified),
    }
}
