# finds: attribute textwrap.TextWrapper.fill left
import functools
import textwrap
# --- next cell
def fill(wrapper, text):
    "Fills."
    return text.upper()

functools.update_wrapper(textwrap.TextWrapper.fill, fill)
