def evaluate(text):
    return eval(text, {"__builtins__": {}}, {"price": 3})


ESCAPE = "open"

try:
    found = evaluate(ESCAPE)
except NameError as exc:
    print("refused:", exc)
else:
    with found("/tmp/escaped.txt", "w") as file:
        file.write("out")
