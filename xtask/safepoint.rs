//! Safepoint polls: the guest, once in a while, calls out of its loops.
//!
//! `worker.terminate()` ends WebAssembly at once in Chromium and Firefox. WebKit (2.50) looks only where
//! JavaScript is entered: a loop in WebAssembly that calls nothing outside runs on for ever after its worker
//! was ended, with a core and all its memory. So every loop that can be long counts down, and at nought calls
//! the import `host.poll`, which does nothing but be JavaScript.
//!
//! The count is a global of the instance: memory, which is the interpreter's state, knows nothing of it.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, EntityType, Function, GlobalSection, GlobalType, ImportSection, Instruction,
    Module, TypeSection, ValType,
};
use wasmparser::{FunctionBody, GlobalSectionReader, ImportSectionReader, Operator, Parser, TypeSectionReader};

/// Turns of a loop between two polls. An eval loop's turn takes 10 to 100 ns, so a poll comes every few
/// milliseconds at the latest and costs nothing to speak of.
const TURNS: i32 = 1 << 15;

/// The module with its polls.
///
/// # Errors
/// If it is no valid module.
pub fn with_polls(wasm: &[u8]) -> Result<Vec<u8>, Error<Infallible>> {
    let mut module = Module::new();
    Polls::default().parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// What is known of the module so far; sections come in this order.
#[derive(Default)]
struct Polls {
    /// The type of `host.poll`, the last one.
    poll_type: u32,
    /// The index of `host.poll`, the last import. Functions from here on move up by one.
    poll: Option<u32>,
    /// The index of the count, the last global.
    count: u32,
}

impl Reencode for Polls {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(if self.poll.is_some_and(|poll| function >= poll) { function + 1 } else { function })
    }

    fn parse_type_section(&mut self, types: &mut TypeSection, section: TypeSectionReader<'_>) -> Result<(), Error<Infallible>> {
        utils::parse_type_section(self, types, section)?;
        self.poll_type = types.len();
        types.ty().function([], []);
        Ok(())
    }

    fn parse_import_section(&mut self, imports: &mut ImportSection, section: ImportSectionReader<'_>) -> Result<(), Error<Infallible>> {
        utils::parse_import_section(self, imports, section)?;
        // The guest imports functions only; tests/guest checks the list.
        self.poll = Some(imports.len());
        imports.import("host", "poll", EntityType::Function(self.poll_type));
        Ok(())
    }

    fn parse_global_section(&mut self, globals: &mut GlobalSection, section: GlobalSectionReader<'_>) -> Result<(), Error<Infallible>> {
        utils::parse_global_section(self, globals, section)?;
        self.count = globals.len();
        let count = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(count, &ConstExpr::i32_const(TURNS));
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error<Infallible>> {
        let long = long_loops(&body)?;
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        let mut operators = body.get_operators_reader()?;
        let mut loops = long.into_iter();
        while !operators.eof() {
            let is_long = matches!(operators.clone().read()?, Operator::Loop { .. }) && loops.next() == Some(true);
            function.instruction(&self.parse_instruction(&mut operators)?);
            if is_long {
                self.poll_here(&mut function);
            }
        }
        code.function(&function);
        Ok(())
    }
}

impl Polls {
    fn poll_here(&self, function: &mut Function) {
        function
            .instruction(&Instruction::GlobalGet(self.count))
            .instruction(&Instruction::I32Const(1))
            .instruction(&Instruction::I32Sub)
            .instruction(&Instruction::GlobalSet(self.count))
            .instruction(&Instruction::GlobalGet(self.count))
            .instruction(&Instruction::I32Eqz)
            .instruction(&Instruction::If(BlockType::Empty))
            .instruction(&Instruction::I32Const(TURNS))
            .instruction(&Instruction::GlobalSet(self.count))
            .instruction(&Instruction::Call(self.poll.unwrap_or_default()))
            .instruction(&Instruction::End);
    }
}

/// Of a function's loops, in order: whether it contains a call or another loop. The innermost ones that call
/// nothing copy, compare or count; they end by themselves, and are the hottest.
fn long_loops(body: &FunctionBody<'_>) -> Result<Vec<bool>, Error<Infallible>> {
    let mut long = Vec::new();
    // The blocks that are open, and of a loop its number.
    let mut open: Vec<Option<usize>> = Vec::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Loop { .. } => {
                mark(&mut long, &open);
                open.push(Some(long.len()));
                long.push(false);
            }
            Operator::Block { .. } | Operator::If { .. } | Operator::Try { .. } | Operator::TryTable { .. } => open.push(None),
            Operator::End => {
                open.pop();
            }
            Operator::Call { .. } | Operator::CallIndirect { .. } => mark(&mut long, &open),
            _ => {}
        }
    }
    Ok(long)
}

fn mark(long: &mut [bool], open: &[Option<usize>]) {
    for number in open.iter().flatten() {
        long[*number] = true;
    }
}
