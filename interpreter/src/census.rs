//! The native module `_residue`, with which the ledger (`interpreter/python/lib/residue/`) reads many namespaces at
//! once, and hears of registrations that Python itself does not tell.
//!
//! A fingerprint looks at every attribute of every module and class, some 15,000 of them, before and after every
//! statement. Python would be too slow for that. So:
//!
//! 1. [`native::census`] gives each entry of a namespace a *mark*, a number of eight bytes. Equal marks mean that the
//!    entry is the same object as before, or an equal one of a plain immutable type.
//! 2. A namespace whose marks are all as before keeps the tuple that described it the last time. All other namespaces
//!    are listed, and only those are compared entry by entry, in Python.

pub(crate) use native::{forget, module_def};

#[rustpython_vm::pymodule(name = "_residue")]
mod native {
    use std::cell::{Cell, RefCell};
    use std::collections::{HashMap, HashSet};
    use std::hash::{BuildHasherDefault, DefaultHasher};

    use rustpython_vm::{
        AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine,
        builtins::{
            PyBytes, PyCode, PyDict, PyDictRef, PyFunction, PyListRef, PyStrInterned, PyTuple, PyType, PyTypeRef,
        },
    };

    /// How many levels of nested tuples are compared by content; deeper ones are compared by identity.
    const DEPTH: u32 = 3;

    /// Describes the namespaces of some owners (modules, classes, instances). `namespaces` has for each owner a dict,
    /// or a class whose attributes are then read. Gives `({id: (owner, names, values, marks)}, [id, …])`, in which `id`
    /// is the owner's `id()` and `marks` has eight bytes for each entry. `known` is the dict of an earlier answer: a
    /// namespace that has not changed since gets the very same tuple as there. The list has the ids of all others.
    #[pyfunction]
    fn census(owners: PyListRef, namespaces: PyListRef, known: PyDictRef, vm: &VirtualMachine) -> PyResult {
        let marker = Marker::new(vm);
        let found = vm.ctx.new_dict();
        let mut fresh = Vec::new();
        let pairs: Vec<_> = owners.borrow_vec().iter().cloned().zip(namespaces.borrow_vec().iter().cloned()).collect();
        let mut marks = Vec::new();
        for (owner, namespace) in pairs {
            let key: PyObjectRef = vm.ctx.new_int(owner.get_id()).into();
            let entries = entries(&namespace, vm)?;
            marks.clear();
            for (name, value) in &entries {
                let mark = mix(marker.mark(name, 0), marker.mark(value, DEPTH));
                marks.extend_from_slice(&mark.to_le_bytes());
            }
            let before = known.get_item_opt(&*key, vm)?.filter(|before| is_same(before, &owner, &marks));
            let space = before.unwrap_or_else(|| {
                fresh.push(key.clone());
                let (names, values): (Vec<_>, Vec<_>) = entries.into_iter().unzip();
                let (names, values) = (vm.ctx.new_list(names), vm.ctx.new_list(values));
                let marks = vm.ctx.new_bytes(marks.clone());
                vm.ctx.new_tuple(vec![owner, names.into(), values.into(), marks.into()]).into()
            });
            found.set_item(&*key, space, vm)?;
        }
        Ok(vm.ctx.new_tuple(vec![found.into(), vm.ctx.new_list(fresh).into()]).into())
    }

    /// Whether an earlier tuple describes the same owner with the same marks.
    fn is_same(before: &PyObjectRef, owner: &PyObjectRef, marks: &[u8]) -> bool {
        before.downcast_ref::<PyTuple>().is_some_and(|space| {
            let same = space.get(3).and_then(|marks| marks.downcast_ref::<PyBytes>());
            space.first().is_some_and(|known| known.is(owner)) && same.is_some_and(|same| same.as_bytes() == marks)
        })
    }

    /// Names and values of a dict, or of a class with its `__bases__` and `__name__`. Runs no Python.
    fn entries(namespace: &PyObjectRef, vm: &VirtualMachine) -> PyResult<Vec<(PyObjectRef, PyObjectRef)>> {
        if let Some(class) = namespace.downcast_ref::<PyType>() {
            let mut entries = class.attributes.entries();
            let bases: PyObjectRef = class.bases.read().clone().into();
            entries.push((vm.ctx.intern_str("__bases__").to_object(), bases));
            entries.push((vm.ctx.intern_str("__name__").to_object(), vm.ctx.new_str(class.name().to_string()).into()));
            return Ok(entries);
        }
        let dict =
            namespace.downcast_ref::<PyDict>().ok_or_else(|| vm.new_type_error("a dict or a class is needed"))?;
        Ok(dict.items_vec())
    }

    /// The mark of one object; see [`census`].
    #[pyfunction]
    fn mark(value: PyObjectRef, vm: &VirtualMachine) -> u64 {
        Marker::new(vm).mark(&value, DEPTH)
    }

    thread_local! {
        /// Whether what functions are called is a part of their marks.
        static READS_LABELS: Cell<bool> = const { Cell::new(true) };
        /// Marks of functions that were found before, by the function's address and version, and whether a cell has defined it.
        static FUNCTIONS: RefCell<HashMap<(usize, u32), (u64, bool), BuildHasherDefault<DefaultHasher>>> =
            RefCell::default();
    }

    /// Says whether what functions are called is a part of their marks. It takes as long to read as everything else, and only
    /// few programs change it.
    #[pyfunction]
    fn read_labels(reads: bool) {
        READS_LABELS.set(reads);
    }

    /// Empties the table of functions' marks. In the image it would have to be downloaded, which takes longer than
    /// finding the marks again.
    pub(crate) fn forget() {
        FUNCTIONS.with_borrow_mut(|known| *known = HashMap::default());
    }

    /// Makes marks. It has the names of the attributes that it reads of functions.
    struct Marker<'a> {
        vm: &'a VirtualMachine,
        code: &'static PyStrInterned,
        defaults: &'static PyStrInterned,
        kwdefaults: &'static PyStrInterned,
        /// What a function is called and said to be, which can be changed without giving it another version.
        labels: [&'static PyStrInterned; 4],
        /// The functions that class methods, static methods and properties are made of.
        parts: [&'static PyStrInterned; 4],
    }

    /// What the names of cells' files begin with; `presenter.py` makes them.
    const OF_A_CELL: &str = "<cell ";

    impl<'a> Marker<'a> {
        fn new(vm: &'a VirtualMachine) -> Self {
            let name = |name| vm.ctx.intern_str(name);
            let labels = [name("__name__"), name("__doc__"), name("__module__"), name("__type_params__")];
            let parts = [name("__func__"), name("fget"), name("fset"), name("fdel")];
            Self {
                vm,
                code: name("__code__"),
                defaults: name("__defaults__"),
                kwdefaults: name("__kwdefaults__"),
                labels,
                parts,
            }
        }

        /// The mark of an object: a hash of its class and its content for plain immutable types, of its class and its
        /// address for all others. A function's mark also changes with its code and its defaults. `depth` is how many
        /// levels of tuples count as plain.
        fn mark(&self, value: &PyObject, depth: u32) -> u64 {
            let types = &self.vm.ctx.types;
            let class = value.class();
            let kind = class.get_id() as u64;
            let plain = [
                types.str_type,
                types.int_type,
                types.bool_type,
                types.float_type,
                types.bytes_type,
                types.complex_type,
            ];
            if class.is(types.function_type) {
                return self.function(value, depth);
            }
            let holds_functions = [types.classmethod_type, types.staticmethod_type, types.property_type];
            if depth > 0 && READS_LABELS.get() && holds_functions.iter().any(|holder| class.is(*holder)) {
                let parts = self.parts.iter().filter_map(|part| value.get_attr(*part, self.vm).ok());
                let functions = parts.filter(|part| part.class().is(types.function_type));
                return functions
                    .fold(mix(kind, value.get_id() as u64), |mark, part| mix(mark, self.function(&part, 0)));
            }
            if plain.iter().any(|plain| class.is(*plain)) {
                let content = value.hash(self.vm).map_or(value.get_id() as u64, |hash| hash as u64);
                return mix(kind, content);
            }
            if class.is(types.tuple_type) && depth > 0 {
                let items = value.downcast_ref::<PyTuple>().into_iter().flat_map(|tuple| tuple.iter());
                return items.fold(kind, |mark, item| mix(mark, self.mark(item, depth - 1)));
            }
            mix(kind, value.get_id() as u64)
        }

        /// The mark of a function. Its code and its defaults can be replaced; RustPython then gives it another version,
        /// so that part of the mark is worked out once for each version. The attributes of the library's functions count,
        /// too, and if it is read (`read_labels`) what they are called; a function of a cell has them for itself.
        fn function(&self, value: &PyObject, depth: u32) -> u64 {
            let id = value.get_id();
            let version =
                value.downcast_ref::<PyFunction>().map_or(0, |function| function.get_version_for_current_state());
            let known = FUNCTIONS.with_borrow(|known| known.get(&(id, version)).copied());
            let (mut mark, is_own) = known.unwrap_or_else(|| {
                let (mark, lasts) = self.inner(value, depth);
                let is_own = self.is_of_a_cell(value);
                if version != 0 && lasts {
                    FUNCTIONS.with_borrow_mut(|known| known.insert((id, version), (mark, is_own)));
                }
                (mark, is_own)
            });
            if is_own {
                return mark;
            }
            for label in self.labels.iter().filter(|_| READS_LABELS.get()) {
                if let Ok(label) = value.get_attr(*label, self.vm) {
                    mark = mix(mark, self.mark(&label, 1));
                }
            }
            for (name, attribute) in value.dict().into_iter().flat_map(|dict| dict.items_vec()) {
                // A function may be an attribute of its own.
                let is_function = attribute.class().is(self.vm.ctx.types.function_type);
                let content = if is_function { attribute.get_id() as u64 } else { self.mark(&attribute, 1) };
                mark = mix(mix(mark, self.mark(&name, 0)), content);
            }
            mark
        }

        /// Whether a cell has defined a function.
        fn is_of_a_cell(&self, value: &PyObject) -> bool {
            let code = value.get_attr(self.code, self.vm).ok();
            let code = code.and_then(|code| code.downcast::<PyCode>().ok());
            code.is_some_and(|code| code.source_path().as_str().starts_with(OF_A_CELL))
        }

        /// Works a function's mark out. Also says whether the mark holds for as long as the function's version does,
        /// which it does not if there are keyword defaults: they are in a dict that may change by itself.
        fn inner(&self, value: &PyObject, depth: u32) -> (u64, bool) {
            let mut mark = value.get_id() as u64;
            for part in [self.code, self.defaults] {
                if let Ok(part) = value.get_attr(part, self.vm) {
                    mark = mix(mark, self.mark(&part, depth.min(1)));
                }
            }
            if let Ok(named) = value.get_attr(self.kwdefaults, self.vm)
                && let Some(named) = named.downcast_ref::<PyDict>()
            {
                for (name, default) in named.items_vec() {
                    mark = mix(mix(mark, self.mark(&name, 0)), self.mark(&default, 0));
                }
                return (mark, false);
            }
            (mark, true)
        }
    }

    /// One number for two, in their order.
    fn mix(one: u64, other: u64) -> u64 {
        (one.rotate_left(23) ^ other).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    /// `sys.addaudithook`, which also adds the hook to the list `_residue.audit_hooks`.
    #[pyfunction]
    fn addaudithook(hook: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let done: PyObjectRef = original("addaudithook", vm)?.call((hook.clone(),), vm)?;
        let kept = kept("audit_hooks", vm)?;
        vm.call_method(&kept, "append", (hook,))?;
        Ok(done)
    }

    /// `codecs.register`, which also adds the function to the list `_residue.codec_searches`.
    #[pyfunction]
    fn register(search_function: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let done: PyObjectRef = original("register", vm)?.call((search_function.clone(),), vm)?;
        let kept = kept("codec_searches", vm)?;
        vm.call_method(&kept, "append", (search_function,))?;
        Ok(done)
    }

    /// `codecs.unregister`, which also removes the function from the list `_residue.codec_searches`.
    #[pyfunction]
    fn unregister(search_function: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let done: PyObjectRef = original("unregister", vm)?.call((search_function.clone(),), vm)?;
        if let Ok(list) = kept("codec_searches", vm)?.downcast::<rustpython_vm::builtins::PyList>() {
            list.borrow_vec_mut().retain(|search| !search.is(&search_function));
        }
        Ok(done)
    }

    /// `codecs.register_error`, which also adds the handler to the dict `_residue.codec_errors`.
    #[pyfunction]
    fn register_error(errors: PyObjectRef, handler: PyObjectRef, vm: &VirtualMachine) -> PyResult {
        let done: PyObjectRef = original("register_error", vm)?.call((errors.clone(), handler.clone()), vm)?;
        let kept = kept("codec_errors", vm)?;
        vm.call_method(&kept, "__setitem__", (errors, handler))?;
        Ok(done)
    }

    /// The native function of this name, which ours has replaced. boot.py has put it into this module.
    fn original(name: &str, vm: &VirtualMachine) -> PyResult {
        kept(&format!("original_{name}"), vm)
    }

    /// What this module has under a name.
    fn kept(name: &str, vm: &VirtualMachine) -> PyResult {
        vm.import("_residue", 0)?.get_attr(vm.ctx.intern_str(name), vm)
    }

    /// All classes that are alive, each after its bases.
    #[pyfunction]
    fn classes(vm: &VirtualMachine) -> PyResult {
        let mut seen = HashSet::new();
        let mut found: Vec<PyTypeRef> = vec![vm.ctx.types.object_type.to_owned()];
        let mut next = 0;
        while next < found.len() {
            let below: Vec<PyTypeRef> =
                found[next].subclasses.read().iter().filter_map(|weak| weak.upgrade()?.downcast().ok()).collect();
            found.extend(below.into_iter().filter(|class| seen.insert(class.get_id())));
            next += 1;
        }
        Ok(vm.ctx.new_list(found.into_iter().map(Into::into).collect()).into())
    }

    /// Milliseconds since 1970 by the host's clock, which is not recorded on the tape. Only forks may read it;
    /// elsewhere it is None, because a run that had read it could not be repeated.
    #[pyfunction]
    fn clock() -> Option<f64> {
        String::from_utf8(crate::host::ask("clock")?).ok()?.parse().ok()
    }

    /// The functions that `atexit` will call, oldest first.
    #[pyfunction]
    fn atexit_callbacks(vm: &VirtualMachine) -> PyResult {
        let callbacks: Vec<PyObjectRef> =
            vm.state.atexit_funcs.lock().iter().rev().map(|entry| entry.0.clone()).collect();
        Ok(vm.ctx.new_list(callbacks).into())
    }
}
