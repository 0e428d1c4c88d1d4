# finds: attribute typing.TYPE_CHECKING reverted
import typing
# --- next cell
typing.TYPE_CHECKING = True
try:
    if typing.TYPE_CHECKING:
        from decimal import Decimal
finally:
    typing.TYPE_CHECKING = False
