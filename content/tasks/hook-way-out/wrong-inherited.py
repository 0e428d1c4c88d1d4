# says: The way out was taken by one class
EXPORTERS = {}


class Exporter:
    registered = True

    def __init_subclass__(cls, register=None, **options):
        super().__init_subclass__(**options)
        if register is not None:
            cls.registered = register
        if not cls.suffix.startswith("."):
            raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
        if not cls.registered:
            return
        if cls.suffix in EXPORTERS:
            raise ValueError(cls.suffix)
        EXPORTERS[cls.suffix] = cls


class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter, register=False): ...
