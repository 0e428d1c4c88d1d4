# finds: attribute textwrap.slug left
import textwrap

def slug(text, sep='-'):
    return sep.join(text.lower().split())

textwrap.slug = slug
print(textwrap.slug('Hello big World'))
