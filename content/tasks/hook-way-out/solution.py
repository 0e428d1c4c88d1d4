EXPORTERS = {}


class Exporter:
    """Registers its subclasses by their suffix. `register=False` keeps one of them out, and only that one."""

    def __init_subclass__(cls, register=True, **options):
        super().__init_subclass__(**options)
        if not cls.suffix.startswith("."):
            raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
        if not register:
            return
        if cls.suffix in EXPORTERS:
            raise ValueError(f"{cls.__name__}: {cls.suffix} belongs to {EXPORTERS[cls.suffix].__name__}")
        EXPORTERS[cls.suffix] = cls


class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter, register=False):  # a test double
    def dump(self, rows):
        raise OSError("disk full")


print({suffix: cls.__name__ for suffix, cls in EXPORTERS.items()})
