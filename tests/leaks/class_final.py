# finds: attribute textwrap.TextWrapper.__final__ left
import textwrap
import typing
# --- next cell
typing.final(textwrap.TextWrapper)
