# says: Somewhere the walk asks for an attribute that is not there.
def evaluate(text):
    return eval(text, {"__builtins__": {}}, {"price": 3})


ESCAPE = "().__class__.__base__.__init__.__globals__['__builtins__']['open']"

try:
    found = evaluate(ESCAPE)
except Exception as exc:
    print("refused:", exc)
