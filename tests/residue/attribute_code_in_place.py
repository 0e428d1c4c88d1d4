# finds: attribute textwrap.shorten left
import textwrap

def cut(text, width, **kwargs):
    return text[:width]

textwrap.shorten.__code__ = cut.__code__
print(textwrap.shorten('one two three', width=5))
