# says: A class that was refused is in the registry
EXPORTERS = {}


def exporter(cls):
    EXPORTERS[cls.suffix] = cls
    if not cls.suffix.startswith("."):
        raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
    return cls


class Exporter: ...


@exporter
class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter): ...
