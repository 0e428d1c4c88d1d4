//! House rule 1 of ARCHITECTURE.md: the guest's import section is the list of all that it can do outside of its memory.

use workbook::bench::IMPORTS;

use crate::{Lab, native, stage};

#[test]
fn the_guest_may_do_five_things() {
    let (image, _) = native::open(&stage()).unwrap();
    let mut imports = image.imports();
    imports.sort();
    assert_eq!(imports, ["host.now", "host.poll", "host.random", "host.read_line", "host.write"]);
    // The page that lists them knows what each is for.
    let mut known = IMPORTS.map(|(name, _)| name);
    known.sort_unstable();
    assert_eq!(imports, known);
}

#[test]
fn the_image_needs_no_boot() {
    assert_eq!(Lab::new().shows("1 + 1"), "2");
}
