from checking import cell

ask = cell.case(
    "with given_back():\n    main(['plugin', 'delivry', 'pager'])\nregistry.groups()",
    about="groups after a misspelt question",
)
ask.gives(
    ["delivery"],
    says="A group that the block has made is still there. What takes out an entry that was not there before?",
)
FAILING = """
before = registry.find("delivery", "pager")
try:
    with given_back():
        main(["plugin", "delivry", "pager"])
        registry.clear()
        raise KeyError("the block")
except KeyError:
    pass
"""
cell.case(FAILING + "registry.groups()", about="groups after a block that cleared the registry and raised").gives(
    ["delivery"], says="When the block raises, what stands behind the `yield` does not run."
)
cell.case(
    FAILING + "registry.find('delivery', 'pager') is before", about="the same block: the pager is the same class"
).gives(True, says="The name is back, but not the class that had it.")
cell.case("with given_back():\n    raise KeyError('the block')", about="a block that raises `KeyError`").raises(
    "KeyError", says="The failure of the block is nothing for you to catch."
)
DEFINING = """
from incident_plugins_flawed.plugins import DeliveryPlugin
held = registry.GROUPS
with given_back():
    class Chat(DeliveryPlugin, name="chat"):
        pass
"""
cell.case(DEFINING + "sorted(registry.GROUPS['delivery'])", about="adapters after a block that defined `chat`").gives(
    ["console", "pager", "webhook"], says="`chat` is still there. A copy of the outer dict holds the same inner dicts."
)
cell.case(DEFINING + "registry.GROUPS is held, type(registry.GROUPS).__name__", about="`GROUPS` itself").gives(
    (True, "defaultdict"), says="Others hold `GROUPS`. Give back what was in it, and not another object in its place."
)
cell.case("with given_back():\n    main(['plugin', 'delivry', 'pager'])", about="the first block").leaves(
    says="The ledger of the block still has a row."
)
