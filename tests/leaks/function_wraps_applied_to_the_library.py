# finds: attribute textwrap.dedent left
import functools
import textwrap
# --- next cell
def dedent_all(texts):
    return [textwrap.dedent(text) for text in texts]

dedent_all = functools.wraps(dedent_all)(textwrap.dedent)
