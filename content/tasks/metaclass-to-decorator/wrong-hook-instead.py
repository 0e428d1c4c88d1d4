# says: This moves the rule one rung down only
EXPORTERS = {}


def exporter(cls):
    return cls


class Exporter:
    def __init_subclass__(cls):
        if not cls.suffix.startswith("."):
            raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
        EXPORTERS.setdefault(cls.suffix, cls)


@exporter
class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter): ...
