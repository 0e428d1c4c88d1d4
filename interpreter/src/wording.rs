//! The words of a TypeError about the number of arguments of a builtin function, or about an abstract class.
//!
//! RustPython says `append expected 1 argument, got 0` of every builtin function. CPython says so of functions that take
//! several; of one that takes exactly one, or none, it says `list.append() takes exactly one argument (0 given)`. Of a class
//! with abstract methods RustPython leaves out what can't be done with it. The calls of builtin functions, of methods and of
//! classes pass through here, and what fails that way is said anew.

use std::cell::Cell;

use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyType},
    function::FuncArgs,
};

/// Functions that take exactly one argument by position, but of which CPython speaks as of those that take several.
const VARIADIC: [&str; 1] = ["sorted"];

type Call = fn(&PyObject, FuncArgs, &VirtualMachine) -> PyResult;
type Vectorcall = fn(&PyObject, Vec<PyObjectRef>, usize, Option<&[PyObjectRef]>, &VirtualMachine) -> PyResult;

thread_local! {
    /// What RustPython does for a call of a builtin function.
    static FUNCTIONS: Cell<(Option<Call>, Option<Vectorcall>)> = const { Cell::new((None, None)) };
    /// The same for a class.
    static CLASSES: Cell<(Option<Call>, Option<Vectorcall>)> = const { Cell::new((None, None)) };
    /// The same for a method of a builtin class that is not bound yet.
    static METHODS: Cell<(Option<Call>, Option<Vectorcall>)> = const { Cell::new((None, None)) };
}

/// Takes its place in the calls of builtin functions and methods.
pub fn install(vm: &VirtualMachine) {
    let functions = &vm.ctx.types.builtin_function_or_method_type.slots;
    FUNCTIONS.set((functions.call.load(), functions.vectorcall.load()));
    functions.call.store(Some(|callee, arguments, vm| call(FUNCTIONS.get().0, callee, arguments, vm)));
    functions.vectorcall.store(Some(|callee, arguments, count, names, vm| {
        vectorcall(FUNCTIONS.get().1, callee, arguments, count, names, vm)
    }));
    let classes = &vm.ctx.types.type_type.slots;
    CLASSES.set((classes.call.load(), classes.vectorcall.load()));
    classes.call.store(Some(|callee, arguments, vm| call(CLASSES.get().0, callee, arguments, vm)));
    if CLASSES.get().1.is_some() {
        classes.vectorcall.store(Some(|callee, arguments, count, names, vm| {
            vectorcall(CLASSES.get().1, callee, arguments, count, names, vm)
        }));
    }
    let methods = &vm.ctx.types.method_descriptor_type.slots;
    METHODS.set((methods.call.load(), methods.vectorcall.load()));
    methods.call.store(Some(|callee, arguments, vm| call(METHODS.get().0, callee, arguments, vm)));
    methods.vectorcall.store(Some(|callee, arguments, count, names, vm| {
        vectorcall(METHODS.get().1, callee, arguments, count, names, vm)
    }));
}

/// The same for the classes of a metaclass. It has its slots from RustPython's `type`, not from ours.
pub fn install_in(metaclass: &Py<PyType>) {
    let is = |ours: Option<Call>, original: Option<Call>| {
        ours.zip(original).is_some_and(|(ours, original)| std::ptr::fn_addr_eq(ours, original))
    };
    if is(metaclass.slots.call.load(), CLASSES.get().0) {
        metaclass.slots.call.store(Some(|callee, arguments, vm| call(CLASSES.get().0, callee, arguments, vm)));
        if metaclass.slots.vectorcall.load().is_some() && CLASSES.get().1.is_some() {
            metaclass.slots.vectorcall.store(Some(|callee, arguments, count, names, vm| {
                vectorcall(CLASSES.get().1, callee, arguments, count, names, vm)
            }));
        }
    }
}

fn call(original: Option<Call>, callee: &PyObject, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let original = original.expect("RustPython can call its builtin functions");
    original(callee, arguments, vm).inspect_err(|error| say(error, callee, vm))
}

fn vectorcall(
    original: Option<Vectorcall>,
    callee: &PyObject,
    arguments: Vec<PyObjectRef>,
    count: usize,
    names: Option<&[PyObjectRef]>,
    vm: &VirtualMachine,
) -> PyResult {
    let original = original.expect("RustPython can call its builtin functions");
    original(callee, arguments, count, names, vm).inspect_err(|error| say(error, callee, vm))
}

/// Says anew what is wrong, if it is the number of arguments of this very call, or that a class is abstract.
fn say(error: &PyBaseExceptionRef, callee: &PyObject, vm: &VirtualMachine) {
    // An error that has come through Python code is not of this call.
    if error.__traceback__().is_some() || !error.class().is(vm.ctx.exceptions.type_error) {
        return;
    }
    let sentence = error.get_arg(0).and_then(|text| text.downcast::<rustpython_vm::builtins::PyStr>().ok());
    let Some(sentence) = sentence else { return };
    let sentence = sentence.to_string_lossy();
    if let Some(anew) = of_abstract_class(&sentence) {
        let _ = error.as_object().set_attr("args", vm.ctx.new_tuple(vec![vm.ctx.new_str(anew).into()]), vm);
        return;
    }
    let Some((name, rest)) = sentence.split_once(" expected ") else { return };
    let Some((wanted, given)) = rest.split_once(", got ") else { return };
    if !given.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    if VARIADIC.contains(&name) {
        return;
    }
    let wanted = match wanted {
        "1 argument" => "exactly one argument",
        "0 arguments" => "no arguments",
        _ => return,
    };
    let Some(full) = full_name(callee, name, vm) else { return };
    let anew = vm.ctx.new_str(format!("{full}() takes {wanted} ({given} given)"));
    let _ = error.as_object().set_attr("args", vm.ctx.new_tuple(vec![anew.into()]), vm);
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
    let text = |attribute: &'static str| {
        let value = callee.get_attr(attribute, vm).ok()?;
        let value = value.downcast_ref::<rustpython_vm::builtins::PyStr>()?.to_string_lossy().into_owned();
        Some(value)
    };
    let qualified = text("__qualname__")?;
    if qualified.rsplit('.').next() != Some(name) {
        return None;
    }
    match text("__module__") {
        Some(module) if module != "builtins" && !qualified.contains('.') => Some(format!("{module}.{qualified}")),
        _ => Some(qualified),
    }
}
