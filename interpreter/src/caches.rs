//! Keeps RustPython's inline caches true where it does not do so itself.
//!
//! An instruction that has read an attribute remembers where it found it, for as long as the class is unchanged. Two changes
//! of *another* class make that false, and RustPython does not notice them:
//!
//! 1. The class of what was found becomes a descriptor: it gets a `__get__`, `__set__` or `__delete__`, or loses one.
//! 2. A class is changed from which another one inherits by its metaclass's `mro()` only, so that it is none of its bases.
//!
//! Both are seen where an attribute of a class is set. All that was remembered is then forgotten, which costs the time to find
//! it again.

use std::cell::Cell;

use rustpython_vm::{
    AsObject, Py, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine,
    builtins::{PyStr, PyType, PyTypeRef},
    function::{FuncArgs, PySetterValue},
};

use crate::{face, wording};

type SetAttribute = fn(&PyObject, &Py<PyStr>, PySetterValue, &VirtualMachine) -> PyResult<()>;
type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;

thread_local! {
    /// How RustPython sets an attribute of a class.
    static SET: Cell<Option<SetAttribute>> = const { Cell::new(None) };
    /// How RustPython makes a class.
    static NEW: Cell<Option<New>> = const { Cell::new(None) };
    /// Whether there is a class whose metaclass has an `mro()` of its own.
    static HAS_OWN_ORDER: Cell<bool> = const { Cell::new(false) };
}

/// Takes its place where classes are made and changed.
pub fn install(vm: &VirtualMachine) {
    let slots = &vm.ctx.types.type_type.slots;
    SET.set(slots.setattro.load());
    slots.setattro.store(Some(set_attribute));
    // RustPython's methods with these names refuse a class that sets attributes in another way than they do.
    let doc = "__setattr__($self, name, value, /)\n--\n\nImplement setattr(self, name, value).";
    face::slot_method(
        vm.ctx.types.type_type,
        "__setattr__",
        doc,
        |arguments, vm| {
            let (class, name, value): (PyObjectRef, PyObjectRef, PyObjectRef) = arguments.bind(vm)?;
            set_attribute(&class, &*named(&name, vm)?, PySetterValue::Assign(value), vm)
        },
        vm,
    );
    let doc = "__delattr__($self, name, /)\n--\n\nImplement delattr(self, name).";
    face::slot_method(
        vm.ctx.types.type_type,
        "__delattr__",
        doc,
        |arguments, vm| {
            let (class, name): (PyObjectRef, PyObjectRef) = arguments.bind(vm)?;
            set_attribute(&class, &*named(&name, vm)?, PySetterValue::Delete, vm)
        },
        vm,
    );
    NEW.set(slots.new.load());
    slots.new.store(Some(new_class));
}

/// The name of an attribute.
fn named(name: &PyObjectRef, vm: &VirtualMachine) -> PyResult<PyRef<PyStr>> {
    name.clone()
        .downcast::<PyStr>()
        .map_err(|name| vm.new_type_error(format!("attribute name must be string, not '{}'", name.class().name())))
}

fn set_attribute(class: &PyObject, name: &Py<PyStr>, value: PySetterValue, vm: &VirtualMachine) -> PyResult<()> {
    let original = SET.get().expect("RustPython can set an attribute of a class");
    original(class, name, value, vm)?;
    let makes_descriptor = matches!(name.as_bytes(), b"__get__" | b"__set__" | b"__delete__");
    if makes_descriptor || HAS_OWN_ORDER.get() {
        // Everything is an object, so this reaches all classes.
        vm.ctx.types.object_type.modified();
    }
    Ok(())
}

fn new_class(metaclass: PyTypeRef, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let original = NEW.get().expect("RustPython can make a class");
    let made: PyObjectRef = original(metaclass, arguments, vm)?;
    if let Some(metaclass) = made.downcast_ref::<PyType>()
        && metaclass.fast_issubclass(vm.ctx.types.type_type)
    {
        wording::install_in(metaclass);
    }
    let is_ordinary = made.class().is(vm.ctx.types.type_type);
    if !is_ordinary && !HAS_OWN_ORDER.get() {
        let name = vm.ctx.intern_str("mro");
        let own = made.class().get_attr(name);
        let usual = vm.ctx.types.type_type.get_attr(name);
        if own.zip(usual).is_some_and(|(own, usual)| !own.is(&usual)) {
            HAS_OWN_ORDER.set(true);
        }
    }
    Ok(made)
}
