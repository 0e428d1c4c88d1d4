EXPORTERS = {}


class ExporterMeta(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if bases:
            if not cls.suffix.startswith("."):
                raise ValueError(f"{name}: {cls.suffix!r}")
            EXPORTERS[cls.suffix] = cls


class Exporter(metaclass=ExporterMeta): ...


class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter):  # a test double
    def dump(self, rows):
        raise OSError("disk full")


print({suffix: cls.__name__ for suffix, cls in EXPORTERS.items()})
