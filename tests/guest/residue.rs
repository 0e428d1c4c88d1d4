//! The residue corpora: small programs, each with the exact findings that its ledger must have. Those in `tests/leaks/` come
//! from public reports of what test suites and plugins have left behind; they were written before the ledger was made to see
//! it, and `tests/leaks/missed.txt` has the names of those that it still has wrong. A name of one that it has right fails.
//!
//! Each program is a file. It begins with lines `# finds: <kind> <target> <status>`, one for each
//! finding, or with the line `# finds: nothing`. Then come its cells, with a line `# --- next cell` between each two.
//! The findings are those of the last cell.

use std::collections::BTreeSet;
use std::path::Path;

use paper::{Code, Fault, Finding};

use crate::{Lab, film_of};

const NEXT_CELL: &str = "# --- next cell\n";

/// A program of the corpus.
struct Program {
    /// The name of its file, without `.py`.
    name: String,
    /// The findings that it must have, each as `kind target status`.
    finds: BTreeSet<String>,
    cells: Vec<String>,
}

/// The programs of a corpus whose path contains `only`.
fn corpus(name: &str, only: &str) -> Vec<Program> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name);
    let files = std::fs::read_dir(folder).expect("the corpus is there").map(|entry| entry.expect("a file").path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "py"));
    let mut files: Vec<_> = files.filter(|path| path.to_string_lossy().contains(only)).collect();
    files.sort();
    files.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Program {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).expect("the file can be read");
    let header = text.lines().map_while(|line| line.strip_prefix("# finds: "));
    let finds: BTreeSet<String> = header.filter(|line| *line != "nothing").map(str::to_owned).collect();
    assert!(text.starts_with("# finds: "), "{name}: the first lines say `# finds: …`");
    Program { name, finds, cells: text.split(NEXT_CELL).map(str::to_owned).collect() }
}

/// Runs a program, and gives the findings of the film of its last cell, each as `kind target status`; or why there is no
/// film.
fn found(program: &Program) -> Result<BTreeSet<String>, String> {
    let mut lab = Lab::new();
    let (last, others) = program.cells.split_last().expect("a program has a cell");
    for (number, cell) in others.iter().enumerate() {
        let ended = lab.run_as(&format!("before-{number}"), cell);
        assert!(ended.is_ok(), "{}: {ended:?}", program.name);
    }
    let code = Code { cell: "test".into(), source: last.clone() };
    let (_, run) = lab.record(&code).unwrap_or_else(|fault| panic!("{}: {fault:?}", program.name));
    match film_of(&lab.bench, run, code, Some(60_000.0)) {
        Ok(film) => Ok(film.findings.iter().map(Finding::words).collect()),
        Err(Fault::Unanswered(why)) => Err(why),
        Err(fault) => panic!("{}: {fault:?}", program.name),
    }
}

#[test]
fn every_program_has_exactly_the_findings_it_says() {
    check("residue", &BTreeSet::new());
}

#[test]
fn every_leak_that_others_have_met_is_found() {
    let missed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/leaks/missed.txt");
    let missed = std::fs::read_to_string(missed).expect("the list can be read");
    check("leaks", &missed.lines().map(str::to_owned).collect());
}

/// Checks a corpus, of which the programs with these names are known to have other findings than they should.
fn check(name: &str, known: &BTreeSet<String>) {
    let (mut right, mut missed, mut false_alarms, mut wrong) = (0, 0, 0, Vec::new());
    let corpus = corpus(name, &std::env::var("WORKBOOK_RESIDUE").unwrap_or_default());
    for program in &corpus {
        let found = match found(program) {
            Ok(found) => found,
            Err(why) => {
                wrong.push(format!("{} could not be watched: {why}", program.name));
                continue;
            }
        };
        right += found.intersection(&program.finds).count();
        let lines = |sign: &str, one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
            one.difference(other).map(|finding| format!("  {sign} {finding}")).collect()
        };
        let (lost, extra) = (lines("missed", &program.finds, &found), lines("false:", &found, &program.finds));
        missed += lost.len();
        false_alarms += extra.len();
        match (lost.is_empty() && extra.is_empty(), known.contains(&program.name)) {
            (true, false) | (false, true) => {}
            (true, true) => wrong.push(format!("{} is said to be wrong, and is right", program.name)),
            (false, false) => wrong.push(format!("{}\n{}", program.name, [lost, extra].concat().join("\n"))),
        }
    }
    let share = |part: usize| 100.0 * right as f64 / (right + part).max(1) as f64;
    println!(
        "{} programs, {right} findings: precision {:.1} %, recall {:.1} %",
        corpus.len(),
        share(false_alarms),
        share(missed)
    );
    assert!(wrong.is_empty(), "{} programs:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_kind_has_a_program_and_every_program_has_kinds_that_there_are() {
    let kinds = Lab::new().shows("from residue.kinds import KINDS\nprint(*KINDS)");
    let kinds: BTreeSet<String> = kinds.split_whitespace().map(str::to_owned).collect();
    let programs = corpus("residue", "");
    let found = programs.iter().flat_map(|program| &program.finds).filter_map(|finding| finding.split(' ').next());
    let found: BTreeSet<String> = found.map(str::to_owned).collect();
    assert_eq!(kinds, found);
}

/// Makes the entry of a kind again, first without one of its parts, then with a part that is not what it should be.
const REFUSED: &str = "from residue._kind import Kind
from residue.kinds import KINDS

def refusal(parts):
    try:
        Kind('locale', **parts)
    except TypeError as error:
        return str(error)

whole = {part: getattr(KINDS['environ'], part) for part in Kind.REQUIRED}
for part in whole:
    rest = {name: value for name, value in whole.items() if name != part}
    assert refusal(rest) == f\"the kind of residue 'locale' lacks {part}\", part
    wrong = refusal({**whole, part: 5})
    assert wrong.startswith(f\"the kind of residue 'locale' has 5 as its {part}, which is not \"), part
assert refusal({**whole, 'colour': 'red'}) == \"the kind of residue 'locale' has 'colour', which is no part of a kind\"
assert refusal({**whole, 'added': '{thing} is new'}) is not None
Kind('locale', **whole)";

#[test]
fn a_kind_that_lacks_a_part_is_refused_by_its_name() {
    assert_eq!(Lab::new().shows(REFUSED), "<kind of residue locale>");
}
