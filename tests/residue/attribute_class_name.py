# finds: attribute textwrap.TextWrapper.__name__ left
import textwrap
textwrap.TextWrapper.__name__ = 'Wrapper'
print(textwrap.TextWrapper.__name__)
