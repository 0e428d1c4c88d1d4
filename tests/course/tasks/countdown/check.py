from checking import cell, seeded

number = seeded.randrange(5, 50)
cell.case(f"list(countdown({number}))").gives(list(range(number, 0, -1)))
lazy = cell.case("type(countdown(3)).__name__")
lazy.gives("generator", says="A list has all its items at once. `yield` gives them one by one.")
up = cell.case("list(countdown(3))")
cell.foresee(up.value == [1, 2, 3], "It counts up.")
cell.case("next(countdown(10 ** 6))").gives(10**6)
