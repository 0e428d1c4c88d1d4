# ends: endless
import textwrap
textwrap.fill('word-' * 200_000, 10)
