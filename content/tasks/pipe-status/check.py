from checking import cell, seeded

failing = seeded.randint(1, 93)
cell.case("verify(0, [])").gives(0, says="Nothing has failed, and the build is red.")
cell.case(f"verify({failing}, []) != 0").gives(
    True, says="The suite has failed, and the build is green. Whose status does `verify` return?"
)
logged = cell.case(f"log = []\nverify({failing}, log)\nlog", about="the log of a failing suite")
logged.gives(
    [f"93 run, {failing} failed"],
    says="The log of a failing suite is the one that somebody will read. It must be written.",
)
cell.case(f"verify({failing}, None) != 0", about="a failing suite whose log can't be written").gives(
    True, says="Both have failed, and the build is green. Two failures must not cancel each other out."
)
cell.case("verify(0, None) != 0", about="`verify(0, None)`: red, because nothing was saved").gives(
    True, says="The log could not be written, and the build is green."
)
cell.case("can_fail(verify)").gives(True, says="`can_fail` turns down a build that tells the two suites apart.")
cell.case("can_fail(lambda failing, log: 0)", about="`can_fail`, of a build that is always green").gives(
    False, says="`can_fail` approves of a build that is always green. Break the suite for it, and look."
)
cell.case("can_fail(lambda failing, log: 1)", about="`can_fail`, of a build that is always red").gives(
    False, says="`can_fail` approves of a build that is always red. One run is not enough to tell two things apart."
)
cell.case("can_fail(lambda failing, log: 0 if failing else 1)", about="`can_fail`, of a build that is green "
    "when the suite fails").gives(
    False, says="`can_fail` approves of a build that is the wrong way round."
)
