//! The modules that lessons use can be imported, and work.

use crate::Lab;

/// Modules, each with an expression that uses it and the repr of that expression's value.
const MODULES: &[(&str, &str, &str)] = &[
    ("abc", "type(abc.ABC).__name__", "'ABCMeta'"),
    ("argparse", "vars(argparse.ArgumentParser().parse_args([]))", "{}"),
    ("ast", "ast.unparse(ast.parse('x=1+ 2'))", "'x = 1 + 2'"),
    ("asyncio", "asyncio.run(asyncio.sleep(5, 'slept'))", "'slept'"),
    ("atexit", "callable(atexit.register)", "True"),
    ("collections", "collections.Counter('aab').most_common(1)", "[('a', 2)]"),
    ("collections.abc", "issubclass(list, collections.abc.Sequence)", "True"),
    ("contextlib", "contextlib.nullcontext(3).__enter__()", "3"),
    ("contextvars", "contextvars.ContextVar('v', default=4).get()", "4"),
    ("copy", "copy.deepcopy([[1]])", "[[1]]"),
    ("dataclasses", "dataclasses.make_dataclass('P', ['x'])(1)", "P(x=1)"),
    ("datetime", "datetime.date(2024, 2, 28) + datetime.timedelta(2)", "datetime.date(2024, 3, 1)"),
    ("dis", "len(list(dis.get_instructions('x'))) > 2", "True"),
    ("doctest", "doctest.DocTestParser().get_examples('>>> 1\\n1')[0].want", "'1\\n'"),
    ("enum", "enum.Enum('E', 'A B').B.value", "2"),
    ("functools", "functools.reduce(int.__add__, [1, 2, 3])", "6"),
    ("gc", "gc.isenabled()", "True"),
    ("importlib", "importlib.import_module('json').__name__", "'json'"),
    ("importlib.abc", "importlib.abc.Loader.__name__", "'Loader'"),
    ("importlib.machinery", "importlib.machinery.ModuleSpec('a', None).name", "'a'"),
    ("importlib.util", "importlib.util.find_spec('json').name", "'json'"),
    ("importlib.metadata", "importlib.metadata.PackageNotFoundError.__name__", "'PackageNotFoundError'"),
    ("inspect", "str(inspect.signature(lambda a, *, b=1: 0))", "'(a, *, b=1)'"),
    ("io", "io.StringIO('ab').read()", "'ab'"),
    ("itertools", "list(itertools.pairwise('abc'))", "[('a', 'b'), ('b', 'c')]"),
    ("json", "json.loads(json.dumps({'a': [1, None]}))", "{'a': [1, None]}"),
    ("linecache", "linecache.getline('/nope', 1)", "''"),
    ("logging", "logging.getLogger('a').getEffectiveLevel()", "30"),
    ("math", "math.isqrt(17)", "4"),
    ("operator", "operator.itemgetter(1)('ab')", "'b'"),
    ("os", "os.path.join('a', 'b'), os.getcwd(), os.name", "('a/b', '/home/reader', 'posix')"),
    ("pathlib", "pathlib.Path('/tmp/x.txt').suffix", "'.txt'"),
    ("pickle", "pickle.loads(pickle.dumps({'a': {1, 2}}))", "{'a': {1, 2}}"),
    ("pprint", "pprint.pformat({'b': 1, 'a': 2})", "\"{'a': 2, 'b': 1}\""),
    ("queue", "(lambda q: (q.put(1), q.get()))(queue.Queue())", "(None, 1)"),
    ("random", "random.Random(1).randint(1, 100)", "18"),
    ("re", "re.findall(r'\\d+', 'a1b22')", "['1', '22']"),
    ("signal", "signal.Signals.SIGINT.name", "'SIGINT'"),
    ("statistics", "statistics.median([3, 1, 2])", "2"),
    ("string", "string.Template('$a').substitute(a=1)", "'1'"),
    ("subprocess", "subprocess.PIPE", "-1"),
    ("sys", "sys.version_info[:2], sys.implementation.name", "((3, 14), 'rustpython')"),
    ("tempfile", "tempfile.TemporaryDirectory().name.startswith('/tmp/')", "True"),
    ("textwrap", "textwrap.dedent('  a')", "'a'"),
    ("threading", "threading.current_thread().name", "'MainThread'"),
    ("time", "time.gmtime(0).tm_year, time.strftime('%Y', time.gmtime(0))", "(1970, '1970')"),
    ("timeit", "timeit.timeit('1', number=3) >= 0", "True"),
    ("tokenize", "next(tokenize.generate_tokens(iter(['x']).__next__)).string", "'x'"),
    ("traceback", "traceback.format_exception_only(ValueError('x'))", "['ValueError: x\\n']"),
    ("types", "types.SimpleNamespace(a=1)", "namespace(a=1)"),
    ("typing", "typing.get_type_hints(typing.NamedTuple('N', [('a', int)]))", "{'a': <class 'int'>}"),
    ("unittest", "unittest.TestCase().assertEqual(1, 1)", ""),
    ("unittest.mock", "unittest.mock.Mock(return_value=3)()", "3"),
    ("uuid", "uuid.UUID(int=1).hex[-1], len(str(uuid.uuid4()))", "('1', 36)"),
    ("warnings", "warnings.filters is not None", "True"),
    ("weakref", "weakref.ref(warn := type('W', (), {})())() is warn", "True"),
];

#[test]
fn every_module_imports_and_works() {
    let mut failed = Vec::new();
    for (module, expression, expected) in MODULES {
        let mut lab = Lab::new();
        let ended = lab.run(&format!("import {module}\n{expression}"));
        let shown = match ended {
            Ok(crate::Outcome::Finished { result }) => result.unwrap_or_default(),
            other => format!("{other:#?}"),
        };
        if shown != *expected || !lab.host.take(2).is_empty() {
            failed.push(format!("{module}: {expression}\n  gives {shown}\n  not   {expected}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn what_can_not_work_fails_as_it_should() {
    let mut lab = Lab::new();
    assert_eq!(lab.fails("import subprocess; subprocess.run(['ls'])").exception, "OSError");
    assert_eq!(lab.fails("open('/lib/python3.14/json/x.py', 'w')").exception, "PermissionError");
    assert_eq!(
        lab.fails("import asyncio\nasync def forever(): await asyncio.Event().wait()\nasyncio.run(forever())")
            .exception,
        "RuntimeError"
    );
}

#[test]
fn the_library_is_readable_as_files() {
    let mut lab = Lab::new();
    assert_eq!(lab.shows("import json; json.__file__"), "'/lib/python3.14/json/__init__.py'");
    assert!(lab.shows("open('/lib/python3.14/this.py').readline()").starts_with("'s = "));
}

#[test]
fn own_modules_can_be_written_and_imported() {
    let mut lab = Lab::new();
    lab.shows("import os\nos.mkdir('pkg')\nfor n in '__init__', 'm': open(f'pkg/{n}.py', 'w').write('v = 7\\n')");
    assert_eq!(lab.shows("from pkg import m; m.v, m.__file__"), "(7, '/home/reader/pkg/m.py')");
}

#[test]
fn help_and_site_names_are_there() {
    let mut lab = Lab::new();
    assert!(lab.shows("help(max)").contains("max"));
    assert_eq!(
        lab.shows("exit, quit"),
        "(Use exit() or Ctrl-D (i.e. EOF) to exit, Use quit() or Ctrl-D (i.e. EOF) to exit)"
    );
}

#[test]
fn finders_are_the_usual_three() {
    let mut lab = Lab::new();
    assert_eq!(
        lab.shows("import sys; [getattr(f, '__name__', f) for f in sys.meta_path]"),
        "['BuiltinImporter', 'FrozenImporter', 'PathFinder']"
    );
}

#[test]
fn what_is_precompiled_is_not_compiled_by_readers() {
    let mut lab = Lab::new();
    let source = "from _frozen_importlib_external import SourceLoader
def compiles(self, data, path, **options): raise AssertionError(path)
SourceLoader.source_to_code = compiles
import asyncio, decimal, unittest.mock, isolation
print(unittest.mock.__cached__)
print(asyncio.run(asyncio.sleep(0, 'slept')))";
    assert_eq!(lab.shows(source), "/lib/python3.14/unittest/__pycache__/mock.cpython-314.pyc\nslept\n");
    let failure = lab.fails("import fractions\nfractions.Fraction(1, 0)");
    assert!(
        failure.traceback.contains("raise ZeroDivisionError('Fraction(%s, 0)' % numerator)"),
        "{}",
        failure.traceback
    );
}
