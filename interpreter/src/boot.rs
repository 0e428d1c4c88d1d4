//! Builds the interpreter, once, while the image is made.
//!
//! 1. RustPython's virtual machine is made with its native modules, except for the one that would call a clock of the
//!    operating system.
//! 2. `boot.py` is run: it puts the missing native modules in place and imports what lessons use. It and our other
//!    Python files come from the host, so that a change of one costs a new image but no new link of the guest.
//! 3. What every run and every question needs is looked up once: the namespace of `__main__`, two functions of
//!    `presenter.py`, and the one of `looking.py`.

use rustpython_vm::{
    Interpreter, PyObjectRef, PyResult, Settings, VirtualMachine, builtins::PyDictRef, compiler::Mode, scope::Scope,
};

use crate::{amends, caches, census, docs, host, wording};

/// The interpreter, and what running a cell or answering a question needs of it.
pub struct Lab {
    /// RustPython's interpreter.
    pub interpreter: Interpreter,
    /// `__main__.__dict__`, where every cell runs.
    pub main: PyDictRef,
    /// `presenter.begin(cell, source) -> filename`
    pub begin: PyObjectRef,
    /// `presenter.present(exception) -> (class name, traceback text, line or None)`
    pub present: PyObjectRef,
    /// `looking.look(question, namespace of __main__) -> answer`; question and answer are dicts of plain data
    pub look: PyObjectRef,
}

impl Lab {
    /// Builds the interpreter.
    ///
    /// # Panics If one of our own Python files raises an exception. Its traceback has then been written to stream 2,
    /// and no image can be made.
    pub fn new() -> Self {
        std::panic::set_hook(Box::new(|panic| {
            host::write(paper::LAST_WORDS, paper::LastWords::Panic(panic.to_string()).to_string().as_bytes());
        }));
        let mut settings = Settings::default();
        settings.hash_seed = Some(0);
        settings.install_signal_handlers = false;
        settings.write_bytecode = false;
        settings.user_site_directory = false;
        settings.argv = vec![String::new()];
        let builder = Interpreter::builder(settings);
        // The native `_datetime` reads a system clock that does not exist here; without it the library
        // falls back to `_pydatetime`, which asks the `time` module.
        let mut modules: Vec<_> = rustpython_stdlib::stdlib_module_defs(&builder.ctx)
            .into_iter()
            .filter(|module| module.name.as_str() != "_datetime")
            .collect();
        modules.push(host::module_def(&builder.ctx));
        modules.push(census::module_def(&builder.ctx));
        let interpreter = builder.add_native_modules(&modules).build();
        let (main, begin, present, look) = interpreter.enter(|vm| {
            amends::os_errors(vm);
            wording::install(vm);
            caches::install(vm);
            docs::install(vm).expect("builtin classes have docstrings");
            prepare(vm).unwrap_or_else(|error| {
                let mut text = String::new();
                let _ = vm.write_exception(&mut text, &error);
                host::write(2, text.as_bytes());
                panic!("boot.py failed");
            })
        });
        Self { interpreter, main, begin, present, look }
    }
}

/// Runs `boot.py`, and gives the last four fields of a [`Lab`] in their order.
fn prepare(vm: &VirtualMachine) -> PyResult<(PyDictRef, PyObjectRef, PyObjectRef, PyObjectRef)> {
    let name = "boot.py";
    let source = host::ask("own/boot.py").expect("the host hands over boot.py at image time");
    let source = String::from_utf8_lossy(&source);
    let code = vm
        .compile(&source, Mode::Exec, format!("<workbook {name}>"))
        .map_err(|error| error.into_pyexception(vm, Some(&source)))?;
    let namespace = vm.ctx.new_dict();
    namespace.set_item("__name__", vm.ctx.new_str("boot").into(), vm)?;
    vm.run_code_obj(code, Scope::with_builtins(None, namespace.clone(), vm))?;
    let presenter = namespace.get_item("presenter", vm)?;
    let main = vm.ensure_main_module()?.dict();
    let look = namespace.get_item("looking", vm)?.get_attr("look", vm)?;
    Ok((main, presenter.get_attr("begin", vm)?, presenter.get_attr("present", vm)?, look))
}
