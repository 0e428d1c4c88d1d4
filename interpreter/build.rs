//! Link settings of the guest, each with the reason for its number.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // Recursion through slots (`__getattr__`, `__repr__`, `sorted(key=…)`) uses this stack *and* the
    // engine's. A Chromium worker has about 500 KiB of the latter; with more than this on our side the
    // engine would overflow first and Python could not raise its RecursionError.
    println!("cargo:rustc-link-arg-cdylib=-zstack-size=524288");
    // A memory bomb must end in the guest, not take the page with it.
    println!("cargo:rustc-link-arg-cdylib=--max-memory=536870912");
}
