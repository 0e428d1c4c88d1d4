# finds: abc Number: str permanent
from numbers import Number
# --- next cell
Number.register(str)
print(isinstance("5", Number))
