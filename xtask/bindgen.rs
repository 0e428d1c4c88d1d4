//! `bindgen <program.wasm> <web | no-modules> <out>`: makes the JavaScript that loads a program in WebAssembly: in a page
//! (`web`, a module) or in a worker (`no-modules`, a classic script).

use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, kind, out] = arguments.as_slice() else {
        return Err("usage: bindgen <program.wasm> <web | no-modules> <out>".into());
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(program).typescript(false);
    match kind.as_str() {
        "web" => bindgen.web(true)?,
        "no-modules" => bindgen.no_modules(true)?,
        other => return Err(format!("a program is loaded as `web` or `no-modules`, not as {other:?}").into()),
    };
    Ok(bindgen.generate(out)?)
}
