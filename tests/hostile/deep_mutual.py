# ends: error RecursionError
def a():
    b()
def b():
    a()
a()
