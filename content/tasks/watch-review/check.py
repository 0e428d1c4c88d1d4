from checking import cell, seeded

word = seeded.choice(["amber", "cobalt", "indigo", "ochre", "umber"])
texts = [f"{word} < {number}" for number in seeded.sample(range(100), 3)]
SWAP = """
import html
def twice(text):
    return f"<p>{html.escape(html.escape(text))}</p>"
def failing(text):
    html.escape(text)
    raise LookupError(text)
def watch(renderer, text):
    others = vars(__import__("__main__"))
    theirs, others["render"] = others["render"], renderer
    try:
        return escaped_once(text)
    except LookupError:
        return "the test's own error"
    finally:
        others["render"] = theirs
"""

row = cell.case(f"[escaped_once(text) for text in {texts}]", about="Three tests in a row, all of them right")
row.gives(["pass"] * 3, says="A test that has nothing wrong with it fails. Whose calls does its watch count?")
found = cell.case(
    f"{SWAP}str(watch(twice, {word!r})).startswith('FAIL')", about="A renderer that does escape its text twice"
)
found.gives(True, says="The watch no longer finds what it was written to find.")
ended = cell.case(
    f"{SWAP}real = html.escape\nescaped_once({word!r})\nhtml.escape is real",
    about="`html.escape`, after a test has passed",
)
ended.gives(True, says="After the test, `html.escape` must be the very function that was there before.")
broken = cell.case(
    f"{SWAP}real = html.escape\noutcome = watch(failing, {word!r})\noutcome, html.escape is real",
    about="A test in which the renderer raises, and `html.escape` after it",
)
broken.gives(
    ("the test's own error", True),
    says="When the test in between raises, the way back must run all the same, and the error must reach the runner.",
)
after = cell.case(
    f"{SWAP}real = html.escape\nwatch(failing, {word!r})\n"
    f"[escaped_once(text) for text in {texts}], html.escape is real",
    about="Three tests that run after the one that raised",
)
after.gives((["pass"] * 3, True), says="The test that raised has left something behind, and the next ones count it.")
seen = cell.case(
    f"""{SWAP}
seen = []
def looking(text):
    seen.append(watched())
    return f"<p>{{html.escape(text)}}</p>"
before, verdict = watched(), watch(looking, {word!r})
before, seen, watched(), verdict""",
    about="`watched()` before, during and after a test",
)
seen.gives(
    (False, [True], False, "pass"),
    says="Somebody who looks from outside must get the right answer at any time, and looking must count as no call.",
)
cell.leaves(
    "attribute html.escape reverted",
    says="The function under watch stays `html.escape`, and at the end of the cell it is back: one row, put back.",
)

cell.foresee(
    row.value == ["pass"] * 3 and ended.value is False,
    "Your watch ends when the next one begins. Between the two, everybody else calls the watched function.",
)
cell.foresee(
    row.value == ["pass"] * 3 and ended.value is True and broken.value == ("the test's own error", False),
    "Your last line is skipped when the test raises. Which statement of Python runs a line on every path?",
)
