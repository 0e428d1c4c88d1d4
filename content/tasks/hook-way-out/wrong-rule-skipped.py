# says: `register=False` is a way out of the registry, not
EXPORTERS = {}


class Exporter:
    def __init_subclass__(cls, register=True, **options):
        super().__init_subclass__(**options)
        if not register:
            return
        if not cls.suffix.startswith("."):
            raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
        if cls.suffix in EXPORTERS:
            raise ValueError(cls.suffix)
        EXPORTERS[cls.suffix] = cls


class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter, register=False): ...
