# finds: nothing
def words(text):
    for line in text.splitlines():
        yield from line.split()

def lengths(source):
    for word in source:
        yield len(word)

def running():
    total = 0
    while (amount := (yield total)) is not None:
        total += amount
    return total

longest = max(lengths(words("one three\nseventeen")))
sums = running()
next(sums)
steps = [sums.send(n) for n in (1, 2, 3)]
squares = sum(n * n for n in range(5))
print(longest, steps, squares)
