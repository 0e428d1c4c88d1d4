//! The docstrings of builtin functions and classes. They are in the library, where the host has them, in a file for each
//! module and each class (`docs/<module>.<class>.json`, an object of docstrings by name; a class's own is in its module's),
//! and are fetched when one is asked for (xtask/docs.rs).

use std::collections::BTreeMap;

use rustpython_vm::{AsObject, Py, PyObjectRef, PyResult, VirtualMachine, builtins::PyType, types::PyTypeFlags};

use crate::{face, host};

/// The docstring of `name` in a module (`builtins`) or a class (`builtins.int`).
fn find(owner: &str, name: &str) -> Option<String> {
    let file = host::ask(&format!("lib/docs/{owner}.json"))?;
    let mut docs: BTreeMap<String, String> = serde_json::from_slice(&file).ok()?;
    docs.remove(name)
}

/// Has an attribute `__doc__` of builtin functions, methods, attributes and classes look into the library, where RustPython
/// itself knows no docstring.
///
/// # Errors
/// If a class has no `__doc__`, which RustPython gives to all of them.
pub fn install(vm: &VirtualMachine) -> PyResult<()> {
    let types = &vm.ctx.types;
    for class in [
        types.builtin_function_or_method_type,
        types.method_descriptor_type,
        types.classmethod_descriptor_type,
        types.wrapper_descriptor_type,
        types.method_wrapper_type,
        types.getset_type,
        types.member_descriptor_type,
        types.type_type,
    ] {
        let name = vm.ctx.intern_str("__doc__");
        let original = class.get_attr(name).ok_or_else(|| vm.new_attribute_error("__doc__"))?;
        let read = |object: &PyObjectRef, known: PyObjectRef, vm: &VirtualMachine| {
            let found = if vm.is_none(&known) { documented(object, vm) } else { None };
            found.map_or(known, |text| vm.ctx.new_str(text).into())
        };
        let attribute =
            face::attribute_over(&original, class.to_owned(), "__doc__", read, |_, given, _| Ok(given), vm)?;
        class.set_attr(name, attribute);
    }
    Ok(())
}

/// The docstring in the library of a builtin function, method, attribute or class.
fn documented(object: &PyObjectRef, vm: &VirtualMachine) -> Option<String> {
    let module_of =
        |class: &Py<PyType>| face::text(class.as_object(), "__module__", vm).unwrap_or_else(|| "builtins".to_owned());
    if let Ok(class) = object.clone().downcast::<PyType>() {
        let is_static = !class.slots.flags.has_feature(PyTypeFlags::HEAPTYPE);
        return if is_static { find(&module_of(&class), &class.slot_name()) } else { None };
    }
    let name = face::text(object, "__name__", vm)?;
    let owner = object.get_attr("__objclass__", vm).or_else(|_| {
        // A bound method has the instance, a function of a module the module.
        object.get_attr("__self__", vm)
    });
    let class = owner.ok().and_then(|owner| match owner.downcast::<PyType>() {
        Ok(class) => Some(class),
        Err(owner) if owner.class().is(vm.ctx.types.module_type) || vm.is_none(&owner) => None,
        Err(owner) => Some(owner.class().to_owned()),
    });
    match class {
        // A method may be inherited.
        Some(class) => class
            .mro_map_collect(|class| class.to_owned())
            .iter()
            .find_map(|class| find(&format!("{}.{}", module_of(class), class.slot_name()), &name)),
        None => find(&face::text(object, "__module__", vm)?, &name),
    }
}
