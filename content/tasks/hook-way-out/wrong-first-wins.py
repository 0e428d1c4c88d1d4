# says: A second class for `.csv` is dropped without an error
EXPORTERS = {}


class Exporter:
    def __init_subclass__(cls, register=True, **options):
        super().__init_subclass__(**options)
        if not cls.suffix.startswith("."):
            raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
        if register:
            EXPORTERS.setdefault(cls.suffix, cls)


class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter, register=False): ...
