from checking import cell, seeded

name = "".join(seeded.choices("abcdefgh", k=6)).title()
suffix = "." + "".join(seeded.choices("abcdefgh", k=3))
HEARD = f"Exporter.exporters.count(({suffix!r}, {name!r})), Audited.audited.count({name!r})"

given = cell.case("sorted(Audited.audited)")
given.gives(["CsvExporter", "TextExporter"], says="A class of the cell is missing from the audit, or is in it twice.")
first = cell.case(f"class {name}(Exporter, Audited, suffix={suffix!r}): ...\n{HEARD}")
first.gives((1, 1), says="With `Exporter` in front, each of the two hooks has to hear of a new class, and once.")
last = cell.case(f"class {name}(Audited, Exporter, suffix={suffix!r}): ...\n{HEARD}")
last.gives((1, 1), says="With `Audited` in front, each of the two hooks has to hear of a new class, and once.")
alone = cell.case(f"class {name}(Exporter, suffix={suffix!r}): ...\n{HEARD}")
alone.gives((1, 0), says="This class did not ask to be audited, so the audit must not list it.")
third = cell.case(
    f"""class Labelled:
    def __init_subclass__(cls, label, **options):
        super().__init_subclass__(**options)
        cls.label = label

class {name}(Exporter, Labelled, suffix={suffix!r}, label="beta"): ...
{name}.label""",
    about=f'class {name}(Exporter, Labelled, suffix={suffix!r}, label="beta")',
)
third.gives("beta", says="The option `label` is for a third hook, behind yours. It has to arrive there.")
cell.foresee(
    given.value == ["CsvExporter", "TextExporter"] and first.value == (1, 0),
    "The classes of the cell are right now, and a new class with the bases in the old order is not. Mend the "
    "hook, not the order in which somebody lists two bases.",
)
cell.foresee(
    "Audited" in (given.value or ()),
    "The audit now lists the class `Audited` itself. `Audited.__init_subclass__()` is told of `Audited`, and not of "
    "the new class. Who knows which hook comes next for the new class?",
)
