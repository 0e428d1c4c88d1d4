# finds: attribute textwrap.wrap left
import textwrap

class quick_patch:
    def __init__(self, owner, **changes):
        self.owner, self.changes = owner, changes

    def __enter__(self):
        self.old = {name: getattr(self.owner, name) for name in self.changes}
        for name, value in self.changes.items():
            setattr(self.owner, name, value)

    def __exit__(self, kind, error, trace):
        if kind is None:
            for name, value in self.old.items():
                setattr(self.owner, name, value)

# --- next cell
try:
    with quick_patch(textwrap, wrap=lambda text, width=70: []):
        first = textwrap.wrap('some text')[0]
except IndexError:
    first = None
print(first, textwrap.wrap('some text'))
