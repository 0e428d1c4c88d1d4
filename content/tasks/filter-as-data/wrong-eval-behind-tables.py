# says: A filter that is data is not run.
import json

FIELDS = {"name": str, "age": int, "city": str}


def select(text, rows):
    parts = json.loads(text)
    if type(parts) is not list:
        raise ValueError("no list of conditions")
    for part in parts:
        match part:
            case [str(field), ">" | "<" | "==", value] if field in FIELDS and type(value) is FIELDS[field]:
                pass
            case _:
                raise ValueError("no condition")
    rule = " and ".join(f"{field} {op} {value!r}" for field, op, value in parts)
    return [row for row in rows if eval(rule, {"__builtins__": {}}, row)]
