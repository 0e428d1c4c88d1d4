from textwrap import indent

from checking import cell, seeded

suffixes = [f".{letter}{seeded.randrange(100)}" for letter in seeded.sample("abcdefgh", 3)]
names = [f"{letter}{seeded.randrange(100)}" for letter in seeded.sample("ABCDEFGH", 3)]
MARKED = "@exporter\nclass {}(Exporter):\n    suffix = {!r}\n"
marked = "".join(map(MARKED.format, names, suffixes))
hidden = cell.case(
    f"{marked}\n{{k: v.__name__ for k, v in EXPORTERS.items()}}", about="three hidden classes below `@exporter`"
)
hidden.gives(
    {".csv": "CsvExporter", **dict(zip(suffixes, names))},
    says="The registry must hold what the metaclass would have put there for the same classes.",
)
n, s = names[0], suffixes[0]
same = cell.case(MARKED.format(n, s) + f"EXPORTERS[{s!r}] is {n}")
same.gives(True, says="The name in the source and the registry must lead to the same class.")
bad = MARKED.format(n, s[1:])
cell.case(bad, about="a suffix without its dot").raises("ValueError", says="The metaclass refused this class.")
left = cell.case(
    "try:\n" + indent(bad, "    ") + "except ValueError:\n    pass\nsorted(EXPORTERS)",
    about="the registry after a refused class",
)
left.gives([".csv"], says="A class that was refused is in the registry all the same.")
double = cell.case("EXPORTERS['.csv'] is CsvExporter, issubclass(FullDisk, CsvExporter)")
double.gives(
    (True, True), says="The test double inherits from the exporter, and nobody marked it. So it must not be registered."
)
cell.case("type(Exporter) is type, type(CsvExporter) is type, type(FullDisk) is type").gives(
    (True, True, True), says="One of the three classes still has a class of its own."
)
cell.uses_no(
    "metaclass",
    "__init_subclass__",
    "__prepare__",
    says="This moves the rule one rung down only if the class hook is gone.",
)
gone = cell.case("CsvExporter is None")
cell.foresee(gone.value is True, "After `@exporter`, the class's name stands for what `exporter` returned.")
heir = cell.case("@exporter\nclass Heir(CsvExporter): "
    "...\nEXPORTERS['.csv'] is Heir", about="a marked class that inherits its suffix")
heir.gives(True, says="The metaclass asked `cls.suffix`, which finds an inherited "
    "one. Your decorator looks in one namespace.")
