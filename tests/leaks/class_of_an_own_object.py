# finds: nothing
class Draft:
    name = "draft"

class Final(Draft):
    name = "final"

page = Draft()
# --- next cell
page.__class__ = Final
print(page.name, type(page).__name__)
