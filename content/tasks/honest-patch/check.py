from checking import cell, seeded

word = seeded.choice(["amber", "cobalt", "indigo", "ochre", "umber"])
CLASSES = f"""
class Base:
    mode = None

    def plain(self):
        return {word!r}

    @staticmethod
    def static(text):
        return text

    @classmethod
    def klass(cls):
        return cls.__name__

class Child(Base):
    pass

child = Child()
"""

inside = cell.case(
    CLASSES
    + "with patch_attr(Child, 'plain', lambda self: 'patched'):\n    seen = child.plain(), Base().plain()\nseen",
    about="What `Child` and `Base` answer while `Child` is patched",
)
inside.gives(("patched", word), says="Inside the block the patch must be in force, for the patched owner and no other.")
kinds = cell.case(
    CLASSES
    + "for name in 'plain', 'static', 'klass':\n    with patch_attr(Base, name, len):\n        pass\n"
    + "[type(vars(Base)[name]).__name__ for name in ('plain', 'static', 'klass')]",
    about="What a class stores after its method, static method and class method were patched",
)
kinds.gives(
    ["function", "staticmethod", "classmethod"],
    says="The class holds something else than before: what lookup finds is not always what is stored.",
)
shadows = cell.case(
    CLASSES
    + "for owner in Child, child:\n    for name in 'plain', 'static', 'klass':\n"
    + "        with patch_attr(owner, name, len):\n            pass\n"
    + "sorted({'plain', 'static', 'klass'} & {*vars(Child), *vars(child)})",
    about="Names that patching inherited methods has left in a subclass and in an instance",
)
shadows.gives([], says="The owner had no entry of its own before. Now it has one, and it hides what it inherits.")
own = cell.case(
    CLASSES + "child.plain = own = list\nwith patch_attr(child, 'plain', len):\n    pass\nchild.plain is own",
    about="Whether an instance gets back the entry that was its own",
)
own.gives(True, says="The instance had an entry of its own, and it is not back.")
nothing = cell.case(
    CLASSES + "with patch_attr(Base, 'mode', 'test'):\n    pass\nvars(Base).get('mode', 'no entry')",
    about="An attribute whose value was `None`, after a patch",
)
nothing.gives(None, says="`None` is a value that an owner can store. It can't also mean that nothing was stored.")
body = f"with patch_attr(Base, 'mode', 'test'):\n    Base.mode = 'live'\n    raise KeyError({word!r})"
cell.case(CLASSES + body, about="A block that sets the attribute itself and then raises `KeyError`").raises(
    "KeyError", says="Whatever else went wrong, the error of the block must reach whoever wrote the block."
)
after = cell.case(
    f"{CLASSES}try:\n    with patch_attr(Child, 'plain', lambda self: 'patched'):\n        raise KeyboardInterrupt\n"
    "except KeyboardInterrupt:\n    pass\n'plain' in vars(Child), child.plain()",
    about="`Child` after a block that was interrupted",
)
after.gives((False, word), says="The way back was skipped, because the block did not come to its end.")
nested = cell.case(
    CLASSES
    + "with patch_attr(Base, 'mode', 'outer'):\n    with patch_attr(Base, 'mode', 'inner'):\n"
    + "        seen = [Base.mode]\n"
    + "    seen.append(Base.mode)\n[*seen, Base.mode]",
    about="Two patches of one name, one inside the other",
)
nested.gives(["inner", "outer", None], says="Each patch must put back what it found when it began.")
cell.uses_no("mock", says="In a test, take `mock.patch.object`. Here you write what it does.")
cell.case(
    "import collections, json\nwith patch_attr(json, 'dumps', len):\n    json.dumps([1])\n"
    "with patch_attr(collections.Counter, 'pop', len):\n    pass",
    about="Patches of `json.dumps` and of the inherited `Counter.pop`",
).always_leaves(
    says="A failure there leaves the patch in place. If the place is in your way back: a step that is your own code can"
    " fail, too. Make the way back known to somebody else before you change anything."
)
