from checking import cell, seeded

owned = seeded.sample(["chart", "palette", "ruler", "ticks"], 2)
strangers = ["fastjson", owned[0] + "s", owned[0] + ".colours", "my" + owned[1], owned[1][:-1]]
USE = """
import sys
stub = Stub(*NAMES)
sys.meta_path.append(stub)
try:
    FIRST
finally:
    sys.meta_path.remove(stub)
    for name in NAMES:
        sys.modules.pop(name, None)
""".replace("NAMES", repr(owned))

spec = cell.case(
    f"stub = Stub(*{owned})\n[stub.find_spec(name, None).name for name in {owned}]",
    about=f"names answered by `Stub({owned[0]!r}, {owned[1]!r})`",
)
spec.gives(owned, says="The finder takes its names when it is made, and gives a spec for each of them.")
silent = cell.case(
    f"stub = Stub(*{owned})\n[name for name in {strangers} if stub.find_spec(name, None) is not None]",
    about="names of strangers that it answers for",
)
silent.gives(
    [], says="It answers for names that it was not given. Compare whole names, and return `None` for the rest."
)
cell.case(
    USE.replace("FIRST", "try:\n        import fastjson\n    except ImportError:\n        import json as fastjson")
    + "fastjson.dumps([1])",
    about="a library that falls back from `fastjson` to `json`, with the stub installed",
).gives("[1]", says="The library waits for an ImportError, and the stub has to let it come.")
cell.case(
    USE.replace("FIRST", f"import {owned[0]} as found") + "found.__name__, found.__spec__.origin",
    about=f"`import {owned[0]}`: the module's name and origin",
).gives((owned[0], "stub"), says='The empty module must say what it is: its `__spec__` has the origin `"stub"`.')
