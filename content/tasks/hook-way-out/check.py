from checking import cell, seeded

s = "." + "".join(seeded.choices("abcdefgh", k=4))
OWNER = "EXPORTERS['.csv'] is CsvExporter"
cell.case(f"{OWNER}, issubclass(FullDisk, CsvExporter)").gives(
    (True, True),
    says="After the cell `.csv` has to belong to `CsvExporter`, and `FullDisk` still has to be a subclass of it.",
)
cell.case(f"class Fresh(Exporter):\n    suffix = {s!r}\nEXPORTERS[{s!r}] is Fresh").gives(
    True, says="A subclass that does not opt out must still be registered, without a line of its own."
)
double = cell.case(
    f"class Double(CsvExporter, register=False): ...\n{OWNER}", about="a hidden double with `register=False`"
)
double.gives(True, says="A subclass with `register=False` must be made, and must leave the registry as it was.")
taken = cell.case("class Thief(CsvExporter): ...", about="a second class for `.csv`, without the way out")
taken.raises("ValueError", says="Two classes claim one suffix. The second has to fail at its class statement.")
after = cell.case(
    f"try:\n    class Thief(CsvExporter): ...\nexcept ValueError:\n    pass\n{OWNER}",
    about="who owns `.csv` after that",
)
after.gives(True, says="The refused class has taken the place of the first.")
cell.case("class Bad(Exporter, register=False):\n    suffix = 'csv'", about="a double whose suffix has no dot").raises(
    "ValueError", says="`register=False` is a way out of the registry, not out of the rule about suffixes."
)
below = cell.case(
    f"class Below(FullDisk):\n    suffix = {s!r}\nEXPORTERS.get({s!r}) is Below",
    about="a real exporter below the double",
)
below.gives(True, says="The way out was taken by one class. The class below it did not ask for it.")
cell.foresee(
    double.raised == "TypeError",
    "`object.__init_subclass__` takes no options. Do not pass on the one that you have used.",
)
cell.foresee(
    after.value is True and taken.raised is None,
    "A second class for `.csv` is dropped without an error: its author believes that it is in use.",
)
second = cell.case(f"class One(Exporter):\n    suffix = {s!r}\nclass "
    f"Two(Exporter):\n    suffix = {s!r}", about=f"two hidden classes for {s!r}")
second.raises("ValueError", says="A second class may claim no suffix that is taken, whichever it is.")
