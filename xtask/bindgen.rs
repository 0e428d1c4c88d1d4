//! `bindgen <program.wasm> <out>`: makes the JavaScript that loads a program in WebAssembly. It is a classic script: workers and
//! the single file know no other.

use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [program, out] = arguments.as_slice() else {
        return Err("usage: bindgen <program.wasm> <out>".into());
    };
    let mut bindgen = Bindgen::new();
    Ok(bindgen.input_path(program).typescript(false).no_modules(true)?.generate(out)?)
}
