//! Safepoint polls: changes a module so that its loops call the import `host.poll` once in a while.
//!
//! `worker.terminate()` ends WebAssembly at once in Chromium and Firefox. WebKit (2.50) notices it only where
//! JavaScript is entered: after its worker was ended, a loop in WebAssembly that calls no import runs on for ever, and
//! keeps a core and all its memory. The call of `host.poll` enters JavaScript. There the host also ends a fork whose
//! time is over.
//!
//! 1. The module gets a new import, `host.poll`, and a new global, the count.
//! 2. Functions behind the imports have new indices then, so all references to them are changed.
//! 3. At the beginning of each turn, every loop that can be long takes one from the count. At 0 it sets the count back
//!    to its start and calls `host.poll`.
//!
//! The count is a global because memory is the interpreter's state: a count in memory would differ from run to run.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, EntityType, Function, GlobalSection, GlobalType, ImportSection, Instruction,
    Module, TypeSection, ValType,
};
use wasmparser::{FunctionBody, GlobalSectionReader, ImportSectionReader, Operator, Parser, TypeSectionReader};

/// How many turns of loops there are between two polls. A turn of the loop that evaluates Python's bytecode takes 10 to
/// 100 ns, so there is a poll every few milliseconds, which takes too little time to be measured.
const TURNS: i32 = 1 << 15;

/// Gives the module with polls in its loops.
///
/// # Errors
/// If `wasm` is not a valid module.
pub fn with_polls(wasm: &[u8]) -> Result<Vec<u8>, Error<Infallible>> {
    let mut module = Module::new();
    Polls::default().parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// What is known of the module so far. The fields are set in this order, because a module's sections come in this
/// order.
#[derive(Default)]
struct Polls {
    /// The index of the type of `host.poll`, which is added behind all other types.
    poll_type: u32,
    /// The index of `host.poll`, which is added behind all other imports. Functions that had this index or a higher one
    /// move up by one.
    poll: Option<u32>,
    /// The index of the count, which is added behind all other globals.
    count: u32,
}

impl Reencode for Polls {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(if self.poll.is_some_and(|poll| function >= poll) { function + 1 } else { function })
    }

    fn parse_type_section(
        &mut self,
        types: &mut TypeSection,
        section: TypeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_type_section(self, types, section)?;
        self.poll_type = types.len();
        types.ty().function([], []);
        Ok(())
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        utils::parse_import_section(self, imports, section)?;
        // The guest imports nothing but functions, so their number is the index of the next one; tests/guest/imports.rs
        // checks the list.
        self.poll = Some(imports.len());
        imports.import("host", "poll", EntityType::Function(self.poll_type));
        Ok(())
    }

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
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
    /// Writes the instructions that count down and poll.
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

/// Says for each loop of a function, in order, whether it can be long: whether it contains a call or another loop.
/// Loops without either copy, compare or count. They end by themselves, and they are the ones that polls would slow
/// down most.
fn long_loops(body: &FunctionBody<'_>) -> Result<Vec<bool>, Error<Infallible>> {
    let mut long = Vec::new();
    // The blocks that are open: a loop's number, or `None` for a block that is not a loop.
    let mut open: Vec<Option<usize>> = Vec::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Loop { .. } => {
                mark(&mut long, &open);
                open.push(Some(long.len()));
                long.push(false);
            }
            Operator::Block { .. } | Operator::If { .. } | Operator::Try { .. } | Operator::TryTable { .. } => {
                open.push(None)
            }
            Operator::End => {
                open.pop();
            }
            Operator::Call { .. } | Operator::CallIndirect { .. } => mark(&mut long, &open),
            _ => {}
        }
    }
    Ok(long)
}

/// Says of all open loops that they can be long.
fn mark(long: &mut [bool], open: &[Option<usize>]) {
    for number in open.iter().flatten() {
        long[*number] = true;
    }
}
