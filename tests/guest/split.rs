//! The guest in two parts (`xtask/split.rs`) is the same interpreter as the whole guest, which all other tests here run.

use paper::Code;
use workbook::bench::{Bench, Tape};

use crate::{memory_of, native, stage};

/// Cells, each with what it prints. The functions that the later ones need are called by no ordinary program, so they are not in
/// the first part.
const CELLS: [(&str, &str); 6] = [
    ("xs = [n * n for n in range(4)]\nprint(xs)", "[0, 1, 4, 9]\n"),
    ("import unicodedata\nprint(unicodedata.name('ß'))", "LATIN SMALL LETTER SHARP S\n"),
    ("import bz2, lzma\nprint(len(bz2.decompress(bz2.compress(b'a' * 99))))", "99\n"),
    ("import hashlib\nprint(hashlib.sha3_256(b'').hexdigest()[:8])", "a7ffc6f8\n"),
    ("import cmath\nprint(cmath.atanh(0), sum(xs))", "0j 14\n"),
    ("def deep(n): return deep(n - 1)\ntry:\n    deep(1)\nexcept RecursionError:\n    print('too deep')", "too deep\n"),
];

#[test]
fn a_guest_in_two_parts_comes_to_the_same_states() {
    let (whole, whole_host) = native::open(&stage()).expect("the base image was built");
    let (parts, parts_host) = native::open_in_parts(&stage()).expect("its parts were made");
    assert_eq!(whole.imports(), parts.imports());
    let (mut whole, mut parts) = (Bench::new(whole), Bench::new(parts));
    for (source, printed) in CELLS {
        let code = Code { cell: "test".into(), source: source.into() };
        let mut tape = Tape::default();
        let ended = whole.run(&code, &mut tape).expect("the whole guest runs it");
        // The same clock and the same random numbers.
        assert_eq!(parts.run(&code, &mut tape).expect("the parts run it"), ended);
        assert_eq!((whole_host.take(1).as_str(), parts_host.take(1).as_str()), (printed, printed), "of:\n{source}");
        let memories =
            [&mut whole, &mut parts].map(|bench| memory_of(bench.machine().expect("an instance can be made")));
        assert!(memories[0] == memories[1], "the memory differs after:\n{source}");
        // A state of the one is a state of the other.
        whole.checkpoint().expect("there is memory for it");
        parts.restore(whole.state().clone()).expect("the parts take it");
    }
}
