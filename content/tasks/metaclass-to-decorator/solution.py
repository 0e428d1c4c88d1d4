EXPORTERS = {}


def exporter(cls):
    if not cls.suffix.startswith("."):
        raise ValueError(f"{cls.__name__}: {cls.suffix!r}")
    EXPORTERS[cls.suffix] = cls  # only what has passed the check
    return cls  # the class itself, not a wrapper


class Exporter: ...


@exporter
class CsvExporter(Exporter):
    suffix = ".csv"


class FullDisk(CsvExporter):  # a test double: without the line above it, no exporter
    def dump(self, rows):
        raise OSError("disk full")


print({suffix: cls.__name__ for suffix, cls in EXPORTERS.items()})
