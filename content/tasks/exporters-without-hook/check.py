import json
import pprint

from checking import cell, seeded

odd = "x" + "".join(seeded.choices("qvz", k=3))
data = {word: seeded.randrange(100) for word in ("gin", "rum", "tea")}
cell.case(f"export('json', {data})").gives(json.dumps(data), says="The exporters that there were must work as before.")
cell.case(f"export('text', {data})").gives(
    pprint.pformat(data), says="The exporters that there were must work as before."
)
items = list(data.values())
lines = cell.case(f"export('lines', {items})")
lines.gives("\n".join(map(str, items)), says="The new exporter joins the items, as text, with line ends between them.")
cell.case("kinds()").gives(["json", "lines", "text"], says="`kinds()` lists all three, in alphabetical order.")
changed = cell.case(
    "listed = kinds()\nlisted.append('xml')\nlisted.remove('json')\nkinds()",
    about="`kinds()`, after somebody has changed the list that it gave",
)
changed.gives(
    ["json", "lines", "text"],
    says="Whoever asks for the list must not be able to change it. Make a new list for each answer.",
)
strange = cell.case(f"export({odd!r}, [])")
strange.raises(
    "LookupError",
    "KeyError",
    says="An unknown kind must be refused, by an error that says so, and not be answered in some other way.",
)
told = cell.case(
    f"""
words = ""
try:
    export({odd!r}, [])
except LookupError as error:
    words = str(error)
[each for each in ({odd!r}, *kinds()) if each in words]
""",
    about="names in the message of that error",
)
told.gives(
    [odd, "json", "lines", "text"], says="Whoever reads the error wants to know what was asked for and what there is."
)
hook = cell.case("import exporter_of_somebody_else", about="`import exporter_of_somebody_else`")
hook.raises(
    "ModuleNotFoundError",
    says="A finder still answers for names that begin with `exporter_`, and not only for the application's own.",
)
cell.uses_no(
    "meta_path",
    "import_module",
    "__import__",
    "getattr",
    "globals",
    "locals",
    "vars",
    "exec",
    "eval",
    says="In the no-hook mode no name is found at run time. Write the imports down.",
)
cell.leaves(says="Running the cell must leave nothing in the process: there is nothing to switch off then.")
