# finds: module textwrap left
import importlib
import textwrap

textwrap.indent = lambda text, prefix: text
# --- next cell
importlib.reload(textwrap)
print(textwrap.indent("a", "- "))
