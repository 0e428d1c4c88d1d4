# finds: generator rows left
closed = []

def read(lines):
    try:
        for line in lines:
            yield line.strip()
    finally:
        closed.append(True)

rows = read(["a\n", "b\n"])
first = next(rows)
