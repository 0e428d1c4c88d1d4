# says: The audit now lists the class `Audited` itself
class Audited:
    audited = []

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        Audited.audited.append(cls.__name__)


class Exporter:
    exporters = []

    def __init_subclass__(cls, suffix, **options):
        Audited.__init_subclass__(**options)
        Exporter.exporters.append((suffix, cls.__name__))


class TextExporter(Exporter, Audited, suffix=".txt"): ...


class CsvExporter(Exporter, Audited, suffix=".csv"): ...
