from checking import cell, seeded

first, second = seeded.sample(range(10, 100), 2)
# What a shelf has left behind after `block`, which raises.
AFTER = """
import sys
paths, hooks, kept = list(sys.path), list(sys.path_hooks), set(sys.path_importer_cache)
try:
    with shelf({"teas": SOURCE}):
        import teas
        1 / 0
except ZeroDivisionError:
    pass
found = {
    "sys.path": sys.path != paths,
    "sys.path_hooks": sys.path_hooks != hooks,
    "sys.path_importer_cache": bool(set(sys.path_importer_cache) - kept),
    "sys.modules": "teas" in sys.modules,
}
[place for place, is_left in found.items() if is_left]
"""

cell.case(f"with shelf({{'teas': 'PRICE = {first}'}}):\n    import teas\nteas.PRICE").gives(
    first, says="While the block runs, the modules of the shelf can be imported."
)
gone = cell.case(
    "with shelf({'teas': ''}):\n    import teas\nimport teas", about="`import teas` once more, after the block"
)
gone.raises(
    "ModuleNotFoundError",
    says="After the block the name must be unknown again. Where does Python look before it asks any finder?",
)
again = cell.case(
    f"""
with shelf({{"teas": "PRICE = {first}"}}):
    import teas
with shelf({{"teas": "PRICE = {second}", "gins": "PRICE = {second}"}}):
    import teas as later, gins
later.PRICE, gins.PRICE
""",
    about="a second shelf after the first, with other sources",
)
again.gives((second, second), says="The second shelf does not get its say. Something still answers for the first one.")
for about, source in ("a block that raises", "PRICE = 1"), ("a module that raises while it is imported", "1 / 0"):
    failed = cell.case(AFTER.replace("SOURCE", repr(source)), about=f"places with something left, after {about}")
    failed.gives([], says="Also a block that fails has to end: all four places must be as they were.")
before = cell.case(
    """
import sys, colorsys
with shelf({"colorsys": "", "teas": ""}):
    import teas
sys.modules.get("colorsys") is colorsys
""",
    about="`colorsys`, which was loaded before the block, is still the same module after it",
)
before.gives(True, says="A module that was there before the block is not the shelf's to remove, whatever its name is.")
nested = cell.case(
    f"""
refused = False
with shelf({{"teas": "PRICE = {first}"}}):
    try:
        with shelf({{"gins": ""}}):
            pass
    except RuntimeError:
        refused = True
    import teas
refused, teas.PRICE
""",
    about="a shelf within a shelf is refused, and the outer one goes on",
)
nested.gives(
    (True, first),
    says="Refuse the second shelf with a RuntimeError before anything is changed.",
)
off = cell.case("with shelf({'teas': ''}, enabled=False):\n    import teas", about="`import teas` with `enabled=False`")
off.raises("ModuleNotFoundError", says="With `enabled=False` the block must run as if there were no hook.")
use = cell.case("with shelf({'teas': 'PRICE = 3'}):\n    import teas", about="one use of the shelf")
use.leaves(says="The ledger still has something. Its first word says in which of the four places.")
use.always_leaves(says="A failure at this place skips an undo. Arrange for each undo before its change is made.")
