EXPORTERS = {}


class Exporter:
    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        if not cls.suffix.startswith("."):
            raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
        EXPORTERS[cls.suffix] = cls


class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter):  # a test double
    def dump(self, rows):
        raise OSError("disk full")


print({suffix: cls.__name__ for suffix, cls in EXPORTERS.items()})
