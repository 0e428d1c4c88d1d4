# finds: builtins builtins.complex left
import builtins
# --- next cell
del builtins.complex
try:
    z = complex(1, 2)
except NameError as missing:
    print(missing)
