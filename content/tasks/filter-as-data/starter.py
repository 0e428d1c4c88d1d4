import json

ROWS = [
    {"name": "Ada", "age": 36, "city": "Oslo"},
    {"name": "Ben", "age": 29, "city": "Oslo"},
    {"name": "Cleo", "age": 41, "city": "Bergen"},
]


def select(text, rows):
    conditions = [f"{field} {op} {value!r}" for field, op, value in json.loads(text)]
    return [row for row in rows if eval(" and ".join(conditions), {"__builtins__": {}}, row)]


print(select('[["age", ">", 30], ["city", "==", "Oslo"]]', ROWS))
print(select('[["().__class__.__base__.__subclasses__()", "!=", []]]', ROWS[:1]))
