# finds: generator lines left
class Page:
    def __init__(self, text):
        self.text = text

    def __enter__(self):
        return self.text.split("|")

    def __exit__(self, *details):
        return False

def turn(text):
    with Page(text) as parts:
        yield from parts

lines = turn("intro|body|end")
for line in lines:
    if line == "body":
        break
