# finds: nothing
class ShopError(Exception):
    def __init__(self, message, item):
        super().__init__(message)
        self.item = item

def price(table, item):
    try:
        return table[item]
    except KeyError as error:
        raise ShopError("not sold here", item) from error

log = []
for item in ("tea", "gold"):
    try:
        cost = price({"tea": 3}, item)
    except ShopError as error:
        log.append((error.item, type(error.__cause__).__name__))
    else:
        log.append((item, cost))
    finally:
        log.append("next")
print(log)
