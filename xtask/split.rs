//! Splits a module in two: a first part, with which Python starts, and the rest of its functions.
//!
//! Most of the guest's functions are seldom called: no program of `tests/compute/` calls two thirds of their bytes. A browser
//! would wait for their download and check them before Python could print its first line. So they are a module of their own,
//! which is loaded after that.
//!
//! The first part keeps the functions that were entered when the build ran programs (`marks`). Each other one that these can call
//! becomes a stub, which has the rest loaded and then calls the function there.
//!
//! The two modules have one memory, one set of globals and two tables: the module's own, and the *far* table, through which each
//! part calls the functions of the other. The first part exports them, and the rest imports them as `guest`. All indices in
//! memory, which are those of the module's own table, mean the same as before, so that a state can pass between the split
//! guest and the whole one.
//!
//! As long as the rest is not there, a stub sets the global `wanted` and calls the import `host.poll` (`safepoint`). There the
//! host instantiates the rest with the imports of the first part and with its exports; that fills the far table and sets the
//! global `whole`. So the guest imports no more than before. `whole` is exported by a name that has a hash of the module in it, so
//! that parts of two versions are never put together.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::error::Error;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, GlobalSection, GlobalType, ImportSection, Instruction, Module, RefType, StartSection,
    TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{
    CodeSectionReader, ElementItems, ElementSectionReader, ExportSectionReader, ExternalKind, FunctionBody,
    FunctionSectionReader, GlobalSectionReader, Operator, Parser, Payload, TableSectionReader, TypeSectionReader,
};
use xxhash_rust::xxh3::xxh3_64;

/// What went wrong with a module.
pub type Failed = reencode::Error<Infallible>;

/// The two parts of a module.
pub struct Parts {
    /// What Python starts with.
    pub first: Vec<u8>,
    /// The functions that the first part lacks.
    pub rest: Vec<u8>,
}

/// A global that is 0 or 1.
pub const FLAG: GlobalType = GlobalType { val_type: ValType::I32, mutable: true, shared: false };

/// Splits a module. `used` has the numbers of the functions that the first part keeps, counted among those of the module itself
/// from 0.
///
/// # Errors
/// If `wasm` is not a valid module, or has what this can't split: more than one table, or functions and data that instructions
/// name in other ways than by calls.
pub fn split(wasm: &[u8], used: &BTreeSet<u32>) -> Result<Parts, Box<dyn Error>> {
    let shape = Shape::of(wasm)?;
    let plan = Plan::new(&shape, used);
    let mut first = Module::new();
    let mut part = First { shape: &shape, plan: &plan, nothing: 0, far: 0, whole: 0, next: 0 };
    part.parse_core_module(&mut first, Parser::new(0), wasm)?;
    Ok(Parts { first: first.finish(), rest: rest(wasm, &shape, &plan)? })
}

/// What is to be known of a module before it is split. Functions have indices here: imports come first.
#[derive(Default)]
struct Shape {
    /// How many functions are imported.
    imports: u32,
    /// The index of the import `host.poll`.
    poll: u32,
    /// How many globals there are.
    globals: u32,
    /// By what name the global `whole` is exported.
    whole: String,
    /// The index of the type of each function of the module itself.
    kinds: Vec<u32>,
    /// How many parameters each type has.
    parameters: Vec<u32>,
    /// The functions that each function of the module itself calls.
    calls: Vec<BTreeSet<u32>>,
    /// The functions that are exported.
    exported: BTreeSet<u32>,
    /// The functions in the table.
    in_table: BTreeSet<u32>,
}

impl Shape {
    fn of(wasm: &[u8]) -> Result<Self, Box<dyn Error>> {
        let mut shape = Self { whole: format!("whole-{:016x}", xxh3_64(wasm)), ..Self::default() };
        let mut tables = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(section) => {
                    for kind in section.into_iter_err_on_gc_types() {
                        shape.parameters.push(u32::try_from(kind?.params().len())?);
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        if import?.name == "poll" {
                            shape.poll = shape.imports;
                        }
                        shape.imports += 1;
                    }
                }
                Payload::FunctionSection(section) => shape.kinds = section.into_iter().collect::<Result<_, _>>()?,
                Payload::TableSection(section) => tables = section.count(),
                Payload::GlobalSection(section) => shape.globals = section.count(),
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            shape.exported.insert(export.index);
                        }
                    }
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        let ElementItems::Functions(functions) = element?.items else {
                            return Err("a table has something else than functions".into());
                        };
                        shape.in_table.extend(functions.into_iter().collect::<Result<Vec<_>, _>>()?);
                    }
                }
                Payload::CodeSectionEntry(body) => shape.calls.push(calls(&body)?),
                _ => {}
            }
        }
        if tables != 1 {
            return Err(format!("the module has {tables} tables").into());
        }
        Ok(shape)
    }

    /// The index of the function with this number.
    fn index(&self, number: u32) -> u32 {
        self.imports + number
    }

    /// The index of the type of a function that is not imported.
    fn kind(&self, function: u32) -> u32 {
        self.kinds[(function - self.imports) as usize]
    }
}

/// The functions that a function calls.
fn calls(body: &FunctionBody<'_>) -> Result<BTreeSet<u32>, Box<dyn Error>> {
    let mut called = BTreeSet::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } => drop(called.insert(function_index)),
            other @ (Operator::RefFunc { .. }
            | Operator::ReturnCall { .. }
            | Operator::MemoryInit { .. }
            | Operator::DataDrop { .. }
            | Operator::TableInit { .. }
            | Operator::ElemDrop { .. }) => return Err(format!("the module has the instruction {other:?}").into()),
            _ => {}
        }
    }
    Ok(called)
}

/// Where each function goes. All are indices in the module that is split.
struct Plan {
    /// The functions that the first part does not keep, in order.
    far: Vec<u32>,
    /// The functions of the rest that the first part can call. They are the first in the far table, in this order.
    away: Vec<u32>,
    /// The functions of the first part that the rest calls. They follow in the far table.
    back: Vec<u32>,
    /// The place of each of these in the far table.
    places: BTreeMap<u32, u32>,
}

impl Plan {
    fn new(shape: &Shape, used: &BTreeSet<u32>) -> Self {
        let numbers = 0..u32::try_from(shape.kinds.len()).unwrap_or(u32::MAX);
        let is_near = |function: &u32| {
            *function < shape.imports
                || used.contains(&(*function - shape.imports))
                || shape.exported.contains(function)
        };
        let (near, far): (Vec<u32>, Vec<u32>) = numbers.map(|number| shape.index(number)).partition(is_near);
        let called_by = |callers: &[u32]| -> BTreeSet<u32> {
            callers.iter().flat_map(|caller| &shape.calls[(caller - shape.imports) as usize]).copied().collect()
        };
        let away =
            called_by(&near).union(&shape.in_table).copied().filter(|called| !is_near(called)).collect::<Vec<_>>();
        let back = called_by(&far).into_iter().filter(|called| is_near(called) && *called >= shape.imports);
        let back = back.collect::<Vec<_>>();
        let places = away.iter().chain(&back).copied().zip(0..).collect();
        Self { far, away, back, places }
    }

    /// Whether a function is in the rest.
    fn is_far(&self, function: u32) -> bool {
        self.far.binary_search(&function).is_ok()
    }

    /// The far table.
    fn table(&self) -> TableType {
        let size = self.places.len() as u64;
        TableType { element_type: RefType::FUNCREF, table64: false, minimum: size, maximum: Some(size), shared: false }
    }
}

/// Makes the first part.
struct First<'a> {
    shape: &'a Shape,
    plan: &'a Plan,
    /// The index of the type of a function that takes and gives nothing, which is added behind all other types.
    nothing: u32,
    /// The index of the far table.
    far: u32,
    /// The index of the global that says whether the rest is there. The one behind it says whether it is wanted.
    whole: u32,
    /// The number of the function whose body comes next.
    next: u32,
}

impl First<'_> {
    /// The index of the function, behind all others, that has the rest loaded if it is not there.
    fn ensure(&self) -> u32 {
        self.shape.index(self.shape.kinds.len() as u32)
    }

    /// The body of a function that is in the rest.
    fn stub(&self, function: u32) -> Function {
        let mut stub = Function::new([]);
        match self.plan.places.get(&function) {
            Some(place) => {
                let kind = self.shape.kind(function);
                stub.instruction(&Instruction::Call(self.ensure()));
                for parameter in 0..self.shape.parameters[kind as usize] {
                    stub.instruction(&Instruction::LocalGet(parameter));
                }
                stub.instruction(&Instruction::I32Const(*place as i32));
                stub.instruction(&Instruction::CallIndirect { type_index: kind, table_index: self.far });
            }
            // Only functions of the rest call it.
            None => drop(stub.instruction(&Instruction::Unreachable)),
        }
        stub.instruction(&Instruction::End);
        stub
    }
}

impl Reencode for First<'_> {
    type Error = Infallible;

    fn parse_type_section(&mut self, types: &mut TypeSection, section: TypeSectionReader<'_>) -> Result<(), Failed> {
        utils::parse_type_section(self, types, section)?;
        self.nothing = types.len();
        types.ty().function([], []);
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Failed> {
        utils::parse_function_section(self, functions, section)?;
        functions.function(self.nothing);
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        section: TableSectionReader<'_>,
    ) -> Result<(), Failed> {
        utils::parse_table_section(self, tables, section)?;
        self.far = tables.len();
        tables.table(self.plan.table());
        Ok(())
    }

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Failed> {
        utils::parse_global_section(self, globals, section)?;
        self.whole = globals.len();
        globals.global(FLAG, &ConstExpr::i32_const(0)).global(FLAG, &ConstExpr::i32_const(0));
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Failed> {
        utils::parse_export_section(self, exports, section)?;
        exports.export("table", ExportKind::Table, 0).export("far", ExportKind::Table, self.far);
        for global in 0..self.shape.globals {
            exports.export(&format!("global{global}"), ExportKind::Global, global);
        }
        exports.export(&self.shape.whole, ExportKind::Global, self.whole);
        exports.export("wanted", ExportKind::Global, self.whole + 1);
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: ElementSectionReader<'_>,
    ) -> Result<(), Failed> {
        utils::parse_element_section(self, elements, section)?;
        let behind = ConstExpr::i32_const(self.plan.away.len() as i32);
        elements.active(Some(self.far), &behind, Elements::Functions((&self.plan.back).into()));
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Result<(), Failed> {
        utils::parse_code_section(self, code, section)?;
        let mut ensure = Function::new([]);
        ensure
            .instruction(&Instruction::GlobalGet(self.whole))
            .instruction(&Instruction::I32Eqz)
            .instruction(&Instruction::If(BlockType::Empty))
            .instruction(&Instruction::I32Const(1))
            .instruction(&Instruction::GlobalSet(self.whole + 1))
            .instruction(&Instruction::Call(self.shape.poll))
            .instruction(&Instruction::End)
            .instruction(&Instruction::End);
        code.function(&ensure);
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Failed> {
        let function = self.shape.index(self.next);
        self.next += 1;
        if self.plan.is_far(function) {
            code.function(&self.stub(function));
            return Ok(());
        }
        utils::parse_function_body(self, code, body)
    }
}

/// Makes the rest.
fn rest(wasm: &[u8], shape: &Shape, plan: &Plan) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut part = Rest { shape, plan };
    let (mut types, mut imports, mut functions) = (TypeSection::new(), ImportSection::new(), FunctionSection::new());
    let (mut elements, mut code) = (ElementSection::new(), CodeSection::new());
    let mut setting = 0;
    let mut number = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                part.parse_type_section(&mut types, section)?;
                setting = types.len();
                types.ty().function([], []);
            }
            Payload::ImportSection(section) => part.parse_import_section(&mut imports, section)?,
            Payload::TableSection(section) => {
                let table = section.into_iter().next().ok_or("there is no table")??;
                let kind = TableType {
                    element_type: RefType::FUNCREF,
                    table64: false,
                    minimum: table.ty.initial,
                    maximum: table.ty.maximum,
                    shared: false,
                };
                imports.import("guest", "table", kind).import("guest", "far", plan.table());
            }
            Payload::MemorySection(section) => {
                let memory = section.into_iter().next().ok_or("there is no memory")??;
                imports.import("guest", "memory", EntityType::Memory(part.memory_type(memory)?));
            }
            Payload::GlobalSection(section) => {
                for (global, declared) in section.into_iter().enumerate() {
                    let kind = part.global_type(declared?.ty)?;
                    imports.import("guest", &format!("global{global}"), EntityType::Global(kind));
                }
                imports.import("guest", &shape.whole, EntityType::Global(FLAG));
            }
            Payload::CodeSectionEntry(body) => {
                if plan.is_far(shape.index(number)) {
                    part.parse_function_body(&mut code, body)?;
                }
                number += 1;
            }
            _ => {}
        }
    }
    for function in &plan.far {
        functions.function(shape.kind(*function));
    }
    functions.function(setting);
    let mut set = Function::new([]);
    set.instruction(&Instruction::I32Const(1))
        .instruction(&Instruction::GlobalSet(shape.globals))
        .instruction(&Instruction::End);
    code.function(&set);
    let away = plan.away.iter().map(|function| part.function_index(*function)).collect::<Result<Vec<_>, _>>()?;
    elements.active(Some(1), &ConstExpr::i32_const(0), Elements::Functions(away.into()));
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions);
    module.section(&StartSection { function_index: shape.imports + plan.far.len() as u32 });
    module.section(&elements).section(&code);
    Ok(module.finish())
}

/// Writes the functions of the rest.
struct Rest<'a> {
    shape: &'a Shape,
    plan: &'a Plan,
}

impl Reencode for Rest<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Failed> {
        if function < self.shape.imports {
            return Ok(function);
        }
        let place =
            self.plan.far.binary_search(&function).expect("functions of the first part are called through the table");
        Ok(self.shape.imports + place as u32)
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Failed> {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        let mut operators = body.get_operators_reader()?;
        while !operators.eof() {
            let near = match operators.clone().read()? {
                Operator::Call { function_index: called } if called >= self.shape.imports => {
                    Some(called).filter(|called| !self.plan.is_far(*called))
                }
                _ => None,
            };
            match near {
                Some(near) => {
                    operators.read()?;
                    function.instruction(&Instruction::I32Const(self.plan.places[&near] as i32));
                    function
                        .instruction(&Instruction::CallIndirect { type_index: self.shape.kind(near), table_index: 1 });
                }
                None => drop(function.instruction(&self.parse_instruction(&mut operators)?)),
            }
        }
        code.function(&function);
        Ok(())
    }
}
