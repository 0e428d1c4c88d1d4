//! Builtin functions whose body is Python of ours: `open`, the functions of `posix`, and others that are native in CPython.
//!
//! To whoever asks, such a function is native. Its type is `builtin_function_or_method`, so it does not bind as a method and
//! `inspect` takes it for what it is in CPython. A trace or profile function hears of the call, but of nothing in it, and
//! the traceback of an exception has no frame of ours. The sentences about wrong arguments are CPython's (Python/getargs.c).

use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
    builtins::{PyBaseExceptionRef, PyModule, PyStr, PyTraceback, PyTuple, PyType, PyTypeRef},
    function::{Callee, FuncArgs, IntoFuncArgs, PyMethodDef, PyMethodFlags, PyNativeFn, PySetterValue},
};

/// What the file names of our own Python files begin with; `presenter.py` has it, too.
const OURS: &str = "<workbook ";

/// The parameters of a function.
pub struct Parameters {
    /// The names of those that can be given by position.
    pub positional: Vec<String>,
    /// How many of them can't be given by name. They come first.
    pub positional_only: usize,
    /// How many of them have no default. They come first.
    pub required: usize,
    /// The names of those that can only be given by name. All of them have a default.
    pub keyword_only: Vec<String>,
}

/// What audit hooks hear of a call before it is made.
pub struct Event {
    /// The event's name.
    pub name: String,
    /// A Python function that gives the event's arguments, as a tuple, for those of the call.
    pub arguments: PyObjectRef,
}

impl Event {
    /// Tells the audit hooks, if there are any. For a call whose arguments do not fit, they hear of none: it will fail.
    fn raise(&self, call: &FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
        vm.audit(&self.name, || {
            let arguments = self.arguments.call(call.clone(), vm).ok();
            let arguments = arguments.and_then(|arguments| arguments.downcast::<PyTuple>().ok());
            FuncArgs::from(arguments.map(|arguments| arguments.as_slice().to_vec()).unwrap_or_default())
        })
    }
}

/// Makes a builtin function of the module `module` that calls the Python function `function`. `doc` is its docstring, which
/// begins with its signature in the form of CPython's own docstrings (`name($module, …)\n--\n\n`).
pub fn of_module(
    function: PyObjectRef,
    module: PyRef<PyModule>,
    name: &str,
    doc: &str,
    parameters: Parameters,
    event: Option<Event>,
    vm: &VirtualMachine,
) -> PyResult {
    let full = match name_of(&module, vm)?.as_str() {
        "builtins" => name.to_owned(),
        module => format!("{module}.{name}"),
    };
    let short = name.to_owned();
    let call = move |vm: &VirtualMachine, arguments: FuncArgs, _: Callee| {
        parameters.check(&short, &full, &arguments, 0, vm)?;
        if let Some(event) = &event {
            event.raise(&arguments, vm)?;
        }
        unheard(&function, arguments, vm)
    };
    in_module(definition(name, doc, call), module, vm)
}

/// Makes a method of `class` that calls the Python function `function`; its first parameter, `self`, is not among
/// `parameters`.
pub fn of_class(
    function: PyObjectRef,
    class: PyTypeRef,
    name: &str,
    doc: &str,
    parameters: Parameters,
    vm: &VirtualMachine,
) -> PyObjectRef {
    let (short, full) = (name.to_owned(), format!("{}.{name}", class.name()));
    let call = move |vm: &VirtualMachine, arguments: FuncArgs, _: Callee| {
        parameters.check(&short, &full, &arguments, 1, vm)?;
        unheard(&function, arguments, vm)
    };
    let method = definition(name, doc, call).to_method(forever(class), &vm.ctx);
    method.into_ref(&vm.ctx).into()
}

/// Gives a builtin class a method that takes the place of one of a slot.
pub fn slot_method(
    class: &'static Py<PyType>,
    name: &str,
    doc: &str,
    call: fn(FuncArgs, &VirtualMachine) -> PyResult<()>,
    vm: &VirtualMachine,
) {
    let call = move |vm: &VirtualMachine, arguments: FuncArgs, _: Callee| {
        call(arguments, vm)?;
        Ok(vm.ctx.none())
    };
    class.set_str_attr(name, definition(name, doc, call).to_method(class, &vm.ctx).into_ref(&vm.ctx), &vm.ctx);
}

/// Makes an attribute of `class` that nobody can set, and whose value the Python function `getter` gives.
pub fn attribute(getter: PyObjectRef, class: PyTypeRef, name: &str, vm: &VirtualMachine) -> PyObjectRef {
    let getter = OneThread(getter);
    let get = move |instance: PyObjectRef, vm: &VirtualMachine| unheard(getter.value(), (instance,).into_args(vm), vm);
    vm.ctx.new_readonly_getset(name, forever(class), get).into()
}

/// Makes a builtin function that does what the builtin function `original` does, after audit hooks have heard of it.
pub fn audited(
    original: PyObjectRef,
    module: PyRef<PyModule>,
    name: &str,
    doc: &str,
    event: Event,
    vm: &VirtualMachine,
) -> PyResult {
    let call = move |vm: &VirtualMachine, arguments: FuncArgs, _: Callee| {
        event.raise(&arguments, vm)?;
        original.call(arguments, vm)
    };
    in_module(definition(name, doc, call), module, vm)
}

/// Makes a builtin function that calls what the Python function `choose` gives, which has returned by then; `None` if that
/// gives `None`.
pub fn chosen(choose: PyObjectRef, module: PyRef<PyModule>, name: &str, doc: &str, vm: &VirtualMachine) -> PyResult {
    let call = move |vm: &VirtualMachine, arguments: FuncArgs, _: Callee| {
        let chosen = unheard(&choose, FuncArgs::default(), vm)?;
        if vm.is_none(&chosen) { Ok(chosen) } else { chosen.call(arguments, vm) }
    };
    in_module(definition(name, doc, call), module, vm)
}

/// Gives a class another attribute in the place of `original`, which is read, set and deleted through `original`. `read` may
/// give another value than `original` has given, and `write` another one than is to be set; it hears `None` of a value that
/// is deleted.
///
/// # Errors
/// If `original` is no attribute that can be set.
pub fn attribute_over(
    original: &PyObject,
    class: PyTypeRef,
    name: &str,
    read: impl Fn(&PyObjectRef, PyObjectRef, &VirtualMachine) -> PyObjectRef + 'static,
    write: impl Fn(&PyObjectRef, Option<PyObjectRef>, &VirtualMachine) -> PyResult<Option<PyObjectRef>> + 'static,
    vm: &VirtualMachine,
) -> PyResult {
    let part = |part: &'static str| original.get_attr(part, vm);
    let getter = OneThread((part("__get__")?, class.clone(), read));
    let setters = OneThread((part("__set__")?, part("__delete__")?, write));
    let get = move |instance: PyObjectRef, vm: &VirtualMachine| -> PyResult {
        let (get, class, read) = getter.value();
        let value = get.call((instance.clone(), class.clone()), vm)?;
        Ok(read(&instance, value, vm))
    };
    let set = move |instance: PyObjectRef, value: PySetterValue, vm: &VirtualMachine| -> PyResult<()> {
        let (set, delete, write) = setters.value();
        let given = match value {
            PySetterValue::Assign(value) => Some(value),
            PySetterValue::Delete => None,
        };
        match write(&instance, given, vm)? {
            Some(value) => set.call((instance, value), vm),
            None => delete.call((instance,), vm),
        }
        .map(|_| ())
    };
    Ok(vm.ctx.new_static_getset(name, forever(class), get, set).into())
}

/// Makes an attribute of `class` that reads and sets what `original` does, after audit hooks have heard that it is set
/// (`object.__setattr__`). `fitting`, a Python function, gives the value that is set for the instance and the value that was
/// given.
pub fn audited_attribute(
    original: PyObjectRef,
    class: PyTypeRef,
    name: &str,
    fitting: PyObjectRef,
    vm: &VirtualMachine,
) -> PyResult {
    let called = name.to_owned();
    let write = move |instance: &PyObjectRef, given: Option<PyObjectRef>, vm: &VirtualMachine| {
        let name = || vm.ctx.new_str(called.as_str());
        match given {
            Some(value) => {
                vm.audit("object.__setattr__", || (instance.clone(), name(), value.clone()))?;
                fitting.call((instance.clone(), value), vm).map(Some)
            }
            None => vm.audit("object.__delattr__", || (instance.clone(), name())).map(|()| None),
        }
    };
    attribute_over(&original, class, name, |_, value, _| value, write, vm)
}

/// A value that may be used where values that pass between threads are wanted.
struct OneThread<T>(T);

// SAFETY: the guest has one thread.
unsafe impl<T> Send for OneThread<T> {}
// SAFETY: the same.
unsafe impl<T> Sync for OneThread<T> {}

impl<T> OneThread<T> {
    const fn value(&self) -> &T {
        &self.0
    }
}

/// What an attribute says, if it is a string.
pub fn text(object: &PyObject, attribute: &'static str, vm: &VirtualMachine) -> Option<String> {
    let value = object.get_attr(attribute, vm).ok()?;
    Some(value.downcast_ref::<PyStr>()?.to_string_lossy().into_owned())
}

/// What a module is called.
fn name_of(module: &PyRef<PyModule>, vm: &VirtualMachine) -> PyResult<String> {
    text(module.as_object(), "__name__", vm).ok_or_else(|| vm.new_type_error("a module's name is a string"))
}

/// Makes a function of a module.
fn in_module(definition: &'static PyMethodDef, module: PyRef<PyModule>, vm: &VirtualMachine) -> PyResult {
    let name = vm.ctx.intern_str(name_of(&module, vm)?);
    Ok(definition.to_function().with_module(name).with_module_object(module.into()).into_ref(&vm.ctx).into())
}

/// Builtin functions and their classes are there as long as the interpreter, so nothing of them is ever given back.
fn definition(name: &str, doc: &str, call: impl PyNativeFn) -> &'static PyMethodDef {
    Box::leak(Box::new(PyMethodDef {
        name: leaked(name),
        func: Box::leak(Box::new(call)),
        flags: PyMethodFlags::VARARGS.union(PyMethodFlags::KEYWORDS),
        doc: Some(leaked(doc)),
    }))
}

/// The class, which stays as long as the interpreter.
fn forever(class: PyTypeRef) -> &'static Py<PyType> {
    Box::leak(Box::new(class))
}

fn leaked(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

/// Calls a function of which trace and profile functions do not hear, and which leaves no frame of ours in a traceback.
fn unheard(function: &PyObject, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let before = vm.use_tracing.replace(false);
    let result = function.call(arguments, vm);
    // A function of the reader's, such as an `opener`, may have called `sys.settrace` meanwhile.
    vm.use_tracing.set(before || vm.use_tracing.get());
    result.inspect_err(|error| leave_out_our_frames(error, vm))
}

/// Takes the frames of our own Python files out of an exception's traceback. Frames of the reader's functions, which ours
/// may have called, stay.
fn leave_out_our_frames(error: &PyBaseExceptionRef, vm: &VirtualMachine) {
    let mut kept = Vec::new();
    let mut link = error.__traceback__();
    while let Some(traceback) = link {
        link = traceback.next.lock().clone();
        if !traceback.frame.iframe().code().source_path().as_str().starts_with(OURS) {
            kept.push(traceback);
        }
    }
    let chain = kept.into_iter().rev().fold(None, |next, traceback| {
        let link = PyTraceback::new(next, traceback.frame.clone(), traceback.lasti, traceback.lineno);
        Some(link.into_ref(&vm.ctx))
    });
    error.set_traceback(chain);
}

impl Parameters {
    /// Checks the arguments of a call, of which the first `leading` ones are not its caller's. `name` is the function's name,
    /// `full` the same behind that of its module or class.
    ///
    /// # Errors
    /// The exception that CPython would raise.
    fn check(&self, name: &str, full: &str, given: &FuncArgs, leading: usize, vm: &VirtualMachine) -> PyResult<()> {
        match self.objection(name, full, given, given.args.len().saturating_sub(leading)) {
            Some(objection) => Err(vm.new_type_error(objection)),
            None => Ok(()),
        }
    }

    /// What CPython would say against these arguments, of which so many are given by position.
    fn objection(&self, name: &str, full: &str, given: &FuncArgs, positions: usize) -> Option<String> {
        let names = given.kwargs.len();
        let (allowed, all) = (self.positional.len(), self.positional.len() + self.keyword_only.len());
        if self.positional_only == all {
            if names > 0 {
                return Some(format!("{full}() takes no keyword arguments"));
            }
            return self.positions_only(name, full, positions);
        }
        if positions + names > all {
            let keyword = if positions == 0 { "keyword " } else { "" };
            return Some(format!(
                "{name}() takes at most {all} {keyword}argument{} ({} given)",
                plural(all),
                positions + names
            ));
        }
        if positions > allowed {
            let bound = if self.required < allowed { "at most" } else { "exactly" };
            return Some(match allowed {
                0 => format!("{name}() takes no positional arguments"),
                _ => {
                    format!(
                        "{name}() takes {bound} {allowed} positional argument{} ({positions} given)",
                        plural(allowed)
                    )
                }
            });
        }
        if positions < self.required.min(self.positional_only) {
            let least = self.required.min(self.positional_only);
            let bound = if least < allowed { "at least" } else { "exactly" };
            return Some(format!(
                "{name}() takes {bound} {least} positional argument{} ({positions} given)",
                plural(least)
            ));
        }
        for (index, parameter) in self.positional.iter().enumerate().take(self.required).skip(positions) {
            if !given.kwargs.contains_key(parameter.as_str()) {
                return Some(format!("{name}() missing required argument '{parameter}' (pos {})", index + 1));
            }
        }
        for keyword in given.kwargs.keys() {
            let keyword = keyword.to_string_lossy();
            let position = self.positional.iter().position(|parameter| *parameter == keyword);
            match position.filter(|position| *position >= self.positional_only) {
                Some(position) if position < positions => {
                    return Some(format!(
                        "argument for {name}() given by name ('{keyword}') and position ({})",
                        position + 1
                    ));
                }
                None if !self.keyword_only.iter().any(|parameter| *parameter == keyword) => {
                    return Some(format!("{name}() got an unexpected keyword argument '{keyword}'"));
                }
                _ => {}
            }
        }
        None
    }

    /// The same, for a function whose arguments all are given by position.
    fn positions_only(&self, name: &str, full: &str, positions: usize) -> Option<String> {
        let most = self.positional.len();
        if (self.required..=most).contains(&positions) {
            return None;
        }
        Some(match (self.required, most) {
            (_, 0) => format!("{full}() takes no arguments ({positions} given)"),
            (1, 1) => format!("{full}() takes exactly one argument ({positions} given)"),
            (least, most) => {
                let (bound, limit) = if least == most {
                    ("", least)
                } else if positions < least {
                    ("at least ", least)
                } else {
                    ("at most ", most)
                };
                format!("{name} expected {bound}{limit} argument{}, got {positions}", plural(limit))
            }
        })
    }
}

fn plural(number: usize) -> &'static str {
    if number == 1 { "" } else { "s" }
}
