"""Writes messages to a tree of loggers that are made afresh, with levels, filters and a formatter."""

import logging


class Keeping(logging.Handler):
    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


class Careful(logging.Filter):
    def filter(self, record):
        record.mark = "!" if record.levelno >= logging.ERROR else "."
        return "secret" not in record.getMessage()


def work():
    # A manager of its own keeps these loggers apart from those of the program, so that nothing is left behind.
    root = logging.RootLogger(logging.INFO)
    manager = logging.Manager(root)
    handler = Keeping()
    handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(mark)s%(message)s"))
    handler.addFilter(Careful())
    root.addHandler(handler)
    shop = manager.getLogger("shop")
    till = manager.getLogger("shop.till")
    till.setLevel(logging.WARNING)
    adapter = logging.LoggerAdapter(shop, {"customer": 7})
    for number in range(1600):
        shop.debug("nobody reads %d", number)
        shop.info("sold %d of %s", number, "apples")
        till.info("nobody reads %s", number)
        till.warning("till %d is nearly empty: %.2f", number % 4, number / 3)
        adapter.info("welcome, %(name)s", {"name": f"customer {number}"})
        if number % 5 == 0:
            shop.error("a secret of %d", number)
        if number % 10 == 0:
            try:
                number // (number % 10)
            except ZeroDivisionError:
                till.error("no division by %d", number % 10, exc_info=False)
    return len(handler.lines), sum(map(len, handler.lines)), handler.lines[-1]
