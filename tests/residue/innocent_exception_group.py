# finds: nothing
def check(values):
    problems = []
    for value in values:
        try:
            int(value)
        except (ValueError, TypeError) as error:
            error.add_note(f"while reading {value!r}")
            problems.append(error)
    if problems:
        raise ExceptionGroup("bad values", problems)

kinds = []
try:
    check(["1", "x", None])
except* ValueError as group:
    kinds.append(("value", len(group.exceptions)))
except* TypeError as group:
    kinds.append(("type", group.exceptions[0].__notes__))
print(kinds)
