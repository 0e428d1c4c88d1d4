import json
import operator

ROWS = [
    {"name": "Ada", "age": 36, "city": "Oslo"},
    {"name": "Ben", "age": 29, "city": "Oslo"},
    {"name": "Cleo", "age": 41, "city": "Bergen"},
]
FIELDS = {"name": str, "age": int, "city": str}
COMPARISONS = {">": operator.gt, "<": operator.lt, "==": operator.eq}


def condition(part):
    """Whatever is not `[field, comparison, value]` is refused here, before a row is looked at."""
    match part:
        case [str(field), str(op), value] if field in FIELDS and op in COMPARISONS:
            if type(value) is FIELDS[field]:
                return field, COMPARISONS[op], value
    raise ValueError(f"no condition: {part!r}")


def select(text, rows):
    parts = json.loads(text)
    if type(parts) is not list:
        raise ValueError("no list of conditions")
    conditions = [condition(part) for part in parts]
    return [row for row in rows if all(holds(row[field], value) for field, holds, value in conditions)]


print(select('[["age", ">", 30], ["city", "==", "Oslo"]]', ROWS))
try:
    select('[["().__class__.__base__.__subclasses__()", "!=", []]]', ROWS)
except ValueError as exc:
    print("refused:", exc)
