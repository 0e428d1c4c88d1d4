# finds: attribute textwrap.shorten left
import textwrap
import warnings
# --- next cell
shorten = warnings.deprecated("write it yourself")(textwrap.shorten)
print(shorten.__deprecated__, shorten is textwrap.shorten)
