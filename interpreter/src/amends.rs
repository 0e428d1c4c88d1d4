//! What of RustPython is put right from outside: functions and a constructor that differ from CPython's.

use std::cell::Cell;

use rustpython_vm::{
    AsObject, Py, PyObjectRef, PyResult, VirtualMachine,
    builtins::{PyComplex, PyFloat, PyInt, PyType, PyTypeRef},
    function::FuncArgs,
};

/// What makes an instance of a class.
type New = fn(PyTypeRef, FuncArgs, &VirtualMachine) -> PyResult;

thread_local! {
    /// RustPython's own constructor of `OSError`.
    static NEW_OS_ERROR: Cell<Option<New>> = const { Cell::new(None) };
    /// The same of `_socket.socket`.
    static NEW_SOCKET: Cell<Option<New>> = const { Cell::new(None) };
}

/// Has `OSError` choose the subclass by the error's number, as PEP 3151 says. RustPython does so on systems with error numbers
/// only.
pub fn os_errors(vm: &VirtualMachine) {
    let new = &vm.ctx.exceptions.os_error.slots.new;
    NEW_OS_ERROR.set(new.load());
    new.store(Some(new_os_error));
}

/// The constructor of `OSError`, and at first that of the classes that inherit it.
fn new_os_error(class: PyTypeRef, arguments: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let original = NEW_OS_ERROR.get().ok_or_else(|| vm.new_runtime_error("OSError has no constructor yet"))?;
    if !class.is(vm.ctx.exceptions.os_error) {
        // RustPython's constructor looks whether a class has inherited it.
        if class.slots.new.load().is_some_and(|new| std::ptr::fn_addr_eq(new, new_os_error as New)) {
            class.slots.new.store(Some(original));
        }
        return original(class, arguments, vm);
    }
    let number = arguments.args.first().filter(|_| (2..=5).contains(&arguments.args.len()));
    let number = number.and_then(|number| number.downcast_ref::<PyInt>()?.as_bigint().try_into().ok());
    match number.and_then(|number| subclass(number, vm)) {
        Some(subclass) => match subclass.slots.new.load() {
            Some(new) => new(subclass.to_owned(), arguments, vm),
            None => original(class, arguments, vm),
        },
        None => original(class, arguments, vm),
    }
}

/// Has the class of sockets be called with arguments. RustPython's constructor refuses those that are meant for `__init__`.
pub fn sockets(class: &Py<PyType>) {
    NEW_SOCKET.set(class.slots.new.load());
    class.slots.new.store(Some(|class, _arguments, vm| match NEW_SOCKET.get() {
        Some(new) => new(class, FuncArgs::default(), vm),
        None => Err(vm.new_runtime_error("sockets have no constructor")),
    }));
}

/// The subclass of `OSError` for one of Linux's error numbers.
fn subclass(number: i32, vm: &VirtualMachine) -> Option<&'static Py<PyType>> {
    let classes = &vm.ctx.exceptions;
    Some(match number {
        1 | 13 => classes.permission_error,
        2 => classes.file_not_found_error,
        3 => classes.process_lookup_error,
        4 => classes.interrupted_error,
        10 => classes.child_process_error,
        11 | 114 | 115 => classes.blocking_io_error,
        17 => classes.file_exists_error,
        20 => classes.not_a_directory_error,
        21 => classes.is_a_directory_error,
        32 | 108 => classes.broken_pipe_error,
        103 => classes.connection_aborted_error,
        104 => classes.connection_reset_error,
        110 => classes.timeout_error,
        111 => classes.connection_refused_error,
        _ => return None,
    })
}

/// The sum of floats with what rounding has lost, by Neumaier's algorithm.
struct Compensated {
    sum: f64,
    lost: f64,
}

impl Compensated {
    fn add(&mut self, value: f64) {
        let sum = self.sum + value;
        self.lost += if self.sum.abs() >= value.abs() { self.sum - sum + value } else { value - sum + self.sum };
        self.sum = sum;
    }

    /// An infinite sum has lost nothing that is a number.
    fn total(&self) -> f64 {
        if self.lost != 0.0 && self.lost.is_finite() { self.sum + self.lost } else { self.sum }
    }
}

/// `sum()` as CPython has it since 3.12: floats, and since 3.14 complex numbers, are added up without losing what is rounded
/// away at each step.
///
/// # Errors
/// If an item can't be added, or if the sum of texts is asked for.
pub fn sum(iterable: &PyObjectRef, start: PyObjectRef, vm: &VirtualMachine) -> PyResult {
    for (is_text, sentence) in [
        (start.fast_isinstance(vm.ctx.types.str_type), "sum() can't sum strings [use ''.join(seq) instead]"),
        (start.fast_isinstance(vm.ctx.types.bytes_type), "sum() can't sum bytes [use b''.join(seq) instead]"),
        (start.fast_isinstance(vm.ctx.types.bytearray_type), "sum() can't sum bytearray [use b''.join(seq) instead]"),
    ] {
        if is_text {
            return Err(vm.new_type_error(sentence));
        }
    }
    let items = iterable.get_iter(vm)?;
    let mut items = items.into_iter::<PyObjectRef>(vm);
    let mut sum = start;
    while let Some(item) = items.next() {
        let mut next = Some(item?);
        if let Some(mut run) = Run::from(&sum, vm) {
            // As many items as can be added without losing something.
            while let Some(item) = next.take_if(|item| run.add(item, vm)) {
                drop(item);
                next = items.next().transpose()?;
            }
            sum = run.total(vm)?;
        }
        if let Some(item) = next {
            sum = vm._add(&sum, &item)?;
        }
    }
    Ok(sum)
}

/// A sum of floats, or of complex numbers, to which numbers are being added.
struct Run {
    real: Compensated,
    /// `None` if all of them are real.
    imaginary: Option<Compensated>,
}

impl Run {
    /// Goes on from a sum; `None` if that is neither a float nor a complex number.
    fn from(sum: &PyObjectRef, vm: &VirtualMachine) -> Option<Self> {
        let begin = |sum| Compensated { sum, lost: 0.0 };
        if let Some(real) = exact_float(sum, vm) {
            return Some(Self { real: begin(real), imaginary: None });
        }
        let (real, imaginary) = exact_complex(sum, vm)?;
        Some(Self { real: begin(real), imaginary: Some(begin(imaginary)) })
    }

    /// Adds a number, and says whether it was one that can be added here.
    fn add(&mut self, item: &PyObjectRef, vm: &VirtualMachine) -> bool {
        if let Some(value) = real(item, vm) {
            self.real.add(value);
            return true;
        }
        let (Some(imaginary), Some((re, im))) = (&mut self.imaginary, exact_complex(item, vm)) else { return false };
        self.real.add(re);
        imaginary.add(im);
        true
    }

    fn total(self, vm: &VirtualMachine) -> PyResult {
        match self.imaginary {
            None => Ok(vm.ctx.new_float(self.real.total()).into()),
            Some(imaginary) => vm.ctx.types.complex_type.as_object().call((self.real.total(), imaginary.total()), vm),
        }
    }
}

/// The value of a float; `None` of anything else, a subclass too.
fn exact_float(value: &PyObjectRef, vm: &VirtualMachine) -> Option<f64> {
    let value = value.downcast_ref::<PyFloat>().filter(|_| value.class().is(vm.ctx.types.float_type))?;
    Some(value.to_f64())
}

/// The value of a float, or of a whole number that fits into 64 bits.
fn real(value: &PyObjectRef, vm: &VirtualMachine) -> Option<f64> {
    if let Some(value) = exact_float(value, vm) {
        return Some(value);
    }
    let is_int = value.class().is(vm.ctx.types.int_type) || value.class().is(vm.ctx.types.bool_type);
    let value: i64 = value.downcast_ref::<PyInt>().filter(|_| is_int)?.as_bigint().try_into().ok()?;
    Some(value as f64)
}

/// The two parts of a complex number; `None` of anything else.
fn exact_complex(value: &PyObjectRef, vm: &VirtualMachine) -> Option<(f64, f64)> {
    let value = value.downcast_ref::<PyComplex>().filter(|_| value.class().is(vm.ctx.types.complex_type))?;
    let value = value.to_complex64();
    Some((value.re, value.im))
}
