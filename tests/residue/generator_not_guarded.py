# finds: nothing
def countdown(start):
    while start:
        yield start
        start -= 1

def guarded():
    try:
        yield 1
    finally:
        pass

timer = countdown(5)
first, second = next(timer), next(timer)
unused = guarded()
squares = (n * n for n in range(10))
smallest = next(squares)
