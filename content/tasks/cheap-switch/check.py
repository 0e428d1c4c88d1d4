from checking import cell, seeded

orders = [[seeded.randrange(100) for _ in range(3)] for _ in range(20)]
whole = sum(sum(prices) for prices in orders)
REPORT = f"""
import __main__
def seen():
    SEEN.clear()
    return sum(__main__.report({orders})), len(SEEN)
"""

first = cell.case(
    REPORT + "seen()", about="A report on 20 orders at the beginning: the sum of all, and how many were seen"
)
first.gives((whole, 20), says="At the beginning the tracing is on, and the results are right.")
off = cell.case(REPORT + "switch(False)\nseen()", about="The same after `switch(False)`")
off.gives((whole, 0), says="The switch must work at once: the same results, and nothing is seen.")
free = cell.case(f"import "
    f"__main__\nswitch(False)\n__main__.report({orders})", about="What the report costs after `switch(False)`")
free.costs(calls=30, says="Switched off, each order still costs two calls. What runs there that need not run?")
again = cell.case(
    REPORT + "switch(False)\nswitch(True)\nseen()", about="The same after it was switched off and on again"
)
again.gives((whole, 20), says="It must be on again, and each call must be seen once.")
twice = cell.case(
    REPORT + "for on in True, True, False, False:\n    switch(on)\n    found = seen()\n    print(found[1])",
    about="How many are seen after `switch(True)` twice, and then `switch(False)` twice",
)
twice.prints("20\n20\n0\n0", says="Somebody will press the switch twice. That must be the same as once.")
itself = cell.case(
    "import __main__\nfound = []\nfor on in False, True:\n    switch(on)\n    SEEN.clear()\n"
    "    found.append((__main__.total([1, 2]), len(SEEN)))\nfound",
    about="`total([1, 2])` itself, and how many calls were seen: off, and on",
)
itself.gives([(3, 0), (3, 1)], says="Somebody who calls `total` must be traced while the switch is on, and only then.")
