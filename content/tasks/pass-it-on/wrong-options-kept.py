# says: The option `label` is for a third hook
class Audited:
    audited = []

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        Audited.audited.append(cls.__name__)


class Exporter:
    exporters = []

    def __init_subclass__(cls, suffix, **options):
        super().__init_subclass__()
        Exporter.exporters.append((suffix, cls.__name__))


class TextExporter(Audited, Exporter, suffix=".txt"): ...


class CsvExporter(Exporter, Audited, suffix=".csv"): ...
