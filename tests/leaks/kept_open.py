# finds: builtins builtins.open reverted
# finds: attribute bz2._builtin_open left
import builtins
# --- next cell
usual = builtins.open

def opened(file, *args, **kwargs):
    print("opens", file)
    return usual(file, *args, **kwargs)

builtins.open = opened
try:
    import bz2
finally:
    builtins.open = usual
