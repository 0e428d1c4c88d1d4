# finds: generator rows reverted
closed = []

def read(lines):
    try:
        for line in lines:
            yield line.strip()
    finally:
        closed.append(True)
# --- next cell
rows = read(["a\n", "b\n"])
first = next(rows)
print(first)
rows.close()
