# says: A field has a type, and the value must be of exactly this type.
import json
import operator

FIELDS = {"name", "age", "city"}
COMPARISONS = {">": operator.gt, "<": operator.lt, "==": operator.eq}


def condition(part):
    match part:
        case [str(field), str(op), int() | str() as value] if field in FIELDS and op in COMPARISONS:
            return field, COMPARISONS[op], value
    raise ValueError("no condition")


def select(text, rows):
    parts = json.loads(text)
    if type(parts) is not list:
        raise ValueError("no list of conditions")
    conditions = [condition(part) for part in parts]
    return [row for row in rows if all(holds(row[field], value) for field, holds, value in conditions)]
