//! Output leaves the guest at once, and in the order in which it was written.

use crate::Lab;

/// Runs a program and gives the repr of what it has written: a list of `(stream, bytes)`, in which successive writes to
/// one stream are put together. The list is read before the cell ends, so it lacks what would be written only then.
#[track_caller]
fn wrote(program: &str) -> String {
    let watch = "import _host, os, sys, traceback, warnings, logging
seen, write = [], _host.write
def watched(stream, data):
    if seen and seen[-1][0] == stream:
        seen[-1] = stream, seen[-1][1] + bytes(data)
    else:
        seen.append((stream, bytes(data)))
_host.write = watched
try:
";
    let program: String = program.lines().map(|line| format!("    {line}\n")).collect();
    Lab::new().shows(&format!("{watch}{program}finally:\n    _host.write = write\nseen"))
}

#[test]
fn a_line_without_an_end_leaves_before_what_comes_next() {
    let program = "print('out', end='')\nprint('err', file=sys.stderr)\nprint('more')";
    assert_eq!(wrote(program), r"[(1, b'out'), (2, b'err\n'), (1, b'more\n')]");
    let program = "print('err', end='', file=sys.stderr)\nprint('out')\nprint('.', end='')";
    assert_eq!(wrote(program), r"[(2, b'err'), (1, b'out\n.')]");
    assert_eq!(
        wrote("for letter in 'ab':\n    sys.stdout.write(letter)\n    sys.stderr.write(letter)"),
        "[(1, b'a'), (2, b'a'), (1, b'b'), (2, b'b')]"
    );
}

#[test]
fn what_is_written_at_once_leaves_at_once() {
    assert_eq!(
        wrote("sys.stdout.writelines(['a', 'b'])\nsys.stderr.write('c')\nsys.stdout.flush()"),
        "[(1, b'ab'), (2, b'c')]"
    );
    let long = wrote(
        "print('x' * 20_000, end='')\nprint('err', file=sys.stderr)\nseen[:] = [(stream, len(data)) for stream, data in seen]",
    );
    assert_eq!(long, "[(1, 20000), (2, 4)]");
}

#[test]
fn bytes_and_text_keep_their_order() {
    let program = "print('a', end='')\nsys.stdout.buffer.write(b'b')\nos.write(1, b'c')\nprint('d', end='')\nos.write(2, b'e')\nsys.__stdout__.write('f')";
    assert_eq!(wrote(program), "[(1, b'abcd'), (2, b'e'), (1, b'f')]");
    let halves = "sys.stdout.buffer.write(b'\\xc3')\nsys.stderr.write('!')\nsys.stdout.buffer.write(b'\\xa4')";
    assert_eq!(wrote(halves), r"[(1, b'\xc3'), (2, b'!'), (1, b'\xa4')]");
}

#[test]
fn what_the_library_writes_keeps_its_place() {
    let program = "print('before', end=' ')
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc()
print('between', end=' ')
logging.warning('logged')
print('after')
seen[1] = seen[1][0]";
    let expected = r"[(1, b'before '), 2, (1, b'between '), (2, b'WARNING:root:logged\n'), (1, b'after\n')]";
    assert_eq!(wrote(program), expected);
    let warned = wrote(
        "print('before', end=' ')\nwarnings.showwarning('w', UserWarning, 'file.py', 1)\nprint('after')\nseen[1] = seen[1][0]",
    );
    assert_eq!(warned, r"[(1, b'before '), 2, (1, b'after\n')]");
}

#[test]
fn a_line_that_moves_leaves_as_it_is() {
    let program =
        "for done in range(3):\n    print(f'\\r{done}', end='', file=sys.stderr)\nprint('\\x1b[31mred\\x1b[0m\\b!')";
    assert_eq!(wrote(program), r"[(2, b'\r0\r1\r2'), (1, b'\x1b[31mred\x1b[0m\x08!\n')]");
}
