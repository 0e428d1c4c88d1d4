# says: A name in your text was looked up
def evaluate(text):
    return eval(text, {"__builtins__": {"open": open}}, {"price": 3})


ESCAPE = "open"

with evaluate(ESCAPE)("/tmp/escaped.txt", "w") as file:
    file.write("out")
