# says: A field is one of `name`, `age` and `city`.
import json
import operator

COMPARISONS = {">": operator.gt, "<": operator.lt, "==": operator.eq}


def holds(row, part):
    try:
        field, op, value = part
        return COMPARISONS[op](row[field], value)
    except (KeyError, TypeError, ValueError):
        return False


def select(text, rows):
    parts = json.loads(text)
    return [row for row in rows if all(holds(row, part) for part in parts)]
