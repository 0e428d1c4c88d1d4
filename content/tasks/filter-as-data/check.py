from checking import cell, seeded

age = seeded.randint(25, 60)
cities = ["Oslo", "Bergen", "Oslo", "Bergen", "Oslo"]
seeded.shuffle(cities)
rows = [{"name": f"n{step}", "age": age + step - 2, "city": city} for step, city in enumerate(cities)]
rows.append({"name": "last", "age": age + 3, "city": "Oslo"})
THROUGH = f"""
def through(text):
    try:
        select(text, {rows!r})
    except ValueError:
        return None
    except Exception as exc:
        return f"{{text}}: {{type(exc).__name__}}"
    return f"{{text}}: rows"

[found for text in TEXTS if (found := through(text))]
"""


def selects(text, wanted, says):
    cell.case(f"select({text!r}, {rows!r})", about=f"select({text!r}, rows)").gives(wanted, says=says)


def refuses(texts, about, says):
    cell.case(THROUGH.replace("TEXTS", repr(texts)), about=about).gives([], says=says)


selects(
    f'[["age", ">", {age}], ["city", "==", "Oslo"]]',
    [row for row in rows if row["age"] > age and row["city"] == "Oslo"],
    "Every condition has to hold, and the rows keep their order.",
)
selects(f'[["age", "<", {age}]]', [row for row in rows if row["age"] < age], "`<` is one of the three comparisons.")
refuses(
    ('[["__class__", "==", 1]]', '[["().__class__", "==", 1]]', '[["salary", "==", 1]]'),
    "fields that a customer may not ask for",
    "A field is one of `name`, `age` and `city`. Anything else is refused before a row is looked at.",
)
refuses(
    ('[["age", "__class__", 1]]', '[["age", "or 1 ==", 1]]', '[["age", "!=", 1]]', '[["age", "__eq__", 1]]'),
    "comparisons that are not offered",
    "A comparison is one of `>`, `<` and `==`: a name to be found in a table, and never a piece of a program.",
)
refuses(
    (
        '[["age", ">", "30"]]',
        '[["age", ">", [1]]]',
        '[["age", ">", true]]',
        '[["city", "==", null]]',
        '[["age", ">", 30.5]]',
    ),
    "values of another type than the field's",
    "A field has a type, and the value must be of exactly this type. Remember what `isinstance` says of `True`.",
)
refuses(
    (
        "age > 30",
        '{"age": 30}',
        '[["age", ">"]]',
        '["age"]',
        "7",
        '[[["age"], ">", 1]]',
        '[["age", [">"], 1]]',
        '[["age", ">", 1, 1]]',
        '[{"name": 1, "==": 2, "last": 3}]',
        "{}",
        '""',
        '[["age", ">", 1000], ["salary", "==", 1]]',
    ),
    "texts of another shape",
    "Whatever a customer sends, the caller is to see a `ValueError`. What shape does your function rely on?",
)
cell.uses_no("eval", "exec", "compile", says="A filter that is data is not run.")
cell.foresee(
    cell.raised == "ValueError",
    "A filter was refused: good, if it is the second one. Then catch the `ValueError`, or take the line away.",
)
