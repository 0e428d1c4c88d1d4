# finds: attribute shlex.split left
import shlex
import typing
# --- next cell
typing.no_type_check(shlex.split)
