import ast

from checking import cell, seeded

number = seeded.randrange(10**6)
path = f"/tmp/out-{number}.txt"
kind = cell.case("type(ESCAPE).__name__", about="the class of `ESCAPE`")
# The evaluator is the check's own, so that it does not help to change the cell's.
OWN = "eval(ESCAPE, {'__builtins__': {}}, {'price': 3})"
found = cell.case(f"callable({OWN})", about="`ESCAPE`, in an evaluator of the check's own")
WRITING = f"""
with {OWN}({path!r}, "w") as file:
    file.write("{number}")
with open({path!r}) as file:
    text = file.read()
text
"""
opens = cell.case(WRITING, about=f"writing {number} to {path} with what `ESCAPE` gives")

kind.gives("str", says="`ESCAPE` has to be a text: an evaluator gets nothing else from a customer.")
cell.expect(
    found.value is True, "`ESCAPE`, in an evaluator of the check's own", "gives something to be called", found.shown
)
opens.gives(str(number), says="What your text gives is no `open`: no file with the right content came of it.")
opens.leaves(f"file {path} left", says="The ledger should have one row, the file. That row is your proof.")

defined = [node for node in ast.walk(cell.tree) if isinstance(node, ast.ClassDef | ast.FunctionDef)]
grown = [node for node in defined if node.name != "evaluate"]
cell.expect(
    not grown,
    "the rest of the cell",
    "is as it was: `ESCAPE` is all that a customer can send",
    f"line {grown[0].lineno} defines something" if grown else "it is",
    grown[0].lineno if grown else None,
    says="Your text walks to something that your cell has put there. A customer has the text, and nothing else.",
)

cell.foresee(
    kind.value == "str" and found.raised == "NameError",
    "A name in your text was looked up, and the builtins are empty in the check's evaluator, too. Begin with a value"
    " that needs no name, such as a literal.",
)
cell.foresee(
    found.raised == "AttributeError",
    "Somewhere the walk asks for an attribute that is not there. Classes written in C have no Python functions, and"
    " so no `__globals__`: is yours written in Python?",
)
cell.foresee(
    found.is_plain and found.value is False,
    "The text can be evaluated, but what it gives can't be called. If it is a dict, which of its keys do you need?",
)
