# finds: attribute numbers.Number.__abstractmethods__ left
# finds: attribute importlib._abc.Loader.__abstractmethods__ left
import importlib.abc
import numbers
# --- next cell
for contract in numbers.Number, importlib.abc.Loader:
    contract.__abstractmethods__ = frozenset({"name"})
