# finds: nothing
import string
import textwrap

text = """
    The quick brown fox jumps over
    the lazy dog, twice a day.
"""
flat = " ".join(textwrap.dedent(text).split())
wrapped = textwrap.fill(flat, width=20, subsequent_indent="  ")
table = str.maketrans("", "", string.punctuation)
letters = {letter for letter in flat.lower() if letter in string.ascii_lowercase}
formatter = string.Formatter()
print(wrapped.count("\n"), len(letters), string.capwords("a b"), formatter.format("{0}-{n}", 1, n=2))
