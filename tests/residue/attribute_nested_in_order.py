# finds: attribute textwrap.indent reverted
import textwrap

class Patch:
    def __init__(self, owner, name, value):
        self.place = (owner, name)
        self.value = value

    def __enter__(self):
        self.old = getattr(*self.place)
        setattr(*self.place, self.value)

    def __exit__(self, *details):
        setattr(*self.place, self.old)

with Patch(textwrap, 'indent', lambda text, prefix: 'outer'):
    with Patch(textwrap, 'indent', lambda text, prefix: 'inner'):
        one = textwrap.indent('x', ' ')
    two = textwrap.indent('x', ' ')
print(one, two, repr(textwrap.indent('x', ' ')))
