//! Finds out which functions of a module are entered while it runs: [`marking`] gives the module with a mark for each function,
//! which the function sets when it is entered. The build runs programs in it and reads the marks (`xtask/boot.mjs`).

use std::convert::Infallible;
use std::error::Error;

use wasm_encoder::reencode::{Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, Function, FunctionSection, GlobalSection, Instruction, Module,
};
use wasmparser::{ExportSectionReader, FunctionBody, FunctionSectionReader, GlobalSectionReader, Parser};

use super::split::{FLAG, Failed};

/// The prefix of the names of exported marks; the number of a function among those of the module itself follows.
const MARK: &str = "mark";

/// Gives the module with a mark for each of its functions: an exported global, 0 at first, which the function sets to 1 when it
/// is entered.
///
/// # Errors
/// If `wasm` is not a valid module.
pub fn marking(wasm: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut module = Module::new();
    Marking::default().parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// Adds marks. The first two fields are set in their order, because a module's sections come in this order.
#[derive(Default)]
struct Marking {
    /// How many functions there are.
    count: u32,
    /// The index of the first mark.
    first: u32,
    /// The number of the function whose body comes next.
    next: u32,
}

impl Reencode for Marking {
    type Error = Infallible;

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Failed> {
        utils::parse_function_section(self, functions, section)?;
        self.count = functions.len();
        Ok(())
    }

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Failed> {
        utils::parse_global_section(self, globals, section)?;
        self.first = globals.len();
        for _ in 0..self.count {
            globals.global(FLAG, &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Failed> {
        utils::parse_export_section(self, exports, section)?;
        for number in 0..self.count {
            exports.export(&format!("{MARK}{number}"), ExportKind::Global, self.first + number);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Failed> {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        function.instruction(&Instruction::I32Const(1)).instruction(&Instruction::GlobalSet(self.first + self.next));
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            function.instruction(&self.parse_instruction(&mut operators)?);
        }
        code.function(&function);
        self.next += 1;
        Ok(())
    }
}
