# says: The text can be evaluated, but what it gives can't be called.
def evaluate(text):
    return eval(text, {"__builtins__": {}}, {"price": 3})


ESCAPE = """[
    c for c in ().__class__.__base__.__subclasses__() if c.__name__ == "IncrementalEncoder"
][0].__init__.__globals__["__builtins__"]"""

print(len(evaluate(ESCAPE)))
