# says: After `@exporter`, the class's name stands for
EXPORTERS = {}


def exporter(cls):
    if not cls.suffix.startswith("."):
        raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
    EXPORTERS[cls.suffix] = cls


class Exporter: ...


@exporter
class CsvExporter(Exporter):
    suffix = ".csv"
