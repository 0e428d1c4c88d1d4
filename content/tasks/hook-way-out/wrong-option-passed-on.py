# says: `object.__init_subclass__` takes no options
EXPORTERS = {}


class Exporter:
    def __init_subclass__(cls, **options):
        if not cls.suffix.startswith("."):
            raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
        if options.get("register", True):
            if cls.suffix in EXPORTERS:
                raise ValueError(cls.suffix)
            EXPORTERS[cls.suffix] = cls
        super().__init_subclass__(**options)


class CsvExporter(Exporter):
    suffix = ".csv"
