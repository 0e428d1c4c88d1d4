//! `lab <folder with guest.wasm and library.bin> <file.py> …`: runs Python files as cells of one
//! interpreter, on the native machine, and prints what each gave: a way to try the guest without a browser.

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use paper::Code;
use workbook::bench::{Bench, Tape};
use workbook::engine::native;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let Some((stage, files)) = arguments.split_first() else {
        return Err("usage: lab <folder with guest.wasm and library.bin> <file.py> …".into());
    };
    let began = Instant::now();
    let (image, host) = native::open(stage)?;
    let mut bench = Bench::new(image);
    eprintln!("ready after {:.2} s", began.elapsed().as_secs_f64());
    for file in files {
        let cell = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let code = Code { cell, source: std::fs::read_to_string(file)? };
        let began = Instant::now();
        let end = bench.run(&code, &mut Tape::default());
        let took = began.elapsed();
        print!("{}{}", host.take(1), host.take(2));
        match end {
            Ok(outcome) => {
                let step = bench.checkpoint()?;
                eprintln!("{outcome:#?} in {:.0} ms, {} pages", took.as_secs_f64() * 1e3, step.page_count());
            }
            Err(fault) => eprintln!("{fault:?}: {fault}"),
        }
    }
    Ok(())
}
